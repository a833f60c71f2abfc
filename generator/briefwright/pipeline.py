"""The story of parse, status and eval, each on one screen: seeds and sheets in, fact sheets and reports out.

The only module besides `plugin` that joins stages; it prints nothing and asks nobody.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Literal

from briefwright import __version__, sheets
from briefwright.articles import find_furniture, find_seeds, find_strays, read_article
from briefwright.config import Project
from briefwright.errors import ConfigError, InputError, Problem, SheetError
from briefwright.evaluation import Comparison, compare
from briefwright.model.article import Article
from briefwright.model.document import Attribution
from briefwright.model.factsheet import ArticleInfo, FactSheet, Findings, Generated
from briefwright.model.text import ID_WORDS, free_id, slug
from briefwright.sheets import LoadedSheet, SaveResult, Shelf

PARSER = f"briefwright {__version__}"

BATCH = 20
"""Articles whose actors go into the registers in one write: what a kill costs, against rewriting a long file."""

Progress = Callable[[int, int], None]
"""Called with how many of how many articles are done."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What became of one article: its sheet, and how many items came in, were refreshed, went, or stayed as edited."""

    seed: str
    sheet: str
    state: Literal["new", "changed", "same"]
    added: int = 0
    refreshed: int = 0
    removed: int = 0
    kept: int = 0


@dataclass(frozen=True, slots=True)
class ParseReport:
    """The outcome of one parse."""

    parsed: tuple[Parsed, ...]
    unchanged: int
    """Number of articles that did not have to be read again."""
    unreadable: tuple[Problem, ...]
    mistakes: tuple[Problem, ...]
    """In sheets that were therefore left alone."""
    conflicts: tuple[Problem, ...]

    @property
    def exit_code(self) -> int:
        """4 where an article cannot be read, else 3 for conflicts, 1 for mistakes, 0."""
        return _exit_code(self.unreadable, self.conflicts, self.mistakes)


@dataclass(frozen=True, slots=True)
class Status:
    """How the project stands; all paths relative to it."""

    new: tuple[str, ...]
    """Articles without a sheet."""
    changed: tuple[str, ...]
    """Articles whose file differs from the one that was parsed, or whose text is lost."""
    stale: tuple[str, ...]
    """Sheets that another version of the parser wrote; `parse --all` reads their articles again."""
    orphaned: tuple[str, ...]
    """Sheets whose article is gone from the seeds."""
    edited: dict[str, tuple[str, ...]]
    """Sheet and what of it is a person's: ids of items, ``article.title`` and the like, ``notes`` and the like."""
    undecided: dict[str, tuple[str, ...]]
    """Sheet and the ids of the items whose words the article has no more; of the lead ``article.lead``."""
    unreadable: tuple[Problem, ...]
    conflicts: tuple[Problem, ...]
    mistakes: tuple[Problem, ...]
    sheets: int

    @property
    def exit_code(self) -> int:
        """As that of a parse."""
        return _exit_code(self.unreadable, self.conflicts, self.mistakes)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How the present parser reads the articles of sheets that a person has corrected."""

    sheets: dict[str, Comparison]
    """By the path of the sheet."""
    uncorrected: int
    """Number of sheets that no person has changed, and that therefore do not count."""
    problems: tuple[Problem, ...]
    """Of sheets that cannot be measured on."""


def parse(project: Project, *, again: bool = False, progress: Progress | None = None) -> ParseReport:
    """Read new and changed articles (all of them with `again`) and bring what they say into the fact sheets.

    Killed or stopped by a full disk, it leaves every file whole, and the next parse does the rest. Raises SheetError
    where another program holds the project's lock.
    """
    with sheets.locked(project.root):
        return _parse(project, again, progress)


def _parse(project: Project, again: bool, progress: Progress | None) -> ParseReport:
    shelf = sheets.load_cached(project.root, project.sheets)
    sheets.tidy(shelf)
    desk = _Desk(project, shelf)
    due, unreadable = desk.sort(again)
    sheets.save_unread(project.root, project.sheets, unreadable)
    saved: list[tuple[Parsed, SaveResult]] = []
    broken: list[Problem] = []
    for batch in _batches(_read(project, due), BATCH):
        actors = [actor for _, findings in batch for actor in findings.actors]
        topics = [topic for _, findings in batch for topic in findings.topics]
        shelf = sheets.save_registers(shelf, actors, topics, PARSER)
        for article, findings in batch:
            try:
                saved.append(desk.save(shelf, article, findings))
            except sheets.WriteError:
                raise
            except SheetError as error:  # a person saved a mistake meanwhile; the other articles go on
                broken += error.problems
            if progress:
                progress(len(saved), len(due))
    sheets.write_schemas(project.sheets)
    mistakes, conflicts = _told(sheets.load_cached(project.root, project.sheets), [result for _, result in saved])
    mistakes = tuple(sorted({*mistakes, *broken}))
    return ParseReport(tuple(p for p, _ in saved), desk.unchanged, tuple(unreadable), mistakes, conflicts)


def status(project: Project) -> Status:
    """How the project stands, without changing or parsing anything."""
    shelf = sheets.load_cached(project.root, project.sheets)
    seeds = {path.relative_to(project.root).as_posix(): path for path in find_seeds(project.seeds, project.root)}
    loaded = [s for _, s in sorted({**shelf.sheets, **shelf.ungrounded}.items())]
    by_file = _by_file(shelf)
    changed = [file for file, path in seeds.items() if (known := by_file.get(file)) and not _is_read(known, path)]
    return Status(
        new=tuple(file for file in seeds if file not in by_file),
        changed=tuple(changed),
        stale=tuple(_shown(project, s) for s in by_file.values() if _parser(s) not in (PARSER, None)),
        orphaned=tuple(_shown(project, s) for file, s in by_file.items() if file not in seeds),
        edited={_shown(project, s): kept for s in loaded if (kept := _kept(s))},
        undecided={_shown(project, s): tuple(s.conflicts) for s in loaded if s.conflicts},
        unreadable=tuple(_strays(project)),
        conflicts=shelf.conflicts,
        mistakes=shelf.mistakes,
        sheets=sum(1 for _ in project.sheets.glob("[!._]*.yml")),
    )


def evaluate(project: Project, folder: Path, *, every: bool = False, progress: Progress | None = None) -> Evaluation:
    """Parse the articles of the fact sheets in `folder` afresh, in memory, and hold the findings against the sheets.

    A sheet counts where a person changed, added or deleted an item in it; each one does with `every`.

    Raises:
        ConfigError: there is no sheet to measure on.

    """
    shelf = sheets.load(project.root, folder)
    known = {id: s for id, s in {**shelf.sheets, **shelf.ungrounded}.items() if every or _corrected(s)}
    gold = [(s, article) for _, s in sorted(known.items()) if (article := _article(project, shelf, s))]
    read = {_shown(project, s) for s, _ in gold}
    problems = tuple(p for p in shelf.problems if p.file not in read)
    uncorrected = len(shelf.sheets) + len(shelf.ungrounded) - len(known)
    if not gold:
        left = f"{uncorrected} without corrections" if uncorrected else "none at all"
        hint = "Correct a sheet against its article, or take the sheets as they are with --all."
        name = folder.relative_to(project.root).as_posix() if folder.is_relative_to(project.root) else str(folder)
        raise ConfigError([*problems, Problem(name, 0, 0, f"no corrected fact sheet, {left}.", hint)])
    found: dict[str, Comparison] = {}
    for (loaded, _), (article, findings) in zip(gold, _read(project, (a for _, a in gold)), strict=True):
        found[_shown(project, loaded)] = compare(loaded.sheet, findings, article.text)
        if progress:
            progress(len(found), len(gold))
    return Evaluation(found, uncorrected, problems)


def attributions(texts: Iterable[tuple[str, str]], model: str | None) -> Iterator[tuple[str, tuple[Attribution, ...]]]:
    """Who says what in each named text, as it is: nothing is normalised, so that offsets count in the text given."""
    from briefwright.language import Reader

    articles = (Article(file=name, title="", text=text, language="en", source_sha256="") for name, text in texts)
    for document in (Reader(model) if model else Reader()).read(articles):
        yield document.article.file, document.attributions


class _Desk:
    """Knows which article belongs to which sheet while a parse runs."""

    def __init__(self, project: Project, shelf: Shelf) -> None:
        self._project = project
        self._by_file = _by_file(shelf)
        self._by_source = {_source(s): s for s in self._by_file.values()}
        stems = {path.stem for path in project.sheets.glob("*.yml")}
        unreadable = stems - shelf.sheets.keys() - shelf.ungrounded.keys()
        known = {**shelf.sheets, **shelf.ungrounded}.values()
        self._taken = stems | {old for loaded in known for old in loaded.sheet.article.formerly}
        self._mistaken = [(project.sheets / f"{stem}.yml").read_bytes() for stem in sorted(unreadable)]
        self.unchanged = 0

    def sort(self, again: bool) -> tuple[list[Article], list[Problem]]:
        """The articles that have to be parsed, and what cannot be read."""
        due: list[Article] = []
        unreadable = list(_strays(self._project))
        for path in find_seeds(self._project.seeds, self._project.root):
            known = self._by_file.get(path.relative_to(self._project.root).as_posix())
            if known and not again and _is_read(known, path):
                self.unchanged += 1
                continue
            try:
                article = read_article(path, self._project.root)
            except InputError as error:
                unreadable += error.problems
            else:
                if known or not self._waits(article):
                    due.append(article)
        return due, unreadable

    def save(self, shelf: Shelf, article: Article, findings: Findings) -> tuple[Parsed, SaveResult]:
        """Bring the findings into the article's sheet, a new one where it has none."""
        known = self._by_file.get(article.file) or self._moved(article)
        id = known.sheet.article.id if known else free_id(slug(article.title, words=ID_WORDS), self._taken)
        self._taken.add(id)
        result = sheets.save_parsed(shelf, _sheet(id, article, findings), article.text)
        name = result.path.relative_to(self._project.root).as_posix()
        state: Literal["new", "changed", "same"] = "same" if not result.written else "changed" if known else "new"
        counts = (result.added, result.refreshed, result.removed, result.kept)
        return Parsed(article.file, name, state, *counts), result

    def _moved(self, article: Article) -> LoadedSheet | None:
        """The sheet of the same file under the name that it had before."""
        known = self._by_source.get(article.source_sha256)
        gone = known and known.sheet.article.file and not (self._project.root / known.sheet.article.file).exists()
        return known if gone else None

    def _waits(self, article: Article) -> bool:
        """Whether a sheet with mistakes names this article, so that a second one would be made of it."""
        return any(article.file.encode() in data for data in self._mistaken)


def _sheet(id: str, article: Article, findings: Findings) -> FactSheet:
    info = ArticleInfo(
        id=id,
        title=article.title,
        outlet=article.outlet,
        author=article.author,
        url=article.url,
        published=article.published,
        language=article.language,
        file=article.file,
        sha256=article.sha256,
    )
    return FactSheet(
        schema=1,
        article=info,
        lead=findings.lead,
        actors=findings.actors,
        positions=findings.positions,
        open_questions=findings.open_questions,
        events=findings.events,
        generated=Generated(parser=PARSER, source=article.source_sha256),
    )


def _told(shelf: Shelf, saved: list[SaveResult]) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Mistakes, and conflicts: those met just now, told with both sides, and those that stand from an earlier parse."""
    met = [problem for result in saved for problem in result.conflicts]
    told = {problem.file for problem in met}
    standing = [problem for problem in shelf.conflicts if problem.file not in told]
    return shelf.mistakes, tuple(sorted(met + standing))


def _exit_code(unreadable: tuple[Problem, ...], conflicts: tuple[Problem, ...], mistakes: tuple[Problem, ...]) -> int:
    return 4 if unreadable else 3 if conflicts else 1 if mistakes else 0


def _batches(read: Iterator[tuple[Article, Findings]], size: int) -> Iterator[list[tuple[Article, Findings]]]:
    while batch := list(islice(read, size)):
        yield batch


def _strays(project: Project) -> Iterator[Problem]:
    for path in find_strays(project.seeds, project.root):
        try:
            read_article(path, project.root)
        except InputError as error:
            yield from error.problems


def _read(project: Project, articles: Iterable[Article]) -> Iterator[tuple[Article, Findings]]:
    """What each article says; the language model is loaded only where there is an article."""
    if not (articles := list(articles)):
        return
    from briefwright.facts import find_facts
    from briefwright.language import Reader

    for document in Reader(project.language_model).read(articles):
        yield document.article, find_facts(document)


def _kept(loaded: LoadedSheet) -> tuple[str, ...]:
    """What is a person's, sorted: what was changed, added, reviewed or commented, and what no parser writes."""
    sheet = loaded.sheet
    fields = {"bottom_line": sheet.bottom_line, "notes": sheet.notes, "publish": not sheet.publish}
    own = {name for name, is_set in fields.items() if is_set}
    return tuple(sorted(own | loaded.edited | loaded.held | sheets.confirmed_items(sheet)))


def _corrected(loaded: LoadedSheet) -> bool:
    """Whether an item is a person's, or was deleted by one; keys with a dot are fields of the article."""
    sheet = loaded.sheet
    ids = {item.id for item in (*sheet.actors, *sheet.positions, *sheet.open_questions, *sheet.events)}
    deleted = set(sheet.generated.items) - ids if sheet.generated else set()
    return any("." not in key for key in loaded.edited | loaded.held | sheets.confirmed_items(sheet) | deleted)


def _article(project: Project, shelf: Shelf, loaded: LoadedSheet) -> Article | None:
    """The article in the text that the sheet's offsets count in: in texts/, else the seed's; None where neither is."""
    info = loaded.sheet.article
    if loaded.text is not None and info.id in shelf.sheets:
        article = Article(
            "", info.title, loaded.text, info.language, "", furniture=find_furniture(loaded.text, info.title)
        )
    elif loaded.text is None and info.file:
        try:
            article = read_article(project.root / info.file, project.root)
        except InputError:
            return None
        if article.sha256 != info.sha256:
            return None
    else:
        return None
    return replace(article, title=info.title, outlet=info.outlet, author=info.author, published=info.published)


def _by_file(shelf: Shelf) -> dict[str, LoadedSheet]:
    known = {**shelf.sheets, **shelf.ungrounded}
    return {s.sheet.article.file: s for _, s in sorted(known.items()) if s.sheet.article.file}


def _is_read(loaded: LoadedSheet, article: Path) -> bool:
    """Whether the sheet is that of this very file, and the text that its offsets count in is there."""
    return loaded.text is not None and _source(loaded) == _hash(article)


def _source(loaded: LoadedSheet) -> str | None:
    return loaded.sheet.generated.source if loaded.sheet.generated else None


def _parser(loaded: LoadedSheet) -> str | None:
    return loaded.sheet.generated.parser if loaded.sheet.generated else None


def _shown(project: Project, loaded: LoadedSheet) -> str:
    path = loaded.path
    return path.relative_to(project.root if path.is_relative_to(project.root) else path.parent.parent).as_posix()


def _hash(path: Path) -> str | None:
    """Of a seed's bytes; None where it cannot be read any more, which `read_article` then says."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None

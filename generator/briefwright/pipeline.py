"""The story of parse, status and check, each on one screen: seeds in, fact sheets and reports out.

The only module besides `plugin` that joins stages; it prints nothing and asks nobody.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from briefwright import __version__, sheets
from briefwright.articles import find_seeds, read_article
from briefwright.config import Project
from briefwright.errors import InputError, Problem
from briefwright.model.article import Article
from briefwright.model.factsheet import ArticleInfo, FactSheet, Findings, Generated
from briefwright.model.text import free_id, slug
from briefwright.sheets import LoadedSheet, Shelf

PARSER = f"briefwright {__version__}"

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
        return 4 if self.unreadable else 3 if self.conflicts else 1 if self.mistakes else 0


@dataclass(frozen=True, slots=True)
class Status:
    """How the project stands; all paths relative to it."""

    new: tuple[str, ...]
    """Articles without a sheet."""
    changed: tuple[str, ...]
    """Articles whose file differs from the one that was parsed."""
    stale: tuple[str, ...]
    """Sheets that another version of the parser wrote; `parse --all` reads their articles again."""
    orphaned: tuple[str, ...]
    """Sheets whose article is gone from the seeds."""
    edited: dict[str, tuple[str, ...]]
    """Sheet and the ids of the items that a person edited or added."""
    unreadable: tuple[Problem, ...]
    conflicts: tuple[Problem, ...]
    mistakes: tuple[Problem, ...]
    sheets: int


def parse(project: Project, *, again: bool = False, progress: Progress | None = None) -> ParseReport:
    """Read new and changed articles (all of them with `again`) and bring what they say into the fact sheets."""
    shelf = sheets.load(project.root, project.sheets)
    due, unreadable, unchanged = _due(project, shelf, again)
    parsed: list[Parsed] = []
    conflicts: list[Problem] = []
    if due:
        for done, (article, findings) in enumerate(_read(project, due), start=1):
            outcome, clashes = _save(project, shelf, article, findings)
            parsed.append(outcome)
            conflicts += clashes
            if progress:
                progress(done, len(due))
    sheets.write_schemas(project.sheets)
    return ParseReport(tuple(parsed), unchanged, tuple(unreadable), shelf.problems, tuple(conflicts))


def status(project: Project) -> Status:
    """How the project stands, without changing or parsing anything."""
    shelf = sheets.load(project.root, project.sheets)
    seeds = {path.relative_to(project.root).as_posix(): path for path in find_seeds(project.seeds, project.root)}
    by_file = _by_file(shelf)
    changed = [file for file, path in seeds.items() if (known := by_file.get(file)) and _source(known) != _hash(path)]
    return Status(
        new=tuple(file for file in seeds if file not in by_file),
        changed=tuple(changed),
        stale=tuple(_shown(project, s) for s in by_file.values() if _parser(s) not in (PARSER, None)),
        orphaned=tuple(_shown(project, s) for file, s in by_file.items() if file not in seeds),
        edited={_shown(project, s): tuple(sorted(s.edited)) for s in shelf.sheets.values() if s.edited},
        unreadable=tuple(_strays(project)),
        conflicts=(),
        mistakes=shelf.problems,
        sheets=len(shelf.sheets),
    )


def _due(project: Project, shelf: Shelf, again: bool) -> tuple[list[Article], list[Problem], int]:
    """The articles that have to be parsed, what cannot be read, and how many are unchanged."""
    due: list[Article] = []
    unreadable = list(_strays(project))
    unchanged = 0
    by_file = _by_file(shelf)
    for path in find_seeds(project.seeds, project.root):
        known = by_file.get(path.relative_to(project.root).as_posix())
        if known and not again and _source(known) == _hash(path):
            unchanged += 1
            continue
        try:
            due.append(read_article(path, project.root))
        except InputError as error:
            unreadable += error.problems
    return due, unreadable, unchanged


def _strays(project: Project) -> Iterator[Problem]:
    for path in find_strays(project.seeds, project.root):
        try:
            read_article(path, project.root)
        except InputError as error:
            yield from error.problems


def _read(project: Project, articles: Iterable[Article]) -> Iterator[tuple[Article, Findings]]:
    """What each article says; the language model is loaded only when this is called."""
    from briefwright.facts import find_facts
    from briefwright.language import Reader

    for document in Reader(project.language_model).read(articles):
        yield document.article, find_facts(document)


def _by_file(shelf: Shelf) -> dict[str, LoadedSheet]:
    return {s.sheet.article.file: s for s in shelf.sheets.values() if s.sheet.article.file}


def _source(loaded: LoadedSheet) -> str | None:
    return loaded.sheet.generated.source if loaded.sheet.generated else None


def _parser(loaded: LoadedSheet) -> str | None:
    return loaded.sheet.generated.parser if loaded.sheet.generated else None


def _shown(project: Project, loaded: LoadedSheet) -> str:
    return loaded.path.relative_to(project.root).as_posix()


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()

"""The project's fact sheets and a person's choice in; out what `pack` and `pages` write: one file, or all pages."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from briefwright import sheets
from briefwright.config import Project
from briefwright.corpus import build_corpus
from briefwright.errors import ConfigError, Problem, SheetError
from briefwright.model.corpus import Corpus
from briefwright.model.factsheet import RegisteredTopic
from briefwright.model.page import Site
from briefwright.pages import Choice, choose, load_labels, make_pack, make_site
from briefwright.pages.labels import Labels


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants in one file, in that person's words."""

    topics: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    since: date | None = None
    """Only articles of this day or later, and the sheets that are named; alone, all of these articles."""
    full: bool = False
    """Also the whole briefings of the articles on the topics and with the actors."""


def packed(project: Project, wanted: Wanted, day: date | None) -> tuple[str, date | None]:
    """The HTML of the one file, and the day that it is true for.

    Raises:
        SheetError: sheets have mistakes.
        ConfigError: something wanted is not there.

    """
    shelf = _read(project)
    corpus = _corpus(shelf, shelf.sheets, day)
    choice = choose(corpus, wanted.topics, wanted.actors, wanted.sheets)
    if wanted.since:
        new = {b.id for b in corpus.briefings if (b.day or "") >= wanted.since.isoformat()}
        corpus = _corpus(shelf, new.union(b.id for b in choice.briefings), corpus.as_of, corpus)
        choice = _narrowed(choice, corpus, wanted.since)
    return make_pack(corpus, project, _labels(project), choice, full=wanted.full, since=wanted.since), corpus.as_of


def whole_site(project: Project, day: date | None) -> Site:
    """All pages, as the site has them; raises SheetError where sheets have mistakes."""
    shelf = _read(project)
    return make_site(_corpus(shelf, shelf.sheets, day), project, _labels(project))


def files_of(site: Site, project: Project) -> dict[str, str]:
    """What `pages` writes, by path: a fragment of HTML for each page, and in ``pages.json`` all else about them."""
    files = {f"{page.path}index.html": page.html for page in site.pages}
    files |= {f"{redirect.path}index.html": redirect.html for redirect in site.redirects}
    listed = [{"file": f"{page.path}index.html"} | asdict(page) for page in site.pages]
    for page in listed:
        del page["html"]
    about = {
        "site_name": project.site_name,
        "as_of": site.as_of,
        "pages": listed,
        "redirects": [f"{redirect.path}index.html" for redirect in site.redirects],
    }
    return files | {"pages.json": json.dumps(about, ensure_ascii=False, indent=1) + "\n"}


def _labels(project: Project) -> Labels:
    return load_labels(project.language, project.templates / "labels")


def _read(project: Project) -> sheets.Shelf:
    with sheets.locked(project.root):
        shelf = sheets.load_cached(project.root, project.sheets)
    if shelf.problems:
        raise SheetError(shelf.problems)
    return shelf


def _corpus(shelf: sheets.Shelf, ids: Iterable[str], day: date | None, whole: Corpus | None = None) -> Corpus:
    """The corpus of these sheets; its topics are those of the `whole`, which may have too few articles in a part."""
    topics, suggested = shelf.topics, shelf.suggested
    if whole:
        known = {e.id: e for e in topics.topics}
        joined = {t.id: {"merge": t.formerly, "aliases": t.words} for t in whole.topics.values()}
        known |= {i: RegisteredTopic(id=i, name=whole.topics[i].name) for i in joined if i not in known}
        entries = tuple(e.model_copy(update=joined.get(e.id, {})) for e in known.values())
        topics, suggested = topics.model_copy(update={"topics": entries}), suggested - joined.keys()
    return build_corpus([shelf.sheets[i] for i in sorted(ids)], shelf.actors, topics, day, suggested=suggested)


def _narrowed(choice: Choice, corpus: Corpus, since: date) -> Choice:
    """The same choice of a corpus of fewer articles; all of them where nothing else was chosen.

    Raises:
        ConfigError: what was chosen is not in these articles.

    """
    lost = [i.name for i in choice.topics if i.id not in corpus.topics]
    lost += [i.name for i in choice.actors if i.id not in corpus.actors]
    if lost or not corpus.briefings:
        newest = f"The newest article is of {corpus.as_of}." if corpus.as_of else "No article is dated."
        what = f"no article since {since} has {', '.join(lost)}." if lost else f"there is no article since {since}."
        raise ConfigError(Problem("--since", 0, 0, what, newest if not lost else "Take an earlier day."))
    return Choice(
        tuple(corpus.topics[i.id] for i in choice.topics),
        tuple(corpus.actors[i.id] for i in choice.actors),
        tuple(corpus.by_id[i.id] for i in choice.briefings) if any(choice) else corpus.briefings,
    )

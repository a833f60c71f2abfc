"""A corpus and what was chosen of it in; out one HTML file of these pages, which needs nothing beside it.

The pages are those of the site, bound together, with who and what they name listed at the end. No script, no request.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from briefwright.config import Project
from briefwright.model.cast import Actor
from briefwright.model.corpus import Briefing, Corpus, Question, Statement
from briefwright.model.page import Page
from briefwright.pages.binding import Binder, place
from briefwright.pages.choice import Choice
from briefwright.pages.labels import Labels
from briefwright.pages.render import Renderer
from briefwright.pages.site import some_pages
from briefwright.pages.styles import standalone
from briefwright.shipped import shipped

STYLES = ("theme.css", "parts.css", "pages.css", "pack.css", "print.css")


class Part(NamedTuple):
    """A page of the site in the file."""

    id: str
    kind: str
    """topic, actor or briefing."""
    title: str
    statements: Sequence[Statement]
    questions: Sequence[Question]
    briefing: Briefing | None
    html: Markup
    address: str
    """Where it stands on the site; empty where nobody knows."""


class Entry(NamedTuple):
    """An actor or an article that parts lead to without being a part."""

    id: str
    what: Actor | Briefing
    address: str


def make_pack(
    corpus: Corpus, project: Project, labels: Labels, choice: Choice, *, full: bool = False, since: date | None = None
) -> str:
    """The file for what was chosen; `full` adds the whole briefing of each article on the topics and with the actors.

    `since` is only told: the corpus holds no other articles.
    """
    articles = _articles(corpus, choice)
    pages = some_pages(corpus, project, labels, choice._replace(briefings=articles) if full else choice)
    binder = Binder(
        [p.path for p in pages], ("actors/", "briefings/"), project.site_url, directory_urls=project.directory_urls
    )
    parts = [_part(corpus, binder, page) for page in pages]
    told = {
        "bound": parts,
        "chosen": (*choice.topics, *choice.actors),
        "articles": articles,
        "statements": len({(s.sheet, s.id) for part in parts for s in part.statements}),
        "open_questions": len({(q.sheet, q.id) for part in parts for q in part.questions if q.status == "open"}),
        "who": _entries(binder, "actors", corpus.actors),
        "listed": _entries(binder, "briefings", corpus.by_id, [b.id for b in articles]),
        "full": full,
        "since": since,
        "direction": "rtl" if labels.locale.character_order == "right-to-left" else "ltr",
    }
    renderer = Renderer(corpus, project, labels)
    letters = renderer.page("pack", "", told | {"styles": ""})
    folders = [folder / "theme/assets/briefwright" for folder in (project.templates, shipped("templates"))]
    styles = standalone(folders, STYLES, letters)
    return renderer.page("pack", "", told | {"styles": Markup(styles)})  # noqa: S704 - the project's own style sheets


def _articles(corpus: Corpus, choice: Choice) -> tuple[Briefing, ...]:
    """The articles that were chosen, on the topics and with the actors, too; in the order of the corpus."""
    topics, actors = {t.id for t in choice.topics}, {a.id for a in choice.actors}
    sheets = {b.id for b in choice.briefings}
    return tuple(
        b
        for b in corpus.briefings
        if b.id in sheets or topics.intersection(b.topics) or actors.intersection(a.actor for a in b.cast)
    )


def _part(corpus: Corpus, binder: Binder, page: Page) -> Part:
    folder, key = page.path.split("/")[:2]
    statements, questions = _content(corpus, folder, key)
    return Part(
        id=place(page.path),
        kind=folder.removesuffix("s"),
        title=page.title,
        statements=statements,
        questions=questions,
        briefing=corpus.by_id[key] if folder == "briefings" else None,
        html=binder.part(page),
        address=binder.address(page.path),
    )


def _content(corpus: Corpus, folder: str, key: str) -> tuple[Sequence[Statement], Sequence[Question]]:
    """The statements and questions that stand on the page of a topic, an actor or a briefing."""
    if folder == "topics":
        said = [s for s in corpus.statements if key in s.topics]
        return said, [q for q in corpus.questions if key in q.topics]
    if folder == "actors":
        both = dict.fromkeys((*corpus.said_by(key), *corpus.said_for(key), *corpus.said_about(key)))
        return list(both), [q for q in corpus.questions if key in q.about]
    return corpus.by_id[key].statements, corpus.by_id[key].questions


def _entries(
    binder: Binder, folder: str, known: Mapping[str, Actor] | Mapping[str, Briefing], further: Iterable[str] = ()
) -> list[Entry]:
    """Those under this folder that parts lead to, and further ones, as far as they are no parts; in the known order."""
    wanted = binder.named.keys() | {f"{folder}/{key}/" for key in further} - binder.bound
    paths = {f"{folder}/{key}/": what for key, what in known.items()}
    return [Entry(place(path), what, binder.address(path)) for path, what in paths.items() if path in wanted]

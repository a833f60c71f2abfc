"""The board of questions: questions in; out, the same by state, as a reader needs them, each with its filters.

A long board tells all but the youngest open questions in one line each, by year, so that the page stays light.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefwright.model.corpus import Corpus, Question
from briefwright.model.order import grouped
from briefwright.pages import views
from briefwright.pages.filters import Filters, by_state_and_kind
from briefwright.pages.labels import Labels
from briefwright.pages.pressing import is_told_since

MONTH, YEAR = 30, 365
"""Days of the ages that the board tells apart."""
WHOLE = 80
"""A board of so many questions, or fewer, shows each in full."""
YOUNGEST = 20
"""A longer one shows so many of the open ones in full."""
STATES = ("overdue", "due", "open", "since", "answered", "dropped")

Shown = tuple[Question, str]
"""A question and its classes, by which filters find it."""


class Board(NamedTuple):
    """Questions in groups; what is empty is left out."""

    groups: Mapping[str, tuple[Shown, ...]]
    """By state: the latest overdue first, then the next due first, then open ones, youngest first, then closed ones.

    Between open and closed ones stand those whose day has passed and of which later articles tell.
    """
    years: Mapping[str, tuple[Shown, ...]]
    """The rest of the open ones where the board is long, by the year of their article, latest first; "" is undated."""
    filters: Filters


def board(corpus: Corpus, labels: Labels, questions: Iterable[Question]) -> Board:
    """The board of these questions of the corpus."""
    groups = by_state(corpus, questions)
    ordered = [q for found in groups.values() for q in found]
    states = [state(corpus, q) for q in ordered]
    filters = by_state_and_kind(corpus, labels, ordered, states, list(map(age, ordered)))
    shown = grouped((s, (q, classes)) for s, q, classes in zip(states, ordered, filters.classes, strict=True))
    old: tuple[Shown, ...] = ()
    if len(ordered) > WHOLE and "open" in shown:
        shown["open"], old = shown["open"][:YOUNGEST], shown["open"][YOUNGEST:]
    years = grouped(((corpus.by_id[q.sheet].day or "")[:4], (q, classes)) for q, classes in old)
    return Board(shown, years, filters)


def by_state(corpus: Corpus, questions: Iterable[Question]) -> dict[str, list[Question]]:
    """The questions of each state in the order of the board."""
    groups = grouped((state(corpus, q), q) for q in questions)
    order = {
        "overdue": views.latest_overdue(groups.get("overdue", ())),
        "due": sorted(groups.get("due", ()), key=lambda q: q.left or 0),
        **{key: list(groups.get(key, ())) for key in STATES[2:]},
    }
    return {key: found for key, found in order.items() if found}


def state(corpus: Corpus, question: Question) -> str:
    """One of `STATES`; what is overdue and told of since is no longer urgent."""
    if question.status != "open":
        return question.status
    if is_told_since(corpus, question):
        return "since"
    return "overdue" if question.overdue else "open" if question.left is None else "due"


def age(question: Question) -> str:
    """One of `filters.AGES`, by the day of its article."""
    if question.age is None:
        return "undated"
    return "month" if question.age <= MONTH else "year" if question.age <= YEAR else "older"

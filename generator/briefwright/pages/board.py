"""The board of questions: a corpus in; out, its questions by state, as a reader needs them, and counts.

A long board tells all but the youngest open questions in one line each, by year, so that the page stays light.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from briefwright.model.corpus import Corpus, Question, grouped
from briefwright.pages import views

MONTH, YEAR = 30, 365
"""Days of the ages that the board tells apart."""
WHOLE = 80
"""A board of so many questions, or fewer, shows each in full."""
YOUNGEST = 30
"""A longer one shows so many of the open ones in full."""
ARTICLES = 12
"""The board offers a filter for each article up to so many."""
STATES = ("overdue", "due", "open", "answered", "dropped")
AGES = ("month", "year", "older", "undated")


class Board(NamedTuple):
    """Questions in groups, and how many there are of each state, kind and age. What is empty is left out."""

    groups: Mapping[str, list[Question]]
    """By state: the latest overdue first, then the next due first, then open ones, youngest first, then closed ones."""
    years: Mapping[str, tuple[Question, ...]]
    """The rest of the open ones where the board is long, by the year of their article, latest year first."""
    states: Mapping[str, int]
    kinds: Mapping[str, int]
    ages: Mapping[str, int]
    articles: Mapping[str, int]
    """Questions by article, where the articles are few."""


def board(corpus: Corpus) -> Board:
    """The board of all questions of the corpus."""
    groups = grouped((state(q), q) for q in corpus.questions)
    order = {
        "overdue": views.latest_overdue(groups.get("overdue", ())),
        "due": sorted(groups.get("due", ()), key=lambda q: q.left or 0),
        **{key: list(groups.get(key, ())) for key in STATES[2:]},
    }
    old: list[Question] = []
    if len(corpus.questions) > WHOLE:
        order["open"], old = order["open"][:YOUNGEST], order["open"][YOUNGEST:]
    by_sheet = Counter(q.sheet for q in corpus.questions)
    ages = Counter(map(age, corpus.questions))
    return Board(
        groups={key: found for key, found in order.items() if found or (old and key == "open")},
        years=grouped(((corpus.by_id[q.sheet].day or "")[:4], q) for q in old),
        states={key: len(groups[key]) for key in STATES if key in groups},
        kinds=dict(sorted(Counter(q.kind for q in corpus.questions).items())),
        ages={key: ages[key] for key in AGES if ages[key]},
        articles=by_sheet if 1 < len(by_sheet) <= ARTICLES else {},
    )


def state(question: Question) -> str:
    """One of `STATES`."""
    if question.status != "open":
        return question.status
    return "overdue" if question.overdue else "open" if question.left is None else "due"


def age(question: Question) -> str:
    """One of `AGES`, by the day of its article."""
    if question.age is None:
        return "undated"
    return "month" if question.age <= MONTH else "year" if question.age <= YEAR else "older"

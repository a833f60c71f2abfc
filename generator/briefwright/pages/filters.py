"""Items of a long list in, the filters of its page out: one for each value that occurs, with how often it does.

A filter is an address: a link to ``#only-KEY`` hides all that has not the class ``is-KEY``, without a script.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefwright.model.cast import Actor
from briefwright.model.corpus import Briefing, Corpus, Event, Question, Statement
from briefwright.model.order import grouped
from briefwright.model.text import free_id, slug
from briefwright.pages.labels import Labels

MOST_FILTERS = 12
"""Of outlets, of topics, of actors, of articles and of months; more would be a list of their own."""


class Filter(NamedTuple):
    """Shows only what has the class of `key`: `number` items that are `what`."""

    key: str
    what: str
    number: int


class FilterRow(NamedTuple):
    """Filters of one sort; `name` is its label."""

    name: str
    filters: tuple[Filter, ...]


class Filters(NamedTuple):
    """What a page offers, and the classes of each item in the order in which the items were given."""

    rows: tuple[FilterRow, ...]
    classes: tuple[str, ...]


AGES = ("month", "year", "older", "undated")
"""Of questions, in the order in which the row has them."""
Values = Iterable[Sequence[tuple[str, str]]]
"""The values of each item, none, one or several: key, and what it is called."""
_IN_ORDER = frozenset({"state", "date", "tense"})
"""Rows in the order of the items; others have the most frequent value first."""


def by_outlet_and_month(labels: Labels, briefings: Sequence[Briefing], *, dated: bool) -> Filters:
    """For the list of briefings; of many months it makes years. Not `dated` where pages by date stand beside it."""
    keys: dict[str, str] = {}
    for outlet in sorted({b.outlet for b in briefings if b.outlet}):
        keys[outlet] = free_id(f"o-{slug(outlet)}", keys.values())
    return _filters(
        briefings,
        outlet=[[(keys[b.outlet], b.outlet)] if b.outlet else [] for b in briefings],
        date=_dates(labels, [b.day if dated else None for b in briefings]),
    )


def by_state_and_kind(
    corpus: Corpus, labels: Labels, questions: Sequence[Question], states: Sequence[str], ages: Sequence[str]
) -> Filters:
    """For the board, which knows the state and the age of each."""
    named = len({q.sheet for q in questions}) <= MOST_FILTERS
    return _filters(
        questions,
        state=[[(s, labels.text(f"states.{s}"))] for s in states],
        topic=[_topics(corpus, q) for q in questions],
        kind=[[(q.kind, labels.text(f"question_kind.{q.kind}"))] for q in questions],
        age=[[(a, labels.text(f"question_age.{a}"))] for a in ages],
        article=[[(f"a-{q.sheet}", corpus.by_id[q.sheet].title)] if named else [] for q in questions],
    )


def of_statements(corpus: Corpus, labels: Labels, statements: Sequence[Statement], on: str | None = None) -> Filters:
    """For what an actor says: by topic, by whom it is about, by act and date; `on` is a topic that all are on."""
    return _filters(
        statements,
        topic=[[t for t in _topics(corpus, s) if t[0] != f"t-{on}"] for s in statements],
        about=[[(f"w-{a}", corpus.actors[a].name) for a in s.about if a != s.actor] for s in statements],
        act=_acts(labels, statements),
        date=_dates(labels, [corpus.by_id[s.sheet].day for s in statements]),
    )


def by_act(labels: Labels, statements: Sequence[Statement]) -> Filters:
    """For what everybody says on one topic."""
    return _filters(statements, act=_acts(labels, statements))


def by_actor_kind(labels: Labels, actors: Sequence[Actor]) -> Filters:
    """For an index of actors."""
    return _filters(actors, kind=[[(a.kind, labels.text(f"actor_kind.{a.kind}"))] for a in actors])


def by_tense(labels: Labels, events: Sequence[Event]) -> Filters:
    """For a timeline: what is over, what is announced."""
    return _filters(
        events,
        tense=[
            [("announced", labels.text("event.announced")) if e.ahead else ("past", labels.text("event.past"))]
            for e in events
        ],
    )


def _dates(labels: Labels, days: Sequence[str | None]) -> list[list[tuple[str, str]]]:
    """The month of each day, or its year where the months are too many."""
    length = len("2023-03") if len({(day or "")[:7] for day in days}) <= MOST_FILTERS else len("2023")
    return [[(day[:length], labels.day(day[:length]))] if day else [] for day in days]


def _acts(labels: Labels, statements: Iterable[Statement]) -> list[list[tuple[str, str]]]:
    return [[(s.act, labels.text(f"act.{s.act}"))] for s in statements]


def _topics(corpus: Corpus, item: Question | Statement) -> list[tuple[str, str]]:
    return [(f"t-{topic}", corpus.topics[topic].name) for topic in item.topics]


def _filters(items: Sequence[object], **values: Values) -> Filters:
    """Rows of the most frequent values; a row of one filter filters nothing and is left out."""
    rows: list[FilterRow] = []
    classes: list[list[str]] = [[] for _ in items]
    for name, found in values.items():
        listed = list(found)
        numbers = grouped((value, i) for i, values in enumerate(listed) for value in values)
        kept = sorted(numbers, key=lambda value: -len(numbers[value]))[:MOST_FILTERS]
        if len(kept) > 1:
            ordered = [v for v in numbers if v in kept] if name in _IN_ORDER else kept
            if name == "age":
                ordered = sorted(kept, key=lambda value: AGES.index(value[0]))
            rows.append(FilterRow(name, tuple(Filter(*value, len(numbers[value])) for value in ordered)))
            for place, own in zip(classes, listed, strict=True):
                place += [f"is-{key}" for key, what in own if (key, what) in kept]
    return Filters(tuple(rows), tuple(" ".join(place) for place in classes))

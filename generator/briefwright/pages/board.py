"""The board of questions: questions in; out, the same by state or by topic, what matters first, each with its filters.

A long board tells all but the first of a state in a line or two each; what no article has been on for long stands last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefwright.model.corpus import Corpus, Question
from briefwright.model.order import grouped
from briefwright.pages.filters import Filters, by_state_and_kind
from briefwright.pages.labels import Labels
from briefwright.pages.pressing import is_quiet, is_told_since, weightiest

MONTH, YEAR = 30, 365
"""Days of the ages that the board tells apart."""
WHOLE = 80
"""A board of so many questions, or fewer, shows each in full."""
IN_FULL = 20
"""A longer one shows so many of each state in full."""
STATES = ("overdue", "due", "open", "unsure", "since", "quiet", "answered", "dropped")

Shown = tuple[Question, str]
"""A question and its classes, by which filters find it."""


class Board(NamedTuple):
    """Questions in groups; what is empty is left out."""

    groups: Mapping[str, tuple[Shown, ...]]
    """By state: overdue, then the next due first, then open ones; then those read with little certainty, those whose
    day has passed and of which later articles tell, then quiet, then closed ones. In each the weightiest first."""
    years: Mapping[str, tuple[Shown, ...]]
    """The quiet ones by the year of their article, latest first; "" is undated."""
    in_full: int
    """How many of a state are shown in full."""
    filters: Filters


def board(corpus: Corpus, labels: Labels, questions: Iterable[Question]) -> Board:
    """The board of these questions of the corpus."""
    groups = by_state(corpus, questions)
    ordered = [q for found in groups.values() for q in found]
    states = [state for state, found in groups.items() for _ in found]
    filters = by_state_and_kind(corpus, labels, ordered, states, list(map(age, ordered)))
    shown = grouped((s, (q, classes)) for s, q, classes in zip(states, ordered, filters.classes, strict=True))
    quiet = grouped(((corpus.by_id[q.sheet].day or "")[:4], (q, classes)) for q, classes in shown.get("quiet", ()))
    years = {year: quiet[year] for year in sorted(quiet, reverse=True)}
    return Board(shown, years, len(ordered) if len(ordered) <= WHOLE else IN_FULL, filters)


def by_state(corpus: Corpus, questions: Iterable[Question]) -> dict[str, list[Question]]:
    """The questions of each state in the order of the board."""
    groups = grouped((state(corpus, q), q) for q in questions)
    order = {key: weightiest(corpus, groups[key]) for key in STATES if key in groups}
    if "due" in order:
        order["due"].sort(key=lambda q: q.left or 0)
    return order


def by_topic(corpus: Corpus, questions: Iterable[Question]) -> dict[str, list[Question]]:
    """Those that are live, by topic, of most questions first, "" last; each once, the weightiest first.

    Whose words name none is on the topics of its article; of several it stands with the narrowest that others are on.
    """
    live = [q for q in questions if state(corpus, q) in STATES[:5]]
    topics = [q.topics or corpus.by_id[q.sheet].topics or ("",) for q in live]
    number = Counter(topic for found in topics for topic in found)
    chosen = (min(found, key=lambda t: (number[t] < 2, number[t], t)) for found in topics)
    groups = grouped(zip(chosen, live, strict=True))
    order = sorted(groups, key=lambda topic: (not topic, -len(groups[topic]), topic))
    return {topic: weightiest(corpus, groups[topic]) for topic in order}


def state(corpus: Corpus, question: Question) -> str:
    """One of `STATES`; what is overdue and told of since is no longer urgent."""
    if question.status != "open":
        return question.status
    if is_told_since(corpus, question):
        return "since"
    if is_quiet(corpus, question):
        return "quiet"
    if not question.is_likely:
        return "unsure"
    return "overdue" if question.overdue else "open" if question.left is None else "due"


def age(question: Question) -> str:
    """One of `filters.AGES`, by the day of its article."""
    if question.age is None:
        return "undated"
    return "month" if question.age <= MONTH else "year" if question.age <= YEAR else "older"

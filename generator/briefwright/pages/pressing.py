"""What presses: questions in, the weightiest first and the quiet ones apart out; dated items in, each matter once out.

Weight is what the sheets show of it: how many articles ask it, whether it is disputed, and whom it is about; a
month takes as much from it as an actor adds.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import timedelta
from typing import TypeVar

from briefwright import commonness
from briefwright.model.corpus import Corpus, Event, Question, Statement

_TO_COME = re.compile(
    r"\b(?:(?:is|are|was|were|due|expected|going|likely|plan\w*|set) to|cannot|could|may|might|never|no|not|should"
    r"|still|until|will|would|yet)\b|n[’']t\b|[’'](?:d|ll)\b",
    re.IGNORECASE,
)
SURELY = 0.7
"""Share of a question's words from which on an article that repeats them may tell it before the last day."""
T = TypeVar("T", Question, Event, Question | Event)
MOST_COMMON = 0.1
"""Share of ordinary articles up to which a word tells the matter."""
LEAST_WORDS = 2
"""Such words that two of one day share if they are one matter, though no story joins their articles."""
DAYS = frozenset(map(commonness.fold, (*calendar.day_name, *calendar.month_name)))
"""Names that tell when, not what."""
ALONE = 4
"""Such words that a question needs, for whoever has not read its article to know its matter."""
IN_FULL = 6
"""Such words with which it tells its matter in full."""
MOST_ACTORS = 2
"""So many main actors of its article add to the weight of a question."""
MONTH = 30
"""Days after which a question weighs as if it were about one main actor less."""
QUIET_DAYS = 90
"""A question is quiet when no article of so many days before the newest one is on it."""


def weightiest(corpus: Corpus, questions: Iterable[Question]) -> list[Question]:
    """The weightiest first of those that tell their matter in full, of the others that do, of the rest.

    Of equal ones in their order.
    """
    return sorted(questions, key=lambda q: (-_clearness(q), _days(q) / MONTH - _weight(corpus, q)))


def is_sure(question: Question) -> bool:
    """Whether it is likely one to follow up and tells by itself of what; what a person looked at always is."""
    return _clearness(question) > 0


def _clearness(question: Question) -> int:
    """2 if its own words tell its matter in full, 1 if they tell it, else 0: “What will the talks bring?”."""
    if not question.is_likely:
        return 0
    asked = (question, *question.also)
    if any(q.score is None for q in asked):
        return 2
    words = max(len(_telling(q)) for q in asked)
    return (words >= ALONE) + (words >= IN_FULL)


def is_quiet(corpus: Corpus, question: Question) -> bool:
    """Whether it is open, no day of it is to come, and no article has been on it for long."""
    silence = corpus.silences.get((question.sheet, question.id), 0)
    return question.status == "open" and question.left is None and silence >= QUIET_DAYS


def is_late(corpus: Corpus, question: Question) -> bool:
    """Whether its day has passed, nothing tells of it since, its matter is not quiet, and it is surely a question."""
    return is_sure(question) and is_past(corpus, question) and not is_quiet(corpus, question)


def is_past(corpus: Corpus, question: Question) -> bool:
    """Whether its day has passed, and nothing tells of it since."""
    return bool(question.overdue) and not is_told_since(corpus, question)


def is_told_since(corpus: Corpus, question: Question) -> bool:
    """Whether it is overdue, and an article of that day or a later one tells what happened."""
    if not question.overdue or corpus.as_of is None:
        return False
    due = (corpus.as_of - timedelta(days=question.overdue)).isoformat()
    since = corpus.said_since.get((question.sheet, question.id), ())
    on_time = (each for each in since if each.likeness >= SURELY or (corpus.by_id[each.told.sheet].day or "") >= due)
    return any(not _is_to_come(each.told) for each in on_time)


def _is_to_come(told: Statement | Event) -> bool:
    """Whether it tells of what did not happen, or has yet to: “was to be handed over”."""
    return _TO_COME.search(told.wording if isinstance(told, Statement) else told.event) is not None


def once(corpus: Corpus, items: Iterable[T]) -> list[T]:
    """The items in their order, of those that are one matter of one day the first."""
    chosen: list[T] = []
    for item in items:
        if not any(_are_one(corpus, item, other) for other in chosen):
            chosen.append(item)
    return chosen


def _days(question: Question) -> int:
    """Since its day passed, or else since its article; an undated one counts as all but quiet."""
    return question.overdue or (QUIET_DAYS if question.age is None else question.age)


def _weight(corpus: Corpus, question: Question) -> int:
    main = {part.actor for part in corpus.by_id[question.sheet].cast if part.main}
    actors = min(MOST_ACTORS, len(main & set(question.about)))
    contested = question.kind == "disputed" or any(d.question == question for d in corpus.disputes_in(question.sheet))
    return 2 * len(question.also) + actors + contested + bool(corpus.story_of(question.sheet))


def _are_one(corpus: Corpus, one: Question | Event, other: Question | Event) -> bool:
    """Whether both are told for one day, and in one article's or story's account, or in the same telling words."""
    if _day(one) != _day(other):
        return False
    if other.sheet == one.sheet or other.sheet in corpus.story_of(one.sheet):
        return (isinstance(one, Question) and isinstance(other, Question)) or bool(_telling(one) & _telling(other))
    return len(_telling(one) & _telling(other)) >= LEAST_WORDS


def _day(item: Question | Event) -> str | None:
    return item.due if isinstance(item, Question) else item.date


def _telling(item: Question | Event) -> frozenset[str]:
    words = commonness.words(item.question if isinstance(item, Question) else item.event)
    return frozenset(word for word in words if commonness.share(word) <= MOST_COMMON) - DAYS

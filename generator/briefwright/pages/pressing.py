"""What presses: overdue questions in, the weightiest first out; dated items in, each matter of a day once out.

Weight is what the sheets show of it: how many articles ask, whether it is disputed, whom it is about.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from briefwright import commonness
from briefwright.model.corpus import Corpus, Event, Question

T = TypeVar("T", Question, Event, Question | Event)
MOST_COMMON = 0.1
"""Share of ordinary articles up to which a word tells the matter."""
LEAST_WORDS = 2
"""Such words that two of one day share if they are one matter, though no story joins their articles."""
MOST_ACTORS = 2
"""So many main actors of its article add to the weight of a question."""


def weightiest(corpus: Corpus, questions: Iterable[Question]) -> list[Question]:
    """The overdue ones, the weightiest first; of equal ones the one whose day passed last."""
    overdue = (q for q in questions if q.overdue)
    return sorted(overdue, key=lambda q: (-_weight(corpus, q), q.overdue))


def once(corpus: Corpus, items: Iterable[T]) -> list[T]:
    """The items in their order, of those that are one matter of one day the first."""
    chosen: list[T] = []
    for item in items:
        if not any(_are_one(corpus, item, other) for other in chosen):
            chosen.append(item)
    return chosen


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
    return frozenset(word for word in words if commonness.share(word) <= MOST_COMMON)

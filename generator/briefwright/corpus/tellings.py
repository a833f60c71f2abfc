"""All events in; out the same in their order, those together that are one event told by several articles.

Precision goes before recall: an event that stands twice is a nuisance, two events taken for one are a false report. So
the day must be the same, nearly all words in their order, and every name, number and negation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel

from briefwright.model.corpus import Event
from briefwright.model.order import grouped
from briefwright.model.text import PRONOUNS

LEAST_ALIKE = 0.9
"""Share of the words of both that stand in both, in the same order: one word of ten may be another."""
LEAST_WORDS, FEW_WORDS = 3, 6
"""Fewer words tell nothing; of fewer than the second (“the presidential election”) the articles share an actor, too."""
MANY_WORDS = 8
"""So many may hold a pronoun, and may be the beginning of a telling that goes on."""
_WORD = re.compile(r"[^\W_]+")
_NEGATIONS = frozenset("cannot neither never no nobody none nor not nothing without".split())
_EMPTY = frozenset(
    "a also an and are as at be been by for from had has have in is of on or the to was were will".split()
)


class _Telling(NamedTuple):
    """An event's wording, folded; `kept` are the words for which no others may stand, nor none."""

    words: tuple[str, ...]
    kept: frozenset[str]


def tellings(events: Iterable[Event], casts: Mapping[str, frozenset[str]]) -> tuple[tuple[Event, ...], ...]:
    """The events in their order, each with those behind it that tell the same; `casts` are the actors by sheet."""
    groups: list[list[Event]] = []
    for (date, _), of_one_day in grouped(((e.date, e.sheet if e.date is None else ""), e) for e in events).items():
        open_groups: list[list[Event]] = []
        for event in of_one_day:
            for group in open_groups if date else ():
                if all(_same(event, other, casts) for other in group):
                    group.append(event)
                    break
            else:
                open_groups.append([event])
        groups += open_groups
    return tuple(map(tuple, groups))


def _same(one: Event, other: Event, casts: Mapping[str, frozenset[str]]) -> bool:
    a, b = _telling(one.event), _telling(other.event)
    if a is None or b is None:
        return False
    if _begins(a, b) or _begins(b, a):
        return True
    if Indel.normalized_similarity(a.words, b.words) < LEAST_ALIKE or (set(a.words) ^ set(b.words)) & (a.kept | b.kept):
        return False
    enough = min(len(a.words), len(b.words)) >= FEW_WORDS
    return enough or one.sheet == other.sheet or bool(casts[one.sheet] & casts[other.sheet])


def _begins(whole: _Telling, beginning: _Telling) -> bool:
    """Whether `whole` goes on where `beginning` ends, and takes nothing back."""
    length = len(beginning.words)
    return (
        length >= MANY_WORDS and whole.words[:length] == beginning.words and _NEGATIONS.isdisjoint(whole.words[length:])
    )


@lru_cache(maxsize=50_000)  # of a project that is edited live nearly all wordings stay from build to build
def _telling(wording: str) -> _Telling | None:
    """The wording's words; None where they do not say by themselves what happened."""
    spelt = _WORD.findall(wording)
    folded = [word.casefold() for word in spelt]
    words = tuple(word for word in folded if word not in _EMPTY)
    if len(words) < (LEAST_WORDS if PRONOUNS.isdisjoint(folded) else MANY_WORDS):
        return None
    names = (word.casefold() for word in spelt[1:] if word[0].isupper())
    return _Telling(words, frozenset(names) | {w for w in words if w.isdigit()} | _NEGATIONS)

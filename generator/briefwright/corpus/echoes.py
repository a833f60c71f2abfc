"""All statements in; out, for each those of other articles that give the same words of the same speaker.

Several articles with one quotation are one source, not several. A run of words that long is no chance, and nobody says
it twice: a speech, a tweet or a wire's report was taken over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from briefwright.model.corpus import Statement
from briefwright.model.order import grouped

RUN = 8
"""Words in a row that two statements share; each of the three pairs found in 299 articles was one utterance."""
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
Address = tuple[str, str]


def echoes(statements: Iterable[Statement]) -> Mapping[Address, tuple[Statement, ...]]:
    """By sheet and id of a statement the others, in the order in which they came."""
    known = {(s.sheet, s.id): s for s in statements}
    holders = grouped(((s.actor, run), address) for address, s in known.items() if s.actor for run in _runs(s))
    alike: dict[Address, dict[Address, None]] = {}
    for group in holders.values():
        for one in group:
            others = (other for other in group if other[0] != one[0])
            alike.setdefault(one, {}).update(dict.fromkeys(others))
    order = {address: n for n, address in enumerate(known)}
    return {
        one: tuple(known[o] for o in sorted(others, key=order.__getitem__)) for one, others in alike.items() if others
    }


def _runs(statement: Statement) -> frozenset[tuple[str, ...]]:
    return frozenset(run for quote in statement.passage.quotes for run in _runs_of(quote))


@lru_cache(maxsize=50_000)  # of a project that is edited live nearly all quotes stay from build to build
def _runs_of(quote: str) -> tuple[tuple[str, ...], ...]:
    words = [word.casefold() for word in _WORD.findall(quote)]
    return tuple(tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1))

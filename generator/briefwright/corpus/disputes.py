"""The statements of a corpus in; out its disputes: who contradicts whom, as a person decided or a program surely reads.

What a person confirmed or added is told first, what a person rejected never. Contradictions that share a statement are
one dispute of two sides, unless that would put an actor on both of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from briefwright.corpus.contradictions import contradictions
from briefwright.corpus.stances import stems
from briefwright.model.corpus import Corpus, Dispute, Question, Statement
from briefwright.model.order import grouped

LEAST_WORDS = 3
"""Telling words of a question that says by itself what it is about ("Is the claim right?" does not)."""
LEAST_SHARE = 0.5
"""Share of the words of a question that the sides have to have in common with it."""

Address = tuple[str, str]
_AGAINST = frozenset({"deny", "oppose"})


class _Edge(NamedTuple):
    """Two statements that contradict each other, the one that was made first in front."""

    one: Statement
    other: Statement
    by_hand: bool


class _Sides(NamedTuple):
    """A dispute while it grows: the statements of each side, by their addresses."""

    left: dict[Address, Statement]
    right: dict[Address, Statement]
    edges: list[_Edge]


def find_disputes(corpus: Corpus) -> tuple[Dispute, ...]:
    """All disputes, newest first; the same for the same sheets."""
    published = {(s.sheet, s.id): s for b in corpus.briefings for s in b.statements}
    rejected = {frozenset({key, link}) for key, s in published.items() for link in s.not_disputed_by}
    days = {b.id: b.day for b in corpus.briefings}
    found: list[_Sides] = []
    for edge in _edges(corpus, published, days, rejected):
        _join(found, edge, rejected)
    disputes = [_dispute(sides, corpus, days) for sides in found]
    disputes.sort(key=lambda d: (d.earlier[0].sheet, d.earlier[0].id))
    return tuple(sorted(disputes, key=lambda d: d.day or "", reverse=True))


def _edges(
    corpus: Corpus,
    published: Mapping[Address, Statement],
    days: Mapping[str, str | None],
    rejected: set[frozenset[Address]],
) -> Iterator[_Edge]:
    """Those by hand first, each in the order of time."""
    by_hand = {
        frozenset({key, link}): (published[link], s)
        for key, s in published.items()
        for link in sorted(s.disputes)
        if link in published and link != key
    }
    for one, other in by_hand.values():
        yield _Edge(*_in_time(one, other, days), by_hand=True)
    for found in filter(attrgetter("is_shown"), contradictions(corpus)):
        pair = frozenset({_address(found.said), _address(found.against)})
        if pair not in rejected and pair not in by_hand:
            yield _Edge(*_in_time(found.said, found.against, days), by_hand=False)


def _in_time(one: Statement, other: Statement, days: Mapping[str, str | None]) -> tuple[Statement, Statement]:
    """The two in the order of their days; of one day who denies or opposes comes second, else as they come."""
    keys = [(days[s.sheet] or "9999", s.act in _AGAINST) for s in (one, other)]
    return (other, one) if keys[1] < keys[0] else (one, other)


def _join(found: list[_Sides], edge: _Edge, rejected: set[frozenset[Address]]) -> None:
    """Add an edge to the disputes that it touches, if that leaves two clean sides; else it is one of its own."""
    one, other = _address(edge.one), _address(edge.other)
    merged = _Sides({one: edge.one}, {other: edge.other}, [edge])
    touched = [s for s in found if not {one, other}.isdisjoint({*s.left, *s.right})]
    for sides in touched:
        left, right = (
            (sides.left, sides.right) if one in sides.left or other in sides.right else (sides.right, sides.left)
        )
        grown = _Sides({**left, **merged.left}, {**right, **merged.right}, [*sides.edges, *merged.edges])
        if _is_clean(grown, rejected):
            found.remove(sides)
            merged = grown
    found.append(merged)


def _is_clean(sides: _Sides, rejected: set[frozenset[Address]]) -> bool:
    """Whether no statement and no actor is on both sides, and no two face each other that a person told apart."""
    actors = [{s.actor for s in side.values() if s.actor} for side in (sides.left, sides.right)]
    pairs = (frozenset({a, b}) for a in sides.left for b in sides.right)
    return not (sides.left.keys() & sides.right.keys() or actors[0] & actors[1] or any(p in rejected for p in pairs))


def _dispute(sides: _Sides, corpus: Corpus, days: Mapping[str, str | None]) -> Dispute:
    left, right = (_ordered(side.values(), days) for side in (sides.left, sides.right))
    start = min(sides.edges, key=lambda edge: days[edge.one.sheet] or "9999")
    if _address(start.one) in sides.right:
        left, right = right, left
    confirmed = {_address(s) for edge in sides.edges if edge.by_hand for s in (edge.one, edge.other)}
    since = [days[side[0].sheet] for side in (left, right)]
    day = max(d for d in since if d) if all(since) else None
    return Dispute(
        earlier=left,
        against=right,
        question=_question((*left, *right), corpus),
        confirmed=confirmed == sides.left.keys() | sides.right.keys(),
        day=day,
        age=max(0, (corpus.as_of - date.fromisoformat(day)).days) if corpus.as_of and day else None,
    )


def _ordered(statements: Iterable[Statement], days: Mapping[str, str | None]) -> tuple[Statement, ...]:
    return tuple(sorted(statements, key=lambda s: (days[s.sheet] or "9999", s.sheet, s.passage.evidence[:1], s.id)))


def _question(statements: Iterable[Statement], corpus: Corpus) -> Question | None:
    """The question of one of their articles that rests on the same sentence and has most of its words from them."""
    said = grouped((s.sheet, s) for s in statements)
    words = frozenset(w for group in said.values() for s in group for w in stems(s.wording))
    fitting = []
    for sheet, group in said.items():
        spans = [span for s in group for span in (*s.passage.context, *s.passage.evidence)]
        for q in corpus.by_id[sheet].questions:
            asked = stems(q.question)
            share = len(asked & words) / len(asked) if asked else 0.0
            if (
                q.kind == "disputed"
                and (len(asked) >= LEAST_WORDS or q.status != "open")
                and share >= LEAST_SHARE
                and any(e.overlaps(span) for e in q.passage.evidence for span in spans)
            ):
                fitting.append((-share, q.sheet, q.id, q))
    return min(fitting, key=lambda f: f[:3])[3] if fitting else None


def _address(statement: Statement) -> Address:
    return statement.sheet, statement.id

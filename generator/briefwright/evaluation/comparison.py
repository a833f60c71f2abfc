"""A fact sheet that a person has seen to and the parser's findings in; what was found, missed and misread out.

Findings are matched one to one, the most alike first: actors by a name in common, positions by half of all words of
their evidence in common (Jaccard), open questions and events by half of the shorter evidence. What a person keeps out
of the site (`publish: false`) is neither a miss nor, when found, a false alarm. An item that a person added without
evidence has no place in the text where the parser could find it: it is left out, and counted as such.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from briefwright.model.factsheet import Actor, Event, FactSheet, Findings, Item, OpenQuestion, Position

ROWS = (
    "actors",
    "main actors",
    "positions",
    "positions + actor",
    "positions + actor + act",
    "open questions",
    "open questions + kind",
    "events",
    "events + date",
)
HALF = 0.5
_NUDGE = 1e-6
"""Decides between pairs that are equally alike, and nothing else."""
_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"[’']s?\b")
_ARTICLES = frozenset({"a", "an", "the"})

Words = frozenset[int]
Grounded = TypeVar("Grounded", Position, OpenQuestion, Event)
Found = TypeVar("Found")
Pairs = dict[int, int]
"""Index of a finding to the index of the gold item that it was matched with."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many findings there are, how many gold items, and how many of both are right."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of the findings that is right, 0 to 1."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold items that was found, 0 to 1."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that the parser got wrong; `fault` is "missed", "false" (nothing there), or the field that is wrong."""

    fault: Literal["missed", "false", "kind", "actor", "act", "date"]
    gold: Item | None
    found: Item | None

    @property
    def item(self) -> Item:
        """The sheet's item, or the parser's where the sheet has none."""
        item = self.gold or self.found
        if item is None:
            raise ValueError("a mistake has at least one side")
        return item


@dataclass(frozen=True)
class Comparison:
    """What came of one sheet, or of several together."""

    counts: dict[str, Count] = field(default_factory=dict)
    """By the names in `ROWS`; of main actors only the recall says something."""
    kinds: Count = Count()
    """Of the actors found: those of the right kind."""
    scored: tuple[tuple[float, bool], ...] = ()
    """Score of each position of the parser, and whether a person has a position with these words."""
    mistakes: tuple[Mistake, ...] = ()
    left_out: int = 0
    """Items that a person added without evidence."""


def compare(gold: FactSheet, found: Findings, text: str) -> Comparison:
    """The findings held against the sheet; both count their offsets in `text`."""
    starts = [match.start() for match in _WORD.finditer(text)]
    positions, events = _with_evidence(gold.positions), _with_evidence(gold.events)
    questions = _with_evidence(gold.open_questions)
    people = _pairs(found.actors, gold.actors, lambda f, g: _jaccard(_names(f), _names(g)))
    same_actor = {found.actors[f].id: gold.actors[g].id for f, g in people.items()}

    def actor_right(f: Position, g: Position) -> bool:
        return f.actor is None if g.actor is None else same_actor.get(f.actor or "") == g.actor

    said = _grounded_pairs(found.positions, positions, starts, _jaccard, prefer=actor_right)
    asked = _grounded_pairs(found.open_questions, questions, starts, _overlap)
    happened = _grounded_pairs(found.events, events, starts, _overlap)
    main = [g for g, actor in enumerate(gold.actors) if actor.salience == "main" and actor.publish]
    met = sum(g in main for g in people.values())
    with_actor = {f: g for f, g in said.items() if actor_right(found.positions[f], positions[g])}
    with_act = {f: g for f, g in with_actor.items() if found.positions[f].act == positions[g].act}
    of_kind = {f: g for f, g in asked.items() if found.open_questions[f].kind == questions[g].kind}
    dated = {f: g for f, g in happened.items() if found.events[f].date == events[g].date}
    of_right_kind = {f: g for f, g in people.items() if found.actors[f].kind == gold.actors[g].kind}
    return Comparison(
        counts={
            "actors": _count(found.actors, gold.actors, people),
            "main actors": Count(met, met, len(main)),
            "positions": _count(found.positions, positions, said),
            "positions + actor": _count(found.positions, positions, said, with_actor),
            "positions + actor + act": _count(found.positions, positions, said, with_act),
            "open questions": _count(found.open_questions, questions, asked),
            "open questions + kind": _count(found.open_questions, questions, asked, of_kind),
            "events": _count(found.events, events, happened),
            "events + date": _count(found.events, events, happened, dated),
        },
        kinds=Count(len(of_right_kind), len(people), len(people)),
        scored=tuple((p.score, f in said) for f, p in enumerate(found.positions) if p.score is not None),
        mistakes=(
            *_mistakes("kind", found.actors, gold.actors, people, of_right_kind),
            *_mistakes("actor", found.positions, positions, said, with_actor),
            *_misread("act", found.positions, positions, with_actor, with_act),
            *_mistakes("kind", found.open_questions, questions, asked, of_kind),
            *_mistakes("date", found.events, events, happened, dated),
        ),
        left_out=len(gold.positions)
        - len(positions)
        + len(gold.open_questions)
        - len(questions)
        + len(gold.events)
        - len(events),
    )


def total(comparisons: Iterable[Comparison]) -> Comparison:
    """All of them as one."""
    each = list(comparisons)
    return Comparison(
        counts={row: sum((c.counts[row] for c in each), Count()) for row in ROWS},
        kinds=sum((c.kinds for c in each), Count()),
        scored=tuple(pair for c in each for pair in c.scored),
        mistakes=tuple(mistake for c in each for mistake in c.mistakes),
        left_out=sum(c.left_out for c in each),
    )


def _with_evidence(items: Iterable[Grounded]) -> list[Grounded]:
    return [item for item in items if item.evidence]


def _names(actor: Actor) -> frozenset[str]:
    """The forms of the name, apart from case, articles, possessives and punctuation."""
    plain = (_POSSESSIVE.sub("", name.lower()) for name in (actor.name, *actor.aliases))
    return frozenset(" ".join(w for w in _WORD.findall(name) if w not in _ARTICLES) for name in plain) - {""}


def _words(item: Position | OpenQuestion | Event, starts: list[int]) -> Words:
    """The words that the evidence covers, as their numbers in the text."""
    spans = ((bisect_left(starts, e.start), bisect_left(starts, e.end)) for e in item.evidence)
    return frozenset(word for first, last in spans for word in range(first, last))


def _jaccard(a: frozenset[Found], b: frozenset[Found]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0


def _overlap(a: Words, b: Words) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _grounded_pairs(
    found: Sequence[Grounded],
    gold: Sequence[Grounded],
    starts: list[int],
    likeness: Callable[[Words, Words], float],
    prefer: Callable[[Grounded, Grounded], bool] = lambda f, g: False,
) -> Pairs:
    """Pairs whose evidence is alike by half or more; of equally good ones those that `prefer` picks."""
    words = {id(item): _words(item, starts) for item in (*found, *gold)}

    def alike(f: Grounded, g: Grounded) -> float:
        share = likeness(words[id(f)], words[id(g)])
        return share + _NUDGE * prefer(f, g) if share >= HALF else 0.0

    return _pairs(found, gold, alike)


def _pairs(found: Sequence[Found], gold: Sequence[Found], alike: Callable[[Found, Found], float]) -> Pairs:
    """One-to-one pairs, the most alike first, else in order; 0 is no pair."""
    likely = ((-value, f, g) for f, a in enumerate(found) for g, b in enumerate(gold) if (value := alike(a, b)))
    pairs: Pairs = {}
    taken: set[int] = set()
    for _, f, g in sorted(likely):
        if f not in pairs and g not in taken:
            pairs[f] = g
            taken.add(g)
    return pairs


def _count(found: Sequence[Item], gold: Sequence[Item], pairs: Pairs, right: Pairs | None = None) -> Count:
    """`right` of the pairs held against all that was found and all that is wanted."""
    unasked = sum(not gold[g].publish for g in pairs.values())
    hits = sum(gold[g].publish for g in (pairs if right is None else right).values())
    return Count(hits, len(found) - unasked, sum(item.publish for item in gold))


def _mistakes(
    fault: Literal["kind", "actor", "act", "date"],
    found: Sequence[Item],
    gold: Sequence[Item],
    pairs: Pairs,
    right: Pairs,
) -> list[Mistake]:
    """What is missing, what is not there, and pairs that are not `right`."""
    met = set(pairs.values())
    missed = [Mistake("missed", item, None) for g, item in enumerate(gold) if g not in met and item.publish]
    false = [Mistake("false", None, item) for f, item in enumerate(found) if f not in pairs]
    return [*missed, *false, *_misread(fault, found, gold, pairs, right)]


def _misread(
    fault: Literal["kind", "actor", "act", "date"],
    found: Sequence[Item],
    gold: Sequence[Item],
    pairs: Pairs,
    right: Pairs,
) -> list[Mistake]:
    return [Mistake(fault, gold[g], found[f]) for f, g in pairs.items() if f not in right and gold[g].publish]

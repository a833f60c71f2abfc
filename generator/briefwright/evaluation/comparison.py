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
from typing import Generic, Literal, TypeVar

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
Fault = Literal["missed", "false", "kind", "actor", "act", "date"]
AnyItem = TypeVar("AnyItem", bound=Item)
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

    fault: Fault
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


@dataclass(frozen=True, slots=True)
class _Section(Generic[AnyItem]):
    """One section of the sheet: the parser's items, the person's, and which of them were matched."""

    found: Sequence[AnyItem]
    gold: Sequence[AnyItem]
    pairs: Pairs

    def only(self, right: Callable[[AnyItem, AnyItem], bool]) -> Pairs:
        """The pairs of which `right` holds, asked with the parser's item first."""
        return {f: g for f, g in self.pairs.items() if right(self.found[f], self.gold[g])}

    def count(self, right: Pairs) -> Count:
        """`right` of the pairs held against all that was found and all that is wanted."""
        unasked = sum(not self.gold[g].publish for g in self.pairs.values())
        hits = sum(self.gold[g].publish for g in right.values())
        return Count(hits, len(self.found) - unasked, sum(item.publish for item in self.gold))

    def strays(self) -> list[Mistake]:
        """What is missing, and what is not there."""
        met = set(self.pairs.values())
        missed = [Mistake("missed", item, None) for g, item in enumerate(self.gold) if g not in met and item.publish]
        return missed + [Mistake("false", None, item) for f, item in enumerate(self.found) if f not in self.pairs]

    def misread(self, fault: Fault, pairs: Pairs, right: Pairs) -> list[Mistake]:
        """Those of `pairs` that are not `right`."""
        return [
            Mistake(fault, self.gold[g], self.found[f])
            for f, g in pairs.items()
            if f not in right and self.gold[g].publish
        ]


def compare(gold: FactSheet, found: Findings, text: str) -> Comparison:
    """The findings held against the sheet; both count their offsets in `text`."""
    starts = [match.start() for match in _WORD.finditer(text)]
    alike = _pairs(found.actors, gold.actors, lambda f, g: _jaccard(_names(f), _names(g)))
    people = _Section(found.actors, gold.actors, alike)
    of_kind = people.only(lambda f, g: f.kind == g.kind)
    main = [g for g, actor in enumerate(gold.actors) if actor.salience == "main" and actor.publish]
    met = len(set(main) & set(people.pairs.values()))
    same_actor = {found.actors[f].id: gold.actors[g].id for f, g in people.pairs.items()}

    def actor_right(f: Position, g: Position) -> bool:
        return f.actor is None if g.actor is None else same_actor.get(f.actor or "") == g.actor

    said = _grounded(found.positions, gold.positions, starts, _jaccard, prefer=actor_right)
    with_actor = said.only(actor_right)
    with_act = said.only(lambda f, g: actor_right(f, g) and f.act == g.act)
    asked = _grounded(found.open_questions, gold.open_questions, starts, _overlap)
    asked_alike = asked.only(lambda f, g: f.kind == g.kind)
    happened = _grounded(found.events, gold.events, starts, _overlap)
    dated = happened.only(lambda f, g: f.date == g.date)
    return Comparison(
        counts={
            "actors": people.count(people.pairs),
            "main actors": Count(met, met, len(main)),
            "positions": said.count(said.pairs),
            "positions + actor": said.count(with_actor),
            "positions + actor + act": said.count(with_act),
            "open questions": asked.count(asked.pairs),
            "open questions + kind": asked.count(asked_alike),
            "events": happened.count(happened.pairs),
            "events + date": happened.count(dated),
        },
        kinds=Count(len(of_kind), len(people.pairs), len(people.pairs)),
        scored=tuple((p.score, f in said.pairs) for f, p in enumerate(found.positions) if p.score is not None),
        mistakes=(
            *people.strays(),
            *people.misread("kind", people.pairs, of_kind),
            *said.strays(),
            *said.misread("actor", said.pairs, with_actor),
            *said.misread("act", with_actor, with_act),
            *asked.strays(),
            *asked.misread("kind", asked.pairs, asked_alike),
            *happened.strays(),
            *happened.misread("date", happened.pairs, dated),
        ),
        left_out=len(gold.positions)
        - len(said.gold)
        + len(gold.open_questions)
        - len(asked.gold)
        + len(gold.events)
        - len(happened.gold),
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


def _grounded(
    found: Sequence[Grounded],
    gold: Sequence[Grounded],
    starts: list[int],
    likeness: Callable[[Words, Words], float],
    prefer: Callable[[Grounded, Grounded], bool] = lambda f, g: False,
) -> _Section[Grounded]:
    """A section matched where the evidence is alike by half or more; of equal pairs those that `prefer` picks."""
    grounded: list[Grounded] = [item for item in gold if item.evidence]
    words = {id(item): _words(item, starts) for item in (*found, *grounded)}

    def alike(f: Grounded, g: Grounded) -> float:
        share = likeness(words[id(f)], words[id(g)])
        return share + _NUDGE * prefer(f, g) if share >= HALF else 0.0

    return _Section(found, grounded, _pairs(found, grounded, alike))


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

"""The statements of a corpus in; out what comparing two of them needs: their words, how rare, and who is one side.

Names weigh little, for on one matter many statements name the same actors.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from briefwright.corpus.stances import Stance, stance, stems
from briefwright.model.corpus import Corpus, Statement
from briefwright.model.text import PRONOUNS

NEXT, NEAR, FAR = 160, 320, 2_500
"""Characters between two statements of one article: the next sentence, the next two or three, a page."""
NAME = 0.15
"""Weight of a word that is an actor's name: on one matter many statements name the same actors."""
_NOBODY = PRONOUNS | frozenset("all another many most one others several some".split())
"""Sources that name nobody, not even with a noun."""
_WHOSE = re.compile(r"(?:her|his|its|my|our|their|your)\b", re.IGNORECASE)
"""How a source opens that is somebody's, who may be the other side: "her brief"."""
_SOME = re.compile(
    r"^(?:a number of|few|half of|many|most|no|none of|several|some)\b"
    r"|\b(?:data|percent|polls?|surveys?|by (?:her|him|them)|\d+ in \d+)\b",
    re.IGNORECASE,
)
"""Sources that are a part of whom they name ("some Republicans"), no one who says yes or no ("a newspaper's poll"), or
somebody's, who may be the other side ("a study written by her")."""


class Said(NamedTuple):
    """A statement as it is compared."""

    statement: Statement
    stance: Stance
    start: int
    end: int
    """Where its evidence lies in its article; both -1 without evidence."""


class Comparison:
    """Knows the words of all statements, and who speaks for whom."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.said = [_said(s) for s in corpus.statements if _is_somebody(s)]
        self._counts = Counter(chain.from_iterable(said.stance.words for said in self.said))
        self._weights: dict[str, float] = {}
        self._names: dict[str, frozenset[frozenset[str]]] = {}
        self._kin: dict[str, frozenset[str]] = {}

    @cached_property
    def name_words(self) -> frozenset[str]:
        """Every word of an actor's name."""
        return frozenset(w for a in self.corpus.actors.values() for form in (a.name, *a.forms) for w in stems(form))

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that alone are an actor's name."""
        return frozenset(w for a in self.corpus.actors for name in self.names_of(a) if len(name) == 1 for w in name)

    @cached_property
    def persons(self) -> frozenset[frozenset[str]]:
        """The names of all persons, as stems."""
        people = (actor for actor, known in self.corpus.actors.items() if known.kind == "person")
        return frozenset(name for actor in people for name in self.names_of(actor))

    def names_of(self, actor: str | None) -> frozenset[frozenset[str]]:
        """The stems by which an actor is known."""
        if actor is None:
            return frozenset()
        if actor not in self._names:
            known = self.corpus.actors[actor]
            self._names[actor] = _names((known.name, *known.forms), known.kind == "person")
        return self._names[actor]

    def is_named(self, actor: str | None, words: frozenset[str]) -> bool:
        """Whether the words hold the actor's name, or a longer form of one word of it: Iran, Iranian."""
        return any(
            name <= words or (len(name) == 1 and any(w.startswith(n) for n in name if len(n) > 3 for w in words))
            for name in self.names_of(actor)
        )

    def weight(self, words: Iterable[str]) -> float:
        """How rare the words are: 1 for one that a single statement holds (inverse document frequency, scaled)."""
        return math.fsum(map(self._weight, words))

    def _weight(self, word: str) -> float:
        if word not in self._weights:
            number = 1 + len(self.said)
            rarity = math.log(1 + len(self.said) / max(1, self._counts[word])) / math.log(number)
            self._weights[word] = min(rarity, NAME) if word in self.name_words else rarity
        return self._weights[word]

    def are_one_side(self, one: Statement, other: Statement) -> bool:
        """Whether the two speak for each other: the same actor, or one belongs to the other."""
        if one.actor is None or other.actor is None:
            return one.actor == other.actor and one.source == other.source
        return one.actor in self.kin(other.actor) or other.actor in self.kin(one.actor)

    def are_of_common_words(self, *statements: Statement) -> bool:
        """Whether a common word says one of them, such as “Police”, which may mean others in another article."""
        return any(s.actor and self.corpus.actors[s.actor].is_common for s in statements)

    def others_between(self, said: Said, against: Said, here: Iterable[Said]) -> Iterator[Statement]:
        """What others than the two, and who belongs to them, say between them; `here` is what their article has."""
        for other in here:
            if said.end <= other.start < against.start and not any(
                self.are_one_side(other.statement, each.statement) for each in (said, against)
            ):
                yield other.statement

    def between(self, one: Said, other: Said) -> str:
        """What their article says between two statements; nothing where they overlap, or there is no telling."""
        first, second = sorted((one, other), key=lambda said: said.start)
        text = self.corpus.by_id[first.statement.sheet].text if first.start >= 0 else None
        return (text or "")[first.end : max(first.end, second.start)]

    def before(self, said: Said) -> str:
        """What their article says before a statement."""
        return (self.corpus.by_id[said.statement.sheet].text or "")[: max(0, said.start)]

    def kin(self, actor: str) -> frozenset[str]:
        """The actor and who belongs to it."""
        if actor not in self._kin:
            self._kin[actor] = self.corpus.members(actor) | {actor}
        return self._kin[actor]


def _said(statement: Statement) -> Said:
    evidence = statement.passage.evidence
    start, end = (evidence[0].start, evidence[-1].end) if evidence else (-1, -1)
    return Said(statement, stance(statement.wording, statement.cue, statement.act), start, end)


def distance(one: Said, other: Said) -> int:
    """Characters between two statements of one article; as far as can be where there is no telling."""
    if one.start < 0 or other.start < 0:
        return FAR
    return max(0, max(one.start, other.start) - min(one.end, other.end))


def _is_somebody(statement: Statement) -> bool:
    """Whether it names an actor as a whole, or a source with a noun at least."""
    source = statement.source or ""
    if _SOME.search(source):
        return False
    return statement.actor is not None or (bool(source) and not is_pronoun(source) and not _WHOSE.match(source))


def is_pronoun(source: str | None) -> bool:
    """Whether a source is "he", "others", or another word that names nobody."""
    return source is not None and source.casefold().strip(" ,") in _NOBODY


@lru_cache(maxsize=50_000)  # actors stay, too
def _names(forms: tuple[str, ...], is_person: bool) -> frozenset[frozenset[str]]:
    """Of a person the last names, of others each name as a whole."""
    named = [words for form in forms if (words := [w for w in form.split() if stems(w)])]
    return frozenset(stems(words[-1]) if is_person else stems(" ".join(words)) for words in named)

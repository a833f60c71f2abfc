"""All statements of a corpus in; out the pairs that are read as a contradiction, the surest first.

Precision goes before recall: a pair has to share more than a matter. Either the one answers the other ("denied that",
"called Lindvar's claim false"), or what stands under the one's negation is what the other says.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple

from briefwright.corpus.stances import FRONT, Clause, Refusal, Stance, stance, stems
from briefwright.model.corpus import Corpus, Statement
from briefwright.model.factsheet import Act
from briefwright.model.text import PRONOUNS

NEXT, NEAR, FAR = 160, 320, 2_500
"""Characters between two statements of one article: the next sentence, the next two or three, a page."""
NAME = 0.15
"""Weight of a word that is an actor's name: on one matter many statements name the same actors."""
MOST_HOLDERS = 0.05
"""Share of all statements that may hold a word by which two articles are compared; in any case `LEAST_HOLDERS`."""
LEAST_HOLDERS = 20
OFFERED = 2
"""What a statement that names its matter is read to answer, at most."""

_CLAIMING: frozenset[Act] = frozenset({"assert", "oppose", "warn", "commit", "deny"})
_WANTING: frozenset[Act] = frozenset({"demand", "commit"})
_WISHING: frozenset[Act] = _WANTING | {"support"}
_SILENT: frozenset[Act] = frozenset({"ask", "decline"})
_ACCUSES = re.compile(r"\b(?:accus|alleg|blam|charg|claim|responsib|suspect)", re.IGNORECASE)
_INSISTS = re.compile(r"\binsist", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|never)\b|n[’']t\b", re.IGNORECASE)
_WHETHER = re.compile(r"\W*whether\b", re.IGNORECASE)
_NOBODY = PRONOUNS | frozenset("all another many most one others several some".split())
"""Sources that name nobody, not even with a noun."""
_SOME = re.compile(
    r"^(?:a number of|few|half of|many|most|several|some)\b|\b(?:data|percent|polls?|surveys?)\b", re.IGNORECASE
)
"""Sources that are a part of whom they name, or no one who says yes or no: "some Republicans", "a newspaper's poll"."""


class Contradiction(NamedTuple):
    """`against` says no to what `said` says. `sure` orders pairs; it is no probability."""

    said: Statement
    against: Statement
    sure: float


class Said(NamedTuple):
    """A statement as it is compared."""

    statement: Statement
    stance: Stance
    start: int
    end: int
    """Where its evidence lies in its article; both -1 without evidence."""


def contradictions(corpus: Corpus) -> list[Contradiction]:
    """The surest first; of copies only what their origin says, nothing between an actor and who belongs to it."""
    reader = _Reader(corpus)
    found = {(c.said, c.against): c for c in sorted([*reader.within(), *reader.across()], key=attrgetter("sure"))}
    return sorted(found.values(), key=lambda c: (-c.sure, *_address(c.said), *_address(c.against)))


class _Reader:
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

    def kin(self, actor: str) -> frozenset[str]:
        """The actor and who belongs to it."""
        if actor not in self._kin:
            self._kin[actor] = self.corpus.members(actor) | {actor}
        return self._kin[actor]

    def within(self) -> Iterator[Contradiction]:
        """The pairs of one article each."""
        for _, group in groupby(self.said, lambda said: said.statement.sheet):
            here = list(group)
            for against in filter(_says_no, here):
                others = [said for said in here if not _tells_of(said, against)]
                if refusal := against.stance.refusal:
                    yield from self._answered(against, refusal, others)
                for clause in against.stance.clauses:
                    if verbs := clause.negated - self.names:
                        yield from self._negated(against, clause, verbs, others)

    def _answered(self, against: Said, refusal: Refusal, here: Sequence[Said]) -> Iterator[Contradiction]:
        """What a statement that says no as a whole says no to: the surest, or two of them where it names its matter."""
        found = []
        for said in here:
            if _may_be_answered(said, refusal) and not self.are_one_side(said.statement, against.statement):
                pair = _Pair(self, said, against, refusal, here)
                if sure := pair.sure():
                    found.append((sure, -pair.distance, said))
        found.sort(key=lambda f: f[:2], reverse=True)
        for sure, _, said in found[: OFFERED if refusal.object and not refusal.whose else 1]:
            yield Contradiction(said.statement, against.statement, sure)

    def _negated(
        self, against: Said, clause: Clause, verbs: frozenset[str], here: Sequence[Said]
    ) -> Iterator[Contradiction]:
        """Statements that say what stands under a negation."""
        for said in here:
            if verbs.isdisjoint(said.stance.words) or not self._may_be_negated(said, against):
                continue
            found = (self._alike(said, against, clause, other) for other in _saying(said, verbs))
            if sure := max(found, default=0.0):
                yield Contradiction(said.statement, against.statement, sure)

    def _may_be_negated(self, said: Said, against: Said) -> bool:
        one, other = said.statement, against.statement
        if said.stance.tells or {one.act, other.act} & _SILENT or _leaves_open(one) or self.are_one_side(one, other):
            return False
        return (one.act == "demand") == (other.act == "demand") or bool(_INSISTS.search(other.cue or ""))

    def _alike(self, said: Said, against: Said, clause: Clause, other: Clause) -> float:
        """How sure it is that one sentence negates the other, 0 for not; near each other less has to be shared."""
        both = clause.words & other.words
        shared = self.weight(clause.denied & other.words)
        part = shared / self.weight(clause.denied)
        alike = self.weight(both) / self.weight(clause.words | other.words)
        gap = _distance(said, against)
        follows = said.start <= against.start and gap <= NEXT
        near = gap <= NEAR and (
            (follows and part >= 0.4 and shared >= 0.8 and alike >= 0.14)
            or (part >= 0.4 and shared >= 1.35 and alike >= 0.12)
            or (part >= 0.9 and shared >= 0.6 and alike >= 0.25)
        )
        far = part >= 0.6 and len(both) >= 3 and alike >= 0.5 and self.weight(both) >= 1.35 and not against.stance.tells
        return 1 + part * min(1.0, shared / 1.35) + alike if len(both) > 1 and (near or far) else 0.0

    def across(self) -> Iterator[Contradiction]:
        """The pairs of two articles: only where a statement names what it denies, and the other says just that."""
        wanted = [
            (against, scope, verbs)
            for against in self.said
            if _says_no(against) and against.statement.act not in _SILENT
            for scope, verbs in _scopes(against, self.names)
        ]
        holders: dict[str, list[int]] = {w: [] for _, scope, verbs in wanted for w in verbs or scope}
        for i, said in enumerate(self.said):
            for word in holders.keys() & said.stance.words:
                holders[word].append(i)
        most = max(LEAST_HOLDERS, MOST_HOLDERS * len(self.said))
        for against, scope, verbs in wanted:
            near = set(chain.from_iterable(holders[w] for w in verbs or scope if len(holders[w]) <= most))
            for i in sorted(i for i in near if len(scope & self.said[i].stance.words) > 1):
                said = self.said[i]
                if said.statement.sheet != against.statement.sheet and self._may_meet(said, against):
                    sure = max((self._across(said, against, scope, c) for c in _saying(said, verbs)), default=0.0)
                    if sure:
                        yield Contradiction(said.statement, against.statement, sure)

    def _may_meet(self, said: Said, against: Said) -> bool:
        refusal = against.stance.refusal
        if refusal and (said.statement.act not in (_WISHING if refusal.target == "wish" else _CLAIMING)):
            return False
        return said.stance.refusal is None and self._may_be_negated(said, against)

    def _across(self, said: Said, against: Said, scope: frozenset[str], clause: Clause) -> float:
        shared = scope & clause.words
        if len(shared) < 2:
            return 0.0
        weight = self.weight(shared)
        part, own = weight / self.weight(scope), weight / self.weight(clause.words)
        one, other = said.statement, against.statement
        tied = self.is_named(other.actor, said.stance.words) or not {
            other.actor,
            *other.about,
            *other.topics,
        }.isdisjoint({*one.about, *one.topics})
        close = tied and part >= 0.6 and weight >= 1.6 and own >= 0.3
        refusal = against.stance.refusal
        named = (
            refusal and refusal.target == "claim" and len(shared - self.names) >= 4 and part >= 0.4 and weight >= 1.6
        )
        return 1 + part * own if close or (named and own >= 0.2) else 0.0


class _Pair:
    """A statement that says no as a whole, and one of its article that it may answer."""

    def __init__(self, reader: _Reader, said: Said, against: Said, refusal: Refusal, here: Sequence[Said]) -> None:
        self.reader, self.said, self.against, self.refusal, self.here = reader, said, against, refusal, here
        self.distance = _distance(said, against)
        self.follows = 0 <= said.start <= against.start
        self.shared = refusal.object & said.stance.words

    @cached_property
    def is_accused(self) -> bool:
        """Whether the one speaks of who says no."""
        actor = self.against.statement.actor
        return actor is not None and (
            actor in self.said.statement.about or self.reader.is_named(actor, self.said.stance.words)
        )

    @cached_property
    def says_so(self) -> bool:
        """Whether it is worded as an accusation, and not one that it only touches on."""
        said = self.said.statement
        return _ACCUSES.search(f"{said.cue} {said.wording[:FRONT]}") is not None

    @cached_property
    def accuses(self) -> bool:
        """Whether it accuses who says no, in so many words."""
        return self.is_accused and self.says_so

    @cached_property
    def weight(self) -> float:
        """Of the words that the two share."""
        return self.reader.weight(self.shared)

    @cached_property
    def part(self) -> float:
        """Their share of what is denied or turned down."""
        return self.weight / self.reader.weight(self.refusal.object) if self.shared else 0.0

    @cached_property
    def is_alone(self) -> bool:
        """Whether nobody else speaks between the two."""
        return not any(
            self.said.end <= other.start < self.against.start
            and not self.reader.are_one_side(other.statement, self.said.statement)
            and not self.reader.are_one_side(other.statement, self.against.statement)
            for other in self.here
        )

    def sure(self) -> float:
        """How sure it is that the one answers the other, 0 for not."""
        if self.refusal.whose:
            return self._owned()
        if not self.refusal.object:
            return self._pointed()
        return self._denied() if self.refusal.target == "claim" else self._turned_down()

    def _owned(self) -> float:
        """Said of "Lindvar's claim": something that Lindvar said."""
        said = self.said
        if not self.reader.is_named(said.statement.actor, self.refusal.whose) or not said.stance.is_plain:
            return 0.0
        if self.refusal.target == "wish" and said.statement.act not in _WANTING:
            return 0.0
        close = (self.distance <= NEXT and not said.stance.tells) or (self.distance <= NEAR and self.weight >= 0.1)
        accused = self.accuses and self.follows and self.distance <= FAR
        return 3 + min(self.weight, 1) if self.weight >= 0.6 or close or accused else 0.0

    def _pointed(self) -> float:
        """Said of "that", "both allegations", "those proposals": what was said just before."""
        if not self.follows or self.distance > FAR:
            return 0.0
        plain = self.said.stance.is_plain and self.said.statement.act != "deny"
        if self.refusal.target == "claim" and self.is_accused and plain and (self.says_so or self.distance <= NEXT):
            return 3.0
        if self.distance > NEXT or not self.is_alone or self.refusal.is_charge:
            return 0.0
        if self.refusal.target == "wish" and self.said.statement.act not in _WANTING:
            return 0.0
        passive = self.refusal.is_passive and not self.refusal.turns_down
        return 0.0 if passive else 2.5

    def _denied(self) -> float:
        """A denial that names what is not so."""
        said, refusal = self.said.stance, self.refusal
        if not said.is_all_plain or refusal.is_flat or not self.shared or self.distance > FAR:
            return 0.0
        if self.is_accused and self.follows and self.weight >= 0.5 and self.part >= 0.3:
            return 2 + self.part
        enough = (self.part >= 0.8 and self.weight >= 0.8) or (self.part >= 0.5 and self.weight >= 0.9)
        much = len(self.shared) >= 4 and self.part >= 0.35 and self.weight >= 1.6
        if (not refusal.turns_down or refusal.first in self.shared) and (
            (len(self.shared) > 1 and enough and not said.tells) or much
        ):
            return 1.5 + self.part
        if self.follows and self.accuses and self.distance <= FAR // 2:
            return 1.4
        return 0.0

    def _turned_down(self) -> float:
        """A refusal that names what is wanted."""
        said, refusal = self.said.stance, self.refusal
        if not self.shared or not said.is_all_plain or self.distance > FAR:
            return 0.0
        wanted = refusal.turns_down and self.said.statement.act in _WANTING and refusal.first in self.shared
        if wanted and len(self.shared) > 1 and self.part >= 0.4 and self.weight >= 0.8:
            return 1.5 + self.part
        return 0.0


def _says_no(said: Said) -> bool:
    """Whether somebody with a name says no: "a senior official", or "he", may be the other side itself."""
    statement = said.statement
    return said.stance.says_no and statement.actor is not None and not _is_pronoun(statement.source)


def _tells_of(said: Said, against: Said) -> bool:
    """Whether its words are that the other says no: "Ashby rejected the claim, according to the agency"."""
    return 0 <= said.start <= against.start and against.end <= said.end


def _may_be_answered(said: Said, refusal: Refusal) -> bool:
    if said.stance.refusal or said.statement.act in _SILENT or _leaves_open(said.statement):
        return False
    insists = _INSISTS.search(said.statement.cue or "") is not None  # the parser reads a demand, and it may be a claim
    if refusal.target == "claim":
        return said.statement.act in _CLAIMING or insists
    return said.statement.act in _WISHING and not insists


def _leaves_open(statement: Statement) -> bool:
    """Whether it does not say that its words are so: "has not ruled out that", "is to see whether"."""
    return bool(_NEGATED.search(statement.cue or "") or _WHETHER.match(statement.wording))


def _saying(said: Said, verbs: frozenset[str] | None) -> Iterator[Clause]:
    """The plain sentences with one of these words, not as what they speak of; None for any."""
    for clause in said.stance.clauses:
        if clause.plain and (verbs is None or (not verbs.isdisjoint(clause.words) and clause.opening not in verbs)):
            yield clause


def _scopes(against: Said, names: frozenset[str]) -> Iterator[tuple[frozenset[str], frozenset[str] | None]]:
    """The words for what a statement denies, and those of them that another has to share."""
    refusal = against.stance.refusal
    if refusal is None:
        for clause in against.stance.clauses:
            if len(clause.denied) > 1 and (verbs := clause.negated - names):
                yield clause.denied, verbs
    elif len(refusal.object) > 1 and not (refusal.whose or refusal.is_flat or refusal.speaks_against):
        yield refusal.object, None


def _said(statement: Statement) -> Said:
    evidence = statement.passage.evidence
    start, end = (evidence[0].start, evidence[-1].end) if evidence else (-1, -1)
    return Said(statement, stance(statement.wording, statement.cue, statement.act), start, end)


def _distance(one: Said, other: Said) -> int:
    """Characters between two statements of one article; as far as can be where there is no telling."""
    if one.start < 0 or other.start < 0:
        return FAR
    return max(0, max(one.start, other.start) - min(one.end, other.end))


def _is_somebody(statement: Statement) -> bool:
    """Whether it names an actor as a whole, or a source with a noun at least."""
    if _SOME.search(statement.source or ""):
        return False
    return statement.actor is not None or (bool(statement.source) and not _is_pronoun(statement.source))


def _is_pronoun(source: str | None) -> bool:
    return source is not None and source.casefold().strip(" ,") in _NOBODY


@lru_cache(maxsize=50_000)  # actors stay, too
def _names(forms: tuple[str, ...], is_person: bool) -> frozenset[frozenset[str]]:
    """Of a person the last names, of others each name as a whole."""
    named = [words for form in forms if (words := [w for w in form.split() if stems(w)])]
    return frozenset(stems(words[-1]) if is_person else stems(" ".join(words)) for words in named)


def _address(statement: Statement) -> tuple[str, str]:
    return statement.sheet, statement.id

"""All statements in; out the claims that several articles report, each once: who says the same, in like words.

Precision goes before recall: a claim that stands twice is a nuisance, two taken for one are a false report. So no
number, negation or "may" parts the two; of one speaker they share much, and of two most of their words, soon after
each other. Who says something of itself says what nobody else does.
"""

from __future__ import annotations

import math
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import chain, combinations
from operator import ge
from typing import NamedTuple

from briefwright.corpus.comparing import Comparison, Said
from briefwright.corpus.stances import stems
from briefwright.model.corpus import Corpus, Statement
from briefwright.model.factsheet import Act
from briefwright.model.order import grouped

class _Rule(NamedTuple):
    """When two wordings are one claim."""

    share: float
    """Of the words of both, by weight, those that both have."""
    shared: int
    """How many words both have."""
    small: int
    """How many of them are no names."""
    weight: float
    """Of these: two rare words have 15."""
    days: float
    """Between their articles."""


ONE_SPEAKER = (_Rule(0.5, 3, 2, 11, math.inf), _Rule(0.3, 3, 2, 16, math.inf), _Rule(0.23, 4, 3, 16, 60))
TWO_SPEAKERS = (_Rule(0.5, 3, 2, 11, 60), _Rule(0.23, 4, 4, 16, 10))
"""What two speakers say months apart may be about another round of the matter."""
OTHER_ACT = 0.12
"""So much more of one speaker's words, where they are read as two acts."""
ORDINARY = 3_000
"""Statements on other matters that are added in thought: in a small project they alone tell which words are rare."""
RUN, LONG_RUN, LEAST_OF_SHORTER = 8, 12, 0.6
"""Words in a row that two share of whom one quotes more, soon and whenever, and the share of the shorter one, by weight, that both have."""
_SAYING: frozenset[Act] = frozenset({"assert", "commit", "demand", "warn"})
"""Acts that are told apart by a word: “will not”, “should not”."""
_TAKING: frozenset[Act] = frozenset({"deny", "oppose", "support"})
_TOLD: frozenset[Act] = frozenset({"demand", *_TAKING})
"""Acts of which a deed has the thing in its words (“denied the charge”), and not only the speaker (“tested positive”)."""
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_NUMBER = re.compile(
    r"\d[\d.,]*\d|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?"
    r"|billions?|trillions?|half|twice|first|second|third)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?)\b"
)
_OPEN = re.compile(r"\b(?:could|if|may|might|perhaps|possibl[ey]|unless)\b", re.IGNORECASE)
"""What leaves open whether it is so."""
_POLL = re.compile(r"\d ?%|\bpercent\b", re.IGNORECASE)
_WHETHER = re.compile(r"\bwhether\b", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:cannot|neither|never|no|none|nor|not|nothing|rul(?:ed?|es|ing) out|without)\b|n[’']t\b", re.IGNORECASE
)
_DEED = re.compile(r"\b(?:approv|pass|sign|vot)", re.IGNORECASE)
_SILENT = re.compile(r"\bdeclin", re.IGNORECASE)
_OWN = re.compile(r"\W*(?:he|her|his|i|i[’']\w+|it|its|my|our|she|their|they|we|we[’']\w+)\b", re.IGNORECASE)
"""How a wording opens that is about whoever says it."""


class _Telling(NamedTuple):
    """A statement, and what of its words parts it from others."""

    said: Said
    day: int | None
    """The ordinal of its article's day."""
    words: frozenset[str]
    weight: float
    small: frozenset[str]
    """Its stems that no capital begins."""
    denied: frozenset[str]
    """Those under a negation."""
    numbers: frozenset[str]
    is_open: bool
    is_negated: bool

    @property
    def statement(self) -> Statement:
        return self.said.statement

    @property
    def is_of_itself(self) -> bool:
        """Whether it tells of its own speaker."""
        deed = self.said.stance.tells and self.statement.act not in _TOLD
        return deed or _DEED.search(self.statement.cue or "") is not None or _OWN.match(self.statement.wording) is not None


def find_claims(corpus: Corpus) -> tuple[tuple[Statement, ...], ...]:
    """The statements of each claim of two articles or more, the earliest first, undated last."""
    reader = _Reader(corpus)
    pairs = grouped(chain.from_iterable((pair, pair[::-1]) for pair in reader.pairs()))
    left = dict.fromkeys(sorted(pairs))
    claims = []
    while left:
        found, waiting = set[int](), [next(iter(left))]
        while waiting:
            here = waiting.pop()
            if here not in found:
                found.add(here)
                del left[here]
                waiting += pairs[here]
        claims.append(tuple(reader.told[i].statement for i in sorted(found)))
    return tuple(claims)


class _Reader:
    """Reads all statements of articles against each other; `told` has them in the order of time."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus, self.known = corpus, Comparison(corpus)
        said = [s for s in self.known.said if _says_something(s.statement)]
        said.sort(key=lambda s: (corpus.by_id[s.statement.sheet].day or "9999", s.statement.sheet))
        counts = Counter(w for s in said for w in s.stance.words)
        number = len(said) + ORDINARY
        self._weights = {word: math.log(number / count) for word, count in counts.items()}
        self.told = [self._telling(s) for s in said]

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The places of two statements that are one claim, the earlier first."""
        for i, j in sorted({*self._in_a_row(), *self._of_one(), *self._of_two()}):
            if self._is_one(self.told[i], self.told[j]):
                yield i, j

    def _telling(self, said: Said) -> _Telling:
        words, wording = said.stance.words, said.statement.wording
        day = self.corpus.by_id[said.statement.sheet].day
        small, *marks = _marks(wording, said.statement.cue or "")
        denied = frozenset().union(*(clause.denied for clause in said.stance.clauses))
        ordinal = date.fromisoformat(day).toordinal() if day else None
        return _Telling(said, ordinal, words, self._weight(words), small, denied, *marks)

    def _weight(self, words: Iterable[str]) -> float:
        return math.fsum(self._weights[word] for word in words)

    def _in_a_row(self) -> set[tuple[int, int]]:
        """Those that share a long row of words."""
        found = grouped((row, i) for i, told in enumerate(self.told) for row in _rows(told.statement.wording, RUN))
        return {pair for places in found.values() for pair in combinations(dict.fromkeys(places), 2)}

    def _of_one(self) -> Iterator[tuple[int, int]]:
        """Those of one speaker that may share enough."""
        holders: dict[tuple[str, str], list[int]] = {}
        for i, told in enumerate(self.told):
            if actor := _one_voice(self.corpus, told.statement):
                near = Counter(j for w in told.words for j in holders.get((actor, w), ()))
                yield from ((j, i) for j, n in near.items() if n >= ONE_SPEAKER[0].shared)
                for word in told.words:
                    holders.setdefault((actor, word), []).append(i)

    def _of_two(self) -> Iterator[tuple[int, int]]:
        """Those of two speakers soon after each other that may: they have one of their rarest words in common
        (prefix filtering, Bayardo et al., Scaling Up All Pairs Similarity Search, 2007)."""
        holders: dict[str, deque[int]] = {}
        for i, told in enumerate(self.told):
            if told.day is None or told.is_of_itself:
                continue
            left = (1 - TWO_SPEAKERS[-1].share) * told.weight
            near = set[int]()
            for word in sorted(told.words, key=lambda w: (-self._weights[w], w)):
                if left < 0:
                    break
                left -= self._weights[word]
                held = holders.setdefault(word, deque())
                while held and told.day - (self.told[held[0]].day or 0) > TWO_SPEAKERS[0].days:
                    held.popleft()
                near.update(held)
                held.append(i)
            yield from ((j, i) for j in near)

    def _is_one(self, one: _Telling, other: _Telling) -> bool:
        if one.statement.sheet == other.statement.sheet:
            return False
        shared = one.words & other.words
        weight, small = self._weight(shared), shared & one.small & other.small
        if not _parted(one, other, shared):
            share = weight / (one.weight + other.weight - weight) - self._more(one, other)
            found = share, len(shared), len(small), self._weight(small)
            apart = _days_apart(one, other)
            if any(apart <= rule.days and all(map(ge, found, rule)) for rule in self._rules(one, other)):
                return True
        return self._repeats(one, other, weight)

    def _repeats(self, one: _Telling, other: _Telling, weight: float) -> bool:
        """Whether the one quotes more of what the other quotes."""
        if one.statement.act == "deny" != other.statement.act or other.statement.act == "deny" != one.statement.act:
            return False
        if weight < LEAST_OF_SHORTER * min(one.weight, other.weight):
            return False
        is_near = self._is_one_voice(one, other) or _days_apart(one, other) <= TWO_SPEAKERS[0].days
        length = RUN if is_near else LONG_RUN
        return not _rows(one.statement.wording, length).isdisjoint(_rows(other.statement.wording, length))

    def _rules(self, one: _Telling, other: _Telling) -> tuple[_Rule, ...]:
        a, b = one.statement, other.statement
        if self._is_one_voice(one, other):
            return ONE_SPEAKER if a.act == b.act or {a.act, b.act} <= _SAYING else ()
        if a.act != b.act or one.is_of_itself or other.is_of_itself or one.day is None or other.day is None:
            return ()
        if self.known.is_named(a.actor, other.words) or self.known.is_named(b.actor, one.words):
            return ()
        on_one_matter = not {*a.topics, *a.about}.isdisjoint({*b.topics, *b.about})
        return TWO_SPEAKERS if on_one_matter else TWO_SPEAKERS[:1]

    def _is_one_voice(self, one: _Telling, other: _Telling) -> bool:
        actor = _one_voice(self.corpus, one.statement)
        return actor is not None and actor == _one_voice(self.corpus, other.statement)

    def _more(self, one: _Telling, other: _Telling) -> float:
        return OTHER_ACT if one.statement.act != other.statement.act else 0.0


def _days_apart(one: _Telling, other: _Telling) -> int:
    """Days between their articles; none where one is not known."""
    return 0 if one.day is None or other.day is None else abs(one.day - other.day)


def _says_something(statement: Statement) -> bool:
    """Whether it says that something is so or should be, and tells no question, silence or poll."""
    if statement.act not in _SAYING | _TAKING or _SILENT.search(statement.cue or ""):
        return False
    return not _WHETHER.search(statement.wording) and not _POLL.search(statement.source or "")


def _one_voice(corpus: Corpus, statement: Statement) -> str | None:
    """Its actor, unless that is a group, in which one may say another thing than the next, or passes on others' words."""
    actor = statement.actor
    return actor if actor and corpus.actors[actor].kind not in ("group", "media") else None


def _parted(one: _Telling, other: _Telling, shared: frozenset[str]) -> bool:
    """Whether a number, a negation, or what leaves it open parts two wordings that share these words."""
    if not (one.numbers <= other.numbers or other.numbers <= one.numbers):
        return True
    denied, also = shared & one.denied, shared & other.denied
    if (denied or also) and denied.isdisjoint(also):
        return True
    return one.is_open != other.is_open or one.is_negated != other.is_negated


@lru_cache(maxsize=100_000)  # of a project that is edited live nearly all statements stay
def _marks(wording: str, cue: str) -> tuple[frozenset[str], frozenset[str], bool, bool]:
    words = _WORD.findall(wording)
    small = stems(" ".join([*words[:1], *(w for w in words[1:] if w.islower())]))
    numbers = {n.casefold().replace(",", "") for n in _NUMBER.findall(wording)}
    numbers |= {m[:3] for m in _MONTH.findall(wording)}
    is_negated = _NEGATED.search(f"{cue} {wording}") is not None
    return small, frozenset(numbers), _OPEN.search(wording) is not None, is_negated


@lru_cache(maxsize=100_000)
def _rows(wording: str, length: int) -> frozenset[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(wording)]
    return frozenset(tuple(words[n : n + length]) for n in range(len(words) - length + 1))

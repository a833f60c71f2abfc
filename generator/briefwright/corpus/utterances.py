"""The statements of a corpus in; out, in the order of time, what of their words tells whether two of them are one.

Questions, silences and polls say nothing that another could say, too, and are left out.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from briefwright.corpus.comparing import Comparison, Said
from briefwright.corpus.propositions import Namer, Proposition, namer, propositions
from briefwright.corpus.stances import Clause, stems
from briefwright.model.corpus import Briefing, Corpus, Statement
from briefwright.model.factsheet import Act

ORDINARY = 3_000
"""Statements on other matters that are added in thought: in a small project they alone tell which words are rare."""
SAYING: frozenset[Act] = frozenset({"assert", "commit", "demand", "warn"})
"""Acts of which one may be read as another: “the dam will be mended”."""
TAKING: frozenset[Act] = frozenset({"deny", "oppose", "support"})
_OF_OTHERS: frozenset[Act] = frozenset({"demand", *TAKING})
"""Acts of which a deed has the thing in its words (“denied the charge”), and not only its speaker (“fell ill”)."""
_VOTE = re.compile(r"\b(?:approv|pass|sign|vot)", re.IGNORECASE)
_OWN = re.compile(r"\W*(?:he|her|his|i|i[’']\w+|it|its|my|our|she|their|they|we|we[’']\w+)\b", re.IGNORECASE)
"""How a wording opens that is about whoever says it."""
_SILENCE = re.compile(r"\bdeclin", re.IGNORECASE)
_POLL = re.compile(r"\d ?%|\bpercent\b", re.IGNORECASE)
_WHETHER = re.compile(r"\bwhether\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:could|if|may|might|perhaps|possibl[ey]|unless)\b", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:cannot|neither|never|no|none|nor|not|nothing|rul(?:ed?|es|ing) out|without)\b|n[’']t\b", re.IGNORECASE
)
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


class _Marks(NamedTuple):
    """What of a wording parts it from others."""

    small: frozenset[str]
    numbers: frozenset[str]
    is_open: bool
    is_negated: bool


class Utterance(NamedTuple):
    """A statement as it is compared over articles."""

    statement: Statement
    voice: str | None
    """Its actor, unless that is a group, in which each may say another thing, a medium, which passes on others', or a
    common word, which may mean others elsewhere."""
    day: int | None
    """The ordinal of its article's day."""
    clauses: tuple[Clause, ...]
    words: frozenset[str]
    weight: float
    """Of all its words."""
    small: frozenset[str]
    """Its words that no capital begins, or that open it."""
    denied: frozenset[str]
    """Those under a negation."""
    numbers: frozenset[str]
    is_open: bool
    """Whether it leaves open whether it is so."""
    is_negated: bool
    is_of_itself: bool
    """Whether it tells of its own speaker, so that nobody else says the same."""
    story: str | None
    """The first article of its article's story; None where that stands alone."""
    propositions: tuple[Proposition, ...]
    clears: tuple[str, ...]
    """Whom it denies all fault of: its speaker, and to whom that belongs."""


class Utterances:
    """All that is said by somebody; `told` has it in the order of time, undated last."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus, self._known = corpus, Comparison(corpus)
        said = [s for s in self._known.said if _says_something(s.statement)]
        said.sort(key=lambda s: (corpus.by_id[s.statement.sheet].day or "9999", s.statement.sheet))
        counts = Counter(word for s in said for word in s.stance.words)
        number = len(said) + ORDINARY
        self._weights = {word: math.log(number / count) for word, count in counts.items()}
        self._namers = {b.id: self._namer(b) for b in corpus.briefings if b.origin is None}
        self.told = [self._utterance(s) for s in said]

    def weight(self, words: Iterable[str]) -> float:
        """How rare the words are (inverse document frequency, Spärck Jones 1972): some 8 for each that few hold."""
        return math.fsum(self._weights[word] for word in words)

    def rarest_first(self, words: Iterable[str]) -> list[str]:
        """The words by their weight."""
        return sorted(words, key=lambda word: (-self._weights[word], word))

    def subjects(self, statement: Statement) -> frozenset[str]:
        """Whom it is about, but for common words."""
        return self._corpus.known_actors(statement.about)

    def is_named(self, one: Utterance, other: Utterance) -> bool:
        """Whether the other's words name the actor of the one."""
        return self._known.is_named(one.statement.actor, other.words)

    def names_a_person(self, words: frozenset[str]) -> bool:
        """Whether the words hold the whole name of one."""
        return any(name <= words for name in self._known.persons)

    def _utterance(self, said: Said) -> Utterance:
        statement, stance = said.statement, said.stance
        day = self._corpus.by_id[statement.sheet].day
        marks = _marks(statement.wording, statement.cue or "")
        is_deed = stance.tells and statement.act not in _OF_OTHERS
        return Utterance(
            statement=statement,
            voice=self._voice(statement),
            day=date.fromisoformat(day).toordinal() if day else None,
            clauses=stance.clauses,
            words=stance.words,
            weight=self.weight(stance.words),
            denied=frozenset().union(*(clause.denied for clause in stance.clauses)),
            is_of_itself=is_deed or bool(_VOTE.search(statement.cue or "") or _OWN.match(statement.wording)),
            story=next(iter(self._corpus.story_of(statement.sheet)), None),
            propositions=self._propositions(statement),
            clears=self._cleared(said) if statement.act == "deny" else (),
            **marks._asdict(),
        )

    def _propositions(self, said: Statement) -> tuple[Proposition, ...]:
        return propositions(said.wording, said.cue or "", said.act, said.actor, self._namers[said.sheet])

    def _cleared(self, said: Said) -> tuple[str, ...]:
        refusal, actor = said.stance.refusal, said.statement.actor
        if actor is None or refusal is None or refusal.whose or not (refusal.is_charge or refusal.is_general):
            return ()
        return tuple(sorted(self._corpus.known_actors((actor, self._corpus.actors[actor].affiliation))))

    def _namer(self, briefing: Briefing) -> Namer:
        everybody = (self._corpus.actors[appearance.actor] for appearance in briefing.cast)
        cast = [actor for actor in everybody if actor.kind != "group" and not actor.is_common]
        states = ((a.id, a.affiliation) for a in cast if a.kind == "person" and self._is_state(a.affiliation))
        return namer(tuple((form, a.id) for a in reversed(cast) for form in (*a.forms, a.name)), tuple(states))

    def _is_state(self, actor: str | None) -> bool:
        return actor is not None and self._corpus.actors[actor].kind == "state"

    def _voice(self, statement: Statement) -> str | None:
        actor = self._corpus.actors[statement.actor] if statement.actor else None
        return actor.id if actor and actor.kind not in ("group", "media") and not actor.is_common else None


def days_apart(one: Utterance, other: Utterance) -> int:
    """Days between their articles; none where one is not known."""
    return 0 if one.day is None or other.day is None else abs(one.day - other.day)


def _says_something(statement: Statement) -> bool:
    if statement.act not in SAYING | TAKING or _SILENCE.search(statement.cue or ""):
        return False
    return not _WHETHER.search(statement.wording) and not _POLL.search(statement.source or "")


@lru_cache(maxsize=100_000)  # of a project that is edited live nearly all statements stay
def _marks(wording: str, cue: str) -> _Marks:
    words = _WORD.findall(wording)
    numbers = {number.casefold().replace(",", "") for number in _NUMBER.findall(wording)}
    return _Marks(
        small=stems(" ".join([*words[:1], *(word for word in words[1:] if word.islower())])),
        numbers=frozenset(numbers | {month[:3] for month in _MONTH.findall(wording)}),
        is_open=_OPEN.search(wording) is not None,
        is_negated=_NEGATED.search(f"{cue} {wording}") is not None,
    )


@lru_cache(maxsize=100_000)
def rows(wording: str, length: int) -> frozenset[tuple[str, ...]]:
    """All runs of so many words."""
    words = [word.casefold() for word in _WORD.findall(wording)]
    return frozenset(tuple(words[n : n + length]) for n in range(len(words) - length + 1))

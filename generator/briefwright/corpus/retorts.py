"""Two statements of one article in; out whether it sets the second against the first by how it tells them.

“Brill countered that …” stands right behind what Lindvar said; or whom somebody accuses speaks next, and denies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefwright.corpus.comparing import NEAR, NEXT, Comparison, Said, distance
from briefwright.corpus.ways import Reading
from briefwright.model.factsheet import Act

COUNTERED = Reading(2.6, "countered")
"""A statement contradicts another that it is told to counter."""
ANSWERED = Reading(2.2, "answered")
"""Who is accused and says no speaks of the accusation."""
NOT_SET = Reading(0.0, "answered")
"""The article does not set the one against the other."""

ACCUSES = re.compile(r"\b(?:accus|(?<!into )alleg|blam|charg|claim|responsib|suspect)", re.IGNORECASE)
"""How somebody is accused; a claim accuses if it is about who answers."""
_ENDS = re.compile(r"[.!?][”’\"')]*\s")
_COUNTERS = re.compile(r"\bcounter(?:s|ed|ing)?\b(?!-)", re.IGNORECASE)
_ELSEWHEN = re.compile(r"\b(?:can|could|had|may|might|will|would)\b", re.IGNORECASE)
"""What is not told as said in that moment: "will surely counter"."""
_OWNS = re.compile(r"\b(?:acknowledg|admit|conced|confirm|found|report)", re.IGNORECASE)
"""How one tells against oneself."""
_HEARSAY = re.compile(r"\baccording to\b", re.IGNORECASE)
_OPEN: frozenset[Act] = frozenset({"ask", "decline"})


def may_retort(against: Said) -> bool:
    """Whether a statement may be set against another: it counters, or says no and not to a thing that it names."""
    return _counters(against) or (against.stance.refusal is None and _negates(against))


def retort(known: Comparison, said: Said, against: Said, here: Sequence[Said]) -> Reading:
    """How sure it is that the article sets the one against the other, 0 for not; `here` are all statements of it."""
    if not _are_told_in_turn(known, said, against, here):
        return NOT_SET
    if _counters(against) and distance(said, against) <= NEXT and not _HEARSAY.search(said.statement.cue or ""):
        return COUNTERED
    return ANSWERED if _answers_an_accuser(known, said, against) else NOT_SET


def _counters(against: Said) -> bool:
    cue = against.statement.cue or ""
    return _COUNTERS.search(cue) is not None and _ELSEWHEN.search(cue) is None


def _negates(against: Said) -> bool:
    if _OWNS.search(against.statement.cue or ""):
        return False
    asserts_not = against.statement.act == "assert" and against.stance.says_no and not against.stance.tells
    return against.statement.act == "deny" or asserts_not


def _are_told_in_turn(known: Comparison, said: Said, against: Said, here: Sequence[Said]) -> bool:
    """Whether two known sides speak near each other, and nobody between them."""
    one, other = said.statement, against.statement
    if one.actor is None or other.actor is None or {one.act, other.act} & _OPEN or known.are_one_side(one, other):
        return False
    follows = 0 <= said.start <= against.start and said.end <= against.start and distance(said, against) <= NEAR
    return follows and next(known.others_between(said, against, here), None) is None


def _answers_an_accuser(known: Comparison, said: Said, against: Said) -> bool:
    """Whether the one accuses who speaks in the other, and denies, or says no in words of the accusation."""
    if ACCUSES.search(said.statement.cue or "") is None or said.stance.refusal or against.stance.refusal:
        return False
    if not known.is_named(against.statement.actor, said.stance.words) or not _negates(against):
        return False
    if not _ENDS.search(known.between(said, against)):
        return False  # "charged that he lied when he said …" is one sentence, and the accuser's
    denied = frozenset().union(*(clause.denied for clause in against.stance.clauses))
    return against.statement.act == "deny" or bool((denied & said.stance.words) - known.names)

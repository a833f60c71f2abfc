"""A statement that says no as a whole and one of its article in; out how sure it is that the one answers the other.

The numbers were set by judged pairs (tests/quality/disputes): precision goes before recall.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from briefwright.corpus.comparing import FAR, NEAR, NEXT, Comparison, Said, distance
from briefwright.corpus.stances import FRONT, Refusal, stems
from briefwright.model.factsheet import Act

WANTING: frozenset[Act] = frozenset({"demand", "commit"})

_ACCUSES = re.compile(r"\b(?:accus|alleg|blam|charg|claim|responsib|suspect)", re.IGNORECASE)
_CHARGES = re.compile(r"\b(?:accusation|allegation)s?\b", re.IGNORECASE)
"""What a statement speaks of that tells what others accuse somebody of: "has new details about the allegation"."""


class Reply:
    """A statement that says no as a whole, and one of its article that it may answer."""

    def __init__(self, known: Comparison, said: Said, against: Said, refusal: Refusal, here: Sequence[Said]) -> None:
        self.known, self.said, self.against, self.refusal, self.here = known, said, against, refusal, here
        self.distance = distance(said, against)
        self.follows = 0 <= said.start <= against.start
        self.shared = refusal.object & said.stance.words

    @cached_property
    def is_accused(self) -> bool:
        """Whether the one speaks of who says no."""
        actor = self.against.statement.actor
        return actor is not None and (
            actor in self.said.statement.about or self.known.is_named(actor, self.said.stance.words)
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
        return self.known.weight(self.shared)

    @cached_property
    def part(self) -> float:
        """Their share of what is denied or turned down."""
        return self.weight / self.known.weight(self.refusal.object) if self.shared else 0.0

    @cached_property
    def is_alone(self) -> bool:
        """Whether nobody else speaks between the two."""
        return not any(
            self.said.end <= other.start < self.against.start
            and not self.known.are_one_side(other.statement, self.said.statement)
            and not self.known.are_one_side(other.statement, self.against.statement)
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
        if not self.known.is_named(said.statement.actor, self.refusal.whose) or not said.stance.is_plain:
            return 0.0
        if self.refusal.target == "wish" and said.statement.act not in WANTING:
            return 0.0
        close = (self.distance <= NEXT and not said.stance.tells) or (self.distance <= NEAR and self.weight >= 0.1)
        accused = self.accuses and self.follows and self.distance <= FAR
        return 3 + min(self.weight, 1) if self.weight >= 0.6 or close or accused else 0.0

    def _pointed(self) -> float:
        """Said of "that", "both allegations", "those proposals": what was said just before."""
        if not self.follows or self.distance > FAR:
            return 0.0
        said = self.said
        if self.refusal.target == "claim" and self.is_accused and said.stance.is_plain and said.statement.act != "deny":
            if not said.stance.tells and _CHARGES.search(said.statement.wording):
                return 0.0
            if self.says_so or self.distance <= NEXT:
                return 3.0
        if self.distance > NEXT or not self.is_alone or self.refusal.is_charge:
            return 0.0
        if self.refusal.target == "wish" and self.said.statement.act not in WANTING:
            return 0.0
        if self.refusal.is_passive and not self.refusal.turns_down:
            return 0.0
        return 2.5 if self.refusal.points or self._is_named_so() else 2.0

    def _is_named_so(self) -> bool:
        """Whether it is named as the other names itself: "a report found", "requested", and "the request"."""
        said = self.said
        words = stems(said.statement.source or "") | (said.stance.words if said.stance.tells else frozenset())
        return any(word.startswith(kind) for kind in self.refusal.kinds for word in words)

    def _denied(self) -> float:
        """A denial that names what is not so."""
        said, refusal = self.said.stance, self.refusal
        if not said.is_all_plain or refusal.is_flat or not self.shared or self.distance > FAR:
            return 0.0
        if self.is_accused and self.follows and self.weight >= 0.5 and self.part >= 0.3:
            return 1.5 + self.part
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
        wanted = refusal.turns_down and self.said.statement.act in WANTING and refusal.first in self.shared
        if wanted and len(self.shared) > 1 and self.part >= 0.4 and self.weight >= 0.8:
            return 1.5 + self.part
        return 0.0

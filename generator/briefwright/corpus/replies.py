"""A statement that says no as a whole and one of its article in; out how sure it is that the one answers the other.

With it comes the way in which that is read. The numbers were set by judged pairs (tests/quality/disputes): precision
goes before recall.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from briefwright.corpus.comparing import FAR, NEAR, NEXT, Comparison, Said, distance, is_pronoun
from briefwright.corpus.retorts import ACCUSES
from briefwright.corpus.stances import FRONT, Refusal, stems
from briefwright.corpus.ways import Reading, Way
from briefwright.model.corpus import Statement
from briefwright.model.factsheet import Act

WANTING: frozenset[Act] = frozenset({"demand", "commit"})

UNNAMED = 0.5
"""What a statement of somebody whom the text calls "he" is less sure by where that may be who says no."""
MANY = 2.35
"""How sure an answer by shared words is that shares nearly all of them."""
TOLD = 0.3
"""Weight of the words in which a denial tells what it denies, where it says whose claim that is."""
BEFORE = 300
"""Characters before it in which who is "he" stands."""

_CHARGES = re.compile(r"\b(?:accusation|allegation)s?\b", re.IGNORECASE)
"""What a statement speaks of that tells what others accuse somebody of: "has new details about the allegation"."""
_WANTS = re.compile(
    r"\b(?:advocat|call(?:s|ed|ing)? (?:for|on)|demand|petition|pass(?:es|ed|ing)?\b|propos|push(?:es|ed|ing)? for"
    r"|recommend|request|suggest|urg(?:e[sd]?|ing)\b|vot(?:e[sd]?|ing) (?:for|to)\b|want)",
    re.IGNORECASE,
)
"""How a statement is worded that wants something, though it only tells of it: "said he had pushed for new rules"."""
_AFTER = re.compile(
    r"[\s,”\"]*(?:after|contrary to|despite|even (?:as|though)|following|in response to)\b",
    re.IGNORECASE,
)
"""What joins a denial to what it denies, told behind it: after "but" may stand another matter."""
_HIM = re.compile(r"(?:accus|alleg|blam|charg)\w* (?:her|him|it|them)\b", re.IGNORECASE)
_ENDS = re.compile(r"(?<=[a-z0-9]{3})[.!?][”’\"')]*\s")
"""Ends of sentences, and no "Mr."."""
_REPORTS = re.compile(r"\b(?:accus|alleg|argu|claim|ran a story|report|suggest|wrote)", re.IGNORECASE)
_COUNTS = stems("estimate estimates figures number numbers")
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|half|hundred|thousand|million|billion|percent)",
    re.IGNORECASE,
)
_KIND = 4
"""Letters in which "argued" and "argument" are one word."""
_SPELT = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_OF = re.compile(r"\b(?:against|for|from|of|to|with)\W+(?:[\w.]+ ){0,2}$", re.IGNORECASE)


NOT_READ = Reading(0.0, "pointed")
"""What does not answer."""


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
        return ACCUSES.search(f"{said.cue} {said.wording[:FRONT]}") is not None

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
    def between(self) -> str:
        """What the article says between the two."""
        return self.known.between(self.said, self.against)

    @cached_property
    def is_next(self) -> bool:
        """Whether it stands in the sentence before, or in the same."""
        return self.distance <= NEXT or (self.distance <= NEAR and len(_ENDS.findall(self.between)) <= 1)

    @cached_property
    def is_alone(self) -> bool:
        """Whether nobody else speaks between the two."""
        return not any(self._others_between())

    def _others_between(self) -> Iterator[Statement]:
        """What others than the two say between them."""
        return self.known.others_between(self.said, self.against, self.here)

    def _comes_next(self) -> bool:
        """Whether who says no is the next to speak."""
        return self.follows and self.is_next and self.is_alone

    @cached_property
    def wants(self) -> bool:
        """Whether somebody wants something there, by its act or by its words."""
        said = self.said.statement
        return said.act in WANTING or _WANTS.search(f"{said.cue} {said.wording[:FRONT]}") is not None

    def read(self) -> Reading:
        """How sure it is that the one answers the other, 0 for not, and in which way."""
        accused, repeated = self._accused(), Reading(self._repeated(), "repeated")
        if is_pronoun(self.against.statement.source):
            owned = self._owned() if self.refusal.whose else NOT_READ
            return max(owned, accused, repeated if self.is_accused else NOT_READ)
        found = max(self._by_object(), accused, Reading(self._told_after(), "told after"), repeated)
        return Reading(found.sure - UNNAMED, "unnamed") if found.sure and self._may_be_one() else found

    def _may_be_one(self) -> bool:
        """Whether the text calls the one "he", and has named who says no just before."""
        before = self.known.before(self.said)[-BEFORE:]
        return is_pronoun(self.said.statement.source) and self.known.is_named(
            self.against.statement.actor, stems(before)
        )

    def _by_object(self) -> Reading:
        if self.refusal.whose:
            return self._owned()
        if self._names_the_other():
            return Reading(2.6, "named")
        if not self.refusal.object:
            return self._pointed()
        sure = self._denied() if self.refusal.target == "claim" else self._turned_down()
        return Reading(sure, "words" if sure >= MANY else "few words")

    def _owned(self) -> Reading:
        """Said of "Lindvar's claim": something that Lindvar said."""
        said = self.said
        if not self.known.is_named(said.statement.actor, self.refusal.whose):
            return NOT_READ
        if self.against.start <= said.start and said.end <= self.against.end:
            return Reading(3.5, "inside")
        if self.refusal.blames:
            blamed = self.is_next and self.follows and said.statement.act != "commit"
            return Reading(2.6, "owner") if blamed else NOT_READ
        if (self.refusal.target == "wish" and not self.wants) or self._is_of_another():
            return NOT_READ
        if self.follows and self.distance <= FAR // 2 and self._is_named_so(said.statement.cue):
            return Reading(3.0, "owner")
        close = self.is_next or (said.stance.is_plain and self.distance <= NEAR and self.weight >= 0.1)
        accused = self.accuses and self.distance <= FAR
        alike = said.stance.is_plain and self.weight >= 0.6
        if not (alike or (self.follows and (close or accused))):
            return NOT_READ
        is_told = self.weight >= TOLD and self.distance <= FAR
        return Reading(3 + min(self.weight, 1), "owner's words" if is_told else "owner")

    def _is_of_another(self) -> bool:
        """Whether it tells what the other said, and that is not this: "Lindvar's suggestion that the gates rust"."""
        told = self.refusal.object - self.refusal.whose - self.known.name_words
        return len(told) > 2 and not self.shared & told and not self._is_named_so(self.said.statement.cue)

    def _names_the_other(self) -> bool:
        """Said of "the engineers" right after what the engineers said."""
        said, named = self.said.statement, self.refusal.object
        known = stems(said.source or "").union(*self.known.names_of(said.actor))
        is_bare = self.refusal.target == "claim" and not self.refusal.kinds  # "criticism of the report" is another's
        return is_bare and bool(named) and named <= known and self._comes_next()

    def _accused(self) -> Reading:
        """A denial by whom somebody accused in so many words, of that or of all fault."""
        said, refusal = self.said.statement, self.refusal
        if refusal.target != "claim" or refusal.is_flat or ACCUSES.search(said.cue or "") is None:
            return NOT_READ
        if refusal.whose and not self.known.is_named(said.actor, refusal.whose):
            return NOT_READ
        if not self.follows:
            told_after = self.is_accused and self.distance <= NEAR
            return Reading(2.5, "accused") if told_after and refusal.is_charge and not refusal.object else NOT_READ
        near, far = self.distance <= NEAR and self.is_alone, self.distance <= FAR // 2 and self._is_last_to_accuse()
        if self.is_accused or (self.is_next and _HIM.search(f"{said.cue} {said.wording}")):
            charged = refusal.is_charge or refusal.is_general
            return Reading(2.7, "accused") if (far and charged) or (near and self._is_of_it()) else NOT_READ
        return NOT_READ

    def _is_last_to_accuse(self) -> bool:
        """Whether nobody else accuses anybody between the two."""
        return not any(ACCUSES.search(other.cue or "") for other in self._others_between())

    def _repeated(self) -> float:
        """A denial of the next words before it in the same words."""
        refusal = self.refusal
        if refusal.target != "claim" or refusal.whose or refusal.is_flat or not self._comes_next():
            return 0.0
        return 2.4 if self.part >= 0.8 and (self.is_accused or self.said.stance.is_all_plain) else 0.0

    def _told_after(self) -> float:
        """A denial in front of what it denies: "denied that the dam had leaked after Brill reported …"."""
        refusal, joint = self.refusal, self.between
        if self.follows or refusal.target != "claim" or len(joint) > NEXT or _ENDS.search(joint):
            return 0.0
        reported = _REPORTS.search(self.said.statement.cue or "") is not None and not refusal.is_general
        return 2.6 if _AFTER.match(joint) and (reported or self._is_of_it()) else 0.0

    def _is_of_it(self) -> bool:
        """Whether what it denies is all fault, or shares a word with the other that is no name."""
        own = frozenset().union(*self.known.names_of(self.against.statement.actor))
        return self.refusal.is_general or not self.refusal.object or bool(self.shared - own)

    def _pointed(self) -> Reading:
        """Said of "that", "both allegations", "those proposals": what was said just before."""
        if not self.follows or self.distance > FAR:
            return NOT_READ
        said = self.said
        if self.refusal.target == "claim" and self.is_accused and said.statement.act != "deny":
            if not said.stance.tells and _CHARGES.search(said.statement.wording):
                return NOT_READ
            if (self.says_so and said.stance.is_plain) or (self.is_next and self._as_doer()):
                return Reading(3.0, "accused")
        if self.refusal.target == "wish" and not self.wants:
            return NOT_READ
        if self._is_named_so(said.statement.source) and self.distance <= 2 * NEAR:
            return Reading(2.6, "named")
        return self._pointed_back() if self._comes_next() and self._may_be_meant() else NOT_READ

    def _pointed_back(self) -> Reading:
        """By who is the next to speak, and may mean the other."""
        said, refusal = self.said, self.refusal
        if refusal.is_charge:
            charges = ACCUSES.search(said.statement.cue or "") and not _CHARGES.search(said.statement.wording)
            return Reading(2.5, "accused") if charges else NOT_READ
        if refusal.is_passive and not refusal.turns_down:
            return NOT_READ
        if refusal.points:
            return Reading(2.5, self._way_of_pointing())
        if self._is_named_so(said.statement.cue):
            return Reading(2.5, "idea")
        return Reading(2.4, "idea") if self._is_all_meant() else Reading(2.0, "pointed")

    def _way_of_pointing(self) -> Way:
        """Whether only a wish that is asked for, or a claim that is said and no deed, can be "that"."""
        said = self.said
        if self.refusal.target == "wish":
            return "asked" if said.statement.act == "demand" else "pointed"
        is_claim = not said.stance.tells and said.statement.act != "deny" and self.against.statement.act == "deny"
        return "that" if is_claim and not self.refusal.is_flat else "pointed"

    def _may_be_meant(self) -> bool:
        """Whether it is of the kind that is pointed to: a claim, no deed; a wish; a number."""
        said, refusal = self.said, self.refusal
        if refusal.target == "wish":
            return said.stance.is_plain or said.statement.act in WANTING
        if said.stance.tells and said.statement.act in ("commit", "oppose") and not self.says_so:
            return False
        if refusal.is_flat and self.distance > NEXT:
            return False
        return refusal.kinds.isdisjoint(_COUNTS) or _NUMBER.search(said.statement.wording) is not None

    def _is_all_meant(self) -> bool:
        """Whether "the idea", "the numbers" can only mean it: it does not speak of an idea itself."""
        refusal, said = self.refusal, self.said
        if refusal.is_flat or not refusal.kinds or (refusal.speaks_against and said.statement.act != "commit"):
            return False  # who blasts "the move" may side with who told of it
        return refusal.kinds.isdisjoint({*said.stance.words, "claim", "claims"})

    def _as_doer(self) -> bool:
        """Whether who says no does something in it, and is not only spoken of: "a friend of Ostrin"."""
        wording = self.said.statement.wording
        names = [name for name in self.known.names_of(self.against.statement.actor) if len(name) == 1]
        spelt = [w for w in _SPELT.finditer(wording) if stems(w[0]) in names]
        return not spelt or any(
            not _OF.search(wording[: w.start()]) and not wording[w.end() :].startswith(("’s", "'s", "’", "'"))
            for w in spelt
        )

    def _is_named_so(self, words: str | None) -> bool:
        """Whether it is named as the other names itself, by its source or cue: "a report found", and "the report"."""
        return any(word[:_KIND] == kind[:_KIND] for kind in self.refusal.kinds for word in stems(words or ""))

    def _denied(self) -> float:
        """A denial that names what is not so."""
        said, refusal = self.said.stance, self.refusal
        if not said.is_all_plain or refusal.is_flat or not self.shared or self.distance > FAR:
            return 0.0
        if self.weight >= 1.2 and self.part >= 0.35 and _REPORTS.search(self.said.statement.cue or ""):
            return 1.5 + max(self.part, 0.9)
        accused = self.is_accused and self.follows
        if accused and ACCUSES.search(self.said.statement.cue or "") and self.weight >= 0.3 and self.part >= 0.35:
            return 1.5 + max(self.part, 0.9)
        if accused and self.weight >= 0.5 and self.part >= 0.3:
            return 1.5 + self.part
        enough = (self.part >= 0.8 and self.weight >= 0.8) or (self.part >= 0.5 and self.weight >= 0.9)
        much = len(self.shared) >= 4 and self.part >= 0.35 and self.weight >= 1.6
        if (not refusal.turns_down or refusal.first in self.shared) and (
            (len(self.shared) > (1 if self.follows else 2) and enough and not said.tells) or much
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
        wanted = refusal.turns_down and self.said.statement.act in WANTING
        telling = refusal.first in self.shared and self.part >= 0.4 and self.weight >= 0.8
        if wanted and (len(self.shared) > 1 or self._comes_next()) and (telling or self.part >= 0.8):
            return 1.6 + self.part
        return 0.0

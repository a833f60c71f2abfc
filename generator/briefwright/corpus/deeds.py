"""Utterances in; out which of them tell one deed of one subject, in whatever words, and which say that it is not so.

Two are near enough where one story has their articles, or these are days apart: a next attack is another deed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from briefwright.corpus.propositions import DOES, WISHES, Proposition
from briefwright.corpus.utterances import Utterance, Utterances, days_apart
from briefwright.model.corpus import Statement
from briefwright.model.order import grouped

SOON = 5
"""Days between articles that are not of one story."""

Address = tuple[str, str]
Claim = tuple[Statement, ...]


class Deeds:
    """Reads what utterances tell of their subjects against each other."""

    def __init__(self, said: Utterances) -> None:
        self._told = said.told
        self._places = {(one.statement.sheet, one.statement.id): i for i, one in enumerate(said.told)}
        self._tellings = grouped((p.matter, (i, p)) for i, one in enumerate(said.told) for p in one.propositions)
        self._refusals = grouped((who, i) for i, one in enumerate(said.told) for who in one.clears)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The places of two articles' utterances that tell one deed, the earlier first; other figures part them."""
        for found in self._tellings.values():
            for (i, one), (j, other) in combinations(found, 2):
                if one.is_negated == other.is_negated and _is_of_one(one, other) and self._are_of_two(i, j):
                    yield i, j

    def denials(self, claims: Mapping[Address, Claim]) -> Mapping[Address, Claim]:
        """By sheet and id of a statement of a claim those who say that it is not so, and the other way round.

        Claims that deny each other do so as a whole. The earliest comes first.
        """
        against: dict[int, set[int]] = {}
        for claim in dict.fromkeys(claims.values()):
            own = self._places_of(claim)
            denying = {i for place in own for i in (*self._against(place), *self._clearing(place, claims))} - own
            all_of_them = {place for i in denying for place in self._places_of(claims.get(self._address(i), ())) or {i}}
            for ours, theirs in ((own, all_of_them), (all_of_them, own)):
                for place in ours if theirs else ():
                    against.setdefault(place, set()).update(theirs)
        return {self._address(i): tuple(self._told[j].statement for j in sorted(against[i])) for i in sorted(against)}

    def _places_of(self, claim: Claim) -> set[int]:
        return {self._places[s.sheet, s.id] for s in claim}

    def _address(self, place: int) -> Address:
        return self._told[place].statement.sheet, self._told[place].statement.id

    def _against(self, place: int) -> Iterator[int]:
        """Who tells of one deed and says the opposite."""
        for one in self._told[place].propositions:
            for i, other in self._tellings[one.matter]:
                if one.is_negated != other.is_negated and _is_of_one(one, other) and self._are_near(place, i):
                    yield i

    def _clearing(self, place: int, claims: Mapping[Address, Claim]) -> Iterator[int]:
        """Who says no to all that the subject is accused of, where that is only this."""
        for one in self._told[place].propositions:
            for i in self._refusals.get(one.subject, ()) if one.deed == DOES and not one.is_negated else ():
                if self._are_near(place, i) and len(self._charges(one, i, claims)) == 1:
                    yield i

    def _charges(self, like: Proposition, place: int, claims: Mapping[Address, Claim]) -> set[Claim]:
        """What the subject is accused of by several articles near a place."""
        near = (self._told[i] for i, p in self._tellings[like.matter] if not p.is_negated and self._are_near(place, i))
        addresses = ((one.statement.sheet, one.statement.id) for one in near)
        return {claims[address] for address in addresses if address in claims}

    def _are_of_two(self, i: int, j: int) -> bool:
        one, other = self._told[i], self._told[j]
        if one.statement.sheet == other.statement.sheet or not self._are_near(i, j):
            return False
        counted, also = _figures(one), _figures(other)
        return not counted or not also or not counted.isdisjoint(also)

    def _are_near(self, i: int, j: int) -> bool:
        one, other = self._told[i], self._told[j]
        return _are_of_one_story(one, other) or (
            one.day is not None and other.day is not None and days_apart(one, other) <= SOON
        )


def _figures(one: Utterance) -> set[str]:
    return {number for number in one.numbers if number[0].isdigit()}


def _are_of_one_story(one: Utterance, other: Utterance) -> bool:
    return one.statement.sheet == other.statement.sheet or (one.story is not None and one.story == other.story)


def _is_of_one(one: Proposition, other: Proposition) -> bool:
    """Whether what the deed is done to is told as one thing: a wrong by any word, other deeds by half of the words.

    What is wanted of somebody (“should resign”) need not say of what.
    """
    shared = one.to & other.to
    if one.deed in WISHES and one.is_wish and not (one.to and other.to):
        return True
    if one.deed == DOES:
        return bool(shared)
    plain = sum(word.isalnum() for word in shared)
    return plain >= max(1, min(len(one.to), len(other.to)) / 2)

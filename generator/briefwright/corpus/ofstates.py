"""A census of actors in; out the bodies of states joined that go by one name after the state's or without it.

“Karsia's Harbour Council” is the “Karsian Harbour Council”, and the “Harbour Council” in articles that tell of Karsia
and of no other state that has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from briefwright.corpus.census import Census, Group
from briefwright.corpus.namesakes import unrivalled
from briefwright.corpus.spelling import Words, body_name, words_of
from briefwright.model.order import grouped

LONGEST = 3
"""Words of a state's name before a body's: “South Karsian”."""
STEM = 3
"""Letters that an adjective has of the state's name at least, before an ending."""
ALIKE = 2
"""Letters that what a people goes by begins with as its state does: “Irish”."""
_ENDINGS = ("an", "ese", "i", "ish")
_POSSESSIVE = re.compile(r"[’']s?$")

Pairs = Iterator[tuple[Group, Group]]


class Owned(NamedTuple):
    """A name that begins with a state's: which state, the other words, and whether these are a name by themselves."""

    state: str
    rest: Words
    is_plain: bool
    """Whether it begins with the bare name (“Karsia Daily”), which may be part of a name of its own."""
    is_common: bool
    """Whether the other words are common nouns: “U.S. forces”."""


def join_bodies_of_states(census: Census) -> None:
    """Join bodies of one state whose names differ only in how, or whether, they name the state."""
    states = _States(census)
    bodies = [g for g in census.groups() if g.kind == "organisation"]
    owned = [(o, g) for g in bodies for n in g.names if (o := states.owned(n))]
    census.join(unrivalled(census, _said_otherwise(owned), in_one_article=True), in_one_article=True)
    left_out = (pair for pair in _left_out(census, owned, bodies) if census.are_close(*pair))
    census.join(unrivalled(census, left_out, in_one_article=True), in_one_article=True)


class _States:
    """What articles call each state and its people."""

    def __init__(self, census: Census) -> None:
        states = [g for g in census.groups() if g.kind == "state"]
        forms = ((form, next(iter(g.names))) for g in states for form in _forms(g))
        known = grouped((f, name) for f, name in forms if f[-1] not in census.family_names)
        self._of = {form: names[0] for form, names in known.items() if len(set(names)) == 1}

    def owned(self, name: str) -> Owned | None:
        """The name taken apart, None where it begins with no state's."""
        written = name.removeprefix("the ").split()
        for length in range(min(LONGEST, len(written) - 1), 0, -1):
            lead, rest = " ".join(written[:length]), " ".join(written[length:])
            is_possessive = _POSSESSIVE.search(lead) is not None
            lead = _POSSESSIVE.sub("", lead)
            if state := self._of.get(words_of(lead)) or self._by_stem(words_of(lead)):
                is_plain = not is_possessive and (lead.isupper() or words_of(lead) == words_of(state))
                return Owned(state, body_name(rest), is_plain, rest.islower())
        return None

    def _by_stem(self, lead: Words) -> str | None:
        """The only state that an adjective is made of, the longest name first: “Nigerian” is not of Niger."""
        if not lead or not lead[-1].endswith(_ENDINGS):
            return None
        fits = [
            (len(form[-1]), state)
            for form, state in self._of.items()
            if form[:-1] == lead[:-1] and len(form[-1]) > STEM and lead[-1].startswith(form[-1][:-1])
        ]
        longest = {state for length, state in fits if length == max(fits)[0]}
        return next(iter(longest)) if len(longest) == 1 else None


def _forms(state: Group) -> Iterator[Words]:
    """Its names, its letters and what its people go by: no seat of power, after which other bodies are called."""
    for name in state.names:
        own = words_of(name)
        yield own
        forms = ((alias, words) for alias in state.aliases if (words := _capitals(alias)))
        yield from (w for alias, w in forms if alias.isupper() or w[-1][:ALIKE] == own[-1][:ALIKE])


def _capitals(form: str) -> Words:
    """The state's name or its people's, of a form that may go on: “Karsian government”; of several one."""
    words = form.split()
    small = next((n for n, word in enumerate(words) if word[0].islower()), len(words))
    lead = words_of(" ".join(words[:small])) if small and not _POSSESSIVE.search(words[small - 1]) else ()
    return (*lead[:-1], lead[-1].removesuffix("s")) if lead and len(lead[-1]) > STEM else lead


def _said_otherwise(owned: list[tuple[Owned, Group]]) -> Pairs:
    """Bodies of one state and name: the state in the genitive here, an adjective there."""
    for (_, rest), found in grouped(((o.state, o.rest), (o, g)) for o, g in owned).items():
        fitting = [(o, g) for o, g in found if o.is_common or not o.is_plain]
        if rest:
            yield from ((a, b) for (_, a), (_, b) in combinations(fitting, 2) if a is not b)


def _left_out(census: Census, owned: list[tuple[Owned, Group]], bodies: list[Group]) -> Pairs:
    """A body of a state, and one of that name whose articles all tell of this state, of those that have such a body."""
    alone = grouped((body_name(n), g) for g in bodies for n in g.names if not n.islower())
    states = grouped((o.rest, o.state) for o, _ in owned)
    for found, group in owned:
        for short in alone.get(found.rest, ()) if len(found.rest) > 1 else ():
            told = (set(states[found.rest]) & set(census.states_in(article)) for article in short.articles)
            if short is not group and all(t == {found.state} for t in told):
                yield group, short

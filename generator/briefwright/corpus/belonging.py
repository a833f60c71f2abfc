"""The actors of a project in; out the same, whoever speaks for a state or a body by its role or name belonging to it.

Only who belongs to nobody by any sheet is looked at, and by its own words: “Karsian foreign minister”, “spokesman for
the Harbour Board”, “Karsia's navy”. Who left an office speaks for nobody, and so does whose roles tell of several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefwright.corpus.roles import PAST
from briefwright.corpus.spelling import Words, words_of
from briefwright.model.cast import Actor
from briefwright.model.order import grouped
from briefwright.places import gazetteer

LONGEST = 3
"""Words of a state's name or people: “the Central Karsian Republic”."""
VOICES = frozenset("spokesman spokesperson spokeswoman".split())
OF_STATES = VOICES | frozenset(
    """
    admiral adviser advisor ambassador chancellor chief commander emir envoy general head king leader minister monarch
    negotiator premier president queen secretary
    """.split()
)
"""Who speaks for a state, where nothing in the role's words makes it less than that: no “opposition leader”."""
OF_BODIES = VOICES | frozenset(
    """
    adviser advisor ceo chair chairman chairperson chairwoman chief commissioner director executive head president
    secretary
    """.split()
)
"""Who speaks for a company, a party or any other body."""
BODIES = frozenset(
    """
    agency army cabinet department embassy forces force government guard guards intelligence military ministry mission
    navy office organisation organization presidency treasury
    """.split()
)
"""What a state acts by; a court or a parliament speaks for itself."""
_UNTOLD = frozenset("agency department guard guards mission office organisation organization".split())
"""Bodies that are a state's only with what they are for: “Karsian Guard” may be a club."""
_MATTERS = frozenset(
    """
    affairs agriculture air armed atomic border cabinet central civil coast communication communications culture
    defence defense deputy development digital economic economy education energy environment exchequer exterior federal
    finance first foreign health home human industry information infrastructure interior justice national naval nuclear
    oil permanent police prime research revolutionary rights sciences security space staff state supreme technology
    tourism trade transport transportation un vice water
    """.split()
)
"""Words that say which minister, ministry or commander of a state it is."""
_RANKS = frozenset("acting assistant chief co deputy executive general managing press senior vice".split())
_PREPOSITIONS = frozenset({"at", "for", "of", "with"})
_JOINTS = frozenset({"and", "of", "the"})
_ENDS = re.compile(r"[,;(]| (?:in|on|to|under|during|who|whose) ")
_POSSESSIVE = re.compile(r"[’']s?$")
_PAST = PAST | {"candidate", "designate", "elect", "exiled", "nominee", "outgoing", "ousted", "past", "retired"}


def with_belonging(actors: Mapping[str, Actor], kept: frozenset[str] = frozenset()) -> dict[str, Actor]:
    """The actors, who speaks for one of the others by its words belonging to it; those `kept` stay as they are."""
    wholes = _Wholes(actors.values())
    found = ((a, None if a.affiliation or a.id in kept else wholes.of(a)) for a in actors.values())
    return {a.id: replace(a, affiliation=whole) if whole and whole != a.id else a for a, whole in found}


class _Named(NamedTuple):
    """A state that words name: their place, and whether they are its own name and no people's ("Karsia's")."""

    state: str
    first: int
    last: int


class _Wholes:
    """The states and bodies that somebody can speak for."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        everybody = tuple(actors)
        states = ((gazetteer().nation(a.name), a.id) for a in everybody if a.kind == "state")
        self._states = {state: ids[0] for state, ids in grouped((s, i) for s, i in states if s).items()}
        self._families = {words_of(a.name)[-1:] for a in everybody if a.kind == "person"}
        bodies = [a for a in everybody if a.kind in ("media", "organisation") and not a.is_common]
        own = grouped((words_of(a.name), a.id) for a in bodies)
        short = grouped((words_of(f), a.id) for a in bodies if a.kind == "organisation" for f in a.forms)
        self._bodies = {words: ids[0] for words, ids in {**short, **own}.items() if len(set(ids)) == 1}

    def of(self, actor: Actor) -> str | None:
        """Whom the actor speaks for."""
        if actor.kind == "organisation":
            return self._states.get(_owner(actor.name) or "")
        dated = [r.role for r in actor.dated_roles if not r.until]
        roles = dated or actor.roles
        if actor.kind != "person" or any(_PAST.intersection(words_of(role)) for role in roles):
            return None
        bodies = {body for role in roles if (body := self._body(role))}
        states = {state for role in roles if (state := spoken_for(role))}
        if len(bodies) > 1 or len(states) > 1:
            return None
        return next(iter(bodies), None) or self._states.get(next(iter(states), ""))

    def _body(self, role: str) -> str | None:
        """The body that a role names before the office or after it, the longest name first."""
        whole = _ENDS.split(role)[0].split()
        for length in range(len(whole) - 1, 0, -1):
            name, office = whole[:length], whole[length:]
            is_whole = not _RANKS.intersection(words_of(name[-1]))  # no “White House Press | secretary”
            if is_whole and _is_office(office, OF_BODIES, name) and (found := self._named(name)):
                return found
        for start, word in enumerate(whole):
            if word in _PREPOSITIONS and start and (found := self._named(whole[start + 1 :])):
                return found if OF_BODIES.intersection(words_of(" ".join(whole[:start]))) else None
        return None

    def _named(self, name: Sequence[str]) -> str | None:
        """The only body of this name, if it has one of its own: “foreign ministry” is each state's."""
        words = words_of(_POSSESSIVE.sub("", " ".join(name)).removeprefix("the "))
        is_proper = any(w[0].isupper() for w in name) and not set(words) <= BODIES | _MATTERS - {"un"}
        is_proper = is_proper and words not in self._families
        return self._bodies.get(words) if is_proper else None


def spoken_for(role: str) -> str | None:
    """The state whose office a role is: “Karsian prime minister”, “commander of Karsia's navy”."""
    written = [w for w in _ENDS.split(role.replace("-", " "))[0].split() if w != "the"]
    for named in _states(written):
        before, after = written[: named.first], written[named.last :]
        heads = [words for part in (before, after) for words in _phrases(part)]
        is_tied = not before or before[-1] in _PREPOSITIONS
        if is_tied and any(words[-1:] and words[-1] in OF_STATES for words in heads) and _are_plain(heads):
            return named.state
    return None


def _owner(name: str) -> str | None:
    """The state whose body has this name: “Karsia's navy”, “Karsian Ministry of Defence”."""
    written = [w for w in name.replace("-", " ").split() if w != "the"]
    for named in _states(written):
        heads = _phrases([*written[: named.first], *written[named.last :]])
        is_tied = not named.first or written[named.first - 1] in _PREPOSITIONS
        acting = any(words[-1] in BODIES for words in heads)
        is_told = any(word not in _UNTOLD for words in heads for word in words)
        if is_tied and acting and is_told and _are_plain(heads):
            return named.state
    return None


def _states(written: Sequence[str]) -> Iterator[_Named]:
    """The states that words name by their people, in the genitive, after “of”, or in capitals alone (“U.S. envoy”)."""
    places = gazetteer()
    for first in range(len(written)):
        for last in range(min(len(written), first + LONGEST), first, -1):
            form = " ".join(written[first:last])
            bare = _POSSESSIVE.sub("", form)
            own = places.names.get(bare)
            is_owner = bare != form or bare.isupper() or last == len(written)
            if state := places.demonyms.get(bare) or (own if is_owner and bare not in places.shared else None):
                yield _Named(state, first, last)
                return


def _phrases(written: Sequence[str]) -> list[Words]:
    """The words between prepositions."""
    parts: list[list[str]] = [[]]
    for word in written:
        parts += [[]] if word in _PREPOSITIONS else []
        parts[-1] += () if word in _PREPOSITIONS | _JOINTS else words_of(_POSSESSIVE.sub("", word))
    return [tuple(part) for part in parts if part]


def _are_plain(phrases: Iterable[Words]) -> bool:
    return all(word in OF_STATES | BODIES | _MATTERS for words in phrases for word in words)


def _is_office(written: Sequence[str], offices: frozenset[str], name: Sequence[str]) -> bool:
    """Whether these words are only an office; a secretary's matter may look like a body (“Harbour Secretary”)."""
    words = words_of(" ".join(written))
    plain = all(w in offices or w in _RANKS for w in words) and bool(words) and words[-1] in offices
    return plain and not (words == ("secretary",) and len(name) == 1)

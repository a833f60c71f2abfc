"""Who and what the ids of fact sheets mean: registers in, canonical ids out; and the actors of the whole project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefwright.model.corpus import Actor, DatedRole, filed_under
from briefwright.model.factsheet import Actor as SheetActor
from briefwright.model.factsheet import (
    ActorRegister,
    FactSheet,
    RegisteredActor,
    RegisteredTopic,
)

WIKIDATA = "https://www.wikidata.org/wiki/"


class Register:
    """The decisions of a register: which ids are the same, which are not to be published."""

    def __init__(self, entries: Sequence[RegisteredActor] | Sequence[RegisteredTopic]) -> None:
        self._same = {merged: e.id for e in entries for merged in e.merge if merged != e.id}
        self._private = {e.id for e in entries if e.publish is False}
        self._former: dict[str, list[str]] = {}
        for merged in sorted(self._same):
            if (canonical := self.canonical(merged)) and canonical != merged:
                self._former.setdefault(canonical, []).append(merged)

    def canonical(self, wanted: str) -> str | None:
        """The id that `wanted` stands for, None where it is not published."""
        seen = {wanted}
        private = wanted in self._private
        while (following := self._same.get(wanted)) and following not in seen:
            wanted = following
            seen.add(wanted)
            private = private or wanted in self._private
        return None if private else wanted

    def former(self, canonical: str) -> tuple[str, ...]:
        """The published ids that were merged into this one, directly or through others, sorted."""
        return tuple(self._former.get(canonical, ()))

    def canonicals(self, wanted: Iterable[str], known: Mapping[str, object]) -> tuple[str, ...]:
        """The published ids among `wanted` that are `known`, each once, in order."""
        ids = (self.canonical(w) for w in wanted)
        return tuple(dict.fromkeys(i for i in ids if i is not None and i in known))


def join_actors(sheets: Sequence[FactSheet], register: ActorRegister) -> dict[str, Actor]:
    """The actors of published casts, by id in the order of their names; a register's word goes before a sheet's."""
    identity = Register(register.actors)
    seen: dict[str, list[SheetActor]] = {}
    for sheet in sheets:
        for actor in sheet.actors:
            canonical = identity.canonical(actor.id) if actor.publish else None
            if canonical is not None:
                seen.setdefault(canonical, []).append(actor)
    entries = {e.id: e for e in register.actors}
    joined = [_actor(i, seen[i], entries.get(i), identity, seen) for i in seen]
    return {a.id: a for a in sorted(joined, key=lambda a: (filed_under(a.name), a.id))}


def _actor(
    key: str, seen: Sequence[SheetActor], entry: RegisteredActor | None, identity: Register, known: Mapping[str, object]
) -> Actor:
    name = entry.name if entry else seen[0].name
    forms = dict.fromkeys((*(entry.aliases if entry else ()), *(f for a in seen for f in (a.name, *a.aliases))))
    affiliations = (a.affiliation for a in seen if a.affiliation)
    belongs_to = [i for i in identity.canonicals(affiliations, known) if i != key]
    roles = _fullest(tuple(dict.fromkeys(a.role for a in seen if a.role)))
    dated = tuple(DatedRole(r.role, r.since, r.until) for r in entry.roles) if entry else ()
    return Actor(
        id=key,
        name=name,
        kind=entry.kind if entry else seen[0].kind,
        forms=tuple(f for f in forms if f != name),
        description=entry.description if entry else None,
        roles=tuple(r for r in roles if r.casefold() not in {d.role.casefold() for d in dated}),
        affiliation=belongs_to[0] if belongs_to else None,
        formerly=identity.former(key),
        dated_roles=dated,
        same_as=_address(entry.same_as) if entry and entry.same_as else None,
    )


OTHER_OFFICE = frozenset(
    "acting assistant associate co deputy ex former interim late onetime shadow under vice".split()
)
"""Words that make another office of a role: a vice president is no president."""


def _fullest(roles: tuple[str, ...]) -> tuple[str, ...]:
    """The roles without those that another of them ends with ("minister" beside "transport minister")."""
    return tuple(r for r in roles if not any(_completes(other.casefold(), r.casefold()) for other in roles))


def _completes(longer: str, role: str) -> bool:
    before = longer.removesuffix(f" {role}")
    return before != longer and not OTHER_OFFICE & set(before.replace("-", " ").split())


def _address(same_as: str) -> str:
    """The page of a Wikidata id; an address as it is."""
    return same_as if "/" in same_as else f"{WIKIDATA}{same_as}"

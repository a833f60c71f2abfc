"""Who and what the ids of fact sheets mean: registers in, canonical ids out; and the actors of the whole project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from briefwright.corpus.roles import shown_roles
from briefwright.model.cast import Actor, DatedRole, Namesake
from briefwright.model.factsheet import Actor as SheetActor
from briefwright.model.factsheet import (
    ActorRegister,
    FactSheet,
    RegisteredActor,
    RegisteredTopic,
)
from briefwright.model.order import filed_under, grouped

WIKIDATA = "https://www.wikidata.org/wiki/"


@dataclass(frozen=True, slots=True)
class Joined:
    """What is one actor though no person said so."""

    same: Mapping[str, str]
    """By an id the one of equal names that stands for it."""
    named: Mapping[str, str]
    """By an id that stands for others the one of them whose name is shown."""
    read_as: Mapping[str, Mapping[str, str]]
    """By a sheet and the id that an actor has there, going by a short name, the id of the actor that it is read as."""

    def own(self, sheet: str, actor: str) -> str:
        """The id of the actor that this one of the sheet is read as; its own where that is not another's."""
        return self.read_as.get(sheet, {}).get(actor, actor)


class Register:
    """The decisions of a register: which ids are the same, which are not to be published."""

    def __init__(
        self, entries: Sequence[RegisteredActor] | Sequence[RegisteredTopic], same: Mapping[str, str] | None = None
    ) -> None:
        self._same = {**(same or {}), **{merged: e.id for e in entries for merged in e.merge if merged != e.id}}
        hidden = {e.id for e in entries if e.publish is False}
        self._private = hidden | {same[i] for i in hidden if same and i in same}
        self._former: dict[str, list[str]] = {}
        for merged in sorted(self._same):
            if (canonical := self.canonical(merged)) and canonical != merged:
                self._former.setdefault(canonical, []).append(merged)

    def canonical(self, wanted: str) -> str | None:
        """The id that `wanted` stands for, None where it is not published."""
        *_, end = steps = self._steps(wanted)
        return None if self._private.intersection(steps) else end

    def home(self, wanted: str) -> str:
        """The id that `wanted` stands for, published or not."""
        return self._steps(wanted)[-1]

    def _steps(self, wanted: str) -> list[str]:
        steps = [wanted]
        while (following := self._same.get(steps[-1])) and following not in steps:
            steps.append(following)
        return steps

    def former(self, canonical: str) -> tuple[str, ...]:
        """The published ids that were merged into this one, directly or through others, sorted."""
        return tuple(self._former.get(canonical, ()))

    def canonicals(self, wanted: Iterable[str], known: Mapping[str, object]) -> tuple[str, ...]:
        """The published ids among `wanted` that are `known`, each once, in order."""
        ids = (self.canonical(w) for w in wanted)
        return tuple(dict.fromkeys(i for i in ids if i is not None and i in known))


def join_actors(
    sheets: Sequence[FactSheet], register: ActorRegister, joined: Joined, common: Set[str] = frozenset()
) -> dict[str, Actor]:
    """The actors of published casts, by id in the order of their names; a register's word goes before a sheet's.

    Nobody belongs to one of the `common` words, and they to nobody: over stories that would be said of many.
    """
    identity, decided = Register(register.actors, joined.same), Register(register.actors)
    seen: dict[str, list[_Seen]] = {}
    for sheet in sheets:
        for actor in sheet.actors:
            own = joined.own(sheet.article.id, actor.id)
            canonical = identity.canonical(own) if actor.publish else None
            if canonical is not None:
                belongs = joined.own(sheet.article.id, actor.affiliation) if actor.affiliation else None
                if belongs and not common.isdisjoint((canonical, identity.home(belongs))):
                    belongs = None
                shown = _Seen(actor, decided.home(actor.id), own != actor.id, belongs, sheet.article.id)
                seen.setdefault(canonical, []).append(shown)
    entries = {e.id: e for e in register.actors}
    actors = [_actor(i, seen, entries, joined.named.get(i, i), identity) for i in seen]
    actors = [replace(a, is_common=a.id in common) for a in actors]
    return {a.id: a for a in sorted(actors, key=lambda a: (filed_under(a.name), a.id))}


class _Seen(NamedTuple):
    """An actor of one sheet, and its id where only the register's decisions count."""

    actor: SheetActor
    id: str
    is_short: bool
    """Whether it is read as another by a short name."""
    affiliation: str | None
    sheet: str


def _actor(
    key: str,
    known: Mapping[str, Sequence[_Seen]],
    register: Mapping[str, RegisteredActor],
    named: str,
    identity: Register,
) -> Actor:
    seen = known[key]
    full = [s for s in seen if not s.is_short] or seen
    ids = dict.fromkeys((key, *sorted(s.id for s in full)))
    entries = [register[i] for i in ids if i in register]  # of equal names, all that a person wrote counts
    entry, first = register.get(key), register.get(named)
    name = first.name if first else full[0].actor.name
    registered = (form for e in entries for form in (e.name, *e.aliases))
    forms = dict.fromkeys((*registered, *(form for s in seen for form in (s.actor.name, *s.actor.aliases))))
    belongs_to = [i for i in identity.canonicals((s.affiliation for s in seen if s.affiliation), known) if i != key]
    dated = tuple(DatedRole(r.role, r.since, r.until) for e in entries for r in e.roles)
    roles = shown_roles(s.actor.role for s in seen if s.actor.role)
    same_as = next((e.same_as for e in entries if e.same_as), None)
    shorts = {s.id for s in seen if s.is_short}
    return Actor(
        id=key,
        name=name,
        kind=entry.kind if entry else full[0].actor.kind,
        forms=tuple(f for f in forms if f != name),
        description=next((e.description for e in entries if e.description), None),
        roles=tuple(r for r in roles if r.casefold() not in {d.role.casefold() for d in dated}),
        affiliation=belongs_to[0] if belongs_to else None,
        formerly=tuple(sorted({*identity.former(key), *shorts} - {key})),
        dated_roles=dated,
        same_as=_address(same_as) if same_as else None,
        namesakes=tuple(_namesakes(seen, named, register)),
    )


def _namesakes(seen: Sequence[_Seen], named: str, register: Mapping[str, RegisteredActor]) -> Iterator[Namesake]:
    """The other names under which articles are counted, the commonest first."""
    found = grouped((s.id, s) for s in seen if s.id != named)
    for actor_id, there in sorted(found.items(), key=lambda f: (-len(f[1]), f[0])):
        name = register[actor_id].name if actor_id in register else there[0].actor.name
        yield Namesake(name, tuple(dict.fromkeys(s.sheet for s in there)), any(s.is_short for s in there))


def _address(same_as: str) -> str:
    """The page of a Wikidata id; an address as it is."""
    return same_as if "/" in same_as else f"{WIKIDATA}{same_as}"

"""The registers of actors and topics in, with what the parser newly found; out the registers that should stand.

An entry is written once, when its actor or topic is first found, and from then on is a person's: refreshing it would
make it follow whichever article was parsed last. What a person deleted stays away. Equal names are one actor unless
their kinds speak against it; what else is the same or is not, `merge` and `not` say, and only a person writes those.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

from briefwright.model.factsheet import (
    Actor,
    ActorRegister,
    FactSheet,
    Generated,
    Kind,
    RegisteredActor,
    RegisteredTopic,
    Topic,
    TopicRegister,
    is_one_kind,
)
from briefwright.sheets.fingerprint import all_items, content_print
from briefwright.sheets.references import with_references

Entry = RegisteredActor | RegisteredTopic
KINDS: tuple[Kind, ...] = get_args(Kind)


def register_ids(register: ActorRegister | TopicRegister) -> frozenset[str]:
    """All ids that a sheet may use: those of the entries and those merged into them."""
    return frozenset(i for entry in entries_of(register) for i in (entry.id, *entry.merge))


def canonical_ids(register: ActorRegister | TopicRegister) -> dict[str, str]:
    """For each merged id the entry that it ends up in, through however many merges."""
    into = {merged: entry.id for entry in entries_of(register) for merged in entry.merge}
    found = {}
    for merged, end in into.items():
        seen = {merged}
        while end in into and end not in seen:
            seen.add(end)
            end = into[end]
        found[merged] = end
    return found


def entries_of(register: ActorRegister | TopicRegister) -> tuple[Entry, ...]:
    """The entries of either register."""
    return register.actors if isinstance(register, ActorRegister) else register.topics


def untouched(register: ActorRegister | TopicRegister) -> frozenset[str]:
    """Ids of the entries that stand as the parser wrote them."""
    written = _written(register)
    return frozenset(e.id for e in entries_of(register) if written.get(e.id, "").partition(".")[0] == content_print(e))


def with_actors(register: ActorRegister, found: Iterable[Actor], parser: str) -> ActorRegister:
    """The register with an entry for each actor that it does not know yet."""
    known, new = _Kinds(register), dict[str, RegisteredActor]()
    for actor in found:
        own_id = known.own_id(actor)
        if own_id not in known and own_id not in _written(register):
            new[own_id] = RegisteredActor(id=own_id, name=actor.name, kind=actor.kind, aliases=actor.aliases)
            known.add(new[own_id])
    prints = {a.id: f"{content_print(a)}.{a.kind}" for a in new.values()}
    actors = (*register.actors, *new.values())
    return register.model_copy(update={"actors": actors, "generated": _signed(register, prints, parser)})


def with_topics(register: TopicRegister, found: Iterable[Topic], parser: str) -> TopicRegister:
    """The register with an entry for each topic that it does not know yet."""
    known = register_ids(register) | _written(register).keys()
    new = {t.id: RegisteredTopic(id=t.id, name=t.name) for t in found if t.id not in known}
    prints = {t.id: content_print(t) for t in new.values()}
    topics = (*register.topics, *new.values())
    return register.model_copy(update={"topics": topics, "generated": _signed(register, prints, parser)})


def with_own_ids(sheet: FactSheet, register: ActorRegister) -> FactSheet:
    """A parsed sheet in which no actor has the id of one that has its name and is somebody else, as its kind tells."""
    known, taken = _Kinds(register), {item.id for _, item in all_items(sheet)}
    own = {actor.id: known.own_id(actor) for actor in sheet.actors}
    own = {before: after for before, after in own.items() if after not in taken}
    actors = tuple(a.model_copy(update={"id": own.get(a.id, a.id)}) for a in sheet.actors)
    return with_references(sheet.model_copy(update={"actors": actors}), own)


class _Kinds:
    """What kinds of actor each id of the register stands for."""

    def __init__(self, register: ActorRegister) -> None:
        self._entries = {entry.id: entry for entry in register.actors}
        self._merged = {merged for entry in register.actors for merged in entry.merge}
        self._written = _written(register)

    def __contains__(self, actor_id: str) -> bool:
        return actor_id in self._entries or actor_id in self._merged

    def add(self, entry: RegisteredActor) -> None:
        """Take in an entry that the parser makes."""
        self._entries[entry.id] = entry

    def own_id(self, actor: Actor) -> str:
        """The actor's id, or one with its kind where the id is that of an actor of another kind."""
        entry = None if actor.id in self._merged else self._entries.get(actor.id)
        kinds = _kinds_of(entry, self._written.get(actor.id, "")) if entry else KINDS
        return actor.id if any(is_one_kind(actor.kind, kind) for kind in kinds) else f"{actor.id}-{actor.kind}"


def _kinds_of(entry: RegisteredActor, written: str) -> tuple[Kind, ...]:
    """The kinds as which the parser may read an entry; `written` is what `generated` holds of it.

    Where a person mended the kind, the parser still reads the old one, and means the same actor.
    """
    content, _, kind = written.partition(".")
    first = [k for k in KINDS if k == kind]
    if not first and content and content != content_print(entry):
        return KINDS  # an entry of the time when the kind was not noted, and a person has been at it
    return (entry.kind, *first)


def _written(register: ActorRegister | TopicRegister) -> Mapping[str, str]:
    """What the parser wrote: by the id of an entry the fingerprint, and of an actor behind a dot the kind."""
    return register.generated.items if register.generated else {}


def _signed(register: ActorRegister | TopicRegister, prints: dict[str, str], parser: str) -> Generated | None:
    if not prints:
        return register.generated
    return Generated(parser=parser, items={**_written(register), **prints})

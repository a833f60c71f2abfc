"""The registers of actors and topics in, with what the parser newly found; out the registers that should stand.

An entry is written once, when its actor or topic is first found, and from then on is a person's: refreshing it would
make it follow whichever article was parsed last. What a person deleted stays away.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from briefwright.model.factsheet import (
    Actor,
    ActorRegister,
    Generated,
    RegisteredActor,
    RegisteredTopic,
    Topic,
    TopicRegister,
)
from briefwright.model.text import slug
from briefwright.sheets.fingerprint import content_print

Entry = RegisteredActor | RegisteredTopic
Found = TypeVar("Found", Actor, Topic)


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


def resolve(register: ActorRegister | TopicRegister, found: Actor | Topic) -> str | None:
    """The id of the entry that a found actor or topic is: its own, or the one a person merged its id or name into."""
    names = [found.id, slug(found.name), *(slug(alias) for alias in getattr(found, "aliases", ()))]
    for entry in entries_of(register):
        if entry.id == found.id:
            return entry.id
    for entry in entries_of(register):
        if found.id not in entry.distinct and any(name in entry.merge for name in names):
            return entry.id
    return None


def with_actors(register: ActorRegister, found: Iterable[Actor], parser: str) -> ActorRegister:
    """The register with an entry for each actor that it does not know yet."""
    unknown = _unknown(register, found)
    new = {a.id: RegisteredActor(id=a.id, name=a.name, kind=a.kind, aliases=a.aliases) for a in unknown}
    return register.model_copy(
        update={"actors": (*register.actors, *new.values()), "generated": _signed(register, new.values(), parser)}
    )


def with_topics(register: TopicRegister, found: Iterable[Topic], parser: str) -> TopicRegister:
    """The register with an entry for each topic that it does not know yet."""
    new = {t.id: RegisteredTopic(id=t.id, name=t.name) for t in _unknown(register, found)}
    return register.model_copy(
        update={"topics": (*register.topics, *new.values()), "generated": _signed(register, new.values(), parser)}
    )


def _unknown(register: ActorRegister | TopicRegister, found: Iterable[Found]) -> list[Found]:
    deleted = register.generated.items if register.generated else {}
    return [f for f in found if f.id not in deleted and resolve(register, f) is None]


def _signed(register: ActorRegister | TopicRegister, new: Iterable[Entry], parser: str) -> Generated | None:
    prints = {entry.id: content_print(entry) for entry in new}
    if not prints:
        return register.generated
    before = register.generated.items if register.generated else {}
    return Generated(parser=parser, items=before | prints)

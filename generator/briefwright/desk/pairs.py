"""The register of actors and two of its actors in; out the register in which they are one, or are told apart. Pure."""

from __future__ import annotations

from briefwright.model.cast import Actor
from briefwright.model.factsheet import ActorRegister, RegisteredActor


def merged(register: ActorRegister, keep: Actor, other: str) -> ActorRegister:
    """The register in which `other` is the same actor as `keep`, whose name is shown."""
    entry = _entry(register, keep)
    return _with(register, entry.model_copy(update={"merge": (*entry.merge, other)}))


def told_apart(register: ActorRegister, one: Actor, other: str) -> ActorRegister:
    """The register in which the two are not the same."""
    entry = _entry(register, one)
    return _with(register, entry.model_copy(update={"distinct": (*entry.distinct, other)}))


def home(register: ActorRegister, actor_id: str) -> str:
    """The id of the actor that an id means by now."""
    into = {other: entry.id for entry in register.actors for other in entry.merge}
    while actor_id in into:
        actor_id = into[actor_id]
    return actor_id


def are_told_apart(register: ActorRegister, one: str, other: str) -> bool:
    """Whether `not` stands between the two, or between any who are merged with them."""
    pairs = ({home(register, e.id), home(register, d)} for e in register.actors for d in e.distinct)
    return {home(register, one), home(register, other)} in pairs


def _entry(register: ActorRegister, actor: Actor) -> RegisteredActor:
    """The actor's entry, a new one where a person deleted it."""
    known = (entry for entry in register.actors if entry.id == actor.id)
    return next(known, RegisteredActor(id=actor.id, name=actor.name, kind=actor.kind))


def _with(register: ActorRegister, entry: RegisteredActor) -> ActorRegister:
    ids = [e.id for e in register.actors]
    actors = tuple(entry if e.id == entry.id else e for e in register.actors)
    return register.model_copy(update={"actors": actors if entry.id in ids else (*actors, entry)})

"""Whose id is to be renamed in; out what remembers the old one, or the reason why the new one cannot be taken.

An entry of a register takes the old id under `merge`, like any other id of the same actor or topic; a sheet, or an item
of one, under `formerly`. None stands for a record that is there already: the renaming was begun before.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import TypeVar

from briefwright.desk.ids import ANCHORED, Kind, Renaming
from briefwright.desk.papers import Paper, Papers
from briefwright.errors import ConfigError, Problem
from briefwright.model.factsheet import (
    ActorRegister,
    Anchored,
    FactSheet,
    OpenQuestion,
    Position,
    RegisteredActor,
    RegisteredTopic,
    TopicRegister,
)
from briefwright.sheets.fingerprint import all_items, items_of
from briefwright.sheets.registers import entries_of, register_ids

E = TypeVar("E", RegisteredActor, RegisteredTopic)


def refusal(word: str, message: str, hint: str = "") -> ConfigError:
    """An id that cannot be used, as an error of the command line."""
    return ConfigError(Problem(f'"{word[:80]}"', 0, 0, message, hint))


def known_ids(papers: Papers, kind: Kind) -> frozenset[str]:
    """The ids that actors or topics have in the register or in sheets only, or that sheets have or had."""
    sheets = [paper.content for paper in papers.sheets.values()]
    if kind == "sheet":
        return frozenset(papers.sheets).union(*((s.article.id, *s.article.formerly) for s in sheets))
    if kind == "actor":
        return register_ids(papers.actors.content).union(a.id for s in sheets for a in s.actors)
    items: list[Position | OpenQuestion] = []
    for sheet in sheets:
        items += [*sheet.positions, *sheet.open_questions]
    return register_ids(papers.topics.content).union(t for item in items for t in item.topics)


def actor_record(papers: Papers, renaming: Renaming) -> Callable[[ActorRegister], ActorRegister] | None:
    """What lets an actor's entry remember its id; an actor that only sheets know gets an entry for that.

    Raises:
        ConfigError: the new id is taken, or the old one was merged into another entry.

    """
    register = papers.actors
    if _is_recorded(register.name, register.content, renaming, known_ids(papers, "actor")):
        return None
    entries = register.content.actors
    if all(entry.id != renaming.old for entry in entries):
        actor = next(a for s in papers.sheets.values() for a in s.content.actors if a.id == renaming.old)
        entry = RegisteredActor(id=renaming.new, name=actor.name, kind=actor.kind, merge=(renaming.old,))
        return lambda content: content.model_copy(update={"actors": (*content.actors, entry)})
    return lambda content: content.model_copy(update={"actors": _remembering(content.actors, renaming)})


def topic_record(papers: Papers, renaming: Renaming) -> Callable[[TopicRegister], TopicRegister] | None:
    """What lets a topic's entry remember its id.

    Raises:
        ConfigError: the new id is taken, or the old one has no entry of its own.

    """
    register = papers.topics
    if _is_recorded(register.name, register.content, renaming, known_ids(papers, "topic")):
        return None
    if all(entry.id != renaming.old for entry in register.content.topics):
        hint = f"Add all topics to {register.name} first: what one was called is kept there."
        raise refusal(renaming.old, "is in no register of topics.", hint)
    return lambda content: content.model_copy(update={"topics": _remembering(content.topics, renaming)})


def _is_recorded(name: str, register: ActorRegister | TopicRegister, renaming: Renaming, known: frozenset[str]) -> bool:
    """Whether the renaming was begun before; raises ConfigError where it cannot be begun."""
    old, new = renaming.old, renaming.new
    entries = {entry.id: entry for entry in entries_of(register)}
    if old not in entries and new in entries and old in entries[new].merge:
        return True
    if into := next((entry.id for entry in entries.values() if old in entry.merge), None):
        raise refusal(old, f'is merged into "{into}".', f'Rename "{into}", or change `merge` in {name}.')
    if new in known - set(entries[old].merge if old in entries else ()):
        hint = f"If both are the same one, write `merge: [{old}]` at its entry in {name}."
        raise refusal(new, f"is already the id of another {renaming.kind}.", hint)
    return False


def _remembering(entries: tuple[E, ...], renaming: Renaming) -> tuple[E, ...]:
    return tuple(
        e.model_copy(update={"merge": _former(e.merge, renaming)}) if e.id == renaming.new else e for e in entries
    )


def sheet_record(papers: Papers, own: Paper[FactSheet], renaming: Renaming) -> Callable[[FactSheet], FactSheet] | None:
    """What lets a sheet remember the name that its file had; raises ConfigError where the new one is taken."""
    article = own.content.article
    if own.path.stem == renaming.new and renaming.old in article.formerly:
        return None
    if own.path.stem != renaming.new and renaming.new in known_ids(papers, "sheet") - set(article.formerly):
        raise refusal(renaming.new, "is or was already the id of another sheet.", "Choose another one.")

    def remember(sheet: FactSheet) -> FactSheet:
        update = {"formerly": _former(sheet.article.formerly, renaming)}
        return sheet.model_copy(update={"article": sheet.article.model_copy(update=update)})

    return remember


def item_record(own: Paper[FactSheet], renaming: Renaming) -> Callable[[FactSheet], FactSheet] | None:
    """What lets a position, question or event remember its id."""
    old, new, where = renaming.old, renaming.new, own.path.stem
    ids = {item.id: item for _, item in all_items(own.content)}
    item, begun = ids.get(old), ids.get(new)
    if item is None and isinstance(begun, Anchored) and old in begun.formerly:
        return None
    if not isinstance(item, Anchored):
        near = get_close_matches(old[:120], sorted(ids), n=1)
        hint = f'Did you mean "{where}/{near[0]}"?' if near else f"Look it up in {own.name}."
        hint = f"An actor has one id in all sheets: briefwright rename {old} {new}" if item else hint
        raise refusal(f"{where}/{old}", "is not the id of a position, question or event.", hint)
    if begun or any(new in i.formerly for i in ids.values() if isinstance(i, Anchored) and i is not item):
        raise refusal(f"{where}/{new}", "is or was already the id of another item.", "Choose another one.")

    def remember(sheet: FactSheet) -> FactSheet:
        update = {}
        for section in ANCHORED:
            update[section] = tuple(
                i.model_copy(update={"formerly": _former(i.formerly, renaming)})
                if i.id == new and isinstance(i, Anchored)
                else i
                for i in items_of(sheet, section)
            )
        return sheet.model_copy(update=update)

    return remember


def _former(ids: tuple[str, ...], renaming: Renaming) -> tuple[str, ...]:
    """The former ids with the old one; without the new one, where a renaming is taken back."""
    return tuple(dict.fromkeys((*(i for i in ids if i != renaming.new), renaming.old)))

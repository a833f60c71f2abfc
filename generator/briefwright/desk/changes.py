"""Two states of the folder of fact sheets in; out what changed in substance: who, what they say, what is open, events.

Layout, comments, order, offsets and scores are no substance. An id that was renamed or merged is the same one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from briefwright.desk.migrate import brought_up
from briefwright.errors import Problem, SheetError
from briefwright.model.factsheet import (
    Actor,
    ActorRegister,
    Evidence,
    FactSheet,
    Item,
    OpenQuestion,
    Part,
    Position,
    PositionLink,
    TopicRegister,
)
from briefwright.sheets.check import read_part
from briefwright.sheets.fingerprint import SECTIONS, items_of
from briefwright.sheets.registers import canonical_ids, entries_of
from briefwright.sheets.yaml_source import read_source

P = TypeVar("P", bound=Part)
What = Literal["added", "removed", "changed", "opened", "answered", "dropped", "reopened"]
Value = str | bool | tuple[str, ...] | None

ACTORS, TOPICS = "_actors.yml", "_topics.yml"
NOUNS = {"actors": "actor", "positions": "position", "open_questions": "question", "events": "event"}

_SUBSTANCE = {
    "article": ("title", "outlet", "author", "url", "published"),
    "sheet": ("publish", "bottom_line", "lead", "notes"),
    "actors": ("name", "kind", "role", "affiliation", "aliases", "salience", "publish"),
    "positions": ("statement", "actor", "act", "mode", "via", "about", "topics", "evidence", "disputes", "publish"),
    "open_questions": ("question", "kind", "due", "answer", "about", "topics", "evidence", "publish"),
    "events": ("event", "date", "when", "evidence", "publish"),
    "register": ("name", "kind", "aliases", "description", "merge", "not", "same_as", "publish"),
}
"""The fields that say something, of each kind of part."""

_ACTORS = frozenset({"actor", "via", "affiliation", "about"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a field said and says."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an actor, a position, a question, an event, an article's head or an entry of a register."""

    of: str
    what: What
    id: str
    words: str
    """What it is in words, as it stands now, or stood last."""
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetChange:
    """What changed in one sheet; of a new or a removed one all that it holds."""

    sheet: str
    title: str
    state: Literal["added", "removed", "changed"]
    formerly: str | None
    """Its id before, where it was renamed."""
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changed, in the order of the sheets' ids."""

    sheets: tuple[SheetChange, ...]
    registers: tuple[Change, ...]
    problems: tuple[Problem, ...]
    """Of files that could not be read on one side, and so were not compared."""


@dataclass(frozen=True, slots=True)
class State:
    """The folder as it is or was: what of it can be read, and the names of the sheets that cannot."""

    sheets: dict[str, FactSheet]
    actors: ActorRegister
    topics: TopicRegister
    unread: frozenset[str]
    problems: tuple[Problem, ...]


def read_state(files: Mapping[str, bytes], where: str) -> State:
    """Read the files of a folder by their names; `where` goes before the names in problems.

    A sheet is read if its types are right: what it says can be compared, even where a quotation is not the text's.
    """
    problems: list[Problem] = []
    sheets: dict[str, FactSheet] = {}

    def read(name: str, model: type[P]) -> P | None:
        try:
            part, mistakes = read_part(read_source(brought_up(files[name], f"{where}{name}"), f"{where}{name}"), model)
        except SheetError as error:
            part, mistakes = None, list(error.problems)
        problems.extend(mistakes)
        return part

    actors = read(ACTORS, ActorRegister) if ACTORS in files else None
    topics = read(TOPICS, TopicRegister) if TOPICS in files else None
    names = [name for name in sorted(files) if not name.startswith(("_", "."))]
    for name in names:
        if sheet := read(name, FactSheet):
            sheets[name.removesuffix(".yml")] = sheet
    unread = frozenset(name.removesuffix(".yml") for name in names) - sheets.keys()
    empty = ActorRegister(schema=1), TopicRegister(schema=1)
    return State(sheets, actors or empty[0], topics or empty[1], unread, tuple(problems))


def compare(before: State, after: State) -> Difference:
    """What changed from one state to the other."""
    comparison = _Comparison(before, after)
    return Difference(tuple(comparison.sheets()), tuple(comparison.registers()), before.problems + after.problems)


class _Comparison:
    """Knows what ids of both sides mean today."""

    def __init__(self, before: State, after: State) -> None:
        self.before, self.after = before, after
        self.actors, self.topics = canonical_ids(after.actors), canonical_ids(after.topics)
        self.moved = {old: id for id, sheet in after.sheets.items() for old in sheet.article.formerly}
        self.items = {
            (id, old): item.id
            for id, sheet in after.sheets.items()
            for item in (*sheet.positions, *sheet.open_questions, *sheet.events)
            for old in item.formerly
        }
        known = [actor for state in (before, after) for sheet in state.sheets.values() for actor in sheet.actors]
        self.names = {self.actors.get(a.id, a.id): a.name for a in known} | {e.id: e.name for e in after.actors.actors}

    # Sheets

    def sheets(self) -> Iterator[SheetChange]:
        """The sheets that differ, new and removed ones among them."""
        unread = self.before.unread | self.after.unread
        was = {self.moved.get(old, old): old for old in self.before.sheets}
        for id in sorted((was.keys() | self.after.sheets.keys()) - unread):
            old, new = self.before.sheets.get(was.get(id, "")), self.after.sheets.get(id)
            changes = tuple(self.changes(id, old, new))
            formerly = was[id] if was.get(id, id) != id else None
            if changes or formerly or not (old and new):
                yield SheetChange(id, _title(old, new), _state(old, new), formerly, changes)

    def changes(self, id: str, old: FactSheet | None, new: FactSheet | None) -> Iterator[Change]:
        """What changed in one sheet; None where there is none on that side."""
        if old and new:
            fields = (*self.fields("article", old.article, new.article), *self.fields("sheet", old, new))
            if fields:
                yield Change("article", "changed", id, new.article.title, fields)
        for section in SECTIONS:
            was = {self.today(id, item): item for item in (items_of(old, section) if old else ())}
            now = {self.today(id, item): item for item in (items_of(new, section) if new else ())}
            for key in dict.fromkeys((*now, *was)):
                if change := self.change(section, key, was.get(key), now.get(key)):
                    yield change

    def change(self, section: str, id: str, old: Item | None, new: Item | None) -> Change | None:
        """What became of one item."""
        noun = NOUNS[section]
        if old is None or new is None:
            item = new or old
            what: What = "removed" if new is None else "added"
            if isinstance(new, OpenQuestion) and new.status == "open":
                what = "opened"
            return Change(noun, what, id, self.words(item)) if item else None
        fields = self.fields(section, old, new)
        if isinstance(old, OpenQuestion) and isinstance(new, OpenQuestion) and old.status != new.status:
            return Change(noun, "reopened" if new.status == "open" else new.status, id, self.words(new), fields)
        return Change(noun, "changed", id, self.words(new), fields) if fields else None

    def today(self, sheet: str, item: Item) -> str:
        """The id that an item of either side has now."""
        if isinstance(item, Actor):
            return self.actors.get(item.id, item.id)
        return self.items.get((sheet, item.id), item.id)

    def words(self, item: Item) -> str:
        """What an item is, for a person."""
        if isinstance(item, Actor):
            return item.name
        if isinstance(item, Position):
            actor = self.actors.get(item.actor, item.actor) if item.actor else None
            who = self.names.get(actor, actor) if actor else item.source or "nobody named"
            return f"{who} ({item.act}): {_flat(item.statement)}"
        return _flat(getattr(item, "question", "") or getattr(item, "event", ""))

    # Registers

    def registers(self) -> Iterator[Change]:
        """Entries that a person changed or took out; new ones come with the sheets that they were found in."""
        for noun, was, now in (
            ("actor", self.before.actors, self.after.actors),
            ("topic", self.before.topics, self.after.topics),
        ):
            into = canonical_ids(now)
            new = {entry.id: entry for entry in entries_of(now)}
            for old in entries_of(was):
                entry = new.get(old.id)
                if entry is None and old.id in into:  # merged, which the other entry tells, or renamed
                    entry = new.get(into[old.id])
                    if entry is None or any(e.id == entry.id for e in entries_of(was)):
                        continue
                    entry = entry.model_copy(update={"merge": tuple(i for i in entry.merge if i != old.id)})
                if entry is None:
                    yield Change(noun, "removed", old.id, old.name)
                elif fields := self.fields("register", old, entry):
                    yield Change(noun, "changed", entry.id, entry.name, fields)

    # Fields

    def fields(self, kind: str, old: Part, new: Part) -> tuple[FieldChange, ...]:
        """The fields of substance that differ."""
        pairs = ((name, self.value(old, name), self.value(new, name)) for name in _SUBSTANCE[kind])
        return tuple(FieldChange(name, was, now) for name, was, now in pairs if was != now)

    def value(self, part: Part, name: str) -> Value:
        """A field's value as it is compared: words without layout, ids as they are today, lists in one order."""
        value = getattr(part, {"not": "distinct"}.get(name, name), None)
        if isinstance(value, PositionLink):
            return self.linked(value)
        if isinstance(value, tuple):
            words = (self.entry(name, entry) for entry in value)
            return tuple(words) if name in ("lead", "evidence") else tuple(sorted(set(words)))
        if isinstance(value, str):
            return _flat(self.meant(name, value))
        return bool(value) if value is not None else None

    def entry(self, name: str, entry: Evidence | PositionLink | str) -> str:
        """An entry of a list, in words."""
        if isinstance(entry, PositionLink):
            return self.linked(entry)
        return entry.quote if isinstance(entry, Evidence) else self.meant(name, entry)

    def linked(self, link: PositionLink) -> str:
        """The position that a link leads to, by the ids of today."""
        sheet = self.moved.get(link.sheet, link.sheet)
        return f"{sheet}/{self.items.get((sheet, link.position), link.position)}"

    def meant(self, name: str, word: str) -> str:
        """An id as the registers have it now; other words as they are."""
        if name in _ACTORS:
            return self.actors.get(word, word)
        return self.topics.get(word, word) if name == "topics" else word


def _flat(words: str) -> str:
    return " ".join(words.split())


def _title(old: FactSheet | None, new: FactSheet | None) -> str:
    sheet = new or old
    return _flat(sheet.article.title) if sheet else ""


def _state(old: FactSheet | None, new: FactSheet | None) -> Literal["added", "removed", "changed"]:
    return "removed" if new is None else "added" if old is None else "changed"

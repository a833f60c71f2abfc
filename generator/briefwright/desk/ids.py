"""A read sheet or register and an id in; out every place where the file means that id, or the file with another one.

What is spelt alike and is something else (a topic of an actor's name, words of a statement) is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from briefwright.desk.splices import Splice, spliced
from briefwright.sheets.fingerprint import SECTIONS
from briefwright.sheets.links import link_nodes
from briefwright.sheets.render import scalar
from briefwright.sheets.yaml_source import Node, Source

Kind = Literal["actor", "topic", "sheet", "item"]

ANCHORED = SECTIONS[1:]
"""The sections of positions, open questions and events."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """An old id, the new one, and whose id it is; of an item also the sheet that it stands in."""

    kind: Kind
    old: str
    new: str
    sheet: str = ""


def with_new_id(source: Source, renaming: Renaming) -> tuple[bytes, int]:
    """The file with the new id wherever it meant the old one, and in how many places; all else byte for byte."""
    nodes = [node for node in _places(source, renaming) if node.raw == renaming.old]
    return spliced(source, [_replaced(source, node, renaming.new) for node in nodes]), len(nodes)


def _places(source: Source, renaming: Renaming) -> Iterator[Node]:
    """Every scalar of the file that holds an id of the renaming's kind."""
    places = {"actor": _actors, "topic": _topics, "sheet": _sheets, "item": _items}[renaming.kind]
    return places(source, renaming)


def _actors(source: Source, renaming: Renaming) -> Iterator[Node]:
    yield from _at(_entries(source, "actors"), "id", "not")  # `merge` keeps the old id: it is the record of it
    yield from _at(_entries(source, *SECTIONS), "actor", "via", "affiliation", "about")
    if not _has(source, "topics"):
        yield from _prints(source, renaming.old, ANCHORED)


def _topics(source: Source, renaming: Renaming) -> Iterator[Node]:
    yield from _at(_entries(source, "topics"), "id", "not")
    yield from _at(_entries(source, *SECTIONS), "topics")
    if _has(source, "topics"):
        yield from _prints(source, renaming.old, ())


def _sheets(source: Source, renaming: Renaming) -> Iterator[Node]:
    yield from _at([source.find(("article",))[0]], "id", "origin", "story")
    yield from _at(link_nodes(source), "sheet")


def _items(source: Source, renaming: Renaming) -> Iterator[Node]:
    if source.find(("article", "id"))[0].raw == renaming.sheet:
        yield from _at(_entries(source, *ANCHORED), "id")
        yield from _prints(source, renaming.old, ("actors",))
    yield from _at((a for a in link_nodes(source) if _raw(a, "sheet") == renaming.sheet), "position")


def _prints(source: Source, old: str, others: Iterable[str]) -> Iterator[Node]:
    """The keys of the parser's own records, unless the old id is there that of an item of one of the other sections."""
    if all(_raw(item, "id") != old for item in _entries(source, *others)):
        for record in ("items", "new_words"):
            node, exact = source.find(("generated", record))
            yield from (key for key, _ in node.pairs.values()) if exact else ()


def _has(source: Source, section: str) -> bool:
    return source.find((section,))[1]


def _entries(source: Source, *sections: str) -> Iterator[Node]:
    for section in sections:
        node, exact = source.find((section,))
        yield from node.items if exact else ()


def _at(holders: Iterable[Node], *keys: str) -> Iterator[Node]:
    """The scalars at these keys, and those of the lists there."""
    for holder in holders:
        for key in keys:
            if key in holder.pairs:
                node = holder.pairs[key][1]
                yield from node.items or [node]


def _raw(holder: Node, key: str) -> str:
    return holder.pairs[key][1].raw if key in holder.pairs else ""


def _replaced(source: Source, node: Node, word: str) -> Splice:
    """The word in the scalar's place, between its quotation marks where it has some."""
    quotes = source.text[node.start : node.start + 1]
    return Splice(node.start, node.end, f"{quotes}{word}{quotes}" if quotes in ("'", '"') else scalar(word, flow=True))

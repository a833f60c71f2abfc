"""Loaded sheets in; out the links to positions that lead nowhere, each at its line and with what was likely meant.

No sheet is at fault where the one that it links to has mistakes of its own: then nobody knows what is in that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from briefwright.errors import Problem
from briefwright.model.factsheet import FactSheet, PositionLink
from briefwright.sheets.files import Folder
from briefwright.sheets.fingerprint import items_of
from briefwright.sheets.yaml_source import Node, Source, read_source

LINKS = {"positions": ("disputes", "not_disputed_by"), "open_questions": ("answer", "not_answered_by")}
"""By section, the fields that link to positions: a list of links, or a single one."""


def link_problems(folder: Folder, sheets: Mapping[str, FactSheet]) -> Iterator[Problem]:
    """Links to a sheet that is not there, to a position that its sheet lacks, and of a position to itself."""
    positions = {key: {p.id for p in sheet.positions} for key, sheet in sheets.items()}
    for key, sheet in sheets.items():
        dead = {link for own, link in _links(sheet) if _is_dead(folder, positions, (key, own), link)}
        if dead:
            source = read_source(folder.read(folder.sheet(key)), folder.name(folder.sheet(key)))
            for node in link_nodes(source):
                sheet_node, position = (
                    node.pairs[name][1] if name in node.pairs else node for name in ("sheet", "position")
                )
                if PositionLink(sheet=sheet_node.raw, position=position.raw) in dead:
                    yield _problem(source, sheet_node, position, positions)


def link_nodes(source: Source) -> Iterator[Node]:
    """The links of a file, those in lists among them."""
    for section, fields in LINKS.items():
        node, exact = source.find((section,))
        for item in node.items if exact else ():
            values = (item.pairs[field][1] for field in fields if field in item.pairs)
            yield from (link for value in values for link in value.items or [value] if link.kind == "mapping")


def _links(sheet: FactSheet) -> Iterator[tuple[str, PositionLink]]:
    for section, fields in LINKS.items():
        for item in items_of(sheet, section):
            for field in fields:
                value = getattr(item, field)
                links = (value,) if isinstance(value, PositionLink) else value if isinstance(value, tuple) else ()
                yield from ((item.id, link) for link in links)


def _is_dead(folder: Folder, positions: Mapping[str, set[str]], own: tuple[str, str], link: PositionLink) -> bool:
    if link.sheet not in positions:
        return not folder.sheet(link.sheet).exists()
    return link.position not in positions[link.sheet] or own == (link.sheet, link.position)


def _problem(source: Source, sheet: Node, position: Node, positions: Mapping[str, set[str]]) -> Problem:
    if sheet.raw not in positions:
        return source.problem(sheet.start, f'no sheet has the id "{sheet.raw}".', _hint(sheet.raw, positions))
    known = positions[sheet.raw]
    if position.raw in known:
        return source.problem(position.start, "a position cannot be linked to itself.", "Delete this link.")
    message = f'no position of the sheet "{sheet.raw}" has the id "{position.raw}".'
    return source.problem(position.start, message, _hint(position.raw, known))


def _hint(word: str, known: Mapping[str, set[str]] | set[str]) -> str:
    near = get_close_matches(word[:120], sorted(known), n=1)
    return f'Did you mean "{near[0]}"?' if near else "Delete this link, or name another position."

"""The folder of fact sheets in, its files read and checked; and one of them with an id renamed, as bytes.

A renaming leaves no trace of an edit: what had its fingerprint has its new one, what had not still has not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar, cast

from briefwright.desk.ids import Renaming, with_new_id
from briefwright.errors import Problem, SheetError
from briefwright.model.factsheet import ActorRegister, FactSheet, TopicRegister
from briefwright.sheets.check import check_register, check_sheet, read_part
from briefwright.sheets.edit import edit
from briefwright.sheets.files import Folder, is_id
from briefwright.sheets.fingerprint import all_items, article_prints, content_print
from briefwright.sheets.registers import entries_of
from briefwright.sheets.render import render_file
from briefwright.sheets.schema import ACTORS_SCHEMA, TOPICS_SCHEMA
from briefwright.sheets.yaml_source import Source, read_source

Register = ActorRegister | TopicRegister
C = TypeVar("C", bound=FactSheet | ActorRegister | TopicRegister)

_ACTORS, _TOPICS = "_actors.yml", "_topics.yml"
_SCHEMAS = {_ACTORS: ACTORS_SCHEMA, _TOPICS: TOPICS_SCHEMA}


@dataclass(frozen=True, slots=True)
class Paper(Generic[C]):
    """A file without mistakes; `data` is None for a register that is not there, which is taken for an empty one."""

    path: Path
    name: str
    data: bytes | None
    content: C


@dataclass(frozen=True, slots=True)
class Papers:
    """The registers, and the sheets by the stems of their files."""

    folder: Folder
    actors: Paper[ActorRegister]
    topics: Paper[TopicRegister]
    sheets: Mapping[str, Paper[FactSheet]]


def read_papers(project_dir: Path, sheets_dir: Path, wanted: str) -> Papers:
    """Read every file; a sheet with mistakes is passed over where it does not hold the id that is wanted.

    Raises:
        SheetError: all mistakes of the others.

    """
    folder, problems = Folder(project_dir, sheets_dir), list[Problem]()

    def read(path: Path, model: type[C], empty: C | None = None) -> Paper[C] | None:
        name, data = folder.name(path), folder.read_if_there(path)
        content, mistakes = (empty, []) if data is None else _read(read_source(data, name), model)
        if mistakes and (model is not FactSheet or wanted.encode() in (data or b"")):
            problems.extend(mistakes)
        return Paper(path, name, data, content) if content else None

    actors = read(sheets_dir / _ACTORS, ActorRegister, ActorRegister(schema=1))
    topics = read(sheets_dir / _TOPICS, TopicRegister, TopicRegister(schema=1))
    sheets = {path.stem: read(path, FactSheet) for path in sorted(sheets_dir.glob("[!._]*.yml"))}
    if problems or actors is None or topics is None:
        raise SheetError(problems)
    return Papers(folder, actors, topics, {stem: paper for stem, paper in sheets.items() if paper})


def changed(paper: Paper[C], renaming: Renaming, record: Callable[[C], C] | None = None) -> tuple[bytes | None, int]:
    """The file after the renaming, with the record of the old id, and in how many places the id stood.

    Raises:
        SheetError: the new id is already one of the file's own, or the file cannot be changed without risk.

    """
    if paper.data is None:
        content = record(paper.content) if record else None
        return (render_file(content, _SCHEMAS[paper.path.name]).encode() if content else None), 0
    if record is None and renaming.old.encode() not in paper.data:
        return paper.data, 0
    model = type(paper.content)
    data, places = with_new_id(read_source(paper.data, paper.name), renaming)
    source = read_source(data, paper.name)
    renamed, _ = read_part(source, model)
    wanted = _with_prints(paper.content, record(renamed) if record else renamed) if renamed else None
    if renamed and wanted:
        data = (b"\xef\xbb\xbf" if source.bom else b"") + edit(source, renamed, wanted).encode()
    result, _ = _read(read_source(data, paper.name), model)
    if result is None:
        message = f'"{renaming.new}" is an id in this file already, beside "{renaming.old}".'
        raise SheetError(Problem(paper.name, 0, 0, message, "Delete one of the two there, or choose another id."))
    if result != wanted:
        message = "the file cannot be changed without risk to what is in it; it was left as it is."
        raise SheetError(Problem(paper.name, 0, 0, message, "Write it in the style of the other sheets."))
    return data, places


def _read(source: Source, model: type[C]) -> tuple[C | None, list[Problem]]:
    """What the file says, or None and its mistakes; that its id is not its name is none here, half-way to a new one."""
    if model is not FactSheet:
        return check_register(source, model)
    own = source.find(("article", "id"))[0].raw
    return cast("tuple[C | None, list[Problem]]", check_sheet(source, own if is_id(own) else "x", None, None))


def _with_prints(before: C, after: C) -> C:
    """The content with the fingerprints of what is renamed, as far as it had its fingerprint before."""
    if before.generated is None or after.generated is None:
        return after
    old, new = _prints(before), _prints(after)
    items = {}
    for was, (key, print_) in zip(before.generated.items, after.generated.items.items(), strict=True):
        head, dot, words = print_.partition(".")
        items[key] = f"{new[key]}{dot}{words}" if key in new and old.get(was) == head else print_
    generated = after.generated.model_copy(update={"items": items})
    return cast(C, after.model_copy(update={"generated": generated}))


def _prints(content: FactSheet | Register) -> dict[str, str]:
    """What the fingerprint of each item, or entry, and of each field of the article begins with."""
    if not isinstance(content, FactSheet):
        return {entry.id: content_print(entry) for entry in entries_of(content)}
    return {item.id: content_print(item) for _, item in all_items(content)} | article_prints(content)

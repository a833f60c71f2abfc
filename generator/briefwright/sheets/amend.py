"""A decision of a person in; out the sheet or register changed on the disk, as if they had typed it, or left alone.

The file is read anew for each change and spliced, so that comments and layout stay and what another program or person
wrote in the meantime is never lost; it is replaced whole or not at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefwright.errors import SheetError
from briefwright.model.factsheet import ActorRegister, FactSheet
from briefwright.sheets.check import check_register, check_sheet
from briefwright.sheets.edit import edit
from briefwright.sheets.files import Folder
from briefwright.sheets.render import render_file
from briefwright.sheets.schema import ACTORS_SCHEMA
from briefwright.sheets.shelf import Shelf
from briefwright.sheets.store import ACTORS_FILE
from briefwright.sheets.yaml_source import Source, read_source


class UnfitError(SheetError):
    """What was decided would be a mistake in a sheet that has none; nothing was written, and nothing is wrong."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """What one decision did to one file; `before` is None where the file was not there."""

    path: Path
    before: bytes | None
    after: bytes


def amend_sheet(shelf: Shelf, sheet_id: str, change: Callable[[FactSheet], FactSheet]) -> Amendment:
    """Let the sheet say what `change` makes of it.

    Raises:
        UnfitError: the sheet would have mistakes then; it is left as it is.
        SheetError: the sheet has mistakes, or cannot be read or written; it is left as it is.

    """
    folder = Folder(shelf.project_dir, shelf.sheets_dir)
    path = folder.sheet(sheet_id)
    data = folder.read(path)
    source = read_source(data, folder.name(path))
    current, mistakes = check_sheet(source, path.stem, shelf.actor_ids, shelf.topic_ids)
    if current is None:
        raise SheetError(mistakes)
    wanted = change(current)
    after = _bytes(source, edit(source, current, wanted))
    result, mistakes = check_sheet(read_source(after, folder.name(path)), path.stem, shelf.actor_ids, shelf.topic_ids)
    if mistakes:
        raise UnfitError(mistakes)
    return _written(folder, path, data, after, result == wanted)


def amend_actors(shelf: Shelf, change: Callable[[ActorRegister], ActorRegister]) -> tuple[ActorRegister, Amendment]:
    """Let the register of actors say what `change` makes of it; the register, and what was done to its file.

    Raises:
        SheetError: as for a sheet.

    """
    folder = Folder(shelf.project_dir, shelf.sheets_dir)
    path = folder.path / ACTORS_FILE
    data = folder.read_if_there(path)
    if data is None:
        wanted = change(ActorRegister(schema=1))
        after = render_file(wanted, ACTORS_SCHEMA).encode()
    else:
        source = read_source(data, folder.name(path))
        current, mistakes = check_register(source, ActorRegister)
        if current is None:
            raise SheetError(mistakes)
        wanted = change(current)
        after = _bytes(source, edit(source, current, wanted))
    result, mistakes = check_register(read_source(after, folder.name(path)), ActorRegister)
    if mistakes:
        raise UnfitError(mistakes)
    return wanted, _written(folder, path, data, after, result == wanted)


def take_back(shelf: Shelf, amendment: Amendment) -> None:
    """Undo an amendment.

    Raises:
        SheetError: the file says something else by now, or cannot be written; it is left as it is.

    """
    folder = Folder(shelf.project_dir, shelf.sheets_dir)
    if folder.read_if_there(amendment.path) != amendment.after:
        message = "the file has changed since, so the decision is not taken back."
        raise SheetError(folder.problem(amendment.path, message, "Change it with a text editor."))
    if amendment.before is None:
        folder.delete(amendment.path)
    else:
        folder.write(amendment.path, amendment.before, amendment.after)


def _written(folder: Folder, path: Path, before: bytes | None, after: bytes, as_wanted: bool) -> Amendment:
    if not as_wanted:
        message = "the file cannot be changed without risk to what is in it; it was left as it is."
        raise SheetError(folder.problem(path, message, "Make the change with a text editor."))
    folder.write(path, after, before)
    return Amendment(path, before, after)


def _bytes(source: Source, text: str) -> bytes:
    return (b"\xef\xbb\xbf" if source.bom else b"") + text.encode()

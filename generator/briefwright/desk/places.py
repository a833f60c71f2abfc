"""A decision in; out the file and the line where a person finds what it is about; and which mistakes are decisions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from briefwright.desk.queue import Decision
from briefwright.errors import Problem
from briefwright.sheets import Shelf
from briefwright.sheets.files import Folder
from briefwright.sheets.fingerprint import LEAD
from briefwright.sheets.quotations import check_evidence
from briefwright.sheets.store import ACTORS_FILE
from briefwright.sheets.yaml_source import read_source


def place(folder: Folder, decision: Decision) -> tuple[Path, int]:
    """The sheet, or for a pair the register, and the line at which the item or entry begins; 0 for the whole file."""
    path = _path(folder, decision)
    return path, lines(folder, path).get(decision.id, 0)


class Places:
    """The places of many decisions, while no file changes: each is read once."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._lines = cache(lambda path: lines(folder, path))

    def of(self, decision: Decision) -> tuple[str, int]:
        """As `place`; the file as a person of the project writes it."""
        path = _path(self._folder, decision)
        return self._folder.name(path), self._lines(path).get(decision.id, 0)


def lines(folder: Folder, path: Path) -> Mapping[str, int]:
    """By id, the line at which each item of a sheet or entry of a register begins."""
    source = read_source(folder.read_if_there(path) or b"", folder.name(path))
    sections = source.root.pairs.values() if source.root else ()
    entries = (item for _, section in sections for item in section.items if "id" in item.pairs)
    return {entry.pairs["id"][1].raw: source.place(entry.start)[0] for entry in entries}


def asked_of(shelf: Shelf) -> frozenset[Problem]:
    """The mistakes that are asked as conflicts, so that no line need tell them, too; the lead is none of the items."""
    folder = Folder(shelf.project_dir, shelf.sheets_dir)
    asked: set[Problem] = set()
    for loaded in shelf.ungrounded.values():
        if loaded.text is not None:
            source = read_source(folder.read_if_there(loaded.path) or b"", folder.name(loaded.path))
            asked |= {problem for key, problem in check_evidence(source, loaded.text) if key != LEAD}
    return frozenset(asked)


def _path(folder: Folder, decision: Decision) -> Path:
    return folder.sheet(decision.sheet) if decision.sheet else folder.path / ACTORS_FILE

"""An id and a better one in; out the folder of fact sheets with the new one everywhere, and a record of the old one.

The record is what links to the old page follow, and what the parser knows its own finding by: `merge` in a register,
`formerly` in a sheet. All changes are worked out before the first is made; each is one whole file, and after a kill at
any moment the same command does the rest: the record is written first (of a sheet: its file gets its new name first),
which tells a renaming that was begun from a new id that is taken.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, get_args

from briefwright.desk.ids import Renaming
from briefwright.desk.papers import C, Paper, Papers, changed, read_papers
from briefwright.desk.records import actor_record, item_record, known_ids, refusal, sheet_record, topic_record
from briefwright.desk.steps import Move, Remove, Step, Write, carry_out
from briefwright.errors import ConfigError
from briefwright.model.factsheet import FactSheet
from briefwright.sheets.files import is_id

NamedKind = Literal["actor", "topic", "sheet"]
"""What has an id of its own in the whole folder."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """What was, or would be, done: each changed file with the number of places in it, and a file's new name."""

    renaming: Renaming
    files: tuple[tuple[str, int], ...]
    moved: tuple[str, str] | None = None


def rename(
    project_dir: Path, sheets_dir: Path, old: str, new: str, kind: NamedKind | None = None, *, dry_run: bool = False
) -> Renamed:
    """Rename an actor, a topic or a sheet; with ``SHEET/ITEM`` as `old` a position, question or event.

    Raises:
        ConfigError: nothing has the old id, or the new one cannot be taken.
        SheetError: a file that holds the id has mistakes, or cannot be changed.

    """
    sheet, _, old = old.rpartition("/")
    new = new.removeprefix(f"{sheet}/") if sheet else new
    if not is_id(new):
        raise refusal(new, "cannot be an id.", "Ids hold lower-case letters, digits and single hyphens.")
    if old == new:
        raise refusal(new, "is the id that it has already.")
    papers = read_papers(project_dir, sheets_dir, old)
    renaming = Renaming("item", old, new, sheet) if sheet else Renaming(_kind(papers, old, kind), old, new)
    plan = _Plan(papers, renaming)
    if renaming.kind == "sheet":
        plan.sheet()
    else:
        plan.in_place()
    if not dry_run:
        carry_out(papers.folder, plan.steps)
    return Renamed(renaming, tuple(plan.places.items()), plan.moved)


def _kind(papers: Papers, old: str, wanted: NamedKind | None) -> NamedKind:
    """What has the old id, or had it before the renaming was begun."""
    named: tuple[NamedKind, ...] = get_args(NamedKind)
    known = {kind: known_ids(papers, kind) for kind in named}
    kinds = [kind for kind in named if old in known[kind] and wanted in (None, kind)]
    if len(kinds) > 1:
        raise refusal(old, f"is the id of more than one: {', '.join(kinds)}.", "Say which with --kind.")
    if kinds:
        return kinds[0]
    near = get_close_matches(old[:120], sorted(set().union(*known.values())), n=1)
    hint = f'Did you mean "{near[0]}"?' if near else "Of a position, question or event write SHEET/ITEM."
    raise refusal(old, f"is not the id of an {wanted or 'actor, topic or sheet'}.", hint)


class _Plan:
    """The steps of a renaming, in their order."""

    def __init__(self, papers: Papers, renaming: Renaming) -> None:
        self.papers, self.renaming = papers, renaming
        self.steps: list[Step] = []
        self.places: dict[str, int] = {}
        self.moved: tuple[str, str] | None = None

    def in_place(self) -> None:
        """An actor or topic: its register first, which from then on knows both ids. An item: its sheet first."""
        own = None
        if self.renaming.kind == "actor":
            self.write(self.papers.actors, actor_record(self.papers, self.renaming))
        elif self.renaming.kind == "topic":
            self.write(self.papers.topics, topic_record(self.papers, self.renaming))
        else:
            own = self.papers.sheets.get(self.renaming.sheet)
            if own is None:
                raise refusal(self.renaming.sheet, "is not the id of a sheet.", "Write SHEET/ITEM.")
            self.write(own, item_record(own, self.renaming))
        self.others(own)

    def sheet(self) -> None:
        """A sheet: its text under both names, the file under its new name, who refers to it, and the old text goes."""
        old, new = self.renaming.old, self.renaming.new
        texts = self.papers.folder.path / "texts"
        pairs = [(texts / f"{old}{suffix}", texts / f"{new}{suffix}") for suffix in (".txt", ".txt.new")]
        own, target = self.papers.sheets.get(old), self.papers.folder.sheet(new)
        for text, copy in pairs:
            self.copy(text, copy)
        if own:
            if os.path.lexists(target):
                raise refusal(new, "is already the id of another sheet.", "Choose another one.")
            self.steps.append(Move(own.path, target))
            self.moved = self.papers.folder.name(own.path), self.papers.folder.name(target)
        else:
            own = self.begun()
        self.write(own, sheet_record(self.papers, own, self.renaming), target)
        self.others(own)
        self.steps += [Remove(text) for text, _ in pairs if os.path.lexists(text)]

    def begun(self) -> Paper[FactSheet]:
        """The sheet that has its new name already, from a run that did not come to its end."""
        old, sheet = self.renaming.old, self.papers.sheets.get(self.renaming.new)
        if sheet and old in (sheet.content.article.id, *sheet.content.article.formerly):
            return sheet
        now = next((k for k, s in self.papers.sheets.items() if old in s.content.article.formerly), None)
        raise refusal(old, "is no file's name.", f'It was renamed to "{now}".' if now else "Run: briefwright check")

    def others(self, own: Paper[FactSheet] | None) -> None:
        """The other sheets that refer to what is renamed."""
        for sheet in self.papers.sheets.values():
            if sheet is not own:
                self.write(sheet)

    def write(self, paper: Paper[C], record: Callable[[C], C] | None = None, path: Path | None = None) -> None:
        """A file, at its new place if it has one, unless nothing is to be changed in it."""
        data, places = changed(paper, self.renaming, record)
        if data is not None and data != paper.data:
            path = path or paper.path
            self.steps.append(Write(path, paper.data, data))
            self.places[self.papers.folder.name(path)] = places

    def copy(self, text: Path, copy: Path) -> None:
        """A sheet's text under the new name; both stand until the sheet has found the new one."""
        folder = self.papers.folder
        data, there = folder.read_if_there(text), folder.read_if_there(copy)
        if data is None or data == there:
            return
        if there is not None:
            hint = "It belongs to no sheet; delete it, or choose another id."
            raise ConfigError(folder.problem(copy, "is there already, with other words.", hint))
        self.steps.append(Write(copy, None, data))

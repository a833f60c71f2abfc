"""The command that compares: two states of the fact sheets in; out what changed in substance, on one screen."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from briefwright.cli.group import as_json, common, complain, count, emit, main, tell
from briefwright.model.text import around_difference

if TYPE_CHECKING:
    from briefwright.desk.changes import Change, Difference, SheetChange, Value

SCREEN = 40
"""Lines that are told without `--all`."""
SHORT = 70
"""Characters of a statement or a value that are told; `--json` has all of them."""

STATES: dict[Literal["added", "removed", "changed"], str] = {"added": "new", "changed": "changed", "removed": "gone"}
SIGNS = {"added": "+", "opened": "+", "removed": "-"}


@main.command()
@common
@as_json
@click.option("--all", "whole", is_flag=True, help=f"Tell every change, not the first {SCREEN} lines of them.")
@click.argument("rev")
@click.argument("rev2", required=False)
def diff(
    config_file: Path | None, quiet: bool, verbose: bool, json_: bool, whole: bool, rev: str, rev2: str | None
) -> None:
    """Tell what changed in substance since the git revision REV.

    Who came in, what is said now and was not, which questions were opened or answered, which events. Layout, comments
    and order are no change, and neither is a renamed id. With REV2, that revision is compared and not the files as
    they are.

    Example: briefwright diff HEAD~5
    """
    from briefwright import config
    from briefwright.desk.changes import compare, read_state
    from briefwright.desk.history import read_revision, read_today

    project = config.load_project(config_file)
    folder = project.sheets.relative_to(project.root).as_posix()
    old = read_revision(project.root, project.sheets, rev)
    new = read_revision(project.root, project.sheets, rev2) if rev2 is not None else None
    files = new.files if new else read_today(project.root, project.sheets)
    before = read_state(old.files, f"{old.commit}:{folder}/")
    after = read_state(files, f"{new.commit}:{folder}/" if new else f"{folder}/")
    found = compare(before, after)
    if json_:
        until = {"commit": new.commit, "day": new.day} if new else None
        emit({"since": {"commit": old.commit, "day": old.day}, "until": until} | asdict(found))
    else:
        _tell(found, f"{old.commit} ({old.day})", f"{new.commit} ({new.day})" if new else "the files as they are",
              quiet, whole)  # fmt: skip
    complain(found.problems)
    sys.exit(1 if found.problems else 0)


def _tell(found: Difference, since: str, until: str, quiet: bool, whole: bool) -> None:
    """A line on the whole, then the changes by sheet, a screenful of them."""
    states = Counter(sheet.state for sheet in found.sheets)
    told = [f"{count(states[state], 'sheet')} {STATES[state]}" for state in STATES if states[state]]
    if found.registers:
        told.append(f"{count(len(found.registers), 'change')} in the registers")
    tell(quiet, f"From {since} to {until}: {', '.join(told) or 'nothing changed in substance'}.")
    lines = list(_lines(found))
    for line in lines if whole else lines[:SCREEN]:
        tell(quiet, line)
    if (left := len(lines) - SCREEN) > 0 and not whole:
        tell(quiet, f"… and {count(left, 'more line')}; --all tells them, too.")


def _lines(found: Difference) -> Iterator[str]:
    for sheet in found.sheets:
        yield ""
        yield _headline(sheet)
        for change in sheet.changes if sheet.state == "changed" else ():
            yield from _change(change)
    if found.registers:
        yield ""
        yield "~ registers"
        for change in found.registers:
            yield from _change(change)


def _headline(sheet: SheetChange) -> str:
    """A sheet's line; what a new or removed one holds is only counted."""
    former = f" (was {sheet.formerly})" if sheet.formerly else ""
    holds = Counter(change.of for change in sheet.changes)
    counted = ", ".join(count(number, noun) for noun, number in holds.items()) or "empty"
    return f"{SIGNS.get(sheet.state, '~')} {sheet.sheet}{former}: " + (
        _short(sheet.title) if sheet.state == "changed" else f"{_short(sheet.title)} ({counted})"
    )


def _change(change: Change) -> Iterator[str]:
    what = "" if change.what in ("added", "removed", "changed") else f" {change.what}"
    yield f"  {SIGNS.get(change.what, '~')} {change.of}{what}: {_short(change.words)}"
    for field in change.fields:
        before, after = around_difference(_value(field.before), _value(field.after), SHORT)
        yield f"      {field.field}: {before} → {after}"


def _value(value: Value) -> str:
    if isinstance(value, str):
        return f"“{value}”"
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    return "none" if value is None else str(value).lower()


def _short(words: str) -> str:
    return words if len(words) <= SHORT else words[: SHORT - 1] + "…"

"""The commands that look: the project in, its mistakes and its state out; nothing is changed."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

from briefwright.cli.group import as_json, common, complain, count, emit, main, tell


@main.command()
@common
@as_json
def check(config_file: Path | None, quiet: bool, verbose: bool, json_: bool) -> None:
    """List every mistake in fact sheets and registers, with file, line and column."""
    from briefwright import config, sheets

    project = config.load_project(config_file)
    shelf = sheets.load(project.root, project.sheets)
    complain(shelf.problems)
    if json_:
        emit({"sheets": len(shelf.sheets), "mistakes": shelf.problems})
    elif not shelf.problems:
        tell(quiet, f"{count(len(shelf.sheets), 'fact sheet')}, no mistakes.")
    else:
        tell(quiet, f"{count(len(shelf.problems), 'mistake')}.")
    sys.exit(1 if shelf.problems else 0)


@main.command()
@common
@as_json
def status(config_file: Path | None, quiet: bool, verbose: bool, json_: bool) -> None:
    """Tell what is new, changed, edited, stale, in conflict or mistaken."""
    from briefwright import config, pipeline

    state = pipeline.status(config.load_project(config_file))
    if json_:
        emit(asdict(state) | {"conflicts": state.conflicts, "mistakes": state.mistakes, "unreadable": state.unreadable})
        return
    rows = [
        ("new", state.new, "run: briefwright parse"),
        ("changed", state.changed, "run: briefwright parse"),
        ("stale", state.stale, "another version of the parser wrote them; run: briefwright parse --all"),
        ("orphaned", state.orphaned, "the article is gone from seeds/; the sheet is kept"),
        ("edited", tuple(f"{path} ({', '.join(ids)})" for path, ids in state.edited.items()), "kept at every parse"),
    ]
    tell(quiet, count(state.sheets, "fact sheet"))
    for word, entries, advice in rows:
        if entries:
            tell(quiet, f"{word}: {len(entries)}, {advice}")
            for entry in entries:
                tell(quiet, f"  {entry}")
    complain((*state.unreadable, *state.conflicts, *state.mistakes))

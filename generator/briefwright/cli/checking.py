"""The commands that look: the project in, its mistakes and its state out; nothing is changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefwright.cli.group import as_json, common, complain, count, emit, main, tell
from briefwright.errors import ConfigError, Problem

if TYPE_CHECKING:
    from briefwright.sheets import Shelf

FEW = 4
"""Edited items of a sheet that `status` names without being asked for all."""


@main.command()
@common
@as_json
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    help="How mistakes are told: as lines, as one JSON document (like --json), as GitHub annotations, as SARIF.",
)
def check(config_file: Path | None, quiet: bool, verbose: bool, json_: bool, form: str) -> None:
    """List every mistake in fact sheets and registers, with file, line and column.

    Ends with 1 where there is one. In a GitHub workflow, `--format github` shows each beside its line. An approved
    topic that nothing is about is noted, and is no mistake.

    Example: briefwright check --format sarif > mistakes.sarif
    """
    from briefwright import config, sheets

    if json_ and form not in ("text", "json"):
        raise click.UsageError(f"--json and --format {form} are two forms; give one of them.")
    project = config.load_project(config_file)
    if not project.sheets.is_dir():
        hint = "Run `briefwright parse`, or correct `factsheets` in mkdocs.yml."
        name = project.sheets.relative_to(project.root).as_posix()
        raise ConfigError(Problem(name, 0, 0, "there is no such folder, so nothing was checked.", hint))
    shelf = sheets.load_cached(project.root, project.sheets)
    _tell_mistakes(shelf, "json" if json_ else form, quiet)
    sys.exit(1 if shelf.problems else 0)


def _tell_mistakes(shelf: Shelf, form: str, quiet: bool) -> None:
    """The mistakes in one form on standard output, and for all but GitHub a line for each on standard error.

    Notes are for a person, and so in no form that scanners read.
    """
    from briefwright.desk.idle import idle_topics
    from briefwright.desk.reports import github_annotations, sarif_log

    folder = _folder_in_repository(shelf.project_dir)
    if form == "github":  # its log shows the annotations, so that a line for each would be a second one
        click.echo("".join(f"{line}\n" for line in github_annotations(shelf.problems, folder)), nl=False)
        return
    complain(shelf.problems)
    if form == "json":
        emit({"sheets": len(shelf.sheets), "mistakes": shelf.problems, "notes": idle_topics(shelf)})
    elif form == "sarif":
        emit(sarif_log(shelf.problems, folder))
    elif not shelf.problems:
        tell(quiet, f"{count(len(shelf.sheets), 'fact sheet')}, no mistakes.")
        for note in idle_topics(shelf) if not quiet else ():
            tell(quiet, f"Note: {note}")
    else:
        tell(quiet, f"{count(len(shelf.problems), 'mistake')}.")


def _folder_in_repository(project_dir: Path) -> str:
    """The way from the checkout of a workflow, or else from the working folder, to the project; empty for the same."""
    base = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    inside = project_dir != base and project_dir.is_relative_to(base)
    return project_dir.relative_to(base).as_posix() if inside else ""


@main.command()
@common
@as_json
def status(config_file: Path | None, quiet: bool, verbose: bool, json_: bool) -> None:
    """Tell what is new, changed, edited, stale, in conflict or mistaken; ends as `parse` does."""
    from briefwright import config, pipeline

    state = pipeline.status(config.load_project(config_file))
    if json_:
        emit(asdict(state) | {"conflicts": state.conflicts, "mistakes": state.mistakes, "unreadable": state.unreadable})
        sys.exit(state.exit_code)
    rows = [
        ("new", state.new, "run: briefwright parse"),
        ("changed", state.changed, "run: briefwright parse"),
        ("stale", state.stale, "another version of the parser wrote them; run: briefwright parse --all"),
        ("orphaned", state.orphaned, "the article is gone from seeds/; the sheet is kept"),
        ("edited", _with_ids(state.edited, verbose), "kept at every parse"),
        (
            "in conflict",
            _with_ids(state.undecided, True),
            "their words are not in the article; run: briefwright review",
        ),
    ]
    tell(quiet, count(state.sheets, "fact sheet"))
    for word, entries, advice in rows:
        if entries:
            tell(quiet, f"{word}: {len(entries)}, {advice}")
            for entry in entries:
                tell(quiet, f"  {entry}")
    complain((*state.unreadable, *state.conflicts, *state.mistakes))
    sys.exit(state.exit_code)


def _with_ids(by_path: Mapping[str, Sequence[str]], everything: bool) -> tuple[str, ...]:
    return tuple(f"{path} ({_few(ids, everything)})" for path, ids in by_path.items())


def _few(ids: Sequence[str], everything: bool) -> str:
    """The ids, of many only the first: a sheet that was gone through has dozens."""
    shown = ids if everything or len(ids) <= FEW else ids[: FEW - 1]
    return ", ".join(shown) + (f" and {len(ids) - len(shown)} more" if len(shown) < len(ids) else "")

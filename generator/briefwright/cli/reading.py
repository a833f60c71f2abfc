"""The commands that read: articles in, fact sheets or offsets out, and what came of each on the screen."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefwright.cli.group import as_json, common, complain, count, emit, main
from briefwright.errors import InputError, Problem

if TYPE_CHECKING:
    from briefwright.config import Project
    from briefwright.pipeline import Parsed, ParseReport, Progress


@main.command()
@common
@as_json
@click.option("--all", "again", is_flag=True, help="Read the unchanged articles again, too.")
def parse(config_file: Path | None, quiet: bool, verbose: bool, json_: bool, again: bool) -> None:
    """Read new and changed articles into fact sheets; edits stay.

    Example: briefwright parse --json
    """
    from briefwright import config

    report = read_articles(config.load_project(config_file), again, quiet, verbose or json_)
    if json_:
        emit({"parsed": [asdict(p) for p in report.parsed], "unchanged": report.unchanged,
              "unreadable": report.unreadable, "mistakes": report.mistakes, "conflicts": report.conflicts})  # fmt: skip
    sys.exit(report.exit_code)


@main.command()
@click.option("-m", "--model", default=None, help="The spaCy pipeline to use instead of the default one.")
def attributions(model: str | None) -> None:
    """Read JSON Lines {doc, text} on standard input, write who says what as JSON Lines.

    Each line out is {doc, attributions: [{source, cue, content}]}, each of them a list of [start, end] into the text.
    """
    from briefwright import pipeline

    rows = (json.loads(line) for line in sys.stdin if line.strip())
    try:
        for doc, found in pipeline.attributions(((str(row["doc"]), str(row["text"])) for row in rows), model):
            spans = [{"source": a.source, "cue": a.cue, "content": a.content} for a in found]
            click.echo(json.dumps({"doc": doc, "attributions": spans}, ensure_ascii=False))
    except (json.JSONDecodeError, KeyError, TypeError):
        hint = 'Write one object a line: {"doc": "name", "text": "…"}.'
        raise InputError(Problem("standard input", 0, 0, "is not JSON Lines with doc and text.", hint)) from None


def read_articles(project: Project, again: bool, quiet: bool, verbose: bool) -> ParseReport:
    """Parse with a progress bar; say what came of it; the report."""
    from briefwright import pipeline

    with progress_bar(quiet) as progress:
        report = pipeline.parse(project, again=again, progress=progress)
    to_stderr = click.get_current_context().params.get("json_", False)
    for outcome in report.parsed:
        if not quiet and (verbose or outcome.state != "same"):
            click.echo(_outcome(outcome), err=to_stderr)
    if not quiet and not to_stderr:
        click.echo(f"{count(len(report.parsed), 'article')} read, {report.unchanged} unchanged.")
    complain((*report.unreadable, *report.mistakes, *report.conflicts))
    return report


def _outcome(outcome: Parsed) -> str:
    changes = [f"{number} {word}" for word in ("added", "refreshed", "removed", "kept")
               if (number := getattr(outcome, word))]  # fmt: skip
    return f"  {outcome.state:7} {outcome.sheet}" + (f"  ({', '.join(changes)})" if changes else "")


@contextmanager
def progress_bar(quiet: bool) -> Iterator[Progress | None]:
    """A progress bar on a terminal for work of more than a second, on standard error; nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Reading articles"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task("", total=None)
    started = time.monotonic()

    def advance(done: int, total: int) -> None:
        bar.update(task, completed=done, total=total)
        if time.monotonic() - started > 1 and not bar.live.is_started:
            bar.start()

    try:
        yield advance
    finally:
        bar.stop()

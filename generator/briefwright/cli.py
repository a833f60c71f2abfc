"""The command line: arguments in, lines for a person (or one JSON document) and an exit status out.

The only module that prints, shows progress or exits. Exit status: 0 fine, 1 mistakes in sheets, 2 usage or
configuration, 3 a conflict that needs a person, 4 an article that cannot be read.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from briefwright import __version__
from briefwright.errors import BriefwrightError, InputError, Problem

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from briefwright.config import Project
    from briefwright.pipeline import Parsed, ParseReport, Progress
    from briefwright.plugin import BriefwrightPlugin

F = TypeVar("F", bound=Callable[..., Any])


class Commands(click.Group):
    """A group that turns our exceptions into lines and an exit status; a traceback is a bug."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; end with the status that its errors carry."""
        try:
            return super().invoke(ctx)
        except BriefwrightError as error:
            complain(error.problems)
            ctx.exit(error.exit_code)
        except OSError as error:
            where = error.filename or "the project folder"
            complain([Problem(str(where), 0, 0, f"cannot be used: {error.strerror or error}.", "Nothing was lost.")])
            ctx.exit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="briefwright")
def main() -> None:
    """Turn news articles into fact sheets and fact sheets into a briefing site.

    Put articles into seeds/, run `briefwright build`, correct factsheets/*.yml, and build again: your edits stay.
    """


def common(command: F) -> F:
    """The options that every command takes."""
    for option in (
        click.option("-v", "--verbose", is_flag=True, help="Tell each file as it is handled."),
        click.option("-q", "--quiet", is_flag=True, help="Tell only mistakes."),
        click.option("-f", "--config-file", type=click.Path(path_type=Path), default=None,
                     help="The project's mkdocs.yml (that of the current folder without it)."),
    ):  # fmt: skip
        command = option(command)
    return command


as_json = click.option("--json", "json_", is_flag=True, help="One JSON document on standard output.")


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter("write it as 2024-03-05.") from None


as_of = click.option(
    "--as-of",
    metavar="DATE",
    callback=_day,
    help="Day that ages are counted at, such as 2024-03-05 (that of the newest article without it).",
)


@main.command()
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False))
@click.option("-q", "--quiet", is_flag=True, help="Tell only mistakes.")
def init(directory: Path, quiet: bool) -> None:
    """Make a new briefing project in DIRECTORY.

    Example: briefwright init world-brief
    """
    from briefwright.starter import write_starter

    write_starter(directory)
    tell(
        quiet, f"A new project lies in {directory}/. Next:\n  cd {directory}\n  briefwright build\n  briefwright serve"
    )


@main.command()
@common
@as_json
@click.option("--all", "again", is_flag=True, help="Read the unchanged articles again, too.")
def parse(config_file: Path | None, quiet: bool, verbose: bool, json_: bool, again: bool) -> None:
    """Read new and changed articles into fact sheets; edits stay.

    Example: briefwright parse --json
    """
    from briefwright import config

    report = _parse(config.load_project(config_file), again, quiet, verbose or json_)
    if json_:
        emit({"parsed": [asdict(p) for p in report.parsed], "unchanged": report.unchanged,
              "unreadable": report.unreadable, "mistakes": report.mistakes, "conflicts": report.conflicts})  # fmt: skip
    sys.exit(report.exit_code)


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
@as_of
@click.option("--site-dir", type=click.Path(path_type=Path), default=None, help="Where the site goes (site/).")
def build(config_file: Path | None, quiet: bool, verbose: bool, as_of: date | None, site_dir: Path | None) -> None:
    """Parse, check, and write the site.

    Example: briefwright build --as-of 2024-03-05
    """
    from briefwright import config

    started = time.monotonic()
    project = config.load_project(config_file)
    report = _parse(project, again=False, quiet=quiet, verbose=verbose)
    if report.conflicts or report.mistakes:
        complain([Problem("site", 0, 0, "not built.", "Mend what is named above and build again.")])
        sys.exit(3 if report.conflicts else 1)
    written = _build_site(project, as_of, site_dir, verbose)
    tell(quiet, f"Built {written} in {time.monotonic() - started:.1f} s. Look at it with: briefwright serve")
    sys.exit(report.exit_code)


@main.command()
@common
@as_of
@click.option("--dev-addr", metavar="IP:PORT", default=None, help="Local address to serve at (127.0.0.1:8000).")
def serve(config_file: Path | None, quiet: bool, verbose: bool, as_of: date | None, dev_addr: str | None) -> None:
    """Show the site in a browser, live while fact sheets are edited."""
    from mkdocs.commands import serve as mkdocs_serve

    from briefwright import config

    project = config.load_project(config_file)
    _log_to_terminal(logging.WARNING if quiet else logging.INFO)
    _settings(project, as_of)
    mkdocs_serve.serve(str(project.config_file), livereload=True, dev_addr=dev_addr)


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


@main.command("eval")
@common
@as_json
@click.option(
    "--gold",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=None,
    help="Folder of the sheets to measure on (the project's fact sheets).",
)
@click.option("--all", "every", is_flag=True, help="Take the sheets that nobody has corrected, too.")
def evaluate(
    config_file: Path | None, quiet: bool, verbose: bool, json_: bool, gold: Path | None, every: bool
) -> None:  # fmt: skip
    """Measure the parser on fact sheets that a person has corrected: what it finds, misses and misreads.

    Each article is read afresh, and the findings are held against the sheet; no file is written.

    Example: briefwright eval --gold reviewed/
    """
    from briefwright import config, pipeline
    from briefwright.evaluation import as_data, explained, mistake_as_data, table, total

    project = config.load_project(config_file)
    with _progress(quiet) as progress:
        result = pipeline.evaluate(project, (gold or project.sheets).resolve(), every=every, progress=progress)
    complain(result.problems)
    whole = total(result.sheets.values())
    mistakes = [(sheet, mistake) for sheet, each in result.sheets.items() for mistake in each.mistakes]
    if json_:
        emit({"sheets": list(result.sheets), "uncorrected": result.uncorrected, **as_data(whole),
              "mistakes": [{"sheet": sheet, **mistake_as_data(m)} for sheet, m in mistakes],
              "problems": result.problems})  # fmt: skip
    else:
        listed = (f"{sheet}: {explained(m)}" for sheet, m in mistakes if verbose)
        for line in (*listed, *table(whole)):
            tell(quiet, line)
        tell(quiet, f"Measured on {count(len(result.sheets), 'fact sheet')}, {result.uncorrected} not corrected.")
    sys.exit(1 if result.problems else 0)


@main.command()
@common
@click.option("--stdout", is_flag=True, help="Print the schema of fact sheets instead of writing files.")
def schema(config_file: Path | None, quiet: bool, verbose: bool, stdout: bool) -> None:
    """Write the JSON Schemas with which editors complete and check fact sheets."""
    from briefwright import config, sheets

    if stdout:
        click.echo(sheets.schemas()["factsheet.schema.json"], nl=False)
        return
    project = config.load_project(config_file)
    sheets.write_schemas(project.sheets)
    tell(quiet, f"{', '.join(sheets.schemas())} lie in {project.sheets.relative_to(project.root).as_posix()}/.")


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


def tell(quiet: bool, line: str) -> None:
    """A line for the person, on standard output, unless they asked for quiet."""
    if not quiet:
        click.echo(line)


def complain(problems: Iterable[Problem]) -> None:
    """A line for each problem, on standard error."""
    for problem in problems:
        click.echo(str(problem), err=True)


def emit(document: dict[str, Any]) -> None:
    """The one JSON document of a ``--json`` call."""
    click.echo(json.dumps(document, indent=2, ensure_ascii=False, default=_plain))


def _plain(value: Any) -> Any:
    return asdict(value) if isinstance(value, Problem) else list(value)


def count(number: int, noun: str) -> str:
    """The number with its noun, in the plural where it takes one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _parse(project: Project, again: bool, quiet: bool, verbose: bool) -> ParseReport:
    """Parse with a progress bar; say what came of it; the report."""
    from briefwright import pipeline

    with _progress(quiet) as progress:
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
def _progress(quiet: bool) -> Iterator[Progress | None]:
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


def _build_site(project: Project, day: date | None, site_dir: Path | None, verbose: bool) -> str:
    """Run MkDocs, strict, and name the folder that it wrote."""
    from mkdocs.commands.build import build as mkdocs_build

    _log_to_terminal(logging.INFO if verbose else logging.WARNING)
    settings = _settings(project, day, strict=True, site_dir=str(site_dir.absolute()) if site_dir else None)
    settings.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(settings)
    written = Path(settings.site_dir)
    return f"{written.relative_to(Path.cwd()) if written.is_relative_to(Path.cwd()) else written}/"


def _settings(project: Project, day: date | None, **overrides: Any) -> MkDocsConfig:
    """The MkDocs configuration, with the day told to our plugin.

    MkDocs keeps one plugin object for all builds of a process, so this holds for every rebuild of `serve`, too.
    """
    # Material announces the end of MkDocs 1 at each start; an editor can do nothing about it.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "true")
    from mkdocs.config import load_config

    settings = load_config(str(project.config_file), **overrides)
    cast("BriefwrightPlugin", settings.plugins["briefwright"]).today = day
    return settings


def _log_to_terminal(level: int) -> None:
    """MkDocs speaks through logging; its lines go to standard error as a person would want them."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.handlers[:] = [handler]
    logger.setLevel(level)

"""What all commands share: the group, the options, and how a command speaks to a person or to a program.

An exception of ours that a command raises comes in; out go a line for each of its problems and its exit status.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from briefwright import __version__
from briefwright.errors import BriefwrightError, Problem

F = TypeVar("F", bound=Callable[..., Any])

RARELY = (200_000, 20, 20)
"""When garbage is looked for. What is read of hundreds of sheets stays, and searching it over and over takes a third of
the time."""


class Commands(click.Group):
    """A group that turns our exceptions into lines and an exit status; a traceback is a bug."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; end with the status that its errors carry."""
        gc.set_threshold(*RARELY)
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


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """The day that an option gives; a usage error for what is none."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter("write it as 2024-03-05.") from None


as_of = click.option(
    "--as-of",
    metavar="DATE",
    callback=day,
    help="Day that ages are counted at, such as 2024-03-05 (that of the newest article without it).",
)


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

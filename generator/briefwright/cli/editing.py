"""The commands that write what people edit: a project, a fact sheet by hand, the schemas that editors check by."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefwright.cli.group import common, complain, count, main, tell
from briefwright.errors import ConfigError, Problem

if TYPE_CHECKING:
    from briefwright.desk.rename import NamedKind

LONGEST_TITLE = 300


@main.command()
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False))
@click.option("--language", default="en", show_default=True, help="What the site is in, such as es for Spanish.")
@click.option("-q", "--quiet", is_flag=True, help="Tell only mistakes.")
def init(directory: Path, language: str, quiet: bool) -> None:
    """Make a new briefing project in DIRECTORY.

    Example: briefwright init world-brief
    """
    from briefwright.starter import languages, write_starter

    if language not in languages():
        raise click.BadParameter(f"choose one of {', '.join(languages())}.", param_hint="--language")
    write_starter(directory, language)
    tell(
        quiet, f"A new project lies in {directory}/. Next:\n  cd {directory}\n  briefwright build\n  briefwright serve"
    )


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


def _published(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    from briefwright.articles import iso_date

    if value and not (value := iso_date(value)):
        raise click.BadParameter("write it as 2024-03-05 or 2024-03-05T08:30:00Z.")
    return value or None


def _address(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    from briefwright.articles import web_address

    if value and not (value := web_address(value)):
        raise click.BadParameter("write it with https:// in front.")
    return value or None


@main.command()
@common
@click.argument("title")
@click.option("--outlet", default=None, help="Who publishes it.")
@click.option("--author", default=None, help="Who wrote or recorded it.")
@click.option("--url", default=None, callback=_address, help="Where it can be read or heard.")
@click.option("--published", metavar="DATE", default=None, callback=_published, help="Such as 2024-03-05.")
@click.option(
    "--text",
    "file",
    type=click.Path(path_type=Path),
    default=None,
    help="A text file of what was said: kept beside the sheet, so that items can quote it.",
)
@click.option("--id", "sheet_id", default=None, help="The sheet's permanent name (made of the title without it).")
def new(
    config_file: Path | None,
    quiet: bool,
    verbose: bool,
    title: str,
    outlet: str | None,
    author: str | None,
    url: str | None,
    published: str | None,
    file: Path | None,
    sheet_id: str | None,
) -> None:
    """Begin a fact sheet by hand, for an interview or a press call.

    The sheet holds an example of each kind of entry, to be filled in with a text editor. `parse` never touches it,
    and what stands in it without a quotation is shown as “added by the editor”.

    Example: briefwright new "Press call of the harbour board" --published 2024-03-11 --text notes.txt
    """  # fmt: skip
    from briefwright import articles, config, sheets
    from briefwright.desk.blank import Heading, write_blank

    project = config.load_project(config_file)
    if not 0 < len(title.strip()) <= LONGEST_TITLE:
        raise click.BadParameter(f"write some words, {LONGEST_TITLE} characters at most.", param_hint="TITLE")
    if file and file.resolve().is_relative_to(project.seeds):
        hint = "Run `briefwright parse`, or move it out of there."
        raise ConfigError(Problem(str(file), 0, 0, "lies in the seeds, which are parsed into sheets anyway.", hint))
    words = articles.read_words(file) if file else None
    heading = Heading(title, outlet, author, url, published)
    with sheets.locked(project.root):
        path = write_blank(project.root, project.sheets, heading, sheet_id, words)
    tell(
        quiet,
        f"A new fact sheet lies in {path.relative_to(project.root).as_posix()}. Next:\n"
        "  open it in a text editor and turn its examples into what you know\n"
        "  briefwright check    names every mistake and its line\n"
        "  briefwright build    shows the sheet in the site",
    )


@main.command()
@common
@click.option("--dry-run", is_flag=True, help="Tell what would be changed, and change nothing.")
def migrate(config_file: Path | None, quiet: bool, verbose: bool, dry_run: bool) -> None:
    """Bring fact sheets and registers of an older version of the format up to today's.

    Comments and layout stay. Commit first, and look at the difference afterwards.

    Example: briefwright migrate --dry-run
    """
    from briefwright import config, sheets
    from briefwright.desk.migrate import migrate as bring_up

    project = config.load_project(config_file)
    with sheets.locked(project.root):
        done = bring_up(project.root, project.sheets, dry_run=dry_run)
    for file, version in done.changed:
        tell(quiet, f"  {file}: schema {version} → {sheets.SCHEMA}")
    if done.changed:
        verb = "would be brought" if dry_run else "brought"
        tell(quiet, f"{count(len(done.changed), 'file')} {verb} up to schema {sheets.SCHEMA}. Then: briefwright check")
    elif not done.problems:
        tell(quiet, f"Nothing to do: {count(done.unchanged, 'file')} of schema {sheets.SCHEMA} already.")
    complain(done.problems)
    sys.exit(1 if done.problems else 0)


@main.command()
@common
@click.argument("old")
@click.argument("new_id", metavar="NEW")
@click.option(
    "--kind",
    type=click.Choice(["actor", "topic", "sheet"]),
    default=None,
    help="What to rename, where OLD is the id of more than one.",
)
@click.option("--dry-run", is_flag=True, help="Tell what would be changed, and change nothing.")
def rename(
    config_file: Path | None, quiet: bool, verbose: bool, old: str, new_id: str, kind: NamedKind | None, dry_run: bool
) -> None:
    """Give an actor, a topic or a sheet another id, everywhere.

    For a position, question or event write SHEET/ITEM as OLD. Links to the old page or place lead to the new one, and
    nothing counts as edited because of it. Killed half-way, run the same command again: it does the rest.

    Example: briefwright rename solheim mira-solheim
    """  # fmt: skip
    from briefwright import config, sheets
    from briefwright.desk.rename import rename as give_id

    project = config.load_project(config_file)
    with sheets.locked(project.root):
        done = give_id(project.root, project.sheets, old, new_id, kind, dry_run=dry_run)
    if done.moved:
        tell(quiet, f"  {done.moved[0]} → {done.moved[1]}")
    for file, places in done.files:
        tell(quiet, f"  {file}: " + (count(places, "place") if places else "keeps the old id"))
    what = f"{done.renaming.kind} {done.renaming.old} → {done.renaming.new}"
    if dry_run:
        tell(quiet, f"{what}: {count(len(done.files), 'file')} would be changed. Nothing was.")
    elif done.files or done.moved:
        tell(quiet, f"{what}: {count(len(done.files), 'file')} changed. Links to the old one lead to the new one.")
    else:
        tell(quiet, f"{what}: nothing left to change.")

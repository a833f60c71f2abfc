"""The commands that hand over: fact sheets in; out one file of several briefings, or all pages for another renderer."""

from __future__ import annotations

import shutil
import time
from datetime import date
from pathlib import Path

import click

from briefwright.cli.group import as_of, common, count, main, tell
from briefwright.cli.group import day as as_day
from briefwright.errors import ConfigError, Problem

STDOUT = Path("-")


@main.command()
@common
@as_of
@click.option("--topic", "topics", multiple=True, help="A topic's id or name: its page, and its articles as sources.")
@click.option("--actor", "actors", multiple=True, help="An actor's id, name or alias: its page, and sources.")
@click.option("--sheet", "sheets", multiple=True, help="A sheet's id, file or title: the whole briefing.")
@click.option(
    "--since",
    metavar="DATE",
    callback=as_day,
    help="Only articles of this day or later.",
)
@click.option("--full", is_flag=True, help="The whole briefings of the topics' and actors' articles, too.")
@click.option(
    "--to",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    required=True,
    help="The file to write, .html or .pdf; - is HTML on standard output.",
)
def pack(config_file: Path | None, quiet: bool, verbose: bool, as_of: date | None, to: Path,
         topics: tuple[str, ...], actors: tuple[str, ...], sheets: tuple[str, ...], since: date | None, full: bool
) -> None:  # fmt: skip
    """Write one file of several briefings, to mail or to print.

    The sheets are taken as they are. A PDF is printed by the Chromium, Chrome or Edge of this machine.

    Example: briefwright pack --topic "Free passage" --since 2024-03-01 --to brief.html
    """
    from briefwright import config
    from briefwright.packing import Wanted, packed
    from briefwright.printing import print_pdf
    from briefwright.replacing import write_whole

    if not (topics or actors or sheets or since):
        raise click.UsageError("say what to pack: --topic, --actor, --sheet or --since.")
    if to != STDOUT and to.suffix.lower() not in (".html", ".pdf"):
        raise click.UsageError(f"--to {to}: name a file that ends in .html or .pdf.")
    started = time.monotonic()
    html, day = packed(config.load_project(config_file), Wanted(topics, actors, sheets, since, full), as_of)
    if to == STDOUT:
        click.echo(html, nl=False)
        return
    written = print_pdf(html, day) if to.suffix.lower() == ".pdf" else html.encode()
    write_whole(to, written)
    tell(quiet, f"Wrote {to}, {len(written) // 1000:,} kB, in {time.monotonic() - started:.1f} s.")


@main.command()
@common
@as_of
@click.option(
    "--to",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder to write; a new one, an empty one, or one that this command wrote.",
)
def pages(config_file: Path | None, quiet: bool, verbose: bool, as_of: date | None, to: Path) -> None:
    """Write the pages for another renderer than MkDocs: HTML without head and foot, and pages.json about them.

    Example: briefwright pages --to build/pages
    """
    from briefwright import config
    from briefwright.packing import files_of, whole_site
    from briefwright.replacing import replaced
    from briefwright.shipped import shipped

    project = config.load_project(config_file)
    if to.is_dir() and any(to.iterdir()) and not (to / "pages.json").is_file():
        hint = "Name a new or an empty folder."
        raise ConfigError(Problem(str(to), 0, 0, "holds something else, which would be lost.", hint))
    site = whole_site(project, as_of)
    with replaced(to.absolute()) as folder:
        for name, text in files_of(site, project).items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
            tell(quiet or not verbose, f"  {name}")
        for templates in (shipped("templates"), project.templates):
            if (assets := templates / "theme/assets").is_dir():
                shutil.copytree(assets, folder / "assets", dirs_exist_ok=True)
    tell(quiet, f"Wrote {count(len(site.pages), 'page')} and pages.json to {to}/.")

"""The commands that write what a person edits: a project, a schema."""

from __future__ import annotations

from pathlib import Path

import click

from briefwright.cli.group import common, main, tell


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

"""The commands that show: fact sheets in, the site out, written to a folder or served while sheets are edited."""

from __future__ import annotations

import logging
import os
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from briefwright.cli.group import as_of, common, complain, main, tell
from briefwright.cli.reading import read_articles
from briefwright.errors import Problem

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from briefwright.config import Project
    from briefwright.plugin import BriefwrightPlugin


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
    report = read_articles(project, again=False, quiet=quiet, verbose=verbose)
    if report.conflicts or report.mistakes:
        complain([Problem("site", 0, 0, "not built.", "Mend what is named above and build again.")])
        sys.exit(3 if report.conflicts else 1)
    written = build_site(project, as_of, site_dir, verbose)
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


def build_site(project: Project, day: date | None, site_dir: Path | None, verbose: bool) -> str:
    """Run MkDocs, strict, and name the folder that it wrote; the old site stands until the new one is whole."""
    from mkdocs.commands.build import build as mkdocs_build

    from briefwright import sheets
    from briefwright.replacing import replaced

    _log_to_terminal(logging.INFO if verbose else logging.WARNING)
    settings = _settings(project, day, strict=True, site_dir=str(site_dir.absolute()) if site_dir else None)
    settings.plugins.on_startup(command="build", dirty=False)
    written = Path(settings.site_dir)
    with sheets.locked(project.root), replaced(written) as folder:
        settings.site_dir = str(folder)
        mkdocs_build(settings)
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

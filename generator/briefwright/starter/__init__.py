"""A folder in, a new briefing project in it out: settings, one invented article, a page that explains the site."""

from __future__ import annotations

from pathlib import Path

from briefwright.errors import ConfigError, Problem
from briefwright.shipped import shipped

FILES = Path(__file__).resolve().parent / "files"

EXPLAINED = ("how-to-read.md",)
"""Pages of the documentation that every site carries."""


def write_starter(directory: Path) -> None:
    """Write the project.

    Raises:
        ConfigError: the folder already holds a file of a project; nothing is written then.

    """
    sources = {path.relative_to(FILES): path for path in sorted(FILES.rglob("*")) if path.is_file()}
    sources |= {Path("docs") / name: shipped("docs") / name for name in EXPLAINED}
    present = [path for path in sorted(sources) if (directory / path).exists()]
    if present:
        raise ConfigError(
            Problem(str(directory / path), 0, 0, "is there already.", "Name a new or empty folder.") for path in present
        )
    for path, source in sources.items():
        (directory / path).parent.mkdir(parents=True, exist_ok=True)
        (directory / path).write_bytes(source.read_bytes())
    (directory / "factsheets").mkdir(exist_ok=True)

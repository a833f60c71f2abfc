"""A folder comes in, the paths of its articles go out, in an order that is the same on every machine.

Only regular files count, hidden ones and a README left aside, and no link may lead out of the project.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

TEXT_SUFFIXES = frozenset({".txt"})
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
HTML_SUFFIXES = frozenset({".html", ".htm"})
SUFFIXES = TEXT_SUFFIXES | MARKDOWN_SUFFIXES | HTML_SUFFIXES


def find_seeds(seeds_dir: Path, root: Path) -> list[Path]:
    """List the articles in `seeds_dir` and its folders, sorted by path; none where the folder does not exist."""
    return [path for path in _files(seeds_dir, root) if path.suffix.lower() in SUFFIXES]


def find_strays(seeds_dir: Path, root: Path) -> list[Path]:
    """List files in `seeds_dir` that are no articles by their suffix; `read_article` says so for each."""
    return [path for path in _files(seeds_dir, root) if path.suffix.lower() not in SUFFIXES]


def inside(path: Path, root: Path) -> bool:
    """Whether `path`, all links followed, lies in the project."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        return False


def _files(seeds_dir: Path, root: Path) -> list[Path]:
    return sorted(_walk(seeds_dir, root), key=lambda path: path.relative_to(seeds_dir).as_posix())


def _walk(seeds_dir: Path, root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(seeds_dir, followlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(folder, name)
            if not _ignored(name) and path.is_file() and inside(path, root):
                yield path


def _ignored(name: str) -> bool:
    return name.startswith(".") or name.split(".")[0].upper() == "README"

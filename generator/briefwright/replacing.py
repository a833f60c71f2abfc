"""A folder or a file that changes at once: where it stands in; the old one stands there until the new one is whole.

MkDocs empties the folder of a site before it builds. Here it builds into an empty one, which then takes its place.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replaced(site: Path) -> Iterator[Path]:
    """The folder to build the site in; at the end of the block it becomes `site`, after an exception it is deleted.

    A folder that cannot change places (a mount point) or that holds more than a site (``.git``) is built into itself.
    """
    new, old = site.with_name(f".{site.name}.new"), site.with_name(f".{site.name}.old")
    if old.is_dir() and not site.exists():
        os.replace(old, site)  # a kill came between the two steps below
    if site.is_symlink() or site.is_mount() or (site.is_dir() and any(site.glob(".*"))):
        yield site
        return
    for left in (new, old):
        shutil.rmtree(left, ignore_errors=True)
    try:
        yield new
        if site.exists():
            os.replace(site, old)
        os.replace(new, site)
    finally:
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)


def write_whole(file: Path, data: bytes) -> None:
    """Write a file that is never there half: a kill at any moment leaves the old one or the new."""
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_bytes(data)
        os.replace(part, file)
    finally:
        part.unlink(missing_ok=True)

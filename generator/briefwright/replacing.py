"""A folder that changes at once: where a site stands in, an empty folder to build into out, which then takes its place.

MkDocs empties the folder of a site before it builds. Here the old site stands until the new one is whole.
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

"""A shelf in, a file of the user's caches out; and back, for the next command to read only what changed since.

Of what is kept nothing is believed but for files with the same bytes, read by the same code. It is JSON, checked like a
sheet, and lies outside of the project, whose files others may have written. It may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import platformdirs
import pydantic
import yaml
from pydantic import TypeAdapter

from briefwright import __version__
from briefwright.sheets.shelf import Shelf
from briefwright.sheets.store import load

UNUSED_FOR = 30 * 24 * 3600
"""Seconds after which what nothing has changed is dropped, lest projects that are gone pile up."""


def load_cached(project_dir: Path, sheets_dir: Path) -> Shelf:
    """What `load` gives, and what that was is kept for the next time."""
    before = _kept(sheets_dir)
    shelf = load(project_dir, sheets_dir, before)
    if before is None or _files(shelf) != _files(before):
        _keep(shelf)
    return shelf


def _kept(sheets_dir: Path) -> Shelf | None:
    """The shelf of this folder as it was read last, None where none is kept that could be trusted."""
    with suppress(OSError, ValueError):
        file = _file_of(sheets_dir)
        if not _is_ours(file.parent) or not _is_ours(file) or not file.is_file():
            return None
        code, _, shelf = file.read_bytes().partition(b"\n")
        return _adapter().validate_json(shelf) if code == _code() else None
    return None


def _keep(shelf: Shelf) -> None:
    """Keep what of a shelf is without mistakes; where the disk refuses, all is read again the next time."""
    with suppress(OSError):
        file = _file_of(shelf.sheets_dir)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for old in _unused(file.parent):
            old.unlink(missing_ok=True)
        descriptor, part = tempfile.mkstemp(dir=file.parent, suffix=".part")
        try:
            with open(descriptor, "wb") as out:
                out.write(_code() + b"\n" + _adapter().dump_json(shelf.without_mistakes(), by_alias=True))
            os.replace(part, file)
        finally:
            Path(part).unlink(missing_ok=True)


def _files(shelf: Shelf) -> tuple[dict[str, str], dict[str, str]]:
    """The sheets and registers of a shelf, by their digests."""
    return {key: loaded.digest for key, loaded in shelf.sheets.items()}, shelf.register_digests


def _file_of(sheets_dir: Path) -> Path:
    """Where the shelf of this folder is kept; raises OSError for a user without a home, whose "~" would be a folder."""
    folder = platformdirs.user_cache_path("briefwright", appauthor=False)
    if not folder.is_absolute():
        raise FileNotFoundError(folder)
    return folder / f"{hashlib.sha256(str(sheets_dir.resolve()).encode()).hexdigest()}.json"


def _is_ours(path: Path) -> bool:
    """Whether nobody but this user can have written it; raises OSError where there is nothing."""
    state = path.lstat()
    if stat.S_ISLNK(state.st_mode):
        return False
    return not hasattr(os, "getuid") or (state.st_uid == os.getuid() and not state.st_mode & 0o022)


def _unused(folder: Path) -> Iterator[Path]:
    for file in folder.iterdir():
        with suppress(OSError):
            if file.stat().st_mtime < time.time() - UNUSED_FOR:
                yield file


@cache
def _adapter() -> TypeAdapter[Shelf]:
    return TypeAdapter(Shelf)


@cache
def _code() -> bytes:
    """What stands for the code that reads sheets."""
    here = Path(__file__).parent
    files = sorted((*here.glob("*.py"), *(here.parent / "model").glob("*.py")))
    versions = f"{__version__} {yaml.__version__} {pydantic.VERSION}".encode()
    return hashlib.sha256(b"\0".join((versions, *(f.read_bytes() for f in files)))).hexdigest().encode()

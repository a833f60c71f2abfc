"""One program at a time: the project's folder in, the right to write its sheets until the block or process ends out.

The lock is the kernel's, so that none is left over by a kill. People need none: what they save meanwhile is noticed
before a file is replaced (`Folder.write`).
"""

from __future__ import annotations

import errno
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefwright.errors import Problem, SheetError

if sys.platform != "win32":
    import fcntl

LOCK_FILE = ".briefwright.lock"
"""In the project's folder, not in that of the sheets, which `serve` watches."""

PATIENCE = 5.0
"""Seconds that a second program waits: enough for a parse that finds nothing new."""


@contextmanager
def locked(project_dir: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the project's lock; raises SheetError, which names the holder, where another holds it for too long.

    Where no file may be made there is nothing to lock, and a file system without locks is used without.
    """
    path, until = project_dir / LOCK_FILE, time.monotonic() + patience
    while True:
        try:
            lock, holder = _try(path)
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
                raise SheetError(Problem(LOCK_FILE, 0, 0, f"the file cannot be written: {error.strerror}.")) from error
            lock, holder = None, ""
        if not holder:
            break
        if time.monotonic() > until:
            hint = "Wait until it is done, or end it."
            raise SheetError(Problem(LOCK_FILE, 0, 0, f"{holder} is at work on these sheets.", hint))
        time.sleep(0.05)
    try:
        yield
    finally:
        if lock is not None:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            os.close(lock)


def _try(path: Path) -> tuple[int | None, str]:
    """The open lock, or else who holds it."""
    if sys.platform == "win32":
        return None, ""
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.read(lock, 200).decode(errors="replace") or "another briefwright"
        os.close(lock)
        return None, holder
    except OSError:  # this file system knows no locks
        return lock, ""
    if not path.exists() or os.fstat(lock).st_ino != path.stat().st_ino:  # its last holder deleted it meanwhile
        os.close(lock)
        return _try(path)
    with suppress(OSError):  # the lock holds without a name
        os.ftruncate(lock, 0)
        os.write(lock, f"briefwright (process {os.getpid()} on {socket.gethostname()})".encode())
    return lock, ""

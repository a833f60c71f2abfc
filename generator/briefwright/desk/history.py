"""A revision of a git repository in; out the sheets and registers as they stood in it, as bytes.

Git is asked as a program, without a shell and without touching the working tree. A revision is a word from outside: it
never becomes an option, and what git says about it is told in our words.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from briefwright.errors import ConfigError, Problem
from briefwright.sheets.files import Folder
from briefwright.sheets.yaml_source import MAX_BYTES

LINK = "120000"
"""Git's mode of a symbolic link."""
SECONDS = 120
"""Longer than that git takes for no folder of fact sheets."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit: its short hash, its day as ISO, and the YAML files of the folder in it by their names."""

    commit: str
    day: str
    files: dict[str, bytes]


def read_revision(project_dir: Path, sheets_dir: Path, revision: str) -> Revision:
    """The sheets and registers that lay in the folder at a revision such as ``HEAD~3``, ``main`` or a hash.

    Raises:
        ConfigError: git is not installed, the project is in no repository, or it has no such revision.

    """
    if not revision or revision.startswith("-") or not revision.isprintable():
        raise _error(revision, "is no revision.", "Write a branch, a tag, a hash, or for instance HEAD~3.")
    inside = _git(project_dir, "rev-parse", "--is-inside-work-tree")
    if inside.stdout.strip() != b"true":
        refused = b"dubious ownership" in inside.stderr
        hint = "Sheets are compared with what was committed: git init, git add, git commit."
        hint = "Git does not trust it, since another user owns it; `git status` tells more." if refused else hint
        raise ConfigError(Problem(str(project_dir), 0, 0, "is in no git repository that can be read.", hint))
    found = _git(project_dir, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode:
        raise _error(revision, "is no revision of this repository.", "`git log --oneline` lists those of this branch.")
    commit = found.stdout.decode("ascii").strip()
    told = _git(project_dir, "show", "--no-patch", "--no-show-signature", "--format=%h %cs", commit)
    short, _, day = told.stdout.decode("ascii", "replace").strip().partition(" ")
    folder = sheets_dir.relative_to(project_dir).as_posix()
    return Revision(short, day, _contents(project_dir, _blobs(project_dir, commit, folder)))


def _blobs(project_dir: Path, commit: str, folder: str) -> dict[str, str]:
    """The hashes of the folder's own YAML files by their names; no links, nothing larger than a sheet may be."""
    blobs = {}
    for row in _git(project_dir, "ls-tree", "-z", "-l", commit, f"{folder}/").stdout.split(b"\0"):
        about, _, path = row.decode("utf-8", "replace").partition("\t")
        if not path.endswith(".yml"):
            continue
        mode, kind, blob, size = about.split()
        if kind == "blob" and mode != LINK and int(size) <= MAX_BYTES:
            blobs[path.rpartition("/")[2]] = blob
    return blobs


def _contents(project_dir: Path, blobs: dict[str, str]) -> dict[str, bytes]:
    """The bytes of all blobs, by one run of git, which answers each with a line ``hash type size`` and the bytes."""
    done = _git(project_dir, "cat-file", "--batch", input="".join(f"{b}\n" for b in blobs.values()).encode())
    stream = BytesIO(done.stdout)
    files = {}
    for name in blobs:
        head = stream.readline().split()
        if len(head) != 3:  # "hash missing", of a clone that holds only a part
            hint = f"Fetch the whole history, or look at {name} by hand."
            raise ConfigError(Problem("git", 0, 0, f"does not have {name} of that revision.", hint))
        files[name] = stream.read(int(head[2]))
        stream.read(1)
    return files


def _git(folder: Path, *arguments: str, input: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run git in the folder; what it complains of is not shown."""
    surroundings = os.environ | {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1"}
    try:
        return subprocess.run(  # noqa: S603 # the words are checked above and no shell reads them
            ["git", "-C", str(folder), "--no-pager", *arguments],  # noqa: S607 # the person's own git
            input=input,
            capture_output=True,
            env=surroundings,
            timeout=SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise ConfigError(Problem("git", 0, 0, "is not installed.", "Comparing with a revision needs it.")) from None
    except subprocess.TimeoutExpired:
        raise ConfigError(Problem("git", 0, 0, f"did not answer within {SECONDS} seconds.", "Try again.")) from None


def _error(revision: str, message: str, hint: str) -> ConfigError:
    return ConfigError(Problem(f'"{revision[:80]}"', 0, 0, message, hint))


def read_today(project_dir: Path, sheets_dir: Path) -> dict[str, bytes]:
    """The files of the folder as they lie there, committed or not; raises SheetError where one cannot be read."""
    folder = Folder(project_dir, sheets_dir)
    return {path.name: folder.read(path) for path in sorted(sheets_dir.glob("*.yml"))}

"""The articles that parse could not read in, one file beside the sheets out; and back, for a build, which reads none.

No person edits it: each parse writes it anew, and deletes it where all articles could be read.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from briefwright.errors import Problem, SheetError
from briefwright.sheets.files import Folder

FILE = "_unread.json"
_PROBLEMS = TypeAdapter(tuple[Problem, ...])


def save_unread(project_dir: Path, sheets_dir: Path, problems: Iterable[Problem]) -> None:
    """Write what is wrong with each article that cannot be read; raises WriteError where writing fails."""
    folder, path = Folder(project_dir, sheets_dir), sheets_dir / FILE
    if told := tuple(sorted(problems)):
        folder.write(path, _PROBLEMS.dump_json(told, indent=2) + b"\n", folder.read_if_there(path))
    else:
        folder.delete(path)


def load_unread(folder: Folder) -> tuple[Problem, ...]:
    """What the last parse wrote; raises SheetError where the file says something else."""
    path = folder.path / FILE
    data = folder.read_if_there(path)
    try:
        return _PROBLEMS.validate_json(data) if data is not None else ()
    except ValidationError:
        hint = "Delete it; the next parse writes it anew."
        raise SheetError(folder.problem(path, "this is no list of articles that could not be read.", hint)) from None

"""Changes of several files in; out the same changes on disk, one after the other, each at once and whole.

What a file held when the change was worked out is looked at again before it is replaced: what a person saved in the
meantime is not lost. Steps that were taken already are no steps, so that the same plan can be made again after a kill.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefwright.errors import SheetError
from briefwright.sheets.files import Folder


@dataclass(frozen=True, slots=True)
class Write:
    """Let a file that held `before` (None: that was not there) hold `data`."""

    path: Path
    before: bytes | None
    data: bytes


@dataclass(frozen=True, slots=True)
class Move:
    """Give a file another name."""

    old: Path
    new: Path


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a file away whose content stands elsewhere."""

    path: Path


Step = Write | Move | Remove


def carry_out(folder: Folder, steps: Iterable[Step]) -> None:
    """Take the steps in their order.

    Raises:
        SheetError: a file was changed since the plan was made, or cannot be written; the steps before it are taken.

    """
    for step in steps:
        if isinstance(step, Write):
            folder.write(step.path, step.data, step.before)
        elif isinstance(step, Move):
            if os.path.lexists(step.new):
                raise SheetError(folder.problem(step.new, "is there already.", "Nothing was changed."))
            folder.move(step.old, step.new)
        else:
            folder.delete(step.path)

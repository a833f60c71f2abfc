"""Paths and bytes: reading within bounds, writing atomically, and never outside the folder of fact sheets."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from briefwright.errors import Problem, SheetError
from briefwright.model.factsheet import Id
from briefwright.sheets.yaml_source import MAX_BYTES


class ChangedError(SheetError):
    """Somebody saved the file while it was being worked on; nothing was written."""


class WriteError(SheetError):
    """The disk takes no more, or nothing from us; no other file will fare better."""


_ID = TypeAdapter[str](Id)


def is_id(word: str) -> bool:
    """Whether the word has the form of an id, and so is safe as a file's name."""
    try:
        _ID.validate_python(word)
    except ValidationError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of fact sheets and the project whose paths problems are told in."""

    project_dir: Path
    path: Path

    def name(self, path: Path) -> str:
        """The path as a person of this project writes it."""
        base = self.project_dir if path.is_relative_to(self.project_dir) else self.path.parent
        return path.relative_to(base).as_posix()

    def sheet(self, sheet_id: str) -> Path:
        """Where the sheet of this id is; raises SheetError for what is no id, and so might lead anywhere."""
        if not is_id(sheet_id):
            raise SheetError(self.problem(self.path, f"{sheet_id[:80]!r} cannot be the id of a sheet."))
        return self.path / f"{sheet_id}.yml"

    def problem(self, path: Path, message: str, hint: str = "") -> Problem:
        """A problem with a whole file."""
        return Problem(self.name(path), 0, 0, message, hint)

    def read(self, path: Path) -> bytes:
        """The bytes of a file of the folder.

        Raises SheetError where it is a link out of the folder, no ordinary file, too large or unreadable.
        """
        self._must_be_inside(path)
        try:
            if not path.is_file():
                raise SheetError(self.problem(path, "this is no ordinary file."))
            with path.open("rb") as file:
                return file.read(MAX_BYTES + 1)  # one more than allowed, for the reader to see that it is too much
        except OSError as error:
            raise SheetError(self.problem(path, f"the file cannot be read: {error.strerror}.")) from error

    def read_if_there(self, path: Path) -> bytes | None:
        """The bytes of a file of the folder, or None; raises SheetError as `read` does."""
        return self.read(path) if os.path.lexists(path) else None

    def write(self, path: Path, data: bytes, before: bytes | None) -> bool:
        """Replace a file at once and whole, if it says something else than `before`; whether it was written.

        A temporary file in the same folder is synced and renamed: a kill at any moment leaves the old file or the new.

        Raises:
            ChangedError: the file no longer holds `before` (None: is not there), as the caller has read it.
            WriteError: the system refuses.

        """
        if data == before:
            return False
        if path.is_symlink():
            raise SheetError(self.problem(path, "this is a link, which would be replaced by a file."))
        part = path.with_name(f".{path.name}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.unlink(missing_ok=True)  # left by a kill
            mode = path.stat().st_mode & 0o777 if path.exists() else 0o666
            _write_synced(part, mode, data)
            if self.read_if_there(path) != before:
                hint = "Nothing of that was lost. Run the same command again."
                raise ChangedError(self.problem(path, "the file was changed meanwhile.", hint))
            os.replace(part, path)
        except (OSError, SheetError) as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise self._refused(path, error) if isinstance(error, OSError) else error from error
        return True

    def delete(self, path: Path) -> None:
        """Delete a file that has served its purpose, if it is there."""
        self._must_be_inside(path)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise self._refused(path, error) from error

    def move(self, old: Path, new: Path) -> None:
        """Let one file of the folder take another's place."""
        self._must_be_inside(old)
        self._must_be_inside(new)
        try:
            os.replace(old, new)
        except OSError as error:
            raise self._refused(new, error) from error

    def _refused(self, path: Path, error: OSError) -> WriteError:
        hint = "What was there is whole. Run the command again once it can be."
        return WriteError(self.problem(path, f"the file cannot be written: {error.strerror}.", hint))

    def _must_be_inside(self, path: Path) -> None:
        if not path.resolve().is_relative_to(self.path.resolve()):
            raise SheetError(self.problem(path, "this leads out of the folder of fact sheets.", "Delete the link."))


def _write_synced(path: Path, mode: int, data: bytes) -> None:
    """Write a new file and wait until the disk has it."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
        os.fsync(file)
    finally:
        os.close(file)

"""Why an article cannot be read, said by whoever notices it; `reader` adds the file's name for an `InputError`."""

from __future__ import annotations


class RefusedError(Exception):
    """An article is turned down: `message` says what is wrong, `hint` what to do; line and column as in `Problem`."""

    def __init__(self, message: str, hint: str = "", line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.line = line
        self.column = column

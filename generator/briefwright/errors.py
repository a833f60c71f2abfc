"""What can go wrong, as data: a `Problem` says what, where and what to do; an exception carries one or more of them.

Nothing here prints: `cli` and `plugin` turn these into lines for a person and an exit status. A conflict between an
edit and a new text is no exception: the parse goes on, reports it and ends with exit 3.

    BriefwrightError            exit 1
    ├── SheetError              exit 1   fact sheets or registers with mistakes
    ├── ConfigError             exit 2   mkdocs.yml or the command line
    └── InputError              exit 4   an article that cannot be read
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that a person has to look at, in plain words.

    Lines and columns count from 1; 0 means that the whole file is meant.
    """

    file: str
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.message}" + (f" {self.hint}" if self.hint else "")


class BriefwrightError(Exception):
    """Base of all our errors: `problems` holds at least one, `exit_code` is what the command line ends with."""

    exit_code = 1

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


class SheetError(BriefwrightError):
    """A fact sheet or register holds mistakes; all of them are listed."""

    exit_code = 1


class ConfigError(BriefwrightError):
    """The project's configuration or the command line cannot be used."""

    exit_code = 2


class InputError(BriefwrightError):
    """An article cannot be read: empty, binary, wrongly encoded, not in English."""

    exit_code = 4

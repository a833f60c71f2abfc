"""Standard input in, keys and words out: from a terminal key by key, from a pipe a line for each."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Any, Self

import click

try:  # Windows has neither
    import readline
    import termios
    import tty
except ImportError:  # pragma: no cover
    HAS_TERMIOS = False
else:
    HAS_TERMIOS = True

QUIT = "q"
_END, _ESCAPE = b"\x04", b"\x1b"


class Keyboard:
    """To be used in a ``with``: the terminal hands over each key at once and keeps what is typed ahead.

    The end of the input, Ctrl-C and Ctrl-D are the key `QUIT`.
    """

    def __init__(self) -> None:
        self.is_terminal = sys.stdin.isatty()
        self._cooked: list[Any] | None = None

    def __enter__(self) -> Self:
        if self.is_terminal and HAS_TERMIOS:
            self._cooked = termios.tcgetattr(sys.stdin)
            tty.setcbreak(sys.stdin, termios.TCSADRAIN)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._cook()

    @contextmanager
    def released(self) -> Iterator[None]:
        """The terminal as it was, for a line of words or another program."""
        self._cook()
        try:
            yield
        finally:
            self.__enter__()

    def key(self) -> str:
        """One key; from a pipe the first character of a line, nothing for an empty one."""
        try:
            if not self.is_terminal:
                return self._line()[:1]
            return self._pressed() if HAS_TERMIOS else click.getchar()
        except (EOFError, KeyboardInterrupt):
            return QUIT

    def words(self, question: str, now: str = "") -> str | None:
        """A line of words, with those of `now` there to be changed; None where the person thought better of it."""
        try:
            if not self.is_terminal:
                return self._line()
            with self.released(), _typed_already(now):
                return input(f"{question}: ").strip()
        except (EOFError, KeyboardInterrupt):
            if self.is_terminal:
                click.echo()  # what comes next is not to stand behind the question
            return None

    def _pressed(self) -> str:
        """A key of the terminal; one that sends several characters, such as an arrow, is none of ours."""
        pressed = os.read(sys.stdin.fileno(), 1)
        if pressed in (b"", _END):
            raise EOFError
        if pressed == _ESCAPE:
            while select.select([sys.stdin], [], [], 0)[0]:
                os.read(sys.stdin.fileno(), 1)
        return pressed.decode("ascii", "replace")

    def _line(self) -> str:
        if not (line := sys.stdin.readline()):
            raise EOFError
        return line.strip()

    def _cook(self) -> None:
        if self._cooked is not None:
            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, self._cooked)


@contextmanager
def _typed_already(words: str) -> Iterator[None]:
    """Let the next line begin with words that can be changed."""
    with suppress(NameError):  # of readline, on Windows: there the line is typed anew
        readline.set_startup_hook(lambda: readline.insert_text(words))
    try:
        yield
    finally:
        with suppress(NameError):
            readline.set_startup_hook(None)

"""A decision in; out the lines that show it: coloured on a terminal, elsewhere plain, the finding between asterisks."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from briefwright.desk.places import Places
from briefwright.desk.queue import Decision, Excerpt
from briefwright.sheets import Shelf
from briefwright.sheets.files import Folder
from briefwright.sheets.store import ACTORS_FILE

LONGEST = 900
"""Characters of a passage or a statement, at most: a paragraph without full stops is no help."""


class Screen:
    """Standard output, as a terminal or as a file."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._folder = Folder(shelf.project_dir, shelf.sheets_dir)
        self._is_plain = not sys.stdout.isatty() or bool(os.environ.get("NO_COLOR"))
        self._console = Console(
            highlight=False, soft_wrap=self._is_plain, color_system=None if self._is_plain else "auto"
        )

    def show(self, decision: Decision, legend: str) -> None:
        """The decision: why it is asked, where it stands, what was read, the passage, what may be chosen, the keys."""
        register = self._folder.name(self._folder.path / ACTORS_FILE)
        file, line = Places(self._folder).of(decision) if decision.sheet else (register, 0)
        self._line("")
        self._line(f"{decision.kind}: {decision.reason}", "bold yellow")
        loaded = self._shelf.sheets.get(decision.sheet) or self._shelf.ungrounded.get(decision.sheet)
        title = f"{loaded.sheet.article.title} · " if loaded else ""
        self._line(f"{title}{file}:{line}" if line else f"{title}{file}", "dim")
        for words in decision.finding.split("\n"):
            self._line(words[:LONGEST], "bold")
        for excerpt in decision.excerpts:
            self._passage(excerpt)
        self.choices([c.words for c in decision.candidates])
        self._line(legend, "dim")

    def count(self, left: int) -> None:
        """How many decisions wait, below the one that is shown."""
        self._line(f"[{left} left]", "dim")

    def choices(self, words: Iterable[str]) -> None:
        """Numbered lines to choose from."""
        for number, choice in enumerate(words, start=1):
            self._line(f"  {number} {choice[:LONGEST]}")

    def explain(self, keys: Mapping[str, tuple[str, str]]) -> None:
        """What each key does."""
        for key, (_, says) in keys.items():
            self._line(f"  {key if key != '1' else '1–9'}  {says}")

    def say(self, words: str) -> None:
        """A line for the person."""
        self._line(words)

    def _line(self, words: str, style: str = "") -> None:
        if self._is_plain:
            click.echo(_clean(words))
        else:
            self._console.print(Text(_clean(words), style=style))

    def _passage(self, excerpt: Excerpt) -> None:
        text, marks = _clean(excerpt.text)[:LONGEST], sorted(excerpt.marks)
        if self._is_plain:
            click.echo(f"  | {_starred(text, [(m.start, min(m.end, LONGEST)) for m in marks if m.start < LONGEST])}")
            return
        shown = Text(text)
        for mark in marks:
            shown.stylize("bold reverse", mark.start, mark.end)
        self._console.print(Padding(shown, (0, 2)))


def _starred(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """The text with asterisks around its marks on one line."""
    out, done = "", 0
    for start, end in marks:
        if start >= done:
            out += f"{text[done:start]}**{text[start:end]}**"
            done = end
    return " ".join((out + text[done:]).split())


def _clean(text: str) -> str:
    """The text without what could steer a terminal; as long as it was, so that marks stay where they are."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text)

"""A decision in; out the lines that show it, on a terminal as wide as that and coloured.

Elsewhere a paragraph is a line, and where there are no colours the finding stands between asterisks.
"""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Iterable, Sequence

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from briefwright.cli.keys import keys_for, legend, numbers
from briefwright.desk.places import Places
from briefwright.desk.queue import Decision, Excerpt
from briefwright.sheets import Shelf
from briefwright.sheets.files import Folder
from briefwright.sheets.store import ACTORS_FILE

LONGEST = 900
"""Characters of a passage or a statement, at most: a paragraph without full stops is no help."""
_TIED = "\N{NO-BREAK SPACE}"


class Screen:
    """Standard output, as a terminal or as a file."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._folder = Folder(shelf.project_dir, shelf.sheets_dir)
        self._is_terminal = sys.stdout.isatty()
        self._console = Console(highlight=False, color_system=None if os.environ.get("NO_COLOR") else "auto")

    def show(self, decision: Decision) -> None:
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
        if decision.kind == "conflict":
            self._line("The article does not have:", "dim")
        for excerpt in decision.excerpts:
            self._passage(excerpt)
        self.choices([c.words for c in decision.candidates])
        self.keys(decision)

    def keys(self, decision: Decision) -> None:
        """The keys with their names: a line for this decision's, a line for those that are there for any."""
        for row in legend(decision):
            words = " · ".join(name.replace(" ", _TIED) for name in row)
            lines = textwrap.wrap(words, self._console.width) if self._is_terminal else [words]
            for line in lines:
                self._line(line.replace(_TIED, " "), "dim")

    def count(self, left: int, was_skipped: bool) -> None:
        """How many decisions wait, below the one that is shown."""
        self._line(f"[{left} left{'; you skipped this one before' if was_skipped else ''}]", "dim")

    def choices(self, words: Iterable[str]) -> None:
        """Numbered lines to choose from."""
        for number, choice in enumerate(words, start=1):
            self._entry(f"  {number} ", choice[:LONGEST])

    def explain(self, decision: Decision) -> None:
        """What each key does."""
        for key, (_, says) in keys_for(decision).items():
            shown = numbers(len(decision.candidates)) if key == "1" else key
            self._entry(f"  {shown:3}  ", says)

    def say(self, words: str) -> None:
        """A line for the person."""
        self._line(words)

    def _line(self, words: str, style: str = "") -> None:
        if self._is_terminal:
            self._console.print(Text(_clean(words), style=style))
        else:
            click.echo(_clean(words))

    def _entry(self, lead: str, words: str) -> None:
        """Words behind a number or a mark; where they take several lines, these stand under each other."""
        if not self._is_terminal:
            click.echo(_clean(lead + words))
            return
        grid = Table.grid()
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        grid.add_row(Text(lead), Text(_clean(words)))
        self._console.print(grid)

    def _passage(self, excerpt: Excerpt) -> None:
        text, marks = _clean(excerpt.text)[:LONGEST], sorted(excerpt.marks)
        if self._console.color_system is None:
            inside = [(m.start, min(m.end, LONGEST)) for m in marks if m.start < LONGEST]
            self._entry("  | ", _starred(text, inside))
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

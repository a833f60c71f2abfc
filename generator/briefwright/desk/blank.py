"""What a person knows of an interview or a press call in; out a new fact sheet, with examples in it to fill in.

No seed belongs to it, so `parse` never touches it. With the words that were said the items may carry evidence.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from briefwright.errors import ConfigError, Problem
from briefwright.model.factsheet import ArticleInfo, Evidence, FactSheet
from briefwright.model.text import ID_WORDS, slug
from briefwright.sheets import write_schemas
from briefwright.sheets.files import Folder, is_id
from briefwright.sheets.render import inline, render_file
from briefwright.sheets.schema import SHEET_SCHEMA

_SAMPLE = 60
"""Characters of the text, at most, that the example of evidence quotes."""

_EXAMPLES = """\
# The entries below are examples. Take the "# " away from the lines of one and write your own; delete the rest.
# Who acts or speaks.
actors:
  # - id: mira-solheim            # small letters, digits, hyphens; the same in every sheet, and permanent
  #   name: Mira Solheim
  #   kind: person                # person, organisation, state, group or media
  #   role: chairwoman of the harbour board
  #   salience: main              # main or minor
# What somebody says, wants or refuses.
positions:
  # - id: mira-solheim-the-line-stays-closed
  #   actor: mira-solheim         # the id of an actor, or null where nobody is named
  #   act: commit                 # assert, deny, demand, support, oppose, warn, commit, ask or decline
  #   mode: indirect              # direct, indirect or mixed speech
  #   statement: The line stays closed until the hull is repaired.
  #   about: []                   # the ids of actors{evidence}
# What is still open.
open_questions:
  # - id: who-pays-for-the-repair
  #   question: Who pays for the repair?
  #   kind: unknown               # asked, unknown, unconfirmed, disputed or pending
  #   status: open                # open, answered or dropped
  #   due: 2024-03-18             # the day that decides it, or null
# What happened or is announced.
events:
  # - id: the-board-decides-on-the-line
  #   event: the board decides on the line
  #   date: 2024-03-18            # as exact as known: 2024, 2024-03 or 2024-03-18
"""
_EVIDENCE = """
  #   evidence:                   # words of the text; with wrong numbers `briefwright check` tells the right ones
  #     - {quote}"""


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known about the talk or article before anybody has taken it apart; None for what is not."""

    title: str
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    """ISO date or date-time."""


def write_blank(
    project_dir: Path, sheets_dir: Path, heading: Heading, sheet_id: str | None = None, text: str | None = None
) -> Path:
    """Write the sheet, and `text` (normalised) beside it; the sheet's path.

    Raises:
        ConfigError: the id is none, or a sheet or a text of that name is there; nothing is written then.

    """
    folder = Folder(project_dir, sheets_dir)
    sheet_id = sheet_id or slug(heading.title, words=ID_WORDS)
    if not is_id(sheet_id):
        hint = f"Ids hold lower-case letters, digits and single hyphens, for instance {slug(sheet_id)}."
        raise ConfigError(Problem("--id", 0, 0, f'"{sheet_id[:80]}" cannot be an id.', hint))
    path, words = folder.sheet(sheet_id), sheets_dir / "texts" / f"{sheet_id}.txt"
    data = text.encode() if text is not None else None
    _must_be_free(folder, path)
    kept = folder.read_if_there(words)
    if kept is not None and kept != data:
        _must_be_free(folder, words)
    if data is not None:
        folder.write(words, data, kept)
    folder.write(path, _render(sheet_id, heading, text).encode(), None)
    write_schemas(sheets_dir)
    return path


def _must_be_free(folder: Folder, path: Path) -> None:
    if os.path.lexists(path):
        raise ConfigError(folder.problem(path, "is there already.", "Choose another title, or an id with --id."))


def _render(sheet_id: str, heading: Heading, text: str | None) -> str:
    """The sheet with the examples in the place of its empty lists."""
    article = ArticleInfo(
        id=sheet_id,
        title=" ".join(heading.title.split()),
        outlet=_on_one_line(heading.outlet),
        author=_on_one_line(heading.author),
        url=heading.url,
        published=heading.published,
        sha256=hashlib.sha256(text.encode()).hexdigest() if text is not None else None,
    )
    rendered = render_file(FactSheet(schema=1, article=article), SHEET_SCHEMA)
    evidence = _EVIDENCE.format(quote=inline(_sample(text))) if text else ""
    examples = _EXAMPLES.format(evidence=evidence)
    return rendered.replace("actors: []\npositions: []\nopen_questions: []\nevents: []\n", examples)


def _on_one_line(words: str | None) -> str | None:
    return " ".join((words or "").split()) or None


def _sample(text: str) -> Evidence:
    """The first words of the text."""
    line = text.split("\n", 1)[0]
    words = line if len(line) <= _SAMPLE else line[:_SAMPLE].rpartition(" ")[0] or line[:_SAMPLE]
    return Evidence(quote=words, start=0, end=len(words))

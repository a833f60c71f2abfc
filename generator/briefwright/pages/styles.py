"""The style sheets of a project in; out one text for a file that stands alone, with the faces that it needs inside."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from markupsafe import Markup

_FACE = re.compile(r"@font-face\s*\{[^}]*\}\n?")
_SOURCE = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", re.IGNORECASE)


def standalone(folders: Iterable[Path], names: Iterable[str], text: str) -> str:
    """The style sheets of these names, each from the first folder that has it; only faces with a letter of `text`.

    Faces are data in the style sheet, so that nothing is fetched; being there from the start, none need be optional.
    """
    searched = tuple(folders)
    letters = set(map(ord, set(text)))
    sheets = []
    for name in names:
        file = next(f for f in (folder / name for folder in searched) if f.is_file())
        sheets.append(_FACE.sub(partial(_face, letters, file.parent), file.read_text("utf-8")))
    return "\n".join(sheets)


def css_string(text: str) -> Markup:
    """The text as a string of a style sheet, with whatever is no letter, digit or space of ASCII as its number."""
    written = (c if c == " " or (c.isascii() and c.isalnum()) else f"\\{ord(c):x} " for c in text)
    return Markup(f'"{"".join(written)}"')  # noqa: S704 - letters, digits, spaces and backslashes alone


def _face(letters: set[int], folder: Path, rule: re.Match[str]) -> str:
    ranges = [(int(first, 16), int(last or first, 16)) for first, last in _RANGE.findall(rule[0])]
    if ranges and not any(first <= letter <= last for first, last in ranges for letter in letters):
        return ""
    inside = _SOURCE.sub(lambda url: f'url("data:font/woff2;base64,{_data(folder / url[1])}")', rule[0])
    return inside.replace("font-display: optional", "font-display: block")


def _data(file: Path) -> str:
    return base64.b64encode(file.read_bytes()).decode("ascii")

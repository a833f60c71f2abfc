"""Words where there is little room: a wording in; out, its beginning, or what two wordings are compared by."""

from __future__ import annotations

import re

CUT = "…"
_NO_LETTERS = re.compile(r"[\W_]+")


def shortened(text: str, most: int) -> str:
    """`text` in `most` characters: whole words, and no other mark before the one that says that more follows."""
    if len(text) <= most:
        return text
    return text[: most - len(CUT)].rsplit(None, 1)[0].rstrip(" ,;:.…-–—“‘([") + CUT


def letters(text: str) -> str:
    """The letters and figures of `text`: the same for wordings that differ in marks, blanks and capitals alone."""
    return _NO_LETTERS.sub("", text).casefold()

"""A normalised text comes in; it goes out with each paragraph on one line, if it was wrapped at a fixed width.

Elsewhere a line end ends a paragraph, so that a text wrapped by an editor or a mail program would fall into pieces.
"""

from __future__ import annotations

import re
from itertools import pairwise

NARROWEST, WIDEST = 40, 100
"""Characters of a wrapped line; the last of a paragraph aside."""
FEWEST = 4
"""Wrapped lines that it takes to see a width."""
WRAPPED_SHARE = 0.9
"""Of the lines with another one below, how many must be that wide."""
FLOWING_SHARE = 0.5
"""And of them, how many must break off in the middle of a sentence."""

_ITEM = re.compile(r"[-*•–—]|\d{1,3}[.)] ")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")


def unwrap(text: str) -> str:
    """Join the lines of wrapped paragraphs by spaces, which keeps every offset; other texts come back as they are."""
    lines = text.split("\n")
    if not _wrapped([pair for pair in pairwise(lines) if not _apart(*pair)]):
        return text
    return "".join(line + ("\n" if _apart(line, below) else " ") for line, below in pairwise(lines)) + lines[-1]


def _wrapped(inner: list[tuple[str, str]]) -> bool:
    wide = sum(NARROWEST <= len(line) <= WIDEST for line, _ in inner)
    flowing = sum(not _SENTENCE_END.search(line) for line, _ in inner)
    return len(inner) >= FEWEST and wide >= WRAPPED_SHARE * len(inner) and flowing > FLOWING_SHARE * len(inner)


def _apart(line: str, below: str) -> bool:
    """Whether the line end between the two divides in a wrapped text too."""
    return not line or not below or _ITEM.match(below) is not None

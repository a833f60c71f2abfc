"""Small shared notions about text: a span of characters, and the slug that ids are made of."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Container
from typing import NamedTuple

ID_WORDS = 6
"""Words of its title that a new sheet is named after: enough to be told, few enough to be typed."""


class Span(NamedTuple):
    """A stretch of a text: character offsets, end excluded."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


def slug(text: str, words: int = 12) -> str:
    """The first `words` words of `text` as an id: lower case, ASCII letters, digits and single hyphens.

    A text with no such letter at all (another script) gives a short hash, so that the result is never empty.
    """
    plain = unicodedata.normalize("NFKD", re.sub(r"[’'ʼ]", "", text)).encode("ascii", "ignore").decode().lower()
    parts = re.findall(r"[a-z0-9]+", plain)[:words]
    return "-".join(parts)[:80].strip("-") or "x" + hashlib.sha256(text.encode()).hexdigest()[:8]


def free_id(wanted: str, taken: Container[str]) -> str:
    """`wanted`, or `wanted-2`, `wanted-3`, … where that is taken."""
    candidate, number = wanted, 1
    while candidate in taken:
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate


def around_difference(one: str, other: str, width: int) -> tuple[str, str]:
    """Two texts of which at most `width` characters are shown, those around where they first differ."""
    differ = (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    begin = next(differ, min(len(one), len(other))) - width // 2
    begin = one.rfind(" ", 0, begin) + 1 if begin > 0 and max(len(one), len(other)) > width else 0
    return _shown(one, begin, width), _shown(other, begin, width)


def _shown(text: str, begin: int, width: int) -> str:
    """What is shown of a text, with a mark where something is left out."""
    text = f"…{text[begin:]}" if begin else text
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


PRONOUNS = frozenset(
    """he she it they we you i me him her his hers its them their theirs us our ours my who whom whose which that this
    these those himself herself itself themselves both""".split()
)
"""Words that stand for somebody named elsewhere, and alone say nothing of whom."""

"""An article's text in, what a newspaper that takes it from the wire makes of it out: edited by so many per cent."""

from __future__ import annotations

import re
from collections.abc import Callable
from zlib import crc32

OTHER_WORDS = (
    "briefly", "chiefly", "firmly", "elsewhere", "meanwhile", "notably", "reportedly", "later", "first", "again",
    "also", "plainly", "largely", "officials", "people", "observers", "matters", "plans", "work", "talks", "then",
)  # fmt: skip
LOCAL = (
    "Readers here have followed the matter closely, not least because many have relatives in the region.",
    "At the market hall on Saturday there was hardly another subject.",
    "“My cousin rang me at once, and we talked until midnight,” said Bettina Krol, who sells cheese there.",
    "A teacher at the grammar school, Anton Weil, said his pupils had asked about nothing else.",
    "“I told them to read it twice before they believe it,” Weil said with a shrug.",
    "The town council may discuss what it means for the partnership that was signed nine years ago.",
    "A collection for those concerned begins on Monday in the parish hall behind the station.",
    "Nobody at the county office was available over the weekend.",
    "The choir will give a concert for the same purpose in the last week of the month.",
)


def cut(text: str, percent: int) -> str:
    """The end is missing."""
    return text[: len(text) * (100 - percent) // 100]


def dropped(text: str, percent: int) -> str:
    """Sentences are missing here and there."""
    sentences = re.split(r"(?<=[.?!”])\s+(?=[A-Z“])", text)
    gone = sorted(range(len(sentences)), key=lambda i: _dice(sentences[i]))[: max(1, len(sentences) * percent // 100)]
    return " ".join(s for i, s in enumerate(sentences) if i not in gone)


def reworded(text: str, percent: int) -> str:
    """Words are replaced by others."""

    def other(word: re.Match[str]) -> str:
        dice = _dice(f"{word.start()} {word[0]}")
        return OTHER_WORDS[dice // 100 % len(OTHER_WORDS)] if dice % 100 < percent else word[0]

    return re.sub(r"\w+", other, text)


def reordered(text: str, percent: int) -> str:
    """Paragraphs stand in another order, and some words are replaced."""
    paragraphs = reworded(text, percent // 3).split("\n\n")
    first, *rest = paragraphs
    return "\n\n".join([first, *sorted(rest, key=lambda p: _dice(f"{percent}{p}"))])


def localised(text: str, percent: int) -> str:
    """A lead of its own and local voices are added, and as much of the end is cut."""
    wanted, added = len(text) * percent // 100, ""
    for sentence in LOCAL:
        if len(added) < wanted:
            added += sentence + " "
    lead, _, voices = added.partition(". ")
    return f"{lead}.\n\n{cut(text, percent // 2)}\n\n{voices}"


WAYS: tuple[Callable[[str, int], str], ...] = (cut, dropped, reworded, reordered, localised)


def _dice(words: str) -> int:
    """A number that looks like chance and is always the same."""
    return crc32(words.encode())

"""Any text comes in, the text that all offsets count in goes out; doing it twice changes nothing.

Quotation marks and dashes stay as they are: what is quoted must be what the article says.
"""

from __future__ import annotations

import re
import unicodedata

LINE_ENDS = frozenset("\n\v\f\x85\u2028\u2029")
DROPPED = frozenset({"Cc", "Cf", "Cs"})
"""Unicode categories without a place in a text: controls, invisible marks (soft hyphens, zero-width), surrogates."""


class _Characters(dict[int, str]):
    """What each character becomes, by its code point; found out at its first use."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        if character in LINE_ENDS:
            replacement = "\n"
        elif category == "Zs" or character == "\t":
            replacement = " "
        else:
            replacement = "" if category in DROPPED else character
        self[code] = replacement
        return replacement


_CHARACTERS = _Characters()


def normalise(text: str) -> str:
    r"""Bring `text` to NFC with ``\n`` line ends, plain spaces, no invisible characters, no blanks around lines.

    Runs of more than two line ends become two; line ends around the whole text go.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Dropping comes first: what stood between a letter and its accent may have kept them from joining.
    text = unicodedata.normalize("NFC", text.translate(_CHARACTERS))
    text = "\n".join(line.strip(" ") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")

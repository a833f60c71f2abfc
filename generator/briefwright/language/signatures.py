"""A text in, its signed quotations out: paragraphs that are quoted whole, with who says it behind a dash.

So read letters, posts, epigraphs and round-ups of opinion: `“…” — Ada Holm, Harbour Post`, or the signature on a line
of its own.
"""

from __future__ import annotations

import re

from briefwright.model.document import Attribution
from briefwright.model.text import Span

SCORE = 0.9
"""How sure a signed quotation is: neither its words nor its speaker can be mistaken."""
LEAST_BELOW = 2
"""Signatures on lines of their own that make them signatures; a single one may credit the article's author."""

_SIGNED = re.compile(
    r"^[ \t\xa0]*[“”„\"«](?P<words>[^“”„\"«»\n]{12,2000})[“”\"»][ \t\xa0]*"
    r"(?P<below>\n\s{0,20})?(?P<dash>[―—–-]{1,2})[ \t\xa0]*"
    r"(?P<who>[A-Z][^“”„\"«»\n:;?!]{1,90}?)[.,]?[ \t\xa0]*$",
    re.MULTILINE,
)
_CIRCUMSTANCE = re.compile(r",? (?:at|during|in|on|speaking|to|tweeting)\b")
"""Where or to whom it was said, which is no part of who says it."""
_CREDIT = re.compile(r"\b(?:assistance|contributed|report(?:ed|ing)?|written|writes)\b", re.IGNORECASE)


def find_signed(text: str) -> tuple[Attribution, ...]:
    """The signed quotations of a text, in order: the words, the dash, and the signature."""
    found = [match for match in _SIGNED.finditer(text) if not _CREDIT.search(match["who"])]
    below = sum(match["below"] is not None for match in found)
    return tuple(_signed(match) for match in found if match["below"] is None or below >= LEAST_BELOW)


def _signed(match: re.Match[str]) -> Attribution:
    start, end = match.span("who")
    circumstance = _CIRCUMSTANCE.search(match["who"])
    who = Span(start, start + circumstance.start() if circumstance else end)
    return Attribution((who,), (Span(*match.span("dash")),), (Span(*match.span("words")),), SCORE)

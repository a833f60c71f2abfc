"""A text in, its signed quotations out: paragraphs that are quoted whole, with who says it behind a dash.

So read letters, epigraphs and round-ups of opinion: `“…” — Ada Holm, Harbour Post`, or the signature on a line of its
own; and posts of a network set into the article, whose signature has the account and the day: `… — Ada Holm (@holm)
May 4, 2021`.
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
_POSTED = re.compile(
    r"(?P<dash>[—–]) (?P<who>[^\n()—–]{2,60}?) \(@\w{1,30}\) "
    r"(?:[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})[ \t\xa0]*$",
    re.MULTILINE,
)
"""How a post ends that is set into an article."""
_LINKS = re.compile(r"(?:\s{0,9}(?:https?://t\.co/|pic\.twitter\.com/)\w{1,40}){1,9}\s{0,9}$")
_SAME = 30
"""Characters by which words are known that the text has quoted before it shows the post."""
_MOST_LINES = 8
_QUOTED = re.compile(r"[“\"][^“”\"\n]*[”\"]")
_US = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Oo]ur|us|[Ww]e|[Yy]ou|[Yy]our)\b")
_CIRCUMSTANCE = re.compile(r",? (?:at|during|in|on|speaking|to|tweeting)\b")
"""Where or to whom it was said, which is no part of who says it."""
_CREDIT = re.compile(r"\b(?:assistance|contributed|report(?:ed|ing)?|written|writes)\b", re.IGNORECASE)


def find_signed(text: str) -> tuple[Attribution, ...]:
    """The signed quotations of a text, in order: the words, the dash, and the signature."""
    found = [match for match in _SIGNED.finditer(text) if not _CREDIT.search(match["who"])]
    below = sum(match["below"] is not None for match in found)
    return tuple(_signed(match) for match in found if match["below"] is None or below >= LEAST_BELOW)


def find_posts(text: str) -> tuple[Attribution, ...]:
    """The posts set into a text, in order, without those whose words it quotes before."""
    return tuple(post for match in _POSTED.finditer(text) if (post := _posted(text, match)) is not None)


def _posted(text: str, match: re.Match[str]) -> Attribution | None:
    """The post: the line that its signature ends, and those before it that speak of "us" outside quotation marks."""
    start = text.rfind("\n", 0, match.start()) + 1
    links = _LINKS.search(text, start, match.start())
    words = text[start : links.start() if links else match.start()].rstrip()
    spans = [Span(start, start + len(words))]
    if text.find(text[start : start + _SAME].strip('“”" '), 0, start) >= 0:
        return None
    while len(spans) < _MOST_LINES:
        before = spans[0].start
        while before and text[before - 1].isspace():
            before -= 1
        line = Span(text.rfind("\n", 0, before) + 1, before)
        if not _US.search(_QUOTED.sub("", text[slice(*line)])):
            break
        spans.insert(0, line)
    own = sum(len(_QUOTED.sub("", text[slice(*span)])) for span in spans)
    if 2 * own < sum(end - start for start, end in spans):
        return None
    return Attribution((Span(*match.span("who")),), (Span(*match.span("dash")),), tuple(spans), SCORE)


def _signed(match: re.Match[str]) -> Attribution:
    start, end = match.span("who")
    circumstance = _CIRCUMSTANCE.search(match["who"])
    who = Span(start, start + circumstance.start() if circumstance else end)
    return Attribution((who,), (Span(*match.span("dash")),), (Span(*match.span("words")),), SCORE)

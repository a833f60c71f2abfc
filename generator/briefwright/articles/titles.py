"""A text comes in, a title for it goes out, for articles whose file names none.

A headline above the story is taken as it is; else the story's first sentence serves, cut where it is long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefwright.model.text import Span

LONGEST = 110
"""Characters of a title; a longer first sentence is cut at a word."""
HEADLINE_WORDS = 20

ABBREVIATIONS = frozenset(
    {
        "adm", "apr", "aug", "ave", "brig", "capt", "co", "col", "corp", "dec", "dept", "dr", "feb", "fri", "ft",
        "gen", "gov", "hon", "inc", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar", "messrs", "mr", "mrs",
        "ms", "mt", "nov", "oct", "pres", "prof", "rep", "reps", "rev", "sat", "sen", "sens", "sept", "sgt", "sr",
        "st", "supt", "vs",
    }
)  # fmt: skip
"""Words whose full stop ends no sentence when a name or number follows; single letters (U.S.) are none either."""

DATELINE = re.compile(
    r"(?:[A-Z][A-Z .,'/-]{2,40}(?:, [A-Z][\w .]{1,30})?(?: ?\([A-Z][\w .]{1,30}\))?|\([A-Z][\w .]{1,30}\))"
    r" ?(?:—|–|--?) ?(?=\S)"
    r"|(?:[A-Z][\w .,-]{2,40} )?\((?:CNN|AP|AFP|Reuters|UPI)\) (?=\S)"
)
"""WASHINGTON (AP) —; SEOUL, South Korea —; Washington (CNN)"""
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s|$)")
ENDED = re.compile(r"[.!?…:;,][\"'”’)\]]*$")


def title_of(text: str, furniture: Iterable[Span] = ()) -> str:
    """Take the headline of `text`, or its first sentence without the full stop, at most `LONGEST` characters."""
    lines = list(_story_lines(text, tuple(furniture))) or [text.split("\n", 1)[0]]
    first = lines[0]
    if len(lines) > 1 and not ENDED.search(first) and len(first.split()) <= HEADLINE_WORDS:
        return shorten(first)
    return shorten(first_sentence(DATELINE.sub("", first, count=1) if DATELINE.match(first) else first))


def first_sentence(line: str) -> str:
    """Cut `line` after its first sentence and drop the full stop."""
    for found in SENTENCE_END.finditer(line):
        if _ends_sentence(line, found):
            sentence = line[: found.end()]
            return sentence[:-1] if sentence.endswith(".") else sentence
    return line


def shorten(title: str) -> str:
    """Keep `title`, cut at a word and marked with an ellipsis where it is longer than `LONGEST` characters."""
    title = " ".join(title.split())
    if len(title) <= LONGEST:
        return title
    return title[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def _ends_sentence(line: str, found: re.Match[str]) -> bool:
    after = line[found.end() :].lstrip()
    if not after:
        return True
    if after[0].islower():
        return False
    word = re.split(r"[\s(\"'“‘—–-]", line[: found.start()])[-1].lower()
    return found.group()[0] != "." or not (word in ABBREVIATIONS or re.fullmatch(r"(?:[^\W\d_]\.)*[^\W\d_]", word))


def _story_lines(text: str, furniture: tuple[Span, ...]) -> Iterable[str]:
    """Yield the first two lines that are story, blank ones left out."""
    start = count = 0
    for line in text.split("\n"):
        span = Span(start, start + len(line))
        start += len(line) + 1
        if line.strip() and not any(passage.overlaps(span) for passage in furniture):
            yield line.strip()
            count += 1
            if count == 2:
                return

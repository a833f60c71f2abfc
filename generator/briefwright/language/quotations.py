"""A text in, the stretches between double quotation marks out.

Single marks are left alone: they are apostrophes far more often, and inside a quotation they belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefwright.model.text import Span

OPENING = frozenset("“„«") | {"``"}
CLOSING = frozenset("”»")
STRAIGHT = frozenset({'"', "''", "＂"})
"""Marks that look the same at both ends; what stands around them tells which end it is."""

_MARK = re.compile(r"``|''|[“”„«»\"＂]")
_PARAGRAPH = re.compile(r"[^\n]+")


def find_quotations(text: str) -> tuple[Span, ...]:
    """The stretches between double quotation marks, marks excluded, in text order.

    One that is not closed ends with its paragraph; one that goes on in the next paragraph is one span each. A paragraph
    whose first curly mark is a closing one has lost its opening mark: the quotation then begins with the paragraph.
    A straight mark closes what a curly one opened where no curly one does.
    """
    return tuple(span for paragraph in _PARAGRAPH.finditer(text) for span in _in_paragraph(text, *paragraph.span()))


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Span]:
    opened: int | None = None
    opener = ""
    unmarked = True
    marks = list(_MARK.finditer(text, start, end))
    for mark, curly in zip(marks, _next_curly(marks), strict=True):
        sign = mark.group()
        if opened is None:
            if sign in OPENING or (sign in STRAIGHT and _opens(text, mark)):
                opened, opener = mark.end(), sign
            elif sign in CLOSING and unmarked:
                yield from _span(text, start, mark.start())
        elif _closes(sign, opener, text, mark) or (
            curly not in CLOSING and sign in STRAIGHT and not _opens(text, mark)
        ):
            yield from _span(text, opened, mark.start())
            opened = None
        unmarked = False
    if opened is not None:
        yield from _span(text, opened, end)


def _next_curly(marks: Sequence[re.Match[str]]) -> list[str]:
    """For each mark the first one after it that is not straight, empty where there is none."""
    found, after = [], ""
    for mark in reversed(marks):
        found.append(after)
        after = mark.group() if mark.group() not in STRAIGHT else after
    return found[::-1]


def _closes(sign: str, opener: str, text: str, mark: re.Match[str]) -> bool:
    if sign in CLOSING:
        return True
    if sign == "“":  # closes what „ opened, and by mistake what “ did
        return opener == "„" or not _opens(text, mark)
    return sign in STRAIGHT and (opener in STRAIGHT or opener == "``") and not _opens(text, mark)


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a straight mark has a word on its right and none on its left."""
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    return (before.isspace() or before in "([{—–-/…'‘") and not after.isspace()


def _span(text: str, start: int, end: int) -> Iterator[Span]:
    if text[start:end].strip():
        yield Span(start, end)

"""Quotations and two versions of a text in; out where the same words stand in the new one, or that they are gone.

Exact words only, never the nearest ones: a quotation that is not in the text must not look as if it were.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from difflib import SequenceMatcher

from briefwright.model.factsheet import Evidence

Relocate = Callable[[Evidence], Evidence | None]
"""Gives the evidence at its place in the new text, None where its words are not there or cannot be told apart."""

_SENTENCE = re.compile(r"[^.!?\n]*[.!?\n]*\s*")
_MAX_PAIRS = 1_000_000
"""Of sentences to compare; more (no article, but a hostile file) would take minutes."""


def relocate(old: str | None, new: str) -> Relocate:
    """Make the function that moves evidence from the text `old` (None where it is lost) to the text `new`."""
    unchanged = _unchanged_passages(old, new) if old is not None and old != new else []
    starts = [passage[0] for passage in unchanged]

    def moved(evidence: Evidence) -> Evidence | None:
        i = bisect_right(starts, evidence.start) - 1
        if i >= 0 and evidence.end <= unchanged[i][1]:
            there = _shifted(evidence, unchanged[i][2])
            if new[there.start : there.end] == evidence.quote:
                return there
        if new[evidence.start : evidence.end] == evidence.quote:
            return evidence
        first = new.find(evidence.quote)
        if first < 0 or new.find(evidence.quote, first + 1) >= 0:
            return None
        return _shifted(evidence, first - evidence.start)

    return moved


def _shifted(evidence: Evidence, by: int) -> Evidence:
    start = evidence.start + by
    return evidence.model_copy(update={"start": start, "end": start + len(evidence.quote)})


def _unchanged_passages(old: str, new: str) -> list[tuple[int, int, int]]:
    """Start and end in `old` and the shift to `new` of the passages, made of whole sentences, that both have."""
    before, after = _SENTENCE.findall(old), _SENTENCE.findall(new)
    if len(before) * len(after) > _MAX_PAIRS:
        return []
    at_old, at_new = _offsets(before), _offsets(after)
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return [(at_old[i], at_old[i + n], at_new[j] - at_old[i]) for i, j, n in blocks if n]


def _offsets(pieces: list[str]) -> list[int]:
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    return offsets

"""A Document and the tagger's attributions in, attributions put right out: what a network that reads words cannot know.

Each step is a rule about the form of a text, after which an attribution is whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefwright.language.transcripts import find_turns
from briefwright.model.document import Attribution, Document
from briefwright.model.text import Span

_SELF = frozenset({"I", "We", "You", "i", "me", "us", "we", "you"})
NESTED_SCORE = 0.9
"""How sure the tagger must be of an attribution inside somebody's turn."""


def with_attributions(document: Document, found: Sequence[Attribution]) -> Document:
    """The document with its attributions, in the order of their cues; the turns of a transcript are quotations too."""
    turns = find_turns(document.text)
    if not turns:
        return replace(document, attributions=tuple(found))
    said = tuple(span for turn in turns for span in turn.content)
    marked = (q for q in document.quotations if not any(q.overlaps(span) for span in said))
    kept = (a for a in found if _outside(document, a, turns))
    return replace(
        document,
        quotations=tuple(sorted((*marked, *said))),
        attributions=tuple(sorted((*kept, *turns), key=lambda a: a.cue)),
    )


def _outside(document: Document, attribution: Attribution, turns: Sequence[Attribution]) -> bool:
    """Whether an attribution stands apart from the turns, or is one that a speaker surely reports of others."""
    spans = [*attribution.source, *attribution.cue, *attribution.content]
    touched = [turn for turn in turns if any(s.overlaps(t) for s in spans for t in _whole(turn))]
    if not touched:
        return True
    inside = all(any(t.start <= s.start and s.end <= t.end for t in touched[0].content) for s in spans)
    source = [document.text[s.start : s.end] for s in attribution.source]
    return inside and attribution.score >= NESTED_SCORE and bool(source) and source[0] not in _SELF


def _whole(turn: Attribution) -> tuple[Span, ...]:
    return (*turn.source, *turn.cue, *turn.content)

"""A question that nothing in the text calls open in, the chance that a reader waits for its answer, out.

Most of what an article puts ahead, or quarrels about in passing, is followed up by nobody. What tells is a day on which
it comes out, and somebody who decides; that it stands in the title, is said often or is done by a main actor tells
nothing: that was tried on 42 articles.
"""

from __future__ import annotations

from briefwright import commonness
from briefwright.facts import cues
from briefwright.facts.openings import Opening
from briefwright.model.document import Document
from briefwright.model.factsheet import Evidence

FAINT = 0.5
"""Openings below it fill up what the article itself calls open."""
FEW = 3
"""As many questions as faint ones fill up to."""
LEAST = 0.3
"""What is less likely is left out."""
DATED, DECIDED = 0.05, 0.1
"""What a day adds to the chance, and what a word for deciding."""


def chance(document: Document, opening: Opening, question: str, span: Evidence) -> float:
    """The opening's score, raised where a faint one has a day or a decision in it."""
    if opening.score >= FAINT:
        return opening.score
    dated = any(n.label in ("DATE", "TIME") and span.start <= n.start < span.end for n in document.names)
    decided = document.tokens[opening.head].lemma in cues.SETTLING
    decided = decided or any(word in cues.DECISIONS | cues.HOUSES | cues.JUDGES for word in commonness.words(question))
    return round(opening.score + DATED * dated + DECIDED * decided, 2)

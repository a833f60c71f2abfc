"""A question that nothing in the text calls open in, the chance that a reader waits for its answer, out.

Most of what an article puts ahead, or quarrels about in passing, is followed up by nobody. The numbers are a logistic
regression's, fitted by `training/calibrate_questions.py` on what careful readers listed.
"""

from __future__ import annotations

import math

from briefwright import commonness
from briefwright.facts import cues
from briefwright.facts.grammar import subject
from briefwright.facts.openings import Opening
from briefwright.model.document import Cast, Document
from briefwright.model.factsheet import Evidence

FAINT = 0.5
"""Openings below it fill up what the article itself calls open."""
FEW = 4
"""As many questions as faint ones fill up to."""
LEAST = 0.33
"""What is less likely is left out."""
MOST = 3
"""More actors, or words of the title, tell no more."""
EARLY = 5
"""Sentences that carry the story."""
COMMON = 0.25
"""Share of articles from which on a word of the title tells nothing."""

# fmt: off
OFFSET = -1.23
WEIGHTS = {
    "actors": 0.61, "early": 0.16, "named": 0.38, "quoted": -1.24, "settles": 0.86, "titled": 0.23,
    "yet": 1.28,
}
FAMILIES = {
    "accused_of": 0.05, "alleged": -0.17, "allowed": -0.13, "announced": 0.15, "argued": 0.02, "called": 0.11,
    "charge": -0.24, "charged": 0.37, "criticised": -0.37, "divided": 0.3, "filed": 0.33, "foretold": -0.66,
    "gainsaid": -0.17, "inquiring": 0.49, "intended": -0.4, "judged": 0.19, "left_to": -0.13, "looming": 0.14,
    "near": -0.12, "needed": 0.35, "ought": -0.58, "prepared": 0.31, "scheduled": -0.16, "silent": 0.38,
    "supposed": 0.06, "supposing": -0.29, "ventured": -0.54, "wished": -0.43, "wondered": 0.8,
}
# fmt: on


def chance(document: Document, cast: Cast, family: str, opening: Opening, question: str, span: Evidence) -> float:
    """The opening's own score, or for a faint one of that rule the fitted chance, 0 to 1."""
    if opening.score >= FAINT:
        return opening.score
    traits = features(document, cast, opening, question, span)
    logit = OFFSET + FAMILIES.get(family, 0.0) + sum(WEIGHTS.get(name, 0.0) * told for name, told in traits.items())
    return round(1 / (1 + math.exp(-logit)), 2)


def features(document: Document, cast: Cast, opening: Opening, question: str, span: Evidence) -> dict[str, float]:
    """What tells beside the rule, each 0 to 1."""
    head = document.tokens[opening.head]
    sentence = document.sentences[document.tokens[opening.cue].sentence]
    doer = subject(document, head.i) if opening.doer is None else document.tokens[opening.doer]
    titled = set(commonness.words(question)) & set(commonness.words(document.article.title))
    before = sum(s.story for s in document.sentences[: sentence.index])
    return {
        "early": float(before < EARLY),
        "named": float(doer is not None and doer.pos == "PROPN"),
        "actors": min(MOST, len(cast.named_in(span.start, span.end))) / MOST,
        "quoted": float(document.quoted(head.start, head.end)),
        "settles": float(head.lemma in cues.SETTLING),
        "titled": min(MOST, sum(commonness.share(w) < COMMON for w in titled)) / MOST,
        "yet": float(any(t.text.lower() == "yet" for t in document.tokens[sentence.first : sentence.last])),
    }

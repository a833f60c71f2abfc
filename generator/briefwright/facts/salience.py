"""What an article may leave open in, the chance that a reader follows it up out.

Most of what an article puts ahead, or quarrels about in passing, is followed up by nobody. The numbers are a logistic
regression's, fitted by `training/calibrate_questions.py` on what careful readers listed in articles that the network
was not trained on.
"""

from __future__ import annotations

import math

from briefwright import commonness
from briefwright.facts import cues
from briefwright.facts.grammar import subject
from briefwright.facts.grounds import openness
from briefwright.facts.openings import Opening
from briefwright.model.document import Cast, Document
from briefwright.model.factsheet import Evidence

LEAST = 0.2
"""What is less likely is left out."""
MOST = 3
"""More actors, or words of the title, tell no more."""
EARLY = 5
"""Sentences that carry the story."""
COMMON = 0.25
"""Share of articles from which on a word of the title tells nothing."""

TINY = 0.005
"""As little as any chance counts."""
USUAL = 60
"""Characters of usual grounds."""
Traits = dict[str, float]

# fmt: off
OFFSET = -0.25
WEIGHTS = {
    "actors": -0.44, "agrees": -0.22, "asked": 0.03, "disputed": -0.21, "early": 0.3,
    "long": 0.74, "named": 0.08, "open": 0.15, "peak": 0.44, "pending": 0.33,
    "quoted": -0.06, "said": 0.07, "settles": 0.25, "titled": -0.17, "unconfirmed": -0.14,
    "unknown": -0.01, "yet": 0.21,
}
FAMILIES = {
    "accused": -0.12, "alleged": -0.08, "asked": -0.27, "awaited": 0.08, "believed": 0.34,
    "conditional": -0.16, "dated_ahead": -0.2, "dated_promise": 0.16, "denied": 0.58, "examined": -0.02,
    "hedged": -0.74, "nameless": 0.13, "occasion": 0.26, "open_clause": -0.05, "outcome": 0.13,
    "read": -0.55, "requested": -0.03, "ruling": 0.03, "underway": 0.23, "unfinished": 0.03,
    "unfound": -0.52, "untrue": -0.47,
}
# fmt: on


def chance(family: str, traits: Traits) -> float:
    """The fitted chance of what a rule found, 0 to 1."""
    logit = OFFSET + FAMILIES.get(family, 0.0) + sum(WEIGHTS.get(name, 0.0) * told for name, told in traits.items())
    return round(1 / (1 + math.exp(-logit)), 2)


def traits(document: Document, cast: Cast, opening: Opening, question: str, span: Evidence) -> Traits:
    """What tells beside the rule, of the order of 1 each."""
    head = document.tokens[opening.head]
    sentence = document.sentences[document.tokens[opening.cue].sentence]
    doer = subject(document, head.i) if opening.doer is None else document.tokens[opening.doer]
    titled = set(commonness.words(question)) & set(commonness.words(document.article.title))
    before = sum(s.story for s in document.sentences[: sentence.index])
    read = openness(document, span.start, span.end)
    whole = sum(read.values())
    words = [sum(w.chances) for w in document.open_words if span.start < w.end and w.start < span.end]
    return {
        "early": float(before < EARLY),
        "named": float(doer is not None and doer.pos == "PROPN"),
        "actors": min(MOST, len(cast.named_in(span.start, span.end))) / MOST,
        "quoted": float(document.quoted(head.start, head.end)),
        "settles": float(head.lemma in cues.SETTLING),
        "titled": min(MOST, sum(commonness.share(w) < COMMON for w in titled)) / MOST,
        "yet": float(any(t.text.lower() == "yet" for t in document.tokens[sentence.first : sentence.last])),
        "said": opening.score,
        "open": _log_odds(whole),
        "peak": _log_odds(max(words, default=0.0)),
        "agrees": read[opening.kind] / max(whole, TINY),
        "long": math.log((span.end - span.start) / USUAL),
        opening.kind: 1.0,
    }


def _log_odds(chance: float) -> float:
    sure = min(max(chance, TINY), 1 - TINY)
    return math.log(sure / (1 - sure))

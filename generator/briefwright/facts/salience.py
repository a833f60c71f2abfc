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
OFFSET = -0.76
WEIGHTS = {
    "actors": -0.03, "agrees": -0.18, "asked": 0.06, "disputed": -0.12, "early": 0.37,
    "long": 0.62, "named": -0.18, "open": 0.16, "peak": 0.4, "pending": 0.28,
    "quoted": -0.22, "said": 0.21, "settles": 0.01, "titled": -0.15, "unconfirmed": -0.19,
    "unknown": -0.04, "yet": 0.42,
}
FAMILIES = {
    "accused": -0.54, "alleged": 0.08, "asked": -0.03, "awaited": 0.49, "believed": 0.57,
    "charged": 0.13, "conditional": -0.47, "dated_ahead": 0.08, "dated_promise": 0.38, "denied": 0.82,
    "doubted": 0.07, "examined": -0.12, "expiring": -0.15, "hedged": -0.87, "nameless": -0.25,
    "occasion": 0.54, "open_clause": 0.09, "outcome": 0.28, "pleaded": 0.45, "pondered": -0.49,
    "read": -0.71, "requested": 0.01, "ruling": -0.03, "rumoured": 0.25, "sought": 0.42,
    "unclear": -0.08, "underway": 0.83, "undone": -0.0, "unfinished": 0.37, "unfound": -0.81,
    "unidentified": -0.04, "untrue": -0.58, "unverified": -0.17, "withheld": -0.24,
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

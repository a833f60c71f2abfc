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

LEAST = 0.25
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
OFFSET = -1.5
WEIGHTS = {
    "actors": 0.68, "early": 0.15, "named": 0.42, "quoted": -1.05, "settles": 0.99, "titled": 0.35,
    "yet": 1.5,
}
FAMILIES = {
    "accused_of": 0.15, "alleged": -0.13, "allowed": -0.05, "announced": 0.21, "argued": 0.15, "at_work": -0.62,
    "called": 0.16, "called_for": -0.38, "charge": -0.13, "charged": 0.44, "considered": -0.47, "criticised": -0.32,
    "divided": 0.4, "filed": 0.42, "foretold": -0.5, "gainsaid": -0.1, "inquiring": 0.61, "intended": -0.28,
    "judged": 0.29, "left_to": -0.13, "looming": 0.22, "near": -0.08, "needed": 0.38, "ought": -0.47,
    "prepared": 0.36, "questioned": -0.59, "scheduled": 0.0, "silent": 0.44, "suing": -0.12, "supposed": 0.11,
    "supposing": -0.18, "ventured": -0.38, "wished": -0.33, "wondered": 0.94, "worried": -0.45,
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

"""The words that the network takes for grounds of an open question in; each stretch of them with its kind out.

How sure the network is of any other stretch of the text is told as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from briefwright.model.document import OPEN_KINDS, Document, OpenWord
from briefwright.model.factsheet import QuestionKind

PEAK = 0.3
"""Chance that some word of a stretch must have."""
EDGE = 0.12
"""Chance from which on a word goes on with it."""
GAP = 14
"""Characters of less sure words that it runs over."""
_STOPS = frozenset(",.;")
"""Marks that are no part of what leaves something open."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A stretch of one sentence that may leave something open."""

    start: int
    end: int
    kind: QuestionKind
    chance: float
    """Mean over its words, 0 to 1."""


def find_grounds(document: Document) -> Iterator[Ground]:
    """The stretches of the story that may leave something open, in text order."""
    sure = (word for word in document.open_words if sum(word.chances) >= EDGE)
    for sentence, words in groupby(sure, key=lambda word: document.sentence_at(word.start)):
        if sentence.story:
            told = [word for word in words if document.text[word.start : word.end] not in _STOPS]
            for run in _runs(told) if told else ():
                if max(sum(word.chances) for word in run) >= PEAK:
                    kinds = openness(document, run[0].start, run[-1].end)
                    kind = max(OPEN_KINDS, key=lambda k: kinds[k])
                    yield Ground(run[0].start, run[-1].end, kind, sum(kinds.values()))


def openness(document: Document, start: int, end: int) -> dict[QuestionKind, float]:
    """How sure the network is that the stretch leaves something of each kind open: the mean over its words."""
    count = len([t for t in document.tokens_in(start, end) if t.pos != "SPACE"])
    inside = [word for word in document.open_words if start < word.end and word.start < end]
    size = max(count, len(inside), 1)
    return {kind: sum(word.chances[i] for word in inside) / size for i, kind in enumerate(OPEN_KINDS)}


def _runs(words: list[OpenWord]) -> list[list[OpenWord]]:
    runs = [[words[0]]]
    for word in words[1:]:
        if word.start - runs[-1][-1].end <= GAP:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs

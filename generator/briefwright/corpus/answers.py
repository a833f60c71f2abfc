"""Open questions and all statements in, for each question the later statements that may answer it out.

Words decide: those that a question shares with a statement, weighed by how rare they are. Nothing is closed here.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefwright.model.corpus import Briefing, Corpus, Question, SaidSince, Statement

MOST = 3
"""Statements offered for a question."""
LEAST_SHARE = 0.5
"""Share of the question's words, by weight, that an answer repeats with the sentences around it."""
LEAST_WORDS = 2
"""Of them so many stand in the statement itself."""
_WORD = re.compile(r"[^\W_]{3,}")
_STEM = 6
"""Letters that count: "negotiate", "negotiations" and "negotiating" are one word."""
_EMPTY = frozenset(
    word[:_STEM]
    for word in """
    about after all and any april are august but can could day days december did does february for friday from had has
    have her his how into its january july june last later march may might monday month months more new next not
    november october over said saturday say says september she should sunday than that the their them there they this
    thursday today tomorrow tuesday was wednesday week weeks were what when where whether which who whom why will with
    would year years
    """.split()
)
"""What says nothing of the matter: grammar, and the days that questions and statements share by chance."""


def said_since(corpus: Corpus) -> dict[tuple[str, str], tuple[SaidSince, ...]]:
    """By sheet and id of each open question: later statements on the same matter, the likeliest answer first."""
    days = {b.id: b.day or "" for b in corpus.briefings}
    said = [(s, _words(s.wording), _words(_around(corpus.by_id[s.sheet], s))) for s in corpus.statements]
    weights = _weights(own | around for _, own, around in said)
    holders: dict[str, list[int]] = {}
    for i, (_, own, _) in enumerate(said):
        for word in own:
            holders.setdefault(word, []).append(i)
    offered = {}
    for question in corpus.questions:
        if question.status != "open" or not days[question.sheet]:
            continue
        asked = _words(question.question)
        near = sorted({i for word in asked for i in holders.get(word, ())})
        later = [said[i] for i in near if days[said[i][0].sheet] > days[question.sheet]]
        found = _ranked(question, asked, later, weights)
        if found:
            offered[question.sheet, question.id] = found
    return offered


def _ranked(
    question: Question,
    asked: frozenset[str],
    later: Iterable[tuple[Statement, frozenset[str], frozenset[str]]],
    weights: Mapping[str, float],
) -> tuple[SaidSince, ...]:
    whole = sum(weights.get(word, 0.0) for word in sorted(asked))
    found = []
    for statement, own, around in later:
        share = sum(weights[word] for word in sorted(asked & (own | around))) / whole
        if share >= LEAST_SHARE and len(asked & own) >= LEAST_WORDS and _concerns(statement, question.about):
            found.append(SaidSince(statement, round(share, 3)))
    found.sort(key=lambda a: (-a.likeness, a.statement.sheet, a.statement.id))
    return tuple(found[:MOST])


def _concerns(statement: Statement, about: Sequence[str]) -> bool:
    """Whether the statement is by or about one of those that the question is about."""
    return not about or bool({statement.actor, *statement.about} & set(about))


def _around(briefing: Briefing, statement: Statement) -> str:
    """The sentences around a statement, where "it" and "they" are named."""
    text = briefing.text or ""
    return " ".join(text[s.start : s.end] for s in statement.passage.context)


def _words(text: str) -> frozenset[str]:
    return frozenset(w.casefold()[:_STEM] for w in _WORD.findall(text)) - _EMPTY


def _weights(texts: Iterable[frozenset[str]]) -> dict[str, float]:
    """Inverse document frequency (Spärck Jones 1972)."""
    counts: Counter[str] = Counter()
    number = 0
    for words in texts:
        counts.update(words)
        number += 1
    return {word: math.log(1 + number / count) for word, count in counts.items()}

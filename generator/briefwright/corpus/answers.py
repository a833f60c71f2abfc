"""Open questions and all statements in, for each question the later statements that may answer it out.

Words decide: those that a question shares with a statement, weighed by how rare they are. Nothing is closed here.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from briefwright.corpus.sentences import in_context
from briefwright.model.corpus import Briefing, Corpus, Question, SaidSince, Statement
from briefwright.model.order import grouped

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
    said = [words_of(s.wording) for s in corpus.statements]
    weights = _weights(said)
    holders = grouped((word, i) for i, words in enumerate(said) for word in sorted(words))
    offered: dict[tuple[str, str], tuple[SaidSince, ...]] = {}
    for question in (each for q in corpus.questions for each in (q, *q.also)):
        if question.status == "open" and days[question.sheet]:
            asked = words_of(question.question)
            shared = Counter(i for word in asked for i in holders.get(word, ()))
            near = (corpus.statements[i] for i in sorted(shared) if shared[i] >= LEAST_WORDS)
            later = (s for s in near if days[s.sheet] > days[question.sheet] and _may_answer(s, question))
            if found := _ranked(corpus, asked, later, weights):
                offered[question.sheet, question.id] = found
    return offered


def _ranked(
    corpus: Corpus, asked: frozenset[str], later: Iterable[Statement], weights: Mapping[str, float]
) -> tuple[SaidSince, ...]:
    whole = sum(weights.get(word, 0.0) for word in sorted(asked))
    found = []
    for statement in later:
        shared = asked & (words_of(statement.wording) | words_of(_around(corpus.by_id[statement.sheet], statement)))
        share = sum(weights.get(word, 0.0) for word in sorted(shared)) / whole
        if share >= LEAST_SHARE:
            found.append(SaidSince(statement, round(share, 3)))
    found.sort(key=lambda a: (-a.likeness, a.statement.sheet, a.statement.id))
    once: dict[tuple[str, str], SaidSince] = {}  # some articles say a thing twice
    for each in found:
        once.setdefault((each.statement.sheet, each.statement.wording), each)
    return tuple(once.values())[:MOST]


def _may_answer(statement: Statement, question: Question) -> bool:
    """Whether it is by or about one of those that the question is about, and nobody found it to be no answer."""
    if (statement.sheet, statement.id) in question.not_answered_by:
        return False
    return not question.about or bool({statement.actor, *statement.about} & set(question.about))


def _around(briefing: Briefing, statement: Statement) -> str:
    """The sentences around a statement, where "it" and "they" are named."""
    text = briefing.text or ""
    around = statement.passage.context or in_context(text, statement.passage.evidence)
    return " ".join(text[s.start : s.end] for s in around)


@lru_cache(maxsize=100_000)  # of a project that is edited live nearly all texts stay
def words_of(text: str) -> frozenset[str]:
    """The stems of the words that say something of the matter."""
    return frozenset(w.casefold()[:_STEM] for w in _WORD.findall(text)) - _EMPTY


def _weights(texts: Iterable[frozenset[str]]) -> dict[str, float]:
    """Inverse document frequency (Spärck Jones 1972)."""
    counts: Counter[str] = Counter()
    number = 0
    for words in texts:
        counts.update(words)
        number += 1
    return {word: math.log(1 + number / count) for word, count in counts.items()}

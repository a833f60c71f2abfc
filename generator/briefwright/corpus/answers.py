"""Open questions and all statements in, for each question the later statements that may answer it out.

Words decide: those that a question shares with a statement, weighed by how rare they are; and both are near in time
and on one topic or actor. Nothing is closed here, and to offer none is better than to offer noise.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from briefwright.commonness import fold, share
from briefwright.model.corpus import Corpus, Question, SaidSince, Statement
from briefwright.model.order import grouped

MOST = 3
"""Statements offered for a question."""
LEAST_SHARE = 0.5
"""Share of the question's words, by weight, that the statement itself repeats."""
LEAST_WORDS = 2
"""So many they are, one of them a telling one beside those of the question's topics: “What will the inquiry find?” is
not answered by whatever is said of the inquiry."""
MOST_COMMON = 0.1
"""Share of ordinary articles up to which a word tells the matter."""
WITHIN = 90
"""Days from a question to an answer; what is said later is about another round of the matter."""
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
    said = [words_of(s.wording) for s in corpus.statements]
    weights = _weights(said)
    holders = grouped((word, i) for i, words in enumerate(said) for word in sorted(words))
    offered: dict[tuple[str, str], tuple[SaidSince, ...]] = {}
    for question in (each for q in corpus.questions for each in (q, *q.also)):
        if question.status == "open" and corpus.by_id[question.sheet].day:
            asked, telling = words_of(question.question), _telling(question, corpus)
            shared = Counter(i for word in asked for i in holders.get(word, ()))
            near = (i for i in sorted(shared) if shared[i] >= LEAST_WORDS and telling & said[i])
            may = [(s, said[i]) for i in near if _may_answer(corpus, s := corpus.statements[i], question)]
            if found := _ranked(asked, may, weights):
                offered[question.sheet, question.id] = found
    return offered


def _ranked(
    asked: frozenset[str], later: Iterable[tuple[Statement, frozenset[str]]], weights: Mapping[str, float]
) -> tuple[SaidSince, ...]:
    whole = sum(weights.get(word, 0.0) for word in sorted(asked))
    found = []
    for statement, words in later:
        repeated = sum(weights.get(word, 0.0) for word in sorted(asked & words)) / whole
        if repeated >= LEAST_SHARE:
            found.append(SaidSince(statement, round(repeated, 3)))
    found.sort(key=lambda a: (-a.likeness, a.statement.sheet, a.statement.id))
    once: dict[tuple[str, str], SaidSince] = {}  # some articles say a thing twice
    for each in found:
        once.setdefault((each.statement.sheet, each.statement.wording), each)
    return tuple(once.values())[:MOST]


def _may_answer(corpus: Corpus, statement: Statement, question: Question) -> bool:
    """Whether it comes soon after, on an actor or a topic of the question, and nobody found it to be no answer."""
    if (statement.sheet, statement.id) in question.not_answered_by:
        return False
    asked, said = (corpus.by_id[each.sheet].day for each in (question, statement))
    later = (date.fromisoformat(said) - date.fromisoformat(asked)).days if asked and said else 0
    actors, topics = {statement.actor, *statement.about} & {*question.about}, {*statement.topics} & {*question.topics}
    return 0 < later <= WITHIN and bool(actors or topics)


def _telling(question: Question, corpus: Corpus) -> frozenset[str]:
    """The stems of what the question asks beyond its topics: words that are rare and no names."""
    words = _WORD.findall(question.question)[1:]
    rare = (w[:_STEM] for w in words if w.islower() and share(fold(w)) <= MOST_COMMON)
    return frozenset(rare) - _EMPTY - words_of(" ".join(corpus.topics[t].name for t in question.topics))


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

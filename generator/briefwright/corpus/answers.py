"""Open questions, all statements and events in; out, for each question the later ones that may answer it.

Words decide: those that a question shares with them, weighed by how rare they are; and both are near in time and on
one topic or actor. Nothing is closed here, and to offer none is better than to offer noise.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from briefwright.commonness import fold, share
from briefwright.model.corpus import Corpus, Event, Question, SaidSince, Statement
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
"""Days from a question, or from the day by which it was to be decided, to an answer; later it is another round."""
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
    """By sheet and id of each open question: later statements and events of the matter, the likeliest answer first."""
    told: tuple[Statement | Event, ...] = (*corpus.statements, *corpus.events)
    words = [words_of(_wording(each)) for each in told]
    weights = _weights(words)
    holders = grouped((word, i) for i, own in enumerate(words) for word in sorted(own))
    offered: dict[tuple[str, str], tuple[SaidSince, ...]] = {}
    for question in (each for q in corpus.questions for each in (q, *q.also)):
        if question.status == "open" and corpus.by_id[question.sheet].day:
            asked, telling = words_of(question.question), _telling(question, corpus)
            shared = Counter(i for word in asked for i in holders.get(word, ()))
            near = (i for i in sorted(shared) if shared[i] >= LEAST_WORDS and telling & words[i])
            may = [(told[i], words[i]) for i in near if _may_answer(corpus, told[i], question)]
            if found := _ranked(asked, may, weights):
                offered[question.sheet, question.id] = found
    return offered


def _wording(told: Statement | Event) -> str:
    return told.wording if isinstance(told, Statement) else told.event


def _ranked(
    asked: frozenset[str], later: Iterable[tuple[Statement | Event, frozenset[str]]], weights: Mapping[str, float]
) -> tuple[SaidSince, ...]:
    whole = sum(weights.get(word, 0.0) for word in sorted(asked))
    found = []
    for told, words in later:
        repeated = sum(weights.get(word, 0.0) for word in sorted(asked & words)) / whole if whole else 0.0
        if repeated >= LEAST_SHARE:
            found.append(SaidSince(told, round(repeated, 3)))
    found.sort(key=lambda a: (-a.likeness, isinstance(a.told, Event), a.told.sheet, a.told.id))
    once: list[SaidSince] = []  # some articles say a thing twice, and an event may be what is said
    for each in found:
        if not any(_is_same(each.told, other.told) for other in once):
            once.append(each)
    return tuple(once[:MOST])


def _is_same(one: Statement | Event, other: Statement | Event) -> bool:
    """Whether they are in the same words or passage of one article."""
    meet = any(a.overlaps(b) for a in one.passage.evidence for b in other.passage.evidence)
    return one.sheet == other.sheet and (_wording(one) == _wording(other) or (type(one) is not type(other) and meet))


def _may_answer(corpus: Corpus, told: Statement | Event, question: Question) -> bool:
    """Whether it comes soon after, on an actor or a topic of the question, and nobody found it to be no answer."""
    if (told.sheet, told.id) in question.not_answered_by:
        return False
    asked, said = (corpus.by_id[each.sheet].day for each in (question, told))
    if not asked or not said or said <= asked:
        return False
    decided = corpus.as_of - timedelta(days=question.overdue) if question.overdue and corpus.as_of else None
    late = (date.fromisoformat(said) - max(date.fromisoformat(asked), decided or date.min)).days
    return late <= WITHIN and _is_on_it(corpus, told, question)


def _is_on_it(corpus: Corpus, told: Statement | Event, question: Question) -> bool:
    """Whether both are on an actor or a topic; an event is on those of its article.

    Of "the vaccine" that a question does not name only an article speaks that has a main actor of the question's,
    or somebody whom its article names.
    """
    if isinstance(told, Statement):
        actors, topics = {told.actor, *told.about}, {*told.topics}
    else:
        actors, topics = _main_actors(corpus, told.sheet), {*corpus.by_id[told.sheet].topics}
    if not corpus.known_actors(actors).isdisjoint(question.about):
        return True
    cast = {part.actor for part in corpus.by_id[question.sheet].cast if part.actor}
    heard = isinstance(told, Statement) and told.actor in corpus.known_actors(cast)
    same = corpus.known_actors(_main_actors(corpus, told.sheet) & _main_actors(corpus, question.sheet))
    return bool(heard or same or _names_any(question.question)) and not topics.isdisjoint(question.topics)


def _main_actors(corpus: Corpus, sheet: str) -> set[str | None]:
    return {part.actor for part in corpus.by_id[sheet].cast if part.main}


def _names_any(question: str) -> bool:
    """Whether a name stands in it, or a number."""
    return any(word[0].isupper() or word[0].isdigit() for word in _WORD.findall(question)[1:])


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

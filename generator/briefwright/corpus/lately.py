"""All that is joined in; out, for each open question, how long before the newest article the last one on it came.

On a question is what asks it, tells of it since, is of its story, or has one of its actors as a main one and is on one
of its topics. A state is no such topic: nearly all of what is told of it is another matter.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from briefwright.model.corpus import Corpus, Question


def silences(corpus: Corpus) -> dict[tuple[str, str], int]:
    """By sheet and id of each open question the days between the two; of an undated one nothing is known."""
    days = {b.id: date.fromisoformat(b.day) for b in corpus.briefings if b.day}
    newest, of_matters = max(days.values(), default=date.min), _of_matters(corpus, days)
    found = {}
    for question in corpus.questions:
        told = [days[sheet] for sheet in _sheets(corpus, question) if sheet in days]
        told += [of_matters[m] for t in question.topics for a in question.about if (m := (t, a)) in of_matters]
        if question.status == "open" and told:
            found[question.sheet, question.id] = (newest - max(told)).days
    return found


def _sheets(corpus: Corpus, question: Question) -> set[str]:
    """Of the articles that ask it, tell of it since, or are of its story."""
    since = corpus.said_since.get((question.sheet, question.id), ())
    asking = {question.sheet, *(each.sheet for each in question.also)}
    return asking | {each.told.sheet for each in since} | {*corpus.story_of(question.sheet)}


def _of_matters(corpus: Corpus, days: Mapping[str, date]) -> dict[tuple[str, str], date]:
    """The day of the newest article on a topic with a main actor, by both."""
    matters = {topic.id for topic in corpus.topics.values() if topic.words}
    dated = sorted((b for b in corpus.briefings if b.id in days), key=lambda b: days[b.id])
    return {
        (topic, part.actor): days[b.id]
        for b in dated
        for topic in matters.intersection(b.topics)
        for part in b.cast
        if part.main
    }

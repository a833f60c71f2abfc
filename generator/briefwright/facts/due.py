"""A pending question's words in, the day by which it should be answered out.

Only a day counts that belongs to what is asked, or a deadline told beside it; any other in the evidence says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from briefwright.facts import cues
from briefwright.facts.dates import DateWords, find_dates, last_day
from briefwright.facts.dating import dated_verb, names_deadline, noun_of, reading
from briefwright.facts.openings import Opening
from briefwright.facts.wording import Wording
from briefwright.model.document import Document
from briefwright.model.factsheet import Evidence

BACK = frozenset({"ago", "back"})
"""Parts of words that count back."""


def due(document: Document, opening: Opening, wording: Wording, span: Evidence) -> str | None:
    """The exactest date ahead of what is asked, an ISO date; None where the text tells none."""
    if opening.kind != "pending":
        return None
    asked = {opening.cue, opening.head, wording.head, *(t.i for t in wording.tokens)}
    inside = (w for w in find_dates(document.text, span.start, span.end) if _belongs(document, w, asked))
    days = [day for words in chain(inside, _deadlines(document, span)) if (day := _day_ahead(document, words))]
    return max(days, key=len, default=None)


def _deadlines(document: Document, span: Evidence) -> Iterator[DateWords]:
    """Words in the sentence or the next that say when a deadline is."""
    at = document.tokens_in(span.start, span.end)[-1].sentence
    for sentence in document.sentences[at : at + 2]:
        words = find_dates(document.text, sentence.start, sentence.end)
        yield from (w for w in words if names_deadline(document, w))


def _belongs(document: Document, words: DateWords, asked: set[int]) -> bool:
    """Whether the words stand in the question, or say when what it asks is done."""
    if document.text.endswith(("through ", "since "), 0, words.start):
        return False
    own = noun_of(document, words) or dated_verb(document, words)
    while own is not None and own.i not in asked and (own.dep == "conj" or own.lemma in cues.OPENING):
        own = document.tokens[own.head] if own.head != own.i else None  # "a tax beginning on Sept. 1"
    inside = all(t.i in asked for t in document.tokens_in(words.start, words.end))
    return inside or (own is not None and own.i in asked)


def _day_ahead(document: Document, words: DateWords) -> str | None:
    """The date of the words, where it lies ahead of the day of publication."""
    published = document.article.published
    told = {words.parts.get(part, "").lower() for part in ("near", "turn", "which")}
    if BACK & words.parts.keys() or told & {"earlier", "last", "overnight", "yesterday"}:
        return None
    when = reading(document, words)
    date = last_day(words, published, when)
    ahead = date and published and when != "past" and date >= published[: len(date)]
    return date if ahead else None

"""A pending question's words in, the day by which it should be answered out.

Only a day counts that belongs to what is asked, or a deadline told beside it; any other in the evidence says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from briefwright.facts import cues
from briefwright.facts.dates import DateWords, find_dates, last_day
from briefwright.facts.dating import dated_noun, dated_verb, names_deadline, noun_of, reading
from briefwright.facts.grammar import below, governor, subject
from briefwright.facts.openings import Opening
from briefwright.facts.wording import Wording
from briefwright.model.document import Document, Sentence, Token
from briefwright.model.factsheet import Evidence

HOLDING = frozenset("convene hold plan".split())
"""Verbs whose day is that of the occasion under them."""
BACK = frozenset({"ago", "back"})
"""Parts of words that count back."""


def due(document: Document, opening: Opening, wording: Wording, span: Evidence) -> str | None:
    """The exactest date ahead of what is asked, an ISO date; None where the text tells none."""
    if opening.kind != "pending":
        return None
    asked = {opening.cue, opening.head, wording.head, *(t.i for t in wording.tokens)}
    tokens = document.tokens_in(span.start, span.end)
    start, end = (document.sentences[t.sentence] for t in (tokens[0], tokens[-1]))
    inside = (w for w in find_dates(document.text, start.start, end.end) if _belongs(document, w, asked))
    days = [
        day
        for words in chain(inside, _deadlines(document, span), _told_next(document, wording, end))
        if (day := _day_ahead(document, words))
    ]
    return max(days, key=len, default=None)


def _deadlines(document: Document, span: Evidence) -> Iterator[DateWords]:
    """Words in the sentence or the next that say when a deadline is."""
    at = document.tokens_in(span.start, span.end)[-1].sentence
    for sentence in document.sentences[at : at + 2]:
        words = find_dates(document.text, sentence.start, sentence.end)
        yield from (w for w in words if names_deadline(document, w))


def _told_next(document: Document, wording: Wording, asked: Sentence) -> Iterator[DateWords]:
    """Words in the next sentence that say when it is to be ("That vote is set for Friday")."""
    head = document.tokens[wording.head]
    for sentence in document.sentences[asked.index + 1 : asked.index + 2]:
        for words in find_dates(document.text, sentence.start, sentence.end):
            verb = dated_verb(document, words)
            held = subject(document, verb.i) if verb is not None and verb.lemma in cues.FORESEEN else None
            if held is not None and held.lemma == head.lemma:
                yield words


def _belongs(document: Document, words: DateWords, asked: set[int]) -> bool:
    """Whether the words stand in the question, or say when what it asks is done."""
    if dated_noun(document, words) is None and document.text.endswith(("through ", "since "), 0, words.start):
        return False
    verb = dated_verb(document, words)
    own = noun_of(document, words) or verb
    above = {governor(document, i) for i in asked if document.tokens[i].dep in ("dobj", "nsubjpass", "pobj")}
    if verb is not None and verb.i in above and verb.lemma in HOLDING | cues.FORESEEN:
        return True
    while own is not None and own.i not in asked and own.head != own.i and _leads_up(document, own):
        own = document.tokens[own.head]
    inside = all(t.i in asked for t in document.tokens_in(words.start, words.end))
    return inside or (own is not None and own.i in asked)


def _leads_up(document: Document, own: Token) -> bool:
    """Whether its day is that of the word above ("a tax beginning on Sept. 1", "a rule set to take effect Monday")."""
    if own.dep == "conj" or own.lemma in cues.OPENING or own.lemma in ("effect", "place"):
        return True
    takes = any(t.lemma in ("effect", "place") for t in below(document, own.i, {"dobj"}))
    return own.dep in ("acl", "relcl", "xcomp") and (takes or own.lemma in HOLDING | cues.FORESEEN | {"expire"})


def _day_ahead(document: Document, words: DateWords) -> str | None:
    """The date of the words, where it lies ahead of the day of publication."""
    published = document.article.published
    told = {words.parts.get(part, "").lower() for part in ("near", "turn", "which")}
    if words.parts.get("span_unit") == "year":
        return None  # "costs 1.5 trillion over the next ten years" is measured, not due
    if BACK & words.parts.keys() or told & {"earlier", "last", "overnight", "yesterday"}:
        return None
    when = reading(document, words)
    date = last_day(words, published, when)
    ahead = date and published and when != "past" and date >= published[: len(date)]
    return date if ahead else None

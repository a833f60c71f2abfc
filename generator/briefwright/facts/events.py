"""A Document in, dated events out: each clause or noun phrase that a date belongs to, in the words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefwright.facts.dates import DateWords, Tense, find_dates, resolve
from briefwright.facts.grammar import (
    AUXILIARIES,
    MAX_SENTENCE,
    below,
    evidence,
    governor,
    is_verb,
    noun_phrase,
    subject,
    tense,
)
from briefwright.model.document import Document, Token
from briefwright.model.factsheet import Event
from briefwright.model.text import free_id, slug

MAX_EVENTS = 40
"""A person reads the list; what comes after so many is a chronicle, not an article."""
FEWEST_TOKENS = 4
"""What is shorter names a date and tells nothing."""
MAX_WORDS = 60
"""Longer clauses are parsing accidents."""
APART = frozenset({"conj", "parataxis", "advcl", "relcl", "cc"})
"""What a verb governs to its right without being part of what it tells."""
LIMITS = frozenset("by till until".split())
"""Prepositions before the day on which something ends or is due."""
AFTERWARDS = re.compile(r"\b(?:after|following) [^.,;]{0,30}\Z")
"""What stands before a day that is over, whatever the tense ("is in doubt after his speech Thursday")."""
DUE = frozenset("deadline election referendum runoff".split())
"""Nouns with a day before them that newspapers look forward to."""
TOLD = frozenset(
    "announcement attack comment decision order remark report ruling shooting speech statement tweet".split()
)
"""Nouns with a day before them that newspapers look back on."""
JOINTS = frozenset("and but or that which who whose".split())
"""First words that only tie a clause to another."""
NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT"})
"""Entity labels of names that may hold the word for a day or a month."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What a date belongs to: the head word, where the telling words lie, and their tense."""

    head: int
    start: int
    end: int
    tense: Tense


def find_events(document: Document) -> tuple[Event, ...]:
    """What happened or is announced with a date, in text order; one event for each clause."""
    events: list[Event] = []
    told: set[int] = set()
    ids: set[str] = set()
    for words, happening in _dated(document):
        if len(events) == MAX_EVENTS:
            break
        if _is_no_date(document, words, happening.tense) or happening.head in told:
            continue
        told.add(happening.head)
        span = evidence(document, happening.start, happening.end)
        date = resolve(words, document.article.published, happening.tense)
        if any(e.date == date and e.event.lower() == span.quote.lower() for e in events):
            continue
        event_id = free_id(slug(span.quote, words=6), ids)
        ids.add(event_id)
        events.append(
            Event(id=event_id, event=" ".join(span.quote.split()), date=date, when=words.text, evidence=(span,))
        )
    return tuple(events)


def _is_no_date(document: Document, words: DateWords, when: Tense) -> bool:
    """Whether they only measure ("10 million in two weeks", "over the past years") or, quoted, mean nowadays."""
    lasts = "in" in words.parts and when == "past"
    vague = "back" in words.parts and "span" not in words.parts and words.text.endswith("s")
    nowadays = "near" in words.parts and document.quoted(words.start, words.end)
    return lasts or vague or nowadays


def _dated(document: Document) -> Iterator[tuple[DateWords, Happening]]:
    for sentence in document.sentences:
        asked = document.text[sentence.start : sentence.end].endswith("?")
        if sentence.story and not asked and sentence.last - sentence.first <= MAX_SENTENCE:
            for words in find_dates(document.text, sentence.start, sentence.end):
                if _in_name(document, words):
                    continue
                happening = _happening(document, words)
                if happening and len(document.tokens_in(happening.start, happening.end)) >= FEWEST_TOKENS:
                    yield words, happening


def _in_name(document: Document, words: DateWords) -> bool:
    """Whether they are part of somebody's name ("the Tuesday Group")."""
    return any(n.start < words.end and words.start < n.end and n.label in NAMES for n in document.names)


def _happening(document: Document, words: DateWords) -> Happening | None:
    """What the date belongs to: the noun that it stands before ("Friday's vote"), else the nearest verb above it."""
    inside = document.tokens_in(words.start, words.end)
    if not inside:
        return None
    top = next((t for t in inside if not inside[0].i <= t.head <= inside[-1].i or t.head == t.i), inside[-1])
    head = document.tokens[top.head]
    if head.pos in ("NOUN", "PROPN") and head.i > top.i and top.dep in ("poss", "compound", "nmod", "amod", "nummod"):
        phrase = noun_phrase(document, head.i)
        # A day or month before a noun ("the June 3 deadline") is the nearest one, whatever the verb around it tells.
        before = document.text[max(0, phrase[0].start - 10) : phrase[0].start].lower()
        when = "present" if "weekday" not in words.parts else tense(document, governor(document, head.i))
        if before.endswith("ahead of ") or (head.lemma in DUE and not before.endswith(("after ", "since "))):
            when = "future"
        elif head.lemma in TOLD:
            when = "past"
        elif before.endswith("before "):
            when = "present"
        return Happening(head.i, phrase[0].start, phrase[-1].end, when)
    verb = top if is_verb(top) else document.tokens[governor(document, top.i)]
    return _clause(document, verb, words) if is_verb(verb) else None


def _clause(document: Document, verb: Token, words: DateWords) -> Happening | None:
    """The verb's clause from its subject, or from the noun that it describes, to what belongs to the verb."""
    told = verb
    described = _described(document, verb)
    if described is not None:
        start = noun_phrase(document, described.i)[0].start
        return Happening(verb.i, start, max(words.end, verb.end), "past")
    while told.dep in ("xcomp", "pcomp", "advcl") and subject(document, told.i) is None and told.head != told.i:
        told = document.tokens[governor(document, told.i)]
    start, end = _extent(document, told, words)
    if end < words.end:
        end = words.end
    if len(document.tokens_in(start, end)) > MAX_WORDS:
        return None
    return Happening(verb.i, start, end, _when(document, told if words.start < told.start else verb, words))


def _when(document: Document, verb: Token, words: DateWords) -> Tense:
    """The tense by which to read a clause's date; a limit ("by", "until") may lie on either side of the telling."""
    lead = document.text[max(0, words.start - 8) : words.start].lower().split()[-1:]
    if lead == ["since"] or AFTERWARDS.search(document.text, max(0, words.start - 40), words.start):
        return "past"
    when = tense(document, verb.i)
    over = any(t.lemma == "have" for t in below(document, verb.i, AUXILIARIES))
    if lead and lead[0] in LIMITS and when == "past":  # "has demanded it by 20 March", "had sold ten by 2 March"
        return "future" if "weekday" in words.parts and not over else "present"
    return when


def _described(document: Document, verb: Token) -> Token | None:
    """The noun before a participle that the parser gave to the verb of the sentence ("the bridge, closed in May")."""
    if verb.dep != "advcl" or verb.tag not in ("VBN", "VBD") or subject(document, verb.i) is not None:
        return None
    left = next(document.subtree(verb.i)).i
    before = document.tokens[max(0, left - 2) : left]
    fits = len(before) == 2 and before[0].pos in ("NOUN", "PROPN") and before[1].text == "," and verb.head < left
    return before[0] if fits else None


def _extent(document: Document, verb: Token, words: DateWords) -> tuple[int, int]:
    tokens = document.tokens
    first = verb.start
    if verb.dep in ("acl", "relcl") and tokens[verb.head].i < verb.i:
        first = noun_phrase(document, verb.head)[0].start
    doer = subject(document, verb.i)
    if doer and doer.sentence == verb.sentence:
        first = min(first, noun_phrase(document, doer.i)[0].start)
    first = min(
        first,
        _adjunct_start(document, verb, words),
        *(tokens[c].start for c in document.children[verb.i] if tokens[c].dep in ("aux", "auxpass")),
    )
    last = verb.end
    for child in document.children[verb.i]:
        token = tokens[child]
        if child > verb.i and token.dep != "punct":
            if token.dep in APART and token.start > words.end:
                break
            last = max(last, max(t.end for t in document.subtree(child)))
    opening = document.tokens_in(first, last)
    if len(opening) > 1 and opening[0].text.lower() in JOINTS:
        first = opening[1].start
    return first, last


def _adjunct_start(document: Document, verb: Token, words: DateWords) -> int:
    """Where the phrase that brings the date in begins: "In" of "In 2015"."""
    i = document.tokens_in(words.start, words.end)[0].i
    while document.tokens[i].head not in (i, verb.i):
        i = document.tokens[i].head
    if document.tokens[i].head == verb.i and i < verb.i:
        return min(words.start, next(document.subtree(i)).start)
    before = document.tokens[max(0, document.tokens_in(words.start, words.end)[0].i - 1)]
    return before.start if before.pos == "ADP" else words.start

"""A Document in, dated events out: each clause or noun phrase that a date belongs to, in the words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefwright.facts import cues
from briefwright.facts.dates import DateWords, Tense, find_dates, resolve
from briefwright.facts.dating import DUE, TOLD, clause_tense, dated_noun, dated_verb, noun_of, reading
from briefwright.facts.grammar import MAX_SENTENCE, below, evidence, governor, is_verb, noun_phrase, subject
from briefwright.model.document import Document, Token
from briefwright.model.factsheet import Event
from briefwright.model.text import free_id, slug

MAX_EVENTS = 40
"""A person reads the list; what comes after so many is a chronicle, not an article."""
FEWEST_TOKENS = 4
"""What is shorter names a date and tells nothing."""
MAX_WORDS = 60
"""Longer clauses are parsing accidents."""
MAX_TELLING = 35
"""Words in which an event is told to readers of a timeline."""
SHORT = 6
"""Fewer words are told in their sentence, unless they are an occasion; so is who said what stands before it."""
AHEAD = frozenset({"future", "foreseen"})
"""Tenses in which "in two weeks" is a day, and not how long something took."""
SPEAKING = frozenset("i we what you".split())
"""Subjects of clauses that say how somebody sees things."""
EVENTFUL = cues.OCCASIONS | cues.CONTESTS | TOLD | DUE
"""Nouns that tell by themselves what happened."""
APART = frozenset({"conj", "parataxis", "advcl", "relcl", "cc"})
"""What a verb governs to its right without being part of what it tells."""
JOINTS = frozenset("and but or that which who whose".split())
"""First words that only tie a clause to another."""
COUNTED = re.compile(r"\b(?:\w+ time|less|more|the (?:best|least|most|worst|\w+est)\b[^.,;]{0,20}) in \Z")
"""What stands before years that only measure ("for the first time in ten years")."""
STRETCH = re.compile(r"(?:over the|in the past|(?:from|between) \d{4})\b", re.IGNORECASE)
"""How words begin that name a stretch of time in which things stood or went on."""
STATES = frozenset("control have hold own remain".split())
"""Verbs of what was so, and did not happen, in a year."""
RACES = frozenset(
    "aspirant bid campaign candidate chance contender cycle field hope hopeful nomination nominee prospect race".split()
)
"""Nouns with the year or month of an election beside them, which only say which one ("a contender in 2024")."""
DANGLING = re.compile(r",? (?:and|but|or|that|which|who)\Z")
"""What is left of the next clause at the end of one."""
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
        if (
            happening.head in told
            or _is_no_date(document, words, happening)
            or _is_backdrop(document, words, happening)
        ):
            continue
        told.add(happening.head)
        span = evidence(document, happening.start, happening.end)
        date = resolve(words, document.article.published, happening.tense)
        if any(e.date == date and e.event.lower() == span.quote.lower() for e in events):
            continue
        event_id = free_id(slug(span.quote, words=6), ids)
        ids.add(event_id)
        events.append(
            Event(id=event_id, event=_telling(document, happening, words), date=date, when=words.text, evidence=(span,))
        )
    return tuple(events)


def _telling(document: Document, happening: Happening, words: DateWords) -> str:
    """The words that tell what happened to who has not read the article: of a fragment, the clause around it."""
    start, end, head = happening.start, happening.end, document.tokens[happening.head]
    if not is_verb(head) and head.lemma.lower() in EVENTFUL:
        return " ".join(evidence(document, start, end).quote.split())
    while _is_fragment(document, head, start) and head.head != head.i:
        head = document.tokens[governor(document, head.i)]
        left, right = _extent(document, head, words)
        if not is_verb(head) or len(document.tokens_in(min(start, left), max(end, right))) > MAX_TELLING:
            break
        start, end = min(start, left), max(end, right)
    sentence = document.sentences[document.tokens[happening.head].sentence]
    tag = head.dep == "parataxis" or any(t.start < start for t in below(document, head.i, {"ccomp", "parataxis"}))
    scanty = tag or len(document.tokens_in(start, end)) < SHORT
    if scanty and sentence.last - sentence.first < MAX_TELLING:
        start, end = sentence.start, sentence.end
        start -= document.text.endswith("“", 0, start)
    return DANGLING.sub("", " ".join(evidence(document, start, end).quote.split())).removesuffix(".")


def _is_fragment(document: Document, head: Token, start: int) -> bool:
    """Whether the words from `start` name nobody who does it, or only by a pronoun; nor an occasion, if no verb."""
    if not is_verb(head):
        return head.lemma.lower() not in EVENTFUL
    doer = subject(document, head.i)
    if doer is None or doer.start < start or head.dep == "relcl":
        return not any(t.pos in ("NOUN", "PROPN") for t in document.tokens_in(start, head.start))
    return doer.pos == "PRON"


def _is_no_date(document: Document, words: DateWords, happening: Happening) -> bool:
    """Whether they only measure ("10 million in two weeks"), name no one day ("every Friday"), or mean nowadays."""
    before = document.text[max(0, words.start - 40) : words.start].lower()
    lasts = "in" in words.parts and (happening.tense not in AHEAD or COUNTED.search(before) is not None)
    repeated = before.endswith("every ")
    vague = "back" in words.parts and "span" not in words.parts and words.text.endswith("s")
    nowadays = "near" in words.parts and document.quoted(words.start, words.end)
    return lasts or vague or nowadays or repeated


def _is_backdrop(document: Document, words: DateWords, happening: Happening) -> bool:
    """Whether they date a state or a stretch of years before which the story plays, and nothing that happens."""
    parts, head, above = words.parts.keys(), document.tokens[happening.head], noun_of(document, words)
    stretch = parts & {"span_unit", "range"} and STRETCH.match(words.text)
    running = above is not None and above.lemma in RACES and ("year" in parts or above.end <= words.start)
    named = "turn" in parts or ("year" in parts and head.tag == "NNS")
    stands = parts & {"year", "ago"} and happening.tense != "future" and _is_state(document, head)
    doer = subject(document, head.i) if is_verb(head) else None
    seen = doer is not None and doer.text.lower() in SPEAKING and happening.tense not in AHEAD
    return bool(stretch or running or seen or (stands if is_verb(head) else named))


def _is_state(document: Document, verb: Token) -> bool:
    """Whether it says what was so ("held the seat"), and not what came to be."""
    return verb.lemma in STATES or (verb.lemma == "be" and bool(below(document, verb.i, {"attr"})))


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
    noun = dated_noun(document, words)
    if noun is not None:
        phrase = noun_phrase(document, noun.i)
        return Happening(noun.i, phrase[0].start, phrase[-1].end, reading(document, words))
    verb = dated_verb(document, words)
    return _clause(document, verb, words) if verb is not None else None


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
    return Happening(verb.i, start, end, clause_tense(document, told if words.start < told.start else verb, words))


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

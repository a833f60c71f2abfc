"""A Document without attributions in, its attributions out: who says what, by the parse and the quotation marks.

A rule for each way of attributing; the words that attribute are in `cues`, the trust in each rule in `readings`.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.language import cues
from briefwright.language.clauses import (
    VERBAL,
    agent,
    children,
    cue_words,
    governed,
    in_dateline,
    lemma,
    noun_phrase,
    owner,
    spans,
    stray_subject,
    subject,
)
from briefwright.language.frames import (
    Frame,
    attitude_of_adjective,
    attitude_of_noun,
    attitude_of_passive,
    attitude_of_verb,
)
from briefwright.language.mending import MAX_SENTENCE, mended
from briefwright.language.quotations import touching
from briefwright.language.quoted_speech import with_quotations
from briefwright.language.readings import Reading, joined, with_whole_quotations
from briefwright.language.speech import quoted_beside, said_after, said_before, said_to_the_end, said_with_as
from briefwright.model.document import Attribution, Document, Token
from briefwright.model.text import Span

_BLOCK = 250
"""Characters from which on a quotation may be a block quotation, of reporting as like as not."""
_CERTAIN = frozenset({"will", "'ll", "’ll"})


def find_attributions(document: Document) -> tuple[Attribution, ...]:
    """Who says what, in text order of the cues.

    Every cue gives one attribution, also where cues are coordinated or one attribution lies inside another.
    """
    return tuple(r.attribution() for r in read(document))


def read(document: Document) -> list[Reading]:
    """The readings behind the attributions, in the same order."""
    document = mended(document)
    readings: list[Reading] = []
    for sentence in document.sentences:
        if sentence.last - sentence.first <= MAX_SENTENCE:
            for token in document.tokens[sentence.first : sentence.last]:
                readings += _at(document, token)
    return sorted(with_quotations(document, readings), key=lambda r: (r.cue, r.content, r.pattern))


def _at(document: Document, token: Token) -> Iterator[Reading]:
    """The readings of one token as a cue."""
    if token.text.lower() == "according":
        yield from _according(document, token)
    elif token.pos in VERBAL or token.tag.startswith("VB"):
        if _is_told(document, token):
            yield from _verb(document, token)
    elif token.pos == "NOUN":
        yield from _framed(document, token, owner(document, token.i), attitude_of_noun(document, token))
    elif token.pos == "ADJ":
        bearer = subject(document, token.head) if token.dep in ("acomp", "oprd", "conj") else None
        source = subject(document, token.i) or bearer
        yield from _framed(document, token, source, attitude_of_adjective(document, token))


def _is_told(document: Document, verb: Token) -> bool:
    """Whether the verb tells of something done, and not of what might be: no infinitive, imperative or "could say"."""
    helpers = children(document, verb.i, "aux", "auxpass")
    if any(t.tag == "TO" for t in helpers):
        return lemma(document.tokens[verb.head]) in cues.REALISING
    if any(t.tag == "MD" and t.text.lower() not in _CERTAIN for t in helpers):
        return False
    return verb.tag != "VB" or bool(helpers)


def _verb(document: Document, verb: Token) -> Iterator[Reading]:
    passive = _is_passive(document, verb)
    speech = lemma(verb) in cues.SPEECH
    if speech or lemma(verb) in cues.THOUGHT:
        found = list(_speech(document, verb, passive) if speech else _thought(document, verb, passive))
        if found:
            yield from found
            return
    if passive:
        yield from _framed(document, verb, agent(document, verb), attitude_of_passive(document, verb))
    else:
        yield from _framed(document, verb, subject(document, verb.i), attitude_of_verb(document, verb))


def _is_passive(document: Document, verb: Token) -> bool:
    if children(document, verb.i, "auxpass", "nsubjpass"):
        return True
    bare = verb.tag == "VBN" and not children(document, verb.i, "aux", "nsubj")
    return bare and verb.dep in ("advcl", "acl", "relcl")


def _thought(document: Document, verb: Token, passive: bool) -> Iterator[Reading]:
    source = agent(document, verb) if passive else subject(document, verb.i)
    yield from _reading(document, "thought clause", verb, source, said_after(document, verb))


def _speech(document: Document, verb: Token, passive: bool) -> Iterator[Reading]:
    """What is said stands around the cue with its own subject, in its clause, or in the quotation after it."""
    own = _own_subject(document, verb)
    source = _speaker(document, verb, own, passive)
    quotations = quoted_beside(document, verb, own)
    before = tuple(q for q in quotations if q.end <= verb.start)
    if own and lemma(verb) in cues.BARE_SPEECH and (main := said_with_as(document, verb)):
        yield from _reading(document, "speech with as", verb, source, main)
    elif own and before:
        content = joined(said_before(document, verb, own, before) + quotations)
        yield from _reading(document, "speech around", verb, source, content)
    elif clause := said_after(document, verb):
        yield from _reading(document, "speech clause", verb, source, clause)
    elif quotations:
        yield from _reading(document, "speech quoted", verb, source, quotations)
    elif own and lemma(verb) in cues.BARE_SPEECH and not _has_object(document, verb):
        if content := said_before(document, verb, own, ()):
            yield from _reading(document, "speech around bare", verb, source, content)
        else:
            yield from _reading(document, "speech to the end", verb, source, said_to_the_end(document, verb))


def _own_subject(document: Document, verb: Token) -> Token | None:
    subjects = (t for t in children(document, verb.i, "nsubj", "nsubjpass") if not in_dateline(document, t))
    return next(subjects, None) or stray_subject(document, verb)


def _speaker(document: Document, verb: Token, own: Token | None, passive: bool) -> Token | None:
    if lemma(verb) == "quote":  # "the agency quoted rebels as saying": theirs are the words
        return own if passive else next(iter(children(document, verb.i, "dobj")), own)
    return agent(document, verb) if passive else subject(document, verb.i) or own


def _has_object(document: Document, verb: Token) -> bool:
    return lemma(verb) not in cues.ADDRESSING and bool(children(document, verb.i, "dobj"))


def _framed(document: Document, cue: Token, source: Token | None, frame: Frame | None) -> Iterator[Reading]:
    if frame:
        yield from _reading(document, frame.pattern, cue, source, frame.content, *frame.cue)


def _according(document: Document, cue: Token) -> Iterator[Reading]:
    """The sentence without "according to X"."""
    to = next(iter(children(document, cue.i, "prep")), None)
    source = next(iter(children(document, to.i, "pobj")), None) if to else None
    if to and source:
        sentence = document.sentences[cue.sentence]
        words = set(range(sentence.first, sentence.last)) - set(governed(document, cue.i))
        yield from _reading(document, "according", cue, source, spans(document, words), to)


def _reading(
    document: Document, pattern: str, cue: Token, source: Token | None, content: tuple[Span, ...], *more: Token
) -> Iterator[Reading]:
    words = cue_words(document, cue.i, *more)
    whole = with_whole_quotations(document, content, words)
    if whole and _may_attribute(document, pattern, cue, source):
        yield Reading(pattern, cue.i, noun_phrase(document, source.i) if source else (), (words,), whole)


def _may_attribute(document: Document, pattern: str, cue: Token, source: Token | None) -> bool:
    """Whether the cue stands outside quotations; inside, it takes a verb of saying and a source named there."""
    around = touching(document.quotations, cue.start, cue.end)
    if not around:
        return True
    block = around[0].end - around[0].start > _BLOCK
    named = source is not None and (source.pos == "PROPN" or (block and source.pos == "NOUN"))
    return named and pattern.startswith("speech")

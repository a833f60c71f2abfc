"""A Document without attributions in, its attributions out: who says what, read off the parse and the quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.language.clauses import VERBAL, children, cue_words, governed, lemma, noun_phrase, owner, spans, subject, without_asides
from briefwright.language import cues
from briefwright.language.mending import mended
from briefwright.language.quoted_speech import transcribed, with_quotations
from briefwright.language.readings import Reading, joined, with_whole_quotations
from briefwright.language.speech import quoted_beside, said_after, said_before, said_to_the_end
from briefwright.model.document import Attribution, Document, Token
from briefwright.model.text import Span

MAX_SENTENCE = 400
"""Longer sentences, in tokens, are lists and tables that the parser cannot read."""

_CERTAIN = frozenset({"will", "'ll", "’ll"})


def find_attributions(document: Document) -> tuple[Attribution, ...]:
    """Who says what, in text order of the cues.

    Every cue gives one attribution, also where cues are coordinated or one attribution lies inside another.
    """
    return tuple(r.attribution() for r in read(document))


def read(document: Document) -> list[Reading]:
    """The readings behind the attributions."""
    document = mended(document)
    readings: list[Reading] = []
    for sentence in document.sentences:
        if sentence.last - sentence.first <= MAX_SENTENCE:
            for token in document.tokens[sentence.first : sentence.last]:
                readings += _at(document, token)
    readings += transcribed(document)
    return sorted(with_quotations(document, readings), key=lambda r: (r.cue, r.content))


def _at(document: Document, token: Token) -> Iterator[Reading]:
    if token.pos in VERBAL or token.tag.startswith("VB"):
        yield from _verb(document, token)
    elif token.pos == "NOUN":
        yield from _noun(document, token)
    elif token.pos == "ADJ":
        yield from _adjective(document, token)
    if token.text.lower() == "according":
        yield from _according(document, token)


def _told(document: Document, verb: Token) -> bool:
    """Whether the verb tells of something done and not of what might be: no infinitive, imperative, "could say"."""
    helpers = children(document, verb.i, "aux", "auxpass")
    if any(t.tag == "TO" or (t.tag == "MD" and t.text.lower() not in _CERTAIN) for t in helpers):
        return False
    return verb.tag != "VB" or bool(helpers)


def _quotable(document: Document, cue: Token, source: Token | None, pattern: str) -> bool:
    """Whether a cue inside a quotation attributes: only a verb of saying whose source is named there does."""
    if not document.quoted(cue.start, cue.end):
        return True
    return pattern.startswith("speech") and source is not None and source.pos == "PROPN"


def _reading(document: Document, pattern: str, cue: Token, source: Token | None, content: tuple[Span, ...], *more: Token) -> Iterator[Reading]:
    if not _quotable(document, cue, source, pattern):
        return
    words = cue_words(document, cue.i, *more)
    content = with_whole_quotations(document, content, words)
    if content:
        named = noun_phrase(document, source.i) if source else ()
        yield Reading(pattern, cue.i, named, (words,), content)


def _verb(document: Document, verb: Token) -> Iterator[Reading]:
    name = lemma(verb)
    if not _told(document, verb):
        return
    source = subject(document, verb.i)
    passive = _is_passive(document, verb)
    if name in cues.SPEECH or name in cues.THOUGHT:
        found = list(_clause(document, verb, source, passive))
        if found:
            yield from found
            return
    yield from _attitude(document, verb, source, passive)


def _clause(document: Document, verb: Token, source: Token | None, passive: bool) -> Iterator[Reading]:
    name = lemma(verb)
    kind = "speech" if name in cues.SPEECH else "thought"
    who = _agent(document, verb) if passive and name != "quote" else source
    own = bool(children(document, verb.i, "nsubj", "nsubjpass"))
    quotations = quoted_beside(document, verb) if kind == "speech" else ()
    before = tuple(q for q in quotations if q.end <= verb.start)
    clause = () if before and own else said_after(document, verb)
    if clause:
        yield from _reading(document, f"{kind} clause", verb, who, clause)
    elif kind == "thought":
        return
    elif before and own:
        yield from _reading(document, "speech around", verb, who, joined(said_before(document, verb, before) + quotations))
    elif quotations:
        yield from _reading(document, "speech quoted", verb, who, quotations)
    elif own and name in cues.BARE_SPEECH and not children(document, verb.i, *(() if name == "tell" else ("dobj",))):
        yield from _reading(document, "speech around bare", verb, who, said_before(document, verb, ()))


def _is_passive(document: Document, verb: Token) -> bool:
    if children(document, verb.i, "auxpass", "nsubjpass"):
        return True
    return verb.tag == "VBN" and verb.dep in ("advcl", "acl", "relcl") and not children(document, verb.i, "aux", "nsubj")


def _agent(document: Document, verb: Token) -> Token | None:
    for by in children(document, verb.i, "agent", "prep"):
        if by.text.lower() == "by":
            return next(iter(children(document, by.i, "pobj")), None)
    return None


def _attitude(document: Document, verb: Token, source: Token | None, passive: bool) -> Iterator[Reading]:
    name = lemma(verb)
    if passive:
        yield from _passive(document, verb)
        return
    objects = children(document, verb.i, "dobj", "dative")
    infinitives = [t for t in children(document, verb.i, "xcomp", "ccomp", "advcl") if t.i > verb.i and children(document, t.i, "aux") and children(document, t.i, "aux")[0].tag == "TO"]
    particles = children(document, verb.i, "prt")
    prepositions = [p for p in children(document, verb.i, "prep") if p.i > verb.i]
    if name in cues.PROMPTING and infinitives and (objects or children(document, infinitives[0].i, "nsubj")):
        words = {i for t in [*objects, infinitives[0]] for i in governed(document, t.i)}
        yield from _reading(document, "prompting", verb, source, spans(document, words))
        return
    if name in cues.INFINITIVE and infinitives:
        yield from _reading(document, "infinitive", verb, source, spans(document, governed(document, infinitives[0].i)))
        return
    gerunds = [t for t in children(document, verb.i, "xcomp", "pcomp") if t.tag == "VBG"]
    if name in cues.GERUND and gerunds:
        yield from _reading(document, "gerund", verb, source, spans(document, governed(document, gerunds[0].i)))
        return
    for p in prepositions:
        pair = (name, p.text.lower())
        if objects and pair in cues.JUDGEMENT:
            words = {i for t in [objects[0], p] for i in governed(document, t.i)}
            yield from _reading(document, "judgement", verb, source, spans(document, words))
            return
        if not objects and pair in cues.PREPOSITIONAL and children(document, p.i, "pobj", "pcomp"):
            words = set(governed(document, p.i)) - {p.i} | {i for t in infinitives for i in governed(document, t.i)}
            yield from _reading(document, "prepositional", verb, source, spans(document, words), *particles, p)
            return
    named = children(document, verb.i, "oprd", "ccomp")
    if name in cues.CALLING and named:
        words = {i for t in [*objects, *named] for i in governed(document, t.i)}
        yield from _reading(document, "calling", verb, source, spans(document, words))
        return
    if name in cues.OBJECT:
        if objects:
            yield from _reading(document, "object", verb, source, spans(document, without_asides(document, objects[0].i)), *particles)
        elif verb.dep == "relcl" and children(document, verb.i, "nsubj"):
            words = governed(document, verb.head, (verb.i,))
            yield from _reading(document, "object relative", verb, source, spans(document, words))


def _passive(document: Document, verb: Token) -> Iterator[Reading]:
    name = lemma(verb)
    infinitives = children(document, verb.i, "xcomp")
    subjects = children(document, verb.i, "nsubjpass")
    if name in cues.CITED and infinitives:
        words = sorted({i for t in (*subjects, infinitives[0]) for i in governed(document, t.i)})
        yield from _reading(document, "passive infinitive", verb, _agent(document, verb), spans(document, words))
    for p in children(document, verb.i, "prep"):
        if (name, p.text.lower()) in cues.JUDGEMENT and subjects:
            words = {*governed(document, subjects[0].i), *governed(document, p.i)}
            yield from _reading(document, "passive judgement", verb, _agent(document, verb), spans(document, words))
            return
    if name in cues.OBJECT and subjects and _agent(document, verb):
        yield from _reading(document, "passive object", verb, _agent(document, verb), spans(document, governed(document, subjects[0].i)))


def _noun(document: Document, noun: Token) -> Iterator[Reading]:
    name = lemma(noun)
    for clause in children(document, noun.i, "acl", "ccomp"):
        if clause.i < noun.i:
            continue
        infinitive = any(t.tag == "TO" for t in children(document, clause.i, "aux"))
        if name in cues.NOUN_INFINITIVE and infinitive:
            yield from _reading(document, "noun infinitive", noun, owner(document, noun.i), spans(document, governed(document, clause.i)))
            return
        if name in cues.NOUN_CLAUSE and not infinitive and any(t.text.lower() in ("that", "whether") for t in children(document, clause.i, "mark")):
            words = [i for i in governed(document, clause.i)]
            if document.tokens[words[0]].text.lower() == "that":
                words = words[1:]
            yield from _reading(document, "noun clause", noun, owner(document, noun.i), spans(document, words))
            return
    for p in children(document, noun.i, "prep"):
        if (name, p.text.lower()) in cues.NOUN_PHRASE:
            words = [i for i in governed(document, p.i) if i != p.i]
            yield from _reading(document, "noun phrase", noun, owner(document, noun.i), spans(document, words), p)
            return


def _adjective(document: Document, adjective: Token) -> Iterator[Reading]:
    if lemma(adjective) not in cues.ADJECTIVES:
        return
    source = subject(document, adjective.i) or (subject(document, adjective.head) if adjective.dep in ("acomp", "oprd", "conj") else None)
    for clause in children(document, adjective.i, "ccomp", "xcomp"):
        words = governed(document, clause.i)
        if document.tokens[words[0]].text.lower() == "that":
            words = words[1:]
        yield from _reading(document, "adjective clause", adjective, source, spans(document, words))
        return
    for p in children(document, adjective.i, "prep"):
        if p.text.lower() in ("about", "of", "in", "with", "over", "at"):
            yield from _reading(document, "adjective phrase", adjective, source, spans(document, [i for i in governed(document, p.i) if i != p.i]), p)
            return


def _according(document: Document, token: Token) -> Iterator[Reading]:
    to = next(iter(children(document, token.i, "prep")), None)
    who = next(iter(children(document, to.i, "pobj")), None) if to else None
    if to is None or who is None:
        return
    phrase = set(governed(document, token.i))
    sentence = document.sentences[token.sentence]
    words = [i for i in range(sentence.first, sentence.last) if i not in phrase]
    yield from _reading(document, "according", token, who, spans(document, words), to)

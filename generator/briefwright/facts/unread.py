"""A Document in, the same out with the stances that its grammar gives where the network saw none.

A network that learned from verbs of saying passes over "the union celebrated the ruling" or "the board, which wants the
pier closed"; a verb of stance with somebody as its subject, and an object, is an attribution all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefwright.facts.acts import lemma
from briefwright.facts.lexicon import CROWDS, GROUP_NOUNS, ROLE_NOUNS
from briefwright.facts.speakers import PAPERS
from briefwright.facts.voices import BODIES
from briefwright.model.document import Attribution, Document, Token
from briefwright.model.text import Span

SCORE = 0.6
"""How sure an attribution is that the grammar alone gives."""
STANCES = frozenset(
    """
    accuse advise applaud ask blame blast celebrate commend condemn criticise criticize decry defend demand denounce deplore disagree disavow dismiss encourage endorse fear favor favour hail hope lambaste laud lobby
    mock object oppose pledge praise press promise propose protest push recommend refuse reject
    request resist ridicule seek slam support threaten trash urge vow want warn welcome
    """.split()
)
"""Verbs of stance that nobody but a person or a body is the subject of."""
TELLING = frozenset(
    """
    acknowledge admit agree allege announce argue assert believe claim conclude confirm contend declare deny describe estimate
    imply insist maintain predict project recall report say state suggest tell think
    """.split()
)
"""Verbs of saying and thinking."""
FEELING = frozenset(
    """
    adamant afraid alarmed angry anxious certain concerned confident convinced critical determined doubtful eager
    fearful furious hopeful opposed optimistic outraged pessimistic reluctant sceptical skeptical supportive sure
    uneasy unhappy unwilling upset wary willing worried
    """.split()
)
"""Adjectives of stance."""
_FINDING = frozenset("argue conclude find predict project recommend say show suggest warn".split())
"""What papers do."""
_RAISING = frozenset("appear begin continue seem start try".split())
_PEOPLE = GROUP_NOUNS | CROWDS | ROLE_NOUNS
_SUBJECTS = frozenset({"nsubj"})
_CLAUSES = frozenset({"ccomp", "xcomp", "oprd"})
_OBJECTS = frozenset({"dobj", "dative"}) | _CLAUSES
_PARTICLES = frozenset({"against", "for", "of", "on", "out", "to", "with", "about"})
_NAMED = frozenset({"GPE", "NORP", "ORG", "PERSON"})


def with_unread(document: Document) -> Document:
    """The document with the stances that no attribution of it holds, in the order of their cues."""
    read = {t.i for a in document.attributions for cue in a.cue for t in document.tokens_in(*cue)}
    found = [
        a
        for verb in document.tokens
        if verb.i not in read and (a := _attribution(document, verb)) and not _is_known(document, a)
    ]
    return replace(document, attributions=tuple(sorted([*document.attributions, *found], key=lambda a: a.cue)))


def _attribution(document: Document, verb: Token) -> Attribution | None:
    name = lemma(verb)
    if not _is_cue(document, verb) or not _is_told(document, verb):
        return None
    subject = _subject(document, verb)
    if subject is None or not _is_somebody(document, subject, name):
        return None
    inside = any(c.start <= verb.start < c.end for a in document.attributions for c in a.content)
    if subject.pos == "PRON" and (inside or document.quoted(verb.start, verb.end)):
        return None
    if document.quoted(verb.start, verb.end) and any(t.text.lower() in ("every", "any", "some", "no", "a", "this") for t in _below(document, subject)):
        return None
    cue, content = _parts(document, verb)
    if content is None:
        return None
    phrase = [t for t in document.subtree(subject.i) if t.i < verb.i]
    first = min(t.i for t in phrase)
    source = Span(document.tokens[first].start, subject.end)
    return Attribution((source,), (cue,), (content,), SCORE)


def _is_cue(document: Document, word: Token) -> bool:
    if word.text.lower() in FEELING:
        return word.dep in ("acomp", "acl") or word.pos == "VERB"
    return word.pos == "VERB" and lemma(word) in STANCES | TELLING


def _is_told(document: Document, verb: Token) -> bool:
    """Whether the text says that it is or was done: no participle, no infinitive but after "seemed to"."""
    if not document.sentences[verb.sentence].story:
        return False
    if verb.text.lower() in FEELING:
        return verb.dep != "acomp" or document.tokens[verb.head].tag in ("VBD", "VBP", "VBZ", "VBN")
    if verb.tag == "VBG" and verb.dep == "advcl":
        return not any(t.dep in ("mark", "nsubj") for t in _below(document, verb))
    helpers = [t for t in _below(document, verb) if t.dep in ("aux", "auxpass")]
    if any(t.dep == "auxpass" for t in helpers):
        return False
    if verb.tag in ("VBD", "VBP", "VBZ"):
        return True
    if any(t.lemma in ("have", "be", "do") for t in helpers):
        return True
    above = document.tokens[verb.head]
    return verb.dep == "xcomp" and above.lemma in _RAISING and above.tag in ("VBD", "VBP", "VBZ")


def _subject(document: Document, verb: Token) -> Token | None:
    if verb.dep == "acl":
        return document.tokens[verb.head]
    for _ in range(4):
        own = next((t for t in _below(document, verb) if t.dep == "nsubj"), None)
        if own or verb.dep not in ("conj", "xcomp", "acomp", "advcl") or any(t.dep == "nsubjpass" for t in _below(document, verb)):
            break
        verb = document.tokens[verb.head]
    if own and own.tag in ("WP", "WDT"):
        noun = document.tokens[verb.head]
        return noun if verb.dep == "relcl" and noun.i < own.i else None
    return own


def _is_somebody(document: Document, noun: Token, name: str) -> bool:
    if noun.pos == "PRON":
        return noun.text.lower() in ("he", "she", "they")
    if any(n.first <= noun.i < n.last and n.label in _NAMED for n in document.names):
        return True
    word = noun.lemma.lower()
    return word in _PEOPLE or word in BODIES or (name in _FINDING and word in PAPERS)


def _parts(document: Document, verb: Token) -> tuple[Span, Span | None]:
    """The cue, with its particle, and what it governs."""
    after = [t for t in _below(document, verb) if t.i > verb.i]
    cue = Span(verb.start, verb.end)
    particle = next((t for t in after if t.i == verb.i + 1 and t.dep in ("prt", "prep")), None)
    if particle and particle.text.lower() not in _PARTICLES:
        return cue, None
    clause = next((t for t in after if t.dep == "ccomp"), None)
    if clause:
        phrase = list(document.subtree(clause.i))
        return cue, Span(phrase[0].start, phrase[-1].end)
    if lemma(verb) in TELLING:
        return cue, None
    spans: list[Token] = []
    for child in after:
        phrase = list(document.subtree(child.i))
        if child is particle:
            cue = Span(verb.start, child.end)
            spans += phrase[1:]
        elif child.dep in _OBJECTS or (spans and _goes_on(document, child)):
            spans += phrase
        elif child.dep != "advmod" or spans:
            break
    return cue, Span(spans[0].start, spans[-1].end) if spans else None


def _goes_on(document: Document, child: Token) -> bool:
    purpose = child.dep == "advcl" and any(t.text == "to" for t in _below(document, child))
    return purpose or (child.dep == "prep" and child.text in ("as", "for", "of", "to", "from", "on", "in"))


def _is_known(document: Document, attribution: Attribution) -> bool:
    """Whether another attribution has most of the same words as its content."""
    new = attribution.content[0]
    for other in document.attributions:
        shared = sum(max(0, min(new.end, c.end) - max(new.start, c.start)) for c in other.content)
        whole = sum(c.end - c.start for c in other.content)
        if 2 * shared >= whole + (new.end - new.start) - shared:
            return True
    return False


def _below(document: Document, token: Token) -> list[Token]:
    return [document.tokens[i] for i in document.children[token.i]]

"""A verb, noun or adjective of a Document in, what it takes a stance on out: the frames of the cues that are no saying.

"wants to …", "urged X to …", "accused X of …", "called for …", "called it a …", "a promise to …", "worried about …".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from briefwright.language import cues
from briefwright.language.clauses import agent, children, governed, lemma, spans, without_asides
from briefwright.model.document import Document, Token
from briefwright.model.text import Span


class Frame(NamedTuple):
    """A frame that fits: its pattern, the content in it, and the words that the cue takes in besides."""

    pattern: str
    content: tuple[Span, ...]
    cue: tuple[Token, ...] = ()


def attitude_of_verb(document: Document, verb: Token) -> Frame | None:
    """The first frame that fits an active verb."""
    return next((frame for fits in _VERB_FRAMES if (frame := fits(document, verb))), None)


def attitude_of_passive(document: Document, verb: Token) -> Frame | None:
    """What is thought or judged in the passive: "is expected to …", "was described as …", "was praised by …"."""
    name = lemma(verb)
    subjects = children(document, verb.i, "nsubjpass")
    infinitives = children(document, verb.i, "xcomp")
    if name in cues.CITED and infinitives:
        return Frame("passive infinitive", _words(document, (*subjects, infinitives[0])))
    for phrase in children(document, verb.i, "prep"):
        if (name, phrase.text.lower()) in cues.JUDGEMENT and subjects:
            return Frame("passive judgement", _words(document, (subjects[0], phrase)))
    if name in cues.OBJECT and subjects and agent(document, verb):
        return Frame("passive object", _words(document, subjects[:1]))
    return None


def attitude_of_noun(document: Document, noun: Token) -> Frame | None:
    """What a noun of saying or wanting is about: "the claim that …", "a vow to …", "calls for …"."""
    name = lemma(noun)
    for clause in children(document, noun.i, "acl", "ccomp"):
        if clause.i < noun.i:
            continue
        if name in cues.NOUN_INFINITIVE and _is_infinitive(document, clause):
            return Frame("noun infinitive", _words(document, (clause,)))
        if name in cues.NOUN_CLAUSE and {"that", "whether"} & {t.text for t in children(document, clause.i, "mark")}:
            return Frame("noun clause", _clause(document, clause))
    for phrase in children(document, noun.i, "prep"):
        if (name, phrase.text.lower()) in cues.NOUN_PHRASE:
            return Frame("noun phrase", _inside(document, phrase), (phrase,))
    return None


def attitude_of_adjective(document: Document, adjective: Token) -> Frame | None:
    """What a state of mind is about: "confident that …", "unwilling to …", "critical of …"."""
    if lemma(adjective) not in cues.ADJECTIVES:
        return None
    for clause in children(document, adjective.i, "ccomp", "xcomp"):
        return Frame("adjective clause", _clause(document, clause))
    for phrase in children(document, adjective.i, "prep"):
        if phrase.text.lower() in cues.ADJECTIVE_PREPOSITIONS:
            return Frame("adjective phrase", _inside(document, phrase), (phrase,))
    return None


def _prompting(document: Document, verb: Token) -> Frame | None:
    wanted = _infinitive_after(document, verb)
    if lemma(verb) not in cues.PROMPTING or wanted is None:
        return None
    prompted = _objects(document, verb)
    if not prompted and not children(document, wanted.i, "nsubj"):
        return None
    return Frame("prompting", _words(document, (*prompted, wanted)))


def _infinitive(document: Document, verb: Token) -> Frame | None:
    wanted = _infinitive_after(document, verb)
    if lemma(verb) not in cues.INFINITIVE or wanted is None:
        return None
    return Frame("infinitive", _words(document, (wanted,)))


def _gerund(document: Document, verb: Token) -> Frame | None:
    wanted = [t for t in children(document, verb.i, "xcomp", "pcomp") if t.tag == "VBG"]
    return Frame("gerund", _words(document, wanted[:1])) if lemma(verb) in cues.GERUND and wanted else None


def _judgement(document: Document, verb: Token) -> Frame | None:
    judged = _objects(document, verb)
    for phrase in children(document, verb.i, "prep"):
        if judged and phrase.i > verb.i and (lemma(verb), phrase.text.lower()) in cues.JUDGEMENT:
            return Frame("judgement", _words(document, (judged[0], phrase)))
    for phrase in children(document, judged[0].i, "prep") if judged else []:  # hung on the object by the parser
        if (lemma(verb), phrase.text.lower()) in cues.JUDGEMENT:
            return Frame("judgement", _words(document, judged[:1]))
    return None


def _prepositional(document: Document, verb: Token) -> Frame | None:
    if _objects(document, verb):
        return None
    wanted = _infinitive_after(document, verb)
    for phrase in children(document, verb.i, "prep"):
        fits = phrase.i > verb.i and (lemma(verb), phrase.text.lower()) in cues.PREPOSITIONAL
        if fits and children(document, phrase.i, "pobj", "pcomp"):
            words = set(governed(document, phrase.i)) - {phrase.i}
            words |= set(governed(document, wanted.i)) if wanted else set()
            return Frame("prepositional", spans(document, words), (*children(document, verb.i, "prt"), phrase))
    return None


def _calling(document: Document, verb: Token) -> Frame | None:
    names = children(document, verb.i, "oprd", "ccomp")
    if lemma(verb) not in cues.CALLING or not names:
        return None
    return Frame("calling", _words(document, (*_objects(document, verb), *names)))


def _object(document: Document, verb: Token) -> Frame | None:
    objects = _objects(document, verb)
    if lemma(verb) not in cues.OBJECT or not objects:
        return None
    content = spans(document, without_asides(document, objects[0].i))
    return Frame("object", content, tuple(children(document, verb.i, "prt")))


_VERB_FRAMES: tuple[Callable[[Document, Token], Frame | None], ...] = (
    _prompting, _infinitive, _gerund, _judgement, _prepositional, _calling, _object,
)  # fmt: skip
"""From the frame that says most to the one that says least."""


def _objects(document: Document, verb: Token) -> list[Token]:
    return [t for t in children(document, verb.i, "dobj", "dative") if t.i > verb.i]


def _infinitive_after(document: Document, verb: Token) -> Token | None:
    clauses = (t for t in children(document, verb.i, "xcomp", "ccomp", "advcl") if t.i > verb.i)
    return next((t for t in clauses if _is_infinitive(document, t)), None)


def _is_infinitive(document: Document, verb: Token) -> bool:
    return any(t.tag == "TO" for t in children(document, verb.i, "aux"))


def _words(document: Document, heads: Iterable[Token]) -> tuple[Span, ...]:
    return spans(document, {i for head in heads for i in governed(document, head.i)})


def _clause(document: Document, clause: Token) -> tuple[Span, ...]:
    words = governed(document, clause.i)
    return spans(document, words[1:] if document.tokens[words[0]].text.lower() == "that" else words)


def _inside(document: Document, phrase: Token) -> tuple[Span, ...]:
    return spans(document, [i for i in governed(document, phrase.i) if i != phrase.i])

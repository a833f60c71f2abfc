"""A Document's tokens in, what an inquiry has yet to bring to light about them out: causes, motives, findings.

Each rule reads one way of leaving something open off the dependency parse; its words stand in `cues`.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.facts import cues
from briefwright.facts.grammar import below, subject
from briefwright.facts.openings import Opening, Rule, asks, helpers, is_infinitive, is_negated
from briefwright.model.document import Document, Token


def unidentified(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The motive remains unclear", "the cause is not known", "to determine the cause of the fire"."""
    if token.lemma.lower() not in cues.MATTERS or token.pos != "NOUN" or token.dep == "compound":
        return
    verb = document.tokens[token.head]
    said = [verb, *below(document, verb.i, {"acomp", "oprd"})]
    subject_of_it = token.dep in ("nsubj", "nsubjpass")
    unclear = any(t.lemma.lower() in cues.UNSURE for t in said)
    not_known = any(t.lemma.lower() in cues.CLEAR | {"determine", "identify", "know"} for t in said)
    if subject_of_it and (unclear or (not_known and is_negated(document, verb))):
        yield Opening("unknown", token.i, verb.i, 0.8, form="identify", reply=said[-1].i)
    elif token.dep == "dobj" and verb.lemma in cues.INQUIRING and _goes_on(document, verb):
        yield Opening("unknown", token.i, verb.i, 0.7, form="identify")


def examined(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The agency is investigating the crash", "is looking into his death"."""
    into = [t for t in below(document, token.i, {"prep"}) if t.text.lower() == "into" and token.lemma == "look"]
    matters = [noun for prep in into for noun in below(document, prep.i, {"pobj"})]
    if token.lemma in cues.EXAMINING:
        matters = below(document, token.i, {"dobj"})
    doer = subject(document, token.i)
    if token.tag != "VBG" or doer is None or not matters or asks(document, token) or is_negated(document, token):
        return
    if {"are", "is", "been"} & set(helpers(document, token)) and matters[0].lemma.lower() not in cues.MATTERS:
        yield Opening("pending", matters[0].i, token.i, 0.6, form="find about", doer=doer.i)


RULES: tuple[Rule, ...] = (unidentified, examined)


def _goes_on(document: Document, verb: Token) -> bool:
    """Whether the inquiry is still to be made ("to determine", "are investigating", "could not determine")."""
    under_way = verb.tag == "VBG" and bool({"are", "is", "been"} & set(helpers(document, verb)))
    return under_way or is_infinitive(document, verb) or is_negated(document, verb)

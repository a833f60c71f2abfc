"""A Document's tokens in, what an inquiry has yet to bring to light about them out: causes, motives, findings.

Each rule reads one way of leaving something open off the dependency parse; its words stand in `cues`.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.facts import cues
from briefwright.facts.grammar import WH_TAGS, below, governor, subject
from briefwright.facts.openings import Opening, Rule, asks, has_word, helpers, is_infinitive, is_negated, is_statement
from briefwright.model.document import Document, Token

NOBODY = frozenset("neither nobody none".split())


def unclear(document: Document, token: Token) -> Iterator[Opening]:
    """As in "It is not clear that the reports are true", "… not clear the reports are true"."""
    if token.lemma.lower() not in cues.CLEAR | cues.UNSURE or token.dep != "acomp":
        return
    unsure = token.lemma.lower() in cues.UNSURE or is_negated(document, token)
    for place in (token.i, token.head) if unsure else ():
        for clause in below(document, place, {"ccomp"}):
            plain = is_statement(document, clause) and not has_word(document, clause.i, "mark", "whether", "if")
            if plain and clause.i > token.i and not _asks_wh(document, clause):
                yield Opening("unknown", clause.i, token.i, 0.85)


def unidentified(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The motive remains unclear", "the cause is not known", "to determine the cause of the fire"."""
    if token.lemma.lower() not in cues.MATTERS or token.pos != "NOUN" or token.dep == "compound":
        return
    verb = document.tokens[token.head]
    said = [verb, *below(document, verb.i, {"acomp", "oprd"})]
    subject_of_it = token.dep in ("nsubj", "nsubjpass")
    unclear = any(t.lemma.lower() in cues.UNSURE for t in said)
    not_known = any(t.lemma.lower() in cues.CLEAR | {"determine", "identify", "know"} for t in said)
    yet = verb.lemma == "have" and has_word(document, verb.i, "advmod", "yet")
    sought = below(document, verb.i, {"xcomp"}) if yet else []
    if subject_of_it and any(t.lemma in cues.INQUIRING or t.lemma == "know" for t in sought):
        yield Opening("unknown", token.i, verb.i, 0.8, form="identify", reply=sought[-1].i)
        return
    if subject_of_it and (unclear or (not_known and is_negated(document, verb))):
        yield Opening("unknown", token.i, verb.i, 0.8, form="identify", reply=said[-1].i)
    elif token.dep == "dobj" and verb.lemma in cues.INQUIRING and _goes_on(document, verb):
        yield Opening("unknown", token.i, verb.i, 0.7, form="identify")


def examined(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The agency is investigating the crash", "is looking into his death"."""
    if token.tag != "VBG" or token.lemma not in cues.EXAMINING | {"look"}:
        return
    into = [t for t in below(document, token.i, {"prep"}) if t.text.lower() == "into"]
    matters = [noun for prep in into for noun in below(document, prep.i, {"pobj"})]
    if token.lemma in cues.EXAMINING:
        matters = below(document, token.i, {"dobj"})
    doer = subject(document, token.i)
    if doer is None or not matters or asks(document, token) or is_negated(document, token):
        return
    if {"are", "is", "been"} & set(helpers(document, token)) and matters[0].lemma.lower() not in cues.MATTERS:
        yield Opening("pending", matters[0].i, token.i, 0.6, form="find about", doer=doer.i)


def unclaimed(document: Document, token: Token) -> Iterator[Opening]:
    """As in "No group has claimed responsibility for the attack"."""
    claimant = subject(document, token.i) if token.lemma == "claim" and token.pos == "VERB" else None
    nobody = claimant is not None and (claimant.text.lower() in NOBODY or is_negated(document, claimant))
    for claimed in below(document, token.i, {"dobj"}) if nobody else ():
        for prep in [p for place in (claimed, token) for p in below(document, place.i, {"prep"})]:
            for noun in below(document, prep.i, {"pobj"}) if claimed.lemma == "responsibility" else ():
                yield Opening("unknown", noun.i, token.i, 0.85, form="who")


def withheld(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Declined to disclose the price of the ship", "would not reveal the names of the dead"."""
    if token.lemma not in cues.DISCLOSING or token.pos != "VERB" or asks(document, token):
        return
    above = document.tokens[token.head]
    refused = token.dep == "xcomp" and above.lemma in cues.REFUSING and not is_negated(document, above)
    if not refused and not is_negated(document, token):
        return
    for noun in below(document, token.i, {"dobj"}):
        if noun.lemma.lower() in cues.FACTS:
            yield Opening("unknown", noun.i, token.i, 0.8, form="identify")


def hidden(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Is being held at an undisclosed place"."""
    if token.dep != "amod" or token.text.lower() not in ("undisclosed", "unknown"):
        return
    verb = document.tokens[governor(document, token.i)]
    held = subject(document, verb.i)
    present = any(t.tag in ("VBP", "VBZ") for t in below(document, verb.i, {"aux", "auxpass"}))
    held_now = (present and verb.tag in ("VBG", "VBN")) or verb.lemma == "remain"
    place = document.tokens[token.head].lemma.lower() in ("location", "place", "site")
    if held is not None and place and held_now:
        yield Opening("unknown", held.i, verb.i, 0.75, form="where", reply=token.head)


def uninformed(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Had no information about officials coming to the talks"."""
    if token.lemma.lower() not in cues.NO_WORD or token.pos != "NOUN" or not has_word(document, token.i, "det", "no"):
        return
    for prep in below(document, token.i, {"prep"}):
        for noun in below(document, prep.i, {"pobj"}):
            for deed in (t for t in below(document, noun.i, {"acl"}) if t.tag == "VBG"):
                yield Opening("unknown", deed.i, token.i, 0.7, doer=noun.i, modal="will")


def missing(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The gunman is still at large", "two sailors are missing"."""
    at_large = token.lemma == "large" and document.tokens[token.i - 1].text.lower() == "at"
    if not at_large and not (token.lemma.lower() == "missing" and token.dep == "acomp"):
        return
    verb = document.tokens[governor(document, token.i)]
    one = subject(document, verb.i)
    if verb.lemma in ("be", "remain") and verb.tag in ("VBP", "VBZ") and one is not None:
        yield Opening("unknown", one.i, verb.i, 0.7, form="where", reply=token.i)


RULES: tuple[Rule, ...] = (unclear, unidentified, examined, unclaimed, withheld, hidden, uninformed, missing)


def _goes_on(document: Document, verb: Token) -> bool:
    """Whether the inquiry is still to be made ("to determine", "are investigating", "could not determine")."""
    under_way = verb.tag == "VBG" and bool({"are", "is", "been"} & set(helpers(document, verb)))
    return under_way or is_infinitive(document, verb) or is_negated(document, verb)


def _asks_wh(document: Document, clause: Token) -> bool:
    return any(t.tag in WH_TAGS for t in document.subtree(clause.i) if t.i < clause.i)

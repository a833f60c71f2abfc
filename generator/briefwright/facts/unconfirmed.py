"""A Document's tokens in, what the text passes on about them without vouching for it out.

Each rule reads one way of leaving something open off the dependency parse; its words stand in `cues`.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.facts import cues
from briefwright.facts.grammar import below, governor, is_verb, subject
from briefwright.facts.openings import (
    Opening,
    Rule,
    asks,
    claimed_by,
    deed_of,
    has_word,
    helpers,
    is_infinitive,
    is_negated,
    is_statement,
)
from briefwright.model.document import Document, Token

CHARGING = frozenset("allege believe charge claim suspect".split())
"""Verbs by which those who look into it say what somebody did."""
MOST_BARE = 2
"""Words of a claim that does not say what it claims ("unconfirmed reports")."""


def hedged(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Reportedly rejected …"."""
    verb = document.tokens[token.head]
    if token.lemma.lower() not in cues.HEDGES or token.dep != "advmod" or not is_verb(verb):
        return
    doer = subject(document, verb.i) or (document.tokens[verb.head] if verb.dep == "acl" else None)
    if doer is not None and not asks(document, verb):
        yield Opening("unconfirmed", verb.i, token.i, 0.8, doer=doer.i)


def believed(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Is believed to have fled"."""
    if token.lemma not in cues.BELIEVING or token.tag != "VBN" or not below(document, token.i, {"auxpass"}):
        return
    doer = subject(document, token.i)
    if doer is None or doer.lemma in ("it", "there") or asks(document, token):
        return
    for deed in below(document, token.i, {"xcomp"}):
        if is_infinitive(document, deed) and ("have" in helpers(document, deed) or deed.lemma == "be"):
            yield Opening("unconfirmed", deed.i, token.i, 0.75, doer=doer.i)


def claimed_own(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Claims to have fought abroad"."""
    doer = subject(document, token.i) if token.lemma == "claim" and not is_negated(document, token) else None
    for deed in below(document, token.i, {"xcomp"}) if doer is not None and not asks(document, token) else ():
        if doer is not None and is_infinitive(document, deed) and "have" in helpers(document, deed):
            yield Opening("unconfirmed", deed.i, token.i, 0.55, doer=doer.i)


def nameless(document: Document, token: Token) -> Iterator[Opening]:
    """As in "…, sources told a news agency"."""
    if token.lemma.lower() != "source" or token.dep != "nsubj":
        return
    for told in below(document, token.head, {"ccomp"}):
        held = below(document, told.i, {"ccomp"}) if told.lemma in ("believe", "think") else []
        clause = held[0] if held else told
        quoted = document.quoted(clause.start, clause.end)
        if is_statement(document, clause) and not quoted and not has_word(document, clause.i, "advmod", "yet"):
            yield Opening("unconfirmed", clause.i, token.i, 0.65)


def unverified(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Could not confirm the reports", "the figures could not be verified"."""
    if token.lemma not in cues.CONFIRMING or token.pos != "VERB":
        return
    above = document.tokens[token.head]
    found = above.text.lower() == "nothing" or (above.text.lower() == "anything" and _is_denied(document, above))
    if not found and not is_negated(document, token) and above.lemma.lower() != "unable":
        return
    for noun in below(document, token.i, {"dobj", "nsubjpass"}):
        statement = claimed_by(document, noun) or _hung_higher(document, noun)
        if statement is not None:
            yield Opening("unconfirmed", statement.i, token.i, 0.85)
        elif noun.pos in ("NOUN", "PROPN") and len(list(document.subtree(noun.i))) > 1:
            yield Opening("unconfirmed", noun.i, token.i, 0.8, form="true")
    for clause in below(document, token.i, {"ccomp"}):
        if is_statement(document, clause) and not has_word(document, clause.i, "mark", "whether"):
            yield Opening("unconfirmed", clause.i, token.i, 0.85)


def _hung_higher(document: Document, claim: Token) -> Token | None:
    """The clause of a claim that the parser gave to a verb above ("had seen no reports by the ministry that …")."""
    verb = governor(document, governor(document, claim.i)) if claim.lemma.lower() in cues.CLAIMS else claim.i
    clauses = (t for t in below(document, verb, {"ccomp"}) if t.i > claim.i and has_word(document, t.i, "mark", "that"))
    return next((t for t in clauses if is_statement(document, t)), None)


def _is_denied(document: Document, anything: Token) -> bool:
    """Whether the verb over "anything" is negated ("had not seen anything to confirm …")."""
    return bool(below(document, anything.head, {"neg"}))


def conditional(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The paper claims that companies would have sent …": the conditional that keeps its distance."""
    if token.tag != "VBN" or token.dep != "ccomp" or helpers(document, token)[:2] != ["would", "have"]:
        return
    # Asides between "claims" and "that" lead the parser to hang the clause on another verb of the sentence.
    before = document.tokens[document.sentences[token.sentence].first : token.i][::-1]
    claim = next((t for t in before if t.lemma in cues.CLAIMING and t.pos == "VERB"), None)
    that = any(document.tokens[c].text.lower() == "that" for c in document.children[token.i])
    if claim is not None and that and not has_word(document, token.i, "mark", "if"):
        yield Opening("unconfirmed", token.i, claim.i, 0.8)


def alleged(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The alleged theft of the files"."""
    noun = document.tokens[token.head]
    if token.text.lower() in ("alleged", "suspected") and token.dep == "amod" and noun.lemma.lower() in cues.CHARGES:
        yield Opening("unconfirmed", noun.i, token.i, 0.45, form="happen")


def rumoured(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Amid speculation that Reld would run"."""
    above = document.tokens[token.head]
    if token.lemma.lower() in ("rumor", "rumour", "speculation") and above.lemma not in cues.DENYING:
        statement = claimed_by(document, token)
        if statement is not None and not is_negated(document, token):
            yield Opening("unconfirmed", statement.i, token.i, 0.7)


def uncertain(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Unconfirmed reports that two ships had sunk"."""
    noun = document.tokens[token.head]
    if (
        token.text.lower() in ("unconfirmed", "unverified")
        and token.dep == "amod"
        and noun.lemma.lower() in cues.CLAIMS
    ):
        statement, deed = claimed_by(document, noun), deed_of(document, noun)
        if statement is None and noun.dep == "nsubj":
            statement = next((t for t in below(document, noun.head, {"ccomp"}) if is_statement(document, t)), None)
        if statement is not None:
            yield Opening("unconfirmed", statement.i, token.i, 0.8)
        elif deed is None and len(list(document.subtree(noun.i))) > MOST_BARE:
            yield Opening("unconfirmed", noun.i, token.i, 0.7, form="true")


def charged(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Is charged with hiding the payments", "prosecutors allege that …"."""
    if token.pos != "VERB" or token.lemma not in CHARGING or is_negated(document, token) or asks(document, token):
        return
    doer = subject(document, token.i)
    if doer is None:
        return
    if token.lemma == "charge" and below(document, token.i, {"auxpass"}):
        with_ = (t for t in below(document, token.i, {"prep"}) if t.text.lower() == "with")
        for deed in (d for prep in with_ for d in below(document, prep.i, {"pcomp"}) if d.tag == "VBG"):
            yield Opening("unconfirmed", deed.i, token.i, 0.7, doer=doer.i)
    if token.lemma != "charge" and doer.lemma.lower() in cues.ACCUSERS:
        for clause in below(document, token.i, {"ccomp"}):
            if is_statement(document, clause) and not document.quoted(clause.start, clause.end):
                yield Opening("unconfirmed", clause.i, token.i, 0.7)


RULES: tuple[Rule, ...] = (
    rumoured,
    uncertain,
    charged,
    alleged,
    hedged,
    believed,
    claimed_own,
    nameless,
    unverified,
    conditional,
)

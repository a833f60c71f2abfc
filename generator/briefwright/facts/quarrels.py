"""A Document's tokens in, what its voices quarrel about without either denying a fact, out.

Most quarrels are told in passing, so these openings are faint: `salience` chooses among them.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.facts import cues
from briefwright.facts.grammar import below, is_verb, subject
from briefwright.facts.openings import Opening, Rule, deed_of, has_word, is_negated, is_statement
from briefwright.model.document import Document, Token

HOLDING = cues.STATING | cues.HOLDING


def opposite(document: Document, token: Token) -> Iterator[Opening]:
    """As in "While the mayor believes the bridge is safe, one engineer said …", "…, but critics say …"."""
    above = document.tokens[token.head]
    if token.dep not in ("advcl", "conj") or token.lemma not in HOLDING or above.lemma not in HOLDING:
        return
    if token.dep == "advcl" and has_word(document, token.i, "mark", "while", "although", "though"):
        first, reply = min(token, above, key=lambda t: t.i), max(token, above, key=lambda t: t.i)
    elif token.dep == "conj" and has_word(document, above.i, "cc", "but", "yet", "while"):
        first, reply = above, token
    else:
        return
    speakers = [t.lemma for verb in (first, reply) for t in below(document, verb.i, {"nsubj"}) if t.pos != "PRON"]
    for clause in below(document, first.i, {"ccomp"}) if len(set(speakers)) == 2 else ():
        if is_statement(document, clause):
            yield Opening("disputed", clause.i, first.i, 0.6, reply=reply.i)


def called(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Called the tariffs unjust"."""
    if token.lemma not in ("brand", "call", "deem", "label") or token.pos != "VERB" or is_negated(document, token):
        return
    for view in below(document, token.i, {"oprd"}):
        things = [*below(document, token.i, {"dobj"}), *below(document, view.i, {"nsubj"})]
        if view.pos == "ADJ" and things and things[0].i < view.i and things[0].pos == "NOUN":
            yield Opening("disputed", things[0].i, token.i, 0.35, form="called", reply=view.i)


def criticised(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Blasted the decision", "defended the use of the drug"."""
    if token.lemma not in cues.CRITICISING or token.pos != "VERB" or is_negated(document, token):
        return
    for noun in below(document, token.i, {"dobj", "nsubjpass"}):
        if noun.pos == "NOUN" and noun.lemma.lower() in cues.MEASURES:
            yield Opening("disputed", noun.i, token.i, 0.3, form="justified")


def charged(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Accused the mayor of lying", with no answer told."""
    if token.lemma not in ("accuse", "blame") or token.pos != "VERB" or is_negated(document, token):
        return
    for suspect in below(document, token.i, {"dobj", "nsubjpass"}):
        deed = deed_of(document, token) or deed_of(document, suspect)
        if deed is not None:
            yield Opening("unconfirmed", deed.i, token.i, 0.4, doer=suspect.i)


def objected(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Critics say the bridge is unsafe"."""
    speaker = subject(document, token.i) if token.lemma in HOLDING and is_verb(token) else None
    if speaker is not None and speaker.lemma.lower() in cues.OPPONENTS:
        for clause in below(document, token.i, {"ccomp"}):
            if is_statement(document, clause):
                yield Opening("disputed", clause.i, token.i, 0.4)


def baseless(document: Document, token: Token) -> Iterator[Opening]:
    """As in "There is no legal authority for the order"."""
    if token.lemma.lower() not in cues.GROUNDS or token.dep not in ("attr", "dobj"):
        return
    said = has_word(document, token.i, "prep", "for") or below(document, token.i, {"acl"})
    if said and has_word(document, token.i, "det", "no"):
        yield Opening("disputed", token.i, token.i, 0.45, form="there is")


def claimed(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Claimed responsibility for the attack"."""
    if token.lemma != "claim" or is_negated(document, token):
        return
    claims = any(t.text.lower() == "responsibility" for t in document.tokens[token.i + 1 : token.i + 3])
    doer = subject(document, token.i) or subject(document, document.tokens[token.head].i)
    if not claims or doer is None:
        return
    for prep in (t for t in document.tokens[token.i + 1 : token.i + 4] if t.text == "for"):
        for noun in below(document, prep.i, {"pobj"}) if not is_negated(document, doer) else ():
            yield Opening("unconfirmed", noun.i, token.i, 0.55, form="behind", doer=doer.i)


RULES: tuple[Rule, ...] = (
    opposite, called, criticised, charged, objected, baseless, claimed,
)  # fmt: skip

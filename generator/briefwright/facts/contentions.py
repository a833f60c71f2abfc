"""A Document's tokens in, what one voice holds that another may not, out: charges, arguments, denials, blame.

Each rule is as broad as English is, so most of what they yield is nobody's question: `salience` chooses among them.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.facts import cues
from briefwright.facts.grammar import below, is_verb, subject
from briefwright.facts.openings import Opening, Rule, asks, claimed_by, deed_of, has_word, helpers, is_statement
from briefwright.model.document import Document, Token
from briefwright.model.factsheet import QuestionKind

FAINT = 0.2
MODALS = frozenset("can could may might must should will would 'll ’ll".split())


def argued(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Argues that the bridge is unsafe", "the suit says the town owes them"."""
    if token.lemma not in cues.ARGUING or token.pos != "VERB":
        return
    for clause in below(document, token.i, {"ccomp"}):
        if is_statement(document, clause) and not MODALS & set(helpers(document, clause)[:1]):
            yield Opening("disputed", clause.i, token.i, FAINT)


def charge(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Claims that the mayor hid the letter", "reports that the bridge is unsafe"."""
    lemma = token.lemma.lower()
    if lemma not in cues.CLAIMS or token.pos != "NOUN":
        return
    kind: QuestionKind = "unconfirmed" if lemma in ("report", "rumor", "rumour", "speculation") else "disputed"
    statement = claimed_by(document, token)
    if statement is not None:
        yield Opening(kind, statement.i, token.i, FAINT)
    elif has_word(document, token.i, "prep", "about", "against", "of"):
        yield Opening(kind, token.i, token.i, FAINT, form="true")


def accused_of(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Accused the mayor of fraud", "was accused of instigating"."""
    if token.lemma not in ("accuse", "blame", "fault") or token.pos != "VERB":
        return
    for suspect in below(document, token.i, {"dobj", "nsubjpass"}):
        deed = deed_of(document, token) or deed_of(document, suspect)
        if deed is not None:
            yield Opening("disputed", deed.i, token.i, FAINT, doer=suspect.i)
            continue
        preps = [p for t in (token, suspect) for p in below(document, t.i, {"prep"}) if p.text in ("of", "for")]
        for noun in (n for p in preps for n in below(document, p.i, {"pobj"})):
            yield Opening("disputed", noun.i, token.i, FAINT, form="guilty of", doer=suspect.i)


def gainsaid(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The rules do not comply with the order", "is not and was not a bank", said by a voice."""
    if not is_verb(token) or token.dep not in ("ccomp", "ROOT", "conj") or not below(document, token.i, {"neg"}):
        return
    voiced = token.dep == "ccomp" or document.quoted(token.start, token.end)
    if (
        voiced
        and not MODALS & set(helpers(document, token))
        and subject(document, token.i)
        and not asks(document, token)
    ):
        yield Opening("disputed", token.i, token.i, FAINT)


def judged(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The story is a hoax", "the ban is unconstitutional"."""
    if token.lemma != "be" or not is_verb(token) or asks(document, token):
        return
    words = {t.lemma.lower() for t in below(document, token.i, {"acomp", "attr"})}
    words |= {
        c.lemma.lower() for t in below(document, token.i, {"attr"}) for c in below(document, t.i, {"amod", "compound"})
    }
    own = subject(document, token.i)
    if words & (cues.FALSE | cues.FAULTS) and own is not None and own.dep != "expl":
        yield Opening("disputed", token.i, token.i, FAINT)


def divided(document: Document, token: Token) -> Iterator[Opening]:
    """As in "A dispute over the bridge", "differ widely on the price"."""
    if token.lemma.lower() not in cues.PARTED or token.pos not in ("NOUN", "VERB"):
        return
    for prep in below(document, token.i, {"prep"}):
        for noun in below(document, prep.i, {"pobj"}) if prep.text in ("about", "on", "over") else ():
            yield Opening("disputed", noun.i, token.i, FAINT, form="come of")
        for clause in below(document, prep.i, {"pcomp"}) if prep.text in ("about", "on", "over") else ():
            doer = subject(document, token.i)
            yield Opening("disputed", clause.i, token.i, FAINT, doer=doer.i if doer else None, modal="should")


def disagreed(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Lawyers believe the act violates the law. The mayor disagrees."."""
    if token.lemma != "disagree" or token.pos != "VERB" or below(document, token.i, {"ccomp", "prep"}):
        return
    first = document.sentences[max(0, token.sentence - 1)].first
    for said in reversed(document.tokens[first : token.i]):
        clause = next((t for t in below(document, said.i, {"ccomp"}) if is_statement(document, t)), None)
        if clause is not None and said.lemma in cues.STATING | cues.HOLDING:
            yield Opening("disputed", clause.i, said.i, 0.8)
            return


RULES: tuple[Rule, ...] = (argued, charge, accused_of, gainsaid, judged, divided, disagreed)

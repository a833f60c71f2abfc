"""What the rules of `doubts` and `pending` yield, an `Opening`, and the small tests of a parse that they share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from briefwright.facts import cues
from briefwright.facts.grammar import AUXILIARIES, PLURAL_TAGS, WH_TAGS, below, governor, is_verb, own_subjects, subject
from briefwright.facts.lexicon import GROUP_NOUNS, ROLE_NOUNS
from briefwright.model.document import Document, Token
from briefwright.model.factsheet import QuestionKind

Form = Literal[
    "clause",
    "there",
    "have",
    "happen",
    "true",
    "guilty",
    "find",
    "find about",
    "identify",
    "where",
    "who",
    "succeed",
    "outcome",
    "bring",
    "win",
    "pass",
    "found",
    "right",
]
"""How to phrase it: the clause turned round, or a fixed question about a noun ("Was there …?", "Are … true?", …)."""
CALLING = ("for", "on", "to", "with")
"""Prepositions before whom somebody calls on to act."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Something left open: the word that heads it, and the word that leaves it open, as token indices."""

    kind: QuestionKind
    head: int
    cue: int
    score: float
    form: Form = "clause"
    doer: int | None = None
    """Head of the subject, where the clause has none of its own."""
    modal: str | None = None
    """The auxiliary to ask with, where it is not the clause's own."""
    reply: int | None = None
    """The word of the other voice, where the sentence holds one."""


Rule = Callable[[Document, Token], Iterator[Opening]]


def helpers(document: Document, verb: Token) -> list[str]:
    """The verb's auxiliaries, in lower case."""
    return [t.text.lower() for t in below(document, verb.i, AUXILIARIES)]


def is_purpose(noun: Token) -> bool:
    """Whether it is an aim, which does nothing itself ("the goal is to end the strike")."""
    return noun.lemma.lower() in cues.PURPOSES


def is_infinitive(document: Document, verb: Token) -> bool:
    """Whether the verb stands with "to"."""
    return "to" in helpers(document, verb)


def is_statement(document: Document, clause: Token) -> bool:
    """Whether the clause has a subject of its own and is no relative clause ("reports that he had read")."""
    gaps = (document.tokens[c] for c in document.children[clause.i] if document.tokens[c].tag in ("WDT", "WP"))
    return bool(own_subjects(document, clause.i)) and not any(t.dep != "det" for t in gaps)


def has_word(document: Document, i: int, dep: str, *texts: str) -> bool:
    """Whether token `i` governs one of the words by the relation."""
    return any(t.text.lower() in texts for t in below(document, i, {dep}))


def is_negated(document: Document, word: Token) -> bool:
    """Whether the word, or the "be" or "have" over it, is negated."""
    above = document.tokens[word.head]
    places = [word.i, above.i] if above.lemma in ("be", "have") else [word.i]
    governed = (document.tokens[c] for place in places for c in document.children[place])
    return any(t.dep == "neg" or t.text.lower() in ("no", "nobody", "none", "neither") for t in governed)


def is_not_yet(document: Document, verb: Token) -> bool:
    """Whether the verb stands as in "has not yet approved"."""
    perfect = any(t.lemma == "have" and t.tag in ("VBZ", "VBP") for t in below(document, verb.i, {"aux"}))
    return perfect and has_word(document, verb.i, "advmod", "yet") and bool(below(document, verb.i, {"neg"}))


def asks(document: Document, verb: Token) -> bool:
    """Whether a question word opens the verb's clause."""
    return any(document.tokens[c].tag in WH_TAGS for c in document.children[verb.i])


def deed_of(document: Document, word: Token) -> Token | None:
    """The gerund in "accused of doing", "reports of doing"."""
    deeds = (t for prep in below(document, word.i, {"prep"}) if prep.text.lower() in ("of", "about")
             for t in below(document, prep.i, {"pcomp"}))  # fmt: skip
    return next((t for t in deeds if is_gerund(document, t)), None)


def is_gerund(document: Document, verb: Token) -> bool:
    """Whether the verb stands as in "denied selling", "denied having sold"."""
    return verb.tag == "VBG" or "having" in helpers(document, verb)


def who_is_to(document: Document, verb: Token) -> Token | None:
    """Who is to do what a clause puts ahead: its own subject, the one asked to, else that of the word above it.

    None where a relative clause hides what is done ("the money that she is to pay").
    """
    own = own_subjects(document, verb.i)
    above = document.tokens[verb.head]
    let = above.lemma in ("help", "let", "make")
    if let and (own[0].tag == "PRP" if own else bool(below(document, above.i, {"dobj"}))):
        doer: Token | None = None  # whoever is let do it
    elif own:
        doer = own[0]
    elif verb.dep == "conj":
        doer = who_is_to(document, above) if is_verb(above) else None
    elif verb.dep in ("acl", "relcl") and above.lemma.lower() in cues.PLANS:
        owners = below(document, above.i, {"poss"})  # "needs the council's agreement to"
        owner = [t for t in owners if t.pos in ("NOUN", "PROPN")]
        doer = owner[0] if owner else subject(document, governor(document, above.i))
        doer = doer if doer is None or owner or may_act(doer) else None
    elif verb.dep in ("advcl", "ccomp", "pcomp", "xcomp"):
        doer = _asked_of(document, verb, above) or _subject_above(document, above)
    else:
        doer = None
    if any(v.dep == "relcl" and _hides_object(document, v) for v in (verb, above)):
        return None
    return who_is_described(document, doer) if doer is not None else None


def may_act(doer: Token) -> bool:
    """Whether it is somebody, or a body: no "reference to a plan to build" builds."""
    return doer.pos in ("PRON", "PROPN") or doer.lemma.lower() in ROLE_NOUNS | GROUP_NOUNS | cues.JUDGES | cues.HOUSES


def _asked_of(document: Document, verb: Token, above: Token) -> Token | None:
    """Whom the verb above asks to do it ("urged the senate to", "called on the senate to")."""
    if above.lemma not in cues.ASKING:
        return None
    called = (p for p in below(document, above.i, {"dative", "prep"}) if p.text.lower() in CALLING)
    asked = below(document, above.i, {"dobj", "dative"})
    asked += [t for p in called for t in below(document, p.i, {"pobj"})]
    return next((t for t in asked if above.i < t.i < verb.i and t.pos != "ADP"), None)


def _subject_above(document: Document, above: Token) -> Token | None:
    """The subject of the verb above, or of the "be" over an adjective ("is likely to")."""
    while not is_verb(above) and above.dep in ("acomp", "oprd", "attr", "prep") and above.head != above.i:
        above = document.tokens[above.head]
    return subject(document, above.i) or (_subject_above(document, document.tokens[above.head])
                                          if above.dep in ("xcomp", "pcomp") else None)  # fmt: skip


def _hides_object(document: Document, clause: Token) -> bool:
    """Whether the noun that a relative clause describes is its object ("the exams that pupils are to take")."""
    own = own_subjects(document, clause.i)
    when = any(document.tokens[c].tag == "WRB" for c in document.children[clause.i])
    return bool(own) and own[0].tag not in WH_TAGS and not when


def who_is_described(document: Document, word: Token) -> Token:
    """The noun that a relative pronoun stands for; any other word itself."""
    clause = document.tokens[governor(document, word.i)]
    if word.tag not in WH_TAGS or clause.dep != "relcl":
        return word
    noun = document.tokens[clause.head]
    single = any(t.tag == "VBZ" for t in [clause, *below(document, clause.i, AUXILIARIES)])
    owner = document.tokens[document.tokens[noun.head].head]
    fits = owner.tag == "NN" and document.tokens[noun.head].dep == "prep"  # "a review of rules that is to end"
    return owner if single and noun.tag in PLURAL_TAGS and fits else noun


def doer_above(document: Document, verb: Token) -> Token | None:
    """Who is to do what an infinitive says: the nearest subject above it that is a noun."""
    i = verb.i
    for _ in range(5):
        higher = governor(document, i)
        if higher == i:
            return None
        found = subject(document, higher)
        if found is not None and found.pos in ("NOUN", "PROPN"):
            return found
        i = higher
    return None


def claimed_by(document: Document, noun: Token) -> Token | None:
    """The clause that says what a claim claims."""
    clauses = below(document, noun.i, {"acl", "ccomp", "relcl", "appos"})
    return next((t for t in clauses if is_verb(t) and is_statement(document, t)), None)

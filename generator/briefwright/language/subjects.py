"""An attribution and the verb of its cue in; out the noun that is that verb's subject, where the tagger missed it.

A network that reads words takes the nearest name for the speaker; the grammar says whose verb it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.model.document import Attribution, Document, Token
from briefwright.model.text import Span

SAYING = frozenset(
    """
    accuse acknowledge add admit allege announce argue ask assert blame call claim complain concede conclude condemn
    confirm contend criticise criticize declare decline defend demand denounce deny describe dismiss emphasise
    emphasize explain express insist note oppose pledge praise predict promise propose recall refuse reiterate
    reject remark repeat reply respond reveal say stress suggest tell thank threaten urge vow warn welcome write
    """.split()
)
"""Verbs that nobody but a speaker is the subject of."""
_CLAUSES = frozenset({"ccomp", "csubj"})
_OPENING = frozenset({"advcl", "pcomp", "prep"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_NAMING = frozenset({"NN", "NNP", "NNPS", "NNS"})


def find_possessor(document: Document, cue: Sequence[Token]) -> Token | None:
    """Whose the noun is of a cue without a verb ("Holm's announcement"), where his name stands before it."""
    if any(t.pos in ("AUX", "VERB") for t in cue):
        return None
    owners = (document.tokens[i] for noun in cue if noun.pos == "NOUN" for i in document.children[noun.i])
    return next((t for t in owners if t.dep == "poss" and t.pos == "PROPN" and t.i < cue[0].i), None)


def find_subject(document: Document, verb: Token, attribution: Attribution) -> Token | None:
    """The subject that the source should be; None where the tagger's source may stand."""
    if document.quoted(verb.start, verb.end):
        return None
    if not attribution.source:
        found = _doer(document, verb) if verb.lemma in SAYING else None
        return found if found and _is_apart(found, attribution) else None
    source = document.tokens_in(*attribution.source[0])
    if not source:
        return None
    if source[0].sentence != verb.sentence:
        found = _doer(document, verb) if verb.lemma in SAYING else None
        return found if found and _is_apart(found, attribution) else _of_main_clause(document, verb)
    return _of_joined(document, verb, source) or _nearer(document, verb, source, attribution)


def _of_main_clause(document: Document, verb: Token) -> Token | None:
    """Who does what the sentence tells, where it opens with the verb ("After signalling that …, Holm gave in")."""
    main = verb
    while main.dep in _OPENING and main.head < document.sentences[verb.sentence].last and main.head != main.i:
        main = document.tokens[main.head]
    if verb.tag != "VBG" or main is verb or main.i < verb.i:
        return None
    found = _own(document, main)
    return found if found and found.i > verb.i else None


def _of_joined(document: Document, verb: Token, source: tuple[Token, ...]) -> Token | None:
    """The subject of the verb that this one is joined to, where the source is its object, or of a clause near it."""
    if verb.dep != "conj" or verb.tag not in _FINITE or _own(document, verb):
        return None
    first = document.tokens[verb.head]
    found = _own(document, first)
    if found is None or found.i in {t.i for t in source}:
        return None
    if any(t.dep == "dobj" and t.head == first.i for t in source):  # "Holm backed the tax and said …"
        return found
    theirs = next((t for t in source if t.dep in _SUBJECTS), None)
    if theirs is None:
        return None
    other = document.tokens[theirs.head]
    inside = other.dep in _CLAUSES and other.head == first.i and first.i < verb.i
    beside = first.dep == "advcl" and first.head == other.i and any(
        document.tokens[i].dep == "mark" for i in document.children[first.i]
    )  # fmt: skip
    return found if inside or beside else None


def _nearer(document: Document, verb: Token, source: tuple[Token, ...], attribution: Attribution) -> Token | None:
    """The verb's own subject, where the source stands before it, or only in a phrase between the two.

    So "Holm paid after Lind said …", "Holm, in a letter to Lind, wrote …".
    """
    source = tuple(t for t in source if t.pos != "PUNCT")
    found = _own(document, verb) if verb.tag in _FINITE else None
    if found is None or found.dep != "nsubj" or found.tag not in _NAMING or found.i > verb.i:
        return None
    if not source or not _is_apart(found, attribution) or any(t.head == verb.i or t.i == found.i for t in source):
        return None
    first = next(document.subtree(found.i))
    before = source[-1].i < first.i
    inside = found.i < source[0].i and source[-1].i < verb.i and document.tokens[verb.i - 1].text == ","
    return found if before or (inside and _is_in_phrase(document, source[-1], found, verb)) else None


def _is_in_phrase(document: Document, token: Token, subject: Token, verb: Token) -> bool:
    """Whether the token is what a preposition governs, or one below it does, that says more of the subject or verb."""
    while token.dep in ("compound", "pobj", "prep"):
        above = document.tokens[token.head]
        if above.i in (subject.i, verb.i):
            return token.dep == "prep"
        token = above
    return False


def _doer(document: Document, verb: Token) -> Token | None:
    """Its own subject, or that of the verb beside which it tells of words too ("spoke, telling", "won by saying")."""
    above = document.tokens[verb.head]
    if verb.tag == "VBG" and (verb.dep == "advcl" or (verb.dep == "pcomp" and above.text == "by")):
        return _own(document, above if verb.dep == "advcl" else document.tokens[above.head])
    found = _own(document, verb) if verb.tag in _FINITE else None
    if verb.dep == "conj" and verb.tag == above.tag in _FINITE and not _own(document, verb):
        found = _own(document, above)
    return found if found and found.dep == "nsubj" else None


def _own(document: Document, verb: Token) -> Token | None:
    return next((document.tokens[i] for i in document.children[verb.i] if document.tokens[i].dep in _SUBJECTS), None)


def _is_apart(subject: Token, attribution: Attribution) -> bool:
    span = Span(subject.start, subject.end)
    return not any(span.overlaps(s) for s in (*attribution.content, *attribution.cue))

"""A Document in, the same Document out with the parse mended where small parsers are known to attach cues wrongly.

In "said the deal was off and vowed to fight, adding that …" they hang "vowed" and "adding" on the deal.
"""

from __future__ import annotations

from dataclasses import replace

from briefwright.language.clauses import children, governed, lemma
from briefwright.language.cues import OBJECT, SPEECH, THOUGHT
from briefwright.model.document import Document, Token

MAX_SENTENCE = 400
"""Longer sentences, in tokens, are lists and tables that the parser cannot read."""
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "advcl", "conj", "relcl", "acl", "pcomp", "prep", "pobj", "dobj"})
_REACH = 8
"""How many heads lie at most between a misplaced cue and the cue it belongs to."""


def mended(document: Document) -> Document:
    """The document with such cues hung on the cue before them."""
    readable = (s for s in document.sentences if s.last - s.first <= MAX_SENTENCE)
    tokens = (token for s in readable for token in document.tokens[s.first : s.last])
    moved = {t.i: t for token in tokens if (t := _moved(document, token)) is not None}
    return replace(document, tokens=tuple(moved.get(t.i, t) for t in document.tokens)) if moved else document


def _moved(document: Document, token: Token) -> Token | None:
    if lemma(token) not in SPEECH and lemma(token) not in OBJECT:
        return None
    if token.dep == "conj" and token.tag in _FINITE and not children(document, token.i, "nsubj", "nsubjpass"):
        cue = _cue_above(document, token)
        return replace(token, head=cue.i) if cue and cue.tag == token.tag else None
    if token.tag == "VBG" and token.dep in ("advcl", "acl", "conj", "xcomp", "ccomp") and _after_comma(document, token):
        cue = _cue_above(document, token)
        return replace(token, head=cue.i, dep="advcl") if cue else None
    return None


def _after_comma(document: Document, token: Token) -> bool:
    first = governed(document, token.i)[0]
    return first > 0 and document.tokens[first - 1].text in (",", "—", "–")


def _cue_above(document: Document, token: Token) -> Token | None:
    """The verb of saying or thinking in whose complement the token stands, if it stands after it in one sentence."""
    below = token
    for _ in range(_REACH):
        above = document.tokens[below.head]
        if above.i == below.i or below.dep not in _COMPLEMENTS:
            return None
        if below.dep == "ccomp" and above.i < token.i and (lemma(above) in SPEECH or lemma(above) in THOUGHT):
            return above
        below = above
    return None

"""An attribution in; out whether words above its cue take it back, so that nobody says or wants anything.

"Do not believe that she wants war", "little evidence that he decided to", "rescinded their endorsements".
"""

from __future__ import annotations

from briefwright.facts.figures import head_of
from briefwright.model.document import Attribution, Document, Token

_BELIEVING = frozenset("believe expect mean think".split())
_SHOWING = frozenset("clue evidence hint indication proof sign suggestion".split())
_SCARCE = frozenset("few hardly little no scant".split())
_WITHDRAWING = frozenset("abandon rescind retract reverse revoke withdraw".split())
_CLAUSES = frozenset("acl advcl ccomp relcl".split())
_OBJECTS = frozenset({"dobj", "nsubjpass"})


def is_taken_back(document: Document, attribution: Attribution) -> bool:
    """Whether what governs the cue says that it was not so, or is so no more."""
    words = document.tokens_in(attribution.cue[0].start, attribution.cue[-1].end)
    if not words:
        return False
    token = head_of(document, words[0].i, words[-1].i + 1)
    while token.dep == "conj" and token.head != token.i:
        token = document.tokens[token.head]
    above = document.tokens[token.head]
    if token.dep in _OBJECTS and token.pos == "NOUN":
        return above.lemma in _WITHDRAWING
    if token.dep == "pcomp":
        return above.text.lower() == "without" or (
            above.text.lower() == "by" and _is_denied(document, document.tokens[above.head])
        )
    if token.dep not in _CLAUSES or above.i == token.i:
        return False
    scarce = any(document.tokens[i].text.lower() in _SCARCE for i in document.children[above.i])
    return (above.lemma in _BELIEVING and _is_denied(document, above)) or (above.lemma in _SHOWING and scarce)


def _is_denied(document: Document, verb: Token) -> bool:
    return any(document.tokens[i].dep == "neg" for i in document.children[verb.i])

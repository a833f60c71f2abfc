"""An attribution in; out whether words around its cue tell that nobody says or wants anything.

Taken back are "do not believe that she wants war", "little evidence that he decided to", "rescinded their
endorsements"; supposed are "if Holm is worried about", "could blame", "voters will want to", "are sure to reject".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefwright.facts.figures import head_of
from briefwright.facts.sources import source_head
from briefwright.model.document import Attribution, Document, Token

_BELIEVING = frozenset("believe expect mean think".split())
_SHOWING = frozenset("clue evidence hint indication proof sign suggestion".split())
_SCARCE = frozenset("few hardly little no scant".split())
_WITHDRAWING = frozenset("abandon rescind retract reverse revoke withdraw".split())
_CLAUSES = frozenset("acl advcl ccomp relcl".split())
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_POSSIBLE = frozenset("can could may might must should".split())
_AHEAD = frozenset("will would 'd ’d 'll ’ll".split())
_NEEDING = frozenset({"have", "need", "ought"})
_CONDITIONS = frozenset({"if", "unless"})
_LET_ALONE = re.compile(r"\b(?:let alone|much less|never mind)(?: by)? $")
_NEAR = len("never mind by ") + 1
_BOUND = frozenset("bound certain likely poised sure unlikely".split())
"""Before "to", what the text foresees: "are sure to reject it"."""
_OF_OTHERS = frozenset("believe expect know report rumor rumour say suppose think".split())
"""What others do where it is passive."""
_SAYING = frozenset("announce argue declare insist reveal say tell".split())
"""What is known beforehand, as from a speech that was handed out; what people will think or want is not."""


def is_taken_back(document: Document, attribution: Attribution) -> bool:
    """Whether what governs the cue says that it was not so, or is so no more."""
    words = document.tokens_in(attribution.cue[0].start, attribution.cue[-1].end)
    if not words:
        return False
    token = head_of(document, words[0].i, words[-1].i + 1)
    if any(t.text.lower() in _SCARCE - {"no"} and t.head != t.i for t in words[:-1]):
        return True
    if _LET_ALONE.search(document.text, max(0, words[0].start - _NEAR), words[0].start):
        return True
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
    return any(t.dep == "neg" for t in _below(document, verb))


def is_supposed(document: Document, attribution: Attribution) -> bool:
    """Whether nobody took the stance, but somebody may, will or has to, or would on a condition."""
    cue = [t for span in attribution.cue for t in document.tokens_in(*span)]
    if {t.text.lower() for t in cue} & _BOUND and any(t.tag == "TO" for t in cue):
        return True
    head = source_head(document, attribution.source)
    if head is not None and head.dep == "nsubjpass" and _is_expected(document, cue, head):
        return True
    one = head is not None and (head.tag in ("NN", "NNP") or head.text.lower() in ("he", "she"))
    return any(_is_to_come(document, verb, one) for verb in _verbs(document, cue))


def _is_expected(document: Document, cue: Sequence[Token], head: Token) -> bool:
    """Whether it is others who say it of the head: "the board is expected to follow suit"."""
    return any(t.i == head.head and t.lemma in _OF_OTHERS for t in cue)


def _is_to_come(document: Document, verb: Token, one: bool) -> bool:
    """Whether the verb's auxiliaries or its place say so; what `one` person will say is known beforehand."""
    below = _below(document, verb)
    here = document.quoted(verb.start, verb.end)
    helpers = (t for t in below if t.tag == "MD" and t.i < verb.i and document.quoted(t.start, t.end) == here)
    modals = {t.text for t in helpers}  # as written: "May" may be a minister
    ahead = _POSSIBLE if one and verb.lemma in _SAYING else _POSSIBLE | _AHEAD
    possible = modals & ahead and not any(t.dep == "neg" for t in below)
    needed = verb.dep == "xcomp" and document.tokens[verb.head].lemma in _NEEDING
    condition = verb.dep == "advcl" and any(t.dep == "mark" and t.text.lower() in _CONDITIONS for t in below)
    return bool(possible) or needed or condition


def _verbs(document: Document, cue: Sequence[Token]) -> Iterator[Token]:
    """The verbs of the cue, and those that tie its adjectives to whoever is "worried" or "willing"."""
    for token in cue:
        if token.dep == "acomp":
            yield document.tokens[token.head]
        elif token.pos == "VERB":
            yield token


def _below(document: Document, token: Token) -> list[Token]:
    return [document.tokens[i] for i in document.children[token.i]]

"""A stretch of text that leaves something open in, though no rule says how, the question that it raises out.

The question is the stretch's own clause turned round where it has one to ask, else one about the thing it speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.facts.grammar import FUTURE_WORDS, WH_TAGS, below, is_verb, own_subjects, subject, tense
from briefwright.facts.grounds import Ground
from briefwright.facts.lexicon import ROLE_NOUNS
from briefwright.facts.openings import asks, helpers, is_infinitive, is_purpose, is_statement
from briefwright.facts.phrasing import Phrasing
from briefwright.facts.wording import Wording
from briefwright.model.document import Document, Token

ABOUT = {
    "asked": "What is known about",
    "unknown": "What is known about",
    "unconfirmed": "What is known about",
    "disputed": "Who is right about",
    "pending": "What will come of",
}
"""How to ask about a thing, by kind of question."""
PLACES = {"dobj": 0, "nsubjpass": 1, "attr": 2, "pobj": 2, "nsubj": 3, "conj": 4}
"""What a noun is to its verb, the likeliest to be what the stretch is about first."""


def ask_plainly(document: Document, phrasing: Phrasing, ground: Ground) -> Wording | None:
    """The first way of asking that can be worded well, or None."""
    return next((wording for wording in _ways(document, phrasing, ground) if wording is not None), None)


def _ways(document: Document, phrasing: Phrasing, ground: Ground) -> Iterator[Wording | None]:
    tokens = document.tokens_in(ground.start, ground.end)
    inside = {t.i for t in tokens}
    verbs = sorted((t for t in tokens if is_verb(t) and t.tag != "MD"), key=lambda t: -_reach(document, t, inside))
    match ground.kind:
        case "pending":
            for verb in verbs:
                if is_infinitive(document, verb) or FUTURE_WORDS & set(helpers(document, verb)):
                    yield _will(document, phrasing, verb)
        case "unknown" | "asked":
            yield from (phrasing.ask(verb.i) for verb in verbs if asks(document, verb))
        case "disputed" | "unconfirmed":
            said = [v for v in verbs if is_statement(document, v) and not _is_cue(document, v)]
            for verb in sorted(said, key=lambda v: v.dep != "ccomp"):
                yield phrasing.ask(verb.i, affirm=True)
    things = (t for t in tokens if _is_thing(document, t) and not (ground.kind == "pending" and _is_over(document, t)))
    for noun in sorted(things, key=lambda t: (PLACES[t.dep], t.i)):
        yield phrasing.fill(ABOUT[ground.kind], noun.i, "")


def _will(document: Document, phrasing: Phrasing, verb: Token) -> Wording | None:
    """Whether somebody will do it; who, the verb itself says or the one right above it."""
    above = document.tokens[verb.head]
    doer = subject(document, verb.i)
    if doer is None and verb.dep in ("xcomp", "ccomp") and is_verb(above):
        doer = subject(document, above.i)
    if (
        doer is None
        or is_purpose(doer)
        or (verb.dep == "relcl" and any(t.tag in WH_TAGS for t in own_subjects(document, verb.i)))
    ):
        return None
    return phrasing.ask(verb.i, doer.i, "will")


def top_word(document: Document, start: int, end: int) -> Token:
    """The word of a stretch that governs most of it."""
    tokens = document.tokens_in(start, end)
    inside = {t.i for t in tokens}
    return max(tokens, key=lambda t: _reach(document, t, inside))


def _reach(document: Document, token: Token, inside: set[int]) -> int:
    return sum(t.i in inside for t in document.subtree(token.i))


def _is_cue(document: Document, verb: Token) -> bool:
    return any(cue.start < verb.end and verb.start < cue.end for a in document.attributions for cue in a.cue)


def _is_over(document: Document, noun: Token) -> bool:
    """Whether a clause about the noun puts it into the past ("the election that she won")."""
    return any(tense(document, t.i) == "past" and t.tag == "VBD" for t in below(document, noun.i, {"relcl"}))


def _is_thing(document: Document, token: Token) -> bool:
    """Whether it heads a noun phrase that can be asked about: no person, no time, no question word with it."""
    if token.pos != "NOUN" or token.dep not in PLACES or token.lemma.lower() in ROLE_NOUNS:
        return False
    timed = any(n.label in ("DATE", "TIME") and n.first <= token.i < n.last for n in document.names)
    return not timed and not any(document.tokens[c].tag in WH_TAGS for c in document.children[token.i])

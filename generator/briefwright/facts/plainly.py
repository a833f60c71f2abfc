"""A stretch of text that leaves something open in, though no rule says how, the question that it raises out.

The question is the stretch's own clause turned round where it has one to ask, else one about the thing it speaks of;
what neither words as a person would ask it is no question.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefwright.facts import cues, things
from briefwright.facts.grammar import AUXILIARIES, WH_TAGS, below, governor, is_verb, own_subjects, tense
from briefwright.facts.grounds import Ground
from briefwright.facts.openings import (
    asks,
    has_word,
    helpers,
    is_infinitive,
    is_negated,
    is_purpose,
    is_statement,
    who_is_to,
)
from briefwright.facts.phrasing import Phrasing
from briefwright.facts.wording import Wording
from briefwright.model.document import Document, Token

AHEAD = frozenset("'ll can could may might must shall should will wo would ’ll".split())
"""Auxiliaries of what is yet to be done."""
REPLIES = frozenset("nope no yes yeah".split())


def ask_plainly(document: Document, phrasing: Phrasing, ground: Ground) -> Wording | None:
    """The first way of asking that can be worded well, or None."""
    return next((wording for wording in _ways(document, phrasing, ground) if wording is not None), None)


def _ways(document: Document, phrasing: Phrasing, ground: Ground) -> Iterator[Wording | None]:
    tokens = document.tokens_in(ground.start, ground.end)
    inside = {t.i for t in tokens}
    verbs = sorted((t for t in tokens if is_verb(t) and t.tag != "MD"), key=lambda t: -_reach(document, t, inside))
    match ground.kind:
        case "pending":
            yield from (_will(document, phrasing, verb) for verb in verbs if _is_ahead(document, verb))
        case "unknown" | "asked":
            if ground.kind == "unknown" or not _is_replied(document, tokens[-1]):
                yield from (phrasing.ask(verb.i) for verb in verbs if _opens_question(document, verb))
                yield from (phrasing.ask(verb.i) for verb in verbs if _is_doubted(document, verb))
        case "disputed" | "unconfirmed":
            said = [v for v in verbs if is_statement(document, v) and v.dep != "advcl"]
            said = [v for v in said if not _is_cue(document, v) and not asks(document, v)]
            if not any(has_word(document, v.head, "advmod", *cues.AT_FIRST) for v in said):
                held = (v for v in said if not _is_view(document, v))
                yield from (phrasing.ask(v.i, affirm=True) for v in sorted(held, key=lambda v: v.dep != "ccomp"))
    yield from things.ask_about(document, phrasing, ground.kind, tokens)


def _is_ahead(document: Document, verb: Token) -> bool:
    """Whether the clause says what is to be done, and not that it was."""
    above = document.tokens[verb.head]
    pondered = verb.tag == "VBG" and verb.dep in ("xcomp", "pcomp") and above.lemma in cues.PONDERING
    if verb.dep in ("acl", "relcl") and is_infinitive(document, verb):
        return tense(document, governor(document, above.i)) != "past"
    subjunctive = helpers(document, verb) in ([], ["be"]) and verb.dep in ("ccomp", "ROOT") and _is_bare(document, verb)
    supposed = verb.dep == "advcl" and has_word(document, verb.i, "mark", "if", "unless")
    present = above.lemma in ("appear", "seem") and "be" in helpers(document, verb) and verb.tag == "VBG"
    if verb.lemma == "fail" or present:  # "seems to be giving way"
        return False
    arranged = is_infinitive(document, verb) and verb.dep == "ccomp" and bool(own_subjects(document, verb.i))
    to_come = is_infinitive(document, verb) or bool(AHEAD & set(helpers(document, verb)))
    return pondered or subjunctive or arranged or ((to_come or supposed) and tense(document, verb.i) != "past")


def _is_bare(document: Document, verb: Token) -> bool:
    """Whether the verb, or the "be" before it, has no tense of its own ("demands that the men be freed")."""
    first = next(iter(below(document, verb.i, AUXILIARIES)), verb)
    return first.tag == "VB" and bool(own_subjects(document, verb.i))


def _will(document: Document, phrasing: Phrasing, verb: Token) -> Wording | None:
    """Whether somebody will do it."""
    if verb.lemma == "be" and below(document, verb.i, {"ccomp"}):  # "it may be that"
        return None
    if any(t.tag in ("WDT", "WP") for t in own_subjects(document, verb.i)) and verb.dep != "relcl":
        return None
    doer = who_is_to(document, verb)
    if doer is not None and verb.dep == "ccomp":  # "what role, if any, the mayor will play"
        between = document.tokens[verb.head + 1 : doer.i]
        doer = None if any(t.tag in WH_TAGS for t in between) else doer
    if (
        doer is None
        or doer.dep in ("csubj", "csubjpass")
        or (is_purpose(doer) and doer not in own_subjects(document, verb.i))
    ):
        return None
    return phrasing.ask(verb.i, doer.i, "will")


def _opens_question(document: Document, verb: Token) -> bool:
    """Whether a question word opens the clause, be it that of its subject ("which party will be blamed")."""
    own = own_subjects(document, verb.i)
    first = next((t for t in document.subtree(own[0].i) if t.tag != "RB"), own[0]) if own else verb
    return asks(document, verb) or (first.tag in WH_TAGS and first.i < verb.i)


def _is_doubted(document: Document, clause: Token) -> bool:
    """Whether what is over a statement leaves it open: "no evidence that", "not ready to say that", "fear that"."""
    above = document.tokens[clause.head]
    if clause.dep not in ("acl", "ccomp", "relcl") or not is_statement(document, clause):
        return False
    if above.lemma.lower() in cues.FINDINGS:
        return has_word(document, above.i, "det", "no", "any")
    if above.lemma.lower() in cues.POSSIBILITIES:
        return True
    asked = [above, document.tokens[above.head]] if above.dep == "xcomp" else [above]
    return above.lemma in cues.SAYING and any(is_negated(document, t) for t in asked)


def _is_replied(document: Document, last: Token) -> bool:
    """Whether the sentence goes on with a plain yes or no."""
    after = document.tokens[last.i : document.sentences[last.sentence].last + 3]
    return any(t.text.lower() in REPLIES and n.pos == "PUNCT" for t, n in pairwise(after))


def top_word(document: Document, start: int, end: int) -> Token:
    """The word of a stretch that governs most of it."""
    tokens = document.tokens_in(start, end)
    inside = {t.i for t in tokens}
    return max(tokens, key=lambda t: _reach(document, t, inside))


def _reach(document: Document, token: Token, inside: set[int]) -> int:
    return sum(t.i in inside for t in document.subtree(token.i))


def _is_view(document: Document, verb: Token) -> bool:
    """Whether it only says who holds what the clause below it says."""
    return verb.lemma in ("believe", "think") and bool(below(document, verb.i, {"ccomp"}))


def _is_cue(document: Document, verb: Token) -> bool:
    return any(cue.start < verb.end and verb.start < cue.end for a in document.attributions for cue in a.cue)

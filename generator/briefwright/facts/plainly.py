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
LIGHT = frozenset("act aim attempt hope intend look move plan prepare seek strive try want work".split())
"""Verbs before an infinitive that only lead up to what will be done or not ("will work to end the strike")."""
NEEDING = frozenset("have must need should".split())
"""Words for what is to be done for an end, which is what readers ask about."""
WEAK = frozenset(
    "address consider contemplate continue deal discuss exist explore focus look monitor ponder reconsider study weigh"
    " work".split()
)
"""Verbs that settle nothing when they are done."""
HEDGES = frozenset(
    "believe confident could expect expected hope hopes hoping if likely may might optimistic possibly predict probably"
    " threaten unless until when whether yet".split()
)
"""Words that leave open what a plain "will" tells."""
SETTLED = frozenset("choose decide opt".split())
"""Verbs in the past after which it is no longer open what will be done."""
ANNOUNCING = frozenset("announce confirm".split())
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
                asking = [v for v in verbs if _opens_question(document, v) and not _is_plain(document, v)]
                asking = [v for v in asking if v.dep != "advcl"]  # "when the ship is late"
                yield from (phrasing.ask(verb.i) for verb in asking)
                yield from (phrasing.ask(verb.i) for verb in verbs if _is_doubted(document, verb))
        case "disputed" | "unconfirmed":
            said = [v for v in verbs if is_statement(document, v) and v.dep not in ("advcl", "relcl")]
            said = [v for v in said if v.lemma not in cues.DENYING and not _is_nothing(document, v)]
            said = [v for v in said if not _is_cue(document, v) and not asks(document, v)]
            if not any(has_word(document, v.head, "advmod", *cues.AT_FIRST) for v in said):
                held = sorted((v for v in said if not _is_view(document, v)), key=lambda v: v.dep != "ccomp")
                modals = ("should" if _is_bare(document, v) else None for v in held)  # "insists that it be closed"
                yield from (phrasing.ask(v.i, modal=m, affirm=True) for v, m in zip(held, modals, strict=True))
    yield from things.ask_about(document, phrasing, ground.kind, tokens)


def _is_nothing(document: Document, verb: Token) -> bool:
    """Whether it tells that there is no such thing, which nobody disputes ("said there was no need to")."""
    held = below(document, verb.i, {"attr", "nsubj"})
    none = any(t.text.lower() == "nothing" or has_word(document, t.i, "det", "no") for t in held) or below(
        document, verb.i, {"neg"}
    )
    denied = document.tokens[verb.head].lemma in cues.DENYING
    return bool(none) and bool(below(document, verb.i, {"expl"})) and not denied


def _is_ahead(document: Document, verb: Token) -> bool:
    """Whether the clause says what is to be done, and not that it was."""
    above = document.tokens[verb.head]
    pondered = verb.tag == "VBG" and verb.dep in ("xcomp", "pcomp") and above.lemma in cues.PONDERING
    if verb.dep in ("acl", "relcl") and is_infinitive(document, verb):
        return tense(document, governor(document, above.i)) != "past"
    if verb.dep == "conj" and "have" in helpers(document, above) and not helpers(document, verb):
        return False  # "a plan that would have closed the port and sold the ferry"
    subjunctive = helpers(document, verb) in ([], ["be"]) and verb.dep in ("ccomp", "ROOT") and _is_bare(document, verb)
    supposed = verb.dep == "advcl" and has_word(document, verb.i, "mark", "if", "unless")
    present = above.lemma in ("appear", "seem") and "be" in helpers(document, verb) and verb.tag == "VBG"
    if verb.lemma == "fail" or present:  # "seems to be giving way"
        return False
    if above.lemma in SETTLED and tense(document, above.i) == "past" and not is_negated(document, above):
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
    if verb.dep in ("advcl", "relcl") and any(document.tokens[c].tag == "WRB" for c in document.children[verb.i]):
        return None  # "in May, when the port will be full"
    if any(t.tag in ("WDT", "WP") for t in own_subjects(document, verb.i)) and verb.dep != "relcl":
        return None
    doer = who_is_to(document, verb)
    if doer is not None and verb.dep == "ccomp":  # "what role, if any, the mayor will play"
        between = document.tokens[verb.head + 1 : doer.i]
        doer = None if any(t.tag in WH_TAGS for t in between) else doer
    if (
        doer is None
        or doer.dep in ("csubj", "csubjpass")
        or (doer.dep == "expl" and doer not in own_subjects(document, verb.i))
        or (is_purpose(doer) and doer not in own_subjects(document, verb.i))
    ):
        return None
    if "relcl" in (verb.dep, document.tokens[verb.head].dep) and _is_anyone(document, doer):
        return None
    end = _end(document, verb)
    if end is None or end.lemma in WEAK or _is_announced(document, end, doer):
        return None
    return phrasing.ask(end.i, doer.i, "will")


def _end(document: Document, verb: Token) -> Token | None:
    """What is to come of what the verb says: "end" in "will work to end the strike", "must win to stay".

    None where something is only needed, and nothing is told of what for.
    """
    infinitives = [t for t in below(document, verb.i, {"advcl", "xcomp"}) if is_infinitive(document, t)]
    purposes = [t for t in infinitives if t.dep == "advcl"]
    if verb.lemma in LIGHT and infinitives:
        return _end(document, infinitives[0])
    gerunds = [t for t in below(document, verb.i, {"xcomp"}) if t.tag == "VBG"]
    if verb.lemma in cues.PONDERING and gerunds:
        return gerunds[0]
    above = document.tokens[verb.head]
    leads = verb.lemma in NEEDING and any(t.dep == "xcomp" for t in infinitives)
    needed = leads or "must" in helpers(document, verb) or (verb.dep == "xcomp" and above.lemma in NEEDING)
    if not needed:
        return verb
    purposes += [t for t in below(document, above.i, {"advcl"}) if verb.dep == "xcomp" and is_infinitive(document, t)]
    purposes += [p for t in infinitives if leads for p in below(document, t.i, {"advcl"}) if is_infinitive(document, p)]
    open_yet = any(has_word(document, i, "advmod", "still", "yet") for i in (verb.i, verb.head))
    settles = verb.lemma in cues.SETTLING and not leads
    return verb if settles else purposes[0] if purposes else verb if open_yet else None


def _is_anyone(document: Document, described: Token) -> bool:
    """Whether only the clause tells who is meant ("each shop that wants to open")."""
    before = {t.text.lower() for t in below(document, described.i, {"det", "poss", "nummod", "amod", "compound"})}
    return described.pos == "NOUN" and before <= {"a", "an", "all", "any", "each", "every"}


def _is_announced(document: Document, verb: Token, doer: Token) -> bool:
    """Whether the article simply tells that it will be, or whoever will do it does, and nothing leaves that open."""
    if is_infinitive(document, verb) and verb.dep in ("advcl", "xcomp"):  # "will go to the port to meet"
        verb = document.tokens[verb.head]
        if verb.lemma in LIGHT:
            return False
    if verb.dep == "ccomp" and document.tokens[verb.head].lemma in ANNOUNCING:
        return True
    if not {"will", "'ll", "wo", "’ll"} & set(helpers(document, verb)):
        return False
    sentence = document.sentences[verb.sentence]
    words = document.tokens[sentence.first : sentence.last]
    aside = [*below(document, verb.i, {"ccomp", "xcomp"}), *(t for t in words if t.dep == "relcl")]
    told = {t.i for clause in aside if clause != verb for t in document.subtree(clause.i)} - {verb.i}
    return not any({t.lemma.lower(), t.text.lower()} & HEDGES for t in words if t.i not in told)


def _opens_question(document: Document, verb: Token) -> bool:
    """Whether a question word opens the clause, be it that of its subject ("which party will be blamed")."""
    own = own_subjects(document, verb.i)
    first = next((t for t in document.subtree(own[0].i) if t.tag != "RB"), own[0]) if own else verb
    return asks(document, verb) or (first.tag in WH_TAGS and first.i < verb.i)


def _is_plain(document: Document, clause: Token) -> bool:
    """Whether the words above call it plain ("it is not hard to see why", "we know what")."""
    above = document.tokens[document.tokens[clause.head].head]
    state = [above, *below(document, above.i, {"acomp"})]
    knower = document.tokens[clause.head]
    known = knower.lemma == "know" and knower.dep != "xcomp" and not is_negated(document, knower)
    knowing = {t.text.lower() for t in own_subjects(document, knower.i)}
    if known and knowing & {"everyone", "they", "we"} and not helpers(document, knower):
        return True
    return any(t.lemma == "easy" or (t.lemma in cues.HARD and is_negated(document, t)) for t in state)


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

"""Words that date something in, what they belong to and the tense to read them by out.

Events and questions both ask here, so that one day of the text never gets two dates.
"""

from __future__ import annotations

import re

from briefwright.facts import cues
from briefwright.facts.dates import DateWords, Tense
from briefwright.facts.grammar import AHEAD, AUXILIARIES, below, governor, is_verb, noun_phrase, subject, tense
from briefwright.model.document import Document, Token

LIMITS = frozenset("by through till until".split())
"""Prepositions before the day on which something ends or is due."""
AFTERWARDS = re.compile(r"\b(?:after|following|since) [^.,;]{0,30}\Z")
"""What stands before a day that is over, whatever the tense ("is in doubt after his speech Thursday")."""
FOR = re.compile(r"\bfor (?:[\w.]+ \d+,? (?:and|or) )?\Z")
"""What stands before the day, or the second of two, that something is arranged for ("scheduled two hearings for")."""
DUE = frozenset("deadline election referendum runoff".split())
"""Nouns with a day beside them that newspapers look forward to."""
AWAITING = DUE | {"chance", "opportunity"}
"""Nouns whose day lies ahead in the present."""
TOLD = frozenset(
    "announcement attack comment decision email interview letter memo message order raid remark report ruling shooting"
    " speech statement tweet ultimatum".split()
)
"""Nouns with a day beside them that newspapers look back on."""
HELD = frozenset("attend chair decide hold host join lose miss skip win".split())
"""Verbs whose past puts their object into the past: who attended a meeting has it behind them."""
ARRANGING = AHEAD | frozenset("announce arrange cancel confirm delay move postpone reschedule seek".split())
"""Verbs whose past may leave their object ahead."""
DECIDED = frozenset("beat defeat elect oust trounce unseat vote".split())
"""Verbs whose past has an election behind it."""
APPROACHING = frozenset("approach come draw loom near".split())
"""Verbs of a day that is yet to come, even in the past."""
MOVING = frozenset("delay extend move postpone push reschedule".split())
"""Verbs whose past puts a day off to another ("postponed from March 3 to June 9")."""
BESIDE = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
"""Relations of a day to the noun that it stands before."""


def dated_noun(document: Document, words: DateWords) -> Token | None:
    """The noun that the words stand before ("Friday's vote")."""
    top = _top(document, words)
    head = document.tokens[top.head] if top else None
    if top is None or head is None or head.i <= top.i:
        return None
    return head if head.pos in ("NOUN", "PROPN") and top.dep in BESIDE else None


def dated_verb(document: Document, words: DateWords) -> Token | None:
    """The nearest verb above the words; a verb of telling that they follow ("said on Friday she would")."""
    top = _top(document, words)
    if top is None:
        return None
    verb = top if is_verb(top) else document.tokens[governor(document, top.i)]
    if not is_verb(verb):
        return None
    doer, teller = subject(document, verb.i), document.tokens[governor(document, verb.i)]
    if verb.dep == "ccomp" and doer is not None and teller.end <= words.start < doer.start:
        between = document.tokens[teller.i + 1 : document.tokens_in(words.start, words.end)[0].i]
        return teller if all(t.pos in ("ADP", "NOUN", "PRON", "DET") for t in between) else verb
    return verb


def noun_of(document: Document, words: DateWords) -> Token | None:
    """The noun whose day the words say ("Friday's vote", "the vote on Friday")."""
    return dated_noun(document, words) or _noun_above(document, words)


def names_deadline(document: Document, words: DateWords) -> bool:
    """Whether the words say when a deadline is ("a June 3 deadline", "the deadline of June 3")."""
    noun = noun_of(document, words)
    return noun is not None and noun.lemma.lower() == "deadline"


def reading(document: Document, words: DateWords) -> Tense:
    """The tense by which to read the words, wherever they stand."""
    turn = words.parts.get("turn", "").lower()
    if turn in ("last", "next"):
        return "past" if turn == "last" else "future"
    noun, verb = dated_noun(document, words), dated_verb(document, words)
    if noun is not None:
        return _before_noun(document, noun, words)
    return clause_tense(document, verb, words) if verb is not None else "present"


def clause_tense(document: Document, verb: Token, words: DateWords) -> Tense:
    """The tense by which to read a clause's date; one of the calendar need not lie in a participle's past."""
    when = _clause_tense(document, verb, words)
    if not {"day", "month"} & words.parts.keys():
        return when
    to_be = [t.text.lower() for t in below(document, verb.i, AUXILIARIES)] == ["to", "be"]
    if when == "present" and verb.dep in ("acl", "relcl") and to_be:
        return "foreseen"  # "the summit to be held in May"
    if when != "past" or any(t.tag != "TO" for t in below(document, verb.i, AUXILIARIES)):
        return when
    noun = document.tokens[verb.head]
    absolute = verb.dep == "acl" and noun.dep == "pobj" and document.tokens[noun.head].text.lower() == "with"
    if verb.tag == "VBN" and (absolute or (verb.dep == "advcl" and subject(document, verb.i) is not None)):
        return _beside(document, verb)
    return "recalled" if verb.tag in ("VB", "VBG") else when  # "keeping the port open until the end of March"


def _beside(document: Document, participle: Token) -> Tense:
    """The tense of "with the aid sent in June", which is that of the clause beside it."""
    verb = document.tokens[governor(document, participle.i)]
    while verb.dep == "conj" and is_verb(document.tokens[verb.head]):
        verb = document.tokens[verb.head]
    return "future" if tense(document, verb.i) in ("foreseen", "future") else "recalled"


def _clause_tense(document: Document, verb: Token, words: DateWords) -> Tense:
    """The tense of a clause's date; a limit ("by", "until") may lie on either side of the telling."""
    lead = document.text[max(0, words.start - 8) : words.start].lower().split()[-1:]
    if lead == ["after"] and tense(document, verb.i) in ("future", "foreseen"):
        return "foreseen"
    if verb.lemma in ARRANGING and FOR.search(document.text, max(0, words.start - 30), words.start):
        return "foreseen"
    if lead == ["since"] or AFTERWARDS.search(document.text, max(0, words.start - 40), words.start):
        return "past"
    if lead in (["last"], ["next"]):
        return "past" if lead == ["last"] else "future"
    if _is_told(document, verb, words):
        return "past"
    when = tense(document, verb.i)
    noun = _noun_above(document, words)
    if noun is not None and noun.lemma.lower() in AWAITING and when == "present":
        return "future"
    if noun is not None and (said := _said_of(document, noun, document.tokens[governor(document, noun.i)])):
        exact = "weekday" not in words.parts  # "called the vote on Friday a farce" tells of the Friday before
        return said if exact or said != "foreseen" else when
    if verb.lemma in MOVING and when == "past" and lead and lead[0] in ("from", "to"):
        return "foreseen"
    if lead and lead[0] in LIMITS and when == "past":
        return _limit(document, verb, words)
    return when


def _is_told(document: Document, verb: Token, words: DateWords) -> bool:
    """Whether a clause of its own puts the day into the past ("Friday, when she said"), or the verb is a mere noun."""
    top = _top(document, words)
    clauses = below(document, top.i, {"relcl"}) if top else []
    mistaken = verb.tag == "VBZ" and verb.lemma in TOLD and subject(document, verb.i) is None  # "— remarks Thursday."
    return mistaken or any(t.tag == "VBD" for t in clauses)


def _limit(document: Document, verb: Token, words: DateWords) -> Tense:
    """Of "has demanded it by 20 March", "had sold ten by 2 March", "By Friday the streets were full"."""
    auxiliaries = below(document, verb.i, AUXILIARIES)
    doer = subject(document, verb.i)
    fronted = doer is not None and words.end <= doer.start
    if fronted or (any(t.text.lower() == "had" for t in auxiliaries) and verb.lemma not in AHEAD):
        return "past"
    over = any(t.lemma == "have" for t in auxiliaries)
    return "future" if "weekday" in words.parts and not over else "present"


def _before_noun(document: Document, noun: Token, words: DateWords) -> Tense:
    """A day or month before a noun ("the June 3 deadline") is the nearest one where neither noun nor verb says more."""
    start = noun_phrase(document, noun.i)[0].start
    before = document.text[max(0, start - 12) : start].lower()
    verb = document.tokens[governor(document, noun.i)]
    when = tense(document, verb.i)
    if before.endswith("ahead of "):
        return "future"
    if noun.lemma not in DUE and before.endswith("before "):
        return "past" if noun.lemma in TOLD else "present"
    if said := _said_of(document, noun, verb):
        return said
    over = before.endswith(("after ", "since ", "following "))
    if noun.lemma in DUE and not over:
        if when == "future":
            return "future" if below(document, verb.i, {"aux"}) else "foreseen"  # "to miss the June 3 deadline"
        return "past" if when == "past" and _is_over(noun, verb) else "foreseen"
    if "weekday" in words.parts:
        return when
    if when in ("foreseen", "future"):
        return "foreseen"
    return "past" if before.endswith("since ") else "recalled" if when == "past" else "present"


def _is_over(noun: Token, verb: Token) -> bool:
    """Whether a verb in the past leaves an election or a deadline behind ("won in the June vote", "was a shock")."""
    decided = verb.lemma in HELD | DECIDED
    return decided or (noun.dep == "nsubj" and verb.lemma not in APPROACHING)


def _said_of(document: Document, noun: Token, verb: Token) -> Tense | None:
    """Past or future where the noun, its adjectives, its clause or the verb over it say so."""
    if any(t.text.lower() in cues.COMING for t in below(document, noun.i, {"amod"})):
        return "future"
    clauses = [tense(document, t.i) for t in below(document, noun.i, {"relcl"}) if t.tag in ("VBD", "VBN")]
    when = tense(document, verb.i)
    clauses += ["past" for t in below(document, noun.i, {"acl"}) if t.tag == "VBN" and t.lemma in HELD]
    held = verb.lemma in HELD and noun.dep in ("dobj", "nsubjpass")
    if "past" in clauses or (held and when == "past"):
        return "past"
    if noun.lemma.lower() in TOLD:
        return None if noun.dep == "dobj" and when in ("future", "foreseen") else "past"
    arranged = verb.lemma in ARRANGING and noun.dep in ("dobj", "nsubjpass")
    return "foreseen" if arranged and when == "past" and noun.lemma.lower() in cues.OCCASIONS | cues.CONTESTS else None


def _noun_above(document: Document, words: DateWords) -> Token | None:
    """The noun that the words follow and belong to ("remarks Thursday", "a meeting on July 10")."""
    top = _top(document, words)
    if top is None:
        return None
    before = document.tokens[max(0, document.tokens_in(words.start, words.end)[0].i - 1)]
    if before.text.lower() == "on" and before.i:
        before = document.tokens[before.i - 1]
    if before.pos == "NOUN" and before.lemma.lower() in TOLD and before.end <= words.start:
        return before  # wherever the parser put the day
    above = document.tokens[top.head]
    if above.dep == "prep":
        above = document.tokens[above.head]
    return above if above.pos == "NOUN" and above.end <= words.start else None


def _top(document: Document, words: DateWords) -> Token | None:
    """The token among the words that governs the others."""
    inside = document.tokens_in(words.start, words.end)
    if not inside:
        return None
    return next((t for t in inside if not inside[0].i <= t.head <= inside[-1].i or t.head == t.i), inside[-1])

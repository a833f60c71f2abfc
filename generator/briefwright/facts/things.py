"""The words of a stretch that leaves something open in, questions about the things that it speaks of out.

What kind of thing it is says how to ask: an inquiry finds something, a bill passes, a claim is true.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from briefwright.facts import cues
from briefwright.facts.grammar import (
    AUXILIARIES,
    WH_TAGS,
    below,
    governor,
    is_plural,
    is_verb,
    noun_phrase,
    subject,
    tense,
)
from briefwright.facts.lexicon import ROLE_NOUNS
from briefwright.facts.openings import is_negated, who_is_to
from briefwright.facts.parts import aim
from briefwright.facts.phrasing import Phrasing
from briefwright.facts.wording import Wording
from briefwright.model.document import Document, Token
from briefwright.model.factsheet import QuestionKind

PLACES = {"dobj": 0, "nsubjpass": 1, "attr": 2, "pobj": 2, "nsubj": 3, "conj": 4}
"""What a noun is to its verb, the likeliest to be what the stretch is about first."""
ENDS = {
    "find": cues.INQUIRIES,
    "succeed": cues.ENDEAVOURS | cues.SUITS,
    "bring": cues.OCCASIONS | cues.GATHERINGS,
    "be": cues.RULINGS,
    "pass": cues.BILLS,
    "say": cues.PAPERS,
}
"""What will be asked of a thing that lies ahead, by what it is: "What will the inquiry find?"."""
OPEN_ENDED = frozenset("be bring find say".split())
"""Of these, the verbs that ask "what"."""
LONGEST = 3
"""Words from which a noun phrase says what it is about."""
PERSONS = ("er", "man", "men", "or", "ist", "woman", "women")
"""Ends of nouns for people."""
UNCOUNTED = frozenset("any few little much no some".split())
"""Words for how much there is of a thing, of which nothing is awaited."""
INDEFINITE = frozenset("a an another".split())
UNTELLING = (
    cues.OCCASIONS
    | cues.COMING
    | cues.FURTHER
    | frozenset(
        "critical crisis crucial decisive emergency final first future historic important joint key last official other"
        " pivotal second series special summit top unprecedented".split()
    )
)
"""What may stand with an occasion and does not say whose it is, or about what."""
DURING = frozenset("after at during following in since".split())
DEMONSTRATIVE = frozenset("such that these this those".split())


def ask_about(
    document: Document, phrasing: Phrasing, kind: QuestionKind, words: tuple[Token, ...]
) -> Iterator[Wording | None]:
    """The questions about the nouns among the words, the likeliest first."""
    nouns = sorted((t for t in words if _is_thing(document, t)), key=lambda t: (PLACES[t.dep], t.i))
    for noun in nouns:
        match kind:
            case "pending":
                yield _end(document, phrasing, noun)
            case "unknown" | "asked":
                yield _fact(document, phrasing, noun)
            case "disputed":
                yield _claim(document, phrasing, noun)
            case "unconfirmed":
                alleged = any(t.text.lower() in ("alleged", "suspected") for t in below(document, noun.i, {"amod"}))
                yield phrasing.fill("Did", noun.i, "take place") if alleged else None
    if kind == "pending":
        yield from (_prospect(document, phrasing, noun) for noun in nouns)


def _end(document: Document, phrasing: Phrasing, noun: Token) -> Wording | None:
    """How it will end."""
    if _is_over(document, noun) or not _is_described(document, noun):
        return None
    lemma, verb = noun.lemma.lower(), document.tokens[governor(document, noun.i)]
    wanted = document.tokens[noun.head]
    called = wanted.text == "for" and document.tokens[wanted.head].lemma in ("call", "demand", "push")
    if lemma in cues.INQUIRIES | cues.SUITS and (called or (noun.dep == "dobj" and is_negated(document, verb))):
        return None  # there is none yet
    if any(t.text.lower() in UNCOUNTED for t in below(document, noun.i, {"amod", "det"})):
        return None
    into = below(document, noun.i, {"prep"}) if lemma not in cues.INQUIRIES else aim(document, noun.i)
    into = into or [t for t in below(document, noun.i, {"prep"}) if t.text.lower() in ("by", "into", "of")]
    general = noun.tag == "NNS" and not into and not below(document, noun.i, {"acl", "amod", "poss", "relcl"})
    if lemma in cues.INQUIRIES and general:
        return None  # such as are held everywhere
    if lemma == "nomination" and document.tokens[governor(document, noun.i)].lemma in (
        "clinch",
        "pursue",
        "secure",
        "seek",
        "win",
    ):
        return None
    if lemma in cues.CONTESTS | cues.RACES:
        return phrasing.fill("Who will win", noun.i, "") if noun.tag == "NN" else None
    if lemma in ("plan", "proposal") and (noun.dep != "pobj" or below(document, noun.i, {"acl"})):
        if not below(document, noun.i, {"acl", "poss", "prep", "relcl"}):
            return None  # "health plans"
        return phrasing.fill("Will", noun.i, "be carried out")
    end = next((end for end, nouns in ENDS.items() if lemma in nouns), None)
    if end == "pass" and noun.dep == "pobj" and lemma not in ("bill", "legislation", "resolution", "treaty"):
        return None
    made = document.tokens[noun.head].lemma in cues.CONDUCTING | cues.MAKING | {"begin", "continue", "launch", "renew"}
    if lemma == "effort" and (general or (noun.dep in ("dobj", "pobj") and not made)):
        return None  # "harms fundraising efforts"
    if lemma in ("trial", "vote") and noun.tag == "NNS" and (lemma == "vote" or not below(document, noun.i, {"amod"})):
        return None  # counted, or run, by the dozen; "clinical trials" bring something
    if lemma == "challenge" and noun.tag == "NNS":
        return None
    if (end in ("be", "say") and noun.tag == "NNS") or (end == "be" and not _is_awaited(document, noun)):
        return None
    if lemma in cues.OCCASIONS | cues.GATHERINGS:
        return ask_of_occasion(document, phrasing, noun, "succeed" if end == "succeed" else "bring")
    return phrasing.fill("What will" if end in OPEN_ENDED else "Will", noun.i, end) if end else None


def ask_of_occasion(
    document: Document, phrasing: Phrasing, noun: Token, end: Literal["bring", "succeed"]
) -> Wording | None:
    """How talks or a trial will end, where the phrase, or who holds them, says whose or about what they are."""
    before = "Will" if end == "succeed" else "What will"
    phrase = noun_phrase(document, noun.i)
    if noun.lemma.lower() == "round" and not any(t.lemma.lower() in cues.OCCASIONS for t in phrase if t != noun):
        return None  # of strikes
    if any(_tells(document, t) for t in (*phrase, *aim(document, noun.i)) if t != noun):
        return phrasing.fill(before, noun.i, end)
    holder = who_is_to(document, document.tokens[governor(document, noun.i)]) if noun.dep == "dobj" else None
    if holder is None or holder.pos != "PROPN":
        return None
    return phrasing.fill(before, noun.i, end, owner=holder.i)


def _tells(document: Document, word: Token) -> bool:
    """Whether the word says more of an occasion than that it is one, and when."""
    dated = any(n.label in ("DATE", "TIME") and n.first <= word.i < n.last for n in document.names)
    return (
        word.pos in ("ADJ", "NOUN", "PROPN", "VERB")
        and not {word.lemma.lower(), word.text.lower()} & UNTELLING
        and not dated
    )


def _prospect(document: Document, phrasing: Phrasing, noun: Token) -> Wording | None:
    """Whether somebody gets what they want, or whether there will be what they think of."""
    verb = document.tokens[noun.head]
    if noun.dep not in ("dobj", "nsubjpass") or not is_verb(verb) or tense(document, verb.i) == "past":
        return None
    if any(t.lemma in ("do", "have") for t in below(document, verb.i, AUXILIARIES)) or below(document, verb.i, {"neg"}):
        return None
    doer = subject(document, verb.i)
    if verb.lemma in cues.WANTING and noun.dep == "dobj" and doer is not None and doer.tag not in WH_TAGS:
        return phrasing.fill("get", noun.i, "", definite=False, doer=doer.i, opening="Will")
    return None


def _fact(document: Document, phrasing: Phrasing, noun: Token) -> Wording | None:
    """What it is, where it is a fact that is told in a word or two."""
    verb = document.tokens[governor(document, noun.i)]
    if verb.lemma in cues.NAMING and noun.dep == "dobj":
        if noun.lemma.lower() not in ROLE_NOUNS and not noun.lemma.endswith(PERSONS):
            return None
        return phrasing.fill("Who are" if is_plural(document, noun) else "Who is", noun.i, "")
    if noun.lemma == "source" and not any(t.text == "of" for t in below(document, noun.i, {"prep"})):
        return None  # somebody
    told = not is_negated(document, noun) and not is_negated(document, verb) and verb.lemma not in cues.DISCLOSING
    if below(document, noun.i, {"conj"}) or not below(document, noun.i, {"acl", "compound", "poss", "prep", "relcl"}):
        return None  # "specific dates": of what?
    facts = cues.FACTS if told else cues.FACTS | cues.DETAILS
    if noun.lemma.lower() not in facts or noun.dep == "pobj":
        return None
    return phrasing.fill_bare("What are" if is_plural(document, noun) else "What is", noun.i)


def _claim(document: Document, phrasing: Phrasing, noun: Token) -> Wording | None:
    """Whether it is true or right, or who is right about what they quarrel over."""
    above = document.tokens[noun.head]
    if noun.dep == "pobj" and above.text.lower() in ("about", "on", "over"):
        quarrel = document.tokens[above.head].lemma.lower() in cues.PARTED
        return phrasing.fill("Who is right about", noun.i, "") if quarrel else None
    denied = noun.dep in ("dobj", "nsubjpass") and above.lemma in cues.DENYING
    shown = any(t.text.lower() in DEMONSTRATIVE for t in below(document, noun.i, {"det", "amod"}))
    if not denied or shown or not _is_described(document, noun):
        return None
    claim = noun.lemma.lower() in cues.CLAIMS
    if above.lemma == "deny" and not claim:
        return None
    return phrasing.fill("Are" if is_plural(document, noun) else "Is", noun.i, "true" if claim else "right")


def _is_over(document: Document, noun: Token) -> bool:
    """Whether a clause about the noun, or what happened at it, puts it into the past ("the election that she won")."""
    above = document.tokens[noun.head]
    at = above.dep == "prep" and above.text.lower() in DURING
    happened = at and tense(document, governor(document, above.i)) == "past"
    happened = happened or (above.lemma in cues.SETTLING and tense(document, above.i) == "past")
    return happened or any(
        tense(document, t.i) == "past" and t.tag == "VBD" for t in below(document, noun.i, {"relcl"})
    )


def _is_awaited(document: Document, noun: Token) -> bool:
    """Whether a decision is still to be made, not one that was."""
    verb = document.tokens[noun.head]
    return verb.lemma in cues.MAKING and noun.dep in ("dobj", "nsubjpass")


def _is_described(document: Document, noun: Token) -> bool:
    """Whether the phrase says which one it is."""
    return sum(1 for _ in document.subtree(noun.i)) >= LONGEST or bool(below(document, noun.i, {"compound", "poss"}))


def _is_thing(document: Document, token: Token) -> bool:
    """Whether it heads a noun phrase that can be asked about: no person, no time, no question word with it."""
    if token.pos != "NOUN" or token.dep not in PLACES or (token.lemma.lower() in ROLE_NOUNS and token.dep != "dobj"):
        return False
    timed = any(n.label in ("DATE", "TIME") and n.first <= token.i < n.last for n in document.names)
    return not timed and not any(document.tokens[c].tag in WH_TAGS for c in document.children[token.i])

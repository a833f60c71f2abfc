"""A statement's words in; out the thing that it is for or against, by its noun: the bill, the ruling, gay marriage.

Who criticizes a person for something is not against who supports that person, so that a caller leaves persons out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefwright.corpus.stances import FRONT, HEAD, stems
from briefwright.model.factsheet import Act

MOST = 4
"""Words of a thing's name."""
_BACKS = re.compile(
    r"\b(?:advocat\w+|applaud\w*|approv(?:e[sd]?|ing) of|(?<!fire )(?<!fired )(?<!hit )(?<!push )(?<!pushed )(?<!shot )"
    r"back(?:s|ed|ing)?|call(?:s|ed|ing)? for|celebrat\w+|champion(?:s|ed|ing)?|defend(?:s|ed|ing)?|demand(?:s|ed|ing)?"
    r"|endors\w+|favou?r(?:s|ed|ing)?|hail(?:s|ed|ing)?|in favou?r of|prais(?:e[sd]?|ing)|propos(?:e[sd]?|ing)"
    r"|push(?:es|ed|ing)? for|seek(?:s|ing)?|sought|support(?:s|ed|ing|ive)?(?: for| of)?|urg(?:e[sd]?|ing)"
    r"|vot(?:e[sd]?|ing) (?:for|in favou?r of|to (?:approve|confirm|pass))|want(?:s|ed)?|welcom(?:e[sd]?|ing))\b",
    re.IGNORECASE,
)
_FIGHTS = re.compile(
    r"\b(?:assail(?:s|ed|ing)?|attack(?:s|ed|ing)?|blast(?:s|ed|ing)?|condemn(?:s|ed|ing)?|critical of"
    r"|critici[sz](?:e[sd]?|ing)|decr(?:y|ies|ied|ying)|denounc(?:e[sd]?|ing)|disapprov(?:e[sd]?|ing) of"
    r"|dismiss(?:es|ed|ing)?|fight(?:s|ing)?|fought|object(?:s|ed|ing)? to|oppos(?:e[sd]?|ing|ition to)"
    r"|reject(?:s|ed|ing)?|rip(?:s|ped|ping)?|slam(?:s|med|ming)?|veto(?:es|ed|ing)?|vot(?:e[sd]?|ing) against)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:if|never|no longer|not|stop(?:s|ped)?|unless|whether|yet to)\b|n[’']t\b", re.IGNORECASE)
_PHRASE = re.compile(
    r"[\s“\"‘(]*(?:(?:all|both|her|his|its|such|the|their|these|this|those|an?)\b[\s“\"‘]*)?(?P<noun>[^,;:.!?()—–]*?)"
    r"[”’\"]*(?=[,;:.!?()—–]|\s(?:about|after|against|and|as|at|because|before|but|by|during|for|from|if|in|into|of|on|or"
    r"|over|saying|since|than|that|this|to|under|when|which|while|who|whose|with|without|would)\b|$)",
    re.IGNORECASE,
)
"""The nearest noun phrase, without what hangs on it."""
_RELATIVE = stems("change cut effort end expansion extension increase reduction repeal rise use")
"""Nouns that tell nothing without what hangs on them: an increase in the debt limit, an increase in taxes."""
_NOUN = re.compile(r"support (?:for|of)$", re.IGNORECASE)
"""What is no verb where nobody stands before it: "support for the dam fell"."""
_DOES = re.compile(r"to\b", re.IGNORECASE)
_OWNER = re.compile(r"^.*(?:[’']s|s[’'])\s+")
_SPELT = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


class Thing(NamedTuple):
    """What a statement is for or against."""

    words: frozenset[str]
    noun: str
    """The last of them."""

    def is_of(self, other: Thing) -> bool:
        """Whether the two are one thing, which one of them may say more of: "the checks", "universal checks"."""
        return self.noun == other.noun and (self.words <= other.words or other.words <= self.words)


@lru_cache(maxsize=100_000)  # of a project that is edited live nearly all statements stay
def thing(wording: str, cue: str | None, act: Act) -> Thing | None:
    """What a statement wants or supports, and what one of opposition is against; None for no plain thing."""
    pattern = {"support": _BACKS, "demand": _BACKS, "oppose": _FIGHTS}.get(act)
    led = "" if not cue or cue.casefold() in wording.casefold() else f"{cue} "
    head = f"{led}{wording}"[:HEAD]
    verb = pattern.search(head, 0, FRONT) if pattern else None
    if verb is None or _NOT.search(head[: verb.start()]) or (verb.start() == 0 and _NOUN.search(verb[0])):
        return None
    phrase = _PHRASE.match(head, verb.end())
    named = _SPELT.findall(_OWNER.sub("", phrase["noun"])) if phrase and not _DOES.match(phrase["noun"]) else []
    if not named or len(named) > MOST or (act == "demand" and phrase and _DOES.match(head[phrase.end() :].lstrip())):
        return None
    noun = next(iter(stems(named[-1])), "")
    return Thing(stems(" ".join(named)), noun) if len(noun) > 2 and noun not in _RELATIVE else None

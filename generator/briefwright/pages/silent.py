"""An actor and its briefings in, or what it declines; out, whether it could be heard, or would not speak.

What articles say decides, not what the world knows: “the tanker Merrow”, “a Zapstick”, “the death of Orla Vance”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefwright import commonness
from briefwright.model.cast import Actor
from briefwright.model.corpus import Briefing, Statement

REACH = 90
"""Characters before and after a name in which an article says what it is."""
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_SHIP = re.compile(r"(?:HMS|INS|M/?V|RMS|USN?S) ")
_DEATH = r"(?:assassination|autopsy|body|death|execution|funeral|killing|murder|slaying)"
_KILLED = r"(?:assassinated|beheaded|executed|killed|murdered|shot (?:and killed|dead)|slain)"
_THINGS = r"""(?:aircraft|airport|app|boat|bridge|carrier|destroyer|drone|drug|ferry|film|frigate|helicopter|jet|missile
    |movie|pipeline|plane|rocket|ship|song|submarine|tanker|vaccine|vessel|warship)"""
_LIFE = 80
"""Years after which nobody speaks any more of whom an article tells what it was then."""
_YEAR = re.compile(r"\b1[0-9]{3}\b(?![-–]\d|,\d)")
_CENTURY = re.compile(r"\b1\dth[- ]century\b|\bturn of the (?:last |20th )?century\b", re.IGNORECASE)
_NAMED_AFTER = re.compile(
    r"""\ (?:airport|bridge|flag|hall|high\ school|hospital|library|memorial|monument|museum|prize|university)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""What bears the name of somebody who is mostly long dead."""
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?][”\"’)]*\s+(?=[“\"A-Z]|$)|\n")
_WILL_NOT = re.compile(r"\b(?:declin|refus|reluctan)\w*(?:\s+\w+){0,4}?\s+to\s+(?:even\s+)?(?P<what>.+)", re.IGNORECASE)
_SPEAK = re.compile(
    r"""(?:acknowledg|address|answer|call|clarif|comment|confirm|deny|describ|detail|disclos|discuss|elaborat|explain
    |identif|name|predict|repl[yi]|respond|reveal|say|speak|specif|speculat|stat[ei]|talk|tell|testif)\w*
    |\w+\b.{0,30}\b(?:answer|call|comment|detail|explanation|identified|information|interview|named|quoted|question
    |reason|record|statement)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What one declines who would not speak: “to answer”, “to be named”, “to give any details”."""


class _Ways(NamedTuple):
    """What tells it, right before a name and right behind it."""

    before: re.Pattern[str]
    behind: re.Pattern[str]


_DEAD = _Ways(
    re.compile(rf"\b{_DEATH} of (?:[\w.,’'-]+ ){{0,4}}$|\b[Tt]he late (?:[\w.]+ ){{0,3}}$"),
    re.compile(rf"[’']s? {_DEATH}\b|(?:,[^.,;]{{1,60}},)?(?: who)? (?:(?:had |has )?died|was {_KILLED})\b"),
)
_THING = _Ways(
    re.compile(rf"\b{_THINGS},?\ (?:called\ |named\ )?(?:the\ )?[“\"]?$", re.VERBOSE),
    re.compile(rf"\ {_THINGS}\b", re.VERBOSE),
)
_ONE_OF_MANY = _Ways(  # “a Zapstick in hand”, but not “a Zapstick spokeswoman”
    re.compile(r"\b(?:[Aa]n?|(?:19|20)\d\d) $"),
    re.compile(r"[.,;:)!?]|\s(?:are|at|by|could|for|from|in|is|on|that|to|was|were|which|will|with|would)\b"),
)


def may_speak(actor: Actor, briefings: Iterable[Briefing]) -> bool:
    """Whether it is somebody alive, or a body of people, as far as these articles tell."""
    if actor.kind == "media" or _is_no_name(actor):
        return False
    if actor.kind not in ("organisation", "person"):
        return True
    if _SHIP.match(actor.name) or (actor.kind == "person" and " of " in actor.name):  # “Strait of Merrow”
        return False
    told = [(b.text, b.day) for b in briefings if b.text]
    if _is_small(actor.name, [text for text, _ in told]):
        return False
    forms = (actor.name, *(form for form in actor.forms if form[0].isupper()))
    around = [(places, day) for text, day in told for places in _around(forms, text)]
    if actor.kind == "person":
        return not any(_tells_of_death(places) or _tells_of_long_ago(places, day) for places, day in around)
    return not any(_tells_of_a_thing(places) for places, _ in around)


def declines_to_speak(statement: Statement) -> bool:
    """Whether it is words that are declined, as far as the article's words tell: not “declined to sell flowers”."""
    will_not = _WILL_NOT.search(f"{statement.cue or ''} {statement.wording}")
    return will_not is None or _SPEAK.match(will_not["what"]) is not None


def _around(forms: Iterable[str], text: str) -> Iterator[tuple[str, str]]:
    """What stands before and behind these names in a text."""
    for form in forms:
        start = text.find(form)
        while start >= 0:
            end = start + len(form)
            if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
                yield text[max(0, start - REACH) : start], text[end : end + REACH]
            start = text.find(form, end)


def _tells_of_death(around: tuple[str, str]) -> bool:
    before, behind = around
    return _DEAD.before.search(before) is not None or _DEAD.behind.match(behind) is not None


def _tells_of_long_ago(around: tuple[str, str], day: str | None) -> bool:
    """Whether its sentence tells of a time too long before the article, or the name is that of a place or a thing."""
    before, behind = around
    sentence = f"{_SENTENCE_END.split(before)[-1]} {_SENTENCE_END.split(behind)[0]}"
    since = int(day[:4]) - _LIFE if day else 0
    is_past = any(int(year) < since for year in _YEAR.findall(sentence)) or _CENTURY.search(sentence) is not None
    return is_past or _NAMED_AFTER.match(behind) is not None


def _tells_of_a_thing(around: tuple[str, str]) -> bool:
    before, behind = around
    is_one = _ONE_OF_MANY.before.search(before) is not None and _ONE_OF_MANY.behind.match(behind) is not None
    return is_one or _THING.before.search(before) is not None or _THING.behind.match(behind) is not None


def _is_no_name(actor: Actor) -> bool:
    """Whether its name is a common word, as that of a thing taken for somebody, or a person's a single one."""
    words = _WORD.findall(actor.name)
    if len(words) != 1 or actor.kind in ("group", "state"):
        return False
    is_bare = actor.kind == "person" and not actor.roles and not actor.dated_roles and not actor.description
    return is_bare or commonness.share(commonness.fold(words[0])) > 0


def _is_small(name: str, texts: Sequence[str]) -> bool:
    """Whether its one word is mostly written small: “Coronavirus” is no body."""
    small, proper = (sum(text.count(word) for text in texts) for word in (f" {name.lower()}", f" {name}"))
    return " " not in name and not name.islower() and small > proper

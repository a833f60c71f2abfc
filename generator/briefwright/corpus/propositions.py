"""A statement's words in; out who it says does what: the subject, its deed as a stem, and to what. No grammar.

“Vostria was behind the raid”, “accused Vostria of raiding the port” and “blamed the raid on Vostria” tell one deed of
one subject in other words. What only may be so, or is asked, tells nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefwright.corpus.stances import HEAD, stems
from briefwright.model.factsheet import Act

REACH, NEAR = 8, 5
"""Words behind a deed that tell what it is done to; and that may stand between a subject and its deed."""
DOES = "does"
"""To do, or to be to blame for, what `to` has: all wrongs are this deed, and stand there themselves."""
_FAMILIES: Mapping[str, str] = {
    DOES: "behind blame blamed carried committed complicit conducted culpable culprit fault guilty"
    " initiated instigated involved involvement launched masterminded orchestrated ordered perpetrated"
    " pursued responsible responsibility role staged use used using",
    "attack": "attack attacked attacking bombed bombing cyberattack hack hacked hacking hit hitting poison poisoned"
    " poisoning raid raided raiding sabotage sabotaged sabotaging shelled shelling strike striking struck target"
    " targeted targeting",
    "assault": "assault assaulted assaulting grope groped groping molested molesting rape raped",
    "kill": "assassinated death kill killed killing massacre massacred murder murdered murdering slaughter"
    " slaughtered slaughtering",
    "lie": "deceive deceived deceiving lie lied lying mislead misleading misled",
    "interfere": "interfere interfered interference interfering meddle meddled meddling",
    "break": "breach breached breaching broke broken violate violated violating violation",
    "resign": "quit resign resignation resigned resigning",
    "examine": "examine examined inquiry investigate investigated investigates investigating investigation probe"
    " probed",
    "testify": "testified testifies testify testifying testimony",
    "dismiss": "dismissal dismissed dismissing fire fired firing oust ousted ouster sacked sacking",
}
"""Words that tell one deed in the news, by what they are told as."""
WISHES = frozenset({"dismiss", "examine", "resign", "testify"})
"""What is wanted of somebody, and need not say of what."""
_WRONGS = frozenset({"attack", "assault", "kill", "lie", "interfere", "break"})
_FAMILY: Mapping[str, str] = {word: name for name, words in _FAMILIES.items() for word in words.split()}
_PAST = frozenset("broke misled quit struck".split())
"""What tells a deed without a helping verb, besides words that end in -ed."""
_BLAMING = frozenset("blame complicity involvement responsibility role".split())
"""Nouns that say of whom they are that it did it; others (“the raid of Karsia”) may only speak of it."""
_PASSIVE = frozenset("are be been being get gets getting got is was were".split())
_WISHING = frozenset("must need needs ought should".split())
_NO = frozenset("cannot never no nobody none nor not nothing without".split())
_AUXILIARIES = _PASSIVE | _WISHING | frozenset("can cannot did do does had has have not to will would".split())
_LIGHT = (
    _AUXILIARIES
    | _NO
    | frozenset(
        """a administration all almost also already always an any both either ever forces government having its
    military most officials once only out regime still that the their these this those troops very""".split()
    )
)
"""What may stand between a subject and its deed, besides what ends in -ly."""
_WORD = re.compile(r"[^\W_]+(?:[-.’'][^\W_]+)*")
_BREAK = re.compile(
    r"[;:.!?]\s|—|–|--|,\s|\s(?:although|because|but|if|saying|that|though|unless|until|via|when|whereas|which|while"
    r"|who)\s",
    re.IGNORECASE,
)
_END = re.compile(r"(?:(?<=[a-z0-9]{3}[.!?;])|(?<=[.!?][”\"])|…)\s+")
"""Of a sentence, and no “Mr.”."""
_GOES = re.compile(r"\bstep(?:ped|ping|s)? (?:aside|down)\b|\bdrop(?:ped|ping|s)? out\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:could|if|may|might|perhaps|possibl[ey]|unless|whether)\b|\?", re.IGNORECASE)
_SURE = re.compile(r"\b(?:no|without) (?:doubt|question)\b", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:cannot|den(?:y|ies|ied|ying)|dispute[sd]?|false|neither|never|no|nobody|none|nor|not|nothing"
    r"|reject(?:s|ed|ing)?|untrue|without)\b|n[’']t\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\bden(?:y|ies|ied|ying)\b(?! (?:that|the)\b)", re.IGNORECASE)
_HEARSAY = re.compile(
    r"\b(?:accusation|allegation|claim|idea|possibilit|question|report|rumou?r|suggestion|suspicion|theor)"
    r"(?:s|y|ies)?\b[^.;:]*$",
    re.IGNORECASE,
)
"""What is told behind it is somebody else's."""
_SAYS = re.compile(r"\w\s+(?:alleg|claim|insist|sa(?:id|ys?)|told|tweet)\w*\b", re.IGNORECASE)
"""Behind a name: what follows is passed on."""
_RULING = r"\b(?:army|forces|government|military|regime|troops)\b"
_RULED = re.compile(rf"(?:[’']s?)?\s+{_RULING}", re.IGNORECASE)
_LOYAL = re.compile(rf"{_RULING} (?:loyal to|of) (?:\w+ ){{0,2}}$", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|or)\s+(?:[A-Z][\w.’'-]*\s+){1,4}")
_BLAMES = re.compile(
    r"\b(?:accus|blam|blast|condemn|critici|denounc|fault|slam)\w*\s+(?:[\w.’'-]+\s+){0,4}?$", re.IGNORECASE
)
_BLAMED_ON = re.compile(r"\bblam\w+(?P<what>[^.;]*?)\s+on\s+(?:[\w.’'-]+\s+){0,3}?$", re.IGNORECASE)
_BY = re.compile(r"(?P<what>(?:[\w’'-]+\s+){1,6})by\s+(?:[\w.’'-]+\s+){0,3}?$", re.IGNORECASE)
_WANTS = re.compile(
    r"\b(?:ask|call(?:s|ed|ing)? (?:for|on|upon)|demand|implor|press(?:ed|es|ing)|request|urg|want)\w*"
    r"\s+(?:[\w.’'-]+\s+){0,4}?$",
    re.IGNORECASE,
)
_OWN = re.compile(r"[’']s?(?=\s)")
_SHOULD = re.compile(r"[^;:.!?]{0,160}?\b(?:and|he|it|she|they)\s+(?=(?:must|should)\b)")
"""What may stand between a subject and what else it should do."""
_FOR = re.compile(r"(?:[’']s?\s+\w+)?\s+(?:for|of)\s+", re.IGNORECASE)
_TO = re.compile(r"\S*\s+(?:\w+\s+){0,2}?to\s+(?!an?\b|the\b)", re.IGNORECASE)


class Proposition(NamedTuple):
    """That a subject does something, or should, or does not."""

    subject: str
    deed: str
    """A stem, or the name of a family of words."""
    to: frozenset[str]
    """The stems of what it is done to but for names, and the names of families behind an equals sign."""
    is_undergone: bool
    """Whether it is done to the subject."""
    is_wish: bool
    is_negated: bool

    @property
    def matter(self) -> tuple[str, str, bool, bool]:
        """What two that are one have in common, but for saying yes or no."""
        return self.subject, self.deed, self.is_undergone, self.is_wish


class Namer:
    """Knows where an article's actors are named, by the forms of their names; `states` are those of their rulers."""

    def __init__(self, forms: Mapping[str, str], states: Mapping[str, str | None]) -> None:
        self._actors = {form.casefold(): actor for form, actor in forms.items()}
        self._states = states
        longest_first = sorted(forms, key=lambda form: (-len(form), form))
        names = "|".join(map(re.escape, longest_first))
        self._pattern = re.compile(rf"\b({names})(?:(?:ian|an|n)(?=\s{_RULING}))?(?![\w-])") if forms else None

    def find(self, text: str) -> Iterator[tuple[str, str, str]]:
        """Of each name its actor, and the text before and behind it."""
        for found in self._pattern.finditer(text) if self._pattern else ():
            actor, before, behind = self._actors[found[1].casefold()], text[: found.start()], text[found.end() :]
            if _RULED.match(behind) or _LOYAL.search(before):
                actor = self._states.get(actor) or actor
            yield actor, before, behind


@lru_cache(maxsize=5_000)  # of a project that is edited live nearly all names and statements stay
def namer(forms: tuple[tuple[str, str], ...], states: tuple[tuple[str, str | None], ...]) -> Namer:
    """Of the forms and their actors, and of rulers and their states; later forms go before equal ones."""
    return Namer(dict(forms), dict(states))


@lru_cache(maxsize=100_000)
def propositions(wording: str, cue: str, act: Act, speaker: str | None, named: Namer) -> tuple[Proposition, ...]:
    """What a statement says of those whom it names."""
    led = "" if cue.casefold() in wording.casefold() else f"{cue} "
    head = _GOES.sub("resign", _SURE.sub(" ", f"{led}{wording}"[:HEAD]))
    told = [
        p._replace(subject=who) for place, found in enumerate(named.find(head)) for who, p in _of(found, place, act)
    ]
    denies = _DENIES.search(head) if act == "deny" and speaker and not _OPEN.search(head) else None
    if speaker and denies and (own := _deed(head[denies.end() :], is_verb=True)):
        told.append(own._replace(subject=speaker, is_negated=True))
    return tuple(told)


def _of(found: tuple[str, str, str], place: int, act: Act) -> Iterator[tuple[str, Proposition]]:
    """What the sentence says of who is named there."""
    who, before, behind = found
    before, behind = _END.split(before)[-1], _END.split(behind, maxsplit=1)[0]
    if _OPEN.search(before) or _OPEN.search(behind) or (place and _SAYS.search(before)):
        return
    told = _of_name(before, _AND.sub(" ", behind, count=1) if _AND.match(behind) else behind, act)
    if told and (place == 0 or told.deed in _FAMILIES):
        yield who, told
    if (should := _SHOULD.match(behind)) and (told := _deed(behind[should.end() :])) and told.deed in WISHES:
        yield who, told


def _of_name(before: str, behind: str, act: Act) -> Proposition | None:
    """What is said of who is named between the two; without its name."""
    found: Proposition | None
    if on := _BLAMED_ON.search(before):
        found = _blamed(on["what"])
    elif _BLAMES.search(before):
        of = _FOR.match(behind)
        found = _blamed(behind[of.end() :]) if of else None
    elif (by := _BY.search(before)) and not _WRONGS.isdisjoint(_families(by["what"])):
        found = _blamed(by["what"])
    elif _WANTS.search(before):
        to = _TO.match(behind)
        found = _deed(behind[to.end() if to else 0 :], is_verb=True)
        found = found and found._replace(is_wish=True)
    else:
        found = _deed(behind, is_verb=act in ("demand", "deny"))
        found = found and found._replace(is_wish=found.is_wish or act == "demand")
    if act != "deny" and _HEARSAY.search(before):
        return None
    negated = act == "deny" or _NEGATED.search(before) is not None
    return found and found._replace(is_negated=found.is_negated != negated)


def _blamed(what: str) -> Proposition:
    words = _WORD.findall(_BREAK.split(what, maxsplit=1)[0])[:REACH]
    return Proposition("", DOES, _told(words), False, False, False)


def _deed(behind: str, is_verb: bool = False) -> Proposition | None:
    """The first word behind a subject that may be its deed, and what that is done to."""
    own = _OWN.match(behind)
    clause = _BREAK.split(behind[own.end() if own else 0 :], maxsplit=1)[0]
    spelt = _WORD.findall(clause)
    words = [w.casefold().removesuffix("’s").removesuffix("'s") for w in spelt]
    at = next((n for n, w in enumerate(words) if w not in _LIGHT and not w.endswith(("ly", "n't", "n’t"))), None)
    if at is None or at > NEAR:
        return None
    word, lead = words[at], words[:at]
    deed = _family(word)
    is_told = word.endswith("ed") or word in _PAST or not _AUXILIARIES.isdisjoint(lead)
    if not (is_told or is_verb or word in _BLAMING):
        return None
    if not deed and (is_verb or word.endswith("ed") or not _AUXILIARIES.isdisjoint(lead[-2:])):
        deed = next(iter(stems(word)), "")
    if not deed:
        return None
    to = _told(spelt[at + 1 : at + 1 + REACH])
    is_undergone = deed != DOES and not _PASSIVE.isdisjoint(lead) and word.endswith(("ed", "en", "t"))
    if deed in _WRONGS and not is_undergone:
        to, deed = to | {f"={deed}"}, DOES
    is_negated = not _NO.isdisjoint(lead) or any(w.endswith(("n't", "n’t")) for w in lead)
    return Proposition("", deed, to, is_undergone, not _WISHING.isdisjoint(lead), is_negated)


def _families(text: str) -> set[str]:
    return set(filter(None, map(_family, _WORD.findall(text.casefold()))))


def _family(word: str) -> str:
    """The family of a folded word, or of what it is the plural of; empty where it has none."""
    return _FAMILY.get(word) or _FAMILY.get(word.removesuffix("s"), "")


def _told(words: Sequence[str]) -> frozenset[str]:
    """The stems of words that are no names, and the families of those that have one."""
    plain = " ".join(w for w in words if w[0].islower() and not _family(w))
    return stems(plain) | {f"={family}" for family in _families(" ".join(words)) - {DOES}}

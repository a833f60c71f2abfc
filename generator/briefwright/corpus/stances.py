"""A statement's words in; out what it says and what it says no to, as stems. Words decide, no grammar.

A statement says no as a whole ("denied both allegations", "called Lindvar's claim false", "rejected the proposal"), or
in one of its sentences ("there were no devices").
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple

from briefwright.model.factsheet import Act

Target = Literal["claim", "wish"]
"""What is said no to: that something is so, or that something be done."""


class Clause(NamedTuple):
    """A sentence of a statement."""

    words: frozenset[str]
    denied: frozenset[str]
    """Its words under a negation."""
    negated: frozenset[str]
    """Of these the ones right behind it: in "did not ignore the treaty" the verb."""
    opening: str
    """Its first word but for an article, as a rule its subject's."""
    plain: bool
    """Whether nothing in it turns its meaning round, or leaves it open."""


class Refusal(NamedTuple):
    """What a statement that says no as a whole says no to."""

    target: Target
    object: frozenset[str]
    """The words for it, without "claim", "proposal" and the like; empty where it only points to what was said."""
    first: str
    """The first of these."""
    whose: frozenset[str]
    """The name in "Lindvar's claim" and "a proposal by Lindvar"."""
    kinds: frozenset[str]
    """What it calls that: "claim", "proposal" and the like."""
    points: bool
    """Whether it points to what was just said: "denied that", "those proposals", or only says "false"."""
    is_charge: bool
    """Whether it points to an accusation."""
    is_general: bool
    """Whether it denies all fault, of whatever anybody accuses its speaker of."""
    is_flat: bool
    """Whether it only calls something false."""
    turns_down: bool
    """Whether it rejects or refuses, and does not only speak against something."""
    is_passive: bool
    is_saying: bool
    """Whether it calls it what is said, and not what is wanted."""

    @property
    def blames(self) -> bool:
        """Whether it finds fault with what somebody said, and not with what somebody wants."""
        return self.speaks_against and self.is_saying

    @property
    def speaks_against(self) -> bool:
        """Whether it does no more than speak against what somebody wants."""
        return self.target == "wish" and not self.turns_down


class Stance(NamedTuple):
    """What a statement says yes and no to."""

    clauses: tuple[Clause, ...]
    words: frozenset[str]
    refusal: Refusal | None
    tells: bool
    """Whether it is worded as a deed, cue and all ("voted to …"), and not as what its speaker says."""
    says_no: bool
    """Whether it says no to anything, as a whole or in a sentence."""

    @property
    def is_plain(self) -> bool:
        """Whether it says something straight out, in one sentence at least."""
        return any(clause.plain for clause in self.clauses)

    @property
    def is_all_plain(self) -> bool:
        """Whether it does so throughout."""
        return all(clause.plain for clause in self.clauses)


STEM = 6
"""Letters that count: "inspect" and "inspection" are one word."""
BETWEEN = 2
"""Words between a verb and what it says no to: "blasted the papers for their report of Bush's plan" blasts no plan."""
HEAD, FRONT = 240, 60
"""Characters in which a statement says no as a whole, and in which its verb stands."""
REACH = 12
"""Words over which a negation reaches at most."""
LONG = 2_000
"""Characters of a statement that are read; no speech that is longer says one thing."""
_BEFORE, _BEHIND = 160, 160
"""Characters looked at on either side of a negation."""


def _any(words: str) -> str:
    return "|".join(words.split())


_FAULTS = _any("impropriety involvement liability misconduct responsibility wrongdoing")
_CHARGES = f"{_FAULTS}|" + _any("accusations? allegations? charges?")
_SAYINGS = f"{_CHARGES}|" + _any("""
    accounts? arguments? assertions? assessments? characterizations? claims? complaints? conclusions? criticisms?
    denials? descriptions? estimates? figures? findings? insinuations? interpretation narratives? notions? numbers?
    rumou?rs? story stories testimony theory theories
""")
_CLAIMS = f"{_SAYINGS}|" + _any("""
    comments? concerns? knowledge labels? positions? premise remarks? reports? statements? suggestions? version views?
""")
_WISHES = _any("""
    appeals? bids? bills? calls? conditions? deadlines? decisions? demands? ideas? invitations? motions? moves? offers?
    petitions? plans? pleas? proposals? requests? steps? terms ultimatums?
""")
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|disput(?:e[sd]?|ing)|refut(?:e[sd]?|ing)|rebut(?:s|ted|ting)?|contradict\w*|repudiat\w+"
    r"|disavow(?:s|ed|ing)?|question(?:s|ed)?(?= (?:that|this|those)\b)"
    r"|disagree[sd]? with)\b",
    re.IGNORECASE,
)
_TURNS_DOWN = re.compile(
    r"\b(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|rebuff\w*|refus(?:e[sd]?|ing|al)|rul(?:ed|es|ing) out"
    r"|turn(?:ed|s|ing)? down|sho(?:t|ots|oting) down"
    r"|push(?:ed|es|ing) back(?: (?:against|at|on))?|brush(?:ed|es|ing) (?:aside|off))\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:oppos(?:e[sd]?|ing)|(?<!ations )(?<!charges )(?<!claims )against|condemn(?:s|ed|ing)?"
    r"|decr(?:y|ies|ied|ying)|critici[sz](?:e[sd]?|ing)|denounc(?:e[sd]?|ing)|blast(?:s|ed|ing)?"
    r"|object(?:s|ed|ing)? to)\b",
    re.IGNORECASE,
)
_FALSE = re.compile(
    r"\b(?:completely|totally|absolutely|entirely|categorically|demonstrably|patently|obviously|simply|just|is|are|was"
    r"|were|as) (?:\w+ly |an? |all )?(?:false|untrue|fake|lies?|hoax|baseless|unfounded|groundless|fabricat\w+"
    r"|nonsense|incorrect|inaccurate)\b|\bnever happened\b|(?:\bnot|n[’']t) true\b|\bno truth\b"
    r"|\bfalse (?:accusation|allegation|claim|charge|report|story)s?\b|\b(?:it|that|this) did(?:n[’']t| not) happen\b",
    re.IGNORECASE,
)
_NAMED_FALSE = re.compile(
    r"\b(?:claims?|reports?|allegations?|accusations?|suggestions?|charges?|notions?|ideas?|rumou?rs?|assertions?)"
    r" (?:that|of|about) (?P<what>[^.;!?]{8,160}?) (?:is|are|was|were|as) (?:\w+ly |just |an? |[“\"‘'])*"
    r"(?:false|untrue|lies?|hoax|baseless|unfounded|groundless|fabricat\w+|nonsense|incorrect|inaccurate)\b",
    re.IGNORECASE,
)
"""What is false, named by its words: "reports that the dam leaked are incorrect"."""
_CALLED_FALSE = re.compile(
    rf"\W*(?:\w+, )?(?P<what>(?:\w+ ){{0,3}}?(?:{_CLAIMS}))(?: (?:against|contained|from|in|made) [^.;!?]{{1,80}}?)?"
    r" (?:is|are|was|were) (?:\w+ly |all |just |[“\"‘'])*"
    r"(?:false|untrue|lies?|baseless|unfounded|groundless|incorrect|not true)\b",
    re.IGNORECASE,
)
"""What is false as a whole: "the accusations are false"."""
_OWNED = re.compile(
    rf"(?P<owner>(?:[A-Z][\w.-]* )*[A-Z][\w.-]*)[’']s? (?:[\w-]+ ){{0,2}}?(?:{_CLAIMS}|{_WISHES})\b"
    rf"|\b(?:{_CLAIMS}|{_WISHES}) (?:\w+ ){{0,3}}?(?:by|from|of) (?:\w+ ){{0,2}}?"
    r"(?P<maker>[A-Z][\w.-]*(?: [A-Z][\w.-]*)*)"
    rf"|\bthe (?P<bare>[A-Z][\w-]+) (?:{_CLAIMS}|{_WISHES})\b"
)
_NAMELESS = re.compile(rf"\b(?:{_CLAIMS}|{_WISHES})\b", re.IGNORECASE)
_CLAIM = re.compile(rf"\b(?:{_CLAIMS})\b", re.IGNORECASE)
_CHARGE = re.compile(rf"\b(?:{_CHARGES})\b", re.IGNORECASE)
_FAULT = re.compile(
    rf"\b(?:{_FAULTS}|culpab\w+"
    r"|guilt\w*|involved|liable|responsible|incident|encounter|any(?:thing)? (?:\w+ )?wrong)\b",
    re.IGNORECASE,
)
_SAYING = re.compile(rf"\W*(?:[\w’'-]+ ){{0,3}}?(?:{_SAYINGS})\b", re.IGNORECASE)
_REQUEST = re.compile(r"\W*(?:\w+ ){0,3}(?:appeals?|motions?|petitions?|requests?)\b", re.IGNORECASE)
_PERSON = re.compile(r"\W*(?:him|her|me|them|us|you)\W*", re.IGNORECASE)
_PASSIVE = re.compile(r"\s*(?:was|were|is|are|been)\b", re.IGNORECASE)
_FAILURE = re.compile(r"\b(?:fail(?:ed|ing|ures?)|lack(?:ing)?|not|refus(?:al|ing))\b|n[’']t\b", re.IGNORECASE)
"""What turns a refusal round: who criticizes "the failure to explain" asks for the same as who demands to explain."""
_ASIDE = re.compile(r"\b(?:as|because|but)\b|(?<=\S )(?:saying|calling|arguing|insisting)\b|;", re.IGNORECASE)
_POINTS = re.compile(
    r"\W*(?:(?:all|any|call(?:s|ed|ing)?|each|of|over|said) )*"
    r"(?:both|her|his|it|its|such|that|their|these|this|those)\b",
    re.IGNORECASE,
)
_WHAT = re.compile(r"^\W*(?:how|what)\b.*", re.IGNORECASE)
_SUCH = re.compile(
    rf"\W*(?:(?:such|these|this|those)(?: [\w’'-]+){{1,3}}|that [\w-]+ (?:{_CLAIMS}|{_WISHES})"
    r"|that [\w’'-]+(?: of [\w’'-]+)?"
    r"|(?:both|either|neither|none) of [\w’'-]+(?: \w+)?|there is (?:in|to) (?:it|that|this)"
    r"|to (?:back down|budge|comply|do (?:it|so|that)|give in|oblige|relent|yield"
    r"|(?:accept|approve|consider|grant|pass|sign|support|take) (?:it|that|them)(?: up)?))\W*$",
    re.IGNORECASE,
)
"""What only points back, whatever it calls it: "such an exchange", "either of those options"."""
_SINCE = re.compile(r"\b(?:because|if|unless|when|whether)\b", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:if|unless|until|when|whether|which|who|that)\b[^,;:.]*$", re.IGNORECASE)

_OTHERS = re.compile(r"\b(?:I|we) \w+ (?!I\b|we\b)\w+", re.IGNORECASE)
"""Whose refusal a speaker only tells: "I know many people disagree"."""

_NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|cannot)\b|n[’']t\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|whether|until)\b[^,;:.]*$", re.IGNORECASE)
_LIGHT = frozenset(
    "a all an any at be been being even ever going had have in just least really single so the to yet".split()
)
"""What may stand between a negation and the word that it negates."""
_TURNING = re.compile(
    r"\b(?:acquit|avoid|challeng|clear(?:s|ed)? of|decid(?:e|es|ed|ing)\b|den(?:y|ies|ied|ial)|dismiss|disput|doubt"
    r"|end(?:s|ed)?|exonerat|fail|false|halt|how\b|if\b|instead|knock|lack|myth|oppos|possib|potential|prevent|question(?:s|ed|ing)?\b"
    r"|rather than|refus|refut|reject|stop|unless|unrelated|whether|without)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?;])[”’\"']*\s+|\s(?:…|\.\.\.|—|–|--)\s")
_BREAK = re.compile(
    r"[,;:]\s|\s(?:although|because|but|if|that|though|unless|until|when|whereas|which|while|who)\s", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset({"a", "an", "the"})

_EMPTY = frozenset(
    word[:STEM]
    for word in """
    about above according actually after again against ago ain all almost already also although always among and
    another any anybody anyone anything are aren around asked away back became because become been before being
    believe believed believes better between big both but call called calling calls came can cannot come could couldn
    day days did didn does doesn doing don done down during each either else enough even ever every everybody everyone
    everything far few first for from further gave get gets getting give given goes going gone good got great had hadn
    has hasn have haven having her here hers herself him himself his how however instead into isn its itself just keep
    kept kind know known last later least let like likely long lot made make makes making many may maybe mean means
    might month months more morning most much must myself need needed needs neither never new next nobody none nor not
    nothing now off often once one only other others our ours out over own part people percent perhaps point president
    put quite rather really right said same saw say saying says see seen several shall she should shouldn simply since
    some somebody someone something sort still such sure take taken takes tell tells than that the their them themselves
    then there these they thing things think thinks this those though thought through time times today together told
    tomorrow too took toward towards trying two under until upon use used using very want wanted wants was wasn way week
    weeks well went were weren what whatever when where whether which while who whole whom whose why will with within
    without won would wouldn year years yes yesterday yet you your yours
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december
    """.split()
)
"""What says nothing of a matter: grammar, and the days that statements share by chance."""


@lru_cache(maxsize=100_000)  # of a project that is edited live nearly all statements stay
def stance(wording: str, cue: str | None, act: Act) -> Stance:
    """What a statement says yes and no to; `cue` are the article's words that attribute it."""
    clauses = tuple(_clause(sentence) for sentence in _SENTENCE.split(wording[:LONG]))
    words = frozenset().union(*(clause.words for clause in clauses))
    tells = bool(cue) and wording.casefold().startswith((cue or "").casefold()[:12])
    refusal = _refusal(wording, cue or "", act)
    return Stance(clauses, words, refusal, tells, refusal is not None or any(c.denied for c in clauses))


@lru_cache(maxsize=200_000)
def stems(text: str) -> frozenset[str]:
    """The words that say something of a matter, each by its first letters."""
    return frozenset(filter(None, map(_stem, _WORD.findall(text))))


def _stem(word: str) -> str:
    """The letters of a word that count; none of one that says nothing, or of a number."""
    folded = word.casefold()
    if folded[:STEM] in _EMPTY or folded.isdigit() or (len(folded) < 3 and not word.isupper()):
        return ""
    return folded[:STEM] if len(folded) > 4 or not folded.endswith("s") else folded.rstrip("s")


def _first_stem(words: list[str]) -> str:
    return next(filter(None, map(_stem, words)), "")


def _clause(sentence: str) -> Clause:
    denied: set[str] = set()
    negated: set[str] = set()
    for negation in _NEGATION.finditer(sentence):
        start, end = negation.span()
        if not _IF.search(sentence[max(0, start - _BEFORE) : start]):
            reached = _WORD.findall(_BREAK.split(sentence[end : end + _BEHIND], maxsplit=1)[0])[:REACH]
            denied.update(map(_stem, reached))
            negated.update(map(_stem, islice((w for w in reached if w.casefold() not in _LIGHT), 1)))
    opening = next((w for w in _WORD.findall(sentence) if w.casefold() not in _ARTICLES), "")
    return Clause(
        words=stems(sentence),
        denied=frozenset(denied - {""}),
        negated=frozenset(negated - {""}),
        opening=_stem(opening),
        plain=not denied and not _TURNING.search(sentence),
    )


def rejects(cue: str) -> bool:
    """Whether a cue says no to what follows it, which its speaker then does not say: "shot down charges that …"."""
    return _DENIES.search(cue) is not None or _TURNS_DOWN.search(cue) is not None


def _refusal(wording: str, cue: str, act: Act) -> Refusal | None:
    led = "" if cue.casefold() in wording.casefold() else f"{cue} "
    head = f"{led}{wording}"[:HEAD]
    verb = flat = named = called = None
    if act in ("deny", "oppose"):
        verb = next(filter(None, (p.search(head, 0, FRONT) for p in (_DENIES, _TURNS_DOWN, _AGAINST))), None)
    if verb is None and act in ("assert", "deny", "oppose"):
        flat, named = _FALSE.search(head), _NAMED_FALSE.search(wording[:HEAD])
        called = None if named else _CALLED_FALSE.match(wording[:HEAD])
    if not (verb or flat or named or called):
        return None
    before = head[: verb.start()] if verb else ""
    if _NEGATION.search(before) or _CONDITION.search(before[len(led) :]) or _OTHERS.search(before[len(led) :]):
        return None
    if flat and _SINCE.search(head, 0, flat.start()):
        return None
    told = named or called
    behind = told["what"] if told else _ASIDE.split(head[verb.end() :] if verb else wording[:HEAD])[0]
    turns_down = verb is not None and _TURNS_DOWN.match(verb[0]) is not None
    opposes = verb is not None and act == "oppose" and not _DENIES.match(verb[0])
    wish = (opposes and not (turns_down and _SAYING.match(behind))) or _REQUEST.match(behind) is not None
    if verb and (_FAILURE.search(behind) or (opposes and _PERSON.fullmatch(behind))):
        return None
    owned = _OWNED.search(head)
    if verb and owned and len(_WORD.findall(head[verb.end() : owned.start()])) > BETWEEN:
        owned = None
    such = _SUCH.match(" ".join(_FALSE.sub(" ", behind).split())) is not None
    matter = "" if such else _NAMELESS.sub(" ", _FALSE.sub(" ", behind))
    return Refusal(
        target="wish" if wish else "claim",
        object=stems(matter),
        first=_first_stem(_WORD.findall(_NAMELESS.sub(" ", behind))),
        whose=stems(owned["owner"] or owned["maker"] or owned["bare"]) if owned else frozenset(),
        kinds=frozenset().union(*(stems(name[0]) for name in _NAMELESS.finditer(_WHAT.sub("", behind)))),
        points=such or _POINTS.match(behind) is not None or not _WORD.search(_FALSE.sub("", behind)),
        is_charge=_CHARGE.search(behind) is not None,
        is_general=_FAULT.search(behind) is not None,
        is_flat=verb is None and told is None,
        turns_down=turns_down,
        is_passive=_PASSIVE.match(head) is not None,
        is_saying=_CLAIM.search(behind) is not None,
    )

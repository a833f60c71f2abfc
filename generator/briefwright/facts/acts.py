"""An attribution in, the kind of act out: assert, deny, demand, support, oppose, warn, commit, ask or decline.

First the cue decides, with its negation; where the cue only says that something was said, the words said decide.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from briefwright.facts.tone import act_by_tone, is_called_false
from briefwright.model.document import Attribution, Document, Token
from briefwright.model.factsheet import Act
from briefwright.model.text import Span


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


REPORTING = _words("""
    accord accuse allege announce believe claim confirm describe estimate report rumor rumour say tell think
    """)
"""Cues that report what nobody is named for: "it was announced that …"."""
DENYING = _words("""
    backtrack contradict denial deny disavow dispute doubt rebut rebuttal refute repudiate walk
    """)
OPPOSING = _words("""
    accusation accuse against anger angry assail attack balk bash bemoan berate blame blast block boo boycott chide
    complain complaint condemn condemnation critical criticise criticism criticize decry denunciation deplore deride
    disagree disappointment disapprove disillusioned dismay displeasure fault frustration fume furious fuss hate
    hostility insult irritated lambaste lament lash mock object objection oppose opposition outrage overturn pan
    perturb protest rail rebuff rebuke refusal refuse rejection reluctance reluctant renounce resist ridicule rip
    scold slam sue trash unhappy unmoved unwilling unwillingness upset yell
    """)
DISMISSING = _words("challenge denounce dismiss question reject")
"""Against a claim they deny, against anything else they oppose."""
CLAIMS = _words("""
    account accusation allegation argument assertion assumption charge claim estimate figure finding idea notion report
    rumor rumour story study suggestion
    """)
WISHING = _words("hope want wish")
"""Cues whose past tells what somebody meant to do themselves ("wanted to buy the mill")."""
CHARGES = _words("allegation allege assertion claim")
"""What is said to have been done, against whomever."""
DEMANDING = _words("""
    advise advocate appeal ask beg call campaign demand direct eager encourage forbid hope implore instruct invite
    lobby order persuade petition plea plead press pressure prod proposal propose push recommend request require
    seek subpoena urge want wish
    """)
SUPPORTING = _words("""
    admiration admire applaud approval approve back celebrate champion cheer commend congratulate defend defense
    embrace endorse endorsement favor favour hail herald laud pitch praise promote salute side support supportive
    thank tout uphold vouch welcome
    """)
WARNING = _words("""
    afraid alarm anxiety caution concern concerned fear threat threaten warn warning worried worry
    """)
COMMITTING = _words("""
    agree aim commit commitment decide determination intend intention offer plan pledge promise readiness ready
    resolve swear volunteer vow willing willingness
    """)
ASKING = _words("ask grill inquire press question quiz wonder")
CONVEYING = _words("announce convey declare express offer reaffirm reiterate repeat show signal underscore voice")
"""Cues whose object says what stance it is: "voiced his support for", "reiterated their opposition to"."""
NAMING = _words("brand call characterise characterize consider deem describe dub label portray regard see term view")
"""Cues that give somebody or something a name."""
AIMED = _words("aim dig jab shot swipe")
"""What somebody takes at an opponent."""
BILLS = _words("amendment bill legislation measure resolution")
"""What somebody who wants a law introduces."""
PLAIN = _words("add continue post remark say speak state tell tweet write")
"""Cues that only say; what follows them tells where or by which means ("said at a press conference")."""
DECLINING = _words(
    "answer comment confirm disclose discuss elaborate estimate identify provide reply respond reveal say specify"
)
"""What somebody does not do who gives no answer."""

REVERSED: dict[Act, Act] = {
    "commit": "deny", "demand": "oppose", "deny": "assert", "oppose": "assert", "support": "oppose", "warn": "assert",
}  # fmt: skip
"""The act that a negated cue makes: who does not support opposes, but who does not deny only says so."""

NEGATIONS = _words("cannot n't neither never no nor not n’t without")
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
"""Tags of verbs that make a sentence."""
_MISREAD = {"hat": "hate", "hop": "hope"}  # what small English models make of "hopes" and "hoping"
_QUESTION = re.compile(r"(if|whether|what|who|why|how|when|where)\b", re.I)

_ASKED = re.compile(r"[^.!?]*\?")
"""Words that begin with a question."""
_DARED = re.compile(r"(?:\S+ ){1,4}?to \w")
"""As in "challenged the mayor to publish the plans"."""
_NEED = re.compile(r"(?:about |of )?the need (?:for|to)\b", re.I)
_INFINITIVE = re.compile(r"\bto \w")
_BEFORE_NOUN = 4
"""Tokens within which a noun phrase has its noun, with few words before it."""
_HEAD = 400
"""Characters of the content that decide."""


def lemma(token: Token) -> str:
    """The lemma in lower case, mended where small models misread it."""
    found = token.lemma.lower()
    return _MISREAD.get(found, found)


def act_of(document: Document, attribution: Attribution, about_self: bool = False) -> Act:
    """What kind of act the attribution is; `about_self` says that the content begins with its own speaker."""
    cue = _telling(document, attribution.cue)
    content = _own_words(document, attribution).strip(" \n“”\"«»'‘`")[:_HEAD]
    content = content.removeprefix("that ")
    negated = any(t.text.lower() in NEGATIONS for t in cue)
    lemmas = [lemma(t) for t in cue]
    if _declines(lemmas, content, negated):
        return "decline"
    if not negated and _is_past_wish(cue, content):
        return "assert"
    act = _by_cue(document, attribution.content, lemmas, content)
    if act is None and _is_command(document, attribution.content[0]):
        return "demand"
    if act is None:
        return act_by_tone(
            content, about_self, _is_quoted(document, attribution), not negated and bool(NAMING & set(lemmas))
        )
    return REVERSED.get(act, act) if negated and "plead" not in lemmas else act


def _own_words(document: Document, attribution: Attribution) -> str:
    """What is said, without what it reports of others: who says that divers fear a leak fears nothing."""
    return " ".join(piece for span in attribution.content for piece in _without_inner(document, attribution, span))


def _without_inner(document: Document, attribution: Attribution, span: Span) -> Iterator[str]:
    """The pieces of a stretch of what is said, around the cues and the contents of others."""
    start = span.start
    for other in document.attributions[bisect_left(document.attributions, span.start, key=_cue_start) :]:
        if other.cue[0].start >= span.end:
            break
        inside = [s for s in other.content if other.cue[0].start < s.start and s.end <= span.end]
        if other is attribution or not inside or not _is_other(document, other, span):
            continue
        if start < other.cue[0].start:
            yield document.text[start : other.cue[0].start]
        start = max(start, inside[-1].end)
    if start < span.end:
        yield document.text[start : span.end]


def _cue_start(attribution: Attribution) -> int:
    return attribution.cue[0].start


def _is_other(document: Document, other: Attribution, span: Span) -> bool:
    """Whether the source is named in the span by a noun: "he" may be whoever speaks."""
    words = [t for s in other.source if span.start <= s.start and s.end <= span.end for t in document.tokens_in(*s)]
    supposed = any(t.tag == "MD" for s in other.cue for t in document.tokens_in(*s))
    return not supposed and any(t.pos in ("NOUN", "PROPN") for t in words)


def _is_quoted(document: Document, attribution: Attribution) -> bool:
    """Whether the content begins with the speaker's very own words."""
    words = (t for t in document.tokens_in(*attribution.content[0]) if t.text[0].isalnum())
    return any(document.quoted(t.start, t.end) for t in islice(words, 1))


def _telling(document: Document, cue: tuple[Span, ...]) -> list[Token]:
    """The words of the cue that say what is done: of "said at a press conference" only "said"."""
    found: list[Token] = []
    for token in (t for span in cue for t in document.tokens_in(*span)):
        plain = any(lemma(t) in PLAIN for t in found)
        if not plain or token.pos == "VERB" or token.text.lower() in NEGATIONS:
            found.append(token)
    return found


def _is_past_wish(cue: list[Token], content: str) -> bool:
    """Whether it only tells what somebody once meant to do themselves."""
    return content.startswith("to ") and any(lemma(t) in WISHING and t.tag in ("VBD", "VBN") for t in cue)


def _declines(lemmas: list[str], content: str, negated: bool) -> bool:
    first = content.lower().split()[:2]
    refuses = "decline" in lemmas or "refuse" in lemmas
    if refuses and first[:1] == ["to"] and first[-1] in DECLINING:
        return True
    if refuses and _QUESTION.match(content):  # of "declined to say who" the network may leave out "to say"
        return True
    if "silent" in lemmas or (refuses and DECLINING & set(lemmas)):
        return True
    return negated and any(name in DECLINING or name == "detail" for name in lemmas)


def _by_cue(document: Document, content: tuple[Span, ...], lemmas: list[str], words: str) -> Act | None:
    for name in lemmas:
        asks = _ASKED.match(words) or _QUESTION.match(words) or "about" in [*lemmas, *words.split()[:1]]
        if name in ASKING and (asks or _puts_questions(document, content)):
            return "ask"
        if name == "introduce" and BILLS & {*lemmas, *_nouns(document, content[0])}:
            return "demand"
        if name == "challenge" and _DARED.match(words):
            return "demand"
        if name in DISMISSING:
            return "deny" if _is_claim(document, content) or is_called_false(words) else "oppose"
        if name == "defend" and _is_clause(document, content):
            return None
        if name == "vote":
            return (
                "oppose" if "against" in lemmas else "support" if "for" in lemmas or words.startswith("to ") else None
            )
        if name == "plead" and "guilty" in [*lemmas, *words.split()[:2]]:
            return "deny" if NEGATIONS & {*lemmas, words.split()[0]} else None
        if name in CHARGES:
            return None
        if (name == "push" and "back" in [*lemmas, *words.split()[:1]]) or (name in AIMED and "at" in lemmas):
            return "oppose"
        if name == "decline":
            return "oppose"
        if name == "argue" and "for" in [*lemmas, *words.split()[:1]]:
            return "demand"
        if name == "agree" and _is_clause(document, content):
            return None
        if name in ("speak", "talk") and _NEED.match(words):
            return "demand"
        if name in CONVEYING and not words.startswith("to ") and (stance := _stance(document, content[0])):
            return stance
        orders = not any(_is_clause(document, (span,)) for span in content) and _INFINITIVE.search(words)
        if name == "tell" and (orders or words.startswith("to ")):
            return "demand"
        if name == "call" and not {"for", "on", "upon"} & set(lemmas):  # "calls it a crisis"
            return "oppose" if "out" in lemmas else None
        if (act := _listed(name)) is not None:
            return act
    return None


def is_question(text: str, span: Span) -> bool:
    """Whether the stretch begins as a reported question does ("whether she would go")."""
    return _QUESTION.match(text, span.start) is not None


def _puts_questions(document: Document, content: tuple[Span, ...]) -> bool:
    """Whether questions are asked, or a later stretch is one ("asked | Holm | whether she would go")."""
    later = any(is_question(document.text, s) for s in content[1:])
    return later or "question" in _nouns(document, content[0])[:1]


def _nouns(document: Document, span: Span) -> list[str]:
    """The lemmas of the nouns near its beginning."""
    return [lemma(t) for t in document.tokens_in(*span)[:_BEFORE_NOUN] if t.pos == "NOUN"]


def _stance(document: Document, span: Span) -> Act | None:
    """The act of the first noun: "his support for the bill", "their dismay at the ruling"."""
    noun = next((t for t in document.tokens_in(*span)[:_BEFORE_NOUN] if t.pos == "NOUN"), None)
    return None if noun is None else _listed(lemma(noun))


def _listed(name: str) -> Act | None:
    return next((act for act, names in _CUES if name in names), None)


_CUES: tuple[tuple[Act, frozenset[str]], ...] = (
    ("deny", DENYING),
    ("oppose", OPPOSING),
    ("warn", WARNING),
    ("commit", COMMITTING),
    ("support", SUPPORTING),
    ("demand", DEMANDING),
)


def _is_clause(document: Document, content: tuple[Span, ...]) -> bool:
    """Whether the content is a sentence: who defends that something is so only says it."""
    words = document.tokens_in(*content[0])
    finite = (t for t in words if t.tag in FINITE and words[0].tag != "TO")  # "put" in "to put" may be misread
    verbs = (document.tokens[t.head] if t.dep in ("aux", "auxpass") else t for t in finite)
    return any(t.dep not in ("acl", "relcl") for t in verbs)


def _is_command(document: Document, span: Span) -> bool:
    """Whether words in quotation marks begin with an order: "Boil your water", "Do not go out"."""
    words = [t for t in document.tokens_in(*span) if t.text[0].isalnum() or t.text in ("n't", "n’t")][:3]
    if not words or not document.quoted(words[0].start, words[0].end):
        return False
    forbids = words[0].text.lower() == "do" and any(t.text.lower() in ("n't", "n’t", "not") for t in words[1:2])
    orders = words[0].tag == "VB" and words[0].dep in ("ROOT", "ccomp") and words[0].lemma not in ("be", "thank")
    return forbids or orders


def _is_claim(document: Document, content: tuple[Span, ...]) -> bool:
    """Whether the first noun of the content is a claim: "the report that …"."""
    noun = next((t for t in document.tokens_in(*content[0]) if t.pos == "NOUN"), None)
    return noun is not None and lemma(noun) in CLAIMS

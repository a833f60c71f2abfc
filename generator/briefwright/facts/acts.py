"""An attribution in, the kind of act out: assert, deny, demand, support, oppose, warn, commit, ask or decline.

First the cue decides, with its negation; where the cue only says that something was said, the words said decide.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import dropwhile, islice

from briefwright.facts import attitudes
from briefwright.facts.figures import head_of
from briefwright.facts.lexicon import GROUP_NOUNS, ROLE_NOUNS
from briefwright.facts.sources import source_head
from briefwright.facts.tone import MODAL, act_by_tone, is_called_false
from briefwright.model.document import Attribution, Document, Token
from briefwright.model.factsheet import Act
from briefwright.model.text import Span

_MISREAD = {"hat": "hate", "hop": "hope"}  # what small English models make of "hopes" and "hoping"
_QUESTION = re.compile(r"(if|whether|what|who|why|how|when|where)\b", re.I)

_ASKED = re.compile(r"[^.!?]*\?")
"""Words that begin with a question."""
_DARED = re.compile(r"(?:\S+ ){1,4}?to \w")
"""As in "challenged the mayor to publish the plans"."""
_NEED = re.compile(r"(?:about |of )?the need (?:for|to)\b", re.I)
_INFINITIVE = re.compile(r"\bto \w")
_INVERTED = re.compile(
    r"(?:can|could|did|do|does|had|has|have|is|are|was|were|should|will|would) (?:I|he|it|she|that|they|this|we|you)\b",
    re.I,
)
"""Words that begin with a question that the text does not end with its mark."""
_BE_DONE = re.compile(rf"(?:(?!{MODAL})[^ ,.]+ ){{1,5}}?be\b", re.I)
"""As in "(suggested) the bridge be closed"."""
_SEE_DONE = re.compile(r"to (?:hear|see)\b|to be \w+(?:ed|en)\b")
"""What somebody wants others to do or to bring about ("to see the law repealed")."""
_MEANT = frozenset({"intend", "plan"})
"""What somebody "had" done who did not do what they meant to."""
_OWN = frozenset({"I", "We", "My", "Our"})
"""Words for whoever speaks at the head of their own words."""
_OTHERS_OR_SELF = frozenset({"he", "she"})
_QUOTES = " \n“”\"«»'‘`"
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
    content = _own_words(document, attribution).strip(_QUOTES)[:_HEAD]
    content = content.removeprefix("that ").lstrip(_QUOTES)
    negated = any(t.text.lower() in attitudes.NEGATIONS for t in cue)
    lemmas = [lemma(t) for t in cue]
    if _declines(lemmas, content, negated):
        return "decline"
    if not negated and _is_past_wish(cue, content):
        return "assert"
    if negated and not {"agree", *attitudes.WISHING}.isdisjoint(lemmas):
        return "oppose"
    adverbs = {lemma(t) for t in cue if t.pos == "ADV" or t.tag == "RP"}  # who holds back does not back anything
    act = _by_cue(_Told(document, attribution.content, lemmas, content), [n for n in lemmas if n not in adverbs])
    if act is None and _is_command(document, attribution.content[0]):
        return "demand"
    if act is None:
        return _by_tone(document, attribution, content, about_self, set() if negated else set(lemmas))
    if act == "commit" and negated and not attitudes.INCLINED.isdisjoint(lemmas):
        return "oppose"
    if act == "oppose" and _refrains(document, attribution, lemmas):
        return "decline"
    return attitudes.REVERSED.get(act, act) if negated and "plead" not in lemmas else act


def _by_tone(document: Document, attribution: Attribution, content: str, about_self: bool, lemmas: Set[str]) -> Act:
    """The act that the words said make; who only expects something of themselves promises nothing."""
    about_self = about_self or _is_of_self(document, attribution, content)
    act = act_by_tone(content, about_self, _is_quoted(document, attribution), bool(attitudes.NAMING & lemmas))
    return "assert" if attitudes.LEARNING & lemmas or (act == "commit" and attitudes.EXPECTING & lemmas) else act


def _is_of_self(document: Document, attribution: Attribution, content: str) -> bool:
    """Whether the first word of what is said means whoever says it: not "she" of a man's, or "he" of aides' words."""
    first = content.split(" ", 1)[0].partition("’")[0].partition("'")[0]
    if first in _OWN:
        return True
    if first.lower() not in _OTHERS_OR_SELF or _is_quoted(document, attribution):
        return False
    head = source_head(document, attribution.source)
    plural = head is not None and (head.tag in ("NNS", "NNPS") or head.text.lower() in ("they", "we"))
    other = head is not None and head.text.lower() in _OTHERS_OR_SELF - {first.lower()}
    return not plural and not other


def _refrains(document: Document, attribution: Attribution, lemmas: list[str]) -> bool:
    """Whether somebody only does not oppose: "declined to criticise", "stopped short of denouncing"."""
    own = {lemma(t) for t in _telling(document, attribution.cue) if t.pos in ("ADJ", "NOUN", "VERB")}
    if "stop" in own and "short" not in lemmas:
        return False
    words = document.tokens_in(*attribution.content[0])
    done = next((t for t in words[1:4] if t.pos == "VERB"), None) if words and words[0].tag == "TO" else None
    against = {*own, lemma(done)} if done else own
    return bool(own & attitudes.REFRAINING) and bool(
        against & (attitudes.OPPOSING | attitudes.DISMISSING) - attitudes.REFRAINING
    )


def _own_words(document: Document, attribution: Attribution) -> str:
    """What is said, without what it reports of others: who says that divers fear a leak fears nothing."""
    said = ""
    for piece in (p for span in attribution.content for p in _without_inner(document, attribution, span)):
        ended = not said or said.rstrip(_QUOTES)[-1:] in ".!?" or not piece.lstrip(_QUOTES)[:1].isupper()
        said = f"{said.rstrip(' ,')}{' ' if ended else '. '}{piece}"
    return said


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
        plain = any(lemma(t) in attitudes.PLAIN for t in found)
        if not plain or token.pos == "VERB" or token.text.lower() in attitudes.NEGATIONS:
            found.append(token)
    return found


def _is_past_wish(cue: list[Token], content: str) -> bool:
    """Whether it only tells what somebody once meant to do themselves, or "had hoped" for."""
    past = {lemma(t) for t in cue if t.tag in ("VBD", "VBN")}
    perfect = any(t.text.lower() in ("had", "'d", "’d") for t in cue)
    meant = attitudes.WISHING | {"seek"} | (_MEANT if perfect else set())
    return not past.isdisjoint(meant) if content.startswith("to ") else past == {"have", "hope"}


def _declines(lemmas: list[str], content: str, negated: bool) -> bool:
    first = [w for w in content.lower().split()[:3] if not w.endswith("ly")][:2]
    refuses = not attitudes.REFUSING.isdisjoint(lemmas)
    if refuses and first[:1] == ["to"] and first[-1] in attitudes.TELLING:
        return True
    if refuses and _QUESTION.match(content):  # of "declined to say who" the network may leave out "to say"
        return True
    if attitudes.EVADING & set(lemmas) and "question" in {
        *lemmas,
        *content.lower().replace("questions", "question").split()[:3],
    }:
        return True
    if attitudes.SILENT & set(lemmas) or ("quiet" in lemmas and {"stay", "keep", "remain"} & set(lemmas)):
        return True
    if {"be", "say"} <= set(lemmas):  # "which is not to say that it failed"
        return False
    if negated:
        return not {*attitudes.DECLINING, "detail"}.isdisjoint(lemmas)
    return refuses and not {*attitudes.TELLING, "interview"}.isdisjoint(lemmas)


def _by_cue(told: _Told, names: list[str]) -> Act | None:
    for name in names:
        if told.asks(name):
            return "ask"
        if told.leaves_to_tone(name):
            return None
        if (act := told.by_construction(name) or told.by_object(name) or _listed(name)) is not None:
            return act
    return None


@dataclass(frozen=True, slots=True)
class _Told:
    """A cue, by its lemmas, with what it tells; what is asked of it is asked for one of the lemmas."""

    document: Document
    content: tuple[Span, ...]
    lemmas: list[str]
    words: str

    def asks(self, name: str) -> bool:
        if name in attitudes.WISHING:
            return "know" in self.lemmas or self.words.startswith("to know ")
        if name in attitudes.INQUIRING:
            return self.words.lower().startswith("whether ")
        if name not in attitudes.ASKING or "answer" in self.lemmas:
            return False
        opens = any(p.match(self.words) for p in (_ASKED, _INVERTED, _QUESTION)) or self.has("about")
        if name == "question":
            return opens or _is_somebody(self.document, self.content[0])
        return opens or self.has("question") or _puts_questions(self.document, self.content)

    def leaves_to_tone(self, name: str) -> bool:
        """Whether a cue that may be a stance only says something here."""
        if name == "call":  # "calls it a crisis"
            return not self.has("for", "on", "upon", "out")
        if name in ("agree", "decide"):  # "agreed that it was late"
            reported = self.document.tokens_in(*self.content[0])[:1]
            return not self.has("with") and (
                any(t.text == "that" for t in reported) or _is_clause(self.document, self.content)
            )
        if name == "decision":  # "a decision about the bridge"
            return not self.words.startswith("to ")
        if name == "question" and "answer" in self.lemmas:
            return True
        return name in attitudes.CHARGES or (name == "defend" and _is_clause(self.document, self.content))

    def by_construction(self, name: str) -> Act | None:
        """The act of a cue with its particle, or with the form of what follows."""
        to = self.words.startswith("to ")
        nouns = _nouns(self.document, self.content[0])
        if name == "vote":
            return "oppose" if "against" in self.lemmas else "support" if "for" in self.lemmas or to else None
        if name == "plead" and "guilty" in [*self.lemmas, *self.words.split()[:2]]:
            return "deny" if attitudes.NEGATIONS & {*self.lemmas, self.words.split()[0]} else None
        if name == "decline" or (name == "call" and self.has("out")):
            return "oppose"
        if name in attitudes.DEMANDING and "against" in self.lemmas:
            return "oppose"
        if (name == "back" and self.has("away", "down", "off", "out")) or (
            name == "deny" and not attitudes.REQUESTS.isdisjoint([*self.lemmas, *nouns])
        ):
            return "oppose"
        if name == "offer" and (to or not attitudes.OFFERED.isdisjoint([*self.lemmas, *nouns])):
            return "commit"
        if (name == "push" and self.has("back")) or (name in attitudes.AIMED and "at" in self.lemmas):
            return "oppose"
        if (name, True) in (("agree", self.has("with")), ("confidence", self.has("in"))):
            return "support"
        if name in attitudes.INTENDING and to and _is_infinitive(self.document, self.content[0]):
            return "demand" if _SEE_DONE.match(self.words) else "commit"
        if name == "hope" and self.has("of"):  # "his hopes of a second term"
            return None
        infinitive = not any(_is_clause(self.document, (s,)) for s in self.content) and _INFINITIVE.search(self.words)
        if name == "encourage" and not _INFINITIVE.search(self.words):  # "encouraged the use of nets"
            return "support"
        demands = {
            "argue": self.has("for"), "challenge": _DARED.match(self.words), "insist": self.has("on"),
            "press": self.puts_to_somebody(), "push": self.puts_to_somebody(),
            "speak": _NEED.match(self.words), "suggest": self.puts_forward(), "talk": _NEED.match(self.words),
            "tell": infinitive or to,
        }  # fmt: skip
        return "demand" if demands.get(name) else None

    def by_object(self, name: str) -> Act | None:
        """The act of a cue whose object tells what stance it is."""
        if name in attitudes.TABLING and attitudes.BILLS & {*self.lemmas, *_nouns(self.document, self.content[0])}:
            return "demand"
        if name in attitudes.DISMISSING:
            false = _is_claim(self.document, self.content) or is_called_false(self.words)
            return "deny" if false else "oppose"
        if name in attitudes.CONVEYING and not self.words.startswith("to "):
            return _stance(self.document, self.content[0])
        return None

    def has(self, *particles: str) -> bool:
        """Whether the cue, or else what follows, holds one of the particles."""
        return not {*self.lemmas, *self.words.split()[:1]}.isdisjoint(particles)

    def puts_to_somebody(self) -> bool:
        """Whether somebody is to do something: "pushed for a ban", "pressed the board to pay"."""
        words = (t for span in self.content for t in self.document.tokens_in(*span))
        return self.has("for", "on") or any(t.tag == "TO" for t in words)

    def puts_forward(self) -> bool:
        """Whether what follows is no fact but something to be done: "closing the bridge", "the bridge be closed"."""
        first = next(iter(self.document.tokens_in(*self.content[0])), None)
        does = first is not None and first.tag in ("VB", "VBG") and not _is_clause(self.document, self.content)
        return does or _BE_DONE.match(self.words) is not None


def _is_infinitive(document: Document, span: Span) -> bool:
    """Whether its "to" stands before a verb: of "look to the city to pay" it does not."""
    return any(t.tag == "TO" for t in document.tokens_in(*span)[:2])


def _is_somebody(document: Document, span: Span) -> bool:
    """Whether the stretch is about a person, or people, and not about what is theirs."""
    words = document.tokens_in(*span)
    head = head_of(document, words[0].i, words[-1].i + 1) if words else None
    return head is not None and (head.pos in ("PRON", "PROPN") or head.lemma.lower() in GROUP_NOUNS | ROLE_NOUNS)


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
    ("deny", attitudes.DENYING),
    ("oppose", attitudes.OPPOSING),
    ("warn", attitudes.WARNING),
    ("commit", attitudes.COMMITTING),
    ("support", attitudes.SUPPORTING),
    ("demand", attitudes.DEMANDING),
)


def _is_clause(document: Document, content: tuple[Span, ...]) -> bool:
    """Whether the content is a sentence: who defends that something is so only says it."""
    words = document.tokens_in(*content[0])
    finite = (
        t for t in words if t.tag in attitudes.FINITE and words[0].tag != "TO"
    )  # "put" in "to put" may be misread
    verbs = (document.tokens[t.head] if t.dep in ("aux", "auxpass") else t for t in finite)
    return any(t.dep not in ("acl", "relcl") for t in verbs)


def _is_command(document: Document, span: Span) -> bool:
    """Whether words in quotation marks begin with an order: "Boil your water", "Do not go out"."""
    words = [t for t in document.tokens_in(*span) if t.text[0].isalnum() or t.text in ("n't", "n’t")][:4]
    words = list(dropwhile(lambda t: t.pos == "ADV", words))  # "First, trust your engineers"
    if not words or not document.quoted(words[0].start, words[0].end):
        return False
    forbids = words[0].text.lower() == "do" and any(t.text.lower() in ("n't", "n’t", "not") for t in words[1:2])
    orders = words[0].tag == "VB" and words[0].dep in ("ROOT", "ccomp") and words[0].lemma not in attitudes.RHETORICAL
    return forbids or orders


def _is_claim(document: Document, content: tuple[Span, ...]) -> bool:
    """Whether the first noun of the content is a claim: "the report that …"."""
    noun = next((t for t in document.tokens_in(*content[0]) if t.pos == "NOUN"), None)
    return noun is not None and lemma(noun) in attitudes.CLAIMS

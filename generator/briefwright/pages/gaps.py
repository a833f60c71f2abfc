"""What the material does not tell: a corpus in; out, who is not heard, what one origin alone carries.

Only what the sheets themselves show: that somebody is not quoted here does not say that nobody asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from briefwright import commonness
from briefwright.errors import Problem
from briefwright.model.corpus import Briefing, Corpus, Question, Statement
from briefwright.model.order import grouped
from briefwright.model.text import PRONOUNS
from briefwright.pages.pressing import is_past, weightiest
from briefwright.pages.silent import declines_to_speak, may_speak

LEAST_STATEMENTS = 3
"""From so many statements on it is worth saying that all come from one origin, or from one side."""
STALE_DAYS = 90
"""A topic with an open question is stale when no article of so many days touches it."""
GAPS_SHOWN = 12
"""Of each kind so many are shown at once, the others in a fold."""
MOST_OF_A_KIND = 40
"""A kind of more stands on a page of its own, and its first ones on the page of all kinds."""
OF_FACT = frozenset({"assert", "deny"})
"""What others could confirm; what somebody wants or promises needs nobody beside them."""
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_SHORT_VERB = re.compile(r"['’](?:d|ll|m|re|s|ve)$")
_ARTICLE = re.compile(r"^(?:an?|the|one|some)\s+", re.IGNORECASE)


class OneOrigin(NamedTuple):
    """A topic or an actor of which all statements come from one text and its copies."""

    id: str
    statements: Sequence[Statement]
    briefing: Briefing


Claim = tuple[Statement, ...]


class OneVoice(NamedTuple):
    """A topic on which one actor, or those who belong to it, alone are heard."""

    id: str
    actor: str
    statements: Sequence[Statement]


class Unheard(NamedTuple):
    """An actor that articles are about and that nowhere says anything, nor anyone who belongs to it."""

    actor: str
    briefings: Sequence[Briefing]


class Declined(NamedTuple):
    """An actor that would not comment or did not answer; None for sources without a name."""

    actor: str | None
    statements: Sequence[Statement]


class Unnamed(NamedTuple):
    """Words that stand for a source without a name, and what it says; no words where the article gives none."""

    source: str | None
    statements: Sequence[Statement]


class Stale(NamedTuple):
    """A topic with open questions and the day of its last article; `days` since then."""

    id: str
    day: str
    days: int
    questions: Sequence[Question]


class Incomplete(NamedTuple):
    """An article and what it lacks, of: date, outlet, text, reading (nothing was read in it)."""

    briefing: Briefing
    missing: tuple[str, ...]


class Gaps(NamedTuple):
    """The gaps, in the order of the page; each kind with the weightiest first."""

    one_origin: list[OneOrigin]
    one_voice: list[OneVoice]
    heard_once: list[OneOrigin]
    """Actors heard through one origin alone."""
    one_maker: list[Claim]
    """Claims of several articles that all have them from one agency, outlet or cited medium."""
    one_speaker: list[Claim]
    """Other claims of fact that several articles report, all by one and the same speaker."""
    unheard: list[Unheard]
    declined: list[Declined]
    unnamed: list[Unnamed]
    names: list[Unnamed]
    """Sources that are a name whose bearer was not found: they are named, and no actor."""
    pronouns: list[Unnamed]
    """Sources that are a pronoun which was not resolved: nobody may have been meant to stay without a name."""
    overdue: list[Question]
    stale: list[Stale]
    incomplete: list[Incomplete]
    unread: list[Problem]
    """Articles that could not be read."""

    def numbers(self) -> list[tuple[str, int]]:
        """The kinds that there are, by their anchors on the page of gaps, with how many."""
        found = {
            "not-heard": len(self.unheard),
            "declined": sum(len(g.statements) for g in self.declined),
            "one-side": len(self.one_voice),
            "one-origin": len(self.one_origin),
            "one-source": len(self.one_maker) + len(self.one_speaker),
            "unnamed": sum(len(g.statements) for g in self.unnamed),
            "unanswered": len(self.overdue),
            "stale": len(self.stale),
            "incomplete": len(self.incomplete),
            "unread": len(self.unread),
        }
        return [(anchor, n) for anchor, n in found.items() if n]

    def of(self, kind: str) -> Gaps:
        """Those of one kind, by its anchor, and no others."""
        return Gaps(*(found if field in KINDS[kind] else [] for field, found in self._asdict().items()))


KINDS = {
    "not-heard": ("unheard",),
    "declined": ("declined",),
    "one-side": ("one_voice",),
    "one-origin": ("one_origin", "heard_once"),
    "one-source": ("one_maker", "one_speaker"),
    "unnamed": ("unnamed",),
    "names": ("names",),
    "pronouns": ("pronouns",),
    "unanswered": ("overdue",),
    "stale": ("stale",),
    "incomplete": ("incomplete",),
    "unread": ("unread",),
}
"""The sections of the page, by their anchors: the fields of `Gaps` that each shows."""
LISTED = tuple(kind for kind in KINDS if kind not in ("names", "pronouns", "unanswered"))
"""Those that are a list of their own."""


def find_gaps(corpus: Corpus) -> Gaps:
    """All gaps that the sheets show, as of the day of the corpus."""
    topics = grouped((t, s) for s in corpus.statements for t in s.topics)
    actors = grouped((s.actor, s) for s in corpus.by_known(corpus.statements) if s.actor)
    nameless = _unnamed(corpus)
    one_maker, one_speaker = _one_source(corpus)
    return Gaps(
        one_origin=_one_origin(corpus, topics.items()),
        one_voice=_one_voice(corpus, topics.items()),
        heard_once=_one_origin(corpus, actors.items()),
        one_maker=one_maker,
        one_speaker=one_speaker,
        unheard=_unheard(corpus),
        declined=_declined(corpus),
        unnamed=[g for g in nameless if not is_pronoun(g.source) and not is_name(g.source)],
        names=[g for g in nameless if is_name(g.source)],
        pronouns=[g for g in nameless if is_pronoun(g.source)],
        overdue=weightiest(corpus, (q for q in corpus.questions if is_past(corpus, q))),
        stale=_stale(corpus),
        incomplete=[Incomplete(b, missing) for b in corpus.briefings if (missing := _missing(b))],
        unread=list(corpus.unread),
    )


def is_pronoun(source: str | None) -> bool:
    """Whether a source is nothing but a word that stands for somebody named elsewhere, or such a word and its verb."""
    return source is not None and _SHORT_VERB.sub("", source).casefold() in PRONOUNS


def is_name(source: str | None) -> bool:
    """Whether a source is a name and nothing else; “Critics” and “Americans” are none, nor is what has an article."""
    words = _WORD.findall(source or "")
    if not words or is_pronoun(source) or not all(word[0].isupper() for word in words) or _ARTICLE.match(source or ""):
        return False
    several = len(words) == 1 and words[0].endswith("s")
    return not several and not commonness.share(commonness.fold(words[0]))


def not_quoted(corpus: Corpus, briefing: Briefing) -> list[str]:
    """Main actors of an article that it quotes in no way: neither them, nor who belongs to them, nor as its source."""
    speaking = {s.actor for s in briefing.statements} | {s.via for s in briefing.statements}
    named = (part.actor for part in briefing.cast if part.main)
    return [a for a in named if a not in speaking and speaking.isdisjoint(corpus.members(a))]


def _one_origin(corpus: Corpus, said: Iterable[tuple[str, Sequence[Statement]]]) -> list[OneOrigin]:
    found = [
        OneOrigin(key, statements, corpus.by_id[statements[0].sheet])
        for key, statements in said
        if len(statements) >= LEAST_STATEMENTS and len({s.sheet for s in statements}) == 1
    ]
    return sorted(found, key=lambda g: (-len(g.statements), g.id))


def _one_source(corpus: Corpus) -> tuple[list[Claim], list[Claim]]:
    """Claims of several articles that come from one maker, and those of one speaker; most articles first."""
    claims = sorted(dict.fromkeys(corpus.claims.values()), key=lambda claim: -len({s.sheet for s in claim}))
    one_maker = [c for c in claims if len({corpus.made_by[s.sheet, s.id] for s in c}) == 1]
    one_speaker = [c for c in claims if c[0].actor and {(s.actor, s.act in OF_FACT) for s in c} == {(c[0].actor, True)}]
    return one_maker, [c for c in one_speaker if c not in one_maker]


def _one_voice(corpus: Corpus, said: Iterable[tuple[str, Sequence[Statement]]]) -> list[OneVoice]:
    found = []
    for topic, statements in said:
        speaking = Counter(s.actor for s in statements)
        common = corpus.common_among(statements)
        heads = [a for a in speaking if a and a not in common and speaking.keys() <= {a} | corpus.members(a)]
        if heads and len(statements) >= LEAST_STATEMENTS:
            found.append(OneVoice(topic, heads[0], statements))
    return sorted(found, key=lambda g: (-len(g.statements), g.id))


def _unheard(corpus: Corpus) -> list[Unheard]:
    """No outlet, no thing and nobody dead; first those whom articles, then those whom speakers are about."""
    passing_on = {s.via for s in corpus.statements}
    parts = grouped((p.actor, b) for b in corpus.briefings if b.origin is None for p in b.cast if p.main)
    silent = (a for a in parts if not corpus.said_by(a) and not corpus.said_for(a) and a not in passing_on)
    beside = grouped((p.actor, b) for b in corpus.briefings for p in b.cast)
    found = (Unheard(a, parts[a]) for a in corpus.known_actors(silent) if may_speak(corpus.actors[a], beside[a]))
    return sorted(found, key=lambda g: (-len(g.briefings), -len(corpus.said_about(g.actor)), g.actor))


def _declined(corpus: Corpus) -> list[Declined]:
    declined = [s for s in corpus.statements if s.act == "decline" and declines_to_speak(s)]
    apart = corpus.common_among(declined)  # of a common word what each article tells stands by itself
    groups = grouped(((s.actor, s.sheet if s.actor in apart else ""), s) for s in declined)
    found = [Declined(actor, statements) for (actor, _), statements in groups.items()]
    return sorted(found, key=lambda g: (g.actor is None, -len(g.statements), g.actor or ""))


def _unnamed(corpus: Corpus) -> list[Unnamed]:
    """Sources without a name, those in the same words together whatever their article and capitals."""
    groups = grouped((_ARTICLE.sub("", s.source or "").casefold(), s) for s in corpus.said_by(None))
    found = [Unnamed(_most_frequent(s.source for s in said), said) for said in groups.values()]
    return sorted(found, key=lambda g: (g.source is None, -len(g.statements), g.source or ""))


def _most_frequent(words: Iterable[str | None]) -> str | None:
    counts = Counter(words)
    return min(counts, key=lambda w: (-counts[w], w or ""))


def _stale(corpus: Corpus) -> list[Stale]:
    if corpus.as_of is None:
        return []
    days = grouped((t, b.day) for b in corpus.briefings if b.day for t in b.topics)
    asked = grouped((t, q) for q in corpus.questions if q.status == "open" for t in q.topics)
    last = {t: max(days[t]) for t in asked if t in days}
    ages = {t: (corpus.as_of - date.fromisoformat(day)).days for t, day in last.items()}
    found = [Stale(t, last[t], ages[t], asked[t]) for t in last if ages[t] >= STALE_DAYS]
    return sorted(found, key=lambda g: (-len(g.questions), g.days, g.id))


def _missing(briefing: Briefing) -> tuple[str, ...]:
    read = briefing.statements or briefing.questions or briefing.events
    has = {"date": briefing.day, "outlet": briefing.outlet, "text": briefing.text, "reading": read}
    return tuple(key for key, value in has.items() if not value)

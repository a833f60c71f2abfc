"""A long page at a glance: statements in; out, the sides of a matter, an actor’s topics, and of whom it speaks.

Corpus in, small named tuples out, in the order of display; no HTML.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from briefwright.model.corpus import Corpus, Statement
from briefwright.model.factsheet import Act
from briefwright.model.order import grouped
from briefwright.pages.acts import ACTS
from briefwright.pages.listing import camp_head
from briefwright.pages.views import is_surely_read

SIDES = 6
"""So many sides are seen at a glance; all stand further down."""
SHORT = 300
"""Signs of evidence that a glance takes in."""
OF_WEIGHT = 0.5
"""Of the articles that name the best known of a side, so many name whoever may speak for it: a state or its minister,
not its sportsman."""

WHOLE = 5
"""So many words may say something by themselves: not “support for trade”."""
LAST_DAYS = 3
"""Of so many days with words the newest that has telling ones stands for what is said at last …"""
LAST_SPAN = timedelta(days=90)
"""… if it is no longer than this before the newest of all."""
_DEBRIS = re.compile(r"[^\w\s“\"‘(\[$€£…]|[’'‘]s\b")
"""What no sentence begins with, but a piece of one that was cut: “: We go on”, “’s view”."""
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")


class Glimpse(NamedTuple):
    """One side: those who belong together, or one speaker alone."""

    head: str
    """The actor to whom all of them belong."""
    speakers: tuple[str, ...]
    """The one with most statements first."""
    total: int
    acts: tuple[tuple[Act, int], ...]
    newest: Statement
    """Of a speaker of weight; telling words, if the last days have any."""
    later: Statement | None
    """Of a later day, and less telling."""


class Subject(NamedTuple):
    """A topic on which an actor speaks."""

    topic: str
    number: int
    acts: tuple[tuple[Act, int], ...]
    first: Statement
    """Of the first day; the most telling one."""
    latest: Statement
    later: Statement | None
    """Of a later day than `latest`, and less telling."""
    articles: int
    has_changed: bool
    """Whether the actor turns with one of them."""


class Exchange(NamedTuple):
    """Another actor, and the statements that one makes about the other."""

    actor: str
    number: int
    since: str | None
    """None, too, of a common word, which may mean others from day to day."""


def glimpses(corpus: Corpus, statements: Sequence[Statement]) -> tuple[Glimpse, ...]:
    """The sides that say most, each with its newest words; none where fewer than two speak. Newest statements first."""
    articles = Counter(part.actor for b in corpus.briefings for part in b.cast)
    by_head = grouped((camp_head(corpus, s.actor), s) for s in statements if s.actor is not None)
    sides = [_glimpse(corpus, head, said, articles) for head, said in by_head.items() if head is not None]
    sides.sort(key=lambda g: (-g.total, g.head))
    return tuple(sides[:SIDES]) if len(sides) > 1 else ()


def _glimpse(corpus: Corpus, head: str, said: Sequence[Statement], articles: Mapping[str, int]) -> Glimpse:
    speakers = Counter(str(s.actor) for s in said)
    ordered = sorted(speakers, key=lambda actor: (-speakers[actor], actor))
    least = OF_WEIGHT * max(articles[actor] for actor in speakers)
    weighty = [s for s in said if articles[str(s.actor)] >= least]
    return Glimpse(head, tuple(ordered), len(said), _acts(said), *_latest(_by_day(corpus, weighty)))


def _is_telling(statement: Statement) -> bool:
    """Whether it is surely read, and its words are a whole: no scrap and no headline."""
    words = (statement.passage.quotes or (statement.wording,))[0].strip()
    long_words = _LONG_WORD.findall(words)
    is_headline = bool(long_words) and sum(word[0].isupper() for word in long_words) > len(long_words) / 2
    is_whole = len(words.split()) >= WHOLE and not _DEBRIS.match(words)
    return is_surely_read(statement) and is_whole and not is_headline


def _less_telling(statement: Statement) -> tuple[bool, bool, bool, bool]:
    """What is surely read and whole, soon read, shows a stand, and is in the speaker's own words comes first."""
    length = sum(map(len, statement.passage.quotes))
    return not _is_telling(statement), length > SHORT, statement.act == "assert", statement.mode == "indirect"


def _by_day(corpus: Corpus, said: Iterable[Statement]) -> list[tuple[str | None, Sequence[Statement]]]:
    """The days of their articles, the first one first, without those of no day if there are others."""
    found = grouped((corpus.by_id[s.sheet].day, s) for s in said)
    return sorted((day, of_day) for day, of_day in found.items() if day) or list(found.items())


def _latest(days: Sequence[tuple[str | None, Sequence[Statement]]]) -> tuple[Statement, Statement | None]:
    """The most telling words of the last days, and those of the newest day if that has none that tell."""
    newest_day, newest = days[-1][0], min(days[-1][1], key=_less_telling)
    for day, said in reversed(days[-LAST_DAYS:]):
        best = min(said, key=_less_telling)
        if _is_telling(best) and not _is_long_before(day, newest_day):
            return best, None if day == newest_day else newest
    return newest, None


def _is_long_before(day: str | None, other: str | None) -> bool:
    return day is not None and other is not None and date.fromisoformat(other) - date.fromisoformat(day) > LAST_SPAN


def _acts(said: Iterable[Statement]) -> tuple[tuple[Act, int], ...]:
    acts = Counter(s.act for s in said)
    return tuple((act, acts[act]) for act in sorted(acts, key=lambda act: (-acts[act], list(ACTS).index(act))))


def subjects(corpus: Corpus, statements: Iterable[Statement]) -> list[Subject]:
    """The topics of one actor's statements, most statements first."""
    found = []
    for topic, said in grouped((topic, s) for s in statements for topic in s.topics).items():
        first, latest, later = then_and_now(corpus, said)
        articles, has_changed = len({s.sheet for s in said}), any((s.sheet, s.id) in corpus.changes for s in said)
        found.append(Subject(topic, len(said), _acts(said), first, latest, later, articles, has_changed))
    return sorted(found, key=lambda each: (-each.number, each.topic))


def then_and_now(corpus: Corpus, said: Sequence[Statement]) -> tuple[Statement, Statement, Statement | None]:
    """The most telling words of the first day and of the last ones, and what is later than these, but less telling."""
    days = _by_day(corpus, said)
    return min(days[0][1], key=_less_telling), *_latest(days)


def exchanges(
    corpus: Corpus, pairs: Iterable[tuple[str, Statement]], most: int, *, dated: bool = True
) -> list[Exchange]:
    """Of pairs of an actor and a statement the `most` frequent actors, each with the number and the first day."""
    said = grouped(pairs)
    order = sorted(said, key=lambda actor: (-len(said[actor]), actor))[:most]
    known = corpus.known_actors(order) if dated else frozenset()
    return [Exchange(a, len(said[a]), _days(corpus, said[a])[0] if a in known else None) for a in order]


def _days(corpus: Corpus, said: Iterable[Statement]) -> list[str] | list[None]:
    """The days of their articles, the first one first; a None where no article has any."""
    days = [day for s in said if (day := corpus.by_id[s.sheet].day)]
    return sorted(days) or [None]

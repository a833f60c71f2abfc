"""A long page at a glance: statements in; out, the sides of a matter, an actor’s topics, and of whom it speaks.

Corpus in, small named tuples out, in the order of display; no HTML.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from briefwright.model.corpus import Corpus, Statement
from briefwright.model.factsheet import Act
from briefwright.model.order import grouped
from briefwright.pages.acts import ACTS
from briefwright.pages.listing import camp_head

SIDES = 6
"""So many sides are seen at a glance; all stand further down."""
SHORT = 300
"""Signs of evidence that a glance takes in."""
OF_WEIGHT = 0.5
"""Of the articles that name the best known of a side, so many name whoever may speak for it: a state or its minister,
not its sportsman."""


class Glimpse(NamedTuple):
    """One side: those who belong together, or one speaker alone."""

    head: str
    """The actor to whom all of them belong."""
    speakers: tuple[str, ...]
    """The one with most statements first."""
    total: int
    acts: tuple[tuple[Act, int], ...]
    newest: Statement
    """Of a speaker of weight."""


class Subject(NamedTuple):
    """A topic on which an actor speaks."""

    topic: str
    number: int
    acts: tuple[tuple[Act, int], ...]
    first: Statement
    """Of the first day; the most telling one."""
    latest: Statement
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
    day = corpus.by_id[weighty[0].sheet].day
    newest = [s for s in weighty if corpus.by_id[s.sheet].day == day]
    return Glimpse(head, tuple(ordered), len(said), _acts(said), min(newest, key=_less_telling))


def _less_telling(statement: Statement) -> tuple[bool, bool]:
    """What shows a stand and is soon read comes first."""
    return sum(map(len, statement.passage.quotes)) > SHORT, statement.act == "assert"


def _acts(said: Iterable[Statement]) -> tuple[tuple[Act, int], ...]:
    acts = Counter(s.act for s in said)
    return tuple((act, acts[act]) for act in sorted(acts, key=lambda act: (-acts[act], list(ACTS).index(act))))


def subjects(corpus: Corpus, statements: Iterable[Statement]) -> list[Subject]:
    """The topics of one actor's statements, most statements first."""
    found = []
    for topic, said in grouped((topic, s) for s in statements for topic in s.topics).items():
        first, latest = then_and_now(corpus, said)
        articles, has_changed = len({s.sheet for s in said}), any((s.sheet, s.id) in corpus.changes for s in said)
        found.append(Subject(topic, len(said), _acts(said), first, latest, articles, has_changed))
    return sorted(found, key=lambda each: (-each.number, each.topic))


def then_and_now(corpus: Corpus, said: Sequence[Statement]) -> tuple[Statement, Statement]:
    """The most telling statement of the first day and of the last; the same one where no article has a day."""
    days = {s.sheet: day for s in said if (day := corpus.by_id[s.sheet].day)}
    first, latest = (
        min((s for s in said if days.get(s.sheet) == day), key=_less_telling)
        for day in (min(days.values(), default=None), max(days.values(), default=None))
    )
    return first, latest


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

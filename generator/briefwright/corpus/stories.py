"""Published articles in, those that tell one story together out, each story earliest first.

What an article is about is its rare words, names among them, weighed by tf-idf; how alike two are is their cosine.
Groups that are alike on average are joined, the likest first, and less readily the longer nothing was written between
them: a story may run on for months, but not pause for long. A person's word (`article.story`) goes first.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from briefwright.commonness import share, words
from briefwright.corpus.dates import first_day
from briefwright.model.corpus import Origin
from briefwright.model.factsheet import ArticleInfo

LEAST = 0.16
"""Likeness of two groups, on average and weakened by the time between them, from which on they are one story."""
HALF_LIFE = 30
"""Days without an article after which two groups must be twice as like."""
UNKNOWN = 15
"""Days that count where a date is not known."""
ORDINARY = 300
"""Ordinary articles that are added in thought: in a small project they alone tell which words are rare."""
MOST_WORDS = 100
"""Of an article the weightiest words are compared; more only cost time."""
FAINT = 0.03
"""Cosine below which two articles count as not alike at all."""

LANGUAGE = "en"
"""Articles in it are compared; of other languages nobody has told which words are ordinary."""

Alike = dict[int, dict[int, float]]
"""How alike articles are, by their places; for two groups the sum over their articles."""


class Told(NamedTuple):
    """What an article tells, and the ordinal of its day."""

    id: str
    day: int | None
    text: str


class _Group(NamedTuple):
    """Articles of one story by their places, and the first and the last known day."""

    places: tuple[int, ...]
    days: tuple[int, int] | None

    def joined(self, other: _Group) -> _Group:
        both = [*(self.days or ()), *(other.days or ())]
        return _Group(self.places + other.places, (min(both), max(both)) if both else None)

    def pause(self, other: _Group) -> int:
        """Days between the two in which neither has an article."""
        if not self.days or not other.days:
            return UNKNOWN
        return max(0, self.days[0] - other.days[1], other.days[0] - self.days[1])


def join_stories(
    articles: Iterable[ArticleInfo], texts: Mapping[str, str], origins: Mapping[str, Origin]
) -> tuple[tuple[str, ...], ...]:
    """The stories of published articles; `texts` is what each says, by its id.

    A copy belongs to the story of its origin, unless a person says otherwise.
    """
    shelf = {article.id: article for article in articles}
    told_with = {a.id: a.id for a in shelf.values() if not a.language.startswith(LANGUAGE)}
    told_with |= {copy: origin.sheet for copy, origin in origins.items()}
    told_with |= {a.id: a.story for a in shelf.values() if a.story in shelf}
    days = {a.id: first_day(a.published).toordinal() for a in shelf.values() if a.published}
    return find_stories((Told(i, days.get(i), texts[i]) for i in shelf), told_with)


def find_stories(articles: Iterable[Told], told_with: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """The ids of each story with two articles or more; the same in whatever order the articles come.

    `told_with` has, by its id, each article that is not to be compared, and the one whose story it belongs to; its own
    id says that it begins a story of its own.
    """
    shelf = sorted(articles, key=lambda a: (a.day is None, a.day or 0, a.id))
    together = [tuple(pair) for pair in told_with.items()]
    together += compared(tuple(a for a in shelf if a.id not in told_with))
    return _connected([a.id for a in shelf], together)


@lru_cache(maxsize=4)  # in a live session most saves change no article's words
def compared(articles: tuple[Told, ...]) -> tuple[tuple[str, ...], ...]:
    """The groups that comparing finds, of two articles or more."""
    groups = {i: _Group((i,), (a.day, a.day) if a.day is not None else None) for i, a in enumerate(articles)}
    _join(groups, _alike(list(_vectors(articles))))
    return tuple(tuple(articles[i].id for i in sorted(g.places)) for g in groups.values() if len(g.places) > 1)


def _vectors(articles: Sequence[Told]) -> Iterator[dict[str, float]]:
    """Of each article its weightiest words, at a length of 1."""
    counted = [_counted(a.text) for a in articles]
    holders = Counter(word for counts in counted for word in counts)
    number = len(articles) + ORDINARY
    rarity = {w: max(0.0, math.log(number / (n + ORDINARY * share(w)))) for w, n in holders.items()}
    for counts in counted:
        weights = {word: (1 + math.log(n)) * rarity[word] for word, n in counts.items()}
        weightiest = sorted(weights, key=lambda w: (-weights[w], w))[:MOST_WORDS]
        length = math.sqrt(sum(weights[w] ** 2 for w in weightiest)) or 1.0
        yield {w: weights[w] / length for w in weightiest}


@lru_cache(maxsize=5_000)  # of a project that is edited live nearly all texts stay from build to build
def _counted(text: str) -> Counter[str]:
    """How often each word stands in the text."""
    return Counter(words(text))


def _alike(vectors: Sequence[Mapping[str, float]]) -> Alike:
    """The cosine of each two that are alike at all, found through an index from words to articles."""
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        for word, weight in vector.items():
            index[word].append((place, weight))
    held = {word: (np.array([p for p, _ in h]), np.array([w for _, w in h])) for word, h in index.items() if len(h) > 1}
    alike: Alike = {place: {} for place in range(len(vectors))}
    for place, vector in enumerate(vectors):
        shared = [(weight, *held[word]) for word, weight in vector.items() if word in held]
        if not shared:
            continue
        others = np.concatenate([places for _, places, _ in shared])
        products = np.concatenate([weight * weights for weight, _, weights in shared])
        cosines = np.bincount(others, products, len(vectors)).round(6)  # the same on every machine
        for other in np.flatnonzero(cosines[:place] >= FAINT).tolist():
            alike[place][other] = alike[other][place] = float(cosines[other])
    return alike


def _join(groups: dict[int, _Group], alike: Alike) -> None:
    """Join the two likest groups as long as there are two that are alike enough (average linkage)."""

    def likeness(one: int, other: int) -> float:
        mean = alike[one][other] / (len(groups[one].places) * len(groups[other].places))
        return float(mean * 0.5 ** (groups[one].pause(groups[other]) / HALF_LIFE))

    def pairs(of: int, others: Iterable[int]) -> Iterator[tuple[float, int, int, int]]:
        for other in others:
            one, two = min(of, other), max(of, other)
            if (found := likeness(one, two)) >= LEAST:
                yield -found, one, two, len(groups[one].places) + len(groups[two].places)

    waiting = [pair for one in groups for pair in pairs(one, (o for o in alike[one] if o > one))]
    heapq.heapify(waiting)
    while waiting:
        _, one, two, size = heapq.heappop(waiting)
        if one not in groups or two not in groups or len(groups[one].places) + len(groups[two].places) != size:
            continue  # of groups that have grown since
        groups[one] = groups[one].joined(groups.pop(two))
        for other, much in alike.pop(two).items():
            del alike[other][two]
            if other != one:
                alike[one][other] = alike[other][one] = alike[one].get(other, 0.0) + much
        for pair in pairs(one, alike[one]):
            heapq.heappush(waiting, pair)


def _connected(ids: Sequence[str], together: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The ids that are together with one another, directly or through others, in the order of `ids`."""
    first = {i: i for i in ids}

    def end(i: str) -> str:
        while first[i] != i:
            i = first[i]
        return i

    for head, *others in together:
        for other in others:
            first[end(other)] = end(head)
    stories: dict[str, list[str]] = defaultdict(list)
    for i in ids:
        stories[end(i)].append(i)
    return tuple(tuple(story) for story in stories.values() if len(story) > 1)

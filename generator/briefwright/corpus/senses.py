"""Topics and the articles that use their words in; out, those articles that mean something else by them.

What one article tells around the words is compared with what all others on the topic tell around them: who is
convicted over drugs and who tests a drug have little else in common. Where no two have, it is no topic at all.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from briefwright.commonness import SHORTEST, share
from briefwright.corpus.earning import Articles
from briefwright.corpus.matters import said

WINDOW = 30
"""Words before and after a mention that are told around it."""
ORDINARY = 300
"""Ordinary articles that are added in thought: in a small project they alone tell which words are rare."""
LEAST_ARTICLES = 6
"""Of fewer nobody can say which one is the stray."""
LEAST_LIKE, LEAST_BESIDE, LEAST_OF_MEAN = 0.05, 0.6, 0.3
"""Cosine with all others below which an article is a stray, but where they are unlike themselves: then that share of
the mean cosine; and the share of the mean below which it always is one."""
LEAST_ALIKE = 0.04
"""Mean cosine below which articles have the words in common, and no matter."""

Vector = Mapping[str, float]


class Usage(NamedTuple):
    """The forms of a topic's words, folded and with blanks around, and the ids of the articles on it."""

    forms: Sequence[str]
    on_it: Set[str]


def find_strays(topics: Mapping[str, Usage], articles: Articles) -> dict[str, frozenset[str]]:
    """By topic the articles that are not on it; all of them where it is none."""
    rarity = _rarity(articles)
    return {topic: _strays(usage, articles, rarity) for topic, usage in topics.items()}


def _strays(usage: Usage, articles: Articles, rarity: Vector) -> frozenset[str]:
    around = {i: v for i in sorted(usage.on_it) if (v := _around(usage.forms, articles.texts[i], rarity))}
    titled = {i for i in around if any(form in said(articles.titles[i]).folded for form in usage.forms)}
    rest, strays = set(around), set[str]()
    while len(rest) > 1:
        like = _likenesses({i: around[i] for i in sorted(rest)})
        mean = sum(like.values()) / len(like)
        if mean < LEAST_ALIKE:
            return frozenset(usage.on_it)
        least = max(min(LEAST_LIKE, LEAST_BESIDE * mean), LEAST_OF_MEAN * mean)
        found = {i for i in rest - titled if like[i] < least} if len(around) >= LEAST_ARTICLES else set()
        if not found:
            break
        rest, strays = rest - found, strays | found
    return frozenset(strays)


def _likenesses(vectors: Mapping[str, Vector]) -> dict[str, float]:
    """Of each the cosine with the sum of the others."""
    whole = defaultdict[str, float](float)
    for vector in vectors.values():
        for word, weight in vector.items():
            whole[word] += weight
    length = sum(weight**2 for weight in whole.values())
    found = {}
    for key, vector in vectors.items():
        product = sum(weight * whole[word] for word, weight in vector.items()) - 1
        others = math.sqrt(max(0.0, length - 2 * product - 1))
        found[key] = round(product / others, 6) if others else 0.0
    return found


def _around(forms: Sequence[str], text: str, rarity: Vector) -> Vector:
    """The words told around the mentions, but for those of the topic, weighed by tf-idf, at a length of 1."""
    own = {word for form in forms for word in form.split()}
    counts = Counter(w for w in _told_around(forms, said(text).folded) if w in rarity and w not in own)
    weights = {word: (1 + math.log(n)) * rarity[word] for word, n in counts.items()}
    length = math.sqrt(sum(weight**2 for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


def _told_around(forms: Iterable[str], folded: str) -> Iterator[str]:
    words = folded.split()
    near = set[int]()
    for form in forms:
        before, length = 0, len(form.split())
        for part in folded.split(form)[:-1]:
            before += len(part.split())
            near.update(range(max(0, before - WINDOW), min(len(words), before + length + WINDOW)))
            before += length
    return (words[place] for place in sorted(near))


def _rarity(articles: Articles) -> Vector:
    """Inverse document frequency (Spärck Jones 1972) of words that may say something of a matter."""
    holders = Counter(word for text in articles.texts.values() for word in said(text).counts)
    number = len(articles.texts) + ORDINARY
    found = {w: math.log(number / (n + ORDINARY * share(w))) for w, n in holders.items() if len(w) >= SHORTEST}
    return {word: weight for word, weight in found.items() if weight > 0}

"""Suggested topics and what articles say in; out, which of them are one matter: “tax cuts” and “tax rates” are taxes.

A name's key is the word that says what it is about: one that is rare in ordinary news, no name, and not the last of
several words, which only says what kind of thing it is (“trade talks” and “peace talks” are two matters). Names of one
key are one matter where the articles that use one use the other, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from briefwright.commonness import WORD, fold, share, words
from briefwright.model.order import grouped

MOST_COMMON = 0.13
"""Share of ordinary articles from which on a word says too little to be a key."""
LEAST_SMALL = 1 / 3
"""Of a word's mentions, the share in small letters below which it is a name."""
LEAST_TOGETHER, LEAST_SHARED = 1 / 3, 2
"""Of the articles that use the rarer of two names, the share that use the other, too, and how many do."""

Texts = Mapping[str, str]
"""What articles say, by their ids."""


class Matter(NamedTuple):
    """Ids of topics that are one, the one that names it first; `key` is empty where no word tells what it is about."""

    ids: tuple[str, ...]
    key: str


class Said(NamedTuple):
    """An article's words, folded: in their order with spaces around, how often each is there, and how often small."""

    folded: str
    counts: Counter[str]
    small: Counter[str]


@lru_cache(maxsize=10_000)  # of a project that is edited live nearly all texts stay from build to build
def said(text: str) -> Said:
    """The words of a text."""
    spelt = WORD.findall(text)
    folded = [fold(word) for word in spelt]
    small = Counter(f for f, word in zip(folded, spelt, strict=True) if word.islower())
    return Said(f" {' '.join(folded)} ", Counter(folded), small)


def find_matters(about: Mapping[str, Set[str]], texts: Texts) -> list[Matter]:
    """The topics that are `about` articles, as matters; each topic is in one."""
    keys = _keys(about, list(map(said, texts.values())))
    by_key = grouped((key or f"-{topic}", topic) for topic, key in keys.items())
    matters = []
    for key, topics in sorted(by_key.items()):
        used = {t: len(holders(form(t), texts)) for t in topics} if len(topics) > 1 else {}
        ordered = sorted(topics, key=lambda t: (fold(t) != key, -len(about[t]), -used.get(t, 0), t))
        matters += [Matter(tuple(ids), keys[ids[0]]) for ids in _together(ordered, texts)]
    return matters


def form(name: str) -> str:
    """A name, or an id, as texts are folded."""
    return " ".join(words(name))


def holders(folded: str, texts: Texts) -> frozenset[str]:
    """Ids of the texts that hold a form."""
    return _holders(folded, tuple(texts.items()))


@lru_cache(maxsize=5_000)
def _holders(folded: str, texts: tuple[tuple[str, str], ...]) -> frozenset[str]:
    rarest = min(folded.split(), key=share, default="")
    found = ((i, said(text)) for i, text in texts)
    return frozenset(i for i, t in found if rarest in t.counts and f" {folded} " in t.folded)


def _keys(about: Mapping[str, Set[str]], texts: Iterable[Said]) -> dict[str, str]:
    """The key of each topic: of the words that may be one, that of most articles; empty where none may."""
    names = {topic: [fold(word) for word in topic.split("-")] for topic in about}
    all_words = {word for name in names.values() for word in name}
    counts, small = Counter[str](), Counter[str]()
    for text in texts:
        for word in text.counts.keys() & all_words:
            counts[word] += text.counts[word]
            small[word] += text.small[word]
    telling = {w for w, n in counts.items() if share(w) <= MOST_COMMON and small[w] >= LEAST_SMALL * n}
    articles: dict[str, set[str]] = {}
    for topic, name in names.items():
        for word in telling.intersection(name[:-1] or name):
            articles.setdefault(word, set()).update(about[topic])

    def key(name: Sequence[str]) -> str:
        found = telling.intersection(name[:-1] or name)
        if found:
            return min(found, key=lambda w: (-len(articles[w]), share(w), w))
        return form(" ".join(name)) if telling.intersection(name) else ""

    return {topic: key(name) for topic, name in names.items()}


def _together(topics: Sequence[str], texts: Texts) -> list[list[str]]:
    """Topics of one key in groups; each is used beside another of its group."""
    groups: list[list[str]] = []
    for topic in topics:
        group = next((g for g in groups if any(_beside(topic, other, texts) for other in g)), None)
        if group is None:
            groups.append([topic])
        else:
            group.append(topic)
    return groups


def _beside(one: str, other: str, texts: Texts) -> bool:
    if f"-{one}-" in f"-{other}-" or f"-{other}-" in f"-{one}-":
        return True
    a, b = holders(form(one), texts), holders(form(other), texts)
    return len(a & b) >= max(LEAST_SHARED, LEAST_TOGETHER * min(len(a), len(b)))

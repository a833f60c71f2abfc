"""Suggested topics and what articles say in; out, which of them are one matter: “tax cuts” and “tax rates” are taxes.

A topic's key is the word that says what it is about: one that is rare in ordinary news, no name, and not the last of
several words, which only says what kind of thing it is (“trade talks” and “peace talks” are two matters). The name of a
law or a disease is a key as a whole, unless somebody has that name. Topics of one key are one matter where the articles
that use one use the other, too; what all of their names share are the words of the matter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from briefwright.commonness import SHORTEST, fold, share
from briefwright.model.order import grouped

MOST_COMMON = 0.13
"""Share of ordinary articles from which on a word says too little to be a key."""
LEAST_SMALL = 1 / 3
"""Of a word's mentions, the share in small letters below which it is a name."""
LEAST_TOGETHER, LEAST_SHARED = 1 / 3, 2
"""Of the articles that use the rarer of two names, the share that use the other, too, and how many do."""
SAME, SAME_LEAST, SAME_MOST = 0.55, 10, 1 / 3
"""Of the articles that use one of two words, the share that use both from which on they stand for one matter
(“coronavirus”, “pandemic”); how many must use one, and of all articles the share: what nearly all use tells nothing."""
STEM, LONGEST = 7, 11
"""Letters that two words of one stem begin with, and that they have at most (“immigration”, “immigrants”)."""

_PIECES = re.compile(r"[^\W\d_]+|[^\s\w-]|\d[\d.,]*")

Texts = Mapping[str, str]
"""What articles say, by their ids."""


class Matter(NamedTuple):
    """Ids of topics that are one, the one that names it first; `key` is empty where no word tells what it is about."""

    ids: tuple[str, ...]
    key: str
    words: str
    """The longest run of words that all names share, folded."""


class Said(NamedTuple):
    """An article's words, folded: in their order with blanks around, how often each is there, and how often small.

    A number or a mark, but for hyphens, stands in their order as a full stop.
    """

    folded: str
    counts: Counter[str]
    small: Counter[str]


@lru_cache(maxsize=10_000)  # of a project that is edited live nearly all texts stay from build to build
def said(text: str) -> Said:
    """The words of a text."""
    pieces = _PIECES.findall(text)
    words = list(map(_folded, pieces))
    small = Counter(word for word, piece in zip(words, pieces, strict=True) if piece.islower())
    return Said(f" {' '.join(words)} ", Counter(words), small)


@lru_cache(maxsize=50_000)
def spoken(text: str) -> tuple[str, str]:
    """The words of a text in their order, as `Said` has them; and without those that have a capital in a sentence."""
    pieces = _PIECES.findall(text)
    words = list(map(_folded, pieces))
    opens = [not before[0].isalnum() for before in (".", *pieces)][: len(pieces)]
    common = (w if opening or not p[0].isupper() else "." for w, p, opening in zip(words, pieces, opens, strict=True))
    return f" {' '.join(words)} ", f" {' '.join(common)} "


def _folded(piece: str) -> str:
    return fold(piece) if piece[0].isalpha() else "."


def form(name: str) -> str:
    """A name, or an id, as texts are folded."""
    return " ".join(fold(piece) for piece in _PIECES.findall(name.replace("-", " ")) if piece[0].isalpha())


def find_matters(
    about: Mapping[str, Set[str]], texts: Texts, names: Mapping[str, str], taken: Set[str]
) -> list[Matter]:
    """The topics that are `about` articles, as matters; each topic is in one.

    `names` has what topics are called, `taken` the names of actors, folded.
    """
    keys = _keys(about, list(map(said, texts.values())), names, taken)
    by_key = grouped((key or f"-{topic}", topic) for topic, key in keys.items())
    matters = []
    for key, topics in sorted(by_key.items()):
        used = {t: len(holders(form(t), texts)) for t in topics} if len(topics) > 1 else {}
        bare = {t: form(t) == key for t in topics}
        ordered = sorted(topics, key=lambda t: (-len(about[t]) * (1 + bare[t]), not bare[t], -used.get(t, 0), t))
        groups = _together(ordered, texts)
        matters += [Matter(tuple(ids), keys[ids[0]], _shared(list(map(form, ids)))) for ids in groups]
    return matters


def is_one(words: str, other: str, used: Mapping[str, Set[str]], articles: int) -> bool:
    """Whether the words of two matters, `used` in these of so many articles, stand for one.

    The first is a single word and begins the other, they have one stem, or the same articles use them.
    """
    if " " not in words and other.startswith(f"{words} "):
        return True
    both, either = len(used[words] & used[other]), len(used[words] | used[other])
    if SAME_LEAST <= either <= SAME_MOST * articles and both >= SAME * either:
        return True
    rarer = min(len(used[words]), len(used[other]))
    return _is_one_stem(words, other) and both >= max(LEAST_SHARED, LEAST_TOGETHER * rarer)


def _is_one_stem(words: str, other: str) -> bool:
    """Whether they are one but for blanks or for how they end."""
    if words.replace(" ", "") == other.replace(" ", ""):
        return True
    lengths = len(words), len(other)
    return words[:STEM] == other[:STEM] and min(lengths) >= STEM and max(lengths) <= LONGEST


def holders(folded: str, texts: Texts) -> frozenset[str]:
    """Ids of the texts that hold a form."""
    return _holders(folded, tuple(texts.items()))


@lru_cache(maxsize=5_000)
def _holders(folded: str, texts: tuple[tuple[str, str], ...]) -> frozenset[str]:
    rarest = min(folded.split(), key=share, default="")
    found = ((i, said(text)) for i, text in texts)
    return frozenset(i for i, t in found if rarest in t.counts and f" {folded} " in t.folded)


def _keys(
    about: Mapping[str, Set[str]], texts: Iterable[Said], names: Mapping[str, str], taken: Set[str]
) -> dict[str, str]:
    """The key of each topic: of the words that may be one, that of most articles; empty where none may."""
    spelt = {topic: form(topic).split() for topic in about}
    all_words = {word for words in spelt.values() for word in words}
    counts, small = Counter[str](), Counter[str]()
    for text in texts:
        for word in text.counts.keys() & all_words:
            counts[word] += text.counts[word]
            small[word] += text.small[word]
    rare = (w for w in counts if share(w) <= MOST_COMMON and len(w) >= SHORTEST)
    telling = {w for w in rare if small[w] >= LEAST_SMALL * counts[w]}
    articles: dict[str, set[str]] = {}
    for topic, words in spelt.items():
        for word in telling.intersection(words[:-1] or words):
            articles.setdefault(word, set()).update(about[topic])

    def key(topic: str, words: Sequence[str]) -> str:
        whole = " ".join(words)
        if whole in taken:
            return ""
        if _is_name(names.get(topic, "")) or (whole in counts and whole not in telling and not share(whole)):
            return whole
        found = telling.intersection(words[:-1] or words)
        if found:
            return min(found, key=lambda w: (-len(articles[w]), share(w), w))
        return whole if telling.intersection(words) else ""

    return {topic: key(topic, words) for topic, words in spelt.items()}


def _is_name(name: str) -> bool:
    """Whether it has several words, all of them with a capital."""
    return " " in name and all(word[0].isupper() for word in name.split())


def _shared(names: Sequence[str]) -> str:
    """The longest run of words that all names hold; the first of two as long."""
    words = names[0].split()
    runs = (words[i:end] for i in range(len(words)) for end in range(i + 1, len(words) + 1))
    held = (run for run in map(" ".join, runs) if all(f" {run} " in f" {name} " for name in names))
    return max(held, key=lambda run: run.count(" "), default="")


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

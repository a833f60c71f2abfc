"""A suggested topic and what articles say in; out, whether it earns a page: whether articles are about it.

Several articles, copies aside, and speakers that are named have to be about it, no number stands before it, and of the
articles that use its words, enough are about it. What one word says needs more: it has to name a field of news, and not
a thing that is there in every field (“the investigation”).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from functools import lru_cache
from typing import NamedTuple

from briefwright.commonness import SHORTEST, WORD, fold, share
from briefwright.corpus.matters import Texts, form, holders, said

LEAST_ARTICLES, LEAST_VOICES = 2, 4
"""Articles about a topic; these and the named actors that speak on it."""
ENOUGH_ARTICLES = 3
"""So many need no headline; of fewer one has to have the key."""
LEAST_SHARE = 0.1
"""Of the articles that use a topic's words, the share that are about it: of "process" it is small, of "tariffs" not."""
LEAST_MENTIONS = 2.5
"""Of its key in an article about it, on average: of "party lines" there are fewer."""
MOST_COUNTED = 1 / 3
"""Of its mentions, the share with a number or a hyphen before them from which on they are no mentions of it."""

LEAST_TITLES, OFTEN = 2, 4
"""Headlines with the word of a field; mentions that make an article one about it, whatever its headline."""
LEAST_RARE, LEAST_ORDINARY = 0.8, 1.1
"""What a word needs to name a field, one that is rare in ordinary articles and one that is not: the sum of the shares
of the articles using it that are about it and that have it in the headline, of its mentions before a word that it
specifies (“oil prices”) less half of those behind one that specifies it (“jury trial”), and a tenth of the mentions in
an article."""
MOST_SPECIFIC = 0.3
"""Share of ordinary articles from which on a word neither specifies nor is specified."""

_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_PIECES = re.compile(rf"\d[\d.,]*|(?<=\w)-(?=\w)|{WORD.pattern}")


class Articles(NamedTuple):
    """All but copies, by id."""

    titles: Mapping[str, str]
    texts: Texts


class Claim(NamedTuple):
    """What a topic brings forward."""

    key: str
    words: str
    names: Set[str]
    """All of its names and ids."""
    on_it: Mapping[str, Set[str]]
    """Ids of the articles whose sheets say that they are about it, with the actors that speak on it there."""


def earns_a_page(topic: Claim, articles: Articles) -> bool:
    """Whether the articles on a topic are enough and are about it."""
    actors = frozenset[str]().union(*topic.on_it.values())
    number = len(topic.on_it)
    if not topic.key or number < LEAST_ARTICLES or number + len(actors) < LEAST_VOICES:
        return False
    texts = [articles.texts[s] for s in topic.on_it]
    forms = frozenset(filter(None, map(form, topic.names)))
    if " " not in topic.words:
        return is_field(topic.words, articles) and not _is_measure_or_torn(forms, texts)
    headlines = sum(f" {topic.key} " in said(articles.titles[s]).folded for s in topic.on_it)
    mentions = sum(said(text).folded.count(f" {topic.key} ") for text in texts)
    if headlines < (number < ENOUGH_ARTICLES) or mentions < LEAST_MENTIONS * number:
        return False
    using = frozenset[str]().union(*(holders(f, articles.texts) for f in forms))
    return number >= LEAST_SHARE * len(using) and not _is_measure_or_torn(forms, texts)


def is_field(word: str, articles: Articles) -> bool:
    """Whether a single word names a field of news."""
    using = holders(word, articles.texts)
    titled = {s for s in using if f" {word} " in said(articles.titles[s]).folded}
    if len(titled) < LEAST_TITLES:
        return False
    mentions = {s: said(articles.texts[s]).counts[word] for s in using}
    number = sum(mentions.values())
    about = sum(s in titled or n >= OFTEN for s, n in mentions.items())
    beside = [_beside(word, articles.texts[s]) for s in using]
    specifying = sum(after - before / 2 for before, after in beside) / number
    score = (about + len(titled) + number / 10) / len(using) + specifying
    return score >= (LEAST_ORDINARY if share(word) else LEAST_RARE)


def _beside(word: str, text: str) -> tuple[int, int]:
    """How often a word that is not among the commonest stands before it, and how often behind it."""
    parts = said(text).folded.split(f" {word} ")
    before, after = (p.rsplit(" ", 1)[-1] for p in parts[:-1]), (p.split(" ", 1)[0] for p in parts[1:])
    return sum(map(_is_specific, before)), sum(map(_is_specific, after))


def _is_specific(word: str) -> bool:
    return len(word) >= SHORTEST and share(word) < MOST_SPECIFIC


def _is_measure_or_torn(forms: Set[str], texts: Iterable[str]) -> bool:
    """Whether numbers stand before its mentions, or hyphens: of "same-sex marriage" the parser reads the end."""
    numbered = [_numbered(text) for text in texts]
    mentions = sum(text.count(f" {form} ") for text in numbered for form in forms)
    counted = sum(text.count(f" 0 {form} ") for text in numbered for form in forms)
    return mentions > 0 and counted >= MOST_COUNTED * mentions


@lru_cache(maxsize=1_000)
def _numbered(text: str) -> str:
    """The words of a text as `said` has them, with a 0 for each number that is no year, and for a hyphen in a word."""
    found = ("0" if _is_apart(w) else fold(w) for w in _PIECES.findall(text))
    return f" {' '.join(found)} "


def _is_apart(word: str) -> bool:
    return (
        word == "-"
        or word.casefold() in _NUMBERS
        or (word[0].isdigit() and not (word.isdigit() and len(word) == len("2023")))
    )

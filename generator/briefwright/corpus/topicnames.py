"""The names of a topic's suggestions and what articles say in; out, the name that says what all of it is about.

“Harbour dues” names nothing but themselves where articles tell of fees, fines and refunds, too: that is “Dues”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefwright.commonness import SHORTEST, fold, share
from briefwright.corpus.matters import form, said

LEAST_USED = 0.5
"""Of the articles on a topic the share that has to use a name of several words, where a single word is one, too."""
MOST_SPECIFIED = 0.3
"""Share of ordinary articles from which on a word is not specified by the one before it."""

_WORD = re.compile(r"[^\W\d_]+")


def naming(names: Sequence[str], words: str, texts: Sequence[str]) -> str:
    """The first of the names, unless it is too narrow; a single word in the number in which it mostly stands alone."""
    first = names[0]
    if " " in words or not first.isascii():
        return first
    is_narrow = " " in form(first) and sum(f" {form(first)} " in said(t).folded for t in texts) < LEAST_USED * len(
        texts
    )
    if form(first) != words and not is_narrow:
        return first
    one, many = (sum(found) for found in zip(*(_alone(words, text) for text in texts), strict=True))
    plural = f"{words}{'es' if words.endswith(('ch', 'sh', 'x', 'z')) else 's'}"
    if many > one:
        return plural.capitalize()
    return first


@lru_cache(maxsize=5_000)
def _alone(word: str, text: str) -> tuple[int, int]:
    """How often the word stands before none that it specifies, in the singular and in the plural."""
    found = [w.casefold() for w in _WORD.findall(text)]
    forms = {word: 0, f"{word}s": 1, f"{word}es": 1}
    counts = [0, 0]
    for this, following in zip(found, [*found[1:], ""], strict=True):
        if this in forms and not (forms[this] == 0 and _is_specific(following)):
            counts[forms[this]] += 1
    return counts[0], counts[1]


def _is_specific(word: str) -> bool:
    return len(word) >= SHORTEST and share(fold(word)) < MOST_SPECIFIED

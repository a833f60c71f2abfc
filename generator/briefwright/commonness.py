"""A word in; out the share of ordinary news articles that it stands in, by which rare words tell what one is about.

Counted in the training part of PolNeAR by `training/commonness.py`; names and words in fewer than one article of a
hundred are left out. A project's own articles cannot tell it: in a dozen on one matter its words are the commonest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

WORDS = Path(__file__).with_name("common_words.txt")
"""A word a line, folded, and of how many articles in a thousand it is a word."""
SHORTEST = 3
"""Letters of a word; what is shorter says nothing of a matter."""
WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
_PLURAL_FROM = 4
"""Letters from which on a final s is taken for that of a plural: "guns", not "gas"."""


def share(folded: str) -> float:
    """Of a folded word, 0 to 1; 0 for one that is rare, or a name."""
    return _shares().get(folded, 0.0)


def words(text: str) -> Iterator[str]:
    """The words of a text, folded, in its order."""
    return map(fold, WORD.findall(text))


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The word regardless of capitals, and a plural in s as its singular."""
    word = word.casefold()
    return word[:-1] if len(word) >= _PLURAL_FROM and word.endswith("s") and not word.endswith("ss") else word


@cache
def _shares() -> dict[str, float]:
    lines = (line.split() for line in WORDS.read_text("utf-8").splitlines())
    return {word: int(thousandths) / 1000 for word, thousandths in lines}

"""Two first names in; out whether one person may bear both, the one a short form or another spelling of the other.

Short forms are those of the `nicknames` package, and what is cut off a name (“Barb”, “Terry”). A first name
alone makes nobody the same person: who asks has to know more.
"""

from __future__ import annotations

from functools import cache, lru_cache

from nicknames import NickNamer
from rapidfuzz.distance import OSA

CUT = 3
"""Letters that a short form which is nothing but the beginning lacks at least: “Eric” is none of “Erica”."""
BEGINNING = 4
"""Letters that it has at least."""
SPELLED = 5
"""Letters from which on one letter more, less or otherwise is another spelling: “Dmitri”, but not “Tom” for “Tim”."""


@lru_cache(maxsize=10_000)
def may_be_one(one: str, other: str) -> bool:
    """Whether the first names, in whatever capitals, may be one person's."""
    one, other = sorted((one.casefold(), other.casefold()))
    return one == other or _is_short_of(one, other) or _is_short_of(other, one) or are_spellings(one, other, SPELLED)


def are_spellings(one: str, other: str, shortest: int) -> bool:
    """Whether two words of so many letters or more begin alike and differ in one letter; in two if they are long."""
    length = min(len(one), len(other))
    if length < shortest or one[0] != other[0]:
        return False
    most = 1 if length < shortest + 3 else 2
    return OSA.distance(one, other, score_cutoff=most) <= most


def _is_short_of(short: str, name: str) -> bool:
    stem = short[:-1] if short.endswith("y") else short.removesuffix("ie")
    cut = len(stem) >= BEGINNING and name.startswith(stem) and (stem != short or len(name) - len(stem) >= CUT)
    return cut or short in _short_forms().nicknames_of(name)


def has_short_forms(name: str) -> bool:
    """Whether it is a first name that people shorten ("Abraham")."""
    return bool(_short_forms().nicknames_of(name.casefold()))


@cache
def _short_forms() -> NickNamer:
    return NickNamer()

"""The name of an actor in; out what stays the same of it however it is written, and what is short of a name in it.

Capitals, accents, hyphens, full stops, a leading “the” and a title tell no two names apart; every other word does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

Words = tuple[str, ...]

NUMBERS = frozenset("ii iii iv".split())
SUFFIXES = NUMBERS | {"jr", "sr"}
"""What tells a son from his father."""
TITLES = frozenset(
    """
    ambassador attorney captain capt chairman chairwoman chancellor col colonel commissioner congressman congresswoman
    dr gen general gov governor judge justice lt miss minister mr mrs ms mx president prof professor rep representative
    rev reverend secretary sen senator sgt sheriff sir speaker
    """.split()
)
"""Before a name no part of it. Of kings, popes and saints it is one, and is not among these."""
HERS, HIS = frozenset({"congresswoman", "miss", "mrs", "ms"}), frozenset({"congressman", "mr", "sir"})
TURNED = frozenset("committee department ministry subcommittee".split())
"""Bodies whose matter stands before them as well as after: “Harbour Department”, “Department of Harbours”."""
ARTICLES = frozenset({"al", "el"})
"""Before an Arabic family name, written with it, without a hyphen or not at all."""
HOLLOW = frozenset("a and for in of on the to".split())
_APOSTROPHES = re.compile(r"[’'ʼ‘]")
_WORD = re.compile(r"(?:\b[^\W\d_]\.?[ ]?)+(?=\W|$)|[^\W_]+")
"""A row of single letters (“U.S.”, “H. W.”) is one word."""


class PersonName(NamedTuple):
    """A person's name without titles: its words but for initials in the middle, those initials, and the suffix."""

    words: Words
    initials: str
    suffix: str

    @property
    def middle(self) -> str:
        """The first letters of all that stands between the first name and the last."""
        return "".join(word[0] for word in self.words[1:-1]) + self.initials


@lru_cache(maxsize=100_000)
def words_of(name: str) -> Words:
    """The words of a name, folded; “F.B.I.” is “fbi”, “&” is “and”; in other scripts marks stay."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name).replace("&", " and "))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    if not plain.isascii():
        return tuple(name.casefold().split())
    return tuple("".join(c for c in word.casefold() if c.isalnum()) for word in _WORD.findall(plain))


@lru_cache(maxsize=100_000)
def body_name(name: str) -> Words:
    """A name of what is no person: without “the”, the United States in one form, “Department of” turned round."""
    words = words_of(name)
    words = words[1:] if words[:1] == ("the",) and len(words) > 1 else words
    words = ("us", *words[2:]) if words[:2] == ("united", "states") else words
    for place, word in enumerate(words[:-2]):
        if word in TURNED and words[place + 1] in ("for", "of", "on"):
            return (*words[:place], *words[place + 2 :], word)
    return words


@lru_cache(maxsize=100_000)
def person_name(name: str) -> PersonName:
    """The name taken apart; “Senator Orla T. Vance Jr.” is (orla, vance), “t” and “jr”."""
    words = words_of(name)
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    suffix = words[-1] if len(words) > 1 and words[-1] in SUFFIXES else ""
    words = words[:-1] if suffix else words
    initials = [word for word in words[1:-1] if _is_initials(word, name)]
    inner = (word for word in words[1:-1] if word not in initials and word not in ARTICLES)
    return PersonName((*words[:1], *inner, *words[1:][-1:]), "".join(initials), suffix)


@lru_cache(maxsize=100_000)
def initials_of(name: str) -> frozenset[str]:
    """What its first letters may make: with and without those of “of” and the like, of “U.S.” and of “Department”."""
    words = body_name(name)
    words = words[1:] if words[:1] == ("us",) else words
    of_matter = words[-1:] if TURNED.intersection(words[-1:]) else ()
    rows = [words, (*of_matter, "of", *words[:-1]), words[:-1]] if of_matter else [words]
    rows += [tuple(w for w in row if w not in HOLLOW) for row in rows]
    letters = {"".join(w[0] for w in row) for row in rows}
    return frozenset(row for short in letters for row in (short, f"us{short}") if len(row) > 1)


def abbreviates(words: Words, name: str) -> bool:
    """Whether the words are one that stands for the name: its initials, or “Harbours” for a “Harbours Department”."""
    full = body_name(name)
    if len(words) != 1 or len(full) < 2:
        return False
    begins = words[0] == full[0] and (full[1] == "of" or full[1:] == ("department",))
    return begins or (len(words[0]) > 1 and any(words[0] in letters for letters in initials_of(name)))


def titles_of(forms: Iterable[str]) -> frozenset[str]:
    """The titles, other than “Mr.” and the like, that stand before forms of a name."""
    first = {words[0] for form in forms if len(words := words_of(form)) > 1}
    return frozenset(first & TITLES - HERS - HIS - {"mr", "mx"})


def sexes(forms: Iterable[str]) -> frozenset[str]:
    """Whether forms of a name begin with “Mr.” (his), with “Mrs.” (hers), with both or with neither."""
    first = {words[0] for form in forms if len(words := words_of(form)) > 1}
    return frozenset(sex for sex, titles in (("his", HIS), ("hers", HERS)) if first & titles)


def _is_initials(word: str, name: str) -> bool:
    """Whether the word is written as letters with full stops, or is a single one."""
    if not word.isascii():
        return False
    return len(word) == 1 or re.search(r"\b" + r"\.\s?".join(word) + r"\.", name, re.IGNORECASE) is not None

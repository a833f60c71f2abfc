"""A name's place in a Document in; out, whether what stands at its edges is no part of it, or makes it none."""

from __future__ import annotations

from collections.abc import Sequence

from briefwright import commonness
from briefwright.facts.dates import WEEKDAYS
from briefwright.facts.given_names import GIVEN_NAMES
from briefwright.facts.lexicon import NO_ACTORS, OUTLETS, PARTY_PEOPLE, PLATFORMS
from briefwright.firstnames import has_short_forms
from briefwright.model.document import Document, Token
from briefwright.places import gazetteer

_HYPHENS = frozenset("-‐–")


def is_ordinary(word: str) -> bool:
    """Whether it is a common word or says of which party somebody is, and no first name."""
    return word not in GIVEN_NAMES and (commonness.share(commonness.fold(word)) > 0 or f"{word}s" in PARTY_PEOPLE)


def without_weekdays(document: Document, first: int, last: int) -> tuple[int, int]:
    """Where the name begins and ends without the day of what is told ("on Friday Holm", "Holm Thursday")."""
    tokens = document.tokens
    if last - first > 1 and tokens[first].text in WEEKDAYS and first and tokens[first - 1].pos == "ADP":
        first += 1
    whole = document.text[tokens[first].start : tokens[last - 1].end]
    if last - first > 1 and tokens[last - 1].text in WEEKDAYS and whole not in OUTLETS:
        before = commonness.fold(tokens[last - 2].text)
        last -= commonness.share(before) == 0  # no "Super Tuesday"
    return first, last


def is_before_a_place(document: Document, first: int) -> bool:
    """Whether a word that is no first name stands before a state or a platform, and is no part of its name."""
    word, place = document.tokens[first : first + 2]
    whole = document.text[word.start : place.end]
    part = gazetteer().state(whole) or whole in gazetteer().provinces or whole in NO_ACTORS
    given = word.text in GIVEN_NAMES or has_short_forms(word.text)
    known = gazetteer().names.keys() | PLATFORMS | (gazetteer().provinces if word.tag == "VBG" else set())
    return place.text in known and not part and not given


def is_case(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether it is a lawsuit, or a party in one's name ("Holm v. Harbour Board")."""
    return any(text_at(tokens, i) in ("v.", "vs.") for i in range(first - 1, last + 1))


def is_party_place(tokens: Sequence[Token], first: int) -> bool:
    """Whether it says where a member of a party is from ("D-MA")."""
    return text_at(tokens, first - 1) in _HYPHENS and text_at(tokens, first - 2) in ("D", "I", "R")


def text_at(tokens: Sequence[Token], i: int) -> str:
    """The token's text, empty where there is none."""
    return tokens[i].text if 0 <= i < len(tokens) else ""

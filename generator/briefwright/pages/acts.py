"""How an act is shown: the badge's sign and neutral word, and the family that gives its tint."""

from __future__ import annotations

from typing import NamedTuple

from briefwright.model.factsheet import Act, Mode


class Badge(NamedTuple):
    """A sign in every common font, the word that names the act, the class of its colours."""

    sign: str
    word: str
    family: str


ACTS: dict[Act, Badge] = {
    "assert": Badge("“", "says", "say"),
    "deny": Badge("×", "denies", "against"),
    "oppose": Badge("−", "opposes", "against"),
    "demand": Badge("!", "demands", "press"),
    "warn": Badge("▲", "warns", "press"),
    "support": Badge("+", "supports", "for"),
    "commit": Badge("→", "commits", "for"),
    "ask": Badge("?", "asks", "ask"),
    "decline": Badge("○", "declines", "say"),
}
"""In the order in which keys and columns list them."""

SPEECH: dict[Mode, str] = {"direct": "direct quotation", "indirect": "indirect speech", "mixed": "partly quoted"}

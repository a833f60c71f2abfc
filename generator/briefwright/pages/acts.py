"""How an act is shown beside its word: the badge's sign, and the family that gives its tint."""

from __future__ import annotations

from typing import NamedTuple

from briefwright.model.factsheet import Act


class Badge(NamedTuple):
    """A sign in every common font, the class of its colours; the word is the label of the act."""

    sign: str
    family: str


ACTS: dict[Act, Badge] = {
    "assert": Badge("“", "say"),
    "deny": Badge("×", "against"),
    "oppose": Badge("−", "against"),
    "demand": Badge("!", "press"),
    "warn": Badge("▲", "press"),
    "support": Badge("+", "for"),
    "commit": Badge("→", "for"),
    "ask": Badge("?", "ask"),
    "decline": Badge("○", "say"),
}
"""In the order in which keys and columns list them."""

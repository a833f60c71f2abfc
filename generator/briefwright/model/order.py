"""Pairs, names and dates in; out groups, and the keys by which names and dates are sorted.

What every list of the site has in common.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def in_time(date: str | None) -> str:
    """A key by which dates sort: one known only to the month or the year after its days, none at all last."""
    return date + "-99" * (2 - date.count("-")) if date else "~"


def filed_under(name: str) -> str:
    """`name` as an index files it: without a leading “the”, regardless of capitals."""
    folded = name.casefold()
    return folded.removeprefix("the ").strip() or folded


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """The values of each key together, keys and values in order of first appearance."""
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}

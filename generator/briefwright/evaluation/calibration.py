"""Scores and whether each was right in; the bins of a reliability diagram and the calibration error out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The findings whose scores lie between two tenths: how many, their mean score, the share that was right."""

    low: float
    high: float
    count: int
    score: float
    right: float


def bins(scored: Iterable[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Bins of equal width, in order, without the empty ones; a score of 1 falls into the last."""
    inside: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for score, right in scored:
        inside[min(int(score * BINS), BINS - 1)].append((score, right))
    return tuple(
        Bin(n / BINS, (n + 1) / BINS, len(found), sum(s for s, _ in found) / len(found),
            sum(r for _, r in found) / len(found))
        for n, found in enumerate(inside)
        if found
    )  # fmt: skip


def calibration_error(found: Iterable[Bin]) -> float:
    """Expected calibration error (Guo et al. 2017): the mean distance of score and share right; 0 without bins."""
    filled = list(found)
    return sum(b.count * abs(b.score - b.right) for b in filled) / max(1, sum(b.count for b in filled))

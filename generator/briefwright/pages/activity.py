"""When something was said: the days of statements in; out, periods of equal length with their numbers, empty ones too.

The unit is the finest of week, month, year, decade and century in which the whole span fits into one picture.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple

MOST_PERIODS = 18
"""So many bars have room for their numbers side by side on a phone."""

Unit = Literal["week", "month", "year", "decade", "century"]


class Period(NamedTuple):
    """A bar upwards and one downwards; `start` is the ISO date of a week's Monday, a month, or a year."""

    start: str
    above: int
    below: int


class Activity(NamedTuple):
    """All periods from the first day to the last."""

    unit: Unit
    periods: tuple[Period, ...]
    undated: int
    """What has no day and stands in no period."""

    @property
    def most(self) -> int:
        """The longest bar up, or down."""
        return max(max(p.above, p.below) for p in self.periods)


def activity(above: Iterable[str | None], below: Iterable[str | None] = ()) -> Activity | None:
    """ISO days of what is drawn above the line and below it; None where all fall into one period."""
    up, down = list(above), list(below)
    days = [d for d in (*up, *down) if d]
    if len(set(days)) < 2:
        return None
    unit, starts = _division(date.fromisoformat(min(days)), date.fromisoformat(max(days)))
    if len(starts) < 2:
        return None
    ups, downs = (Counter(_start(unit, date.fromisoformat(d)) for d in side if d) for side in (up, down))
    periods = tuple(Period(s, ups[s], downs[s]) for s in starts)
    return Activity(unit, periods, len(up) + len(down) - len(days))


def _division(first: date, last: date) -> tuple[Unit, list[str]]:
    """The finest unit with few enough periods, and where these start."""
    for unit, step in _STEPS.items():
        if unit != "century" and (last - first).days > (MOST_PERIODS + 2) * step:
            continue  # too many to count them
        days = (first + timedelta(days=n) for n in range(0, (last - first).days, step))
        starts = list(dict.fromkeys(_start(unit, day) for day in (*days, last)))
        if len(starts) <= MOST_PERIODS:
            break
    return unit, starts


_STEPS: dict[Unit, int] = {"week": 7, "month": 28, "year": 365, "decade": 3652, "century": 36524}
"""Days from which on a period may be over; steps of so many leave none out."""


def _start(unit: Unit, day: date) -> str:
    match unit:
        case "week":
            return (day - timedelta(days=day.weekday())).isoformat()
        case "month":
            return day.isoformat()[:7]
        case "year":
            return day.isoformat()[:4]
        case "decade":
            return f"{day.year // 10 * 10:04}"
        case "century":
            return f"{day.year // 100 * 100:04}"

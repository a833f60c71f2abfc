"""Dates that are only as exact as known: ``2023``, ``2023-03`` or ``2023-03-20`` in, the first and last day out.

A day that no calendar has (31 February) counts as the last of its month: a sheet may be wrong, a build may not fail.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def first_day(partial: str) -> date:
    """The first day that `partial` can mean; a time of day behind it is left out."""
    return _day(partial, month_if_open=1, day_if_open=1)


def last_day(partial: str) -> date:
    """The last day that `partial` can mean."""
    return _day(partial, month_if_open=12, day_if_open=31)


def _day(partial: str, month_if_open: int, day_if_open: int) -> date:
    numbers = [int(n) for n in partial[:10].split("-")]
    year = max(1, numbers[0])
    month = min(max(1, numbers[1] if len(numbers) > 1 else month_if_open), 12)
    day = max(1, numbers[2] if len(numbers) > 2 else day_if_open)
    return date(year, month, min(day, monthrange(year, month)[1]))

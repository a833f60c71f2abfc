"""A list too long for one page in; out a page for each year, and for each month of a year that is too long itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from briefwright.model.order import grouped

T = TypeVar("T")
UNDATED, EARLIER = "undated", "earlier"
LEAST = 20
"""Items of a year below which it has no page of its own, if all years before it have as few."""


class Period(NamedTuple, Generic[T]):
    """The items of ``2023``, of ``2023-03``, of all earlier years or of no date; `key` ends the path of its page."""

    key: str
    items: tuple[T, ...]


class Periods(NamedTuple, Generic[T]):
    """The pages on which all items stand by date, newest first: none where they all have room on one."""

    base: str
    """Path of the main page, under which the others lie."""
    total: int
    pages: tuple[Period[T], ...]

    def path(self, period: Period[T]) -> str:
        """The path of the period's page."""
        return f"{self.base}{period.key}/"


def by_period(
    items: Iterable[T], day: Callable[[T], str | None], most: int, base: str, room: int | None = None
) -> Periods[T]:
    """The items by date; `day` gives an ISO date as exact as known.

    More than `most` have pages of their own; one of a year has room for `room`, by default as many.
    """
    found = tuple(items)
    if len(found) <= most:
        return Periods(base, len(found), ())
    years = grouped((_year(day(item)), item) for item in found)
    first = min((y for y in years if y != UNDATED and len(years[y]) >= LEAST), default="")
    spans = grouped((EARLIER if _year(day(item)) < first else _year(day(item)), item) for item in found)
    pages = []
    for key, of_span in spans.items():
        if len(of_span) <= (room or most) or key in (EARLIER, UNDATED):
            pages.append(Period(key, of_span))
        else:
            months = grouped(((day(item) or "")[: len("2023-03")], item) for item in of_span)
            pages += [Period(month, of_month) for month, of_month in months.items()]
    pages.sort(key=lambda p: (p.key != UNDATED, p.key != EARLIER, p.key), reverse=True)
    return Periods(base, len(found), tuple(pages))


def _year(day: str | None) -> str:
    return day[: len("2023")] if day else UNDATED

"""A list too long for one page in; out a page for each year, and for each month of a year that is too long itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from briefwright.model.corpus import grouped

T = TypeVar("T")
UNDATED = "undated"


class Period(NamedTuple, Generic[T]):
    """The items of ``2023``, of ``2023-03`` or of no date; `key` is the last part of the page's path."""

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


def by_period(items: Iterable[T], day: Callable[[T], str | None], most: int, base: str) -> Periods[T]:
    """The items by date; `day` gives an ISO date as exact as known, `most` is how many a page has room for."""
    found = tuple(items)
    if len(found) <= most:
        return Periods(base, len(found), ())
    pages = []
    for year, of_year in grouped(((day(i) or UNDATED)[:4] if day(i) else UNDATED, i) for i in found).items():
        if len(of_year) <= most or year == UNDATED:
            pages.append(Period(year, of_year))
        else:
            months = grouped(((day(i) or "")[:7], i) for i in of_year)
            pages += [Period(month, of_month) for month, of_month in months.items()]
    pages.sort(key=lambda p: (p.key != UNDATED, p.key), reverse=True)
    return Periods(base, len(found), tuple(pages))

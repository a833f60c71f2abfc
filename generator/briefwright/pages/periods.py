"""A list too long for one page in; out a page for each year, and for parts of a year that is too long itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from briefwright.model.order import grouped

T = TypeVar("T")
UNDATED, EARLIER, LATER = "undated", "earlier", "later"
LEAST = 20
"""Items of a year below which it has no page of its own, if all years before it, or after it, have as few."""


class Period(NamedTuple, Generic[T]):
    """The items of ``2023``, ``2023-q1`` or ``2023-03``, of all earlier or later years, or of no date."""

    key: str
    """The end of its path."""
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
    merged = _merged({year: len(of_year) for year, of_year in years.items() if year != UNDATED})
    spans = grouped((merged.get(year, year), item) for year, of_year in years.items() for item in of_year)
    pages = [part for key, of_span in spans.items() for part in _parts(Period(key, of_span), day, room or most)]
    pages.sort(key=_place, reverse=True)
    return Periods(base, len(found), tuple(pages))


def _merged(sizes: Mapping[str, int]) -> dict[str, str]:
    """The years that share a page: those before the first full one; those after the last, where they are several.

    Where none is full, the fullest counts as it.
    """
    if not sizes:
        return {}
    full = [year for year, size in sizes.items() if size >= min(LEAST, max(sizes.values()))]
    later = [year for year in sizes if year > max(full)]
    earlier = {year: EARLIER for year in sizes if year < min(full)}
    return earlier | (dict.fromkeys(later, LATER) if len(later) > 1 else {})


def _parts(period: Period[T], day: Callable[[T], str | None], room: int) -> Iterator[Period[T]]:
    """The period, or the quarters of a year that is too long, or the months of a quarter."""
    if len(period.items) <= room or period.key in (EARLIER, LATER, UNDATED):
        yield period
        return
    for key, of_part in grouped((_finer(period.key, day(item) or ""), item) for item in period.items).items():
        part = Period(key, of_part)
        if "q" in key:
            yield from _parts(part, day, room)
        else:
            yield part


def _finer(key: str, day: str) -> str:
    """The quarter of a day in a year, the month of one in a quarter; the year where no more is known."""
    if "q" in key or len(day) < len("2023-03"):
        return day[: len("2023-03")]
    return f"{key}-q{(int(day[5:7]) + 2) // 3}"


def _place(period: Period[T]) -> tuple[int, str]:
    """Where it stands among the others, the earliest first."""
    rank = {UNDATED: -2, EARLIER: -1, LATER: 1}.get(period.key, 0)
    year, _, quarter = period.key.partition("-q")
    return rank, f"{year}-{3 * int(quarter) - 2:02}" if quarter else year


def _year(day: str | None) -> str:
    return day[: len("2023")] if day else UNDATED

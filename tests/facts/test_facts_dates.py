from __future__ import annotations

import subprocess
import sys

import pytest

from briefwright.facts.dates import Tense, find_dates, resolve

PUBLISHED = "2031-05-14"  # a Wednesday


def _dated(text: str, tense: Tense = "past", published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    found = find_dates(text, 0, len(text))
    return [(words.text, resolve(words, published, tense)) for words in found]


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("It fell on May 3, 2029.", "May 3, 2029", "2029-05-03"),
        ("It fell on 3 May 2029.", "3 May 2029", "2029-05-03"),
        ("It fell on the 3rd of May 2029.", "3rd of May 2029", "2029-05-03"),
        ("It fell on Sept. 11.", "Sept. 11", "2030-09-11"),
        ("It fell on Thursday, May 8.", "Thursday, May 8", "2031-05-08"),
        ("It fell on 2029-02-28.", "2029-02-28", "2029-02-28"),
        ("It fell in June 2022.", "June 2022", "2022-06"),
        ("It fell in mid-March.", "mid-March", "2031-03"),
        ("It fell in late November.", "late November", "2030-11"),
        ("It fell in 1987.", "1987", "1987"),
        ("It fell between June and December 2022.", "between June and December 2022", "2022"),
        ("It fell on Monday.", "Monday", "2031-05-12"),
        ("It fell on Wednesday.", "Wednesday", "2031-05-14"),
        ("It fell last Wednesday.", "last Wednesday", "2031-05-07"),
        ("It fell late on Thursday night.", "late on Thursday night", "2031-05-08"),
        ("It fell yesterday.", "yesterday", "2031-05-13"),
        ("It fell over the weekend.", "over the weekend", "2031-05"),
        ("It fell last week.", "last week", "2031-05"),
        ("It fell earlier this month.", "earlier this month", "2031-05"),
        ("It fell last month.", "last month", "2031-04"),
        ("It fell last year.", "last year", "2030"),
        ("It fell three days ago.", "three days ago", "2031-05-11"),
        ("It fell two weeks ago.", "two weeks ago", "2031-04"),
        ("It fell a few weeks ago.", "a few weeks ago", None),
        ("It fell five years ago.", "five years ago", "2026"),
    ],
)
def test_past(text: str, words: str, date: str | None) -> None:
    assert _dated(text) == [(words, date)]


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("It opens on Monday.", "Monday", "2031-05-19"),
        ("It opens on Wednesday.", "Wednesday", "2031-05-14"),
        ("It opens next Wednesday.", "next Wednesday", "2031-05-21"),
        ("It opens on Jan. 15.", "Jan. 15", "2032-01-15"),
        ("It opens in January.", "January", "2032-01"),
        ("It opens tomorrow.", "tomorrow", "2031-05-15"),
        ("It opens next month.", "next month", "2031-06"),
        ("It opens in the next two weeks.", "in the next two weeks", "2031-05"),
        ("It opens within six weeks.", "within six weeks", "2031"),
        ("It opens in three weeks.", "three weeks", "2031-06"),
        ("It opens by the end of the month.", "by the end of the month", "2031-05"),
        ("It opens at the end of this year.", "at the end of this year", "2031"),
    ],
)
def test_future(text: str, words: str, date: str) -> None:
    assert _dated(text, "future") == [(words, date)]


@pytest.mark.parametrize(
    "text",
    [
        "He may go.",
        "They march on.",
        "May Brandt left.",
        "It cost $2,019 in all.",
        "Room 2019 was empty.",
        "Feb. 30 2019a",
    ],
)
def test_what_dates_nothing(text: str) -> None:
    assert [date for _, date in _dated(text) if date and len(date) == 10] == []
    assert not [words for words, _ in _dated(text) if words in ("may", "march", "May")]


def test_the_nearest_leap_day_is_found() -> None:
    assert _dated("It fell on Feb. 29.") == [("Feb. 29", "2032-02-29")]


def test_without_a_day_of_publication_only_whole_dates_are_told() -> None:
    text = "On Monday, last week, in May and on June 3, 2029 and in 2028."
    assert _dated(text, published=None) == [
        ("Monday", None), ("last week", None), ("May", None), ("June 3, 2029", "2029-06-03"), ("2028", "2028"),
    ]  # fmt: skip


@pytest.mark.parametrize("published", ["2031-05-14T23:30:00+02:00", "2031-05-14 10:00"])
def test_the_time_of_publication_does_not_matter(published: str) -> None:
    assert _dated("It fell yesterday.", published=published) == [("yesterday", "2031-05-13")]


@pytest.mark.parametrize("published", ["2031-13-45", "soon", ""])
def test_a_senseless_day_of_publication_tells_nothing(published: str) -> None:
    assert _dated("It fell yesterday.", published=published) == [("yesterday", None)]


def test_the_calendar_ends_quietly() -> None:
    assert _dated("In 999 years, 999 years ago.", "future", "0001-01-05")[-1] == ("999 years ago", None)


@pytest.mark.parametrize(("zone", "language"), [("Pacific/Kiritimati", "de_DE.UTF-8"), ("Etc/GMT+12", "C")])
def test_neither_zone_nor_locale_matters(zone: str, language: str) -> None:
    code = (
        "from briefwright.facts.dates import *\n"
        "text = 'It fell on Sept. 11 and on 3 May 2029.'\n"
        "print([resolve(w, '2031-05-14', 'past') for w in find_dates(text, 0, len(text))])"
    )
    env = {"TZ": zone, "LC_ALL": language, "PYTHONUTF8": "1"}
    result = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "['2030-09-11', '2029-05-03']"


def test_a_long_row_of_dates_is_read_in_no_time() -> None:
    text = "between June 1 and " * 20_000
    assert len(list(find_dates(text, 0, len(text)))) == 20_000

"""Dates of publication: the clear ones become ISO, the unclear ones are left alone."""

import pytest

from briefwright.articles.dates import iso_date


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2023-03-17", "2023-03-17"),
        ("2023-03-17T09:30:00Z", "2023-03-17T09:30:00+00:00"),
        ("2023-03-17 09:30", "2023-03-17T09:30:00"),
        ("17 March 2023", "2023-03-17"),
        ("17th of March 2023", "2023-03-17"),
        ("March 17, 2023", "2023-03-17"),
        ("Friday, Sept. 1, 2023", "2023-09-01"),
        ("Fri, 17 Mar 2023 09:30:00 +0100", "2023-03-17T09:30:00+01:00"),
    ],
)
def test_clear_dates(words, expected):
    assert iso_date(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "03/04/2023",
        "yesterday",
        "next Monday",
        "2023-02-30",
        "31 June 2023",
        "March 2023",
        "2023",
        "17 Brumaire 2023",
        "9:30",
        "",
    ],
)
def test_unclear_dates(words):
    assert iso_date(words) is None

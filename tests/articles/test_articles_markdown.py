"""Markup goes, words stay, and plain prose is not touched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.articles.markdown import plain_text

PROSE = [
    "SEOUL (Reuters) - The harbour was closed -- again -- on Sunday.",
    "“[The] port [flight information region] stays open,” he said [sic](and meant it).",
    "Prices* rose 5 * 3 percent, f*** it; snake_case_names stay, R&D and AT&T; too.",
    "#metoo and #1 are no headings; 3 > 2 and 1 < 2; a <b and c> d.",
    "1. The first count of the indictment was dropped.",
    "``We know,'' the mayor said, ``what it costs.''",
    "He wrote C:\\Users\\anna and meant it.",
    "One line.\nThe next line of another paragraph.\n\nA third.",
]


@pytest.mark.parametrize("prose", PROSE)
def test_plain_prose_passes_unchanged(prose):
    assert plain_text(prose) == (prose, None)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('The [mayor](https://example.org/mayor "Her page") spoke.', "The mayor spoke."),
        ("The [mayor][m] spoke.\n\n[m]: https://example.org", "The mayor spoke.\n"),
        ("![A harbour](harbour.jpg)The **harbour** is *closed*, _he_ said.", "The harbour is closed, he said."),
        ("***All*** is `quiet` \\*here\\* &amp; there<br>.", "All is quiet *here* & there."),
        ("> “Not now,”\n> she said.", "“Not now,”\nshe said."),
        ("- First demand\n* Second demand", "First demand\nSecond demand"),
        ("One.\n\n* * *\n\nTwo.", "One.\n\n\n\nTwo."),
        ("One <!-- a\nnote -->two.", "One two."),
        ("```\ncode\n```", "code"),
    ],
)
def test_markup_goes(source, expected):
    assert plain_text(source)[0] == expected


def test_headings_become_lines_and_the_first_one_is_told():
    assert plain_text("# Harbour closed #\nText.\n\nWhy\n---\nMore.") == (
        "Harbour closed\nText.\n\nWhy\nMore.",
        "Harbour closed",
    )


@settings(deadline=None)  # busy machines are slow, not wrong
@given(st.text(alphabet="ab *_`[]()!<>&#;\\-\n:/.\"'"))
def test_any_markup_gives_text(source):
    text, heading = plain_text(source)
    assert isinstance(text, str)
    assert heading is None or heading in text

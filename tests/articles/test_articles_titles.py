"""Titles for articles that have none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.articles.titles import LONGEST, title_of
from briefwright.model.text import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The queen will travel to Norland next Monday. It is her first visit.",
            "The queen will travel to Norland next Monday",
        ),
        ("Harbour closed after spill\n\nThe port of Aven was closed on Monday.", "Harbour closed after spill"),
        (
            "Mr. Ode met the U.S. President on Jan. 5 in Aven. They talked.",
            "Mr. Ode met the U.S. President on Jan. 5 in Aven",
        ),
        ("Can Aven pay its debts? Nobody knows.", "Can Aven pay its debts?"),
        ("“We will go,” she said. Then she went.", "“We will go,” she said"),
        ("AVEN (AP) — The harbour is closed. It rains.", "The harbour is closed"),
        ("NEW AVEN/SOLM (Reuters) - The harbour is closed. It rains.", "The harbour is closed"),
        ("(CNN) The harbour is closed. It rains.", "The harbour is closed"),
        ("Only a line without an end", "Only a line without an end"),
    ],
)
def test_titles(text, expected):
    assert title_of(text) == expected


def test_furniture_gives_no_title():
    text = "By Anna Ode\nThe harbour is closed. It rains."
    assert title_of(text, (Span(0, 11),)) == "The harbour is closed"


def test_a_long_sentence_is_cut_at_a_word():
    title = title_of("The council of Aven decided " + "after long talks " * 20 + "to wait.")
    assert len(title) <= LONGEST + 1
    assert title.endswith(("talks…", "long…", "after…"))


@settings(deadline=None)  # busy machines are slow, not wrong
@given(st.text(max_size=300))
def test_never_longer_than_promised(text):
    assert len(title_of(text)) <= LONGEST + 1

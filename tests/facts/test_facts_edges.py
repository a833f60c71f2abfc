"""What stands at the edges of a name and is no part of it: the day of what is told."""

from __future__ import annotations

import pytest

from briefwright.facts.edges import without_weekdays
from facts.facts_reading import read


@pytest.mark.parametrize(
    ("text", "name", "bare"),
    [
        ("An envoy is heading to Ferrin Tuesday in advance of the talks.", "Ferrin Tuesday", "Ferrin"),
        ("On Friday Harbour Board members sued.", "Friday Harbour Board", "Harbour Board"),
        ("They voted on Super Tuesday in six states.", "Super Tuesday", "Super Tuesday"),
        ("She told Fox News Sunday that it was safe.", "Fox News Sunday", "Fox News Sunday"),
        ("The Sunday Courier said so.", "Sunday Courier", "Sunday Courier"),
    ],
)
def test_the_day_of_what_is_told_is_no_part_of_a_name(text: str, name: str, bare: str) -> None:
    document = read(text)
    start = text.index(name)
    tokens = document.tokens_in(start, start + len(name))
    first, last = without_weekdays(document, tokens[0].i, tokens[-1].i + 1)
    assert text[document.tokens[first].start : document.tokens[last - 1].end] == bare

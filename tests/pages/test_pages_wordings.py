"""Words where there is little room end with a whole word; wordings are compared by their letters."""

from __future__ import annotations

import pytest

from briefwright.pages.wordings import letters, shortened


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The dam stays shut", "The dam stays shut"),
        ("The dam stays shut in May", "The dam stays…"),
        ("The dam stays, she said", "The dam stays…"),
        ("The dam … it stays shut", "The dam … it…"),
        ("The dam it ... stays shut", "The dam it…"),
    ],
)
def test_what_is_cut_ends_with_a_word_and_one_mark(text: str, shown: str) -> None:
    assert shortened(text, 18) == shown


def test_wordings_of_the_same_letters_are_the_same() -> None:
    assert letters("“No,” he said: 5 boats!") == letters("no he said 5 Boats")
    assert letters("five boats") != letters("5 boats")

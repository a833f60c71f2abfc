"""First names that one person may bear."""

from __future__ import annotations

import pytest

from briefwright.firstnames import may_be_one


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mike", "Michael"), ("WILLIAM", "Bill"), ("Jerry", "Jerrold"), ("Barb", "Barbara"), ("Sergei", "Sergey")],
)
def test_short_forms_and_spellings_may_be_one_person_s(one: str, other: str) -> None:
    assert may_be_one(one, other)
    assert may_be_one(other, one)


@pytest.mark.parametrize(("one", "other"), [("Tim", "Tom"), ("Eric", "Erica"), ("Michael", "Robert"), ("Anna", "Ada")])
def test_other_names_are_not(one: str, other: str) -> None:
    assert not may_be_one(one, other)

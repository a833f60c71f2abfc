"""Of the roles that articles give, what several agree on is shown, and what one alone has is not."""

from __future__ import annotations

import pytest

from briefwright.corpus.roles import are_one_office, shown_roles


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ([], ()),
        (["minister", "transport minister"], ("transport minister",)),
        (["mayor", "mayor", "weary mayor", "author of a book"], ("mayor",)),
        (["Sen.", "senator", "Senator", "Harbour Board chair", "Harbour Board chair"], ("Sen.", "Harbour Board chair")),
        (["U.S. envoy", "US envoy", "envoy", "envoy"], ("U.S. envoy",)),
        (["mayor", "mayor", "vice mayor", "vice mayor"], ("mayor", "vice mayor")),
        (["mayor"] * 30 + ["boater", "boater"], ("mayor",)),
        (["poet", "rower"], ("poet", "rower")),
    ],
)
def test_roles_are_shown_as_articles_agree_on_them(given: list[str], shown: tuple[str, ...]) -> None:
    assert shown_roles(given) == shown


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sen.", "senator"),
        ("Karsian President", "president"),
        ("former Harbour Secretary", "Harbour Secretary"),
    ],
)
def test_two_roles_are_one_office_now_or_then_in_more_words_or_fewer(one: str, other: str) -> None:
    assert are_one_office(one, other)
    assert are_one_office(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Vice President", "President"), ("aide to a mayor", "mayor"), ("analyst", "analyst"), ("mayor", "governor")],
)
def test_other_roles_are_two_or_those_of_too_many(one: str, other: str) -> None:
    assert not are_one_office(one, other)

"""Who could be heard at all: nobody dead and no thing stands among those who are named and never heard."""

from __future__ import annotations

from typing import Any

import pytest
from test_pages_edition import corpus_of
from test_pages_site import loaded

from briefwright.pages.gaps import find_gaps


def unheard(text: str, name: str, kind: str = "person", **more: Any) -> bool:
    """Whether an article of this text has the actor among those who are never heard."""
    actor = {"id": "it", "name": name, "kind": kind, "salience": "main", **more}
    return [
        g.actor
        for g in find_gaps(corpus_of(loaded("one", text, article={"published": "2026-03-01"}, actors=[actor]))).unheard
    ] == ["it"]


@pytest.mark.parametrize(
    "text",
    [
        "The city pays for the death of Orla Vance.",
        "They marched after Orla Vance's killing in Tarn.",
        "Orla Vance, a clerk of 40, was shot and killed on Monday.",
        "It was drawn by the late Mayor Orla Vance.",
        "Police looked into the murder of young clerk Orla Vance.",
        "Ms. Vance died on Monday.",
    ],
)
def test_the_dead_are_not_asked(text: str) -> None:
    assert not unheard(text, "Orla Vance", aliases=["Ms. Vance"])


@pytest.mark.parametrize(
    "text",
    [
        "The first charter was drawn up by Orla Vance in 1792.",
        "Orla Vance was a seamstress of the 18th century.",
        "He spoke at Orla Vance University.",
        "They took down the Orla Vance flag.",
    ],
)
def test_who_lived_long_ago_is_not_asked(text: str) -> None:
    assert not unheard(text, "Orla Vance")


@pytest.mark.parametrize(
    "text",
    ["The bridge is of 1792. Orla Vance left.", "Orla Vance came into office in 1998.", "Orla Vance owns 1,792 ships."],
)
def test_who_stands_near_an_old_thing_may_be_asked(text: str) -> None:
    assert unheard(text, "Orla Vance")


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("Declined to comment on the sale", True),
        ("Refused to be named in the report", True),
        ("Declined to give any details", True),
        ("Did not answer a letter", True),
        ("Declined to sell flowers for weddings", False),
        ("Reluctance so far to challenge the mayor", False),
        ("Has refused to block the sale", False),
    ],
)
def test_who_declines_something_else_than_words_is_no_gap(words: str, listed: bool) -> None:
    said = [{"id": "a", "act": "decline", "actor": "it", "statement": words, "cue": "declined"}]
    vance = {"id": "it", "name": "Orla Vance", "kind": "person", "salience": "main"}
    assert bool(find_gaps(corpus_of(loaded("one", "Text.", actors=[vance], positions=said))).declined) == listed


@pytest.mark.parametrize(
    "text",
    [
        "Orla Vance spoke of the death of her father.",
        "Orla Vance died her hair, they joked of late. The mayor was killed; Orla Vance was not there.",
        "The death of Orla Vancey shook the town. Orla Vance left.",
    ],
)
def test_who_stands_near_a_death_may_be_asked(text: str) -> None:
    assert unheard(text.replace("died her", "dyed her"), "Orla Vance")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The guards took the tanker Merrow Pride to a port.", "Merrow Pride", "organisation"),
        ("They fought over the Merrow pipeline.", "Merrow", "organisation"),
        ("He had a Zapstick in his hand.", "Zapstick", "organisation"),
        ("Under the 2001 TUF, troops may be sent.", "TUF", "organisation"),
        ("The bluefever spread. Bluefever is here, and bluefever kills.", "Bluefever", "organisation"),
        ("The navy moved the USS Orla Vance.", "USS Orla Vance", "person"),
        ("It was moved through the Strait of Merrow.", "Strait of Merrow", "person"),
        ("She read it in Quillmail.", "Quillmail", "person"),
    ],
)
def test_a_thing_is_not_asked(text: str, name: str, kind: str) -> None:
    assert not unheard(text, name, kind)


@pytest.mark.parametrize(
    ("text", "name", "more"),
    [
        ("A Merrow spokeswoman did not speak to the paper; the Merrow board met.", "Merrow", {"kind": "organisation"}),
        ("The prime minister Quill left.", "Quill", {"role": "prime minister"}),
        ("Of the Merrow League of Tarn nothing was heard.", "League of Tarn", {"kind": "organisation"}),
    ],
)
def test_a_body_and_a_person_with_an_office_may_be_asked(text: str, name: str, more: dict[str, Any]) -> None:
    assert unheard(text, name, **more)

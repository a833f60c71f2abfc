"""What many say on pages of its own: who says most first, nobody divided, and where each stands."""

from __future__ import annotations

import pytest
from test_pages_site import loaded

from briefwright.corpus import build_corpus
from briefwright.model.corpus import Statement
from briefwright.model.factsheet import ActorRegister, TopicRegister
from briefwright.pages import speakers
from briefwright.pages.speakers import by_speaker


def statements(*sizes: int, unnamed: int = 0) -> tuple[Statement, ...]:
    """So many by each of the ferrymen a, b, c, one after the other; then some by nobody."""
    by = [who for who, size in zip("abcde", sizes, strict=False) for _ in range(size)] + [None] * unnamed
    sheet = loaded(
        "ferry",
        actors=[{"id": who, "name": f"Ferryman {who}", "kind": "person"} for who in "abcde"],
        positions=[
            {"id": f"p{n}", "actor": who, "act": "assert", "statement": f"The ferry is {n} days late."}
            for n, who in enumerate(by)
        ],
    )
    return build_corpus([sheet], ActorRegister(schema=1), TopicRegister(schema=1)).statements


def test_what_has_room_elsewhere_has_no_pages() -> None:
    assert by_speaker(statements(2, 3), 5, "x/") == ((), {})
    assert by_speaker(statements(2, 3), 4, "x/").places == {"b": "x/", "a": "x/"}


def test_who_says_most_comes_first_and_a_page_holds_what_it_has_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speakers, "ROOM", 10)
    said = statements(1, 5, 3, 30, unnamed=4)
    found = by_speaker(said, 1, "x/")
    assert found.places == {"d": "x/", "b": "x/2/", "c": "x/3/", "a": "x/3/", None: "x/4/"}
    assert [page.path for page in found.pages] == ["x/", "x/2/", "x/3/", "x/4/"]
    for page in found.pages:
        assert page.statements == tuple(s for s in said if found.places[s.actor] == page.path)

"""Who speaks for a state or a body by the words of its role or name, where no sheet says to whom it belongs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefwright.corpus.belonging import spoken_for
from corpus.test_corpus_namesakes import actor, article, corpus_of

DENMARK = actor("Denmark", "state")
BOARD = actor("Tarn Harbour Board", "organisation", aliases=["THB"])


def whole_of(who: dict[str, Any], *others: dict[str, Any], **decided: Any) -> str | None:
    """To whom the actor of one article belongs, where another article tells of the others."""
    sheets = [article(0, *others), replace(article(1, who), **decided)]
    return corpus_of(sheets).actors[who["id"]].affiliation


@pytest.mark.parametrize(
    ("role", "state"),
    [
        ("Danish Foreign Minister", "Denmark"),
        ("Denmark's U.N. ambassador", "Denmark"),
        ("the prime minister of Denmark", "Denmark"),
        ("spokesman for the Danish defence ministry", "Denmark"),
        ("commander of Denmark’s navy", "Denmark"),
        ("Danish ambassador to Norway", "Denmark"),
        ("U.S. national-security adviser", "United States"),
        ("ambassador to Denmark", None),
        ("Danish opposition leader", None),
        ("Danish Bakers' Union president", None),
        ("president of the Danish Society of Bakers", None),
        ("Danish senator", None),
        ("Denmark scholar", None),
        ("New Jersey Governor", None),
        ("Georgia's secretary of state", None),
    ],
)
def test_an_office_speaks_for_its_state(role: str, state: str | None) -> None:
    assert spoken_for(role) == state


@pytest.mark.parametrize("office", ["Danish Foreign Minister", "queen of Denmark"])
def test_a_role_that_names_a_state_makes_its_holder_one_of_its_voices(office: str) -> None:
    corpus = corpus_of([article(0, DENMARK), article(1, actor("Orla Vance", role=office))])
    assert corpus.members("denmark") == {"orla-vance"}


@pytest.mark.parametrize(
    "role",
    [
        "Tarn Harbour Board spokesman",
        "deputy chief executive of the Tarn Harbour Board",
        "head of dredging at THB",
        "THB's vice president",
    ],
)
def test_a_role_that_names_a_body_makes_its_holder_one_of_its_voices(role: str) -> None:
    assert whole_of(actor("Orla Vance", role=role), BOARD) == "tarn-harbour-board"


@pytest.mark.parametrize(
    "role",
    [
        "former Tarn Harbour Board spokesman",
        "candidate for president of the Tarn Harbour Board",
        "critic of the Tarn Harbour Board",
        "spokesman for Tarn Harbour",
    ],
)
def test_who_left_seeks_or_fights_an_office_is_no_voice(role: str) -> None:
    assert whole_of(actor("Orla Vance", role=role), BOARD) is None


def test_a_ministry_of_no_named_state_and_a_family_name_are_no_bodies_to_speak_for() -> None:
    ministry, paper = actor("Foreign Ministry", "organisation"), actor("Lund", "organisation")
    assert whole_of(actor("Orla Vance", role="Foreign Ministry spokeswoman"), ministry) is None
    assert whole_of(actor("Orla Vance", role="Lund spokeswoman"), paper, actor("Piet Lund")) is None


@pytest.mark.parametrize(
    ("name", "belongs"),
    [
        ("Denmark's foreign ministry", True),
        ("Danish navy", True),
        ("Ministry of Defence of Denmark", True),
        ("Danish Guard", False),
        ("Danish Supreme Court", False),
        ("Danish Harbour Works", False),
    ],
)
def test_what_a_state_acts_by_belongs_to_it(name: str, belongs: bool) -> None:
    assert whole_of(actor(name, "organisation"), DENMARK) == ("denmark" if belongs else None)


def test_what_a_sheet_says_comes_first() -> None:
    who = actor("Orla Vance", role="Danish Foreign Minister", affiliation="tarn-harbour-board")
    sheets = [article(0, DENMARK), article(1, who, BOARD)]
    assert corpus_of(sheets).actors["orla-vance"].affiliation == "tarn-harbour-board"


def test_roles_for_two_states_are_for_none() -> None:
    told = [actor("Orla Vance", role=f"{nation} prime minister") for nation in ("Danish", "Norwegian")]
    sheets = [article(0, DENMARK, actor("Norway", "state")), *(article(n, a) for n, a in enumerate(told, 1))]
    assert corpus_of(sheets).actors["orla-vance"].affiliation is None


def test_whom_a_person_reviewed_or_edited_stays_as_that_person_left_it() -> None:
    minister = actor("Orla Vance", role="Danish Foreign Minister")
    assert whole_of(minister, DENMARK) == "denmark"
    assert whole_of({**minister, "reviewed": True}, DENMARK) is None
    assert whole_of(minister, DENMARK, edited=frozenset({"orla-vance"})) is None


def test_a_role_in_the_register_that_has_not_ended_counts_alone() -> None:
    sheets = [article(0, DENMARK, BOARD), article(1, actor("Orla Vance", role="Danish Foreign Minister"))]
    roles = [
        {"role": "Danish Foreign Minister", "to": "2020"},
        {"role": "head of the Tarn Harbour Board", "from": "2021"},
    ]
    register = [actor("Orla Vance", roles=roles)]
    assert corpus_of(sheets, register).actors["orla-vance"].affiliation == "tarn-harbour-board"

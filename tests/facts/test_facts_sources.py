"""Sources that are no plain name: whom pronouns, papers, relatives, groups and offices stand for."""

from __future__ import annotations

import pytest
from facts_reading import holder, read

from briefwright.facts.actors import find_actors


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (  # the name follows
            "Ada Holm left early. When he came back to the harbour, Paul Norring said the quay was closed.",
            "the quay was closed",
            "Paul Norring",
        ),
        (  # whoever is named in what is told is somebody else
            "The bridge is safe, said Paul Norring, an engineer. Victor Lind wants it closed too early, he said.",
            "wants it closed",
            "Paul Norring",
        ),
        (  # the clause above
            "While Victor Lind was leaving Oslo, Paul Norring held a press conference in which he said that the pier "
            "would stay open.",
            "the pier would stay open",
            "Paul Norring",
        ),
        (
            "Mayor Laura Holt has used the ferry for years. The two-term incumbent says most mayors do so.",
            "most mayors do so",
            "Laura Holt",
        ),
        (
            "The Harbour Alliance released a memo on Monday. The memo predicted that the ferry would close.",
            "the ferry would close",
            "Harbour Alliance",
        ),
        (
            "Police arrested Victor Lind on Monday. Lind's father told reporters that two boats were missing.",
            "two boats were missing",
            "Victor Lind's father",
        ),
        ("Boat owners say the new rules are too strict.", "too strict", "Boat owners"),
        (
            "Many health experts warn against the river. Those experts say the water should be tested daily.",
            "the water should be tested daily",
            "health experts",
        ),
    ],
)
def test_who_says_it(text: str, words: str, name: str) -> None:
    found = holder(text, words)
    assert found is not None
    assert found.lower() == name.lower()


def test_a_paper_of_another_kind_is_not_taken_up() -> None:
    text = "The Harbour Alliance released a memo on Monday. A new report says the ferry will close."
    assert holder(text, "the ferry will close") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Center for Coasts and Harbours said on Monday that the quay was closed.",
            "Center for Coasts and Harbours",
        ),
        ("The Senate Subcommittee on Fisheries said on Monday that it would vote.", "Senate Subcommittee on Fisheries"),
        ("Islamic State said on Monday that it had attacked the harbour.", "Islamic State"),
        ("The Harbour People's Daily said on Monday that the quay was closed.", "Harbour People's Daily"),
    ],
)
def test_names_are_whole(text: str, name: str) -> None:
    assert name in [a.name for a in find_actors(read(text)).actors]


def test_a_role_names_nobody_else_and_is_not_cut() -> None:
    text = "Karl Oberlin, an expert in fisheries at the state-run Harbour Academy, said the quay was closed."
    (person,) = [a for a in find_actors(read(text)).actors if a.kind == "person"]
    assert person.role == "expert in fisheries at the state-run Harbour Academy"

"""Bodies of states, named with the state in the genitive, as an adjective or not at all: one actor, or left alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from briefwright.model.text import slug
from corpus.test_corpus_namesakes import COMPANY, actor, article, corpus_of
from corpus.test_corpus_wordings import body

KARSIA, MARIA = actor("Karsia", "state"), actor("Mariland", "state", aliases=["Marish government"])


def bodies(*casts: Iterable[dict[str, Any]], company: Iterable[str] = COMPANY) -> set[str]:
    """Ids of the organisations of articles with these casts."""
    given = [list(cast) for cast in casts]
    register = [one for cast in given for one in cast if one["kind"] == "organisation"]
    corpus = corpus_of([article(n, *cast, company=company) for n, cast in enumerate(given)], register)
    return {a.id for a in corpus.actors.values() if a.kind == "organisation"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karsian Harbour Council", "Karsia’s Harbour Council"),
        ("Karsia's harbour council", "Karsia harbour council"),
        ("Marish Harbour Council", "Mariland's Harbour Council"),
    ],
)
def test_genitive_and_adjective_name_one_body_in_any_company(one: str, other: str) -> None:
    assert bodies([body(one), KARSIA, MARIA], [body(other), KARSIA], company=()) == {slug(one)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karsia Daily", "Karsian Daily"),
        ("Karsia’s Harbour Council", "Marish Harbour Council"),
        ("Karsian Harbour Council", "Karsian Tides Council"),
        ("Karso’s Harbour Council", "Karsian Harbour Council"),
    ],
)
def test_a_name_of_its_own_and_another_state_s_body_are_two(one: str, other: str) -> None:
    assert bodies([body(one), KARSIA, MARIA], [body(other), KARSIA]) == {slug(one), slug(other)}


def test_a_body_without_its_state_is_that_of_the_only_state_with_one_in_its_articles() -> None:
    theirs, ours, council = (body(f"{whose}Harbour Council") for whose in ("Karsian ", "Marish ", ""))
    assert bodies([theirs, KARSIA], [council, KARSIA]) == {theirs["id"]}
    assert bodies([theirs, council, KARSIA]) == {theirs["id"]}
    assert len(bodies([theirs, KARSIA], [council])) == 2
    assert len(bodies([theirs, KARSIA], [council, KARSIA], company=COMPANY[:1])) == 2
    assert len(bodies([theirs, KARSIA], [ours, MARIA], [council, KARSIA, MARIA])) == 3
    assert len(bodies([body("Karsian Council"), KARSIA], [body("Council"), KARSIA])) == 2


def test_the_longest_state_s_name_owns_the_adjective() -> None:
    states = [actor("Lorn", "state"), actor("Lornia", "state")]
    assert len(bodies([body("Lornian Harbour Council"), *states], [body("Lorn’s Harbour Council"), *states])) == 2

"""Bodies under a fuller and a shorter wording of one name, or under its letters: one actor, or left alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from briefwright.model.text import slug
from corpus.test_corpus_namesakes import COMPANY, actor, article, corpus_of

US = "United States"


def bodies(*casts: dict[str, Any], company: Iterable[str] = COMPANY, state: str = US, again: int = 1) -> set[str]:
    """Ids of the bodies of articles with one of these each; the last one stands in so many articles."""
    given = [*casts, *[casts[-1]] * (again - 1)]
    lands = [actor(state, "state")] if state else []
    sheets = [article(n, cast, *lands, company=company) for n, cast in enumerate(given)]
    register = [actor(cast["name"], cast["kind"]) for cast in casts]
    return set(corpus_of(sheets, register).actors) - {slug(name) for name in (*company, state)}


def body(name: str, *aliases: str, kind: str = "organisation") -> dict[str, Any]:
    return actor(name, kind, aliases=aliases)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (body("Harbours Department"), body("Department of Harbours")),
        (body("Tarn Committee on Tides"), body("Tarn Tides Committee")),
        (body("U.S. Harbour Board"), body("Harbour Board")),
        (body("United States Senate"), body("Senate")),
        (body("Institute for Tidal Power"), body("Institutes of Tidal Power")),
        (body("Tarn Permanent Select Committee on Tides"), body("Tarn Tides Committee")),
        (body("Auve Shipping Inc."), body("Auve Shipping")),
        (body("Tarn News", kind="media"), body("Tarn", kind="media")),
        (body("Harbour Board of Auve and Tarn", "Harbour Board"), body("Harbour Board")),
        (body("Department of Tides and Harbours"), body("Tides and Harbours")),
        (body("Centres for Tide Control and Safety", "CTC"), body("Centres for Tide Control", "CTC")),
        (body("Republicans", "Republican Party", kind="group"), body("Republican Party")),
        (body("Karsian Harbour Guard Corps", "KHGC"), body("Harbour Guard", "KHGC")),
        (body("Harbour Safety Organisation"), body("Harbour Safety Organization")),
        (body("Tides Department"), body("U.S. Tides")),
        (body("Tarnwood University"), body("University of Tarnwood")),
        (body("Tarnwood University"), body("Tarnwood")),
        (body("U.S. Harbour Board", "Harbour Board"), body("Harbour Board")),
    ],
)
def test_a_body_in_two_wordings_is_one_actor(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert bodies(one, other) == {one["id"]}


@pytest.mark.parametrize(
    ("one", "other", "changes"),
    [
        (body("U.S. Harbour Board"), body("Harbour Board"), {"state": "Karsia"}),
        (body("U.S. military"), body("Military"), {}),
        (body("Institute for Tidal Power"), body("Institutes of Tidal Power"), {"company": ()}),
        (body("Auve Inc."), body("Auve"), {"company": COMPANY[:1]}),
        (body("Tarn Party of Labour", "Party"), body("Party"), {}),
        (body("Tarn Harbour Party", "Harbour Party"), body("Harbour Party"), {}),
        (body("Tarn Pier Press", "Tarn Pier"), body("Tarn Pier"), {"again": 2}),
        (body("Tides Department"), body("Tides"), {}),
        (body("Karsian Harbour Guard", "HG"), body("Harbour Guard", "HG"), {"state": "", "company": ()}),
        (body("Harbour Organisation"), body("Harbour Organization"), {}),
        (body("Holm University"), body("Holm"), {}),
    ],
    ids=[
        "another state",
        "unnamed",
        "no company",
        "little company",
        "a word",
        "a state's",
        "an imprint",
        "a thing",
        "letters of the shorter",
        "two words",
        "a person's",
    ],
)
def test_bodies_of_which_the_shorter_name_may_be_another_s_are_two(
    one: dict[str, Any], other: dict[str, Any], changes: dict[str, Any]
) -> None:
    assert bodies(one, other, **changes) == {one["id"], other["id"]}


def test_the_end_of_a_name_is_the_body_behind_that_of_another_body() -> None:
    house, caucus = body("House of Harbours"), body("House of Harbours Tides Caucus", "Tides Caucus")
    assert "tides-caucus" not in bodies(house, caucus, body("Tides Caucus"))
    assert "tides-caucus" in bodies(caucus, body("Tides Caucus"))


def test_one_article_of_many_that_takes_two_wordings_for_two_bodies_is_a_slip() -> None:
    full, short = body("House of Harbours", "House"), body("House")

    def found(*articles: list[dict[str, Any]]) -> set[str]:
        sheets = [article(n, *cast) for n, cast in enumerate(articles)]
        return {a.id for a in corpus_of(sheets, [body("House of Harbours"), short]).actors.values()} - {"ada-holm"}

    assert "house" not in found([body("House of Harbours"), short], [full], *[[short]] * 18)
    assert "house" in found([body("House of Harbours"), short], [full], *[[short]] * 17)


@pytest.mark.parametrize("name", ["U.S.", "—", "Department", "Committee on", "A.", "कि"])
def test_a_name_of_which_hardly_anything_is_left_is_left_alone(name: str) -> None:
    assert bodies(body(name, "US"), body("Tarn Harbour Board")) == {slug(name), "tarn-harbour-board"}


def test_a_short_name_that_two_bodies_bear_is_neither() -> None:
    tarn, auve = (body(f"Harbour Board of {place}", "Harbour Board") for place in ("Tarn", "Auve"))
    assert len(bodies(tarn, auve, body("Harbour Board"))) == 3


def test_a_body_known_by_its_beginning_or_its_letters_keeps_that_name() -> None:
    full = body("House of Harbours", "House")
    assert bodies(full, body("House"), again=3) == {"house-of-harbours"}
    explained = body("Auve Sisal Isles", "ASIS")
    few = [article(n, body("ASIS"), company=["Tarn Pier", *COMPANY]) for n in (1, 2)]
    register = [body("ASIS"), explained]
    corpus = corpus_of([article(0, explained, company=["Tarn Pier", *COMPANY]), *few], register)
    assert [corpus.actors[i].name for i in corpus.actors if i in ("asis", "auve-sisal-isles")] == ["ASIS"]

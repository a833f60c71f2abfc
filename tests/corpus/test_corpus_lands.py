"""Which states are a topic: those that articles are about, and not the land that all of them come from."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.test_corpus_join import Loaded, actor, joined, loaded, says

CAST = [actor("halvia", kind="state"), actor("merrin", kind="state"), *map(actor, ("vance", "ruiz", "holm"))]
OTHERS = [loaded(f"other{i}", actors=CAST, positions=[says("x", "vance")]) for i in range(12)]


def on(name: str, number: int = 3, about: str = "halvia", **more: Any) -> Loaded:
    """An article in which so many speak about a state."""
    speakers = ("vance", "ruiz", "holm")[:number]
    positions = [says(f"{name}-{who}", who, about=[about]) for who in speakers]
    return loaded(name, actors=CAST, positions=[*positions, *more.pop("positions", [])], **more)


NEAR = says("near", "ruiz", about=["halvia"])
TWICE = "Halvia shut its ports. Ruiz said that Halvia would open them."
THREE = (on("a"), on("b"), on("c"))


def lands(*sheets: Loaded, **more: Any) -> list[str]:
    return list(joined(*sheets, **more).topics)


def test_a_state_that_three_articles_are_about_is_a_topic() -> None:
    assert lands(*THREE, *OTHERS) == ["halvia"]
    assert lands(*THREE[:2], *OTHERS) == []
    assert lands(*THREE[:2], on("c", 2), *OTHERS) == []


def test_where_the_headline_has_it_one_statement_is_enough() -> None:
    assert lands(*THREE[:2], on("the-vote", 1), *OTHERS) == []
    assert lands(*THREE[:2], on("halvia-votes", 1), *OTHERS) == ["halvia"]


def test_several_others_have_to_speak_about_it() -> None:
    own = [says(f"x{i}", "halvia", about=["halvia"]) for i in range(3)]
    alone = [on(name, 2, positions=own) for name in "abc"]
    assert lands(*alone, *OTHERS) == []


def test_the_land_that_many_articles_speak_about_is_none() -> None:
    assert lands(*THREE, *OTHERS[:8]) == []
    assert lands(*THREE, *OTHERS[:9]) == ["halvia"]


def test_copies_are_not_counted() -> None:
    assert lands(*THREE[:2], on("c", origin="a"), *OTHERS) == []


def test_its_page_has_what_others_say_about_it_and_what_it_says_where_it_is_the_matter() -> None:
    own = says("own", "halvia")
    shelf = (on("a", positions=[own]), *THREE[1:], *OTHERS)
    corpus = joined(*shelf, loaded("far", text=TWICE, actors=CAST, positions=[own, NEAR]))
    on_it = {(s.sheet, s.id) for s in corpus.statements if s.topics == ("halvia",)}
    assert on_it == {
        *((name, f"{name}-{who}") for name in "abc" for who in ("vance", "ruiz", "holm")),
        ("a", "own"),
        ("far", "near"),
    }
    assert corpus.topics["halvia"].name == "Halvia"


def test_what_an_article_says_of_a_state_once_it_says_in_passing() -> None:
    once = loaded("far", text=TWICE.replace("that Halvia", "they"), actors=CAST, positions=[NEAR])
    corpus = joined(*THREE, *OTHERS, once)
    assert not corpus.by_id["far"].topics
    twice = loaded("far", text=TWICE, actors=CAST, positions=[NEAR])
    assert joined(*THREE, *OTHERS, twice).by_id["far"].topics == ("halvia",)


@pytest.mark.parametrize(
    ("entry", "shown"),
    [
        ({"id": "halvia", "name": "The Halvian crisis"}, {"halvia": "The Halvian crisis"}),
        ({"id": "halvia", "name": "Halvia", "publish": False}, {}),
        ({"id": "crisis", "name": "The crisis", "merge": ["halvia"]}, {"crisis": "The crisis"}),
        ({"id": "merrin", "name": "Merrin"}, {"halvia": "Halvia", "merrin": "Merrin"}),
    ],
)
def test_the_register_renames_hides_merges_and_approves(entry: dict[str, Any], shown: dict[str, str]) -> None:
    corpus = joined(*THREE, on("d", 2, about="merrin"), *OTHERS, topics=[entry])
    assert {t.id: t.name for t in corpus.topics.values()} == shown


def test_an_actor_that_is_merged_into_a_state_counts_for_it() -> None:
    old = actor("old-halvia", kind="state")
    shelf = [on("a"), on("b"), loaded("c", actors=[*CAST, old], positions=[
        says(f"c{i}", "vance", about=["old-halvia"]) for i in range(3)
    ])]  # fmt: skip
    assert lands(*shelf, *OTHERS) == []
    merged = actor("halvia", kind="state", merge=["old-halvia"])
    assert lands(*shelf, *OTHERS, actors=[merged]) == ["halvia"]

"""A name that articles write as a common word is one actor in one story at most, and what it is, a person may say."""

from __future__ import annotations

import json
from typing import Any

import pytest

from briefwright.model.corpus import Corpus
from briefwright.model.factsheet import FactSheet
from corpus.test_corpus_join import Loaded, actor, joined, says

HALM = "Halm’s chief said that police had shut the bridge. Police found nobody, and the police left at noon."
TARN = "In Tarn the ferry was searched by police, who would not say why. Its captain called the police a nuisance."


def paper(name: str, text: str, *cast: dict[str, Any], day: str = "2026-03-10", story: str = "", **more: Any) -> Loaded:
    """An article, which tells a story of its own unless one is given."""
    article = {"id": name, "title": "Police Search", "published": day, "story": story or name, "origin": name}
    sheet = {"schema": 1, "article": article, "actors": [police(), *cast], **more}
    return Loaded(FactSheet.model_validate_json(json.dumps(sheet)), text)


def police(**more: Any) -> dict[str, Any]:
    return {"id": "police", "name": "Police", "kind": "organisation", **more}


def common(corpus: Corpus) -> set[str]:
    return {a.id for a in corpus.actors.values() if a.is_common}


def test_the_police_of_two_towns_are_a_common_word_to_which_nobody_belongs() -> None:
    vance, brandt = (actor(name, affiliation="police") for name in ("vance", "brandt"))
    corpus = joined(paper("halm", HALM, vance), paper("tarn", TARN, brandt))
    assert common(corpus) == {"police"}
    assert corpus.members("police") == frozenset()


def test_within_one_story_it_is_an_actor_as_any_other() -> None:
    vance = actor("vance", affiliation="police")
    for sheets in ([paper("halm", HALM, vance)], [paper("halm", HALM, vance), paper("tarn", TARN, story="halm")]):
        corpus = joined(*sheets)
        assert common(corpus) == set()
        assert corpus.members("police") == {"vance"}


@pytest.mark.parametrize(
    "entry",
    [
        {"description": "The one police of the island."},
        {"name": "Karsian police"},
        {"same_as": "Q64"},
        {"roles": [{"role": "Guard of the harbour"}]},
    ],
)
def test_a_person_may_say_who_it_is(entry: dict[str, Any]) -> None:
    sheets = paper("halm", HALM), paper("tarn", TARN)
    assert common(joined(*sheets, actors=[police()])) == {"police"}, "the parser adds such an entry for every actor"
    assert common(joined(*sheets, actors=[police(**entry)])) == set()


@pytest.mark.parametrize(
    ("name", "kind", "first", "second", "is_common"),
    [
        ("Moot", "organisation", "It is up to the Moot now. Moot members met.", "For years the Moot slept.", False),
        ("Moot", "organisation", "It is up to the moot now. Moot members met.", "For years the Moot slept.", True),
        ("Greens", "group", "Many Greens left. Greens vote late.", "Some of the Greens stayed.", False),
        ("Tarn police", "group", "He called Tarn police. He fled police.", "The Tarn police came; police left.", False),
        ("Wardens", "group", "Wardens saw it.", "Wardens ran, though other wardens stayed.", True),
        ("Wardens", "group", "Wardens saw it.", "Wardens ran.", False),
        ("Guard", "group", "He told Guard Captain Vance that guard dogs bit.", "He blames the guard.", True),
        ("Weekly", "media", "It appears weekly.", "A weekly read says so.", False),
        ("Local media", "media", "He told local media.", "The local media left.", True),
        ("Will", "person", "He will go.", "They will stay.", False),
    ],
)
def test_what_is_written_small_within_sentences_is_a_common_word(
    name: str, kind: str, first: str, second: str, is_common: bool
) -> None:
    it = {"id": "it", "name": name, "kind": kind}
    corpus = joined(paper("one", first, it), paper("two", second, it))
    assert corpus.actors["it"].is_common == is_common


def test_it_neither_turns_nor_says_the_same_as_ever() -> None:
    yes, no = "The council will negotiate on the ferry fares", "The council will not negotiate on the ferry fares"

    papers = [
        paper(f"at-{n}", HALM, day=f"2026-0{n}-10", positions=[says("said", "police", statement=words)])
        for n, words in ((1, yes), (3, no), (5, no))
    ]
    corpus = joined(*papers)
    assert not corpus.changes
    assert not corpus.claims
    known = joined(*papers, actors=[police(description="The one police of the island.")])
    assert set(known.changes) == {("at-3", "said"), ("at-5", "said")}
    assert set(known.claims) == {("at-3", "said"), ("at-5", "said")}


def test_of_a_word_that_only_opens_sentences_other_articles_tell() -> None:
    wardens = {"id": "wardens", "name": "Wardens", "kind": "group"}
    sheets = [paper(name, "Wardens saw it.", wardens) for name in ("halm", "tarn")]
    assert not joined(*sheets).actors["wardens"].is_common
    assert joined(*sheets, paper("isle", "Two wardens ran.")).actors["wardens"].is_common


def test_statements_of_several_stories_are_left_out_of_what_counts_speakers() -> None:
    halm = paper("halm", HALM, actor("vance"), positions=[says("a", "police"), says("b", "police"), says("c", "vance")])
    tarn = paper("tarn", TARN, positions=[says("d", "police"), says("e", None)])
    corpus = joined(halm, tarn)
    assert corpus.common_among(corpus.statements) == ("police",)
    assert [s.id for s in corpus.by_known(corpus.statements)] == ["c", "e"]
    one = corpus.by_id["halm"].statements
    assert corpus.by_known(one) == list(one), "in one article it is one"

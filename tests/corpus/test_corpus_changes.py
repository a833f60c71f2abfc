"""An actor turns where it says no to its own earlier words, or where an article says so."""

from __future__ import annotations

from typing import Any

import pytest

from briefwright.corpus.changes import find_changes
from briefwright.corpus.utterances import Utterances
from corpus.test_corpus_join import Loaded, actor, joined, loaded

CAST = [actor("vance"), actor("brandt"), actor("keepers", kind="group")]
YES, NO = "The council will negotiate on the ferry fares", "The council will not negotiate on the ferry fares"


def paper(name: str, day: str | None, statement: str, who: str = "vance", **more: Any) -> Loaded:
    said = {"id": "said", "actor": who, "act": "assert", "statement": statement, **more}
    return loaded(name, day, actors=CAST, positions=[said])


def turns(*sheets: Loaded) -> dict[str, str | None]:
    found = find_changes(Utterances(joined(*sheets)))
    return {sheet: earlier.sheet if earlier else None for (sheet, _), earlier in found.items()}


@pytest.mark.parametrize(("first", "then"), [(YES, NO), (NO, YES)])
def test_who_says_no_to_its_own_words_turns(first: str, then: str) -> None:
    assert turns(paper("old", "2026-01-10", first), paper("new", "2026-03-10", then)) == {"new": "old"}


def test_each_turn_is_from_the_newest_words_before() -> None:
    sheets = [paper(f"at-{n}", f"2026-0{n}-10", NO if n % 2 else YES) for n in (1, 2, 3)]
    assert turns(*sheets) == {"at-2": "at-1", "at-3": "at-2"}


def test_others_one_day_and_no_day_are_no_turn() -> None:
    assert turns(paper("old", "2026-01-10", YES), paper("new", "2026-03-10", NO, "brandt")) == {}
    assert turns(paper("old", "2026-01-10", YES), paper("new", "2026-01-10", NO)) == {}
    assert turns(paper("old", None, YES), paper("new", "2026-01-10", NO)) == {}
    assert turns(paper("old", "2026-01-10", YES, "keepers"), paper("new", "2026-03-10", NO, "keepers")) == {}


@pytest.mark.parametrize(
    "then",
    [
        "If the strike ends, the council will not negotiate on the ferry fares",
        "The council will negotiate on the ferry fares, and not on the timetable",
        "The council does not own the lighthouse",
    ],
)
def test_a_condition_and_another_matter_are_no_turn(then: str) -> None:
    assert turns(paper("old", "2026-01-10", YES), paper("new", "2026-03-10", then)) == {}


@pytest.mark.parametrize("cue", ["backed away from", "later walked back", "reversed course on", "dropped his call for"])
def test_an_article_may_tell_a_turn(cue: str) -> None:
    assert turns(paper("new", "2026-03-10", "A bridge to the islands", cue=cue)) == {"new": None}


@pytest.mark.parametrize(
    "cue", ["showed no sign of backing down on", "refused to walk back", "will soften his", "backs"]
)
def test_a_turn_not_taken_is_none(cue: str) -> None:
    assert turns(paper("new", "2026-03-10", "A bridge to the islands", cue=cue)) == {}


def stand(name: str, day: str, act: str, cue: str, statement: str, who: str = "vance") -> Loaded:
    return paper(name, day, statement, who, act=act, cue=cue)


@pytest.mark.parametrize(("first", "then"), [("support", "oppose"), ("oppose", "support")])
def test_who_was_for_a_thing_and_is_against_it_turns(first: str, then: str) -> None:
    cues = {"support": "backs", "oppose": "rejects"}
    old, new = (
        stand(name, day, act, cues[act], "The harbour levy") for name, day, act in
        [("old", "2026-01-10", first), ("new", "2026-03-10", then)]
    )  # fmt: skip
    assert turns(old, new) == {"new": "old"}


@pytest.mark.parametrize(
    ("act", "cue", "statement"),
    [
        ("support", "backs", "The harbour levy"),
        ("oppose", "rejects", "The harbour tunnel"),
        ("warn", "warns of", "The harbour levy"),
        ("assert", "mentions", "The harbour levy"),
    ],
)
def test_the_same_side_another_thing_and_another_act_are_no_turn(act: str, cue: str, statement: str) -> None:
    old = stand("old", "2026-01-10", "support", "backs", "The harbour levy")
    assert turns(old, stand("new", "2026-03-10", act, cue, statement)) == {}


def test_who_supports_somebody_and_then_criticizes_that_person_does_not_turn() -> None:
    cast = [actor("vance"), actor("brandt", name="Mira Brandt")]
    old, new = (
        loaded(name, day, actors=cast, positions=[
            {"id": "said", "actor": "vance", "act": act, "cue": cue, "statement": "Mira Brandt"}
        ])
        for name, day, act, cue in [
            ("old", "2026-01-10", "support", "backs"), ("new", "2026-03-10", "oppose", "criticizes")
        ]
    )  # fmt: skip
    assert turns(old, new) == {}


def test_a_thing_of_one_word_may_be_another_one() -> None:
    old, new = (
        stand("old", "2026-01-10", "support", "backs", "The levy"),
        stand("new", "2026-03-10", "oppose", "rejects", "The levy"),
    )
    assert turns(old, new) == {}

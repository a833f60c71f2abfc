"""Findings held against a person's sheet: what counts as found, what as missed, what as neither."""

from __future__ import annotations

from typing import Any

import pytest

from briefwright.evaluation import Comparison, bins, calibration_error, compare, explained, total
from briefwright.model.factsheet import Actor, ArticleInfo, Event, Evidence, FactSheet, Findings, OpenQuestion, Position

TEXT = "Ada Brenn and Kor Vale said the old mill will close in May. The council has not decided who pays for it."
BOTH = [Actor(id="ada-brenn", name="Ada Brenn", kind="person"), Actor(id="kor-vale", name="Kor Vale", kind="person")]


def evidence(*quotes: str) -> tuple[Evidence, ...]:
    return tuple(Evidence(quote=q, start=TEXT.index(q), end=TEXT.index(q) + len(q)) for q in quotes)


def position(actor: str | None, *quotes: str, **fields: Any) -> Position:
    fields = {"id": f"{actor or 'unnamed'}-says", "act": "assert", "statement": " … ".join(quotes), **fields}
    return Position(actor=actor, evidence=evidence(*quotes), **fields)


def compared(found: dict[str, list[Any]], gold: dict[str, list[Any]]) -> Comparison:
    sheet = FactSheet(schema=1, article=ArticleInfo(id="mill", title="Mill"), **{k: tuple(v) for k, v in gold.items()})
    return compare(sheet, Findings(**{k: tuple(v) for k, v in found.items()}), TEXT)


def right(comparison: Comparison, row: str) -> tuple[int, int, int]:
    count = comparison.counts[row]
    return count.right, count.found, count.gold


def test_actors_meet_by_any_form_of_their_names() -> None:
    found = [Actor(id="the-brenns", name="The Brenn’s", kind="group"), Actor(id="mill", name="Mill", kind="group")]
    gold = [Actor(id="ada-brenn", name="Ada Brenn", kind="person", aliases=("Brenn",), salience="main"), BOTH[1]]
    result = compared({"actors": found}, {"actors": gold})
    assert right(result, "actors") == (1, 2, 2)
    assert right(result, "main actors") == (1, 1, 1)
    assert result.kinds.right == 0
    assert [explained(m) for m in result.mistakes] == [
        "actor missed: Kor Vale", "actor not in the sheet: Mill", "actor, kind person read as group: Ada Brenn",
    ]  # fmt: skip


@pytest.mark.parametrize(("quote", "hit"), [("mill will close", 1), ("mill will", 0)])
def test_a_position_is_found_with_half_of_its_words(quote: str, hit: int) -> None:
    result = compared(
        {"positions": [position(None, quote, score=0.9)]}, {"positions": [position(None, "the old mill will close in")]}
    )
    assert right(result, "positions") == (hit, 1, 1)
    assert result.scored == ((0.9, bool(hit)),)


def test_the_same_words_of_two_speakers_meet_the_right_ones() -> None:
    words = "the old mill will close in May"
    found = [position("kor-vale", words, act="warn"), position("ada-brenn", words)]
    gold = [position("ada-brenn", words), position("kor-vale", words)]
    result = compared({"actors": BOTH, "positions": found}, {"actors": BOTH, "positions": gold})
    assert right(result, "positions + actor") == (2, 2, 2)
    assert right(result, "positions + actor + act") == (1, 2, 2)


def test_nobody_named_is_right_only_where_nobody_is_named() -> None:
    words = "the old mill will close in May"
    for found, gold, hit in ((None, None, 1), (None, "ada-brenn", 0), ("ada-brenn", None, 0)):
        result = compared(
            {"actors": BOTH, "positions": [position(found, words)]},
            {"actors": BOTH, "positions": [position(gold, words)]},
        )
        assert right(result, "positions + actor")[0] == hit, (found, gold)


def test_what_a_person_keeps_out_of_the_site_is_neither_miss_nor_false_alarm() -> None:
    hidden = Event(id="closes", event="closes", evidence=evidence("the old mill will close in May"), publish=False)
    found = Event(id="mill-closes", event="mill closes", evidence=evidence("will close in May"))
    for findings in ([found], []):
        result = compared({"events": findings}, {"events": [hidden]})
        assert right(result, "events") == (0, 0, 0)
        assert result.mistakes == ()


def test_an_item_without_evidence_is_left_out_and_counted() -> None:
    question = OpenQuestion(id="why", question="Why?", kind="unknown")
    result = compared({}, {"open_questions": [question]})
    assert (right(result, "open questions"), result.left_out, result.mistakes) == ((0, 0, 0), 1, ())


def test_questions_and_events_meet_where_half_of_the_shorter_lies_in_the_longer() -> None:
    long = evidence("The council has not decided who pays for it")
    asked = OpenQuestion(id="who-pays", question="Who pays?", kind="unknown", evidence=evidence("who pays for it"))
    gold = OpenQuestion(id="pays", question="Who pays for it?", kind="pending", evidence=long)
    result = compared({"open_questions": [asked]}, {"open_questions": [gold]})
    assert right(result, "open questions") == (1, 1, 1)
    assert right(result, "open questions + kind") == (0, 1, 1)
    both = total([result, result])
    assert both.counts["open questions"].f1 == 1.0
    assert len(both.mistakes) == 2


def test_the_calibration_error_is_the_mean_distance_of_score_and_share_right() -> None:
    scored = [(1.0, True), (0.95, True), (0.65, True), (0.65, False)]
    filled = bins(scored)
    assert [(b.low, b.count) for b in filled] == [(0.6, 2), (0.9, 2)]
    assert calibration_error(filled) == pytest.approx((2 * 0.15 + 2 * 0.025) / 4)
    assert calibration_error(bins([])) == 0.0

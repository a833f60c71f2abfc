"""Words that a new text lacks: what is kept, and how a person is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from sheet_desk import TEXT, WAIT, Desk, evidence, ids, parsed

from briefwright.model.factsheet import Event, Evidence
from briefwright.model.text import slug
from briefwright.sheets import amend_sheet
from briefwright.sheets.render import inline

NOTHING: dict[str, object] = {"positions": (), "open_questions": (), "events": (), "lead": ()}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_an_edited_item_whose_words_are_gone_is_kept_and_reported(desk: Desk) -> None:
    desk.edit(("statement: We will not wait.", "statement: She is in a hurry."))
    by_hand = desk.item("we-will-not-wait")
    result = desk.parse(WAIT)
    assert desk.item("we-will-not-wait") == by_hand
    line = desk.yaml[: desk.yaml.index("id: we-will-not-wait")].count("\n") + 1
    assert [str(p) for p in result.conflicts] == [
        f'factsheets/lorne.yml:{line}:5: "we-will-not-wait" is kept as a person left it, but the article\'s new text '
        "no longer has its words: “We will not wait”. The parser finds nothing like it there. "
        "Give it other words as evidence, or none, or delete it."
    ]
    shelf = desk.shelf()
    assert shelf.problems == shelf.conflicts
    assert [p.line for p in shelf.conflicts] == [line + 6]
    assert list(shelf.ungrounded) == ["lorne"]


def test_a_conflict_stays_until_a_person_solves_it(desk: Desk) -> None:
    desk.edit(("statement: We will not wait.", "statement: She is in a hurry."))
    desk.parse(WAIT)
    again = desk.parse(WAIT)
    assert (again.written, len(again.conflicts)) == (False, 1)
    desk.edit((desk.item("we-will-not-wait"), ""))
    assert desk.parse(WAIT).conflicts == ()
    assert desk.shelf().problems == ()


@pytest.mark.parametrize(
    ("edited", "quote"),
    [
        (("statement: We will not wait.", "statement: She is in a hurry."), "They will not wait"),
        (("    act: commit", "    # heard it\n    act: commit"), "They will not wait"),
        (("act: commit", "act: warn\n    reviewed: true"), "And we shall not wait"),
    ],
)
def test_a_reading_in_other_words_is_shown_and_no_twin_of_the_edited_item(
    desk: Desk, edited: tuple[str, str], quote: str
) -> None:
    desk.edit(edited)
    by_hand = desk.item("we-will-not-wait")
    text = TEXT.replace("We will not wait", quote)
    (was,) = (p for p in parsed().positions if p.id == "we-will-not-wait")
    now = was.model_copy(update={"id": slug(quote), "statement": quote, "evidence": (evidence(quote, text),)})
    for _ in range(2):
        result = desk.parse(text, positions=(*parsed(text).positions, now))
        assert (result.added, result.removed, desk.item("we-will-not-wait")) == (0, 0, by_hand)
        (conflict,) = result.conflicts
        assert "no longer has its words: “We will not wait”." in conflict.message
        assert f"The parser now reads: “{quote}”. Take these words with `briefwright review`" in conflict.hint
    assert not result.written
    record = desk.sheet().generated
    assert record
    assert record.new_words == {"we-will-not-wait": now.evidence}


@pytest.mark.parametrize(
    "solve", ["", "    evidence: []\n", "    evidence: [{quote: on Monday, start: 60, end: 69}]\n"]
)
def test_what_was_read_in_its_place_does_not_come_in_once_a_conflict_is_solved(desk: Desk, solve: str) -> None:
    desk.edit(("statement: We will not wait.", "statement: She is in a hurry."))
    quote = "They will not wait"
    text = TEXT.replace("We will not wait", quote)
    (was,) = (p for p in parsed().positions if p.id == "we-will-not-wait")
    now = was.model_copy(update={"id": slug(quote), "evidence": (evidence(quote, text),)})
    desk.parse(text, positions=(*parsed(text).positions, now))
    item = desk.item("we-will-not-wait")
    desk.edit((item, item[: item.index("    evidence:")] + solve if solve else ""))
    assert desk.shelf().problems == ()
    for _ in range(3):
        result = desk.parse(text, positions=(*parsed(text).positions, now))
        assert (result.added, result.conflicts) == (0, ())
        assert slug(quote) not in ids(desk)
    back = desk.parse()
    assert (back.added, back.conflicts) == (0, ())


def test_words_that_a_person_replaced_do_not_come_in_beside_the_item(desk: Desk) -> None:
    item = desk.item("we-will-not-wait")
    given = "money is short"
    start = TEXT.index(given)
    own = f"    evidence: [{{quote: {given}, start: {start}, end: {start + len(given)}}}]\n"
    desk.edit((item, item[: item.index("    evidence:")] + own))
    (was,) = (p for p in parsed().positions if p.id == "we-will-not-wait")
    same = was.model_copy(update={"id": "short-of-money", "evidence": (evidence(given),)})
    others = tuple(p for p in parsed().positions if p.id not in ("we-will-not-wait", "money-is-short"))
    desk.parse(positions=(*others, was))
    sheet = desk.yaml
    for found in ((*others, was, same), (*others, same, was)):
        result = desk.parse(positions=found)
        assert (result.added, result.conflicts) == (0, ())
        assert desk.yaml == sheet


def test_a_record_that_grows_takes_another_ones_in_before_it(desk: Desk) -> None:
    def noted(**words: tuple[Evidence, ...]) -> None:
        record = desk.sheet().generated
        assert record
        record = record.model_copy(update={"new_words": words})
        amend_sheet(desk.shelf(), "lorne", lambda sheet: sheet.model_copy(update={"generated": record}))

    one, two = evidence("money"), evidence("is short")
    noted(council=(one,))
    noted(union=(one,), council=(one, two))
    assert "  new_words:\n    council:\n" in desk.yaml
    record = desk.sheet().generated
    assert record
    assert record.new_words == {"council": (one, two), "union": (one,)}


def test_no_record_is_left_where_words_are_what_they_were(desk: Desk) -> None:
    desk.edit(("statement: We will not wait.", "statement: She is in a hurry."))
    before, text = desk.yaml, TEXT.replace("We will not wait", "They will not wait")
    (was,) = (p for p in parsed().positions if p.id == "we-will-not-wait")
    now = was.model_copy(update={"evidence": (evidence("They will not wait", text),)})
    desk.parse(text, positions=(*parsed(text).positions, now))
    assert "  new_words:\n    we-will-not-wait:\n      - {quote: They will not wait, start:" in desk.yaml
    desk.parse()
    assert desk.yaml == before
    desk.edit(("generated:\n", "generated:\n  new_words: {}\n"))
    assert not desk.parse().written
    assert desk.parse(text, positions=(*parsed(text).positions, now)).conflicts
    assert "new_words: {}" not in desk.yaml


def test_both_sides_of_a_conflict_are_shown_where_they_differ(desk: Desk) -> None:
    long = "The union, whose members have kept the ferry going since the old bridge began to move, will strike on {}"
    was, text = (
        f"Rain fell. {long.format(day)} again, its head told us at the quay.\n" for day in ("Monday", "Sunday")
    )
    read = [
        Event(id="strike", event="Strike", evidence=(evidence(long.format(d), t),))
        for d, t in (("Monday", was), ("Sunday", text))
    ]
    desk.parse(was, events=(read[0],))
    desk.edit(("event: Strike", "event: A strike"))
    (conflict,) = desk.parse(text, events=(read[1],)).conflicts
    assert conflict.message.endswith("“…the old bridge began to move, will strike on Monday”.")
    assert "“…the old bridge began to move, will strike on Sunday”." in conflict.hint


def test_words_that_stand_there_twice_are_said_to(desk: Desk) -> None:
    desk.edit(("statement: We will not wait.", "statement: She is in a hurry."))
    (conflict,) = desk.parse("“We will not wait.” She said: “We will not wait.”\n", **NOTHING).conflicts
    assert "the article's new text has its words more than once: “We will not wait”." in conflict.message


def test_a_quote_mistyped_by_a_person_is_a_mistake_and_no_conflict(desk: Desk) -> None:
    desk.edit(("{quote: We will not wait", "{quote: We would not wait"))
    shelf = desk.shelf()
    assert len(shelf.problems) == 1
    assert shelf.conflicts == ()


def test_an_edited_lead_whose_words_are_gone_is_a_conflict(desk: Desk) -> None:
    desk.edit(("lead:\n", f"lead:\n  - {inline(evidence('We will not wait'))}\n"))
    assert desk.shelf().problems == ()
    (conflict,) = desk.parse(WAIT).conflicts
    assert conflict.message.startswith("the lead is kept as a person left it")
    assert "The parser now reads: “Lorne will close its old bridge”. Give it other words" in conflict.hint

"""Words that a new text lacks: what is kept, and how a person is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from sheet_desk import WAIT, Desk, evidence

from briefwright.sheets.render import inline


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
        f"factsheets/lorne.yml:{line}:5: \"we-will-not-wait\" is a person's, and the article's new text lacks its "
        "words or has them more than once: “We will not wait”. The parser finds nothing like it in the new text. "
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


def test_a_quote_mistyped_by_a_person_is_a_mistake_and_no_conflict(desk: Desk) -> None:
    desk.edit(("{quote: We will not wait", "{quote: We would not wait"))
    shelf = desk.shelf()
    assert len(shelf.problems) == 1
    assert shelf.conflicts == ()


def test_an_edited_lead_whose_words_are_gone_is_a_conflict(desk: Desk) -> None:
    desk.edit(("lead:\n", f"lead:\n  - {inline(evidence('We will not wait'))}\n"))
    assert desk.shelf().problems == ()
    (conflict,) = desk.parse(WAIT).conflicts
    assert "the lead is a person's" in conflict.message
    assert "The new text is read as: “Lorne will close its old bridge”." in conflict.hint

"""What is decided stands in the files at once, survives every parse, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_desk import CHANGED, Tarn

from briefwright.errors import SheetError
from briefwright.model.factsheet import PositionLink
from briefwright.sheets import confirmed_items


@pytest.fixture
def tarn(tmp_path: Path) -> Tarn:
    return Tarn(tmp_path)


def test_what_is_found_right_gets_a_mark_and_nothing_else_changes(tarn: Tarn) -> None:
    tarn.edit("shut", "    statement: The Tarn", "    statement: >-\n      The Tarn")
    tarn.edit("shut", "open_questions:\n", "# asked by us\nopen_questions:\n")
    before = tarn.yaml()
    session = tarn.session("reading")
    session.decide({"reviewed": True})
    assert tarn.yaml() == before.replace("  - id: stays-shut\n", "  - id: stays-shut\n    reviewed: true\n")
    assert (session.current, session.decided) == (None, 1)
    assert confirmed_items(tarn.shelf().sheets["shut"].sheet) == {"stays-shut"}


def test_every_decision_survives_the_next_parse_and_is_not_asked_again(tarn: Tarn) -> None:
    session = tarn.session("reading", "lookalike", "speaker", "answer", "overdue")
    session.decide({"statement": "The Tarn bridge stays shut for now."})
    session.merge("orla-vance", "vance")
    session.decide(None)
    session.decide({"status": "answered", "answer": PositionLink(sheet="open-again", position="reopens")})
    assert session.current is None, "an answered question is not overdue"
    decided = tarn.files()
    tarn.parse()
    assert tarn.files() == decided
    assert tarn.waiting() == {}
    yaml = tarn.yaml()
    assert "for now." in yaml
    assert "four-million\n" not in yaml
    assert "    answer: {sheet: open-again, position: reopens}\n" in yaml
    assert "    merge: [vance]\n" in tarn.yaml("_actors")


def test_a_reviewed_item_is_kept_when_the_parser_reads_otherwise(tarn: Tarn) -> None:
    tarn.session("reading").decide({"reviewed": True})
    tarn.parse(CHANGED.replace("stays shut", "stays shut"))
    assert "    reviewed: true\n" in tarn.yaml()
    assert "at-night\n" not in tarn.yaml()
    assert tarn.corpus().by_id["shut"].edited is False


def test_back_takes_back_decisions_and_skips_and_asks_again(tarn: Tarn) -> None:
    before = tarn.files()
    session = tarn.session("reading", "speaker", "lookalike")
    session.decide({"reviewed": True})
    session.skip()
    session.tell_apart()
    assert session.current is not None
    assert session.current.kind == "speaker", "what was skipped comes again at the end"
    assert [session.back() for _ in range(4)] == [True, True, True, False]
    assert tarn.files() == before
    assert session.current.kind == "reading"
    assert (session.decided, session.left) == (0, 3)


def test_what_is_skipped_twice_is_left_for_another_time(tarn: Tarn) -> None:
    session = tarn.session("reading", "speaker")
    for _ in range(4):
        session.skip()
    assert session.current is None
    assert session.left == 2


def test_what_is_skipped_and_would_come_again_at_once_is_left_for_another_time(tarn: Tarn) -> None:
    session = tarn.session("reading", "speaker")
    session.decide({"reviewed": True})
    session.skip()
    assert (session.current, session.left, session.can_go_back) == (None, 1, True)
    assert session.back()
    assert session.current
    assert (session.current.kind, session.left) == ("speaker", 1)
    session.skip()
    assert (session.current, session.left) == (None, 1)


def test_a_sheet_that_changed_in_the_meantime_is_left_alone(tarn: Tarn) -> None:
    session = tarn.session("reading")
    tarn.edit("shut", "Tarn bridge stays shut.", "Tarn bridge is shut.")
    before = tarn.files()
    with pytest.raises(SheetError, match=r'shut.yml: "stays-shut" has changed since it was read. Run'):
        session.decide({"reviewed": True})
    assert tarn.files() == before
    tarn.edit("shut", "Tarn bridge is shut.", "Tarn bridge stays shut.")
    session.decide({"reviewed": True})
    tarn.edit("shut", "    reviewed: true\n", "    reviewed: true # by me\n")
    with pytest.raises(SheetError, match="the file has changed since, so the decision is not taken back"):
        session.back()
    assert "# by me" in tarn.yaml()


@pytest.mark.parametrize(
    ("update", "told"),
    [
        ({"actor": "nobody"}, 'no actor has the id "nobody"'),
        ({"statement": ""}, '"statement" is empty'),
        ({"act": "sing"}, '"act" cannot be "sing"'),
    ],
)
def test_what_would_be_a_mistake_is_refused(tarn: Tarn, update: dict[str, object], told: str) -> None:
    before = tarn.files()
    session = tarn.session("reading")
    with pytest.raises(SheetError, match=told):
        session.decide(update)
    assert tarn.files() == before
    assert session.current is not None


def test_pairs_follow_the_merges_that_were_just_made(tarn: Tarn) -> None:
    pair = tarn.waiting()["lookalike"]
    session = tarn.session("lookalike")
    session.merge("orla-vance", "vance")
    assert session.current is None
    session.back()
    session.tell_apart()
    assert "    not: [vance]\n" in tarn.yaml("_actors")
    assert pair.kind not in tarn.waiting()


def test_an_entry_that_was_deleted_from_the_register_is_made_again_for_a_decision(tarn: Tarn) -> None:
    tarn.edit("open-again", "    about: [orla-vance]\n", "")
    tarn.edit("_actors", "  - id: orla-vance\n    name: Orla Vance\n    kind: person\n", "")
    tarn.session("lookalike").merge("orla-vance", "vance")
    assert "  - id: orla-vance\n    name: Orla Vance\n    kind: person\n    merge: [vance]\n" in tarn.yaml("_actors")
    assert tarn.waiting().keys() == {"reading", "speaker", "answer", "overdue"}


def test_what_is_written_in_the_editor_counts_and_its_mistakes_are_told(tarn: Tarn) -> None:
    session = tarn.session("reading", "speaker")

    def typed(old: str, new: str) -> object:
        def work(path: Path, line: int) -> None:
            assert path.read_text().splitlines()[line - 1].startswith("  - id: ")
            tarn.edit("shut", old, new)

        return session.by_hand(work)

    (mistake,) = typed("id: stays-shut\n", "id: stays-shut\n    publish: perhaps\n")
    assert '"publish" must be true or false' in str(mistake)
    assert session.current
    assert session.current.kind == "reading"
    assert typed("publish: perhaps", "publish: false") == ()
    assert session.current.kind == "speaker"
    assert session.decided == 1


def test_a_conflict_is_settled_by_dropping_the_lost_words(tarn: Tarn) -> None:
    tarn.edit("shut", "statement: The ferry should sail at night.", "statement: Let it sail.")
    tarn.parse(CHANGED)
    session = tarn.session("conflict")
    session.decide({"reviewed": True, "evidence": ()})
    assert tarn.shelf().problems == ()
    assert "statement: Let it sail." in tarn.yaml()

"""Each way in which a new parse could lose what a person did, and that it does not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sheet_desk import LONGER, TEXT, WAIT, Desk, evidence, ids, parsed, position

from briefwright.errors import SheetError
from briefwright.model.factsheet import Event


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


# Quiet


def test_nothing_new_writes_nothing(desk: Desk) -> None:
    files = sorted(p for p in desk.folder.rglob("*") if p.is_file())
    for file in files:
        os.utime(file, (1, 1))
    before = {file: file.read_bytes() for file in files}
    assert not desk.parse().written
    assert sorted(p for p in desk.folder.rglob("*") if p.is_file()) == files
    assert {file: file.read_bytes() for file in files} == before
    assert {file.stat().st_mtime for file in files} == {1}


def test_edits_alone_write_nothing(desk: Desk) -> None:
    desk.edit(("statement: We will not wait.", "statement: 'She is in a hurry.'   # sure?"))
    os.utime(desk.path, (1, 1))
    result = desk.parse()
    assert (result.written, result.kept) == (False, 1)
    assert desk.path.stat().st_mtime == 1


# Refreshing what nobody touched


def test_untouched_items_follow_the_text(desk: Desk) -> None:
    result = desk.parse(LONGER)
    assert (result.added, result.removed, result.kept, result.conflicts) == (0, 0, 0, ())
    assert position(desk.sheet(), "we-will-not-wait").evidence == (evidence("We will not wait", LONGER),)
    assert desk.shelf().problems == ()


def test_a_refresh_changes_only_its_own_values(desk: Desk) -> None:
    before = desk.edit(("    score: 0.8\n", "\n    score:   0.8   \n\n"))
    changes = [p.model_copy(update={"score": 0.9}) if p.score else p for p in parsed().positions]
    desk.parse(positions=tuple(changes))
    old, new = before.splitlines(), desk.yaml.splitlines()
    assert len(old) == len(new)
    changed = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    assert changed[0] == ("    score:   0.8   ", "    score:   0.9   ")
    assert [a.split(":")[0].strip() for a, _ in changed[1:]] == ["money-is-short"]


def test_style_alone_is_no_edit(desk: Desk) -> None:
    desk.edit(
        ("statement: We will not wait.", 'statement: >-\n      We will\n      not "wait".'.replace('"', "")),
        ("aliases: [Ruiz]", 'aliases:\n    - "Ruiz"'),
    )
    assert desk.shelf().sheets["lorne"].edited == frozenset()
    assert desk.parse(LONGER).kept == 0


def test_what_a_person_found_right_moves_with_the_text_and_is_no_edit(desk: Desk) -> None:
    mark = "  - id: we-will-not-wait\n", "  - id: we-will-not-wait\n    reviewed: true\n"
    desk.edit(mark)
    desk.parse(LONGER)
    assert position(desk.sheet(), "we-will-not-wait").evidence == (evidence("We will not wait", LONGER),)
    assert desk.shelf().sheets["lorne"].edited == frozenset()
    desk.edit(mark[::-1])
    assert desk.parse(LONGER).kept == 0


# Edits


@pytest.mark.parametrize(
    ("item", "old", "new"),
    [
        ("we-will-not-wait", "statement: We will not wait.", "statement: She is in a hurry."),
        ("we-will-not-wait", "act: commit", "act: warn"),
        ("council-to-pay", "    about: [council]\n", ""),
        ("council-to-pay", "    about: [council]\n", "    about: [council, ana-ruiz]\n"),
        ("who-will-pay", "status: open", "status: answered\n    answer: The state."),
        ("bridge-closes", "date: 2023-05", "date: 2023-05-02"),
        ("money-is-short", "act: deny", "act: deny\n    publish: false"),
        ("ana-ruiz", "role: mayor", "role: mayor of Lorne"),
    ],
)
def test_a_changed_item_stays_as_it_is(desk: Desk, item: str, old: str, new: str) -> None:
    desk.edit((desk.item(item), desk.item(item).replace(old, new)))
    by_hand = desk.item(item)
    assert new in by_hand or not new
    assert item in desk.shelf().sheets["lorne"].edited
    result = desk.parse(LONGER)
    now = [line for line in desk.item(item).splitlines() if "start:" not in line]
    assert now == [line for line in by_hand.splitlines() if "start:" not in line]
    assert (result.kept, result.conflicts) == (1, ())
    assert desk.shelf().problems == ()


def test_offsets_of_an_edited_item_move_with_the_text(desk: Desk) -> None:
    desk.edit(("question: Who will pay?", "question: Who pays?"))
    desk.parse(LONGER)  # its words stand twice in the text: only what lies around them tells which are meant
    assert desk.sheet().open_questions[0].evidence == (evidence("It is unclear", LONGER, 1),)


def test_an_edit_that_comes_to_rest_where_the_parser_had_put_it_stays_an_edit(desk: Desk) -> None:
    first, second = evidence("It is unclear"), evidence("It is unclear", nth=1)
    desk.edit((f"start: {second.start}, end: {second.end}", f"start: {first.start}, end: {first.end}"))
    ahead = "A flood came first. ".ljust(second.start - first.start - 1, "-")
    text = f"{ahead}\n{TEXT[: TEXT.rindex(' It is unclear')]}\n"
    there = evidence("It is unclear", text)
    assert there.start == second.start
    (question,) = desk.sheet().open_questions
    fresh = question.model_copy(update={"kind": "disputed", "evidence": (there,)})
    desk.parse(text, open_questions=(fresh,))
    kept = desk.yaml
    assert not desk.parse(text, open_questions=(fresh,)).written
    assert desk.yaml == kept
    assert desk.sheet().open_questions == (question.model_copy(update={"evidence": (there,)}),)


def test_an_edit_that_the_parser_comes_to_agree_with_stays_an_edit(desk: Desk) -> None:
    desk.edit(("act: deny", "act: oppose"))
    agree = tuple(p.model_copy(update={"act": "oppose"}) if p.id == "money-is-short" else p for p in parsed().positions)
    desk.parse(positions=agree)
    desk.parse()
    assert position(desk.sheet(), "money-is-short").act == "oppose"


def test_fields_of_the_article_are_kept_one_by_one(desk: Desk) -> None:
    desk.edit(("title: Lorne closes its bridge", "title: The old bridge"), ("outlet: null", "outlet: Lorne Post"))
    assert desk.shelf().sheets["lorne"].edited == {"article.title", "article.outlet"}
    info = parsed().article.model_copy(update={"title": "New", "outlet": "Wire", "author": "A. Reporter"})
    desk.parse(article=info)
    article = desk.sheet().article
    assert (article.title, article.outlet, article.author) == ("The old bridge", "Lorne Post", "A. Reporter")


# Deletions


@pytest.mark.parametrize("blank", [1, 2])
def test_a_file_without_a_last_line_end_keeps_doing_without(desk: Desk, blank: int) -> None:
    last = desk.yaml.rstrip().splitlines()[-1]
    desk.edit((desk.yaml, desk.yaml.rstrip()))
    desk.edit((f"\n{last}", "\n" * (1 + blank) + last))
    desk.parse(events=(Event(id="they-wait", event="They wait", evidence=(evidence("We will not wait"),)),))
    assert last not in desk.yaml
    assert "they-wait: " in desk.yaml.splitlines()[-1]
    assert not desk.yaml.endswith("\n")


@pytest.mark.parametrize("blank", [0, 2])
def test_a_file_whose_last_lines_go_ends_as_it_did(desk: Desk, blank: int) -> None:
    desk.edit(("statement: We will not wait.", "statement: She is in a hurry."))
    text = TEXT.replace("We will not wait", "We shall not wait")
    (was,) = (p for p in parsed().positions if p.id == "we-will-not-wait")
    now = was.model_copy(update={"id": "we-shall-not-wait", "evidence": (evidence("We shall not wait", text),)})
    desk.parse(text, positions=(*parsed(text).positions, now))
    desk.edit((desk.yaml, desk.yaml.rstrip().replace("\n  new_words:", "\n" * (1 + blank) + "  new_words:")))
    assert "new_words" in desk.yaml
    desk.parse()
    assert "new_words" not in desk.yaml
    assert not desk.yaml.endswith("\n")


def test_a_deleted_item_stays_away_under_another_id(desk: Desk) -> None:
    desk.edit((desk.item("we-will-not-wait"), ""))
    renamed = tuple(
        p.model_copy(update={"id": "mayor-will-not-wait", "actor": None}) if p.id == "we-will-not-wait" else p
        for p in parsed().positions
    )
    desk.parse(positions=renamed)
    assert ids(desk) == ["lorne-will-close", "council-to-pay", "money-is-short"]


def test_a_deleted_position_does_not_take_an_event_of_the_same_words_away(desk: Desk) -> None:
    desk.edit((desk.item("we-will-not-wait"), ""))
    event = parsed().events[0].model_copy(update={"id": "no-wait", "evidence": (evidence("We will not wait"),)})
    desk.parse(events=(*parsed().events, event))
    assert ids(desk, "events") == ["bridge-closes", "no-wait"]


def test_an_item_that_the_parser_no_longer_finds_goes_and_may_come_back(desk: Desk) -> None:
    without = tuple(p for p in parsed().positions if p.id != "money-is-short")
    assert desk.parse(positions=without).removed == 1
    assert "money-is-short" not in desk.yaml
    assert desk.parse().added == 1
    assert "money-is-short" in ids(desk)


def test_emptied_lists_are_written_and_filled_again(desk: Desk) -> None:
    before = desk.yaml
    desk.parse(events=(), open_questions=(), positions=(), lead=())
    assert "positions: []\nopen_questions: []\nevents: []\n" in desk.yaml
    desk.parse()
    assert sorted(desk.yaml.splitlines()) == sorted(before.splitlines())


def test_a_list_whose_entries_a_person_deleted_is_filled_again(desk: Desk) -> None:
    desk.edit((desk.item("bridge-closes"), "  # nothing happens\n"))
    event = parsed().events[0].model_copy(update={"id": "no-wait", "evidence": (evidence("We will not wait"),)})
    assert desk.parse(events=(*parsed().events, event)).conflicts == ()
    assert ids(desk, "events") == ["no-wait"]
    assert "  # nothing happens\nnotes:" in desk.yaml


# Additions and order


def test_what_is_new_comes_behind_its_predecessor_and_before_the_next_ones_comment(desk: Desk) -> None:
    desk.parse(WAIT)
    desk.edit(("  - id: council-to-pay", "  # about money\n  - id: council-to-pay"))
    desk.parse(TEXT)
    assert ids(desk) == ["lorne-will-close", "we-will-not-wait", "council-to-pay", "money-is-short"]
    assert "  # about money\n  - id: council-to-pay" in desk.yaml


def test_a_new_item_never_takes_an_id_that_a_person_used(desk: Desk) -> None:
    desk.edit(("events:\n", "events:\n  - id: tolls\n    event: Tolls begin\n"))
    new = parsed().positions[0].model_copy(update={"id": "tolls", "evidence": (evidence("on Monday"),)})
    for _ in range(2):
        desk.parse(positions=(*parsed().positions, new))
        assert ids(desk)[-1] == "tolls-2"
        assert len(ids(desk)) == 5
    assert desk.shelf().problems == ()


# Sheets that are not as the parser left them


def test_a_sheet_with_mistakes_is_left_alone(desk: Desk) -> None:
    before = desk.edit(("act: deny", "act: denny"))
    with pytest.raises(SheetError, match="denny"):
        desk.parse(LONGER)
    assert desk.yaml == before


def test_a_sheet_without_fingerprints_is_all_a_persons(desk: Desk) -> None:
    desk.edit((desk.yaml[desk.yaml.index("generated:") :], ""))
    without = tuple(p for p in parsed().positions if p.id != "money-is-short")
    result = desk.parse(positions=without)
    assert (result.added, result.refreshed, result.removed, result.kept) == (0, 0, 0, 9)
    assert "money-is-short" in ids(desk)


def test_a_change_that_would_say_something_else_is_not_written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = desk.yaml
    monkeypatch.setattr("briefwright.sheets.store.edit", lambda source, now, wanted: source.text.replace("Ana", "Eva"))
    result = desk.parse(LONGER)
    assert (result.written, desk.yaml) == (False, before)
    assert [str(p) for p in result.conflicts] == [
        "factsheets/lorne.yml: the sheet cannot be changed without risk to what is in it; it was left as it is. "
        "Write it in the style of the other sheets, or delete it and parse again."
    ]
    assert desk.shelf().problems == ()

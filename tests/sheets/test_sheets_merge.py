"""Each way in which a new parse could lose what a person did, and that it does not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sheet_desk import TEXT, Desk, evidence, parsed

from briefwright import sheets
from briefwright.errors import SheetError
from briefwright.model.factsheet import Actor, FactSheet, Position
from briefwright.sheets.render import inline

LONGER = f"A flood came first. {TEXT}"
WAIT = TEXT.replace("We will not wait", "We shall not wait")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def position(sheet: FactSheet, item_id: str) -> Position:
    return next(p for p in sheet.positions if p.id == item_id)


def ids(desk: Desk, section: str = "positions") -> list[str]:
    return [item.id for item in getattr(desk.sheet(), section)]


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
    before = desk.edit(("    score: 0.8\n", "    # how sure is it?\n    score:   0.8   # hm\n\n"))
    changes = [p.model_copy(update={"score": 0.9}) if p.score else p for p in parsed().positions]
    desk.parse(positions=tuple(changes))
    old, new = before.splitlines(), desk.yaml.splitlines()
    assert len(old) == len(new)
    changed = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    assert changed[0] == ("    score:   0.8   # hm", "    score:   0.9   # hm")
    assert [a.split(":")[0].strip() for a, _ in changed[1:]] == ["money-is-short"]


def test_style_alone_is_no_edit(desk: Desk) -> None:
    desk.edit(
        ("statement: We will not wait.", 'statement: >-\n      We will\n      not "wait".'.replace('"', "")),
        ("aliases: [Ruiz]", 'aliases:\n    - "Ruiz"'),
    )
    assert desk.shelf().sheets["lorne"].edited == frozenset()
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


def test_the_editors_own_fields_are_never_touched(desk: Desk) -> None:
    desk.edit(("bottom_line: null", "bottom_line: It closes."), ("notes: null", "notes: |\n  # Heading\n\n  text"))
    desk.parse(LONGER, bottom_line=None, notes=None)
    assert (desk.sheet().bottom_line, desk.sheet().notes) == ("It closes.", "# Heading\n\ntext\n")


def test_an_edited_lead_stays_and_moves(desk: Desk) -> None:
    lead = desk.yaml[desk.yaml.index("lead:") : desk.yaml.index("actors:")]
    desk.edit((lead, f"lead:\n  - {inline(evidence('on Monday'))}\n"))
    assert desk.shelf().sheets["lorne"].edited == {"article.lead"}
    desk.parse(LONGER)
    assert desk.sheet().lead == (evidence("on Monday", LONGER),)


# Deletions


def test_a_deleted_item_stays_away_for_ever(desk: Desk) -> None:
    desk.edit((desk.item("we-will-not-wait"), ""))
    for text in (TEXT, LONGER, TEXT):
        desk.parse(text)
        assert "we-will-not-wait" not in ids(desk)


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


# Additions and order


def test_an_added_item_needs_no_evidence_and_stays(desk: Desk) -> None:
    desk.edit(("open_questions:\n", "open_questions:\n  - id: mine\n    question: When?\n    kind: asked\n"))
    assert desk.shelf().sheets["lorne"].edited == {"mine"}
    desk.parse(LONGER)
    assert ids(desk, "open_questions") == ["mine", "who-will-pay"]


def test_what_is_new_comes_behind_its_predecessor_and_before_the_next_ones_comment(desk: Desk) -> None:
    desk.parse(WAIT)
    desk.edit(("  - id: council-to-pay", "  # about money\n  - id: council-to-pay"))
    desk.parse(TEXT)
    assert ids(desk) == ["lorne-will-close", "we-will-not-wait", "council-to-pay", "money-is-short"]
    assert "  # about money\n  - id: council-to-pay" in desk.yaml


def test_the_order_of_a_person_stays(desk: Desk) -> None:
    first, second = desk.item("ana-ruiz"), desk.item("harbour-union")
    desk.edit((first + second, second + first))
    desk.parse(LONGER)
    assert ids(desk, "actors") == ["harbour-union", "ana-ruiz", "council"]
    assert second + first in desk.yaml


def test_a_new_item_never_takes_an_id_that_a_person_used(desk: Desk) -> None:
    desk.edit(("events:\n", "events:\n  - id: tolls\n    event: Tolls begin\n"))
    new = parsed().positions[0].model_copy(update={"id": "tolls", "evidence": (evidence("on Monday"),)})
    for _ in range(2):
        desk.parse(positions=(*parsed().positions, new))
        assert ids(desk)[-1] == "tolls-2"
        assert len(ids(desk)) == 5
    assert desk.shelf().problems == ()


# Ids


def test_a_finding_that_comes_back_under_another_id_keeps_its_id(desk: Desk) -> None:
    renamed = tuple(
        p.model_copy(update={"id": "union-wants-money", "actor": "council"}) if p.id == "council-to-pay" else p
        for p in parsed().positions
    )
    desk.edit(("statement: money is short.", "statement: There is enough money."))
    result = desk.parse(positions=renamed)
    assert (result.added, result.removed) == (0, 0)
    assert position(desk.sheet(), "council-to-pay").actor == "council"
    assert not desk.parse(positions=renamed).written


def test_an_actor_under_another_id_keeps_its_id_and_its_positions(desk: Desk) -> None:
    actors = tuple(a.model_copy(update={"id": "mayor-ruiz"}) if a.id == "ana-ruiz" else a for a in parsed().actors)
    positions = tuple(
        p.model_copy(update={"actor": "mayor-ruiz"}) if p.actor == "ana-ruiz" else p for p in parsed().positions
    )
    assert not desk.parse(actors=actors, positions=positions).written


def test_an_actor_found_under_a_fuller_name_keeps_its_id(desk: Desk) -> None:
    desk.edit(("statement: We will not wait.", "statement: She is in a hurry."))
    fuller = Actor(id="ana-maria-ruiz", name="Ana Maria Ruiz", kind="person", aliases=("Ana Ruiz", "Ruiz"))
    positions = tuple(
        p.model_copy(update={"actor": fuller.id}) if p.actor == "ana-ruiz" else p for p in parsed().positions
    )
    desk.parse(actors=(fuller, *parsed().actors[1:]), positions=positions)
    first = desk.sheet().actors[0]
    assert (first.id, first.name) == ("ana-ruiz", "Ana Maria Ruiz")
    assert {p.actor for p in desk.sheet().positions if p.id != "council-to-pay"} == {"ana-ruiz", "council"}


def test_an_actor_that_could_be_one_of_two_is_another(desk: Desk) -> None:
    one, two = (Actor(id=f"{n}-ruiz", name=f"{n} Ruiz", kind="person", aliases=("Ruiz",)) for n in ("ana", "eva"))
    desk.parse(actors=(one, two), positions=())
    desk.edit(("name: ana Ruiz", "name: Ana"), ("name: eva Ruiz", "name: Eva"))
    desk.parse(actors=(Actor(id="ruiz", name="Ruiz", kind="person"),), positions=())
    assert ids(desk, "actors") == ["ruiz", "ana-ruiz", "eva-ruiz"]


# Actors that others refer to


def test_an_actor_that_an_edited_item_names_is_not_removed(desk: Desk) -> None:
    desk.edit(("statement: We will not wait.", "statement: She is in a hurry."))
    desk.parse(actors=(), positions=(), open_questions=(), events=())
    assert ids(desk, "actors") == ["ana-ruiz"]
    assert desk.shelf().problems == ()


def test_the_affiliation_of_an_actor_that_stays_stays_too(desk: Desk) -> None:
    desk.edit(("role: mayor", "role: mayor of Lorne\n    affiliation: council"))
    desk.parse(actors=(), positions=(), open_questions=(), events=())
    assert ids(desk, "actors") == ["ana-ruiz", "council"]


def test_what_refers_to_a_deleted_actor_is_still_valid(desk: Desk) -> None:
    (desk.folder / "_actors.yml").unlink()
    desk.edit((desk.item("council"), ""), (desk.item("money-is-short"), ""), ("    about: [council]\n", ""))
    text = TEXT + "Tolls will come, Ruiz said to the council.\n"
    new = Position(
        id="tolls", actor="council", act="assert", statement="Tolls.", about=("council", "ana-ruiz"),
        evidence=(evidence("Tolls will come", text),),
    )  # fmt: skip
    sheets.save_parsed(desk.shelf(), parsed(text, positions=(*parsed(text).positions, new)), text)
    assert (position(desk.sheet(), "tolls").actor, position(desk.sheet(), "tolls").about) == (None, ("ana-ruiz",))
    assert desk.shelf().problems == ()


def test_a_reference_to_a_deleted_actor_that_the_register_knows_stays(desk: Desk) -> None:
    desk.edit((desk.item("council"), ""))
    assert desk.shelf().problems == ()
    desk.parse(LONGER)
    assert ids(desk, "actors") == ["ana-ruiz", "harbour-union"]
    assert position(desk.sheet(), "money-is-short").actor == "council"


# Comments


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - id: money-is-short", "  # true?\n  - id: money-is-short"),
        ("    score: 0.8", "    # true?\n    score: 0.8"),
        ("    score: 0.8", "    score: 0.8  # true?"),
        ("  - id: money-is-short", "  - # true?\n    id: money-is-short"),
        ("open_questions:\n", "    # true?\nopen_questions:\n"),
    ],
)
def test_an_item_with_a_comment_is_not_removed(desk: Desk, old: str, new: str) -> None:
    before = desk.edit((old, new))
    result = desk.parse(positions=tuple(p for p in parsed().positions if p.id != "money-is-short"))
    assert (result.removed, result.kept) == (0, 1)
    assert desk.yaml == before


def test_a_comment_that_belongs_to_no_item_stays_when_the_item_goes(desk: Desk) -> None:
    desk.edit(("  - id: money-is-short", "  # what the council says\n\n  - id: money-is-short"))
    desk.parse(positions=tuple(p for p in parsed().positions if p.id != "money-is-short"))
    assert "  # what the council says\n\nopen_questions:" in desk.yaml


def test_comments_in_evidence_that_goes_stay(desk: Desk) -> None:
    in_lines = "  # first\n  - quote: Lorne will close its old bridge\n    start: 0  # second\n    end: 31\n"
    desk.edit(("  - {quote: Lorne will close its old bridge, start: 0, end: 31}\n", in_lines))
    desk.parse(lead=())
    assert "lead: []\n  # first\n# second\nactors:" in desk.yaml


# Conflicts


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


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_stay(desk: Desk, newline: str, mark: bytes) -> None:
    desk.path.write_bytes(mark + desk.yaml.replace("\n", newline).encode())
    new = Actor(id="flood", name="flood board", kind="organisation")
    assert desk.parse(LONGER, actors=(*parsed().actors, new)).added == 1
    data = desk.path.read_bytes()
    assert data.startswith(mark + b"# yaml")
    assert data.count(b"\n") == data.count(newline.encode())
    assert desk.shelf().problems == ()


def test_a_sheet_in_braces_is_edited_in_braces(desk: Desk) -> None:
    desk.path.write_text(desk.sheet().model_dump_json(by_alias=True, exclude_defaults=True))
    new = Actor(id="flood", name="flood, board", kind="organisation")
    result = desk.parse(LONGER, actors=(new, *parsed().actors[1:]), lead=())
    assert (result.added, result.kept, result.conflicts) == (1, 1, ())
    assert "\n" not in desk.yaml
    assert ids(desk, "actors") == ["ana-ruiz", "flood", "harbour-union", "council"]


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


def test_keys_in_the_long_form_of_yaml_are_edited_too(desk: Desk) -> None:
    desk.edit(
        ("    score: 0.8\n", "    ? score\n    : 0.8\n"), ("    role: mayor\n", "    ? role\n    :\n      mayor\n")
    )
    changes = [p.model_copy(update={"score": 0.9}) if p.score else p for p in parsed().positions]
    actors = [a.model_copy(update={"role": "head"}) if a.role else a for a in parsed().actors]
    assert desk.parse(positions=tuple(changes), actors=tuple(actors)).conflicts == ()
    assert "    ? score\n    : 0.9\n" in desk.yaml
    assert "    ? role\n    :\n      head\n" in desk.yaml

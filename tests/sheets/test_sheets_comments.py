"""Comments and styles of YAML that a splice could lose or break."""

from __future__ import annotations

from pathlib import Path

import pytest
from sheet_desk import LONGER, TEXT, Desk, evidence, ids, parsed

from briefwright.model.factsheet import Actor
from briefwright.sheets import amend_sheet
from briefwright.sheets.render import inline


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


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
    amend_sheet(desk.shelf(), "lorne", lambda sheet: sheet.model_copy(update={"lead": ()}))
    assert "lead: []\n  # first\n# second\nactors:" in desk.yaml


def test_a_sheet_in_braces_is_edited_in_braces(desk: Desk) -> None:
    desk.path.write_text(desk.sheet().model_dump_json(by_alias=True, exclude_defaults=True))
    new = Actor(id="flood", name="flood, board", kind="organisation")
    result = desk.parse(LONGER, actors=(new, *parsed().actors[1:]), lead=())
    assert (result.added, result.kept, result.conflicts) == (1, 1, ())
    assert "\n" not in desk.yaml
    assert ids(desk, "actors") == ["ana-ruiz", "flood", "harbour-union", "council"]


def test_keys_in_the_long_form_of_yaml_are_edited_too(desk: Desk) -> None:
    desk.edit(
        ("    score: 0.8\n", "    ? score\n    : 0.8\n"), ("    role: mayor\n", "    ? role\n    :\n      mayor\n")
    )
    changes = [p.model_copy(update={"score": 0.9}) if p.score else p for p in parsed().positions]
    actors = [a.model_copy(update={"role": "head"}) if a.role else a for a in parsed().actors]
    assert desk.parse(positions=tuple(changes), actors=tuple(actors)).conflicts == ()
    assert "    ? score\n    : 0.9\n" in desk.yaml
    assert "    ? role\n    :\n      head\n" in desk.yaml


@pytest.mark.parametrize("left", [0, 1])
def test_comments_between_brackets_stay_when_entries_go(desk: Desk, left: int) -> None:
    lead = (evidence("Lorne will close its old bridge"), evidence("We will not wait"))
    desk.parse(lead=lead)
    before = desk.yaml[desk.yaml.index("lead:") : desk.yaml.index("actors:")]
    one, two = (inline(entry, True) for entry in lead)
    broken = two.replace(", start", ",  # sure?\n    start")
    desk.edit((before, f"lead: [{one}, {broken}]\n"))
    amend_sheet(desk.shelf(), "lorne", lambda sheet: sheet.model_copy(update={"lead": lead[:left]}))
    assert desk.sheet().lead == lead[:left]
    assert "# sure?\n" in desk.yaml


def test_a_comment_above_a_list_in_braces_is_no_items(desk: Desk) -> None:
    first, *_ = parsed().positions
    lines = desk.yaml[desk.yaml.index("positions:") : desk.yaml.index("open_questions:")]
    desk.edit((lines, f"# what they say\npositions: [{inline(first, True)}]\n"))
    assert desk.parse(positions=()).removed == 1
    assert "# what they say\npositions: []\n" in desk.yaml


def test_no_comma_is_left_where_the_last_entries_between_brackets_go(desk: Desk) -> None:
    entries = ", ".join(inline(position, True) for position in parsed().positions)
    lines = desk.yaml[desk.yaml.index("positions:") : desk.yaml.index("open_questions:")]
    desk.edit((lines, f"positions: [{entries}]\n"))
    assert desk.parse(positions=parsed().positions[:2]).removed == 2
    assert f"positions: [{', '.join(inline(position, True) for position in parsed().positions[:2])}]\n" in desk.yaml


@pytest.mark.parametrize(
    ("item", "old", "new"),
    [
        ("money-is-short", "statement: money is short.", "statement: money is short.  # checked with the video, JB"),
        ("money-is-short", "    score: 0.8", "    # checked\n    score: 0.8"),
        ("money-is-short", "{quote: money is short,", "{quote: money is short,  # checked\n        "),
        ("money-is-short", "  - id: money-is-short", "  # checked\n  # twice\n  - id: money-is-short"),
        ("money-is-short", "open_questions:\n", "    # checked\nopen_questions:\n"),
        ("ana-ruiz", "actors:\n", "actors:\n  # checked\n"),
        ("council", "    kind: organisation", "    kind: organisation  # checked"),
    ],
)
def test_what_holds_a_comment_is_a_persons_and_only_moves_with_the_text(
    desk: Desk, item: str, old: str, new: str
) -> None:
    before = desk.yaml
    desk.edit((old, new))
    was = dict(_read(desk))[item]
    result = desk.parse(LONGER, **_read_otherwise(LONGER))
    assert [i for i, read in _read(desk) if read != "otherwise"] == [item]
    assert (dict(_read(desk))[item], result.kept, desk.shelf().problems) == (was, 1, ())
    desk.path.write_text(before, encoding="utf-8")  # without its comment it is the parser's again
    desk.parse(TEXT, **_read_otherwise(TEXT))
    assert {read for _, read in _read(desk)} == {"otherwise"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("positions:\n", "# as they say\npositions:\n"),
        ("positions:\n", "positions:  # as they say\n"),
        ("positions:\n", "positions:\n  # as they say\n\n"),
        ("open_questions:\n", "  # as they say\nopen_questions:\n"),
        ("schema: 1\n", "# as they say\nschema: 1\n"),
        ("  - id: money-is-short", "  # as they say\n\n  - id: money-is-short"),
    ],
)
def test_a_comment_that_belongs_to_no_item_keeps_none(desk: Desk, old: str, new: str) -> None:
    desk.edit((old, new))
    assert desk.parse(LONGER, **_read_otherwise(LONGER)).kept == 0
    assert {read for _, read in _read(desk)} == {"otherwise"}
    assert new in desk.yaml


def test_what_is_said_of_the_article_is_kept_under_a_comment_too(desk: Desk) -> None:
    desk.edit(("outlet: null", "outlet: null  # we know it"), ("lead:\n", "lead:  # as printed\n"))
    info = parsed(LONGER).article.model_copy(update={"title": "New", "outlet": "Wire"})
    desk.parse(LONGER, article=info, lead=())
    sheet = desk.sheet()
    assert (sheet.article.title, sheet.article.outlet) == ("New", None)
    assert sheet.lead == (evidence("Lorne will close its old bridge", LONGER),)


def test_a_comment_of_an_item_that_a_person_deletes_is_not_the_next_ones(desk: Desk) -> None:
    desk.edit(("    act: commit", "    # sure?\n    act: commit"))
    others = tuple(p for p in desk.sheet().positions if p.id != "we-will-not-wait")
    amend_sheet(desk.shelf(), "lorne", lambda sheet: sheet.model_copy(update={"positions": others}))
    assert "  # sure?\n\n  - id: council-to-pay\n" in desk.yaml
    assert desk.parse(LONGER).kept == 0


def test_a_new_item_takes_no_comment_of_its_neighbours(desk: Desk) -> None:
    desk.edit(
        ("actors:\n", "actors:\n    # hers\n"), ("  - id: harbour-union", "    # hers, too\n  - id: harbour-union")
    )
    ana, *others = parsed().actors
    one, two = (Actor(id=name, name=name, kind="group") for name in ("ferrymen", "porters"))
    actors = tuple(a.model_copy(update={"role": "otherwise"}) for a in (one, ana, two, *others))
    assert desk.parse(actors=actors).added == 2
    assert not desk.parse(actors=actors).written
    desk.parse(actors=tuple(a.model_copy(update={"role": "another"}) for a in actors))
    assert [(a.id, a.role) for a in desk.sheet().actors] == [
        (a.id, "mayor" if a.id == ana.id else "another") for a in actors
    ]


def test_a_new_section_leaves_a_comment_with_the_item_above(desk: Desk) -> None:
    desk.parse(open_questions=(), events=())
    lines = desk.yaml
    for section in ("open_questions: []\n", "events: []\n"):
        lines = lines.replace(section, "")
    last = lines[: lines.index("notes: null")].rstrip().splitlines()[-1]
    desk.edit((desk.yaml, lines.replace(last, f"{last}\n    # heard it myself")))
    held = desk.sheet().positions[-1]
    other = tuple(p.model_copy(update={"act": "warn"}) for p in parsed().positions)
    desk.parse(positions=other)
    assert not desk.parse(positions=other).written
    assert desk.sheet().positions[-1].act == held.act


def _read_otherwise(text: str) -> dict[str, object]:
    """The same positions and actors, each with something else in it."""
    sheet = parsed(text)
    return {
        "positions": tuple(p.model_copy(update={"statement": "otherwise"}) for p in sheet.positions),
        "actors": tuple(a.model_copy(update={"role": "otherwise"}) for a in sheet.actors),
    }


def _read(desk: Desk) -> list[tuple[str, str | None]]:
    """By id, what the sheet holds of what `_read_otherwise` changes."""
    sheet = desk.sheet()
    return [*((p.id, p.statement) for p in sheet.positions), *((a.id, a.role) for a in sheet.actors)]

"""Files: what is read and written, that a kill leaves the old or the new, and that nothing leads out of the folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sheet_desk import TEXT, Desk, evidence, parsed

from briefwright import sheets
from briefwright.errors import SheetError
from briefwright.model.factsheet import ArticleInfo, FactSheet

LONGER = f"A flood came first. {TEXT}"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


class KilledError(BaseException):
    """What a kill looks like from inside."""


def kill_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the process die instead of renaming a file for the `step`-th time."""
    replace, calls = os.replace, iter(range(100))

    def dying(old: Path, new: Path) -> None:
        if next(calls) == step:
            raise KilledError
        replace(old, new)

    monkeypatch.setattr(os, "replace", dying)


def test_a_new_sheet_looks_like_one_that_a_person_would_write(desk: Desk) -> None:
    head, _, rest = desk.yaml.partition("lead:")
    assert head == (
        "# yaml-language-server: $schema=factsheet.schema.json\n"
        "schema: 1\n"
        "publish: true\n"
        "article:\n"
        "  id: lorne\n"
        "  title: Lorne closes its bridge\n"
        "  outlet: null\n"
        "  author: null\n"
        "  url: null\n"
        "  published: null\n"
        "  language: en\n"
        "  file: seeds/lorne.txt\n"
        f"  sha256: {parsed().article.sha256}\n"
        "bottom_line: null\n"
    )
    assert rest.startswith("\n  - {quote: Lorne will close its old bridge, start: 0, end: 31}\nactors:\n")
    assert desk.item("council-to-pay") == (
        "  - id: council-to-pay\n"
        "    actor: harbour-union\n"
        "    act: demand\n"
        "    mode: indirect\n"
        "    statement: the council to pay.\n"
        "    about: [council]\n"
        "    evidence:\n"
        "      - {quote: the council to pay, start: 158, end: 176}\n"
    )


def test_the_text_is_kept_beside_the_sheet(desk: Desk) -> None:
    assert (desk.folder / "texts" / "lorne.txt").read_bytes() == TEXT.encode()
    assert desk.shelf().sheets["lorne"].text == TEXT


def test_sheets_come_sorted_whatever_the_order_of_the_folder(desk: Desk) -> None:
    for name in ("zebra", "alpha", "mole"):
        (desk.folder / f"{name}.yml").write_text(f"schema: 1\narticle: {{id: {name}, title: x}}\n")
    assert list(desk.shelf().sheets) == ["alpha", "lorne", "mole", "zebra"]


def test_a_sheet_under_another_ending_is_told_about(desk: Desk) -> None:
    desk.path.rename(desk.path.with_suffix(".yaml"))
    assert [str(p) for p in desk.shelf().problems] == [
        "factsheets/lorne.yaml: fact sheets end in .yml. Rename it to lorne.yml."
    ]


@pytest.mark.parametrize("step", [0, 1, 2])
def test_a_kill_at_any_step_leaves_a_sheet_that_the_next_parse_heals(
    desk: Desk, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.edit(("question: Who will pay?", "question: Who pays?"))
    with monkeypatch.context() as patch:
        kill_at(step, patch)
        with pytest.raises(KilledError):
            desk.parse(LONGER)
    shelf = desk.shelf()
    assert shelf.problems == ()
    assert shelf.sheets["lorne"].text == (LONGER if step == 2 else TEXT)
    desk.parse(LONGER)
    assert desk.shelf().problems == ()
    assert desk.sheet().open_questions[0].question == "Who pays?"
    assert desk.sheet().open_questions[0].evidence == (evidence("It is unclear", LONGER, 1),)
    assert sorted(p.name for p in (desk.folder / "texts").iterdir()) == ["lorne.txt"]
    assert not [p for p in desk.folder.iterdir() if p.name.startswith(".")]


def test_a_kill_at_the_first_parse_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for step in (0, 1, 2):
        project = tmp_path / str(step)
        project.mkdir()
        with monkeypatch.context() as patch:
            kill_at(step + 2, patch)  # the registers come first
            with pytest.raises(KilledError):
                Desk(project)
        shelf = sheets.load(project, project / "factsheets")
        assert shelf.problems == ()
        assert list(shelf.sheets) == (["lorne"] if step == 2 else [])


def test_a_lost_text_is_made_again(desk: Desk) -> None:
    (desk.folder / "texts" / "lorne.txt").unlink()
    assert desk.parse().written
    assert desk.shelf().problems == ()


def test_a_disk_that_refuses_is_a_problem_and_no_traceback(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    before = desk.yaml
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SheetError, match="cannot be written: No space left on device"):
        desk.parse(LONGER)
    assert desk.yaml == before
    assert not list((desk.folder / "texts").glob(".*"))


def test_the_mode_of_a_file_stays(desk: Desk) -> None:
    desk.path.chmod(0o640)
    desk.parse(LONGER)
    assert desk.path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ["../outside", "a/b", "", "x\x00y", "UPPER"])
def test_no_id_leads_out_of_the_folder(desk: Desk, name: str) -> None:
    article = ArticleInfo.model_construct(**parsed().article.model_dump() | {"id": name})
    bad = FactSheet.model_construct(**dict(parsed()) | {"article": article})
    before = sorted(desk.project.rglob("*"))
    with pytest.raises(SheetError):
        sheets.save_parsed(desk.shelf(), bad, TEXT)
    assert sorted(desk.project.rglob("*")) == before


def test_links_out_of_the_folder_are_not_followed(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path / "secret.yml"
    outside.write_text("schema: 1\narticle: {id: link, title: secret}\n")
    (desk.folder / "link.yml").symlink_to(outside)
    shelf = desk.shelf()
    assert "link" not in shelf.sheets
    assert [str(p) for p in shelf.problems] == [
        "factsheets/link.yml: this leads out of the folder of fact sheets. Delete the link."
    ]


def test_nothing_is_written_through_a_link(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere"
    (desk.folder / "texts").rename(outside)
    (desk.folder / "texts").symlink_to(outside)
    with pytest.raises(SheetError, match="leads out"):
        desk.parse(LONGER)
    assert (outside / "lorne.txt").read_text() == TEXT


def test_a_folder_in_the_place_of_a_sheet_is_told_about(desk: Desk) -> None:
    (desk.folder / "dir.yml").mkdir()
    assert [str(p) for p in desk.shelf().problems] == ["factsheets/dir.yml: this is no ordinary file."]


def test_an_unchanged_sheet_is_taken_over_from_the_last_reading(desk: Desk) -> None:
    first = desk.shelf()
    again = sheets.load(desk.project, desk.folder, first)
    assert again.sheets["lorne"] is first.sheets["lorne"]
    (desk.folder / "texts" / "lorne.txt").write_text("other")
    assert "lorne" not in sheets.load(desk.project, desk.folder, first).sheets


def test_an_empty_or_missing_folder_is_an_empty_shelf(tmp_path: Path) -> None:
    shelf = sheets.load(tmp_path, tmp_path / "factsheets")
    assert (shelf.sheets, shelf.problems) == ({}, ())

"""`new`: the sheet that a person begins by hand, filled in, shown, and left alone by everything else."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefwright import pipeline, sheets
from briefwright.cli import main
from briefwright.config import load_project
from briefwright.corpus import build_corpus
from briefwright.pages import load_labels, make_site

SHEET = "factsheets/press-call-of-the-quay-board.yml"
TEXT = "factsheets/texts/press-call-of-the-quay-board.txt"
TITLE = "Press call of the quay board"
NOTES = "Q: Will the quay open?\r\nA: “Not before May,” Ana Ruiz said, and left.\r\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: Brief\nplugins: [briefwright]\n")
    (tmp_path / "notes.txt").write_bytes(NOTES.encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def new(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["new", *arguments])


def fill_in(path: Path) -> None:
    """Take the marks away from all examples, as a person does."""
    path.write_text(re.sub(r"(?m)^( +)# ", r"\1", path.read_text("utf-8")), "utf-8")


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_new_sheet_is_valid_and_says_what_to_do_next(project: Path) -> None:
    done = new(TITLE, "--outlet", "The Quay: Weekly", "--author", "Own\n notes", "--published", "11 March 2024")
    assert done.exit_code == 0, done.output
    assert SHEET in done.stdout
    assert "briefwright check" in done.stdout
    shelf = sheets.load(project, project / "factsheets")
    assert shelf.problems == ()
    article = shelf.sheets[Path(SHEET).stem].sheet.article
    assert (article.title, article.outlet, article.author) == (TITLE, "The Quay: Weekly", "Own notes")
    assert (article.published, article.file, article.sha256) == ("2024-03-11", None, None)
    assert (project / SHEET).read_text("utf-8").startswith("# yaml-language-server: $schema=factsheet.schema.json\n")
    assert (project / "factsheets/factsheet.schema.json").is_file()


@pytest.mark.parametrize("options", [[], ["--text", "notes.txt"]])
def test_the_examples_are_true_once_the_marks_are_gone(project: Path, options: list[str]) -> None:
    assert new(TITLE, *options).exit_code == 0
    fill_in(project / SHEET)
    shelf = sheets.load(project, project / "factsheets")
    assert shelf.problems == ()
    sheet = shelf.sheets[Path(SHEET).stem].sheet
    assert [len(s) for s in (sheet.actors, sheet.positions, sheet.open_questions, sheet.events)] == [1, 1, 1, 1]
    quotes = [e.quote for e in sheet.positions[0].evidence]
    assert quotes == (["Q: Will the quay open?"] if options else [])


def test_what_a_person_wrote_is_shown_as_added_by_the_editor(project: Path) -> None:
    assert new(TITLE).exit_code == 0
    fill_in(project / SHEET)
    shelf = sheets.load(project, project / "factsheets")
    corpus = build_corpus(shelf.sheets.values(), shelf.actors, shelf.topics, date(2024, 3, 12))
    settings = load_project()
    site = make_site(corpus, settings, load_labels("en", settings.templates / "labels"))
    page = next(p for p in site.pages if p.path == f"briefings/{Path(SHEET).stem}/")
    assert "The line stays closed until the hull is repaired." in page.html
    assert page.html.count("added by the editor") == 3


def test_the_text_is_kept_normalised(project: Path) -> None:
    assert new(TITLE, "--text", "notes.txt").exit_code == 0
    assert (project / TEXT).read_bytes() == NOTES.strip().replace("\r\n", "\n").encode()


def test_parse_and_status_leave_it_alone(project: Path) -> None:
    assert new(TITLE, "--text", "notes.txt").exit_code == 0
    fill_in(project / SHEET)
    before = files(project)
    report = pipeline.parse(load_project(), again=True)
    assert (report.exit_code, files(project)) == (0, before)
    state = pipeline.status(load_project())
    assert (state.orphaned, state.stale, state.changed) == ((), (), ())


def test_nothing_is_overwritten(project: Path) -> None:
    assert new(TITLE).exit_code == 0
    before = files(project)
    done = new(TITLE, "--text", "notes.txt")
    assert done.exit_code == 2
    assert f"{SHEET}: is there already." in done.stderr
    assert files(project) == before
    assert new(TITLE, "--id", "second-call").exit_code == 0
    assert (project / "factsheets/second-call.yml").is_file()


def test_a_text_that_belongs_to_nothing_is_not_overwritten(project: Path) -> None:
    (project / TEXT).parent.mkdir(parents=True)
    (project / TEXT).write_text("Other words.")
    assert new(TITLE, "--text", "notes.txt").exit_code == 2
    assert (project / TEXT).read_text() == "Other words."
    assert not (project / SHEET).exists()


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        ([TITLE, "--id", "../outside"], 2, "cannot be an id"),
        ([TITLE, "--published", "03/04/2024"], 2, "write it as 2024-03-05"),
        ([TITLE, "--url", "javascript:alert(1)"], 2, "write it with https:// in front"),
        ([" "], 2, "write some words"),
        (["x" * 30_000], 2, "write some words"),
        ([TITLE, "--text", "none.txt"], 4, "none.txt: the file cannot be read"),
        ([TITLE, "--text", "picture.txt"], 4, "picture.txt: "),
        ([TITLE, "--text", "seeds/article.txt"], 2, "lies in the seeds"),
    ],
)
def test_what_cannot_be_used_is_named_and_nothing_written(
    project: Path, arguments: list[str], status: int, told: str
) -> None:
    (project / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    done = new(*arguments)
    assert (done.exit_code, told in done.stderr) == (status, True), done.output
    assert not (project / "factsheets").exists()


def test_a_title_of_any_kind_makes_a_valid_sheet(project: Path) -> None:
    for title in ("- x: [", "no", "”’#", "線路", "a\nactors: []", "x" * 300):
        done = new("--", title)
        assert done.exit_code == 0, (title, done.output)
    assert sheets.load(project, project / "factsheets").problems == ()

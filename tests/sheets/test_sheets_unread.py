"""What parse could not read is told beside the sheets, for the build."""

from __future__ import annotations

from pathlib import Path

from briefwright.errors import Problem
from briefwright.sheets import load, save_unread
from briefwright.sheets.unread import FILE

UNREAD = [Problem("seeds/b.txt", 0, 0, "this is “nothing”."), Problem("seeds/a.md", 2, 5, "no date.", "Add one.")]


def test_what_is_written_is_read_again_and_an_empty_list_deletes_it(tmp_path: Path) -> None:
    folder = tmp_path / "factsheets"
    save_unread(tmp_path, folder, UNREAD)
    written = (folder / FILE).read_bytes()
    assert load(tmp_path, folder).unread == tuple(sorted(UNREAD))
    save_unread(tmp_path, folder, reversed(UNREAD))
    assert (folder / FILE).read_bytes() == written
    save_unread(tmp_path, folder, [])
    assert not (folder / FILE).exists()
    assert load(tmp_path, folder).unread == ()


def test_a_file_that_says_something_else_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('[{"file": 3}]', "utf-8")
    (problem,) = load(tmp_path, tmp_path).problems
    assert (problem.file, problem.hint) == (FILE, "Delete it; the next parse writes it anew.")

"""`migrate`: a made-up version 2 of the format, and what a sheet that is not of ours is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefwright.cli import main
from briefwright.desk.migrate import MIGRATIONS, Migrated, migrate
from briefwright.desk.splices import Splice
from briefwright.sheets.files import Folder
from briefwright.sheets.versions import OLDEST, SCHEMA, other_version
from briefwright.sheets.yaml_source import Source, read_source

QUAY = """# kept by Ana
schema: 1   # of the format
article: {id: quay, title: "The quay: closed"}   # the Weekly's

bottom_line: It is   # for now
positions:
  # the denial
  - {id: p, act: decline, statement: 'No word.', actor: null}   # twice
"""
IN_2 = QUAY.replace("schema: 1", "schema: 2").replace("bottom_line:", "judgement:").replace("decline", "refuse")
IN_3 = IN_2.replace("schema: 2", "schema: 3").replace("judgement:", "verdict:")


def to_2(source: Source) -> list[Splice]:
    """In version 2 the bottom line is a judgement, and who declines refuses."""
    splices = []
    if source.root and "bottom_line" in source.root.pairs:
        key = source.root.pairs["bottom_line"][0]
        splices.append(Splice(key.start, key.end, "judgement"))
    for item in source.find(("positions",))[0].items:
        act = item.pairs["act"][1]
        splices += [Splice(act.start, act.end, "refuse")] if act.raw == "decline" else []
    return splices


def to_3(source: Source) -> list[Splice]:
    """In version 3 the judgement is a verdict."""
    return [Splice(n.start, n.end, "verdict") for n in source.scalars if n.raw == "judgement"]


TABLE = {1: to_2, 2: to_3}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: Brief\nplugins: [briefwright]\n")
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "factsheets"
    path.mkdir()
    (path / "quay.yml").write_text(QUAY, "utf-8")
    return path


def to(version: int, folder: Path, dry_run: bool = False) -> Migrated:
    return migrate(folder.parent, folder, migrations=TABLE, ours=version, dry_run=dry_run)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_the_table_leads_from_every_old_version_to_ours() -> None:
    assert set(MIGRATIONS) == set(range(OLDEST, SCHEMA))


def test_only_what_the_migration_names_is_changed(folder: Path) -> None:
    done = to(2, folder)
    assert done == Migrated((("factsheets/quay.yml", 1),), 0, ())
    assert (folder / "quay.yml").read_text("utf-8") == IN_2


def test_steps_follow_each_other_and_a_second_run_does_nothing(folder: Path) -> None:
    (folder / "pier.yml").write_text(IN_2.replace("quay", "pier"), "utf-8")
    done = to(3, folder)
    assert done.changed == (("factsheets/pier.yml", 2), ("factsheets/quay.yml", 1))
    assert (folder / "quay.yml").read_text("utf-8") == IN_3
    assert (folder / "pier.yml").read_text("utf-8") == IN_3.replace("quay", "pier")
    times = [p.stat().st_mtime_ns for p in sorted(folder.iterdir())]
    assert to(3, folder) == Migrated((), 2, ())
    assert [p.stat().st_mtime_ns for p in sorted(folder.iterdir())] == times


def test_registers_line_ends_and_a_byte_order_mark_come_along(folder: Path) -> None:
    crlf = b"\xef\xbb\xbf" + QUAY.replace("\n", "\r\n").encode()
    (folder / "quay.yml").write_bytes(crlf)
    (folder / "_actors.yml").write_text("schema: 1\nactors: [] # none\n")
    assert len(to(2, folder).changed) == 2
    assert (folder / "quay.yml").read_bytes() == b"\xef\xbb\xbf" + IN_2.replace("\n", "\r\n").encode()
    assert (folder / "_actors.yml").read_text() == "schema: 2\nactors: [] # none\n"


def test_a_dry_run_tells_the_same_and_writes_nothing(folder: Path) -> None:
    assert to(2, folder, dry_run=True).changed == (("factsheets/quay.yml", 1),)
    assert (folder / "quay.yml").read_text("utf-8") == QUAY


def test_a_file_that_cannot_be_brought_up_keeps_no_other_from_it(folder: Path) -> None:
    (folder / "broken.yml").write_text("schema: 1\narticle: {id: [\n")
    (folder / "future.yml").write_text("schema: 9\n")
    (folder / "nameless.yml").write_text("article: {id: nameless, title: Nameless}\n")
    done = to(2, folder)
    assert [name for name, _ in done.changed] == ["factsheets/quay.yml"]
    told = {p.file: p.message for p in done.problems}
    assert "made by a newer briefwright" in told["factsheets/future.yml"]
    assert "does not say which version" in told["factsheets/nameless.yml"]
    assert "factsheets/broken.yml" in told


def test_killed_between_two_files_the_next_run_does_the_rest(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "pier.yml").write_text(QUAY.replace("quay", "pier"), "utf-8")
    write = Folder.write

    def dies_at_the_second(self: Folder, path: Path, data: bytes, before: bytes | None) -> bool:
        if path.stem == "quay":
            raise KeyboardInterrupt
        return write(self, path, data, before)

    monkeypatch.setattr(Folder, "write", dies_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        to(2, folder)
    monkeypatch.undo()
    assert (folder / "quay.yml").read_text("utf-8") == QUAY
    assert to(2, folder).changed == (("factsheets/quay.yml", 1),)


def test_what_a_migration_breaks_is_not_written(folder: Path) -> None:
    table = {1: lambda source: [Splice(0, 0, "[")]}
    done = migrate(folder.parent, folder, migrations=table, ours=2)
    assert [p.message for p in done.problems] == [
        "the file cannot be changed without risk to what is in it; it was left as it is."
    ]
    assert (folder / "quay.yml").read_text("utf-8") == QUAY


def test_check_tells_of_a_newer_sheet_once_and_where(folder: Path) -> None:
    (folder / "quay.yml").write_text(IN_2, "utf-8")
    done = run("check")
    assert done.exit_code == 1
    assert done.stderr == (
        "factsheets/quay.yml:2:9: this file is of schema 2, made by a newer briefwright; the one that runs here "
        "knows 1. Upgrade briefwright.\n"
    )


def test_check_tells_of_an_older_sheet_what_to_run() -> None:
    problem = other_version(read_source(QUAY.encode(), "factsheets/quay.yml"), ours=2)
    assert problem
    assert str(problem).startswith("factsheets/quay.yml:2:9: this file is of schema 1;")
    assert problem.hint == "Run: briefwright migrate"
    assert other_version(read_source(b"schema: 0\n", "x.yml"), ours=2) is None  # there never was one: a plain mistake


def test_the_command_has_nothing_to_do_today(folder: Path) -> None:
    done = run("migrate")
    assert (done.exit_code, done.stdout) == (0, "Nothing to do: 1 file of schema 1 already.\n")
    (folder / "quay.yml").write_text("schema: 2\n")
    done = run("migrate", "--dry-run")
    assert done.exit_code == 1
    assert "Upgrade briefwright." in done.stderr


def test_a_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.yml").write_text(QUAY, "utf-8")
    (folder / "link.yml").symlink_to(tmp_path / "outside.yml")
    assert [p.file for p in to(2, folder).problems] == ["factsheets/link.yml"]
    assert (tmp_path / "outside.yml").read_text("utf-8") == QUAY

"""What is kept of sheets from one command to the next: never believed of a file that changed, and nothing breaks it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sheet_desk import TEXT, Desk

from briefwright import sheets
from briefwright.sheets import Shelf, kept, store
from briefwright.sheets.yaml_source import Source


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    desk = Desk(tmp_path)
    (desk.folder / "other.yml").write_text("schema: 1\narticle: {id: other, title: One}\n")
    return desk


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose YAML is read from now on."""
    read: list[str] = []
    reading = store.read_source

    def noted(data: bytes, file: str) -> Source:
        read.append(file)
        return reading(data, file)

    monkeypatch.setattr(store, "read_source", noted)
    return read


def cached(desk: Desk) -> Shelf:
    return sheets.load_cached(desk.project, desk.folder)


def kept_file(desk: Desk) -> Path:
    (file,) = (desk.project / "caches" / "briefwright").iterdir()
    return file


def test_what_is_kept_is_what_is_read_and_is_not_read_again(desk: Desk, read: list[str]) -> None:
    desk.edit(("question: Who will pay?", "question: Who pays?"))
    first = cached(desk)
    assert sorted(read) == [f"factsheets/{name}.yml" for name in ("_actors", "_topics", "lorne", "other")]
    read.clear()
    assert cached(desk) == first
    assert read == []
    assert desk.shelf() == first
    assert first.sheets["lorne"].edited == {"who-will-pay"}


def test_a_change_is_seen_though_size_and_time_are_the_same(desk: Desk, read: list[str]) -> None:
    cached(desk)
    path = desk.folder / "other.yml"
    before = path.stat()
    path.write_text(path.read_text().replace("One", "Two"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    read.clear()
    assert cached(desk).sheets["other"].sheet.article.title == "Two"
    assert read == ["factsheets/other.yml"]
    assert cached(desk).sheets["other"].sheet.article.title == "Two"
    assert read == ["factsheets/other.yml"], "the new version is kept in its turn"


def test_a_changed_text_or_register_is_seen(desk: Desk) -> None:
    assert cached(desk).problems == ()
    text = desk.folder / "texts" / "lorne.txt"
    text.write_text(TEXT.replace("May", "Mai"))
    assert "is not the one that the offsets count in" in str(cached(desk).problems[0])
    text.write_text(TEXT)
    assert cached(desk).problems == ()
    topics = desk.folder / "_topics.yml"
    topics.write_text(topics.read_text().replace("id: bridge", "id: bridges"))
    assert 'no topic has the id "bridge".' in str(cached(desk).problems[0])


def test_mistakes_are_told_each_time(desk: Desk) -> None:
    desk.edit(("act: commit", "act: promise"))
    told = [str(p) for p in cached(desk).problems]
    assert len(told) == 1
    assert [str(p) for p in cached(desk).problems] == told


def test_what_is_deleted_is_gone(desk: Desk) -> None:
    cached(desk)
    (desk.folder / "other.yml").unlink()
    assert list(cached(desk).sheets) == ["lorne"]
    assert b"other" not in kept_file(desk).read_bytes()


@pytest.mark.parametrize("spoilt", [b"", b"{}", b"\xff\x00", b"half"])
def test_what_is_spoilt_is_not_believed(desk: Desk, spoilt: bytes) -> None:
    first = cached(desk)
    code, _, shelf = kept_file(desk).read_bytes().partition(b"\n")
    kept_file(desk).write_bytes(code + b"\n" + (shelf[: len(shelf) // 2] if spoilt == b"half" else spoilt))
    assert cached(desk) == first
    assert kept_file(desk).read_bytes() == code + b"\n" + shelf


def test_what_another_version_kept_is_not_believed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, read: list[str]
) -> None:
    first = cached(desk)
    monkeypatch.setattr(kept, "_code", lambda: b"of another version")
    read.clear()
    assert cached(desk) == first
    assert "factsheets/lorne.yml" in read


def test_it_is_for_the_eyes_of_the_user_alone(desk: Desk) -> None:
    cached(desk)
    assert [p.stat().st_mode & 0o077 for p in (kept_file(desk), kept_file(desk).parent)] == [0, 0]


def test_what_others_may_have_written_is_not_believed(desk: Desk, read: list[str]) -> None:
    cached(desk)
    file = kept_file(desk)
    forged = file.read_bytes().replace(b"Lorne closes", b"Lorne sells")
    file.write_bytes(forged)
    read.clear()
    assert "Lorne sells" in cached(desk).sheets["lorne"].sheet.article.title, "this user's own word is taken"
    for path in (file, file.parent):
        path.chmod(path.stat().st_mode | 0o002)
        assert cached(desk) == desk.shelf()
        path.chmod(path.stat().st_mode & ~0o002)
        file.write_bytes(forged)


def test_what_is_no_file_is_not_waited_for(desk: Desk) -> None:
    first = cached(desk)
    file = kept_file(desk)
    file.unlink()
    os.mkfifo(file)
    assert cached(desk) == first
    file.unlink(missing_ok=True)
    file.symlink_to("/dev/zero")
    assert cached(desk) == first
    assert file.is_file()
    assert not file.is_symlink()


def test_without_a_folder_for_it_all_is_read_each_time(desk: Desk, read: list[str]) -> None:
    (desk.project / "caches").write_text("no folder")
    first = cached(desk)
    read.clear()
    assert cached(desk) == first
    assert len(read) == 4


def test_for_a_user_without_a_home_nothing_is_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.project)
    monkeypatch.setenv("XDG_CACHE_HOME", "caches")
    before = sorted(desk.project.iterdir())
    assert cached(desk) == desk.shelf()
    assert sorted(desk.project.iterdir()) == before


def test_what_was_kept_of_projects_that_are_gone_is_dropped(desk: Desk) -> None:
    cached(desk)
    old = kept_file(desk).with_name("old.json")
    old.write_bytes(b"")
    os.utime(old, (0, 0))
    (desk.folder / "other.yml").unlink()
    cached(desk)
    assert kept_file(desk) != old

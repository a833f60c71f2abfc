"""What holds for every sheet, every person and every new parse: edits, comments and deletions stay, and rest is quiet."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sheet_laws import Hand, article, changed, parsed

from briefwright import sheets
from briefwright.model.factsheet import FactSheet
from briefwright.sheets.fingerprint import all_items
from briefwright.sheets.yaml_source import read_source

LAW = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
randoms = st.integers(0, 2**32).map(Random)


@pytest.fixture(autouse=True)
def _no_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)


class Desk:
    """A folder of fact sheets with one sheet in it that a person has edited."""

    def __init__(self, folder: Path, random: Random) -> None:
        self.random, self.folder = random, folder
        self.text = article(random)
        self.hand = Hand(random)
        self.path = folder / "ferry.yml"
        self.save(parsed(self.text, random), self.text)
        self.before = self.hand.edits(self.load().sheet)
        self.data = self.hand.writes(self.before)
        self.path.write_bytes(self.data)

    def shelf(self) -> sheets.Shelf:
        return sheets.load(self.folder, self.folder)

    def load(self) -> sheets.LoadedSheet:
        shelf = self.shelf()
        assert "ferry" in shelf.sheets or "ferry" in shelf.ungrounded, "\n".join(map(str, shelf.problems))
        return {**shelf.sheets, **shelf.ungrounded}["ferry"]

    def save(self, new: FactSheet, text: str) -> sheets.SaveResult:
        return sheets.save_parsed(self.shelf(), new, text)


@pytest.fixture
def folders() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def desk(random: Random, folders: Path) -> Desk:
    return Desk(Path(tempfile.mkdtemp(dir=folders)), random)


@LAW
@given(random=randoms)
def test_what_a_person_writes_is_read_as_written(random: Random, folders: Path) -> None:
    edited = desk(random, folders)
    assert edited.load().sheet == edited.before


@LAW
@given(random=randoms)
def test_no_edit_comment_or_deletion_is_lost_and_nothing_is_reordered(random: Random, folders: Path) -> None:
    edited = desk(random, folders)
    text = changed(edited.text, random)
    result = edited.save(parsed(text, random), text)
    after = edited.load().sheet
    assert not any("without risk" in p.message for p in result.conflicts)
    now = {item.id: item for _, item in all_items(after)}
    for _, item in all_items(edited.before):
        if item.id in edited.hand.edited:
            assert _without_offsets(now[item.id]) == _without_offsets(item)
    assert not edited.hand.deleted & now.keys()
    assert (after.bottom_line, after.notes) == (edited.before.bottom_line, edited.before.notes)
    source = read_source(edited.path.read_bytes(), "ferry.yml")
    assert [c for c in edited.hand.comments if c not in source.comments_in(0, len(source.text))] == []
    for section in ("actors", "positions", "open_questions", "events"):
        ids = [item.id for item in getattr(after, section)]
        kept = [item.id for item in getattr(edited.before, section) if item.id in ids]
        assert [i for i in ids if i in kept] == kept


@LAW
@given(random=randoms)
def test_the_same_parse_again_writes_nothing(random: Random, folders: Path) -> None:
    edited = desk(random, folders)
    text = changed(edited.text, random)
    new = parsed(text, random)
    edited.save(new, text)
    once = edited.path.read_bytes()
    again = edited.save(new, text)
    assert not again.written
    assert edited.path.read_bytes() == once
    assert (again.added, again.refreshed, again.removed) == (0, 0, 0)


@LAW
@given(random=randoms)
def test_lines_that_say_nothing_new_stay_byte_for_byte(random: Random, folders: Path) -> None:
    edited = desk(random, folders)
    new = parsed(edited.text, random)
    edited.save(new, edited.text)
    before, after = edited.data.splitlines(keepends=True), edited.path.read_bytes()
    if b"\r\n" in edited.data:
        assert b"\n" not in after.replace(b"\r\n", b"")
    assert after.startswith(b"\xef\xbb\xbf") == edited.data.startswith(b"\xef\xbb\xbf")
    for line in before:
        if b"(by hand)" in line and b"{" not in line:
            assert line.rstrip() in after


def _without_offsets(item: object) -> dict[str, object]:
    data: dict[str, object] = item.model_dump()  # type: ignore[attr-defined] # every item is a model
    data["evidence"] = [e["quote"] for e in data.get("evidence", ())]  # type: ignore[attr-defined] # likewise
    return data

"""What holds for every sheet, person and new parse: edits, comments and deletions stay; the rest is quiet."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sheet_laws import Hand, article, changed, parsed

from briefwright import sheets
from briefwright.model.factsheet import FactSheet
from briefwright.sheets.fingerprint import SECTIONS, all_items
from briefwright.sheets.yaml_source import read_source

LAW = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
randoms = st.integers(0, 2**32).map(Random)


@pytest.fixture(autouse=True)
def _no_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    """Disks are slow, and no law is about them."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


class Story:
    """A sheet is parsed, a person edits it, the article changes and is parsed again, and again."""

    def __init__(self, folder: Path, random: Random) -> None:
        self.folder, self.path, self.hand = folder, folder / "ferry.yml", Hand(random)
        text = article(random)
        self.save(parsed(text, random), text)
        self.written = self.read()
        self.wanted = self.hand.edits(self.written)
        self.before = self.hand.writes(self.wanted)
        self.path.write_bytes(self.before)
        self.edited = self.read()
        text = changed(text, random)
        new = parsed(text, random)
        self.result = self.save(new, text)
        self.sheet, self.after = self.read(), self.path.read_bytes()
        self.again = self.save(new, text)

    def save(self, new: FactSheet, text: str) -> sheets.SaveResult:
        return sheets.save_parsed(sheets.load(self.folder, self.folder), new, text)

    def read(self) -> FactSheet:
        shelf = sheets.load(self.folder, self.folder)
        found = {**shelf.sheets, **shelf.ungrounded}
        assert "ferry" in found, "\n".join(map(str, shelf.problems))
        return found["ferry"].sheet


def what_a_person_writes_is_read_as_written(story: Story) -> None:
    assert story.edited == story.wanted


def every_sheet_can_be_changed(story: Story) -> None:
    assert not any("without risk" in problem.message for problem in story.result.conflicts)


def edited_items_stay_byte_for_byte_but_for_offsets(story: Story) -> None:
    before, after = _items_as_written(story.before), _items_as_written(story.after)
    for item_id in story.hand.edited:
        assert after[item_id] == before[item_id]


def deleted_items_stay_away(story: Story) -> None:
    assert not story.hand.deleted.keys() & {item.id for _, item in all_items(story.sheet)}


def deleted_items_stay_away_under_other_ids_too(story: Story) -> None:
    before = {item.id for _, item in all_items(story.wanted)}
    for section, item in all_items(story.sheet):
        quotes = [e.quote for e in getattr(item, "evidence", ())]
        assert item.id in before or (section, quotes) not in story.hand.deleted.values()


def an_edited_lead_keeps_its_words(story: Story) -> None:
    if story.wanted.lead != story.written.lead:
        assert [e.quote for e in story.sheet.lead] == [e.quote for e in story.wanted.lead]


def the_editors_own_fields_stay(story: Story) -> None:
    assert (story.sheet.bottom_line, story.sheet.notes) == (story.wanted.bottom_line, story.wanted.notes)


def no_comment_is_lost(story: Story) -> None:
    source = read_source(story.after, "ferry.yml")
    comments = set(source.comments_in(0, len(source.text)))
    assert set(story.hand.comments) <= comments


def nothing_is_reordered(story: Story) -> None:
    for section in SECTIONS:
        before = [item.id for item in getattr(story.wanted, section)]
        after = [item.id for item in getattr(story.sheet, section)]
        assert [i for i in after if i in before] == [i for i in before if i in after]


def line_ends_and_byte_order_mark_stay(story: Story) -> None:
    assert (b"\r\n" in story.before) == (b"\r\n" in story.after)
    if b"\r\n" in story.before:
        assert story.after.count(b"\n") == story.after.count(b"\r\n")
    assert story.before.startswith(b"\xef\xbb\xbf") == story.after.startswith(b"\xef\xbb\xbf")


def all_that_is_shown_is_grounded(story: Story) -> None:
    shelf = sheets.load(story.folder, story.folder)
    assert len(shelf.problems) >= len(story.result.conflicts)
    assert bool(shelf.problems) == bool(story.result.conflicts)


def the_same_parse_again_writes_nothing(story: Story) -> None:
    assert not story.again.written
    assert story.path.read_bytes() == story.after
    assert (story.again.added, story.again.refreshed, story.again.removed) == (0, 0, 0)
    assert story.again.conflicts == story.result.conflicts


LAWS: tuple[Callable[[Story], None], ...] = (
    what_a_person_writes_is_read_as_written,
    every_sheet_can_be_changed,
    edited_items_stay_byte_for_byte_but_for_offsets,
    deleted_items_stay_away,
    deleted_items_stay_away_under_other_ids_too,
    an_edited_lead_keeps_its_words,
    the_editors_own_fields_stay,
    no_comment_is_lost,
    nothing_is_reordered,
    line_ends_and_byte_order_mark_stay,
    all_that_is_shown_is_grounded,
    the_same_parse_again_writes_nothing,
)


@LAW
@given(random=randoms)
def test_the_laws_of_merging_hold(random: Random, tmp_path: Path) -> None:
    story = Story(Path(tempfile.mkdtemp(dir=tmp_path)), random)
    for law in LAWS:
        law(story)


def _items_as_written(data: bytes) -> dict[str, str]:
    """The text of each item, without the offsets of its evidence."""
    source = read_source(data, "ferry.yml")
    written = {}
    for section in SECTIONS:
        for item in source.find((section,))[0].items:
            text = source.text[item.start : item.end]
            written[item.pairs["id"][1].raw] = re.sub(r"""((?:start|end)['"]?: *)\d+""", r"\1", text)
    return written

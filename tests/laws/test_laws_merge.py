"""What holds for every sheet, person and new parse: edits, comments and deletions stay; the rest is refreshed, quietly.

Random sequences of edits, parses and decisions in the register, each parse held against the model in `merge_laws`.
"""

from __future__ import annotations

import os
import tempfile
from difflib import unified_diff
from pathlib import Path
from random import Random

import pytest
from edits_of_content import EDITS, Edit
from edits_of_form import FORM
from edits_of_register import DECISIONS, Decision
from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from merge_laws import LAWS, Parse, Written, decisions_stay, what_stands_in_a_register_stays
from newsroom import CHANGES, PARSERS, SENTENCES, changed, parsed, text_of, topics
from paper import Paper, read_by_others

from briefwright import sheets
from briefwright.model.factsheet import FactSheet
from briefwright.sheets.registers import with_own_ids

parsers = st.integers(0, PARSERS - 1)


class Newsroom(RuleBasedStateMachine):
    """An article and its sheet; a person and a parser work on it in turn."""

    @initialize(sentences=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), parser=parsers)
    def first_parse(self, sentences: list[str], parser: int) -> None:
        self.place = tempfile.TemporaryDirectory()
        self.folder = Path(self.place.name)
        self.path, self.register = self.folder / "ferry.yml", self.folder / "_actors.yml"
        self.sentences = tuple(sentences)
        new = parsed(self.sentences, parser)
        self.save(sheets.load(self.folder, self.folder), new)
        self.paper = self.on_disk()
        self.written = Written(
            {item.id: (section, item) for section, _, item in self.paper.items() for item in [item]},
            {name: getattr(new.article, name) for name in type(new.article).model_fields},
            new.lead,
        )

    @rule(
        edits=st.lists(st.sampled_from(EDITS) | st.sampled_from(FORM), max_size=6),
        decisions=st.lists(st.sampled_from(DECISIONS), max_size=2),
        change=st.sampled_from(CHANGES),
        parser=parsers,
        random=st.randoms(use_true_random=False),
    )
    def edit_and_parse(
        self, edits: list[Edit], decisions: list[Decision], change: str, parser: int, random: Random
    ) -> None:
        """A person edits sheet and register, then the article changes, then a parser reads it."""
        for edit in edits:
            self.edit(edit, random)
        self.path.write_bytes(self.paper.data)
        for decision in decisions:
            self.decide(decision, random)
        self.sentences = changed(self.sentences, change, random)
        self.parse(parsed(self.sentences, parser))

    def edit(self, edit: Edit, random: Random) -> None:
        """Edit the sheet; what makes something else of it than was meant is undone."""
        before, self.paper = self.paper, self.paper.copy()
        edit(self.paper, random)
        if read_by_others(self.paper.data) != self.paper.sheet:
            self.paper = before

    def decide(self, decision: Decision, random: Random) -> None:
        """Edit the register; what is a mistake by itself or for the sheet is undone."""
        if self.register.exists():
            before = self.register.read_bytes()
            self.register.write_bytes(decision(before.decode(), random).encode())
            shelf = sheets.load(self.folder, self.folder)
            if any(p.file == self.register.name for p in shelf.problems) or not self.loaded(shelf):
                self.register.write_bytes(before)

    def parse(self, new: FactSheet) -> None:
        """Parse, and hold the sheet against every law."""
        before = self.paper
        shelf, decided = self.shelf(), self.register.read_bytes() if self.register.exists() else b""
        result = self.save(shelf, new)
        after = self.on_disk()
        note(f"# The sheet before, the article {after.article!r} and what the parse did:\n{before.text}")
        note("".join(unified_diff(before.text.splitlines(True), after.text.splitlines(True), "before", "after", n=2)))
        after.comments, after.hidden, after.noted = before.comments, before.hidden, before.noted
        self.paper = after
        now = self.shelf()
        done = Parse(before, after, with_own_ids(new, now.actors), self.written, result, now)
        for law in LAWS:
            law(done)
        decisions_stay(shelf.actors, done.shelf.actors)
        if decided:
            what_stands_in_a_register_stays(decided, self.register.read_bytes())
        self.quiet(done.shelf, new, result)
        self.written = done.wrote()

    def shelf(self) -> sheets.Shelf:
        """The folder, read anew; the sheet must be read as what it says."""
        shelf = sheets.load(self.folder, self.folder)
        assert self.loaded(shelf) == self.paper.sheet, self.paper.text + "\n".join(map(str, shelf.problems))
        return shelf

    def loaded(self, shelf: sheets.Shelf) -> FactSheet | None:
        found = {**shelf.sheets, **shelf.ungrounded}.get("ferry")
        return found.sheet if found else None

    def save(self, shelf: sheets.Shelf, new: FactSheet) -> sheets.SaveResult:
        shelf = sheets.save_registers(shelf, new.actors, topics(new), "parser")
        return sheets.save_parsed(shelf, new, text_of(self.sentences))

    def quiet(self, shelf: sheets.Shelf, new: FactSheet, result: sheets.SaveResult) -> None:
        """The same parse again writes nothing."""
        files = {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}
        for path in files:
            os.utime(path, (1, 1))
        again = self.save(shelf, new)
        assert {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()} == files
        assert all(path.stat().st_mtime == 1 for path in files)
        assert (again.written, again.added, again.refreshed, again.removed) == (False, 0, 0, 0)
        assert again.conflicts == result.conflicts

    def on_disk(self) -> Paper:
        return Paper.of(self.path.read_bytes(), text_of(self.sentences))

    def teardown(self) -> None:
        if hasattr(self, "place"):
            self.place.cleanup()


@pytest.fixture(autouse=True)
def _no_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    """Disks are slow, and no law is about them."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


TestNewsroom = Newsroom.TestCase

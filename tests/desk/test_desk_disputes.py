"""Contradictions that the program reads are asked about, and what a person decides or adds stays, under any name."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from review_desk import Tarn, evidence, parsed

from briefwright import sheets
from briefwright.cli import main
from briefwright.desk.changes import compare, read_state
from briefwright.model.factsheet import Actor, FactSheet, Position, PositionLink
from support import Run

TEXT = "Piet Holm said that the Tarn bridge was cracked for years. The engineer Ada Moor denied that.\n"
CLAIM, DENIAL = "the Tarn bridge was cracked for years", "that."
HERE = "{sheet: cracked, position: cracked-for-years}"
WRITTEN = "      - sheet: cracked\n        position: cracked-for-years\n"


def third(text: str = TEXT) -> FactSheet:
    """Somebody says something, somebody else denies it."""
    positions = (
        Position(id="cracked-for-years", actor="piet-holm", act="assert", cue="said", score=0.9,
                 statement="The Tarn bridge was cracked for years", evidence=evidence(CLAIM, text)),
        Position(id="denied-that", actor="ada-moor", act="deny", cue="denied", score=0.9,
                 statement="Denied that", evidence=evidence(DENIAL, text)),
    )  # fmt: skip
    actors = (
        Actor(id="piet-holm", name="Piet Holm", kind="person"),
        Actor(id="ada-moor", name="Ada Moor", kind="person"),
    )
    return parsed("cracked", text, "2026-03-13", actors=actors, positions=positions)


def parse(tarn: Tarn, text: str = TEXT) -> None:
    shelf = sheets.save_registers(tarn.shelf(), third(text).actors, (), "briefwright 0.1.0")
    sheets.save_parsed(shelf, third(text), text)


@pytest.fixture
def tarn(tmp_path: Path) -> Tarn:
    desk = Tarn(tmp_path)
    parse(desk)
    return desk


def test_a_contradiction_waits_with_both_quotations(tarn: Tarn) -> None:
    decision = tarn.waiting()["dispute"]
    assert (decision.sheet, decision.id, decision.other) == ("cracked", "denied-that", "cracked/cracked-for-years")
    assert decision.reason == "read as a contradiction of what Piet Holm said"
    assert decision.finding.splitlines() == [
        "Piet Holm, assert: The Tarn bridge was cracked for years (Tarn Gazette, 2026-03-13)",
        "Ada Moor, deny: Denied that (Tarn Gazette, 2026-03-13)",
    ]
    assert [e.text[m.start : m.end] for e in decision.excerpts for m in e.marks] == [CLAIM, DENIAL]


@pytest.mark.parametrize(("key", "field", "told"), [("a", "disputes", [True]), ("n", "not_disputed_by", [])])
def test_a_decision_is_written_and_kept(tarn: Tarn, run_cli: Run, key: str, field: str, told: list[bool]) -> None:
    done = run_cli("review", "--kind", "dispute", cwd=tarn.root, input=f"{key}\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"    {field}:\n{WRITTEN}" in tarn.yaml("cracked")
    assert [d.confirmed for d in tarn.corpus().disputes] == told
    assert not any(s.edited for s in tarn.corpus().statements)  # it is still what the parser read
    decided = tarn.files()
    parse(tarn)
    assert tarn.files() == decided
    assert "dispute" not in tarn.waiting()


def test_a_skipped_one_is_asked_again_and_back_takes_a_decision_back(tarn: Tarn, run_cli: Run) -> None:
    before = tarn.files()
    done = run_cli("review", "--kind", "dispute", cwd=tarn.root, input="s\nq\n")
    assert done.returncode == 0, done.stderr
    session = tarn.session("dispute")
    session.decide({"disputes": (PositionLink(sheet="cracked", position="cracked-for-years"),)})
    assert session.current is None
    assert session.back()
    assert tarn.files() == before
    assert "dispute" in tarn.waiting()


def test_what_another_decision_deleted_is_not_asked_about(tarn: Tarn) -> None:
    tarn.edit(
        "cracked",
        "    score: 0.9\n    evidence:\n      - {quote: that.",
        "    score: 0.2\n    evidence:\n      - {quote: that.",
    )
    text = tarn.yaml("cracked")
    (tarn.folder / "cracked.yml").write_text(text[: text.index("generated:")])
    session = tarn.session("dispute")
    assert session.current is not None
    session.decide(None)
    assert session.current is None


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("{sheet: ▸crackd, position: cracked-for-years}", 'no sheet has the id "crackd". Did you mean "cracked"?'),
        (
            "{sheet: cracked, position: ▸cracked-for-year}",
            'no position of the sheet "cracked" has the id "cracked-for-year". Did you mean "cracked-for-years"?',
        ),
        ("{sheet: cracked, position: ▸denied-that}", "a position cannot be linked to itself. Delete this link."),
        (
            "{sheet: shut, position: ▸zzz}",
            'no position of the sheet "shut" has the id "zzz". Delete this link, or name another position.',
        ),
    ],
)
@pytest.mark.parametrize("field", ["disputes", "not_disputed_by"])
def test_a_link_that_leads_nowhere_is_a_mistake(tarn: Tarn, field: str, link: str, told: str) -> None:
    tarn.edit("cracked", "    cue: denied\n", f"    cue: denied\n    {field}: [{link}]\n")
    marked = tarn.yaml("cracked")
    before = marked[: marked.index("▸")]
    (tarn.folder / "cracked.yml").write_text(marked.replace("▸", ""))
    (problem,) = tarn.shelf().problems
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert str(problem) == f"factsheets/cracked.yml:{line}:{column}: {told}"


def test_an_answer_that_leads_nowhere_is_one_too_but_not_one_into_a_sheet_with_mistakes(tarn: Tarn) -> None:
    tarn.edit("shut", "    status: open\n", "    status: answered\n    answer: {sheet: open-again, position: gone}\n")
    (problem,) = tarn.shelf().problems
    assert problem.message == 'no position of the sheet "open-again" has the id "gone".'
    tarn.edit("open-again", "    act: commit\n", "    act: promise\n")
    assert [p.file for p in tarn.shelf().problems] == ["factsheets/open-again.yml"]


def test_links_follow_a_renaming(tarn: Tarn, monkeypatch: pytest.MonkeyPatch) -> None:
    tarn.edit(
        "cracked",
        "    cue: denied\n",
        f"    cue: denied\n    disputes: [{HERE}]\n    not_disputed_by: [{{sheet: shut, position: at-night}}]\n",
    )
    monkeypatch.chdir(tarn.root)
    for arguments in (["cracked/cracked-for-years", "cracks"], ["cracked", "old-cracks"], ["shut", "closed"]):
        assert CliRunner().invoke(main, ["rename", *arguments]).exit_code == 0
    assert "    disputes: [{sheet: old-cracks, position: cracks}]\n" in tarn.yaml("old-cracks")
    assert "    not_disputed_by: [{sheet: closed, position: at-night}]\n" in tarn.yaml("old-cracks")
    assert tarn.shelf().problems == ()
    assert [d.confirmed for d in tarn.corpus().disputes] == [True]


def test_a_confirmed_dispute_is_a_change_of_substance(tarn: Tarn) -> None:
    before = read_state(tarn.files(), "")
    tarn.edit("cracked", "    cue: denied\n", f"    cue: denied\n    disputes: [{HERE}]\n")
    ((sheet,), registers, problems) = (
        (d := compare(before, read_state(tarn.files(), ""))).sheets,
        d.registers,
        d.problems,
    )
    (change,) = sheet.changes
    (field,) = change.fields
    assert (change.id, field.field, field.before, field.after) == (
        "denied-that",
        "disputes",
        (),
        ("cracked/cracked-for-years",),
    )
    assert (registers, problems) == ((), ())

"""`diff`: what changed in substance since a revision, and nothing of what only looks different."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from briefwright.cli import main
from briefwright.cli.comparing import SHORT
from briefwright.desk.changes import Difference, State, compare, read_state
from briefwright.model.text import around_difference

QUAY = """schema: 1
article: {id: quay, title: The quay is shut, published: 2024-05-02}
actors:
  - {id: ruiz, name: Ana Ruiz, kind: person}
positions:
  - {id: shut, actor: ruiz, act: assert, statement: The quay stays shut., score: 0.7, topics: [quay, money]}
open_questions:
  - {id: who-pays, question: Who pays?, kind: unknown}
events:
  - {id: met, event: the council met, date: 2024-05}
"""
ACTORS = "schema: 1\nactors:\n  - {id: ruiz, name: Ana Ruiz, kind: person}\n"


def state(quay: str = QUAY, actors: str = ACTORS, **others: str) -> State:
    files = {"quay.yml": quay, "_actors.yml": actors} | {f"{name}.yml": text for name, text in others.items()}
    return read_state({name: text.encode() for name, text in files.items() if text}, "factsheets/")


def told(found: Difference) -> list[tuple[Any, ...]]:
    """Each change as (what it is of, what, id, its fields)."""
    return [
        (c.of, c.what, c.id, *((f.field, f.before, f.after) for f in c.fields))
        for sheet in found.sheets
        for c in sheet.changes
    ]


def changed(*replacements: tuple[str, str]) -> list[tuple[Any, ...]]:
    text = QUAY
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new, 1)
    return told(compare(state(), state(text)))


def test_layout_comments_order_offsets_and_scores_are_no_change() -> None:
    other = """# by hand
schema: 1
events:
  - id: met          # in the hall
    date: 2024-05
    event: |
      the council met
article:
  title: 'The quay   is shut'
  published: "2024-05-02"
  id: quay
open_questions: [{kind: unknown, id: who-pays, question: "Who pays?", status: open}]
positions:
  - {id: shut, topics: [money, quay], actor: ruiz, act: assert, statement: The quay stays shut., score: 0.9, cue: said}
actors: [{id: ruiz, name: Ana Ruiz, kind: person}]
"""
    assert compare(state(), state(other)) == Difference((), (), ())


CHANGES = {
    "statement": (
        ("stays shut.", "opens."),
        ("position", "changed", "shut", ("statement", "The quay stays shut.", "The quay opens.")),
    ),
    "act": (("act: assert", "act: deny"), ("position", "changed", "shut", ("act", "assert", "deny"))),
    "actor": (("actor: ruiz", "actor: null"), ("position", "changed", "shut", ("actor", "ruiz", None))),
    "position gone": (("  - {id: shut, actor", "  # - {id: shut, actor"), ("position", "removed", "shut")),
    "position": (
        ("positions:\n", "positions:\n  - {id: no, actor: ruiz, act: deny, statement: No.}\n"),
        ("position", "added", "no"),
    ),
    "question": (
        ("open_questions:\n", "open_questions:\n  - {id: when, question: When?, kind: asked}\n"),
        ("question", "opened", "when"),
    ),
    "answered": (
        ("kind: unknown", "kind: unknown, status: answered, answer: The port"),
        ("question", "answered", "who-pays", ("answer", None, "The port")),
    ),
    "dropped": (("kind: unknown", "kind: unknown, status: dropped"), ("question", "dropped", "who-pays")),
    "date": (("date: 2024-05}", "date: 2024-05-06}"), ("event", "changed", "met", ("date", "2024-05", "2024-05-06"))),
    "actor's role": (
        ("kind: person}", "kind: person, role: mayor}"), ("actor", "changed", "ruiz", ("role", None, "mayor")),
    ),
    "head": (
        ("The quay is shut", "The quay opens"),
        ("article", "changed", "quay", ("title", "The quay is shut", "The quay opens")),
    ),
    "private": (
        ("events:\n  - {", "events:\n  - {publish: false, "),
        ("event", "changed", "met", ("publish", True, False)),
    ),
    "evidence": (
        ("date: 2024-05}", "date: 2024-05, evidence: [{quote: it met, start: 3, end: 9}]}"),
        ("event", "changed", "met", ("evidence", (), ("it met",))),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_substance_is_told_once(name: str) -> None:
    replacement, change = CHANGES[name]
    assert changed(replacement) == [change]


def test_a_question_that_is_open_again_is_reopened() -> None:
    closed = QUAY.replace("kind: unknown", "kind: unknown, status: dropped")
    assert told(compare(state(closed), state())) == [("question", "reopened", "who-pays")]


def test_new_and_removed_sheets_hold_all_that_is_in_them() -> None:
    pier = QUAY.replace("quay", "pier")
    for before, after, word in ((state(), state(pier=pier), "added"), (state(pier=pier), state(), "removed")):
        (sheet,) = compare(before, after).sheets
        assert (sheet.sheet, sheet.state, len(sheet.changes)) == ("pier", word, 4)


def test_a_renamed_or_merged_id_is_no_change() -> None:
    renamed = QUAY.replace("id: ruiz", "id: ana-ruiz").replace("actor: ruiz", "actor: ana-ruiz")
    renamed = renamed.replace("id: shut", "id: closed, formerly: [shut]").replace(
        "id: quay", "id: dock, formerly: [quay]"
    )
    register = ACTORS.replace("id: ruiz", "id: ana-ruiz, merge: [ruiz]")
    link = QUAY.replace("id: quay", "id: pier").replace("kind: unknown", "kind: unknown, answer: {}")
    before = state(pier=link.replace("{}", "{sheet: quay, position: shut}"))
    after = state("", register, dock=renamed, pier=link.replace("{}", "{sheet: dock, position: closed}"))
    found = compare(before, after)
    assert [(s.sheet, s.formerly, s.changes) for s in found.sheets] == [("dock", "quay", ())]
    assert found.registers == ()


def test_registers_tell_what_a_person_decided() -> None:
    both = ACTORS + "  - {id: mayor, name: The mayor, kind: person}\n"
    merged = ACTORS.replace("kind: person", "kind: person, merge: [mayor]").replace("Ana Ruiz", "Ana R. Ruiz")
    (change,) = compare(state(actors=both), state(actors=merged)).registers
    assert (change.of, change.what, change.id) == ("actor", "changed", "ruiz")
    assert [(f.field, f.after) for f in change.fields] == [("name", "Ana R. Ruiz"), ("merge", ("mayor",))]
    (gone,) = compare(state(actors=both), state()).registers
    assert (gone.what, gone.id) == ("removed", "mayor")


def test_a_sheet_that_cannot_be_read_on_one_side_is_named_and_not_taken_for_gone() -> None:
    found = compare(state(), state("schema: 1\narticle: {id: [\n"))
    assert found.sheets == ()
    assert [p.file for p in found.problems] == ["factsheets/quay.yml"]


Git = Callable[..., None]


@pytest.fixture
def git(monkeypatch: pytest.MonkeyPatch) -> Git:
    for name, value in (
        ("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_AUTHOR_NAME", "Ana"),
        ("GIT_AUTHOR_EMAIL", "ana@desk.example"), ("GIT_COMMITTER_NAME", "Ana"),
        ("GIT_COMMITTER_EMAIL", "ana@desk.example"), ("GIT_AUTHOR_DATE", "2024-05-02T12:00Z"),
        ("GIT_COMMITTER_DATE", "2024-05-02T12:00Z"),
    ):  # fmt: skip
        monkeypatch.setenv(name, value)

    def run(*arguments: str) -> None:
        subprocess.run(["git", *arguments], check=True, capture_output=True)  # noqa: S607 # whichever git there is

    return run


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, git: Git) -> Path:
    """A project in a folder of a repository, with two commits, the second tagged `v2`."""
    path = tmp_path / "news desk"
    (path / "factsheets/texts").mkdir(parents=True)
    monkeypatch.chdir(path)
    (path / "mkdocs.yml").write_text("site_name: Brief\nplugins: [briefwright]\n")
    (path / "factsheets/quay.yml").write_text(QUAY)
    (path / "factsheets/_actors.yml").write_text(ACTORS)
    (path / "factsheets/link.yml").symlink_to("/etc/passwd")
    git("init", "-q", str(tmp_path))
    git("add", ".")
    git("commit", "-qm", "one")
    (path / "factsheets/link.yml").unlink()
    (path / "factsheets/quay.yml").write_text(QUAY.replace("stays shut", "opens"))
    git("commit", "-qam", "two")
    git("tag", "v2")
    return path


def diff(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", *arguments])


def test_the_working_tree_is_compared_with_a_revision(project: Path) -> None:
    (project / "factsheets/pier.yml").write_text(QUAY.replace("quay", "pier"))
    done = diff("HEAD~1")
    assert done.exit_code == 0, done.output
    first, *rest = done.stdout.splitlines()
    assert first.endswith("(2024-05-02) to the files as they are: 1 sheet new, 1 sheet changed.")
    assert rest == [
        "",
        "+ pier: The pier is shut (1 actor, 1 position, 1 question, 1 event)",
        "",
        "~ quay: The quay is shut",
        "  ~ position: Ana Ruiz (assert): The quay opens.",
        "      statement: “The quay stays shut.” → “The quay opens.”",
    ]


def test_two_revisions_are_compared_whatever_lies_in_the_folder(project: Path) -> None:
    (project / "factsheets/quay.yml").write_text("broken: [\n")
    data = json.loads(diff("HEAD~1", "v2", "--json").stdout)
    assert data["since"]["day"] == data["until"]["day"] == "2024-05-02"
    (sheet,) = data["sheets"]
    assert sheet["changes"][0]["fields"] == [
        {"field": "statement", "before": "The quay stays shut.", "after": "The quay opens."}
    ]
    assert diff("v2", "HEAD").stdout.endswith("nothing changed in substance.\n")


def test_a_mistake_in_a_sheet_is_named_and_ends_with_1(project: Path) -> None:
    (project / "factsheets/quay.yml").write_text("broken: [\n")
    done = diff("v2")
    assert done.exit_code == 1
    assert done.stderr.startswith("factsheets/quay.yml:")


def test_a_screenful_is_told_and_all_on_demand(project: Path) -> None:
    for number in range(30):
        (project / f"factsheets/s{number}.yml").write_text(QUAY.replace("quay", f"s{number}"))
    short = diff("v2").stdout.splitlines()
    assert len(short) == 42
    assert short[-1] == "… and 20 more lines; --all tells them, too."
    assert len(diff("v2", "--all").stdout.splitlines()) == 61


@pytest.mark.parametrize(
    "revision", ["--output=stolen", "-h", "--", "nowhere", "", "HEAD:factsheets", "a b", "x\ny", "HEAD^{tree}"]
)
def test_what_is_no_revision_is_refused(project: Path, revision: str) -> None:
    done = diff("--", revision)
    assert done.exit_code == 2, done.output
    assert "is no revision" in done.stderr
    assert not (project / "stolen").exists()
    assert diff("--", "HEAD", revision).exit_code == 2


def test_without_a_repository_or_without_git_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, git: Git
) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Brief\nplugins: [briefwright]\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    done = diff("HEAD")
    assert (done.exit_code, "is in no git repository" in done.stderr) == (2, True)
    monkeypatch.setenv("PATH", str(tmp_path))
    done = diff("HEAD")
    assert (done.exit_code, done.stderr) == (2, "git: is not installed. Comparing with a revision needs it.\n")


def test_a_long_statement_is_told_from_where_it_differs() -> None:
    long = "The quay stays shut " + "because the wall is old and " * 8
    was, now = around_difference(long + "weak.", long + "strong.", SHORT)
    assert (was[-9:], now[-11:]) == ("and weak.", "and strong.")
    assert max(len(was), len(now)) <= SHORT
    assert around_difference("shut", "open", SHORT) == ("shut", "open")
    assert all(len(told) <= SHORT for told in around_difference("weak. " + long, "strong. " + long, SHORT))

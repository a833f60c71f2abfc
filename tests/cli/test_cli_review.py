"""`briefwright review` as a person and as a program run it: from a pipe, as JSON, and key by key on a terminal."""

from __future__ import annotations

import json
import os
import pty
import select
import shutil
import subprocess
import sys
import termios
import time
from dataclasses import replace
from pathlib import Path

import pytest

from briefwright.cli.keys import legend
from briefwright.desk.queue import Candidate, Decision
from desk.review_desk import CHANGED, REWORDED, Tarn
from support import Run

FINISHED = 60
"""Seconds within which the command must have come to an end."""


@pytest.fixture
def tarn(tmp_path: Path) -> Tarn:
    return Tarn(tmp_path)


def test_json_lists_what_waits_and_changes_nothing(tarn: Tarn, run_cli: Run) -> None:
    before = tarn.files()
    done = run_cli("review", "--json", "--kind", "speaker", "--kind", "lookalike", "--limit", "5", cwd=tarn.root)
    assert (done.returncode, done.stderr) == (0, "")
    listed = json.loads(done.stdout)
    assert listed["waiting"] == 2
    pair, speaker = listed["decisions"]
    assert (pair["kind"], pair["sheet"], pair["id"], pair["other"]) == ("lookalike", None, "orla-vance", "vance")
    assert (pair["file"], pair["line"]) == ("factsheets/_actors.yml", 4)
    assert (speaker["kind"], speaker["sheet"], speaker["id"]) == ("speaker", "shut", "four-million")
    line = tarn.yaml().splitlines()[speaker["line"] - 1]
    assert (speaker["file"], line) == ("factsheets/shut.yml", "  - id: four-million")
    ((start, end),) = speaker["passage"][0]["marks"]
    assert speaker["passage"][0]["text"][start:end] == "will cost four million crowns"
    assert speaker["candidates"] == [{"id": "tarn-gazette", "sheet": None, "words": "Tarn Gazette"}]
    assert tarn.files() == before


def test_keys_may_come_from_a_pipe_a_line_each(tarn: Tarn, run_cli: Run) -> None:
    keys = {"reading": "e\nThe bridge remains shut.", "lookalike": "n", "speaker": "1", "answer": "1", "overdue": "q"}
    kinds = [d["kind"] for d in json.loads(run_cli("review", "--json", cwd=tarn.root).stdout)["decisions"]]
    done = run_cli("review", cwd=tarn.root, input="".join(f"{keys[kind]}\n" for kind in kinds))
    assert done.returncode == 0, done.stderr
    assert "**The Tarn bridge stays shut**, Mayor Orla Vance said" in done.stdout
    assert "\x1b" not in done.stdout
    assert done.stdout.endswith("4 decisions written. See it with: briefwright build\n")
    assert tarn.waiting() == {}
    decided = tarn.files()
    tarn.parse()
    assert tarn.files() == decided


@pytest.mark.parametrize(
    ("kind", "keys", "written"),
    [
        ("reading", "a", "    reviewed: true\n"),
        ("reading", "t\n2", "    act: deny\n"),
        ("reading", "w\nguild", "    actor: harbour-guild\n    act: assert\n"),
        ("speaker", "w\ntarn-gazette", "    actor: tarn-gazette\n"),
        ("reading", "w\n-", "    reviewed: true\n    actor: null\n"),
        ("speaker", "a", "    reviewed: true\n    actor: null\n"),
        ("answer", "n", "    not_answered_by:\n      - sheet: open-again\n        position: reopens\n"),
        ("answer", "w\nIt did, on Friday.", "    status: answered\n"),
        ("answer", "d", "    status: dropped\n"),
        ("overdue", "u\n2026-05", "    due: 2026-05\n"),
        ("overdue", "u\n-", "    due: null\n"),
        ("overdue", "w\nIt did: at noon.", "    answer: 'It did: at noon.'\n"),
    ],
)
def test_what_a_key_writes(tarn: Tarn, run_cli: Run, kind: str, keys: str, written: str) -> None:
    assert written not in tarn.yaml()
    done = run_cli("review", "--kind", kind, cwd=tarn.root, input=f"{keys}\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert written in tarn.yaml()
    assert kind not in tarn.waiting()


@pytest.mark.parametrize(
    "keys", ["", "q\n", "?\nq\n", "e\n", "e\n\n", "u\nq\n", "z\n\n7\n", "t\nz\n", "w\nnobody of the name\n", "o\n"]
)
def test_what_decides_nothing_writes_nothing(tarn: Tarn, run_cli: Run, keys: str) -> None:
    before = tarn.files()
    done = run_cli("review", "--kind", "reading", cwd=tarn.root, input=keys)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("Nothing decided; 1 decision to go.\n")
    assert tarn.files() == before


def test_a_value_that_cannot_be_is_told_and_asked_again(tarn: Tarn, run_cli: Run) -> None:
    done = run_cli("review", "--kind", "overdue", cwd=tarn.root, input="u\nMay\nu\n2026-05-30\n")
    assert done.stderr == '"May" is no date. Write 2023, 2023-03 or 2023-03-20.\n'
    assert "Nothing was written; the same is still asked.\n" in done.stdout
    assert "    due: 2026-05-30\n" in tarn.yaml()


def test_a_value_that_was_refused_is_no_mistake(tarn: Tarn, run_cli: Run) -> None:
    before = tarn.files()
    done = run_cli("review", "--kind", "overdue", cwd=tarn.root, input="u\nMay\nu\n\nq\n")
    assert (done.returncode, tarn.files()) == (0, before)


def test_the_only_decision_that_is_skipped_ends_the_review(tarn: Tarn, run_cli: Run) -> None:
    done = run_cli("review", "--kind", "speaker", "--limit", "1", cwd=tarn.root, input="s\nz\n")
    assert done.stdout.endswith("[1 left]\nNothing decided; 1 decision to go.\n")


def test_a_decision_that_cannot_be_written_is_told_and_ends_with_1(tarn: Tarn, run_cli: Run) -> None:
    away = tarn.folder / "elsewhere.yml"
    (tarn.folder / "shut.yml").rename(away)
    (tarn.folder / "shut.yml").symlink_to(away.name)
    done = run_cli("review", "--kind", "reading", cwd=tarn.root, input="a\nq\n")
    assert "this is a link, which would be replaced by a file." in done.stderr
    assert done.returncode == 1
    assert "reviewed" not in away.read_text()


def test_a_speaker_is_not_to_be_chosen_from_nobody() -> None:
    unknown = Decision("speaker", "four-million", "nobody is named as speaker", 1.0)
    assert legend(unknown)[0][:2] == ("w say who speaks", "a leave it without a name")
    known = replace(unknown, candidates=(Candidate("tarn-gazette", "Tarn Gazette"),))
    assert legend(known)[0][:2] == ("1 choose the speaker", "w say who speaks")


def test_the_day_that_counts_may_be_given(tarn: Tarn, run_cli: Run) -> None:
    early = run_cli("review", "--kind", "overdue", "--as-of", "2026-03-11", cwd=tarn.root, input="")
    assert early.stdout == "Nothing waits for a decision.\n"


def test_mistakes_are_told_and_the_rest_is_asked(tarn: Tarn, run_cli: Run) -> None:
    tarn.edit("open-again", "    act: commit\n", "    act: promise\n")
    done = run_cli("review", cwd=tarn.root, input="a\n")
    assert (done.returncode, "open-again.yml" in done.stderr) == (1, True)
    assert "    reviewed: true\n" in tarn.yaml()


def test_a_conflict_can_be_settled_so_that_the_site_can_be_built_again(tarn: Tarn, run_cli: Run) -> None:
    tarn.edit("shut", "statement: The ferry should sail at night.", "statement: Let it sail.")
    tarn.parse(CHANGED)
    done = run_cli("review", "--kind", "conflict", cwd=tarn.root, input="a\n")
    assert (done.returncode, done.stderr) == (0, ""), "what is asked need not be told as a mistake, too"
    assert "1 take" not in done.stdout
    assert tarn.shelf().problems == ()
    assert "statement: Let it sail." in tarn.yaml()


def test_a_conflict_that_is_not_asked_is_told(tarn: Tarn, run_cli: Run) -> None:
    tarn.edit("shut", "statement: The ferry should sail at night.", "statement: Let it sail.")
    tarn.parse(CHANGED)
    done = run_cli("review", "--kind", "reading", cwd=tarn.root, input="q\n")
    assert "the ferry to sail at night" in done.stderr


def test_the_new_words_of_an_edited_item_may_be_taken(tarn: Tarn, run_cli: Run) -> None:
    tarn.edit("shut", "statement: The ferry should sail at night.", "statement: Let it sail.")
    tarn.parse(REWORDED)
    assert tarn.shelf().problems == tarn.shelf().conflicts != ()
    done = run_cli("review", "--kind", "conflict", cwd=tarn.root, input="1\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "  1 The parser now reads “every ferry to sail at night”.\n1 take the new words · a keep it" in done.stdout
    assert (tarn.shelf().problems, tarn.yaml().count("ferry to sail at night")) == ((), 1)
    assert "statement: Let it sail." in tarn.yaml()
    decided = tarn.files()
    tarn.parse(REWORDED)
    assert tarn.files() == decided


def test_the_editor_is_opened_at_the_line(tarn: Tarn, run_cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tarn.root / "vi"
    script.write_text(
        f"#!{sys.executable}\nimport sys, pathlib\nline, path = sys.argv[1:]\npath = pathlib.Path(path)\n"
        "lines = path.read_text().splitlines(True)\nlines[int(line[1:]) - 1] += '    reviewed: true\\n'\n"
        "path.write_text(''.join(lines))\n"
    )
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))
    done = run_cli("review", "--kind", "reading", cwd=tarn.root, input="o\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "  - id: stays-shut\n    reviewed: true\n" in tarn.yaml()


def on_terminal(root: Path, *answers: tuple[str, str], options: tuple[str, ...] = (), no_color: str = "") -> str:
    """Run `review` on a terminal of 80 columns; each answer is typed when its question has come. All that was shown.

    Ctrl-D stands for Ctrl-C as well, which Python loses where it comes just before readline waits.
    """
    command = shutil.which("briefwright", path=str(Path(sys.executable).parent))
    assert command
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (40, 80))
    environment = {**os.environ, "TERM": "xterm-256color", "NO_COLOR": no_color}
    for name in ("COLUMNS", "LINES", "VISUAL", "EDITOR"):
        environment.pop(name, None)
    process = subprocess.Popen(
        [command, "review", *options], cwd=root, stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    )
    os.close(theirs)
    shown, seen, end = "", 0, time.monotonic() + FINISHED
    waiting = list(answers)
    try:
        while time.monotonic() < end:
            if select.select([ours], [], [], 0.1)[0]:
                try:
                    piece = os.read(ours, 65536)
                except OSError:  # how Linux tells that nobody is at the other end any more
                    break
                if not piece:
                    break
                shown += piece.decode(errors="replace")
            if waiting and (at := shown.find(waiting[0][0], seen)) >= 0:
                seen = at + len(waiting[0][0])
                os.write(ours, waiting.pop(0)[1].encode())
        assert not waiting, shown
        assert process.wait(timeout=FINISHED) == 0, shown
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    assert not waiting, shown
    return shown


def test_decisions_on_a_terminal_are_there_after_the_next_parse(tarn: Tarn, run_cli: Run) -> None:
    kinds = [d["kind"] for d in json.loads(run_cli("review", "--json", cwd=tarn.root).stdout)["decisions"]]
    keys = {"reading": "e", "lookalike": "m", "speaker": "1", "answer": "1"}
    answers: list[tuple[str, str]] = []
    assert kinds[-1] == "overdue"  # which the answer settles
    for kind in kinds[:-1]:
        answers.append((f"{kind}: ", keys[kind]))
        if kind == "reading":
            answers.append(("Statement: ", " (for now)\r"))
    end = "That was the last one. b goes back (undo), q ends."
    answers += [(end, "b"), (f"{kinds[-2]}: ", keys[kinds[-2]]), (end, "z"), (end, "q")]
    shown = on_terminal(tarn.root, *answers)
    assert "\x1b[" in shown
    assert "4 decisions written." in shown
    decided = tarn.files()
    assert "statement: The Tarn bridge stays shut. (for now)\n" in tarn.yaml()
    assert "    merge: [vance]\n" in tarn.yaml("_actors")
    done = run_cli("parse", cwd=tarn.root)
    assert (done.returncode, done.stdout) == (0, "0 articles read, 2 unchanged.\n")
    tarn.parse()
    assert tarn.files() == decided
    assert tarn.waiting() == {}


def test_the_only_decision_that_is_skipped_can_be_gone_back_to(tarn: Tarn) -> None:
    end = "What you skipped (1) is asked the next time. b goes back (undo), q ends."
    answers = [("[1 left]", "s"), (end, "b"), ("[1 left]", "d"), ("That was the last one.", "b"),
               ("taken back", ""), ("[1 left]", "q")]  # fmt: skip
    before = tarn.files()
    shown = on_terminal(tarn.root, *answers, options=("--kind", "overdue"))
    assert "Nothing decided; 1 decision to go." in shown
    assert tarn.files() == before


def test_a_refused_date_leaves_the_question_and_the_exit_status(tarn: Tarn) -> None:
    answers = [("[1 left]", "u"), ("Due (now 2026-03-12): ", "2026-13\r"), ("is still asked.", "u"),
               ("Due (now 2026-03-12): ", "\x04"), ("Nothing changed.", "u"),
               ("Due (now 2026-03-12): ", "2026-05\r"), ("That was the last one.", "\x04")]  # fmt: skip
    shown = on_terminal(tarn.root, *answers, options=("--kind", "overdue"))
    assert '"2026-13" is no date.' in shown
    assert "Due (now 2026-03-12): \r\nNothing changed." in shown
    assert "→ due 2026-05" in shown
    assert "1 decision written. See it" in shown
    assert "    due: 2026-05\n" in tarn.yaml()


def test_a_narrow_terminal_without_colours_breaks_between_words_alone(tarn: Tarn) -> None:
    answers = [("[1 left]", "?"), ("this list", "t"), ("Press its number, 1–", "z"), ("Nothing changed.", "q")]
    shown = on_terminal(tarn.root, *answers, options=("--kind", "reading"), no_color="1")
    assert "\x1b[1m" not in shown
    lines = shown.split("Reading the fact sheets")[-1].replace("\r", "").splitlines()
    assert max(map(len, lines[1:])) <= 80
    assert "o open in editor · s skip for now · b go back (undo) · q quit · ? help" in lines
    assert any(line.startswith("  | **The Tarn bridge stays shut**") for line in lines)


def test_a_quotation_that_a_person_mistyped_is_asked_and_not_told_as_well(tarn: Tarn, run_cli: Run) -> None:
    tarn.edit("shut", "quote: will cost four million crowns", "quote: will cost five million crowns")
    done = run_cli("review", "--kind", "conflict", cwd=tarn.root, input="a\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "The article does not have:\n  | **will cost five million crowns**\n" in done.stdout
    assert tarn.shelf().problems == ()


def test_where_the_text_is_gone_nobody_is_asked_to_drop_its_words(tarn: Tarn, run_cli: Run) -> None:
    (tarn.folder / "texts" / "shut.txt").unlink()
    before = tarn.files()
    done = run_cli("review", cwd=tarn.root, input="a\n" * 2)
    assert done.returncode == 1
    assert "Run `briefwright parse`, which makes it again from the article." in done.stderr
    assert "1 mistake above; mend each in its file." in done.stdout
    assert "conflict" not in done.stdout
    assert tarn.files()["shut.yml"] == before["shut.yml"]

"""`check --format`: what GitHub and code scanners are told, and the hook that runs the command before a commit."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from briefwright.cli import main
from briefwright.desk.reports import github_annotations, sarif_log
from briefwright.errors import Problem

SHEET = """schema: 1
article: {id: quay, title: The quay is closed}
actors:
  - {id: ana-ruiz, name: Ana Ruiz, kind: human}
positions:
  - {id: p, actor: nobody, act: assert, statement: The quay is closed.}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: Brief\nplugins: [briefwright]\n")
    (tmp_path / "factsheets").mkdir()
    (tmp_path / "factsheets/quay.yml").write_text(SHEET)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    return tmp_path


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def test_text_is_the_form_that_it_was(project: Path) -> None:
    plain = check()
    assert plain.exit_code == 1
    assert [line.split(": ")[0] for line in plain.stderr.splitlines()] == [
        "factsheets/quay.yml:4:42",
        "factsheets/quay.yml:6:20",
    ]
    assert plain.stdout == "2 mistakes.\n"


def test_json_is_the_same_by_either_name(project: Path) -> None:
    assert check("--json").stdout == check("--format", "json").stdout
    assert len(json.loads(check("--json").stdout)["mistakes"]) == 2


def test_github_gets_a_line_for_each_mistake_and_nothing_else(project: Path) -> None:
    done = check("--format", "github")
    assert done.exit_code == 1
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0].startswith('::error file=factsheets/quay.yml,line=4,col=42::"kind" cannot be "human"; it is one of')
    assert len(lines) == 2


def test_a_project_in_a_subfolder_is_named_from_the_checkout(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path.parent))
    assert f"file={tmp_path.name}/factsheets/quay.yml," in check("--format", "github").stdout


def test_what_an_article_says_ends_no_annotation_and_begins_none() -> None:
    hostile = Problem("factsheets/a,b:c.yml", 3, 7, "100% “\n::error::no”", "\r::warning::x")
    (line,) = github_annotations([hostile])
    assert line == ("::error file=factsheets/a%2Cb%3Ac.yml,line=3,col=7::100%25 “%0A::error::no” %0D::warning::x")
    assert github_annotations([Problem("f.yml", 0, 0, "gone.")]) == ["::error file=f.yml::gone."]


def test_sarif_holds_what_its_schema_requires(project: Path) -> None:
    done = check("--format", "sarif")
    assert done.exit_code == 1
    log = json.loads(done.stdout)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["tool"]["driver"]["name"] == "briefwright"
    assert len(run["results"]) == 2
    for result in run["results"]:
        assert result["message"]["text"]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "factsheets/quay.yml"
        assert place["region"]["startLine"] >= 1
        assert place["region"]["startColumn"] >= 1


def test_a_place_without_a_line_is_the_first_line_and_names_are_percent_encoded() -> None:
    (run,) = sarif_log([Problem("factsheets/a b.yml", 0, 0, "gone.")], "news desk")["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "news%20desk/factsheets/a%20b.yml"}, "region": {"startLine": 1}}


def test_without_mistakes_every_form_ends_with_0(project: Path) -> None:
    (project / "factsheets/quay.yml").write_text(SHEET.replace("human", "person").replace("nobody", "ana-ruiz"))
    assert check("--format", "github").stdout == ""
    assert json.loads(check("--format", "sarif").stdout)["runs"][0]["results"] == []
    assert {check("--format", form).exit_code for form in ("text", "json", "github", "sarif")} == {0}


def test_an_approved_topic_that_nothing_is_about_is_noted_and_no_mistake(project: Path) -> None:
    clean = SHEET.replace("human", "person").replace("nobody", "ana-ruiz")
    topics = """schema: 1
topics:
  - {id: dredging, name: Dredging of the quay, publish: true}
  - {id: quay-wall, name: Quay wall, description: The old one.}
  - {id: pilots, name: Pilots, publish: false}
"""
    (project / "factsheets/_topics.yml").write_text(topics)
    (project / "factsheets/quay.yml").write_text(clean.replace("is closed.}", "is closed., topics: [quay-wall]}"))
    done = check()
    assert (done.exit_code, done.stderr) == (0, "")
    first, *notes = done.stdout.splitlines()
    assert first == "1 fact sheet, no mistakes."
    assert [note.partition(",")[0] for note in notes] == [
        "Note: factsheets/_topics.yml:3:1: nothing published is about “Dredging of the quay”"
    ]
    assert [note["line"] for note in json.loads(check("--json").stdout)["notes"]] == [3]
    assert json.loads(check("--format", "sarif").stdout)["runs"][0]["results"] == []
    assert check("-q").stdout == ""
    (project / "factsheets/quay.yml").write_text(clean)
    assert len(json.loads(check("--json").stdout)["notes"]) == 2
    (project / "factsheets/quay.yml").write_text(SHEET)
    assert json.loads(check("--json").stdout)["notes"] == [], "what has a mistake may be about it"


def test_a_folder_that_is_not_there_is_no_clean_one(project: Path) -> None:
    (project / "factsheets").rename(project / "sheets")
    done = check("--format", "github")
    assert done.exit_code == 2
    assert "factsheets: there is no such folder, so nothing was checked." in done.stderr


def test_two_forms_at_once_are_refused(project: Path) -> None:
    assert check("--json", "--format", "sarif").exit_code == 2


def test_the_hook_runs_a_command_that_there_is(project: Path, root: Path) -> None:
    (hook,) = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    program, *arguments = hook["entry"].split()
    assert program == "briefwright"
    assert CliRunner().invoke(main, arguments).exit_code == 1
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    for name in ("factsheets/quay.yml", "factsheets/_actors.yml", "factsheets/texts/quay.txt", "a/factsheets/b.yml"):
        assert re.search(hook["files"], name), name
    assert not re.search(hook["files"], "seeds/quay.txt")
    assert f"- id: {hook['id']}" in (root / "docs/commands.md").read_text("utf-8")

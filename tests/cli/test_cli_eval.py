"""`briefwright eval`: what a user learns of the parser from sheets that they have corrected."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from support import Run


@pytest.fixture(scope="module")
def parsed(tmp_path_factory: pytest.TempPathFactory, run_cli: Run) -> Path:
    """A new project whose example article was parsed."""
    project = tmp_path_factory.mktemp("parsed") / "brief"
    assert run_cli("init", str(project), cwd=project.parent).returncode == 0
    assert run_cli("parse", cwd=project).returncode == 0
    return project


def sheet_of(project: Path) -> Path:
    (path,) = (p for p in (project / "factsheets").glob("*.yml") if not p.name.startswith("_"))
    return path


def measured(run_cli: Run, project: Path, *arguments: str) -> dict[str, Any]:
    done = run_cli("eval", "--json", *arguments, cwd=project)
    assert done.returncode == 0, done.stderr
    data: dict[str, Any] = json.loads(done.stdout)
    return data


def test_a_project_without_corrections_has_nothing_to_measure_on(parsed: Path, run_cli: Run) -> None:
    done = run_cli("eval", cwd=parsed)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("factsheets: no corrected fact sheet, 1 without corrections.")
    assert "--all" in done.stderr


def test_the_parser_agrees_with_itself(parsed: Path, run_cli: Run) -> None:
    before = sheet_of(parsed).read_bytes()
    data = measured(run_cli, parsed, "--all")
    assert {row["f1"] for row in data["figures"].values()} == {1.0}
    assert (data["mistakes"], data["kinds"], data["left_out"]) == ([], 1.0, 0)
    assert sheet_of(parsed).read_bytes() == before


def test_a_sheet_in_which_a_person_only_wrote_a_comment_is_measured_on(
    parsed: Path, tmp_path: Path, run_cli: Run
) -> None:
    gold, path = tmp_path / "reviewed", sheet_of(parsed)
    (gold / "texts").mkdir(parents=True)
    (gold / "texts" / f"{path.stem}.txt").write_bytes((path.parent / "texts" / f"{path.stem}.txt").read_bytes())
    (gold / path.name).write_text(path.read_text("utf-8").replace("    act:", "    # heard it\n    act:", 1), "utf-8")
    assert {row["f1"] for row in measured(run_cli, parsed, "--gold", str(gold))["figures"].values()} == {1.0}


def test_corrections_are_counted_as_mistakes_of_the_parser(parsed: Path, tmp_path: Path, run_cli: Run) -> None:
    """A deleted position, a changed act, a changed kind, an item without evidence: in a copy outside the project."""
    gold = tmp_path / "reviewed"
    (gold / "texts").mkdir(parents=True)
    path = sheet_of(parsed)
    text = parsed / "factsheets/texts" / f"{path.stem}.txt"
    (gold / "texts" / text.name).write_bytes(text.read_bytes())
    sheet = yaml.safe_load(path.read_text("utf-8"))
    sheet["article"]["published"] = str(sheet["article"]["published"])
    deleted = sheet["positions"].pop()
    sheet["positions"][0]["act"] = "warn"
    kind, sheet["actors"][0]["kind"] = sheet["actors"][0]["kind"], "group"
    sheet["open_questions"].append({"id": "who-pays", "question": "Who pays in the end?", "kind": "unknown"})
    (gold / path.name).write_text(yaml.safe_dump(sheet, allow_unicode=True, sort_keys=False), "utf-8")

    data = measured(run_cli, parsed, "--gold", str(gold))
    positions = len(sheet["positions"])
    assert data["figures"]["positions"] | {"f1": 0} == {
        "precision": round(positions / (positions + 1), 4), "recall": 1.0, "f1": 0,
        "right": positions, "found": positions + 1, "gold": positions,
    }  # fmt: skip
    assert data["figures"]["positions + actor + act"]["right"] == positions - 1
    assert data["left_out"] == 1
    false = next(m for m in data["mistakes"] if m["fault"] == "false")
    assert (false["gold"], false["found"]["statement"]) == (None, deleted["statement"])

    table = run_cli("eval", "-v", "--gold", str(gold), cwd=parsed).stdout
    name = f"reviewed/{path.name}: "
    assert f"{name}position not in the sheet: {deleted['statement']}" in table
    assert f"{name}actor, kind group read as {kind}: {sheet['actors'][0]['name']}" in table
    assert f"{name}position, act warn read as" in table
    assert "Positions" in table
    assert "Measured on 1 fact sheet, 0 not corrected." in table


def test_a_sheet_with_mistakes_is_named_and_the_seed_stands_in_for_a_lost_text(
    parsed: Path, tmp_path: Path, run_cli: Run
) -> None:
    project = tmp_path / "copy"
    run_cli("init", str(project), cwd=tmp_path)
    for name in (f"factsheets/{sheet_of(parsed).name}", "factsheets/_actors.yml"):
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_bytes((parsed / name).read_bytes())
    assert measured(run_cli, project, "--all")["figures"]["positions"]["f1"] == 1.0
    (project / "factsheets/broken.yml").write_text("schema: 1\n", "utf-8")
    done = run_cli("eval", "--all", cwd=project)
    assert done.returncode == 1
    assert "factsheets/broken.yml" in done.stderr
    assert "Measured on 1 fact sheet" in done.stdout

"""The parser against the hand-made gold sheets: no figure may fall below its floor in floors.json.

The gold articles are other people's texts and so lie beside the project, not in it; where they are not there, this is
skipped. A floor is a figure measured on the inputs whose hash stands beside it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support import Run

ROOT = Path(__file__).resolve().parents[2]
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))
SCORER = next(iter(sorted(ROOT.parent.glob("*/bench/score_factsheets.py"))), None)

pytestmark = pytest.mark.skipif(SCORER is None, reason="the gold sheets do not lie beside the project")


def hash_of(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory, run_cli: Run) -> dict[str, float]:
    """The scorer's figures, by name, for a project that holds the gold articles as seeds."""
    assert SCORER is not None
    project = tmp_path_factory.mktemp("gold")
    gold = SCORER.parent / "gold"
    assert run_cli("init", str(project), cwd=project).returncode == 0
    shutil.rmtree(project / "seeds")
    score = [sys.executable, str(SCORER)]
    subprocess.run([*score, "inputs", "--gold", str(gold), "--to", str(project / "seeds")], check=True)
    parsed = run_cli("parse", "-q", cwd=project)
    assert parsed.returncode == 0, parsed.stderr
    sheets = str(project / "factsheets")
    scored = subprocess.run([*score, "score", "--gold", str(gold), "--sheets", sheets, "--json"],
                            check=True, capture_output=True, text=True)  # fmt: skip
    result = json.loads(scored.stdout)
    flat = {f"{row}, {key}": value for row, cells in result.items() if isinstance(cells, dict)
            for key, value in cells.items()}  # fmt: skip
    return flat | {row: value for row, value in result.items() if isinstance(value, int | float)}


def test_floors_were_measured_on_these_inputs() -> None:
    assert SCORER is not None
    assert FLOORS["inputs"] == hash_of(SCORER.parent / "gold"), "measure anew and store the new hash with the floors"


def test_every_quote_stands_in_its_article(figures: dict[str, float]) -> None:
    assert figures["ungrounded"] == 0


@pytest.mark.parametrize("figure", sorted(FLOORS["floors"]))
def test_no_figure_falls_below_its_floor(figure: str, figures: dict[str, float]) -> None:
    assert figures[figure] >= FLOORS["floors"][figure]

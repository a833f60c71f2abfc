"""A briefing project of four invented articles, written to disk with offsets and hashes worked out from the texts.

The fixtures hold quotes only, so that a text can be changed without counting characters.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from briefwright.model.factsheet import FactSheet
from briefwright.sheets.merge import new_sheet

FIXTURES = Path(__file__).parent / "fixtures"
REPOSITORY = Path(__file__).parents[2]


def write_project(root: Path) -> Path:
    """Write the project with the repository's mkdocs.yml and pages of documentation; give its root."""
    (root / "factsheets/texts").mkdir(parents=True)
    for source in sorted(FIXTURES.glob("*.yml")):
        sheet = yaml.safe_load(source.read_text("utf-8"))
        if not source.stem.startswith("_"):
            write_sheet(root, sheet, source.with_suffix(".txt").read_text("utf-8").rstrip("\n"))
        else:
            shutil.copy(source, root / "factsheets" / source.name)
    shutil.copytree(REPOSITORY / "docs", root / "docs")
    config = (REPOSITORY / "mkdocs.yml").read_text("utf-8").replace("  custom_dir: templates/theme\n", "")
    (root / "mkdocs.yml").write_text(config, "utf-8")
    return root


def write_sheet(root: Path, sheet: dict[str, Any], text: str) -> Path:
    """Write one sheet and its text as the parser would, but for the items that `edited` names: those are a person's."""
    article, edited = sheet["article"], sheet.pop("edited", [])
    article["sha256"] = hashlib.sha256(text.encode()).hexdigest()
    article["published"] = str(article["published"]) if article.get("published") else None
    items = [i for key in ("positions", "open_questions", "events") for i in sheet.get(key, [])]
    for evidence in [e for i in items for e in i.get("evidence", [])] + sheet.get("lead", []):
        evidence["start"] = text.index(evidence["quote"])
        evidence["end"] = evidence["start"] + len(evidence["quote"])
    written = new_sheet(FactSheet.model_validate_json(json.dumps(sheet))).generated
    assert written is not None
    prints = {key: value for key, value in written.items.items() if key not in edited}
    sheet["generated"] = {"parser": "briefwright 0.1.0", "items": prints}
    (root / f"factsheets/texts/{article['id']}.txt").write_text(text, "utf-8")
    path = root / f"factsheets/{article['id']}.yml"
    path.write_text(yaml.safe_dump(sheet, sort_keys=False, allow_unicode=True), "utf-8")
    return path


def mkdocs(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs` in a project as a user does, in a process of its own."""
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=120, check=False)


HOSTILE = (
    """<script>document.title="broken"</script><img src=x onerror="alert(1)"> {{ 7*7 }} """
    """[x](javascript:alert(1)) | a | b | </mark>"""
)


def write_hostile(root: Path) -> Path:
    """Write a sheet that tries to be more than text, everywhere where a sheet holds text."""
    quote = [{"quote": HOSTILE}]
    sheet = {
        "schema": 1,
        "edited": ["hostile-statement"],
        "article": {"id": "hostile", "title": HOSTILE, "outlet": HOSTILE, "author": HOSTILE, "published": "2026-03-01"},
        "bottom_line": HOSTILE,
        "lead": quote,
        "actors": [{"id": "hostile-actor", "name": HOSTILE, "kind": "person", "role": HOSTILE, "aliases": [HOSTILE]}],
        "positions": [
            {"id": "hostile-statement", "actor": "hostile-actor", "act": "deny", "statement": f"Not {HOSTILE}",
             "source": HOSTILE, "cue": "said", "evidence": [dict(quote[0])]},
        ],
        "open_questions": [
            {"id": "hostile-question", "question": HOSTILE, "kind": "asked", "evidence": [dict(quote[0])]},
        ],
        "events": [{"id": "hostile-event", "event": HOSTILE, "when": HOSTILE, "evidence": [dict(quote[0])]}],
        "notes": HOSTILE,
    }  # fmt: skip
    return write_sheet(root, sheet, f"A hostile story.\nThe mayor said {HOSTILE} on Monday.")

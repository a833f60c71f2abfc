"""The invented gold sheets, and the bench where it lies beside the project, in; figures of the parser's quality out.

    .venv/bin/python tests/quality/measure.py            # measure anew and store: figures.json, docs/accuracy.md
    .venv/bin/python tests/quality/measure.py --page     # write docs/accuracy.md of the figures that are stored
    .venv/bin/python tests/quality/measure.py --unseen FOLDER    # measure on gold articles that no rule has seen
    .venv/bin/python tests/quality/measure.py --stories FILE     # measure the stories alone, on articles with topics

The gold articles of the bench and PolNeAR are other people's texts and so lie beside the project, not in it. So do the
unseen ones: once somebody has looked at their mistakes they are unseen no more, and new ones have to be labelled.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from briefwright import pipeline, sheets
from briefwright.config import load_project
from briefwright.evaluation import bins, calibration_error, total

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from quality.errors import ten_errors
from quality.grouping import measure_stories
from quality.page import PAGE, page

ROOT = Path(__file__).resolve().parents[2]
GOLD = Path(__file__).parent / "gold"
STORED = Path(__file__).parent / "figures.json"
BENCH = next((path.parent for path in sorted(ROOT.parent.glob("*/bench/score_factsheets.py"))), None)

WITH_TOPICS = "articles.jsonl.gz"
"""The articles of the bench that have a topic given each."""
MARGIN = 2.0
"""A floor lies this far below the stored figure: another version of a library may cost that; more is noticed."""

SHEET_ROWS = (
    "actors",
    "actors (main, recall)",
    "positions",
    "positions + actor",
    "positions + actor + act",
    "open questions",
    "open questions + kind",
    "events",
    "events + date",
)
SPEECH_ROWS = ("all", "direct", "indirect", "mixed")
SPEECH_COLUMNS = ("content+source", "content", "strict", "tokens")
Scored = list[tuple[float, bool]]


def measure(bench: Path) -> dict[str, Any]:
    """All figures, F1 in per cent, with the hashes of what they were measured on."""
    return {
        "invented": measure_invented(),
        "bench": {"inputs": inputs_hash(bench), **measure_bench(bench)},
        "stories": measure_grouping(bench / WITH_TOPICS),
    }


def measure_bench(bench: Path) -> dict[str, Any]:
    """Figures of the gold sheets and of PolNeAR's dev part."""
    return {"sheets": measure_sheets(bench, bench / "gold"), "attributions": measure_attributions(bench)}


def measure_grouping(file: Path) -> dict[str, Any]:
    """Figures of the stories that are found in the articles of a file, with the hash of the file."""
    return {"inputs": files_hash([file]), **measure_stories(file)}


def measure_invented() -> dict[str, Any]:
    """Figures of the sheets in tests/quality/gold, and ten of the mistakes in them."""
    project = load_project(ROOT / "mkdocs.yml")
    shelf = sheets.load(project.root, GOLD)
    compared = pipeline.evaluate(project, GOLD).sheets
    by_path = {s.path.relative_to(ROOT).as_posix(): s for s in shelf.sheets.values()}
    measured = [(by_path[path].sheet, by_path[path].text or "", comparison) for path, comparison in compared.items()]
    whole = total(compared.values())
    figures = {row: round(100 * count.f1, 1) for row, count in whole.counts.items() if row != "main actors"}
    return {
        "inputs": files_hash(gold_files()),
        "figures": figures
        | {"actors (main, recall)": round(100 * whole.counts["main actors"].recall, 1)}
        | {"kind accuracy": round(100 * whole.kinds.precision, 1)},
        "words": sum(len(text.split()) for _, text, _ in measured),
        "calibration": _calibration(whole.scored),
        "errors": ten_errors(measured),
    }


def gold_files() -> list[Path]:
    """The invented sheets and their texts."""
    return [*sorted(GOLD.glob("*.yml")), *sorted(GOLD.glob("texts/*.txt"))]


def inputs_hash(bench: Path) -> str:
    """Of the gold sheets, their articles, and PolNeAR's dev part."""
    return files_hash([*sorted((bench / "gold").iterdir()), bench / "polnear/dev.jsonl.gz"])


def files_hash(files: Iterable[Path]) -> str:
    """Of the names and bytes of the files, in this order."""
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def measure_unseen(bench: Path, folder: Path) -> dict[str, Any]:
    """Figures of the gold articles in a folder, with the hash of the folder and how many they are."""
    sheets = measure_sheets(bench, folder)
    golds = sorted(folder.glob("*.gold.json"))
    texts = [gold.with_name(gold.name.replace(".gold.json", ".txt")) for gold in golds]
    return {"inputs": files_hash([*golds, *texts]), "articles": len(golds), **sheets}


def measure_sheets(bench: Path, folder: Path) -> dict[str, Any]:
    """Figures of the fact sheets that the command line makes of the gold articles in a folder."""
    command = str(Path(sys.executable).with_name("briefwright"))
    score = [sys.executable, str(bench / "score_factsheets.py")]
    gold = str(folder)
    with tempfile.TemporaryDirectory() as scratch:
        project = Path(scratch, "gold")
        subprocess.run([command, "init", "-q", str(project)], check=True)
        shutil.rmtree(project / "seeds")
        subprocess.run([*score, "inputs", "--gold", gold, "--to", str(project / "seeds")], check=True)
        subprocess.run([command, "parse", "-q"], cwd=project, check=True)
        made = project / "factsheets"
        scored = subprocess.run([*score, "score", "--gold", gold, "--sheets", str(made), "--json"],
                                check=False, capture_output=True, text=True)  # fmt: skip
        positions = _scored_positions(_module(bench / "score_factsheets.py"), folder, made)
    result = json.loads(scored.stdout)
    figures = {row: result[row]["r" if "recall" in row else "f1"] for row in SHEET_ROWS}
    figures |= {key: result[key] for key in ("kind accuracy", "boilerplate kept out", "ungrounded")}
    return {"figures": figures, "calibration": _calibration(positions)}


def measure_attributions(bench: Path) -> dict[str, Any]:
    """Figures of the attributions in PolNeAR's dev part, by kind of speech."""
    from briefwright.language import Reader
    from briefwright.model.article import Article

    with gzip.open(bench / "polnear/dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    articles = (Article(file=g["doc"], title="", text=g["text"], language="en", source_sha256="") for g in gold)
    found = [{"doc": d.article.file, "attributions": [
        {"source": a.source, "cue": a.cue, "content": a.content, "score": a.score} for a in d.attributions
    ]} for d in Reader().read(articles)]  # fmt: skip
    scorer = _module(bench / "score_attributions.py")
    counts = scorer.score({row["doc"]: row for row in gold}, {row["doc"]: row for row in found})
    return {
        "figures": {k: {m: round(100 * scorer.prf(*counts[k][m])[2], 1) for m in SPEECH_COLUMNS} for k in SPEECH_ROWS},
        "calibration": _calibration(_scored_attributions(scorer, gold, found)),
    }


def _scored_attributions(scorer: ModuleType, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Scored:
    """Score of each attribution, and whether its content and source are right."""
    scored: Scored = []
    for wanted, ours in zip(gold, found, strict=True):
        document = {wanted["doc"]: scorer.Document(wanted["text"])}
        ((_, people),) = scorer.load({wanted["doc"]: wanted}, document).items()
        ((_, parser),) = scorer.load({wanted["doc"]: ours}, document).items()
        partner = {j: people[i] for i, j in scorer.greedy(people, parser)}
        scored += [(a.raw["score"], j in partner and scorer.same_source(partner[j], a)) for j, a in enumerate(parser)]
    return scored


def _scored_positions(scorer: ModuleType, folder: Path, made: Path) -> Scored:
    """Score of each position of the sheets made, and whether its words are a gold position's.

    The gold sheets list no refusals to comment, so that these are left aside.
    """
    scored: Scored = []
    for path in sorted(p for p in made.glob("*.yml") if not p.name.startswith("_")):
        sheet = yaml.safe_load(path.read_text("utf-8"))
        stem = Path(sheet["article"]["file"]).stem
        text = scorer.Text((folder / f"{stem}.txt").read_text("utf-8"))
        gold = json.loads((folder / f"{stem}.gold.json").read_text("utf-8"))["positions"]
        said = [p for p in sheet["positions"] if p["act"] != "decline"]
        words = [scorer.evidence(p, text)[0] for p in sheet["positions"]]
        pairs = scorer.match(words, [scorer.gold_tokens(g, text) for g in gold], _half_of(scorer))
        right = {sheet["positions"][i]["id"] for i, _ in pairs}
        scored += [(p["score"], p["id"] in right) for p in said]
    return scored


def _half_of(scorer: ModuleType) -> Callable[[set[int], set[int]], float]:
    def alike(found: set[int], gold: set[int]) -> float:
        share = float(scorer.jaccard(found, gold))
        return share if share >= 0.5 else 0.0

    return alike


def _calibration(scored: Iterable[tuple[float, bool]]) -> dict[str, Any]:
    filled = bins(scored)
    return {
        "error": round(calibration_error(filled), 3),
        "count": sum(b.count for b in filled),
        "bins": [{k: round(v, 3) for k, v in asdict(b).items()} for b in filled],
    }


def _module(path: Path) -> ModuleType:
    """The scorer in this file; it lies in no package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Measure what can be measured here; what cannot be keeps its stored figures."""
    stored = json.loads(STORED.read_text("utf-8"))
    match sys.argv[1:]:
        case ["--page"]:
            pass
        case ["--unseen", folder] if BENCH:
            stored["unseen"] = measure_unseen(BENCH, Path(folder))
        case ["--stories", file]:
            stored["stories"] = measure_grouping(Path(file))
        case _:
            stored |= measure(BENCH) if BENCH else {"invented": measure_invented()}
    STORED.write_text(json.dumps(stored, indent=2, ensure_ascii=False) + "\n", "utf-8")
    PAGE.write_text(page(stored), "utf-8")


if __name__ == "__main__":
    main()

"""Labelled articles in, the numbers out by which a faint open question is chosen: those of `facts/salience.py`.

    .venv/bin/python training/calibrate_questions.py FOLDER/articles.jsonl.gz

To be run whenever a rule for open questions is added, dropped or changed. Labels are in `labels/`: of each article
where its careful reader found something left open. Printed is how the fit does on held-out articles.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from briefwright.articles import find_furniture
from briefwright.facts import salience
from briefwright.facts.actors import find_actors
from briefwright.facts.phrasing import Phrasing
from briefwright.facts.questions import worded_openings
from briefwright.language import Reader
from briefwright.model.article import Article
from briefwright.model.document import Document
from briefwright.model.factsheet import Evidence
from calibrate import FOLDS, Floats

LABELS = Path(__file__).with_name("labels")
TARGET = Path(salience.__file__)
RARE = 4
"""Openings of a rule below which it has no number of its own."""
LEEWAY = {"rule": 3.0, "trait": 20.0}
"""How strongly the numbers are held to nought: several settings were tried, and differ by less than their noise."""
OPTIONAL = 0.5
"""Weight of a question that a second reader would as likely leave out."""

Row = tuple[str, dict[str, float], float, float, int]
"""Rule, traits, whether the reader listed it, its weight, number of the article."""


def listed() -> dict[str, list[dict[str, Any]]]:
    """What readers listed, by the first digits of the SHA-256 of an article's text."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in map(json.loads, (LABELS / "open_questions.jsonl").read_text("utf-8").splitlines()):
        found[row["text"]] = row["questions"]
    for row in map(json.loads, (LABELS / "questions.jsonl").read_text("utf-8").splitlines()):
        questions = found.setdefault(row["text"], [])
        if row["kind"] is not None:
            questions.append({"start": row["start"], "end": row["end"], "optional": False})
    return found


def rows_of(document: Document, questions: list[dict[str, Any]], number: int) -> list[Row]:
    """The faint openings of an article, each with whether its grounds are those of a listed question."""
    cast = find_actors(document)
    rows: list[Row] = []
    for family, opening, wording, span in worded_openings(document, Phrasing(document, cast)):
        if opening.score < salience.FAINT:
            met = [q for q in questions if meets(span, q)]
            weight = OPTIONAL if met and all(q["optional"] for q in met) else 1.0
            traits = salience.features(document, cast, opening, wording.question, span)
            rows.append((family, traits, float(bool(met)), weight, number))
    return rows


def meets(span: Evidence, question: dict[str, Any]) -> bool:
    """Whether the shorter of the two lies at least half in the other."""
    common = min(span.end, question["end"]) - max(span.start, question["start"])
    return common >= 0.5 * min(span.end - span.start, question["end"] - question["start"])


def fit(rows: list[Row], families: list[str], traits: list[str], held: Floats) -> Floats:
    """Offset, a number a family and one a trait, by Newton's method on the rows that are not held out."""
    table = np.array([columns(row, families, traits) for row in rows])[~held.astype(bool)]
    right, weight = np.array([row[2:4] for row in rows])[~held.astype(bool)].T
    scale = np.array([1.0, *(1.0 for _ in families), *(table[:, i].std() + 1e-6 for i in range(-len(traits), 0))])
    penalty = np.array([1e-3, *(LEEWAY["rule"] for _ in families), *(LEEWAY["trait"] for _ in traits)]) * scale**2
    numbers = np.zeros(table.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-table @ numbers))
        slope = table.T @ (weight * (chance - right)) + penalty * numbers
        bend = (table * (weight * chance * (1 - chance))[:, None]).T @ table + np.diag(penalty)
        numbers -= np.linalg.solve(bend, slope)
    return numbers


def columns(row: Row, families: list[str], traits: list[str]) -> list[float]:
    """A row of the table: 1, which family, the traits."""
    return [1.0, *(float(row[0] == family) for family in families), *(row[1][trait] for trait in traits)]


def fitted(rows: list[Row]) -> dict[str, Any]:
    """The numbers that `salience` holds, by their names there; prints the likelihood on held-out articles."""
    families = sorted(f for f, n in Counter(row[0] for row in rows).items() if n >= RARE)
    traits = sorted(rows[0][1])
    article = np.array([row[4] for row in rows])
    right = np.array([row[2] for row in rows])
    chance = np.zeros(len(rows))
    for fold in range(FOLDS):
        held = (article % FOLDS == fold).astype(float)
        numbers = fit(rows, families, traits, held)
        logits = np.array([columns(row, families, traits) for row in rows]) @ numbers
        chance = np.where(held > 0, 1 / (1 + np.exp(-logits)), chance)
    loss = -np.mean(np.log(np.where(right > 0, chance, 1 - chance)))
    base = right.mean()
    plain = -(base * np.log(base) + (1 - base) * np.log(1 - base))
    print(f"{len(rows)} faint openings, {base:.3f} listed; log loss held out {loss:.4f}, of the share {plain:.4f}")
    numbers = fit(rows, families, traits, np.zeros(len(rows)))
    said = [round(float(n), 2) for n in numbers]
    return {
        "OFFSET": said[0],
        "WEIGHTS": dict(zip(traits, said[1 + len(families) :], strict=True)),
        "FAMILIES": dict(zip(families, said[1 : 1 + len(families)], strict=True)),
    }


def store(numbers: dict[str, Any]) -> None:
    """Write the numbers into `salience.py`."""
    code = TARGET.read_text("utf-8")
    lines = [f"OFFSET = {numbers['OFFSET']}"]
    for name in ("WEIGHTS", "FAMILIES"):
        told = [f'"{key}": {value}' for key, value in numbers[name].items()]
        lines += [f"{name} = {{", *("    " + ", ".join(told[i : i + 6]) + "," for i in range(0, len(told), 6)), "}"]
    block = "# fmt: off\n" + "\n".join(lines) + "\n# fmt: on"
    TARGET.write_text(re.sub(r"# fmt: off\n.*?# fmt: on", lambda _: block, code, flags=re.DOTALL), "utf-8")


def main() -> None:
    """Fit and store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="articles.jsonl.gz")
    labels = listed()
    with gzip.open(parser.parse_args().articles, "rt", encoding="utf-8") as file:
        found = [json.loads(line) for line in file]
    keys = [hashlib.sha256(row["text"].encode()).hexdigest()[:16] for row in found]
    chosen = [(row, labels[key]) for row, key in zip(found, keys, strict=True) if key in labels]
    articles = (
        Article(r["id"], r["title"], r["text"], "en", "", r["published"], furniture=find_furniture(r["text"]))
        for r, _ in chosen
    )
    documents = Reader().read(articles)
    rows = [row for n, (d, (_, qs)) in enumerate(zip(documents, chosen, strict=True)) for row in rows_of(d, qs, n)]
    store(fitted(rows))


if __name__ == "__main__":
    main()

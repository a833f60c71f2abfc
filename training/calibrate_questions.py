"""Labelled articles in, the numbers out by which an open question is chosen: those of `facts/salience.py`.

    .venv/bin/python training/calibrate_questions.py FOLDER/articles.jsonl.gz

To be run whenever the network is trained anew, or a rule for open questions is added, dropped or changed. Labels are in
`labels/`; only articles that the network was not trained on count. Printed is how the fit does on held-out ones.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from briefwright.articles import find_furniture
from briefwright.facts import salience
from briefwright.facts.actors import find_actors
from briefwright.facts.questions import Candidate, find_candidates, meet
from briefwright.language import Reader
from briefwright.model.article import Article
from briefwright.model.text import Span
from calibrate import FOLDS, Floats
from labelled import Labelled, labelled

TARGET = Path(salience.__file__)
RARE = 4
"""Candidates of a rule below which it has no number of its own."""
LEEWAY = 3.0
"""How strongly the numbers are held to nought: several settings were tried, and differ by less than their noise."""
OPTIONAL, ALSO = 0.5, 0.3
"""Weights of a question that a second reader would as likely leave out, and of further words that leave one open."""

Row = tuple[Candidate, float, float, int]
"""Candidate, whether the reader listed it, its weight, number of the article."""


def rows_of(candidates: list[Candidate], article: Labelled, number: int) -> list[Row]:
    """The candidates of an article, each with whether its grounds are those of a listed question."""
    rows: list[Row] = []
    for candidate in candidates:
        span = candidate.evidence
        met = [q for q in article.questions if meet(span, Span(q["start"], q["end"]))]
        weight = OPTIONAL if met and all(q["optional"] for q in met) else 1.0
        if not met and any(meet(span, Span(*place)) for q in article.questions for place in q.get("also", ())):
            weight = ALSO
        rows.append((candidate, float(bool(met)), weight, number))
    return rows


def fit(table: Floats, right: Floats, weight: Floats) -> Floats:
    """A number for each column of the table, the first of which is 1, by Newton's method."""
    penalty = np.array([1e-3, *(LEEWAY for _ in range(table.shape[1] - 1))])
    numbers = np.zeros(table.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-table @ numbers))
        slope = table.T @ (weight * (chance - right)) + penalty * numbers
        bend = (table * (weight * chance * (1 - chance))[:, None]).T @ table + np.diag(penalty)
        numbers -= np.linalg.solve(bend, slope)
    return numbers


def fitted(rows: list[Row]) -> dict[str, Any]:
    """The numbers that `salience` holds, by their names there; prints the likelihood on held-out articles."""
    families = sorted(f for f, n in Counter(c.family for c, *_ in rows).items() if n >= RARE)
    traits = sorted({trait for c, *_ in rows for trait in c.traits})
    table = np.array(
        [[1.0, *(float(c.family == f) for f in families), *(c.traits.get(t, 0.0) for t in traits)] for c, *_ in rows]
    )
    right, weight, article = np.array([row[1:] for row in rows]).T
    chance = np.zeros(len(rows))
    for fold in range(FOLDS):
        held = article % FOLDS == fold
        numbers = fit(table[~held], right[~held], weight[~held])
        chance[held] = 1 / (1 + np.exp(-table[held] @ numbers))
    loss = -np.average(np.log(np.where(right > 0, chance, 1 - chance)), weights=weight)
    base = np.average(right, weights=weight)
    plain = -(base * np.log(base) + (1 - base) * np.log(1 - base))
    print(f"{len(rows)} candidates, {base:.3f} listed; log loss held out {loss:.4f}, of the share {plain:.4f}")
    said = [round(float(n), 2) for n in fit(table, right, weight)]
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
        lines += [f"{name} = {{", *("    " + ", ".join(told[i : i + 5]) + "," for i in range(0, len(told), 5)), "}"]
    block = "# fmt: off\n" + "\n".join(lines) + "\n# fmt: on"
    TARGET.write_text(re.sub(r"# fmt: off\n.*?# fmt: on", lambda _: block, code, flags=re.DOTALL), "utf-8")


def main() -> None:
    """Fit and store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="articles.jsonl.gz")
    chosen = [article for article in labelled(parser.parse_args().articles) if article.held]
    texts = (
        Article(a.name, a.title, a.text, "en", "", published=a.published, furniture=find_furniture(a.text))
        for a in chosen
    )
    rows: list[Row] = []
    for number, (document, article) in enumerate(zip(Reader().read(texts), chosen, strict=True)):
        rows += rows_of(find_candidates(document, find_actors(document)), article, number)
    store(fitted(rows))


if __name__ == "__main__":
    main()

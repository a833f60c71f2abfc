"""Development articles in, the two numbers out that make a position's score of the tagger's: `facts/scoring.py`.

    .venv/bin/python training/calibrate_positions.py FOLDER/polnear/dev.jsonl.gz

To be run after `calibrate.py`, whenever tagger or rules have changed. Printed is the calibration error on held-out
folds of articles, before and after.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from pathlib import Path
from typing import Any

import numpy as np

from briefwright.articles import find_furniture
from briefwright.evaluation import compare
from briefwright.facts import find_facts, scoring
from briefwright.language import Reader
from briefwright.model.article import Article
from briefwright.model.factsheet import ArticleInfo, Evidence, FactSheet, Position
from calibrate import FOLDS, Floats, calibration_error, chances, fit

TARGET = Path(scoring.__file__)


def as_sheet(row: dict[str, Any]) -> FactSheet:
    """An annotated article as a sheet that has the marked contents for positions."""
    text = row["text"]
    contents = [attribution["content"] for attribution in row["attributions"] if attribution["content"]]
    return FactSheet(schema=1, article=ArticleInfo(id="article", title="-"), positions=tuple(
        Position(id=f"p{n}", act="assert", statement="-", evidence=tuple(
            Evidence(quote=text[start:end], start=start, end=end) for start, end in spans
        )) for n, spans in enumerate(contents)
    ))  # fmt: skip


def scored(rows: list[dict[str, Any]]) -> tuple[Floats, Floats, Floats]:
    """The tagger's score of each position [N], whether a person marked its words [N], the number of its article [N]."""
    scoring.OFFSET, scoring.SLOPE = 0.0, 1.0  # so that positions bear the tagger's own score
    articles = (Article(row["doc"], "-", row["text"], "en", "", furniture=find_furniture(row["text"])) for row in rows)
    found = [
        (score, right, number)
        for number, document in enumerate(Reader().read(articles))
        for score, right in compare(as_sheet(rows[number]), find_facts(document), rows[number]["text"]).scored
    ]
    columns = np.array(found, dtype=np.float64).T
    return columns[0], columns[1], columns[2]


def steady_fit(evidence: Floats, right: Floats) -> Floats:
    """Offset and slope, the slope one standard error below its fit, and the offset to match.

    The flattest slope that the data allow (one-standard-error rule, Breiman et al. 1984): other articles differ more
    from these than these among themselves.
    """
    weights = fit(evidence, right)
    chance = chances(evidence, weights)
    spread = np.linalg.inv(evidence.T @ (evidence * (chance * (1 - chance))[:, None]))
    slope = weights[1] - np.sqrt(spread[1, 1])
    offset = weights[0]
    for _ in range(25):
        chance = chances(evidence, np.array([offset, slope]))
        offset += (right - chance).sum() / (chance * (1 - chance)).sum()
    return np.array([offset, slope])


def main() -> None:
    """Fit and store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="dev.jsonl.gz")
    with gzip.open(parser.parse_args().articles, "rt", encoding="utf-8") as file:
        score, right, article = scored([json.loads(line) for line in file])
    clipped = np.clip(score, 0.01, 0.99)
    evidence = np.stack([np.ones(len(score)), np.log(clipped / (1 - clipped))], axis=1)
    held = np.zeros(len(right))
    for fold in range(FOLDS):
        test = article % FOLDS == fold
        held[test] = chances(evidence[test], steady_fit(evidence[~test], right[~test]))
    source = TARGET.read_text("utf-8")
    for name, value in zip(("OFFSET", "SLOPE"), steady_fit(evidence, right), strict=True):
        source = re.sub(rf"^{name} = .*$", f"{name} = {value:.2f}", source, flags=re.MULTILINE)
    TARGET.write_text(source, "utf-8")
    before, after = calibration_error(score, right), calibration_error(held, right)
    print(f"{len(right)} positions, {right.mean():.3f} right, calibration error {before:.3f}, held out {after:.3f}")


if __name__ == "__main__":
    main()

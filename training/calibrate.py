"""Development articles in, the weights of the score out: the chance that an attribution is right, content and source.

Weights and threshold go into the model folder's config.json; the calibration error on held-out folds is printed.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefwright.language.tagger import Tagger

Floats = NDArray[np.float64]
FOLDS = 5


def fit(evidence: Floats, right: Floats, ridge: float = 1.0) -> Floats:
    """Weights of a logistic regression by Newton's method; the constant, column 0, is not held back."""
    weights = np.zeros(evidence.shape[1])
    hold = np.diag([1e-3] + [ridge] * (len(weights) - 1))
    for _ in range(25):
        chance = chances(evidence, weights)
        curve = evidence.T @ (evidence * (chance * (1 - chance))[:, None]) + hold
        weights += np.linalg.solve(curve, evidence.T @ (right - chance) - hold @ weights)
    return weights


def chances(evidence: Floats, weights: Floats) -> Floats:
    """The score of each row of evidence."""
    result: Floats = 1 / (1 + np.exp(-evidence @ weights))
    return result


def calibration_error(chance: Floats, right: Floats, bins: int = 10) -> float:
    """Expected calibration error (Guo et al. 2017) over bins of equal width."""
    place = np.minimum((chance * bins).astype(int), bins - 1)
    inside = [place == b for b in np.unique(place)]
    return float(sum(abs(chance[b].mean() - right[b].mean()) * b.mean() for b in inside))


def labelled(
    rows: list[dict[str, Any]], tagger: Tagger, scorer: ModuleType
) -> tuple[Floats, Floats, NDArray[np.int64]]:
    """Evidence [N, 8], whether each found attribution is right [N], the number of its article [N]."""
    evidence, right, article = [], [], []
    for number, row in enumerate(rows):
        document = {row["doc"]: scorer.Document(row["text"])}
        gold = scorer.load({row["doc"]: row}, document)[row["doc"]]
        found = [
            {"source": a.source, "cue": a.cue, "content": a.content, "evidence": f.evidence}
            for f, a in tagger.layer(row["text"])
        ]
        ours = scorer.load({row["doc"]: {"attributions": found}}, document)[row["doc"]]
        partner = {j: gold[i] for i, j in scorer.greedy(gold, ours)}
        for j, attribution in enumerate(ours):
            evidence.append(attribution.raw["evidence"])
            right.append(j in partner and scorer.same_source(partner[j], attribution))
            article.append(number)
    return np.array(evidence), np.array(right, dtype=np.float64), np.array(article)


def main() -> None:
    """Fit and store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path, help="dev.jsonl.gz")
    parser.add_argument("folder", type=Path)
    parser.add_argument("scorer", type=Path, help="score_attributions.py")
    parser.add_argument("--least", type=float, default=0.3)
    args = parser.parse_args()
    spec = importlib.util.spec_from_file_location("scorer", args.scorer)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{args.scorer} cannot be loaded.")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    with gzip.open(args.articles, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    path = args.folder / "config.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**config, "least": 0.0}), encoding="utf-8")
    evidence, right, article = labelled(rows, Tagger(args.folder), scorer)
    held = np.zeros(len(right))
    for fold in range(FOLDS):
        test = article % FOLDS == fold
        held[test] = chances(evidence[test], fit(evidence[~test], right[~test]))
    config["weights"] = [round(float(x), 4) for x in fit(evidence, right)]
    config["least"] = args.least
    path.write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    error = calibration_error(held, right)
    print(f"{len(right)} found, {right.mean():.3f} right, held-out calibration error {error:.3f}")


if __name__ == "__main__":
    main()

"""Labelled articles in, the numbers out by which an unnamed group counts as an actor: those of `facts/crowds.py`.

    .venv/bin/python training/calibrate_crowds.py FOLDER/articles.jsonl.gz

To be run whenever a trait of groups is added or dropped, or the phrases change that they are read from. Printed is how
the fit does on held-out articles, beside the share of the groups that its readers listed.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from pathlib import Path

import numpy as np

from briefwright.articles import find_furniture
from briefwright.facts import crowds
from briefwright.facts.bodies import with_bodies
from briefwright.facts.figures import source_tokens
from briefwright.facts.identity import identify
from briefwright.facts.names import find_namings
from briefwright.language import Reader
from briefwright.model.article import Article
from briefwright.model.document import Document
from calibrate import FOLDS, Floats, chances, fit

LABELS = Path(__file__).with_name("labels") / "groups.jsonl"
TARGET = Path(crowds.__file__)

Row = tuple[dict[str, float], float, int]
"""Traits, whether readers listed the group, number of the article."""


def rows_of(document: Document, listed: list[list[int]], number: int) -> list[Row]:
    """The unnamed groups of an article; one is listed where its words are, with or without the article before them."""
    figures = with_bodies(document, identify(document, find_namings(document)))
    sources = source_tokens(document)
    rows = []
    for figure in (f for f in figures if f.crowd):
        spans = [(document.tokens[p.first].start, document.tokens[p.last - 1].end) for p in figure.places]
        right = any(end == last and start <= first for start, end in listed for first, last in spans)
        rows.append((crowds.traits(document, figure, sources), float(right), number))
    return rows


def table(rows: list[Row]) -> Floats:
    """A line a group: 1, then its traits in the order of their names."""
    return np.array([[1.0, *(traits[name] for name in sorted(traits))] for traits, _, _ in rows])


def held_out(rows: list[Row]) -> float:
    """The log loss a group, each article judged by a fit on others."""
    evidence, right = table(rows), np.array([row[1] for row in rows])
    fold = np.array([row[2] for row in rows]) % FOLDS
    chance = np.zeros(len(rows))
    for held in range(FOLDS):
        weights = fit(evidence[fold != held], right[fold != held])
        chance[fold == held] = chances(evidence[fold == held], weights)
    return float(-np.mean(np.log(np.where(right > 0, chance, 1 - chance))))


def store(names: list[str], numbers: Floats) -> None:
    """Write the numbers into `crowds.py`."""
    told = [f'"{name}": {round(float(n), 2)}' for name, n in zip(names, numbers[1:], strict=True)]
    lines = [f"OFFSET = {round(float(numbers[0]), 2)}", "WEIGHTS = {"]
    lines += ["    " + ", ".join(told[i : i + 6]) + "," for i in range(0, len(told), 6)]
    block = "# fmt: off\n" + "\n".join([*lines, "}"]) + "\n# fmt: on"
    TARGET.write_text(re.sub(r"# fmt: off\n.*?# fmt: on", block, TARGET.read_text("utf-8"), flags=re.DOTALL), "utf-8")


def main() -> None:
    """Fit and store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="articles.jsonl.gz")
    listed = {row["text"]: row["groups"] for row in map(json.loads, LABELS.read_text("utf-8").splitlines())}
    with gzip.open(parser.parse_args().articles, "rt", encoding="utf-8") as file:
        found = {hashlib.sha256(row["text"].encode()).hexdigest()[:16]: row for row in map(json.loads, file)}
    articles = (
        Article(r["id"], r["title"], r["text"], "en", "", published=r["published"], furniture=find_furniture(r["text"]))
        for r in (found[text] for text in listed)
    )
    documents = zip(Reader().read(articles), listed.values(), strict=True)
    rows = [row for n, (d, groups) in enumerate(documents) for row in rows_of(d, groups, n)]
    share = sum(row[1] for row in rows) / len(rows)
    print(f"{len(rows)} unnamed groups, {share:.3f} listed; log loss held out {held_out(rows):.4f}")
    store(sorted(rows[0][0]), fit(table(rows), np.array([row[1] for row in rows])))


if __name__ == "__main__":
    main()

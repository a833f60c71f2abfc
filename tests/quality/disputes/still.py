"""Parsed projects in; out how many of the judged pairs in their articles are still proposed, and how many are right.

Run by hand: `python tests/quality/disputes/still.py PROJECT…`. The articles are not part of this repository.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from briefwright import config, sheets
from briefwright.corpus import build_corpus
from briefwright.corpus.contradictions import contradictions
from briefwright.model.corpus import Statement

Side = tuple[str, str]
"""The hash of an article and the offsets of a statement in it, as they stand in judged.jsonl."""


def proposed(root: Path) -> tuple[set[str], Iterator[tuple[Side, Side]]]:
    """The hashes of a project's articles, and its pairs."""
    project = config.load_project(root / "mkdocs.yml")
    shelf = sheets.load(project.root, project.sheets)
    corpus = build_corpus(shelf.sheets.values(), shelf.actors, shelf.topics)
    hashes = {b.id: hashlib.sha256((b.text or "").encode()).hexdigest()[:16] for b in corpus.briefings}

    def side(statement: Statement) -> Side:
        return hashes[statement.sheet], json.dumps([[e.start, e.end] for e in statement.passage.evidence])

    return set(hashes.values()), ((side(pair.said), side(pair.against)) for pair in contradictions(corpus))


def main(roots: list[str]) -> None:
    texts: set[str] = set()
    pairs: set[tuple[Side, Side]] = set()
    for root in roots:
        here, found = proposed(Path(root))
        texts |= here
        pairs |= set(found)
    judged = {}
    for line in Path(__file__).with_name("judged.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        other = row.get("text_against", row["text"])
        if {row["text"], other} <= texts:
            judged[(row["text"], json.dumps(row["said"])), (other, json.dumps(row["against"]))] = row["right"]
    still = [right for pair, right in judged.items() if pair in pairs]
    sys.stdout.write(
        f"{len(judged)} judged here, {len(still)} still proposed, {sum(still)} of them right; "
        f"{len(pairs - judged.keys())} proposed that nobody has judged\n"
    )


if __name__ == "__main__":
    main(sys.argv[1:])

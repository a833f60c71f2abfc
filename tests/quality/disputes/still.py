"""Parsed projects in; out how many judged pairs of their articles are still shown or offered, and right.

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


def proposed(root: Path) -> tuple[set[str], Iterator[tuple[tuple[Side, Side], bool]]]:
    """The hashes of a project's articles, and its pairs, each with whether it is shown."""
    project = config.load_project(root / "mkdocs.yml")
    shelf = sheets.load(project.root, project.sheets)
    corpus = build_corpus(shelf.sheets.values(), shelf.actors, shelf.topics)
    hashes = {b.id: hashlib.sha256((b.text or "").encode()).hexdigest()[:16] for b in corpus.briefings}

    def side(statement: Statement) -> Side:
        return hashes[statement.sheet], json.dumps([[e.start, e.end] for e in statement.passage.evidence])

    return set(hashes.values()), (
        ((side(pair.said), side(pair.against)), pair.is_shown) for pair in contradictions(corpus)
    )


def main(roots: list[str]) -> None:
    texts: set[str] = set()
    pairs: dict[tuple[Side, Side], bool] = {}
    for root in roots:
        hashes, found = proposed(Path(root))
        texts |= hashes
        pairs |= dict(found)
    judged = {}
    for line in Path(__file__).with_name("judged.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        other = row.get("text_against", row["text"])
        if {row["text"], other} <= texts:
            judged[(row["text"], json.dumps(row["said"])), (other, json.dumps(row["against"]))] = row["right"]
    for kind, is_shown in (("shown", True), ("offered", False)):
        here = [judged.get(pair) for pair, shown in pairs.items() if shown is is_shown]
        sys.stdout.write(
            f"{kind}: {here.count(True)} right, {here.count(False)} wrong, {here.count(None)} not judged\n"
        )


if __name__ == "__main__":
    main(sys.argv[1:])

"""The articles that the labels are of, in; each with the open questions that its careful reader listed, out.

The labels lie in `labels/`, the articles beside the project: they are their publishers'.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LABELS = Path(__file__).with_name("labels")
HELD = 5
"""Of so many articles one is kept from training, to fit and to measure on."""


@dataclass(frozen=True)
class Labelled:
    """A news article with its questions: `start` and `end` of the grounds, `kind`, `optional`, and perhaps `also`.

    `also` are the places of further words that leave the same thing open, [start, end] each.
    """

    name: str
    title: str
    published: str
    text: str
    questions: list[dict[str, Any]]
    held: bool


def labelled(articles: Path) -> list[Labelled]:
    """The labelled ones of the articles (JSON Lines, gzipped), in the order of their file."""
    lines = (LABELS / "open_questions.jsonl").read_text("utf-8").splitlines()
    questions = {row["text"]: row["questions"] for row in map(json.loads, lines)}
    with gzip.open(articles, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    found = []
    for row in rows:
        key = hashlib.sha256(row["text"].encode()).hexdigest()[:16]
        if key in questions:
            held = int(key, 16) % HELD == 0
            found.append(Labelled(row["id"], row["title"], row["published"], row["text"], questions[key], held))
    return found

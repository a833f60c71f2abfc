"""The articles that the labels are of, in; each with the questions or attributions that its reader listed, out.

The labels lie in `labels/`, the articles beside the project: they are their publishers'.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LABELS = Path(__file__).with_name("labels")
FILES = ("open_questions", "open_questions_more")
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


def labelled(articles: Path, files: Iterable[str] = FILES) -> list[Labelled]:
    """The articles (JSON Lines, gzipped) that some of the files of labels speak of, in their own order."""
    questions = {text: asked for name in files for text, asked in _labels(name, "questions").items()}
    found = []
    for key, row in _articles(articles):
        if key in questions:
            held = int(key, 16) % HELD == 0
            found.append(Labelled(row["id"], row["title"], row["published"], row["text"], questions[key], held))
    return found


def attributed(articles: Path) -> list[dict[str, Any]]:
    """The articles of whose attributions `labels/` speaks, as PolNeAR has its own: `doc`, `text`, `attributions`."""
    said = _labels("attributions", "attributions")
    return [{"doc": row["id"], "text": row["text"], "attributions": said[key]}
            for key, row in _articles(articles) if key in said]  # fmt: skip


def _articles(path: Path) -> list[tuple[str, dict[str, Any]]]:
    """The articles (JSON Lines, gzipped), each with the hash by which labels call it."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [(hashlib.sha256(row["text"].encode()).hexdigest()[:16], row) for row in rows]


def _labels(name: str, what: str) -> dict[str, list[dict[str, Any]]]:
    """What a file of labels tells, by the hash of the article's text."""
    rows = map(json.loads, (LABELS / f"{name}.jsonl").read_text("utf-8").splitlines())
    return {row["text"]: row[what] for row in rows}

"""Two corpora with their pages, read as a reader reads them: the example, and an invented one that fills the folds."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from lxml import html
from sheets_counted import Counted
from test_pages_site import PROJECT, Loaded

from briefwright import sheets
from briefwright.corpus import build_corpus
from briefwright.model.factsheet import ActorRegister, FactSheet, TopicRegister
from briefwright.pages import make_site
from briefwright.pages.labels import load_labels

ALIKE = (
    "The ferry sails on Sundays when the tide allows.",
    "Nobody counted the ballots of the northern villages.",
    "Bakers pay too much for imported rye.",
    "The lighthouse needs a keeper again.",
    "A tunnel under the glacier would cost too much.",
)
"""What the invented articles say alike."""
LABELS = load_labels("en", Path("/nowhere"))


@dataclass
class Brief:
    """A corpus: what the sheets hold, and the pages made of them, by their paths."""

    counted: Counted
    pages: dict[str, html.HtmlElement]

    def under(self, section: str) -> Iterator[tuple[str, html.HtmlElement]]:
        """Ids and pages of a section, but for its index."""
        for path, page in self.pages.items():
            if re.fullmatch(rf"{section}/[^/]+/", path):
                yield path.split("/")[1], page

    def parts(self, path: str, kind: str) -> list[html.HtmlElement]:
        """The pages on which a section of the page at `path` stands: its own where it has such, else that page."""
        apart = [page for place, page in self.pages.items() if place.startswith(f"{path}{kind}/")]
        return apart or [self.pages[path]]


def example(root: Path) -> Brief:
    shelf = sheets.load(root, root / "factsheets")
    site = make_site(build_corpus(shelf.sheets.values(), shelf.actors, shelf.topics), PROJECT, LABELS)
    return Brief(Counted(root / "factsheets"), {p.path: parsed(p.html) for p in site.pages})


def invented(folder: Path) -> Brief:
    """Sixty articles of dice: merged, private and repeated ones, undated ones, far more than a page shows at once."""
    dice = random.Random(7)  # noqa: S311 - the same corpus each time
    actors = [f"actor-{n:02}" for n in range(40)]
    topics = [f"topic-{n:02}" for n in range(12)]
    registers = {
        "_actors": {"actors": [
            {"id": "actor-00", "name": "The first", "kind": "state", "merge": ["actor-01", "actor-02"]},
            {"id": "actor-39", "name": "Nobody’s business", "kind": "person", "publish": False},
        ]},
        "_topics": {"topics": [{"id": "topic-00", "name": "The first topic", "merge": ["topic-11"]}]},
    }  # fmt: skip
    written = []
    for n in range(60):
        cast = dice.sample(actors, 8)
        # A few speak far more often than the others, as in real corpora.
        speakers = [None, "actor-00", *cast] if "actor-00" in cast else [None, *cast]
        positions = [
            {
                "id": f"p{i}",
                "actor": dice.choice(speakers[: 4 if i % 2 else None]),
                "act": dice.choice("assert assert assert deny demand oppose warn support commit ask decline".split()),
                "statement": f"Statement {i} of article {n}." if i else ALIKE[n % len(ALIKE)],
                "about": dice.sample(cast, dice.choice((0, 1, 2))),
                "topics": dice.sample(topics, dice.choice((0, 1, 1, 2))),
                "publish": dice.random() > 0.05,
            }
            for i in range(12)
        ]
        questions = [
            {
                "id": f"q{i}",
                "question": f"Question {i} of article {n}?",
                "kind": dice.choice("asked unknown unconfirmed disputed pending".split()),
                "status": dice.choice("open open answered dropped".split()),
                "due": dice.choice((None, "2023-05-01", "2024-02", "2030")),
                "about": dice.sample(cast, 1),
                "topics": dice.sample(topics, 1),
            }
            for i in range(2)
        ]
        events = [{"id": f"e{i}", "event": f"Event {i} of {n}.", "date": f"20{10 + n % 30}"} for i in range(2)]
        article = {"id": f"article-{n:02}", "title": f"Article {n}", "outlet": f"Outlet {n % 5}"}
        article |= {"published": f"2023-{1 + n % 12:02}-{1 + n % 28:02}"} if n % 9 else {}
        article |= {"origin": f"article-{n - 1:02}"} if n % 10 == 5 else {}
        written.append({
            "schema": 1, "publish": n != 33, "article": article, "positions": positions, "open_questions": questions,
            "events": events,
            "actors": [
                {"id": a, "name": a, "kind": "person", "publish": dice.random() > 0.05, "salience": "main"}
                | ({"affiliation": f"actor-{int(a[-2:]) % 5:02}"} if int(a[-2:]) > 30 else {})
                for a in cast
            ],
        })  # fmt: skip
    for sheet in written:
        (folder / f"{sheet['article']['id']}.yml").write_text(yaml.safe_dump(sheet), "utf-8")
    for name, register in registers.items():
        (folder / f"{name}.yml").write_text(yaml.safe_dump(register), "utf-8")
    corpus = build_corpus(
        [Loaded(FactSheet.model_validate_json(json.dumps(s)), None) for s in written],
        ActorRegister.model_validate_json(json.dumps({"schema": 1, **registers["_actors"]})),
        TopicRegister.model_validate_json(json.dumps({"schema": 1, **registers["_topics"]})),
    )
    pages = make_site(corpus, PROJECT, LABELS).pages
    return Brief(Counted(folder), {p.path: parsed(p.html) for p in pages})


def parsed(page: str) -> html.HtmlElement:
    return html.fragment_fromstring(page, create_parent="main")


def said(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def the(page: html.HtmlElement, path: str) -> html.HtmlElement:
    [found] = page.xpath(path)
    return found


def leads_to(link: html.HtmlElement) -> str:
    """The id of the page of an actor, a topic or a briefing."""
    return link.get("href").partition("#")[0].rstrip("/").rpartition("/")[2]

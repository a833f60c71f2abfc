"""Two invented articles about one bridge, parsed into a project in which every kind of decision waits."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from briefwright import sheets
from briefwright.corpus import build_corpus
from briefwright.desk.queue import Decision, decisions
from briefwright.desk.session import Session
from briefwright.model.corpus import Corpus
from briefwright.model.factsheet import Actor, ArticleInfo, Evidence, FactSheet, Generated, OpenQuestion, Position
from briefwright.sheets import Shelf

FIRST = (
    "The Tarn bridge stays shut, Mayor Orla Vance said on Tuesday. Engineers had found cracks in two piers.\n\n"
    "The harbour guild wants the ferry to sail at night. It was not clear whether the Tarn bridge would reopen by "
    "12 March. Repairs, according to the Tarn Gazette, will cost four million crowns.\n"
)
SECOND = "The Tarn bridge will reopen on Friday, Mayor Vance told reporters. The guild welcomed the news.\n"
REWORDED = FIRST.replace("the ferry to sail at night", "every ferry to sail at night")
CHANGED = FIRST.replace("wants the ferry to sail at night", "has dropped its demands")
SETTINGS = "site_name: Tarn\ntheme: {name: material, font: false}\nplugins: [search, briefwright]\n"


def evidence(quote: str, text: str) -> tuple[Evidence, ...]:
    start = text.index(quote)
    return (Evidence(quote=quote, start=start, end=start + len(quote)),)


def parsed(stem: str, text: str, day: str, **parts: Any) -> FactSheet:
    """What the parser makes of one of the articles."""
    info = ArticleInfo(
        id=stem, title=f"The bridge, {day}", published=day, file=f"seeds/{stem}.txt", outlet="Tarn Gazette",
        sha256=_sha256(text),
    )  # fmt: skip
    return FactSheet(
        schema=1, article=info, generated=Generated(parser="briefwright 0.1.0", source=_sha256(text)), **parts
    )


def first(text: str = FIRST) -> FactSheet:
    """An unsure reading, a source that names somebody, an open question that is overdue from 13 March on."""
    positions = [
        Position(id="stays-shut", actor="orla-vance", act="assert", statement="The Tarn bridge stays shut.", score=0.3,
                 evidence=evidence("The Tarn bridge stays shut", text)),
        Position(id="four-million", actor=None, act="assert", statement="Repairs will cost four million crowns.",
                 source="the Tarn Gazette", score=0.9, evidence=evidence("will cost four million crowns", text)),
    ]  # fmt: skip
    if "at night" in text:
        night = evidence(f"{'every' if text == REWORDED else 'the'} ferry to sail at night", text)
        positions.append(Position(id="at-night", actor="harbour-guild", act="demand", score=0.8, evidence=night,
                                  statement="The ferry should sail at night."))  # fmt: skip
    asked = OpenQuestion(
        id="will-it-reopen", question="Will the Tarn bridge reopen by 12 March?", kind="unknown", due="2026-03-12",
        about=("orla-vance",), score=0.9, evidence=evidence("whether the Tarn bridge would reopen", text),
    )  # fmt: skip
    actors = (
        Actor(id="orla-vance", name="Orla Vance", kind="person", role="Mayor", salience="main"),
        Actor(id="harbour-guild", name="harbour guild", kind="group"),
        Actor(id="tarn-gazette", name="Tarn Gazette", kind="media"),
    )
    return parsed("shut", text, "2026-03-10", actors=actors, positions=tuple(positions), open_questions=(asked,))


def second() -> FactSheet:
    """The mayor under a short name, who says what the question asks."""
    told = Position(
        id="reopens", actor="vance", act="commit", statement="The Tarn bridge will reopen on Friday.",
        about=("orla-vance",), score=0.9, evidence=evidence("The Tarn bridge will reopen on Friday", SECOND),
    )  # fmt: skip
    actors = (Actor(id="vance", name="Vance", kind="person", role="Mayor", salience="main"),)
    return parsed("open-again", SECOND, "2026-03-14", actors=actors, positions=(told,))


class Tarn:
    """The project, and a person who reviews it."""

    def __init__(self, root: Path) -> None:
        self.root, self.folder = root, root / "factsheets"
        self.folder.mkdir()
        (root / "mkdocs.yml").write_text(SETTINGS)
        (root / "seeds").mkdir()
        (root / "seeds" / "shut.txt").write_text(FIRST)
        (root / "seeds" / "open-again.txt").write_text(SECOND)
        self.parse()

    def parse(self, text: str = FIRST) -> None:
        """What `parse --all` does, with findings that need no language model."""
        for sheet, words in ((first(text), text), (second(), SECOND)):
            shelf = sheets.save_registers(self.shelf(), sheet.actors, (), "briefwright 0.1.0")
            sheets.save_parsed(shelf, sheet, words)

    def shelf(self) -> Shelf:
        return sheets.load(self.root, self.folder)

    def corpus(self) -> Corpus:
        shelf = self.shelf()
        return build_corpus(shelf.sheets.values(), shelf.actors, shelf.topics)

    def waiting(self) -> dict[str, Decision]:
        """What waits, by kind; of each kind there is one here at most."""
        found = tuple(decisions(self.corpus(), self.shelf()))
        assert len({d.kind for d in found}) == len(found)
        return {d.kind: d for d in found}

    def session(self, *kinds: str) -> Session:
        """A session about decisions of these kinds, in this order."""
        waiting = self.waiting()
        return Session(self.corpus(), self.shelf(), [waiting[kind] for kind in kinds])

    def yaml(self, stem: str = "shut") -> str:
        return (self.folder / f"{stem}.yml").read_text(encoding="utf-8")

    def edit(self, stem: str, old: str, new: str) -> None:
        text = self.yaml(stem)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {stem}.yml"
        (self.folder / f"{stem}.yml").write_text(text.replace(old, new), encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        return {p.name: p.read_bytes() for p in self.folder.glob("*.yml")}


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

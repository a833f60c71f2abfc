"""One invented article, what a parser makes of it, and a folder to keep its sheet in."""

from __future__ import annotations

import hashlib
from pathlib import Path

from briefwright import sheets
from briefwright.model.factsheet import (
    Actor,
    ArticleInfo,
    Event,
    Evidence,
    FactSheet,
    Generated,
    OpenQuestion,
    Position,
    Topic,
)

TEXT = (
    "Lorne will close its old bridge in May, mayor Ana Ruiz said on Monday. “We will not wait,” Ruiz said. "
    "It is unclear who will pay. The harbour union called on the council to pay.\n\n"
    "The council denied that money is short. It is unclear who will pay.\n"
)
LONGER = f"A flood came first. {TEXT}"
WAIT = TEXT.replace("We will not wait", "We shall not wait")
PARSER = "briefwright 0.1.0"


def evidence(quote: str, text: str = TEXT, nth: int = 0) -> Evidence:
    """The quote as it stands in the text, at its first or a later place."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return Evidence(quote=quote, start=start, end=start + len(quote))


def parsed(text: str = TEXT, **changes: object) -> FactSheet:
    """What a parser makes of the text; findings whose words it lacks are left out."""

    def grounded(*items: tuple[type, dict[str, object], str, int]) -> tuple[object, ...]:
        return tuple(kind(**f, evidence=(evidence(q, text, n),)) for kind, f, q, n in items if text.count(q) > n)

    def position(name: str, quote: str, **fields: object) -> tuple[type, dict[str, object], str, int]:
        return Position, {"id": name, "act": "assert", "statement": f"{quote}.", **fields}, quote, 0

    parts: dict[str, object] = {
        "schema": 1,
        "article": ArticleInfo(
            id="lorne", title="Lorne closes its bridge", file="seeds/lorne.txt", sha256=digest(text)
        ),
        "lead": (evidence("Lorne will close its old bridge", text),) if "will close its old bridge" in text else (),
        "actors": (
            Actor(id="ana-ruiz", name="Ana Ruiz", kind="person", role="mayor", aliases=("Ruiz",), salience="main"),
            Actor(id="harbour-union", name="harbour union", kind="group"),
            Actor(id="council", name="council", kind="organisation"),
        ),
        "positions": grounded(
            position(
                "lorne-will-close", "Lorne will close its old bridge in May", actor="ana-ruiz", topics=("bridge",)
            ),
            position("we-will-not-wait", "We will not wait", actor="ana-ruiz", act="commit", mode="direct"),
            position("council-to-pay", "the council to pay", actor="harbour-union", act="demand", about=("council",)),
            position("money-is-short", "money is short", actor="council", act="deny", score=0.8),
        ),
        "open_questions": grounded(
            (OpenQuestion, {"id": "who-will-pay", "question": "Who will pay?", "kind": "unknown"}, "It is unclear", 1)
        ),
        "events": grounded(
            (Event, {"id": "bridge-closes", "event": "The bridge closes", "date": "2023-05"}, "close", 0)
        ),
        "generated": Generated(parser=PARSER, source=digest("seed" + text)),
    }
    return FactSheet(**(parts | changes))  # type: ignore[arg-type] # the fields, by name


def digest(text: str) -> str:
    """The hash by which a sheet knows its text."""
    return hashlib.sha256(text.encode()).hexdigest()


def position(sheet: FactSheet, item_id: str) -> Position:
    """The sheet's position of this id."""
    return next(p for p in sheet.positions if p.id == item_id)


def ids(desk: Desk, section: str = "positions") -> list[str]:
    """The ids of a section of the sheet on disk, in its order."""
    return [item.id for item in getattr(desk.sheet(), section)]


class Desk:
    """A project with the sheet of the article, as `parse` leaves it, and a person at it."""

    def __init__(self, project: Path) -> None:
        self.project, self.folder = project, project / "factsheets"
        self.folder.mkdir()
        self.path = self.folder / "lorne.yml"
        self.parse(TEXT)

    def shelf(self) -> sheets.Shelf:
        """The folder, read anew."""
        return sheets.load(self.project, self.folder)

    def sheet(self) -> FactSheet:
        """The sheet on disk, which must have no mistakes but words that its text lacks."""
        shelf = self.shelf()
        return {**shelf.sheets, **shelf.ungrounded}["lorne"].sheet

    def parse(self, text: str = TEXT, **changes: object) -> sheets.SaveResult:
        """Parse the article with this text."""
        new = parsed(text, **changes)
        shelf = sheets.save_registers(self.shelf(), new.actors, [Topic(id="bridge", name="Bridge")], PARSER)
        return sheets.save_parsed(shelf, new, text)

    @property
    def yaml(self) -> str:
        """The sheet's text."""
        return self.path.read_text(encoding="utf-8")

    def edit(self, *replacements: tuple[str, str]) -> str:
        """Replace text in the sheet, each piece standing there exactly once; the new text."""
        text = self.yaml
        for old, new in replacements:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the sheet"
            text = text.replace(old, new)
        self.path.write_text(text, encoding="utf-8", newline="")
        return text

    def item(self, item_id: str) -> str:
        """The lines of an item of the sheet, its list's dash included."""
        start = self.yaml.index(f"  - id: {item_id}\n")
        rest = self.yaml[start + 4 :]
        ends = [i for i in (rest.find("\n  - id: "), rest.find("\nopen_questions"), rest.find("\npositions")) if i >= 0]
        ends += [i for i in (rest.find("\nevents"), rest.find("\nnotes")) if i >= 0]
        return self.yaml[start : start + 4 + min(ends) + 1]

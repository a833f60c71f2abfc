"""The YAML of a folder of fact sheets in; out, what its pages have to count, worked out without the program's own code.

Only what the format says is used here: which ids are one, what is private, whose text a sheet repeats.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

Yaml = dict[str, Any]


@dataclass(frozen=True)
class Said:
    """A published position under canonical ids."""

    sheet: str
    id: str
    actor: str | None
    act: str
    about: tuple[str, ...]
    topics: tuple[str, ...]
    day: str | None
    quotes: tuple[str, ...]
    source: str
    via: str | None


@dataclass(frozen=True)
class Asked:
    """A published question."""

    sheet: str
    id: str
    status: str
    kind: str
    overdue: bool
    to_come: bool
    """Whether it is open and its day has not passed."""
    age: int | None
    about: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass
class Names:
    """Which ids are one by a register, and which are private."""

    entries: list[Yaml]
    merged: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.merged = {old: e["id"] for e in self.entries for old in e.get("merge") or ()}

    def of(self, key: str | None) -> str | None:
        private = {e["id"] for e in self.entries if e.get("publish") is False}
        while key and key not in private and key in self.merged:
            key = self.merged[key]
        return None if key in private else key


class Counted:
    """A folder of sheets, counted."""

    def __init__(self, folder: Path, today: str | None = None) -> None:
        sheets = [read(p) for p in sorted(folder.glob("*.yml")) if not p.name.startswith("_")]
        self.sheets = {s["article"]["id"]: s for s in sheets if s.get("publish") is not False}
        self.actor_names = Names(read(folder / "_actors.yml").get("actors") or [])
        self.topic_names = Names(read(folder / "_topics.yml").get("topics") or [])
        days = [d for s in self.sheets if (d := self.day(s))]
        self.today = date.fromisoformat(today or max(days))
        self.actors = {a for sheet in self.sheets for a in self.cast(sheet)}

    def day(self, sheet: str) -> str | None:
        published = self.sheets[sheet]["article"].get("published")
        return str(published)[:10] if published else None

    def origin(self, sheet: str) -> str:
        """The sheet whose text this one repeats; itself if it is no copy. Only what the sheets say."""
        named = self.sheets[sheet]["article"].get("origin")
        return self.origin(named) if named in self.sheets and named != sheet else sheet

    def cast(self, sheet: str) -> dict[str, Yaml]:
        """The actors that the sheet may show, by canonical id."""
        shown = [a for a in self.sheets[sheet].get("actors") or () if a.get("publish") is not False]
        return {key: a for a in shown if (key := self.actor_names.of(a["id"]))}

    def is_main(self, sheet: str, actor: str) -> bool:
        return bool(self.cast(sheet).get(actor, {}).get("salience") == "main")

    @cached_property
    def affiliation(self) -> dict[str, str]:
        """To whom an actor belongs: the first that a sheet names, newest sheet first."""
        found: dict[str, str] = {}
        newest = sorted(self.sheets, key=lambda s: str(self.sheets[s]["article"].get("published") or ""), reverse=True)
        for sheet in newest:
            for a in self.sheets[sheet].get("actors") or ():
                key, whole = self.actor_names.of(a["id"]), self.actor_names.of(a.get("affiliation"))
                if a.get("publish") is not False and key and whole in self.actors and whole != key:
                    found.setdefault(key, str(whole))
        return found

    def members(self, actor: str) -> set[str]:
        """Whoever belongs to the actor, directly or through others."""
        inside: set[str] = set()
        while new := {a for a, whole in self.affiliation.items() if whole in {actor, *inside}} - inside - {actor}:
            inside |= new
        return inside

    def hidden(self, sheet: str) -> set[str]:
        """The actors that this sheet may not show, by its own ids."""
        cast = self.sheets[sheet].get("actors") or ()
        return {a["id"] for a in cast if a.get("publish") is False or self.actor_names.of(a["id"]) is None}

    def items(self, sheet: str, section: str) -> list[Yaml]:
        hidden = self.hidden(sheet)
        found = [i for i in self.sheets[sheet].get(section) or () if i.get("publish") is not False]
        return [i for i in found if i.get("actor") not in hidden]

    def known(self, sheet: str, ids: Iterable[str]) -> tuple[str, ...]:
        """Those of a sheet's ids of actors that may be shown, canonical."""
        shown = [self.actor_names.of(i) for i in ids if i not in self.hidden(sheet)]
        return tuple(dict.fromkeys(a for a in shown if a in self.actors and a))

    @cached_property
    def media(self) -> dict[str, str]:
        """Ids of the actors that are media, by their names in small letters."""
        kinds = {a: entry["kind"] for s in self.sheets for a, entry in self.cast(s).items()}
        kinds |= {e["id"]: e["kind"] for e in self.actor_names.entries if e.get("kind")}
        named = [(a, entry["name"]) for s in self.sheets for a, entry in self.cast(s).items()]
        named += [(e["id"], e["name"]) for e in self.actor_names.entries if e.get("name")]
        return {name.casefold().removeprefix("the "): a for a, name in named if kinds[a] == "media"}

    def made_by(self, said: Said) -> str:
        """The medium that a statement comes from, or the article's outlet, or the article."""
        cited = [a for a in (said.via, said.actor) if a in self.media.values()]
        outlet = (self.sheets[said.sheet]["article"].get("outlet") or "").casefold().removeprefix("the ")
        return str((*filter(None, (*cited, self.media.get(outlet), outlet)), said.sheet)[0])

    def topics_of(self, item: Yaml) -> tuple[str, ...]:
        return tuple(dict.fromkeys(t for i in item.get("topics") or () if (t := self.topic_names.of(i))))

    def said_in(self, sheet: str) -> list[Said]:
        return [
            Said(
                sheet, p["id"], (*self.known(sheet, filter(None, [p.get("actor")])), None)[0], p["act"],
                self.known(sheet, p.get("about") or ()), self.topics_of(p), self.day(sheet),
                tuple(e["quote"] for e in p.get("evidence") or ()), p.get("source") or "",
                (*self.known(sheet, filter(None, [p.get("via")])), None)[0],
            )
            for p in self.items(sheet, "positions")
        ]  # fmt: skip

    def asked_in(self, sheet: str) -> list[Asked]:
        return [
            Asked(
                sheet, q["id"], q.get("status", "open"), q["kind"], self.is_over(q),
                q.get("status", "open") == "open" and bool(q.get("due")) and not self.is_over(q), self.age(sheet),
                self.known(sheet, q.get("about") or ()), self.topics_of(q),
            )
            for q in self.items(sheet, "open_questions")
        ]  # fmt: skip

    def age(self, sheet: str) -> int | None:
        day = self.day(sheet)
        return max(0, (self.today - date.fromisoformat(day)).days) if day else None

    def is_over(self, question: Yaml) -> bool:
        due = str(question.get("due") or "")
        if not due or question.get("status", "open") != "open":
            return False
        return {10: due, 7: f"{due}-31", 4: f"{due}-12-31"}[len(due)] < self.today.isoformat()

    @cached_property
    def originals(self) -> list[str]:
        return [s for s in self.sheets if self.origin(s) == s]

    @cached_property
    def said(self) -> list[Said]:
        return [p for s in self.originals for p in self.said_in(s)]

    @cached_property
    def asked(self) -> list[Asked]:
        return [q for s in self.originals for q in self.asked_in(s)]

    def said_by(self, actor: str) -> list[Said]:
        return [s for s in self.said if s.actor == actor]

    def said_for(self, actor: str) -> list[Said]:
        inside = self.members(actor)
        return [s for s in self.said if s.actor in inside]

    def said_about(self, actor: str) -> list[Said]:
        own = {actor, *self.members(actor)}
        return [s for s in self.said if actor in s.about and s.actor not in own]

    def said_on(self, topic: str) -> list[Said]:
        return [s for s in self.said if topic in s.topics]

    def articles_with(self, actor: str) -> list[str]:
        return [s for s in self.sheets if actor in self.cast(s)]

    def articles_on(self, topic: str) -> list[str]:
        return [s for s in self.sheets if any(topic in i.topics for i in (*self.said_in(s), *self.asked_in(s)))]

    def topics(self) -> set[str]:
        return {t for s in self.sheets for i in (*self.said_in(s), *self.asked_in(s)) for t in i.topics}

    def sources(self, sheets: Iterable[str]) -> list[int]:
        """How many articles, and how many origins where some repeat others."""
        articles, origins = len(set(sheets)), len({self.origin(s) for s in sheets})
        return [articles] if articles == origins else [articles, origins]

    def independent(self, sheets: Iterable[str]) -> list[int]:
        """How many articles, and of several how many origins."""
        articles, origins = len(set(sheets)), len({self.origin(s) for s in sheets})
        return [articles] if articles == 1 else [articles, origins]


def read(file: Path) -> Yaml:
    return yaml.safe_load(file.read_text("utf-8")) if file.is_file() else {}


def words_of(said: Iterable[Said]) -> int:
    """Words of the evidence, each passage of an article once."""
    return sum(len(re.findall(r"\S+", quote)) for _, quote in {(s.sheet, q) for s in said for q in s.quotes})


def bars(up: Iterable[str | None], down: Iterable[str | None], most: int = 18) -> list[tuple[int, int]]:
    """How many days fall into each week, or month, or year from the first to the last; in the finest that needs few."""
    up, down = ([date.fromisoformat(d) for d in side if d] for side in (up, down))
    first, last = min(up + down, default=None), max(up + down, default=None)
    if first is None or last is None:
        return []
    everyday = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    for period in (
        lambda d: d.toordinal() - d.weekday(),
        lambda d: (d.year, d.month),
        lambda d: d.year,
        lambda d: d.year // 10,
    ):
        spans = sorted(set(map(period, everyday)))
        if len(spans) <= most:
            break
    ups, downs = Counter(map(period, up)), Counter(map(period, down))
    return [(ups[s], downs[s]) for s in spans] if len(spans) > 1 else []

"""The model that every parse is held against: what must be in a sheet afterwards, given what was in it before.

The model knows a sheet, what the parser last wrote of each item, and nothing of how the merge is done.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from dataclasses import dataclass, field

from paper import Paper

from briefwright import sheets
from briefwright.model.factsheet import Actor, ActorRegister, Evidence, FactSheet, Item
from briefwright.sheets.fingerprint import ARTICLE_FIELDS, all_items, evidence_of
from briefwright.sheets.yaml_source import Node

Words = tuple[str, ...]


@dataclass
class Written:
    """What the parser wrote last: the items by id, with their sections, the article's fields and the lead."""

    items: dict[str, tuple[str, Item]] = field(default_factory=dict)
    fields: dict[str, object] = field(default_factory=dict)
    lead: tuple[Evidence, ...] = ()


@dataclass
class Parse:
    """One parse of a sheet that a person may have edited."""

    before: Paper
    after: Paper
    new: FactSheet
    written: Written
    result: sheets.SaveResult
    shelf: sheets.Shelf
    """As it stands after the parse."""

    def __post_init__(self) -> None:
        self.was = {item.id: (section, item) for section, item in all_items(self.before.sheet)}
        self.now = {item.id: (section, item) for section, item in all_items(self.after.sheet)}
        self.found = {item.id: (section, item) for section, item in all_items(self.new)}
        self.edited = {i for i, entry in self.was.items() if self.written.items.get(i) != entry}
        self.owned = self.edited | {i for i, entry in self.was.items() if _is_held(self.before, *entry)}
        self.deleted = {i: entry for i, entry in self.written.items.items() if i not in self.was}
        self.words = {words(*entry) for entry in self.found.values()}
        self.names = {name for actor in self.new.actors for name in (actor.name, *actor.aliases)}
        self.kept = self.owned | {i for i, e in self.was.items() if i in self.now and not self.is_found_again(*e)}

    def is_found_again(self, section: str, item: Item) -> bool:
        """Whether the parser may mean this item by something that it found now, be it under another id."""
        by_name = isinstance(item, Actor) and bool(self.names & {item.name, *item.aliases})
        return item.id in self.found or by_name or words(section, item) in self.words

    def wrote(self) -> Written:
        """What the parser has written after this parse."""
        items = {i: entry for i, entry in self.written.items.items() if i in self.now or i in self.deleted}
        items |= {i: entry for i, entry in self.now.items() if i not in self.edited}
        seen = {i for i in self.edited if self.written.items.get(i) == _unreviewed(*self.was[i])}
        items |= {i: _unreviewed(*self.now[i]) for i in seen if i in self.now}
        mine = self.own_fields()
        article = self.after.sheet.article
        fields = {n: self.written.fields[n] if n in mine else getattr(article, n) for n in ARTICLE_FIELDS}
        edited = self.before.sheet.lead != self.written.lead
        return Written(items, fields, self.written.lead if edited else self.after.sheet.lead)

    def own_fields(self) -> set[str]:
        """The fields of the article that a person changed."""
        info = self.before.sheet.article
        return {
            n
            for n in ARTICLE_FIELDS
            if getattr(info, n) != self.written.fields[n] or _is_held_at(self.before, "article", n)
        }

    def lead_is_own(self) -> bool:
        return self.before.sheet.lead != self.written.lead or _is_held_at(self.before, "lead")


def _unreviewed(section: str, item: Item) -> tuple[str, Item]:
    return section, item.model_copy(update={"reviewed": False})


def words(section: str, item: Item) -> tuple[str, Words]:
    """What an item rests on."""
    return section, (item.name,) if isinstance(item, Actor) else tuple(e.quote for e in evidence_of(item))


def edits_stay(parse: Parse) -> None:
    for i in parse.kept:
        assert i in parse.now, f"{i} is lost"
        was, now = ((section, _without_offsets(item)) for section, item in (parse.was[i], parse.now[i]))
        assert now == was, f"{i} is changed from {was} to {now}"
    was, now = parse.before.sheet, parse.after.sheet
    assert (now.publish, now.bottom_line, now.notes) == (was.publish, was.bottom_line, was.notes)
    for name in parse.own_fields():
        assert getattr(now.article, name) == getattr(was.article, name)
    if parse.lead_is_own():
        assert [e.quote for e in now.lead] == [e.quote for e in was.lead]


def the_untouched_is_refreshed(parse: Parse) -> None:
    actors, topics = {a.id for a in parse.after.sheet.actors}, parse.shelf.topic_ids
    for i, (section, item) in parse.found.items():
        if i in parse.was and i not in parse.owned and parse.was[i][0] == section:
            wanted = item.model_dump()
            if "topics" in wanted:
                wanted["topics"] = tuple(t for t in wanted["topics"] if topics is None or t in topics)
            got = parse.now[i][1].model_dump()
            if not set(_references(item)) <= actors:
                wanted |= {key: got[key] for key in ("actor", "via", "affiliation", "about") if key in got}
            assert got == wanted, f"{i} is {got} and should be {wanted}"
    for name in set(ARTICLE_FIELDS) - parse.own_fields():
        assert getattr(parse.after.sheet.article, name) == getattr(parse.new.article, name)
    assert parse.after.sheet.article.sha256 == parse.new.article.sha256
    if not parse.lead_is_own():
        assert parse.after.sheet.lead == parse.new.lead


def what_is_new_comes_in(parse: Parse) -> None:
    known_words = {words(*e) for e in (*parse.now.values(), *parse.was.values(), *parse.written.items.values())}
    names = {n for a in (*parse.after.sheet.actors, *parse.before.sheet.actors) for n in (a.name, *a.aliases)}
    for i, (section, item) in parse.found.items():
        known = parse.now.get(i, ("",))[0] == section or i in parse.deleted or words(section, item) in known_words
        assert known or (isinstance(item, Actor) and names & {item.name, *item.aliases}), f"{i} is missing"


def what_is_no_longer_found_goes(parse: Parse) -> None:
    wanted = {r for _, item in parse.now.values() for r in _references(item)}
    for i, (section, item) in parse.was.items():
        known = i in parse.owned or i in wanted or parse.is_found_again(section, item)
        if not known and not _has_comment_near(parse.before, section, item):
            assert i not in parse.now, f"{i} stays"


def deletions_stay(parse: Parse) -> None:
    assert not parse.deleted.keys() & parse.now.keys()
    gone = {words(*entry) for i, entry in parse.deleted.items() if i not in parse.found}
    meant = {words(*entry) for i, entry in parse.found.items() if i not in parse.deleted}
    for i in parse.now.keys() - parse.was.keys():
        said = words(*parse.now[i])
        assert said in meant, f"{i} was deleted under another id"
        assert said not in gone or not said[1], f"{i} was deleted under another id"


def whom_an_edit_names_stays(parse: Parse) -> None:
    actors = {actor.id for actor in parse.before.sheet.actors}
    named = {r for i in parse.kept for r in _references(parse.was[i][1])}
    assert actors & named <= parse.now.keys()


def what_has_a_comment_in_it_stays(parse: Parse) -> None:
    source = parse.before.source
    for section, i, item in parse.before.items():
        node = parse.before.node(section, i)
        assert item.id in parse.now or not source.comments_in(node.start, node.end), f"{item.id} is lost"


def evidence_moves_or_is_a_conflict(parse: Parse) -> None:
    text, told = parse.after.article, {_key(c.message): c for c in parse.result.conflicts}
    assert None not in told, told[None]
    kept = {i: (evidence_of(parse.was[i][1]), evidence_of(parse.now[i][1])) for i in parse.kept}
    if parse.lead_is_own():
        kept["the lead"] = parse.before.sheet.lead, parse.after.sheet.lead
    for i, (was, now) in kept.items():
        lost = [e for e in was if e.quote not in text]
        for old, new in zip(was, now, strict=True):
            if text.count(old.quote) == 1:
                assert text[new.start : new.end] == new.quote, f"{i} is not where its words are"
        if lost:
            assert " ".join(lost[0].quote.split())[:70] in told[i].message
            assert told[i].hint
            assert told[i].line > 1
        elif all(_times(e.quote, text) == 1 for e in was):
            assert i not in told
    assert told.keys() <= kept.keys()


def no_comment_is_lost_or_moved(parse: Parse) -> None:
    assert parse.after.comments == parse.before.comments
    source = parse.after.source
    found = "\n".join(source.comments_in(0, len(source.text)))  # one may have got another behind it
    assert [comment for comment in parse.before.comments if comment not in found] == []
    assert _marks(parse.before, parse.now.keys()) == _marks(parse.after, parse.was.keys())


def what_says_the_same_is_written_the_same(parse: Parse) -> None:
    before, after = parse.before.source, parse.after.source
    assert before.root
    assert after.root

    def same(was: Node, now: Node) -> None:
        if was.plain() == now.plain():
            assert parse.before.text[was.start : was.end] == parse.after.text[now.start : now.end]
        for key in was.pairs.keys() & now.pairs.keys():
            same(was.pairs[key][1], now.pairs[key][1])
        if was.items and "id" in was.items[0].pairs:
            entries = {n.pairs["id"][1].raw: n for n in now.items if "id" in n.pairs}
            for node in was.items:
                if (i := node.pairs["id"][1].raw) in entries:
                    same(node, entries[i])
        elif len(was.items) == len(now.items):
            for one, other in zip(was.items, now.items, strict=True):
                same(one, other)

    same(before.root, after.root)


def line_ends_and_byte_order_mark_stay(parse: Parse) -> None:
    was, now = parse.before, parse.after
    assert was.bom == now.bom
    assert ("\r\n" in was.text) == ("\r\n" in now.text)
    if "\r\n" in was.text:
        assert now.text.count("\n") == now.text.count("\r\n")
    assert was.text.endswith("\n") == now.text.endswith("\n")


def every_sheet_stays_loadable(parse: Parse) -> None:
    loaded = {**parse.shelf.sheets, **parse.shelf.ungrounded}
    assert "ferry" in loaded, "\n".join(map(str, parse.shelf.problems))
    assert loaded["ferry"].sheet == parse.after.sheet
    assert bool(parse.shelf.problems) == bool(parse.result.conflicts) == bool(parse.shelf.ungrounded)


LAWS: tuple[Callable[[Parse], None], ...] = (
    every_sheet_stays_loadable,
    edits_stay,
    deletions_stay,
    whom_an_edit_names_stays,
    what_has_a_comment_in_it_stays,
    the_untouched_is_refreshed,
    what_is_new_comes_in,
    what_is_no_longer_found_goes,
    evidence_moves_or_is_a_conflict,
    no_comment_is_lost_or_moved,
    what_says_the_same_is_written_the_same,
    line_ends_and_byte_order_mark_stay,
)


def decisions_stay(before: ActorRegister, after: ActorRegister) -> None:
    """Every entry of the register stays as it was; what was deleted or merged away does not come back."""
    assert after.actors[: len(before.actors)] == before.actors
    known = {actor.id for actor in before.actors}
    away = {i for actor in before.actors for i in actor.merge} | (
        before.generated.items.keys() if before.generated else set()
    )
    assert not ({actor.id for actor in after.actors} - known) & away


def what_stands_in_a_register_stays(before: bytes, after: bytes) -> None:
    lines = iter(after.splitlines(keepends=True))
    assert [line for line in before.splitlines(keepends=True) if line not in lines] == []


def _without_offsets(item: Item) -> dict[str, object]:
    data = item.model_dump()
    if "evidence" in data:
        data["evidence"] = [e["quote"] for e in data["evidence"]]
    return data


def _references(item: Item) -> list[str]:
    single = (getattr(item, key, None) for key in ("actor", "via", "affiliation"))
    return [r for r in (*single, *getattr(item, "about", ())) if r]


def _times(quote: str, text: str) -> int:
    return sum(text.startswith(quote, at) for at in range(len(text)))


def _key(message: str) -> str | None:
    match = re.match(r'"([a-z0-9-]+)" is a person|(the lead) is', message)
    return match and (match[1] or match[2])


def _marks(paper: Paper, ids: Container[str]) -> list[str]:
    """The comments and those of the items with these ids, in the order in which they stand."""
    marks = [(paper.text.index(comment), comment) for comment in set(paper.comments)]
    marks += [(paper.node(section, i).start, item.id) for section, i, item in paper.items() if item.id in ids]
    return [mark for _, mark in sorted(marks)]


def _is_held(paper: Paper, section: str, item: Item) -> bool:
    """Whether an anchor or an alias stands in the item."""
    place = [i.id for i in getattr(paper.sheet, section)].index(item.id)
    return _is_held_at(paper, section, place)


def _is_held_at(paper: Paper, *path: str | int) -> bool:
    node, exact = paper.source.find(path)
    return exact and node.shared


_COMMENTS_BELOW = re.compile(r"(?:[\r\n]*[ \t]*#[^\r\n]*)*")
"""Comment lines, which in a list in brackets may stand between two of an item's words and belong to whoever is near."""


def _has_comment_near(paper: Paper, section: str, item: Item) -> bool:
    """Whether a comment stands in the item, or between it and its neighbours."""
    nodes = sorted((paper.node(s, i).start, paper.node(s, i).end, e.id) for s, i, e in paper.items())
    place = next(k for k, node in enumerate(nodes) if node[2] == item.id)
    start = nodes[place - 1][1] if place else 0
    behind = _COMMENTS_BELOW.match(paper.text, paper.line_end(nodes[place][1]))
    end = max(nodes[place + 1][0], behind.end() if behind else 0) if place + 1 < len(nodes) else len(paper.text)
    return "# " in paper.text[start:end]

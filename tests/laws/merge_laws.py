"""The model that every parse is held against: what must be in a sheet afterwards, given what was in it before.

The model knows a sheet, what the parser last wrote of each item, and nothing of how the merge is done. No law is about
what nobody could tell, such as which of two findings with the same words is which of two items.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from newsroom import unaltered
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
        record = self.before.sheet.generated
        instead = record.new_words if record else {}
        self.instead = {i: tuple(e.quote for e in evidence) for i, evidence in instead.items()}
        self.names = {name for actor in self.new.actors for name in (actor.name, *actor.aliases)}
        self.kept = self.owned | {i for i, e in self.was.items() if i in self.now and not self.is_found_again(*e)}
        self.meant = {i: j for i, e in self.was.items() if (j := self.finding_of(*e))}

    def is_found_again(self, section: str, item: Item) -> bool:
        """Whether the parser may mean this item by something that it found now, be it under another id."""
        by_name = isinstance(item, Actor) and bool(self.names & {item.name, *item.aliases})
        known = by_name or item.id in self.found or words(section, item) in self.words
        return known or any(s == section and may_be(item, f) for s, f in self.found.values())

    def finding_of(self, section: str, item: Item) -> str | None:
        """The id of the finding that must be this item; None where there is none, or it cannot be told."""
        if section == "actors":
            return item.id if self.found.get(item.id, ("",))[0] == section else None
        if _said(item) != _said(self.written.items.get(item.id, (section, item))[1]):
            return None
        known = [e for entries in (self.was, self.written.items) for s, e in entries.values() if s == section]
        for alike in (_same_words, may_be):
            if found := [f for s, f in self.found.values() if s == section and alike(item, f)]:
                alone = len(found) == 1 and all(other.id == item.id or not alike(other, found[0]) for other in known)
                alone &= all(i == item.id or words("", found[0])[1] != quotes for i, quotes in self.instead.items())
                sure = alike is _same_words or found[0].id == item.id or _altered(item, found[0])
                return found[0].id if alone and sure else None
        return None

    def wrote(self) -> Written:
        """What the parser has written after this parse."""
        items = {i: entry for i, entry in self.written.items.items() if i in self.now or i in self.deleted}
        items |= {i: entry for i, entry in self.now.items() if i not in self.edited}
        seen = {i for i in self.edited if self.written.items.get(i) == _unreviewed(*self.was[i])}
        items |= {i: _unreviewed(*self.now[i]) for i in seen if i in self.now}
        for i in self.edited - seen:  # it stays a person's where its words came to rest on what the parser had written
            if i in self.now and self.now[i] == items.get(i):
                section, item = items[i]
                items[i] = section, item.model_copy(update={"publish": not item.publish})
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


def _said(item: Item) -> str:
    return " ".join(e.quote for e in evidence_of(item))


def _same_words(item: Item, finding: Item) -> bool:
    return words("", item) == words("", finding)


def _altered(item: Item, finding: Item) -> bool:
    """Whether the finding rests on the item's words, altered by a few, and so must be taken for the item."""
    one, other, both = (text.split() for text in (_said(item), _said(finding), unaltered(_said(item))))
    whole = len(evidence_of(item)) == len(evidence_of(finding)) == 1
    same = unaltered(_said(item)) == unaltered(_said(finding))
    return whole and same and len(both) > 3 and 8 * len(both) > 3 * (len(one) + len(other))


def may_be(item: Item, finding: Item) -> bool:
    """Whether one may be taken for the other: by its id, or by words that have much in common."""
    one, other = (re.findall(r"\w+", _said(i).casefold()) for i in (item, finding))
    alike = bool(one and other) and SequenceMatcher(None, one, other, autojunk=False).ratio() > 0.5
    return item.id == finding.id or alike


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
    for i in parse.meant.keys() - parse.owned:
        section, item = parse.found[parse.meant[i]]
        if section == "actors" or parse.meant[i] == i or _speaker(item) == _speaker(parse.was[i][1]):
            assert i in parse.now, f"{i} is found as {item.id}, and lost"
            wanted = item.model_dump() | {"id": i}
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
        known |= any(parse.was[o][0] == section and may_be(parse.was[o][1], item) for o in parse.owned)
        known |= words(section, item)[1] in parse.instead.values()
        assert known or (isinstance(item, Actor) and names & {item.name, *item.aliases}), f"{i} is missing"


def what_is_no_longer_found_goes(parse: Parse) -> None:
    wanted = {r for _, item in parse.now.values() for r in _references(item)}
    for i, (section, item) in parse.was.items():
        if i not in parse.owned and i not in wanted and not parse.is_found_again(section, item):
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


def an_edited_item_has_no_twin(parse: Parse) -> None:
    """What is read in its place is told where its own words are lost, and never stands beside it."""
    generated = parse.after.sheet.generated
    assert generated
    told = {_key(c.message): c.hint for c in parse.result.conflicts}
    for i in parse.meant.keys() & parse.owned:
        section, finding = parse.found[parse.meant[i]]
        beside = [n for n in parse.now.keys() - parse.was.keys() if words(*parse.now[n]) == words(section, finding)]
        assert not beside or not evidence_of(finding), f"{beside} is {i} once more"
        if section != "actors" and i in told and _altered(parse.was[i][1], finding):
            assert "The parser now reads: “" in told[i]
            assert generated.new_words[i] == evidence_of(finding)


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
            shown = re.findall(r"“(.*)”\.$", told[i].message)[0]
            whole = "”; “".join(" ".join(e.quote.split()) for e in was)
            assert all(piece.strip("…") in whole for piece in shown.split("”; “")), shown
            assert "…" in shown or " ".join(lost[0].quote.split()) in shown
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
    an_edited_item_has_no_twin,
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
    match = re.match(r'(?:"([a-z0-9-]+)"|(the lead)) is kept as a person left it', message)
    return match and (match[1] or match[2])


def _marks(paper: Paper, ids: Container[str]) -> list[str]:
    """The comments and those of the items with these ids, in the order in which they stand."""
    marks = [(paper.text.index(comment), comment) for comment in set(paper.comments)]
    marks += [(paper.node(section, i).start, item.id) for section, i, item in paper.items() if item.id in ids]
    return [mark for _, mark in sorted(marks)]


def _speaker(item: Item) -> object:
    return getattr(item, "actor", None)


def _is_held(paper: Paper, section: str, item: Item) -> bool:
    """Whether an anchor, an alias or a comment stands in the item, right above, or right below and deeper in."""
    place = [i.id for i in getattr(paper.sheet, section)].index(item.id)
    node, block = paper.node(section, place), paper.node(section)
    column = block.start - paper.line_start(block.start)
    before = _below(paper, paper.node(section, place - 1).end, column) if place else 0
    start = node.start if block.flow else paper.entry(section, place)[0]
    return node.shared or bool(paper.source.comments_in(_above(paper, start, before), _below(paper, node.end, column)))


def _is_held_at(paper: Paper, *path: str) -> bool:
    """The same of the lead, but for what is above its key, and of a field of the article, but for what is below."""
    above = paper.node(*path[:-1]).pairs
    if path[-1] not in above:
        return False
    key, node = above[path[-1]]
    start, end = _above(paper, key.start), paper.line_end(node.end)
    if path == ("lead",):
        start, end = key.start, _below(paper, node.end, key.start - paper.line_start(key.start))
    return node.shared or bool(paper.source.comments_in(start, end))


def _above(paper: Paper, start: int, before: int = 0) -> int:
    """Where the lines of comment begin that stand right above a place, `before` at the earliest."""
    first = paper.line_start(start)
    while first > before and not paper.text[first:start].strip() and _comment(paper, paper.line_start(first - 1)):
        start = first = paper.line_start(first - 1)
    return start


def _below(paper: Paper, end: int, column: int) -> int:
    """Where the lines of comment end that stand right below a place, and deeper in than `column`."""
    last = paper.line_end(end)
    while _comment(paper, last) > column + 1:
        last = paper.line_end(last)
    return last


def _comment(paper: Paper, at: int) -> int:
    """The column, counted from 1, at which the comment begins that fills the line at `at`; 0 where none does."""
    line = re.match(r"( *)#", paper.text[at : paper.line_end(at)])
    return len(line[1]) + 1 if line else 0

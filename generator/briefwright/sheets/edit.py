"""A file's text and tree, what it says now and what it should say in; out the text with nothing else changed.

Each difference becomes a splice of the text at the marks of its node, so comments, key order, quoting, blank lines and
line ends outside a changed value stay byte for byte. Where a comment stands in what goes, the comment stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefwright.model.factsheet import Part
from briefwright.sheets.fingerprint import ARTICLE_FIELDS, LEAD
from briefwright.sheets.render import inline, list_entry, pair, scalar
from briefwright.sheets.yaml_source import Node, Source

Pairs = dict[str, object]


def edit(source: Source, now: Part, wanted: Part) -> str:
    """The source's text changed so that it says `wanted`; `now` is what it says.

    Whoever writes the result reads it again first: a splice in a style that nobody foresaw must not lose a sheet.
    """
    editor = _Editor(source)
    if source.root is not None:
        editor.mapping(source.root, _pairs(now), _pairs(wanted), flow=source.root.flow)
    return editor.result()


def held_keys(source: Source) -> frozenset[str]:
    """Keys, as fingerprints have them, of the items, the lead and the article's fields that no parse refreshes.

    They hold a comment, which would come to vouch for other words, or an anchor or alias, where a change would be one
    in several places; the parser writes neither. A comment belongs to what it stands beside or in, or right above; but
    right below an item and deeper than its dash, it is that item's.
    """
    root = source.root
    if root is None or not (root.shared or source.comments_in(root.start, len(source.text))):  # as nearly all sheets
        return frozenset()
    pairs, held = root.pairs, set[str]()
    for name, (key, value) in (pairs["article"][1].pairs if "article" in pairs else {}).items():
        start, end = _with_comments_above(source, key.start), source.line_end(value.end)
        if name in ARTICLE_FIELDS and (value.shared or source.comments_in(start, end)):
            held.add(f"article.{name}")
    if "lead" in pairs:
        key, lead = pairs["lead"]
        if lead.shared or source.comments_in(key.start, _end_with_comments(source, lead.end, _column(source, key))):
            held.add(LEAD)
    for _, section in pairs.values():
        held |= {item.pairs["id"][1].raw for i, item in enumerate(section.items) if _is_held(source, section, i)}
    return frozenset(held)


def _is_held(source: Source, section: Node, i: int) -> bool:
    """Whether an entry of a section is an item with a comment, an anchor or an alias."""
    item, column, start = section.items[i], _column(source, section), _entry_start(source, section, i)
    above = _end_with_comments(source, section.items[i - 1].end, column) if i else 0
    start = max(_with_comments_above(source, start), min(above, start))
    commented = source.comments_in(start, _end_with_comments(source, item.end, column))
    return "id" in item.pairs and (item.shared or bool(commented))


def _entry_start(source: Source, node: Node, i: int) -> int:
    """Where entry `i` of a list begins: its dash, or in a list in brackets the entry itself."""
    if node.flow or i == 0:
        return node.items[i].start if node.flow else node.start
    dash = re.compile(rf"(?m)^ {{{_column(source, node)}}}-(?=\s)")
    match = dash.search(source.text, node.items[i - 1].end, node.items[i].start)
    return match.end() - 1 if match else node.items[i].start


def _with_comments_above(source: Source, start: int) -> int:
    """The start of the comment lines right above what begins at `start`, if it is the first on its line."""
    line = source.line_start(start)
    if source.text[line:start].strip():
        return start
    while line and source.text[(above := source.line_start(line - 1)) : line].lstrip(" ").startswith("#"):
        line = above
    return line


def _end_with_comments(source: Source, end: int, column: int) -> int:
    """The end of the line at `end` and of the comment lines right below it that are indented deeper than `column`."""
    end = source.line_end(end)
    deeper = re.compile(rf"(?:\r\n|\n|\r) {{{column + 1},}}#[^\r\n]*")
    while match := deeper.match(source.text, end):
        end = match.end()
    return end


def _column(source: Source, node: Node) -> int:
    """The column of a key, or of a block list's dashes: the list begins at its first one."""
    return node.start - source.line_start(node.start)


def _pairs(part: Part) -> Pairs:
    """A part's keys and values in the order of the model; records of the parser's that are empty are none."""
    pairs = {field.alias or name: getattr(part, name) for name, field in type(part).model_fields.items()}
    return {key: value for key, value in pairs.items() if value != {}}


@dataclass
class _Editor:
    """Collects splices: start, end and the new text, with ``\\n`` for line ends."""

    source: Source
    splices: list[tuple[int, int, str]] = field(default_factory=list)

    def result(self) -> str:
        text, done, last = [], 0, (0, 0, "")
        for splice in sorted(self.splices, key=lambda s: (s[0], s[1])):
            start, end, new = splice
            if splice == last and start < end:  # at an anchor, whose value its aliases were to change as well
                continue
            text += [self.source.text[done:start], new.replace("\n", self.source.newline)]
            done, last = max(done, end), splice
        whole = "".join(text) + self.source.text[done:]
        # A last line without an end may have given way to others with, blank ones perhaps: the file ends as it did.
        return whole if self.source.text.endswith("\n") else whole.rstrip("\r\n")

    def splice(self, start: int, end: int, new: str) -> None:
        self.splices.append((start, end, new))

    # Values

    def value(self, key: Node | None, node: Node, now: object, wanted: object, flow: bool) -> None:
        """Change one value; `key` is its key, None for an entry of a list."""
        inside = flow or node.flow
        if now == wanted:
            return
        if isinstance(now, Part) and isinstance(wanted, Part) and type(now) is type(wanted) and node.kind == "mapping":
            self.mapping(node, _pairs(now), _pairs(wanted), inside)
        elif isinstance(now, dict) and isinstance(wanted, dict) and node.pairs.keys() & wanted.keys():
            self.mapping(node, now, wanted, inside)
        elif isinstance(now, tuple) and isinstance(wanted, tuple) and node.items and wanted:
            self.list(node, now, wanted, inside)
        elif key is None or flow or isinstance(wanted, str):
            self.in_place(node, inline(wanted, flow), flow)
        else:
            self.whole(key, node, wanted)

    def in_place(self, node: Node, new: str, flow: bool) -> None:
        """Replace a value by one on a single line; comments in it move behind it."""
        blank = " " if node.start == node.end and self.source.text[node.start - 1 : node.start].strip() else ""
        kept = "".join(f" {comment}" for comment in self.source.comments_in(node.start, node.end))
        self.splice(node.start, node.end, blank + new + kept + ("\n " if kept and flow else ""))

    def whole(self, key: Node, node: Node, wanted: object) -> None:
        """Replace a value under a key by another kind of value, for instance an empty list by one with entries."""
        column = _column(self.source, key)
        first, *below = pair("k", wanted, column)
        if (node.items or node.pairs) and not node.flow:
            colon = re.compile(r":(?: *&[\w-]+)?").search(self.source.text, key.end)
            behind = colon.end() if colon else node.start
            self.splice(behind, behind, first.strip().removeprefix("k:"))
            self.drop_lines(node.start, node.end, column)
        elif below:
            start = len(self.source.text[: node.start].rstrip(" "))
            self.splice(start, node.end, "".join(f" {c}" for c in self.source.comments_in(node.start, node.end)))
        else:
            self.in_place(node, inline(wanted), flow=False)
        end = self.source.line_end(node.end)
        self.splice(end, end, "".join("\n" + line for line in below))

    # Mappings

    def mapping(self, node: Node, now: Pairs | dict[str, str], wanted: Pairs | dict[str, str], flow: bool) -> None:
        """Change, add and delete keys; a key that the file lacks goes behind its predecessor in `wanted`."""
        stays = [key in wanted or key not in now for key in node.pairs]
        for i, key in enumerate(node.pairs):
            if not stays[i]:
                self.drop_pair(node, key, flow, at_end=not any(stays[i:]))
        for key, nodes in node.pairs.items():
            if key in wanted:
                self.value(*nodes, now.get(key), wanted[key], flow)
        behind = next(key for key in node.pairs if key in wanted)
        for key, value in wanted.items():
            if key in node.pairs:
                behind = key
            elif key not in now or now[key] != value:
                self.add_pair(node, behind, key, value, flow)

    def add_pair(self, node: Node, behind: str, key: str, value: object, flow: bool) -> None:
        end = node.pairs[behind][1].end
        if flow:
            self.splice(end, end, f", {scalar(key, True)}: {inline(value, True)}")
        else:
            column = _column(self.source, next(iter(node.pairs.values()))[0])
            lines = pair(key, value, column)
            end = _end_with_comments(self.source, end, column)  # which stay with what they stand below
            self.splice(end, end, "".join("\n" + line for line in lines))

    def drop_pair(self, node: Node, key: str, flow: bool, at_end: bool) -> None:
        start, end = node.pairs[key][0].start, node.pairs[key][1].end
        if flow:
            self.drop_in_flow(start, end, at_end)
        else:
            self.drop_lines(start, end, _column(self.source, node.pairs[key][0]))

    # Lists

    def list(self, node: Node, now: Sequence[object], wanted: Sequence[object], flow: bool) -> None:
        """Change, add and delete entries; items are known by their ids, other entries by their places."""
        ids_now, ids_wanted = _ids(now), _ids(wanted)
        remaining = set(ids_wanted)
        stays = {name: i for i, name in enumerate(ids_now) if name in remaining}
        for i, name in enumerate(ids_now):
            if name not in stays:
                self.drop_entry(node, i, flow, at_end=i > max(stays.values(), default=len(now)))
        behind = -1
        for name, value in zip(ids_wanted, wanted, strict=True):
            if name in stays:
                behind = stays[name]
                self.value(None, node.items[behind], now[behind], value, flow)
            else:
                self.add_entry(node, behind, value, flow)

    def add_entry(self, node: Node, behind: int, value: object, flow: bool) -> None:
        if flow:
            at = node.items[behind].end if behind >= 0 else node.items[0].start
            new = inline(value, True)
            self.splice(at, at, f", {new}" if behind >= 0 else f"{new}, ")
            return
        column = _column(self.source, node)
        end = node.items[behind].end
        at = _end_with_comments(self.source, end, column) if behind >= 0 else self.before_first(node)
        taken = behind < 0 and _end_with_comments(self.source, at, column) > at  # comments that would become its own
        gap = "\n" if taken or self.blank_between(node) else ""
        lines = "".join("\n" + line for line in list_entry(value, column))
        self.splice(at, at, gap + lines if behind >= 0 else lines + gap)

    def drop_entry(self, node: Node, i: int, flow: bool, at_end: bool) -> None:
        item = node.items[i]
        if flow:
            self.drop_in_flow(item.start, item.end, at_end)
        else:
            start, column = _entry_start(self.source, node, i), _column(self.source, node)
            self.drop_lines(start, item.end, column)
            if self.source.comments_in(start, self.source.line_end(item.end)):
                end = self.source.line_end(item.end)  # a blank line, lest the next entry have the comments that stay
                self.splice(end, end, "\n")

    # Places

    def before_first(self, node: Node) -> int:
        """The end of the line above a block list, its key's line: comments below it belong to the first entry."""
        start = self.source.line_start(node.start)
        while start:
            above = self.source.line_start(start - 1)
            if self.source.text[above:start].strip() and not self.source.text[above:start].lstrip(" ").startswith("#"):
                return self.source.line_end(above)
            start = above
        return 0

    def blank_between(self, node: Node) -> bool:
        """Whether the entries of a list are divided by blank lines."""
        gaps = (self.source.text[a.end : b.start] for a, b in pairwise(node.items))
        return bool(node.items[1:]) and all(re.search(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)", gap) for gap in gaps)

    def drop_lines(self, start: int, end: int, column: int) -> None:
        """Take out the lines of a block; its comments stay, on lines of their own.

        With the line end before and not the one behind, so that what is inserted behind either neighbour stands apart.
        """
        start, end = self.source.line_start(start), self.source.line_end(end)
        kept = "".join(f"\n{' ' * column}{comment}" for comment in self.source.comments_in(start, end))
        line_end = re.compile(r"\r?\n?\Z").search(self.source.text, max(0, start - 2), start)
        self.splice(line_end.start() if line_end else start, end, kept)

    def drop_in_flow(self, start: int, end: int, at_end: bool) -> None:
        """Take out an entry between brackets with the comma behind it, or where none stays behind it the one before."""
        comments = "".join(f"{c}\n " for c in self.source.comments_in(start, end))
        text = self.source.text
        if not at_end and (behind := re.compile(r"\s*,[ \t]*").match(text, end)):
            self.splice(start, behind.end(), comments)
        else:
            before = re.compile(r"(,?\s*)$").search(text, self.source.line_start(start), start)
            self.splice(before.start() if before else start, end, comments)


def _ids(entries: Sequence[object]) -> list[object]:
    """What each entry is known by: its id, or its place where it has none."""
    return [getattr(entry, "id", i) for i, entry in enumerate(entries)]

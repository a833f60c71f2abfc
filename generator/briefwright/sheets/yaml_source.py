"""A YAML file's text in, a tree of nodes out that knows the place of every value, with the mistakes of the YAML itself.

Scalars follow YAML 1.2 (`no` is a word, `2023-03-20` a text). An alias is read as the value of its anchor and counts as
all the values in it, which keeps expansion bombs out; what sheets have no use for (tags, several documents) is a
mistake. What the values mean is for `check`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

import yaml

from briefwright.errors import Problem
from briefwright.sheets.syntax import FOLLOWED, conflicts_in, describe_syntax_error

Scalar = None | bool | int | float | str
Path = tuple[str | int, ...]
Event = Any  # of PyYAML, whose types leave the marks optional, which they never are here

MAX_BYTES = 5_000_000
MAX_DEPTH = 20
"""A fact sheet nests five deep; this bounds what a hostile file may ask of the reader."""
MAX_VALUES = 200_000
MAX_PROBLEMS = 100
"""So many mistakes of one file are told; more tell nobody anything."""
MAX_SYNTAX_ERRORS = 20

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}
_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")

_ANCHOR = re.compile(r"&[\w-]+\s*(?:#[^\r\n]*\s*)*")
"""An anchor and what may stand between it and its value."""

_BLOCK_STYLES = frozenset("|>")

# Control characters, and the three line ends that only YAML 1.1 takes for line ends: an editor shows none of them.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def core_value(word: str) -> Scalar:
    """What a plain scalar means by the core schema of YAML 1.2."""
    if word in _NULL:
        return None
    if word in _BOOL:
        return _BOOL[word]
    if word[0] not in "+-.0123456789":
        return word
    if _INT.fullmatch(word):
        return int(word)
    return float(word) if _FLOAT.fullmatch(word) else word


_NO_PAIRS: Mapping[str, tuple[Node, Node]] = {}


@dataclass(slots=True)
class Node:
    """A value and where it stands: `start` and `end` are offsets in the source's text, `end` excluded.

    A block collection ends where its last value ends, so that comments below it are outside. An absent value
    (``outlet:``) is empty and stands right behind its colon. An anchor is no part of its value. An alias has a place of
    its own, but what is in a list or mapping stands where the anchor is.
    """

    start: int
    end: int
    value: Scalar = None
    """What a scalar means; None for a list or mapping."""
    raw: str = ""
    """A scalar's own words, before they are taken for a number or a truth value."""
    kind: Literal["scalar", "list", "mapping"] = "scalar"
    flow: bool = False
    """Whether a list or mapping is written in brackets."""
    shared: bool = False
    """Whether it or anything in it has an anchor or is an alias, so that a change would be one in several places."""
    items: Sequence[Node] = ()
    pairs: Mapping[str, tuple[Node, Node]] = field(default_factory=lambda: _NO_PAIRS)

    def plain(self) -> object:
        """The value as plain data; lists are tuples."""
        if self.kind == "mapping":
            return {key: value.plain() for key, (_, value) in self.pairs.items()}
        return tuple(item.plain() for item in self.items) if self.kind == "list" else self.value


@dataclass
class Source:
    """One YAML file: its text without byte order mark, its tree (None where there is none) and its own mistakes."""

    file: str
    text: str
    bom: bool = False
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    broken: bool = False
    """Whether lines had to be left out to read on: then `root` serves to find more mistakes and for nothing else."""
    scalars: list[Node] = field(default_factory=list)
    """All scalars, keys too, in text order."""

    @property
    def newline(self) -> str:
        """The line end that the file uses."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, counted from 1, of the character at `offset`."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def problem(self, offset: int, message: str, hint: str = "") -> Problem:
        """A problem at `offset`."""
        return Problem(self.file, *self.place(offset), message, hint)

    def find(self, path: Path) -> tuple[Node, bool]:
        """The node at `path`, or the deepest one above it that exists; and whether it is the one asked for."""
        node = self.root or Node(0, 0)
        for step in path:
            if isinstance(step, str) and step in node.pairs:
                node = node.pairs[step][1]
            elif isinstance(step, int) and 0 <= step < len(node.items):
                node = node.items[step]
            else:
                return node, False
        return node, True

    @cached_property
    def comments(self) -> tuple[tuple[int, int], ...]:
        """Start and end of every comment, from its ``#`` to the end of its line."""
        found, at = list[tuple[int, int]](), self.text.find("#")
        starts = [scalar.start for scalar in self.scalars]
        while at >= 0:
            before = bisect_right(starts, at) - 1
            scalar = self.scalars[before] if before >= 0 else None
            if scalar and at < scalar.end and not _is_in_head(self.text, scalar, at):
                end = scalar.end
            else:
                end = self.line_end(at)
                found.append((at, end))
            at = self.text.find("#", end)
        return tuple(found)

    def comments_in(self, start: int, end: int) -> list[str]:
        """The comments that begin between two offsets."""
        first, last = bisect_left(self.comments, (start, 0)), bisect_left(self.comments, (end, 0))
        return [self.text[a:b] for a, b in self.comments[first:last]]

    def line_start(self, offset: int) -> int:
        """Offset of the first character of the line that holds `offset`."""
        return self._line_starts[bisect_right(self._line_starts, offset) - 1]

    def line_end(self, offset: int) -> int:
        """Offset of the line end (or the end of the text) at or after `offset`."""
        match = re.compile("[\r\n]").search(self.text, offset)
        return match.start() if match else len(self.text)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\r\n|\n|\r", self.text))]


def read_source(data: bytes, file: str) -> Source:
    """Read the bytes of a YAML file; whatever they are, the answer is a source with its problems."""
    if len(data) > MAX_BYTES:
        return Source(file, "", problems=[Problem(file, 0, 0, f"the file is larger than {MAX_BYTES // 1_000_000} MB.")])
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = Source(file, data[: error.start].decode())
        hint = "Save the file as UTF-8."
        return Source(file, "", problems=[before.problem(len(before.text), "the file is not UTF-8 here.", hint)])
    bom = text.startswith("\ufeff")
    source = Source(file, text[1:] if bom else text, bom)
    source.problems += [
        source.problem(m.start(), f"an invisible character (U+{ord(m[0]):04X}) stands here.", "Delete it.")
        for m in _UNPRINTABLE.finditer(source.text)
    ][:MAX_SYNTAX_ERRORS]
    source.problems += [_conflict(source, *span) for span in conflicts_in(source.text)[:MAX_SYNTAX_ERRORS]]
    if not source.problems:
        _compose_all(source)
    return source


def _conflict(source: Source, start: int, end: int) -> Problem:
    message = f"git left two versions here, to line {source.place(end)[0]}: both sides changed these lines."
    hint = "Keep what is right of the two, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>."
    return source.problem(start, message, hint)


def _compose_all(source: Source) -> None:
    """Fill in the tree; where the YAML is broken, note it, leave out the broken lines and read on for more mistakes."""
    text, errors = source.text, list[Problem]()
    for _ in range(MAX_SYNTAX_ERRORS):
        composer = _Composer(source, text)
        try:
            source.root = composer.compose()
            break
        except yaml.MarkedYAMLError as error:
            offset, message, hint = describe_syntax_error(error, text, composer.last)
            if message not in FOLLOWED or all(e.message != message for e in errors):
                errors.append(source.problem(min(offset, len(source.text)), message, hint))
            text = _leave_out(text, source, offset)
    source.broken = bool(errors)
    source.scalars = composer.scalars
    source.problems += errors + composer.problems


def _leave_out(text: str, source: Source, offset: int) -> str:
    """The text with the line at `offset`, and the lines indented below it, blanked; no other offset moves."""
    last = max(0, len(text.rstrip()) - 1)  # the end of the file means the last line with something on it
    start = source.line_start(min(offset, last))
    end = source.line_end(start)
    indent = len(text[start:end]) - len(text[start:end].lstrip())
    below = re.compile(rf"(?:\r\n|\n|\r)(?:[ \t]{{{indent + 1}}}[^\r\n]*|[ \t]*(?=[\r\n]))")
    while match := below.match(text, end):
        end = match.end()
    return text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:]


def _is_in_head(text: str, scalar: Node, at: int) -> bool:
    """Whether a place in a scalar is behind the mark with which a text of several lines begins."""
    return text[scalar.start] in _BLOCK_STYLES and not re.search(r"[\r\n]", text[scalar.start : at])


class _Composer:
    """Builds the tree from the parser's events, which is where depth, anchors and duplicate keys can still be seen."""

    def __init__(self, source: Source, text: str) -> None:
        self.source, self.text = source, text
        self.parser = yaml.CSafeLoader(text)
        self.last: Event | None = None
        self.problems: list[Problem] = []
        self.scalars: list[Node] = []
        self.values = 0
        self.anchors: dict[str, tuple[Node, int]] = {}
        """Each anchor's node and how many values are in it."""

    def compose(self) -> Node | None:
        """The first document's tree; None for an empty file or one that no sheet can be."""
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            hint = "Delete it and run `briefwright parse`, or bring back what it held."
            self._report(0, "the file is empty.", hint)
            return None
        try:
            root = self._node(self._next(), 0)
        except _TooMuchError as error:
            self.problems = [*self.problems[:MAX_PROBLEMS], self.source.problem(error.offset, error.message)]
            return None
        self._next()
        if not isinstance(end := self._next(), yaml.StreamEndEvent):
            self._report(end.start_mark.index, "a second YAML document begins here.", 'Delete the line "---".')
        return root

    def _next(self) -> Event:
        self.last = event = self.parser.get_event()
        return event

    def _report(self, offset: int, message: str, hint: str = "") -> None:
        self.problems.append(self.source.problem(offset, message, hint))
        if len(self.problems) > MAX_PROBLEMS:
            raise _TooMuchError(offset, "too many mistakes to read on.")

    def _node(self, event: Event, depth: int) -> Node:
        if type(event) is yaml.ScalarEvent and not event.anchor and not event.tag and self.values < MAX_VALUES:
            self.values += 1  # nearly every value of a sheet, and it has very many
            return self._scalar(event)
        before = self.values
        self._count(event, 1)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, depth)
        if event.tag:
            hint = "Delete it; put quotes around text that begins with !."
            self._report(event.start_mark.index, f'"{event.tag}" is a tag.', hint)
        node = self._scalar(event) if isinstance(event, yaml.ScalarEvent) else self._collection(event, depth)
        if event.anchor:
            node.shared = True
            self.anchors[event.anchor] = node, self.values - before
        return node

    def _count(self, event: Event, values: int) -> None:
        self.values += values
        if self.values > MAX_VALUES:
            raise _TooMuchError(event.start_mark.index, f"the file holds more than {MAX_VALUES} values.")

    def _alias(self, event: Event, depth: int) -> Node:
        """The anchor's node with the alias's place; an anchor counts from its value's end on, so none is in itself."""
        start, end = event.start_mark.index, event.end_mark.index
        if event.anchor not in self.anchors:
            hint = "Write the value out; put quotes around text that begins with *."
            self._report(start, f'"*{event.anchor}" is an alias, but no "&{event.anchor}" stands above it.', hint)
            return Node(start, end, self.text[start:end], self.text[start:end])
        node, values = self.anchors[event.anchor]
        self._count(event, values)
        if depth + _height(node) > MAX_DEPTH:
            raise _TooMuchError(start, f"the values are nested more than {MAX_DEPTH} deep.")
        return replace(node, start=start, end=end)

    def _start(self, event: Event) -> int:
        """Where the event's value begins, behind its anchor."""
        start: int = event.start_mark.index
        anchor = _ANCHOR.match(self.text, start) if event.anchor else None
        return anchor.end() if anchor else start

    def _scalar(self, event: Event) -> Node:
        end = event.end_mark.index
        start = min(self._start(event), end) if event.anchor else event.start_mark.index
        if event.style in _BLOCK_STYLES:  # its last line end is no part of it
            end = start + len(self.text[start:end].rstrip("\r\n"))
        value = core_value(event.value) if event.implicit[0] else event.value
        self.scalars.append(Node(start, end, value, event.value))
        return self.scalars[-1]

    def _collection(self, event: Event, depth: int) -> Node:
        start = self._start(event)
        if depth > MAX_DEPTH:
            raise _TooMuchError(start, f"the values are nested more than {MAX_DEPTH} deep.")
        node = Node(start, start, flow=bool(event.flow_style))
        if isinstance(event, yaml.SequenceStartEvent):
            self._fill_list(node, depth + 1)
        else:
            self._fill_mapping(node, depth + 1)
        if node.flow and self.last:
            node.end = self.last.end_mark.index
        return node

    def _fill_list(self, node: Node, depth: int) -> None:
        items: list[Node] = []
        node.kind, node.items = "list", items
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth))
            node.end = items[-1].end
            node.shared |= items[-1].shared

    def _fill_mapping(self, node: Node, depth: int) -> None:
        pairs: dict[str, tuple[Node, Node]] = {}
        node.kind, node.pairs = "mapping", pairs
        runs_on = False
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth)
            value = self._node(self._next(), depth)
            node.end = value.end
            node.shared |= key.shared or value.shared
            if key.kind != "scalar":
                hint = "Put quotes around text that begins with { or [."
                self._report(key.start, "a list or mapping stands where a key belongs.", hint)
            elif key.raw == "<<":
                self._report(key.start, '"<<" takes in another mapping.', "Write its keys out.")
            elif key.raw in pairs and runs_on:
                continue  # of the next entry, too
            elif key.raw in pairs and len(pairs) > 1 and self._begins_entry(pairs, key.raw):
                runs_on = True
                hint = f'Write "- {key.raw}: …"; if it is no new entry, delete the line.'
                self._report(key.start, f'"{key.raw}" begins a new entry here, but no "- " stands before it.', hint)
            elif key.raw in pairs:
                line = self.source.place(pairs[key.raw][0].start)[0]
                self._report(key.start, f'the key "{key.raw}" stands already in line {line}.', "Delete one of the two.")
            else:
                pairs[key.raw] = key, value

    def _begins_entry(self, pairs: Mapping[str, tuple[Node, Node]], word: str) -> bool:
        """Whether the key is the first of a list entry that is written over several lines."""
        start = pairs[word][0].start
        return word == next(iter(pairs)) and self.text[self.source.line_start(start) : start].strip() == "-"


def _height(node: Node) -> int:
    inner = [*node.items, *(value for _, value in node.pairs.values())]
    return 1 + max(map(_height, inner), default=-1)


class _TooMuchError(Exception):
    def __init__(self, offset: int, message: str) -> None:
        self.offset, self.message = offset, message

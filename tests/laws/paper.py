"""A sheet on a person's screen: its text, what that person means it to say, and the notes written in between."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass, field
from functools import lru_cache

import yaml
from pydantic import ValidationError

from briefwright.model.factsheet import FactSheet, Item
from briefwright.sheets.fingerprint import all_items
from briefwright.sheets.yaml_source import Node, Source, core_value, read_source

BOM = b"\xef\xbb\xbf"


class _Reader(yaml.CSafeLoader):
    """Another reader than ours, with anchors, aliases and the plain scalars of YAML 1.2."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 # as PyYAML has it


def _plain_scalar(loader: _Reader, node: yaml.ScalarNode) -> object:
    return core_value(node.value) if not node.style else node.value


_Reader.add_constructor("tag:yaml.org,2002:str", _plain_scalar)


@lru_cache(maxsize=8)
def _read(data: bytes) -> Source:
    return read_source(data, "ferry.yml")


@lru_cache(maxsize=8)
def read_by_others(data: bytes) -> FactSheet | None:
    """What the YAML says, None where it is no sheet."""
    try:
        return FactSheet.model_validate(_tupled(yaml.load(data.removeprefix(BOM), _Reader)))  # noqa: S506 # made of a safe loader
    except (yaml.YAMLError, ValidationError):
        return None


def _tupled(value: object) -> object:
    """Lists as tuples, and lists whose entries were all deleted as empty ones."""
    if isinstance(value, dict):
        return {
            key: () if v is None and key in ("lead", "actors", "positions", "open_questions", "events", "evidence")
            else _tupled(v) for key, v in value.items()
        }  # fmt: skip
    return tuple(map(_tupled, value)) if isinstance(value, list) else value


@dataclass
class Paper:
    """`text` is without byte order mark; `sheet` is what it shall say."""

    text: str
    bom: bool
    sheet: FactSheet
    article: str
    """The normalised text that the sheet rests on."""
    comments: list[str] = field(default_factory=list)
    """All comments, each a line of its own wording, that stand in the text."""
    hidden: list[tuple[str, str, str, Item]] = field(default_factory=list)
    """What was commented out: the comments, the lines before, the section and the item."""
    noted: int = 0

    @classmethod
    def of(cls, data: bytes, article: str) -> Paper:
        sheet = read_by_others(data)
        assert sheet, data.decode()
        return cls(data.removeprefix(BOM).decode(), data.startswith(BOM), sheet, article)

    @property
    def data(self) -> bytes:
        return (BOM if self.bom else b"") + self.text.encode()

    @property
    def source(self) -> Source:
        return _read(self.data)

    @property
    def newline(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    def copy(self) -> Paper:
        other = copy(self)
        other.comments, other.hidden = list(self.comments), list(self.hidden)
        return other

    def node(self, *path: str | int) -> Node:
        return self.source.find(path)[0]

    def items(self) -> list[tuple[str, int, Item]]:
        """Section, place and item of every item."""
        places: dict[str, int] = {}
        found = []
        for section, item in all_items(self.sheet):
            places[section] = places.get(section, -1) + 1
            found.append((section, places[section], item))
        return found

    def in_braces(self, *path: str | int) -> bool:
        """Whether the value at `path` stands in brackets, its own not counted."""
        return any(self.node(*path[:i]).flow for i in range(len(path)))

    def replace(self, start: int, end: int, new: str) -> None:
        self.text = self.text[:start] + new.replace("\r\n", "\n").replace("\n", self.newline) + self.text[end:]

    def set(self, *path: str | int, to: object) -> None:
        """Let the sheet say something else at `path`."""
        self.sheet = _with(self.sheet, path, to)

    # Lines

    def line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Offset of the end of the line at `at`, behind its line end."""
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found + 1

    def entry(self, section: str, i: int) -> tuple[int, int]:
        """The lines of an item of a block list, from its dash on; comments below it are not among them."""
        items = self.node(section).items
        above = self.line_end(items[i - 1].end) if i else self.line_start(self.node(section).start)
        dash = re.compile(r"^ *-\s", re.MULTILINE).search(self.text, above)
        return (dash.start() if dash else above), self.line_end(items[i].end)

    def note(self) -> str:
        """A new comment, of the kind that could be taken for something else."""
        self.noted += 1
        comment = f'# note {self.noted}: it\'s mine - "really" {{[&*'
        self.comments.append(comment)
        return comment

    def forget(self, piece: str) -> None:
        """Drop what stands in a piece of the text that goes from the comments to look for."""
        self.comments = [comment for comment in self.comments if comment not in piece]


def _with(part: object, path: tuple[str | int, ...], to: object) -> object:
    if not path:
        return to
    step, rest = path[0], path[1:]
    if isinstance(part, tuple) and isinstance(step, int):
        return (*part[:step], _with(part[step], rest, to), *part[step + 1 :])
    return part.model_copy(update={step: _with(getattr(part, str(step)), rest, to)})  # type: ignore[attr-defined]

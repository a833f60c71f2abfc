"""Model in, YAML text out: a new sheet or register, a new item, or a single value, as a person would like to read it.

Block style and one line a value, however long; quotes only where a reader of YAML 1.1 or 1.2 would see something else
than the text. What is at its default is left out, but for the empty fields that invite an editor to fill them.
"""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from briefwright.model.factsheet import (
    Actor,
    ArticleInfo,
    Event,
    Evidence,
    FactSheet,
    Generated,
    OpenQuestion,
    Part,
    Position,
)
from briefwright.sheets.yaml_source import core_value

MODELINE = "# yaml-language-server: $schema={schema}\n"
MAX_INLINE = 100
"""Evidence up to this many characters stands on one line in braces, as in a hand-written sheet; longer on three."""

_INVITING: dict[type[Part], frozenset[str]] = {
    FactSheet: frozenset(
        {"publish", "bottom_line", "lead", "actors", "positions", "open_questions", "events", "notes"}
    ),
    ArticleInfo: frozenset({"outlet", "author", "url", "published", "language"}),
    Actor: frozenset({"salience"}),
    Position: frozenset({"actor", "mode"}),
    OpenQuestion: frozenset({"status"}),
    Event: frozenset({"date"}),
}
"""Fields that are written even at their default."""

_PLAIN = re.compile(r"""[^\s\-?:,\[\]{}#&*!|>'"%@`=<](?:[^\s:#]|[ ](?=[^\s#])|(?<!\s)[#]|:(?=[^\s]))*""")
_PLAIN_IN_FLOW = re.compile(r"""[^\s\-?:,\[\]{}#&*!|>'"%@`=<](?:[^\s:#,?\[\]{}]|[ ](?=[^\s#])|(?<!\s)[#])*""")
_UNSAFE = re.compile("[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_YAML_1_1: Any = yaml.SafeLoader("")
_TEXT_TAGS = frozenset({"tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"})


def render_file(part: Part, schema: str) -> str:
    """A whole new file, with the line by which editors find the JSON Schema of the name `schema`."""
    return MODELINE.format(schema=schema) + "\n".join(block(part, 0)) + "\n"


def fields(part: Part) -> list[tuple[str, object]]:
    """The keys and values of a part that its YAML shows, in the order of FACTSHEET.md."""
    shown = _INVITING.get(type(part), frozenset())
    return [
        (field.alias or name, getattr(part, name))
        for name, field in type(part).model_fields.items()
        if name in shown or field.is_required() or getattr(part, name) != field.default
    ]


def block(part: Part | dict[str, str], indent: int) -> list[str]:
    """The lines of a mapping whose keys stand at column `indent`."""
    pairs = fields(part) if isinstance(part, Part) else list(part.items())
    return [line for key, value in pairs for line in pair(key, value, indent)]


def pair(key: str, value: object, indent: int) -> list[str]:
    """The lines of one ``key: value``."""
    head = f"{' ' * indent}{scalar(key)}:"
    if isinstance(value, str) and _fits_literal(value):
        return [f"{head} |", *(" " * (indent + 2) + line if line else "" for line in value[:-1].split("\n"))]
    if isinstance(value, tuple) and any(isinstance(entry, Part) for entry in value):
        return [head, *(line for entry in value for line in list_entry(entry, indent + 2))]
    if value and isinstance(value, dict | ArticleInfo | Generated):
        return [head, *block(value, indent + 2)]
    return [f"{head} {inline(value)}"]


def list_entry(value: object, indent: int) -> list[str]:
    """The lines of one entry of a list whose dashes stand at column `indent`."""
    dash = " " * indent + "- "
    if not isinstance(value, Part) or (isinstance(value, Evidence) and len(dash + inline(value)) <= MAX_INLINE):
        return [dash + inline(value)]
    first, *rest = block(value, indent + 2)
    return [dash + first.lstrip(" "), *rest]


def inline(value: object, flow: bool = False) -> str:
    """A value on one line; `flow` where it stands inside brackets."""
    if isinstance(value, Part | dict):
        pairs = fields(value) if isinstance(value, Part) else value.items()
        return "{" + ", ".join(f"{scalar(key, True)}: {inline(v, True)}" for key, v in pairs) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(inline(v, True) for v in value) + "]"
    return scalar(value, flow) if isinstance(value, str) else json.dumps(value)


def scalar(text: str, flow: bool = False) -> str:
    """A text in the plainest form that reads back as the same text, whichever YAML version reads it."""
    if (_PLAIN_IN_FLOW if flow else _PLAIN).fullmatch(text) and not _UNSAFE.search(text) and _is_word(text):
        return text
    if _UNSAFE.search(text) or ("'" in text and '"' not in text and "\\" not in text):
        return '"' + _UNSAFE.sub(_escape, text.replace("\\", "\\\\").replace('"', '\\"')) + '"'
    return "'" + text.replace("'", "''") + "'"


def _is_word(text: str) -> bool:
    """Whether every reader takes the plain text for a text. Dates count: they stand unquoted in hand-written sheets."""
    return isinstance(core_value(text), str) and _YAML_1_1.resolve(yaml.ScalarNode, text, (True, False)) in _TEXT_TAGS


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    short = {9: "\\t", 10: "\\n", 13: "\\r"}.get(code)
    return short or (f"\\x{code:02X}" if code < 256 else f"\\u{code:04X}")


def _fits_literal(text: str) -> bool:
    """Whether a text of several lines reads back the same from a block under ``|``."""
    lines = text.split("\n")
    return (
        len(lines) > 2
        and lines[-1] == ""
        and lines[-2] != ""
        and lines[0].strip() != ""
        and not lines[0].startswith((" ", "\t"))
        and not any(_UNSAFE.search(line) for line in lines)
    )

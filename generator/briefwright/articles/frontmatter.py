"""A Markdown file's text comes in; its front matter and its body go out.

The YAML is composed, not constructed: every value stays the string that the file shows, dates and `no` among them,
aliases cannot grow, and each value knows its line and column.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import yaml

from briefwright.articles.refusal import RefusedError

LONGEST = 64_000
"""Characters of front matter; more is no front matter."""
_OPEN = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"[A-Za-z_][\w -]{0,40}:(?:\s|$)")
_NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the front matter, with the place where it stands in the file."""

    text: str
    line: int
    column: int


def split_front_matter(text: str) -> tuple[dict[str, Value], str]:
    """Divide into values by their keys (lower case) and the body after them; no values without front matter."""
    opened = _OPEN.match(text)
    if not opened or not _KEY.match(text[opened.end() : opened.end() + 100].lstrip()):
        return {}, text
    closed = _CLOSE.search(text, opened.end(), opened.end() + LONGEST)
    if not closed:
        raise RefusedError(
            "the front matter is not closed.", "Put a line with only --- below its last key.", line=1, column=1
        )
    return _values(text[opened.end() : closed.start()]), text[closed.end() :]


def _values(source: str) -> dict[str, Value]:
    try:
        node = yaml.compose(source, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 2, mark.column + 1) if mark else (1, 1)
        message = f"the front matter is not valid YAML: {error.problem or error.context}."
        raise RefusedError(
            message, "Put text with a colon or a quotation mark in it between quotes.", line, column
        ) from error
    except yaml.reader.ReaderError as error:
        raise _forbidden(source, chr(error.character)) from error
    if not isinstance(node, yaml.MappingNode):
        raise RefusedError("the front matter is not a list of keys and values.", "Write, for example, title: …", 2, 1)
    found: dict[str, Value] = {}
    for key, value in node.value:
        name = str(key.value).strip().lower()
        if name in found:
            mark = key.start_mark
            raise RefusedError(
                f"the key {name} stands here a second time.", "Keep one.", mark.line + 2, mark.column + 1
            )
        found[name] = Value(_text(value), value.start_mark.line + 2, value.start_mark.column + 1)
    return found


def _forbidden(source: str, character: str) -> RefusedError:
    """For a character that YAML does not allow, where it stands first."""
    place = source.find(character)
    name = unicodedata.name(character, "a control character")
    message = f"the front matter holds U+{ord(character):04X} ({name.lower()}), which YAML does not allow."
    line, column = source.count("\n", 0, place) + 2, place - source.rfind("\n", 0, place)
    return RefusedError(message, "The article was skipped: delete the character, which is seldom seen.", line, column)


def _text(node: yaml.Node) -> str:
    """Give a scalar's words, or those of a list (several authors) with commas; none for null and for what is deeper."""
    if isinstance(node, yaml.SequenceNode):
        return ", ".join(item.value for item in node.value if isinstance(item, yaml.ScalarNode))
    if isinstance(node, yaml.ScalarNode) and node.tag != _NULL:
        return " ".join(node.value.split())
    return ""

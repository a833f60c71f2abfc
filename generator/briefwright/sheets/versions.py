"""A YAML file's tree in; out which version of the format it is of, and what to do where that is not ours."""

from __future__ import annotations

from briefwright.errors import Problem
from briefwright.sheets.yaml_source import Node, Source

SCHEMA = 1
"""The version that we read and write, of sheets and registers alike."""
OLDEST = 1
"""The first version that there was."""


def version_node(source: Source) -> Node | None:
    """The value of ``schema``, None where it is none that there ever was or will be."""
    node, exact = source.find(("schema",))
    is_version = exact and isinstance(node.value, int) and not isinstance(node.value, bool)
    return node if is_version and int(node.raw) >= OLDEST else None


def version_of(source: Source) -> int | None:
    """The version of the format that the file names."""
    node = version_node(source)
    return int(node.raw) if node else None


def other_version(source: Source, ours: int = SCHEMA) -> Problem | None:
    """The problem that a file of another version is; of such a file nothing else can be said."""
    node = version_node(source)
    if node is None or (version := int(node.raw)) == ours:
        return None
    if version > ours:
        message = f"this file is of schema {version}, made by a newer briefwright; the one that runs here knows {ours}."
        return source.problem(node.start, message, "Upgrade briefwright.")
    message = f"this file is of schema {version}; the briefwright that runs here reads {ours}."
    return source.problem(node.start, message, "Run: briefwright migrate")

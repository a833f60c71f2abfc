"""A Document in, suggested topics out."""

from __future__ import annotations

from typing import TypeVar

from briefwright.model.document import Document
from briefwright.model.factsheet import OpenQuestion, Position, Topic

T = TypeVar("T", Position, OpenQuestion)


def find_topics(document: Document) -> tuple[Topic, ...]:
    """What the article is about."""
    return ()


def with_topics(items: tuple[T, ...], topics: tuple[Topic, ...]) -> tuple[T, ...]:
    """The items, each with the topics that its words touch."""
    return items

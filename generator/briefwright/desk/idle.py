"""A shelf in; out a note on each topic that a person took in hand in the register and that nothing published is about.

Such a topic has no page, which is no mistake: an article on it may be on its way. But nothing else would say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from briefwright.corpus import build_corpus
from briefwright.desk.places import lines
from briefwright.errors import Problem
from briefwright.model.factsheet import OpenQuestion, Position
from briefwright.sheets import Shelf
from briefwright.sheets.files import Folder
from briefwright.sheets.registers import canonical_ids
from briefwright.sheets.store import TOPICS_FILE


def idle_topics(shelf: Shelf) -> list[Problem]:
    """In the order of the register; none while there are mistakes, since what has one may be about the topic."""
    merged = canonical_ids(shelf.topics)
    approved = {e.id: e.name for e in shelf.topics.topics if e.publish is not False} if not shelf.problems else {}
    idle = approved.keys() - merged.keys() - shelf.suggested - _named(shelf, merged)
    if not idle:
        return []
    corpus = build_corpus(
        shelf.sheets.values(), shelf.actors, shelf.topics, suggested=shelf.suggested, compared=False
    )  # what names no topic may use its words
    folder = Folder(shelf.project_dir, shelf.sheets_dir)
    path = folder.path / TOPICS_FILE
    at = lines(folder, path)
    return [
        Problem(
            folder.name(path),
            at.get(key, 0),
            1 if key in at else 0,
            f"nothing published is about “{name}”, so that it has no page.",
            f"Put {key} under `topics` of an item, or give it `aliases` that articles use more than once.",
        )
        for key, name in approved.items()
        if key in idle and key not in corpus.topics
    ]


def _named(shelf: Shelf, merged: dict[str, str]) -> set[str]:
    """The topics that published items of published sheets name."""
    sheets = (loaded.sheet for loaded in shelf.sheets.values() if loaded.sheet.publish)
    items: Iterator[Position | OpenQuestion] = chain.from_iterable((*s.positions, *s.open_questions) for s in sheets)
    return {merged.get(topic, topic) for item in items if item.publish for topic in item.topics}

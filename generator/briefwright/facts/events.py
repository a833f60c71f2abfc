"""A Document in, dated events out."""

from __future__ import annotations

from briefwright.model.document import Document
from briefwright.model.factsheet import Event


def find_events(document: Document) -> tuple[Event, ...]:
    """What happened or is announced."""
    return ()

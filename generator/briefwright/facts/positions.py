"""A Document with attributions and its Cast in, positions out."""

from __future__ import annotations

from briefwright.model.document import Cast, Document
from briefwright.model.factsheet import Position


def find_positions(document: Document, cast: Cast) -> tuple[Position, ...]:
    """Who says what, with act, mode and evidence."""
    return ()

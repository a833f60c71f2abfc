"""A Document in, the sentences that carry its story out."""

from __future__ import annotations

from briefwright.model.document import Cast, Document
from briefwright.model.factsheet import Evidence


def find_lead(document: Document, cast: Cast) -> tuple[Evidence, ...]:
    """Two to four sentences, verbatim."""
    return ()

"""A Document and its Cast in, open questions out."""

from __future__ import annotations

from briefwright.model.document import Cast, Document
from briefwright.model.factsheet import OpenQuestion


def find_questions(document: Document, cast: Cast) -> tuple[OpenQuestion, ...]:
    """What the article leaves open."""
    return ()

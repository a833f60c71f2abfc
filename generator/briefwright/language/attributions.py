"""A Document without attributions in, its attributions out."""

from __future__ import annotations

from briefwright.model.document import Attribution, Document


def find_attributions(document: Document) -> tuple[Attribution, ...]:
    """Who says what, in text order."""
    return ()

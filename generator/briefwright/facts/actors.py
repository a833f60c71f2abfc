"""A Document in, its Cast out: who acts or speaks, under which names, and where each is mentioned."""

from __future__ import annotations

from briefwright.model.document import Cast, Document


def find_actors(document: Document) -> Cast:
    """The actors of the article."""
    return Cast(())

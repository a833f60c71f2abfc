"""A text in, the stretches between quotation marks out."""

from __future__ import annotations

from briefwright.model.text import Span


def find_quotations(text: str) -> tuple[Span, ...]:
    """The stretches between double quotation marks, marks excluded, in text order."""
    return ()

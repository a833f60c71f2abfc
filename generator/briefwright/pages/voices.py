"""Who is heard how much: statements in; out, the number of statements and of quoted words of each speaker."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefwright.model.corpus import Statement
from briefwright.model.order import grouped


class Share(NamedTuple):
    """A speaker, None for all sources without a name together."""

    actor: str | None
    statements: int
    words: int
    """Words of the articles that are given as its own: the evidence, a passage that two statements share once."""


def shares(statements: Iterable[Statement]) -> list[Share]:
    """Most statements first, of equal ones most words; sources without a name at the end."""
    said = grouped((s.actor, s) for s in statements)
    found = [Share(actor, len(own), _words(own)) for actor, own in said.items()]
    return sorted(found, key=lambda s: (s.actor is None, -s.statements, -s.words, s.actor or ""))


def _words(statements: Iterable[Statement]) -> int:
    passages = {(s.sheet, quote) for s in statements for quote in s.passage.quotes}
    return sum(len(quote.split()) for _, quote in passages)

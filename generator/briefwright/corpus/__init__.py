"""Fact sheets to `Corpus`: who is who, statements with their context, the ledger of questions, the timeline."""

from __future__ import annotations

from briefwright.corpus.join import build_corpus
from briefwright.corpus.lookalikes import find_lookalikes

__all__ = ["build_corpus", "find_lookalikes"]

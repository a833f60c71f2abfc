"""Fact sheets to `Corpus`: identity of actors and topics, statements with their context, the question ledger, the timeline."""

from __future__ import annotations

from briefwright.corpus.join import build_corpus

__all__ = ["build_corpus"]

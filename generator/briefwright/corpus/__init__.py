"""Fact sheets to `Corpus`: who is who, statements in context, who contradicts whom, questions, the timeline."""

from __future__ import annotations

from briefwright.corpus.contradictions import contradictions
from briefwright.corpus.join import build_corpus

__all__ = ["build_corpus", "contradictions"]

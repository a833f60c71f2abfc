"""Fact sheets to `Corpus`: who is who, statements in context, who contradicts whom, questions, the timeline."""

from __future__ import annotations

from briefwright.corpus.answers import said_since
from briefwright.corpus.contradictions import contradictions
from briefwright.corpus.join import build_corpus
from briefwright.corpus.known import Known
from briefwright.corpus.lookalikes import find_lookalikes
from briefwright.corpus.sentences import in_context

__all__ = ["Known", "build_corpus", "contradictions", "find_lookalikes", "in_context", "said_since"]

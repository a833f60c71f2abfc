"""A way of reading a cue, and how far it can be trusted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefwright.model.document import Attribution, Document
from briefwright.model.text import Span

SCORES: dict[str, float] = {}
"""Share of each pattern's attributions that are right on the training part of PolNeAR."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An attribution in the making: which pattern read it, and at which token its cue stands."""

    pattern: str
    at: int
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    def with_content(self, content: tuple[Span, ...]) -> Reading:
        """The same reading of other content."""
        return replace(self, content=content)

    def attribution(self) -> Attribution:
        """The reading as what the stage hands on."""
        return Attribution(self.source, self.cue, self.content, SCORES.get(self.pattern, 0.5))


def joined(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans in text order, those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def with_whole_quotations(document: Document, content: tuple[Span, ...], cue: Span) -> tuple[Span, ...]:
    """The content with every quotation that it touches taken whole; inside a quotation, the content ends with it."""
    around = next((q for q in document.quotations if q.covers(cue)), None)
    if around:
        clipped = (Span(max(s.start, around.start), min(s.end, around.end)) for s in content)
        return tuple(s for s in clipped if s.start < s.end)
    touched = tuple(q for q in document.quotations if any(q.overlaps(s) for s in content))
    return joined(content + touched)

"""A way of reading a cue, and how far it can be trusted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefwright.language.quotations import touching
from briefwright.model.document import Attribution, Document
from briefwright.model.text import Span

SCORES = {
    "according": 0.82,
    "adjective clause": 0.44,
    "adjective phrase": 0.64,
    "calling": 0.67,
    "colon": 0.81,
    "gerund": 0.5,
    "infinitive": 0.54,
    "judgement": 0.72,
    "label": 0.78,
    "noun clause": 0.55,
    "noun infinitive": 0.43,
    "noun phrase": 0.44,
    "object": 0.51,
    "passive infinitive": 0.79,
    "passive judgement": 0.58,
    "passive object": 0.71,
    "prepositional": 0.57,
    "prompting": 0.49,
    "speech around": 0.95,
    "speech around bare": 0.83,
    "speech clause": 0.85,
    "speech quoted": 0.76,
    "speech to the end": 0.46,
    "speech with as": 0.9,
    "thought clause": 0.55,
}
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
        return Attribution(self.source, self.cue, self.content, SCORES[self.pattern])


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
    around = touching(document.quotations, *cue)
    if around:
        clipped = (Span(max(s.start, around[0].start), min(s.end, around[0].end)) for s in content)
        return tuple(s for s in clipped if s.start < s.end)
    return joined(content + tuple(q for span in content for q in touching(document.quotations, *span)))

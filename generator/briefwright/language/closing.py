"""A Document and attributions in, the words before a closing cue given to whom that cue names out.

"… ," Holm said. "… ," she added: what a sentence ends by attributing is not the one before's, which a network that
reads long stretches at once gives to whoever spoke first or last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefwright.model.document import Attribution, Document, Token
from briefwright.model.text import Span

CLOSING = frozenset(
    """
    acknowledge add admit allege announce argue ask assert believe claim complain conclude confirm contend continue
    declare estimate explain find insist joke note observe post predict promise recall remark reply report respond say
    show state suggest tell think tweet urge vow warn wonder write
    """.split()
)
"""Verbs by which a sentence ends, or is broken, with its speaker."""
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_SUBJECTS = frozenset({"nsubj"})
_CLAUSES = frozenset({"ccomp", "parataxis"})
_MARKS = "\"”’'"


@dataclass(frozen=True, slots=True)
class Closing:
    """A closing cue, who it names, and from where to where it attributes what stands before it."""

    before: Span
    cue: Span
    source: Span
    sentence: Span


def find_closings(document: Document) -> tuple[Closing, ...]:
    """The closing cues of the text, in order."""
    return tuple(c for t in document.tokens if (c := _closing(document, t)))


def with_closings(document: Document, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, each without the words that a closing cue of another attributes, which get or have their own."""
    closings = find_closings(document)
    starts = [c.before.start for c in closings]
    given: dict[Closing, list[tuple[Span, float]]] = defaultdict(list)
    kept: list[Attribution] = []
    for attribution in attributions:
        content: list[Span] = []
        owner: Closing | None = None
        for span in attribution.content:
            at = bisect_right(starts, span.start) - 1
            found = closings[at] if at >= 0 and _takes(closings[at], span, attribution) else None
            if found is None and owner is not None and attribution.cue[0].start < owner.before.start:
                found = owner  # "…," she said. "And …"
            owner = found
            if found is None:
                content.append(span)
            else:
                given[found].append((span, attribution.score))
        if content:
            kept.append(replace(attribution, content=tuple(content)))
    for closing, spans in given.items():
        at = next((i for i, a in enumerate(kept) if any(closing.cue.overlaps(c) for c in a.cue)), None)
        if at is None:
            kept.append(Attribution((closing.source,), (closing.cue,), tuple(s for s, _ in spans), spans[0][1]))
        else:
            kept[at] = replace(kept[at], content=_joined(kept[at].content, [s for s, _ in spans]))
    return kept


def _takes(closing: Closing, span: Span, attribution: Attribution) -> bool:
    """Whether the span stands before the closing cue, and the attribution's own cue in another sentence."""
    inside = closing.before.start <= span.start and span.end <= closing.before.end + 1
    whole = Span(closing.before.start, closing.sentence.end)
    return inside and not any(c.overlaps(whole) for c in attribution.cue)


def _joined(content: Sequence[Span], more: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted([*content, *(s for s in more if not any(s.overlaps(c) for c in content))]))


def _closing(document: Document, token: Token) -> Closing | None:
    if token.text == "according":
        return _according(document, token)
    if token.lemma not in CLOSING or token.tag not in _FINITE or document.quoted(token.start, token.end):
        return None
    subject = next((t for t in _below(document, token) if t.dep in _SUBJECTS), None)
    if subject is None:
        return None
    phrase = list(document.subtree(subject.i))
    opening = min(phrase[0].i, token.i)
    sentence = document.sentence_at(token.start)
    start = document.tokens[opening].start
    mark = document.text[:start].rstrip()[-1:]
    if not mark:
        return None
    quotation = next((q for q in document.quotations if 0 <= start - q.end <= 3), None) if mark in _MARKS else None
    if quotation is None and (mark != "," or not any(_is_said_before(t, token, opening) for t in _below(document, token))):
        return None
    first = min(sentence.start, quotation.start) if quotation else sentence.start
    before = Span(document.sentence_at(first).start, start)
    source = Span(phrase[0].start, phrase[-1].end)
    if source.overlaps(Span(token.start, token.end)) or before.start >= before.end:
        return None
    return Closing(before, Span(token.start, token.end), source, sentence.span)


def _is_said_before(clause: Token, verb: Token, opening: int) -> bool:
    return clause.dep in _CLAUSES and clause.i < opening


def _according(document: Document, token: Token) -> Closing | None:
    to = document.tokens[min(token.i + 1, len(document.tokens) - 1)]
    sentence = document.sentence_at(token.start)
    phrase = [t for t in document.subtree(to.i) if t.i > to.i]
    said = any(t.tag in _FINITE for t in document.tokens[sentence.first : token.i])
    if to.text != "to" or not phrase or not said or document.quoted(token.start, token.end):
        return None
    source = Span(phrase[0].start, phrase[-1].end)
    return Closing(Span(sentence.start, token.start), Span(token.start, to.end), source, sentence.span)


def _below(document: Document, token: Token) -> Iterator[Token]:
    return (document.tokens[i] for i in document.children[token.i])

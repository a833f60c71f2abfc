"""A Document and attributions in, the words before a closing cue given to whom that cue names out.

"…," Holm said. "…," she added: what a sentence attributes at its end is not the speaker's before, to whom a network
that reads long stretches at once may give it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from briefwright.model.document import Attribution, Document, Token
from briefwright.model.text import Span

CLOSING = frozenset(
    """
    acknowledge add admit allege announce argue ask assert believe claim complain conclude confirm contend continue
    declare estimate explain find insist joke note observe post predict promise recall remark reply report respond say
    show state suggest tell think tweet urge vow warn wonder write
    """.split()
)
"""Verbs by which a sentence ends, or is broken off, with its speaker."""
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_CLAUSES = frozenset({"ccomp", "parataxis"})
_OBJECTS = frozenset({"acomp", "ccomp", "dobj", "xcomp"})
_MARKS = "\"”’'"
UNREAD_SCORE = 0.6
"""How sure an attribution is that the grammar alone gives."""
_GAP = 3
"""Characters that may stand between a quotation and what follows it: its mark and a blank."""


@dataclass(frozen=True, slots=True)
class Closing:
    """A closing cue: the stretch that it attributes, who it names, and the end of its sentence."""

    before: Span
    cue: Span
    source: Span
    end: int

    def takes(self, span: Span, attribution: Attribution) -> bool:
        """Whether the span stands before the cue, and the attribution's own cue in another sentence."""
        inside = self.before.start <= span.start and span.end <= self.before.end
        return inside and not any(c.overlaps(Span(self.before.start, self.end)) for c in attribution.cue)


def find_closings(document: Document) -> tuple[Closing, ...]:
    """The closing cues of the text, in order."""
    return tuple(c for t in document.tokens if (c := _closing(document, t)))


def with_closings(document: Document, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions without the words that the closing cue of another takes: that one has them, or is new."""
    closings = find_closings(document)
    starts = [c.before.start for c in closings]
    taken: dict[Closing, list[tuple[Span, float]]] = defaultdict(list)
    kept: list[Attribution] = []
    for attribution in attributions:
        content: list[Span] = []
        owner: Closing | None = None
        for span in attribution.content:
            at = bisect_right(starts, span.start) - 1
            if at >= 0 and closings[at].takes(span, attribution):
                owner = closings[at]
            elif owner is not None and attribution.cue[0].start > owner.before.start:
                owner = None  # else what goes on after the closing cue is its speaker's too
            if owner is None:
                content.append(span)
            else:
                taken[owner].append((span, attribution.score))
        if content:
            kept.append(replace(attribution, content=tuple(content)))
    owners = {t.start: i for i, a in enumerate(kept) for c in a.cue for t in document.tokens_in(*c)}
    for closing, words in taken.items():
        own = next((owners[t.start] for t in document.tokens_in(*closing.cue) if t.start in owners), None)
        spans = [span for span, _ in words]
        if own is None:
            kept.append(Attribution((closing.source,), (closing.cue,), tuple(spans), words[0][1]))
        else:
            more = [s for s in spans if not any(s.overlaps(c) for c in kept[own].content)]
            kept[own] = replace(kept[own], content=tuple(sorted([*kept[own].content, *more])))
    return [*kept, *_unread(document, closings, kept)]


def _unread(document: Document, closings: Iterable[Closing], found: Iterable[Attribution]) -> Iterator[Attribution]:
    """What closing cues attribute in sentences in which nothing was found."""
    touched = sorted(span for a in found for span in (*a.source, *a.cue, *a.content))
    ends = list(accumulate((span.end for span in touched), max))
    for closing in closings:
        at = bisect_left(touched, Span(closing.end, 0))
        if at and ends[at - 1] > closing.before.start:
            continue
        words = document.text[slice(*closing.before)].rstrip(" ,")
        content = Span(closing.before.start, closing.before.start + len(words))
        yield Attribution((closing.source,), (closing.cue,), (content,), UNREAD_SCORE)


def _closing(document: Document, token: Token) -> Closing | None:
    if token.text == "according":
        return _according(document, token)
    passive = token.lemma == "quote" and token.tag == "VBN"  # "…," Holm was quoted as saying
    says = passive or (token.lemma in CLOSING and token.tag in _FINITE)
    if not says or document.quoted(token.start, token.end):
        return None
    subject = next((t for t in _below(document, token) if t.dep == ("nsubjpass" if passive else "nsubj")), None)
    if subject is None:
        return None
    phrase = list(document.subtree(subject.i))
    opening = document.tokens[min(phrase[0].i, token.i)]
    cue, source = _cue(document, token), Span(phrase[0].start, phrase[-1].end)
    start = _start(document, opening, token)
    if start is None or start >= opening.start or source.overlaps(cue):
        return None
    return Closing(Span(start, opening.start), cue, source, document.sentence_at(token.start).end)


def _cue(document: Document, verb: Token) -> Span:
    """The verb; in the passive with all of "was quoted as saying"."""
    helpers = [t.start for t in _below(document, verb) if t.dep == "auxpass"]
    after = document.tokens[verb.i + 1 : verb.i + 3]
    spoken = helpers and [t.text for t in after] == ["as", "saying"]
    return Span(helpers[0], after[1].end) if spoken else Span(verb.start, verb.end)


def _start(document: Document, opening: Token, verb: Token) -> int | None:
    """Where what is said before the speaker is named begins: a quotation, or a clause and a comma; None without."""
    sentence = document.sentence_at(verb.start).start
    mark = document.text[max(0, opening.start - _GAP) : opening.start].rstrip()[-1:]
    at = bisect_left(document.quotations, Span(opening.start, 0))
    before = document.quotations[max(0, at - 1) : at]
    quotation = next((q for q in before if mark in _MARKS and opening.start - q.end <= _GAP), None)
    if quotation is not None:
        first = document.sentence_at(min(sentence, quotation.start)).start
        return first if _goes_on(document, quotation, verb) else None
    says = any(t.dep in _CLAUSES and t.i < opening.i for t in _below(document, verb))
    return sentence if mark == "," and says else None


def _goes_on(document: Document, quotation: Span, verb: Token) -> bool:
    """Whether what follows the quotation belongs to its sentence, and is not one of its own."""
    last = document.text[quotation.start : quotation.end].rstrip(" '’")[-1:]
    if last in ("?", "!"):
        return not any(t.i > verb.i and t.dep in _OBJECTS for t in _below(document, verb))
    return last != "."


def _according(document: Document, token: Token) -> Closing | None:
    """The cue of "…, according to the ministry"."""
    sentence = document.sentence_at(token.start)
    after = document.tokens[token.i + 1 : token.i + 2]
    phrase = [t for to in after if to.text == "to" for t in document.subtree(to.i) if t.i > to.i]
    said = any(t.tag in _FINITE or t.tag == "MD" for t in document.tokens[sentence.first : token.i])
    if not phrase or not said or document.quoted(token.start, token.end):
        return None
    source = Span(phrase[0].start, phrase[-1].end)
    return Closing(Span(sentence.start, token.start), Span(token.start, after[0].end), source, sentence.end)


def _below(document: Document, token: Token) -> list[Token]:
    return [document.tokens[i] for i in document.children[token.i]]

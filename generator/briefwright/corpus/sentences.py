"""Which sentences stand around a stretch of evidence: text and spans in, spans of context out.

A cutter by marks and paragraphs, no language model: where it is unsure it does not cut, since a context that is a
sentence too long does no harm and one that ends within an abbreviation looks broken. Lists of links are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from briefwright.asides import link_lists
from briefwright.model.text import Span

REACH = 400
"""Characters of context shown at most before and after the evidence: a text without full stops is no sentence."""

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev hon gen col lt sgt capt cmdr adm maj gov sen rep pres st mt ft no nos vs etc inc ltd co corp"
    " jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun approx dept est fig vol art".split()
)
"""Words that news English writes with a full stop in the middle of a sentence: titles, bodies, months, days."""

_END = re.compile(r"[.!?…]{1,3}[\"'”’»)\]]{0,3}(?=\s+[\"'“‘«(\[]{0,3}[A-Z0-9À-Þ])|\n")
_LAST_WORD = re.compile(r"(?:[^\W_]\.)*[^\W_]+$")


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of `text` in order, without the blanks between them; a paragraph always ends one."""
    found: list[Span] = []
    start = 0
    for end in _END.finditer(text):
        if not _abbreviated(text, end):
            found.append(Span(start, end.end()))
            start = end.end()
    found.append(Span(start, len(text)))
    return tuple(s for s in (_trimmed(text, s) for s in found) if s.start < s.end)


def in_context(text: str | None, evidence: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences of `text` that the evidence touches; none where either is missing."""
    if not text or not evidence:
        return ()
    cuts, links = _read(text)
    links = tuple(aside for aside in links if not any(aside.overlaps(e) for e in evidence))
    return tuple(piece for run in context(text, cuts, evidence, links) for piece in _without(text, run, links))


def context(text: str, cuts: Sequence[Span], evidence: Sequence[Span], links: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The sentences of `cuts` that the evidence touches, neighbours joined, none further than `REACH` beyond it.

    The characters of `links` do not count.
    """
    if not cuts:
        return tuple(evidence)
    starts = [s.start for s in cuts]
    runs: list[tuple[int, int]] = []
    for span in sorted(evidence):
        first = max(0, bisect_right(starts, span.start) - 1)
        last = max(first, bisect_right(starts, span.end - 1) - 1)
        if runs and first <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], max(runs[-1][1], last))
        else:
            runs.append((first, last))
    return tuple(_within_reach(text, Span(cuts[a].start, cuts[b].end), evidence, links) for a, b in runs)


@lru_cache(maxsize=1_000)
def _read(text: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The sentences of `text`, which go on after a list of links that stands in one; and these lists."""
    links = tuple(link_lists(text))
    story = text
    for start, end in links:
        story = story[:start] + " " * (end - start) + story[end:]
    return sentences(story), links


def _without(text: str, run: Span, links: Iterable[Span]) -> Iterator[Span]:
    """What is left of `run` between the lists of links, where it has words."""
    start = run.start
    for aside in (*(aside for aside in links if aside.overlaps(run)), Span(run.end, run.end)):
        piece = _trimmed(text, Span(start, max(start, aside.start)))
        if any(map(str.isalnum, text[piece.start : piece.end])):
            yield piece
        start = aside.end


def nearest(text: str, words: str, contexts: Sequence[Span], evidence: Sequence[Span]) -> tuple[Span, ...]:
    """Where `words` stand in the context and outside the evidence, nearest to it; nothing where they do not."""
    verbatim = any(words in text[c.start : c.end] for c in contexts)
    find = _verbatim if verbatim else _in_any_case
    hits = (h for c in contexts for h in find(text, words, c))
    outside = [h for h in hits if not any(h.overlaps(e) for e in evidence)]
    distance = {
        h: min(abs(h.end - e.start) if h.end <= e.start else abs(h.start - e.end) for e in evidence) for h in outside
    }
    return (min(outside, key=lambda h: (distance[h], h)),) if outside else ()


def _verbatim(text: str, words: str, within: Span) -> Iterator[Span]:
    start = text.find(words, within.start, within.end)
    while start >= 0:
        end = start + len(words)
        if not _inside_word(text, start) and not _inside_word(text, end):
            yield Span(start, end)
        start = text.find(words, start + 1, within.end)


def _inside_word(text: str, offset: int) -> bool:
    """Whether a word goes on across `offset`."""
    return 0 < offset < len(text) and _is_of_word(text[offset - 1]) and _is_of_word(text[offset])


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _in_any_case(text: str, words: str, within: Span) -> Iterator[Span]:
    """The same for words that a person wrote with other capitals; for all words it would cost more than the rest."""
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
    return (Span(*m.span()) for m in pattern.finditer(text, within.start, within.end))


def _abbreviated(text: str, end: re.Match[str]) -> bool:
    """Whether the full stop belongs to an initial ("J. Smith", "U.S.") or to an abbreviation."""
    if end.group() != ".":
        return False
    word = _LAST_WORD.search(text, max(0, end.start() - 20), end.start())
    return word is not None and (len(word[0]) == 1 or "." in word[0] or word[0].lower() in ABBREVIATIONS)


def _trimmed(text: str, span: Span) -> Span:
    passage = text[span.start : span.end]
    left = len(passage) - len(passage.lstrip())
    return Span(span.start + left, span.start + max(left, len(passage.rstrip())))


def _within_reach(text: str, run: Span, evidence: Sequence[Span], links: Sequence[Span]) -> Span:
    inside = [e for e in evidence if e.overlaps(run)] or [run]
    first, last = min(e.start for e in inside), max(e.end for e in inside)
    start, end = min(run.start, first), max(run.end, last)
    before = REACH + sum(a.end - a.start for a in links if start <= a.start and a.end <= first)
    after = REACH + sum(a.end - a.start for a in links if last <= a.start and a.end <= end)
    if first - start > before:
        start = text.find(" ", first - before, first) + 1 or first
    if end - last > after:
        space = text.rfind(" ", last, last + after)
        end = space if space > 0 else last
    return Span(start, end)

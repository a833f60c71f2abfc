"""The article's words as HTML: a passage and its text in, escaped words with evidence marked and cue dotted out.

The one place, with `notes`, that makes `Markup`: every character of the article goes through `escape` here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from briefwright.model.corpus import Passage
from briefwright.model.text import Span

CUT = "[…]"
TELLING = 4
"""Words that say by themselves what is claimed: not “responsibility”, not “blamed Karsia”."""
_AND_THEN = Markup(" […] ")

_GOES_ON = re.compile(r"[,.;:!?)]|[’']s\b")
"""What has no blank before it."""
_BREAKS = re.compile(
    r"(?:[,;:(—–]|\s-\s)\s*+(?:(?:and|but|or)\s+)?(?!(?:that|which|who|whom|whose)\b)|[.!?]\s+(?=[A-Z])|\n\s*"
)
"""Behind one a clause begins; a relative one begins with what it is about: “raids that Soria has blamed on Karsia”."""
_THAT = re.compile(r"\s+that\s+")
"""Behind it begins what is said, if it stands right behind the words that attribute it."""
_SENTENCE_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*\s*$|\n\s*$|^\s*$")


def marked(
    text: str | None, passage: Passage, *, whole: bool = True, heads: Mapping[int, Markup] | None = None
) -> Markup:
    """The sentences of `passage` with its evidence marked; `whole` False leaves the evidence alone.

    `heads` holds what stands at the front of a mark, by the offset at which the mark begins.
    """
    if text is None or not passage.context:
        return _AND_THEN.join(Markup("<mark>{}</mark>").format(q) for q in passage.quotes)
    stretches = passage.context if whole else merged(passage.evidence)
    parts = [stretch(text, s, passage.evidence, passage.cue, heads or {}) for s in stretches]
    opening = f"{CUT} " if whole and _cut_before(text, stretches[0].start) else ""
    closing = f" {CUT}" if whole and _cut_after(text, stretches[-1].end) else ""
    return escape(opening) + Markup("").join(_with_cuts(text, stretches, parts)) + escape(closing)


def stretch(
    text: str, span: Span, evidence: Iterable[Span], cues: Iterable[Span], heads: Mapping[int, Markup]
) -> Markup:
    """The characters of `span`, those of `evidence` in ``<mark>``, those of `cues` dotted."""
    marks, cues = merged(evidence), merged(cues)
    bounds = {span.start, span.end, *(p for s in (*marks, *cues) for p in s if span.start < p < span.end)}
    bounds |= {h for h in heads if span.start <= h < span.end}
    cuts = sorted(bounds)
    html: list[str] = []
    open_mark = False
    for start, end in pairwise(cuts):
        inside = _inside(start, marks)
        if open_mark and (not inside or start in heads):
            html.append("</mark>")
            open_mark = False
        if inside and not open_mark:
            html += ["<mark>", heads.get(start, "")]
            open_mark = True
        words = escape(" ".join(re.split(r"\s*\n\s*", text[start:end])))
        html += ['<span class="cue">', words, "</span>"] if _inside(start, cues) else [words]
    html.append("</mark>" if open_mark else "")
    return Markup("".join(html))  # noqa: S704 - tags of our own, `heads` that are Markup, and words that are escaped


def plain(text: str | None, passage: Passage, *, whole: bool = True) -> str:
    """The same words without any marking, for search."""
    if text is None or not passage.context:
        return f" {CUT} ".join(passage.quotes)
    stretches = passage.context if whole else merged(passage.evidence)
    return "".join(_with_cuts(text, stretches, [" ".join(text[s.start : s.end].split()) for s in stretches]))


def clause(text: str | None, passage: Passage) -> str:
    """The words of the first evidence, of a word or two the clause that they end."""
    quote = passage.quotes[0] if passage.quotes else ""
    if text is None or not passage.context or len(quote.split()) >= TELLING:
        return quote
    evidence = passage.evidence[0]
    sentence = next((s for s in passage.context if s.start <= evidence.start < s.end), evidence)
    starts = [m.end() for m in _BREAKS.finditer(text, sentence.start, evidence.start)]
    starts += [m.end() for cue in passage.cue if (m := _THAT.match(text, cue.end, evidence.start))]
    start = max(starts, default=sentence.start)
    words = " ".join(text[start : evidence.end].split())
    return words + "”" if words.count("“") > words.count("”") else words


def merged(spans: Iterable[Span]) -> Sequence[Span]:
    """The spans in order, those that touch or overlap made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result


def _with_cuts(text: str, stretches: Sequence[Span], parts: Sequence[str]) -> Iterator[str]:
    """The words of the stretches, and between two that something is left out."""
    for number, (span, part) in enumerate(zip(stretches, parts, strict=True)):
        if number:
            yield f" {CUT}" if _GOES_ON.match(text, span.start) else f" {CUT} "
        yield part


def _inside(offset: int, spans: Sequence[Span]) -> bool:
    return any(s.start <= offset < s.end for s in spans)


def _cut_before(text: str, start: int) -> bool:
    return not _SENTENCE_ENDS.search(text[max(0, start - 8) : start])


def _cut_after(text: str, end: int) -> bool:
    return end < len(text) and text[end] != "\n" and not _SENTENCE_ENDS.search(text[max(0, end - 8) : end])

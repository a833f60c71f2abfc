"""A Document and the readings of its verbs and nouns in; those and the speech that no single clause holds out.

Quotations and block quotations after a colon, transcripts and headlines ("GREY: …"), and quotations that go on without
a new cue.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Iterator

from briefwright.language.clauses import VERBAL, cue_words, lemma, noun_phrase, owner, stray_subject, subject, trimmed
from briefwright.language.cues import NOUN_COLON, SPEECH
from briefwright.language.quotations import touching
from briefwright.language.readings import Reading, joined
from briefwright.model.document import Document, Token
from briefwright.model.text import Span

_WORD = r"[^\W\d_][\w.’'-]{0,30}"
_LABEL = re.compile(
    rf"(?:^|\n)[ \t]*({_WORD}(?: {_WORD}){{0,4}}(?: [(\[][^()\[\]\n]{{1,40}}[)\]])?):[ \t\u00a0]+(?=\S)"
)
"""A name and a colon at the start of a paragraph."""
_BLOCK = re.compile(r":[ \t\u00a0]*\n\s*(?=[^\s“\"„«`'])")
"""A colon that ends its paragraph, before one with no quotation mark at its start."""
_SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_SENTENCE_END = frozenset('.?!”"»:)…')
_OPENING = " \n\t\u00a0“\"„«`'‘"
_MIN_WORDS = 3
_REACH = 400
"""Characters before a colon in which the word that announces stands."""
_MAX_PARAGRAPH = 5_000
"""Characters; a longer paragraph is no single quotation."""


def with_quotations(document: Document, readings: list[Reading]) -> list[Reading]:
    """The readings with the quotations that go on from them, and new ones for what a colon or label announces."""
    found = list(readings)
    outside = [r for r in found if not touching(document.quotations, *r.cue[0])]
    covered = joined(tuple(span for r in outside for span in r.content))
    ends = sorted((_end(r), at) for at, r in enumerate(found) if _is_quoting(document, r))
    for quotation in document.quotations:
        if touching(covered, *quotation) or not _stands_alone(document, quotation):
            continue
        if announcement := _announced(document, quotation):
            found.append(announcement)
            insort(ends, (quotation.end, len(found) - 1))
        elif (at := _continued(document, ends, quotation)) is not None:
            found[at] = found[at].with_content(joined((*found[at].content, quotation)))
            insort(ends, (quotation.end, at))
    return [*found, *_blocks(document), *_transcribed(document)]


def _end(reading: Reading) -> int:
    return max(span.end for span in (*reading.content, *reading.cue))


def _is_quoting(document: Document, reading: Reading) -> bool:
    """Whether its content ends in a quotation that its cue is not part of."""
    last = reading.content[-1]
    return bool(touching(document.quotations, *last)) and not touching(document.quotations, *reading.cue[0])


def _stands_alone(document: Document, quotation: Span) -> bool:
    """Whether it is speech of its own and not a few words of somebody else's sentence."""
    around = document.text[max(0, quotation.start - 4) : quotation.start]
    before = around.rstrip(_OPENING)
    opens = not before or before[-1] in _SENTENCE_END or "\n" in around
    return opens and len(document.text[quotation.start : quotation.end].split()) >= _MIN_WORDS


def _continued(document: Document, ends: list[tuple[int, int]], quotation: Span) -> int | None:
    """Index of the reading whose quotation this one continues: in its paragraph, or filling the paragraph after it."""
    at = bisect_right(ends, (quotation.start, len(document.text)))
    if not at:
        return None
    end, reading = ends[at - 1]
    apart = document.sentence_at(quotation.start).paragraph - document.sentence_at(max(0, end - 1)).paragraph
    return reading if apart == 0 or (apart == 1 and _fills_paragraph(document, quotation)) else None


def _fills_paragraph(document: Document, quotation: Span) -> bool:
    start = document.text.rfind("\n", 0, quotation.start) + 1
    end = document.text.find("\n", quotation.end)
    end = end if end >= 0 else len(document.text)
    around = document.text[start : quotation.start] + document.text[quotation.end : end]
    return end - start < _MAX_PARAGRAPH and not any(c.isalnum() for c in around)


def _announced(document: Document, quotation: Span) -> Reading | None:
    """The quotation as what the words before its colon announce: "spokesman Wang's remarks: …"."""
    before = document.text[max(0, quotation.start - 40) : quotation.start].rstrip(_OPENING)
    if not before.endswith(":"):
        return None
    words = _words_before(document, document.text.rindex(":", 0, quotation.start))
    if cue := _announcing(words):
        return _announcement(document, cue, quotation)
    verb = next((t for t in reversed(words) if t.pos in VERBAL and t.dep not in ("aux", "auxpass")), None)
    return _announcement(document, verb, quotation) if verb else None


def _words_before(document: Document, colon: int) -> list[Token]:
    """The words of the colon's sentence before it, as far back as an announcement reaches."""
    start = max(document.sentence_at(colon).start, colon - _REACH)
    return [t for t in document.tokens_in(start, colon) if t.end <= colon]


def _announcing(words: list[Token]) -> Token | None:
    """The last word of saying among them."""
    for token in reversed(words):
        if lemma(token) in (NOUN_COLON if token.pos == "NOUN" else SPEECH if token.tag.startswith("VB") else ()):
            return token
    return None


def _announcement(document: Document, cue: Token, content: Span) -> Reading:
    speaker = subject(document, cue.i) or stray_subject(document, cue)
    source = owner(document, cue.i) if cue.pos == "NOUN" else speaker
    named = noun_phrase(document, source.i) if source else ()
    return Reading("colon", cue.i, named, (cue_words(document, cue.i),), (content,))


def _blocks(document: Document) -> Iterator[Reading]:
    """Paragraphs set without marks after one that ends in a word of saying and a colon."""
    for colon in _BLOCK.finditer(document.text):
        cue = _announcing(_words_before(document, colon.start()))
        if cue is None or touching(document.quotations, cue.start, cue.end):
            continue
        end = document.text.find("\n", colon.end())
        yield _announcement(document, cue, trimmed(document.text, colon.end(), end if end >= 0 else len(document.text)))


def _transcribed(document: Document) -> Iterator[Reading]:
    """Paragraphs that open with a speaker's name and a colon."""
    labels = list(_LABEL.finditer(document.text))
    shouted = Counter(m.group(1).strip() for m in labels if m.group(1).isupper())
    speakers = [Span(n.start, n.end) for n in document.names if n.label in _SPEAKERS]
    for label in labels:
        name = trimmed(document.text, *label.span(1))
        words = document.tokens_in(*name)
        named = bool(words and touching(speakers, *name)) and words[-1].pos == "PROPN"
        if not words or not (named or shouted[label.group(1).strip()] > 1):
            continue
        end = document.text.find("\n", label.end())
        content = trimmed(document.text, label.end(), end if end >= 0 else len(document.text))
        if content.start < content.end:
            yield Reading("label", words[-1].i, (name,), (Span(label.end(1), label.end(1) + 1),), (content,))

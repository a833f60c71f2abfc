"""A Document and the readings of its verbs and nouns in; speech that no single clause holds out.

Quotations after a colon, transcripts and headlines ("PENCE: …"), and quotations that go on without a new cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefwright.language.clauses import VERBAL, cue_words, lemma, noun_phrase, owner, subject, trimmed
from briefwright.language.cues import NOUN_COLON, SPEECH
from briefwright.language.readings import Reading, joined
from briefwright.model.document import Document, Sentence, Token
from briefwright.model.text import Span

_LABEL = re.compile(r"(?:^|\n)[ \t]*((?:[^\W\d_][\w.’'-]*[ ]?){1,5}(?:\([^()\n]{1,40}\)|\[[^\[\]\n]{1,40}\])?):[ \t\u00a0]+(?=\S)")
"""A name and a colon at the start of a paragraph."""
_SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_SENTENCE_END = frozenset(".?!”\"»:)…")
_OPENING = " \n\t\u00a0“\"„«`'‘"
_MIN_WORDS = 3


def transcribed(document: Document) -> Iterator[Reading]:
    """Paragraphs that open with a speaker's name and a colon."""
    labels = list(_LABEL.finditer(document.text))
    shouted = [m.group(1).strip() for m in labels if m.group(1).isupper()]
    for label in labels:
        name = trimmed(document.text, *label.span(1))
        words = document.tokens_in(*name)
        named = any(n.label in _SPEAKERS and Span(n.start, n.end).overlaps(name) for n in document.names)
        spoken = shouted.count(label.group(1).strip()) > 1
        if not words or not (spoken or (named and words[-1].pos == "PROPN")):
            continue
        end = document.text.find("\n", label.end())
        content = trimmed(document.text, label.end(), end if end >= 0 else len(document.text))
        if content.start < content.end:
            yield Reading("label", words[-1].i, (name,), (Span(label.end(1), label.end(1) + 1),), (content,))


def announced(document: Document, quotation: Span) -> Reading | None:
    """The quotation as what the words before its colon announce: "spokesman Wang's remarks: …"."""
    before = document.text[max(0, quotation.start - 40) : quotation.start].rstrip(_OPENING)
    if not before.endswith(":"):
        return None
    colon = document.text.rindex(":", 0, quotation.start)
    sentence = document.sentence_at(colon)
    words = [t for t in document.tokens[sentence.first : sentence.last] if t.end <= colon]
    for token in reversed(words):
        if token.pos in VERBAL and lemma(token) in SPEECH:
            return _announcement(document, token, subject(document, token.i), quotation)
        if token.pos == "NOUN" and lemma(token) in NOUN_COLON:
            return _announcement(document, token, owner(document, token.i), quotation)
    verb = next((t for t in reversed(words) if t.pos in VERBAL and t.dep not in ("aux", "auxpass")), None)
    return _announcement(document, verb, subject(document, verb.i), quotation) if verb else None


def _announcement(document: Document, cue: Token, source: Token | None, quotation: Span) -> Reading:
    named = noun_phrase(document, source.i) if source else ()
    return Reading("colon", cue.i, named, (cue_words(document, cue.i),), (quotation,))


def with_quotations(document: Document, readings: list[Reading]) -> list[Reading]:
    """The readings, those of speech with the quotations that go on from them, and new ones for what a colon announces."""
    found = list(readings)
    covered = [s for r in found if not document.quoted(*r.cue[0]) for s in r.content]
    for quotation in document.quotations:
        if any(span.overlaps(quotation) for span in covered) or not _stands_alone(document, quotation):
            continue
        if announcement := announced(document, quotation):
            found.append(announcement)
        elif (at := _goes_on(document, found, quotation)) is not None:
            found[at] = found[at].with_content(joined((*found[at].content, quotation)))
    return found


def _stands_alone(document: Document, quotation: Span) -> bool:
    """Whether it is speech of its own and not a few words of somebody else's sentence."""
    words = document.text[quotation.start : quotation.end].split()
    before = document.text[max(0, quotation.start - 4) : quotation.start].rstrip(_OPENING)
    opens = not before or before[-1] in _SENTENCE_END or "\n" in document.text[max(0, quotation.start - 3) : quotation.start]
    return len(words) >= _MIN_WORDS and opens


def _goes_on(document: Document, readings: list[Reading], quotation: Span) -> int | None:
    """Index of the reading whose quotation this one continues: in its paragraph, or filling the paragraph after it."""
    place = document.sentence_at(quotation.start)
    best: int | None = None
    for at, reading in enumerate(readings):
        last = max(s.end for s in (*reading.content, *reading.cue))
        if last > quotation.start or document.quoted(*reading.cue[0]):
            continue
        if not any(q.overlaps(s) for q in document.quotations for s in reading.content[-1:]):
            continue
        if best is None or last >= max(s.end for s in (*readings[best].content, *readings[best].cue)):
            best = at
    if best is None:
        return None
    last = max(s.end for s in (*readings[best].content, *readings[best].cue))
    paragraph = document.sentence_at(max(0, last - 1)).paragraph
    if place.paragraph == paragraph:
        return best
    return best if place.paragraph == paragraph + 1 and _fills_paragraph(document, quotation) else None


def _fills_paragraph(document: Document, quotation: Span) -> bool:
    start = document.text.rfind("\n", 0, quotation.start) + 1
    end = document.text.find("\n", quotation.end)
    around = document.text[start : quotation.start] + document.text[quotation.end : end if end >= 0 else None]
    return not any(c.isalnum() for c in around)

"""A text in, the turns of the transcripts it holds out: who speaks, by the label before the colon, and what is said.

A label alone says little, for headings and lists have the same form; where several people take turns in talking to each
other, it is a transcript.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefwright.model.document import Attribution
from briefwright.model.text import Span

SCORE = 0.9
"""How sure a turn is: its words and its speaker cannot be mistaken, only whether it is somebody's at all."""
LEAST_TURNS = 4
"""Turns that make a transcript, with at least two speakers of whom one speaks again."""
SPOKEN_SHARE = 0.5
"""Of the turns of a transcript at least so many speak to somebody or of the speaker."""
MAX_TURNS = 2_000

_WORD = r"[A-Z][\w.’'-]{0,30}"
_PARTY = r"(?: \([\w., –-]{1,20}\)|, [A-Z][\w ,.’'-]{1,50})?"
_LABEL = re.compile(
    r"^[ \t>*–—“”\"-]{0,4}(?P<label>"
    r"(?:Q|A|Question|Answer|QUESTION|ANSWER)(?=[.:])"
    rf"|{_WORD}(?: (?:{_WORD}|al|bin|de|der|la|van|von)){{0,4}}{_PARTY}(?=:)"
    r")(?P<colon>[.:])[ \t\xa0]+(?=\S)",
    re.MULTILINE,
)
"""How a paragraph begins that may be somebody's turn: `Q:`, `TOM GREY:`, `Mayor Holm:`, `REP. LEE (D-Westland):`.

A transcript that is quoted whole opens each paragraph with a mark.
"""
_PARAGRAPH = re.compile(r"[^\n]+")
_SPOKEN = re.compile(r"\?|\b(?:I|me|my|our|us|we|you|your)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|I[’']m|my|our|us|we|We|My|Our)\b")
_ASIDE = re.compile(r"[“”\"]?[(\[].*[)\]][“”\"]?|\W+")
"""A whole paragraph that is no speech: `(LAUGHTER)`, `[crosstalk]`, a row of dots."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """The opening paragraph of a turn: the spans of its label, its colon and its words, and who speaks."""

    label: Span
    colon: Span
    words: Span
    speaker: str


def find_turns(text: str) -> tuple[Attribution, ...]:
    """The turns of the transcripts in the text, in order; a turn's content is one span a paragraph.

    What stands between two turns goes on from the first, unless it names a speaker, as a reporter's words do. Below the
    last turn only what is said in the first person goes on from it.
    """
    turns = _turns(text)
    if not _is_transcript(text, turns):
        return ()
    names = re.compile(rf"\b(?:{'|'.join(sorted({re.escape(t.speaker) for t in turns}))})\b", re.IGNORECASE)
    ends = [*(turn.label.start for turn in turns[1:]), len(text)]
    return tuple(
        Attribution((turn.label,), (turn.colon,), (turn.words, *_going_on(text, turn, end, names)), SCORE)
        for turn, end in zip(turns, ends, strict=True)
    )


def _turns(text: str) -> list[_Turn]:
    turns = []
    for found in _LABEL.finditer(text):
        end = text.find("\n", found.end())
        words = Span(found.end(), len(text) if end < 0 else end)
        label = Span(*found.span("label"))
        turns.append(_Turn(label, Span(*found.span("colon")), words, _speaker(found["label"])))
    return turns[:MAX_TURNS]


def _speaker(label: str) -> str:
    """The last word of a label without office and party, by which the same speaker is known again."""
    return re.split(r" \(|,", label)[0].split()[-1].casefold()


def _is_transcript(text: str, turns: Sequence[_Turn]) -> bool:
    """Whether people talk to each other here: they take turns, come back, and say "I" or "you" or ask."""
    speakers = Counter(turn.speaker for turn in turns)
    if len(turns) < LEAST_TURNS or len(speakers) < 2 or max(speakers.values()) < 2:
        return False
    changes = sum(one.speaker != other.speaker for one, other in pairwise(turns))
    spoken = sum(bool(_SPOKEN.search(text, *turn.words)) for turn in turns)
    return 2 * changes >= len(turns) - 1 and spoken >= SPOKEN_SHARE * len(turns)


def _going_on(text: str, turn: _Turn, end: int, names: re.Pattern[str]) -> Iterator[Span]:
    """The paragraphs below a turn's first one that are still the same speaker's."""
    for paragraph in _PARAGRAPH.finditer(text, turn.words.end, end):
        words = paragraph.group()
        if _ASIDE.fullmatch(words):
            continue
        if names.search(words) or (end == len(text) and not _FIRST_PERSON.search(words)):
            return
        yield Span(*paragraph.span())

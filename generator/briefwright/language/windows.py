"""A text in, windows of word pieces out, with the marks that an uncased vocabulary loses.

A window is a run of whole paragraphs, or of sentences where a paragraph is too long.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Ints = NDArray[np.int64]

PIECES = 256
"""Most pieces in a window, the two special ones counted."""
_START, _END = 101, 102  # [CLS] and [SEP] of BERT's vocabulary

_STRAIGHT = str.maketrans({**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛", "'")})
_QUOTATION_MARK = re.compile(r"[\"“”„]|``|''")
_OPENING = ("“", "„", "``")
_CLOSING = ("”",)
_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?:;]")

MARKS = (5, 3, 2)
"""Number of values of each mark: case of the word, what stands before it, whether it is inside quotation marks."""


@dataclass(frozen=True)
class Window:
    """A stretch of text as the model reads it.

    ids: [pieces]; marks: [pieces, 3], see MARKS; first: [words] index of each word's first piece;
    spans: [words, 2] character offsets into the text, end excluded.
    """

    ids: Ints
    marks: Ints
    first: Ints
    spans: Ints


@dataclass(frozen=True)
class _Block:
    """A paragraph, or a part of one, that is never divided: the same arrays as a window's."""

    ids: Ints
    marks: Ints
    first: Ints
    spans: Ints


def windows(text: str, tokenizer: Tokenizer, pieces: int = PIECES, head: int | None = None) -> list[Window]:
    """Cut a text into windows of at most `pieces` pieces; the first window takes at most `head`."""
    packed: list[list[_Block]] = []
    room = 0
    for block in _blocks(text, tokenizer, pieces - 2):
        if len(block.ids) > room:
            room = (head or pieces) - 2 if not packed else pieces - 2
            packed.append([])
        packed[-1].append(block)
        room -= len(block.ids)
    return [_join(blocks) for blocks in packed]


def _blocks(text: str, tokenizer: Tokenizer, limit: int) -> list[_Block]:
    paragraphs = [m for m in _PARAGRAPH.finditer(text) if not m.group().isspace()]
    encodings = tokenizer.encode_batch([m.group().translate(_STRAIGHT) for m in paragraphs], add_special_tokens=False)
    blocks = []
    for paragraph, encoding in zip(paragraphs, encodings, strict=True):
        block = _block(paragraph.group(), paragraph.start(), encoding.ids, encoding.word_ids, encoding.offsets)
        if block is not None:
            blocks.extend(_divide(block, text, limit))
    return blocks


def _block(
    paragraph: str, base: int, ids: list[int], words: Sequence[int | None], offsets: list[tuple[int, int]]
) -> _Block | None:
    if not ids:
        return None
    first = np.flatnonzero(np.diff(np.array(words), prepend=-1))
    last = np.append(first[1:], len(ids)) - 1
    spans = np.array([(offsets[i][0], offsets[j][1]) for i, j in zip(first, last, strict=True)], dtype=np.int64)
    inside = _quoted(paragraph)
    opening = len(paragraph) - len(paragraph.lstrip())
    per_word = np.array(
        [(_case(paragraph[s:e]), _gap(paragraph, s, opening), inside[s]) for s, e in spans], dtype=np.int64
    )
    marks = np.repeat(per_word, last - first + 1, axis=0)
    return _Block(np.array(ids, dtype=np.int64), marks, first.astype(np.int64), spans + base)


def _case(word: str) -> int:
    if not word[:1].isalnum():
        return 4
    if not word[0].isupper():
        return 0 if word.islower() else 3
    return 1 if word[1:].islower() or len(word) == 1 else 2


def _gap(paragraph: str, start: int, opening: int) -> int:
    """2 for the first word of a paragraph, 1 for a word after white space, 0 for one that touches the word before."""
    return 2 if start <= opening else int(paragraph[start - 1].isspace())


def _quoted(paragraph: str) -> NDArray[np.bool_]:
    """Whether each character is inside double quotation marks; the marks themselves count as inside."""
    inside = np.zeros(len(paragraph) + 1, dtype=np.bool_)
    opened = None
    for mark in _QUOTATION_MARK.finditer(paragraph):
        closes = mark.group() in _CLOSING or (opened is not None and mark.group() not in _OPENING)
        if not closes:
            opened = mark.start()
        elif opened is not None:
            inside[opened : mark.end()] = True
            opened = None
    if opened is not None:
        inside[opened:] = True
    return inside


def _divide(block: _Block, text: str, limit: int) -> list[_Block]:
    """Divide a block that no window holds after the last sentence end (or word) that fits."""
    parts = []
    while len(block.ids) > limit:
        fits = int(np.searchsorted(block.first, limit, side="right")) - 1
        ends = [i for i in range(fits // 2, fits) if _SENTENCE_END.fullmatch(text[slice(*block.spans[i])])]
        words = ends[-1] + 1 if ends else max(fits, 1)
        cut = int(block.first[words]) if words < len(block.first) else limit
        parts.append(_Block(block.ids[:cut], block.marks[:cut], block.first[:words], block.spans[:words]))
        block = _Block(block.ids[cut:], block.marks[cut:], block.first[words:] - cut, block.spans[words:])
    return [*parts, block]


def _join(blocks: list[_Block]) -> Window:
    edge = np.zeros((1, len(MARKS)), dtype=np.int64)
    starts = np.cumsum([1] + [len(block.ids) for block in blocks])
    return Window(
        ids=np.concatenate([[_START], *(block.ids for block in blocks), [_END]]),
        marks=np.concatenate([edge, *(block.marks for block in blocks), edge]),
        first=np.concatenate([block.first + start for block, start in zip(blocks, starts, strict=False)]),
        spans=np.concatenate([block.spans for block in blocks]),
    )


def pad(batch: list[Window]) -> tuple[Ints, Ints, Ints]:
    """The arrays of a batch, padded: ids [windows, pieces], marks [windows, pieces, 3], first [windows, words]."""
    pieces, words = max(len(w.ids) for w in batch), max(len(w.first) for w in batch)
    ids = np.zeros((len(batch), pieces), dtype=np.int64)
    marks = np.zeros((len(batch), pieces, len(MARKS)), dtype=np.int64)
    first = np.full((len(batch), words), -1, dtype=np.int64)
    for i, window in enumerate(batch):
        ids[i, : len(window.ids)] = window.ids
        marks[i, : len(window.ids)] = window.marks
        first[i, : len(window.first)] = window.first
    return ids, marks, first

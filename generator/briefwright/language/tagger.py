"""A text in; who says, thinks or wants what, and which words leave something open, as a small trained network reads it.

The network (see tagger_model/MODEL_CARD.md) scores words and their relations, of which `decoding` makes attributions.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from briefwright.language.decoding import Found, Scores, Settings, decode
from briefwright.language.windows import Window, pad, windows
from briefwright.model.document import Attribution, OpenWord
from briefwright.model.text import Span

MODEL = Path(__file__).resolve().parent / "tagger_model"
_NESTING_WORDS = 8
"""Blanks in a content that can hold another attribution."""
_NESTED_CUE = 0.15
"""Chance of a cue inside a content, at the first reading, from which the content is read again.

Of 123 nested attributions in some two hundred news articles 119 were in such contents, two thirds of all contents.
"""
_LEAST_OPEN = 0.02
"""Chance from which a word is told of."""
_NESTED_SCORE = 0.85
"""A text that breaks off looks odd to the network, so that it must be surer of what it finds there."""


class Tagger:
    """A loaded network; one serves any number of texts."""

    def __init__(self, folder: Path = MODEL) -> None:
        # Left to itself, the runtime reports to its makers and keeps an id in the home folder; it looks here but once.
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # the reader has work enough for the other core
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._settings = _settings(json.loads((folder / "config.json").read_text("utf-8")))

    def read(self, text: str) -> tuple[tuple[Attribution, ...], tuple[OpenWord, ...]]:
        """The attributions of a text in the order of their cues, and the words that may leave something open.

        The network sees one layer only. What somebody says is therefore read once more by itself, for what he says
        that others say, if the first reading saw anything like a cue there.
        """
        scored = self._scored(text)
        layer = self._layer(scored, text)
        holding = [a for found, a in layer if found.inner >= _NESTED_CUE]
        contents = [span for a in holding for span in a.content if text.count(" ", *span) >= _NESTING_WORDS]
        nested = (
            _moved(a, span.start)
            for span in contents
            for _, a in self.layer(text[span.start : span.end])
            if a.source and a.score >= _NESTED_SCORE
        )
        said = tuple(sorted((*(a for _, a in layer), *nested), key=lambda a: a.cue))
        return said, tuple(word for window, scores in scored for word in _open_words(window, scores))

    def layer(self, text: str) -> list[tuple[Found, Attribution]]:
        """One layer of a text's attributions, with what the decoder found in words."""
        return self._layer(self._scored(text), text)

    def _layer(self, scored: list[tuple[Window, Scores]], text: str) -> list[tuple[Found, Attribution]]:
        return [
            (found, _attribution(found, window, text))
            for window, scores in scored
            for found in decode(scores, self._settings)
        ]

    def _scored(self, text: str) -> list[tuple[Window, Scores]]:
        return [(window, self._scores(window)) for window in windows(text, self._tokenizer)]

    def _scores(self, window: Window) -> Scores:
        """The network's scores of a window, which runs alone.

        In a batch the caches hold less of each, and since the network scales its numbers by the largest of a run, what
        it sees in a window would depend on the others.
        """
        ids, marks, first = pad([window])
        scores = self._session.run(None, {"ids": ids, "marks": marks, "first": first})
        return Scores(*(output[0].astype(np.float64) for output in scores))


def _open_words(window: Window, scores: Scores) -> Iterator[OpenWord]:
    """The words of a window that may be grounds of an open question."""
    for (start, end), (no, *kinds) in zip(window.spans.tolist(), scores.open.tolist(), strict=True):
        if 1 - no >= _LEAST_OPEN:
            yield OpenWord(start, end, tuple(kinds))


def _moved(attribution: Attribution, by: int) -> Attribution:
    """The attribution of a part of a text, as one of the whole text."""

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(start + by, end + by) for start, end in spans)

    return Attribution(moved(attribution.source), moved(attribution.cue), moved(attribution.content), attribution.score)


def _settings(config: dict[str, Any]) -> Settings:
    arrays = {name: np.array(config[name], dtype=np.float64) for name in ("steps", "starts", "weights")}
    return Settings(**{**config, **arrays})


def _attribution(found: Found, window: Window, text: str) -> Attribution:
    def spans(words: list[tuple[int, int]]) -> tuple[Span, ...]:
        offsets = [(int(window.spans[start][0]), int(window.spans[end - 1][1])) for start, end in words]
        return tuple(span for start, end in offsets for span in _lines(text, start, end))

    source = spans(found.source)
    # A heading has no end mark, so that a name below it may seem to go on from it.
    return Attribution(source[-1:] if len(source) > 1 else source, spans(found.cue), spans(found.content), found.score)


def _lines(text: str, start: int, end: int) -> list[Span]:
    """The stretch, divided where a line ends: no sentence runs over into another paragraph."""
    spans = []
    for line in text[start:end].splitlines(keepends=True):
        words = line.strip()
        if words:
            at = start + line.index(words)
            spans.append(Span(at, at + len(words)))
        start += len(line)
    return spans

"""A text in, its attributions out: who says, thinks or wants what, as a small trained network reads it.

The network (see tagger_model/MODEL_CARD.md) scores words and their relations, of which `decoding` makes attributions.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from briefwright.language.decoding import Found, Scores, Settings, decode
from briefwright.language.windows import Window, pad, windows
from briefwright.model.document import Attribution
from briefwright.model.text import Span

MODEL = Path(__file__).resolve().parent / "tagger_model"
BATCH = 8
"""Windows in one run of the network: more gain nothing on two cores and take memory."""
_THREADS = 2
_NESTING_WORDS = 8
"""Blanks in a content that can hold another attribution."""
_NESTED_SCORE = 0.9
"""A text that breaks off looks odd to the network, so that it must be surer of what it finds there."""


class Tagger:
    """A loaded network; one serves any number of texts."""

    def __init__(self, folder: Path = MODEL) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = _THREADS
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # waiting is no work
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._settings = _settings(json.loads((folder / "config.json").read_text("utf-8")))

    def find_attributions(self, text: str) -> tuple[Attribution, ...]:
        """The attributions of a text in the order of their cues.

        The network sees one layer only. What somebody says is therefore read once more by itself, for what he says
        that others say.
        """
        outer = [a for _, a in self.layer([text])[0]]
        contents = [span for a in outer for span in a.content if text.count(" ", *span) >= _NESTING_WORDS]
        inner = self.layer([text[span.start : span.end] for span in contents])
        nested = (
            _moved(a, span.start)
            for span, found in zip(contents, inner, strict=True)
            for _, a in found
            if a.source and a.score >= _NESTED_SCORE
        )
        return tuple(sorted((*outer, *nested), key=lambda a: a.cue))

    def layer(self, texts: list[str]) -> list[list[tuple[Found, Attribution]]]:
        """One layer of each text's attributions, with what the decoder found in words."""
        cut = [windows(text, self._tokenizer) for text in texts]
        scores = iter(self._scores([window for each in cut for window in each]))
        return [
            [(f, _attribution(f, window, text)) for window in each for f in decode(next(scores), self._settings)]
            for text, each in zip(texts, cut, strict=True)
        ]

    def _scores(self, cut: list[Window]) -> list[Scores]:
        """The network's scores of each window; windows of like length run together, so that little is padding."""
        order = sorted(range(len(cut)), key=lambda i: len(cut[i].ids))
        scores: dict[int, Scores] = {}
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            ids, marks, first = pad([cut[i] for i in chosen])
            outputs = self._session.run(None, {"ids": ids, "marks": marks, "first": first})
            for row, i in enumerate(chosen):
                scores[i] = _trimmed([output[row] for output in outputs], len(cut[i].first))
        return [scores[i] for i in range(len(cut))]


def _moved(attribution: Attribution, by: int) -> Attribution:
    """The attribution of a part of a text, as one of the whole text."""

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(start + by, end + by) for start, end in spans)

    return Attribution(moved(attribution.source), moved(attribution.cue), moved(attribution.content), attribution.score)


def _trimmed(outputs: list[Any], words: int) -> Scores:
    """One window's outputs without padding; "none", the last column, stays last."""
    tags, cue, source = (output.astype(np.float64) for output in outputs)
    columns = [*range(words), -1]
    return Scores(tags[:words], cue[:words][:, columns], source[:words][:, columns])


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

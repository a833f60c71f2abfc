"""The network's scores of one window in, attributions out, as word indices.

Cues and sources are read off the best path of tags; a second path, in which content has one state for each cue, says
which words each cue attributes.
"""

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

OUTSIDE, B_SOURCE, I_SOURCE, B_CUE, I_CUE, B_CONTENT, I_CONTENT = range(7)
_NEVER = -1e4
_TINY = 1e-6


@dataclass(frozen=True)
class Scores:
    """One window: emissions [W, 7]; cue and source [W, W + 1] probabilities whose last column is "none".

    `open` [W, 6] is the chance that a word belongs to the grounds of no open question, or of one of each kind.
    """

    emissions: Floats
    cue: Floats
    source: Floats
    open: Floats


@dataclass(frozen=True)
class Settings:
    """What was fitted: the chain (steps [7, 7], starts [7]) with the network, the rest on development articles.

    `need` and `link` weigh, against a word's tag, whether it is content at all and whose; the biases are added to the
    emissions of those tags; `lost` is the share of content that belongs to no cue found; `weights` make the score.
    """

    steps: Floats
    starts: Floats
    link: float = 0.2
    need: float = 0.2
    cue_bias: float = 0.0
    content_bias: float = 0.0
    source_bias: float = 0.0
    outside_bias: float = 0.0
    lost: float = 0.5
    weights: Floats = field(default_factory=lambda: np.zeros(8))
    least: float = 0.0


@dataclass(frozen=True)
class Found:
    """An attribution: (first, last + 1) word indices of its spans, and how sure the model is, 0 to 1.

    `inner` is the largest chance that a word of the content is a cue itself.
    """

    source: list[tuple[int, int]]
    cue: list[tuple[int, int]]
    content: list[tuple[int, int]]
    score: float
    evidence: Floats
    inner: float


def decode(scores: Scores, settings: Settings) -> list[Found]:
    """The attributions of a window, in the order of their cues."""
    emissions = scores.emissions + _bias(settings)
    tags = viterbi(emissions, settings.steps, settings.starts)
    cues, sources = _spans(tags, B_CUE, I_CUE), _spans(tags, B_SOURCE, I_SOURCE)
    if not cues:
        return []
    owners = _owners(emissions, tags, cues, scores.cue, settings)
    chances = _softmax(scores.emissions)
    found = []
    for i, cue in enumerate(cues):
        content = _runs(owners == i)
        if content:
            source, chance = _source(cue, sources, scores.source)
            evidence = _evidence(chances, scores.cue, cue, content, chance)
            score = 1 / (1 + math.exp(-float(settings.weights @ evidence)))
            if score >= settings.least:
                inner = float(chances[owners == i, B_CUE : I_CUE + 1].sum(axis=1).max())
                found.append(Found(source, [cue], content, score, evidence, inner))
    return found


def _softmax(emissions: Floats) -> Floats:
    tags = np.exp(emissions - emissions.max(axis=1, keepdims=True))
    chances: Floats = tags / tags.sum(axis=1, keepdims=True)
    return chances


def _evidence(
    tags: Floats, links: Floats, cue: tuple[int, int], content: list[tuple[int, int]], source: float
) -> Floats:
    """What the score is computed from: a constant and seven log odds, each of something that makes the item right."""
    words = np.concatenate([np.arange(s, e) for s, e in content])
    after = min(content[-1][1], len(tags) - 1)
    chances = [
        links[words, cue[0] : cue[1]].sum(axis=1).mean(),
        1 - links[words, -1].mean(),
        tags[cue[0] : cue[1], B_CUE : I_CUE + 1].sum(axis=1).mean(),
        tags[cue[0], B_CUE],
        tags[content[0][0], B_CONTENT],
        tags[after, :B_CONTENT].sum(),
        source,
    ]
    chances = np.clip(chances, 0.002, 0.998)
    return np.concatenate([[1.0], np.log(chances / (1 - chances))])


def _bias(settings: Settings) -> Floats:
    bias = np.zeros(7)
    bias[B_SOURCE] = settings.source_bias
    bias[B_CUE] = settings.cue_bias
    bias[B_CONTENT] = settings.content_bias
    bias[OUTSIDE] = settings.outside_bias
    return bias


def _owners(
    emissions: Floats, tags: NDArray[np.int64], cues: list[tuple[int, int]], links: Floats, settings: Settings
) -> NDArray[np.int64]:
    """For each word the cue that it is content of, or -1: the best path where content has one state for each cue.

    One state more takes the content of cues that were not found, so that it joins no other; its number is len(cues).
    """
    words, size = len(tags), len(cues) + 1
    mass = np.stack([links[:, s:e].sum(axis=1) for s, e in cues], axis=1)
    lost = (1 - links[:, -1:] - mass.sum(axis=1, keepdims=True)).clip(min=0)
    mass = np.concatenate([mass, settings.lost * lost], axis=1)
    fixed = 5
    states = np.full((words, fixed + 2 * size), _NEVER)
    share = mass / (mass.sum(axis=1, keepdims=True) + _TINY)
    states[:, :fixed] = emissions[:, :fixed] + settings.need * np.log(links[:, -1:] + _TINY)
    owned = settings.need * np.log(1 - links[:, -1:] + _TINY) + settings.link * np.log(share + _TINY)
    states[:, fixed : fixed + size] = emissions[:, [B_CONTENT]] + owned
    states[:, fixed + size :] = emissions[:, [I_CONTENT]] + owned
    for s, e in cues:
        keep = states[s:e, B_CUE : I_CUE + 1].copy()
        states[s:e] = _NEVER
        states[s:e, B_CUE : I_CUE + 1] = keep
    kind = np.array([*range(fixed), *[B_CONTENT] * size, *[I_CONTENT] * size])
    owner = np.array([-1] * fixed + [*range(size)] * 2)
    steps = settings.steps[np.ix_(kind, kind)].copy()
    steps[(kind[None, :] == I_CONTENT) & (owner[:, None] != owner[None, :])] = _NEVER
    path = viterbi(states, steps, settings.starts[kind])
    return owner[path]


def _source(cue: tuple[int, int], sources: list[tuple[int, int]], links: Floats) -> tuple[list[tuple[int, int]], float]:
    """The source span with most of the cue's probability, none where "none" has more; and that probability."""
    chances = links[cue[0] : cue[1]].mean(axis=0)
    masses = [float(chances[s:e].sum()) for s, e in sources]
    if not masses or max(masses) < chances[-1]:
        return [], float(chances[-1])
    return [sources[int(np.argmax(masses))]], max(masses)


def viterbi(emissions: Floats, steps: Floats, starts: Floats) -> NDArray[np.int64]:
    """The best path: emissions [W, S], steps [S from, S to], starts [S] -> [W]."""
    words, size = emissions.shape
    back = np.zeros((words, size), dtype=np.int64)
    best = starts + emissions[0]
    columns = np.arange(size)
    for i in range(1, words):
        ways = best[:, None] + steps
        back[i] = ways.argmax(axis=0)
        best = ways[back[i], columns] + emissions[i]
    path = np.empty(words, dtype=np.int64)
    path[-1] = best.argmax()
    for i in range(words - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def _spans(tags: NDArray[np.int64], first: int, inner: int) -> list[tuple[int, int]]:
    spans = []
    for start in np.flatnonzero(tags == first):
        end = int(start) + 1
        while end < len(tags) and tags[end] == inner:
            end += 1
        spans.append((int(start), end))
    return spans


def _runs(mask: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8)))
    return [(int(s), int(e)) for s, e in zip(edges[::2], edges[1::2], strict=True)]

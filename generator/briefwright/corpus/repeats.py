"""Texts in, oldest first; out which of them repeat an earlier one, and how much of them does.

Runs of four words that two texts share are the seeds. Between two seeds a short stretch that has about the same length
in both counts, too: an editor put other words there. Quotations do not count: all who heard a speech quote it alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SHINGLE = 4
"""Words of a run: two reports of one event share few, and of a text with every third word replaced enough stay."""
LEAST_WORDS = 40
"""A shorter text (a caption, a paywall's notice) repeats nothing."""
LEAST_OWN = 0.25
"""Share of a text outside quotations below which the quotations count, too."""
MOST_HOLDERS = 10
"""Of a run that more texts hold, each is compared with the oldest of them alone: a wire story's copies with it."""
LEAST_SEEDS = 0.06
"""Share of a text's runs that another holds, from which on the two are laid side by side."""
MOST_REWORDED, MOST_DRIFT = 30, 10
"""Words between two seeds that may be reworded, and by how many their number may differ from the other text's."""
_QUOTED = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"|«[^«»\n]*»")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_MULTIPLIERS = tuple(np.uint64(int.from_bytes(blake2b(bytes([i]), digest_size=8).digest()) | 1) for i in range(SHINGLE))

Hashes = NDArray[np.uint64]
Indexes = NDArray[np.int64]


class Repeat(NamedTuple):
    """`later` and `earlier` as places in the sequence of texts; `share` of the later one's own words, 0 to 1."""

    later: int
    earlier: int
    share: float


class _Runs(NamedTuple):
    """A text's runs of words, hashed: at each place, and each once with the first place where it stands."""

    at: Hashes
    known: Hashes
    first: Indexes


def repeats(texts: Sequence[str | None]) -> list[Repeat]:
    """The pairs that share enough to be laid side by side, in the order of the later text, then of the earlier.

    Exact but for hashes of 64 bits; seeds and their extension are those of text alignment in the search for plagiarism
    (Potthast et al., Overview of the 4th International Competition on Plagiarism Detection, 2012).
    """
    runs = [_runs(text or "") for text in texts]
    return [Repeat(b, a, _aligned(runs[b], runs[a])) for b, a in _candidates(runs)]


@lru_cache(maxsize=5_000)  # of a project that is edited live nearly all texts stay from build to build
def _runs(text: str) -> _Runs:
    words = _words(text)
    if len(words) < LEAST_WORDS:
        words = []
    hashes = np.fromiter(map(_hash, words), np.uint64, len(words))
    at = np.zeros(max(0, len(words) - SHINGLE + 1), dtype=np.uint64)
    for i, multiplier in enumerate(_MULTIPLIERS):
        at += hashes[i : i + len(at)] * multiplier  # modulo 2^64, as wanted
    known, first = np.unique(at, return_index=True)
    return _Runs(at, known, first)


def _words(text: str) -> list[str]:
    """The article's own words; where it does little but quote, all."""
    own = _QUOTED.sub(" ", text)
    if len(own) < LEAST_OWN * len(text):
        own = text
    return _WORD.findall(own.casefold())


@lru_cache(maxsize=100_000)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest())


def _candidates(runs: Sequence[_Runs]) -> Iterator[tuple[int, int]]:
    """Pairs (later, earlier) that share many runs, found through an index from runs to texts."""
    if not runs:
        return
    holders = np.repeat(np.arange(len(runs)), [len(r.known) for r in runs])
    everything = np.concatenate([r.known for r in runs])
    order = np.argsort(everything, kind="stable")
    holders, everything = holders[order], everything[order]
    starts = np.flatnonzero(np.diff(everything, prepend=everything[:1] + np.uint64(1)))
    pairs = np.concatenate(list(_pairs(holders, starts, len(runs))))
    found, shared = np.unique(pairs, return_counts=True)
    later, earlier = np.divmod(found, len(runs))
    enough = shared >= LEAST_SEEDS * np.array([len(r.known) for r in runs])[later]
    yield from zip(later[enough].tolist(), earlier[enough].tolist(), strict=True)


def _pairs(holders: Indexes, starts: Indexes, number: int) -> Iterator[Indexes]:
    """The pairs of texts that hold one run, each as the number `later * number + earlier`, once a run."""
    sizes = np.diff(starts, append=len(holders))
    for size in range(2, MOST_HOLDERS + 1):
        group = holders[starts[sizes == size][:, None] + np.arange(size)]
        for earlier, later in combinations(range(size), 2):
            yield group[:, later] * number + group[:, earlier]
    many = sizes > MOST_HOLDERS
    oldest = np.repeat(holders[starts], sizes)
    rest = np.repeat(many, sizes)
    rest[starts] = False
    yield holders[rest] * number + oldest[rest]


def _aligned(later: _Runs, earlier: _Runs) -> float:
    """Share of the later text's words that stand in common runs, or in a stretch between two that was reworded."""
    place = np.minimum(np.searchsorted(earlier.known, later.at), len(earlier.known) - 1)
    seeds = np.flatnonzero(earlier.known[place] == later.at)
    if not len(seeds):
        return 0.0
    there = earlier.first[place[seeds]]
    step, step_there = np.diff(seeds), np.diff(there)
    between = step - SHINGLE
    reworded = (between <= MOST_REWORDED) & (np.abs(step_there - step) <= MOST_DRIFT)
    covered = SHINGLE + np.where(reworded, step, np.minimum(step, SHINGLE)).sum()
    return float(covered / (len(later.at) + SHINGLE - 1))

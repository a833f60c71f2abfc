"""The tagger's score of an attribution in, the score of the position that was made of it out.

`training/calibrate_positions.py` fits the two numbers below and writes them here.
"""

from __future__ import annotations

import math

# Platt's (1999) logistic on the log odds of the tagger's score, fitted on the positions that the parser finds in the
# development articles of PolNeAR; right is a position that shares half its words with a marked content. Whether the
# source was resolved, the words quoted, nested or many was tried as well and made other articles no better calibrated.
# The slope lies one standard error below its fit: other articles differ more from these than these among themselves.
OFFSET = 0.37
SLOPE = 0.82

_LEAST, _MOST = 0.01, 0.99
"""The tagger is never surer than this: its log odds would have no bound."""


def position_score(tagger: float) -> float:
    """The chance, 0 to 1, that a position rests on the right words, from the tagger's score of its attribution."""
    chance = min(max(tagger, _LEAST), _MOST)
    return 1 / (1 + math.exp(-(OFFSET + SLOPE * math.log(chance / (1 - chance)))))

"""A position's score is a chance that rises with the tagger's."""

from __future__ import annotations

from itertools import pairwise

from briefwright.facts.scoring import position_score


def test_the_score_rises_with_the_taggers_and_stays_a_chance() -> None:
    scores = [position_score(n / 100) for n in range(101)]
    assert all(a <= b for a, b in pairwise(scores))
    assert 0 < scores[0] < scores[50] < scores[100] < 1

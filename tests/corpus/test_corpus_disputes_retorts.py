"""What an article tells as an answer: who counters what was said just before, and whom somebody accuses says no."""

from __future__ import annotations

import pytest

from corpus.test_corpus_disputes import SAYS, Line, found

ACCUSES: Line = ("lindvar", "oppose", "accused", "Ostrin of hiding a report about the gates from the council")


@pytest.mark.parametrize(
    ("said", "against"),
    [
        (SAYS, ("ostrin", "assert", "countered", "the engineers had found nothing but moss")),
        (ACCUSES, ("ostrin", "deny", "said", "he has never seen the gates")),
        (ACCUSES, ("ostrin", "assert", "said", "the mayor's office hides no report")),
    ],
)
def test_what_is_told_as_an_answer_contradicts_what_was_said_just_before(said: Line, against: Line) -> None:
    assert found(said, against) == [("lindvar-0", "ostrin-1")]


@pytest.mark.parametrize(
    ("said", "against"),
    [
        (SAYS, ("ostrin", "assert", "had countered", "the engineers had found nothing but moss")),  # something earlier
        (SAYS, ("ostrin", "assert", "will surely counter", "the engineers had found nothing but moss")),
        (SAYS, ("ostrin", "assert", "mounted a counter-offensive", "in the northern villages")),
        (("lindvar", "ask", "asked", SAYS[3]), ("ostrin", "assert", "countered", "nobody could know that")),
        (("lindvar", "assert", "according to", SAYS[3]), ("ostrin", "assert", "countered", "nobody could know that")),
        (SAYS, ("lindvar", "assert", "countered", "the engineers had found nothing but moss")),
        (ACCUSES, ("ostrin", "assert", "said", "the road to Skarness is not open yet")),
        (ACCUSES, ("ostrin", "deny", "acknowledged", "he had not opened the gates")),
        (ACCUSES, ("ostrin", "deny", "denied", "the request of a farmer for a permit")),
        (
            ("lindvar", "oppose", "accused", "the council of hiding a report"),
            ("ostrin", "deny", "said", "he is not ill"),
        ),
    ],
)
def test_what_only_stands_behind_it_does_not(said: Line, against: Line) -> None:
    assert found(said, against) == []


def test_who_counters_after_others_have_spoken_does_not_answer_the_first() -> None:
    between = ("brill", "assert", "said", "The mayor of Skarness will visit the valley in spring")
    assert found(SAYS, between, ("ostrin", "assert", "countered", "the visit is a waste of time")) == [
        ("brill-1", "ostrin-2")
    ]

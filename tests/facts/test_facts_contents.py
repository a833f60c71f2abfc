from dataclasses import replace

import pytest
from facts_reading import read

from briefwright.facts.contents import with_whole_contents
from briefwright.model.document import Attribution
from briefwright.model.text import Span


def contents(text: str, source: str, cue: str, *content: str) -> list[str]:
    """What is made of the stretches that the network took for what is said."""

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    found = Attribution((span(source),), (span(cue),), tuple(span(words) for words in content))
    document = with_whole_contents(replace(read(text), attributions=(found,)))
    return [document.text[s.start : s.end] for s in document.attributions[0].content]


@pytest.mark.parametrize(
    ("text", "seen", "whole"),
    [
        (
            "Holm said the pier would stay open, even though the storm had damaged it.",
            "the pier would stay open",
            "the pier would stay open, even though the storm had damaged it",
        ),
        ("Holm denied the charge in a statement.", "the charge in a statement", "the charge"),
        (
            "Holm announced a toll following a meeting with the builders.",
            "a toll following a meeting with the builders",
            "a toll",
        ),
        # Who is told to do something hears it, who is wanted to do it does not.
        (
            "Holm told jurors to ignore what they had read.",
            "jurors to ignore what they had read",
            "to ignore what they had read",
        ),
        (
            "Holm wants jurors to ignore what they had read.",
            "jurors to ignore what they had read",
            "jurors to ignore what they had read",
        ),
        # What is told of a thing that was said, or after it, is left as it was seen.
        (
            "Holm said the pier would stay open, but there has been no ship for a week.",
            "the pier would stay open",
            "the pier would stay open",
        ),
        ("Holm criticized the errors in a school.", "the errors in a school", "the errors in a school"),
    ],
)
def test_a_content_ends_where_its_clause_does(text: str, seen: str, whole: str) -> None:
    cue = next(word for word in ("said", "denied", "announced", "criticized", "told", "wants") if word in text)
    assert contents(text, "Holm", cue, seen) == [whole]


def test_words_of_another_clause_are_dropped() -> None:
    text = "Holm attacked the toll, and soon after the board reversed its decision."
    assert contents(text, "Holm", "attacked", "the toll", "its decision") == ["the toll"]


def test_the_points_of_a_list_stay() -> None:
    text = "Holm demanded:\n\n- a toll for lorries\n\n- a ferry at night"
    points = ("a toll for lorries", "a ferry at night")
    assert contents(text, "Holm", "demanded", *points) == [*points]


@pytest.mark.parametrize(
    ("text", "cue", "parts"),
    [
        ("Holm voted, as he had said, to close the pier.", "voted", ("as he had said", "to close the pier")),
        ("Holm said the pier, which he calls “a wreck”, was lost.", "said", ("the pier", "a wreck")),
    ],
)
def test_words_that_are_tied_to_the_cue_or_quoted_stay(text: str, cue: str, parts: tuple[str, str]) -> None:
    assert contents(text, "Holm", cue, *parts) == [*parts]

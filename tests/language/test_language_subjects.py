"""Sources that the grammar puts right, whatever the network took for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefwright.language import Reader
from briefwright.language.mending import with_attributions
from briefwright.model.article import Article
from briefwright.model.document import Attribution, Document
from briefwright.model.text import Span

Read = Callable[[str], Document]


@pytest.fixture(scope="module")
def read() -> Read:
    reader = Reader()
    return lambda text: next(iter(reader.read([Article("seeds/x.txt", "x", text, "en", "")])))


def mended(document: Document, source: str, cue: str, content: str) -> list[str]:
    """The source of the attribution of these words, once it is put right; an empty one is none."""
    spans = [
        (Span(document.text.index(words), document.text.index(words) + len(words)),) if words else ()
        for words in (source, cue, content)
    ]
    (found,) = with_attributions(document, [Attribution(*spans, 0.9)]).attributions
    return [document.text[s.start : s.end] for s in found.source]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "right"),
    [
        # none was found
        ("Holm also noted that the pier was safe.", "", "noted", "the pier was safe", "Holm"),
        ("Mayor Ada Holm spoke, telling them that it was safe.", "", "telling", "it was safe", "Mayor Ada Holm"),
        # of a clause beside the cue, of what is said, or what was done besides
        ("Lind left because Holm praised the tax and said that it was fair.", "Lind", "said", "it was fair", "Holm"),
        ("Holm said that Lind was late, but warned that rain would come.", "Lind", "warned", "rain would come", "Holm"),
        ("Members of the board backed the tax and said it was fair.", "the tax", "said", "it was fair", "Members"),
        # of another clause, or of a phrase before the verb
        ("Lind paid the toll after Oslo's Governor Karl Holm said that it was fair.", "Lind", "said",
         "it was fair", "Oslo's Governor Karl Holm"),
        ("The mayor, in a letter to Karl Lind, said that it was late.", "Karl Lind",
         "said", "it was late", "The mayor"),
        # of another sentence
        ("Holm denied the charges, both on air and in court, but later admitted that they were true. Judge Karl Lind "
         "was glad.", "Judge Karl Lind", "admitted", "they were true", "Holm"),
        ("Some came late. After signaling that he agreed, Holm left.", "Some", "signaling", "he agreed", "Holm"),
        ("Holm said that it was safe.\n\nThe mayor of Oslo, Karl Lind, left.", "The mayor of Oslo", "said",
         "it was safe", "Holm"),
        # whose a noun is
        ("Lind was glad after Holm's announcement of the tax.", "Lind", "announcement", "the tax", "Holm"),
        # no more than the preposition governs
        ("In a poll by the Courier, half of them liked it.", "a poll by the Courier, half of them", "In",
         "half of them liked it", "a poll by the Courier"),
    ],
)  # fmt: skip
def test_the_source_is_whose_the_cue_is(read: Read, text: str, source: str, cue: str, content: str, right: str) -> None:
    assert mended(read(text), source, cue, content) == [right]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Holm said the pier was safe and added that it was old.", "Holm", "added", "it was old"),
        ("Holm and Lind said the pier was safe.", "Holm and Lind", "said", "the pier was safe"),
        (
            "Bergen – President Ada Holm on Monday said the pier was safe.",
            "President Ada Holm",
            "said",
            "the pier was safe",
        ),
        ("It is a plan for the pier, critics say, and it is dear.", "critics", "say", "it is dear"),
    ],
)
def test_a_right_source_stays(read: Read, text: str, source: str, cue: str, content: str) -> None:
    assert mended(read(text), source, cue, content) == [source]

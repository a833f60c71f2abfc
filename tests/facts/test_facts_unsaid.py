import pytest
from facts_reading import read

from briefwright.facts.unsaid import is_taken_back
from briefwright.model.document import Attribution
from briefwright.model.text import Span


def taken_back(text: str, source: str, cue: str, content: str) -> bool:
    """What is made of an attribution of these words."""
    source_span, cue_span, content_span = (
        Span(text.index(words), text.index(words) + len(words)) for words in (source, cue, content)
    )
    return is_taken_back(read(text), Attribution((source_span,), (cue_span,), (content_span,)))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Analysts do not believe that Karsia wants a war with Merrin.", "Karsia", "wants", "a war with Merrin"),
        (
            "There is little evidence that Karsia decided to close the harbour.",
            "Karsia",
            "decided",
            "to close the harbour",
        ),
        ("Two papers rescinded their endorsements of Ada Holm.", "Two papers", "endorsements", "Ada Holm"),
        ("Holm wrote to the council without demanding a toll.", "Holm", "demanding", "a toll"),
        ("Holm did not do her duty by urging people to stay.", "Holm", "urging", "people to stay"),
    ],
)
def test_what_the_text_takes_back_is_not_said(text: str, source: str, cue: str, content: str) -> None:
    assert taken_back(text, source, cue, content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Analysts believe that Karsia wants a war with Merrin.", "Karsia", "wants", "a war with Merrin"),
        ("There is evidence that Karsia decided to close the harbour.", "Karsia", "decided", "to close the harbour"),
        ("Two papers repeated their endorsements of Ada Holm.", "Two papers", "endorsements", "Ada Holm"),
        ("Holm did her duty by urging people to stay.", "Holm", "urging", "people to stay"),
        ("Holm does not believe that the pier is safe.", "Holm", "does not believe", "that the pier is safe"),
    ],
)
def test_what_it_tells_plainly_is(text: str, source: str, cue: str, content: str) -> None:
    assert not taken_back(text, source, cue, content)

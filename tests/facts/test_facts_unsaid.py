import pytest
from facts_reading import read

from briefwright.facts.unsaid import is_supposed, is_taken_back
from briefwright.model.document import Attribution, Document
from briefwright.model.text import Span


def told(text: str, source: str, cue: str, content: str) -> tuple[Document, Attribution]:
    """An attribution of these words."""
    source_span, cue_span, content_span = (
        Span(text.index(words), text.index(words) + len(words)) for words in (source, cue, content)
    )
    return read(text), Attribution((source_span,), (cue_span,), (content_span,))


def taken_back(text: str, source: str, cue: str, content: str) -> bool:
    """What is made of it."""
    return is_taken_back(*told(text, source, cue, content))


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
        ("Holm never met the union, much less urged people to stay.", "Holm", "urged", "people to stay"),
        (
            "The ferry lines took few steps to voice opposition to the toll.",
            "lines",
            "few steps to voice opposition to",
            "the toll",
        ),
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


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Voters will want to see a plan for the harbour.", "Voters", "will want", "to see a plan"),
        ("Drivers should be worried about the toll.", "Drivers", "should be worried about", "the toll"),
        ("If Holm is willing to wait, the council may agree.", "Holm", "willing", "to wait"),
        ("The unions are sure to reject the offer.", "The unions", "are sure to reject", "the offer"),
        ("Other towns are expected to follow Westport.", "Other towns", "are expected", "to follow Westport"),
        ("Some will say that the toll is unfair.", "Some", "will say", "that the toll is unfair"),
    ],
)
def test_what_the_writer_only_supposes_is_not_said(text: str, source: str, cue: str, content: str) -> None:
    assert is_supposed(*told(text, source, cue, content))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Voters want to see a plan for the harbour.", "Voters", "want", "to see a plan"),
        ("Drivers are worried about the toll.", "Drivers", "worried about", "the toll"),
        ("Holm is willing to wait if the council agrees.", "Holm", "willing", "to wait"),
        ("Holm expects to follow Westport.", "Holm", "expects", "to follow Westport"),
        ("In a speech on Friday, she will say that the toll is unfair.", "she", "will say", "that the toll is unfair"),
        ("“The toll would go,” said Holm.", "Holm", "said", "The toll would go"),
    ],
)
def test_what_somebody_thinks_or_is_known_to_say_is(text: str, source: str, cue: str, content: str) -> None:
    assert not is_supposed(*told(text, source, cue, content))

from collections.abc import Callable

import pytest

from briefwright.language import Reader
from briefwright.language.closing import with_closings
from briefwright.model.article import Article
from briefwright.model.document import Attribution, Document
from briefwright.model.text import Span

Read = Callable[[str], Document]


@pytest.fixture(scope="module")
def read() -> Read:
    reader = Reader()
    return lambda text: next(iter(reader.read([Article("seeds/x.txt", "x", text, "en", "")])))


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def mended(document: Document, *, source: str, cue: str, content: list[str]) -> list[tuple[str, ...]]:
    """What becomes of one attribution: source, cue and the spans of the content of each."""
    text = document.text
    given = Attribution((span(text, source),), (span(text, cue),), tuple(span(text, words) for words in content))
    result = with_closings(document, [given])
    return [tuple(text[s.start : s.end] for s in (*a.source, *a.cue, *a.content)) for a in result]


def test_what_a_sentence_attributes_at_its_end_is_not_the_speakers_before(read: Read) -> None:
    document = read("“The bridge is safe,” Ada Holm said. “It is a wreck,” Ivo Brandt added. “Close it.”")
    assert mended(
        document, source="Ada Holm", cue="said", content=["The bridge is safe", "It is a wreck", "Close it"]
    ) == [
        ("Ada Holm", "said", "The bridge is safe"),
        ("Ivo Brandt", "added", "It is a wreck", "Close it"),
    ]


def test_reported_words_before_a_closing_cue_are_its_own(read: Read) -> None:
    document = read("The bridge is safe, the builders said. The toll will rise in May, according to the council.")
    content = ["The bridge is safe", "The toll will rise in May"]
    assert mended(document, source="the builders", cue="said", content=content) == [
        ("the builders", "said", "The bridge is safe"),
        ("the council", "according to", "The toll will rise in May"),
    ]


@pytest.mark.parametrize(
    "after",
    ["Ivo Brandt said the toll would rise.", "In May, Ivo Brandt said he would leave."],
)
def test_a_quotation_that_has_ended_belongs_to_its_speaker(read: Read, after: str) -> None:
    document = read(f"“The bridge is safe,” Ada Holm said. “It will stand.” {after}")
    content = ["The bridge is safe", "It will stand"]
    assert mended(document, source="Ada Holm", cue="said", content=content) == [("Ada Holm", "said", *content)]


def test_a_closing_cue_that_was_not_read_is_an_attribution(read: Read) -> None:
    document = read("The bridge is safe, the builders said. The toll was too high, said Ivo Brandt.")
    assert mended(document, source="the builders", cue="said", content=["The bridge is safe"]) == [
        ("the builders", "said", "The bridge is safe"),
        ("Ivo Brandt", "said", "The toll was too high"),
    ]

"""Reading many articles: each as if it were alone, in order, not far ahead, and ending when the caller does."""

import threading
from collections.abc import Iterator

import pytest

from briefwright.language import Reader
from briefwright.language.reader import AHEAD, BATCH
from briefwright.model.article import Article
from briefwright.model.text import Span

SAYINGS = (
    "Mayor Ada Holm said that the bridge is safe.",
    "“We will not sell the harbour,” Holm told the council on Monday, after a debate of nine hours.",
    "The ministry denied that it had known of the leak. Nobody was hurt.",
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def articles(count: int) -> list[Article]:
    """Articles of different length, so that none fills a window as its neighbours do."""
    texts = ("\n\n".join(SAYINGS[: 1 + i % 3]) + f" It was day {i}." for i in range(count))
    return [Article(f"seeds/{i}.txt", f"Day {i}", text, "en", "") for i, text in enumerate(texts)]


def test_an_article_reads_the_same_alone_and_among_others(reader: Reader) -> None:
    many = articles(BATCH + 3)
    together = list(reader.read(many))
    assert [document.article for document in together] == many
    assert together[-1].attributions
    for article, document in zip(many, together, strict=True):
        assert next(iter(reader.read([article]))).attributions == document.attributions


def test_a_sentence_does_not_begin_in_the_caption_that_runs_into_it(reader: Reader) -> None:
    caption = "Dockers fill the square. | Saul Berg/AFP/Getty Images "
    text = f"{caption}Mayor could close the harbour next week\n\n{SAYINGS[0]}"
    article = Article("seeds/x.txt", "x", text, "en", "", furniture=(Span(0, len(caption)),))
    document = next(iter(reader.read([article])))
    story = [text[s.start : s.end] for s in document.sentences if s.story]
    assert story == ["Mayor could close the harbour next week", SAYINGS[0]]


def test_no_article_is_no_document(reader: Reader) -> None:
    assert list(reader.read([])) == []


def test_articles_are_taken_only_as_far_ahead_as_they_are_needed(reader: Reader) -> None:
    taken = []

    def source() -> Iterator[Article]:
        for article in articles(4 * BATCH):
            taken.append(article)
            yield article

    documents = reader.read(source())
    next(iter(documents))
    assert len(taken) == BATCH * (1 + AHEAD)


def test_a_caller_that_stops_leaves_no_thread(reader: Reader) -> None:
    before = threading.active_count()
    documents = reader.read(articles(2 * BATCH))
    next(iter(documents))
    assert threading.active_count() > before
    documents.close()
    assert threading.active_count() == before

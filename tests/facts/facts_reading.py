"""How the tests of the facts stage come by a Document: the real language stage, loaded once."""

from __future__ import annotations

from functools import lru_cache

from briefwright.facts.actors import find_actors
from briefwright.facts.positions import find_positions
from briefwright.language import Reader
from briefwright.model.article import Article
from briefwright.model.document import OPEN_KINDS, Document, OpenWord
from briefwright.model.factsheet import Actor, QuestionKind
from briefwright.model.text import Span


def read(text: str, published: str | None = None, title: str = "", furniture: tuple[str, ...] = ()) -> Document:
    """The text as a Document; `furniture` names passages of it that are not the story."""
    spans = tuple(Span(text.index(f), text.index(f) + len(f)) for f in furniture)
    article = Article(
        file="seeds/test.md", title=title, text=text, language="en", source_sha256="", published=published,
        furniture=spans,
    )  # fmt: skip
    return next(_reader().read([article]))


def doubted(text: str, kind: QuestionKind, chance: float, *stretches: str) -> Document:
    """The text as a network would see it that takes the words of the stretches for open, and no others."""
    document = read(text)
    chances = tuple(chance if k == kind else 0.0 for k in OPEN_KINDS)
    places = [(text.index(words), text.index(words) + len(words)) for words in stretches]
    words = [t for t in document.tokens if any(start <= t.start and t.end <= end for start, end in places)]
    return with_open_words(document, tuple(OpenWord(t.start, t.end, chances) for t in words))


def with_open_words(document: Document, words: tuple[OpenWord, ...]) -> Document:
    """The Document as a network would see it that gives these words their chances."""
    return Document(
        document.article, document.tokens, document.sentences, document.names, document.quotations,
        document.attributions, words,
    )  # fmt: skip


def cast(text: str) -> dict[str, Actor]:
    """The actors of a text by their names."""
    return {a.name: a for a in find_actors(read(text)).actors}


def speakers_of(text: str) -> list[str | None]:
    """Whose each position of a text is, by name."""
    document = read(text)
    found = find_actors(document)
    names = {a.id: a.name for a in found.actors}
    return [names.get(p.actor or "") for p in find_positions(document, found)]


def holder(text: str, words: str) -> str | None:
    """The name of the actor whose position holds these words."""
    document = read(text)
    found = find_actors(document)
    names = {a.id: a.name for a in found.actors}
    (position,) = [p for p in find_positions(document, found) if any(words in e.quote for e in p.evidence)]
    return names[position.actor] if position.actor else None


@lru_cache(maxsize=1)
def _reader() -> Reader:
    return Reader()

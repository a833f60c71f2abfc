"""An article with its language analysed: tokens, sentences, names, attributions; and the cast of actors found in it.

Plain data: whoever reads a `Document` needs no language model. Token indices count from 0 over the whole text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from briefwright.model.article import Article
from briefwright.model.factsheet import Actor, QuestionKind
from briefwright.model.text import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark, with the parser's reading: part of speech (`pos` universal, `tag` Penn), lemma, dependency."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    """Index of the governing token; its own index at the root of a sentence."""
    sentence: int
    """Index of its sentence."""
    morph: str = ""
    """Morphological features as ``Key=Value|Key=Value``."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the text; `first` and `last` are token indices, `last` excluded."""

    index: int
    start: int
    end: int
    first: int
    last: int
    paragraph: int
    story: bool
    """False where the sentence is furniture (a caption, a credit) and so no evidence for anything."""

    @property
    def span(self) -> Span:
        """Where it lies in the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity as the tagger marked it, with its OntoNotes label (PERSON, ORG, GPE, NORP, DATE, …)."""

    start: int
    end: int
    label: str
    first: int
    last: int
    """Token indices, last excluded."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words or attitude as the text gives them: who (source), by which words (cue), what (content).

    Each role may lie in several spans, in text order; the source is empty where it is only implied.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float = 1.0
    """How sure the finder is that it read the text right, 0 to 1."""


OPEN_KINDS: tuple[QuestionKind, ...] = ("asked", "unknown", "unconfirmed", "disputed", "pending")


@dataclass(frozen=True, slots=True)
class OpenWord:
    """A word that may belong to the grounds of an open question, with the chance of each of `OPEN_KINDS`."""

    start: int
    end: int
    chances: tuple[float, ...]


@dataclass(frozen=True)
class Document:
    """An article and what the language stage sees in it."""

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    quotations: tuple[Span, ...]
    """Stretches between quotation marks, the marks excluded; a quotation that runs over paragraphs is one span each."""
    attributions: tuple[Attribution, ...] = ()
    open_words: tuple[OpenWord, ...] = ()
    """In text order; a word that is not among them leaves nothing open."""

    @cached_property
    def text(self) -> str:
        """The normalised text, blank where furniture stands inside a line."""
        return self.article.readable

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of the tokens it governs, in text order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return tuple(tuple(b) for b in below)

    def subtree(self, i: int) -> Iterator[Token]:
        """Token `i` and all that it governs, directly or not, in text order."""
        found, stack = {i}, [i]
        while stack:
            for child in self.children[stack.pop()]:
                if child not in found:
                    found.add(child)
                    stack.append(child)
        return (self.tokens[j] for j in sorted(found))

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that touch the characters from `start` to `end`."""
        from bisect import bisect_left, bisect_right

        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end)
        return self.tokens[first:last]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the character at `offset`, or the last one that begins before it."""
        from bisect import bisect_right

        return self.sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]

    def quoted(self, start: int, end: int) -> bool:
        """Whether the stretch lies wholly between quotation marks."""
        return any(q.start <= start and end <= q.end for q in self.quotations)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(t.start for t in self.tokens)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(t.end for t in self.tokens)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(s.start for s in self.sentences)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text that stand for an actor; `pronoun` marks those that are no name ("he", "the company")."""

    start: int
    end: int
    actor: str
    pronoun: bool = False


@dataclass(frozen=True)
class Cast:
    """The actors of one article and where they are mentioned."""

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...] = field(default=())
    """In text order."""

    def named_in(self, start: int, end: int) -> tuple[str, ...]:
        """Ids of the actors mentioned by name or description between the offsets, in order of mention, each once."""
        inside = (m.actor for m in self.mentions if start <= m.start and m.end <= end and not m.pronoun)
        return tuple(dict.fromkeys(inside))

"""A Document and its Cast in; the two to four sentences that carry its story out, verbatim and in text order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefwright.facts.grammar import evidence
from briefwright.model.document import Cast, Document, Sentence, Token
from briefwright.model.factsheet import Evidence

MOST = 4
"""Sentences in a lead."""
SENTENCES_A_PIECE = 5
"""One lead sentence for so many of the article, between two and `MOST`."""
FARTHEST = 60
"""Sentences from the top among which a lead is looked for."""
FEWEST_WORDS, MOST_WORDS = 6, 60
"""Shorter sentences are headings or by-lines, longer ones are lists or parsing accidents."""
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
NEARNESS, TITLE, CAST, CENTRE = 2.0, 2.0, 1.0, 1.5
"""Weights of a sentence's place, its share of the title's words, its main actors and its share of recurring words."""


def find_lead(document: Document, cast: Cast) -> tuple[Evidence, ...]:
    """The first whole sentence of the story, and those that best carry on from it."""
    story = [s for s in document.sentences if s.story and _is_whole(document, s)]
    statements = ([s for s in story if not _asks(document, s)] or story)[:FARTHEST]
    if not statements:
        return ()
    wanted = max(2, min(MOST, len(statements) // SENTENCES_A_PIECE))
    weights = _weights(document, cast, statements)
    ranked = sorted(range(1, len(statements)), key=lambda i: (-weights[i], i))
    chosen, said = [statements[0]], [_lemmas(document, statements[0])]
    for i in ranked:
        if len(chosen) == wanted:
            break
        lemmas = _lemmas(document, statements[i])
        if not any(_alike(lemmas, other) for other in said):
            chosen.append(statements[i])
            said.append(lemmas)
    chosen.sort(key=lambda s: s.start)
    return tuple(evidence(document, s.start, s.end) for s in chosen)


def _weights(document: Document, cast: Cast, statements: list[Sentence]) -> list[float]:
    title = {word.lower().strip("‘’“”\"'.,:;?!") for word in document.article.title.split()}
    main = {actor.id for actor in cast.actors if actor.salience == "main"}
    counts = Counter(lemma for s in statements for lemma in _lemmas(document, s))
    recurring = {lemma for lemma, count in counts.items() if count > 1}
    weights = []
    for place, sentence in enumerate(statements):
        lemmas = _lemmas(document, sentence)
        forms = lemmas | {t.text.lower() for t in _content(document, sentence)}
        named = main.intersection(cast.named_in(sentence.start, sentence.end))
        weights.append(
            NEARNESS / (1 + place / 2)
            + TITLE * len(forms & title) / max(1, len(title))
            + CAST * len(named) / max(1, len(main))
            + CENTRE * len(lemmas & recurring) / max(8, len(lemmas))
        )
    return weights


def _is_whole(document: Document, sentence: Sentence) -> bool:
    """Whether it is a sentence to print by itself: a verb, an end mark, a sensible length, its quotations closed."""
    tokens = document.tokens[sentence.first : sentence.last]
    quote = document.text[sentence.start : sentence.end]
    ended = quote.rstrip("”’\"')]").endswith((".", "!", "?", "…"))
    finite = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens)
    closed = quote.count("“") == quote.count("”") and quote.count('"') % 2 == 0
    unbroken = "   " not in quote  # blanks stand for furniture inside it, which is no part of a sentence to print
    return unbroken and ended and finite and closed and "\n" not in quote and FEWEST_WORDS <= len(tokens) <= MOST_WORDS


def _asks(document: Document, sentence: Sentence) -> bool:
    return document.text[sentence.start : sentence.end].rstrip("”’\"')]").endswith("?")


def _content(document: Document, sentence: Sentence) -> Iterable[Token]:
    return (t for t in document.tokens[sentence.first : sentence.last] if t.pos in CONTENT)


def _lemmas(document: Document, sentence: Sentence) -> set[str]:
    return {t.lemma.lower() for t in _content(document, sentence)}


def _alike(one: set[str], other: set[str]) -> bool:
    """Whether one says over again most of what the other says (a standfirst and the first paragraph)."""
    return len(one & other) > 0.7 * min(len(one), len(other))

"""A Document in, suggested topics out: the noun phrases that it comes back to, about matters and not names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TypeVar

from briefwright.model.document import Document, Token
from briefwright.model.factsheet import OpenQuestion, Position, Topic
from briefwright.model.text import slug

T = TypeVar("T", Position, OpenQuestion)

MOST = 5
"""Topics of an article."""
OFTEN, VERY_OFTEN = 2, 3
"""Mentions that make a topic of a compound ("peace talks") or a phrase of the title, and of any other phrase; a single
word must stand in the title and come more often still."""
LONGEST = 3
"""Words of a phrase; what is longer is a description."""
BEFORE_NOUN = frozenset({"compound", "amod", "nmod"})
BARE_MODIFIERS = frozenset({"JJR", "JJS", "CD"})
"""Tags of modifiers that compare or count and name no matter: "more talks", "first day"."""


def find_topics(document: Document) -> tuple[Topic, ...]:
    """What the article keeps speaking of, most often first, each under the form that it uses most."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    firm: set[str] = set()
    for phrase in _matters(document):
        topic_id = slug(" ".join(t.lemma for t in phrase))
        forms[topic_id][" ".join(t.text.lower() for t in phrase)] += 1
        if any(t.dep in ("compound", "nmod") for t in phrase[:-1]):
            firm.add(topic_id)
    title = set(re.findall(r"\w+", document.article.title.lower()))

    def recurs(topic_id: str) -> bool:
        count = forms[topic_id].total()
        in_title = any(set(form.split()) <= title for form in forms[topic_id])
        if "-" not in topic_id:
            return in_title and count > VERY_OFTEN
        return count >= (OFTEN if topic_id in firm or in_title else VERY_OFTEN)

    # A dict keeps the order of first mention, and so does the sort among equals.
    topics = sorted(filter(recurs, forms), key=lambda t: -forms[t].total())
    phrases = [t for t in topics if not any(t != other and f"-{t}-" in f"-{other}-" for other in topics)]
    return tuple(Topic(id=t, name=_capitalised(forms[t].most_common(1)[0][0])) for t in phrases[:MOST])


def with_topics(items: tuple[T, ...], topics: tuple[Topic, ...], document: Document) -> tuple[T, ...]:
    """The items, each with the topics whose words stand together in its evidence."""
    wanted = [(topic.id, topic.id.split("-")) for topic in topics]
    result = []
    for item in items:
        runs = [[slug(t.lemma) for t in document.tokens_in(e.start, e.end)] for e in item.evidence]
        touched = tuple(topic_id for topic_id, words in wanted if any(_contains(run, words) for run in runs))
        result.append(item.model_copy(update={"topics": touched}))
    return tuple(result)


def _contains(run: list[str], words: list[str]) -> bool:
    return any(run[i : i + len(words)] == words for i in range(len(run) - len(words) + 1))


def _matters(document: Document) -> Iterator[list[Token]]:
    """Common nouns of the story with the modifiers right before them, all, some or none; no names, no speakers."""
    labels = ("NORP", "LAW", "EVENT")
    named = {i for name in document.names if name.label not in labels for i in range(name.first, name.last)}
    speakers = _speakers(document)
    for sentence in document.sentences:
        if not sentence.story:
            continue
        for noun in document.tokens[sentence.first : sentence.last]:
            if (
                noun.pos != "NOUN"
                or noun.dep == "compound"
                or not noun.text.isalpha()
                or noun.lemma.lower() in speakers
            ):
                continue
            phrase = [noun]
            while len(phrase) < LONGEST and (before := _modifier(document, phrase[0], noun)):
                phrase.insert(0, before)
            if not any(t.i in named for t in phrase):
                yield from (phrase[i:] for i in range(len(phrase)))


def _modifier(document: Document, word: Token, noun: Token) -> Token | None:
    before = document.tokens[max(0, word.i - 1)]
    fits = before.dep in BEFORE_NOUN and before.head in (word.i, noun.i) and before.tag not in BARE_MODIFIERS
    return before if fits and before.i < word.i and before.text.isalpha() else None


def _speakers(document: Document) -> set[str]:
    """Nouns that speak in this article ("officials", "a senior diplomat"): people, not matters."""
    sources = [span for attribution in document.attributions for span in attribution.source]
    return {t.lemma.lower() for s in sources for t in document.tokens_in(s.start, s.end) if t.pos == "NOUN"}


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]

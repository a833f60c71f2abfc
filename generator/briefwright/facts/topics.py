"""A Document with its positions and questions in; out the topics that these are about: noun phrases and names.

Such a name is one of nobody who acts and of no place: that of a law, a treaty, a disease. Suggestions, of which the
build shows those that several articles share and a person those that he approves.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeVar

from briefwright.commonness import SHORTEST, fold, share
from briefwright.model.document import Cast, Document, Name, Token
from briefwright.model.factsheet import OpenQuestion, Position, Topic
from briefwright.model.text import slug

T = TypeVar("T", Position, OpenQuestion)

MOST = 8
"""Topics of an article."""
OFTEN = 2
"""Mentions in the article that make a topic of what a position or question is about."""
MANY, SOME = 3, 2
"""Positions and questions about a single word ("tariffs"), and about a name or a noun with an adjective ("nuclear
weapons"); a compound ("peace talks") needs one. What the title names needs one less."""
COMMON_WORD, COMMON_PHRASE, COMMON_ADJECTIVE = 0.13, 0.12, 0.15
"""Share of ordinary articles from which on a word, the rarest word of a phrase or an adjective says too little."""
RAREST = 0.003
"""What is rarer than this weighs no more."""
LONGEST = 3
"""Words of a phrase; what is longer is a description."""
HYPHENS = frozenset("-‐‑")
BEFORE_NOUN = frozenset({"compound", "amod", "nmod"})
BARE_MODIFIERS = frozenset({"JJR", "JJS", "CD"})
"""Tags of modifiers that compare or count and name no matter: "more talks", "first day"."""
NO_MATTERS = frozenset("PERSON NORP GPE LOC FAC LANGUAGE DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL".split())
"""Labels of names of people, places, times and numbers."""


class _Matter:
    """A noun phrase, or a name, in all its forms."""

    def __init__(self) -> None:
        self.forms: Counter[str] = Counter()
        self.words: tuple[str, ...] = ()
        self.named = False
        self.compound = False
        self.adjectives: tuple[str, ...] = ()

    def add(self, phrase: Sequence[Token], form: str, *, named: bool) -> None:
        """Notes a phrase, its tokens without hyphens, and how the text writes it."""
        self.named = self.named or named
        self.forms[" ".join((form if named else form.lower()).split())] += 1
        self.words = tuple(fold(t.lemma) for t in phrase)
        self.compound = self.compound or any(t.dep in ("compound", "nmod") for t in phrase[:-1])
        self.adjectives = tuple(fold(t.lemma) for t in phrase[:-1] if t.dep == "amod")

    @property
    def rarity(self) -> float:
        """More for a phrase whose rarest word few ordinary articles hold."""
        return -math.log(max(RAREST, min(map(share, self.words))))

    def mentions(self, text: str) -> int:
        """How often the text has it; of a name the tagger may see one mention and miss the next."""
        return sum(max(number, text.count(form) if self.named else 0) for form, number in self.forms.items())

    def tells(self) -> bool:
        """Whether its words say something of a matter."""
        if len(self.words) == 1:
            return len(self.words[0]) >= SHORTEST and share(self.words[0]) <= COMMON_WORD
        adjective = max(map(share, self.adjectives), default=0.0)
        return min(map(share, self.words)) <= COMMON_PHRASE and adjective <= COMMON_ADJECTIVE

    def needs(self, title: set[str]) -> int:
        """In how many positions and questions it must stand."""
        in_title = any(set(re.findall(r"\w+", form.lower())) <= title for form in self.forms)
        number = SOME if self.named else MANY if len(self.words) == 1 else 1 if self.compound else SOME
        return max(1, number - in_title)


def find_topics(document: Document, cast: Cast, items: Sequence[Position | OpenQuestion]) -> tuple[Topic, ...]:
    """What the items are about, most of them and the rarest words first, each under the form that is used most."""
    matters: dict[str, _Matter] = defaultdict(_Matter)
    for named, phrases in ((False, _matters(document)), (True, _named_matters(document, cast))):
        for phrase in phrases:
            form = document.text[phrase[0].start : phrase[-1].end]
            matters[slug(" ".join(t.lemma for t in phrase))].add(phrase, form, named=named)
    held = Counter(topic_id for item in items for topic_id in _held(document, item) if topic_id in matters)
    title = set(re.findall(r"\w+", document.article.title.lower()))
    fit = [
        topic_id
        for topic_id, matter in matters.items()
        if matter.mentions(document.text) >= OFTEN and matter.tells() and held[topic_id] >= matter.needs(title)
    ]
    # A dict keeps the order of first mention, and so does the sort among equals.
    fit.sort(key=lambda t: -held[t] * matters[t].rarity)
    return tuple(
        Topic(id=t, name=_capitalised(matters[t].forms.most_common(1)[0][0]))
        for t in [t for t in fit if not _stands_aside(t, fit, held)][:MOST]
    )


def _held(document: Document, item: Position | OpenQuestion) -> set[str]:
    """Ids of all phrases, of nouns or not, in the item's evidence."""
    runs = _runs(document, item)
    return {"-".join(run[i : i + n]) for run in runs for n in range(1, LONGEST + 1) for i in range(len(run) - n + 1)}


def _stands_aside(topic: str, fit: Sequence[str], held: Counter[str]) -> bool:
    """Whether a longer phrase says it better, or a part of it says it far more often."""
    longer = (held[t] for t in fit if t != topic and f"-{topic}-" in f"-{t}-")
    parts = (held[t] for t in fit if t != topic and f"-{t}-" in f"-{topic}-")
    return max(longer, default=0) * 2 >= held[topic] or max(parts, default=0) > held[topic] * 2


def with_topics(items: tuple[T, ...], topics: tuple[Topic, ...], document: Document) -> tuple[T, ...]:
    """The items, each with the topics whose words stand together in its evidence."""
    result = []
    for item in items:
        runs = [f"-{'-'.join(run)}-" for run in _runs(document, item)]
        touched = tuple(topic.id for topic in topics if any(f"-{topic.id}-" in run for run in runs))
        result.append(item.model_copy(update={"topics": touched}))
    return tuple(result)


def _runs(document: Document, item: Position | OpenQuestion) -> list[list[str]]:
    spans = (document.tokens_in(e.start, e.end) for e in item.evidence)
    return [[slug(t.lemma) for t in span if t.text not in HYPHENS] for span in spans]


def _matters(document: Document) -> Iterator[list[Token]]:
    """Common nouns of the story with the modifiers right before them, all, some or none; no names, no speakers."""
    labels = ("LAW", "EVENT")
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
            suffixes = (phrase[i:] for i in range(len(phrase)) if not _is_torn(document, phrase[i]))
            yield from (suffix for suffix in suffixes if not any(t.i in named for t in suffix))


def _named_matters(document: Document, cast: Cast) -> Iterator[tuple[Token, ...]]:
    """Names of the story that are nobody's who acts, and that the tagger takes mostly for no person, place or time."""
    actors = {t.i for m in cast.mentions if not m.pronoun for t in document.tokens_in(m.start, m.end)}
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for name in document.names:
        labels[_bare(document, name)[1]][name.label] += 1
    for name in document.names:
        phrase, form = _bare(document, name)
        fits = 0 < len(phrase) <= LONGEST and labels[form].most_common(1)[0][0] not in NO_MATTERS
        if fits and document.sentences[phrase[0].sentence].story and not any(t.i in actors for t in phrase):
            yield phrase


def _bare(document: Document, name: Name) -> tuple[tuple[Token, ...], str]:
    """A name without an article before it and a possessive behind it, as tokens and as a form."""
    tokens = document.tokens[name.first : name.last]
    first = next((n for n, t in enumerate(tokens) if t.pos != "DET"), len(tokens))
    last = max((n for n, t in enumerate(tokens, 1) if t.pos in ("PROPN", "NOUN")), default=0)
    return tokens[first:last], " ".join(t.lemma.lower() for t in tokens[first:last])


def _modifier(document: Document, word: Token, noun: Token) -> Token | None:
    before = document.tokens[max(0, word.i - 1)]
    if before.text in HYPHENS and _is_torn(document, word):
        before = document.tokens[max(0, before.i - 1)]
        return before if before.text.isalpha() and noun.i in (before.head, document.tokens[before.head].head) else None
    fits = before.dep in BEFORE_NOUN and before.head in (word.i, noun.i) and before.tag not in BARE_MODIFIERS
    return before if fits and before.i < word.i and before.text.isalpha() else None


def _is_torn(document: Document, word: Token) -> bool:
    """Whether a hyphen ties the word to the one before it ("same-|sex marriage")."""
    return document.text[max(0, word.start - 1) : word.start] in HYPHENS


def _speakers(document: Document) -> set[str]:
    """Nouns that speak in this article ("officials", "a senior diplomat"): people, not matters."""
    sources = [span for attribution in document.attributions for span in attribution.source]
    return {t.lemma.lower() for s in sources for t in document.tokens_in(s.start, s.end) if t.pos == "NOUN"}


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]

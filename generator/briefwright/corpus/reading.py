"""Briefings and the topics of all articles in; out, which topics each position and question is about.

It is about those that its sheet names; about a state that it speaks about, and a topic whose words it uses, where its
article names that more than once. One that a person edited is about what its sheet says and nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from briefwright.commonness import share
from briefwright.corpus.identity import Register
from briefwright.corpus.matters import LEAST_SMALL, Texts, form, said, spoken
from briefwright.model.cast import Actor
from briefwright.model.corpus import Briefing, Question, Statement, Topic
from briefwright.model.order import grouped

Touched = tuple[tuple[str, ...], ...]
"""Of a briefing's statements, then its questions, in their order, ids of the topics that each is about."""

LEAST_USED = 2
"""Times that an article uses a topic's words; what it says once, it says in passing."""


def with_topics(briefing: Briefing, touched: Touched) -> Briefing:
    """The briefing, its items with what they are about."""
    number = len(briefing.statements)
    statements = tuple(replace(s, topics=t) for s, t in zip(briefing.statements, touched[:number], strict=True))
    questions = tuple(replace(q, topics=t) for q, t in zip(briefing.questions, touched[number:], strict=True))
    topics = tuple(dict.fromkeys(t for topics in touched for t in topics))
    return replace(briefing, statements=statements, questions=questions, topics=topics)


def without(briefing: Briefing, touched: Touched, strays: Set[str]) -> Touched:
    """What its items are about but for the `strays`, topics that the article is not on; what a person edited stays."""
    if not strays:
        return touched
    edited = (*(s.edited for s in briefing.statements), *(q.edited for q in briefing.questions))
    kept = (tuple(t for t in topics if t not in strays) for topics in touched)
    return tuple(was if by_hand else left for by_hand, was, left in zip(edited, touched, kept, strict=True))


def _numbers(words: str) -> tuple[str, ...]:
    """Folded words, and their plural where folding leaves more than their singular: “taxe”, “penaltie”."""
    if words.endswith(("ch", "sh", "x", "z")):
        return words, f"{words}e"
    return (words, f"{words[:-1]}ie") if words.endswith("y") else (words,)


class Reading:
    """What items are about, by the topics that are shown and the articles about each state that is one."""

    def __init__(
        self,
        identity: Register,
        topics: Mapping[str, Topic],
        lands: Mapping[str, Set[str]],
        actors: Mapping[str, Actor],
        texts: Texts,
    ) -> None:
        self._identity, self._topics, self._lands, self._texts = identity, topics, lands, texts
        named = {state: dict.fromkeys(map(form, (actors[state].name, *actors[state].forms))) for state in lands}
        self._called = {state: tuple(f" {name} " for name in names if name) for state, names in named.items()}
        words = [(f" {form} ", t.id) for t in topics.values() for words in t.words for form in _numbers(words)]
        self._by_word = grouped((min(w.split(), key=share), (w, topic)) for w, topic in words)
        self._forms = grouped((topic, w) for w, topic in words)
        self._names = {w for w, _ in words if self._is_name(w.split())}

    def forms(self, topic: str) -> tuple[str, ...]:
        """A topic's words as texts have them, folded and with blanks around."""
        return self._forms.get(topic, ())

    def items(self, briefing: Briefing) -> Touched:
        """What each item is about."""
        items: list[tuple[Statement | Question, str, str | None]] = [
            (s, s.wording, s.actor) for s in briefing.statements
        ]
        items += [(q, q.question, None) for q in briefing.questions]
        spoken_of = Counter(state for item, _, _ in items for state in item.about if state in self._lands)
        states = {s for s, n in spoken_of.items() if n >= LEAST_USED or self._uses(briefing.id, self._called[s])}
        return tuple(self._about(item, wording, states, speaker) for item, wording, speaker in items)

    def _about(
        self, item: Statement | Question, wording: str, states: Set[str], speaker: str | None
    ) -> tuple[str, ...]:
        named = self._identity.canonicals(item.topics, self._topics)
        read = () if item.edited else (*self._used(wording, item.sheet), *self._states(item, states, speaker))
        return tuple(dict.fromkeys((*named, *read)))

    def _used(self, wording: str, sheet: str) -> Iterator[str]:
        """The topics whose words the wording uses; in the name of a body or an act they are only part of that."""
        whole, common = spoken(wording)
        for word in dict.fromkeys(whole.split()):
            for words, topic in self._by_word.get(word, ()):
                is_used = words in (whole if words in self._names else common)
                if is_used and self._uses(sheet, self._forms[topic]):
                    yield topic

    def _states(self, item: Statement | Question, states: Set[str], speaker: str | None) -> Iterator[str]:
        """Those of the states that it speaks about, and the speaker where the article is about it."""
        for state, on_it in self._lands.items():
            if (state in item.about and state in states) or (state == speaker and item.sheet in on_it):
                yield from self._identity.canonicals((state,), self._topics)

    def _uses(self, sheet: str, forms: Sequence[str]) -> bool:
        return sum(map(said(self._texts[sheet]).folded.count, forms)) >= LEAST_USED

    def _is_name(self, words: list[str]) -> bool:
        """Whether most mentions of each word have a capital."""
        there = [said(text) for text in self._texts.values()]
        return all(sum(t.small[w] for t in there) < LEAST_SMALL * sum(t.counts[w] for t in there) for w in words)

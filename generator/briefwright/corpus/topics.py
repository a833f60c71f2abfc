"""What the positions and questions of all articles are about: briefings and the register in, the topics to be shown out.

Suggestions of the parser that are one matter are one topic, and so is a state that articles are about; each has to earn
its page. What a person took in hand in the register is always shown, as it is; what it hides, never. A position or
question is about the topics that its sheet names, and about those whose words it uses, unless a person edited it: then
the sheet has the last word. No sheet changes, and no order of files says anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple, TypeVar

from briefwright.commonness import share
from briefwright.corpus.earning import Articles, Claim, earns_a_page
from briefwright.corpus.identity import Register
from briefwright.corpus.lands import find_lands
from briefwright.corpus.matters import Matter, Texts, find_matters, folded, form, holders, is_one
from briefwright.model.corpus import Actor, Briefing, Question, Statement, Topic
from briefwright.model.factsheet import RegisteredTopic, TopicRegister
from briefwright.model.order import filed_under, grouped

I = TypeVar("I", Statement, Question)  # noqa: E741 - an item

Voices = Mapping[str, Set[str]]
"""Ids of articles, each with the named actors that speak there."""


class Joined(NamedTuple):
    """The topics that are shown, by id in the order of their names, and the briefings whose items are about them."""

    topics: dict[str, Topic]
    briefings: list[Briefing]


def join_topics(
    briefings: Sequence[Briefing],
    actors: Mapping[str, Actor],
    register: TopicRegister,
    suggested: Set[str],
    texts: Texts,
) -> Joined:
    """Join the topics of briefings whose items have those of their sheets.

    `suggested` are those that no person took in hand; `texts` is what each article says, by its id.
    """
    originals = [b for b in briefings if b.origin is None]
    articles = Articles({b.id: b.title for b in originals}, {b.id: texts[b.id] for b in originals})
    entries = {e.id: e for e in register.topics}
    about = _about(originals, Register(register.topics))
    matters = _earned({t: voices for t, voices in about.items() if t in suggested}, entries, actors, articles)
    identity = Register(_merged(register, matters).topics)
    approved = {i for i in (*_about(briefings, identity), *entries) if i not in suggested and identity.canonical(i) == i}
    lands = {s: on for s, on in find_lands(originals, actors, approved).items() if s not in suggested}
    shown = {group[0].ids[0]: _joined(group, entries, identity) for group in matters}
    shown |= {i: _approved(i, entries, identity) for i in approved}
    shown |= {i: Topic(i, actors[s].name, None) for s in lands if (i := identity.canonical(s)) and i not in shown}
    reading = _Reading(identity, shown, lands)
    read = [reading.briefing(b) for b in briefings]
    found = {t for b in read for t in b.topics}
    topics = sorted((shown[i] for i in found), key=lambda t: (filed_under(t.name), t.id))
    return Joined({t.id: t for t in topics}, read)


def _items(briefing: Briefing) -> tuple[Statement | Question, ...]:
    return (*briefing.statements, *briefing.questions)


def _about(briefings: Iterable[Briefing], identity: Register) -> dict[str, Voices]:
    """The topics that sheets name; of each the articles that are about it, with the named actors of these."""
    found: dict[str, dict[str, set[str]]] = {}
    for briefing in briefings:
        for item in _items(briefing):
            for topic in filter(None, map(identity.canonical, item.topics)):
                voices = found.setdefault(topic, {}).setdefault(briefing.id, set())
                voices.update(filter(None, [item.actor if isinstance(item, Statement) else None]))
    return dict(found)


def _earned(
    about: Mapping[str, Voices],
    entries: Mapping[str, RegisteredTopic],
    actors: Mapping[str, Actor],
    articles: Articles,
) -> list[list[Matter]]:
    """The suggestions that earn a page, each with those that stand for the same and earn none of their own."""
    taken = {form(name) for a in actors.values() for name in (a.name, *a.forms)}
    matters = [m for m in find_matters(about, articles.texts, _names(about, entries), taken) if m.key]
    used = {m.words: holders(m.words, articles.texts) for m in matters}
    groups: list[list[Matter]] = []
    earning = [m for m in matters if earns_a_page(_claim(m, about, entries), articles)]
    rest = [m for m in matters if m not in earning]
    for matter in (*sorted(earning, key=lambda m: (-len(used[m.words]), m.ids)), *rest):
        same = (g for g in groups if is_one(g[0].words, matter.words, used, len(articles.texts)))
        if group := next(same, None):
            group.append(matter)
        elif matter in earning:
            groups.append([matter])
    return groups


def _names(ids: Iterable[str], entries: Mapping[str, RegisteredTopic]) -> dict[str, str]:
    return {i: entries[i].name if i in entries else i.replace("-", " ").capitalize() for i in ids}


def _claim(matter: Matter, about: Mapping[str, Voices], entries: Mapping[str, RegisteredTopic]) -> Claim:
    voices = grouped((s, actors) for i in matter.ids for s, actors in about[i].items())
    on_it = {s: frozenset[str]().union(*actors) for s, actors in voices.items()}
    names = frozenset((*matter.ids, *_names(matter.ids, entries).values()))
    return Claim(matter.key, matter.words, names, on_it)


def _merged(register: TopicRegister, groups: Iterable[Sequence[Matter]]) -> TopicRegister:
    """The register as if an editor had merged the topics of each group into the first."""
    into = {g[0].ids[0]: [i for m in g for i in m.ids][1:] for g in groups}
    entries = (e.model_copy(update={"merge": (*e.merge, *into.get(e.id, ()))}) for e in register.topics)
    return register.model_copy(update={"topics": tuple(entries)})


def _joined(group: Sequence[Matter], entries: Mapping[str, RegisteredTopic], identity: Register) -> Topic:
    """The topic of several suggestions, with all of their names."""
    ids = [i for m in group for i in m.ids]
    name, *forms = dict.fromkeys(_names(ids, entries).values())
    words = tuple(dict.fromkeys(m.words for m in group))
    return Topic(ids[0], name, None, identity.former(ids[0]), tuple(forms), words)


def _approved(topic_id: str, entries: Mapping[str, RegisteredTopic], identity: Register) -> Topic:
    """A topic that a person took in hand; it is known by its id, its name and its aliases."""
    entry = entries.get(topic_id)
    name = _names([topic_id], entries)[topic_id]
    words = dict.fromkeys(map(form, (topic_id, name, *(entry.aliases if entry else ()))))
    description = entry.description if entry else None
    return Topic(topic_id, name, description, identity.former(topic_id), (), tuple(filter(None, words)))


class _Reading:
    """What items are about."""

    def __init__(self, identity: Register, topics: Mapping[str, Topic], lands: Mapping[str, Set[str]]) -> None:
        self._identity, self._topics, self._lands = identity, topics, lands
        said_by = ((min(words.split(), key=share), (f" {words} ", t)) for t, topic in topics.items() for words in topic.words)
        self._by_word = grouped(said_by)

    def briefing(self, briefing: Briefing) -> Briefing:
        """The briefing with what its items are about."""
        statements = tuple(self._read(s, s.wording) for s in briefing.statements)
        questions = tuple(self._read(q, q.question) for q in briefing.questions)
        topics = tuple(dict.fromkeys(t for item in (*statements, *questions) for t in item.topics))
        return replace(briefing, statements=statements, questions=questions, topics=topics)

    def _read(self, item: I, words: str) -> I:
        named = self._identity.canonicals(item.topics, self._topics)
        touched = () if item.edited else (*self._used_in(words), *self._states_of(item))
        topics = tuple(dict.fromkeys((*named, *touched)))
        return item if topics == item.topics else replace(item, topics=topics)

    def _used_in(self, words: str) -> list[str]:
        """The topics whose words stand there."""
        text = folded(words)
        held = (pair for word in dict.fromkeys(text.split()) for pair in self._by_word.get(word, ()))
        return [topic for form, topic in held if form in text]

    def _states_of(self, item: Statement | Question) -> Iterator[str]:
        """The states that it is about, and that which speaks in an article about it."""
        speaker = item.actor if isinstance(item, Statement) else None
        for state, on in self._lands.items():
            if state in item.about or (state == speaker and item.sheet in on):
                yield from self._identity.canonicals((state,), self._topics)

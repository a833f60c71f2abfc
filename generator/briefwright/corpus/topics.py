"""What all positions and questions are about: briefings and the register in, the topics to be shown out.

Suggestions of the parser that are one matter are one topic, and so is a state that articles are about; each has to earn
its page. What a person took in hand in the register is always shown, as it is; what it hides, never. A position or
question is about the topics that its sheet names, and about those whose words it uses, unless a person edited it: then
the sheet has the last word. No sheet changes, and no order of files says anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from briefwright.corpus.earning import Articles, Claim, earns_a_page
from briefwright.corpus.identity import Register
from briefwright.corpus.lands import find_lands
from briefwright.corpus.matters import Matter, Texts, find_matters, form, holders, is_one
from briefwright.corpus.reading import Reading, Touched, without
from briefwright.corpus.senses import Usage, find_strays
from briefwright.corpus.topicnames import naming
from briefwright.model.cast import Actor
from briefwright.model.corpus import Briefing, Topic
from briefwright.model.factsheet import RegisteredTopic, TopicRegister
from briefwright.model.order import filed_under, grouped

LEAST_CASTS = 3
"""Articles with an actor from which on it is certain that somebody has the name."""

Voices = Mapping[str, Set[str]]
"""Ids of articles, each with the named actors that speak there."""


class Joined(NamedTuple):
    """The topics that are shown, by id in the order of their names, and by id of briefing what its items are about."""

    topics: dict[str, Topic]
    touched: dict[str, Touched]


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
    taken = _taken(originals, actors)
    matters = _earned({t: voices for t, voices in about.items() if t in suggested}, entries, taken, articles)
    identity = Register(_merged(register, matters).topics)
    by_hand = {*_about(briefings, identity), *entries} - suggested
    approved = {i for i in by_hand if identity.canonical(i) == i}
    lands = {s: on for s, on in find_lands(originals, actors, approved).items() if s not in suggested}
    shown = {group[0].ids[0]: _joined(group, entries, identity) for group in matters}
    shown |= {i: _approved(i, entries, identity, is_land=i in lands) for i in approved}
    shown |= {i: Topic(i, actors[s].name, None) for s in lands if (i := identity.canonical(s)) and i not in shown}
    reading = Reading(identity, shown, lands, actors, texts)
    read = {b.id: reading.items(b) for b in briefings}
    groups = {group[0].ids[0]: group for group in matters}
    strays = find_strays({i: Usage(reading.forms(i), _on_it(i, originals, read)) for i in groups}, articles)
    touched = {b.id: without(b, read[b.id], {t for t, there in strays.items() if _told(b) in there}) for b in briefings}
    found = {t for items in touched.values() for topics in items for t in topics}
    for i in found & groups.keys():
        on_it = _on_it(i, originals, touched)
        ids = [t for m in groups[i] for t in m.ids if not on_it.isdisjoint(about[t])]
        shown[i] = _called(shown[i], [_name(t, entries) for t in ids], [articles.texts[b] for b in sorted(on_it)])
    topics = sorted((shown[i] for i in found), key=lambda t: (filed_under(t.name), t.id))
    return Joined({t.id: t for t in topics}, touched)


def _on_it(topic: str, briefings: Iterable[Briefing], touched: Mapping[str, Touched]) -> frozenset[str]:
    """Ids of the articles with an item about the topic."""
    return frozenset(b.id for b in briefings if any(topic in topics for topics in touched[b.id]))


def _told(briefing: Briefing) -> str:
    """Id of the article whose text it tells."""
    return briefing.origin.sheet if briefing.origin else briefing.id


def _about(briefings: Iterable[Briefing], identity: Register) -> dict[str, Voices]:
    """The topics that sheets name; of each the articles that are about it, with the named actors of these."""
    found: dict[str, dict[str, set[str]]] = {}
    for briefing in briefings:
        spoken = [(s.topics, s.actor) for s in briefing.statements]
        for topics, actor in (*spoken, *((q.topics, None) for q in briefing.questions)):
            for topic in filter(None, map(identity.canonical, topics)):
                found.setdefault(topic, {}).setdefault(briefing.id, set()).update(filter(None, [actor]))
    return dict(found)


def _taken(briefings: Iterable[Briefing], actors: Mapping[str, Actor]) -> set[str]:
    """What actors of several articles are called, and what they are, folded: somebody, and no matter."""
    casts = Counter(a.actor for b in briefings for a in b.cast)
    known = [actors[i] for i, number in casts.items() if number >= LEAST_CASTS]
    return {form(name) for a in known for name in (a.name, *a.forms, *a.roles)}


def _earned(
    about: Mapping[str, Voices],
    entries: Mapping[str, RegisteredTopic],
    taken: Set[str],
    articles: Articles,
) -> list[list[Matter]]:
    """The suggestions that earn a page, each with those that stand for the same and earn none of their own."""
    names = {topic: _name(topic, entries) for topic in about}
    found = find_matters({t: voices.keys() for t, voices in about.items()}, articles.texts, names, taken)
    matters = [m for m in found if m.key and m.words not in taken]
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


def _name(topic_id: str, entries: Mapping[str, RegisteredTopic]) -> str:
    return entries[topic_id].name if topic_id in entries else topic_id.replace("-", " ").capitalize()


def _claim(matter: Matter, about: Mapping[str, Voices], entries: Mapping[str, RegisteredTopic]) -> Claim:
    voices = grouped((s, actors) for i in matter.ids for s, actors in about[i].items())
    on_it = {s: frozenset[str]().union(*actors) for s, actors in voices.items()}
    names = (name for i in matter.ids for name in (i, _name(i, entries)))
    return Claim(matter.key, matter.words, frozenset(names), on_it)


def _merged(register: TopicRegister, groups: Iterable[Sequence[Matter]]) -> TopicRegister:
    """The register as if an editor had merged the topics of each group into the first."""
    into = {g[0].ids[0]: [i for m in g for i in m.ids][1:] for g in groups}
    entries = (e.model_copy(update={"merge": (*e.merge, *into.get(e.id, ()))}) for e in register.topics)
    return register.model_copy(update={"topics": tuple(entries)})


def _joined(group: Sequence[Matter], entries: Mapping[str, RegisteredTopic], identity: Register) -> Topic:
    """The topic of several suggestions, called as the first of them."""
    first = group[0].ids[0]
    words = tuple(dict.fromkeys(m.words for m in group))
    return Topic(first, _name(first, entries), None, identity.former(first), (), words)


def _called(topic: Topic, names: Sequence[str], texts: Sequence[str]) -> Topic:
    """The topic with the names of its suggestions that articles are on."""
    name = naming(names or [topic.name], topic.words[0], texts)
    other = (n for n in dict.fromkeys(names) if form(n) not in (form(name), topic.words[0]) or " " in form(n))
    return replace(topic, name=name, forms=tuple(n for n in other if n != name))


def _approved(topic_id: str, entries: Mapping[str, RegisteredTopic], identity: Register, *, is_land: bool) -> Topic:
    """A topic that a person took in hand: used where its id, its name or an alias is, of a state where an alias is."""
    entry = entries.get(topic_id)
    name = _name(topic_id, entries)
    used = (*(() if is_land else (topic_id, name)), *(entry.aliases if entry else ()))
    words = tuple(filter(None, dict.fromkeys(map(form, used))))
    return Topic(topic_id, name, entry.description if entry else None, identity.former(topic_id), (), words)

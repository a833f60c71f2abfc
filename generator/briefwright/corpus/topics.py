"""What the positions and questions of all articles are about: sheets and the register in, the topics to be shown out.

Suggestions of the parser that are one matter are one topic. It earns its page where several articles are about it,
copies aside, and speakers that are named, and where it is specific: a word of its name tells what it is about and
stands often where it is about it, no number stands before it, and of those that use its words, enough are about it.
What a person took in hand in the register is always shown, as it is; what it hides, never. No sheet changes, and no
order of files says anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from briefwright.commonness import WORD, fold
from briefwright.corpus.identity import Register
from briefwright.corpus.matters import Matter, Texts, find_matters, form, holders, said
from briefwright.model.corpus import Topic
from briefwright.model.factsheet import FactSheet, OpenQuestion, Position, RegisteredTopic, TopicRegister
from briefwright.model.order import filed_under

LEAST_ARTICLES, LEAST_VOICES = 2, 4
"""Articles about a topic; these and the named actors that speak on it."""
LEAST_TITLES, LEAST_TITLE_SHARE = 2, 1 / 3
"""Headlines, and share of these articles' headlines, in which a topic's only word stands..."""
MANY_NAMES = 3
"""...unless so many names are joined to it."""
ENOUGH_ARTICLES = 3
"""So many need no headline; of fewer one has to have the key."""
LEAST_SHARE = 0.1
"""Of the articles that use a topic's words, the share that are about it: of "process" it is small, of "tariffs" not."""
LEAST_MENTIONS = 2.5
"""Of its key in an article about it, on average: of "party lines" there are fewer."""
MOST_COUNTED = 1 / 3
"""Of its mentions, the share with a number or a hyphen before them from which on they are no mentions of it."""
_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_PIECES = re.compile(rf"\d[\d.,]*|(?<=\w)-(?=\w)|{WORD.pattern}")


class _Articles(NamedTuple):
    """All but copies, by id."""

    titles: Mapping[str, str]
    texts: Texts


class Joined(NamedTuple):
    """The topics that are shown, by id in the order of their names, and the register with its merges, ours too."""

    topics: dict[str, Topic]
    register: TopicRegister


def join_topics(
    sheets: Sequence[FactSheet], register: TopicRegister, suggested: Set[str], texts: Texts, copies: Set[str]
) -> Joined:
    """Join the topics of published statements and questions.

    `suggested` are those that no person took in hand; `texts` is what each article says, by its id.
    """
    originals = [s for s in sheets if s.article.id not in copies]
    titles = {s.article.id: s.article.title for s in originals}
    articles = _Articles(titles, {i: texts[i] for i in titles})
    about = _about(originals, Register(register.topics))
    matters = find_matters({t: about[t].keys() for t in about if t in suggested}, articles.texts)
    keys = {m.ids[0]: m.key for m in matters}
    register = _merged(register, matters)
    identity, entries = Register(register.topics), {e.id: e for e in register.topics}
    shown = []
    for i, voices in _about(sheets, identity).items():
        topic = _topic(i, entries, identity, joined=i in keys)
        on_it = {s: actors for s, actors in voices.items() if s in titles}
        if i not in suggested or _earns_a_page(topic, keys.get(i, ""), on_it, articles):
            shown.append(topic)
    return Joined({t.id: t for t in sorted(shown, key=lambda t: (filed_under(t.name), t.id))}, register)


def _about(sheets: Iterable[FactSheet], identity: Register) -> dict[str, dict[str, frozenset[str]]]:
    """Published topics; of each the sheets whose published items are about it, with the named actors of these."""
    found: dict[str, dict[str, set[str]]] = {}
    for sheet in sheets:
        items: tuple[Position | OpenQuestion, ...] = (*sheet.positions, *sheet.open_questions)
        for item in items:
            for topic in map(identity.canonical, item.topics) if item.publish else ():
                if topic is not None:
                    voices = found.setdefault(topic, {}).setdefault(sheet.article.id, set())
                    voices.update(filter(None, [item.actor if isinstance(item, Position) else None]))
    return {t: {s: frozenset(actors) for s, actors in of_it.items()} for t, of_it in found.items()}


def _merged(register: TopicRegister, matters: Iterable[Matter]) -> TopicRegister:
    """The register as if an editor had merged the topics of each matter into the first."""
    into = {m.ids[0]: m.ids[1:] for m in matters if len(m.ids) > 1}
    entries = (e.model_copy(update={"merge": (*e.merge, *into[e.id])}) if e.id in into else e for e in register.topics)
    return register.model_copy(update={"topics": tuple(entries)})


def _topic(topic_id: str, entries: Mapping[str, RegisteredTopic], identity: Register, *, joined: bool) -> Topic:
    """The topic; where a person did not word it, but we `joined` it, with the names of all that it is."""

    def name(i: str) -> str:
        return entries[i].name if i in entries else i.replace("-", " ").capitalize()

    former, entry, own = identity.former(topic_id), entries.get(topic_id), name(topic_id)
    forms = dict.fromkeys(map(name, sorted(former, key=entry.merge.index))) if entry and joined else ()
    return Topic(topic_id, own, entry.description if entry else None, former, tuple(f for f in forms if f != own))


def _earns_a_page(topic: Topic, key: str, on_it: Mapping[str, Set[str]], said_there: _Articles) -> bool:
    """Whether the articles `on_it`, each with the actors that speak on it there, are enough and are about it."""
    actors = frozenset[str]().union(*on_it.values())
    if not key or len(on_it) < LEAST_ARTICLES or len(on_it) + len(actors) < LEAST_VOICES:
        return False
    titles, texts = [said_there.titles[s] for s in on_it], [said_there.texts[s] for s in on_it]
    forms = frozenset(filter(None, map(form, (topic.name, *topic.forms, topic.id, *topic.formerly))))
    least: float = len(on_it) < ENOUGH_ARTICLES
    if form(topic.id) == key and " " not in key and len(topic.forms) < MANY_NAMES:
        least = max(LEAST_TITLES, LEAST_TITLE_SHARE * len(on_it))
    if sum(f" {key} " in said(title).folded for title in titles) < least:
        return False
    if sum(said(text).folded.count(f" {key} ") for text in texts) < LEAST_MENTIONS * len(on_it):
        return False
    using = frozenset[str]().union(*(holders(f, said_there.texts) for f in forms))
    return len(on_it) >= LEAST_SHARE * len(using) and not _is_measure_or_torn(forms, texts)


def _is_measure_or_torn(forms: Set[str], texts: Iterable[str]) -> bool:
    """Whether numbers stand before its mentions, or hyphens: of "same-sex marriage" the parser reads the end."""
    numbered = [_numbered(text) for text in texts]
    mentions = sum(text.count(f" {form} ") for text in numbered for form in forms)
    counted = sum(text.count(f" 0 {form} ") for text in numbered for form in forms)
    return mentions > 0 and counted >= MOST_COUNTED * mentions


@lru_cache(maxsize=1_000)
def _numbered(text: str) -> str:
    """The words of a text as `said` has them, with a 0 for each number that is no year, and for a hyphen in a word."""
    found = ("0" if _is_apart(w) else fold(w) for w in _PIECES.findall(text))
    return f" {' '.join(found)} "


def _is_apart(word: str) -> bool:
    return (
        word == "-"
        or word.casefold() in _NUMBERS
        or (word[0].isdigit() and not (word.isdigit() and len(word) == len("2023")))
    )

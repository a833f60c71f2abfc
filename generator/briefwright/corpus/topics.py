"""What the positions and questions of all articles are about: sheets and the register in, the topics to be shown out.

A suggestion of the parser earns its page where several articles are about it, copies aside, and where it is specific:
of those that use its words, enough are about it, and a single word stands in headlines. What a person took in hand in
the register is always shown, what it hides never. No sheet changes, and no order of files says anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import lru_cache

from briefwright.commonness import words
from briefwright.corpus.identity import Register
from briefwright.model.corpus import Topic, filed_under, grouped
from briefwright.model.factsheet import FactSheet, OpenQuestion, Position, RegisteredTopic, TopicRegister

LEAST_ARTICLES = 2
"""Articles about a topic."""
LEAST_TITLES, LEAST_TITLE_SHARE = 2, 1 / 3
"""Headlines, and share of these articles' headlines, in which a topic of a single word stands."""
LEAST_SHARE = 0.1
"""Of the articles that use a topic's words, the share that are about it: of "process" it is small, of "tariffs" not."""


def join_topics(
    sheets: Sequence[FactSheet],
    register: TopicRegister,
    suggested: Set[str],
    texts: Mapping[str, str],
    copies: Set[str],
) -> dict[str, Topic]:
    """The topics of published statements and questions that are shown, by id in the order of their names.

    `suggested` are those that no person took in hand; `texts` is what each article says, by its id.
    """
    identity, entries = Register(register.topics), {e.id: e for e in register.topics}
    originals = {s.article.id: s for s in sheets if s.article.id not in copies}
    bodies = tuple(texts[sheet] for sheet in originals)
    about = grouped((t, s) for s in sheets for t in _carried(s, identity))
    shown = []
    for i, carriers in about.items():
        topic = _topic(i, entries.get(i), identity)
        titles = [s.article.title for s in carriers if s.article.id in originals]
        if i not in suggested or _earns_a_page(topic, titles, bodies):
            shown.append(topic)
    return {t.id: t for t in sorted(shown, key=lambda t: (filed_under(t.name), t.id))}


def _carried(sheet: FactSheet, identity: Register) -> dict[str, None]:
    """The published topics that a sheet's published items carry, each once."""
    items: tuple[Position | OpenQuestion, ...] = (*sheet.positions, *sheet.open_questions)
    ids = (identity.canonical(t) for item in items if item.publish for t in item.topics)
    return dict.fromkeys(i for i in ids if i is not None)


def _topic(topic_id: str, entry: RegisteredTopic | None, identity: Register) -> Topic:
    name = entry.name if entry else topic_id.replace("-", " ").capitalize()
    return Topic(topic_id, name, entry.description if entry else None, identity.former(topic_id))


def _earns_a_page(topic: Topic, titles: Sequence[str], texts: tuple[str, ...]) -> bool:
    """Whether articles with these titles, of all that these texts are, are about the topic and are enough."""
    if len(titles) < LEAST_ARTICLES:
        return False
    forms = frozenset(filter(None, (" ".join(words(f)) for f in (topic.name, topic.id.replace("-", " ")))))
    in_titles = sum(_holds(title, forms) for title in titles)
    if all(" " not in form for form in forms) and in_titles < max(LEAST_TITLES, LEAST_TITLE_SHARE * len(titles)):
        return False
    return len(titles) >= LEAST_SHARE * _holders(forms, texts)


@lru_cache(maxsize=5_000)  # in a live session most saves change neither
def _holders(forms: frozenset[str], texts: tuple[str, ...]) -> int:
    """How many texts hold one of these forms."""
    return sum(_holds(text, forms) for text in texts)


def _holds(text: str, forms: frozenset[str]) -> bool:
    folded = _folded(text)
    return any(f" {form} " in folded for form in forms)


@lru_cache(maxsize=10_000)  # of a project that is edited live nearly all texts stay from build to build
def _folded(text: str) -> str:
    return f" {' '.join(words(text))} "

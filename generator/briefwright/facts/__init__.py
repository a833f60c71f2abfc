"""A Document in, Findings out: actors, positions, open questions, events, lead sentences and topics.

Rules are named tables; every finding stands in the article's own words, and none rests on furniture.
"""

from __future__ import annotations

from typing import TypeVar

from briefwright.facts.actors import find_actors
from briefwright.facts.events import find_events
from briefwright.facts.lead import find_lead
from briefwright.facts.positions import find_positions
from briefwright.facts.questions import find_questions
from briefwright.facts.topics import find_topics, with_topics
from briefwright.model.document import Document
from briefwright.model.factsheet import Actor, Event, Findings, OpenQuestion, Position
from briefwright.model.text import free_id

T = TypeVar("T", Position, OpenQuestion, Event)


def find_facts(document: Document) -> Findings:
    """All that the parser found in one article; ids are unique over all its sections."""
    cast = find_actors(document)
    topics = find_topics(document)
    # Actors come first and keep their ids, so that whatever refers to one stays right.
    taken = {actor.id for actor in cast.actors}
    positions = find_positions(document, cast)
    return Findings(
        lead=find_lead(document, cast),
        actors=tuple(_weighed(actor, positions) for actor in cast.actors),
        positions=_unique(with_topics(positions, topics, document), taken),
        open_questions=_unique(with_topics(find_questions(document, cast), topics, document), taken),
        events=_unique(find_events(document), taken),
        topics=topics,
    )


def _weighed(actor: Actor, positions: tuple[Position, ...]) -> Actor:
    """The actor, a main one where it has more than one position, however seldom it is named."""
    held = sum(position.actor == actor.id for position in positions)
    return actor if held < 2 else actor.model_copy(update={"salience": "main"})


def _unique(items: tuple[T, ...], taken: set[str]) -> tuple[T, ...]:
    """The items under ids that nothing in the sheet has yet; adds them to `taken`."""
    result = []
    for item in items:
        free = free_id(item.id, taken)
        taken.add(free)
        result.append(item if free == item.id else item.model_copy(update={"id": free}))
    return tuple(result)

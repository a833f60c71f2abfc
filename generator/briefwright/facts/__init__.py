"""A Document in, Findings out: actors, positions, open questions, events, lead sentences and topics.

Rules are named tables; every finding stands in the article's own words, and none rests on furniture.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TypeVar

from briefwright.facts.actors import find_actors
from briefwright.facts.contents import with_whole_contents
from briefwright.facts.events import find_events
from briefwright.facts.lead import find_lead
from briefwright.facts.positions import find_positions
from briefwright.facts.questions import find_questions
from briefwright.facts.topics import find_topics, with_topics
from briefwright.facts.unread import with_unread
from briefwright.model.document import Document
from briefwright.model.factsheet import Actor, Event, Evidence, Findings, OpenQuestion, Position
from briefwright.model.text import Span, free_id

T = TypeVar("T", Position, OpenQuestion, Event)


def find_facts(document: Document) -> Findings:
    """All that the parser found in one article; ids are unique over all its sections."""
    document = with_unread(with_whole_contents(document))
    cast = find_actors(document)
    # Actors come first and keep their ids, so that whatever refers to one stays right.
    taken = {actor.id for actor in cast.actors}
    positions, questions = find_positions(document, cast), find_questions(document, cast)
    topics = find_topics(document, cast, (*positions, *questions))
    return Findings(
        lead=find_lead(document, cast),
        actors=tuple(_weighed(actor, positions) for actor in cast.actors),
        positions=_grounded(document, _unique(with_topics(positions, topics, document), taken)),
        open_questions=_grounded(document, _unique(with_topics(questions, topics, document), taken)),
        events=_grounded(document, _unique(find_events(document), taken)),
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


def _grounded(document: Document, items: tuple[T, ...]) -> tuple[T, ...]:
    """The items with evidence that leaves out the furniture inside it: a span on either side."""
    return tuple(
        item.model_copy(update={"evidence": tuple(part for e in item.evidence for part in _around(document, e))})
        for item in items
    )


def _around(document: Document, evidence: Evidence) -> Iterator[Evidence]:
    furniture = document.article.furniture
    first = bisect_left(furniture, Span(evidence.start, 0))
    last = bisect_left(furniture, Span(evidence.end, 0))
    inside = [f for f in furniture[max(0, first - 1) : last] if f.end > evidence.start]
    starts = [evidence.start, *(f.end for f in inside)]
    ends = [*(f.start for f in inside), evidence.end]
    for start, end in zip(starts, ends, strict=True):
        words = document.text[start : max(start, end)]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        if any(c.isalnum() for c in words):
            yield Evidence(quote=words, start=start, end=start + len(words))

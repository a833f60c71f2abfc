"""A Document in, Findings out: actors, positions, open questions, events, lead sentences and topics.

Rules are named tables; every finding stands in the article's own words, and none rests on furniture.
"""

from __future__ import annotations

from briefwright.facts.actors import find_actors
from briefwright.facts.events import find_events
from briefwright.facts.lead import find_lead
from briefwright.facts.positions import find_positions
from briefwright.facts.questions import find_questions
from briefwright.facts.topics import find_topics, with_topics
from briefwright.model.document import Document
from briefwright.model.factsheet import Findings


def find_facts(document: Document) -> Findings:
    """All that the parser finds in one article."""
    cast = find_actors(document)
    topics = find_topics(document)
    return Findings(
        lead=find_lead(document, cast),
        actors=cast.actors,
        positions=with_topics(find_positions(document, cast), topics),
        open_questions=with_topics(find_questions(document, cast), topics),
        events=find_events(document),
        topics=topics,
    )

"""A topic at a glance: whose words stand for a side."""

from __future__ import annotations

from typing import Any

from test_pages_edition import corpus_of
from test_pages_site import Loaded, loaded

from briefwright.pages.glance import glimpses

STATE = {"id": "soria", "name": "Soria", "kind": "state", "salience": "main"}
MINISTER = {"id": "ebner", "name": "Lea Ebner", "kind": "person", "salience": "main", "affiliation": "soria"}
ROWER = {"id": "halm", "name": "Jon Halm", "kind": "person", "salience": "main", "affiliation": "soria"}
OTHER = {"id": "pier", "name": "Pier Union", "kind": "organisation", "salience": "main"}


def paper(day: str, actors: list[Any], *speakers: str) -> Loaded:
    said = [
        {
            "id": f"p{n}",
            "actor": actor,
            "act": "warn",
            "statement": f"The strait is shut, says {actor}.",
            "topics": ["strait"],
        }
        for n, actor in enumerate(speakers)
    ]
    return loaded(f"on-{day}", f"Text of {day}.", article={"published": day}, actors=actors, positions=said)


def test_a_side_is_heard_through_those_whom_articles_name_and_not_through_whoever_spoke_last() -> None:
    papers = [
        paper("2026-03-01", [STATE, MINISTER, OTHER], "soria", "pier"),
        paper("2026-03-02", [STATE, MINISTER], "ebner"),
        paper("2026-03-03", [STATE, MINISTER]),
        paper("2026-03-04", [ROWER], "halm"),
    ]
    corpus = corpus_of(*papers)
    [side] = [g for g in glimpses(corpus, corpus.statements) if g.head == "soria"]
    assert (side.newest.actor, side.total) == ("ebner", 3)
    corpus = corpus_of(papers[0], papers[3])
    [side] = [g for g in glimpses(corpus, corpus.statements) if g.head == "soria"]
    assert side.newest.actor == "halm", "each is named by one article; the newest speaks"

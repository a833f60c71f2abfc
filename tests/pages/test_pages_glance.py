"""A topic at a glance: whose words stand for a side."""

from __future__ import annotations

from typing import Any

import pytest
from test_pages_edition import corpus_of
from test_pages_site import PROJECT, Loaded, loaded

from briefwright.pages import load_labels, make_site
from briefwright.pages.glance import glimpses, then_and_now

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


def said(day: str, *words: str, score: float = 0.9, **more: Any) -> Loaded:
    """An article of `day` in which the minister says each of `words`."""
    positions = [
        {"id": f"p{n}", "actor": "ebner", "act": "assert", "statement": each, "topics": ["strait"], "score": score}
        | more
        for n, each in enumerate(words)
    ]
    return loaded(f"on-{day}", f"Text of {day}.", article={"published": day}, actors=[MINISTER], positions=positions)


def latest_of(*papers: Loaded) -> tuple[str, str | None]:
    """The words that stand for what the minister said last, and those that are later."""
    corpus = corpus_of(*papers)
    _, latest, later = then_and_now(corpus, corpus.said_by("ebner"))
    return latest.wording, later and later.wording


WHOLE = "The strait stays shut until May."


@pytest.mark.parametrize(
    "scrap",
    [": We Keep The Strait Shut, Says Ebner", "’s view the strait is to be shut", "support for ships"],
)
def test_a_scrap_does_not_stand_for_what_somebody_said_last_if_the_day_before_has_whole_words(scrap: str) -> None:
    assert latest_of(said("2026-03-01", WHOLE), said("2026-03-02", scrap)) == (WHOLE, scrap)
    assert latest_of(said("2026-03-01", WHOLE), said("2026-03-02", scrap, "No ship has passed it since.")) == (
        "No ship has passed it since.",
        None,
    )


def test_a_headline_and_what_is_hardly_read_are_no_last_words_either() -> None:
    headline = "Minister Keeps Strait Shut Until Further Notice"
    assert latest_of(said("2026-03-01", WHOLE), said("2026-03-02", headline)) == (WHOLE, headline)
    unsure = said("2026-03-02", "No ship has passed it since.", score=0.6)
    assert latest_of(said("2026-03-01", WHOLE), unsure)[0] == WHOLE


def test_where_the_last_days_have_no_sure_words_the_newest_stand() -> None:
    scrap = "support for ships"
    assert latest_of(said("2026-03-01", scrap), said("2026-03-02", "the shut strait")) == ("the shut strait", None)
    assert latest_of(said("2025-11-01", WHOLE), said("2026-03-02", scrap)) == (scrap, None), "months lie between"


def test_of_one_day_the_speakers_own_words_come_first() -> None:
    own = loaded(
        "own",
        "Text.",
        article={"published": "2026-03-01"},
        actors=[MINISTER],
        positions=[
            {"id": "a", "actor": "ebner", "act": "warn", "statement": "Ships will be turned back."},
            {"id": "b", "actor": "ebner", "act": "warn", "statement": "We turn back every ship.", "mode": "direct"},
        ],
    )
    assert latest_of(own) == ("We turn back every ship.", None)


def test_what_is_later_than_the_words_shown_is_told() -> None:
    papers = [said("2026-03-01", WHOLE), said("2026-03-02", "support for ships")]
    labels = load_labels("en", PROJECT.templates / "labels")
    pages = {page.path: page.html for page in make_site(corpus_of(*papers), PROJECT, labels).pages}
    assert "Later, but less surely read or not whole, 2 Mar 2026" in pages["actors/ebner/"].replace("\xa0", " ")

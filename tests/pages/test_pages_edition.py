"""The front page: what is new since the edition before, what lies ahead, at every size of a corpus."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from test_pages_site import Loaded, loaded

from briefwright.corpus import build_corpus
from briefwright.model.corpus import Corpus
from briefwright.model.factsheet import ActorRegister, TopicRegister
from briefwright.pages.edition import DAYS, MORE_ARTICLES, OPEN_OF_ONE, edition


def corpus_of(*sheets: Loaded, as_of: date | None = None) -> Corpus:
    return build_corpus(sheets, ActorRegister(schema=1), TopicRegister(schema=1), as_of)


def article(day: str | None, key: str = "", questions: Any = (), events: Any = (), speakers: int = 1) -> Loaded:
    key = key or f"a-{day or 'undated'}"
    actors = [{"id": f"v{i}", "name": f"V{i}", "kind": "person", "salience": "main"} for i in range(speakers)]
    said = [{"id": f"p{i}", "actor": f"v{i}", "act": "assert", "statement": "So.", "topics": [f"t{i}"]}
            for i in range(speakers)]  # fmt: skip
    asked = [{"id": f"q{i}", "question": f"{key} {i}?", "kind": "asked", **q} for i, q in enumerate(questions)]
    told = [{"id": f"e{i}", "event": f"{key} {i}", **e} for i, e in enumerate(events)]
    about = {"published": day, "outlet": "The Post"}
    return loaded(key, article=about, actors=actors, positions=said, open_questions=asked, events=told)


def test_nothing_at_all_is_an_edition_without_content() -> None:
    found = edition(corpus_of())
    assert found.since is None
    assert not any((found.fresh, found.lead, found.picked, found.further, found.earlier, found.topics, found.ahead))


def test_new_is_what_is_dated_in_the_week_up_to_the_edition() -> None:
    days = ("2026-03-20", "2026-03-14", "2026-03-13", "2026-01-01", None)
    found = edition(corpus_of(*map(article, days)))
    assert found.since == date(2026, 3, 13)
    assert [b.day for b in found.fresh] == ["2026-03-20", "2026-03-14"]
    assert found.lead
    assert found.lead.day == "2026-03-20"
    assert [b.day for b in found.further] == ["2026-03-14"]
    assert [b.day for b in found.earlier] == ["2026-03-13", "2026-01-01", None]
    assert (found.said, found.opened) == (2, 0)


def test_after_a_week_without_an_article_nothing_is_new() -> None:
    found = edition(corpus_of(article("2026-03-20"), as_of=date(2026, 3, 20 + DAYS)))
    assert found.fresh == []
    assert found.lead
    assert found.lead.day == "2026-03-20"


def test_where_no_article_is_dated_all_are_shown() -> None:
    found = edition(corpus_of(article(None, "one"), article(None, "two", speakers=3)))
    assert found.since is None
    assert found.lead
    assert found.lead.id == "two"
    assert [b.id for b in found.further] == ["one"]


@pytest.mark.parametrize("number", [1, 2, 12, 40])
def test_the_page_is_filled_up_and_never_over_full(number: int) -> None:
    sheets = [article(f"2026-{1 + i // 28:02}-{1 + i % 28:02}") for i in range(number)]
    found = edition(corpus_of(*sheets))
    shown = [*found.further, *found.earlier]
    assert len(shown) == min(number - 1, MORE_ARTICLES)
    assert found.lead not in shown
    assert len({b.id for b in shown}) == len(shown)


def test_the_rail_has_the_latest_overdue_first_and_few_open_ones_of_one_article() -> None:
    many = article("2026-03-20", questions=[{}] * 5 + [{"due": "2025-03-01"}, {"due": "2026-03-19"}])
    found = edition(corpus_of(many, article("2026-03-19", questions=[{}])))
    assert [q.due for q in found.overdue] == ["2026-03-19", "2025-03-01"]
    assert found.came_due == 1
    assert [q.sheet for q in found.open] == ["a-2026-03-20"] * OPEN_OF_ONE + ["a-2026-03-19"]


def test_of_what_is_overdue_the_weighty_comes_first_and_a_matter_of_a_day_once() -> None:
    due = {"due": "2026-03-10"}
    small = {"due": "2026-03-19", "question": "What will the vote bring?"}
    weighty = {**due, "question": "Will the quay be dredged?", "about": ["v0", "v1"]}
    again = {**due, "question": "What will the meeting bring?"}
    found = edition(corpus_of(article("2026-03-20", questions=[small, weighty, again], speakers=2)))
    assert [q.id for q in found.overdue] == ["q1", "q0", "q2"]
    assert [q.id for q in found.late] == ["q1", "q0"]


def test_what_two_articles_announce_for_a_day_stands_once_and_another_matter_beside_it() -> None:
    events = ("Dredging of the quay begins", "The dredging of the old quay is to begin", "The mayor visits the mill")
    sheets = [
        article(f"2026-03-{20 - i}", f"a-{i}", events=[{"event": event, "date": "2026-04-01"}])
        for i, event in enumerate(events)
    ]
    assert [e.sheet for e in edition(corpus_of(*sheets)).ahead] == ["a-0", "a-2"]


def test_what_lies_ahead_is_told_by_day_and_only_where_a_month_is_known() -> None:
    dates = ("2026-04", "2026-03-21", "2026-03-20", "2026", "2026-04-30")
    events = [{"date": d} for d in dates] + [{"date": None, "when": "soon"}]
    found = edition(corpus_of(article("2026-03-20", questions=[{"due": "2026-03-20"}, {"due": "2026"}], events=events)))
    assert [i.id for i in found.ahead] == ["q0", "e1", "e4", "e0"]


def test_a_question_that_a_new_article_answers_is_told() -> None:
    answer = {"status": "answered", "answer": {"sheet": "a-2026-03-20", "position": "p0"}}
    asked = article("2026-01-01", questions=[answer, {"status": "answered", "answer": "Yes."}, {}])
    assert [q.id for q in edition(corpus_of(asked, article("2026-03-20"))).answered] == ["q0"]


def test_topics_with_news_have_their_place_beside_the_largest() -> None:
    large = [article(f"2025-01-{i:02}", speakers=9) for i in (1, 2)]
    new = article("2026-03-20", "news")
    sheet = new.sheet.model_copy(update={"positions": (new.sheet.positions[0].model_copy(update={"topics": ("z",)}),)})
    found = edition(corpus_of(*large, Loaded(sheet, None)))
    assert found.topics == [*((f"t{i}", 2, 0) for i in range(7)), ("z", 1, 1)]


def test_the_lead_shows_different_acts_of_different_speakers() -> None:
    said = [("a", "assert"), ("a", "deny"), ("a", "warn"), ("b", "assert"), ("c", "deny"), (None, "ask")]
    actors = [{"id": i, "name": i, "kind": "person", "salience": "main"} for i in "abc"]
    positions = [{"id": f"p{i}", "actor": who, "act": act, "statement": "So."} for i, (who, act) in enumerate(said)]
    found = edition(corpus_of(loaded("one", actors=actors, positions=positions)))
    assert [(s.actor, s.act) for s in found.picked] == [("a", "assert"), ("a", "warn"), ("b", "assert"), ("c", "deny")]


def test_the_lead_shows_what_was_surely_read_first() -> None:
    said = [("a", 0.5), ("b", 0.95), ("c", 0.9), ("d", 0.85), ("e", None), ("f", 0.6)]
    actors = [{"id": i, "name": i, "kind": "person", "salience": "main"} for i, _ in said]
    positions = [
        {"id": f"p{who}", "actor": who, "act": "assert", "statement": "So.", "score": score} for who, score in said
    ]
    found = edition(corpus_of(loaded("one", actors=actors, positions=positions)))
    assert [s.actor for s in found.picked] == ["b", "c", "d", "e"]

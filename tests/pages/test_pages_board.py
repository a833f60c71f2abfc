"""The board of questions: its groups, their order, and how a long board stays short."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from test_pages_edition import article, corpus_of
from test_pages_labels import ENGLISH

from briefwright.model.corpus import Corpus
from briefwright.pages.board import IN_FULL, WHOLE, Board, age, board, by_topic, state
from corpus.test_corpus_join import Loaded, joined, loaded, says


def board_of(corpus: Corpus) -> Board:
    return board(corpus, ENGLISH, corpus.questions)


def filters(found: Board, name: str) -> dict[str, int]:
    rows = {row.name: {f.key: f.number for f in row.filters} for row in found.filters.rows}
    return rows[name]


def test_a_board_without_questions_is_empty() -> None:
    found = board_of(corpus_of())
    assert (found.groups, found.years, found.filters.rows) == ({}, {}, ())


def test_states_in_the_order_in_which_they_press() -> None:
    asked: list[dict[str, Any]] = [
        {"due": "2026-03-01"}, {"due": "2026-03-18"}, {"due": "2026-03-25"}, {"due": "2026-03-20"}, {},
        {"status": "answered", "answer": "Yes."}, {"status": "dropped"},
    ]  # fmt: skip
    found = board_of(corpus_of(article("2026-03-20", questions=asked)))
    order = {key: [q.id for q, _ in questions] for key, questions in found.groups.items()}
    assert order == {
        "overdue": ["q1", "q0"],
        "due": ["q3", "q2"],
        "open": ["q4"],
        "answered": ["q5"],
        "dropped": ["q6"],
    }
    assert list(order) == ["overdue", "due", "open", "answered", "dropped"]
    assert [q.left for q, _ in found.groups["due"]] == [0, 5]
    assert sum(filters(found, "state").values()) == len(asked)
    assert found.groups["due"][0][1].split() == ["is-due"]
    assert found.years == {}


def told_on(day: str, statement: str, due: str = "2026-03-12") -> str:
    """The state of a question of 10 March when all that is told of it since is this."""
    asked = {
        "id": "q",
        "question": "Will the Tarn ferry reopen on Friday?",
        "kind": "pending",
        "status": "open",
        "due": due,
    }
    said = {"id": "said", "actor": "vance", "act": "assert", "statement": statement}
    vance = {"id": "vance", "name": "Orla Vance", "kind": "person"}
    corpus = joined(
        loaded("asks", "2026-03-10", actors=[vance], open_questions=[{**asked, "about": ["vance"]}]),
        loaded("says", day, actors=[vance], positions=[said]),
        loaded("late", "2026-04-20"),
    )
    (question,) = corpus.questions
    return state(corpus, question)


def test_what_later_articles_tell_of_is_overdue_no_more() -> None:
    assert told_on("2026-03-14", "The ferry reopened on Friday.") == "since"
    assert told_on("2026-03-14", "The ferry was to reopen on Friday.") == "overdue"
    assert told_on("2026-03-14", "The harbour is closed.") == "overdue"
    assert told_on("2026-03-14", "The ferry reopened on Friday.", due="2026-05-01") == "due"


def test_ages_count_from_the_day_of_the_article() -> None:
    days = ("2026-03-20", "2026-02-18", "2026-02-17", "2025-03-20", "2025-03-19", None, "2024-01-01", "2023-01-01")
    corpus = corpus_of(*(article(day, questions=[{}]) for day in days), as_of=date(2026, 3, 20))
    ages = {corpus.by_id[q.sheet].day: age(q) for q in corpus.questions}
    assert [ages[day] for day in days] == ["month", "month", "year", "year", "older", "undated", "older", "older"]
    assert {state(corpus, q) for q in corpus.questions} == {"open", "quiet"}
    found = board_of(corpus)
    assert list(filters(found, "age").items()) == [("month", 2), ("year", 2), ("older", 3), ("undated", 1)]
    assert filters(found, "article").keys() == {f"a-{b.id}" for b in corpus.briefings}


def test_a_long_board_shows_the_first_of_a_state_in_full() -> None:
    asked = [{} for _ in range(WHOLE + 1)]
    assert [board_of(corpus_of(article("2026-03-20", questions=asked[:n]))).in_full for n in (WHOLE, WHOLE + 1)] == [
        WHOLE,
        IN_FULL,
    ]


def test_what_no_article_is_on_for_long_is_quiet_and_stands_by_year() -> None:
    days = ("2026-03-20", "2025-12-21", "2025-12-20", "2024-01-01", None)
    old = [article(day, questions=[{}, {"due": "2030"}, {"status": "dropped"}]) for day in days]
    found = board_of(corpus_of(*old))
    assert {key: len(questions) for key, questions in found.groups.items()} == {
        "due": 5, "open": 3, "quiet": 2, "dropped": 5
    }  # fmt: skip
    years = {year: [q.sheet for q, _ in questions] for year, questions in found.years.items()}
    assert years == {"2025": ["a-2025-12-20"], "2024": ["a-2024-01-01"]}
    assert filters(found, "state") == {"due": 5, "open": 3, "quiet": 2, "dropped": 5}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ({"score": 0.5}, "open"),
        ({"score": 0.49}, "unsure"),
        ({"score": 0.3, "reviewed": True}, "open"),
        ({"score": 0.6, "due": "2026-03-25"}, "due"),
        ({"score": 0.3, "due": "2026-03-25"}, "unsure"),
    ],
)
def test_what_was_read_with_little_certainty_stands_behind_the_open_ones(
    question: dict[str, object], expected: str
) -> None:
    corpus = corpus_of(article("2026-03-20", questions=[question]))
    assert [state(corpus, q) for q in corpus.questions] == [expected]


def test_days_count_to_the_newest_article_and_not_to_the_day_of_the_edition() -> None:
    corpus = corpus_of(article("2026-03-20", questions=[{}]), as_of=date(2027, 3, 20))
    assert [state(corpus, q) for q in corpus.questions] == ["open"]


def matter(name: str, day: str, *actors: str, asks: bool = False) -> Loaded:
    """An article on ferry fares, which may leave open what the harbour board does about them."""
    question = {"question": "Will the board raise ferry fares?", "kind": "pending", "about": ["board"]}
    return loaded(
        name,
        day,
        actors=[{"id": a, "name": a.title(), "kind": "organisation", "salience": "main"} for a in actors],
        positions=[says("s", actors[0], topics=["fares"])],
        open_questions=[{"id": "q", **question, "topics": ["fares"]}] if asks else [],
    )


@pytest.mark.parametrize(("actor", "expected"), [("board", "open"), ("choir", "quiet")])
def test_a_matter_is_not_quiet_while_its_actors_are_in_articles_on_its_topic(actor: str, expected: str) -> None:
    topics = [{"id": "fares", "name": "Ferry fares", "publish": True}]
    corpus = joined(matter("asks", "2025-01-10", "board", asks=True), matter("now", "2026-03-20", actor), topics=topics)
    assert [state(corpus, q) for q in corpus.questions] == [expected]


def test_what_is_asked_on_main_actors_comes_before_what_is_not_and_a_month_undoes_it() -> None:
    asked = [{}, {"about": ["v0"]}]
    [(first, _), (second, _)] = board_of(corpus_of(article("2026-03-20", questions=asked))).groups["open"]
    assert (first.about, second.about) == (("v0",), ())
    old, new = article("2026-02-10", questions=[{"about": ["v0"]}]), article("2026-03-20", questions=[{}])
    assert [q.sheet for q, _ in board_of(corpus_of(old, new)).groups["open"]] == ["a-2026-03-20", "a-2026-02-10"]


def test_what_is_live_stands_once_by_topic() -> None:
    asked = [("fares",), ("fares", "piers"), ("piers",), ("piers",)]
    now = loaded(
        "now",
        "2026-03-20",
        open_questions=[
            {"id": f"q{n}", "question": f"Who pays {n}?", "kind": "asked", "topics": on} for n, on in enumerate(asked)
        ],
    )
    other = loaded("other", "2026-03-20", open_questions=[{"id": "q", "question": "Who?", "kind": "asked"}])
    old = loaded(
        "old", "2020-01-01", open_questions=[{"id": "q", "question": "Who?", "kind": "asked", "topics": ["fares"]}]
    )
    corpus = joined(now, other, old, topics=[{"id": i, "name": i.title(), "publish": True} for i in ("fares", "piers")])
    found = {topic: [q.id for q in questions] for topic, questions in by_topic(corpus, corpus.questions).items()}
    assert found == {"fares": ["q0", "q1"], "piers": ["q2", "q3"], "": ["q"]}

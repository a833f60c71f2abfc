"""The board of questions: its groups, their order, and how a long board stays short."""

from __future__ import annotations

from datetime import date
from typing import Any

from test_pages_edition import article, corpus_of
from test_pages_labels import ENGLISH

from briefwright.model.corpus import Corpus
from briefwright.pages.board import WHOLE, YOUNGEST, Board, age, board, state
from corpus.test_corpus_join import joined, loaded


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
    assert {state(corpus, q) for q in corpus.questions} == {"open"}
    found = board_of(corpus)
    assert list(filters(found, "age").items()) == [("month", 2), ("year", 2), ("older", 3), ("undated", 1)]
    assert filters(found, "article").keys() == {f"a-{b.id}" for b in corpus.briefings}


def test_a_long_board_tells_all_but_the_youngest_by_year() -> None:
    new = article("2026-03-20", questions=[{}, {"due": "2020"}])
    old = [article(day, questions=[{}] * WHOLE) for day in ("2020-01-01", "2021-01-01", None)]
    found = board_of(corpus_of(new, *old))
    assert len(found.groups["open"]) == YOUNGEST
    assert found.groups["open"][0][0].sheet == "a-2026-03-20"
    years = {year: len(questions) for year, questions in found.years.items()}
    assert list(years.items()) == [("2021", WHOLE - YOUNGEST + 1), ("2020", WHOLE), ("", WHOLE)]
    assert filters(found, "state") == {"overdue": 1, "open": 3 * WHOLE + 1}
    assert sum(map(len, found.groups.values())) + sum(years.values()) == 3 * WHOLE + 2

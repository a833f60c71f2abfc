"""A question that several articles leave open stands once; two that sound alike stay two."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from briefwright.corpus.askings import asked_once
from briefwright.model.corpus import Corpus
from corpus.test_corpus_join import actor, joined, loaded

ASKED = "What will the inquiry into the Tarn dam find?"


def question(key: str, wording: str, **more: Any) -> dict[str, Any]:
    return {"id": key, "question": wording, "kind": "pending", **more}


def project(one: str, other: str, day: str = "2026-03-12", **more: Any) -> Corpus:
    """A question of 10 March, and one of another article."""
    cast = [actor("vance"), actor("brandt")]
    return joined(
        loaded("wire", "2026-03-10", actors=cast, open_questions=[question("q", one, about=["vance"])]),
        loaded("post", day, actors=cast, open_questions=[question("r", other, about=["brandt"], **more)]),
    )


def addresses(corpus: Corpus) -> list[list[tuple[str, str]]]:
    return [[(q.sheet, q.id) for q in (asked, *asked.also)] for asked in corpus.questions]


def test_the_earliest_asking_stands_for_all_and_is_about_all_whom_they_are_about() -> None:
    corpus = project(ASKED, "What will the Tarn dam inquiry find?")
    assert addresses(corpus) == [[("wire", "q"), ("post", "r")]]
    assert corpus.questions[0].about == ("vance", "brandt")
    assert [len(b.questions) for b in corpus.briefings] == [1, 1]


@pytest.mark.parametrize(
    "other",
    [
        "What will the inquiry into the Lorn dam find?",
        "What will the second inquiry into the dam of Karsovia find?",
        "What will no inquiry into the Tarn dam find?",
        "What will the 2 inquiries into the Tarn dam find?",
    ],
)
def test_a_name_a_number_or_a_negation_parts_two_questions(other: str) -> None:
    assert len(project(ASKED, other).questions) == 2


def test_two_words_in_common_say_too_little() -> None:
    assert len(project("What will the vote bring?", "What will the vote bring?").questions) == 2


@pytest.mark.parametrize(
    "more",
    [{"kind": "asked"}, {"due": "2026-04-01"}, {"status": "answered", "answer": "A crack."}, {"day": "2026-09-01"}],
    ids=str,
)
def test_of_another_kind_day_state_or_time_it_is_another_question(more: dict[str, Any]) -> None:
    assert len(project(ASKED, ASKED, **more).questions) == 2


def test_one_article_that_asks_twice_asks_two_questions() -> None:
    sheet = loaded("wire", open_questions=[question("q", ASKED), question("r", ASKED)])
    assert len(joined(sheet).questions) == 2


def test_the_order_of_the_questions_does_not_matter() -> None:
    corpus = project(ASKED, ASKED)
    asked = [q for b in corpus.briefings for q in b.questions]
    days = {b.id: b.day for b in corpus.briefings}
    assert {tuple(asked_once(order, days)) for order in permutations(asked)} == {corpus.questions}


def test_what_is_said_between_two_askings_may_answer_the_first() -> None:
    def offered(day: str) -> set[tuple[str, str]]:
        said = {
            "id": "s",
            "actor": "vance",
            "act": "assert",
            "statement": "The inquiry into the Tarn dam finds a crack.",
        }
        sheets = [
            loaded(
                "wire", "2026-03-10", actors=[actor("vance")], open_questions=[question("q", ASKED, about=["vance"])]
            ),
            loaded(
                "post", "2026-03-14", actors=[actor("vance")], open_questions=[question("r", ASKED, about=["vance"])]
            ),
            loaded("says", day, actors=[actor("vance")], positions=[said]),
        ]
        return set(joined(*sheets).said_since)

    assert offered("2026-03-12") == {("wire", "q")}
    assert offered("2026-03-16") == {("wire", "q"), ("post", "r")}

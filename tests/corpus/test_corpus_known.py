"""A corpus that is built again: whatever changed in between, it is the corpus that a build from nothing gives."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from test_corpus_join import Loaded, actor, loaded, says

from briefwright.corpus import Known, build_corpus
from briefwright.model.corpus import Corpus
from briefwright.model.factsheet import ActorRegister, TopicRegister

TEXT = "The quay is closed. Orla Vance denied that the quay is closed. It will open in May, she said."
LINK = {"sheet": "later", "position": "open"}


def evidence(quote: str, text: str = TEXT) -> list[dict[str, Any]]:
    start = text.index(quote)
    return [{"quote": quote, "start": start, "end": start + len(quote)}]


def first(**more: Any) -> Loaded:
    parts: dict[str, Any] = {
        "actors": [actor("vance", name="Orla Vance", aliases=["Vance"]), actor("ruiz")],
        "positions": [
            says("closed", "ruiz", statement="The quay is closed.", evidence=evidence("The quay is closed")),
            says("denied", "vance", act="deny", statement="denied that the quay is closed", topics=["quay"],
                 evidence=evidence("denied that the quay is closed"), cue="denied"),
        ],
        "open_questions": [{"id": "when", "question": "When will the quay reopen?", "kind": "unknown"}],
        "events": [{"id": "opening", "event": "The quay of the town opens", "date": "2026-05"}],
    }  # fmt: skip
    return loaded("first", "2026-03-01", more.pop("text", TEXT), **(parts | more))


def later(**more: Any) -> Loaded:
    said = [says("open", "vance", statement="The quay will reopen in May.", topics=["quay"])]
    return loaded("later", "2026-03-10", None, **({"actors": [actor("vance")], "positions": said} | more))


SHEETS = (first(), later())
ENTRIES = [actor("vance"), actor("ruiz")]
TOPICS = [{"id": "quay", "name": "Quay"}]


def built(
    sheets: tuple[Loaded, ...] = SHEETS,
    actors: list[Any] = ENTRIES,
    topics: list[Any] = TOPICS,
    as_of: date | None = None,
    known: Known | None = None,
) -> Corpus:
    registers = ({"schema": 1, "actors": actors}, {"schema": 1, "topics": topics})
    register = ActorRegister.model_validate_json(json.dumps(registers[0]))
    subjects = TopicRegister.model_validate_json(json.dumps(registers[1]))
    return build_corpus(sheets, register, subjects, as_of, known=known)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"sheets": (first(positions=[]), SHEETS[1])}, id="statements"),
        pytest.param({"sheets": (SHEETS[0], later(positions=[]))}, id="statements of the other"),
        pytest.param({"sheets": SHEETS[:1]}, id="a sheet less"),
        pytest.param({"sheets": (*SHEETS, loaded("new", "2026-03-12", actors=[actor("vance")]))}, id="a sheet more"),
        pytest.param({"sheets": (first(text=TEXT.replace("May", "Mai")), SHEETS[1])}, id="a text"),
        pytest.param({"sheets": (replace(SHEETS[0], edited=frozenset({"denied"})), SHEETS[1])}, id="by hand"),
        pytest.param({"sheets": (SHEETS[0], later(origin="first"))}, id="an origin"),
        pytest.param({"sheets": (SHEETS[0], later(publish=False))}, id="not published"),
        pytest.param({"sheets": (first(events=[]), SHEETS[1])}, id="events"),
        pytest.param(
            {
                "sheets": (
                    first(
                        open_questions=[
                            {"id": "when", "question": "When?", "kind": "unknown", "status": "answered", "answer": LINK}
                        ]
                    ),
                    SHEETS[1],
                )
            },
            id="an answer",
        ),
        pytest.param({"actors": [actor("vance", name="Orla Vance-Hask"), actor("ruiz")]}, id="a name"),
        pytest.param({"actors": [actor("vance", publish=False), actor("ruiz")]}, id="an actor hidden"),
        pytest.param({"actors": [actor("vance", merge=["ruiz"])]}, id="actors merged"),
        pytest.param({"actors": [actor("vance", aliases=["The mayor"]), actor("ruiz")]}, id="an alias"),
        pytest.param({"topics": [{"id": "quay", "name": "Quay", "publish": False}]}, id="a topic hidden"),
        pytest.param({"topics": [{"id": "docks", "name": "Docks", "merge": ["quay"]}]}, id="topics merged"),
        pytest.param({"as_of": date(2026, 9, 1)}, id="another day"),
    ],
)
def test_what_is_known_of_an_earlier_build_is_used_only_where_it_still_holds(changed: dict[str, Any]) -> None:
    known = Known()
    assert built(known=known) == built()
    assert built(**changed, known=known) == built(**changed)
    assert built(known=known) == built()


def test_a_question_stays_answered_and_is_not_when_the_answer_goes() -> None:
    question = {"id": "when", "question": "When?", "kind": "unknown", "status": "answered", "answer": LINK}
    sheets, known = (first(open_questions=[question]), SHEETS[1]), Known()
    (asked,) = built(sheets, known=known).questions
    assert asked.answer
    assert asked.answer.statement
    assert asked.answer.statement.wording == "The quay will reopen in May."
    assert built(sheets, known=known) == built(sheets)
    gone = (sheets[0], later(positions=[]))
    assert built(gone, known=known) == built(gone)
    assert built(gone, known=known).questions[0].answer is None


def test_the_briefing_of_the_same_sheet_is_the_same_object() -> None:
    known = Known()
    before = built(known=known)
    after = built((SHEETS[0], later(positions=[])), known=known)
    assert after.by_id["first"] is before.by_id["first"]
    assert after.by_id["later"] != before.by_id["later"]
    assert before.disputes, "there is something that comparing found"
    assert before.said_since
    assert not after.said_since

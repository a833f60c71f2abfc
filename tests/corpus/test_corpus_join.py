"""Sheets and registers joined: identity, what is private, ages, copies, answers."""

from __future__ import annotations

import json
from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from briefwright.corpus import build_corpus
from briefwright.corpus.dates import first_day, last_day
from briefwright.model.corpus import LIKELY, Corpus
from briefwright.model.factsheet import ActorRegister, FactSheet, TopicRegister


@dataclass(frozen=True)
class Loaded:
    sheet: FactSheet
    text: str | None = None
    edited: frozenset[str] = frozenset()


def loaded(name: str, published: str | None = "2026-03-10", text: str | None = None, **parts: Any) -> Loaded:
    origin = parts.pop("origin", None)
    article = {"id": name, "title": name.title(), "published": published, "origin": origin}
    return Loaded(FactSheet.model_validate_json(json.dumps({"schema": 1, "article": article, **parts})), text)


def actor(key: str, **more: Any) -> dict[str, Any]:
    return {"id": key, "name": key.title(), "kind": "person", **more}


def says(name: str, who: str | None, **more: Any) -> dict[str, Any]:
    return {"id": name, "actor": who, "act": "assert", "statement": f"It is {name}.", **more}


def joined(
    *sheets: Loaded,
    actors: list[Any] | None = None,
    topics: list[Any] | None = None,
    as_of: date | None = None,
    suggested: Set[str] = frozenset(),
) -> Corpus:
    register = ActorRegister.model_validate_json(json.dumps({"schema": 1, "actors": actors or []}))
    subjects = TopicRegister.model_validate_json(json.dumps({"schema": 1, "topics": topics or []}))
    return build_corpus(sheets, register, subjects, as_of, suggested=suggested)


def test_merged_ids_are_one_actor_under_its_canonical_name() -> None:
    one = loaded("one", actors=[actor("vance", aliases=["Mayor Vance"])], positions=[says("a", "vance")])
    two = loaded("two", actors=[actor("orla-vance")], positions=[says("b", "orla-vance")])
    corpus = joined(one, two, actors=[actor("orla-vance", name="Orla Vance", merge=["vance"])])
    assert list(corpus.actors) == ["orla-vance"]
    assert corpus.actors["orla-vance"].forms == ("Vance", "Mayor Vance", "Orla-Vance")
    assert [s.id for s in corpus.said_by("orla-vance")] == ["a", "b"]


def test_merges_form_chains_and_the_last_entry_has_the_word() -> None:
    shelf = [loaded(n, actors=[actor(n, kind="group")], positions=[says(f"by-{n}", n)]) for n in ("a", "b", "c")]
    mayor = {"role": "Mayor", "from": "2021-05", "to": "2025"}
    entries = [
        actor("b", merge=["c"], name="Not shown"),
        actor("a", merge=["b"], name="Ada Vance", roles=[mayor], same_as="Q64"),
    ]
    corpus = joined(*shelf, actors=entries)
    (only,) = corpus.actors.values()
    assert (only.id, only.name, only.kind) == ("a", "Ada Vance", "person")
    assert [(r.role, r.since, r.until) for r in only.dated_roles] == [("Mayor", "2021-05", "2025")]
    assert only.same_as == "https://www.wikidata.org/wiki/Q64"
    assert len(corpus.said_by("a")) == 3


def test_a_role_that_the_register_dates_is_not_told_twice() -> None:
    sheet = loaded("one", actors=[actor("vance", role="mayor")])
    corpus = joined(sheet, actors=[actor("vance", roles=[{"role": "Mayor"}], same_as="https://example.org/vance")])
    assert (corpus.actors["vance"].roles, corpus.actors["vance"].same_as) == ((), "https://example.org/vance")


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (("Minister", "Transport Minister"), ("Transport Minister",)),
        (("president", "vice president"), ("president", "vice president")),
        (("mayor of Lind", "former mayor of Lind"), ("mayor of Lind", "former mayor of Lind")),
        (("adviser", "coach"), ("adviser", "coach")),
    ],
)
def test_a_role_that_a_fuller_one_ends_with_is_not_told_twice(told: tuple[str, ...], kept: tuple[str, ...]) -> None:
    sheets = [loaded(f"no-{n}", actors=[actor("vance", role=role)]) for n, role in enumerate(told)]
    assert joined(*sheets).actors["vance"].roles == kept


def test_a_reviewed_reading_has_no_score_left_to_doubt() -> None:
    positions = [says("a", None, score=0.2), says("b", None, score=0.2, reviewed=True)]
    assert [s.score for s in joined(loaded("one", positions=positions)).statements] == [0.2, None]


def test_a_merge_in_a_circle_ends() -> None:
    sheet = loaded("one", actors=[actor("a"), actor("b")], positions=[says("x", "a")])
    corpus = joined(sheet, actors=[actor("a", merge=["b"]), actor("b", merge=["a"])])
    assert len(corpus.statements) == 1


@pytest.mark.parametrize("level", ["sheet", "position", "actor", "registered", "merged"])
def test_what_is_not_published_is_nowhere(level: str) -> None:
    hide = {"publish": False}
    secret = loaded(
        "secret",
        actors=[actor("mole", **(hide if level == "actor" else {})), actor("chief")],
        positions=[
            says("hidden", "mole", **(hide if level == "position" else {})),
            says("open", "chief", about=["mole"]),
        ],
        **(hide if level == "sheet" else {}),
    )
    entry = {"registered": [actor("mole", **hide)], "merged": [actor("agent", merge=["mole"], **hide)]}.get(level)
    corpus = joined(secret, actors=entry)
    assert "hidden" not in [s.id for s in corpus.statements]
    assert len(corpus.statements) == (0 if level == "sheet" else 1)
    if level != "position":
        assert "mole" not in corpus.actors
        assert all("mole" not in s.about for s in corpus.statements)


def test_a_private_topic_leaves_its_statement() -> None:
    sheet = loaded("one", actors=[actor("a")], positions=[says("x", "a", topics=["open", "closed"])])
    private = [{"id": "closed", "name": "Closed", "publish": False}]
    corpus = joined(sheet, topics=private)
    assert list(corpus.topics) == ["open"]
    assert corpus.statements[0].topics == ("open",)


def question(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "question": f"{name}?", "kind": "pending", **more}


def test_ages_count_to_the_newest_article_unless_a_day_is_given() -> None:
    early = loaded("early", "2026-03-10", open_questions=[question("q", due="2026-03-12")])
    late = loaded("late", "2026-03-20T08:00:00Z")
    asked = joined(early, late).questions[0]
    assert (asked.age, asked.overdue) == (10, 8)
    asked = joined(early, late, as_of=date(2026, 3, 12)).questions[0]
    assert (asked.age, asked.overdue) == (2, 0)


def test_only_an_open_question_is_overdue_and_a_month_ends_with_its_last_day() -> None:
    questions = [question("month", due="2026-03"), question("done", due="2026-03", status="answered")]
    (month, done) = joined(loaded("one", open_questions=questions), as_of=date(2026, 4, 2)).questions
    assert (month.id, month.overdue) == ("month", 2)
    assert (done.id, done.overdue) == ("done", 0)


def test_what_a_copy_says_counts_once() -> None:
    parts = {"actors": [actor("a")], "positions": [says("x", "a")], "open_questions": [question("q")]}
    corpus = joined(loaded("original", **parts), loaded("copy", origin="original", **parts))
    assert [s.sheet for s in corpus.statements] == ["original"]
    assert [q.sheet for q in corpus.questions] == ["original"]
    assert [len(b.statements) for b in corpus.briefings] == [1, 1]


def test_sheets_that_name_each_other_as_origin_both_count() -> None:
    parts = {"actors": [actor("a")], "positions": [says("x", "a")]}
    corpus = joined(loaded("one", origin="two", **parts), loaded("two", origin="one", **parts))
    assert [s.sheet for s in corpus.statements] == ["one", "two"]


def test_an_answer_leads_to_its_statement_if_that_is_published() -> None:
    later = loaded("later", actors=[actor("a")], positions=[says("x", "a"), says("y", "a", publish=False)])
    links = [question(p, status="answered", answer={"sheet": "later", "position": p}) for p in "xy"]
    answers = {q.id: q.answer for q in joined(later, loaded("early", open_questions=links)).questions}
    assert answers["x"] is not None
    assert answers["x"].statement is not None
    assert answers["x"].statement.wording == "It is x."
    assert answers["y"] is None


def test_words_of_members_are_said_for_and_not_about_the_whole() -> None:
    cast = [
        actor("state"),
        actor("ministry", affiliation="state"),
        actor("minister", affiliation="ministry"),
        actor("x"),
    ]
    cast[0]["affiliation"] = "minister"  # a circle must not hang
    said = [says("a", "minister", about=["state"]), says("b", "x", about=["state"]), says("c", "state")]
    corpus = joined(loaded("one", actors=cast, positions=said))
    assert [s.id for s in corpus.said_by("state")] == ["c"]
    assert [s.id for s in corpus.said_for("state")] == ["a"]
    assert [s.id for s in corpus.said_about("state")] == ["b"]


def test_evidence_cue_and_context_are_places_in_the_text() -> None:
    text = "It rained. The mayor said the bridge would close. She left."
    start = text.index("the bridge")
    evidence = [{"quote": "the bridge would close", "start": start, "end": start + 22}]
    sheet = loaded("one", text=text, actors=[actor("a")], positions=[says("x", "a", cue="said", evidence=evidence)])
    passage = joined(sheet).statements[0].passage
    assert [text[s.start : s.end] for s in passage.context] == ["The mayor said the bridge would close."]
    assert [text[s.start : s.end] for s in passage.cue] == ["said"]


def test_the_timeline_has_the_undated_last_and_knows_what_lies_ahead() -> None:
    events = [{"id": i, "event": i, "date": d} for i, d in (("c", None), ("b", "2026-04"), ("a", "2025"))]
    corpus = joined(loaded("one", "2026-03-10", events=events))
    assert [(e.id, e.ahead) for e in corpus.events] == [("a", False), ("b", True), ("c", False)]


def test_a_day_that_no_calendar_has_is_the_last_of_its_month() -> None:
    assert first_day("2026-02-31") == date(2026, 2, 28)
    assert last_day("2024-02") == date(2024, 2, 29)
    assert first_day("0000-13") == date(1, 12, 1)


def test_the_order_of_files_changes_nothing() -> None:
    sheets = [loaded(n, actors=[actor(n)], positions=[says("x", n)], events=[{"id": "e", "event": n}]) for n in "cab"]
    assert joined(*sheets) == joined(*reversed(sheets))


def test_a_question_is_likely_by_its_score_and_where_a_person_found_it_right() -> None:
    def is_likely(**told: Any) -> bool:
        question = {"id": "q", "question": "Will the pier open?", "kind": "pending", **told}
        (found,) = joined(loaded("asks", "2026-03-10", open_questions=[question])).questions
        return found.is_likely

    assert is_likely(score=LIKELY)
    assert is_likely(score=0.2, reviewed=True)
    assert not is_likely(score=0.2)

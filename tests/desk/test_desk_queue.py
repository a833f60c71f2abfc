"""What waits for a person: each kind with its reason and passage, the most valuable first, and nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_desk import CHANGED, Tarn

from briefwright import corpus as found_by
from briefwright.corpus import build_corpus
from briefwright.desk import queue
from briefwright.desk.queue import decisions
from briefwright.desk.speakers import Names


@pytest.fixture
def tarn(tmp_path: Path) -> Tarn:
    return Tarn(tmp_path)


def test_each_kind_is_found_with_its_reason_passage_and_candidates(tarn: Tarn) -> None:
    waiting = tarn.waiting()
    assert set(waiting) == {"reading", "lookalike", "speaker", "answer", "overdue"}
    reading = waiting["reading"]
    assert (reading.sheet, reading.id) == ("shut", "stays-shut")
    assert reading.reason == "uncertain reading (0.30), a main actor, on the first page"
    assert reading.finding == "Orla Vance, assert: The Tarn bridge stays shut."
    (passage,) = reading.excerpts
    assert passage.text == "The Tarn bridge stays shut, Mayor Orla Vance said on Tuesday."
    assert [passage.text[m.start : m.end] for m in passage.marks] == ["The Tarn bridge stays shut"]
    pair = waiting["lookalike"]
    assert (pair.id, pair.other) == ("orla-vance", "vance")
    assert pair.reason == "“Vance” is the last name of “Orla Vance”; both are “Mayor”"
    assert pair.finding == "Orla Vance (person; Mayor; 1 article)\nVance (person; Mayor; 1 article)"
    assert [e.text[m.start : m.end] for e in pair.excerpts for m in e.marks] == ["Orla Vance", "Vance"]
    speaker = waiting["speaker"]
    assert (speaker.id, [c.id for c in speaker.candidates]) == ("four-million", ["tarn-gazette"])
    (candidate,) = waiting["answer"].candidates
    assert (candidate.sheet, candidate.id) == ("open-again", "reopens")
    assert candidate.words == "Vance, commit: The Tarn bridge will reopen on Friday. (Tarn Gazette, 2026-03-14)"
    assert waiting["overdue"].reason == "was due 2026-03-12, 2 days ago"


def test_a_conflict_comes_first_and_shows_the_lost_words(tarn: Tarn) -> None:
    tarn.edit("shut", "statement: The ferry should sail at night.", "statement: Let the ferry sail at night!")
    tarn.parse(CHANGED)
    shelf = tarn.shelf()
    first = next(decisions(build_corpus(shelf.sheets.values(), shelf.actors, shelf.topics), shelf))
    assert (first.kind, first.id, first.finding) == ("conflict", "at-night", "Let the ferry sail at night!")
    assert [e.text for e in first.excerpts] == ["the ferry to sail at night"]


def test_the_more_is_seen_of_a_reading_and_the_less_it_is_sure_the_earlier_it_comes(tarn: Tarn) -> None:
    tarn.edit("shut", "    score: 0.8\n", "    score: 0.3\n")  # by a person: then it is theirs
    assert "at-night" not in {d.id for d in decisions(tarn.corpus(), tarn.shelf())}
    text = tarn.yaml()
    (tarn.folder / "shut.yml").write_text(text[: text.index("generated:")].replace("score: 0.9", "score: 0.6"))
    assert all(s.edited for s in tarn.corpus().statements if s.sheet == "shut")  # as in a sheet by hand
    assert {d.kind for d in decisions(tarn.corpus(), tarn.shelf())} == {"lookalike", "answer", "overdue"}


@pytest.mark.parametrize(
    ("stem", "old", "new", "gone"),
    [
        ("shut", "- id: stays-shut\n", "- id: stays-shut\n    reviewed: true\n", "reading"),
        ("shut", "Tarn bridge stays shut.", "Tarn bridge remains shut.", "reading"),
        ("shut", "Tarn bridge stays shut.", "Tarn bridge stays shut.  # she did say so", "reading"),
        ("shut", "    actor: null\n", "    actor: tarn-gazette\n", "speaker"),
        ("shut", "    source: the Tarn Gazette\n", "    source: a friend of the Tarn Gazette editor\n", "speaker"),
        ("_actors", "    name: Orla Vance\n", "    name: Orla Vance\n    merge: [vance]\n", "lookalike"),
        ("_actors", "    name: Vance\n", "    name: Vance\n    not: [orla-vance]\n", "lookalike"),
        ("shut", "    status: open\n", "    status: dropped\n", "answer"),
        (
            "shut",
            "    status: open\n",
            "    status: open\n    not_answered_by: [{sheet: open-again, position: reopens}]\n",
            "answer",
        ),
        ("shut", "    due: 2026-03-12\n", "    due: 2026-04\n", "overdue"),
        ("shut", "publish: true", "publish: false", "overdue"),
    ],
)
def test_what_a_person_decided_by_hand_does_not_wait(tarn: Tarn, stem: str, old: str, new: str, gone: str) -> None:
    assert gone in tarn.waiting()
    tarn.edit(stem, old, new)
    assert tarn.shelf().problems == ()
    assert gone not in tarn.waiting()


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("the Tarn Gazette", ["tarn-gazette"]),
        ("Mayor Vance", ["orla-vance"]),
        ("ORLA VANCE", ["orla-vance"]),
        ("Orla Vance and the Tarn Gazette", ["orla-vance", "tarn-gazette"]),
        ("the guild", None),  # a common noun, though the article has a guild
        ("a former aide of Vance", None),
        ("Piet Holm", []),  # nobody knows him, but a person may
        ("They", None),
        ("", None),
    ],
)
def test_who_is_named_in_the_words_of_a_source(tarn: Tarn, source: str, named: list[str] | None) -> None:
    tarn.edit("shut", "    name: harbour guild\n    kind: group\n", "    name: guild\n    kind: group\n")
    tarn.edit("shut", "    name: Orla Vance\n", "    name: Orla Vance\n    aliases: [Vance, Mayor Vance]\n")
    found = Names(tarn.corpus()).in_source(source, tarn.shelf().sheets["shut"].sheet)
    assert (None if found is None else sorted(i for i, _ in found.actors)) == named


def test_nothing_is_suggested_while_the_decisions_cannot_be_read(tarn: Tarn) -> None:
    tarn.edit("_actors", "schema: 1\n", "schema: 1\nactor: {\n")
    assert "lookalike" not in {d.kind for d in decisions(tarn.corpus(), tarn.shelf())}


def test_statements_are_not_compared_before_what_is_worth_more_is_taken(
    tarn: Tarn, monkeypatch: pytest.MonkeyPatch
) -> None:
    tarn.edit("shut", "statement: The ferry should sail at night.", "statement: Let the ferry sail at night!")
    tarn.parse(CHANGED)
    compared: list[str] = []
    for name in ("said_since", "contradictions"):
        monkeypatch.setattr(
            queue, name, lambda corpus, name=name: compared.append(name) or getattr(found_by, name)(corpus)
        )
    waiting = decisions(tarn.corpus(), tarn.shelf())
    assert next(waiting).kind == "conflict"
    assert compared == []
    rest = tuple(waiting)
    assert compared == ["said_since", "contradictions"]
    assert [d.value for d in rest] == sorted((d.value for d in rest), reverse=True)


def test_nothing_that_only_comparing_finds_is_worth_more_than_the_bound(tarn: Tarn) -> None:
    waiting = tarn.waiting()
    assert 0 < waiting["answer"].value <= queue.COMPARED
    assert 0 < waiting["overdue"].value <= queue.COMPARED

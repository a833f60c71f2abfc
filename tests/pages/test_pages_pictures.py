"""What pictures and long lists are drawn from: the table of who speaks how, periods, shares, sides, turns over time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from briefwright.model.cast import Actor
from briefwright.model.corpus import Briefing, Corpus, Passage, Statement
from briefwright.model.text import Span
from briefwright.pages import matrix
from briefwright.pages.activity import MOST_PERIODS, activity
from briefwright.pages.listing import LINES, listing, newest_first, over_time, sides
from briefwright.pages.voices import shares


def said(key: str, actor: str | None = "varga", act: Any = "assert", sheet: str = "one", **more: Any) -> Statement:
    fields = {"about": (), "topics": (), "passage": Passage(quotes=(key,)), **more}
    return Statement(
        sheet=sheet, id=key, actor=actor, act=act, mode="direct", wording=key, source=None, cue=None, via=None,
        score=None, edited=False, **fields,
    )  # fmt: skip


def read(sheet: str, day: str | None) -> Briefing:
    return Briefing(
        id=sheet, title=sheet, outlet=None, author=None, url=None, day=day, file=None, sha256=None, text=None,
        bottom_line=None, lead=Passage(), cast=(), statements=(), questions=(), events=(), topics=(), notes=None,
        edited=False, edited_fields=(), origin=None,
    )  # fmt: skip


def corpus_of(
    days: dict[str, str | None], actors: Iterable[str] = (), belongs: Mapping[str, str | None] | None = None
) -> Corpus:
    briefings = tuple(read(sheet, day) for sheet, day in days.items())
    named = {a: Actor(a, a, "person", (), None, (), (belongs or {}).get(a)) for a in actors}
    return Corpus(None, briefings, named, {}, (), (), ())


def test_a_cell_counts_each_statement_once_and_leads_to_the_first() -> None:
    dam, both = said("a", topics=("dam",)), said("b", act="deny", topics=("dam", "water"))
    table = matrix.by_topic([dam, both, said("c", "brandt", topics=("dam",)), said("d", None, topics=("dam",))])
    assert table
    assert table.columns == ("dam", "water")
    varga, brandt = table.rows
    assert [c and c.number for c in varga.cells] == [2, 1]
    assert varga.total == 2
    assert varga.cells[0] == matrix.Cell("dam", 2, ("assert", "deny"), dam)
    assert brandt.cells[1] is None
    assert not table.more_columns


def test_what_has_no_column_of_its_own_is_gathered_in_one() -> None:
    topics = [f"t{n}" for n in range(11)]
    pairs = [said(t, topics=(t, "t0")) for t in topics] + [said("other", "brandt", topics=("t0",))]
    table = matrix.by_topic(pairs)
    assert table
    assert len(table.columns) == matrix.TOPIC_COLUMNS - 1
    assert table.more_columns == 4
    assert table.slim
    row = table.rows[0]
    assert row.other
    assert row.slim
    assert (row.total, row.other.number, row.slim.number) == (11, 4, 6)
    assert row.other.column == row.other.first.topics[0] not in table.columns


def test_a_narrow_screen_keeps_six_columns_whole() -> None:
    def slim(columns: int) -> bool:
        table = matrix.cross([(f"c{n}", said(f"{n}{a}", a)) for n in range(columns) for a in "xy"], 14)
        assert table
        return table.slim

    assert [slim(n) for n in (5, 6, 7)] == [False, False, True]


def test_one_speaker_alone_makes_no_table_and_many_are_folded() -> None:
    assert matrix.by_act([said("a"), said("b"), said("c", None)]) is None
    table = matrix.by_act([said(f"s{n}", f"actor-{n:03}") for n in range(70)])
    assert table
    assert [len(table.rows), len(table.further), table.left_out] == [matrix.ROWS, matrix.FURTHER_ROWS, 10]
    assert table.rows[0].actor == "actor-000"


def test_periods_are_the_finest_that_fit_and_none_is_left_out() -> None:
    weeks = activity(["2024-03-05", "2024-03-08", "2024-03-25"], ["2024-03-18", None])
    assert weeks
    assert weeks.unit == "week"
    assert weeks.periods == (("2024-03-04", 2, 0), ("2024-03-11", 0, 0), ("2024-03-18", 0, 1), ("2024-03-25", 1, 0))
    assert weeks.undated == 1
    for last, unit, number in (
        ("2025-01-31", "month", 13), ("2032-12-31", "year", 9),
        ("2150-06-01", "decade", 14), ("3000-01-01", "century", 11), ("9999-12-31", "century", 80),
    ):  # fmt: skip
        found = activity(["2024-01-31", last])
        assert found
        assert (found.unit, len(found.periods)) == (unit, number)
        assert sum(p.above for p in found.periods) == 2
        assert number <= MOST_PERIODS or last.startswith("9999")


def test_one_period_is_no_picture() -> None:
    assert activity(["2024-03-05", "2024-03-08"]) is None
    assert activity([None]) is None


def test_words_that_two_statements_share_are_counted_once() -> None:
    twice = Passage(quotes=("four words of it",))
    found = shares([
        said("a", passage=twice), said("b", passage=twice), said("c", "brandt", passage=Passage(quotes=("a", "b c"))),
        said("d", None, passage=twice), said("e", None, passage=Passage()), said("f", None, passage=Passage()),
    ])  # fmt: skip
    assert found == [("varga", 2, 4), ("brandt", 1, 3), (None, 3, 4)]


def test_a_list_shows_each_act_first_and_nothing_twice() -> None:
    statements = [said(f"s{n}", sheet=f"a{n // 2}") for n in range(8)] + [said("no", act="deny", sheet="a4")]
    found = listing(statements, full=3, lines=3)
    assert [s.id for (s,) in found.full] == ["s0", "s1", "no"]
    assert [(sheet, [s.id for s in own]) for sheet, own in found.lines] == [("a1", ["s2", "s3"]), ("a2", ["s4"])]
    assert [(sheet, [s.id for s in own]) for sheet, own in found.articles] == [("a2", ["s5"]), ("a3", ["s6", "s7"])]
    assert found.total == 9


def test_statements_of_one_sentence_stay_together_in_a_list() -> None:
    def part(key: str, start: int) -> Statement:
        return said(key, passage=Passage((Span(start, start + 2),), (), (Span(0, 20),), (key,)))

    found = listing([part("a", 0), part("b", 5), said("c")], full=1)
    assert [[s.id for s in group] for group in found.full] == [["a", "b"]]
    assert [s.id for _, own in found.lines for s in own] == ["c"]


def test_every_side_is_there_and_the_lines_of_all_are_limited() -> None:
    loud = [said(f"loud{n}", "loud", sheet=f"a{n}") for n in range(LINES + 20)]
    others = [said(f"o{n}", f"o{n:02}") for n in range(14)]
    everybody = [*loud, *others, said("nobody", None)]
    found = sides(corpus_of({}, actors=[s.actor for s in everybody if s.actor]), everybody)
    assert [s.actor for s in (*found.open, *found.further)] == ["loud", *(f"o{n:02}" for n in range(14)), None]
    everything = [*found.open, *found.further]
    assert sum(len(own) for side in everything for _, own in side.said.lines) == LINES
    shown = sum(
        sum(map(len, s.said.full)) + sum(len(own) for _, own in (*s.said.lines, *s.said.articles)) for s in everything
    )
    assert shown == len(loud) + 15


def test_who_belongs_together_stands_together() -> None:
    belongs = {
        "minister": "state",
        "envoy": "ministry",
        "ministry": "state",
        "lone": None,
        "one": "other",
        "other": "one",
    }
    everybody = [said("l1", "lone"), said("l2", "lone"), said("l3", "lone")]
    everybody += [said(actor, actor) for actor in ("envoy", "minister", "other")]
    corpus = corpus_of({}, actors=["state", "lone", *belongs], belongs=belongs)
    assert [(s.actor, s.camp) for s in sides(corpus, everybody).open] == [
        ("envoy", "state"), ("minister", "state"), ("lone", None), ("other", None),
    ]  # fmt: skip


def test_a_camp_is_one_also_where_the_others_of_it_stand_further_down() -> None:
    belongs = {"state": None, "envoy": "state", "lone": None}
    everybody = [said("s1", "state"), said("s2", "state"), said("l1", "lone"), said("l2", "lone"), said("e", "envoy")]
    found = sides(corpus_of({}, actors=list(belongs), belongs=belongs), everybody, 2)
    assert [(s.actor, s.camp) for s in found.open] == [("state", "state"), ("lone", None)]
    assert [s.actor for s in found.further] == ["envoy"]


def test_another_act_is_no_turn_and_what_is_turned_from_stands_with_the_turn() -> None:
    days = {"one": "2024-03-05", "two": "2024-03-08", "three": "2024-04-01", "none": None}
    acts = {"one": "deny", "two": "assert", "three": "deny", "none": "warn"}
    statements = {sheet: said(sheet, act=act, sheet=sheet, topics=("dam",)) for sheet, act in acts.items()}
    corpus = replace(corpus_of(days), changes={("three", "three"): statements["two"], ("none", "none"): None})
    [(topic, turns)] = over_time(corpus, [*reversed(statements.values()), said("x", topics=("once",))])
    assert topic == "dam"
    assert [(t.statement.sheet, t.before and t.before.sheet) for t in turns] == [
        ("one", None), ("two", None), ("three", "two"), ("none", None),
    ]  # fmt: skip


def test_turns_stand_newest_first_and_what_two_articles_report_alike_once() -> None:
    days = {"one": "2024-03-05", "two": "2024-03-08", "three": "2024-03-20", "none": None}
    statements = {sheet: said(sheet, sheet=sheet, topics=("dam",)) for sheet in days}
    claim = statements["one"], statements["three"]
    corpus = replace(corpus_of(days), claims={(s.sheet, s.id): claim for s in claim})
    [(_, turns)] = over_time(corpus, statements.values())
    assert [(t.statement.sheet, [s.sheet for s in t.again]) for t in newest_first(corpus, turns)] == [
        ("three", ["one"]), ("two", []), ("none", []),
    ]  # fmt: skip

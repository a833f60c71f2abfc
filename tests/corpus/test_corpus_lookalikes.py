"""Pairs of actors that may be the same: found with their reasons, and left alone where something speaks against it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from briefwright.corpus import build_corpus
from briefwright.corpus.lookalikes import find_lookalikes
from briefwright.model.cast import Lookalikes
from briefwright.model.factsheet import ActorRegister, FactSheet, TopicRegister
from corpus.test_corpus_join import Loaded


def pairs(*casts: list[dict[str, Any]], register: list[Any] | None = None) -> tuple[Lookalikes, ...]:
    """What is suggested for articles with these casts."""
    actors = ActorRegister.model_validate_json(json.dumps({"schema": 1, "actors": register or []}))
    sheets = [
        Loaded(FactSheet.model_validate_json(json.dumps(
            {"schema": 1, "article": {"id": f"article-{i}", "title": "Title"}, "actors": cast})))
        for i, cast in enumerate(casts)
    ]  # fmt: skip
    return find_lookalikes(build_corpus(sheets, actors, TopicRegister.model_validate({"schema": 1})), actors.actors)


def actor(name: str, kind: str = "person", **more: Any) -> dict[str, Any]:
    return {"id": name.lower().replace(" ", "-").replace(".", ""), "name": name, "kind": kind, **more}


@pytest.mark.parametrize(
    ("one", "other", "kind", "reason"),
    [
        ("Vance", "Orla Vance", "person", "last name"),
        ("Orla Vance", "Orla Vance Jr.", "person", "father and son"),
        ("O. Vance", "Orla Vance", "person", "shorter form"),
        ("Orla Vance", "Orla Vanse", "person", "share the last name and an initial|almost alike"),
        ("Orla Vance", "Vance Orla", "person", "almost alike"),
        ("Auve Commission", "AC", "organisation", "initials"),
        ("Moqen Front", "Moqan Front", "organisation", "almost alike"),
        ("River Commission", "Auve River Commission", "organisation", "holds all words"),
        ("Tides Committee", "Auve Committee on Tides", "organisation", "holds all words"),
    ],
)
def test_names_that_may_be_one_are_suggested_with_the_reason(one: str, other: str, kind: str, reason: str) -> None:
    company = [actor("Tarn Gazette", "media"), actor("Milo Dren")]
    found = pairs([actor(one, kind), *company], [actor(other, kind), *company])
    assert [{p.one, p.other} for p in found] == [{actor(one)["id"], actor(other)["id"]}]
    assert any(part in found[0].reasons[0] for part in reason.split("|"))
    assert found[0].reasons[1] == "both appear with Milo Dren and Tarn Gazette"


def test_a_short_first_name_alone_is_suggested() -> None:
    (pair,) = pairs([actor("William Vance")], [actor("Bill Vance")])
    assert "one first name may be short for the other" in pair.reasons[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (actor("Orla Vance"), actor("Piet Vance")),
        (actor("Lorn"), actor("Vera Lorn") | {"kind": "state"}),
        (actor("Anna Beck"), actor("Anne Holt")),
        (actor("Paul Ryde"), actor("Rand Paul")),
        (actor("Holm administration", "organisation"), actor("Holman administration", "organisation")),
        (actor("Tarn Yorker", "media"), actor("Tarn Yorkers", "group")),
        (actor("HB", "organisation"), actor("Harbour builders", "group")),
        (actor("Tarn Harbour Board", "organisation"), actor("Harbour Tarn Safety Board", "organisation")),
    ],
)
def test_names_that_only_look_alike_are_not(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert pairs([one], [other]) == ()


def test_two_whom_one_article_tells_apart_are_no_pair() -> None:
    assert pairs([actor("Vance"), actor("Orla Vance")], [actor("Vance")]) == ()


def test_a_decision_is_not_asked_for_again() -> None:
    casts = [actor("Vance")], [actor("Orla Vance")]
    assert len(pairs(*casts)) == 1
    assert pairs(*casts, register=[actor("Orla Vance") | {"not": ["vance"]}]) == ()
    assert pairs(*casts, register=[actor("Orla Vance") | {"merge": ["vance"]}]) == ()


def test_a_decision_holds_for_all_whom_the_two_were_merged_with() -> None:
    told_apart = actor("Orla Vance") | {"not": ["o-vance"]}
    merged = actor("Vance") | {"merge": ["o-vance"]}
    assert pairs([actor("Vance")], [actor("Orla Vance")], register=[told_apart, merged]) == ()


def test_one_name_of_two_kinds_is_suggested_unless_one_is_a_state() -> None:
    firm = actor("Brandt", "organisation") | {"id": "brandt-organisation"}
    (pair,) = pairs([actor("Brandt")], [firm])
    assert pair.reasons[0] == "“Brandt” is read as person in one place, as organisation in another"
    assert pairs([actor("Lorn")], [actor("Lorn", "state") | {"id": "lorn-state"}]) == ()


def test_a_short_name_that_fits_two_is_less_sure() -> None:
    vance, orla, piet = (actor(name, role="judge") for name in ("Vance", "Orla Vance", "Piet Vance"))
    alone, torn = pairs([vance], [orla]), pairs([vance], [orla], [piet])
    assert [p.score < alone[0].score for p in torn] == [True, True]
    assert all(p.reasons[-1].startswith("but “Vance” also fits") for p in torn)


def test_a_shared_role_speaks_for_a_pair() -> None:
    found = pairs([actor("Vance", role="Mayor")], [actor("Orla Vance", role="mayor")])
    assert found[0].reasons[1].lower() == "both are “mayor”"
    assert found[0].score > pairs([actor("Vance")], [actor("Orla Vance")])[0].score


def test_a_word_more_makes_another_of_a_group_and_of_a_well_known_body() -> None:
    company = [actor("Tarn Gazette", "media"), actor("Milo Dren")]

    def found(short: str, long: str, kind: str, articles: int = 1) -> tuple[Lookalikes, ...]:
        return pairs(*[[actor(short, kind), *company]] * articles, [actor(long, kind), *company])

    assert found("Harbour Board", "Auve Harbour Board", "organisation")
    assert found("Auve", "Auve Shipping", "organisation")
    assert not found("Harbour Board", "Auve Harbour Board", "organisation", articles=2)
    assert not found("Auve voters", "Young Auve voters", "group")


def test_one_much_better_known_of_the_name_leaves_no_pair_for_another() -> None:
    crowd = [[actor("Orla Vance")] for _ in range(10)]
    assert [{p.one, p.other} for p in pairs([actor("Vance")], [actor("Piet Vance")], *crowd)] == [
        {"vance", "orla-vance"}
    ]


def test_a_last_name_beside_another_of_the_name_is_less_sure() -> None:
    company = [actor("Tarn Gazette", "media"), actor("Milo Dren")]
    (pair,) = pairs([actor("Vance"), actor("Rolf Vance Lund"), *company], [actor("Orla Vance"), *company])
    assert pair.reasons[-1] == "but “Vance” also fits Rolf Vance Lund"


def test_letters_that_one_article_has_beside_the_name_are_a_pair_all_the_same() -> None:
    letters, full = actor("AC", "organisation"), actor("Auve Commission", "organisation")
    (pair,) = pairs([letters, full])
    assert pair.reasons[-1] == "but one article has both"


def test_what_seldom_appears_is_named_first_of_what_both_appear_with() -> None:
    vance, orla, seldom, often = (actor(name) for name in ("Vance", "Orla Vance", "Milo Dren", "Ada Holm"))
    (pair,) = pairs([vance, often, seldom], [orla, often, seldom], [often])
    assert pair.reasons[1] == "both appear with Milo Dren and Ada Holm"

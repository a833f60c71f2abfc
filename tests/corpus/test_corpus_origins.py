"""Whose text an article repeats: wire copies found, independent reports left apart, a person's word before all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefwright.corpus.origins import find_origins
from briefwright.model.corpus import Origin
from briefwright.model.factsheet import ArticleInfo, FactSheet
from corpus.test_corpus_join import Loaded, actor, joined
from corpus.wire_desk import WAYS, cut, reworded

QUALITY = Path(__file__).parents[1] / "quality"
REPORTS = {p.stem: p.read_text("utf-8") for d in ("gold/texts", "origins") for p in sorted(QUALITY.glob(f"{d}/*.txt"))}
BRIDGE, RADIO = REPORTS["bridge-herald"], REPORTS["bridge-radio"]
FLOOR = 0.95


def article(name: str, published: str | None = "2026-03-04", **more: str | None) -> ArticleInfo:
    return ArticleInfo(id=name, title=name, published=published, **{"outlet": f"The {name}", **more})


def test_wire_copies_are_found_and_independent_reports_are_not() -> None:
    shelf = [(article(name), text) for name, text in REPORTS.items()]
    right, found, wanted, missed = 0, 0, 0, []
    for name, text in REPORTS.items():
        for way in WAYS:
            for percent in (10, 15, 20, 25, 30):
                copy = (article("copy", "2026-03-05"), way(text, percent))
                origins = find_origins([*shelf, copy])
                right += origins.get("copy") == Origin(name, compared=True)
                found += len(origins)
                wanted += 1
                if "copy" not in origins:
                    missed.append(f"{name} {way.__name__} {percent}")
    precision, recall = right / found, right / wanted
    figures = f"precision {precision:.3f}, recall {recall:.3f} of {wanted} copies; missed: {', '.join(missed)}"
    assert min(precision, recall) >= FLOOR, figures


NOTICE = "Please sign in to go on reading. Already a subscriber? Enter your address and the word that we sent you."
WIRE = f"OSTREL, March 4 (NWA) — {BRIDGE.partition(' — ')[2]}"


def origins(*shelf: tuple[ArticleInfo, str | None]) -> dict[str, str]:
    """What is found, in two orders of the same articles."""
    found = find_origins(shelf)
    assert found == find_origins(reversed(shelf))
    return {copy: origin.sheet for copy, origin in found.items()}


def test_the_earliest_is_the_origin_and_one_without_a_date_never() -> None:
    dates = {"a": None, "b": "2026-03-05", "c": "2026-03-04T23:00:00Z", "d": "2026-03-06"}
    shelf = [(article(name, day), BRIDGE) for name, day in dates.items()]
    assert origins(*shelf) == {"a": "c", "b": "c", "d": "c"}


def test_on_one_day_the_agency_is_the_origin_then_who_carries_its_mark() -> None:
    copies = [(article("a"), BRIDGE), (article("b"), WIRE)]
    assert origins(*copies) == {"a": "b"}
    assert origins(*copies, (article("c", outlet="New World Agency"), WIRE)) == {"a": "c", "b": "c"}


def test_a_chain_of_copies_has_one_origin() -> None:
    twice = reworded(reworded(BRIDGE, 20), 20)
    names = [("first", BRIDGE), ("second", reworded(BRIDGE, 20)), ("third", twice)]
    shelf = [(article(name, f"2026-03-0{i}"), text) for i, (name, text) in enumerate(names, 1)]
    assert origins(*shelf) == {"second": "first", "third": "first"}


def test_a_story_that_many_took_has_one_origin() -> None:
    shelf = [(article("wire", "2026-03-01"), BRIDGE), *((article(f"n{i}"), reworded(BRIDGE, i)) for i in range(30))]
    assert set(origins(*shelf, (article("radio"), RADIO)).values()) == {"wire"}
    assert len(origins(*shelf, (article("radio"), RADIO))) == 30


def test_a_person_has_the_last_word() -> None:
    same = [(article("a", "2026-03-01"), BRIDGE), (article("c", "2026-03-03"), BRIDGE)]
    assert origins(*same, (article("b", origin="b"), BRIDGE)) == {"c": "a"}
    assert origins(*same, (article("b", origin="c"), RADIO)) == {"b": "a", "c": "a"}
    assert origins(*same, (article("b", origin="gone"), BRIDGE)) == {"b": "a", "c": "a"}
    shelf = [(article("a", "2026-03-01", origin="c"), BRIDGE), same[1], (article("d"), None)]
    assert find_origins(shelf) == {"a": Origin("c", compared=False)}
    assert origins((article("b", origin="a"), None), (article("a", origin="a"), None)) == {"b": "a"}


def test_what_two_credit_to_one_agency_needs_less_in_common() -> None:
    rewritten = cut(BRIDGE, 55) + RADIO[RADIO.index("Business") :]
    assert origins((article("a", "2026-03-01"), WIRE), (article("b"), rewritten)) == {}
    signed = rewritten.replace("OSTREL, March 4", "OSTREL (NWA)")
    assert origins((article("a", "2026-03-01"), WIRE), (article("b"), signed)) == {"b": "a"}
    by = {"author": "By Lena Moor and Pavel Dorn"}
    staff = f"{BRIDGE}\n(Reporting by Pavel Dorn in Ostrel; editing by Ada Finn)"
    assert origins((article("a", "2026-03-01"), staff), (article("b", **by), rewritten)) == {"b": "a"}


def test_an_outlets_standing_matter_is_no_copy() -> None:
    links = "\nMore from the region: " + "; ".join(BRIDGE.replace("“", "").replace("”", "").split(". ")[:6])
    two = [
        (article(name, outlet="The Herald"), text + links)
        for name, text in (("a", REPORTS["strike-post"]), ("b", RADIO))
    ]
    assert origins(*two) == {}
    assert origins((article("a"), NOTICE), (article("b"), NOTICE), (article("c"), "")) == {}


def test_who_quotes_one_speech_at_length_repeats_nobody() -> None:
    speech = " ".join(
        f"“{line}.”" for line in REPORTS["why-the-orrin-dam-truce-may"].replace("\n", " ").split(". ")[:9]
    )
    assert origins((article("a"), f"{BRIDGE}\n{speech}"), (article("b"), f"{RADIO}\n{speech}")) == {}
    assert origins((article("a"), speech), (article("b"), speech)) == {"b": "a"}


def reported(name: str, text: str = "", via: str | None = None, **article: str) -> Loaded:
    said = {"id": "said", "actor": "vance", "act": "assert", "statement": "The ferry sails", "via": via}
    about = {"id": name, "title": name, "published": "2026-03-10", **article}
    cast = [actor("vance"), actor("tarn-wire", name="Tarn Wire", kind="media", aliases=["TW"])]
    sheet = {"schema": 1, "article": about, "actors": cast, "positions": [said]}
    return Loaded(FactSheet.model_validate_json(json.dumps(sheet)), text)


@pytest.mark.parametrize(
    ("sheet", "maker"),
    [
        (reported("one", outlet="The Post"), "post"),
        (reported("two", outlet="Post (Online News)"), "post"),
        (reported("three", outlet="The Post", author="Tarn Wire"), "tarn-wire"),
        (reported("four", "LORN (TW) - The ferry sails.", outlet="The Post"), "tarn-wire"),
        (reported("five", outlet="The Post", via="tarn-wire"), "tarn-wire"),
        (reported("six", outlet="Tarn Wire"), "tarn-wire"),
        (reported("seven", outlet="The Post", author="Orla Vance"), "post"),
        (reported("eight"), "eight"),
    ],
)
def test_a_statement_comes_from_who_is_cited_or_credited_or_from_the_outlet(sheet: Loaded, maker: str) -> None:
    assert list(joined(sheet).made_by.values()) == [maker]

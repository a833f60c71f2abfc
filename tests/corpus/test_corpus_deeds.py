"""One deed of one subject is one claim in whatever words, with who denies it; another deed, or its like, is not."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.test_corpus_join import Loaded, actor, joined, loaded

CAST = [
    actor("vance", kind="person", affiliation="tarn"),
    actor("brandt", kind="person"),
    actor("lorn", kind="state"),
    actor("tarn", kind="state"),
]
BEHIND = "Lorn was behind the raid on the harbour"


def paper(name: str, statement: str, who: str | None = "vance", day: str = "2026-03-10", **more: Any) -> Loaded:
    said = {"id": "said", "actor": who, "act": "assert", "statement": statement, "source": "the harbour office", **more}
    return loaded(name, day, actors=CAST, positions=[said])


def are_one(one: Loaded, other: Loaded) -> bool:
    claims = joined(one, other).claims
    return bool(claims) and {s.sheet for s in claims["wire", "said"]} == {"wire", "post"}


BOTH_WAYS = {"wire": ["radio"], "post": ["radio"], "radio": ["post", "wire"]}


def denying(*sheets: Loaded) -> dict[str, list[str]]:
    """By sheet of a statement the sheets of those against it."""
    return {sheet: [s.sheet for s in found] for (sheet, _), found in joined(*sheets).denials.items()}


@pytest.mark.parametrize(
    "wording",
    [
        "It is plain that Lorn carried out the raid",
        "Accused Lorn of raiding fishing boats",
        "Blamed the raid on Lorn",
        "It is almost certain that the Lornan government is responsible for the attack",
        "There is no doubt that Lorn attacked the quay",
        "The government has evidence to blame Lorn for the raid",
        "This is one in a series of raids by Lorn",
    ],
)
def test_a_deed_of_one_subject_is_one_claim_in_whatever_words(wording: str) -> None:
    assert are_one(paper("wire", BEHIND), paper("post", wording, "brandt"))


@pytest.mark.parametrize(
    "wording",
    [
        "Lorn was behind the theft of the buoys",
        "Tarn was behind the raid",
        "Lorn was not behind the raid",
        "Lorn may have carried out the raid",
        "He heard of allegations that Lorn carried out the raid",
        "The Lorn raid was the third this year",
        "Vance said Lorn was behind the raid",
        "Lorn should stage a raid",
    ],
)
def test_another_deed_or_subject_a_doubt_and_hearsay_are_not(wording: str) -> None:
    assert not are_one(paper("wire", BEHIND), paper("post", wording, "brandt"))


def test_weeks_later_it_is_another_raid() -> None:
    again = "Accused Lorn of raiding fishing boats"
    assert not are_one(paper("wire", BEHIND), paper("post", again, "brandt", "2026-04-10"))


def test_other_figures_are_of_another_deed() -> None:
    assert not are_one(paper("wire", "Lorn attacked 3 boats"), paper("post", "Lorn attacked 14 boats", "brandt"))


@pytest.mark.parametrize(
    ("wording", "is_same"), [("Urged Tarn to probe the spill", True), ("Tarn probed the spill", False)]
)
def test_what_is_wanted_of_somebody_is_not_what_it_does(wording: str, is_same: bool) -> None:
    wanted = paper("wire", "Called on Tarn to investigate the oil spill", act="demand")
    assert are_one(wanted, paper("post", wording, "brandt", act="demand" if is_same else "assert")) == is_same


def test_the_forces_of_a_ruler_are_those_of_the_state() -> None:
    theirs = paper("post", "Vance's forces attacked the quay", "brandt")
    assert are_one(paper("wire", "Tarn was behind the attack", "brandt"), theirs)
    assert not are_one(paper("wire", "Vance was behind the attack", "brandt"), theirs)


def test_who_says_that_it_is_not_so_is_told_beside_it() -> None:
    sheets = [paper("wire", BEHIND), paper("post", "Blamed the raid on Lorn", "brandt")]
    no = paper("radio", "There is no proof that Lorn staged the raid", "brandt")
    assert denying(*sheets, no) == BOTH_WAYS


@pytest.mark.parametrize("wording", ["Denied the accusations", "Denied any involvement"])
def test_the_accused_denies_the_one_thing_that_it_is_accused_of(wording: str) -> None:
    sheets = [paper("wire", BEHIND), paper("post", "Blamed the raid on Lorn", "brandt")]
    flat = paper("radio", wording, "lorn", act="deny", cue="denied")
    assert denying(*sheets, flat) == BOTH_WAYS
    theft = [
        paper(name, "Lorn was behind the theft of the buoys", "brandt", "2026-03-12") for name in ("courier", "gazette")
    ]
    assert denying(*sheets, flat, *theft) == {}


def test_two_claims_that_deny_each_other_do_so_as_a_whole() -> None:
    yes = [paper("wire", BEHIND), paper("post", "Blamed the raid on Lorn", "brandt")]
    no = [
        paper(name, wording, "brandt", "2026-03-11")
        for name, wording in (
            ("courier", "Lorn was never behind the raid"),
            ("gazette", "There is no proof that Lorn carried out the raid on the harbour"),
        )
    ]
    assert denying(*yes, *no) == {
        "wire": ["courier", "gazette"],
        "post": ["courier", "gazette"],
        "courier": ["post", "wire"],
        "gazette": ["post", "wire"],
    }

"""What a denial is of: a claim beside it or inside it, the last accusation, what was blamed on somebody, a report."""

from __future__ import annotations

import pytest

from briefwright.corpus.contradictions import contradictions
from corpus.test_corpus_disputes import FILLER, SAYS, Line, found, sheet, sides
from corpus.test_corpus_join import actor, joined, loaded


def test_what_is_told_after_a_denial_is_what_it_denies() -> None:
    text = f"Ostrin denied that the gates had been open after the Herald reported that water ran all night. {FILLER}"
    positions = [
        {"id": "no", "actor": "ostrin", "act": "deny", "cue": "denied", "statement": "Denied the gates had been open"},
        {"id": "said", "actor": "herald", "act": "assert", "cue": "reported", "statement": "Water ran all night"},
    ]
    for position, quote in zip(positions, ("the gates had been open", "water ran all night"), strict=True):
        start = text.index(quote)
        position["evidence"] = [{"quote": quote, "start": start, "end": start + len(quote)}]
    people = [actor("ostrin", name="Ostrin"), actor("herald", name="Herald", kind="organisation")]
    dam = loaded("dam", "2026-03-10", text=text, actors=people, positions=positions)
    assert [(c.said.id, c.against.id, c.is_shown) for c in contradictions(joined(dam))] == [("said", "no", False)]


def test_a_claim_that_is_told_inside_its_denial_is_denied() -> None:
    text = f"Ostrin contradicted Lindvar's claim that no gate had ever been open. {FILLER}"
    positions = [
        {
            "id": "no",
            "actor": "ostrin",
            "act": "deny",
            "cue": "contradicted",
            "statement": "Contradicted Lindvar's claim",
        },
        {"id": "said", "actor": "lindvar", "act": "assert", "cue": "claim", "statement": "No gate had ever been open"},
    ]
    for position, quote in zip(positions, ("Lindvar's claim that no gate had ever been open", "no gate"), strict=True):
        start = text.index(quote)
        position["evidence"] = [{"quote": quote, "start": start, "end": start + len(quote)}]
    people = [actor("ostrin", name="Ostrin"), actor("lindvar", name="Lindvar")]
    corpus = joined(loaded("dam", "2026-03-10", text=text, actors=people, positions=positions))
    assert sides(corpus) == [(["dam/said"], ["dam/no"])]


def test_who_denies_the_accusations_answers_the_last_to_accuse() -> None:
    accuses = ("lindvar", "oppose", "accused", "Ostrin of hiding a report about the dam")
    other = ("brill", "assert", "said", "The mayor of Skarness will visit the valley in spring")
    denies = ("ostrin", "deny", "denied", "the first allegation in a letter of two pages")
    assert sides(joined(sheet("dam", accuses, other, denies))) == [(["dam/lindvar-0"], ["dam/ostrin-2"])]
    between = ("brill", "oppose", "accused", "Lindvar of paying a guard")
    assert joined(sheet("dam", accuses, between, denies)).disputes == ()


def test_who_is_liable_for_nothing_denies_what_was_blamed_on_him_some_sentences_before() -> None:
    blames = ("lindvar", "oppose", "blamed", "Ostrin for the flood in the lower valley")
    more = [("lindvar", "assert", "said", f"House number {n} in the lower valley is lost") for n in range(9)]
    corpus = joined(sheet("dam", blames, *more, ("ostrin", "deny", "denied", "he was liable")))
    assert sides(corpus) == [(["dam/lindvar-0"], ["dam/ostrin-10"])]


def test_a_denied_report_is_the_one_that_is_named_a_report() -> None:
    between = ("brill", "assert", "said", "The institute has its seat in the old mill of Tarn")
    corpus = joined(
        sheet("dam", SAYS, between, ("ostrin", "deny", "denied", "the report"), **{"lindvar-0": {"source": "A report"}})
    )
    assert [(c.said.id, c.against.id) for c in contradictions(corpus)] == [("lindvar-0", "ostrin-2")]


@pytest.mark.parametrize(
    ("said", "against"),
    [
        (
            ("lindvar", "oppose", "accused", "Ostrin of hiding a report"),
            ("ostrin", "deny", "said", "The accusations made in the letter are completely false"),
        ),
        (  # who denies the charges need not be named in them
            ("lindvar", "assert", "alleged", "The guards of the dam were asleep"),
            ("ostrin", "deny", "denied", "these charges"),
        ),
        (
            ("lindvar", "demand", "asked", "the council to close the road below the dam"),
            ("ostrin", "deny", "denied", "that urgent request"),
        ),
        (
            ("lindvar", "demand", "proposed", "a levy on the water of the dam"),
            ("ostrin", "oppose", "refused", "to take it up"),
        ),
        (
            ("lindvar", "demand", "proposes", "a levy on the water of the dam"),
            ("ostrin", "oppose", "rejected", "the Lindvar proposal"),
        ),
        (
            ("lindvar", "demand", "proposed", "a levy on the water of the dam"),
            ("ostrin", "oppose", "rejected", "a levy"),
        ),
    ],
)
def test_what_a_denial_points_to_stands_right_before_it(said: Line, against: Line) -> None:
    assert found(said, against) == [("lindvar-0", "ostrin-1")]


def test_an_argument_that_is_rejected_is_the_last_that_its_owner_made() -> None:
    more: list[Line] = [("brill", "assert", "said", f"House number {n} in the lower valley is lost") for n in range(9)]
    argues = ("lindvar", "assert", "argued", "The keepers were paid by the mill")
    assert found(argues, *more, ("ostrin", "deny", "rejected", "Lindvar's argument")) == [("lindvar-0", "ostrin-10")]


def test_an_accusation_may_be_told_after_its_denial() -> None:
    denies = ("ostrin", "deny", "rejects", "the accusations")
    accuses = ("lindvar", "oppose", "blamed", "Ostrin for the flood in the lower valley")
    assert found(denies, accuses) == [("lindvar-1", "ostrin-0")]


@pytest.mark.parametrize(
    ("said", "against"),
    [
        (SAYS, ("ostrin", "deny", "rejected", "Lindvar's suggestion that keepers of ferries drink wine at work")),
        (("lindvar", "assert", "said", "Nobody sleeps in the valley"), ("ostrin", "deny", "disputed", "that number")),
        (("lindvar", "commit", "chose", "Chose Brill as mayor"), ("ostrin", "deny", "dismissed", "such criticism")),
        (SAYS, ("ostrin", "deny", "walked back", "his disavowal of it")),
        (("lindvar", "support", "supports", "an increase in wages"), ("ostrin", "oppose", "opposes", "a tax increase")),
    ],
)
def test_what_is_told_of_another_thing_is_not_what_is_denied(said: Line, against: Line) -> None:
    assert [pair for pair in contradictions(joined(sheet("dam", said, against))) if pair.is_shown] == []


def test_what_another_passed_on_is_only_offered() -> None:
    tells = ("moor", "assert", "said", "The library opens in spring")
    lines = (tells, SAYS, ("ostrin", "deny", "denied", "that"))
    passed_on = sheet("dam", *lines, **{"lindvar-1": {"via": "moor"}})
    assert [c.is_shown for c in contradictions(joined(sheet("dam", *lines)))] == [True]
    assert [c.is_shown for c in contradictions(joined(passed_on))] == [False]


@pytest.mark.parametrize(
    ("said", "against"),
    [
        (
            ("lindvar", "assert", "reported", "Auditors also examine whether Ostrin sold the water twice"),
            ("ostrin", "deny", "denies", "wrongdoing"),
        ),
        (
            ("lindvar", "demand", "called for", "the guards to join the fishermen"),
            ("ostrin", "oppose", "condemned", "the guards for closing the harbour"),
        ),
        (
            ("lindvar", "assert", "said", "The dam holds as much as it must"),
            ("ostrin", "deny", "dismissed", "criticism levelled at Lindvar"),
        ),
    ],
)
def test_a_question_an_errand_and_a_critic_of_the_speaker_are_not_denied(said: Line, against: Line) -> None:
    assert found(said, against) == []

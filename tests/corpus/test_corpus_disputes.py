"""Contradictions that are read, those that only look alike, and what a person decided about them."""

from __future__ import annotations

from typing import Any

import pytest

from briefwright.corpus.contradictions import contradictions
from briefwright.model.corpus import Corpus, Dispute
from corpus.test_corpus_join import actor, joined, loaded

FILLER = "The council of Tarn met on Monday to speak about roads, schools and the new library."
Line = tuple[str, str, str, str]
"""Speaker, act, cue and words of one statement."""
SAYS: Line = ("lindvar", "assert", "said", "The Tarn dam was cracked in three places before the storm")
DENIES: Line = ("ostrin", "deny", "denied", "the Tarn dam was cracked before the storm")


def sheet(name: str, *lines: Line, day: str | None = "2026-03-10", **fields: Any) -> Any:
    """A sheet whose article says these lines one after the other, each with its speaker and its cue."""
    text, positions = "", []
    for i, (who, act, cue, words) in enumerate(lines):
        text += f"{who.capitalize()} {cue} that "
        evidence = [{"quote": words, "start": len(text), "end": len(text) + len(words)}]
        text += f"{words}. "
        statement = words if act != "deny" or cue == "said" else f"{cue.capitalize()} {words}"
        positions.append(
            {"id": f"{who}-{i}", "actor": who, "act": act, "cue": cue, "statement": statement, "evidence": evidence}
        )
    for position in positions:
        position |= fields.get(position["id"], {})
    people = [actor(who, name=who.capitalize()) for who in dict.fromkeys(line[0] for line in lines)]
    asked = fields.get("questions", [])
    return loaded(name, day, text=text + FILLER, actors=people, positions=positions, open_questions=asked)


def link(position: str, name: str = "dam") -> dict[str, str]:
    return {"sheet": name, "position": position}


def found(*lines: Line) -> list[tuple[str, str]]:
    """The pairs that are read in one article: who said something, and who is against it."""
    return [(c.said.id, c.against.id) for c in contradictions(joined(sheet("dam", *lines)))]


def sides(corpus: Corpus) -> list[tuple[list[str], list[str]]]:
    return [
        ([f"{s.sheet}/{s.id}" for s in d.earlier], [f"{s.sheet}/{s.id}" for s in d.against]) for d in corpus.disputes
    ]


def the_one(corpus: Corpus) -> Dispute:
    (dispute,) = corpus.disputes
    return dispute


@pytest.mark.parametrize(
    ("question", "status", "named"),
    [
        ("Was the Tarn dam cracked before the storm?", "open", True),
        ("Was it cracked?", "open", False),  # says nothing by itself
        ("Was it cracked?", "dropped", True),
    ],
)
def test_a_dispute_is_named_by_the_question_that_says_what_it_is_about(question: str, status: str, named: bool) -> None:
    start = len("Lindvar said that ")
    evidence = [{"quote": SAYS[3], "start": start, "end": start + len(SAYS[3])}]
    asked = {"id": "q", "question": question, "kind": "disputed", "status": status, "evidence": evidence}
    dispute = the_one(joined(sheet("dam", SAYS, DENIES, questions=[asked])))
    assert (dispute.question is not None) == named


@pytest.mark.parametrize(
    ("said", "against"),
    [
        (SAYS, DENIES),
        (SAYS, ("ostrin", "deny", "denied", "that")),
        (SAYS, ("ostrin", "deny", "rejected", "the claim as a fairy tale")),
        (SAYS, ("ostrin", "deny", "called", "Lindvar's claim about the Tarn dam completely false")),
        (SAYS, ("ostrin", "deny", "said", "The Tarn dam was not cracked before the storm")),
        (
            ("lindvar", "oppose", "accused", "Ostrin of hiding a report about the dam from the council"),
            ("ostrin", "deny", "denied", "the accusation"),
        ),
        (
            ("lindvar", "demand", "demanded", "the council must open the sluice gates of the dam"),
            ("ostrin", "oppose", "refused", "to open the sluice gates of the dam"),
        ),
        (
            ("lindvar", "demand", "called for", "an inspection of the dam by foreign engineers"),
            ("ostrin", "oppose", "rejected", "that proposal"),
        ),
    ],
)
def test_a_contradiction_is_read(said: Line, against: Line) -> None:
    assert found(said, against) == [("lindvar-0", "ostrin-1")]


@pytest.mark.parametrize(
    ("said", "against"),
    [
        (SAYS, ("ostrin", "deny", "denied", "any quarrel with the harbour master")),  # another matter
        (SAYS, ("ostrin", "assert", "said", "The Tarn dam was cracked in three places before the storm")),  # the same
        (SAYS, ("lindvar", "deny", "denied", "that")),  # a change of position is no dispute
        (SAYS, ("ostrin", "decline", "would not say", "whether the Tarn dam was cracked before the storm")),
        (SAYS, ("ostrin", "assert", "said", "If the Tarn dam was not cracked, nobody needs to worry about the storm")),
        (
            ("lindvar", "assert", "said", "Nobody knows whether the Tarn dam was cracked before the storm"),
            ("ostrin", "deny", "said", "The Tarn dam was not cracked before the storm"),
        ),
        (
            ("lindvar", "demand", "demanded", "the council must open the sluice gates of the dam"),
            ("ostrin", "oppose", "refused", "to resign as chairman of the council"),
        ),
        (("lindvar", "assert", "has not ruled out", SAYS[3]), DENIES),
        (("lindvar", "assert", "is trying to see", f"Whether {SAYS[3]}"), ("ostrin", "deny", "denied", "that")),
        (
            ("lindvar", "demand", "demanded", "the council must open the sluice gates of the dam"),
            ("ostrin", "oppose", "criticized", "the council for its failure to open the sluice gates of the dam"),
        ),
        (
            ("lindvar", "oppose", "accused", "Ostrin of hiding a report"),
            ("ostrin", "deny", "denied calling", "Brill a thief"),
        ),
        (
            ("lindvar", "assert", "announced", "Her book has a chapter about the allegation against Ostrin"),
            ("ostrin", "deny", "denied", "the allegation"),
        ),
        (
            ("lindvar", "demand", "said", "the engineers must do more for the valley"),
            ("ostrin", "oppose", "criticized", "them as careless"),
        ),
    ],
)
def test_what_only_looks_like_one_is_not(said: Line, against: Line) -> None:
    assert found(said, against) == []


def test_what_others_said_between_is_not_what_is_denied() -> None:
    between = ("brill", "assert", "said", "The mayor of Skarness will visit the valley in spring")
    assert found(SAYS, between, ("ostrin", "deny", "denied", "that")) == [("brill-1", "ostrin-2")]


def test_those_who_belong_together_do_not_contradict_each_other() -> None:
    speaker = loaded(
        "dam", "2026-03-10",
        actors=[actor("council", kind="organisation"), actor("ostrin", affiliation="council")],
        positions=[
            {"id": "said", "actor": "council", "act": "assert", "statement": SAYS[3]},
            {"id": "against", "actor": "ostrin", "act": "deny", "cue": "denied", "statement": f"Denied {DENIES[3]}"},
        ],
    )  # fmt: skip
    assert contradictions(joined(speaker)) == []


@pytest.mark.parametrize(
    "source", ["he", "some of the engineers", "a poll by Ostrin", "an Ostrin study led by her", "6 in 10"]
)
def test_who_is_not_named_as_a_whole_denies_nothing(source: str) -> None:
    positions = [
        {"id": "said", "actor": "lindvar", "act": "assert", "statement": SAYS[3]},
        {
            "id": "no",
            "actor": "ostrin",
            "act": "deny",
            "cue": "denied",
            "source": source,
            "statement": f"Denied {DENIES[3]}",
        },
    ]
    dam = loaded("dam", "2026-03-10", actors=[actor("lindvar"), actor("ostrin")], positions=positions)
    assert contradictions(joined(dam)) == []


def test_what_is_somebodys_says_nothing_against_its_owner() -> None:
    positions = [
        {"id": "said", "actor": None, "source": "Her brief", "act": "assert", "statement": SAYS[3]},
        {"id": "no", "actor": "ostrin", "act": "deny", "cue": "denied", "statement": f"Denied {DENIES[3]}"},
    ]
    dam = loaded("dam", "2026-03-10", actors=[actor("ostrin")], positions=positions)
    assert contradictions(joined(dam)) == []
    positions[0]["source"] = "The engineers' brief"
    dam = loaded("dam", "2026-03-10", actors=[actor("ostrin")], positions=positions)
    assert [(c.said.id, c.against.id) for c in contradictions(joined(dam))] == [("said", "no")]


def test_sides_stand_in_the_order_of_time_and_share_one_dispute() -> None:
    later = sheet(
        "later",
        ("brill", "deny", "denied", "the Tarn dam was cracked in three places before the storm"),
        day="2026-03-12",
        **{"brill-0": {"disputes": [link("lindvar-0")]}},
    )
    corpus = joined(later, sheet("dam", SAYS, DENIES))
    dispute = the_one(corpus)
    assert sides(corpus) == [(["dam/lindvar-0"], ["dam/ostrin-1", "later/brill-0"])]
    assert (dispute.day, dispute.age, dispute.confirmed, dispute.question) == ("2026-03-10", 2, False, None)
    assert corpus.disputes_in("later") == corpus.disputes_with("brill") == corpus.disputes_with("lindvar") == (dispute,)


def test_a_thing_that_is_named_by_its_noun_alone_is_the_one_told_of_last() -> None:
    praises = ("lindvar", "support", "praised", "the harbour ruling")
    condemns = ("ostrin", "oppose", "condemned", "the ruling as a gift to smugglers")
    between = ("moor", "assert", "said", "the customs ruling was old")
    assert found(praises, condemns) == [("lindvar-0", "ostrin-1")]
    assert found(praises, between, condemns) == []
    assert found(praises, ("moor", "assert", "said", "the ruling was old"), condemns) == [("lindvar-0", "ostrin-2")]


@pytest.mark.parametrize(
    ("said", "against"),
    [
        (SAYS, ("ostrin", "deny", "denied", "that")),
        (SAYS, ("ostrin", "deny", "rejected", "this claim as a fairy tale")),
        (
            ("lindvar", "assert", "asserted", "Ostrin let the Tarn dam rot for years"),
            ("ostrin", "deny", "denied", "the claim"),
        ),
        (
            ("lindvar", "assert", "wrote", "Ostrin may be the most careless keeper in the valley"),
            ("ostrin", "deny", "denied", "he was careless"),
        ),
        (SAYS, ("ostrin", "deny", "denied", "such a finding")),
        (SAYS, ("ostrin", "deny", "contradicted", "that version of events")),
        (
            ("lindvar", "oppose", "accused", "Ostrin of opening the sluice gates at night"),
            ("ostrin", "deny", "denied", "he had gone near the gates"),
        ),
        (
            ("lindvar", "oppose", "blamed", "Ostrin for the flood"),
            ("ostrin", "oppose", "rejected", "any responsibility for it"),
        ),
        (
            ("lindvar", "oppose", "accused", "them of selling the water twice"),
            ("ostrin", "deny", "denied", "wrongdoing"),
        ),
        (
            ("lindvar", "demand", "urged", "Ostrin to publish the engineers' letters"),
            ("ostrin", "oppose", "refused", "to do so"),
        ),
        (
            ("lindvar", "demand", "called for", "a vote on the sale of the harbour"),
            ("ostrin", "oppose", "rejected", "calls for a vote on the harbour"),
        ),
    ],
)
def test_who_points_to_what_was_said_is_shown_against_it(said: Line, against: Line) -> None:
    assert sides(joined(sheet("dam", said, against))) == [(["dam/lindvar-0"], ["dam/ostrin-1"])]


@pytest.mark.parametrize(
    ("said", "against"),
    [
        (SAYS, ("ostrin", "assert", "replied", "Completely false")),
        (SAYS, ("ostrin", "deny", "disputed", "the numbers")),
        (SAYS, ("ostrin", "oppose", "disagreed with", "that assessment")),
        (SAYS, ("ostrin", "deny", "contradicted", "Lindvar")),
        (
            ("lindvar", "assert", "said", "She had pushed for a second spillway"),
            ("ostrin", "oppose", "rebuffed", "the idea"),
        ),
        (
            ("lindvar", "warn", "wrote in a petition", "Whoever owns the gates owns the valley"),
            ("ostrin", "deny", "denied", "the petition"),
        ),
        (
            ("lindvar", "assert", "said", "Whoever lives below the dam should have left long ago"),
            ("ostrin", "oppose", "condemned", "Lindvar's remarks"),
        ),
        (
            ("lindvar", "support", "praised", "the court's ruling on the harbour"),
            ("ostrin", "oppose", "condemned", "the ruling as a gift to smugglers"),
        ),
    ],
)
def test_a_way_that_held_less_often_in_news_is_only_offered(said: Line, against: Line) -> None:
    pairs = contradictions(joined(sheet("dam", said, against)))
    assert [(c.said.id, c.against.id, c.is_shown) for c in pairs] == [("lindvar-0", "ostrin-1", False)]


@pytest.mark.parametrize(
    "against",
    [
        ("ostrin", "deny", "denied", "the claims"),
        ("ostrin", "oppose", "called", "them completely baseless"),
    ],
)
def test_a_denial_that_may_be_of_something_else_is_offered_and_not_shown(against: Line) -> None:
    corpus = joined(sheet("dam", SAYS, against))
    assert [c.said.id for c in contradictions(corpus)] == ["lindvar-0"]
    assert corpus.disputes == ()


def test_who_only_tells_that_others_disagree_denies_nothing() -> None:
    assert (
        found(SAYS, ("ostrin", "oppose", "said", "I know many people disagree with this, and they may be right")) == []
    )


def test_who_shoots_down_a_claim_does_not_say_it() -> None:
    shot = ("lindvar", "assert", "shot down", "The Tarn dam was cracked before the storm")
    assert found(shot, ("ostrin", "deny", "denied", "that")) == []


def test_who_blasts_a_move_may_side_with_who_told_of_it() -> None:
    told = ("lindvar", "demand", "said", "The council must take back its order at once")
    assert joined(sheet("dam", told, ("ostrin", "oppose", "blasted", "the move"))).disputes == ()


def test_who_criticizes_a_person_is_not_against_who_supports_that_person() -> None:
    for_her = ("lindvar", "support", "praised", "Brill")
    assert (
        found(for_her, ("ostrin", "oppose", "criticized", "Brill for her vote"), ("brill", "assert", "said", "No"))
        == []
    )


def test_who_wants_something_done_with_a_thing_is_not_for_the_thing() -> None:
    plays_down = ("lindvar", "demand", "sought", "to play down Brill's delay")
    assert (
        found(plays_down, ("ostrin", "oppose", "criticized", "Brill's delay"), ("brill", "assert", "said", "No")) == []
    )


def test_what_stands_under_a_negation_is_offered_and_not_shown() -> None:
    corpus = joined(sheet("dam", SAYS, ("ostrin", "deny", "said", "The Tarn dam was not cracked before the storm")))
    assert [c.is_shown for c in contradictions(corpus)] == [False]


def test_what_is_false_in_an_aside_denies_nothing() -> None:
    assert found(SAYS, ("ostrin", "deny", "said", "Just because something isn't true it can do harm")) == []


def test_he_who_speaks_may_be_the_other_side_if_that_was_named_just_before() -> None:
    denies = ("ostrin", "deny", "denied", "that")
    first = ("ostrin", "assert", "said", "The valley was dry")
    corpus = joined(sheet("dam", first, SAYS, denies, **{"lindvar-1": {"source": "he"}}))
    assert [c.said.id for c in contradictions(corpus)] == ["lindvar-1"]
    assert corpus.disputes == ()
    corpus = joined(sheet("dam", SAYS, denies, **{"lindvar-0": {"source": "he"}}))
    assert sides(corpus) == [(["dam/lindvar-0"], ["dam/ostrin-1"])]


def test_he_who_was_accused_by_name_may_deny_it() -> None:
    denies = ("ostrin", "deny", "denied", "the accusation")
    accuses = ("lindvar", "oppose", "accused", "Ostrin of hiding a report about the dam")
    corpus = joined(sheet("dam", accuses, denies, **{"ostrin-1": {"source": "he"}}))
    assert sides(corpus) == [(["dam/lindvar-0"], ["dam/ostrin-1"])]


def test_what_is_read_between_two_articles_is_offered_to_an_editor_and_not_shown() -> None:
    corpus = joined(sheet("dam", SAYS), sheet("later", DENIES, day="2026-03-12"))
    assert [(c.said.sheet, c.against.sheet, c.is_shown) for c in contradictions(corpus)] == [("dam", "later", False)]
    assert corpus.disputes == ()


def test_an_undated_article_gives_no_age() -> None:
    dispute = the_one(joined(sheet("dam", SAYS, DENIES, day=None)))
    assert (dispute.day, dispute.age) == (None, None)

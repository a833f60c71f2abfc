"""Disputes that a person confirmed, rejected or added, and what never is in one: the private, copies, the hostile."""

from __future__ import annotations

from briefwright.corpus.stances import stance
from corpus.test_corpus_disputes import DENIES, SAYS, link, sheet, sides, the_one
from corpus.test_corpus_join import joined


def test_what_a_person_confirmed_is_told_as_confirmed() -> None:
    for holder, other in (("ostrin-1", "lindvar-0"), ("lindvar-0", "ostrin-1")):
        corpus = joined(sheet("dam", SAYS, DENIES, **{holder: {"disputes": [link(other)]}}))
        assert sides(corpus) == [(["dam/lindvar-0"], ["dam/ostrin-1"])]
        assert the_one(corpus).confirmed


def test_what_a_person_rejected_is_not_told() -> None:
    for holder, other in (("ostrin-1", "lindvar-0"), ("lindvar-0", "ostrin-1")):
        assert joined(sheet("dam", SAYS, DENIES, **{holder: {"not_disputed_by": [link(other)]}})).disputes == ()


def test_a_person_may_add_what_is_not_read_even_of_one_actor() -> None:
    other = ("lindvar", "assert", "said", "The valley is safe")
    corpus = joined(
        sheet("dam", SAYS), sheet("now", other, day="2026-03-12", **{"lindvar-0": {"disputes": [link("lindvar-0")]}})
    )
    assert sides(corpus) == [(["dam/lindvar-0"], ["now/lindvar-0"])]


def test_a_rejected_pair_never_faces_each_other_in_a_larger_dispute() -> None:
    later = ("brill", "deny", "denied", "the Tarn dam was cracked in three places before the storm")
    sheets = [
        sheet("dam", SAYS, DENIES),
        sheet(
            "later",
            ("holm", *SAYS[1:]),
            later,
            day="2026-03-12",
            **{"brill-1": {"not_disputed_by": [link("lindvar-0")]}},
        ),
    ]
    for left, right in sides(joined(*sheets)):
        assert not {"dam/lindvar-0", "later/brill-1"} <= {*left, *right} or left == right


def test_what_is_private_or_gone_is_in_no_dispute() -> None:
    assert joined(sheet("dam", SAYS, DENIES, **{"ostrin-1": {"publish": False}})).disputes == ()
    assert joined(sheet("dam", SAYS, **{"lindvar-0": {"disputes": [link("gone")]}})).disputes == ()


def test_a_copy_repeats_no_dispute() -> None:
    corpus = joined(sheet("dam", SAYS, DENIES), sheet("copy", SAYS, DENIES, day="2026-03-11"))
    copied = [b.id for b in corpus.briefings if b.origin]
    assert copied == [] or sides(corpus) == [(["dam/lindvar-0"], ["dam/ostrin-1"])]


def test_a_hostile_statement_takes_no_time() -> None:
    for words in ("if not " * 2_800, "A’s " * 5_000, "no the " * 2_800, "x" * 20_000):
        assert stance(words, "denied", "deny").clauses

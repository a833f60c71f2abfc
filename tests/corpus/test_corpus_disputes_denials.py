"""What a denial is of: a claim beside it or inside it, the last accusation, what was blamed on somebody, a report."""

from __future__ import annotations

from briefwright.corpus.contradictions import contradictions
from corpus.test_corpus_disputes import FILLER, SAYS, sheet, sides
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
    assert [(c.said.id, c.against.id, c.is_shown) for c in contradictions(joined(dam))] == [("said", "no", True)]


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
    assert sides(corpus) == [(["dam/lindvar-0"], ["dam/ostrin-2"])]

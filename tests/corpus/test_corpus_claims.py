"""What several articles report in like words is one claim; a number, a negation or another matter makes it two."""

from __future__ import annotations

from typing import Any

import pytest

from briefwright.corpus.claims import find_claims
from briefwright.corpus.utterances import Utterances
from briefwright.model.corpus import Corpus
from corpus.test_corpus_join import Loaded, actor, joined, loaded

CAST = [actor("vance"), actor("brandt"), actor("keepers", kind="group"), actor("tarn", kind="state")]
FERRY = "The ferry to the northern islands will sail again in winter"


def paper(name: str, statement: str, who: str | None = "vance", day: str = "2026-03-10", **more: Any) -> Loaded:
    said = {"id": "said", "actor": who, "act": "assert", "statement": statement, "source": "the harbour office", **more}
    return loaded(name, day, actors=CAST, positions=[said])


def claims(corpus: Corpus) -> set[frozenset[str]]:
    found = find_claims(Utterances(corpus))
    assert all(found[s.sheet, s.id] == claim for claim in found.values() for s in claim)
    return {frozenset(s.sheet for s in claim) for claim in found.values()}


def are_one(one: Loaded, other: Loaded) -> bool:
    return claims(joined(one, other)) == {frozenset({one.sheet.article.id, other.sheet.article.id})}


@pytest.mark.parametrize(
    "wording",
    [
        "In winter, the ferry is to sail to the northern islands again",
        "He promised that the northern islands will have their winter ferry, which sails again from December on",
    ],
)
def test_one_speaker_in_other_words_is_one_claim(wording: str) -> None:
    assert are_one(paper("wire", FERRY), paper("post", wording, day="2026-04-20"))


@pytest.mark.parametrize(
    "wording",
    [
        "The ferry to the northern islands will not sail again in winter",
        "The ferry to the northern islands may sail again in winter",
        "The lighthouse on the northern islands needs a keeper",
    ],
)
def test_a_negation_a_doubt_and_another_matter_part_two_claims(wording: str) -> None:
    assert not are_one(paper("wire", FERRY), paper("post", wording))


def test_a_number_that_differs_parts_two_claims() -> None:
    one, other = ("The ferry brought 400 visitors to the northern islands", "to the northern islands 90 visitors")
    assert not are_one(paper("wire", one), paper("post", f"The ferry brought {other}"))


def test_of_two_speakers_more_words_are_the_same_and_soon_after_each_other() -> None:
    alike = "The winter ferry to the northern islands will sail again"
    assert are_one(paper("wire", FERRY), paper("post", alike, "brandt", "2026-03-14"))
    assert not are_one(paper("wire", FERRY), paper("post", alike, "brandt", "2026-09-14"))
    assert not are_one(paper("wire", FERRY), paper("post", "Winter storms cut the northern islands off", "brandt"))


def test_what_a_speaker_says_of_itself_nobody_else_says() -> None:
    own = "He will sail north in winter"
    assert are_one(paper("wire", own), paper("post", own))
    assert not are_one(paper("wire", own), paper("post", own, "brandt"))


def test_who_tells_of_another_says_no_claim_of_that_other() -> None:
    short = "the ferry will sail again in winter"
    assert are_one(paper("wire", short), paper("post", short, "brandt"))
    assert not are_one(paper("wire", short), paper("post", f"Vance said {short}", "brandt"))


def test_who_passes_a_claim_on_is_no_second_speaker() -> None:
    said = [
        {
            "id": "outer",
            "actor": "brandt",
            "act": "assert",
            "statement": f"“{FERRY},” Vance said to the harbour office",
        },
        {"id": "inner", "actor": "vance", "via": "brandt", "act": "assert", "statement": FERRY},
    ]
    radio = loaded("radio", "2026-03-10", actors=CAST, positions=said)
    corpus = joined(radio, paper("wire", FERRY))
    found = find_claims(Utterances(corpus))
    assert {(s.sheet, s.id) for s in found["wire", "said"]} == {("radio", "inner"), ("wire", "said")}
    assert ("radio", "outer") not in found


def test_of_a_group_each_counts_as_another_speaker() -> None:
    far = "2027-03-10"
    assert not are_one(paper("wire", FERRY, "keepers"), paper("post", "Again the winter ferry sails", "keepers", far))


def test_a_row_of_words_of_a_longer_quotation_is_the_same() -> None:
    longer = f"We have heard the farmers and counted the money of this house twice over. {FERRY}, and that is that"
    assert are_one(paper("wire", FERRY), paper("post", longer))
    assert not are_one(paper("wire", FERRY), paper("post", longer, act="deny"))


@pytest.mark.parametrize("act", ["ask", "decline"])
def test_questions_and_silence_are_no_claims(act: str) -> None:
    assert not are_one(paper("wire", FERRY, act=act), paper("post", FERRY, act=act))


def test_acts_that_a_word_tells_apart_may_be_one_claim_and_for_and_against_never() -> None:
    assert are_one(paper("wire", FERRY), paper("post", FERRY, act="commit"))
    bill = "The bill on ferries of the northern islands"
    assert not are_one(paper("wire", bill, act="support"), paper("post", bill, act="oppose"))


def test_a_third_article_joins_a_claim_and_a_copy_does_not() -> None:
    said = {"id": "said", "actor": "vance", "act": "assert", "statement": FERRY}
    copy = loaded("copy", "2026-03-11", origin="wire", actors=CAST, positions=[said])
    sheets = [paper(name, FERRY, day=f"2026-03-1{n}") for n, name in enumerate(("wire", "post", "radio"))]
    assert claims(joined(*sheets, copy)) == {frozenset({"wire", "post", "radio"})}
    corpus = joined(*sheets)
    assert [s.sheet for s in corpus.claims["radio", "said"]] == ["wire", "post", "radio"]


def test_one_article_alone_makes_no_claim_of_several() -> None:
    twice = loaded(
        "wire",
        actors=CAST,
        positions=[{"id": i, "actor": "vance", "act": "assert", "statement": FERRY} for i in ("one", "two")],
    )
    assert claims(joined(twice)) == set()

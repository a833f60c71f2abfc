from __future__ import annotations

import pytest
from facts_reading import read

from briefwright.facts import grounds, salience
from briefwright.facts.grounds import find_grounds, openness
from briefwright.facts.phrasing import Phrasing
from briefwright.facts.plainly import ask_plainly
from briefwright.facts.questions import find_candidates, find_questions
from briefwright.model.document import OPEN_KINDS, Cast, Document, OpenWord
from briefwright.model.factsheet import QuestionKind

NOBODY = Cast(())


def _doubted(text: str, kind: QuestionKind, chance: float, *stretches: str) -> Document:
    """The text as a network would see it that takes the words of the stretches for open, and no others."""
    document = read(text)
    chances = tuple(chance if k == kind else 0.0 for k in OPEN_KINDS)
    places = [(text.index(words), text.index(words) + len(words)) for words in stretches]
    words = [t for t in document.tokens if any(start <= t.start and t.end <= end for start, end in places)]
    return _with(document, tuple(OpenWord(t.start, t.end, chances) for t in words))


def _with(document: Document, words: tuple[OpenWord, ...]) -> Document:
    return Document(
        document.article, document.tokens, document.sentences, document.names, document.quotations,
        document.attributions, words,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "stretch", "text", "question"),
    [
        ("pending", "The council plans to close the harbour", "The council plans to close the harbour, he said.",
         "Will the council close the harbour?"),
        ("pending", "a third bill on fishing", "The senate has toyed with a third bill on fishing.",
         "What will come of the third bill on fishing?"),
        ("unknown", "offered no details of the new bridge", "The minister offered no details of the new bridge.",
         "What is known about details of the new bridge?"),
        ("unknown", "how the dockers will react", "Unease grows over how the dockers will react.",
         "How will the dockers react?"),
        ("disputed", "Dockers say the mayor broke the rules", "Dockers say the mayor broke the rules in June.",
         "Did the mayor break the rules in June?"),
        ("disputed", "the use of foreign pilots", "Two parties quarrel over the use of foreign pilots.",
         "Who is right about the use of foreign pilots?"),
        ("unconfirmed", "leaked to show that Venn was helping the rebels",
         "The letter was leaked to show that Venn was helping the rebels.", "Was Venn helping the rebels?"),
    ],
)  # fmt: skip
def test_what_only_the_network_finds_is_asked_plainly(
    kind: QuestionKind, stretch: str, text: str, question: str
) -> None:
    document = _doubted(text, kind, 0.9, stretch)
    (ground,) = find_grounds(document)
    assert text[ground.start : ground.end] == stretch
    wording = ask_plainly(document, Phrasing(document, NOBODY), ground)
    assert wording is not None
    assert (ground.kind, wording.question) == (kind, question)


def test_of_a_person_nobody_asks_what_comes() -> None:
    document = _doubted("The senate has toyed with the chairman.", "pending", 0.9, "toyed with the chairman")
    (ground,) = find_grounds(document)
    assert ask_plainly(document, Phrasing(document, NOBODY), ground) is None


def test_grounds_end_with_their_sentence_and_run_over_a_word() -> None:
    text = "The council may close the old port. Talks about the ferry go on."
    document = _doubted(text, "pending", 0.9, "close the", "port.", "Talks about the ferry")
    assert [text[g.start : g.end] for g in find_grounds(document)] == ["close the old port.", "Talks about the ferry"]


def test_unsure_words_and_furniture_are_no_grounds() -> None:
    text = "The council may close the old port."
    assert list(find_grounds(_doubted(text, "pending", grounds.PEAK - 0.01, "close the old port"))) == []
    sure = _doubted(text, "pending", 0.9, "close the old port").open_words
    assert list(find_grounds(_with(read(text, furniture=(text,)), sure))) == []


def test_openness_is_the_mean_over_words() -> None:
    document = _doubted("The council may close the old port.", "pending", 0.8, "close the")
    start = document.text.index("close")
    assert openness(document, start, start + len("close the old port"))["pending"] == pytest.approx(0.4)


def test_a_rule_words_it_where_the_network_agrees() -> None:
    text = "It is unclear whether Venn will resign."
    asked = find_candidates(_doubted(text, "unknown", 0.9, text), NOBODY)
    assert [c.question for c in asked] == ["Will Venn resign?"]


def test_the_surer_the_network_the_likelier_the_question() -> None:
    text = "The senate has toyed with a third bill on fishing."
    sure, unsure = (
        find_candidates(_doubted(text, "pending", chance, "toyed with a third bill on fishing"), NOBODY)[0]
        for chance in (0.95, 0.35)
    )
    assert salience.chance(sure.family, sure.traits) > salience.chance(unsure.family, unsure.traits)


def test_what_is_unlikely_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    document = read("It is unclear whether Venn will resign.")
    assert find_questions(document, NOBODY)
    monkeypatch.setattr(salience, "LEAST", 1.0)
    assert find_questions(document, NOBODY) == ()

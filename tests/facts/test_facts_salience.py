from __future__ import annotations

import pytest
from facts_reading import doubted, read, with_open_words

from briefwright.facts import grounds, salience
from briefwright.facts.grounds import find_grounds, openness
from briefwright.facts.questions import find_candidates, find_questions
from briefwright.model.document import Cast

NOBODY = Cast(())


def test_grounds_end_before_the_stop_of_their_sentence_and_run_over_a_word() -> None:
    text = "The council may close the old port. Talks about the ferry go on."
    document = doubted(text, "pending", 0.9, "close the", "port.", "Talks about the ferry")
    assert [text[g.start : g.end] for g in find_grounds(document)] == ["close the old port", "Talks about the ferry"]


def test_unsure_words_and_furniture_are_no_grounds() -> None:
    text = "The council may close the old port."
    assert list(find_grounds(doubted(text, "pending", grounds.PEAK - 0.01, "close the old port"))) == []
    sure = doubted(text, "pending", 0.9, "close the old port").open_words
    assert list(find_grounds(with_open_words(read(text, furniture=(text,)), sure))) == []


def test_openness_is_the_mean_over_words() -> None:
    document = doubted("The council may close the old port.", "pending", 0.8, "close the")
    start = document.text.index("close")
    assert openness(document, start, start + len("close the old port"))["pending"] == pytest.approx(0.4)


def test_a_rule_words_it_where_the_network_agrees() -> None:
    text = "It is unclear whether Venn will resign."
    asked = find_candidates(doubted(text, "unknown", 0.9, text), NOBODY)
    assert [c.question for c in asked] == ["Will Venn resign?"]


def test_the_surer_the_network_the_likelier_the_question() -> None:
    text = "The senate has toyed with a third bill on fishing."
    sure, unsure = (
        find_candidates(doubted(text, "pending", chance, "toyed with a third bill on fishing"), NOBODY)[0]
        for chance in (0.95, 0.35)
    )
    assert salience.chance(sure.family, sure.traits) > salience.chance(unsure.family, unsure.traits)


def test_what_is_unlikely_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    document = read("It is unclear whether Venn will resign.")
    assert find_questions(document, NOBODY)
    monkeypatch.setattr(salience, "LEAST", 1.0)
    assert find_questions(document, NOBODY) == ()

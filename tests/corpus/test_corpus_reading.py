"""What an item is about: what its sheet says, and the topics whose words it uses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from corpus.test_corpus_join import Loaded, joined, loaded, says

ENTRY = {"id": "salt-tax", "name": "Salt tax"}


def stating(statement: str, text: str = "The salt tax, again: the salt tax.", **more: Any) -> Loaded:
    return loaded("one", text=text, positions=[says("x", None) | {"statement": statement}], **more)


def topics_of(sheet: Loaded, **more: Any) -> tuple[str, ...]:
    (statement,) = joined(sheet, **{"topics": [ENTRY], **more}).statements
    return statement.topics


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("The salt tax is too high", True),
        ("Salt taxes are too high", True),
        ("A salt-tax rise is near", True),
        ("Nobody pays for salt, tax or no tax", False),
        ("Salt is dear", False),
        ("The Salt Tax Board has met", False),
    ],
)
def test_an_item_is_about_a_topic_whose_words_it_uses(statement: str, found: bool) -> None:
    assert topics_of(stating(statement)) == (("salt-tax",) if found else ())


def test_what_its_article_says_once_it_says_in_passing() -> None:
    assert topics_of(stating("The salt tax is too high", text="The salt tax is too high.")) == ()


def test_questions_are_read_like_statements() -> None:
    question = {"id": "q", "question": "Will the salt tax fall?", "kind": "unknown"}
    sheet = loaded("one", text="The salt tax, again: the salt tax.", open_questions=[question])
    corpus = joined(sheet, topics=[ENTRY])
    assert [q.topics for q in corpus.questions] == [("salt-tax",)]
    assert corpus.briefings[0].topics == ("salt-tax",)


def test_of_an_item_that_a_person_edited_the_sheet_has_the_last_word() -> None:
    sheet = stating("The salt tax is too high")
    assert topics_of(replace(sheet, edited=frozenset({"x"}))) == ()


def test_an_alias_is_a_further_word_for_a_topic_and_what_is_merged_is_none() -> None:
    sheet = stating("The duty on brine is too high", text="The duty on brine, yes, the duty on brine.")
    assert topics_of(sheet) == ()
    assert topics_of(sheet, topics=[{**ENTRY, "aliases": ["duty on brine"]}]) == ("salt-tax",)
    assert topics_of(sheet, topics=[{**ENTRY, "merge": ["duty-on-brine"]}]) == ()


def test_a_hidden_topic_is_read_nowhere() -> None:
    assert topics_of(stating("The salt tax is too high"), topics=[{**ENTRY, "publish": False}]) == ()


def test_a_name_is_used_as_it_is_written() -> None:
    sheet = stating("They will leave the Salt Pact", text="The Salt Pact was made in Lind. The Salt Pact holds.")
    assert topics_of(sheet, topics=[{"id": "salt-pact", "name": "Salt Pact"}]) == ("salt-pact",)

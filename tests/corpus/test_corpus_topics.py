"""Which topics earn a page: those that several articles are about and those that a person approves."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from briefwright import sheets
from briefwright.model.factsheet import RegisteredTopic, Topic, TopicRegister
from briefwright.sheets.registers import untouched, with_topics
from corpus.test_corpus_join import Loaded, joined, loaded, says

SUGGESTED = {"salt-tax", "wool-toll", "sheep-toll", "test-ground", "tariff"}
OTHERS = [loaded(f"other{i}", text="Nothing of the kind.") for i in range(20)]


def about(name: str, *topics: str, text: str = "", title: str = "", **more: Any) -> Loaded:
    """An article about these topics, whose text has their words."""
    words = " ".join(t.replace("-", " ") for t in topics)
    sheet = loaded(name, text=text or f"{name}: {words}.", positions=[says("x", None, topics=list(topics))], **more)
    article = sheet.sheet.article.model_copy(update={"title": title or name})
    return Loaded(sheet.sheet.model_copy(update={"article": article}), sheet.text)


def shown(*shelf: Loaded, **more: Any) -> list[str]:
    """The topics shown, found in two orders of the sheets."""
    mixed = random.Random(1).sample(shelf, len(shelf))  # noqa: S311 - an order
    more = {"suggested": SUGGESTED, **more}
    topics = list(joined(*shelf, **more).topics)
    assert topics == list(joined(*mixed, **more).topics)
    return topics


def test_a_topic_of_one_article_is_not_shown_one_of_two_is() -> None:
    assert shown(about("a", "salt-tax"), about("b", "wool-toll")) == []
    assert shown(about("a", "salt-tax", "wool-toll"), about("b", "salt-tax")) == ["salt-tax"]


def test_what_is_not_shown_stands_nowhere() -> None:
    corpus = joined(about("a", "salt-tax", "wool-toll"), about("b", "salt-tax"), suggested=SUGGESTED)
    assert [s.topics for s in corpus.statements] == [("salt-tax",), ("salt-tax",)]
    assert {b.topics for b in corpus.briefings} == {("salt-tax",)}


def test_copies_count_once() -> None:
    text = "The salt tax. " * 30
    assert shown(about("a", "salt-tax", text=text), about("b", "salt-tax", text=text, origin="a")) == []


def test_a_word_that_many_use_and_few_are_about_is_not_shown() -> None:
    two = [about("a", "test-ground"), about("b", "test-ground")]
    assert shown(*two, *OTHERS) == ["test-ground"]
    using = [loaded(f"u{i}", text="They met on the test ground.") for i in range(30)]
    assert shown(*two, *OTHERS, *using) == []


def test_a_single_word_needs_headlines() -> None:
    pair = [about("a", "tariff", title="Tariffs rise"), about("b", "tariff", title="No end of the tariff")]
    assert shown(*pair, about("c", "tariff")) == ["tariff"]
    assert shown(pair[0], about("b", "tariff")) == []
    assert shown(*pair, *(about(f"c{i}", "tariff") for i in range(9))) == []


def test_a_person_approves_hides_and_merges() -> None:
    shelf = [about("a", "salt-tax", "wool-toll"), about("b", "salt-tax", "sheep-toll")]
    entry = {"id": "wool-toll", "name": "Wool toll"}
    assert shown(*shelf, topics=[entry]) == ["salt-tax"]
    assert shown(*shelf, topics=[entry], suggested=SUGGESTED - {"wool-toll"}) == ["salt-tax", "wool-toll"]
    assert shown(*shelf, topics=[{"id": "salt-tax", "name": "Salt tax", "publish": False}]) == []
    merged = joined(*shelf, topics=[{**entry, "merge": ["sheep-toll"]}], suggested=SUGGESTED)
    assert list(merged.topics) == ["salt-tax", "wool-toll"]  # two articles now
    assert merged.topics["wool-toll"].formerly == ("sheep-toll",)


def test_an_entry_is_approved_by_any_edit() -> None:
    register = with_topics(TopicRegister(schema=1), [Topic(id="salt-tax", name="Salt tax")], "parser")
    assert untouched(register) == {"salt-tax"}
    (entry,) = register.topics
    edits: list[dict[str, Any]] = [
        {"publish": True},
        {"publish": False},
        {"name": "The tax on salt"},
        {"description": "Who pays?"},
        {"merge": ("wool-toll",)},
    ]
    for edit in edits:
        changed = register.model_copy(update={"topics": (entry.model_copy(update=edit),)})
        assert untouched(changed) == frozenset()
    own = register.model_copy(update={"topics": (*register.topics, RegisteredTopic(id="own", name="Own"))})
    assert untouched(own) == {"salt-tax"}


def test_the_shelf_knows_what_only_the_parser_stands_for(root: Path) -> None:
    assert sheets.load(root, root / "factsheets").suggested == frozenset()

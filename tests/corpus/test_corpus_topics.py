"""Which topics earn a page: those that several articles are about and those that a person approves."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from briefwright import sheets
from briefwright.model.factsheet import RegisteredTopic, Topic, TopicRegister
from briefwright.sheets.registers import untouched, with_topics
from corpus.test_corpus_join import Loaded, actor, joined, loaded, says

SUGGESTED = {"salt-tax", "wool-toll", "sheep-toll", "test-ground", "tariff"}
OTHERS = [loaded(f"other{i}", text="Nothing of the kind.") for i in range(20)]


def about(name: str, *topics: str, text: str = "", title: str = "", speaker: str = "", **more: Any) -> Loaded:
    """An article about these topics, whose title has the words of the first and whose text has those of all, thrice."""
    words = " and ".join(t.replace("-", " ") for t in topics)
    who = speaker or f"speaker-of-{name}"
    more |= {"positions": [says("x", who, topics=list(topics))], "actors": [actor(who)]}
    sheet = loaded(name, text=text or f"{name}: of {words} they speak. " * 3, **more)
    article = sheet.sheet.article.model_copy(update={"title": title or topics[0].replace("-", " ")})
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
    assert shown(*pair, about("c", "tariff", title="Trade")) == ["tariff"]
    assert shown(pair[0], about("b", "tariff", title="Trade")) == []
    assert shown(*pair, *(about(f"c{i}", "tariff", title="Trade") for i in range(9))) == []


def test_one_of_two_articles_has_the_key_in_its_headline_or_there_are_three() -> None:
    pair = [about(name, "salt-tax", title="Bread dearer") for name in "ab"]
    assert shown(*pair) == []
    assert shown(*pair, about("c", "salt-tax", title="Bread dearer")) == ["salt-tax"]
    assert shown(pair[0], about("b", "salt-tax", title="The price of salt")) == ["salt-tax"]


def test_two_articles_with_one_named_speaker_are_not_enough() -> None:
    assert shown(*(about(name, "salt-tax", speaker="vance") for name in "ab")) == []
    assert shown(*(about(name, "salt-tax", speaker="vance") for name in "abc")) == ["salt-tax"]


def test_what_is_counted_is_a_measure_and_what_begins_behind_a_hyphen_is_torn() -> None:
    for before, found in (
        ("2.5 ", []),
        ("twelve ", []),
        ("cross-", []),
        ("2019 ", ["salt-tax"]),
        ("the ", ["salt-tax"]),
    ):
        text = f"They spoke of {before}salt tax. " * 3
        assert shown(*(about(name, "salt-tax", text=f"{name}. {text}") for name in "ab")) == found


def test_what_is_hardly_mentioned_where_it_is_about_it_is_no_topic() -> None:
    assert shown(*(about(name, "salt-tax", text=f"{name}: the salt tax.") for name in "ab")) == []


def test_a_name_has_a_word_that_is_rare_in_ordinary_news_and_no_name() -> None:
    common = [about(name, "other-year") for name in "ab"]
    assert shown(*common, suggested={"other-year"}) == []
    names = [about(name, "sorvanian-fleet", text=f"{name}: the Sorvanian Fleet. " * 3) for name in "ab"]
    assert shown(*names, suggested={"sorvanian-fleet"}) == []


ENTRIES = [{"id": i, "name": i.replace("-", " ").capitalize()} for i in ("salt-tax", "salt-duty", "salt", "wool-tax")]


def test_names_of_one_matter_are_one_topic_with_the_others_as_its_forms() -> None:
    shelf = [about("a", "salt-tax", "salt-duty"), about("b", "salt-tax", "salt-duty"), about("c", "salt-tax")]
    corpus = joined(*shelf, topics=ENTRIES, suggested={"salt-tax", "salt-duty"})
    topic = corpus.topics["salt-tax"]
    assert (topic.name, topic.forms, topic.formerly) == ("Salt tax", ("Salt duty",), ("salt-duty",))
    assert [s.topics for s in corpus.statements] == [("salt-tax",)] * 3


def test_the_bare_word_names_its_matter() -> None:
    shelf = [about("a", "salt-tax"), about("b", "salt-tax"), about("c", "salt", title="Salt")]
    corpus = joined(*shelf, topics=ENTRIES, suggested={"salt-tax", "salt"})
    assert [(t.id, t.forms) for t in corpus.topics.values()] == [("salt", ("Salt tax",))]


def test_names_that_share_only_their_last_word_or_no_article_are_two() -> None:
    last = [about(name, "salt-tax", "wool-tax", title="Salt and wool") for name in "ab"]
    assert list(joined(*last, topics=ENTRIES, suggested={"salt-tax", "wool-tax"}).topics) == ["salt-tax", "wool-tax"]
    apart = [*(about(n, "salt-tax") for n in "ab"), *(about(n, "salt-duty") for n in "cd")]
    assert list(joined(*apart, topics=ENTRIES, suggested={"salt-tax", "salt-duty"}).topics) == ["salt-duty", "salt-tax"]


def test_what_a_person_took_in_hand_is_not_joined() -> None:
    shelf = [about(name, "salt-tax", "salt-duty") for name in "ab"]
    corpus = joined(*shelf, topics=ENTRIES, suggested={"salt-tax"})
    assert {t.id: t.forms for t in corpus.topics.values()} == {"salt-tax": (), "salt-duty": ()}


def test_a_person_approves_hides_and_merges() -> None:
    text = "b: the salt tax and the wool of sheep toll they speak of. " * 3
    shelf = [about("a", "salt-tax", "wool-toll"), about("b", "salt-tax", "sheep-toll", title="Wool, salt", text=text)]
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


def test_a_word_that_other_words_specify_names_no_field() -> None:
    """“Tariff rates” tells of tariffs, “jury trial” of trials, which there are in all fields."""
    fields = [about(n, "tariff", title="Tariff up", text=f"{n}: tariff rates, tariff wars. " * 2) for n in "abc"]
    things = [about(n, "trial", title="Trial", text=f"{n}: the jury trial, a murder trial of them. ") for n in "def"]
    using = [loaded(f"u{i}", text="After the murder trial they spoke of a tariff.") for i in range(4)]
    assert shown(*fields, *things, *using, *OTHERS, suggested={"tariff", "trial"}) == ["tariff"]


def test_what_actors_of_several_articles_are_called_is_no_matter() -> None:
    shelf = [about(name, "tariff", title="Tariff") for name in "abc"]
    assert shown(*shelf, *OTHERS) == ["tariff"]
    named = [loaded(f"n{i}", text="Nothing.", actors=[actor("x", name="Tariffs")]) for i in range(3)]
    assert shown(*shelf, *named[:2], *OTHERS) == ["tariff"]
    assert shown(*shelf, *named, *OTHERS) == []
    offices = [loaded(f"n{i}", text="Nothing.", actors=[actor("x", role="tariff")]) for i in range(3)]
    assert shown(*shelf, *offices, *OTHERS) == []


def test_the_name_of_a_pact_or_a_disease_is_a_matter() -> None:
    shelf = [about(n, "norpact", title="NORPACT talks", text=f"{n}: NORPACT, the NORPACT and NORPACT.") for n in "abc"]
    assert shown(*shelf, *OTHERS, suggested={"norpact"}) == ["norpact"]
    acts = [about(n, "second-salt-act", text=f"{n}: the Second Salt Act. " * 3) for n in "abc"]
    entry = {"id": "second-salt-act", "name": "Second Salt Act"}
    assert shown(*acts, *OTHERS, suggested={"second-salt-act"}, topics=[entry]) == ["second-salt-act"]


def test_two_words_that_the_same_articles_use_stand_for_one_matter() -> None:
    both = [about(f"b{i}", "blight", title="Blight", text=f"b{i}: elm blight, a blight, murrain.") for i in range(10)]
    one = about("b10", "murrain", title="Dead trees", text="Elm murrain, yes, murrain.")
    suggested = {"blight", "murrain"}
    far = [loaded(f"o{i}", text="Nothing of the kind.") for i in range(30)]
    known = [{"id": i, "name": i.capitalize()} for i in sorted(suggested)]
    (topic,) = joined(*both, one, *far, suggested=suggested, topics=known).topics.values()
    assert (topic.id, topic.forms, topic.words) == ("blight", ("Murrain",), ("blight", "murrain"))
    assert [t.words for t in joined(*both, one, *far[:10], suggested=suggested).topics.values()] == [("blight",)]


def test_words_of_one_stem_are_one_matter() -> None:
    shelf = [about(n, "smuggling", "smugglers", title="Smuggling") for n in "abc"]
    assert shown(*shelf, *OTHERS, suggested={"smuggling", "smugglers"}) == ["smuggling"]


def test_the_name_that_most_articles_use_far_more_goes_before_the_bare_word() -> None:
    shelf = [about(n, "nuclear", *["nuclear-arms"] * (n != "a"), title="Nuclear arms") for n in "a"]
    shelf += [about(n, "nuclear-arms") for n in "bcd"]
    assert shown(*shelf, *OTHERS, suggested={"nuclear", "nuclear-arms"}) == ["nuclear-arms"]


def test_what_a_word_that_names_a_field_begins_belongs_to_it() -> None:
    shelf = [about(n, "tariff", title="Tariff up", text=f"{n}: tariff rates, tariff wars. " * 2) for n in "abc"]
    deals = [about(n, "tariff-deal", title="Tariff deal", text=f"{n}: the tariff deal. " * 3) for n in "de"]
    behind = [about(n, "salt-tariff", title="Salt tariff", text=f"{n}: the salt tariff. " * 3) for n in "fg"]
    suggested = {"tariff", "tariff-deal", "salt-tariff"}
    assert shown(*shelf, *deals, *behind, *OTHERS, suggested=suggested) == ["salt-tariff", "tariff"]

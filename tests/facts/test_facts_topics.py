from __future__ import annotations

from facts_reading import read

from briefwright.facts import find_facts
from briefwright.facts.topics import MOST, find_topics, with_topics
from briefwright.model.factsheet import Evidence, Position, Topic


def test_number_and_case_do_not_divide_a_topic() -> None:
    document = read("Peace talks began. The peace talks failed. One more peace talk is planned for May.")
    assert find_topics(document) == (Topic(id="peace-talk", name="Peace talks"),)


def test_a_single_word_needs_the_title() -> None:
    text = "The tax is new. The tax is high. Nobody likes the tax. Everyone pays the tax. It rained."
    assert [t.id for t in find_topics(read(text, title="Tax angers Merrin"))] == ["tax"]
    assert find_topics(read(text, title="Merrin is angry")) == ()


def test_names_and_once_mentioned_matters_are_no_topics() -> None:
    text = "The Calder Council met the Calder Council of Halvik. A budget deal failed."
    assert find_topics(read(text)) == ()


def test_there_is_an_end_to_topics() -> None:
    text = " ".join(f"The {a} tax rose and the {a} tax fell." for a in "harbour road salt wine land fish wood".split())
    assert len(find_topics(read(text))) == MOST


def test_items_get_the_topics_that_their_evidence_holds() -> None:
    text = "Peace talks failed. The bridge fell. A peace talk on bridges failed."
    document = read(text)

    def position(quote: str) -> Position:
        start = text.index(quote)
        span = Evidence(quote=quote, start=start, end=start + len(quote))
        return Position(id="x", actor=None, act="assert", statement=quote, evidence=(span,))

    items = (position("A peace talk on bridges failed"), position("The bridge fell"))
    topics = (Topic(id="peace-talk", name="Peace talks"), Topic(id="bridge", name="Bridge"))
    assert [i.topics for i in with_topics(items, topics, document)] == [("peace-talk", "bridge"), ("bridge",)]


def test_ids_are_unique_over_the_whole_sheet() -> None:
    text = (
        "The bridge of Lind fell on Monday. It is unclear whether the bridge of Lind fell on Monday. The mayor said the"
        " bridge of Lind fell on Monday."
    )
    found = find_facts(read(text, "2031-05-14"))
    ids = [
        item.id for section in (found.actors, found.positions, found.open_questions, found.events) for item in section
    ]
    assert len(ids) == len(set(ids)) > 2

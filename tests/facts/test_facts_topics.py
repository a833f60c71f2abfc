from __future__ import annotations

from facts_reading import read

from briefwright.facts import find_facts
from briefwright.facts.actors import find_actors
from briefwright.facts.topics import MOST, find_topics, with_topics
from briefwright.model.document import Document
from briefwright.model.factsheet import Evidence, Position, Topic


def says(document: Document, *quotes: str) -> tuple[Position, ...]:
    """A position of the article for each quotation."""
    spans = [(document.text.index(quote), quote) for quote in quotes]
    return tuple(
        Position(
            id=f"p{i}",
            actor=None,
            act="assert",
            statement=quote,
            evidence=(Evidence(quote=quote, start=start, end=start + len(quote)),),
        )
        for i, (start, quote) in enumerate(spans)
    )


def topics(text: str, *quotes: str, title: str = "") -> list[str]:
    document = read(text, title=title)
    items = says(document, *(quotes or text.split(". ")))
    return [t.id for t in find_topics(document, find_actors(document), items)]


def test_number_and_case_do_not_divide_a_topic() -> None:
    document = read("Peace talks began. The peace talks failed. One more peace talk is planned for May.")
    items = says(document, "Peace talks began", "peace talk is planned")
    found = find_topics(document, find_actors(document), items)
    assert found == (Topic(id="peace-talk", name="Peace talks"),)


def test_a_topic_is_what_positions_are_about() -> None:
    text = "The ferry tax is new. The ferry tax is high. Nobody likes the salt tax. The salt tax is old."
    assert topics(text, "The salt tax is old") == ["salt-tax"]


def test_a_single_word_needs_more_of_them_and_the_title_counts_for_one() -> None:
    text = "The tariff is new. The tariff is high. It rained."
    assert topics(text) == []
    assert topics(text, title="Tariff angers Merrin") == ["tariff"]
    assert topics(f"{text} Nobody likes the tariff.") == ["tariff"]


def test_ordinary_words_tell_of_no_matter() -> None:
    text = "The president is good. A good president is new. The good president said so. A good question is asked."
    assert topics(text, title="Good president") == []


def test_names_and_once_mentioned_matters_are_no_topics() -> None:
    assert topics("The Calder Council met the Calder Council of Halvik. A budget deal failed.") == []


def test_there_is_an_end_to_topics() -> None:
    taxes = "harbour road salt wine land fish wood wool grain"
    matters = [
        f"{a} {b}" for a, b in zip(taxes.split(), "tax toll ban deal law fee plan list fund".split(), strict=True)
    ]
    assert len(topics(" ".join(f"The {m} rose. The {m} fell." for m in matters))) == MOST


def test_what_a_part_says_far_more_often_is_said_by_the_part() -> None:
    text = "The salt tariff rose. The tariff fell. A tariff is new. The tariff is old. No salt tariff is known."
    assert topics(text) == ["tariff"]


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


def test_compounds_with_hyphens_stay_whole():
    text = "Ada Holm opposed long-term contracts. Ole Brand wanted long-term contracts. Long-term contracts are costly."
    assert not {"term-contract", "term-contracts"} & set(topics(text))


def test_the_name_of_a_law_is_a_topic_and_one_of_who_acts_a_person_or_a_place_is_none() -> None:
    text = (
        "Farmers in Lind fear the Salt Act. Ada Holm called the Salt Act bad in Lind. "
        "Without the Salt Act there would be jobs, the Harbour Council said. Ada Holm left the Harbour Council."
    )
    document = read(text)
    found = find_topics(document, find_actors(document), says(document, *text.split(". ")))
    assert found == (Topic(id="salt-act", name="Salt Act"),)


def test_a_name_with_a_hyphen_is_found_in_what_is_said() -> None:
    text = "Doctors fear VIRID-22. VIRID-22 spreads. The VIRID-22 wards are full."
    document = read(text)
    items = with_topics(says(document, "Doctors fear VIRID-22"), (Topic(id="virid-22", name="VIRID-22"),), document)
    assert items[0].topics == ("virid-22",)

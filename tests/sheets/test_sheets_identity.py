"""Findings and actors that come back under other ids, and what refers to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from sheet_desk import LONGER, TEXT, Desk, evidence, ids, parsed, position

from briefwright import sheets
from briefwright.model.factsheet import Actor, Position
from briefwright.model.text import slug


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


# Ids


def test_a_finding_that_comes_back_under_another_id_keeps_its_id(desk: Desk) -> None:
    renamed = tuple(
        p.model_copy(update={"id": "union-wants-money", "actor": "council"}) if p.id == "council-to-pay" else p
        for p in parsed().positions
    )
    desk.edit(("statement: money is short.", "statement: There is enough money."))
    result = desk.parse(positions=renamed)
    assert (result.added, result.removed) == (0, 0)
    assert position(desk.sheet(), "council-to-pay").actor == "council"
    assert not desk.parse(positions=renamed).written


def test_an_actor_under_another_id_keeps_its_id_and_its_positions(desk: Desk) -> None:
    actors = tuple(a.model_copy(update={"id": "mayor-ruiz"}) if a.id == "ana-ruiz" else a for a in parsed().actors)
    positions = tuple(
        p.model_copy(update={"actor": "mayor-ruiz"}) if p.actor == "ana-ruiz" else p for p in parsed().positions
    )
    assert not desk.parse(actors=actors, positions=positions).written


def test_an_actor_found_under_a_fuller_name_keeps_its_id(desk: Desk) -> None:
    desk.edit(("statement: We will not wait.", "statement: She is in a hurry."))
    fuller = Actor(id="ana-maria-ruiz", name="Ana Maria Ruiz", kind="person", aliases=("Ana Ruiz", "Ruiz"))
    positions = tuple(
        p.model_copy(update={"actor": fuller.id}) if p.actor == "ana-ruiz" else p for p in parsed().positions
    )
    desk.parse(actors=(fuller, *parsed().actors[1:]), positions=positions)
    first = desk.sheet().actors[0]
    assert (first.id, first.name) == ("ana-ruiz", "Ana Maria Ruiz")
    assert {p.actor for p in desk.sheet().positions if p.id != "council-to-pay"} == {"ana-ruiz", "council"}


def test_an_actor_that_could_be_one_of_two_is_another(desk: Desk) -> None:
    one, two = (Actor(id=f"{n}-ruiz", name=f"{n} Ruiz", kind="person", aliases=("Ruiz",)) for n in ("ana", "eva"))
    desk.parse(actors=(one, two), positions=())
    desk.edit(("name: ana Ruiz", "name: Ana"), ("name: eva Ruiz", "name: Eva"))
    desk.parse(actors=(Actor(id="ruiz", name="Ruiz", kind="person"),), positions=())
    assert ids(desk, "actors") == ["ruiz", "ana-ruiz", "eva-ruiz"]


def test_an_actor_whose_id_a_person_used_gets_one_id_of_its_own(desk: Desk) -> None:
    desk.edit(("events:\n", "events:\n  - id: tolls\n    event: Tolls begin\n"))
    actors = (*parsed().actors, Actor(id="tolls", name="toll office", kind="organisation"))
    positions = tuple(p.model_copy(update={"actor": "tolls"}) for p in parsed().positions)
    desk.parse(actors=actors, positions=positions)
    assert ids(desk, "actors")[-1] == "tolls-2"
    assert {p.actor for p in desk.sheet().positions} == {"tolls-2"}
    assert desk.shelf().problems == ()
    assert not desk.parse(actors=actors, positions=positions).written


@pytest.mark.parametrize("note", ["", "    # heard it\n"])
def test_an_item_that_a_person_added_on_the_same_words_takes_none_of_the_parsers(desk: Desk, note: str) -> None:
    item = desk.item("we-will-not-wait")
    added = item.replace("we-will-not-wait", "mine").replace("We will not wait.", "By hand.")
    desk.edit((item, added + item.replace("    act:", f"{note}    act:", 1)))
    found = tuple(
        p.model_copy(update={"id": "ruiz-will-not-wait"}) if p.id == "we-will-not-wait" else p
        for p in parsed(LONGER).positions
    )
    result = desk.parse(LONGER, positions=found)
    assert (result.added, result.removed) == (0, 0)
    assert position(desk.sheet(), "we-will-not-wait").statement == "We will not wait."
    assert position(desk.sheet(), "mine").statement == "By hand."
    assert not desk.parse(LONGER, positions=found).written


def reworded(text: str, old: str, quote: str, **changes: object) -> tuple[Position, ...]:
    """What is read of a text whose position `old` now rests on this quotation, and has an id made of it."""
    (was,) = (p for p in parsed().positions if p.id == old)
    update = {"id": slug(quote), "statement": f"{quote}.", "evidence": (evidence(quote, text),)}
    return (*(p for p in parsed(text).positions if p.id != old), was.model_copy(update=update | changes))


@pytest.mark.parametrize(
    "quote",
    ["We shall not wait", "They will not wait", "And we will not wait", "we will not wait", "We will not wait too"],
)
def test_an_untouched_item_keeps_its_id_where_a_word_of_it_changes(desk: Desk, quote: str) -> None:
    text = TEXT.replace("We will not wait", quote)
    result = desk.parse(text, positions=reworded(text, "we-will-not-wait", quote))
    assert (result.added, result.removed) == (0, 0)
    assert position(desk.sheet(), "we-will-not-wait").statement == f"{quote}."
    assert not desk.parse(text, positions=reworded(text, "we-will-not-wait", quote)).written


@pytest.mark.parametrize("changes", [{"actor": "council"}, {"evidence": (evidence("It is unclear who will pay"),)}])
def test_what_somebody_else_says_or_in_other_words_is_another_item(desk: Desk, changes: dict[str, object]) -> None:
    read = reworded(TEXT, "we-will-not-wait", "We will not wait,” Ruiz", **changes)
    result = desk.parse(positions=read)
    assert (result.added, result.removed) == (1, 1)
    assert "we-will-not-wait-ruiz" in ids(desk)


def test_an_id_stays_with_its_words_when_the_first_of_two_goes(desk: Desk) -> None:
    one, two = (
        Position(id=i, actor="council", act="deny", statement=q, evidence=(evidence(q),))
        for i, q in (("no-money", "money is short"), ("no-money-2", "The council denied"))
    )
    desk.parse(positions=(one, two))
    desk.parse(positions=(two.model_copy(update={"id": "no-money"}),))
    assert [(p.id, p.statement) for p in desk.sheet().positions] == [("no-money-2", "The council denied")]


def test_what_is_deleted_takes_nothing_with_it_that_comes_to_have_its_id(desk: Desk) -> None:
    desk.edit((desk.item("money-is-short"), ""))
    renumbered = tuple(
        p.model_copy(update={"id": "money-is-short"}) for p in parsed().positions if p.id == "council-to-pay"
    )
    desk.parse(positions=renumbered)
    assert ids(desk) == ["council-to-pay"]


def test_of_two_who_say_the_same_words_each_keeps_its_id(desk: Desk) -> None:
    one, two = (
        Position(id=f"{who}-waits", actor=who, act="commit", statement="x", evidence=(evidence("said on Monday"),))
        for who in ("ana-ruiz", "council")
    )
    desk.parse(positions=(one, two))
    desk.parse(positions=(two.model_copy(update={"id": "b"}), one.model_copy(update={"id": "a"})))
    assert {p.id: p.actor for p in desk.sheet().positions} == {"ana-ruiz-waits": "ana-ruiz", "council-waits": "council"}


# Actors that others refer to


def test_an_actor_that_an_edited_item_names_is_not_removed(desk: Desk) -> None:
    desk.edit(("statement: We will not wait.", "statement: She is in a hurry."))
    desk.parse(actors=(), positions=(), open_questions=(), events=())
    assert ids(desk, "actors") == ["ana-ruiz"]
    assert desk.shelf().problems == ()


def test_the_affiliation_of_an_actor_that_stays_stays_too(desk: Desk) -> None:
    desk.edit(("role: mayor", "role: mayor of Lorne\n    affiliation: council"))
    desk.parse(actors=(), positions=(), open_questions=(), events=())
    assert ids(desk, "actors") == ["ana-ruiz", "council"]


def test_what_refers_to_a_deleted_actor_is_still_valid(desk: Desk) -> None:
    (desk.folder / "_actors.yml").unlink()
    desk.edit((desk.item("council"), ""), (desk.item("money-is-short"), ""), ("    about: [council]\n", ""))
    text = TEXT + "Tolls will come, Ruiz said to the council.\n"
    new = Position(
        id="tolls", actor="council", act="assert", statement="Tolls.", about=("council", "ana-ruiz"),
        evidence=(evidence("Tolls will come", text),),
    )  # fmt: skip
    sheets.save_parsed(desk.shelf(), parsed(text, positions=(*parsed(text).positions, new)), text)
    assert (position(desk.sheet(), "tolls").actor, position(desk.sheet(), "tolls").about) == (None, ("ana-ruiz",))
    assert desk.shelf().problems == ()


def test_a_reference_to_a_deleted_actor_that_the_register_knows_stays(desk: Desk) -> None:
    desk.edit((desk.item("council"), ""))
    assert desk.shelf().problems == ()
    desk.parse(LONGER)
    assert ids(desk, "actors") == ["ana-ruiz", "harbour-union"]
    assert position(desk.sheet(), "money-is-short").actor == "council"

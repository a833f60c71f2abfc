"""The registers: what the parser adds, and what a person decided."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sheet_desk import TEXT, Desk, parsed

from briefwright import sheets
from briefwright.model.factsheet import Actor, OpenQuestion, Position, Topic
from briefwright.sheets.registers import with_own_ids

CHINA = Actor(id="china", name="China", kind="state")
PRC = Actor(id="people-s-republic", name="People's Republic", kind="state", aliases=("PRC",))
BRIDGE = Topic(id="bridge", name="Bridge")


def save(folder: Path, *actors: Actor) -> sheets.Shelf:
    return sheets.save_registers(sheets.load(folder, folder), actors, [BRIDGE], "briefwright 0.1.0")


def test_new_actors_and_topics_are_added_once(tmp_path: Path) -> None:
    assert save(tmp_path, CHINA).actor_ids == {"china"}
    before = {p: p.read_bytes() for p in tmp_path.iterdir()}
    shelf = save(tmp_path, CHINA.model_copy(update={"aliases": ("Beijing",)}))
    assert {p: p.read_bytes() for p in tmp_path.iterdir()} == before
    assert [a.name for a in shelf.actors.actors] == ["China"]
    assert shelf.topic_ids == {"bridge"}
    assert before[tmp_path / "_topics.yml"].startswith(
        b"# yaml-language-server: $schema=topics.schema.json\nschema: 1\n"
    )


def test_edits_comments_and_deletions_stay(tmp_path: Path) -> None:
    save(tmp_path, CHINA, PRC)
    path = tmp_path / "_actors.yml"
    text = path.read_text().replace("name: China", "name: PR China  # official")
    start = text.index("  - id: people-s-republic")
    path.write_text(text[:start] + text[text.index("generated:") :])
    save(tmp_path, CHINA, PRC, Actor(id="russia", name="Russia", kind="state"))
    assert "  - id: china\n    name: PR China  # official\n    kind: state\n  - id: russia\n" in path.read_text()
    assert [a.id for a in sheets.load(tmp_path, tmp_path).actors.actors] == ["china", "russia"]


def test_a_merged_actor_is_not_added_again_though_no_sheet_used_its_id_before(tmp_path: Path) -> None:
    save(tmp_path, CHINA)
    path = tmp_path / "_actors.yml"
    path.write_text(path.read_text().replace("    kind: state\n", "    kind: state\n    merge: [people-s-republic]\n"))
    shelf = save(tmp_path, PRC)
    assert [a.id for a in shelf.actors.actors] == ["china"]
    assert shelf.actor_ids == {"china", "people-s-republic"}


STATE, PERSON = Actor(id="jordan", name="Jordan", kind="state"), Actor(id="jordan", name="Jordan", kind="person")


def test_a_person_does_not_become_the_state_of_the_same_name(tmp_path: Path) -> None:
    shelf = save(tmp_path, STATE, PERSON)
    assert [(a.id, a.kind) for a in shelf.actors.actors] == [("jordan", "state"), ("jordan-person", "person")]
    aide = Actor(id="aide", name="Aide", kind="person", affiliation="jordan")
    told = Position(id="p", actor="jordan", act="assert", statement="It holds.", about=("aide", "jordan"))
    asked = OpenQuestion(id="q", question="Does it?", kind="asked", about=("jordan",))
    sheet = parsed(actors=(PERSON, aide), positions=(told,), open_questions=(asked,))
    own = with_own_ids(sheet, shelf.actors)
    assert [a.id for a in own.actors] == ["jordan-person", "aide"]
    assert own.actors[1].affiliation == own.positions[0].actor == "jordan-person"
    assert own.positions[0].about == ("aide", "jordan-person")
    assert own.open_questions[0].about == ("jordan-person",)
    assert with_own_ids(parsed(actors=(STATE,)), shelf.actors).actors == (STATE,)


def test_a_sheet_keeps_the_id_that_it_has_for_an_actor(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.parse(actors=(PERSON,), positions=())
    register = desk.folder / "_actors.yml"
    register.write_text(
        register.read_text().replace("    name: Jordan\n    kind: person", "    name: J\n    kind: state")
    )
    text = re.sub("(?m)^    jordan: .*\n", "", register.read_text())  # as if the state had come first
    register.write_text(text)
    before = desk.yaml
    desk.parse(actors=(PERSON,), positions=())
    assert desk.yaml == before


@pytest.mark.parametrize(
    ("change", "own_id"),
    [
        (("kind: person", "kind: state"), "jordan"),  # a person mended the kind; the parser reads the old one again
        (("name: Jordan", "name: Jordan (Kingdom)"), "jordan-organisation"),
        (("    kind: person\n", "    kind: person\n    merge: [jordan-organisation]\n"), "jordan-organisation"),
    ],
)
def test_the_register_says_who_a_name_is(tmp_path: Path, change: tuple[str, str], own_id: str) -> None:
    save(tmp_path, PERSON)
    path = tmp_path / "_actors.yml"
    path.write_text(path.read_text().replace(*change))
    kind = "person" if own_id == "jordan" else "organisation"
    found = Actor(id="jordan", name="Jordan", kind=kind)
    shelf = save(tmp_path, found)
    assert [a.id for a in with_own_ids(parsed(actors=(found,), positions=()), shelf.actors).actors] == [own_id]
    assert len(shelf.actors.actors) == (2 if "Kingdom" in change[1] else 1)


def test_an_entry_of_the_time_when_kinds_were_not_noted_is_as_its_editor_says(tmp_path: Path) -> None:
    save(tmp_path, PERSON)
    path = tmp_path / "_actors.yml"
    old = re.sub(r"(jordan: \w+)\.person", r"\1", path.read_text())
    path.write_text(old)
    assert len(save(tmp_path, STATE).actors.actors) == 2
    path.write_text(old.replace("kind: person", "kind: state"))
    assert [a.kind for a in save(tmp_path, PERSON).actors.actors] == ["state"]


@pytest.mark.parametrize(
    ("yaml", "told"),
    [
        (
            "  - {id: a, name: A, kind: state, merge: [b], not: [b]}",
            '"b" stands under "merge" and under "not". Delete one.',
        ),
        (
            "  - {id: a, name: A, kind: state, merge: [b]}\n  - {id: c, name: C, kind: state, merge: [b]}",
            '"b" is already merged into "a". Delete one.',
        ),
        (
            "  - {id: a, name: A, kind: state, merge: [b]}\n  - {id: b, name: B, kind: state, merge: [a]}",
            'merging "a" here goes in a circle. Delete one of the merges.',
        ),
        (
            "  - {id: a, name: A, kind: state, merge: [b]}\n  - {id: b, name: B, kind: state, not: [a]}",
            '4:41: "b" and "a" are told apart here, and are one actor or topic by the merge in line 3. Delete it here',
        ),
        (
            "  - {id: a, name: A, kind: state, merge: [b], not: [c]}\n  - {id: b, name: B, kind: state, merge: [c]}",
            '3:53: "a" and "c" are told apart here, and are one actor or topic by the merge in line 4.',
        ),
        ("  - {id: a, name: A, kind: state, merge: [a]}", 'merging "a" here goes in a circle.'),
        ("  - {id: a, name: A, kind: state, not: [a]}", '"a" cannot be told apart from itself. Delete it.'),
        ("  - {id: a, name: A, kind: state, same_as: P31}", '"P31" is neither a Wikidata id nor an address. Write an'),
        (
            "  - {id: a, name: A, kind: state, same_as: 'javascript:alert(1)'}",
            "is neither a Wikidata id nor an address",
        ),
        (
            "  - {id: a, name: A, kind: person, roles: [{role: Mayor, from: 2021-05, to: 2020}]}",
            '3:77: "Mayor" ends 2020, before it begins 2021-05. Exchange "from" and "to"',
        ),
        ("  - {id: a, name: A, kind: person, roles: [{role: Mayor, from: 2021-02-30}]}", "No calendar has it."),
        ("  - {id: a, name: A, kind: person, roles: [{role: Mayor, from: May}]}", '"May" is no date. Write 2023'),
        ("  - {id: a, name: A, kind: person, roles: [{rle: Mayor}]}", 'unknown key "rle". Did you mean "role"?'),
        ("  - {id: a, name: A, kind: state, mrge: [b]}", 'unknown key "mrge". Did you mean "merge"?'),
        ("  - {id: a, name: A, kind: state}\n  - {id: a, name: B, kind: state}", "is already taken"),
    ],
)
def test_mistakes_in_a_register_are_told_and_it_is_left_alone(tmp_path: Path, yaml: str, told: str) -> None:
    path = tmp_path / "_actors.yml"
    path.write_text(f"schema: 1\nactors:\n{yaml}\n")
    shelf = sheets.load(tmp_path, tmp_path)
    assert [told in str(p) for p in shelf.problems] == [True]
    before = path.read_bytes()
    save(tmp_path, CHINA)
    assert path.read_bytes() == before


def test_topics_have_the_same_decisions(tmp_path: Path) -> None:
    (tmp_path / "_topics.yml").write_text(
        "schema: 1\ntopics:\n  - {id: a, name: A, merge: [b]}\n  - {id: b, name: B, merge: [c], not: [d, a]}\n"
    )
    (told,) = map(str, sheets.load(tmp_path, tmp_path).problems)
    assert told.startswith(
        '_topics.yml:4:43: "b" and "a" are told apart here, and are one actor or topic by the merge in'
    )


def test_decisions_that_stand(tmp_path: Path) -> None:
    (tmp_path / "_actors.yml").write_text(
        "schema: 1\nactors:\n"
        "  - {id: a, name: A, kind: person, merge: [b, nowhere-used], not: [nobody], same_as: Q64}\n"
        "  - {id: b, name: B, kind: person, merge: [c], not: [d], same_as: https://example.org/b}\n"
        "  - {id: d, name: D, kind: person, not: [a], roles: [{role: Mayor, from: 2021-05, to: 2021}, {role: Aide}]}\n"
    )
    shelf = sheets.load(tmp_path, tmp_path)
    assert shelf.problems == ()
    assert shelf.actor_ids == {"a", "b", "c", "d", "nowhere-used"}


def test_a_broken_register_makes_no_mistakes_in_sheets(tmp_path: Path) -> None:
    (tmp_path / "_topics.yml").write_text("schema: 1\ntopics: {\n")
    (tmp_path / "x.yml").write_text(
        "schema: 1\narticle: {id: x, title: X}\nopen_questions:\n  - {id: q, question: Q?, kind: asked, topics: [t]}\n"
    )
    shelf = sheets.load(tmp_path, tmp_path)
    assert [p.file for p in shelf.problems] == ["_topics.yml"]
    assert list(shelf.sheets) == ["x"]


def test_the_first_register_of_topics_knows_those_that_sheets_use(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    (desk.folder / "_topics.yml").unlink()
    desk.edit((desk.item("council-to-pay"), desk.item("council-to-pay") + "    topics: [who-pays]\n"))
    assert desk.shelf().problems == ()
    desk.parse()
    assert [topic.id for topic in desk.shelf().topics.topics] == ["bridge", "who-pays"]
    assert desk.shelf().problems == ()


def test_where_no_topic_was_found_a_sheet_may_use_any(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    (desk.folder / "_topics.yml").unlink()
    shelf = sheets.save_registers(desk.shelf(), (), (), "briefwright 0.1.0")
    assert not (desk.folder / "_topics.yml").exists()
    assert not sheets.save_parsed(shelf, parsed(), TEXT).written

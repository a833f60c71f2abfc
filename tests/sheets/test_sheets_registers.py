"""The registers: what the parser adds, and what a person decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefwright import sheets
from briefwright.model.factsheet import Actor, ActorRegister, RegisteredActor, Topic
from briefwright.sheets.registers import resolve

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


def test_a_merged_actor_is_not_added_again(tmp_path: Path) -> None:
    save(tmp_path, CHINA)
    path = tmp_path / "_actors.yml"
    path.write_text(path.read_text().replace("    kind: state\n", "    kind: state\n    merge: [prc]\n"))
    shelf = save(tmp_path, PRC)
    assert [a.id for a in shelf.actors.actors] == ["china"]
    assert shelf.actor_ids == {"china", "prc"}


@pytest.mark.parametrize(
    ("distinct", "found", "entry"),
    [
        ((), CHINA, "china"),
        ((), PRC, "china"),
        (("people-s-republic",), PRC, None),
        ((), Actor(id="taiwan", name="Taiwan", kind="state"), None),
    ],
)
def test_a_name_resolves_to_the_entry_it_was_merged_into(
    distinct: tuple[str, ...], found: Actor, entry: str | None
) -> None:
    china = RegisteredActor(id="china", name="China", kind="state", merge=("prc",), **{"not": distinct})
    assert resolve(ActorRegister(schema=1, actors=(china,)), found) == entry


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


def test_a_broken_register_makes_no_mistakes_in_sheets(tmp_path: Path) -> None:
    (tmp_path / "_topics.yml").write_text("schema: 1\ntopics: {\n")
    (tmp_path / "x.yml").write_text(
        "schema: 1\narticle: {id: x, title: X}\nopen_questions:\n  - {id: q, question: Q?, kind: asked, topics: [t]}\n"
    )
    shelf = sheets.load(tmp_path, tmp_path)
    assert [p.file for p in shelf.problems] == ["_topics.yml"]
    assert list(shelf.sheets) == ["x"]

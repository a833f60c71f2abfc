"""Anchors and aliases of YAML in a sheet: read, and never broken by a new parse."""

from __future__ import annotations

from pathlib import Path

import pytest
from sheet_desk import LONGER, TEXT, Desk, evidence, parsed


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_an_alias_is_read_as_its_anchors_value(desk: Desk) -> None:
    desk.edit(("    role: mayor\n", "    role: &office mayor\n"), ("name: harbour union", "name: *office"))
    assert desk.shelf().problems == ()
    assert [a.name for a in desk.sheet().actors] == ["Ana Ruiz", "mayor", "council"]


def test_what_shares_a_value_stays_as_if_it_were_edited(desk: Desk) -> None:
    before = desk.edit(("title: Lorne closes", "title: &t Lorne closes"), ("bottom_line: null", "bottom_line: *t"))
    info = parsed().article.model_copy(update={"title": "New", "outlet": "Wire"})
    desk.parse(article=info)
    assert desk.yaml.splitlines()[:5] == before.splitlines()[:5]
    assert (desk.sheet().article.title, desk.sheet().article.outlet) == ("Lorne closes its bridge", "Wire")


def test_an_anchor_is_not_removed_with_its_item(desk: Desk) -> None:
    desk.edit(("act: commit", "act: &act commit"), ("act: deny", "act: *act"))
    kept = desk.item("we-will-not-wait"), desk.item("money-is-short")
    result = desk.parse(positions=())
    assert (result.removed, result.kept) == (2, 2)
    assert (desk.item("we-will-not-wait"), desk.item("money-is-short")) == kept
    assert desk.shelf().problems == ()


def test_shared_evidence_moves_once_for_all(desk: Desk) -> None:
    lead = desk.yaml[desk.yaml.index("lead:") : desk.yaml.index("actors:")]
    shared = lead.replace("- {quote", "- &first {quote")
    desk.edit((lead, shared), (desk.item("lorne-will-close"), ""))
    desk.edit(("events:\n", "events:\n  - id: mine\n    event: It closes\n    evidence: [*first]\n"))
    result = desk.parse(LONGER)
    assert (result.conflicts, desk.shelf().problems) == ((), ())
    assert desk.sheet().lead == (evidence("Lorne will close its old bridge", LONGER),)
    assert desk.sheet().events[0].evidence == desk.sheet().lead
    assert "evidence: [*first]" in desk.yaml
    assert not desk.parse(LONGER).written


def test_shared_evidence_whose_words_are_gone_is_a_conflict_of_each(desk: Desk) -> None:
    lead = desk.yaml[desk.yaml.index("lead:") : desk.yaml.index("actors:")]
    desk.edit((lead, lead.replace("- {quote", "- &first {quote")))
    desk.edit(("events:\n", "events:\n  - id: mine\n    event: It closes\n    evidence: [*first]\n"))
    before = desk.yaml
    conflicts = desk.parse(TEXT.replace("old bridge", "bridge")).conflicts
    assert sorted(problem.message.split(" is ")[0] for problem in conflicts) == ['"mine"', "the lead"]
    assert "&first {quote: Lorne will close its old bridge, start: 0, end: 31}" in desk.yaml
    assert desk.yaml.count("*first") == before.count("*first")


def test_an_unused_anchor_stays_at_its_list(desk: Desk) -> None:
    desk.edit(("events:\n", "events: &dates\n"), ("aliases: [Ruiz]", "aliases: &names [Ruiz]"))
    desk.parse(events=())
    assert "events: &dates []\n" in desk.yaml
    desk.parse()
    assert "events: &dates\n  - id: bridge-closes\n" in desk.yaml
    assert "aliases: &names [Ruiz]" in desk.yaml

"""What makes a page good to read: one sentence once, the way to its source, what a person did said quietly."""

from __future__ import annotations

import json
from typing import Any

import pytest

from briefwright.corpus import build_corpus
from briefwright.model.factsheet import ActorRegister, TopicRegister
from briefwright.pages import make_site
from pages.test_pages_site import LABELS, PROJECT, Loaded, Tags, evidence, loaded

TEXT = (
    "Mayor Orla Vance said the bridge is unsafe and must close in May, and that the city has no money.\n"
    "“Nobody asked us,” she added. A spokesman and a porter said they had heard nothing."
)
URL = "https://post.example/bridge?a=1&b=2"


def sheet(*positions: tuple[str, str | None, str, str], url: str | None = URL, **more: Any) -> Loaded:
    """A sheet of positions: id, actor, act and quote each."""
    return loaded(
        "bridge",
        TEXT,
        more.pop("edited", frozenset()),
        article={"title": "A bridge is to close", "url": url},
        actors=[{"id": "vance", "name": "Orla Vance", "kind": "person", "salience": "main", "role": "mayor of Lorn"}],
        positions=[
            {"id": i, "actor": who, "act": act, "statement": quote, "evidence": evidence(TEXT, quote), **more}
            for i, who, act, quote in positions
        ],
    )


def html_of(path: str, one: Loaded, actors: ActorRegister | None = None) -> str:
    corpus = build_corpus([one], actors or ActorRegister(schema=1), TopicRegister(schema=1))
    return next(p.html for p in make_site(corpus, PROJECT, LABELS).pages if p.path == path)


def test_a_sentence_stands_once_whether_its_statements_overlap_or_one_holds_the_other() -> None:
    html = html_of(
        "briefings/bridge/",
        sheet(
            ("all", "vance", "assert", "the bridge is unsafe and must close in May"),
            ("close", "vance", "demand", "must close in May, and that the city"),
            ("same", "vance", "warn", "the bridge is unsafe"),
            ("money", "vance", "assert", "the city has no money"),
        ),
    )
    assert html.count("Mayor Orla Vance") == 1
    ids = Tags(html).ids
    assert [i for i in ids if i.startswith("s-")] == ["s-same", "s-all", "s-close", "s-money"]
    assert "four statements in one passage" in html
    assert html.count('<i class="sg') == 4


def test_statements_that_a_longer_passage_joins_are_one_group() -> None:
    both = "the city has no money.\n“Nobody asked us"
    html = html_of(
        "briefings/bridge/",
        sheet(
            ("unsafe", "vance", "assert", "the bridge is unsafe"),
            ("asked", "vance", "deny", "Nobody asked us"),
            ("both", "vance", "assert", both),
        ),
    )
    assert html.count("Mayor Orla Vance") == html.count("she added") == 1
    assert {"s-unsafe", "s-asked", "s-both"} <= set(Tags(html).ids)


def test_sources_without_a_name_in_one_sentence_are_named_together() -> None:
    one = sheet(("a", None, "decline", "they had heard"), ("b", None, "assert", "nothing"))
    positions = [
        p.model_copy(update={"source": s})
        for p, s in zip(one.sheet.positions, ("A spokesman", "a porter"), strict=True)
    ]
    named = Loaded(one.sheet.model_copy(update={"positions": tuple(positions)}), TEXT)
    assert '<p class="by">“A spokesman”, “a porter”\n</p>' in html_of("briefings/bridge/", named).replace(
        '<p class="by">\n', '<p class="by">'
    )


def test_the_briefing_leads_to_the_words_at_the_source() -> None:
    html = html_of(
        "briefings/bridge/",
        sheet(("a", "vance", "assert", "the bridge is unsafe"), ("b", "vance", "demand", "no money")),
    )
    words = "text=the%20bridge%20is%20unsafe&amp;text=no%20money"
    link = f'<a href="https://post.example/bridge?a=1&amp;b=2#:~:{words}" rel="noopener nofollow">at the source</a>'
    assert html.count(link) == html.count("at the source") == 1


@pytest.mark.parametrize("url", [None, "javascript:alert(1)"])
def test_without_an_address_there_is_no_way_to_the_source(url: str | None) -> None:
    html = html_of("briefings/bridge/", sheet(("a", "vance", "assert", "the bridge is unsafe"), url=url))
    assert "at the source" not in html


def test_what_was_edited_carries_a_pencil_and_the_words_stand_once_above_and_once_below() -> None:
    one = sheet(
        ("a", "vance", "assert", "the bridge is unsafe"),
        ("b", "vance", "deny", "Nobody asked us"),
        edited=frozenset({"a", "b"}),
    )
    html = html_of("briefings/bridge/", one)
    assert html.count('<span class="hand" title="edited by a person">') == 2
    assert html.count('<span class="unseen">edited by a person</span>') == 2
    assert html.casefold().count("edited by a person") == 2 * 2 + 2


def test_the_register_has_the_word_on_an_office() -> None:
    entry = {
        "id": "vance",
        "name": "Orla Vance",
        "kind": "person",
        "roles": [{"role": "mayor since the flood", "from": "2024"}],
    }
    register = ActorRegister.model_validate_json(json.dumps({"schema": 1, "actors": [entry]}))
    one = sheet(("a", "vance", "assert", "the bridge is unsafe"))
    assert "Mayor of Lorn" in html_of("actors/vance/", one)
    html = html_of("actors/vance/", one, register)
    assert "Mayor since the flood, since 2024" in html
    assert "Mayor of Lorn" not in html

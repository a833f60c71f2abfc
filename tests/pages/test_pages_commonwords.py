"""What pages say of a common word such as “Police”: its statements article by article, and nothing as of one."""

from __future__ import annotations

import json
from typing import Any

from lxml import html
from test_pages_site import LABELS, PROJECT, Loaded, loaded

from briefwright.corpus import build_corpus
from briefwright.model.corpus import Corpus
from briefwright.model.factsheet import ActorRegister, TopicRegister
from briefwright.pages import make_site
from briefwright.pages.gaps import find_gaps
from briefwright.pages.glance import exchanges

NOTE = "A common word: in each article it may mean others."
TEXTS = {
    "halm": "Halm’s chief said that police had shut the bridge. The police left at noon.",
    "tarn": "In Tarn the ferry was searched by police. Its captain called the police a nuisance.",
}
CAST = [
    {"id": "police", "name": "Police", "kind": "organisation", "salience": "main"},
    {"id": "vance", "name": "Orla Vance", "kind": "person", "affiliation": "police"},
    {"id": "brandt", "name": "Piet Brandt", "kind": "person"},
]


def said(key: str, actor: str, about: str, **more: Any) -> dict[str, Any]:
    return {"id": key, "actor": actor, "act": "assert", "statement": f"It is {key}.", "about": [about],
            "topics": ["search"], **more}  # fmt: skip


def papers(**more: Any) -> list[Loaded]:
    days = {"halm": "2026-03-01", "tarn": "2026-04-01"}
    return [
        loaded(
            name,
            text,
            article={"title": f"Search in {name.title()}", "published": days[name], "story": name},
            actors=CAST,
            positions=[said(f"a-{name}", "police", "brandt", **more), said(f"b-{name}", "vance", "police"),
                       said(f"c-{name}", "brandt", "vance"),
                said(f"d-{name}", "vance", "brandt")],
        )
        for name, text in TEXTS.items()
    ]  # fmt: skip


def corpus_of(*sheets: Loaded, **entry: Any) -> Corpus:
    entries = [{"id": "police", "name": "Police", "kind": "organisation", **entry}]
    register = ActorRegister.model_validate_json(json.dumps({"schema": 1, "actors": entries}))
    return build_corpus(sheets, register, TopicRegister.model_validate_json(json.dumps(
        {"schema": 1, "topics": [{"id": "search", "name": "Search"}]})))  # fmt: skip


def pages(corpus: Corpus) -> dict[str, html.HtmlElement]:
    return {p.path: html.fromstring(f"<div>{p.html}</div>") for p in make_site(corpus, PROJECT, LABELS).pages}


def words(page: html.HtmlElement) -> str:
    return " ".join(page.text_content().split())


def rows(page: html.HtmlElement) -> list[str]:
    return [words(th) for th in page.xpath(".//table[contains(@class, 'mx') or contains(@class, 'voices')]//tbody//th")]


def test_its_page_says_what_it_is_and_has_its_statements_by_article() -> None:
    page = pages(corpus_of(*papers()))["actors/police/"]
    assert NOTE in words(page)
    heads = {str(i) for i in page.xpath(".//h2/@id")}
    assert heads == {"speaks-about", "spoken-about-by", "said-by", "said-about", "articles"}
    titles = page.xpath(".//h2[@id='said-by']/following::ul[1]/li/p/b/a/text()")
    assert titles == ["Search in Tarn", "Search in Halm"], "the newest first"
    assert not page.xpath(".//th[contains(@class, 'since')]")


def test_a_person_may_say_that_it_is_one() -> None:
    page = pages(corpus_of(*papers(), description="The police of the island."))["actors/police/"]
    assert NOTE not in words(page)
    assert page.xpath(".//h2[@id='on-what']")
    assert page.xpath(".//h2[@id='over-time']")
    assert "Orla Vance" in words(page.xpath(".//p[@class='meta']")[0])


def test_tables_leave_it_out_and_say_so() -> None:
    found = pages(corpus_of(*papers()))
    for path in ("topics/", "topics/search/", "actors/"):
        assert rows(found[path])
        assert "Police" not in rows(found[path])
        assert "in each article they may mean others: Police" in words(found[path])
    most = found[""].xpath(".//h2[.='Who speaks most']/..")[0]
    assert "Orla Vance" in words(most)
    assert "Police" not in words(most)
    known = pages(corpus_of(*papers(), description="The police of the island."))
    assert "Police" in rows(known["topics/"])
    assert "they may mean others" not in words(known["topics/"])


def test_those_it_speaks_about_still_show_it_without_a_first_day() -> None:
    corpus = corpus_of(*papers())
    about = corpus.said_about("brandt")
    assert [(e.actor, e.number, e.since) for e in exchanges(corpus, ((s.actor, s) for s in about if s.actor), 8)] == [
        ("police", 2, None),
        ("vance", 2, "2026-03-01"),
    ]
    assert "common word" in words(pages(corpus)["actors/brandt/"].xpath(".//section[@id='by-police']")[0])


def test_gaps_of_it_are_those_of_one_article() -> None:
    corpus = corpus_of(*papers(act="decline"))
    assert [[s.sheet for s in g.statements] for g in find_gaps(corpus).declined] == [["tarn"], ["halm"]]
    group = [CAST[0] | {"kind": "group"}]
    silent = corpus_of(*(loaded(n, t, article={"story": n}, actors=group) for n, t in TEXTS.items()), kind="group")
    assert find_gaps(silent).unheard == []

"""Numbers of what has no room on a page, or of few items alone: small corpora in; fails where one is another."""

from __future__ import annotations

from typing import Any

import pytest
from briefs import parsed, said, the
from figures_shown import numbers
from test_pages_gaps import position
from test_pages_identity import meta
from test_pages_site import PROJECT, Loaded, evidence, loaded
from test_pages_stories import LABELS, pages

from briefwright.corpus import build_corpus
from briefwright.model.factsheet import ActorRegister, TopicRegister
from briefwright.model.page import Page
from briefwright.pages import indexes, make_site, matrix
from briefwright.pages.gaps import GAPS_SHOWN
from corpus.test_corpus_namesakes import actor, article, corpus_of
from corpus.test_corpus_shortnames import SHORT, news


def made(*sheets: Loaded) -> dict[str, Page]:
    corpus = build_corpus(sheets, ActorRegister(schema=1), TopicRegister(schema=1))
    return {p.path: p for p in make_site(corpus, PROJECT, LABELS).pages}


def people(number: int, **more: Any) -> list[dict[str, Any]]:
    """As many as `number` whose names share no word."""
    return [{"id": f"p{n}", "name": f"Name{n} Family{n}", "kind": "person", **more} for n in range(number)]


def copied(sheet: Any, origin: int) -> Any:
    info = sheet.sheet.article.model_copy(update={"origin": f"article-{origin:02}"})
    return type(sheet)(sheet.sheet.model_copy(update={"article": info}))


def test_another_name_of_an_actor_is_told_with_its_articles_and_origins() -> None:
    short = copied(article(21, actor("Vance")), SHORT)
    assert "“Vance” alone in two articles, one origin." in meta(pages(news(short))["actors/orla-vance/"])
    equal = [article(n, actor("Orla T. Vance")) for n in (5, 6)]
    sheets = [
        *(article(n, actor("Orla Vance")) for n in range(4)),
        *equal,
        copied(article(7, actor("Orla T. Vance")), 6),
    ]
    told = meta(pages(corpus_of(sheets, [actor("Orla Vance"), actor("Orla T. Vance")]))["actors/orla-vance/"])
    assert "“Orla T. Vance” in three articles, two origins." in told


def test_sources_that_are_quoted_once_are_counted_where_they_are_not_shown() -> None:
    kinds = "sailor baker clerk nurse mason tailor porter warden miner potter weaver cooper glazier farrier".split()
    once = [position(f"p{n}", None, source=f"a {kind}") for n, kind in enumerate(kinds)]
    twice = [position(f"t{n}", None, source="an aide") for n in range(2)]
    page = parsed(made(loaded("one", "Text.", positions=[*once, *twice]))["gaps/"].html)
    [told] = [said(p) for p in page.xpath(".//p[@class='note']") if "quoted once" in said(p)]
    assert numbers(told.partition(" are quoted once")[0]) == [1 + len(kinds) - GAPS_SHOWN]
    assert len(page.xpath(".//h2[@id='unnamed']/following-sibling::ul[@class='gaps'][1]/li")) == GAPS_SHOWN


def test_those_who_belong_to_an_actor_are_all_named_or_counted() -> None:
    board = {"id": "board", "name": "Harbour Board", "kind": "organisation"}
    page = parsed(made(loaded("one", actors=[board, *people(17, affiliation="board")]))["actors/board/"].html)
    [line] = [n for n in page.xpath(".//p[@class='meta']") if "Belonging to it" in said(n)]
    tail = said(line).partition("Belonging to it here:")[2].partition(" and ")[2]
    assert numbers(tail)[0] + len(line.xpath("a")) == 17


def test_of_several_statements_in_one_passage_the_uncertain_ones_are_counted() -> None:
    text = "The board said the pier is safe, will open in May and needs no guard."
    quote = evidence(text, text)
    each = [position(f"p{n}", score=score, evidence=quote) for n, score in enumerate((0.2, 0.9, 0.3, 0.4))]
    cast = [{"id": "orla", "name": "Orla Vance", "kind": "person"}]
    page = parsed(made(loaded("one", text, actors=cast, positions=each))["briefings/one/"].html)
    assert [said(tag) for tag in page.xpath(".//span[contains(@class, 'unsure')]")] == ["three uncertain readings"]


def test_the_search_tells_how_much_one_says_on_a_topic_and_since_when() -> None:
    about = [{"published": f"2026-03-0{n}", "outlet": "The Post"} for n in (2, 4)]
    cast = [{"id": "orla", "name": "Orla Vance", "kind": "person"}]
    papers = [
        loaded(
            f"a{n}",
            "Text.",
            article=day,
            actors=cast,
            positions=[position(f"p{n}{i}", topics=["toll"]) for i in (1, 2)],
        )
        for n, day in enumerate(about)
    ]
    found = [r for page in made(*papers).values() for r in page.records if r.title == "Orla Vance on Toll"]
    assert {record.text for record in found} == {"four statements since at least 2 Mar 2026"}


def test_a_matrix_tells_how_many_actors_it_leaves_out() -> None:
    everyone = people(matrix.ROWS + matrix.FURTHER_ROWS + 12)
    spoken = [position(f"s{n}", who["id"], topics=["toll"], about=["p0"]) for n, who in enumerate(everyone)]
    site = made(loaded("one", "Text.", actors=everyone, positions=spoken))
    for path, speaking in (("topics/toll/", everyone), ("topics/", everyone), ("actors/", everyone[1:])):
        page = parsed(site[path].html)
        [line] = [said(p) for p in page.xpath(".//div[@class='key']/p") if "not in the table" in said(p)]
        rows = page.xpath(".//table[contains(@class, 'mx')]/tbody/tr")
        assert numbers(line.rpartition("·")[2]) == [len(speaking) - len(rows)], path


def test_of_many_actors_those_that_most_articles_name_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexes, "MOST_ACTORS", 5)
    page = parsed(made(loaded("one", "Text.", actors=people(9), positions=[position("s", "p0")]))["actors/"].html)
    assert numbers(said(the(page, ".//h2[@id='all']"))) == [5]
    assert len(page.xpath(".//section[@class='letter']//a")) == 5


def test_of_the_articles_that_name_one_who_is_not_heard_those_without_a_link_are_counted() -> None:
    cast = [{"id": "pier", "name": "Pier Union", "kind": "organisation", "salience": "main"}]
    page = parsed(made(*(loaded(f"a{n}", "Text.", actors=cast) for n in range(6)))["gaps/"].html)
    spans = page.xpath(".//h2[@id='not-heard']/following-sibling::ul[1]/li/p/span")
    assert numbers(said(spans[-1]))[0] + sum(len(span.xpath("a")) for span in spans) == 6

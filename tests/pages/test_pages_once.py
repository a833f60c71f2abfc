"""What several articles give stands once, or says that it is the same: questions and claims."""

from __future__ import annotations

import pytest
from briefs import leads_to, parsed, said
from figures_shown import numbers
from lxml import html
from test_pages_site import Loaded, evidence, loaded, site_of

QUOTE = "the gates of the dam stay shut until the last of the ice has gone"
COUNT = "three articles, three origins, one named speaker, since at least 10 Mar 2026"
TEXT = f"“{QUOTE},” Vance said."


def paper(name: str, day: str, question: str, **article: str) -> Loaded:
    asked = {"id": "q", "question": question, "kind": "pending", "about": ["vance"]}
    promised = {"id": "s", "actor": "vance", "act": "commit", "statement": QUOTE, "evidence": evidence(TEXT, QUOTE)}
    return loaded(
        name, TEXT,
        article={"published": day, "outlet": name.title(), **article},
        actors=[{"id": "vance", "name": "Orla Vance", "kind": "person"}],
        positions=[promised],
        open_questions=[asked],
    )  # fmt: skip


@pytest.fixture
def pages() -> dict[str, html.HtmlElement]:
    """Three articles with one quotation, two of which leave one question open."""
    site = site_of(
        paper("wire", "2026-03-10", "When will the Tarn dam open?"),
        paper("post", "2026-03-14", "When will the dam at Tarn open?"),
        paper("radio", "2026-03-15", "Who will pay for the ferries to Lorn?"),
    )
    return {p.path: parsed(p.html) for p in site.pages}


def test_a_question_of_two_articles_stands_once_and_leads_to_both(pages: dict[str, html.HtmlElement]) -> None:
    for path in ("questions/", "actors/vance/"):
        asked = [q for q in pages[path].xpath(".//article[contains(@class, 'qn')]") if "Tarn" in said(q)]
        assert len(asked) == 1, path
        assert "left open by two articles, two origins" in said(asked[0])
        assert {leads_to(a) for a in asked[0].xpath(".//a")} == {"wire", "post"}
        assert asked[0].xpath("p/@data-article") == ["wire post"]
    assert "left open by two articles, two origins" in said(pages[""])


def test_the_numbers_count_it_once(pages: dict[str, html.HtmlElement]) -> None:
    assert numbers(said(pages["questions/"].xpath(".//h1")[0])) == [2]
    assert "2 open questions" in said(pages[""].xpath(".//ul[@class='glance']")[0])
    assert all(len(pages[f"briefings/{sheet}/"].xpath(".//article[@id='q-q']")) == 1 for sheet in ("wire", "post"))


def test_a_claim_of_several_articles_says_so_beside_each(pages: dict[str, html.HtmlElement]) -> None:
    shown = {
        st.xpath("p/@data-article")[0]: said(st).partition("the same in ")[2]
        for st in pages["actors/vance/"].xpath(".//article[@class='st']")
    }
    assert shown == {
        "radio": f"{COUNT}: Wire, 10 Mar 2026; Post, 14 Mar 2026",
        "post": f"{COUNT}: Wire, 10 Mar 2026; Radio, 15 Mar 2026",
        "wire": f"{COUNT}: Post, 14 Mar 2026; Radio, 15 Mar 2026",
    }


def test_a_claim_stands_once_on_the_pages_of_its_briefings_and_speakers(pages: dict[str, html.HtmlElement]) -> None:
    for path in ("actors/vance/", *(f"briefings/{sheet}/" for sheet in ("wire", "post", "radio"))):
        [claim] = pages[path].xpath(".//h2[@id='claims']/following-sibling::section[@class='claim']")
        assert said(claim.xpath("p")[0]) == f"T{COUNT[1:]}"
        assert [said(p) for p in claim.xpath("ul/li/p[1]")] == [
            "Orla Vance · Wire, 10 Mar 2026", "Orla Vance · Post, 14 Mar 2026", "Orla Vance · Radio, 15 Mar 2026",
        ]  # fmt: skip


def test_the_words_of_a_claim_stand_there_once() -> None:
    longer = f"Till the frost is over, {QUOTE}!"
    site = site_of(
        *(loaded(name, f"“{words}” Vance said.",
                 article={"published": day, "outlet": name.title()},
                 actors=[{"id": "vance", "name": "Orla Vance", "kind": "person"}],
                 positions=[{"id": "s", "actor": "vance", "act": "commit", "statement": words}])
          for name, day, words in (
              ("wire", "2026-03-10", longer), ("post", "2026-03-14", QUOTE), ("radio", "2026-03-15", longer.upper()),
          ))
    )  # fmt: skip
    page = parsed(next(p.html for p in site.pages if p.path == "actors/vance/"))
    [claim] = page.xpath(".//section[@class='claim']")
    assert said(claim.xpath("h3")[0]) == f"“{QUOTE}”"
    assert [said(a) for a in claim.xpath("ul/li/p[2]/a")] == [longer, "in these words", "in these words"]


def test_of_what_several_articles_have_the_origins_are_counted_too() -> None:
    """Two texts, one of which a third outlet printed again."""
    site = site_of(
        paper("wire", "2026-03-10", "When will the Tarn dam open?"),
        paper("post", "2026-03-14", "When will the dam at Tarn open?", origin="post"),
        paper("radio", "2026-03-15", "When will the Tarn dam open?", origin="wire"),
    )
    pages = {p.path: said(parsed(p.html)) for p in site.pages}
    for path in ("actors/vance/", "briefings/wire/"):
        assert (
            "the same in three articles, two origins, one named speaker, since at least 10 Mar 2026: " in pages[path]
        ), path
    assert "left open by three articles, two origins" in pages["questions/"]


def test_the_page_of_a_speaker_on_a_matter_tells_words_once_with_all_their_articles(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("briefwright.pages.actor.MOST_TURNS", 1)

    def article(name: str, day: str, text: str, words: str) -> Loaded:
        told = {"id": "s", "actor": "vance", "act": "commit", "statement": words, "evidence": evidence(text, words)}
        return loaded(
            name, text,
            article={"published": day, "outlet": name.title()},
            actors=[{"id": "vance", "name": "Orla Vance", "kind": "person"}],
            positions=[told | {"topics": ["dam"]}],
        )  # fmt: skip

    site = site_of(
        article("wire", "2026-03-10", TEXT, QUOTE),
        article("post", "2026-03-14", TEXT, QUOTE),
        article("radio", "2026-03-15", "The dam will open, Vance said.", "The dam will open"),
    )
    [page] = [parsed(p.html) for p in site.pages if p.path == "actors/vance/on/dam/"]
    newest, oldest = page.xpath(".//table[@class='ledger']/tbody/tr")
    assert [leads_to(a) for a in newest.xpath("td[last()]//a")] == ["radio"]
    assert [leads_to(a) for a in oldest.xpath("td[last()]//a")] == ["post", "wire"]
    assert "the same in two articles, two origins, one named speaker, since at least 10 Mar 2026: " in said(oldest)


def test_where_an_act_differs_the_words_of_the_date_before_stand_beside_it() -> None:
    def article(name: str, day: str, act: str, statement: str) -> Loaded:
        said = {"id": "s", "actor": "vance", "act": act, "statement": statement, "topics": ["dam"]}
        return loaded(
            name,
            article={"published": day, "outlet": name.title()},
            actors=[{"id": "vance", "name": "Orla Vance", "kind": "person"}],
            positions=[said],
        )

    site = site_of(
        article("wire", "2026-03-10", "deny", "The dam does not leak."),
        article("post", "2026-03-14", "warn", "The dam may break."),
    )
    [page] = [parsed(p.html) for p in site.pages if p.path == "actors/vance/"]
    first, last = page.xpath(".//table[@class='ledger']/tbody/tr")
    assert "The dam does not leak." in said(first)
    assert "The dam may break." in said(last)
    assert not {"Before", "changed"} & set(said(last).replace(",", " ").split())


def deed(name: str, actor: str, act: str, statement: str, cue: str) -> Loaded:
    people = [
        {"id": "vance", "name": "Orla Vance", "kind": "person"},
        {"id": "lorn", "name": "Lorn", "kind": "state"},
    ]
    said = {"id": "s", "actor": actor, "act": act, "statement": statement, "cue": cue}
    article = {"published": "2026-03-10", "outlet": "The Post"}
    return loaded(name, f"{statement}.", article=article, actors=people, positions=[said])


def test_who_is_against_a_claim_stands_below_it_on_the_pages_of_both_sides() -> None:
    site = site_of(
        deed("wire", "vance", "oppose", "Accused Lorn of raiding the port", "accused"),
        deed("post", "vance", "assert", "Lorn was behind the raid on the harbour", "said"),
        deed("radio", "lorn", "deny", "Denied any involvement", "denied"),
    )
    for path in ("actors/vance/", "actors/lorn/", "briefings/radio/"):
        [claim] = parsed(next(p.html for p in site.pages if p.path == path)).xpath(".//section[@class='claim']")
        assert said(claim.xpath("h3")[0]) == "“Lorn was behind the raid on the harbour”", path
        assert said(claim.xpath("p")[0]) == "Two articles, one origin, one named speaker, since at least 10 Mar 2026"
        assert said(claim.xpath("div/p")[0]) == "Against it: one article, one named speaker, since at least 10 Mar 2026"
        assert [said(li.xpath("p/b")[0]) for li in claim.xpath("div/ul/li")] == ["Lorn"]

"""What an actor said first and last on a topic stands side by side; a turn bears a mark, with the words before it."""

from __future__ import annotations

import pytest
from briefs import leads_to, parsed, said
from lxml import html
from test_pages_site import Loaded, loaded, site_of

YES, NO = "The council will negotiate on the ferry fares", "The council will not negotiate on the ferry fares"


def paper(name: str, day: str, statement: str, **more: str) -> Loaded:
    told = {"id": "s", "actor": "vance", "act": "assert", "statement": statement, "topics": ["fares"], **more}
    return loaded(
        name,
        article={"published": day, "outlet": name.title()},
        actors=[{"id": "vance", "name": "Orla Vance", "kind": "person"}],
        positions=[told],
    )


def pages(*papers: Loaded) -> dict[str, html.HtmlElement]:
    return {p.path: parsed(p.html) for p in site_of(*papers).pages}


def test_a_turn_stands_beside_the_words_before_it() -> None:
    page = pages(paper("wire", "2026-01-10", YES), paper("post", "2026-03-14", NO))["actors/vance/"]
    [then] = page.xpath(".//h2[@id='changed']/following-sibling::section[@class='face then']")
    assert [said(side)[:23] for side in then.xpath("div/div")] == ["Before, 10 Jan 2026 “sa", "Then, 14 Mar 2026 “says"]
    assert [side.xpath(".//p[@data-article]/@data-article") for side in then.xpath("div/div")] == [["wire"], ["post"]]
    rows = page.xpath(".//table[@class='ledger']/tbody/tr")
    assert ["changed" in said(row.xpath("td")[1]) for row in rows] == [False, True]
    assert "changed" in said(page.xpath(".//table[contains(@class, 'subjects')]/tbody/tr/th")[0])


def test_a_turn_that_an_article_tells_stands_alone() -> None:
    page = pages(paper("wire", "2026-01-10", "A bridge", cue="backed away from"))["actors/vance/"]
    assert "changed" in said(page.xpath(".//h2[@id='changed']/following-sibling::*[2][self::article]")[0])


def test_who_does_not_turn_has_no_such_section() -> None:
    page = pages(paper("wire", "2026-01-10", YES), paper("post", "2026-03-14", YES))["actors/vance/"]
    assert not page.xpath(".//h2[@id='changed']")
    assert "changed" not in said(page)


def test_the_first_and_the_latest_words_on_a_topic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefwright.pages.actor.MOST_TURNS", 1)
    middle = "The harbour master reads the tables"
    made = pages(
        paper("wire", "2026-01-10", YES), paper("post", "2026-02-14", middle), paper("radio", "2026-03-14", NO)
    )
    [row] = made["actors/vance/"].xpath(".//table[contains(@class, 'subjects')]/tbody/tr")
    cells = row.xpath("td")[2:]
    assert [said(cell) for cell in cells] == [f"10 Jan 2026 says {YES}", f"14 Mar 2026 says {NO}"]
    assert [leads_to(cell.xpath("p/a")[0]) for cell in cells] == ["wire", "radio"]
    [then] = made["actors/vance/on/fares/"].xpath(".//section[@class='face then']")
    assert [said(p) for p in then.xpath(".//p[@class='label']")] == ["First, 10 Jan 2026", "Latest, 14 Mar 2026"]


def test_what_is_first_and_latest_stands_once() -> None:
    made = pages(paper("wire", "2026-01-10", YES))
    [row] = made["actors/vance/"].xpath(".//table[contains(@class, 'subjects')]/tbody/tr")
    assert [(said(cell), cell.get("colspan")) for cell in row.xpath("td")[2:]] == [(f"10 Jan 2026 says {YES}", "2")]

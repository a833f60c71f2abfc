"""The pages that lead into the site: the edition at every size, the gaps, the board, whom an article does not quote."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from test_pages_edition import article, corpus_of
from test_pages_gaps import paper, position
from test_pages_labels import ENGLISH
from test_pages_site import PROJECT, Loaded, Tags, links, loaded

from briefwright.model.page import Page
from briefwright.pages import make_site


def pages_of(*sheets: Loaded, as_of: date | None = None) -> dict[str, Page]:
    return {p.path: p for p in make_site(corpus_of(*sheets, as_of=as_of), PROJECT, ENGLISH).pages}


@pytest.mark.parametrize("number", [0, 1, 2, 12, 40])
@pytest.mark.parametrize("dated", [True, False])
def test_the_edition_at_every_size(number: int, dated: bool) -> None:
    sheets = [article(f"2026-03-{1 + i % 28:02}" if dated else None, f"a-{i}") for i in range(number)]
    html = pages_of(*sheets)[""].html
    assert ("No article is published yet" in html) == (number == 0)
    assert ("New since" in html) == (number > 0 and dated)
    assert ("Articles without a date" in html) == (number > 0 and not dated)
    assert f"All {ENGLISH.text('count.articles', n=number)}" in html or number < 2
    assert ">Overdue<" not in html
    assert "Coming up" not in html


def test_after_a_quiet_week_the_edition_says_so() -> None:
    html = pages_of(article("2026-03-20"), as_of=date(2026, 4, 15))[""].html
    assert "No new article since 20 Mar 2026" in html
    assert "New since" not in html


def test_the_contested_comes_last_in_the_edition_and_first_after_a_quiet_week() -> None:
    said = [
        position("a", statement="Two barges struck the harbour bridge."),
        position("b", "pier", act="deny", cue="denied", statement="Denied two barges struck the harbour bridge."),
    ]
    for as_of, first in ((date(2026, 3, 1), False), (date(2026, 4, 1), True)):
        html = pages_of(paper("one", *said), as_of=as_of)[""].html
        assert html.count('class="face"') == 1
        assert (html.index('class="face"') < html.index('class="front"')) == first


def test_a_contested_pair_may_have_a_side_without_a_name() -> None:
    said = [
        position("a", None, statement="Two barges struck the harbour bridge.", source="a docker"),
        position("b", "pier", act="deny", cue="denied", statement="Denied two barges struck the harbour bridge."),
    ]
    assert "“a docker” and Pier Union" in pages_of(paper("one", *said))[""].html


def test_the_edition_tells_what_the_week_brought_and_what_comes() -> None:
    asked = [{"due": "2026-03-16"}, {"due": "2026-03-23"}, {}]
    html = pages_of(article("2026-03-20", "bridge", questions=asked), article("2026-01-01"))[""].html
    glance = " ".join(re.sub(r"<[^>]+>", " ", html.partition('class="glance">')[2].partition("</ul>")[0]).split())
    assert glance == (
        "1 new article Since 13 March 2026 · one statement "
        "3 open questions Three questions opened 1 overdue One came due"
    )
    assert "New since 13 March 2026" in html
    assert "due in 3 days, 23 Mar 2026" in html
    assert "Coming up" in html
    assert "Earlier" in html


def test_the_edition_leads_to_the_gaps_and_each_number_is_that_of_the_page() -> None:
    said = [position(f"p{i}", topics=["toll"]) for i in range(3)] + [position("n", None, source="aides")]
    pages = pages_of(paper("one", *said), loaded("bare"))
    targets = {anchor for path, anchor in links(pages[""]) if path == "gaps/"}
    assert targets == {h.id for h in pages["gaps/"].headings}
    assert targets == {"not-heard", "one-side", "one-origin", "unnamed", "incomplete"}
    assert "One main actor never heard" in pages[""].html
    ids = Tags(pages["gaps/"].html).ids
    assert targets <= set(ids)


def test_where_nothing_is_missing_the_page_of_gaps_says_so() -> None:
    pages = pages_of(paper("one", position("a"), position("b", "pier"), position("c", "wire")))
    assert pages["gaps/"].headings == ()
    assert "Nothing is missing" in pages["gaps/"].html
    assert "gaps/" not in {path for path, _ in links(pages[""])}


def test_a_briefing_names_whom_it_does_not_quote_and_who_declined() -> None:
    quiet: dict[str, Any] = {"act": "decline", "statement": "The union would not comment."}
    page = pages_of(paper("one", position("a", via="wire"), position("d", "pier", **quiet)))["briefings/one/"]
    assert "who-is-heard" in {h.id for h in page.headings}
    assert "Named, not quoted" not in page.html
    assert "Declined to comment" in page.html
    page = pages_of(paper("one", position("a")))["briefings/one/"]
    named = page.html[page.html.index("Named, not quoted") :]
    assert "Pier Union" in named
    assert "Declined to comment" not in page.html
    page = pages_of(paper("one", position("a", via="wire"), position("b", "pier")))["briefings/one/"]
    assert not {"Named, not quoted", "Declined to comment"} & set(re.findall(r"<h3>(.*?)</h3>", page.html))
    page = pages_of(loaded("two"))["briefings/two/"]
    assert "who-is-heard" not in {h.id for h in page.headings}


def test_who_passes_a_statement_on_is_told_wherever_it_stands_first() -> None:
    quiet: dict[str, Any] = {"act": "decline", "statement": "The union would not comment.", "via": "wire"}
    sheet = paper("one", position("a", via="wire"), position("d", "pier", **quiet))
    site = make_site(corpus_of(sheet), PROJECT, ENGLISH)
    pages = {p.path: p for p in site.pages}
    wire = r"\(passed on by <a href=\"[./]*actors/wire/\">[^<]+</a>\)"
    assert re.search(wire, pages[""].html)
    assert re.search(rf'<ul class="short">.*?{wire}', pages["briefings/one/"].html, re.DOTALL)
    told = [r.text for p in site.pages for r in p.records if r.anchor in ("s-a", "s-d")]
    assert told
    assert all("passed on by" in text for text in told)


def test_each_filter_of_the_board_has_its_place() -> None:
    asked: list[dict[str, Any]] = [{"due": "2026-03-23"}, {"kind": "disputed"}, {"status": "dropped"}, {"due": "2025"}]
    page = pages_of(article("2026-03-20", questions=asked), article("2020-01-01", questions=[{}]))["questions/"]
    filters = {anchor for path, anchor in links(page) if anchor.startswith("only-")}
    assert filters == {i for i in Tags(page.html).ids if i.startswith("only-")}
    assert {"only-due", "only-overdue", "only-dropped", "only-disputed", "only-older", "only-month"} <= filters
    assert re.search(r"with a date to come\W+1\b", page.html)

"""Search in a browser: all words first, who says it on what before the rest, and it says which words are missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

Search = Callable[[str], Locator]
HIT = ".md-search-result__item"


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(served)
    yield page
    context.close()


@pytest.fixture
def search(page: Page) -> Search:
    """Types a query; gives the hits once the index is whole."""

    def found(query: str) -> Locator:
        with page.expect_response("**/said.json"):
            page.locator("[data-md-component=search-query]").click()
        page.locator("[data-md-component=search-query]").fill(query)
        page.locator("[data-md-component=search-query]").press("End")
        return page.locator(HIT)

    return found


def test_what_a_speaker_says_on_a_topic_comes_first(search: Search) -> None:
    first = search("aalto dam").first
    expect(first).to_contain_text("What the lower valley fears")
    expect(first.locator(".md-search-result__link").nth(1)).to_contain_text("Jon Aalto opposes")


def test_a_hit_has_all_words_in_whatever_form(search: Search) -> None:
    hits = search("treaties the union's dam")
    expect(hits.first).to_contain_text("without a treaty")
    for words in hits.all_inner_texts():
        assert "Missing" not in words


def test_what_is_said_word_by_word_comes_before_the_same_words_elsewhere(search: Search) -> None:
    first = search("two sets of figures and one river").first
    expect(first.locator(".md-search-result__link").nth(1)).to_contain_text("Teodor Maas")


def test_where_nothing_has_all_words_each_hit_says_which_it_lacks(search: Search) -> None:
    hits = search("almonds xylophone")
    expect(hits.first).to_contain_text("Missing: xylophone")
    expect(search_meta(hits.page)).not_to_contain_text("No matching")


def test_words_without_a_matter_of_their_own_do_not_count(search: Search) -> None:
    expect(search("what does Aalto say about the dam").first).to_contain_text("Jon Aalto opposes")


@pytest.mark.parametrize(
    ("query", "hit", "others"),
    [
        ("who declined to comment on the dam", "Karsov Hydro declines", "supports"),
        ("does Varga deny the promise", "Ilda Varga denies", "commits"),
        ("who wants wells", "Delmere Farmers' Union demands", "says"),
        ("overdue questions on Lindqvist", "Will Lindqvist come to the talks?", "Has Delmere already filed"),
    ],
)
def test_a_word_of_an_act_or_a_state_finds_what_is_of_that_act_or_in_that_state(
    search: Search, query: str, hit: str, others: str
) -> None:
    first = search(query).first
    expect(first.locator(".md-search-result__link").nth(1)).to_contain_text(hit)
    expect(first).not_to_contain_text("Missing")
    expect(first).not_to_contain_text(others)


def test_what_is_named_comes_first_where_nothing_has_the_last_word(search: Search) -> None:
    first = search("lindqvist karsovia xylophone").first.locator(".md-search-result__link").nth(1)
    expect(first).to_contain_text("Oskar Lindqvist on Karsovia")
    expect(first).to_contain_text("Missing: xylophone")


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("aalto xylophone", "/actors/jon-aalto/"),
        ("xylophone dam", "/topics/tarn-dam/"),
        ("brandt xylophone", "/hanne-brandt/"),
    ],
)
def test_where_nothing_has_all_words_the_page_that_one_names_leads_the_way(
    search: Search, query: str, address: str
) -> None:
    first = search(query).first
    expect(first.locator(".md-search-result__link").first).to_have_attribute("href", re.compile(f"{address}$"))
    expect(first).to_contain_text("Missing: xylophone")


@pytest.mark.parametrize(
    ("query", "hit", "statement"),
    [
        ("Delmere arbitration filing denies", "commission-calls-both-sides-to-lorn", "already filed for arbitration"),
        (
            "will the commission rule on gauge readings published",
            "commission-calls-both-sides-to-lorn",
            "gauge readings",
        ),
        ("Brandt warns river protocol parliament", "delmere-recalls-envoy-over-dam", "wait for protocol"),
        ("Holm monthly delays cost millions", "karsovia-to-fill-tarn-dam-in-april", "every month of delay"),
        ("Sole rejects hiding of the plan", "delmere-recalls-envoy-over-dam", "Delmere knows it"),
        ("Osei grandfather canal sold almonds", "what-the-lower-valley-fears", "dug this canal"),
        ("negotiating with a tap", "delmere-recalls-envoy-over-dam", "somebody else holds"),
        ("holding back floods warehouse", "what-the-lower-valley-fears", "took its warehouse"),
    ],
)
def test_what_has_most_of_the_rare_words_comes_first(search: Search, query: str, hit: str, statement: str) -> None:
    first = search(query).first
    expect(first).to_contain_text(statement)
    expect(first.locator(".md-search-result__link").first).to_have_attribute("href", re.compile(f"/briefings/{hit}/"))


def test_a_word_elsewhere_in_the_article_is_not_missed(search: Search) -> None:
    first = search("Holm joint gauge November").first
    expect(first).to_contain_text("Karsovia to fill Tarn dam in April")
    expect(first).not_to_contain_text("Missing")


@pytest.mark.parametrize("query", ["recalling ambassadors", "recalled ambassador"])
def test_other_forms_of_a_word_are_found(search: Search, query: str) -> None:
    first = search(query).first
    expect(first).to_contain_text("Delmere recalls envoy")
    expect(first).not_to_contain_text("Missing")


def test_a_letter_of_a_word_that_is_being_typed_is_not_missed(search: Search) -> None:
    expect(search("lindqvist on k").first).not_to_contain_text("Missing")


def test_an_actor_that_says_nothing_comes_behind_the_articles_about_it(search: Search) -> None:
    hits = search("sant elva post")
    expect(hits.first.locator(".md-search-result__link").first).to_have_attribute("href", re.compile("/briefings/"))
    expect(hits.filter(has_text="no statements")).to_have_count(1)


def test_a_search_says_that_the_index_is_still_loading(page: Page) -> None:
    held: list[Route] = []
    page.route("**/said.json", lambda route: held.append(route))
    with page.expect_request("**/said.json"):
        page.locator("[data-md-component=search-query]").click()
    page.locator("[data-md-component=search-query]").type("two sets of figures")
    expect(search_meta(page)).to_have_text("Searching: the index is loading …")
    expect(page.locator(HIT)).to_have_count(0)
    held[0].continue_()
    expect(page.locator(HIT).first).to_contain_text("Teodor Maas")
    expect(search_meta(page)).not_to_contain_text("loading")


def test_an_answer_that_is_slow_to_be_shown_does_not_call_the_whole_index_unfinished(page: Page) -> None:
    page.evaluate("() => { const later = setTimeout; window.setTimeout = (go, after = 0) => later(go, after + 500) }")
    held: list[Route] = []
    page.route("**/said.json", lambda route: held.append(route))
    with page.expect_request("**/said.json"):
        page.locator("[data-md-component=search-query]").click()
    page.locator("[data-md-component=search-query]").type("two sets of figures")
    page.wait_for_timeout(300)
    held[0].continue_()
    expect(page.locator(HIT).first).to_contain_text("Teodor Maas")
    page.wait_for_timeout(1000)
    expect(search_meta(page)).not_to_contain_text("loading")


def test_nothing_is_said_to_be_missing_before_the_index_came(page: Page) -> None:
    page.route("**/search_index.json", lambda route: None)
    page.locator("[data-md-component=search-query]").click()
    page.locator("[data-md-component=search-query]").type("dam")
    expect(search_meta(page)).to_have_text("Searching: the index is loading …")


def test_a_phrase_in_quotation_marks_is_one(search: Search) -> None:
    hits = search('"does not wait for protocol"')
    expect(hits.first).to_contain_text("Hanne Brandt warns")
    expect(hits).to_have_count(1)


def test_the_page_of_what_is_named_comes_first(search: Search) -> None:
    first = search("marit osei").first.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile(r"/actors/marit-osei/$"))


@pytest.mark.parametrize(
    ("query", "hit", "anchor"),
    [
        ("lindqvist on karsovia", "Oskar Lindqvist on Karsovia", "#by-oskar-lindqvist"),
        ("what does varga say about the flow data", "Ilda Varga on Flow data", "#on-flow-data"),
        ("open questions on the tarn dam", "Filling of the Tarn dam: Open questions", "#open-questions"),
    ],
)
def test_the_place_of_one_matter_comes_before_single_statements(
    search: Search, query: str, hit: str, anchor: str
) -> None:
    link = search(query).first.locator(".md-search-result__link").nth(1)
    expect(link).to_contain_text(hit)
    expect(link).to_have_attribute("href", re.compile(f"{anchor}$"))


def test_a_year_finds_what_was_said_in_it(search: Search) -> None:
    expect(search("aalto 2026").first).to_contain_text("Jon Aalto")


def test_nothing_found_is_said(search: Search) -> None:
    hits = search("xylophone")
    expect(search_meta(hits.page)).to_contain_text("No matching")
    expect(hits).to_have_count(0)


def search_meta(page: Page) -> Locator:
    """The line above the hits."""
    return page.locator(".md-search-result__meta")

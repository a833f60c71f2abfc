"""Search in a browser: all words first, who says it on what before the rest, and it says which words are missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

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

"""What a reader's browser has to fetch for a first page, and whether anything moves while it comes."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Response, expect

BRIEFING = "briefings/karsovia-to-fill-tarn-dam-in-april/"
BUDGET = 150_000
"""Bytes over the wire, as servers compress: fonts and pictures are compressed already."""

MOVED = """() => new Promise(done => {
    let sum = 0
    new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))
        .observe({ type: "layout-shift", buffered: true })
    setTimeout(() => done(sum), 500)
})"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser that has never been here."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", ["", BRIEFING])
def test_a_first_page_is_light_and_nothing_on_it_moves(page: Page, served: str, path: str) -> None:
    weights: dict[str, int] = {}
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(served + path, wait_until="networkidle")
    assert page.evaluate(MOVED) < 0.01
    for answer in answers:
        body = answer.body()
        weights[answer.url] = len(body if answer.url.endswith((".woff2", ".png")) else gzip.compress(body))
    assert all(url.startswith(served) for url in weights)
    assert sum(weights.values()) <= BUDGET, weights
    assert any(url.endswith(".woff2") for url in weights)


def test_the_index_of_search_comes_when_search_is_opened(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served, wait_until="networkidle")
    assert not any("/search/" in url for url in asked)
    page.locator("label[for=__search]").first.click()
    page.keyboard.type("protocol")
    expect(page.locator(".md-search-result__link", has_text="Hanne Brandt warns")).to_be_visible()
    assert [url.rpartition("/")[2] for url in asked if "/search/" in url] == ["search_index.json", "said.json"]

"""What a reader's browser has to fetch for a first page, also of a large site, and whether anything moves meanwhile."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from crowded import write_crowd
from playwright.sync_api import Browser, Page, Response, expect
from site_project import mkdocs

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


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site whose lists are long."""
    root = write_crowd(tmp_path_factory.mktemp("crowd"))
    run = mkdocs(root, "build", "--strict")
    assert run.returncode == 0, run.stderr
    return root / "site"


def visited(page: Page, home: str, path: str) -> dict[str, int]:
    """The bytes of all that a first visit fetches, by address; nothing moves, and no other host is asked."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(home + path, wait_until="networkidle")
    assert page.evaluate(MOVED) < 0.01
    weights = {}
    for answer in answers:
        body = answer.body()
        weights[answer.url] = len(body if answer.url.endswith((".woff2", ".png")) else gzip.compress(body))
    assert all(url.startswith(home) for url in weights)
    return weights


@pytest.mark.parametrize("path", ["", BRIEFING])
def test_a_first_page_is_light_and_nothing_on_it_moves(page: Page, served: str, path: str) -> None:
    weights = visited(page, served, path)
    assert sum(weights.values()) <= BUDGET, weights
    assert any(url.endswith(".woff2") for url in weights)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "topics/the-weir/",
        "topics/the-weir/said/",
        "actors/water-board/",
        "actors/ada-boscato/",
        "questions/",
        "timeline/",
    ],
)
def test_what_grows_stays_light_and_nothing_on_it_moves(
    page: Page, crowd: Path, serve: Callable[[Path], str], path: str
) -> None:
    weights = visited(page, serve(crowd), path)
    assert sum(weights.values()) <= BUDGET, weights


def test_no_page_of_a_large_site_is_too_heavy(page: Page, crowd: Path, serve: Callable[[Path], str]) -> None:
    home = serve(crowd)
    weights = visited(page, home, "")
    room = BUDGET - sum(weights.values()) + weights[home]
    pages = {str(file.relative_to(crowd)): len(gzip.compress(file.read_bytes())) for file in crowd.rglob("*.html")}
    assert {path: size for path, size in pages.items() if size > room} == {}
    apart = ("topics/the-weir/said/2/", "topics/the-weir/history/", "actors/water-board/about/2/", "questions/2025")
    assert [part for part in apart if not any(path.startswith(part) for path in pages)] == []


def test_search_and_its_index_come_when_search_is_opened(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served, wait_until="networkidle")
    assert not any("search" in url for url in asked)
    page.locator("label[for=__search]").first.click()
    page.keyboard.type("protocol")
    expect(page.locator(".md-search-result__link", has_text="Hanne Brandt warns")).to_be_visible()
    names = [url.rpartition("/")[2] for url in asked if "search" in url]
    assert sorted(names) == ["said.json", "search.js", "search_index.json"]

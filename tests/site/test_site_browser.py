"""The built site in a real Chromium: it reads, leads on, finds and asks nobody else for anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from site_project import mkdocs, write_project, write_sheet

BRIEFING = "briefings/karsovia-to-fill-tarn-dam-in-april/"


LEFT = "net::ERR_ABORTED"
"""A request that was under way when the page was left."""

BEYOND_THE_EDGE = """
[...document.querySelectorAll(".md-content *")]
    .filter(e => e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => `${e.tagName}.${e.className}`)
"""


class Watched:
    """A page and what went wrong on it: errors, dialogs, requests to another host."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home = page, home
        self.wrong: list[str] = []
        origin = home[: home.index("/", len("http://"))]
        page.on("console", lambda m: self.wrong.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: self.wrong.append(str(e)))
        page.on("dialog", lambda d: (self.wrong.append(f"dialog {d.message}"), d.dismiss()))
        page.on("request", lambda r: self.wrong.append(r.url) if not r.url.startswith((origin, "data:")) else None)
        page.on("requestfailed", lambda r: None if r.failure == LEFT else self.wrong.append(f"{r.failure} {r.url}"))

    def open(self, path: str = "") -> Page:
        self.page.goto(self.home + path)
        return self.page


@pytest.fixture
def watched(browser: Browser, served: str) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    watched = Watched(context.new_page(), served)
    yield watched
    context.close()
    assert watched.wrong == []


def test_from_a_statement_to_its_actor_and_back(watched: Watched) -> None:
    page = watched.open()
    page.get_by_role("link", name="Karsovia to fill Tarn dam in April").click()
    expect(page.locator("h1")).to_have_text("Karsovia to fill Tarn dam in April, minister says")
    expect(page.locator(".md-tabs__item--active")).to_have_text("Briefings")
    page.locator(".who").get_by_role("link", name="Ilda Varga").click()
    expect(page.locator("h1")).to_have_text("Ilda Varga")
    page.locator(".st", has_text="no farmer will lose a drop").get_by_role("link", name="Northern Wire").click()
    page.wait_for_url(f"**/{BRIEFING}#s-ilda-varga-the-gates-close")
    expect(page.locator("#s-ilda-varga-the-gates-close mark")).to_be_in_viewport()


def test_search_finds_a_word_of_a_quotation_and_leads_to_it(watched: Watched) -> None:
    page = watched.open("actors/")
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("protocol")
    hit = page.locator(".md-search-result__link", has_text="Hanne Brandt warns")
    expect(hit).to_contain_text("a river does not wait for protocol")
    hit.click()
    page.wait_for_url("**/delmere-recalls-envoy-over-dam/#s-brandt-a-river-does-not-wait")
    expect(page.locator("#s-brandt-a-river-does-not-wait")).to_be_in_viewport()


def test_hostile_words_are_words_in_the_page_and_in_search(watched: Watched) -> None:
    page = watched.open("briefings/hostile/")
    expect(page.locator("h1")).to_contain_text("<script>document.title")
    expect(page.locator("h1")).to_contain_text("{{ 7*7 }} [x](javascript:alert(1)) | a | b | </mark>")
    assert page.title() != "broken"
    assert page.locator(".md-content img, .md-content script").count() == 0
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("onerror")
    expect(page.locator(".md-search-result__link").first).to_contain_text("<script>")
    assert page.locator(".md-search-result img, .md-search-result script").count() == 0
    assert page.title() != "broken"


def test_the_board_filters_by_its_address_alone(watched: Watched) -> None:
    page = watched.open("questions/")
    everything = page.locator(".qn:visible").count()
    page.locator(".chips").get_by_role("link", name="disputed").click()
    assert 0 < page.locator(".qn:visible").count() < everything
    assert page.locator(".qn:visible:not(.is-disputed)").count() == 0
    assert page.locator(".board section:visible").count() < page.locator(".board section").count()
    page.locator(".chips .all").click()
    assert page.locator(".qn:visible").count() == everything


def test_no_page_scrolls_sideways_or_is_cut(watched: Watched) -> None:
    for path in (
        "",
        BRIEFING,
        "briefings/hostile/",
        "actors/karsovia/",
        "topics/tarn-dam/",
        "questions/",
        "timeline/",
        "gaps/",
    ):
        page = watched.open(path)
        for width in (320, 390, 820, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width)
            assert page.evaluate(BEYOND_THE_EDGE) == [], (path, width)


@pytest.mark.parametrize(("scheme", "ground"), [("light", "rgb(253, 252, 249)"), ("dark", "rgb(22, 23, 25)")])
def test_both_schemes_follow_the_reader_and_print_black_on_white(
    browser: Browser, served: str, scheme: Literal["light", "dark"], ground: str
) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto(served + BRIEFING)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).display") == "none"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    page.close()


def test_a_filter_finds_what_a_long_board_folds_away(browser: Browser, tmp_path: Path) -> None:
    root = write_project(tmp_path / "project")
    asked = [{"id": f"q{i}", "question": f"Is it {i}?", "kind": "disputed" if i % 9 else "asked"} for i in range(90)]
    about = {"id": "long", "title": "Many questions", "published": "2020-01-01"}
    write_sheet(root, {"schema": 1, "article": about, "open_questions": asked}, "Many questions.")
    assert mkdocs(root, "build", "--strict").returncode == 0
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((root / "site/questions/index.html").as_uri())
    folded = page.locator(".fold .qn")
    assert folded.count() > 0
    assert folded.locator("visible=true").count() == 0
    page.goto((root / "site/questions/index.html").as_uri() + "#only-asked")
    assert 0 < folded.locator("visible=true").count() < folded.count()
    assert page.locator(".qn:visible:not(.is-asked)").count() == 0
    context.close()

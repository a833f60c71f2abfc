"""What a script adds to reading: links that copy themselves, and a word at what is new; and pages that need none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

BRIEFING = "briefings/karsovia-to-fill-tarn-dam-in-april/"
KEY = "briefwright /news/brief/"
SHIFTS = """
() => new Promise(done => {
    let sum = 0;
    new PerformanceObserver(l => l.getEntries().forEach(e => { sum += e.value; }))
        .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 300);
})
"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, served: str) -> Page:
    page = context.new_page()
    page.goto(served)
    return page


def last_visit(page: Page, *, without: int) -> list[str]:
    """Put the reader's last visit on 3 March 2026, when the newest articles were not there; gives these."""
    known = page.evaluate(f"JSON.parse(localStorage['{KEY}']).known")
    state = {"day": "Tue Mar 03 2026", "since": "Mon Mar 02 2026", "known": known[without:], "fresh": [known[-1]]}
    page.evaluate(f"localStorage['{KEY}'] = {json.dumps(json.dumps(state))}")
    return list(known[:without])


def test_a_click_copies_the_whole_address_and_says_so(page: Page, served: str) -> None:
    page.goto(served + BRIEFING)
    link = page.locator(".st .perma a").first
    address, place = link.get_attribute("href"), page.url
    link.click()
    expect(link).to_have_text("copied")
    expect(page.get_by_role("status").filter(has_text="The address is copied.")).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()") == f"{served}{BRIEFING}{address}"
    assert page.url == place
    expect(link).to_have_text("permalink", timeout=4000)
    expect(page.locator("p.aloud")).to_be_empty()


def test_where_there_is_no_clipboard_the_link_is_a_link(context: BrowserContext, served: str) -> None:
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(served + BRIEFING)
    link = page.locator(".st .perma a").first
    link.click()
    assert page.url.endswith(link.get_attribute("href") or "nowhere")
    expect(link).to_have_text("permalink")


def test_a_first_visit_marks_nothing(page: Page, served: str) -> None:
    expect(page.locator(".visit")).to_be_empty()
    for path in ("", "briefings/", "questions/", "actors/karsovia/", "topics/tarn-dam/"):
        page.goto(served + path)
        assert page.locator(".tag.new").count() == 0


def test_what_came_since_the_last_visit_is_told_and_marked_until_it_is_read(page: Page, served: str) -> None:
    new = last_visit(page, without=2)
    page.goto(served)
    expect(page.locator(".visit")).to_have_text("Two new articles since your last visit on 3 March mark all as seen")
    assert page.evaluate(SHIFTS) < 0.01
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served)
    assert page.evaluate(SHIFTS) < 0.01
    page.goto(served + "briefings/")
    marked = page.locator(".list > li", has=page.locator(".tag.new"))
    addresses = [a.get_attribute("href") or "" for a in marked.locator("h2 a").all()]
    assert [a.split("/")[-2] for a in addresses] == new
    assert page.locator(".tag.new").all_text_contents() == ["new", "new"]
    assert page.evaluate(SHIFTS) < 0.01
    for path in ("questions/", "actors/karsovia/", "topics/tarn-dam/"):
        page.goto(served + path)
        for place in page.locator(".md-content [data-article]").all():
            is_new = set((place.get_attribute("data-article") or "").split()) <= set(new)
            assert place.locator(".tag.new").count() == is_new, path
        assert page.evaluate(SHIFTS) < 0.01
    page.goto(f"{served}briefings/{new[0]}/")
    page.goto(served)
    expect(page.locator(".visit")).to_contain_text("One new article since your last visit on 3 March")


def test_all_can_be_marked_as_seen(page: Page, served: str) -> None:
    last_visit(page, without=2)
    page.goto(served)
    page.get_by_role("button", name="mark all as seen").click()
    expect(page.locator(".visit")).to_have_text("All articles are marked as seen.")
    expect(page.locator(".visit")).to_be_focused()
    page.goto(served + "briefings/")
    assert page.locator(".tag.new").count() == 0
    page.goto(served)
    expect(page.locator(".visit")).to_be_empty()


@pytest.mark.parametrize("kept", ["not json", '{"known": 1}', "null", '{"day": "x", "known": [], "fresh": [5]}'])
def test_what_others_left_in_the_storage_does_no_harm(page: Page, served: str, kept: str) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.evaluate(f"localStorage['{KEY}'] = {json.dumps(kept)}")
    page.goto(served)
    page.goto(served + BRIEFING)
    page.locator(".st .perma a").first.click()
    expect(page.locator(".st .perma a").first).to_have_text("copied")
    assert wrong == []


def test_where_storage_is_forbidden_the_page_is_whole(context: BrowserContext, served: str) -> None:
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden') } })")
    page.goto(served)
    page.goto(served + BRIEFING)
    expect(page.locator("h1")).to_be_visible()
    own = [w for w in wrong if "forbidden" not in w]  # the theme's own scripts may trip over it
    assert own == []
    page.locator(".st .perma a").first.click()
    expect(page.locator(".st .perma a").first).to_have_text("copied")


def test_the_script_is_small(built: Path) -> None:
    assert (built / "assets/briefwright/reading.js").stat().st_size < 4000

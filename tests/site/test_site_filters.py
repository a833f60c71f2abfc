"""Filters in a browser that runs no script: an address hides the rest, can be shared, and shows all again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

LISTS = {
    "questions/": (".qn", "disputed"),
    "briefings/": ("li", "o-northern-wire"),
    "timeline/": (".tl li", "announced"),
    "actors/": (".cast > div", "state"),
}


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", LISTS)
def test_a_filter_is_an_address_and_needs_no_script(plain: Page, served: str, path: str) -> None:
    item, key = LISTS[path]
    plain.goto(served + path)
    items = plain.locator(f".board {item}")
    everything = items.count()
    chip = plain.locator(f'.chips a[href="#only-{key}"]')
    wanted = int(chip.inner_text().split()[-1])
    assert 0 < wanted < everything
    top = plain.locator("h1").bounding_box()
    chip.click()
    expect(chip).to_be_in_viewport()
    if path != "actors/":  # where the list begins far down
        assert plain.locator("h1").bounding_box() == top  # the page does not jump
    shown = plain.locator(f".board {item}:visible")
    assert shown.count() == plain.locator(f".board {item}.is-{key}:visible").count() == wanted
    assert plain.locator(".board section:visible").count() == plain.locator(f".board section:has(.is-{key})").count()
    address = plain.url
    plain.locator(".chips .all").click()
    assert shown.count() == everything
    plain.goto("about:blank")
    plain.goto(address)  # as somebody who was sent it
    assert shown.count() == wanted


def test_what_is_said_on_a_topic_is_narrowed_to_an_act(plain: Page, served: str) -> None:
    plain.goto(f"{served}topics/tarn-dam/")
    shown = plain.locator(".board .it:visible")
    before = shown.count()
    chip = plain.locator('.chips a[href="#only-demand"]')
    wanted = int(chip.inner_text().split()[-1])
    chip.click()
    expect(chip).to_be_in_viewport()
    assert shown.count() == plain.locator(".board .it.is-demand:visible").count() == wanted < before
    assert plain.locator(".board .who:visible").count() == plain.locator(".board .who:has(.is-demand)").count()
    plain.locator(".chips .all").click()
    assert shown.count() == before

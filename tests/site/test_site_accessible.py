"""Every kind of page by the rules of WCAG 2.2 AA that a program can check, in both colour schemes, wide and narrow."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

PAGES = (
    "",
    "briefings/",
    "briefings/karsovia-to-fill-tarn-dam-in-april/",
    "briefings/hostile/",
    "actors/",
    "actors/karsovia/",
    "topics/",
    "topics/tarn-dam/",
    "disputes/",
    "questions/",
    "questions/by-topic/",
    "disputes/",
    "timeline/",
    "gaps/",
    "how-to-read/",
    "404.html",
)
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_no_page_breaks_a_rule(browser: Browser, served: str, scheme: Literal["light", "dark"], width: int) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    broken = {}
    for path in PAGES:
        page.goto(served + path)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        results = Axe().run(page, options=RULES)
        if results.violations_count:
            broken[path] = results.generate_report()
    page.close()
    assert not broken, "\n".join(f"{path}: {report}" for path, report in broken.items())

"""Pages on paper: what a reader holds is the briefing alone, black on white, whole, within the sheet."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from briefwright.cli import main

PAGES = [
    "", "briefings/karsovia-to-fill-tarn-dam-in-april/", "briefings/hostile/", "actors/karsovia/", "topics/tarn-dam/",
    "questions/", "timeline/",
]  # fmt: skip
SHEET = {"width": 665, "height": 940}
"""A4 less its margins, in CSS pixels."""

IN_COLOUR = """
[...document.querySelectorAll(".md-typeset, .md-typeset *")].filter(e => e.getClientRects().length).flatMap(e => {
    const {color, backgroundColor} = getComputedStyle(e)
    return [color, backgroundColor].filter(c => {
        const parts = c.match(/[\\d.]+/g).map(Number)
        return parts[3] !== 0 && new Set(parts.slice(0, 3)).size > 1
    }).map(c => `${e.tagName}.${e.className} ${c}`)
})
"""
BEYOND_THE_EDGE = """
[...document.querySelectorAll(".md-typeset *")]
    .filter(e => e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => `${e.tagName}.${e.className}`)
"""
SEEN = "e => e.checkVisibility({contentVisibilityAuto: true})"
UNFOLDED = f"""
[...document.querySelectorAll("details.fold:not(.narrowing) > :not(summary)")].filter({SEEN}).length
"""
FOLDED = f"""
[...document.querySelectorAll("details:not(.narrowing) > :not(summary), .who > div > *")]
    .filter(e => !({SEEN})(e)).length
"""
ALONE = "document.querySelectorAll('.fold:not(.narrowing, .who .fold)').length"
SAYS_SO = """
[...document.querySelectorAll(".fold:not(.narrowing)")].map(e => getComputedStyle(e, "::after").content).join()
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_prints_its_briefing_and_nothing_of_the_site_around_it(
    browser: Browser, served: str, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(color_scheme=scheme, viewport=SHEET)
    for path in PAGES:
        page.goto(served + path)
        title = page.locator("h1").inner_text()
        page.emulate_media(media="print")
        printed = page.locator("body").inner_text()
        assert title in printed, path
        for word in ("Skip to content", "Search", "Back to top", "On this page", "Fact sheets", "Next", "in the text"):
            assert word not in printed, (path, word)
        assert page.evaluate(IN_COLOUR) == [], path
        assert page.evaluate(BEYOND_THE_EDGE) == [], path
        assert not page.evaluate(UNFOLDED), path
        page.emulate_media(media="screen")
    page.close()


def test_what_is_folded_is_printed_for_who_asks_for_the_whole(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport=SHEET)
    page.emulate_media(media="print")
    for path in PAGES:
        page.goto(served + path)
        brief = page.evaluate(FOLDED)
        assert "#whole at the end" in page.evaluate(SAYS_SO) or not page.evaluate(ALONE)
        page.goto(f"{served}{path}#whole")
        assert page.evaluate(FOLDED) == 0, path
        assert path not in ("actors/karsovia/", "topics/tarn-dam/") or brief, path
    page.close()


def test_an_address_elsewhere_is_spelled_out_and_the_foot_names_site_and_day(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport=SHEET)
    page.goto(served + PAGES[1])
    page.emulate_media(media="print")
    link = page.locator('.kv a[href^="https://"]').first
    assert link.evaluate("e => getComputedStyle(e, '::after').content") == f'" ({link.get_attribute("href")})"'
    rules = page.evaluate(
        "[...document.styleSheets].flatMap(s => [...s.cssRules]).map(r => r.cssText).filter(t => t.startsWith('@page'))"
    )
    assert any('"World Brief · as of 24 March 2026"' in rule for rule in rules), rules
    page.close()


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


def test_a_briefing_is_a_few_sheets_of_a4(browser: Browser, served: str) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(served + PAGES[1])
    pdf = page.pdf(prefer_css_page_size=True)
    assert 2 <= pages_of(pdf) <= 5
    assert set(re.findall(rb"/MediaBox \[([^\]]*)\]", pdf)) == {b"0 0 594.95996 841.91998"}
    page.close()


@pytest.fixture(scope="module")
def packed(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file with a topic, an actor and the hostile briefing."""
    file = tmp_path_factory.mktemp("pack") / "brief.html"
    chosen = ["--topic", "tarn-dam", "--actor", "Karsovia", "--sheet", "hostile", "--full"]
    result = CliRunner().invoke(main, ["pack", "-f", str(project / "mkdocs.yml"), *chosen, "--to", str(file)])
    assert result.exit_code == 0, result.output
    return file


@pytest.mark.parametrize("width", [390, 1100])
def test_a_pack_asks_nobody_for_anything_runs_nothing_and_fits(browser: Browser, packed: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text))
    page.on("pageerror", lambda e: wrong.append(str(e)))
    page.on("dialog", lambda d: (wrong.append(d.message), d.dismiss()))
    page.on("request", lambda r: None if r.url.startswith(("data:", packed.as_uri())) else wrong.append(r.url))
    page.goto(packed.as_uri())
    assert page.evaluate("document.fonts.ready.then(() => [...document.fonts].every(f => f.status != 'error'))")
    assert page.evaluate("document.fonts.check('700 20px \"Charis SIL\"', 'a')")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(BEYOND_THE_EDGE) == []
    assert page.locator("script, img").count() == 0
    assert page.title() != "broken"
    page.locator("header").get_by_role("link", name="Karsovia to fill Tarn dam").click()
    assert page.locator(":target h1").inner_text() == "Karsovia to fill Tarn dam in April, minister says"
    page.emulate_media(media="print")
    assert page.evaluate(IN_COLOUR) == []
    assert page.evaluate(FOLDED) == 0
    page.close()
    assert wrong == []


def test_a_pack_is_printed_the_same_each_time_and_dated_as_it_is(project: Path, tmp_path: Path) -> None:
    made = []
    for file in (tmp_path / "one.pdf", tmp_path / "two.pdf"):
        arguments = ["pack", "-f", str(project / "mkdocs.yml"), "--sheet", "hostile", "--to", str(file)]
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 0, result.output
        made.append(file.read_bytes())
    assert made[0] == made[1]
    assert made[0].startswith(b"%PDF-")
    assert set(re.findall(rb"Date \((D:[^)]*)\)", made[0])) == {b"D:20260324000000+00'00'"}
    assert pages_of(made[0]) >= 1

"""The site in other languages: Spanish as it comes, and a language from the right with a made-up catalogue."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from lxml import html
from playwright.sync_api import Browser, expect
from site_project import mkdocs
from test_site_browser import BRIEFING, Watched

from briefwright.pages import load_labels
from briefwright.shipped import shipped

LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיכלמנסעפצקרשתאבגד")
PAGES = ("", BRIEFING, "actors/karsovia/", "topics/tarn-dam/", "questions/", "timeline/")
BEYOND_THE_EDGE = """
[...document.querySelectorAll(".md-content *")]
    .filter(e => e.getClientRects().length)
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1)
    .map(e => `${e.tagName}.${e.className}`)
"""
LAST_TWO = """e => [-2, -1].map(at => {
    const text = document.createTreeWalker(e, NodeFilter.SHOW_TEXT)
    while (text.nextNode());
    const range = document.createRange(), end = text.currentNode.length
    range.setStart(text.currentNode, end + at)
    range.setEnd(text.currentNode, end + at + 1)
    return range.getBoundingClientRect().left
})"""


def made_up(text: object) -> object:
    """A label in Hebrew letters without a meaning; what is in braces stays."""
    if isinstance(text, dict):
        return {name: made_up(form) for name, form in text.items()}
    return "".join(p if p.startswith("{") else p.lower().translate(LETTERS) for p in re.split(r"(\{\w+\})", str(text)))


@pytest.fixture(scope="module")
def hebrew(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newsroom's project in Hebrew letters."""
    root = in_language("he", project, tmp_path_factory.mktemp("he"))
    labels = yaml.safe_load((shipped("templates") / "labels/en.yml").read_text("utf-8"))
    labels = {group: texts if group == "date" else made_up(texts) for group, texts in labels.items()}
    (root / "templates/labels").mkdir(parents=True)
    (root / "templates/labels/he.yml").write_text(yaml.safe_dump(labels, allow_unicode=True), "utf-8")
    return built(root)


@pytest.fixture(scope="module")
def spanish(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newsroom's project in Spanish."""
    return built(in_language("es", project, tmp_path_factory.mktemp("es")))


def in_language(language: str, project: Path, folder: Path) -> Path:
    root = folder / "project"
    shutil.copytree(project, root, ignore=shutil.ignore_patterns("site"))
    config = root / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("name: material\n", f"name: material\n  language: {language}\n"), "utf-8"
    )
    return root


def built(root: Path) -> Path:
    run = mkdocs(root, "build", "--strict")
    assert run.returncode == 0, run.stderr
    return root / "site"


@pytest.fixture
def opened(browser: Browser, serve: Callable[[Path], str]) -> Iterator[Callable[[Path], Watched]]:
    """Watches a page of the site in a folder."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    seen: list[Watched] = []

    def open_site(site: Path) -> Watched:
        seen.append(Watched(context.new_page(), serve(site)))
        return seen[-1]

    yield open_site
    context.close()
    assert [wrong for each in seen for wrong in each.wrong] == []


def test_a_site_from_the_right_begins_at_the_right_and_nothing_is_cut(
    opened: Callable[[Path], Watched], hebrew: Path
) -> None:
    site = opened(hebrew)
    for path in PAGES:
        page = site.open(path)
        assert page.locator("html").get_attribute("lang") == "he"
        assert page.locator("body").get_attribute("dir") == "rtl"
        for width in (390, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width)
            assert page.evaluate(BEYOND_THE_EDGE) == [], (path, width)
    statement = site.open(BRIEFING).locator(".st").first
    badge, quotation = statement.locator(".act").bounding_box(), statement.locator("blockquote").bounding_box()
    assert badge
    assert quotation
    assert badge["x"] > quotation["x"] + quotation["width"]


def test_an_articles_words_run_their_own_way_and_say_their_language(
    opened: Callable[[Path], Watched], hebrew: Path
) -> None:
    page = opened(hebrew).open(BRIEFING)
    for words in (page.locator("h1"), page.locator(".st blockquote").first, page.locator(".qn h3").first):
        assert (words.get_attribute("lang"), words.get_attribute("dir")) == ("en", "ltr")
    before, last = page.locator(".qn h3").first.evaluate(LAST_TWO)
    assert before < last, "the question mark stands at the end, which is at the right"
    assert page.locator("h2").first.get_attribute("lang") is None


def test_the_site_in_spanish_finds_and_leads_on(opened: Callable[[Path], Watched], spanish: Path) -> None:
    page = opened(spanish).open()
    assert page.locator("html").get_attribute("lang") == "es"
    expect(page.locator("h1")).to_have_text("Quién lo dijo y qué queda por aclarar")
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("protocol")
    hit = page.locator(".md-search-result__link", has_text="Hanne Brandt advierte")
    hit.click()
    page.wait_for_url("**/delmere-recalls-envoy-over-dam/#s-brandt-a-river-does-not-wait")
    expect(page.locator("#s-brandt-a-river-does-not-wait blockquote")).to_have_attribute("lang", "en")
    expect(page.locator("#s-brandt-a-river-does-not-wait")).to_contain_text("cita parcial")
    assert page.locator("#s-brandt-a-river-does-not-wait blockquote").get_attribute("dir") is None


def test_what_mkdocs_yml_gives_no_name_is_called_as_the_language_has_it(
    opened: Callable[[Path], Watched], spanish: Path
) -> None:
    page = opened(spanish).open(BRIEFING)
    tabs = [text.strip() for text in page.locator(".md-tabs__link").all_text_contents()]
    assert tabs[:-1] == ["Edición", "Informes", "Actores", "Temas", "Preguntas abiertas", "Cronología", "Lagunas"]
    expect(page.locator(".md-nav--secondary")).to_have_attribute("aria-label", "En esta página")
    names = page.locator("label[for^=__palette]").evaluate_all("all => all.map(label => label.title)")
    assert names == ["Cambiar al esquema oscuro", "Cambiar al esquema claro"]


def test_the_style_sheets_name_no_side() -> None:
    for sheet in (shipped("templates") / "theme/assets/briefwright").glob("*.css"):
        rules = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
        assert re.findall(r"[\w-]*\b(?<!@bottom-)(?:left|right)\b[^;]*;", rules) == [], sheet.name


DOCUMENTATION = {"fact-sheets", "formats", "commands", "accuracy"}
"""Pages of the project of these tests that are in English in any language."""
NAVIGATION = ".//nav[contains(@class, 'md-tabs') or contains(@class, 'md-nav--primary')]"
NOT_OURS = f".//*[@lang] | .//script[not(@data-home)] | .//style | {NAVIGATION}"
"""Words of articles, scripts, and the navigation, of which mkdocs.yml names a part."""


def english_only(language: str) -> tuple[set[str], set[str]]:
    """What the English labels say and those of the language nowhere do: whole short ones, and pieces of three words."""
    labels = (load_labels(each, Path("/nowhere")) for each in ("en", language))
    forms = [{form for key in each for form in each.forms(key).values() if "search" not in key} for each in labels]
    whole, pieces = forms[0] - forms[1], {p.strip(" .:;,·") for form in forms[0] for p in re.split(r"\{\w+\}", form)}
    theirs = " ".join(forms[1])
    return whole, {p for p in pieces if len(p.split()) > 2 and p not in theirs}


def shown(page: Path) -> list[str]:
    """What a page says in the site's own language: its texts, and those that are told of a picture or a button."""
    body = html.fromstring(page.read_text("utf-8"))
    for foreign in body.xpath(NOT_OURS):
        foreign.drop_tree()
    attributes = body.xpath("//@aria-label | //@title | //@alt | //script/@*[starts-with(name(), 'data-')]")
    return [" ".join(text.split()) for text in (*body.itertext(), *attributes)]


def test_a_site_in_spanish_has_no_english_left(spanish: Path, built: Path) -> None:
    whole, pieces = english_only("es")
    own = {page: page.relative_to(spanish) for page in spanish.rglob("*.html")}
    own = {page: path for page, path in own.items() if path.parts[0] not in DOCUMENTATION}
    assert len(own) > 20
    for page, path in own.items():
        said = shown(page)
        assert not [text for text in said if text in whole], path
        assert not [(text, piece) for text in said for piece in pieces if piece in text], path
    english = [text for page in own.values() if (built / page).is_file() for text in shown(built / page)]
    assert sum(any(piece in text for text in english) for piece in pieces) > 50, "the pages of this test have labels"


def test_how_to_read_is_told_in_the_language_of_the_site(spanish: Path, built: Path) -> None:
    theirs, ours = (html.parse(site / "how-to-read/index.html") for site in (spanish, built))
    assert theirs.findtext(".//h1").startswith("Cómo leer un informe")
    assert ours.findtext(".//h1").startswith("How to read a briefing")
    assert theirs.xpath("//h2/@id") == ours.xpath("//h2/@id")
    assert not list(spanish.glob("how-to-read.*"))
    assert not list(built.glob("how-to-read.*"))

"""Text fragments in a real Chromium: what it marks on the article's page is the evidence, to the letter."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser
from target_text import Marks, as_page

from briefwright.model.text import Span
from briefwright.pages.fragments import at_source

FIXTURES = Path(__file__).parent / "fixtures"
TITLE = "Karsovia to fill Tarn dam"
HARD = "\n".join(
    [
        "Minister Ilda Varga spoke to reporters. “We will not sign,” she said, and then once more: “We will not sign.”",
        "No comment.",
        "Karsovia to fill Tarn dam, the envoy wrote - a well-known builder, Holm & Sons, “cheap, quick”, is at work.",
        "Was the treaty discussed?",
        "No comment.",
        "“The river is ours to use.",
        "“It was ours before there was a treaty, and it will be ours when nobody remembers one,” Varga said.",
        "In Łorn the mayor, Çelik, ate crème brûlée; the pro-Delmere paper called it un-Karsovian, 50% of us agreed.",
        "Varga said the gates would close in April, that no farmer would lose a drop, that tolls stay as they are, "
        "that the gates would close again in autumn, and that tolls stay as they are then, too.",
        "大坝将于四月关闭，渡轮停运。",
        "“Water First!",
        "That is called Water First, she said.",
    ]
)


def spot(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = HARD.index(words, start + 1)
    return Span(start, start + len(words))


CASES = [
    [spot("We will not sign")],
    [spot("We will not sign", 1)],
    [spot("No comment")],
    [spot("No comment", 1)],
    [spot("Karsovia to fill Tarn dam")],
    [spot("a well-known builder, Holm & Sons, “cheap, quick”")],
    [Span(spot("“The river").start, spot("remembers one").end)],
    [spot("Łorn"), spot("crème brûlée"), spot("Delmere paper"), spot("50%")],
    [spot("the gates would close in April, that no farmer would lose a drop, that tolls stay as they are")],
    [spot("the gates would close again in autumn, and that tolls stay as they are then, too")],
    [spot("四月关闭")],
    [spot("Water First!")],
    [spot("Water First", 1), spot("Minister Ilda Varga")],
]


@pytest.fixture(scope="module")
def marks(browser: Browser) -> Iterator[Marks]:
    context = browser.new_context(viewport={"width": 900, "height": 300})
    yield Marks(context)
    context.close()


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, tuple[str, str]]]]:
    """Where the articles' own pages are served, and title and text of each."""
    folder = tmp_path_factory.mktemp("source")
    articles = {"hard": (TITLE, HARD)}
    for file in sorted(FIXTURES.glob("[!_]*.yml")):
        text = file.with_suffix(".txt").read_text("utf-8").rstrip("\n")
        articles[file.stem] = yaml.safe_load(file.read_text("utf-8"))["article"]["title"], text
    for name, (title, text) in articles.items():
        (folder / f"{name}.html").write_text(as_page(title, text), "utf-8")
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", articles
    server.shutdown()
    server.server_close()


def letters(text: str, offsets: set[int]) -> str:
    return "".join(text[i] for i in sorted(offsets) if text[i].isalnum())


def wanted(evidence: list[Span]) -> set[int]:
    return {i for span in evidence for i in range(*span)}


@pytest.mark.parametrize("evidence", CASES, ids=lambda e: HARD[e[0].start : e[0].end][:24])
def test_hard_passages(marks: Marks, source: tuple[str, dict[str, tuple[str, str]]], evidence: list[Span]) -> None:
    address = at_source(f"{source[0]}/hard.html", TITLE, HARD, evidence)
    assert address.count("text=") == len(evidence)
    assert letters(HARD, marks.of(address, HARD)) == letters(HARD, wanted(evidence))
    assert marks.in_sight()


def test_the_evidence_of_the_newsrooms_articles(marks: Marks, source: tuple[str, dict[str, tuple[str, str]]]) -> None:
    for name, (title, text) in list(source[1].items())[1:]:
        sheet = yaml.safe_load((FIXTURES / f"{name}.yml").read_text("utf-8"))
        for item in sheet["positions"]:
            quotes = [e["quote"] for e in item.get("evidence", [])]
            evidence = [Span(text.index(q), text.index(q) + len(q)) for q in quotes]
            if evidence:
                address = at_source(f"{source[0]}/{name}.html", title, text, evidence)
                assert letters(text, marks.of(address, text)) == letters(text, wanted(evidence)), address

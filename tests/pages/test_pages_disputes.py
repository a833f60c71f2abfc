"""Disputes on the pages: each stands whole, both sides of it, on every page that it concerns, and takes no side."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefwright import sheets
from briefwright.config import load_project
from briefwright.corpus import build_corpus
from briefwright.model.corpus import Corpus
from briefwright.model.page import Page
from briefwright.pages import make_site
from corpus.test_corpus_disputes import DENIES, SAYS, link, sheet
from corpus.test_corpus_join import actor, joined, loaded, says
from pages.test_pages_site import LABELS, PROJECT, site_of

ROOT = Path(__file__).parents[2]
_FACE = re.compile(r'<section class="face"[^>]*>(.*?)</section>', re.DOTALL)
_STATEMENT = re.compile(r'<article class="st".*?href="([^"]*)#s-([^"]+)">', re.DOTALL)


def corpus_in(folder: Path) -> Corpus:
    shelf = sheets.load(ROOT, folder)
    assert shelf.problems == ()
    return build_corpus(shelf.sheets.values(), shelf.actors, shelf.topics)


def invented() -> Corpus:
    """One dispute that is read, over two articles and two topics, and one that a person added, without a date."""
    return joined(
        sheet("dam", SAYS, DENIES, **{"lindvar-0": {"topics": ["dam"]}, "ostrin-1": {"topics": ["storm"]}}),
        sheet("later", ("brill", *DENIES[1:]), day="2026-03-12"),
        sheet("now", ("holm", "assert", "said", "The library is closed"), day=None),
        sheet(
            "then",
            ("moor", "assert", "said", "The library is open"),
            day=None,
            **{"moor-0": {"disputes": [link("holm-0", "now")]}},
        ),
        topics=[{"id": "dam", "name": "The dam"}, {"id": "storm", "name": "The storm"}],
    )


CORPORA = [corpus_in(ROOT / "factsheets"), corpus_in(ROOT / "tests/quality/gold"), invented()]


def faces(page: Page) -> list[frozenset[tuple[str, str]]]:
    """Of each dispute on the page, the sheet and id of the statements in it."""
    found = []
    for face in _FACE.findall(page.html):
        places = [(posixpath.normpath(posixpath.join(page.path, to)), id) for to, id in _STATEMENT.findall(face)]
        found.append(frozenset((path.removeprefix("briefings/"), id) for path, id in places))
    return found


@pytest.mark.parametrize("corpus", CORPORA, ids=["demo", "gold", "invented"])
def test_each_dispute_stands_whole_on_every_page_that_it_concerns_and_nowhere_else(corpus: Corpus) -> None:
    pages = {page.path: page for page in make_site(corpus, load_project(ROOT / "mkdocs.yml"), LABELS).pages}
    wanted: dict[str, set[frozenset[tuple[str, str]]]] = {path: set() for path in pages}
    for dispute in corpus.disputes:
        whole = frozenset((s.sheet, s.id) for s in dispute.statements)
        concerned = {"disputes/"}
        for s in dispute.statements:
            concerned |= {f"briefings/{s.sheet}/", *(f"topics/{t}/" for t in s.topics)}
            concerned |= {f"actors/{s.actor}/"} if s.actor else set()
        for path in concerned:
            wanted[path].add(whole)
    front = faces(pages[""])
    assert set(front) <= wanted.get("disputes/", set())
    assert len(front) == min(4, sum(d.is_open for d in corpus.disputes))
    assert {path: set(faces(page)) for path, page in pages.items() if path} == {p: w for p, w in wanted.items() if p}


def test_the_corpora_have_disputes() -> None:
    assert [bool(corpus.disputes) for corpus in (CORPORA[0], CORPORA[2])] == [True, True]
    assert {d.confirmed for d in CORPORA[0].disputes} == {d.confirmed for d in CORPORA[2].disputes} == {True, False}


def test_a_page_says_who_found_it_and_for_how_long_it_is_open() -> None:
    page = next(p for p in make_site(invented(), PROJECT, LABELS).pages if p.path == "disputes/")
    text = " ".join(re.sub(r"<[^>]+>", " ", page.html).split())
    assert "disputed · open for 2 days" in text
    assert "disputed · date not given" in text
    assert text.count("read by the program") == text.count("confirmed by the editor") == 1
    assert "Two disputes" in text


@pytest.mark.parametrize(
    ("text", "quote", "named"),
    [
        ("Lindvar blamed the flood on Ostrin.", "Ostrin", "Lindvar blamed the flood on Ostrin"),
        (
            "It rained, and a flood that Lindvar blamed on Ostrin came.",
            "Ostrin",
            "a flood that Lindvar blamed on Ostrin",
        ),
        (
            "Later the flood, which Lindvar blamed on Ostrin, came.",
            "Ostrin",
            "Later the flood, which Lindvar blamed on Ostrin",
        ),
        ("Lindvar wanted the “pump option” – or none.", "the “pump option", "Lindvar wanted the “pump option”"),
        ("Lindvar said the dam was never checked.", "the dam was never checked", "the dam was never checked"),
    ],
)
def test_a_dispute_is_named_by_who_is_in_it_and_by_what_is_claimed(text: str, quote: str, named: str) -> None:
    start = text.index(quote)
    evidence = [{"quote": quote, "start": start, "end": start + len(quote)}]
    corpus = joined(
        loaded(
            "dam",
            text=text,
            actors=[actor("lindvar"), actor("ostrin")],
            positions=[
                says("a", "lindvar", evidence=evidence),
                says("b", "ostrin", act="deny", disputes=[link("a")]),
            ],
        )
    )
    page = next(p for p in make_site(corpus, PROJECT, LABELS).pages if p.path == "disputes/")
    (heading,) = re.findall(r"<header><h\d>(.*?)</h\d>", page.html, re.DOTALL)
    assert " ".join(re.sub(r"<[^>]+>", "", heading).split()) == f"Lindvar and Ostrin: “{named}”"


def test_a_claim_of_a_word_or_two_is_named_by_the_denial_that_tells_its_matter() -> None:
    blames, denies = (
        ("lindvar", "oppose", "blamed the flood on", "Ostrin"),
        ("ostrin", "deny", "denied", "any part in it"),
    )
    corpus = joined(sheet("dam", blames, denies, **{"ostrin-1": {"disputes": [link("lindvar-0")]}}))
    page = next(p for p in make_site(corpus, PROJECT, LABELS).pages if p.path == "disputes/")
    (heading,) = re.findall(r"<header><h\d>(.*?)</h\d>", page.html, re.DOTALL)
    assert " ".join(re.sub(r"<[^>]+>", "", heading).split()) == "Lindvar and Ostrin: “any part in it”"


def test_without_a_dispute_there_is_no_page_and_no_heading() -> None:
    pages = site_of(sheet("dam", SAYS)).pages
    assert "disputes/" not in {page.path for page in pages}
    assert not any('id="disputed"' in page.html for page in pages)


def test_words_in_a_dispute_are_escaped() -> None:
    tag = "<script>alert(1)</script>"
    said = ("lindvar", "assert", "said", f"The Tarn dam was cracked {tag} before the storm")
    pages = site_of(
        sheet("dam", said, ("ostrin", "deny", "denied", f"the Tarn dam was cracked {tag} before the storm"))
    ).pages
    assert any(faces(page) for page in pages)
    assert not any(tag in page.html for page in pages)


def test_search_finds_each_dispute_at_its_place_by_both_sides() -> None:
    corpus = invented()
    page = next(p for p in make_site(corpus, PROJECT, LABELS).pages if p.path == "disputes/")
    records = [r for r in page.records if r.kind == "dispute"]
    assert len(records) == len(corpus.disputes)
    for record, dispute in zip(records, corpus.disputes, strict=True):
        assert f'<section class="face" id="{record.anchor}">' in page.html
        assert set(record.topics) == {corpus.actors[s.actor].name for s in dispute.statements if s.actor}
        assert {"disputed", *(s.act for s in dispute.statements)} == set(record.marks)
        assert all((*s.passage.quotes, s.wording)[0] in record.text for s in dispute.statements)


def test_what_a_person_worded_names_a_dispute_without_quotation_marks() -> None:
    text = "Lindvar said of them what all say. Ostrin did not."
    told = {"quote": "what all say", "start": 21, "end": 33}
    first = says("a", "lindvar", evidence=[told], statement="The pumps are old", disputes=[link("b")])
    sheet_of = loaded("dam", text=text, actors=[actor("lindvar"), actor("ostrin")], positions=[
        first, says("b", "ostrin", act="deny", disputes=[link("a")])
    ])  # fmt: skip
    page = next(
        p for p in make_site(joined(replace(sheet_of, edited=frozenset({"a"}))), PROJECT, LABELS).pages
        if p.path == "disputes/"
    )  # fmt: skip
    (heading,) = re.findall(r"<header><h\d>(.*?)</h\d>", page.html, re.DOTALL)
    assert " ".join(re.sub(r"<[^>]+>", "", heading).split()) == "Lindvar and Ostrin: The pumps are old"

"""Addresses; notes and passages as safe HTML."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from briefwright.model.corpus import Passage
from briefwright.model.text import Span
from briefwright.pages.notes import rendered
from briefwright.pages.passages import marked, plain
from briefwright.pages.render import relative


@pytest.mark.parametrize(
    ("here", "there", "anchor", "address"),
    [
        ("", "briefings/a/", "", "briefings/a/"),
        ("briefings/a/", "", "", "../../"),
        ("briefings/a/", "actors/b/", "s-1", "../../actors/b/#s-1"),
        ("briefings/a/", "briefings/a/", "s-1", "#s-1"),
        ("briefings/a/text/", "briefings/a/", "", "../../../briefings/a/"),
    ],
)
def test_links_are_relative(here: str, there: str, anchor: str, address: str) -> None:
    assert relative(here, there, anchor, directory_urls=True) == address


def test_links_name_the_file_where_no_server_does() -> None:
    assert relative("a/", "b/", directory_urls=False) == "../b/index.html"


TEXT = "She said <b>no</b> & left. </mark> It rained."


def test_the_article_is_escaped_and_only_the_evidence_marked() -> None:
    passage = Passage(evidence=(Span(9, 18),), cue=(Span(4, 8),), context=(Span(0, 26),), quotes=("<b>no</b>",))
    html = marked(TEXT, passage)
    assert html == Markup('She <span class="cue">said</span> <mark>&lt;b&gt;no&lt;/b&gt;</mark> &amp; left.')
    assert html.striptags() == "She said <b>no</b> & left."
    assert plain(TEXT, passage) == "She said <b>no</b> & left."


def test_overlapping_evidence_gives_one_mark_and_the_end_of_a_mark_in_the_text_is_text() -> None:
    passage = Passage(evidence=(Span(20, 30), Span(27, 37)), context=(Span(0, len(TEXT)),), quotes=("", ""))
    html = marked(TEXT, passage)
    assert html.count("<mark>") == html.count("</mark>") == 1
    assert "&lt;/mark&gt;" in html


def test_without_its_text_a_passage_is_its_quotations() -> None:
    assert marked(None, Passage(quotes=("<i>", "b"))) == "<mark>&lt;i&gt;</mark> […] <mark>b</mark>"


def test_evidence_alone_says_that_something_is_left_out() -> None:
    passage = Passage(evidence=(Span(0, 3), Span(9, 18)), context=(Span(0, 26),), quotes=("She", "no"))
    assert plain(TEXT, passage, whole=False) == "She […] <b>no</b>"


def test_what_goes_on_after_a_cut_with_a_mark_has_no_blank_before_it() -> None:
    text = "It is Ada Holm LINKS, who left, and Holm LINKS's aide, LINKS said."
    parts = ("It is Ada Holm", ", who left, and Holm", "'s aide,", "said.")
    context = tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)
    passage = Passage(evidence=(Span(6, 14),), context=context, quotes=("Ada Holm",))
    words = "It is Ada Holm […], who left, and Holm […]'s aide, […] said."
    assert plain(text, passage) == marked(text, passage).striptags() == words


@pytest.mark.parametrize(
    "note",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,hi)",
        "[x]( &#106;avascript:alert(1))",
        "![x](https://elsewhere.example/pixel.png)",
        '<img src=x onerror="alert(1)">',
        '<https://a.example/" onmouseover="alert(1)>',
        "# not a heading of the page",
    ],
)
def test_notes_cannot_bring_anything_active(note: str) -> None:
    html = rendered(note).lower()
    assert "<script" not in html
    assert "<img" not in html
    assert "<h1" not in html
    assert 'href="javascript' not in html
    assert 'href="data' not in html
    assert ' onmouseover="' not in html


def test_notes_are_markdown() -> None:
    assert rendered("**So** [it](https://a.example/) is") == (
        '<p><strong>So</strong> <a href="https://a.example/">it</a> is</p>\n'
    )

"""Binding a page into a file: its HTML stays what it is but for ids, links, folds and what runs."""

from __future__ import annotations

import pytest

from briefwright.model.page import Page
from briefwright.pages.binding import LONGEST, Binder, place

SITE = "https://brief.example/"


def bound(html: str, site_url: str = "", path: str = "topics/t/") -> str:
    binder = Binder({path, "briefings/b/"}, ("actors/", "briefings/"), site_url, directory_urls=True)
    return str(binder.part(Page(path, "T", "", html, "topics/")))


@pytest.mark.parametrize(
    "html",
    [
        '<p class="meta">Tom &amp; Ann &#34;said&#34; 1 &lt; 2 · “no”</p>',
        '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 16.6V20z"/></svg>',
        '<a href="https://x.example/?a=1&amp;b=2#c" rel="noopener">x.example</a>',
        '<td aria-label="Ann &#34;A&#34;: two">2</td><br><b>4</b>',
        '<a href="http://[broken">a</a><a href="mailto:a@b.example">b</a>',
    ],
)
def test_what_needs_no_change_stays_letter_for_letter(html: str) -> None:
    assert bound(html) == html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h2 id="a">A</h2>', '<h2 id="topics/t/a">A</h2>'),
        ('<nav aria-labelledby="a b"></nav>', '<nav aria-labelledby="topics/t/a topics/t/b"></nav>'),
        ('<a href="#a">A</a>', '<a href="#topics/t/a">A</a>'),
        ('<a href="../../briefings/b/#s-1">B</a>', '<a href="#briefings/b/s-1">B</a>'),
        ('<a href="../../briefings/b/index.html">B</a>', '<a href="#briefings/b">B</a>'),
        ('<a href="../../briefings/c/#s-1">C</a>', '<a href="#briefings/c">C</a>'),
        ('<a href="../../actors/x/#said">X</a>', '<a href="#actors/x">X</a>'),
        ('<a class="k" href="../../topics/u/" aria-label="U &amp;" rel="x">U</a>', '<a class="k">U</a>'),
        ('<a href="../../">Home</a>', "<a>Home</a>"),
        ("<details><summary>S</summary>D</details>", "<details open><summary>S</summary>D</details>"),
        ("<style>#a:target { color: red }</style><p>P</p>", "<p>P</p>"),
        ("<p>P</p><script>if (1 < 2) go('</p>')</script>Q", "<p>P</p>Q"),
        ('<use id="a" title="&lt;&#34;"/>', '<use id="topics/t/a" title="&lt;&quot;" />'),
    ],
)
def test_ids_links_and_folds_are_those_of_the_file(html: str, expected: str) -> None:
    assert bound(html) == expected


def test_a_link_out_of_the_file_leads_to_the_site_where_that_is_known() -> None:
    html = '<a href="../../topics/u/#q">U</a> <a href="../../actors/x/">X</a>'
    assert bound(html, SITE) == f'<a href="{SITE}topics/u/#q" data-site>U</a> <a href="#actors/x">X</a>'


def test_a_briefing_leads_to_its_own_cast_and_the_cast_to_the_site() -> None:
    html = '<a href="../../actors/x/">X</a> <div id="a-x"><a href="../../actors/x/">X</a></div>'
    own = '<a href="#briefings/b/a-x">X</a> <div id="briefings/b/a-x">'
    assert bound(html, SITE, "briefings/b/") == f'{own}<a href="{SITE}actors/x/" data-site>X</a></div>'
    assert bound(html, "", "briefings/b/") == f"{own}<a>X</a></div>"


def test_a_long_id_is_cut_and_stays_its_own() -> None:
    one, other = (place("topics/t/", "x" * 200 + end) for end in "ab")
    assert len(one) == len(other) == LONGEST
    assert one != other

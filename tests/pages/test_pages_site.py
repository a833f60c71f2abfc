"""The pages of a corpus: nothing hostile gets through, every link leads somewhere, nothing private appears."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath
from typing import Any

import pytest

from briefwright.config import Project
from briefwright.corpus import build_corpus
from briefwright.errors import ConfigError
from briefwright.model.factsheet import ActorRegister, FactSheet, TopicRegister
from briefwright.model.page import Page, Site
from briefwright.pages import load_labels, make_site
from briefwright.pages.labels import Label, Labels
from briefwright.pages.memo import Memo

HOSTILE = (
    """<script>alert("x")</script> {{ 7*7 }} {% raw %} [x](javascript:alert(1)) | a | b | </mark>" onload='y' &amp;"""
)

PROJECT = Project(
    root=Path("/nowhere"), config_file=Path("/nowhere/mkdocs.yml"), seeds=Path("/nowhere/seeds"),
    sheets=Path("/nowhere/factsheets"), templates=Path("/nowhere/templates"), language_model="none", as_of=None,
    show_text="context", unsure_below=0.5, site_name="Brief",
)  # fmt: skip

LABELS = load_labels("en", PROJECT.templates / "labels")


@dataclass(frozen=True)
class Loaded:
    sheet: FactSheet
    text: str | None
    edited: frozenset[str] = frozenset()


def loaded(key: str, text: str | None = None, edited: frozenset[str] = frozenset(), **sheet: Any) -> Loaded:
    article = {"id": key, "title": key, **sheet.pop("article", {})}
    return Loaded(FactSheet.model_validate_json(json.dumps({"schema": 1, "article": article, **sheet})), text, edited)


def site_of(*sheets: Loaded, project: Project = PROJECT, labels: Labels = LABELS) -> Site:
    return make_site(build_corpus(sheets, ActorRegister(schema=1), TopicRegister(schema=1)), project, labels)


def evidence(text: str, quote: str) -> list[dict[str, Any]]:
    return [{"quote": quote, "start": text.index(quote), "end": text.index(quote) + len(quote)}]


BRIDGE = (
    f"The bridge closes on Monday.\nMayor Orla Vance said the bridge is unsafe and asked for money. {HOSTILE} She left."
)


def hostile() -> Loaded:
    quote = evidence(BRIDGE, HOSTILE)
    vance = {"id": "vance", "name": HOSTILE, "kind": "person", "role": HOSTILE, "aliases": [HOSTILE]}
    denial = {"id": "p", "actor": "vance", "act": "deny", "statement": HOSTILE + "!", "cue": HOSTILE, "topics": ["t"]}
    question = {"id": "q", "question": HOSTILE, "kind": "asked", "status": "answered", "answer": HOSTILE}
    return loaded(
        "bridge",
        BRIDGE,
        frozenset({"p", "q", "e", "vance"}),
        article={"title": HOSTILE, "outlet": HOSTILE, "author": HOSTILE, "url": "javascript:alert(1)", "file": HOSTILE},
        bottom_line=HOSTILE,
        notes=HOSTILE,
        lead=quote,
        actors=[vance],
        positions=[
            denial | {"evidence": quote},
            {"id": "n", "actor": None, "act": "assert", "statement": HOSTILE, "source": HOSTILE, "about": ["vance"]},
        ],
        open_questions=[question | {"about": ["vance"], "evidence": quote}],
        events=[{"id": "e", "event": HOSTILE, "when": HOSTILE, "evidence": quote}],
    )


def ordinary() -> Loaded:
    unsafe, money = evidence(BRIDGE, "the bridge is unsafe"), evidence(BRIDGE, "for money")
    warning = {"id": "a", "actor": "vance", "act": "warn", "statement": "Close it.", "cue": "said", "about": ["city"]}
    demand = {"id": "b", "actor": "vance", "act": "demand", "statement": "Money.", "cue": "asked", "via": "city"}
    question = {"id": "q", "question": "When?", "kind": "unknown", "due": "2026-03-01", "topics": ["t"]}
    return loaded(
        "ordinary",
        BRIDGE,
        article={"published": "2026-03-10", "outlet": "The Post"},
        actors=[
            {"id": "vance", "name": "Orla Vance", "kind": "person", "salience": "main"},
            {"id": "city", "name": "City", "kind": "organisation"},
        ],
        positions=[
            warning | {"score": 0.2, "topics": ["t"], "evidence": unsafe},
            demand | {"topics": ["t"], "evidence": money},
            {"id": "c", "actor": "city", "act": "assert", "statement": "Added by hand.", "topics": ["t"]},
        ],
        open_questions=[question | {"evidence": unsafe}],
    )


class Tags(HTMLParser):
    """Collects elements, ids, addresses and words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.words += [value or "" for name, value in attrs if name in ("aria-label", "title", "alt")]

    def handle_data(self, data: str) -> None:
        if self.get_starttag_text() != "<style>":
            self.words.append(data)


def links(page: Page) -> Iterator[tuple[str, str]]:
    for link in Tags(page.html).links:
        target, _, anchor = link.partition("#")
        path = normpath(join("/", page.path, target)).lstrip("/")
        yield (path + "/" if path else ""), anchor


def test_hostile_content_ends_up_as_text() -> None:
    for page in site_of(hostile(), ordinary()).pages:
        found = Tags(page.html)
        assert not found.tags & {"script", "img", "iframe", "object", "form", "input"}, page.path
        assert not any(name.startswith("on") for name in found.attributes), page.path
        assert not any(link.lower().startswith(("javascript", "data")) for link in found.links), page.path
        assert page.html.count("<mark>") == page.html.count("</mark>"), page.path
        assert "49" not in page.html, page.path
    briefing = next(p for p in site_of(hostile()).pages if p.path == "briefings/bridge/")
    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; {{ 7*7 }} {% raw %}" in briefing.html


@pytest.mark.parametrize("show", ["context", "all", "evidence"])
def test_every_link_leads_to_a_page_and_an_element_and_no_id_occurs_twice(show: Any) -> None:
    site = site_of(hostile(), ordinary(), project=replace(PROJECT, show_text=show))
    ids = {page.path: Tags(page.html).ids for page in site.pages}
    assert all(len(found) == len(set(found)) for found in ids.values())
    for page in site.pages:
        for path, anchor in links(page):
            assert path in ids, f"{page.path} leads to {path}"
            assert not anchor or anchor in ids[path] or anchor == "all", f"{page.path} leads to {path}#{anchor}"
        for record in page.records:
            assert not record.anchor or record.anchor in ids[page.path]
        assert all(h.id in ids[page.path] for h in page.headings)
    assert any("text/" in path for path in ids) == (show == "all")


def test_a_statement_leads_to_its_actor_and_back() -> None:
    pages = {p.path: p for p in site_of(ordinary()).pages}
    assert ("actors/vance/", "") in links(pages["briefings/ordinary/"])
    assert ("briefings/ordinary/", "s-a") in links(pages["actors/vance/"])


def test_two_statements_in_one_sentence_show_it_once_with_both_anchors() -> None:
    pages = {p.path: p for p in site_of(ordinary()).pages}
    one = loaded("one", BRIDGE, actors=[{"id": "v", "name": "V", "kind": "person"}], positions=[
        {"id": i, "actor": "v", "act": act, "statement": i, "evidence": evidence(BRIDGE, quote)}
        for i, act, quote in (("b", "demand", "for money"), ("a", "warn", "the bridge is unsafe"))
    ])  # fmt: skip
    html = {p.path: p for p in site_of(one).pages}["briefings/one/"].html
    assert html.count("Mayor Orla Vance") == 1
    assert {"s-a", "s-b"} <= set(Tags(html).ids)
    assert "two statements in one passage" in html
    assert pages["briefings/ordinary/"].html.count("uncertain reading") == 1


def test_what_is_private_is_in_no_page_and_no_record() -> None:
    secret = loaded("secret", article={"title": "Zanzibar title"}, publish=False, positions=[
        {"id": "zanzibar", "act": "assert", "statement": "Zanzibar"}
    ])  # fmt: skip
    items = [{"id": f"zanzibar-{i}", "publish": False} for i in range(3)]
    partly = loaded(
        "partly",
        positions=[items[0] | {"act": "assert", "statement": "Zanzibar"}],
        open_questions=[items[1] | {"question": "Zanzibar?", "kind": "asked"}],
        events=[items[2] | {"event": "Zanzibar"}],
        actors=[{"id": "zanzibar", "name": "Zanzibar", "kind": "state", "publish": False}],
    )
    assert "zanzibar" not in repr(site_of(secret, partly)).lower()


def test_an_edited_statement_shows_the_editors_words() -> None:
    sheet = ordinary()
    pages = {p.path: p for p in site_of(replace(sheet, edited=frozenset({"a"}))).pages}
    html = pages["briefings/ordinary/"].html
    assert "Close it." in html
    assert "edited by a person" in html
    assert "uncertain reading" not in html


def test_an_edited_statement_in_the_articles_words_is_shown_once() -> None:
    sheet = ordinary()
    own = sheet.sheet.positions[0].model_copy(update={"statement": "The bridge is unsafe"})
    changed = sheet.sheet.model_copy(update={"positions": (own, *sheet.sheet.positions[1:])})
    pages = {p.path: p for p in site_of(replace(sheet, sheet=changed, edited=frozenset({"a"}))).pages}
    assert "editor’s words" not in pages["briefings/ordinary/"].html


def test_a_setting_says_how_much_of_the_text_is_shown() -> None:
    for show, title, sentence in (("all", True, True), ("context", False, True), ("evidence", False, False)):
        told = repr(site_of(ordinary(), project=replace(PROJECT, show_text=show)))
        assert ("The bridge closes on Monday." in told) == title
        assert ("Mayor Orla Vance" in told) == sentence
        assert "the bridge is unsafe" in told


def test_nothing_at_all_still_makes_a_site() -> None:
    pages = {p.path: p.html for p in site_of().pages}
    assert set(pages) == {"", "briefings/", "actors/", "topics/", "questions/", "timeline/", "gaps/"}
    assert "No article is published yet" in pages[""]


def test_an_article_with_nothing_in_it_leaves_its_sections_out() -> None:
    page = {p.path: p for p in site_of(loaded("bare")).pages}["briefings/bare/"]
    assert [h.text for h in page.headings] == ["Source"]
    assert "Outlet and date not given" in page.html


def test_the_same_sheets_make_the_same_site_in_any_order() -> None:
    assert site_of(hostile(), ordinary()) == site_of(ordinary(), hostile())


def test_a_project_may_bring_its_own_template(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/topics.html.jinja").write_text("<p>Ours: {{ corpus.topics | length }}</p>", "utf-8")
    pages = {p.path: p for p in site_of(ordinary(), project=replace(PROJECT, templates=tmp_path)).pages}
    assert pages["topics/"].html == "<p>Ours: 1</p>"
    assert "Orla Vance" in pages["actors/"].html


def test_a_mistake_in_a_template_is_named_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    own = tmp_path / "pages/topics.html.jinja"
    for text, words in (("<p>\n{% if %}", "topics.html.jinja:2:1: "), ("{{ nothing }}", "'nothing' is undefined")):
        own.write_text(text, "utf-8")
        with pytest.raises(ConfigError, match=re.escape(words)):
            site_of(ordinary(), project=replace(PROJECT, templates=tmp_path))


def test_an_actors_page_shows_what_the_register_says() -> None:
    entry = {
        "id": "vance", "name": "Orla Vance", "kind": "person", "same_as": "Q64",
        "roles": [{"role": "mayor of Tarn", "from": "2021-05", "to": "2025"}, {"role": "judge", "from": "2026-03-01"}],
    }  # fmt: skip
    register = ActorRegister.model_validate_json(json.dumps({"schema": 1, "actors": [entry]}))
    site = make_site(build_corpus([ordinary()], register, TopicRegister(schema=1)), PROJECT, LABELS)
    html = next(page.html for page in site.pages if page.path == "actors/vance/")
    assert "Mayor of Tarn, May 2021 to 2025<br>" in html
    assert "Judge, since 1 Mar 2026<br>" in html
    assert '<a href="https://www.wikidata.org/wiki/Q64" rel="noopener nofollow">www.wikidata.org, Q64</a>' in html


def test_a_reviewed_reading_is_not_uncertain() -> None:
    sheet = ordinary()
    reviewed = [p.model_copy(update={"reviewed": True}) for p in sheet.sheet.positions]
    certain = replace(sheet, sheet=sheet.sheet.model_copy(update={"positions": tuple(reviewed)}))
    shown = [
        next(page.html for page in site_of(each).pages if page.path == "briefings/ordinary/")
        for each in (sheet, certain)
    ]
    assert ["uncertain reading" in html for html in shown] == [True, False]
    assert "reviewed" not in shown[1]


def test_attributing_words_that_the_passage_does_not_show_are_told() -> None:
    html = {p.path: p for p in site_of(ordinary()).pages}["briefings/ordinary/"].html
    assert "attributed in the text" not in html
    evidence_only = site_of(ordinary(), project=replace(PROJECT, show_text="evidence"))
    html = {p.path: p for p in evidence_only.pages}["briefings/ordinary/"].html
    assert "attributed in the text by “said”" in html


WIRE = (
    "The bridge closes on Monday after a diver found a crack as long as a bus in one of its piers, the port said. "
    "Mayor Orla Vance said the bridge is unsafe and asked the ministry for money to hang nets under two of its spans. "
    "Ferries run every twenty minutes, and both schools on the eastern bank of the river open an hour later."
)


def printed(key: str, text: str = WIRE, **article: str) -> Loaded:
    says = {"id": "a", "actor": "vance", "act": "warn", "statement": "It is.", "topics": ["t"]}
    return loaded(
        key, text, article={"outlet": key.title(), **article},
        actors=[{"id": "vance", "name": "Orla Vance", "kind": "person"}],
        positions=[says | {"evidence": evidence(text, "the bridge is unsafe")}],
        open_questions=[{"id": "q", "question": "Why?", "kind": "asked", "topics": ["t"], "about": ["vance"]}],
        events=[{"id": "e", "event": "It closes."}],
    )  # fmt: skip


def test_where_articles_are_counted_their_origins_are() -> None:
    three = [printed("courier"), printed("herald", WIRE[:250]), printed("post", published="2026-03-01")]
    pages = {p.path: " ".join(re.sub(r"<[^>]+>", " ", p.html).split()) for p in site_of(*three, ordinary()).pages}
    assert "four articles, two origins · four statements" in pages[""]
    assert "Statements in four articles, two origins." in pages[""]
    assert "Four articles, two origins, newest first" in pages["briefings/"]
    assert "three statements · four articles, two origins" in pages["actors/"]
    assert "Topic · four articles, two origins" in pages["topics/t/"]
    for path in ("actors/vance/", "topics/t/", "questions/", "timeline/"):
        assert "three articles, one origin" in pages[path], path
    assert "Same text elsewhere Three articles, one origin: Courier" in pages["briefings/post/"]
    repeats = "Repeats post , Post, 1 Mar 2026 (found by comparing the texts ); what both say is counted there"
    assert repeats.replace(" )", ")") in pages["briefings/herald/"].replace(" )", ")")


def test_a_copy_that_a_person_named_says_so() -> None:
    copy = printed("courier", origin="ordinary")
    pages = {p.path: p.html for p in site_of(copy, ordinary()).pages}
    assert "named by a person" in pages["briefings/courier/"]
    assert "found by comparing" not in pages["briefings/courier/"]
    assert ", one origin" not in repr(site_of(ordinary()))


def test_pages_kept_from_the_last_build_count_origins_anew() -> None:
    memo, registers = Memo(), (ActorRegister(schema=1), TopicRegister(schema=1))
    own, post = printed("herald", origin="herald"), printed("post", published="2026-03-01")
    for shelf in ([own, post], [printed("herald"), post], [post], [own, post]):
        corpus = build_corpus(shelf, *registers)
        assert make_site(corpus, PROJECT, LABELS, memo) == make_site(corpus, PROJECT, LABELS)


def test_every_word_of_a_page_is_a_label_or_comes_from_a_sheet() -> None:
    sheets = [hostile(), ordinary(), printed("courier"), printed("post", published="2026-03-01")]
    from_sheets = set(re.findall(r"[^\W\d]+", repr(sheets)))
    texts = {key: Label({c: f"⟦{form}⟧" for c, form in LABELS[key].forms.items()}, LABELS.locale) for key in LABELS}
    for show in ("all", "evidence"):
        marked = site_of(*sheets, project=replace(PROJECT, show_text=show), labels=Labels("en", texts))
        for page in [*marked.pages, *site_of(labels=Labels("en", texts)).pages]:
            headings = [h.text for h in page.headings]
            records = [words for r in page.records for words in (r.title, r.text)]
            text = " ".join([*Tags(page.html).words, page.title, page.description, *headings, *records])
            while text != (text := re.sub(r"⟦[^⟦⟧]*⟧", "", text)):
                pass
            strange = set(re.findall(r"[^\W\d]{2,}", text)) - from_sheets
            assert not strange, page.path

"""The one file of several pages: every link leads within it or to the site, nothing hostile or private gets in."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from test_pages_site import BRIDGE, LABELS, PROJECT, Loaded, Tags, evidence, hostile, links, loaded, ordinary

from briefwright.config import Project
from briefwright.corpus import build_corpus
from briefwright.errors import ConfigError
from briefwright.model.corpus import Corpus
from briefwright.model.factsheet import ActorRegister, RegisteredActor, TopicRegister
from briefwright.pages import actor, choose, make_pack, make_site, topic
from briefwright.pages.labels import Label, Labels
from briefwright.pages.site import some_pages

PROJECT_ROOT = Path(__file__).parents[2]
VANCE = RegisteredActor(id="vance", name="Orla Vance", kind="person", merge=("mayor",), aliases=("the Mayor of Ansel",))


def corpus_of(*sheets: Loaded, **register: Any) -> Corpus:
    return build_corpus(sheets, ActorRegister(schema=1, **register), TopicRegister(schema=1))


def packed(*sheets: Loaded, project: Project = PROJECT, full: bool = False, **chosen: Any) -> str:
    corpus = corpus_of(*sheets)
    return make_pack(corpus, project, LABELS, choose(corpus, **chosen), full=full)


def answered() -> Loaded:
    """A question about the bridge that another article answers."""
    question = {"id": "who", "question": "Who pays?", "kind": "asked", "topics": ["money"], "status": "answered"}
    return loaded(
        "later",
        article={"published": "2026-03-12", "origin": None},
        actors=[{"id": "vance", "name": "Orla Vance", "kind": "person"}],
        open_questions=[question | {"answer": {"sheet": "ordinary", "position": "a"}}],
    )


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("directory_urls", [False, True])
@pytest.mark.parametrize("site_url", ["", "https://brief.example/news/"])
def test_every_link_leads_within_the_file_or_to_the_site_and_no_id_occurs_twice(
    site_url: str, full: bool, directory_urls: bool
) -> None:
    project = replace(PROJECT, site_url=site_url, directory_urls=directory_urls, show_text="all")
    html = packed(hostile(), ordinary(), answered(), project=project, topics=["t"], actors=["vance"],
                  sheets=["later"], full=full)  # fmt: skip
    found = Tags(html)
    assert len(found.ids) == len(set(found.ids))
    for link in found.links:
        assert (link[1:] in found.ids) if link.startswith("#") else (site_url and link.startswith(site_url)), link
    assert {"topics/t", "actors/vance", "briefings/later", "briefings/ordinary", "actors/city"} <= set(found.ids)
    assert ("briefings/ordinary/s-a" in found.ids) == full
    assert f'href="#briefings/ordinary{"/s-a" if full else ""}"' in html


def test_what_stands_on_the_site_stands_in_the_file_word_for_word() -> None:
    html = packed(ordinary(), sheets=["ordinary"])
    assert "Mayor Orla Vance" in html
    assert "<mark>the bridge is unsafe</mark>" in html.replace('<i class="sg f-press" aria-hidden="true">1</i>', "")
    assert "<dt>statements</dt><dd>3</dd>" in html


def test_hostile_content_ends_up_as_text() -> None:
    html = packed(hostile(), ordinary(), topics=["t"], actors=["vance"], full=True)
    found = Tags(html)
    assert not found.tags & {"script", "img", "iframe", "object", "form", "input", "link", "base"}
    assert not any(name.startswith("on") for name in found.attributes)
    assert not any(link.lower().startswith(("javascript", "data")) for link in found.links)
    assert "49" not in html[html.index("</style>") :]
    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; {{ 7*7 }} {% raw %}" in html
    assert html.count("</style>") == html.count("<style>") == 1


def test_what_is_private_is_not_in_the_file() -> None:
    secret = loaded("secret", article={"title": "Zanzibar title"}, publish=False, positions=[
        {"id": "zanzibar", "act": "assert", "statement": "Zanzibar", "topics": ["t"]}
    ])  # fmt: skip
    corpus = corpus_of(secret, ordinary())
    assert "zanzibar" not in make_pack(corpus, PROJECT, LABELS, choose(corpus, topics=["t"]), full=True).lower()
    with pytest.raises(ConfigError, match="is not published here"):
        choose(corpus, sheets=["secret"])


def test_a_repeated_text_is_one_origin_and_its_statements_count_once() -> None:
    copy = replace(ordinary(), sheet=ordinary().sheet.model_copy(
        update={"article": ordinary().sheet.article.model_copy(update={"id": "copy", "origin": "ordinary"})}
    ))  # fmt: skip
    html = packed(ordinary(), copy, topics=["t"])
    assert "<dt>articles</dt><dd>2</dd>" in html
    assert "<dt>origin</dt><dd>1</dd>" in html
    assert "<dt>statements</dt><dd>3</dd>" in html


def test_a_face_is_in_the_file_if_a_letter_of_it_is() -> None:
    text = "Mayor Şule Öztürk said so."
    turkish = loaded("turkish", text, actors=[
        {"id": "sule", "name": "Şule Öztürk", "kind": "person"}], positions=[
        {"id": "a", "actor": "sule", "act": "assert", "statement": "So.", "evidence": evidence(text, "said so")}
    ])  # fmt: skip
    plain, further = packed(ordinary(), sheets=["ordinary"]), packed(turkish, sheets=["turkish"])
    assert plain.count("data:font/woff2") == 2
    assert further.count("data:font/woff2") == 4
    assert 'url("fonts/' not in plain + further


@pytest.mark.parametrize(
    "word", ["vance", "mayor", "MAYOR", "Orla Vance", "orla vance", "The mayor of Ansel", " Orla Vance "]
)
def test_an_actor_is_known_by_id_former_id_name_and_alias(word: str) -> None:
    chosen = choose(corpus_of(ordinary(), actors=(VANCE,)), actors=[word])
    assert [a.id for a in chosen.actors] == ["vance"]


def test_a_sheet_is_known_by_id_title_and_file() -> None:
    corpus = corpus_of(ordinary(), loaded("other", article={"title": "The other one"}))
    for word in ("other", "the other one", "factsheets/other.yml"):
        assert [b.id for b in choose(corpus, sheets=[word]).briefings] == ["other"]


def test_all_that_is_unknown_is_named_with_what_may_be_meant() -> None:
    corpus = corpus_of(
        ordinary(), loaded("other", actors=[{"id": "vance-2", "name": "Orla Vance", "kind": "organisation"}])
    )
    with pytest.raises(ConfigError) as caught:
        choose(corpus, topics=["tt"], actors=["Citi", "Orla Vance"], sheets=["ordinarry", "zzzzzz"])
    assert [str(p) for p in caught.value.problems] == [
        'actor "Citi": is not published here. Did you mean "City"?',
        'actor "Orla Vance": may mean several. Write the id of one: vance, vance-2.',
        'sheet "ordinarry": is not published here. Did you mean "ordinary"?',
        'sheet "zzzzzz": is not published here. Its id stands in the address of its page: briefings/ID/.',
        'topic "tt": is not published here. Did you mean "T"?',
    ]


def test_the_same_corpus_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    program = (
        "import sys; sys.path[:0] = ['tests', 'tests/pages']; from test_pages_pack import *\n"
        "import hashlib; html = packed(hostile(), ordinary(), answered(), topics=['t'], actors=['vance'], full=True)\n"
        "print(hashlib.sha256(html.encode()).hexdigest())"
    )
    digests = {
        subprocess.run([sys.executable, "-c", program], env=os.environ | {"PYTHONHASHSEED": seed}, cwd=PROJECT_ROOT,
                       capture_output=True, text=True, check=True).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(digests) == 1


def test_every_word_of_the_file_is_a_label_or_comes_from_a_sheet() -> None:
    sheets = (hostile(), ordinary(), answered())
    texts = {key: Label({c: f"⟦{form}⟧" for c, form in LABELS[key].forms.items()}, LABELS.locale) for key in LABELS}
    corpus, project = corpus_of(*sheets), replace(PROJECT, site_url="https://brief.example/")
    for full in (True, False):
        html = make_pack(
            corpus, project, Labels("en", texts), choose(corpus, topics=["t"], actors=["vance"]), full=full,
            since=date(2026, 3, 1),
        )  # fmt: skip
        text = " ".join(Tags(html[: html.index("<style>")] + html[html.index("</style>") :]).words)
        while text != (text := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)):
            pass
        strange = set(re.findall(r"[^\W\d]{2,}", re.sub(r"https://brief\.example/\S*", "", text)))
        assert strange - set(re.findall(r"[^\W\d]+", f"{sheets} {BRIDGE} {PROJECT.site_name}")) == set()


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that has everything apart."""
    for pages in (actor, topic):
        for limit in (name for name in vars(pages) if name.startswith("MOST_")):
            monkeypatch.setattr(pages, limit, 0)


@pytest.mark.usefixtures("narrow")
def test_a_topic_is_on_one_page_whatever_the_site_has_apart() -> None:
    opened = loaded(
        "opened",
        positions=[{"id": "a", "act": "assert", "statement": "The toll is gone.", "topics": ["t"]}],
        events=[{"id": "e", "event": "The bridge was opened", "date": "2026-03-02"}],
    )
    corpus, key = corpus_of(ordinary(), opened), "t"
    assert len([p for p in make_site(corpus, PROJECT, LABELS).pages if p.path.startswith(f"topics/{key}/")]) > 1
    [page] = some_pages(corpus, PROJECT, LABELS, choose(corpus, topics=[key]))
    places = set(links(page))
    said = [s for s in corpus.statements if key in s.topics]
    events = [e for telling in corpus.tellings for e in telling if key in corpus.by_id[e.sheet].topics]
    assert said
    assert events
    assert {(f"briefings/{s.sheet}/", f"s-{s.id}") for s in said} <= places
    assert {(f"briefings/{e.sheet}/", f"e-{e.id}") for e in events} <= places
    assert {there for there, _ in places if there.startswith("topics/")} <= {f"topics/{key}/"}


@pytest.mark.usefixtures("narrow")
def test_an_actor_is_on_one_page_whatever_the_site_has_apart() -> None:
    corpus = corpus_of(ordinary(), answered())
    assert len([p for p in make_site(corpus, PROJECT, LABELS).pages if p.path.startswith("actors/vance/")]) > 1
    [page] = some_pages(corpus, PROJECT, LABELS, choose(corpus, actors=["vance"]))
    places = set(links(page))
    assert {(f"briefings/{s.sheet}/", f"s-{s.id}") for s in corpus.said_by("vance")} <= places
    assert {there for there, _ in places if there.startswith("actors/vance/")} <= {"actors/vance/"}

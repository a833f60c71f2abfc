"""What the pages say of an actor's several names: counted as one, perhaps the same, and where an address went."""

from __future__ import annotations

import re

from test_pages_stories import LABELS, PROJECT, pages

from briefwright.corpus import build_corpus
from briefwright.model.corpus import Corpus
from briefwright.model.factsheet import ActorRegister, TopicRegister
from briefwright.pages import make_site
from corpus.test_corpus_namesakes import actor, article, corpus_of
from corpus.test_corpus_shortnames import news


def meta(html: str) -> str:
    """The lines below the heading of an actor's page, as they are read."""
    found = re.search(r'<p class="meta">(.*?)</p>', html, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", "", found[1]).split()) if found else ""


def uncertain() -> Corpus:
    """A family name alone in an article that shares nobody with those of the one full name."""
    said = [{"id": "a", "actor": "vance", "act": "assert", "statement": "The pier is safe."}]
    named = [article(n, actor("Orla Vance")) for n in range(3)]
    return corpus_of([*named, article(20, actor("Vance"), company=(), positions=said)])


def test_a_page_tells_which_names_are_counted_and_that_the_program_reads_them_so() -> None:
    told = meta(pages(news())["actors/orla-vance/"])
    assert "Counted here, too: “Vance” alone in one article. The program reads the names as one" in told
    register = [actor("Orla Vance"), actor("Orla T. Vance")]
    sheets = [*(article(n, actor("Orla Vance")) for n in range(2)), article(3, actor("Orla T. Vance"))]
    assert "“Orla T. Vance” in one article." in meta(pages(corpus_of(sheets, register))["actors/orla-vance/"])
    assert "Counted" not in meta(pages(uncertain())["actors/orla-vance/"])


def test_who_may_be_the_same_is_named_on_both_pages_in_the_list_and_in_the_search() -> None:
    site = make_site(uncertain(), PROJECT, LABELS)
    made = {page.path: page for page in site.pages}
    one, other = made["actors/vance/"], made["actors/orla-vance/"]
    assert "Perhaps the same as Orla Vance (three articles; the same last name). The editor decides." in meta(one.html)
    assert "Perhaps the same as Vance (one article; the same last name). The editor decides." in meta(other.html)
    assert 'href="../../actors/orla-vance/"' in one.html
    assert re.search(r'<dd>perhaps the same: <a href="../actors/orla-vance/">', made["actors/"].html)
    assert one.records[0].text.endswith("perhaps Orla Vance")
    assert other.records[0].text.endswith("perhaps Vance")


def test_an_address_that_is_gone_leads_on_and_one_that_still_stands_does_not() -> None:
    gone = make_site(news(), PROJECT, LABELS)
    assert [r.path for r in gone.redirects] == ["actors/vance/"]
    assert "actors/orla-vance/" in gone.redirects[0].html
    stranger = article(21, actor("Vance"), actor("Constable Rolf Vance", "organisation"))
    stands = make_site(news(stranger), PROJECT, LABELS)
    assert stands.redirects == ()
    assert "actors/vance/" in {page.path for page in stands.pages}


def test_both_languages_tell_it() -> None:
    assert "«Vance» a secas en un artículo" in meta(pages(news(), "es")["actors/orla-vance/"])
    assert "Quizá se trate de Orla Vance (tres artículos; el mismo apellido)" in meta(
        pages(uncertain(), "es")["actors/vance/"]
    )


def test_an_actor_and_the_topic_of_its_name_lead_to_each_other() -> None:
    people, state = actor("Karsovia", "group"), {"id": "karsovia-state", "name": "Karsovia", "kind": "state"}
    said = [{"id": "a", "actor": "karsovia-state", "act": "assert", "statement": "So.", "topics": ["karsovia"]}]
    topics = TopicRegister.model_validate({"schema": 1, "topics": ({"id": "karsovia", "name": "Karsovia"},)})
    sheets = [article(n, people, state, positions=said) for n in range(2)]
    made = pages(build_corpus(sheets, ActorRegister.model_validate({"schema": 1}), topics))
    assert "Also a topic: Karsovia" in meta(made["actors/karsovia-state/"])
    assert '<a href="../../topics/karsovia/">Karsovia</a>' in made["actors/karsovia-state/"]
    assert 'Also an actor: <a href="../../actors/karsovia-state/">Karsovia</a>' in made["topics/karsovia/"]
    assert "Also a topic" not in made["actors/karsovia/"]

"""A story on the pages: each article leads to all others and is led to by them; the edition and the list tell of it."""

from __future__ import annotations

import re
from pathlib import Path

from briefwright import sheets
from briefwright.config import load_project
from briefwright.corpus import build_corpus
from briefwright.model.corpus import Corpus
from briefwright.pages import load_labels, make_site
from briefwright.pages.memo import Memo
from corpus.test_corpus_join import Loaded, joined
from corpus.test_corpus_stories import BRIDGE, RADIO, sheet

PROJECT = load_project(Path(__file__).parents[2] / "mkdocs.yml")
LABELS = load_labels("en", PROJECT.templates / "labels")
SECTION = re.compile(r'<h2 id="story">.*?(?=<h2|\Z)', re.DOTALL)


def pages(corpus: Corpus, language: str = "en") -> dict[str, str]:
    labels = load_labels(language, PROJECT.templates / "labels")
    return {page.path: page.html for page in make_site(corpus, PROJECT, labels).pages}


def story_on(html: str) -> str:
    found = SECTION.search(html)
    return found[0] if found else ""


def links(html: str) -> set[str]:
    return set(re.findall(r'href="\.\./\.\./briefings/([^/"]+)/"', html))


def three(**second: str) -> list[Loaded]:
    return [
        sheet("a", BRIDGE.text, "2026-03-04"),
        sheet("b", RADIO.text, "2026-03-05", **second),
        sheet("c", BRIDGE.text, "2026-03-06"),
        sheet("d", "Tea.", "2026-03-07"),
    ]


def test_every_article_of_a_story_leads_to_all_others() -> None:
    shelf = sheets.load(PROJECT.root, PROJECT.sheets)
    corpus = build_corpus(shelf.sheets.values(), shelf.actors, shelf.topics, suggested=shelf.suggested)
    made = pages(corpus)
    for b in corpus.briefings:
        story = set(corpus.story_of(b.id))
        assert links(story_on(made[f"briefings/{b.id}/"])) == story - {b.id}


def test_a_section_tells_the_number_of_origins_and_who_repeats_whom() -> None:
    made = pages(joined(*three()))
    section = story_on(made["briefings/b/"])
    assert "On this story: three articles, two origins, three outlets." in section
    assert "Found by comparing" in section
    assert re.findall(r"<p>(?:<a [^>]*>|<b>)(\w)", section) == ["a", "b", "c"]
    assert section.count("repeats another article") == section.count("this article") == 1
    assert story_on(made["briefings/d/"]) == ""


def test_a_story_tells_how_many_outlets_tell_it() -> None:
    section = story_on(pages(joined(*three(outlet="The a")))["briefings/b/"])
    assert "On this story: three articles, two origins, two outlets." in section


def test_the_list_marks_the_newest_of_a_story_and_the_edition_its_lead() -> None:
    made = pages(joined(*three()))
    assert made["briefings/"].count("the newest in a story of three articles, two origins, three outlets") == 1
    assert "on this story" not in made[""]  # its lead stands alone
    told = "on this story: two articles, two origins, two outlets"
    assert f'<a href="briefings/b/#story">{told}</a>' in pages(joined(*three()[:2]))[""]


def test_what_a_person_named_says_so() -> None:
    loaded = three(story="a")
    loaded[1] = Loaded(loaded[1].sheet, loaded[1].text, frozenset({"article.story"}))
    section = story_on(pages(joined(*loaded))["briefings/b/"])
    assert "named by a person" in section
    assert "Found by comparing" not in section


def test_a_long_story_shows_those_next_to_the_article_and_folds_all() -> None:
    many = [sheet(f"n{i:02}", f"Tea {i}.", f"2026-03-{i:02}", story="n01") for i in range(1, 31)]
    section = story_on(pages(joined(*many))["briefings/n15/"])
    near, fold = section.split("<details")
    assert links(near) == {f"n{i}" for i in (11, 12, 13, 14, 16, 17, 18, 19)}
    assert len(links(fold)) == 29
    assert "All 30 articles on this story" in fold


def test_titles_are_escaped_and_spanish_is_spanish() -> None:
    first, second, *_ = three()
    hostile = first.sheet.article.model_copy(update={"title": "<script>x</script>"})
    made = pages(joined(Loaded(first.sheet.model_copy(update={"article": hostile}), first.text), second), "es")
    section = story_on(made["briefings/b/"])
    assert "La misma historia" in section
    assert "&lt;script&gt;" in section
    assert "<script>" not in section


def test_pages_that_are_kept_learn_of_a_changed_story() -> None:
    memo = Memo()
    for shelf in (three(), three(story="b"), three()[1:], three(story="d")):
        corpus = joined(*shelf)
        assert make_site(corpus, PROJECT, LABELS, memo) == make_site(corpus, PROJECT, LABELS)

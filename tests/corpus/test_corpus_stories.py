"""Articles of one story found, others left apart, a person's word before all; the same in every order of the sheets."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright import sheets
from briefwright.corpus import build_corpus
from briefwright.corpus.stories import Told, find_stories
from briefwright.model.factsheet import FactSheet
from corpus.test_corpus_join import Loaded, joined

ROOT = Path(__file__).parents[2]
QUALITY = ROOT / "tests" / "quality"
DAY = date(2026, 3, 4)
FLOOR = 0.95
"""Of pairs of articles, precision and recall."""


def told(name: str, text: str, day: date | None = DAY) -> Told:
    return Told(name, day.toordinal() if day else None, text)


def reports() -> Iterator[tuple[Told, str]]:
    """Each invented article with the story that it tells."""
    for path in sorted(QUALITY.glob("origins/*.txt")):
        yield told(path.stem, path.read_text("utf-8")), path.stem.split("-")[0]
    for path in sorted(QUALITY.glob("gold/texts/*.txt")):
        yield told(path.stem, path.read_text("utf-8")), path.stem
    for path in sorted(QUALITY.glob("stories/*.txt")):
        story, _, day = path.stem.partition("_")
        again = "the volcano a year later" if day[:4] == "2027" else story
        yield told(path.stem, path.read_text("utf-8"), date.fromisoformat(day)), again
    for loaded in sheets.load(ROOT, ROOT / "factsheets").sheets.values():
        article = loaded.sheet.article
        day = date.fromisoformat(article.published[:10]) if article.published else None
        yield told(article.id, f"{article.title}\n{loaded.text}", day), "kell" if day else "xi"


REPORTS = dict(reports())
SHELF = list(REPORTS)
BRIDGE = next(t for t in SHELF if t.id == "bridge-herald")
RADIO = next(t for t in SHELF if t.id == "bridge-radio")


def pairs(stories: tuple[tuple[str, ...], ...]) -> set[frozenset[str]]:
    return {frozenset(pair) for story in stories for pair in combinations(story, 2)}


def test_stories_are_found_and_others_are_left_apart() -> None:
    wanted = {frozenset((a.id, b.id)) for a, b in combinations(SHELF, 2) if REPORTS[a] == REPORTS[b]}
    found = pairs(find_stories(SHELF, {}))
    right = len(wanted & found)
    figures = f"wrong: {sorted(map(sorted, found - wanted))}, missed: {sorted(map(sorted, wanted - found))}"
    assert min(right / len(found), right / len(wanted)) >= FLOOR, figures


@given(st.integers(), st.integers(2, len(SHELF)))
@settings(max_examples=10, deadline=None)
def test_the_order_of_the_articles_says_nothing(seed: int, number: int) -> None:
    shelf = SHELF[:number]
    assert find_stories(random.Random(seed).sample(shelf, number), {}) == find_stories(shelf, {})  # noqa: S311 - an order


def test_a_story_is_told_from_its_beginning_and_undated_articles_come_last() -> None:
    undated = told("a", RADIO.text, None)
    later = told("b", BRIDGE.text, DAY + timedelta(days=3))
    assert find_stories([undated, later, told("c", BRIDGE.text)], {}) == (("c", "b", "a"),)


def test_a_story_does_not_pause_for_long_but_may_run_on() -> None:
    def spread(days: int) -> tuple[tuple[str, ...], ...]:
        return find_stories([told(f"n{i}", BRIDGE.text, DAY + timedelta(days=i * days)) for i in range(9)], {})

    assert [len(story) for story in spread(30)] == [9]
    assert spread(365) == ()


def test_texts_without_words_are_no_story() -> None:
    assert find_stories([told("a", ""), told("b", ""), told("c", "1 2 3"), told("d", "of it")], {}) == ()


def sheet(name: str, text: str, published: str | None = "2026-03-04", **article: str) -> Loaded:
    info = {"id": name, "title": name, "published": published, "outlet": f"The {name}", **article}
    return Loaded(FactSheet.model_validate({"schema": 1, "article": info}), text)


def stories(*shelf: Loaded) -> tuple[tuple[str, ...], ...]:
    """The stories of these sheets, found in two orders; each article's story lists the article and whom it lists."""
    corpus = joined(*shelf)
    assert corpus.stories == joined(*reversed(shelf)).stories
    for story in corpus.stories:
        assert {corpus.story_of(each) for each in story} == {story}
    return corpus.stories


def test_a_copy_belongs_to_the_story_of_its_origin() -> None:
    copy = sheet("c", BRIDGE.text, "2026-07-01")
    assert stories(sheet("a", BRIDGE.text), sheet("b", RADIO.text), copy) == (("a", "b", "c"),)
    assert joined(sheet("a", BRIDGE.text), copy).story_of("c") == ("a", "c")
    assert joined(sheet("a", BRIDGE.text)).story_of("a") == ()


def test_a_person_has_the_last_word() -> None:
    a, b = sheet("a", BRIDGE.text), sheet("b", RADIO.text, "2026-03-05")
    assert stories(a, b) == (("a", "b"),)
    assert stories(a, sheet("b", RADIO.text, story="b")) == ()
    assert stories(a, b, sheet("c", "Tea.", "2026-03-06", story="a")) == (("a", "b", "c"),)
    assert stories(a, sheet("b", RADIO.text, story="b"), sheet("c", "Tea.", "2026-03-06", story="b")) == (("b", "c"),)
    assert stories(a, sheet("b", RADIO.text, "2026-03-05", story="gone")) == (("a", "b"),)
    assert stories(sheet("a", "Tea.", story="b"), sheet("b", "Milk.", story="a")) == (("a", "b"),)
    assert stories(a, sheet("b", BRIDGE.text, "2026-03-05", story="b")) == ()  # though it is a copy


def test_articles_in_a_language_of_which_no_words_are_known_are_not_compared() -> None:
    other = sheet("b", RADIO.text, language="es")
    assert stories(sheet("a", BRIDGE.text), other) == ()
    assert stories(sheet("a", BRIDGE.text), sheet("b", RADIO.text, language="es", story="a")) == (("a", "b"),)


def test_what_is_not_published_tells_no_story() -> None:
    private = Loaded(sheet("b", RADIO.text).sheet.model_copy(update={"publish": False}), RADIO.text)
    assert stories(sheet("a", BRIDGE.text), private, sheet("c", "Tea.", story="b")) == ()


def test_without_its_text_an_article_is_known_by_what_is_shown_of_it() -> None:
    shelf = sheets.load(ROOT, ROOT / "factsheets")
    bare = [Loaded(each.sheet, None) for each in shelf.sheets.values()]
    (story,) = build_corpus(bare, shelf.actors, shelf.topics).stories
    assert {each.sheet.article.id for each in bare} - set(story) == {"xi-jinping-will-travel-to-moscow"}

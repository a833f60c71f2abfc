"""What is joined stands on both pages, every page can be reached, and no link leads to nowhere."""

from __future__ import annotations

from posixpath import join, normpath

import pytest
from briefs import Brief
from sheets_counted import Asked, Said

SECTIONS = {"", "briefings/", "actors/", "topics/", "questions/", "timeline/"}
"""Pages that the navigation of every page leads to."""

Place = tuple[str, str]
"""The path of a page and an id on it, which may be empty."""


@pytest.fixture(scope="module")
def links(brief: Brief) -> dict[str, set[Place]]:
    """By its path, the places that a page leads to."""
    found: dict[str, set[Place]] = {path: set() for path in brief.pages}
    for path, page in brief.pages.items():
        for href in page.xpath(".//a/@href"):
            if not href.startswith(("http:", "https:")):
                target, _, anchor = href.partition("#")
                there = normpath(join("/", path, target)).lstrip("/")
                found[path].add((there + "/" if there else "", anchor))
    return found


def test_every_link_leads_to_a_page_and_an_element(brief: Brief, links: dict[str, set[Place]]) -> None:
    ids = {path: [str(i) for i in page.xpath(".//@id")] for path, page in brief.pages.items()}
    assert all(len(found) == len(set(found)) for found in ids.values())
    everything = {place for found in links.values() for place in found}
    assert {path for path, _ in everything} - ids.keys() == set()
    assert {(path, i) for path, i in everything if i and i != "all" and i not in ids[path]} == set()


def test_every_page_is_reached_from_the_edition(links: dict[str, set[Place]]) -> None:
    reached, stack = set(SECTIONS), list(SECTIONS)
    while stack:
        new = {path for path, _ in links[stack.pop()]} - reached
        reached |= new
        stack += new
    assert links.keys() - reached == set()


def whole(links: dict[str, set[Place]], path: str) -> set[Place]:
    """Where the page leads to, with those of its sections that have pages of their own."""
    return {place for page, found in links.items() if page.startswith(path) for place in found}


def leads_to_item(links: dict[str, set[Place]], path: str, item: Said | Asked, prefix: str) -> bool:
    """Whether the page leads to the item, or, where its list is cut short, to its article."""
    briefing = f"briefings/{item.sheet}/"
    return bool({(briefing, f"{prefix}{item.id}"), (briefing, "")} & whole(links, path))


def test_a_statement_stands_on_its_briefing_and_on_the_pages_of_its_actor_and_topics(
    brief: Brief, links: dict[str, set[Place]]
) -> None:
    for s in brief.counted.said:
        briefing = f"briefings/{s.sheet}/"
        assert brief.pages[briefing].xpath(f".//*[@id='s-{s.id}']")
        pages = [f"topics/{t}/" for t in s.topics]
        if s.actor:
            pages.append(f"actors/{s.actor}/")
            assert (f"actors/{s.actor}/", "") in links[briefing]
        own = {a for a in s.about if s.actor == a or s.actor in brief.counted.members(a)}
        pages += [f"actors/{a}/" for a in s.about if a not in own]
        for path in pages:
            assert leads_to_item(links, path, s, "s-"), (path, s)
        for topic in s.topics:
            assert (f"topics/{topic}/", "") in links[briefing]


def test_a_question_stands_on_its_briefing_on_the_board_and_on_the_pages_of_whom_it_is_about(
    brief: Brief, links: dict[str, set[Place]]
) -> None:
    for q in brief.counted.asked:
        assert brief.pages[f"briefings/{q.sheet}/"].xpath(f".//*[@id='q-{q.id}']")
        for path in ("questions/", *(f"actors/{a}/" for a in q.about), *(f"topics/{t}/" for t in q.topics)):
            assert (f"briefings/{q.sheet}/", f"q-{q.id}") in whole(links, path), (path, q)


def test_who_is_named_in_an_article_is_on_its_briefing_and_the_article_on_the_actors_page(
    brief: Brief, links: dict[str, set[Place]]
) -> None:
    for sheet in brief.counted.sheets:
        for actor in brief.counted.cast(sheet):
            assert (f"actors/{actor}/", "") in links[f"briefings/{sheet}/"]
            assert (f"briefings/{sheet}/", "") in whole(links, f"actors/{actor}/")


def test_who_speaks_about_whom_stands_on_both_pages(brief: Brief, links: dict[str, set[Place]]) -> None:
    for path, found in links.items():
        for there, anchor in found:
            if there.startswith("actors/") and anchor.startswith("by-") and there != path:
                speaker = anchor.removeprefix("by-")
                assert (f"actors/{speaker}/", "") in links[there]


def test_where_a_section_has_a_page_of_its_own_each_former_place_of_it_leads_there(
    brief: Brief, links: dict[str, set[Place]]
) -> None:
    for topic in brief.counted.topics():
        check_moved(brief, f"topics/{topic}/", "said")
    for actor in brief.counted.actors:
        path = f"actors/{actor}/"
        ids = set(map(str, brief.pages[path].xpath(".//@id")))
        check_moved(brief, path, "about")
        on = {page for page in brief.pages if page.startswith(f"{path}on/")}
        assert {f"on-{page.split('/')[-2]}" for page in on} <= ids
        assert {(page, "") for page in on} <= links[path]


def check_moved(brief: Brief, path: str, kind: str) -> None:
    """Each speaker has on the first page the place that it would have had, and it leads to the words."""
    for there, page in brief.pages.items():
        for place in page.xpath(".//@id[starts-with(., 'by-')]") if there.startswith(f"{path}{kind}/") else ():
            [here] = brief.pages[path].xpath(f".//*[@id='{place}']/descendant-or-self::a[contains(@href, '#{place}')]")
            assert here.get("href") == f"../../{there}#{place}"

"""Long lists: filters for every value that occurs, pages by date of what is too long for one, and nothing lost."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from briefwright.corpus import build_corpus
from briefwright.model.factsheet import ActorRegister, TopicRegister
from briefwright.model.page import Page
from briefwright.pages import indexes, make_site
from briefwright.pages.periods import by_period
from pages.test_pages_site import LABELS, PROJECT, Loaded, Tags, links, loaded

KINDS = ("person", "organisation", "state")
OUTLETS = ("The Post", "The Wire", "the post", None)


def article(number: int) -> Loaded:
    """One of a run of articles, ten days apart."""
    day = date(2024, 1, 1) + timedelta(days=10 * number)
    who = f"actor-{number}"
    return loaded(
        f"a-{number}",
        article={"published": day.isoformat(), "outlet": OUTLETS[number % len(OUTLETS)]},
        actors=[
            {"id": who, "name": f"{'ABCÉ#'[number % 5]} {number}", "kind": KINDS[number % 3]},
            {"id": "city", "name": "City", "kind": "organisation"},
        ],
        positions=[{"id": "p", "actor": who, "act": "assert", "statement": f"Said {number}.", "about": ["city"]}],
        open_questions=[
            {"id": "q", "question": f"When {number}?", "kind": "asked" if number % 2 else "unknown",
             "due": "2024-02-01" if number % 7 == 0 else None, "status": "dropped" if number % 9 == 8 else "open"},
        ],
        events=[
            {"id": "e", "event": f"Pier {number} was built", "date": day.isoformat()},
            {"id": "u", "event": f"Pier {number} fell", "when": "one day"},
            {"id": "f", "event": f"Pier {number} is to open", "date": f"203{number % 3}"},
        ],
    )  # fmt: skip


def pages_of(number: int) -> dict[str, Page]:
    corpus = build_corpus(map(article, range(number)), ActorRegister(schema=1), TopicRegister(schema=1))
    return {p.path: p for p in make_site(corpus, PROJECT, LABELS).pages}


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> dict[str, Page]:
    """Pages of sixty articles, of which a page has room for ten of each sort."""
    for name in ("MOST_BRIEFINGS", "MOST_EVENTS", "MOST_QUESTIONS", "MOST_ACTORS"):
        monkeypatch.setattr(indexes, name, 10)
    monkeypatch.setattr(indexes, "SHOWN_QUESTIONS", {"overdue": 2, "open": 4, "dropped": 1})
    return pages_of(60)


@pytest.mark.parametrize("path", ["briefings/", "questions/", "timeline/", "actors/"])
def test_each_filter_leads_to_as_many_items_as_it_says_and_none_is_empty(path: str) -> None:
    html = pages_of(9)[path].html
    chips = re.findall(r'<a href="#only-([\w-]+)">[^<]* (\d+)</a>', html)
    assert chips
    for key, number in chips:
        assert len(re.findall(rf'class="[^"]*\bit [^"]*\bis-{key}(?![\w-])[^"]*"', html)) == int(number) > 0
        assert f'<span class="f" id="only-{key}"></span>' in html
        assert f"#only-{key}:target ~ .board" in html


def test_a_question_and_what_an_actor_says_are_found_by_each_of_their_topics() -> None:
    topics = [["quay"], ["quay", "ferry"], ["ferry"], [], *[["quay"]] * 12]
    sheet = loaded(
        "a",
        actors=[{"id": "city", "name": "City", "kind": "organisation"}],
        positions=[
            {"id": f"p{n}", "actor": "city", "act": "assert", "statement": f"It is {n}.", "topics": on}
            for n, on in enumerate(topics)
        ],
        open_questions=[
            {"id": f"q{n}", "question": f"Who pays {n}?", "kind": "asked", "status": "open", "topics": on}
            for n, on in enumerate(topics)
        ],
    )
    corpus = build_corpus([sheet], ActorRegister(schema=1), TopicRegister(schema=1))
    pages = {p.path: p.html for p in make_site(corpus, PROJECT, LABELS).pages}
    for path in ("questions/", "actors/city/"):
        chips = re.findall(r'<a href="#only-(t-\w+)">([^<]*)</a>', pages[path])
        assert chips == [("t-quay", "Quay · 14"), ("t-ferry", "Ferry · 2")], path
        items = re.findall(r'<(?:article|div|p) class="[^"]*\b(it\b[^"]*)"', pages[path])
        assert sum("is-t-quay" in classes for classes in items) == 14
        assert sum("is-t-ferry" in classes for classes in items) == 2


def test_days_come_before_the_month_and_the_year_that_is_all_one_knows() -> None:
    dates = ["2023", "2023-01-02", "2023-01", "2023-02-01", None, "2022-12-31"]
    sheet = loaded("a", events=[{"id": f"e{n}", "event": f"Event {n} of six", "date": d} for n, d in enumerate(dates)])
    corpus = build_corpus([sheet], ActorRegister(schema=1), TopicRegister(schema=1))
    assert [e.date for e in corpus.events] == ["2022-12-31", "2023-01-02", "2023-01", "2023-02-01", "2023", None]


def test_outlets_whose_names_are_alike_have_filters_of_their_own() -> None:
    chips = re.findall(r'href="#only-(o-[\w-]+)">([^<]*)<', pages_of(9)["briefings/"].html)
    names = {"o-the-post": "The Post · 3", "o-the-post-2": "the post · 2", "o-the-wire": "The Wire · 2"}
    assert dict(chips) == names


def test_what_all_items_share_is_no_filter() -> None:
    html = pages_of(1)["questions/"].html
    assert "only-" not in html


def test_a_short_list_has_no_pages_by_date() -> None:
    assert not [p for p in pages_of(9) if re.fullmatch(r"(timeline|questions|briefings/by-date|actors/by-name)/.+", p)]


def test_all_of_a_long_list_stands_on_its_pages_by_date(long: dict[str, Page]) -> None:
    everything = {
        "timeline/": [f"briefings/a-{n}/#e-{i}" for n in range(60) for i in "euf"],
        "questions/": [f"briefings/a-{n}/#q-q" for n in range(60)],
        "briefings/by-date/": [f"briefings/a-{n}/#" for n in range(60)],
        "actors/by-name/": [f"actors/actor-{n}/#" for n in range(60)],
    }
    for base, wanted in everything.items():
        parts = [page for path, page in long.items() if path.startswith(base) and path != base]
        assert len(parts) > 2
        found = [f"{path}#{anchor}" for page in parts for path, anchor in links(page)]
        assert [w for w in wanted if found.count(w) != 1] == [] or base == "briefings/by-date/"
        assert set(wanted) <= set(found)


def test_every_page_of_a_long_list_leads_to_all_of_them_and_to_the_first(long: dict[str, Page]) -> None:
    for first, base in (
        ("timeline/", "timeline/"),
        ("questions/", "questions/"),
        ("briefings/", "briefings/by-date/"),
    ):
        parts = {path for path in long if path.startswith(base) and path != base}
        for path in {first, *parts}:
            there = {target for target, _ in links(long[path])}
            assert parts | {first} <= there, path
            current = re.findall(r'aria-current="page"', long[path].html)
            assert len(current) == 1, path


def test_the_first_page_has_the_newest_and_what_is_ahead(long: dict[str, Page]) -> None:
    html = long["timeline/"].html
    assert "Pier 59 was built" in html
    assert "Pier 49 was built" not in html
    assert html.count("is to open") == 60
    assert "fell" not in html
    assert "70 of 180 stand on this page" in html
    board = long["questions/"].html
    assert board.count('<article class="qn') == 7
    assert "7 of 60 stand on this page" in board.replace("seven", "7")


def test_a_letter_has_a_page_of_its_own(long: dict[str, Page]) -> None:
    letters = [p for p in long if p.startswith("actors/by-name/")]
    assert letters == [f"actors/by-name/{x}/" for x in ("a", "b", "c", "e", "other")]
    assert {"E", "É 3"} <= set(Tags(long["actors/by-name/e/"].html).words)  # an accent makes no letter


def test_years_with_few_items_before_the_first_full_one_share_a_page() -> None:
    days = [
        *["1804"] * 2,
        *["1990-05"] * 3,
        *["2020-01-02"] * 25,
        *["2021"] * 3,
        *["2022-03"] * 60,
        *["2022"] * 2,
        None,
    ]
    found = by_period(days, lambda day: day, 50, "x/")
    sizes = {p.key: len(p.items) for p in found.pages}
    assert list(sizes.items()) == [
        ("2022-03", 60), ("2022", 2), ("2021", 3), ("2020", 25), ("earlier", 5), ("undated", 1),
    ]  # fmt: skip
    assert found.total == len(days)
    assert by_period(days, lambda day: day, 100, "x/").pages == ()
    quarters = by_period(days, lambda day: day, 50, "x/", 60)
    assert [(p.key, len(p.items)) for p in quarters.pages][:3] == [("2022-q1", 60), ("2022", 2), ("2021", 3)]
    roomy = by_period(days, lambda day: day, 50, "x/", 70)
    assert [p.key for p in roomy.pages] == ["2022", "2021", "2020", "earlier", "undated"]


def test_years_with_few_items_after_the_last_full_one_share_a_page_if_they_are_several() -> None:
    def keys(*days: str) -> list[str]:
        return [p.key for p in by_period(["2020-01-02"] * 25 + [*days], lambda day: day, 20, "x/", 30).pages]

    assert keys("2021-03") == ["2021", "2020"]
    assert keys("2021-03", "2030", "2050") == ["later", "2020"]


def test_of_the_quarters_of_a_year_one_may_be_divided_itself() -> None:
    days = [*["2022-02-01"] * 30, *["2022-03-01"] * 30, *["2022-05"] * 30, "2022-12-31"]
    keys = [p.key for p in by_period(days, lambda day: day, 40, "x/").pages]
    assert keys == ["2022-q4", "2022-q2", "2022-03", "2022-02"]
    assert [LABELS.span(key) for key in keys] == ["Q4 2022", "Q2 2022", "March 2022", "February 2022"]


def test_what_is_known_to_the_year_alone_does_not_look_like_the_whole_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexes, "MOST_EVENTS", 20)
    days = ["2024-02-01"] * 22 + ["2024"] * 2 + ["2023"] * 21
    events = [{"id": f"e{n}", "event": f"Pier {n} was built", "date": day} for n, day in enumerate(days)]
    corpus = build_corpus([loaded("a", events=events)], ActorRegister(schema=1), TopicRegister(schema=1))
    html = next(p.html for p in make_site(corpus, PROJECT, LABELS).pages if p.path == "timeline/")
    chips = re.findall(r"<a [^>]*>([^<]*)</a>", html.partition("periods")[2].partition("</nav>")[0])
    assert chips == ["the newest", "February 2024 · 22", "2024, no month · 2", "2023 · 21"]


def test_the_dates_of_a_list_of_briefings_stand_there_once(long: dict[str, Page]) -> None:
    def rows(html: str) -> list[str]:
        return re.findall(r'<span class="label">([^<]*)</span>', html)

    assert rows(long["briefings/"].html) == ["By date", "Outlet"]
    assert rows(pages_of(9)["briefings/"].html) == ["Outlet", "Date"]

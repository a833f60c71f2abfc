"""Every number on the pages of actors is what the YAML of the sheets holds, wherever their sections stand."""

from __future__ import annotations

import re
from collections import Counter

from briefs import LABELS, Brief, leads_to, said, the
from figures_checked import check_articles, check_sides, check_stats, check_ways, expected_table, speakers
from figures_shown import bar_rows, drawn, numbers, table_of
from lxml import html
from sheets_counted import Said, bars


def test_the_actors(brief: Brief) -> None:
    counted, page = brief.counted, brief.pages["actors/"]
    heard = speakers(counted.said)
    assert numbers(said(the(page, "h1"))) == [len(counted.actors)]
    entries = page.xpath(".//dl[@class='cast']/div")
    assert {leads_to(the(e, "dt/a")) for e in entries} == set(heard)
    silent = {leads_to(a) for a in page.xpath(".//p[contains(@class, 'silent')]/a")}
    assert silent == counted.actors - set(heard)
    for entry in entries:
        actor = leads_to(the(entry, "dt/a"))
        articles = counted.articles_with(actor)
        assert numbers(said(entry.xpath("dd")[-1])) == [heard[actor], *counted.sources(articles)], actor
    rows = {a: n for table in page.xpath(".//div[@class='barsbox']/table") for a, n in bar_rows(table).items()}
    assert rows == {a: [heard[str(a)]] for a in rows}
    shown = table_of(page)
    assert shown == expected_table(((a, s) for a in counted.actors for s in counted.said_about(a)), shown)
    assert shown


def test_each_actor(brief: Brief) -> None:
    counted = brief.counted
    actors = dict(brief.under("actors"))
    assert set(actors) == counted.actors
    for actor, page in actors.items():
        by, told_for, about = counted.said_by(actor), counted.said_for(actor), counted.said_about(actor)
        articles = counted.articles_with(actor)
        figures = {"own statement": len(by), "said on their behalf": len(told_for), "said about them": len(about)}
        check_stats(page, figures | dict(zip(["article", "origin"], counted.sources(articles), strict=False)))
        assert drawn(page) == [b for b in bars((s.day for s in by), (s.day for s in about)) if b != (0, 0)], actor
        [list_of_articles] = brief.parts(path := f"actors/{actor}/", "articles")
        check_sides(brief.parts(path, "about"), counted, about)
        check_articles(list_of_articles, counted, articles)
        check_subjects(page, by)
        check_over_time(brief, actor, by)
        check_said(brief, actor, by)
        check_exchange(brief, actor, page)
        asked = sum(actor in q.about for q in counted.asked)
        assert [len(p.xpath(".//article[contains(@class, 'qn')]")) for p in brief.parts(path, "questions")] == [asked]
        check_ways(page, about, {"about": len(about), "questions": asked, "articles": len(articles)})


def check_said(brief: Brief, actor: str, by: list[Said]) -> None:
    """All that the actor says: on its page, or by date, with the number of each period."""
    path = f"actors/{actor}/"
    parts = [(place, page) for place, page in brief.pages.items() if place.startswith(f"{path}said/")]
    shown = {
        leads_to(a): numbers(said(a))[-1]
        for a in brief.pages[path].xpath(".//nav[contains(@class, 'periods')]/a[not(@aria-current)]")
    }
    assert shown == {
        place.split("/")[-2]: len(page.xpath(".//ul[@class='lines']/li/p[@class]/span")) for place, page in parts
    }
    assert sum(shown.values()) == (len(by) if parts else 0)
    for note in brief.pages[path].xpath(".//nav[contains(@class, 'periods')]/following-sibling::p[1]"):
        here = brief.pages[path].xpath("article[@class='st']")
        assert numbers(said(note)) == [sum(max(1, len(st.xpath("div[@class='acts']/span"))) for st in here), len(by)]


def check_subjects(page: html.HtmlElement, by: list[Said]) -> None:
    """On what the actor speaks: how often, and from which day to which, with their words; a single day stands once."""
    rows = page.xpath(".//table[contains(@class, 'subjects')]/tbody/tr")
    assert len(rows) == len({t for s in by for t in s.topics})
    for row in rows:
        [topic] = re.findall(r"(?:#on-|/on/|topics/)([^/#]+)", row.xpath("th/a/@href")[0])
        own = [s for s in by if topic in s.topics]
        days = sorted(s.day for s in own if s.day) or [None]
        assert said(row.xpath("td")[0]) == str(len(own)), topic
        cells = row.xpath("td")[2:]
        later = [leads_to(a) for a in cells[-1].xpath("p[contains(@class, 'later')]/a")]
        last = [d for d in dict.fromkeys(days) if LABELS.day(d or "") == said(the(cells[-1], "span"))] if later else []
        assert set(later) <= {s.sheet for s in own if s.day == days[-1]}, topic
        assert days[-1] not in last, topic
        for day, cell in zip(dict.fromkeys((days[0], *(last or days[-1:]))), cells, strict=True):
            assert said(the(cell, "span")) == (LABELS.day(day) if day else "not given"), topic
            of_the_day = {s.sheet for s in own if s.day == day}
            assert {leads_to(a) for a in cell.xpath("p[not(@class)]/a")} <= of_the_day, topic


def check_over_time(brief: Brief, actor: str, by: list[Said]) -> None:
    """Topics of two articles or more: the number of statements, and a mark for each day with a new act."""
    path = f"actors/{actor}/"
    page = brief.pages[path]
    shown = {leads_to(the(part, "h3/a")): part for part in page.xpath(".//section[@class='turns']")}
    heads = {topic: said(the(part, "h3")).rpartition(":")[2] for topic, part in shown.items()}
    for place, part in brief.pages.items():
        if place.startswith(f"{path}on/"):
            topic = place.split("/")[-2]
            shown[topic], heads[topic] = part, str(part.xpath("p[@class='note']/text()")[0])
    topics = {t for s in by for t in s.topics}
    assert set(shown) == {t for t in topics if len({s.sheet for s in by if t in s.topics}) > 1}
    for topic, part in shown.items():
        own = [s for s in by if topic in s.topics]
        rows = part.xpath(".//table[@class='ledger']/tbody/tr")
        told = [leads_to(a) for row in rows for a in row.xpath("td[last()]//a")]  # a row has the same words once
        assert numbers(heads[topic])[0] == len(own) == len(told), topic
        days = sorted({s.day for s in own if s.day})
        assert part.tag == "section" or not days or f"since at least {LABELS.day(days[0])}." in heads[topic], topic
        turned = [row for row in rows if "turn" in (row.get("class") or "").split()]
        assert all(row.xpath(".//span[@class='tag'][.='changed']") for row in turned), topic


def check_exchange(brief: Brief, actor: str, page: html.HtmlElement) -> None:
    """About whom the actor speaks, who speaks about it, who speaks for it."""
    counted = brief.counted
    for heading, wanted in (
        ("speaks-about", Counter(a for a in counted.actors for s in counted.said_about(a) if s.actor == actor)),
        ("spoken-about-by", speakers(counted.said_about(actor))),
    ):
        tables = page.xpath(f".//h2[@id='{heading}']/following-sibling::table")
        rows = {a: n for table in tables for a, [n] in bar_rows(table).items()}
        first = {
            leads_to(the(td, "../th/a")): said(td) for table in tables for td in table.xpath(".//td[@class='since']")
        }
        assert first == {a: since(brief, actor, str(a), heading == "speaks-about") for a in rows}
        assert rows == {a: wanted[str(a)] for a in rows}
        assert bool(rows) == bool(wanted)
        assert sorted(rows.values()) == sorted(sorted(wanted.values())[-len(rows) :] if rows else [])
    told_for = counted.said_for(actor)
    for note in page.xpath(".//h2[@id='said-for']/following-sibling::p[1]"):
        assert numbers(said(note))[:2] == [len(told_for), len(speakers(told_for))]
    shown = {leads_to(the(who, "header/h3/a")): numbers(said(who.xpath("header/p//a")[0]))[0] for who in spokes(page)}
    assert shown == speakers(told_for)


def since(brief: Brief, actor: str, other: str, speaks: bool) -> str:
    speaker, subject = (actor, other) if speaks else (other, actor)
    days = sorted(s.day for s in brief.counted.said_about(subject) if s.actor == speaker and s.day)
    return LABELS.day(days[0]) if days else ""


def spokes(page: html.HtmlElement) -> list[html.HtmlElement]:
    return page.xpath(".//section[@class='who' and not(@id)]")


def falls_in(day: str | None, period: str) -> bool:
    """Whether a page by date, by the end of its address, holds the day; years are never shared in these corpora."""
    year, _, quarter = period.partition("-q")
    if not day or not quarter:
        return (day or "undated").startswith(period)
    return day.startswith(year) and (int(day[5:7]) - 1) // 3 + 1 == int(quarter)


def test_what_an_actor_says_by_topic_by_whom_it_is_about_by_act_and_by_date(brief: Brief) -> None:
    found: Counter[str] = Counter()
    for path, page in brief.pages.items():
        _, actor, *part = path.split("/")[:-1] if path.startswith("actors/") and path.count("/") > 1 else ("", "", "no")
        if part[:1] not in ([], ["said"], ["on"]):
            continue
        by = [s for s in brief.counted.said_by(actor) if part[:1] != ["on"] or part[1] in s.topics]
        if part[:1] == ["said"]:
            by = [s for s in by if falls_in(s.day, part[1])]
        values = Counter(f"t-{t}" for s in by for t in s.topics) + Counter(f"w-{a}" for s in by for a in s.about)
        values += Counter(s.day[:n] for s in by if s.day for n in (4, 7)) + Counter(s.act for s in by)
        values["#all"] = len(by)
        for link in page.xpath(".//div[@class='filtered']//nav[@class='chips']/a"):
            what = link.get("href").removeprefix("#only-")
            assert numbers(said(link))[-1] == values[what], (path, what)
            found[(part or ["main"])[0] + what[0]] += 1
    assert len(found) >= 2

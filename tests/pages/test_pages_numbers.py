"""Every number on a page is what the YAML of the sheets holds: for the example, and for a corpus that fills the folds.

`sheets_counted` counts the sheets; here the pages are read as a reader reads them, by their words and links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import timedelta

from briefs import LABELS, Brief, leads_to, said, the
from figures_shown import bar_rows, drawn, numbers, stats, table_of
from lxml import html
from sheets_counted import Counted, Said, bars, words_of

PRONOUNS = ("he", "she", "they", "which")  # those that the articles of these tests have


def check_stats(page: html.HtmlElement, known: dict[str, int]) -> None:
    """Each figure under the title is one that is counted anew here; those of nothing may be left out."""
    shown = stats(page)
    assert shown.keys() - known.keys() == set(), "count these anew, too"
    assert shown == {what: known[what] for what in shown}
    assert all(n == 0 for what, n in known.items() if what not in shown)


def expected_table(pairs: Iterable[tuple[str, Said]], shown: dict[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    """What the cells shown have to hold."""
    pairs = [(column, s) for column, s in pairs if s.actor]
    columns = list(dict.fromkeys(c for _, c in shown if c not in ("others", "all", "narrow others")))

    def number(actor: str, wanted: Callable[[str], bool]) -> int:
        return len({(s.sheet, s.id) for c, s in pairs if s.actor == actor and wanted(c)})

    def cell(actor: str, column: str) -> int:
        match column:
            case "all":
                return number(actor, lambda c: True)
            case "others":
                return number(actor, lambda c: c not in columns)
            case "narrow others":
                return number(actor, lambda c: c not in columns[:5])
        return number(actor, lambda c: c == column)

    return {(actor, column): cell(actor, column) for actor, column in shown}


def speakers(found: Iterable[Said]) -> Counter[str]:
    return Counter(s.actor for s in found if s.actor)


def test_the_edition(brief: Brief) -> None:
    counted, page = brief.counted, brief.pages[""]
    live = [q for q in counted.asked if q.status == "open"]
    week = (counted.today - timedelta(days=7)).isoformat()
    fresh = [s for s in counted.sheets if (counted.day(s) or "") > week and counted.origin(s) == s]
    figures = {"article": len(fresh), "question": len(live), "overdue": sum(q.overdue for q in live)}
    if "disputes/" in brief.pages:
        figures["dispute"] = len(brief.pages["disputes/"].xpath(".//section[@class='face']"))
    shown = {said(a).split()[-1].removesuffix("s"): numbers(said(a)) for a in page.xpath(".//ul[@class='glance']/li/a")}
    assert shown == {what: [n] for what, n in figures.items()}
    beside = said(page.xpath(".//header[@class='mast']/p")[0])
    assert numbers(beside.split(" · ", 2)[2]) == [*counted.sources(counted.sheets), len(counted.said)]
    [table] = page.xpath(".//aside//table[@class='bars']")
    rows = bar_rows(table)
    heard = speakers(counted.said)
    assert rows == {actor: [heard[str(actor)]] for actor in rows}
    assert sorted((n for [n] in rows.values()), reverse=True) == sorted(heard.values(), reverse=True)[: len(rows)]


def test_the_briefings(brief: Brief) -> None:
    counted, page = brief.counted, brief.pages["briefings/"]
    assert numbers(said(the(page, "h1"))) == counted.sources(counted.sheets)
    assert drawn(page) == [b for b in bars(map(counted.day, counted.sheets), ()) if b != (0, 0)]
    entries = page.xpath(".//ul/li")
    assert {leads_to(the(e, "div/h2/a")) for e in entries} == set(counted.sheets)
    for entry in entries:
        sheet = leads_to(the(entry, "div/h2/a"))
        inside = [len(counted.said_in(sheet)), len(counted.asked_in(sheet))]
        assert numbers(said(entry.xpath("p")[-1]))[:2] == inside, sheet


def test_the_topics(brief: Brief) -> None:
    counted, page = brief.counted, brief.pages["topics/"]
    assert numbers(said(the(page, "h1"))) == [len(counted.topics())]
    for entry in page.xpath("dl[@class='cast']/div"):
        topic = leads_to(the(entry, "dt/a"))
        asked = [q for q in counted.asked if topic in q.topics]
        [told] = [line for line in map(said, entry.xpath("dd")) if " · " in line]
        assert numbers(told) == [len(counted.said_on(topic)), len(asked)], topic
        disputed = brief.pages[f"topics/{topic}/"].xpath(".//section[@class='face']")
        assert numbers(" ".join(map(said, entry.xpath("dd/a")))) == ([len(disputed)] if disputed else [])
    shown = table_of(page)
    assert shown == expected_table(((t, s) for s in counted.said for t in s.topics), shown)
    assert shown


def test_each_topic(brief: Brief) -> None:
    counted = brief.counted
    topics = dict(brief.under("topics"))
    assert set(topics) == counted.topics()
    for topic, page in topics.items():
        own = counted.said_on(topic)
        asked = [q for q in counted.asked if topic in q.topics]
        articles = counted.articles_on(topic)
        check_stats(page, {"statement": len(own), "actor": len(speakers(own)), "question": len(asked)})
        assert drawn(page) == [b for b in bars((s.day for s in own), ()) if b != (0, 0)], topic
        shown = table_of(page)
        assert shown == expected_table(
            ((str(LABELS.text(f"act.{s.act}")).split()[-1], s) for s in own), shown
        ), topic  # fmt: skip
        check_sides(page, own)
        check_glance(page, counted, own)
        check_voices(page, own)
        check_articles(page, counted, articles)
        assert len(page.xpath(".//article[contains(@class, 'qn')]")) == len(asked)


def check_sides(page: html.HtmlElement, own: list[Said]) -> None:
    """Each speaker's number, and that so many statements stand there."""
    said_by = Counter(s.actor for s in own)
    shown: dict[str | None, int] = {}
    for section in page.xpath(".//section[@class='who' and (starts-with(@id, 'by-') or @id = 'unnamed')]"):
        actor = section.get("id").removeprefix("by-") if section.get("id") != "unnamed" else None
        shown[actor], *articles = numbers(said(section.xpath("header/p/span")[-1]))
        assert articles in ([], [len({s.sheet for s in own if s.actor == actor})]), actor
        assert listed(section) == shown[actor], actor
    assert shown == said_by


def check_glance(page: html.HtmlElement, counted: Counted, own: list[Said]) -> None:
    """Each side: its statements, its speakers, its acts, and that the words are of its newest article."""
    for side in page.xpath(".//section[@class='glimpse']"):
        head = leads_to(the(side, "header/h3/a"))
        inside = [s for s in own if s.actor in {head, *counted.members(head)}]
        speaking = len(speakers(inside))
        assert numbers(said(the(side, "header/p/a"))) == [len(inside), *([speaking] if speaking > 1 else [])], head
        acts = said(the(side, "header/p")).partition(": ")[2].split(", ")
        assert {numbers(a)[0] if numbers(a) else 1 for a in acts} == set(Counter(s.act for s in inside).values())
        newest = max(s.day or "" for s in inside)
        assert (counted.day(the(side, "article//p[@data-article]").get("data-article")) or "") == newest, head


def listed(section: html.HtmlElement) -> int:
    """How many statements a list shows: in full, in a line, or as a number beside their article."""
    full = sum(max(1, len(st.xpath("div[@class='acts']/span"))) for st in section.xpath(".//article[@class='st']"))
    rest = 0
    for item in section.xpath(".//ul[@class='lines']/li"):
        rest += len(item.xpath("p/span[contains(@class, 'act')]")) or numbers(said(item.xpath("p")[1]))[0]
    for summary in section.xpath(".//details[contains(@class, 'rest')]/summary"):
        assert numbers(said(summary)) == [rest]
    return full + rest


def check_voices(page: html.HtmlElement, own: list[Said]) -> None:
    rows: dict[str | None, list[int]] = {}
    for table in page.xpath(".//table[contains(@class, 'voices')]"):
        rows |= bar_rows(table)
    actors = {s.actor for s in own}
    wanted = {a: [s for s in own if s.actor == a] for a in actors} if len(actors) > 1 else {}
    assert rows == {a: [len(found), words_of(found)] for a, found in wanted.items()}
    for summary in page.xpath(".//table[contains(@class, 'voices')]/following-sibling::details[1]/summary"):
        assert numbers(said(summary)) == [len(the(summary, "..").xpath(".//tbody/tr"))]


def check_articles(page: html.HtmlElement, counted: Counted, articles: list[str]) -> None:
    """The list of articles: all of them, each with the numbers of its own."""
    shown = page.xpath(".//ul[@class='list']/li")
    assert sorted(leads_to(the(li, "h3/a")) for li in shown) == sorted(articles)
    for li in shown:
        sheet = leads_to(the(li, "h3/a"))
        inside = [len(counted.said_in(sheet)), len(counted.asked_in(sheet))]
        assert numbers(said(li.xpath("p")[-1]))[:2] == inside, sheet
    for summary in page.xpath(".//ul[@class='list']/following-sibling::details[1]/summary"):
        assert numbers(said(summary)) == [len(the(summary, "..").xpath(".//li"))]


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
        [of_others], [list_of_articles] = (
            brief.parts(path := f"actors/{actor}/", "about"),
            brief.parts(path, "articles"),
        )
        check_sides(of_others, about)
        check_articles(list_of_articles, counted, articles)
        check_subjects(page, by)
        check_over_time(brief, actor, by)
        check_said(brief, actor, by)
        check_exchange(brief, actor, page)
        asked = sum(actor in q.about for q in counted.asked)
        assert [len(p.xpath(".//article[contains(@class, 'qn')]")) for p in brief.parts(path, "questions")] == [asked]
        check_ways(page, about, {"about": len(about), "questions": asked, "articles": len(articles)})


def check_ways(page: html.HtmlElement, about: list[Said], numbers_apart: dict[str, int]) -> None:
    """The links to sections that are apart say how much stands there."""
    for who in page.xpath(".//section[@class='who newest']"):
        actor = leads_to(the(who, "header/h3/a"))
        assert numbers(said(the(who, "header/p//a"))) == [sum(s.actor == actor for s in about)]
    for link in page.xpath(".//p[@class='meta more']/a"):
        assert numbers(said(link)) == [numbers_apart[leads_to(link)]]


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
    """On what the actor speaks: how often, and from which day to which."""
    rows = page.xpath(".//table[@class='subjects']/tbody/tr")
    assert len(rows) == len({t for s in by for t in s.topics})
    for row in rows:
        link = row.xpath("th/a/@href")[0]
        topic = link.removeprefix("#on-") if link.startswith("#") else leads_to(the(row, "th/a"))
        own = [s for s in by if topic in s.topics]
        days = sorted(s.day for s in own if s.day) or [None]
        assert said(row.xpath("td")[0]) == str(len(own)), topic
        assert [said(td) for td in row.xpath("td")[2:]] == [
            LABELS.day(d) if d else "not given" for d in (days[0], days[-1])
        ]


def check_over_time(brief: Brief, actor: str, by: list[Said]) -> None:
    """Topics of two articles or more: the number of statements, and the marks where an act was not there before."""
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
        assert numbers(heads[topic]) == [len(own)] == [len(rows)], topic
        days = sorted({s.day for s in own if s.day})
        marked = sum(
            s.day > days[0] and s.act not in {o.act for o in own if o.day == days[days.index(s.day) - 1]}
            for s in own
            if s.day
        )
        assert sum("turn" in (row.get("class") or "").split() for row in rows) == marked, topic


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
    return f"since {LABELS.day(days[0])}" if days else ""


def spokes(page: html.HtmlElement) -> list[html.HtmlElement]:
    return page.xpath(".//section[@class='who' and not(@id)]")


def test_each_briefing(brief: Brief) -> None:
    counted = brief.counted
    briefings = dict(brief.under("briefings"))
    assert set(briefings) == set(counted.sheets)
    for sheet, page in briefings.items():
        own, asked = counted.said_in(sheet), counted.asked_in(sheet)
        overdue = sum(q.overdue for q in asked)
        line = said(page.xpath("p[@class='meta']")[0])
        speaking = len({s.actor for s in own if s.actor})
        wanted = [len(own), *([speaking] if own else []), len(asked), *([overdue] if overdue else [])]
        assert numbers(line)[-len(wanted) - 1 :] == [*wanted, len(counted.items(sheet, "events"))], sheet
        groups = {}
        for group in page.xpath("section[@class='who']"):
            actor = leads_to(group.xpath("header/h3/a")[0]) if group.xpath("header/h3/a") else None
            groups[actor] = numbers(said(the(group, "header/p")))[-1]
        assert groups == Counter(s.actor for s in own), sheet
        check_voices(page, own)


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


def test_the_board_of_questions(brief: Brief) -> None:
    asked, page = brief.counted.asked, brief.pages["questions/"]
    chips = {a.get("href"): numbers(said(a))[-1] for a in page.xpath(".//nav[@class='chips']/a")}
    state = Counter("overdue" if q.overdue else "due" if q.to_come else q.status for q in asked)
    ages = Counter(
        "undated" if q.age is None else "month" if q.age <= 30 else "year" if q.age <= 365 else "older" for q in asked
    )
    kinds, articles = Counter(q.kind for q in asked), Counter(f"a-{q.sheet}" for q in asked)
    topics = Counter(f"t-{t}" for q in asked for t in q.topics)
    for href, number in chips.items():
        what = href.removeprefix("#only-")
        assert number == (len(asked) if href == "#all" else (state | kinds | ages | articles | topics)[what]), href
    assert len(page.xpath(".//article[contains(@class, 'qn')]")) == len(asked)


def test_the_page_of_gaps(brief: Brief) -> None:
    counted, home, page = brief.counted, brief.pages[""], brief.pages["gaps/"]
    told = {a.get("href").partition("#")[2]: said(a) for a in home.xpath(".//section[@class='gapline']//a")}
    wanted = {
        "declined": sum(s.act == "decline" for s in counted.said),
        "unnamed": sum(s.actor is None and s.source.casefold() not in PRONOUNS for s in counted.said),
        "unanswered": sum(q.overdue for q in counted.asked),
    }
    for anchor, number in wanted.items():
        assert (anchor in told) == bool(number)
        assert number < 2 or numbers(told[anchor])[0] == number, anchor
    main = Counter(
        actor for sheet in counted.originals for actor, a in counted.cast(sheet).items() if a.get("salience") == "main"
    )
    for row in page.xpath(".//h2[@id='not-heard']/following-sibling::ul[1]/li"):
        actor = leads_to(the(row, "h3/a"))
        assert not [s for s in counted.said if s.actor in {actor, *counted.members(str(actor))}]
        assert numbers(said(row.xpath("p/span")[0]))[0] == main[str(actor)]
    for link in page.xpath(
        ".//ul[@class='gaps']/following-sibling::p[@class='meta more']/a[not(contains(@href, '#'))]"
    ):
        of_kind = brief.pages[f"gaps/{leads_to(link)}/"]
        assert numbers(said(link))[0] in [len(rows) for rows in lists_of_gaps(of_kind)]
        assert the(of_kind, ".//h2/@id") == leads_to(link)


def lists_of_gaps(page: html.HtmlElement) -> list[list[html.HtmlElement]]:
    return [found.xpath("li") for found in page.xpath(".//ul[@class='gaps']")]

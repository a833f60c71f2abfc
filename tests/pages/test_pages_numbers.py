"""Every number on a page is what the YAML of the sheets holds: for the example, and for a corpus that fills the folds.

`sheets_counted` counts the sheets; here the pages are read as a reader reads them, by their words and links.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from briefs import LABELS, Brief, leads_to, said, the
from figures_checked import (
    check_articles,
    check_claims,
    check_sides,
    check_stats,
    check_ways,
    claims_on,
    expected_table,
    speakers,
)
from figures_shown import bar_rows, drawn, numbers, table_of
from lxml import html
from sheets_counted import Counted, Said, bars, words_of

PRONOUNS = ("he", "she", "they", "which")  # those that the articles of these tests have


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
    tables = page.xpath(".//aside//table[@class='bars']")
    rows = {actor: n for table in tables for actor, n in bar_rows(table).items()}
    assert rows
    heard = speakers(counted.said)
    assert rows == {actor: [heard[str(actor)]] for actor in rows}
    assert sorted((n for [n] in rows.values()), reverse=True) == sorted(heard.values(), reverse=True)[: len(rows)]


def test_the_briefings(brief: Brief) -> None:
    counted, page = brief.counted, brief.pages["briefings/"]
    assert numbers(said(the(page, ".//h1"))) == counted.sources(counted.sheets)
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
        path = f"topics/{topic}/"
        [heard], [list_of_articles], [board] = (brief.parts(path, kind) for kind in ("voices", "articles", "questions"))
        check_sides(brief.parts(path, "said"), counted, own)
        check_glance(page, counted, own)
        check_voices(heard, own)
        check_articles(list_of_articles, counted, articles)
        check_history(brief, path, articles)
        assert len(board.xpath(".//article[contains(@class, 'qn')]")) == len(asked)
        voices = len({s.actor for s in own})
        apart = {"said": len(own), "questions": len(asked), "voices": voices, "articles": len(articles)}
        check_ways(page, own, apart)
        if page.xpath(".//section[@class='who newest']"):
            here = page.xpath(".//section[@class='who newest']//article[@class='st']")
            shown = sum(max(1, len(st.xpath("div[@class='acts']/span"))) for st in here)
            assert numbers(said(page.xpath(".//h2[@id='sides']/following-sibling::p[1]")[0])) == [shown, len(own)]


def check_history(brief: Brief, path: str, articles: list[str]) -> None:
    """All events of the articles, on the page or by date; so many of a period as its link says."""
    counted, parts = brief.counted, brief.parts(path, "history")
    tellings = ".//ol[@class='tl']/li"
    told = [
        (leads_to(a), a.get("href").partition("#e-")[2]) for p in parts for a in p.xpath(f"{tellings}/div/p/span/a")
    ]
    wanted = [(s, e["id"]) for s in articles if counted.origin(s) == s for e in counted.items(s, "events")]
    assert sorted(event for event in told if event[1]) == sorted(wanted), path
    chips = brief.pages[path].xpath(".//nav[contains(@class, 'periods')]/a[not(@aria-current)]")
    shown = {f"{path}history/{leads_to(a)}/": numbers(said(a))[-1] for a in chips}
    assert shown == {p: len(page.xpath(tellings)) for p, page in brief.pages.items() if p.startswith(f"{path}history/")}
    for note in brief.pages[path].xpath(".//nav[contains(@class, 'periods')]/following-sibling::p[1]"):
        here = brief.pages[path].xpath(tellings)
        assert numbers(said(note)) == [len(here), sum(shown.values())], path


def check_glance(page: html.HtmlElement, counted: Counted, own: list[Said]) -> None:
    """Each side: its statements, speakers and acts; its words, or those linked, are the newest of who has weight."""
    for side in page.xpath(".//section[@class='glimpse']"):
        head = leads_to(the(side, "header/h3/a"))
        inside = [s for s in own if s.actor in {head, *counted.members(head)}]
        speaking = len(speakers(inside))
        assert numbers(said(the(side, "header/p/a"))) == [len(inside), *([speaking] if speaking > 1 else [])], head
        acts = said(the(side, "header/p")).partition(": ")[2].split(", ")
        assert {numbers(a)[0] if numbers(a) else 1 for a in acts} == set(Counter(s.act for s in inside).values())
        named = {s.actor: len(counted.articles_with(str(s.actor))) for s in inside}
        newest = max(s.day or "" for s in inside if 2 * named[s.actor] >= max(named.values()))
        later = [leads_to(a) for a in side.xpath("p[contains(@class, 'later')]/a")]
        shown = the(side, "article//p[@data-article]").get("data-article")
        assert (counted.day((later or [shown])[0]) or "") == newest, head
        assert not later or (counted.day(shown) or "") < newest, head


def check_voices(page: html.HtmlElement, own: list[Said]) -> None:
    rows: dict[str | None, list[int]] = {}
    for table in page.xpath(".//table[contains(@class, 'voices')]"):
        rows |= bar_rows(table)
    actors = {s.actor for s in own}
    wanted = {a: [s for s in own if s.actor == a] for a in actors} if len(actors) > 1 else {}
    assert rows == {a: [len(found), words_of(found)] for a, found in wanted.items()}
    for summary in page.xpath(".//table[contains(@class, 'voices')]/following-sibling::details[1]/summary"):
        assert numbers(said(summary)) == [len(the(summary, "..").xpath(".//tbody/tr"))]


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


def test_each_claim_of_several_articles(brief: Brief) -> None:
    counted = brief.counted
    by_briefing = {sheet: claims_on(page, counted, sheet) for sheet, page in brief.under("briefings")}
    claims = {claim for found in by_briefing.values() for claim in found}
    assert claims or len(counted.sheets) < 60, "the invented articles say some things alike"
    everywhere = brief.pages.get("claims/")
    assert (claims_on(everywhere, counted) if everywhere is not None else set()) == claims
    told = brief.pages[""].xpath(".//nav[@class='about']/span[a[contains(@href, 'claims/')]]")
    assert [numbers(said(span)) for span in told] == [[len(claims)]] * bool(claims)
    for sheet, found in by_briefing.items():
        check_claims(found, claims, {(sheet, s.id) for s in counted.said if s.sheet == sheet})
    for actor, page in brief.under("actors"):
        own = {(s.sheet, s.id) for s in counted.said_by(actor)}
        check_claims(claims_on(page, counted), claims, own)
    for topic, page in brief.under("topics"):
        own = {(s.sheet, s.id) for s in counted.said_on(topic)}
        check_claims(claims_on(page, counted), claims, own)


def test_each_dispute(brief: Brief) -> None:
    counted = brief.counted
    known = {(s.sheet, s.id): s for s in counted.said}
    for path in {"disputes/"} & brief.pages.keys():
        for face in brief.pages[path].xpath(".//section[@class='face']"):
            sides = [
                [
                    known[leads_to(a), a.get("href").partition("#s-")[2]]
                    for a in side.xpath(".//a[contains(@href, '#s-')]")
                ]
                for side in face.xpath("div/div")
            ]
            told = [*face.xpath("header/p"), *face.xpath("div/div/p[@class='meta']")]
            wanted = [[*sides[0], *sides[1]], *(side for side in sides if len(side) > 1)]
            for line, statements in zip(told, wanted, strict=True):
                carriers = [s for s in counted.sheets if counted.origin(s) in {each.sheet for each in statements}]
                figures = [*counted.independent(carriers), len({s.actor for s in statements if s.actor})]
                assert numbers(said(line))[-len(figures) :] == figures, face.get("id")


def test_the_board_of_questions(brief: Brief) -> None:
    asked, page = brief.counted.asked, brief.pages["questions/"]
    chips = {a.get("href"): numbers(said(a))[-1] for a in page.xpath(".//nav[@class='chips']/a")}
    doubted = page.xpath(".//section[h2[@id='state-unsure']]//h3/a")
    unsure = {(leads_to(a), a.get("href").partition("#q-")[2]) for a in doubted}
    assert len(unsure) == len(doubted)
    state = Counter(
        "unsure" if (q.sheet, q.id) in unsure else "overdue" if q.overdue else "due" if q.to_come else q.status
        for q in asked
    )
    assert state["unsure"] == len(unsure), "these are open questions of the sheets"
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
    elsewhere = "not(contains(@href, '#') or contains(@href, 'questions/'))"
    for link in page.xpath(f".//ul[@class='gaps']/following-sibling::p[@class='meta more']/a[{elsewhere}]"):
        of_kind = brief.pages[f"gaps/{leads_to(link)}/"]
        assert numbers(said(link))[0] in [len(rows) for rows in lists_of_gaps(of_kind)]
        assert the(of_kind, ".//h2/@id") == leads_to(link)
    for link in page.xpath(".//p[@class='meta more']/a[contains(@href, 'questions/')]"):
        shown = page.xpath(".//h2[@id='unanswered']/following-sibling::ul[1]/li")
        assert numbers(said(link)) == [wanted["unanswered"] - len(shown)]


def test_the_claims_of_several_articles_from_one_source(brief: Brief) -> None:
    counted, everywhere = brief.counted, brief.pages.get("claims/")
    claims = {c for c, _ in claims_on(everywhere, counted)} if everywhere is not None else set()
    known = {(s.sheet, s.id): s for s in counted.said}
    told = {claim: [known[address] for address in sorted(claim)] for claim in claims}
    one_maker = {c for c, said_in in told.items() if len({counted.made_by(s) for s in said_in}) == 1}
    of_fact = {c for c, said_in in told.items() if all(s.actor and s.act in ("assert", "deny") for s in said_in)}
    one_speaker = {c for c in of_fact if len({s.actor for s in told[c]}) == 1}
    [*linked] = brief.pages[""].xpath(".//section[@class='gapline']//a[contains(@href, '#one-source')]")
    assert [numbers(said(a))[0] for a in linked] == ([len(one_maker | one_speaker)] if one_maker | one_speaker else [])
    page = brief.pages.get("gaps/one-source/", brief.pages["gaps/"])
    shown = Counter[frozenset[tuple[str, str]]]()
    for row in page.xpath(".//h2[@id='one-source']/following-sibling::*//li[h4]") if linked else ():
        links = row.xpath("p/span/a")
        first = leads_to(links[0]), links[0].get("href").partition("#s-")[2]
        [claim] = [c for c in claims if first in c]
        shown[claim] += 1
        sheets = {sheet for sheet, _ in claim}
        articles = [s for s in counted.sheets if counted.origin(s) in sheets]
        voices = {s.actor for s in told[claim] if s.actor}
        figures = [len(articles), len({counted.made_by(s) for s in told[claim]}), len(voices)]
        assert numbers(said(row.xpath("p/span")[0]).partition(", since")[0]) == figures
        assert {leads_to(a) for a in links} <= sheets
        assert len(links) == min(3, len(sheets))
        more = [said(span) for span in row.xpath("p/span[not(a)]")[1:]]
        assert [numbers(each)[0] for each in more] == ([len(sheets) - 3] if len(sheets) > 3 else [])
    assert shown == Counter(one_maker | one_speaker)


def lists_of_gaps(page: html.HtmlElement) -> list[list[html.HtmlElement]]:
    return [found.xpath("li") for found in page.xpath(".//ul[@class='gaps']")]

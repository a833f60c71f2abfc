"""The small numbers of a page: what a fold holds, how many a link to the rest leads to, what has no date in a picture.

Two corpora with their pages in; fails where such a number is not that of the sheets, or of what stands there.
"""

from __future__ import annotations

from datetime import timedelta

from briefs import LABELS, Brief, leads_to, said
from figures_shown import numbers

HELD = (".//tbody/tr", ".//li", "section", ".//article[contains(@class, 'qn')]")
"""What a fold may hold so many of; statements, of which several may stand in one line, are counted with their sides."""


def test_a_fold_holds_as_many_as_it_says(brief: Brief) -> None:
    seen = set()
    for path, page in brief.pages.items():
        for fold in page.xpath(".//details[contains(@class, 'fold') or @class = 'since']"):
            summary = said(fold.xpath("summary")[0])
            told = numbers(summary)
            if told and "further statement" not in summary:
                assert told[-1] in {len(fold.xpath(held)) for held in HELD}, (path, summary)
                seen.add(summary.split()[-1].removesuffix("s"))
    assert seen >= {"speaker", "event"} or any(path.endswith("/voices/") for path in brief.pages)  # all is apart


def test_a_link_to_the_rest_tells_how_many_there_are(brief: Brief) -> None:
    counted, home, gaps = brief.counted, brief.pages[""], brief.pages["gaps/"]
    overdue = sum(q.overdue for q in counted.asked)
    rest = {"overdue question": overdue, "open question": sum(q.status == "open" for q in counted.asked)}
    links = [said(a) for page in (home, gaps) for a in page.xpath(".//p[@class='meta more']/a")]
    for what, number in rest.items():
        told = [numbers(link)[0] for link in links if link.removesuffix("s").endswith(what) and link.startswith("All")]
        assert told == [number] * len(told), what
    assert any(link.startswith("All") for link in links)


def test_the_edition_counts_what_names_no_speaker_and_what_is_new_on_a_topic(brief: Brief) -> None:
    counted, home = brief.counted, brief.pages[""]
    [told] = [said(p) for p in home.xpath(".//p[@class='meta']") if said(p).startswith("Statements in ")]
    unnamed = sum(s.actor is None for s in counted.said)
    assert numbers(told.partition(" more it")[0]) == [*counted.sources(counted.sheets), unnamed]
    week = (counted.today - timedelta(days=7)).isoformat()
    for topic in home.xpath(".//nav[@class='about']/span[a[contains(@href, 'topics/')]]"):
        on = counted.said_on(str(leads_to(topic.xpath("a")[0])))
        new = [s for s in on if (s.day or "") > week]
        name, figures = said(topic.xpath("a")[0]), said(topic)
        shown = numbers(figures.removeprefix(name))
        assert shown == [len(on), *([len(new)] if 0 < len(new) < len(on) else [])], figures


def test_the_edition_counts_what_several_articles_say(brief: Brief) -> None:
    for link in brief.pages[""].xpath(".//nav[@class='about']/span[a[contains(@href, 'claims/')]]"):
        assert numbers(said(link)) == [len(brief.pages["claims/"].xpath("section | ul/li"))]


def test_a_row_of_a_gap_tells_how_many_articles_it_leaves_out(brief: Brief) -> None:
    counted = brief.counted
    carriers = {
        "not-heard": lambda actor: [s for s in counted.originals if counted.is_main(s, actor)],
        "declined": lambda actor: [s.sheet for s in counted.said_by(actor) if s.act == "decline"],
    }
    seen = 0
    for kind, of in carriers.items():
        for path in ("gaps/", f"gaps/{kind}/"):
            page = brief.pages.get(path, brief.pages["gaps/"])
            for row in page.xpath(f".//h2[@id='{kind}']/following-sibling::*[position() < 4]//li[h3/a]"):
                links, tail = row.xpath("p/span/a"), numbers(said(row.xpath("p/span")[-1]))
                left = len(set(of(leads_to(row.xpath("h3/a")[0])))) - len(links)
                assert left == 0 if row.xpath("p/span")[-1].xpath("a") else tail == [left], said(row)
                seen += left > 0
    assert seen or len(counted.sheets) < 20


def test_a_page_of_what_one_says_on_a_topic_tells_how_much_and_since_when(brief: Brief) -> None:
    for path, page in brief.pages.items():
        if "/on/" in path:
            _, actor, _, topic, _ = path.split("/")
            own = [s for s in brief.counted.said_by(actor) if topic in s.topics]
            told = said(page.xpath(".//p[@class='note']")[0]).partition(" What all")[0]
            counts, _, since = told.partition(" since at least ")
            carriers = [s for s in brief.counted.sheets if brief.counted.origin(s) in {s.sheet for s in own}]
            assert numbers(counts) == [len(own), *brief.counted.sources(carriers)], path
            assert since.rstrip(".") == LABELS.day(min((s.day for s in own if s.day), default=None))


def test_a_picture_over_time_tells_how_many_have_no_date(brief: Brief) -> None:
    for topic, page in brief.under("topics"):
        undated = sum(s.day is None for s in brief.counted.said_on(topic))
        for caption in page.xpath(".//figure[@class='activity']/figcaption"):
            assert numbers(said(caption).partition(". ")[2])[:1] == ([undated] if undated else []), topic

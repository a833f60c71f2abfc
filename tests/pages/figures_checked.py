"""Parts that several kinds of page have, and what the sheets hold, in; fails where a figure is another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from briefs import LABELS, leads_to, said, the
from figures_shown import numbers, stats
from lxml import html
from sheets_counted import Counted, Said


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


def check_sides(pages: list[html.HtmlElement], counted: Counted, own: list[Said]) -> None:
    """Each speaker's number, in how many articles and origins, and that so many statements stand there, on one page."""
    said_by = Counter(s.actor for s in own)
    shown: dict[str | None, int] = {}
    side = ".//section[@class='who' and (starts-with(@id, 'by-') or @id = 'unnamed')]"
    for section in [section for page in pages for section in page.xpath(side)]:
        actor = section.get("id").removeprefix("by-") if section.get("id") != "unnamed" else None
        assert actor not in shown
        shown[actor], *articles = numbers(said(section.xpath("header/p/span")[-1]))
        sheets = {s.sheet for s in own if s.actor == actor}
        assert articles in ([], counted.independent([s for s in counted.sheets if counted.origin(s) in sheets])), actor
        assert listed(section) == shown[actor], actor
    assert shown == said_by


def listed(section: html.HtmlElement) -> int:
    """How many statements a list shows: in full, in a line, or as a number beside their article."""
    full = sum(max(1, len(st.xpath("div[@class='acts']/span"))) for st in section.xpath(".//article[@class='st']"))
    rest = 0
    for item in section.xpath(".//ul[@class='lines']/li"):
        rest += len(item.xpath("p/span[contains(@class, 'act')]")) or numbers(said(item.xpath("p")[1]))[0]
    for summary in section.xpath(".//details[contains(@class, 'rest')]/summary"):
        assert numbers(said(summary)) == [rest]
    return full + rest


Address = tuple[str, str]


Claim = tuple[frozenset[Address], frozenset[Address]]
"""The statements of a claim of several articles, and those against it."""


def claims_on(page: html.HtmlElement, counted: Counted, here: str = "") -> set[Claim]:
    """The claims of several articles on a page; each side of them says how many report it, and since when."""
    found = set()
    known = {(s.sheet, s.id): s for s in counted.said}
    for section in page.xpath(".//section[@class='claim']"):
        sides = [tellings(part, known, counted, here) for part in (section, *section.xpath("div"))]
        claim, against = (frozenset((s.sheet, s.id) for s in side) for side in (*sides, [])[:2])
        assert len({sheet for sheet, _ in claim}) > 1, "no claim of several articles"
        assert not claim & against, "nothing is on both sides"
        found.add((claim, against))
    return found


def check_claims(shown: set[Claim], known: set[Claim], own: set[Address]) -> None:
    """A page has the claims that its statements are part of or against, and each but once, on either side."""
    assert all(own & (claim | against) for claim, against in shown)
    below = [against for _, against in shown]
    for claim, against in known - shown:
        assert not own & (claim | against) or any(claim <= other for other in below)


def tellings(part: html.HtmlElement, known: dict[Address, Said], counted: Counted, here: str) -> list[Said]:
    """The statements of a list, whose articles, origins, speakers and first day stand above it."""
    links = part.xpath("ul[@class='lines']/li/p[last()]/a[contains(@href, '#s-')]")
    listed = [known[leads_to(a) or here, a.get("href").partition("#s-")[2]] for a in links]
    assert len(listed) == len(part.xpath("ul/li"))
    sheets = {s.sheet for s in listed}
    articles, origins = (
        len([s for s in counted.sheets if counted.origin(s) in sheets]),
        len({counted.made_by(s) for s in listed}),
    )
    voices = {s.actor for s in listed if s.actor}
    counts, _, since = said(the(part, "p[@class='meta']")).partition(", since at least ")
    assert numbers(counts) == [articles, *([origins] if articles > 1 else []), len(voices)]
    days = sorted(s.day for s in listed if s.day)
    assert since == (LABELS.day(days[0]) if days else "")
    return listed


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


def check_ways(page: html.HtmlElement, said_there: list[Said], numbers_apart: dict[str, int]) -> None:
    """The links to sections that are apart say how much stands there."""
    for who in page.xpath(".//section[@class='who newest']"):
        actor = leads_to(the(who, "header/h3/a"))
        assert numbers(said(the(who, "header/p//a"))) == [sum(s.actor == actor for s in said_there)]
    for link in page.xpath(".//p[@class='meta more']/a"):
        assert numbers(said(link)) == [numbers_apart[leads_to(link)]]

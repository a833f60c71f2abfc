"""All published articles with their texts in; out, for each that repeats another, whose text it is.

A person's word (`article.origin`) goes before all comparing; its own id there says that an article is no copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from briefwright.corpus.dates import first_day
from briefwright.corpus.repeats import repeats
from briefwright.model.corpus import Briefing, Origin
from briefwright.model.factsheet import ArticleInfo

LEAST = 0.5
"""Share of an article's words that stand in an older one, from which on it is a copy."""
LEAST_CREDITED = 0.3
"""The same where two outlets credit one agency or author."""
LEAST_AT_HOME = 0.7
"""The same within one outlet, whose lists of links and notices stand in all that it publishes."""
HEAD, TAIL = 1_000, 400
"""Characters at the top and at the end of a text where an agency's mark may stand."""
_DATELINE = re.compile(r"^[^\n(]{0,60}\(([A-Z][^()\n\d]{1,29})\) ?[-–—]", re.MULTILINE)
_SIGNATURE = re.compile(r"(?:^|[.!?”\"] )(?:[-–—]{1,2} ?([A-Z][\w./ ]{1,29})|\(([A-Z][\w./ ]{1,29})\))$", re.MULTILINE)
_STAFF = re.compile(r"\((?:[Aa]dditional )?[Rr]eporting by ([^()\n]{3,400})\)")
_BETWEEN_NAMES = re.compile(r"[,;/&\n]| and | in |\b(?:additional |reporting |writing |editing )*by ", re.IGNORECASE)


_PRESS = re.compile(r"(?: ?\(.*\)| (?:agency|channel|news|online|web)| - .*)+$")
"""How an outlet's name goes on that is the same outlet without it."""


class _Paper(NamedTuple):
    article: ArticleInfo
    text: str | None
    marks: frozenset[str]
    """Agencies whose mark the text carries, folded."""
    credits: frozenset[str]
    """These, and who is named as author or as publisher, folded."""

    def standing(self) -> tuple[str, int, str]:
        """What makes it an origin rather than a copy: an earlier day, being the agency itself, carrying its mark."""
        outlet = self.article.outlet or ""
        is_agency = _folded(outlet) in self.marks or "".join(w[0] for w in _folded(outlet).split()) in self.marks
        day = first_day(self.article.published).isoformat() if self.article.published else "9999"
        return day, 0 if is_agency else 1 if self.marks else 2, self.article.id


def find_origins(articles: Iterable[tuple[ArticleInfo, str | None]]) -> dict[str, Origin]:
    """By id of each copy its origin, which is no copy itself; the same in whatever order the articles come."""
    papers = sorted((_paper(article, text) for article, text in articles), key=_Paper.standing)
    known = {p.article.id for p in papers}
    named = {p.article.id: p.article.origin for p in papers if p.article.origin in known}
    elsewhere = {sheet: origin for sheet, origin in named.items() if origin and origin != sheet}
    links = {copy: origin for copy, origin in elsewhere.items() if not _in_circle(copy, elsewhere)}
    for later, pairs in groupby(repeats([p.text for p in papers]), attrgetter("later")):
        copy = papers[later]
        if copy.article.id in named:
            continue
        for pair in sorted(pairs, key=lambda p: (-p.share, p.earlier)):
            origin = _followed(papers[pair.earlier].article.id, links)
            if origin != copy.article.id and _repeats(copy, papers[pair.earlier], pair.share):
                links[copy.article.id] = origin
                break
    return {copy: Origin(_followed(copy, links), compared=copy not in named) for copy in links}


def find_makers(
    articles: Iterable[tuple[ArticleInfo, str | None]], briefings: Iterable[Briefing], media: Mapping[str, str]
) -> dict[tuple[str, str], str]:
    """By sheet and id of a statement where it comes from: a medium that says or passes it on, or its article's maker.

    That is the agency that this credits, else its outlet; the article itself where it names neither.
    `media` are the forms of the names of media and their ids; an agency is one of them, or an outlet of others.
    """
    known = {_folded(form): actor for form, actor in media.items()}
    papers = {article.id: _paper(article, text) for article, text in articles}
    outlets = {_folded(p.article.outlet or "") for p in papers.values()}
    ids = frozenset(known.values())
    made_by: dict[tuple[str, str], str] = {}
    for briefing in briefings:
        maker = _maker(papers[briefing.id], known, outlets) or briefing.id
        for s in briefing.statements:
            made_by[s.sheet, s.id] = next((actor for actor in (s.via, s.actor) if actor in ids), None) or maker
    return made_by


def _maker(paper: _Paper, known: Mapping[str, str], outlets: Set[str]) -> str:
    own = _folded(paper.article.outlet or "")
    agencies = sorted(c for c in paper.credits - {own} if c in known or c in outlets)
    name = next(iter(agencies), own)
    return known.get(name) or _PRESS.sub("", name) or name


def _paper(article: ArticleInfo, text: str | None) -> _Paper:
    head, tail = (text or "")[:HEAD], (text or "")[-TAIL:]
    marks = [*_DATELINE.findall(head), *(one or other for one, other in _SIGNATURE.findall(tail))]
    names = [n for staff in (*_STAFF.findall(tail), (article.author or "")[:HEAD]) for n in _BETWEEN_NAMES.split(staff)]
    folded = frozenset(filter(None, map(_folded, marks)))
    return _Paper(article, text, folded, folded | frozenset(filter(None, map(_folded, [*names, article.outlet or ""]))))


def _folded(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split()).strip(" .")


def _repeats(copy: _Paper, other: _Paper, share: float) -> bool:
    if copy.article.outlet and copy.article.outlet == other.article.outlet:
        return share >= LEAST_AT_HOME
    return share >= (LEAST_CREDITED if copy.credits & other.credits else LEAST)


def _in_circle(start: str, named: Mapping[str, str]) -> bool:
    """Whether the way from here comes back to a sheet it has passed: then nobody has said which one is the origin."""
    seen, at = {start}, named.get(start)
    while at is not None and at not in seen:
        seen.add(at)
        at = named.get(at)
    return at is not None


def _followed(sheet: str, links: Mapping[str, str]) -> str:
    """The end of the chain that begins with this sheet."""
    while sheet in links:
        sheet = links[sheet]
    return sheet

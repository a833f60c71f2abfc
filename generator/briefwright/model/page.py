"""A site as data: pages with HTML, headings and search records. Whoever writes it to disk needs to know no more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the page's contents: the element's id and its text, not escaped."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One hit that search can give: `anchor` is an id on the page, empty for the page itself. Text is not escaped."""

    anchor: str
    title: str
    text: str
    kind: Literal["page", "pair", "statement", "unnamed", "question", "event", "dispute"] = "page"
    topics: tuple[str, ...] = ()
    """Names by which it is found, too; of a pair its speaker and of whom or what that speaks, of a briefing those whom
    it is mainly about and its topics."""
    weight: float = 1
    """By how much it counts for more than another hit for the same words."""
    marks: tuple[str, ...] = ()
    """What is known of it that a reader may ask for: the act of a statement; the kind and the state of a question."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site; lies at `path` (``briefings/harbour-talks/``, empty for the home page)."""

    path: str
    title: str
    """Plain text, not escaped."""
    description: str
    html: str
    """The content between the site's header and footer; safe as it stands."""
    section: str
    """Path of the section page that it belongs to."""
    headings: tuple[Heading, ...] = ()
    records: tuple[SearchRecord, ...] = ()
    updated: str | None = None
    """ISO date of the newest article on it."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page that was at `path` and is elsewhere now: a whole HTML file that leads there."""

    path: str
    html: str


@dataclass(frozen=True, slots=True)
class Site:
    """All generated pages, in the order of their paths."""

    pages: tuple[Page, ...]
    as_of: str
    """The day that the pages are true for, in words; empty where no article is dated."""
    redirects: tuple[Redirect, ...] = ()
    """In the order of their paths; never one where a page is."""

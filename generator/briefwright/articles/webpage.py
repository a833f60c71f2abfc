"""A web page's text comes in; the article in it and what the page says about it go out.

The page is hostile until shown otherwise: its size, depth and number of elements are bounded before any extractor sees
it, entities are not expanded, nothing is fetched, and today's date plays no part.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from briefwright.articles.dates import iso_date
from briefwright.articles.refusal import RefusedError

MOST_ELEMENTS = 20_000
DEEPEST = 200
"""News pages have some thousand elements, nested some twenty deep; extractors take long, or recurse, beyond these."""
LONGEST_ATTRIBUTE = 10_000
"""Characters; longer are only pictures written out in the page, which extractors would search for words."""
DATES = {"original_date": True, "extensive_search": False, "min_date": "1990-01-01", "max_date": "2199-12-31"}
"""Only dates that the page marks as its own; a fixed last day, where the extractor's default would be today."""

# The extractors log what they think of a page; a person gets our own line about it.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a page holds: the article's text, and title, outlet, author, address and date where it names them."""

    text: str
    title: str | None
    outlet: str | None
    author: str | None
    url: str | None
    published: str | None


def read_page(source: str) -> WebPage:
    """Take the article out of the page `source`."""
    # Loading the extractor takes longer than reading a text; only web pages need it.
    import trafilatura
    from trafilatura.settings import Document

    try:
        tree = trafilatura.load_html(source)
        _tame(tree)
        found = trafilatura.bare_extraction(
            tree,
            favor_precision=True,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=DATES,
        )
    except RefusedError:
        raise
    except Exception as error:  # whatever a hostile page provokes in the extractor, a person gets one line
        raise RefusedError("the page cannot be taken apart.", "Save the article's words as .txt instead.") from error
    if not isinstance(found, Document) or not found.text or not found.text.strip():
        raise RefusedError("no article text is found in the page.", "Save the article's words as .txt instead.")
    return WebPage(
        text=found.text,
        title=found.title,
        outlet=found.sitename,
        author=(found.author or "").replace("; ", ", "),
        url=web_address(found.url or ""),
        published=iso_date(found.date or ""),
    )


def web_address(words: str) -> str | None:
    """`words` where they are an http(s) address, else None: no other scheme may become a link on the site."""
    try:
        parts = urlsplit(words.strip())
    except ValueError:
        return None
    good = (
        parts.scheme in {"http", "https"}
        and parts.netloc
        and not any(c.isspace() or c in "<>\"'" for c in words.strip())
    )
    return words.strip() if good else None


def _tame(tree: Any) -> None:
    """Refuse a page with too many elements, or too deep ones, and drop attributes that are far too long.

    Level by level, since depth is what breaks recursion.
    """
    level = [] if tree is None else [tree]
    elements = depth = 0
    while level:
        elements += len(level)
        depth += 1
        if elements > MOST_ELEMENTS or depth > DEEPEST:
            raise RefusedError(
                "the page has too many elements for an article.", "Save the article's words as .txt instead."
            )
        for element in level:
            for name in [name for name, value in element.items() if len(value) > LONGEST_ATTRIBUTE]:
                del element.attrib[name]
        level = [child for element in level for child in element]

"""The editor's notes: Markdown in, HTML out in which no tag, script or picture of the note's own survives."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markupsafe import Markup


def rendered(notes: str) -> Markup:
    """`notes` as HTML; tags in it become text, so do pictures and links to anything but http and https."""
    return Markup(_PARSER.render(notes))  # noqa: S704 - the parser escapes all text and makes every tag itself


def _parser() -> MarkdownIt:
    # A picture would be fetched from another host the moment the page opens. Headings would break the page's own order.
    parser = MarkdownIt("commonmark", {"html": False}).disable(["image", "heading", "lheading"])
    parser.validateLink = lambda url: url.lower().startswith(("https://", "http://"))  # type: ignore[method-assign] # its documented hook
    return parser


_PARSER = _parser()

"""A page of the site in; out its HTML as a part of one file: ids of its own, links that lead within the file.

The page's path names the part, so that no id can be another part's: ``s-x`` becomes ``briefings/harbour/s-x``.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Collection, Mapping
from html import escape
from html.parser import HTMLParser
from urllib.parse import unquote

from markupsafe import Markup

from briefwright.model.page import Page

REFERRING = frozenset({"aria-controls", "aria-describedby", "aria-labelledby", "for", "headers"})
"""Attributes that hold ids of the same page."""
DROPPED = frozenset({"script", "style"})
"""Elements that are for one page of the site: rules for its filters, comfort while reading."""
_CAST = re.compile(r' id="(a-[^"]+)"')
"""Where a briefing says who an actor is."""
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
LONGEST = 120
"""Characters of an id."""
Attributes = list[tuple[str, str | None]]


class Binder:
    """Binds pages into one file; `named` are the further pages that they lead to, in order of appearance.

    Of these the ones under `listed` have an entry in the file, too. Any other link leads to the site, where its
    address is known, or nowhere.
    """

    def __init__(self, bound: Collection[str], listed: tuple[str, ...], site_url: str, *, directory_urls: bool) -> None:
        self.bound, self.listed, self.site_url, self.directory_urls = frozenset(bound), listed, site_url, directory_urls
        self.named: dict[str, None] = {}

    def part(self, page: Page) -> Markup:
        """The page's HTML with new ids and links."""
        rewriter = _Rewriter(self, page)
        rewriter.feed(page.html)
        rewriter.close()
        return Markup("".join(rewriter.parts))  # noqa: S704 - the page's own tags and words, as templates escaped them

    def address(self, path: str, anchor: str = "") -> str:
        """Where the page at `path` stands on the site; empty where nobody knows."""
        name = path if self.directory_urls else f"{path}index.html"
        return f"{self.site_url}{name}{'#' if anchor else ''}{anchor}" if self.site_url else ""

    def link(self, path: str, anchor: str) -> str:
        """The address to write for a place on the page at `path`; empty where there is none to lead to."""
        if path in self.bound:
            return f"#{place(path, anchor)}"
        if path.startswith(self.listed) and path.count("/") == 2:
            self.named.setdefault(path)
            return f"#{place(path)}"
        return self.address(path, anchor)


def place(path: str, anchor: str = "") -> str:
    """The id, in the file, of a page or of an element on it; a long one is cut, for PDF allows 127 bytes."""
    written = path + anchor if anchor else path.rstrip("/")
    if len(written) <= LONGEST:
        return written
    digest = hashlib.sha256(written.encode()).hexdigest()
    return f"{written[: LONGEST - 13]}-{digest[:12]}"


class _Rewriter(HTMLParser):
    """Writes the HTML that it reads, but for ids and what refers to them."""

    def __init__(self, binder: Binder, page: Page) -> None:
        super().__init__(convert_charrefs=False)
        self.binder, self.path, self.cast = binder, page.path, frozenset(_CAST.findall(page.html))
        self.parts: list[str] = []
        self._last_id: str | None = None
        self._dropping = False

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """An opening tag; what is folded in the page stands open in the file, which may be printed or mailed on."""
        if tag in DROPPED:
            self._dropping = True
            return
        given = dict(attrs)
        self._last_id = given.get("id", self._last_id)
        written = self._leading(given) if tag == "a" else {k: self._own(k, v) for k, v in given.items()}
        if tag == "details":
            written["open"] = None
        if written == given:
            self.parts.append(self.get_starttag_text() or "")
            return
        end = " /" if (self.get_starttag_text() or "").endswith("/>") else ""
        self.parts.append(f"<{tag}{''.join(map(_attribute, written.items()))}{end}>")

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """A tag that closes itself, as in pictures."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """A closing tag."""
        if tag not in DROPPED:
            self.parts.append(f"</{tag}>")
        self._dropping = False

    def handle_data(self, data: str) -> None:
        """Words, as they are."""
        if not self._dropping:
            self.parts.append(data)

    def handle_entityref(self, name: str) -> None:
        """An escaped character, as it is."""
        self.parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """An escaped character, as it is."""
        self.parts.append(f"&#{name};")

    def _own(self, name: str, value: str | None) -> str | None:
        if name == "id" or name in REFERRING:
            return " ".join(place(self.path, word) for word in (value or "").split())
        return value

    def _leading(self, given: Mapping[str, str | None]) -> dict[str, str | None]:
        """A link's attributes; without an address it is no link any more, and needs no name or relation."""
        written = {k: self._own(k, v) for k, v in given.items()}
        href = given.get("href")
        if href is None or _ELSEWHERE.match(href):
            return written
        target, _, anchor = href.partition("#")
        path = posixpath.normpath(posixpath.join("/", self.path, target.removesuffix("index.html"))).strip("/")
        address = self._address(f"{path}/" if path else "", unquote(anchor))
        if not address:
            return {k: v for k, v in written.items() if k not in ("href", "rel", "aria-label")}
        return written | {"href": address} | ({} if address.startswith("#") else {"data-site": None})

    def _address(self, path: str, anchor: str) -> str:
        """Where a link leads; one to an actor that this page itself tells about, as briefings do, stays on the page."""
        own = f"a-{path.removeprefix('actors/').rstrip('/')}"
        if path in self.binder.bound or own not in self.cast:
            return self.binder.link(path, anchor)
        return self.binder.address(path, anchor) if own == self._last_id else f"#{place(self.path, own)}"


def _attribute(attribute: tuple[str, str | None]) -> str:
    name, value = attribute
    return f" {name}" if value is None else f' {name}="{escape(value)}"'

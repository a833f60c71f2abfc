"""What a browser marks when it opens an address with a text fragment: a text in, offsets of the marked characters out.

Browsers tell no script what they found, so the page paints it in a colour of its own and a picture of it is looked at.
"""

from __future__ import annotations

import base64
import html
from collections.abc import Sequence

from playwright.sync_api import BrowserContext

PAINT = "::target-text { background: rgb(255, 0, 255); color: rgb(0, 0, 0); }"
_PLACES = """
() => [...document.querySelectorAll("p")].map(p => {
    if (!p.firstChild) return [];
    const range = document.createRange(), text = p.firstChild;
    return [...text.data].map((_, i) => i).map(i => {
        range.setStart(text, i); range.setEnd(text, i + 1);
        const box = range.getClientRects()[0];
        return box && box.width > 1 ? [box.left + scrollX + box.width / 2, box.top + scrollY + 1.5] : null;
    });
})
"""
_PAINTED = """
async ({ png, places }) => {
    const image = new Image();
    image.src = "data:image/png;base64," + png;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height), drawn = canvas.getContext("2d");
    drawn.drawImage(image, 0, 0);
    const pixels = drawn.getImageData(0, 0, image.width, image.height).data;
    const painted = ([x, y]) => {
        const at = 4 * (Math.floor(y) * image.width + Math.floor(x));
        return pixels[at] > 200 && pixels[at + 1] < 90 && pixels[at + 2] > 200;
    };
    return places.map(line => line.map(place => place && painted(place)));
}
"""


def as_page(title: str, text: str) -> str:
    """A page such as the article stands on: a headline, and a paragraph for each line of the text (all in the BMP)."""
    lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.split("\n"))
    style = f"<style>body {{ font: 16px/30px monospace; width: 800px }} {PAINT}</style>"
    return f"<!doctype html><meta charset=utf-8>{style}<h1>{html.escape(title)}</h1>\n{lines}"


class Marks:
    """A tab that opens addresses, and another that looks at the pictures of it."""

    def __init__(self, context: BrowserContext) -> None:
        self.tab, self._eye = context.new_page(), context.new_page()

    def of(self, address: str, text: str) -> set[int]:
        """Offsets of the characters of `text`, blanks aside, that the browser marks on its page at `address`."""
        self.tab.goto("about:blank")
        self.tab.goto(address)
        places: Sequence[Sequence[object]] = self.tab.evaluate(_PLACES)
        png = base64.b64encode(self.tab.screenshot(full_page=True)).decode()
        painted = self._eye.evaluate(_PAINTED, {"png": png, "places": places})
        offsets, start = set(), 0
        for line, words in zip(painted, text.split("\n"), strict=True):
            offsets |= {start + i for i, found in enumerate(line) if found}
            start += len(words) + 1
        return {i for i in offsets if not text[i].isspace()}

    def in_sight(self) -> bool:
        """Whether the browser has brought what it marks first into the window."""
        png = base64.b64encode(self.tab.screenshot()).decode()
        places = [[[x, y] for x in range(0, 800, 4)] for y in range(0, self.tab.viewport_size["height"], 4)]
        return any(map(any, self._eye.evaluate(_PAINTED, {"png": png, "places": places})))

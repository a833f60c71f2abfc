"""A page in; out the figures that stand on it, as a reader reads them: under titles, in matrices, at bars."""

from __future__ import annotations

import re

import pytest
from briefs import LABELS, leads_to, said, the
from lxml import html

WORDS = {w: n for n, w in enumerate("no one two three four five six seven eight nine".split())}
NUMBER = re.compile(r"\b(?:\d[\d,]*|" + "|".join(WORDS) + r")\b", re.IGNORECASE)


def numbers(text: str) -> list[int]:
    return [WORDS[n.lower()] if n.lower() in WORDS else int(n.replace(",", "")) for n in NUMBER.findall(text)]


def stats(page: html.HtmlElement) -> dict[str, int]:
    """The figures under a title, by what stands beside them, in the singular."""
    rows = page.xpath("(.//dl[@class='stats'])[1]/div")
    return {said(the(row, "dt")).removesuffix("s"): int(said(the(row, "dd")).replace(",", "")) for row in rows}


def table_of(page: html.HtmlElement) -> dict[tuple[str, str], int]:
    """The matrix: numbers by actor and column; “others” and “all” under these names."""
    cells: dict[tuple[str, str], int] = {}
    for table in page.xpath(".//table[contains(@class, 'mx')]"):
        columns = [column_of(th) for th in table.xpath("thead/tr/th[position() > 1]")]
        for row in table.xpath("tbody/tr"):
            actor = leads_to(the(row, "th/a"))
            for column, td in zip(columns, row.xpath("td"), strict=True):
                cells[actor, column] = 0 if said(td) == "·" else int(re.findall(r"\d+", said(td))[0])
                for spoken in td.xpath("a/@aria-label"):
                    assert LABELS.text("count.statements", n=cells[actor, column]) in spoken
    return cells


def column_of(head: html.HtmlElement) -> str:
    """The id that the head of a column leads to, or its last word: an act, “others” or “all”."""
    narrow = "narrow " if "narrow" in (head.get("class") or "") else ""
    return narrow + (leads_to(head.xpath(".//a")[0]) if head.xpath(".//a") else said(head).split()[-1])


def drawn(page: html.HtmlElement) -> list[tuple[int, int]]:
    """The bars of the picture of activity, up and down, from the numbers at their ends; height goes by the number."""
    pairs: list[tuple[int, int]] = []
    for svg in page.xpath(".//figure[@class='activity']/svg"):
        ends: dict[int, dict[str, int]] = {}
        shapes = svg.xpath("*[local-name() = 'rect']")
        texts = svg.xpath("*[@class='n']")
        longest = max(float(r.get("height")) / int(said(t)) for r, t in zip(shapes, texts, strict=True))
        for rect, text in zip(shapes, texts, strict=True):
            ends.setdefault(round(float(text.get("x"))), {})[rect.get("class")] = int(said(text))
            assert float(rect.get("height")) == pytest.approx(int(said(text)) * longest, abs=0.5)
        pairs += [(e.get("b", 0), e.get("o", 0)) for _, e in sorted(ends.items())]
    return pairs


def bar_rows(table: html.HtmlElement) -> dict[str | None, list[int]]:
    """A table of bars: the numbers of each row by the actor that its head leads to."""
    return {
        leads_to(row.xpath("th/a")[0]) if row.xpath("th/a") else None: [
            int(n) for n in map(said, row.xpath("td[not(@class)]")) if n
        ]
        for row in table.xpath("tbody/tr")
    }

"""A read sheet and its article's text in; out each quotation that is not the text's own, and what to do about it.

Told are the words of both sides, and where in the text the quotation stands, if it does.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import PurePath

from briefwright.errors import Problem
from briefwright.model.text import around_difference
from briefwright.sheets.check import items_in, texts_at
from briefwright.sheets.fingerprint import LEAD, SECTIONS
from briefwright.sheets.yaml_source import MAX_PROBLEMS, Node, Source

_TOLD = 60
"""Characters of a quotation that are shown at most."""
_FEW = 3
"""Places of a quotation that are told at most."""


def check_evidence(source: Source, text: str | None, has_text: bool = True) -> list[tuple[str, Problem]]:
    """Find each quotation that is not exactly the text between its offsets, with the id of its item.

    `text` is None where there is no text with the sheet's `sha256`; then `has_text` tells whether there is another.
    """
    evidence = list(_evidence(source))
    if text is None:
        at = source.find(("article", "sha256"))[0].start if source.root else 0
        what = "in texts/ is not the one that the offsets count in" if has_text else "is not in texts/"
        hint = "Run `briefwright parse`, which makes it again from the article."
        return [("", source.problem(at, f"the text {what}, so no quotation can be checked.", hint))] if evidence else []
    problems: list[tuple[str, Problem]] = []
    for key, node in evidence:
        if len(problems) == MAX_PROBLEMS:
            break
        quote, start, end = (node.pairs.get(key, (None, None))[1] for key in ("quote", "start", "end"))
        if quote and start and end and isinstance(start.value, int) and isinstance(end.value, int):
            problems += [(key, p) for p in _quote_problem(source, quote, start.value, end.value, text)]
    return problems


def _evidence(source: Source) -> Iterator[tuple[str, Node]]:
    """Every evidence entry of the file with the id of its item, or `LEAD`."""
    if source.root is None:
        return
    lead, exact = source.find(("lead",))
    holders = [(LEAD, lead)] if exact else []
    for _, item in items_in(source, SECTIONS):
        if "evidence" in item.pairs:
            holders.append((next((n.raw for n in texts_at(item, "id")), ""), item.pairs["evidence"][1]))
    yield from ((key, entry) for key, holder in holders for entry in holder.items if entry.kind == "mapping")


def _quote_problem(source: Source, quote: Node, start: int, end: int, text: str) -> Iterator[Problem]:
    words = quote.raw
    if not words or (start >= 0 and text[start:end] == words):
        return
    there = text[max(0, start) : max(0, end)] if end <= len(text) else ""
    mine, its = around_difference(_flat(words), _flat(there), _TOLD)
    if end > len(text):
        message = f"the quote “{mine}” cannot stand from {start} to {end}: the text has {len(text)} characters."
    else:
        message = f"the quote “{mine}” is not what the text says from {start} to {end}: “{its}”."
    yield source.problem(quote.start, message, _where(source, words, text))


def _where(source: Source, words: str, text: str) -> str:
    """What to do, given the places where the text has the words."""
    starts = list(islice(_starts(words, text), _FEW + 1))
    places = [f"from {at} to {at + len(words)}" for at in starts[:_FEW]]
    if not starts:
        path = PurePath(source.file)
        copy = path.parent / "texts" / f"{path.stem}.txt"
        return f"It stands nowhere in the text: copy the words exactly from {copy.as_posix()}."
    if len(starts) == 1:
        return f'It stands {places[0]}: write "start: {starts[0]}" and "end: {starts[0] + len(words)}".'
    more = ", and more often" if len(starts) > _FEW else ""
    return f"It stands in the text {', '.join(places)}{more}: write the start and end of the one that is meant."


def _starts(words: str, text: str) -> Iterator[int]:
    """Where the words stand in the text."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _flat(words: str) -> str:
    """The words on one line; of very many only the first."""
    return " ".join(words[:2000].split())

"""An article's address, text and evidence in; out the address that opens the article at these words, by text fragment.

The directive is the shortest that finds these words and no others, by the rules of the specification (WICG, URL
Fragment Text Directives). `resolve` is these rules; what it does not lead back to the evidence is not written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple
from urllib.parse import quote

from briefwright.model.text import Span
from briefwright.pages.passages import merged

LEAST_START, LEAST_END = 4, 3
"""Words that a long passage is known by, at least: fewer might stand in a menu or a teaser of the page."""
MOST_WORDS = 9
"""Words of a term or of what stands before and after it, at most: a passage that needs more is not told apart."""
WHOLE = 80
"""Characters up to which a passage may be written out; a longer one is its first and last words."""
_EDGES = frozenset("PSZC")
"""Categories of what is left out at the edges of a passage: punctuation, signs, blanks."""
_WORD = re.compile(r"\S*\w\S*")
_JOINS = frozenset("'’.,:;·_")
"""What ends no word where letters or digits stand on both sides (Unicode Standard Annex 29, on the safe side)."""


class Directive(NamedTuple):
    """The terms of one ``text=``, as the article spells them; empty where there is none."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def written(self) -> str:
        """The directive as it stands in an address."""
        terms = [f"{_encoded(self.prefix)}-"] if self.prefix else []
        terms += [_encoded(term) for term in (self.start, self.end) if term]
        return "text=" + ",".join([*terms, f"-{_encoded(self.suffix)}"] if self.suffix else terms)


def at_source(url: str, title: str, text: str, evidence: Iterable[Span]) -> str:
    """`url` with a directive for each stretch of `evidence` in `text` that has one; the bare `url` where none has.

    The title stands above the text on the page, so that its words are no passage's own.
    """
    found = [directive(title, text, span) for span in merged(evidence)]
    written = "&".join(d.written() for d in found if d)
    plain = url.partition(":~:")[0]
    return f"{plain}{'' if '#' in plain else '#'}:~:{written}" if written else url


@lru_cache(maxsize=50_000)  # of a project that is edited live nearly all stay from build to build
def directive(title: str, text: str, span: Span) -> Directive | None:
    """The shortest directive by which the words of `span` are found, and nothing else; None where there is none."""
    page = f"{title}\n{text}"
    words = _trimmed(page, Span(span.start + len(title) + 1, span.end + len(title) + 1))
    # What alone makes a paragraph is told apart by the next one, and then the marks around it must not stand between.
    for passage in (words, _widened(page, words)) if words else ():
        if found := next((d for d in _candidates(page, passage) if _leads_only_to(passage, d, page)), None):
            return found
    return None


def resolve(terms: Directive, text: str, begin: int = 0) -> Span | None:
    """What a browser marks of `text`, a block a line, searching from `begin`; None where the terms are not found."""
    page = _folded(text)
    while True:
        at = begin
        if terms.prefix:
            before = _find(page, terms.prefix, begin, starts=True)
            if before is None:
                return None
            begin, at = before.start + 1, _next_word(page, before.end)
        first = _find(page, terms.start, at, starts=not terms.prefix, ends=bool(terms.end) or not terms.suffix)
        if first is None:
            return None
        if terms.prefix and first.start != at:
            continue
        begin = begin if terms.prefix else first.start + 1
        found, searched = _closed(page, terms, first)
        if found or not searched:
            return found


def _closed(page: str, terms: Directive, first: Span) -> tuple[Span | None, bool]:
    """The passage that begins with `first`; the second is whether a later beginning may do where there is none."""
    last = first.end
    while True:
        if terms.end:
            end = _find(page, terms.end, last, starts=True, ends=not terms.suffix)
            if end is None:
                return None, False
            last = end.end
        if not terms.suffix:
            return Span(first.start, last), False
        after = _next_word(page, last)
        suffix = _find(page, terms.suffix, after, ends=True)
        if suffix is None:
            return None, False
        if suffix.start == after:
            return Span(first.start, last), False
        if not terms.end:
            return None, True


def _leads_only_to(passage: Span, terms: Directive, page: str) -> bool:
    return resolve(terms, page) == passage and resolve(terms, page, passage.start + 1) is None


def _candidates(page: str, passage: Span) -> Iterator[Directive]:
    """The ways to name the passage, the shortest first: alone, with words of its own paragraphs, with others' words."""
    cores = list(_cores(page, passage))
    yield from _shortest_first(cores)
    for before, after in (_around(page, passage), _beyond(page, passage)):
        around = product(cores, ("", *before), ("", *after))
        yield from _shortest_first(core._replace(prefix=prefix, suffix=suffix) for core, prefix, suffix in around)


def _shortest_first(directives: Iterable[Directive]) -> list[Directive]:
    return sorted(directives, key=lambda d: (sum(len(_encoded(term)) for term in d), d))


def _cores(page: str, passage: Span) -> Iterator[Directive]:
    """The passage written out, where it is short and of one paragraph, and by its first and last words."""
    if passage.end - passage.start <= WHOLE and "\n" not in page[passage.start : passage.end]:
        yield Directive(_term(page, passage))
    heads = [Span(passage.start, w.end()) for w in _WORD.finditer(page, passage.start, _line_end(page, passage))]
    tails = [Span(w.start(), passage.end) for w in _WORD.finditer(page, _line_start(page, passage), passage.end)]
    for head in heads[LEAST_START - 1 : MOST_WORDS]:
        for tail in tails[-LEAST_END : -MOST_WORDS - 1 : -1]:
            if head.end <= tail.start:
                yield Directive(_term(page, head), _term(page, tail))


def _around(page: str, passage: Span) -> tuple[list[str], list[str]]:
    """Words before and after the passage in its own paragraphs, one to many."""
    line = page.rfind("\n", 0, passage.start) + 1
    end = page.find("\n", passage.end)
    return _before(page, line, passage.start), _after(page, passage.end, end if end >= 0 else len(page))


def _beyond(page: str, passage: Span) -> tuple[list[str], list[str]]:
    """The same in the paragraphs before and after, where the passage is all of its own."""
    here, there = _around(page, passage)
    if not here:
        end = len(page[: passage.start].rstrip())
        here = _before(page, page.rfind("\n", 0, end) + 1, end)
    if not there:
        start = _next_word(page, passage.end)
        end = page.find("\n", start)
        there = _after(page, start, end if end >= 0 else len(page))
    return here, there


def _before(page: str, start: int, end: int) -> list[str]:
    words = list(_WORD.finditer(page, start, end))[-MOST_WORDS:]
    return [_term(page, Span(w.start(), end)) for w in words[::-1]]


def _after(page: str, start: int, end: int) -> list[str]:
    words = _WORD.finditer(page, start, end)
    return [_term(page, Span(start, w.end())) for w, _ in zip(words, range(MOST_WORDS), strict=False)]


def _line_end(page: str, passage: Span) -> int:
    end = page.find("\n", passage.start, passage.end)
    return end if end >= 0 else passage.end


def _line_start(page: str, passage: Span) -> int:
    return max(passage.start, page.rfind("\n", passage.start, passage.end) + 1)


def _term(page: str, span: Span) -> str:
    return " ".join(page[span.start : span.end].split())


def _trimmed(text: str, span: Span) -> Span | None:
    """The span from its first letter or digit to its last; None where it has none."""
    start, end = span
    while start < end and unicodedata.category(text[start])[0] in _EDGES:
        start += 1
    while start < end and unicodedata.category(text[end - 1])[0] in _EDGES:
        end -= 1
    return Span(start, end) if start < end else None


def _widened(text: str, span: Span) -> Span:
    """The span with the punctuation that touches it."""
    start, end = span
    while start > 0 and unicodedata.category(text[start - 1])[0] in "PS":
        start -= 1
    while end < len(text) and unicodedata.category(text[end])[0] in "PS":
        end += 1
    return Span(start, end)


def _find(page: str, term: str, begin: int, *, starts: bool = False, ends: bool = False) -> Span | None:
    """The first place of `term` in one block from `begin` on, its edges those of words where this is asked for."""
    for hit in _pattern(term).finditer(page, begin):
        if not (starts and _inside_word(page, hit.start())) and not (ends and _inside_word(page, hit.end())):
            return Span(*hit.span())
    return None


@lru_cache(maxsize=10_000)
def _pattern(term: str) -> re.Pattern[str]:
    # A lookahead would find overlapping places, too; terms of several words do not overlap with themselves.
    return re.compile(" +".join(map(re.escape, _folded(term).split())))


def _next_word(page: str, begin: int) -> int:
    """The next place that is no blank; a browser skips the ends of blocks, too."""
    while begin < len(page) and page[begin] in " \n":
        begin += 1
    return begin


def _inside_word(page: str, at: int) -> bool:
    if not 0 < at < len(page):
        return False
    before, after = page[at - 1], page[at]
    if _in_word(before):
        return _in_word(after) or (after in _JOINS and at + 1 < len(page) and _in_word(page[at + 1]))
    return before in _JOINS and _in_word(after) and at > 1 and _in_word(page[at - 2])


def _in_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM"


class _Folds(dict[int, str]):
    """The character that each counts as, by its code point: without case and accent, quotation marks alike."""

    def __missing__(self, code: int) -> str:
        # One for one, so that offsets stay: of a ligature the first letter counts, which is enough to tell words apart.
        self[code] = unicodedata.normalize("NFKD", chr(code))[0].casefold()[0]
        return self[code]


_FOLDS = _Folds({ord(mark): '"' for mark in "“”„‟"} | {ord(mark): "'" for mark in "‘’‚‛ʼ"})


@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    return text.translate(_FOLDS)


@lru_cache(maxsize=1_000)  # the candidates for one passage are made of few terms
def _encoded(term: str) -> str:
    """`term` as an address has it; a hyphen, too, which otherwise would make a prefix of it."""
    return quote(term, safe="").replace("-", "%2D")

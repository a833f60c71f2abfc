"""A text in, the lists of links out that a web page put into its sentences.

Whoever reads the article takes them for no part of the story, and whoever shows a sentence of it leaves them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.model.text import Span

REACH = 1_000
"""Characters before the word MORE in which a list begins."""

_END = re.compile(r"MORE\b")
"""Where a list of links that runs into a sentence ends; the patterns below find where it begins."""
_NAME_WORD = r"[A-Z][\w.’'-]{0,30}"
_CARD = re.compile(
    rf"(?<!\w)(?P<surname>[A-Z][\w’'-]{{1,30}})(?: (?:Jr|Sr)\.?)? "
    rf"(?P<links>(?:(?:{_NAME_WORD}|\({_NAME_WORD}\)) ){{0,5}}(?P=surname)"
    r"(?:MORE|(?=[A-Z0-9‘“\"'])[^\n]*?\bMORE)\b)"
)
"""A card about somebody, taken into the sentence after the name: the full name, glued to headlines, ending in MORE.

`Ada Holm Ada Maria HolmCouncil votes on bridge Ferry fares to rise MORE said on Monday that …`
"""
_SPACED_CARD = re.compile(
    rf"(?<!\w)(?P<first>{_NAME_WORD}) (?P<surname>{_NAME_WORD}(?: {_NAME_WORD})?) "
    rf"(?P<links>(?P=first) (?:{_NAME_WORD} ){{0,3}}(?P=surname) (?=[A-Z0-9‘“\"'])[^\n]*?\bMORE\b)"
)
"""The same with a space before the headlines, where the name begins with the same first name."""
_STOP = r"(?<!\b(?:Gov|Rep|Sen))(?<!\b(?:Dr|Mr|Lt))[.!?][\"”’)]? "
_GLUED = re.compile(
    rf"(?P<links>(?<!\w)(?!Mc|Mac|De|La|Le|O’|O')[A-Z][a-z’']{{2,20}}(?=[A-Z][a-z])"
    rf"(?:(?!{_STOP})[^\n]){{10,500}}?\bMORE\b)"
)
"""The same where the name differs: a word glued to the next, and headlines without a full stop to the word MORE."""

_LISTS = (_CARD, _SPACED_CARD, _GLUED)


def link_lists(text: str) -> Iterator[Span]:
    """Lists of links to the word MORE that run into a sentence, in order and disjoint."""
    done = 0
    for more in _END.finditer(text):
        # Looking only so far back, and never twice over the same words, keeps any text from taking long.
        first = max(done, more.end() - REACH)
        first = max(first, text.rfind("\n", first, more.start()) + 1)
        tries = (pattern.search(text, first, more.end()) for pattern in _LISTS)
        if found := next(filter(None, tries), None):
            yield Span(*found.span("links"))
        done = more.end()

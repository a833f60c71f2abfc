"""A name's place in a Document in, where the title before it begins out ("Crown Prince", "Secretary of State")."""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.facts.lexicon import (
    FORMER,
    HONORIFICS,
    ROLE_NOUNS,
    ROYAL_HONORIFICS,
    TITLE_OPENINGS,
    TITLE_PARTICIPLES,
)
from briefwright.model.document import Document, Token
from briefwright.places import gazetteer

CALENDAR = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December
    """.split()
)
"""Days and months, which are part of no title and no name."""
RANKS = frozenset(
    {"Captain", "Detective", "General", "Inspector", "Judge", "Justice", "Lieutenant", "Major", "Officer"}
)
"""Honorifics that may end a longer title ("District Judge", "Chief Harbour Officer")."""
OFFICES_OF_STATE = ROYAL_HONORIFICS - {"Pope"} | {"Amb.", "Ambassador", "Gen."}
"""Honorifics of who has an office in a state ("Danish Queen")."""
_TITLE_TAGS = frozenset({"HYPH", "JJ", "NN", "NNP", "NNPS", "NNS"})
_LONGEST_TITLE = 8
_LONGEST_MATTER = 5
_SINGULAR = {"men": "man", "ies": "y", "s": ""}
"""Endings of titles of several, and of one."""


def title_start(document: Document, first: int) -> int:
    """Where the title run that ends before token `first` begins; `first` itself where no title stands there."""
    tokens = document.tokens
    end = first
    if end >= 2 and tokens[end - 1].text == "]" and tokens[end - 2].text.lower() in ROLE_NOUNS:
        return end - 2
    if end == 0:
        return first
    if not is_title(tokens[end - 1]):  # a title ends no sentence, whatever the parser says
        return _title_with_of(document, first) if tokens[end - 1].sentence == tokens[first].sentence else first
    start = end - 1
    while (
        start > 0
        and end - start < _LONGEST_TITLE
        and tokens[start - 1].sentence == tokens[end - 1].sentence
        and (tokens[start - 1].tag in _TITLE_TAGS or tokens[start - 1].text.lower() in TITLE_PARTICIPLES)
        and tokens[start - 1].text not in CALENDAR
        and (tokens[start].text not in HONORIFICS - RANKS or _goes_on_before(tokens, start))
        and not tokens[start].text.isspace()
    ):
        start -= 1
    while start < end - 1 and tokens[start].tag in ("HYPH",):
        start += 1
    whole = (n.first for n in document.names if n.label == "ORG" and n.first < start < n.last <= first)
    return next(whole, start)  # "Food and Rural Affairs Secretary", where the run above stops at "and"


def _goes_on_before(tokens: Sequence[Token], i: int) -> bool:
    """Whether a title goes on before an honorific ("Vice", "former", "Lt.", "Danish", "Secretary-")."""
    token = tokens[i - 2] if tokens[i - 1].text == "." and i > 1 else tokens[i - 1]
    of_state = token.text in gazetteer().demonyms and tokens[i].text in OFFICES_OF_STATE
    return of_state or token.text in TITLE_OPENINGS or token.tag == "HYPH" or token.text.lower() in FORMER


def opens_with_title(first: Token, second: Token) -> bool:
    """Whether a name's first word is a title, or the beginning of one ("Crown Prince")."""
    title = first.text in HONORIFICS or first.lemma.lower() in ROLE_NOUNS
    title = title or (is_title_of_several(first) and second.text[0].isupper())  # not "Students for …"
    return title or (first.text in TITLE_OPENINGS and is_title(second))


def _title_with_of(document: Document, first: int) -> int:
    """Where a title like "Secretary of State" or "Director of National Intelligence" begins before a name."""
    tokens = document.tokens
    start = first
    while start > 0 and first - start < _LONGEST_MATTER and _is_of_matter(tokens, start - 1, first):
        start -= 1
    if (
        start == first
        or start < 2
        or tokens[start - 1].text != "of"
        or tokens[start - 2].text.lower() not in ROLE_NOUNS
        or not tokens[start - 2].text[0].isupper()
    ):
        return first
    start -= 2
    return start - 1 if start and tokens[start - 1].text in gazetteer().demonyms else start


def _is_of_matter(tokens: Sequence[Token], i: int, first: int) -> bool:
    """Whether the token is part of what a minister is of: a name, or what joins two ("Trade and Harbour Affairs")."""
    return tokens[i].tag in ("NNP", "NNPS") or (tokens[i].text == "and" and i + 1 < first)


def is_title(token: Token) -> bool:
    """Whether the word directly before a name is a title or role, and not like it ("semi-official")."""
    if token.text in HONORIFICS or is_title_of_several(token):
        return True
    return token.text.lower() in ROLE_NOUNS and token.tag != "JJ"


def is_title_of_several(token: Token) -> bool:
    """Whether it is one title for the names after it ("Presidents Holm and Lind")."""
    word = token.text.lower()
    ending = next((e for e in _SINGULAR if word.endswith(e)), "")
    one = word.removesuffix(ending) + _SINGULAR.get(ending, "")
    return token.text[0].isupper() and token.tag in ("NNP", "NNPS", "NNS") and word != one and one in ROLE_NOUNS

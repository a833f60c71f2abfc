"""A word of the Document in, the words that belong to it out, as far as a question has a use for them.

Asides between commas go, and what the parser cut off or put too high is brought back.
"""

from __future__ import annotations

import re

from briefwright.facts.grammar import AUXILIARIES, FINITE_TAGS, WH_TAGS, below, is_verb, own_subjects
from briefwright.model.document import Document, Token

AIMS = frozenset("about against between by into of on over with".split())
"""Prepositions that tie talks or an inquiry to their matter."""
ASIDES = frozenset({"acl", "advcl", "appos", "parataxis", "prep", "relcl"})
"""What stands between commas as an aside to a noun."""
DASHES = frozenset({"–", "—", "--"})
SHORTENED = re.compile(r"[A-Z][a-z]{1,4}\.")
"""A title that is written short ("Lt.", "Gov.")."""


def phrase(document: Document, head: int, without: int | None = None) -> list[Token]:
    """The word and all it governs, without asides between commas and without the part that holds `without`."""
    subtree = list(document.subtree(head))
    inside = {t.i for t in subtree}
    dropped: set[int] = set()
    for token in subtree:
        if token.i == head or token.i in dropped:
            continue
        part = [t.i for t in document.subtree(token.i)]
        if token.dep == "advmod" and token.text.lower() in ("here", "there") and token.head == head:
            dropped.add(token.i)  # "lawmakers there"
        elif (without in part and token.head == head) or _begins_clause(document, token, part):
            dropped.update(part)
        elif token.dep == "conj" and _is_clause(document, token, part[0]):
            dropped.update(range(part[0], subtree[-1].i + 1))
        elif token.dep in ASIDES and part[0] - 1 in inside and _is_mark(document, part[0] - 1, "("):
            dropped.update([part[0] - 1, *part])
            if part[-1] + 1 in inside and _is_mark(document, part[-1] + 1, ")"):
                dropped.add(part[-1] + 1)
    kept = [t for t in subtree if t.i not in dropped]
    while kept and (kept[-1].pos in ("PUNCT", "CCONJ", "SPACE") or _is_case(document, head, kept[-1])):
        kept.pop()
    while kept and (kept[0].pos in ("PUNCT", "SPACE") or (kept[0].pos == "CCONJ" and kept[0].dep == "cc")):
        kept.pop(0)
    return _with_name(document, kept)


def aim(document: Document, noun: int) -> list[Token]:
    """The phrase right after the noun that the parser gave to its verb ("conducts a probe into the ship")."""
    tokens = document.tokens
    after = max(t.i for t in document.subtree(noun)) + 1
    aimed = after < len(tokens) and tokens[after].dep == "prep" and tokens[after].head == tokens[noun].head
    return phrase(document, after) if aimed and tokens[after].text.lower() in AIMS else []


def _is_case(document: Document, head: int, last: Token) -> bool:
    """Whether it is but the "’s" of an owner."""
    return last.tag == "POS" and last.head == head and document.tokens[head].dep == "poss"


def _is_clause(document: Document, joined: Token, first: int) -> bool:
    """Whether what is joined is a clause of its own ("… and left", "… or how they will pay")."""
    finite = joined.tag in FINITE_TAGS or any(t.tag in FINITE_TAGS for t in below(document, joined.i, AUXILIARIES))
    apart = finite and document.tokens[joined.head].dep != "relcl"
    return apart or (is_verb(joined) and document.tokens[first].tag in WH_TAGS)


def _begins_clause(document: Document, joined: Token, part: list[int]) -> bool:
    """Whether a noun after "and" is the subject of what follows, which the parser saw too late."""
    following = document.tokens[min(part[-1] + 1, len(document.tokens) - 1)]
    if joined.dep != "conj" or joined.pos not in ("NOUN", "PROPN", "PRON"):
        return False
    if following.tag not in ("MD", "VBD", "VBP", "VBZ") or following.sentence != joined.sentence:
        return False
    verb = following if is_verb(following) else document.tokens[following.head]
    return not own_subjects(document, verb.i)


def _with_name(document: Document, tokens: list[Token]) -> list[Token]:
    """The tokens, with the name after a shortened title at their end that the parser cut off ("Lt. | Ada Holm")."""
    everything = document.tokens
    if not tokens or not SHORTENED.fullmatch(tokens[-1].text) or tokens[-1].pos != "PROPN":
        return tokens
    last = tokens[-1].i + 1
    while (
        last < len(everything) and everything[last].pos == "PROPN" and everything[last].sentence == tokens[-1].sentence
    ):
        last += 1
    return [*tokens, *everything[tokens[-1].i + 1 : last]]


def _is_mark(document: Document, i: int, bracket: str) -> bool:
    text, start = document.tokens[i].text, document.tokens[i].start
    spaced = text == "-" and document.text[start - 1 : start + 2] == " - "
    return text in (",", bracket) or text in DASHES or spaced

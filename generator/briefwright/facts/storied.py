"""A Document in, out which of its tokens may name somebody: those of the story, and those outside of headings.

Furniture, datelines and addresses name nobody; in a heading a capital says nothing.
"""

from __future__ import annotations

import re

from briefwright.model.document import Document

_DATELINE = re.compile(
    r"^[ \t]{0,4}(?:[A-Z][A-Z.'’/ ,-]{2,40}(?:, ?[A-Z][\w./, ]{1,40})?[ ]?)?"  # KYIV, Ukraine
    r"(?:\([\w .’'/-]{2,40}\)[ ]?[-–—]{1,2}|(?<=\w)[ ]?(?:[–—]|--))[ ]?",  # (Reuters) - | — | --
    re.MULTILINE,
)
"""Place and agency at the opening of a report; bounded, so that no line makes it slow."""
_ADDRESS = re.compile(r"[#@]\w{1,60}|https?://\S{1,200}|\b(?:t\.co|pic\.twitter\.com)/\w{1,40}")
"""Hash tags, handles and links, which name nobody in the words of the story."""
_LONGEST_HEADING = 160
_TITLE_CASE = 0.8


def story_tokens(document: Document) -> list[bool]:
    """For each token whether it is story: no furniture, no dateline."""
    story = [False] * len(document.tokens)
    for sentence in document.sentences:
        if sentence.story:
            for i in range(sentence.first, sentence.last):
                story[i] = not document.tokens[i].text.isspace()
    for aside in document.article.furniture:
        for token in document.tokens_in(*aside):
            story[token.i] = False
    for dateline in _DATELINE.finditer(document.text):
        for token in document.tokens_in(*dateline.span()) if dateline.group().strip() else ():
            story[token.i] = False
    for address in _ADDRESS.finditer(document.text):
        for token in document.tokens_in(*address.span()):
            story[token.i] = False
    return story


def find_headings(document: Document) -> set[int]:
    """The tokens of lines set like headings, in capitals or title case, where a capital says nothing."""
    inside: set[int] = set()
    for line in re.finditer(r".+", document.text):
        if len(line.group()) > _LONGEST_HEADING:
            continue
        words = [w for w in line.group().split() if w[0].isalpha() and len(w) > 3]
        capitals = line.group().isupper() and len(words) > 0
        title_case = len(words) > 1 and sum(w[0].isupper() for w in words) >= _TITLE_CASE * len(words)
        if capitals or (title_case and not line.group().rstrip(' "”').endswith(".")):
            inside.update(t.i for t in document.tokens_in(*line.span()))
    return inside

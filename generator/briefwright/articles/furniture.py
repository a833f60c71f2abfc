"""A normalised text comes in, the passages that are not the story go out: captions, credits, links, buttons, notices.

A line is judged by its words (`labels`, `credits`) and its shape. Story must not be lost: what may be a sentence of
the report stays, and so do repeated titles, standfirsts and section headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefwright.articles import credits, labels
from briefwright.asides import link_lists
from briefwright.model.text import Span

NOTICE_WORDS, CAPTION_WORDS, POINTER_WORDS, BYLINE_WORDS, HEADLINE_WORDS, NAMES_WORDS = 60, 90, 30, 16, 20, 12
"""The most words of each kind of line; one that begins like it and goes on is story."""
BARE_NAME_WORDS = 4
"""The most words of a first line that is an author's name and nothing else."""
TITLE_WORDS = 4
"""Of a headline that tells by itself what stands above it."""
OPENING_WORDS, OPENING_HEADLINE_WORDS = 60, 10
"""The most words of a first line in which a caption runs into a headline, and of that headline."""
OPENING_REACH = 500
"""Characters of the first line in which a caption's credit stands."""
SENTENCE_REACH = 300
"""Characters before and after `contributed to this report` in which its sentence must begin and end."""
SHOUTED_WORDS = 8
"""A heading in capitals has fewer words; a line of this many is the headline of another article."""
SHOUTED_SHARE = 0.3
"""Of a text with more lines in capitals than this, the capitals say nothing."""
FIRST_LINES, LAST_LINES = 3, 4
"""Lines at the start among which authors are named, and at the end among which one is introduced."""
LEAST_STORY = 3
"""Lines of story before anything counts as standing below it."""
LINKS_SHARE = 0.4
"""More lines than this without a full stop are how the article is written, not links below it."""

_END = re.compile(r"[.!?…;,:][\"'”’)\]]*$")
_STOPPED = re.compile(r"[.…][\"'”’]?$")
_SENTENCE_BREAK = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")
_BULLET = re.compile(r"^[\s\-–—•⦁·*|>»+]{1,8}")
_SMALL_WORDS = frozenset(
    {
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "off", "on", "or",
        "over", "per", "the", "to", "up", "via", "vs", "with",
    }
)  # fmt: skip
"""Words that headlines leave in small letters."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with words in it: its place, its words as they are, and how it reads without bullets and brackets."""

    span: Span
    text: str
    bare: str
    words: tuple[str, ...]

    @property
    def label(self) -> str:
        return " ".join(re.findall(r"[a-z0-9]+", self.bare.lower().replace("'", "").replace("’", "")))

    @property
    def ended(self) -> bool:
        """Whether it ends like a sentence."""
        return bool(_END.search(self.text))

    @property
    def headline(self) -> bool:
        """Whether it could be the headline of another article: some words, most of them capitalised, no full stop."""
        if not 3 <= len(self.words) <= HEADLINE_WORDS or (self.ended and self.text[-1] not in "?!"):
            return False
        content = [word.lstrip("\"'“‘([") for word in self.words]
        content = [word for word in content if word and word.lower() not in _SMALL_WORDS]
        return bool(content) and all(not word[0].islower() for word in content)


def find_furniture(text: str, title: str = "") -> tuple[Span, ...]:
    """Passages of `text` that are no evidence for anything, in order and disjoint; the known `title` tells one."""
    lines = list(_lines(text))
    if not lines:
        return ()
    marked = [_labelled(line) for line in lines]
    _mark_link_lists(lines, marked)
    _mark_above(lines, marked, text)
    _mark_below(lines, marked, text)
    whole = [line.span for line, mark in zip(lines, marked, strict=True) if mark]
    return _merged(
        sorted([*whole, *_opening_caption(lines, title), *_passages(text), *link_lists(text), *_credit_sentences(text)])
    )


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            bare = _BULLET.sub("", line).strip()
            if bare[:1] in "([" and bare[-1:] in ")]":
                bare = bare[1:-1].strip()
            bare = bare.replace("’", "'")
            yield _Line(Span(start, start + len(line)), line.strip(), bare, tuple(line.split()))
        start += len(line) + 1


def _labelled(line: _Line) -> bool:
    """Whether the line's own words say that it is furniture."""
    return (
        not any(character.isalnum() for character in line.text)
        or line.label in labels.LABELS
        or _stamp(line)
        or _byline(line)
        or _pointer(line)
        or _notice(line)
        or _caption(line)
    )


def _stamp(line: _Line) -> bool:
    patterns = (credits.STAMP, credits.COUNTS)
    return len(line.words) <= BYLINE_WORDS and any(pattern.fullmatch(line.bare) for pattern in patterns)


def _byline(line: _Line) -> bool:
    return 3 <= len(line.words) <= BYLINE_WORDS and credits.BYLINE.fullmatch(line.text) is not None


def _pointer(line: _Line) -> bool:
    bracketed = line.text[0] in "(["
    short = len(line.words) <= POINTER_WORDS
    if not short or (not bracketed and _STOPPED.search(line.text)):
        return False
    return any(pattern.fullmatch(line.bare) for pattern in (labels.POINTER, labels.LINKED))


def _notice(line: _Line) -> bool:
    if len(line.words) > NOTICE_WORDS:
        return False
    patterns = (labels.INVITATION, labels.NOTICE, credits.CREDIT_LINE)
    return any(pattern.match(line.bare) for pattern in patterns) or labels.SIGNED_UP.search(line.bare) is not None


def _caption(line: _Line) -> bool:
    return len(line.words) <= CAPTION_WORDS and credits.CAPTION_CREDIT.search(line.text[-160:]) is not None


def _mark_link_lists(lines: list[_Line], marked: list[bool]) -> None:
    """Mark labels that open a list of links with the headlines below them, and headlines in capitals."""
    listing = False
    for i, line in enumerate(lines):
        if line.label in labels.LINK_LABELS or _opens_links(line, lines[i + 1 : i + 2]):
            marked[i] = listing = True
        elif listing and line.headline:
            marked[i] = True
        else:
            listing = listing and marked[i]
    shouted = [i for i, line in enumerate(lines) if _shouted(line)]
    for i in shouted if len(shouted) < SHOUTED_SHARE * len(lines) else ():
        marked[i] = marked[i] or 0 < i < len(lines) - 1


def _shouted(line: _Line) -> bool:
    return len(line.words) >= SHOUTED_WORDS and line.text.isupper() and not line.ended


def _opens_links(line: _Line, following: list[_Line]) -> bool:
    """`More from Sunday's talk shows:` with a headline below."""
    if not labels.MORE_FROM.fullmatch(line.bare) or len(line.words) > POINTER_WORDS or line.text.endswith("."):
        return False
    return line.text.endswith(":") or any(next_line.headline for next_line in following)


def _mark_above(lines: list[_Line], marked: list[bool], text: str) -> None:
    """Mark above the story the authors' names with their outlet, a name of nobody below, the tagline of the section."""
    first = lines[0]
    alone = _names_only(first) and len(first.words) <= BARE_NAME_WORDS and len(lines) > LEAST_STORY
    marked[0] = marked[0] or (alone and first.words[-1] not in text[first.span.end :])
    for i, line in enumerate(lines[:FIRST_LINES]):
        if line.label in labels.OUTLETS:
            marked[i] = True
            if i > 0 and _names_only(lines[i - 1]):
                marked[i - 1] = True
    marked[0] = marked[0] or _tagline(lines[0])


def _mark_below(lines: list[_Line], marked: list[bool], text: str) -> None:
    """Mark below the story the section's tagline, the author, what speaks of rights, and links without a label."""
    marked[-1] = marked[-1] or _tagline(lines[-1])
    for i in range(max(LEAST_STORY, len(lines) - LAST_LINES), len(lines)):
        marked[i] = marked[i] or _biography(lines[i], text)
    story = [i for i in range(len(lines)) if not marked[i]]
    if len(story) > LEAST_STORY and _rights(lines[story[-1]]):
        marked[story.pop()] = True
    links = len(story)
    while links > LEAST_STORY and lines[story[links - 1]].headline:
        links -= 1
    for i in story[links:] if 1 < len(story) - links < LINKS_SHARE * len(story) else ():
        marked[i] = True


def _rights(line: _Line) -> bool:
    return not line.ended and len(line.words) <= POINTER_WORDS and labels.RIGHTS.search(line.bare) is not None


def _names_only(line: _Line) -> bool:
    return 2 <= len(line.words) <= NAMES_WORDS and credits.NAMES_ONLY.fullmatch(line.text) is not None


def _tagline(line: _Line) -> bool:
    return len(line.words) <= HEADLINE_WORDS and labels.TAGLINE.fullmatch(line.bare) is not None


def _biography(line: _Line, text: str) -> bool:
    found = credits.BIOGRAPHY.match(line.text) if len(line.words) <= NOTICE_WORDS else None
    if not found:
        return False
    surname = found["name"].split()[-1]
    return not re.search(rf"\b{re.escape(surname)}\b", text[: line.span.start])


def _opening_caption(lines: list[_Line], title: str) -> Iterator[Span]:
    """Find the sentence of a picture's caption that runs into the headline after it, in the first line of the text.

    Where the headline is known, all before it goes: the names of the photographer and of the section, too.
    """
    first = lines[0]
    if len(lines) <= LEAST_STORY:
        return
    above = first.text.find(title, 0, OPENING_REACH) if len(title.split()) >= TITLE_WORDS else 0
    if above > 0 and not any(s.start <= above < s.end for s in link_lists(first.text)):
        yield Span(first.span.start, first.span.start + above)
        return
    if credit := credits.OPENING_CREDIT.search(first.text[:OPENING_REACH]):
        yield Span(first.span.start, first.span.start + credit.end())
        return
    if first.ended or len(first.words) > OPENING_WORDS:
        return
    breaks = [b for b in _SENTENCE_BREAK.finditer(first.text) if first.text[b.start()] == "." and _sentence(first, b)]
    if breaks and 2 <= len(first.text[breaks[-1].end() :].split()) <= OPENING_HEADLINE_WORDS:
        yield Span(first.span.start, first.span.start + breaks[-1].start() + 1)


def _sentence(line: _Line, found: re.Match[str]) -> bool:
    """Whether what stands before the break reads like a sentence: most words small, no abbreviation last."""
    words = line.text[: found.start()].split()
    lower = sum(word[0].islower() for word in words)
    return len(words) >= 6 and 2 * lower >= len(words) and (words[-1].islower() or len(words[-1]) > 4)


def _passages(text: str) -> Iterator[Span]:
    for pattern in labels.IN_TEXT:
        for found in pattern.finditer(text):
            yield Span(*found.span())


def _credit_sentences(text: str) -> Iterator[Span]:
    """Sentences that thank colleagues for their part in the report."""
    for found in credits.CONTRIBUTED.finditer(text):
        # Looking only so far both ways keeps a text of nothing but thanks from taking long.
        first, last = max(0, found.start() - SENTENCE_REACH), min(len(text), found.end() + SENTENCE_REACH)
        first = max(first, text.rfind("\n", first, found.start()) + 1)
        newline = text.find("\n", found.end(), last)
        last = last if newline < 0 else newline
        breaks = [b.end() for b in _SENTENCE_BREAK.finditer(text, first, found.start())]
        after = _SENTENCE_BREAK.search(text, found.end(), last)
        yield Span(breaks[-1] if breaks else first, after.start() + 1 if after else last)


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        elif span.start < span.end:
            merged.append(span)
    return tuple(merged)

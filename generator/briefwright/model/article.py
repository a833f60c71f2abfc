"""An article as the later stages see it: its text, what is known about it, and which passages are not the story."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from briefwright.model.text import Span


@dataclass(frozen=True, slots=True)
class Article:
    """One article, read and normalised.

    `text` is NFC, with ``\\n`` line ends, no trailing blanks, and paragraphs divided by one line end or by blank lines
    as in the source; all offsets everywhere count in its characters.
    """

    file: str
    """Path of the seed file, relative to the project, with forward slashes."""
    title: str
    text: str
    language: str
    source_sha256: str
    """Of the seed file's bytes: tells an unchanged file without reading it as an article."""
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    """ISO date or date-time, None where the source does not say."""
    furniture: tuple[Span, ...] = ()
    """Passages that are not the story (captions, credits): no evidence for anything. In order, disjoint."""

    @property
    def readable(self) -> str:
        """The text with blanks for furniture inside a line, so that the sentence around it reads on; offsets hold.

        What opens a line is a sentence of its own (a caption), which may stay.
        """
        pieces, done = [], 0
        for start, end in self.furniture:
            before = self.text[max(0, start - 100) : start].rstrip(" \t")
            within = before and before[-1] != "\n" and "\n" not in self.text[start:end]
            pieces += [self.text[done:start], " " * (end - start) if within else self.text[start:end]]
            done = end
        return "".join([*pieces, self.text[done:]])

    @property
    def sha256(self) -> str:
        """Of the normalised text, which all offsets count in."""
        return hashlib.sha256(self.text.encode()).hexdigest()

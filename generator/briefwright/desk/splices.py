"""A file's text and changes at places in it in; out the bytes of the file with nothing else changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefwright.sheets.yaml_source import Source


class Splice(NamedTuple):
    """A stretch of a source's text, `end` excluded, and what comes in its place, with ``\\n`` for line ends."""

    start: int
    end: int
    new: str


def spliced(source: Source, splices: Iterable[Splice]) -> bytes:
    """The file with the changes, which do not overlap; its line ends and byte order mark stay."""
    pieces, done = [], 0
    for splice in sorted(splices):
        pieces += [source.text[done : splice.start], splice.new.replace("\n", source.newline)]
        done = splice.end
    text = "".join(pieces) + source.text[done:]
    return (b"\xef\xbb\xbf" if source.bom else b"") + text.encode()

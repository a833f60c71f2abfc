"""What many speakers say in; out the pages on which all of it stands, speaker by speaker, those who say most first.

A speaker is never divided; so where each stands is known, and links lead there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefwright.model.corpus import Statement
from briefwright.model.order import grouped
from briefwright.pages.listing import LINES

ROOM = 200
"""Lines of a page: a first visit to it stays below 150 kB."""
HEAD = 2
"""Lines that a speaker takes besides the statements."""


class SpeakerPage(NamedTuple):
    """Some speakers with all of their statements, in the order in which these came."""

    path: str
    statements: tuple[Statement, ...]


class SpeakerPages(NamedTuple):
    """The pages, none where all has room on another; and the path of each speaker's, None for all without a name."""

    pages: tuple[SpeakerPage, ...]
    places: Mapping[str | None, str]


def by_speaker(statements: Sequence[Statement], most: int, base: str) -> SpeakerPages:
    """The pages of these statements if they are more than `most`: the first at `base`, the second at ``base/2/``."""
    if len(statements) <= most:
        return SpeakerPages((), {})
    said = grouped((s.actor, s) for s in statements)
    places: dict[str | None, str] = {}
    number, taken = 1, 0
    for actor in sorted(said, key=lambda actor: (actor is None, -len(said[actor]), actor or "")):
        lines = HEAD + min(len(said[actor]), LINES)
        if taken and taken + lines > ROOM:
            number, taken = number + 1, 0
        taken += lines
        places[actor] = base if number == 1 else f"{base}{number}/"
    pages = grouped((places[s.actor], s) for s in statements)
    return SpeakerPages(tuple(SpeakerPage(path, pages[path]) for path in dict.fromkeys(places.values())), places)

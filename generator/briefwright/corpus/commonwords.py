"""Published sheets, their texts and stories in; out the actors of several stories that are only a common word.

“Police” is one body within a story at most: elsewhere it may be the police of another town.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from briefwright.corpus.identity import Joined, Register
from briefwright.model.factsheet import Actor, ActorRegister, FactSheet, Kind, RegisteredActor
from briefwright.model.order import grouped

KINDS: frozenset[Kind] = frozenset({"group", "organisation"})
"""Of a person or a state a common word is a slip of the parser, and an outlet is called by one (“Time”)."""
PRESS = "media"
"""The press at large is no outlet."""
MOSTLY = 3
"""So many times as often as with a capital within a sentence a common word is written small."""


def find_common_words(
    sheets: Sequence[FactSheet],
    register: ActorRegister,
    joined: Joined,
    texts: Mapping[str, str],
    stories: Iterable[tuple[str, ...]],
) -> frozenset[str]:
    """Ids of the actors that most of their articles call by a common word; `texts` are headline, line break and text.

    A person says that one is an actor as any other by describing its entry in the register, or by another name there.
    """
    bodies = {sheet: text.partition("\n")[2] for sheet, text in texts.items()}
    story_of = {sheet: story[0] for story in stories for sheet in story}
    identity = Register(register.actors, joined.same)
    seen = grouped((identity.home(a.id), (a.name, s.article.id)) for s in sheets for a in _own(s, joined))
    entries = grouped((identity.home(e.id), e) for e in register.actors)
    return frozenset(
        key
        for key, named in seen.items()
        if len({story_of.get(sheet, sheet) for _, sheet in named}) > 1
        and not _is_told(entries.get(key, ()), {name for name, _ in named})
        and _is_common_word(named, bodies)
    )


def _own(sheet: FactSheet, joined: Joined) -> Iterator[Actor]:
    """The actors of a sheet that may be a common word, but for those that are read as another."""
    may_be = (a for a in sheet.actors if a.kind in KINDS or a.name.lower().endswith(PRESS))
    return (a for a in may_be if joined.own(sheet.article.id, a.id) == a.id)


def _is_told(entries: Iterable[RegisteredActor], names: Set[str]) -> bool:
    """Whether a person told in the register who it is."""
    return any(e.description or e.roles or e.same_as or e.name not in names for e in entries)


def _is_common_word(named: Sequence[tuple[str, str]], bodies: Mapping[str, str]) -> bool:
    """Whether as many articles or more have its name there in small letters as have it as a name."""
    ways = [way for name, sheet in named if (way := _is_small(name, bodies[sheet])) is not None]
    if ways:
        return 2 * sum(ways) >= len(ways)
    return any(_is_small(name, "\n".join(bodies.values())) for name in dict(named))


def _is_small(name: str, text: str) -> bool | None:
    """Whether a text has a name in small letters, or else the first word of it; None where it only opens sentences."""
    if not name[1:].islower():
        return False
    for words in dict.fromkeys((name, name.split()[0])):
        small = sum(1 for _ in _places(words[0].lower() + words[1:], text))
        proper = sum(_is_within(text, *place) for place in _places(words[0].upper() + words[1:], text))
        if small or proper:
            return small > MOSTLY * proper
    return None


def _places(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where these stand, as no part of longer words."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        around = text[max(0, start - 1) : start] + text[end : end + 1]
        if "-" not in around and not any(map(str.isalnum, around)):
            yield start, end
        start = text.find(words, end)


def _is_within(text: str, start: int, end: int) -> bool:
    """Whether it stands within a sentence, and not before more of a name (“Police Chief”)."""
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    goes_on = before[1:] == " " and (before[0].isalnum() or before[0] in ",;")
    return goes_on and not (behind[:1] == " " and behind[1:].isupper())

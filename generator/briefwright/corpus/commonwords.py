"""Published sheets, their texts and stories in; out the actors that are only a common word and stand in several stories.

“Police” is one body within a story at most: elsewhere it may be the police of another town.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefwright.corpus.identity import Joined, Register
from briefwright.model.factsheet import Actor, ActorRegister, FactSheet, Kind, RegisteredActor
from briefwright.model.order import grouped

KINDS: frozenset[Kind] = frozenset({"group", "media", "organisation"})
"""Of a person or a state a common word is a slip of the parser, and no claim that two are one."""
MOSTLY = 3
"""A common word is written small so many times as often as with a capital: “Time” is a magazine, too."""


def find_common_words(
    sheets: Sequence[FactSheet],
    register: ActorRegister,
    joined: Joined,
    texts: Mapping[str, str],
    stories: Iterable[tuple[str, ...]],
) -> frozenset[str]:
    """Ids of the actors whose every name is a common word; `texts` are headline, line break and text, by sheet.

    A person says that one is an actor as any other by describing its entry in the register, or by another name there.
    """
    bodies = {sheet: text.partition("\n")[2] for sheet, text in texts.items()}
    entries, identity = {e.id: e for e in register.actors}, Register(register.actors, joined.same)
    story_of = {sheet: story[0] for story in stories for sheet in story}
    seen = grouped((identity.home(i), (a, s)) for s in sheets for a, i in _own(s, joined))
    merged = grouped((identity.home(i), e) for i, e in entries.items())
    found = set()
    for key, there in seen.items():
        told = {s.article.id for _, s in there}
        is_over_stories = len({story_of.get(i, i) for i in told}) > 1
        if is_over_stories and not any(map(_is_described, merged.get(key, ()))):
            names = {a.name for a, _ in there} | {e.name for e in merged.get(key, ())}
            if all(is_common_word(name, [bodies[i] for i in sorted(told)]) for name in names):
                found.add(key)
    return frozenset(found)


def _own(sheet: FactSheet, joined: Joined) -> Iterator[tuple[Actor, str]]:
    """The actors of a sheet that may be a common word, but for those that are read as another."""
    for actor in sheet.actors:
        if actor.kind in KINDS and joined.own(sheet.article.id, actor.id) == actor.id:
            yield actor, actor.id


def _is_described(entry: RegisteredActor) -> bool:
    return bool(entry.description or entry.roles or entry.same_as)


def is_common_word(name: str, texts: Sequence[str]) -> bool:
    """Whether sentences of these texts have the name in small letters; of one that only opens some, its first word."""
    if not name[1:].islower():
        return False
    small, proper = _spelled(name, texts)
    if not small and not proper:
        small, proper = _spelled(name.split()[0], texts)
    return small > MOSTLY * proper


def _spelled(words: str, texts: Sequence[str]) -> tuple[int, int]:
    """How often these stand in small letters, and within sentences with a capital, in no longer name."""
    lower = re.escape(words[0].lower() + words[1:])
    upper = re.escape(words[0].upper() + words[1:])
    small = re.compile(rf"(?<![\w-]){lower}(?![\w-])")
    proper = re.compile(rf"(?<=[\w,;] ){upper}(?![\w-]| [A-Z])")
    return sum(len(small.findall(t)) for t in texts), sum(len(proper.findall(t)) for t in texts)

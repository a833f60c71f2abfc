"""The items of one section of a sheet and the parser's findings in; out which of the items each finding is.

An id is for ever, and the parser makes ids of words: where these change, so does the id that it gives. So a finding is
known by the words that it rests on (those that an item holds, before those that it was once read from), then by its id,
then by words that are nearly the same; an actor, whose id is the same in every sheet, by its id first. What a person
deleted is known by its fingerprint, and has no item any more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from difflib import SequenceMatcher

from briefwright.model.factsheet import Actor, Anchored, Item
from briefwright.sheets.fingerprint import content_print, evidence_of, evidence_print

ALIKE = 0.6
"""Part of the words, in the same order, that two quotations share where one is taken for the other in a new wording."""
_MAX_COMPARED = 20_000_000
"""Words of the one side times words of the other; more (no article, but a hostile file) would take long."""

_WORD = re.compile(r"\w+")


def known_as(
    section: str,
    new: Sequence[Item],
    here: Sequence[Item],
    gone: Set[str],
    replaced: Set[str],
    read: Mapping[str, Set[str]],
    is_own: Callable[[Item], bool],
) -> dict[str, str | None]:
    """By the id of a finding that need not be added: the id of the item that it is, None where a person deleted it.

    `gone` are the ids of what is deleted, `replaced` the words, as fingerprints have them, in whose place a person gave
    items others, `read` those from which the parser read what is there or deleted; `is_own` tells whether an item is a
    person's.
    """
    matching = _Matching(section, new, here, read)
    deleted_words = set(replaced).union(*(read.get(i, ()) for i in gone - {finding.id for finding in new}))

    def is_deleted(finding: Item) -> bool:
        return finding.id in gone or matching.words[finding.id] in deleted_words

    if section == "actors":
        matching.take(matching.by_id)
        matching.drop(lambda actor: actor.id in gone)
        matching.take_resting(matching.read)
        matching.take(matching.by_name)
        matching.drop(is_deleted)
        return matching.names
    matching.drop(lambda finding: finding.id in gone and matching.words[finding.id] in read.get(finding.id, ()))
    matching.take(matching.by_content)
    matching.take_resting(matching.held)
    matching.take_resting(matching.read)
    matching.take(matching.by_id)
    matching.drop(is_deleted)
    matching.take_alike(lambda finding, item: is_own(item) or _speaker(item) == _speaker(finding))
    return matching.names


class _Matching:
    """Finds in several rounds, the surest first, which finding is which item."""

    def __init__(self, section: str, new: Sequence[Item], here: Sequence[Item], read: Mapping[str, Set[str]]) -> None:
        self.section, self.new = section, new
        self.left = {item.id: item for item in here}
        """The items that are none of the findings yet."""
        self.names: dict[str, str | None] = {}
        self.words = {finding.id: evidence_print(section, finding) for finding in new}
        self._formerly = {old: item.id for item in here if isinstance(item, Anchored) for old in item.formerly}
        self._same: dict[str, list[str]] = {}
        self.held: dict[str, list[str]] = {}
        """The items by the words that they rest on."""
        self.read: dict[str, list[str]] = {}
        """The items by all words that they were read from."""
        for item in sorted(here, key=lambda item: item.id not in read):  # what a person added comes after the parser's
            held = evidence_print(section, item)
            self._same.setdefault(_told(item), []).append(item.id)
            self.held.setdefault(held, []).append(item.id)
            for words in {*read.get(item.id, ()), held}:
                self.read.setdefault(words, []).append(item.id)
        for known in (self.held, self.read):
            known.pop("", None)

    def take(self, candidates: Callable[[Item], Iterable[str]]) -> None:
        """Let each finding that is none yet be the first of its candidates that is left."""
        for finding in self.new:
            if finding.id not in self.names:
                known = next((i for i in candidates(finding) if i in self.left), None)
                if known is not None:
                    self._name(finding.id, known)

    def take_resting(self, known: Mapping[str, Sequence[str]]) -> None:
        """Let findings be items `known` by their words: the one with its id, one of the same voice, or any."""

        def resting(finding: Item) -> Iterable[str]:
            return (i for i in known.get(self.words[finding.id], ()) if i in self.left)

        self.take(lambda finding: (i for i in resting(finding) if i == finding.id))
        self.take(lambda finding: (i for i in resting(finding) if _voice(self.left[i]) == _voice(finding)))
        self.take(resting)

    def drop(self, is_deleted: Callable[[Item], bool]) -> None:
        """Let findings that a person deleted be no item."""
        self.names |= {f.id: None for f in self.new if f.id not in self.names and is_deleted(f)}

    def take_alike(self, may_be: Callable[[Item, Item], bool]) -> None:
        """Let findings be items whose words are nearly the same, the nearest first."""
        findings = [(f, _words(f)) for f in self.new if f.id not in self.names]
        items = [(item, _words(item)) for item in self.left.values()]
        if sum(len(words) for _, words in findings) * sum(len(words) for _, words in items) > _MAX_COMPARED:
            return
        pairs = [(_likeness(a, b), f.id, item.id) for f, a in findings for item, b in items if may_be(f, item)]
        for likeness, finding, item_id in sorted(pairs, key=lambda pair: -pair[0]):
            if likeness >= ALIKE and finding not in self.names and item_id in self.left:
                self._name(finding, item_id)

    def by_id(self, finding: Item) -> Iterable[str]:
        """The item of its id, and one that had it before a person renamed it."""
        return finding.id, self._formerly.get(finding.id, "")

    def by_content(self, finding: Item) -> Iterable[str]:
        """The items that say the very same, wherever in the text."""
        return self._same.get(_told(finding), ())

    def by_name(self, finding: Item) -> Iterable[str]:
        """The one actor that goes by its name, or whose name is one of its own, if it is only one."""
        if not isinstance(finding, Actor):
            return ()
        actors = [a for a in self.left.values() if isinstance(a, Actor) and a.kind == finding.kind]
        same = [a.id for a in actors if finding.name in a.aliases or a.name in finding.aliases]
        return same if len(same) == 1 else ()

    def _name(self, finding: str, item_id: str) -> None:
        self.names[finding] = item_id
        del self.left[item_id]


def _told(item: Item) -> str:
    """What an item says, without where its words stand: those of a person's item move only after it is known."""
    quotes = tuple(e.model_copy(update={"start": 0, "end": 0}) for e in evidence_of(item))
    return content_print(item.model_copy(update={"evidence": quotes}) if quotes else item)


def _speaker(item: Item) -> object:
    return getattr(item, "actor", None)


def _voice(item: Item) -> tuple[object, ...]:
    """What tells two findings that rest on the same words: who says it, and of what kind it is."""
    return _speaker(item), getattr(item, "act", None), getattr(item, "kind", None)


def _words(item: Item) -> list[str]:
    """The words of its evidence."""
    return _WORD.findall(" ".join(e.quote for e in evidence_of(item)).casefold())


def _likeness(one: list[str], other: list[str]) -> float:
    """The part of their words that two quotations share in the same order; 0 where it is sure to be too small."""
    if not one or not other:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0

"""What a folder of fact sheets holds, once it is read and checked: its sheets, its registers, and their mistakes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from briefwright.errors import Problem
from briefwright.model.factsheet import ActorRegister, FactSheet, TopicRegister
from briefwright.sheets.registers import untouched

Ids = frozenset[str] | None
"""Ids of a register; None where there is none, or a broken one, to hold a sheet against."""


@dataclass(frozen=True, slots=True)
class LoadedSheet:
    """A fact sheet without mistakes of form."""

    sheet: FactSheet
    text: str | None
    """The normalised text that its offsets count in, None where there is none."""
    path: Path
    edited: frozenset[str]
    """Ids of the items that a person changed or added, and ``article.title`` and the like for fields of the article."""
    held: frozenset[str] = frozenset()
    """Keys of the same form of what is a person's whatever it says: what holds a comment, an anchor or an alias."""
    digest: str = ""
    """Of the files that were read: the sheet and its text."""
    conflicts: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    """By its key, what a new parse left for a person: quotations that were the article's when the parser wrote them."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder of fact sheets, read and checked."""

    project_dir: Path
    sheets_dir: Path
    sheets: dict[str, LoadedSheet]
    """The sheets without any mistake, by id, sorted."""
    ungrounded: dict[str, LoadedSheet]
    """The sheets whose only mistakes are quotations that their text lacks: not to be shown, but to be parsed again."""
    actors: ActorRegister
    topics: TopicRegister
    actor_ids: Ids
    topic_ids: Ids
    problems: tuple[Problem, ...]
    """All mistakes of all files, sorted by place."""
    unread: tuple[Problem, ...] = ()
    """What is wrong with the articles that the last parse could not read."""
    register_digests: dict[str, str] = field(default_factory=dict)
    """Of the registers' files that were read without mistakes, by name."""

    @property
    def conflicts(self) -> tuple[Problem, ...]:
        """Those of the mistakes that a new parse left for a person, sorted by place."""
        return tuple(sorted(p for s in self.ungrounded.values() for told in s.conflicts.values() for p in told))

    @property
    def mistakes(self) -> tuple[Problem, ...]:
        """The others: those that a person made."""
        conflicts = set(self.conflicts)
        return tuple(p for p in self.problems if p not in conflicts)

    @property
    def suggested(self) -> frozenset[str]:
        """Ids of the topics that the parser suggested and no person took in hand."""
        return untouched(self.topics)

    def without_mistakes(self) -> Shelf:
        """The sheets and registers alone that have none."""
        return replace(self, ungrounded={}, problems=())

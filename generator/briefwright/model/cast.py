"""The actors of all published sheets: who each is across articles, and who may be the same as another.

Plain data: nothing that is ``publish: false``, ids resolved.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefwright.model.factsheet import Kind


@dataclass(frozen=True, slots=True)
class Appearance:
    """An actor in one article: the part it plays there, and the forms that this article uses."""

    actor: str
    main: bool
    role: str | None
    forms: tuple[str, ...]
    edited: bool


@dataclass(frozen=True, slots=True)
class DatedRole:
    """An office; ISO dates as exact as known, None where they are not."""

    role: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Namesake:
    """Another name under which articles are counted for an actor, as the program reads it and no person decided."""

    name: str
    articles: tuple[str, ...]
    """Ids of their sheets."""
    is_short: bool
    """Whether it is a family name alone or an abbreviation; else it is equal to the actor's name."""


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of the whole project, under its canonical name."""

    id: str
    name: str
    kind: Kind
    forms: tuple[str, ...]
    description: str | None
    roles: tuple[str, ...]
    """As articles word them, but for those of `dated_roles`."""
    affiliation: str | None
    formerly: tuple[str, ...] = ()
    """Ids that were merged into it, and those of its namesakes; one of a short name may be another's elsewhere."""
    dated_roles: tuple[DatedRole, ...] = ()
    """As the register has them."""
    same_as: str | None = None
    """Only ever an http or https address: where others describe the same actor."""
    namesakes: tuple[Namesake, ...] = ()
    """The commonest first."""
    is_common: bool = False
    """Whether it is only a common word of several stories, such as “Police”: in each it may mean others."""


Likeness = Literal["spelling", "surname", "shorter", "suffix", "initial", "letters", "called", "words", "alike", "kind"]


@dataclass(frozen=True, slots=True)
class Lookalikes:
    """Two actors that may be the same: how much speaks for it, 0 to 1, and what, in words."""

    one: str
    other: str
    score: float
    reasons: tuple[str, ...]
    likeness: Likeness = "alike"
    """What of it their names tell."""
    is_shown: bool = False
    """Whether it is likely enough to be told to readers, too, and not to the editor alone."""

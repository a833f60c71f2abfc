"""Published sheets and the entries of the register in; out their actors, each with all that speaks for and against it.

Here is known what of two ids speaks for or against their being one; who is to be compared with whom is for `namesakes`
and its neighbours to say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefwright.corpus.identity import Register
from briefwright.corpus.roles import are_one_office
from briefwright.corpus.spelling import NUMBERS, PersonName, person_name, sexes, titles_of, words_of
from briefwright.model.factsheet import Actor, FactSheet, Kind, RegisteredActor, is_one_kind
from briefwright.model.order import grouped
from briefwright.model.text import slug

COMPANY = 2
"""Persons and bodies that articles have to share, beside the one in question, to be of one circle."""
MANY = 4
"""Others that both stand beside, from which on it tells nothing how often those are in the news."""
SLIP = 20
"""Of so many articles one may take two wordings of a body's name for two bodies."""
SELDOM, SELDOM_SHARE = 5, 0.05
"""Who stands in more articles than that, and in a greater share of all, stands beside everybody."""


@dataclass(frozen=True)
class Known:
    """What sheets and register tell of an actor under one id; of ids that the register merges, under the last."""

    id: str
    rank: int
    """Place in the register."""
    kind: Kind
    entry: RegisteredActor | None
    names: Mapping[str, int]
    """And how many articles name it so; of the register's name it may be none."""
    aliases: frozenset[str]
    articles: frozenset[str]
    shown: int
    """In how many of them it is published."""
    roles: frozenset[str]
    """What articles call it, and the titles that they give it."""

    @property
    def identity(self) -> str:
        """Its Wikidata id, or address, whichever way it is written; empty where none is known."""
        same_as = (self.entry and self.entry.same_as) or ""
        return re.sub(r"^https?://(www\.)?wikidata\.org/(wiki|entity)/", "", same_as)

    @property
    def is_described(self) -> bool:
        """Whether a person told more of it than the parser does: it is somebody to them."""
        return bool(self.entry and (self.entry.description or self.entry.roles or self.entry.same_as))


@dataclass(frozen=True, eq=False)
class Group:
    """Ids that are one actor, in the order of the register: the first stays the actor's, whatever comes later."""

    members: tuple[Known, ...]

    @property
    def id(self) -> str:
        """The id that all of them stand for."""
        return self.members[0].id

    @cached_property
    def kind(self) -> Kind:
        """That of the first."""
        return self.members[0].kind

    @cached_property
    def names(self) -> Mapping[str, int]:
        """All that it is named in sheets and in the register, and in how many articles."""
        found = Counter[str]()
        for known in self.members:
            found.update(known.names)
        return found

    @cached_property
    def aliases(self) -> tuple[str, ...]:
        """All other forms that articles use, sorted."""
        return tuple(sorted({a for k in self.members for a in k.aliases}))

    @cached_property
    def articles(self) -> frozenset[str]:
        """Ids of the sheets that have it among their actors."""
        return frozenset(a for k in self.members for a in k.articles)

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """What articles call it, sorted."""
        return tuple(sorted({r for k in self.members for r in k.roles}))

    @property
    def commonest(self) -> str:
        """The id under which most articles show it, whose name is the one to show."""
        return max(self.members, key=lambda k: (k.shown, -k.rank, k.id)).id


class Census:
    """All actors of some sheets, joined by and by."""

    def __init__(self, sheets: Sequence[FactSheet], entries: Sequence[RegisteredActor]) -> None:
        self._home = Register(entries).home
        self._apart = {frozenset((self._home(e.id), self._home(other))) for e in entries for other in e.distinct}
        seen = grouped((self._home(a.id), (a, s.article.id)) for s in sheets for a in s.actors)
        by_id, ranks = {e.id: e for e in entries}, {e.id: rank for rank, e in enumerate(entries)}
        known = [_known(i, ranks.get(i, len(ranks)), by_id.get(i), found) for i, found in seen.items()]
        self._of = {k.id: Group((k,)) for k in sorted(known, key=lambda k: (k.rank, k.id))}
        self._casts = {s.article.id: [self._home(a.id) for a in s.actors if a.kind != "state"] for s in sheets}
        self._states = {s.article.id: tuple(a.name for a in s.actors if a.kind == "state") for s in sheets}
        self._companies: dict[frozenset[str], frozenset[str]] = {}
        self._seldom = max(SELDOM, SELDOM_SHARE * len(sheets))

    def of(self, actor_id: str) -> Group:
        """The group that an id of a sheet is in by now."""
        return self._of[self._home(actor_id)]

    def groups(self) -> tuple[Group, ...]:
        """All groups, in the order of the register."""
        return tuple(dict.fromkeys(self._of.values()))

    @cached_property
    def family_names(self) -> frozenset[str]:
        """The last words of persons' names."""
        people = (g for g in self.groups() if g.kind == "person")
        return frozenset(person_name(n).words[-1] for g in people for n in g.names if words_of(n))

    def company(self, articles: Iterable[str]) -> frozenset[str]:
        """Ids of the persons and bodies of these articles; states stand beside everybody."""
        key = frozenset(articles)
        if key not in self._companies:
            self._companies[key] = frozenset(self._of[i].id for article in key for i in self._casts[article])
        return self._companies[key]

    def states_in(self, article: str) -> tuple[str, ...]:
        """Names of the states that an article tells of."""
        return self._states[article]

    def state_of(self, group: Group) -> str:
        """The state that most of its articles tell of, empty where none does."""
        found = Counter(state for article in group.articles for state in self._states[article])
        return max(found, key=lambda state: (found[state], state), default="")

    def shared(
        self, one: Iterable[str], others: Group, besides: Iterable[str] = (), *, outlets: bool = True
    ) -> frozenset[str]:
        """Ids of the persons and bodies that stand both in these articles and in the other's; `outlets` or without."""
        both = (self.company(one) & self.company(others.articles)) - {others.id, *besides}
        return both if outlets else frozenset(i for i in both if self._of[i].kind != "media")

    def have_company(self, one: Group, other: Group) -> bool:
        """Whether both stand beside the same others."""
        return len(self.shared(one.articles, other, [one.id])) >= COMPANY

    def are_close(self, one: Group, other: Group) -> bool:
        """Whether both stand beside the same others, one of whom not everybody stands beside."""
        return self.is_circle(self.shared(one.articles, other, [one.id]))

    def is_circle(self, shared: Collection[str]) -> bool:
        """Whether these are several, and one is a person or body that not everybody stands beside."""
        telling = (g for i in shared if (g := self._of[i]).kind in ("organisation", "person"))
        return len(shared) >= COMPANY and any(len(g.articles) <= self._seldom for g in telling)

    def share_office(self, one: Group, other: Group) -> bool:
        """Whether articles give both one office, in whichever words."""
        return any(are_one_office(a, b) for a in one.roles for b in other.roles)

    def join(self, pairs: Iterable[tuple[Group, Group]], *, in_one_article: bool = False) -> None:
        """Make one of each pair that nothing speaks against; `in_one_article`, if one article may use both names."""
        for pair in pairs:
            one, other = (self._of[group.id] for group in pair)
            speaks_against = self.are_two if in_one_article else self.speaks_against
            if one is not other and not speaks_against(one, other):
                joined = Group(tuple(sorted((*one.members, *other.members), key=lambda k: (k.rank, k.id))))
                self._companies.clear()
                self._of |= dict.fromkeys((k.id for k in joined.members), joined)

    def speaks_against(self, one: Group, other: Group) -> bool:
        """Whether the two cannot be one, or stand in one article; of bodies, in more than a slip of the parser does."""
        both, all_of_them = one.articles & other.articles, one.articles | other.articles
        slips = 0 if "person" in (one.kind, other.kind) else len(all_of_them) // SLIP
        return len(both) > slips or self.are_two(one, other)

    def are_two(self, one: Group, other: Group) -> bool:
        """Whether they are of two kinds, have two identities elsewhere, or the editor tells them apart."""
        pairs = ((a, b) for a in one.members for b in other.members)
        return self.are_told_apart(one, other) or any(
            not is_one_kind(a.kind, b.kind) or _differ(a, b) for a, b in pairs
        )

    def are_told_apart(self, one: Group, other: Group) -> bool:
        """Whether a person says that they are two: by `not`, by two identities elsewhere, by ids for one name."""
        elsewhere = {identity for k in (*one.members, *other.members) if (identity := k.identity)}
        pairs = ((a, b) for a in one.members for b in other.members)
        return len(elsewhere) > 1 or any(
            frozenset((a.id, b.id)) in self._apart or _have_ids_apart(a, b) for a, b in pairs
        )


def _known(key: str, rank: int, entry: RegisteredActor | None, seen: Sequence[tuple[Actor, str]]) -> Known:
    actors = [actor for actor, _ in seen]
    names = Counter(a.name for a in actors)
    names.update({entry.name: 0} if entry else {})
    aliases = frozenset(alias for a in actors for alias in a.aliases)
    roles = frozenset(a.role for a in actors if a.role) | titles_of((*names, *aliases))
    articles, shown = frozenset(article for _, article in seen), sum(a.publish for a in actors)
    return Known(key, rank, (entry or actors[0]).kind, entry, names, aliases, articles, shown, roles)


def _have_ids_apart(one: Known, other: Known) -> bool:
    """Whether one name has two ids, as “orla-vance” and “orla-vance-2”: only who tells two apart gives these."""
    both = {slug(name) for name in one.names} & {slug(name) for name in other.names}
    return any(all(f"{known.id}-".startswith(f"{name}-") for known in (one, other)) for name in both)


def _differ(one: Known, other: Known) -> bool:
    """Whether they are persons with other initials in the middle, father and son, or “Mr.” and “Mrs.”."""
    if (one.kind, other.kind) != ("person", "person"):
        return False
    first, second = (list(map(person_name, k.names)) for k in (one, other))
    his, hers = sexes(one.aliases), sexes(other.aliases)
    return (len(his) == len(hers) == 1 and his != hers) or any(
        (a.middle and b.middle and a.middle != b.middle) or (a.suffix != b.suffix and not _leaves_out(one, a, other, b))
        for a in first
        for b in second
    )


def _leaves_out(one: Known, name: PersonName, other: Known, others: PersonName) -> bool:
    """Whether some articles leave out the suffix of a full name: one has none, and both hold one office.

    A number they leave out nearly always; “Jr.” stands there where the father is in the news, too. To a family name
    alone nobody adds it.
    """
    if name.suffix and others.suffix:
        return False
    is_alone = min(len(name.words), len(others.words)) == 1
    is_number = {name.suffix, others.suffix} <= NUMBERS | {""}
    return is_alone or is_number or any(are_one_office(a, b) for a in one.roles for b in other.roles)

"""A census of actors and their sheets in; out the bodies around one person joined, in whatever words they are called.

“President Vance's administration” is the “Vance administration” where the Vance of both articles is one person, and
“the administration” is it in an article that tells of nobody else who has one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import chain, combinations
from typing import NamedTuple

from briefwright.corpus.census import Census, Group
from briefwright.corpus.dates import first_day
from briefwright.corpus.namesakes import unrivalled
from briefwright.corpus.spelling import Words, person_name, words_of
from briefwright.model.factsheet import FactSheet
from briefwright.model.order import grouped

COMMONER = 5
"""So many times as many articles have to tell whose body it is as tell otherwise: a kinsman may stand there alone."""
CALLED_AFTER_NOBODY = frozenset({("administration",), ("campaign",)})
"""Bodies that are always somebody's."""
YEAR = timedelta(days=365)
"""So long before and after an article others tell whose administration it means."""
TEAM = ("team",)
LAWYERS = frozenset({("attorneys",), ("defense", "team"), ("lawyers",), ("legal", "team")})
"""What newspapers call somebody's lawyers in turn."""
_PASSING = frozenset({"presidential"})
_WORD = r"[A-Z][^\s’']*"
_AROUND = re.compile(rf"(?:[Ff]ormer )?(?P<owner>{_WORD}(?: {_WORD})*?)(?: ?[’']s?)?(?P<what>(?: [^\sA-Z]+)+)")

Readings = Mapping[str, Mapping[str, str]]
"""By a sheet and the id of an actor there the id of the one that it is read as."""
Body = tuple[str, Words]
"""The id of a person, and what around that person it is."""


class Around(NamedTuple):
    """A body around somebody: whose it is, and what it is, in plain words."""

    owner: Words
    what: Words


class People:
    """The persons of one sheet by their names."""

    def __init__(self, census: Census, sheet: FactSheet, read: Mapping[str, str]) -> None:
        found = [census.of(read.get(a.id, a.id)) for a in sheet.actors if a.kind == "person"]
        names = ((words, g.id) for g in found for n in g.names for words in _forms(person_name(n).words))
        self.ids = tuple(dict.fromkeys(g.id for g in found))
        self._named = {words: frozenset(ids) for words, ids in grouped(names).items()}

    def named(self, words: Words) -> str | None:
        """The id of the one of this full name or last name."""
        found = self._named.get(words, frozenset())
        return next(iter(found)) if len(found) == 1 else None


def join_entourages(census: Census, sheets: Sequence[FactSheet], read: Readings) -> Readings:
    """Join bodies around one person; out those that are called after nobody, read as that of the article's person."""
    people = {s.article.id: People(census, s, read.get(s.article.id, {})) for s in sheets}
    bodies = grouped((body, g) for g in census.groups() for body in dict.fromkeys(_bodies(g, people)))
    named_so = (found for (_, what), found in bodies.items() if what != TEAM)  # one has several
    census.join(unrivalled(census, chain.from_iterable(combinations(found, 2) for found in named_so)))
    lawyers = grouped((owner, g) for (owner, what), found in bodies.items() if what in LAWYERS for g in found)
    pairs = chain.from_iterable(combinations(dict.fromkeys(found), 2) for found in lawyers.values())
    census.join(unrivalled(census, (pair for pair in pairs if census.are_close(*pair))))  # of one matter
    led = {body: census.of(found[0].id) for body, found in bodies.items() if body[1] in CALLED_AFTER_NOBODY}
    in_time = InTime(led, sheets)
    readings = ((s.article.id, dict(_led(s, people[s.article.id].ids, in_time))) for s in sheets)
    return {sheet: found for sheet, found in readings if found}


class InTime:
    """Bodies that are called after somebody by who has them, and by when articles tell of them."""

    def __init__(self, led: Mapping[Body, Group], sheets: Sequence[FactSheet]) -> None:
        days = {s.article.id: first_day(s.article.published) for s in sheets if s.article.published}
        self._led = led
        self._days = {group: sorted(days[a] for a in group.articles if a in days) for group in led.values()}

    def of(self, persons: Iterable[str], what: Words, published: str | None) -> str | None:
        """The only one that these persons have, if no other of its sort is told of more in the year around the day."""
        own = {self._led[i, what] for i in persons if (i, what) in self._led}
        if len(own) != 1 or not published:
            return None
        day, others = first_day(published), (g for (_, sort), g in self._led.items() if sort == what)
        told = {g: sum(abs(d - day) <= YEAR for d in self._days[g]) for g in others}
        (group,) = own
        return group.id if told[group] and told[group] == max(told.values()) else None


def around(name: str) -> Around | None:
    """A name taken apart that says whose body it is: “President Vance's legal team” is (vance) and (legal, team)."""
    found = _AROUND.fullmatch(name)
    if not found:
        return None
    what = tuple(w for w in words_of(found["what"]) if w not in _PASSING)
    return Around(person_name(found["owner"]).words, what)


def _bodies(group: Group, people: Mapping[str, People]) -> Iterator[Body]:
    """What a body or group is, by its name and by the persons of its articles."""
    if group.kind not in ("group", "organisation"):
        return
    for body in filter(None, map(around, group.names)):
        owners = Counter(owner for article in group.articles if (owner := people[article].named(body.owner)))
        (owner, most), *others = [*owners.most_common(), ("", 0)]
        if most > COMMONER * sum(n for _, n in others):
            yield owner, body.what


def _led(sheet: FactSheet, persons: Sequence[str], in_time: InTime) -> Iterator[tuple[str, str]]:
    """The bodies of a sheet that are called after nobody, if one person there has such a one, and which that is."""
    for actor in sheet.actors:
        what = words_of(actor.name)
        if actor.kind == "organisation" and what in CALLED_AFTER_NOBODY:
            found = in_time.of(persons, what, sheet.article.published)
            yield from ((actor.id, found),) if found else ()


def _forms(words: Words) -> frozenset[Words]:
    return frozenset({words, words[-1:]})

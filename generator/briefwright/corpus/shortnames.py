"""The actors of some sheets in; out whom a family name alone or an abbreviation stands for, sheet by sheet.

Newspapers give no first name where every reader knows whose name it is. So it is read where nearly nobody else of the
name is in the news, and where the article fits; the actor's page says so, and the editor's word goes before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefwright import commonness
from briefwright.corpus.census import COMPANY, Census, Group
from briefwright.corpus.roles import are_one_office
from briefwright.corpus.spelling import (
    Words,
    abbreviates,
    body_name,
    initials_of,
    person_name,
    sexes,
    titles_of,
    words_of,
)
from briefwright.model.factsheet import Actor, FactSheet, Kind
from briefwright.model.order import grouped

FEW = 10
"""Articles that have to give a person's full name before its last word alone can mean that person."""
COMMONER, COMMONER_THAN_ALL = 10, 5
"""So many times as many articles as have any other who is called so, and as have all others together."""

LEAST_LETTERS = 3
"""Of an abbreviation that no article explains."""
KNOWN = 2
"""Articles that have to give it where there is nobody else of the name at all; of more, less company is enough."""

Short = tuple[bool, Words]
"""Whether it is a person's, and the one word, folded."""


def read_short_names(census: Census, sheets: Sequence[FactSheet]) -> Iterator[tuple[str, dict[str, str]]]:
    """For each sheet that has some: the ids of its actors that go by a short name, and the ids that they stand for."""
    shorts = _Shorts(census)
    for sheet in sheets:
        found = {actor.id: full.id for actor in sheet.actors if (full := shorts.read(sheet, actor))}
        if found:
            yield sheet.article.id, found


class _Shorts:
    """Who is called by short names."""

    def __init__(self, census: Census) -> None:
        self._census = census
        called = grouped((short, g) for g in census.groups() for short in _called(g))
        self._bearers = grouped((short, g) for g in census.groups() for short in _untold(g)) | called
        named_first = grouped((short, g) for g in census.groups() for short in _first_names(g))
        bodies = (g for g in census.groups() if g.kind in ("media", "organisation"))
        named = ((body_name(form), g) for g in bodies for form in dict.fromkeys((*g.names, *g.aliases)))
        self._bodies = grouped((words[0], g) for words, g in named if len(words) == 1)
        self._named_first = named_first
        self._meant = lru_cache(maxsize=None)(self._find_meant)

    def _find_meant(self, short: Short, sexes: frozenset[str]) -> Group | None:
        """The one whom a short name nearly always means, of those of one sex where a title tells it."""
        called = [g for g in self._bearers[short] if not _is_of_other_sex(sexes, g)]
        return _meant(short, called, self._named_first.get(short, ())) if called else None

    def read(self, sheet: FactSheet, actor: Actor) -> Group | None:
        """Whom the short name of an actor stands for in its sheet; None where it is no short name, or nobody knows."""
        short, own = _short(actor.name, actor.kind), self._census.of(actor.id)
        if _is_own(own, actor):
            return None
        if short not in self._bearers:
            return self._mistaken(sheet, actor, own) if short else None
        found = self._whom(sheet, actor, short, own)
        return next((g for g in found if not self._census.are_two(own, g) and not _is_another(sheet, actor, g)), None)

    def _whom(self, sheet: FactSheet, actor: Actor, short: Short, own: Group) -> Iterator[Group]:
        def shared(full: Group) -> frozenset[str]:
            return self._census.shared([sheet.article.id], full, [own.id])

        told = sexes((actor.name, *actor.aliases))
        meant = self._meant(short, told)
        bearers = [g for g in self._bearers[short] if _is_short_of(short, g) and not _is_of_other_sex(told, g)]
        is_person, word = short[0], short[1][0]
        holders = [g for g in bearers if is_person and _share_office(actor, g)]
        if meant and not any(g is not meant and _full(g) * COMMONER >= _full(meant) for g in holders):
            is_here = sheet.article.id in meant.articles
            is_known = _full(meant) >= len(own.articles) + (len(shared(meant)) < COMPANY)
            if bearers == [meant] and _is_for_letters(word, meant) and (is_here or is_known):
                yield meant
            may_be = not is_here and (is_person or not _is_known_by_itself(own, meant))
            if may_be and (meant in holders or self._is_close(shared(meant), word, meant)):
                yield meant
        if is_person:
            if len(holders) == 1 and shared(holders[0]):
                yield holders[0]
            only = bearers[0] if len(bearers) == 1 and not commonness.share(commonness.fold(word)) else None
            if only and _full(only) >= KNOWN and len(shared(only)) >= (1 if _full(only) > KNOWN else COMPANY):
                yield only

    def _mistaken(self, sheet: FactSheet, actor: Actor, own: Group) -> Group | None:
        """Whom articles call so, where this one's word for a person was taken for a body's, or a body's for a person's.

        Nobody else has the word then, and what tells a person is not there: a title, a role.
        """
        word = words_of(actor.name)
        if actor.kind == "person":
            is_told = bool(actor.role or titles_of((actor.name, *actor.aliases)))
            bodies = self._bodies.get(word[-1]) or self._bodies.get(word[-1].removesuffix("s"), ())
            found = [] if is_told else [g for g in bodies if g is not own]
            meant = found[0] if len(found) == 1 else None
        else:
            is_body = actor.kind == "organisation" and (True, word) in self._bearers
            meant = self._meant((True, word), frozenset()) if is_body else None
            meant = meant if meant and len(own.articles) * COMMONER <= _full(meant) else None
        if meant is None or self._census.are_told_apart(own, meant):
            return None
        is_here = sheet.article.id in meant.articles or _is_another(sheet, actor, meant)
        return None if is_here or not self._census.shared([sheet.article.id], meant, [own.id]) else meant

    def _is_close(self, shared: frozenset[str], word: str, full: Group) -> bool:
        """Whether that is enough company; for letters, which may mean another body, not only who is always there.

        One that many articles know, and one at least by these letters, they mean in nearly any company.
        """
        is_letters = full.kind != "person" and not any(body_name(name)[:1] == (word,) for name in full.names)
        if is_letters and _full(full) >= FEW and any(body_name(alias) == (word,) for alias in full.aliases):
            return bool(shared)
        return self._census.is_circle(shared) if is_letters and full.kind != "media" else len(shared) >= COMPANY


def _is_of_other_sex(told: frozenset[str], full: Group) -> bool:
    """Whether a title says so: “Mrs. Vance”, and “Mr. Vance” for the one of the full name."""
    return len(told) == 1 and len(told | sexes(full.aliases)) > 1


def _is_known_by_itself(own: Group, full: Group) -> bool:
    return len(own.articles) > len(full.articles)


def _share_office(actor: Actor, full: Group) -> bool:
    """Whether the article gives the short name an office that other articles give the full one."""
    roles = {actor.role} if actor.role else set()
    roles |= titles_of((actor.name, *actor.aliases))
    return any(are_one_office(a, b) for a in roles for b in full.roles)


def _meant(short: Short, called: Sequence[Group], named_first: Sequence[Group]) -> Group | None:
    """The one whom a short name nearly always means, whoever is called so."""
    first, *others = sorted(called, key=_full, reverse=True)
    # Who is told of only beside the first, as kin are, is never meant where the first is not named.
    rivals = [min(_full(g), len(g.articles - first.articles)) for g in others]
    least = max(COMMONER * max(rivals, default=0), COMMONER_THAN_ALL * sum(rivals), FEW if short[0] else 1)
    others_so_named = sum(_full(g) for g in named_first if g is not first)
    is_first_name = first in named_first and _full(first) > COMMONER * others_so_named
    is_short = _is_short_of(short, first) or is_first_name
    return first if _full(first) >= least and is_short else None


def _short(name: str, kind: Kind) -> Short | None:
    """The one word that somebody goes by; None where the name is a fuller one."""
    words = person_name(name).words if kind == "person" else body_name(name)
    return (kind == "person", words) if len(words) == 1 and kind != "state" else None


def _full(group: Group) -> int:
    """Number of articles that give a name of several words."""
    return sum(articles for name, articles in group.names.items() if _short(name, group.kind) is None)


def _called(group: Group) -> frozenset[Short]:
    """The single words that articles call an actor with a full name."""
    if group.kind == "person":
        full = {n.words[-1:] for n in map(person_name, group.names) if len(n.words) > 1}
        alone = {n.words for n in map(person_name, group.aliases) if len(n.words) == 1}
        return frozenset((True, words) for words in full | alone) if full else frozenset()
    if group.kind in ("group", "state"):
        return frozenset()
    forms = (words for alias in group.aliases if len(words := body_name(alias)) == 1)
    return frozenset((False, words) for words in forms if any(abbreviates(words, name) for name in group.names))


def _untold(group: Group) -> frozenset[Short]:
    """The initials of a body, by which no article need call it."""
    if group.kind in ("group", "person", "state"):
        return frozenset()
    letters = (row for name in group.names for row in initials_of(name))
    return frozenset((False, (row,)) for row in letters if len(row) >= LEAST_LETTERS)


def _first_names(group: Group) -> frozenset[Short]:
    names = map(person_name, group.names) if group.kind == "person" else ()
    return frozenset((True, n.words[:1]) for n in names if len(n.words) > 1)


def _is_short_of(short: Short, full: Group) -> bool:
    """Whether it is a person's family name, no other that articles use; a body's is always short of its name."""
    return not short[0] or any(_family_name(n, full) == short[1] for n in full.names)


def _family_name(name: str, full: Group) -> Words:
    """The last word; the first, where articles call the person by that alone and by the last never."""
    words = person_name(name).words
    alone = {n.words for n in map(person_name, full.aliases) if len(n.words) == 1}
    return words[:1] if words[:1] in alone and words[-1:] not in alone else words[-1:]


def _is_for_letters(word: str, full: Group) -> bool:
    """Whether these are the initials of a body's name, and enough of them."""
    return (
        len(word) >= LEAST_LETTERS and full.kind != "person" and any(word in initials_of(name) for name in full.names)
    )


def _is_own(own: Group, actor: Actor) -> bool:
    """Whether a person has made an actor of its own of it: merged it with others, named it in full or described it."""
    short = _short(actor.name, actor.kind)
    return any(k.is_described or (k.entry and _short(k.entry.name, own.kind) != short) for k in own.members)


def _is_another(sheet: FactSheet, actor: Actor, full: Group) -> bool:
    """Whether the article may mean another: it has the actor itself, one more of the name, or “Mrs.” for “Mr.”.

    Where it gives the short name the actor's office, one more of the name has to hold it, too.
    """
    if sheet.article.id in full.articles:
        return not _is_for_letters(words_of(actor.name)[-1], full)
    word, in_office = words_of(actor.name)[-1], _share_office(actor, full)
    of_the_name = [a for a in sheet.actors if a.id != actor.id and _is_of_the_name(a, word, full.kind)]
    is_told_apart = bool(sexes((actor.name,)))  # “Mr. Vance” beside Orla Vance
    if not is_told_apart and any(not in_office or _share_office(a, full) for a in of_the_name):
        return True
    return full.kind == "person" and _is_of_other_sex(sexes((actor.name, *actor.aliases)), full)


def _is_of_the_name(actor: Actor, word: str, kind: Kind) -> bool:
    """Whether one beside it goes by the word: a person by any of theirs, all others by the last one of theirs.

    A body called after a person (“office of Vance”, “Vance” for the “Vance Society”) is no other person.
    """
    if kind != "person":
        return any(words_of(n)[-1:] == (word,) for n in (actor.name, *actor.aliases))
    if actor.kind == "person":
        return any(word in words_of(n) for n in (actor.name, *actor.aliases))
    words = words_of(actor.name)
    return len(words) > 1 and words[-1] == word and "of" not in words

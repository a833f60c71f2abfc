"""The actors of some sheets in; out whom a family name alone or an abbreviation stands for, sheet by sheet.

Newspapers give no first name where every reader knows whose name it is. So it is read where nearly nobody else of the
name is in the news, and where the article fits; the actor's page says so, and the editor's word goes before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefwright.corpus.namesakes import COMPANY, Census, Group
from briefwright.corpus.spelling import Words, abbreviates, body_name, person_name, sexes, words_of
from briefwright.model.factsheet import Actor, FactSheet, Kind
from briefwright.model.order import grouped

FEW = 10
"""Articles that have to give a person's full name before its last word alone can mean that person."""
COMMONER, COMMONER_THAN_ALL = 10, 5
"""So many times as many articles as have any other who is called so, and as have all others together."""

Short = tuple[bool, Words]
"""Whether it is a person's, and the one word, folded."""


def read_short_names(census: Census, sheets: Sequence[FactSheet]) -> Iterator[tuple[str, dict[str, str]]]:
    """For each sheet that has some: the ids of its actors that go by a short name, and the ids that they stand for."""
    meant = _meant(census.groups())
    company = {full: census.company(full.articles) for full in meant.values()}
    for sheet in sheets:
        found = {}
        for actor in sheet.actors:
            full, own = meant.get(_short(actor.name, actor.kind)), census.of(actor.id)
            if full is None or census.are_two(own, full) or _is_another(sheet, actor, full) or _is_own(own, actor):
                continue
            known_by_itself = full.kind != "person" and len(own.articles) > len(full.articles)
            if not known_by_itself and len(census.company([sheet.article.id]) & company[full] - {own.id}) >= COMPANY:
                found[actor.id] = full.id
        if found:
            yield sheet.article.id, found


def _meant(groups: Sequence[Group]) -> Mapping[Short | None, Group]:
    """The short names that nearly always mean one actor, and which."""
    bearers = grouped((short, (_full(g), g)) for g in groups for short in _called(g))
    found: dict[Short | None, Group] = {}
    for short, called in bearers.items():
        (articles, full), *others = sorted(called, key=lambda c: -c[0])
        rivals = [n for n, _ in others]
        least = max(COMMONER * max(rivals, default=0), COMMONER_THAN_ALL * sum(rivals), FEW if short[0] else 1)
        if articles >= least and _is_short_of(short, full):
            found[short] = full
    return found


def _short(name: str, kind: Kind) -> Short | None:
    """The one word that somebody goes by; None where the name is a fuller one."""
    words = person_name(name).words if kind == "person" else body_name(name)
    return (kind == "person", words) if len(words) == 1 and kind != "state" else None


def _full(group: Group) -> int:
    """Number of articles that give a name of several words."""
    return sum(articles for name, articles in group.names.items() if _short(name, group.kind) is None)


def _called(group: Group) -> frozenset[Short]:
    """The single words that an actor with a full name is called by."""
    if group.kind == "person":
        full = {n.words[-1:] for n in map(person_name, group.names) if len(n.words) > 1}
        alone = {n.words for n in map(person_name, group.aliases) if len(n.words) == 1}
        return frozenset((True, words) for words in full | alone) if full else frozenset()
    letters = (body_name(alias) for alias in group.aliases if group.kind != "state")
    return frozenset((False, words) for words in letters if any(abbreviates(words, n) for n in group.names))


def _is_short_of(short: Short, full: Group) -> bool:
    """Whether it is a person's last name, no other that articles use; a body's is always short of its name."""
    return not short[0] or any(person_name(n).words[-1:] == short[1] for n in full.names)


def _is_own(own: Group, actor: Actor) -> bool:
    """Whether a person has made an actor of its own of it: merged it with others, named it in full or described it."""
    short = _short(actor.name, actor.kind)
    return any(k.is_described or (k.entry and _short(k.entry.name, own.kind) != short) for k in own.members)


def _is_another(sheet: FactSheet, actor: Actor, full: Group) -> bool:
    """Whether the article may mean another: it has the actor itself, one more of the name, or “Mrs.” for “Mr.”."""
    if sheet.article.id in full.articles:
        return True
    word = words_of(actor.name)[-1:]
    others = (n for a in sheet.actors if a.id != actor.id for n in (a.name, *a.aliases))
    if any(words_of(n)[-1:] == word for n in others):
        return True
    return full.kind == "person" and len(sexes((actor.name, *actor.aliases)) | sexes(tuple(full.aliases))) > 1

"""A Document in, its Cast out: who acts or speaks, under which names, and where each is mentioned.

The steps: names, who is who among them, groups and bodies that have no proper name, descriptions and pronouns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from briefwright.facts.acting import acting, in_title
from briefwright.facts.bodies import with_bodies
from briefwright.facts.coreference import describe, resolve
from briefwright.facts.crowds import SAME_WORD
from briefwright.facts.figures import Figure, Role, is_possessive, speaks
from briefwright.facts.identity import identify
from briefwright.facts.lexicon import KIN, ON_THEIR_OWN
from briefwright.facts.names import find_namings
from briefwright.facts.voices import with_voices
from briefwright.model.document import Cast, Document, Mention
from briefwright.model.factsheet import Actor, Id
from briefwright.model.text import free_id, slug

_MANY_MENTIONS = 4
"""Mentions that make an actor a main one; speaking twice does so too."""


def find_actors(document: Document) -> Cast:
    """The actors of the article, in order of appearance, and every place where one is mentioned."""
    figures = acting(document, with_bodies(document, identify(document, find_namings(document))))
    describe(document, figures)
    figures = with_voices(document, figures)
    resolve(document, figures)
    return _cast(document, _by_name(sorted(figures, key=lambda f: f.places[0])))


def _by_name(figures: Iterable[Figure]) -> list[Figure]:
    """The figures, those of one name as one: of several words it has the kind that most places speak for."""
    found: dict[tuple[str, str], Figure] = {}
    for figure in figures:
        name = " ".join(SAME_WORD.get(word, word) for word in figure.name.casefold().split())
        same = found.setdefault((name, "" if " " in name else figure.kind), figure)
        if same is not figure:
            same.name = figure.name if same.name.isupper() else same.name
            same.kind = max(same, figure, key=lambda f: len(f.places)).kind
            same.places = sorted([*same.places, *figure.places])
            same.forms += figure.forms
            same.roles += figure.roles
    return list(found.values())


def _cast(document: Document, figures: Iterable[Figure]) -> Cast:
    ids: dict[Figure, Id] = {}
    taken: set[str] = set()
    for figure in figures:
        ids[figure] = free_id(slug(figure.name), taken)
        taken.add(ids[figure])
    tokens = document.tokens
    named = sorted(((p, f) for f in ids for p in f.places if not p.pronoun), key=lambda n: n[0].first - n[0].last)
    at = {i: f for p, f in named for i in range(p.first, p.last)}  # a name inside a longer one wins
    mentions = [
        Mention(tokens[p.first].start, tokens[p.last - 1].end, ids[f], p.pronoun) for f in ids for p in f.places
    ]
    return Cast(
        tuple(_actor(document, f, ids, at) for f in ids), tuple(sorted(mentions, key=lambda m: (m.start, m.end)))
    )


def _actor(document: Document, figure: Figure, ids: Mapping[Figure, Id], at: Mapping[int, Figure]) -> Actor:
    telling = [r for r in figure.roles if r.words.lower() not in KIN]  # whose father, the words alone do not say
    role = max(telling, key=lambda r: (not r.former, len(r.words)), default=None)
    affiliation = next((a for r in figure.roles if (a := _affiliation(document, r, figure, ids, at))), None)
    return Actor(
        id=ids[figure],
        name=figure.name,
        kind=figure.kind,
        role=role.words if role else None,
        affiliation=affiliation,
        aliases=_aliases(figure),
        salience=_salience(document, figure),
    )


def _aliases(figure: Figure) -> tuple[str, ...]:
    """The other names that the text uses, and those with a title of one word ("Mr. Grey", "spokeswoman Holm")."""
    titled = (p.words for p in figure.places if figure.kind == "person" and not p.pronoun)
    short = (words for words in titled if len(words.split()) == 2)
    return tuple(form for form in dict.fromkeys([*figure.forms, *short]) if form != figure.name)


def _affiliation(
    document: Document, role: Role, figure: Figure, ids: Mapping[Figure, Id], at: Mapping[int, Figure]
) -> Id | None:
    """The actor that a role names: the first organisation or state in its words or before them, else the nation.

    Who studies a state, or only comes from it, does not belong to it: "a Karsia scholar", "a Karsian doctor".
    """
    owner = role.first - 2 if role.first > 1 and is_possessive(document.tokens[role.first - 1]) else role.first
    words = document.tokens[max(0, owner) : role.last]
    alone = any(t.lemma.lower() in ON_THEIR_OWN for t in words) and not any(map(is_possessive, words))
    kinds = ("media", "organisation") if alone else ("media", "organisation", "state")
    for word in words:
        other = at.get(word.i)
        if other and other is not figure and other.kind in kinds:
            return ids[other]
    return (
        None
        if alone
        else next((ids[f] for f in ids if f.kind == "state" and role.state and f.state == role.state), None)
    )


def _salience(document: Document, figure: Figure) -> Literal["main", "minor"]:
    """Main is who stands in the title or the opening, who is named often, and who speaks more than once."""
    if in_title(document, figure) or len(figure.places) >= _MANY_MENTIONS:
        return "main"
    spoken = sum(speaks(document, document.tokens[p.last - 1]) for p in figure.places)
    return "main" if spoken > 1 else "minor"

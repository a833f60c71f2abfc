"""What articles say and the actors in; out, the states that are a topic: those that articles are about.

The page of such a topic has every side: what others say about the state, and what it says itself where it is the
matter. One that nearly all articles speak about is where they come from, and no topic of theirs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from briefwright.corpus.matters import form, said
from briefwright.model.cast import Actor
from briefwright.model.corpus import Briefing

LEAST_ITEMS = 3
"""Positions and questions about a state that make an article one about it; one is enough where its headline has it."""
LEAST_ARTICLES, LEAST_VOICES = 3, 3
"""Articles about it, and other actors that speak about it."""
MOST_SHARE = 1 / 4
"""Of all articles, the share that speak about it from which on it is no topic."""


def find_lands(
    briefings: Sequence[Briefing], actors: Mapping[str, Actor], approved: Set[str]
) -> dict[str, frozenset[str]]:
    """Ids of the states that earn a page or are `approved`, each with the briefings, no copies, that are about it."""
    states = [a for a in actors.values() if a.kind == "state"]
    speaking: dict[str, Counter[str]] = defaultdict(Counter)
    voices: dict[str, set[str | None]] = defaultdict(set)
    for briefing in briefings:
        spoken = [(s.about, s.actor) for s in briefing.statements]
        for about, speaker in (*spoken, *((q.about, None) for q in briefing.questions)):
            for actor in about:
                speaking[actor][briefing.id] += 1
                voices[actor].add(speaker)
    titles = {b.id: said(b.title).folded for b in briefings}
    found = {}
    for state in states:
        on_it = frozenset(_about(state, speaking[state.id], titles))
        others = voices[state.id] - {None, state.id}
        enough = len(on_it) >= LEAST_ARTICLES and len(others) >= LEAST_VOICES
        if state.id in approved or (enough and len(speaking[state.id]) <= MOST_SHARE * len(briefings)):
            found[state.id] = on_it
    return found


def _about(state: Actor, speaking: Mapping[str, int], titles: Mapping[str, str]) -> Iterable[str]:
    names = [f" {name} " for name in map(form, (state.name, *state.forms)) if name]
    for briefing, number in speaking.items():
        if number >= LEAST_ITEMS or any(name in titles[briefing] for name in names):
            yield briefing

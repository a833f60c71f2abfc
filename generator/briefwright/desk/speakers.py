"""The words that name a source in; out the actors whose names stand in them, those of the article before all others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefwright.model.corpus import Corpus
from briefwright.model.factsheet import FactSheet
from briefwright.model.order import grouped

LEAST_SHARE = 0.6
"""Share of a source's words that names must fill: “a former Treasury official” speaks of one, and names none."""
MOST = 9
LONGEST = 8
"""Words of a name, at most."""
_WORD = re.compile(r"[^\W_]+(?:[.’'&-][^\W_]+)*")
_HOLLOW = frozenset("a an and by for from her his in its of on that the their".split())
"""Words of a source that name nobody and take away nothing from a name."""


@dataclass(frozen=True, slots=True)
class Named:
    """Actors, by id and name, whose names stand in a source, and the share of its words that they fill."""

    actors: tuple[tuple[str, str], ...]
    share: float


class Names:
    """All names of a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._in_sheets: dict[str, dict[tuple[str, ...], list[str]]] = {}
        self._ids: dict[tuple[str, ...], list[str]] = {}
        for actor in corpus.actors.values():
            self._ids.setdefault(_words(actor.name), []).append(actor.id)

    def in_source(self, source: str, sheet: FactSheet) -> Named | None:
        """Who is named in the source, if names make up most of it; names are written with capitals.

        Where all its words are capitals and nobody is known by them, somebody is named whom a person may know.
        """
        own = self._of_sheet(sheet)
        names = {actor.id: actor.name for actor in sheet.actors}
        words = _words(source)
        capitals = [w[0].isupper() and w.casefold() not in _HOLLOW for w in _WORD.findall(source)][-len(words) :]
        found: dict[str, str] = {}
        filled: set[int] = set()
        for start, end in _stretches(len(words)):
            if filled.isdisjoint(range(start, end)) and any(capitals[start:end]):
                for actor_id in own.get(words[start:end]) or self._ids.get(words[start:end]) or []:
                    found[actor_id] = names.get(actor_id) or self._corpus.actors[actor_id].name
                    filled |= set(range(start, end))
        telling = [i for i, word in enumerate(words) if word not in _HOLLOW]
        share = sum(i in filled for i in telling) / len(telling) if telling else 0.0
        if found:
            return Named(tuple(found.items())[:MOST], share) if share >= LEAST_SHARE else None
        is_name = len(telling) > 1 and all(capitals[i] for i in telling)
        return Named((), LEAST_SHARE) if is_name else None

    def _of_sheet(self, sheet: FactSheet) -> dict[tuple[str, ...], list[str]]:
        """The ids of a sheet's actors by each form of their names."""
        if sheet.article.id not in self._in_sheets:
            forms = ((_words(form), a.id) for a in sheet.actors for form in (a.name, *a.aliases))
            self._in_sheets[sheet.article.id] = {form: list(ids) for form, ids in grouped(forms).items()}
        return self._in_sheets[sheet.article.id]

    def like(self, typed: str, sheet: FactSheet) -> tuple[tuple[str, str], ...]:
        """Whom a person means by an id, a name or a part of it: actors of the sheet, then of the corpus."""
        wanted = " ".join(typed.casefold().split())
        if not wanted:
            return ()
        everybody = {a.id: (a.name, a.aliases) for a in sheet.actors}
        everybody |= {a.id: (a.name, a.forms) for a in self._corpus.actors.values() if a.id not in everybody}
        exact = [(i, n) for i, (n, forms) in everybody.items() if wanted in (i, *(f.casefold() for f in (n, *forms)))]
        parts = [(i, n) for i, (n, _) in everybody.items() if wanted in n.casefold()]
        return tuple(exact or parts)[:MOST]


def _stretches(length: int) -> Iterator[tuple[int, int]]:
    """Stretches of words, the longest first."""
    for size in range(min(LONGEST, length), 0, -1):
        for start in range(length - size + 1):
            yield start, start + size


def _words(text: str) -> tuple[str, ...]:
    words = tuple(w.casefold() for w in _WORD.findall(text))
    return words[1:] if words[:1] == ("the",) else words

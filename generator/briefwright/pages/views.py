"""What templates are told beyond the corpus: statements grouped by sentence and by speaker, the matrix, the edition.

Corpus in, small named tuples out, in the order of display; no HTML.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from briefwright.model.corpus import Briefing, Corpus, Statement, grouped
from briefwright.pages.labels import Labels

LEAD_STATEMENTS = 4


class Voice(NamedTuple):
    """An actor (None: nobody is named) and its statements, those of one sentence together."""

    actor: str | None
    sentences: list[list[Statement]]
    total: int


def by_sentence(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Statements of one speaker in one sentence together, unless their evidence overlaps."""
    groups: dict[object, list[list[Statement]]] = {}
    order: list[list[Statement]] = []
    for s in statements:
        key = (s.sheet, s.actor, s.source if s.actor is None else None, s.via, s.passage.context or s.id)
        for group in groups.get(key, []):
            taken = [e for other in group for e in other.passage.evidence]
            if s.passage.evidence and not any(e.overlaps(t) for e in s.passage.evidence for t in taken):
                group.append(s)
                break
        else:
            group = [s]
            groups.setdefault(key, []).append(group)
            order.append(group)
    return [sorted(g, key=lambda s: s.passage.evidence[:1]) if len(g) > 1 else g for g in order]


def voices(briefing: Briefing) -> list[Voice]:
    """Who speaks in a briefing: main actors by number of statements, then minor ones, then sources without a name."""
    main = {a.actor for a in briefing.cast if a.main}
    said = grouped((s.actor, s) for s in briefing.statements)
    order = sorted(said, key=lambda actor: (actor is None, actor not in main, -len(said[actor])))
    return [Voice(actor, by_sentence(said[actor]), len(said[actor])) for actor in order]


def origins(briefings: Iterable[Briefing]) -> int:
    """How many independent texts these articles are."""
    return len({b.origin.sheet if b.origin else b.id for b in briefings})


def sources(labels: Labels, briefings: Collection[Briefing]) -> str:
    """“three articles”, “four articles, one origin”: the second number only where some repeat others."""
    articles, number = labels.text("count.articles", n=len(briefings)), origins(briefings)
    if number == len(briefings):
        return articles
    return labels.text("count.articles_of_origins", n=number, articles=articles)


def lead_briefing(corpus: Corpus) -> Briefing | None:
    """The newest article; of several on one day the one with the most main actors."""
    originals = [b for b in corpus.briefings if b.origin is None]
    newest = [b for b in originals if b.day == originals[0].day]
    return max(newest, key=lambda b: sum(a.main for a in b.cast), default=None)


def different_acts(briefing: Briefing) -> list[Statement]:
    """A few statements for the front page: of different acts where there are, main actors first."""
    main = {a.actor for a in briefing.cast if a.main}
    ranked = sorted(briefing.statements, key=lambda s: (s.actor is None, s.actor not in main, not s.passage.evidence))
    chosen = list({s.act: s for s in reversed(ranked)}.values())
    chosen.sort(key=ranked.index)
    speakers = Counter(s.actor for s in chosen)
    for s in ranked:
        if s not in chosen and not speakers[s.actor]:
            chosen.append(s)
            speakers[s.actor] += 1
    first = chosen[:LEAD_STATEMENTS]
    return [s for s in briefing.statements if s in first]


def speakers(statements: Iterable[Statement]) -> list[tuple[str, int]]:
    """Actors with the number of their statements, most first."""
    return most(s.actor for s in statements if s.actor is not None)


def most(ids: Iterable[str]) -> list[tuple[str, int]]:
    """Each with how often it stands there, most first."""
    return sorted(Counter(ids).items(), key=lambda item: (-item[1], item[0]))

"""What templates are told beyond the corpus: statements grouped by sentence and by speaker, the matrix, the edition.

Corpus in, small named tuples out, in the order of display; no HTML.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from briefwright.model.corpus import Briefing, Corpus, Statement, grouped
from briefwright.model.factsheet import Act
from briefwright.pages.acts import ACTS
from briefwright.pages.labels import Labels

MATRIX_ROWS = 14
MATRIX_COLUMNS = 6
LEAD_STATEMENTS = 4


class Voice(NamedTuple):
    """An actor (None: nobody is named) and its statements, those of one sentence together."""

    actor: str | None
    sentences: list[list[Statement]]
    total: int


class Row(NamedTuple):
    """A row of the matrix: an actor and, for each column, its statements there."""

    actor: str
    cells: list[list[Statement]]
    total: int


class Matrix(NamedTuple):
    """Actors by acts; `other` where the last column gathers the rarer acts."""

    columns: list[Act]
    other: bool
    rows: list[Row]
    left_out: int
    """Actors below the last row."""


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
    counts = Counter(s.actor for s in statements if s.actor is not None)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def matrix(statements: Sequence[Statement]) -> Matrix | None:
    """Who speaks how: the acts that occur, the most frequent first; None where there is nothing to compare."""
    named = [s for s in statements if s.actor is not None]
    acts = Counter(s.act for s in named)
    ranked = speakers(named)
    if len(ranked) < 2:
        return None
    columns = sorted(acts, key=lambda act: (-acts[act], list(ACTS).index(act)))
    other = len(columns) > MATRIX_COLUMNS
    shown = columns[: MATRIX_COLUMNS - 1] if other else columns
    said = grouped((s.actor, s) for s in named)
    rows = []
    for actor, total in ranked[:MATRIX_ROWS]:
        cells = [[s for s in said[actor] if s.act == act] for act in shown]
        if other:
            cells.append([s for s in said[actor] if s.act not in shown])
        rows.append(Row(actor, cells, total))
    return Matrix(shown, other, rows, max(0, len(ranked) - MATRIX_ROWS))


def recurring(corpus: Corpus, statements: Iterable[Statement]) -> list[tuple[str, list[Statement]]]:
    """Topics on which an actor speaks in two articles or more, with the statements, earliest first."""
    said = grouped((topic, s) for s in statements for topic in s.topics)
    found = [
        (t, sorted(said[t], key=lambda s: corpus.by_id[s.sheet].day or "9999")) for t in corpus.topics if t in said
    ]
    return [(t, s) for t, s in found if len({x.sheet for x in s}) > 1]

"""Who speaks how, on what and about whom: statements in; out, a table of actors by acts, topics or actors.

A cell is told by its number, its acts and its first statement, which is enough to draw it and to lead on from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefwright.model.corpus import Corpus, Statement
from briefwright.model.factsheet import Act
from briefwright.model.order import grouped
from briefwright.pages.acts import ACTS

ROWS = 14
FURTHER_ROWS = 46
"""Folded below the first ones; a table of more says less than the pages of the actors."""
TOPIC_COLUMNS = 8
SUBJECT_COLUMNS = 14
SLIM_COLUMNS = 5
"""A phone has room for so many and for one that gathers the others."""

Pair = tuple[str, Statement]
"""A column and a statement that belongs there; a statement may belong to several columns."""


class Cell(NamedTuple):
    """The statements of one actor in one column; of a cell that gathers columns, that of its first statement."""

    column: str
    number: int
    acts: tuple[Act, ...]
    first: Statement


class Row(NamedTuple):
    """A row: an actor's cells, None where it says nothing, and the distinct statements of the whole row."""

    actor: str
    cells: tuple[Cell | None, ...]
    other: Cell | None
    """What falls into columns that are not shown."""
    slim: Cell | None
    """What falls into columns that are not shown where there is room for `SLIM_COLUMNS` only."""
    total: int


class Matrix(NamedTuple):
    """Actors by columns, both with the most statements first."""

    columns: tuple[str, ...]
    more_columns: int
    """How many columns have no place of their own."""
    rows: tuple[Row, ...]
    further: tuple[Row, ...]
    left_out: int
    """Actors below the last row."""
    acts: frozenset[Act]
    """Those that occur."""

    @property
    def slim(self) -> bool:
        """Whether a narrow screen shows fewer columns than a wide one."""
        return len(self.columns) > SLIM_COLUMNS + (self.more_columns == 0)


def by_act(statements: Iterable[Statement]) -> Matrix | None:
    """Actors by acts."""
    return cross([(s.act, s) for s in statements], len(ACTS))


def by_topic(statements: Iterable[Statement]) -> Matrix | None:
    """Actors by the topics that most is said on."""
    return cross([(t, s) for s in statements for t in s.topics], TOPIC_COLUMNS)


def by_subject(about: Iterable[Pair]) -> Matrix | None:
    """Actors by the actors that they speak about; `about` as `spoken_about` gives it."""
    return cross(about, SUBJECT_COLUMNS)


def spoken_about(corpus: Corpus) -> list[Pair]:
    """Each actor with each statement about it, as its page shows them: nobody speaks about itself."""
    return [(actor, s) for actor in corpus.actors for s in corpus.said_about(actor)]


def cross(pairs: Iterable[Pair], most_columns: int) -> Matrix | None:
    """Actors by columns, `most_columns` of them and a last one for the others; None for fewer than two actors."""
    named = [(column, s) for column, s in pairs if s.actor is not None]
    said: dict[str, list[Pair]] = {}
    for column, s in named:
        said.setdefault(str(s.actor), []).append((column, s))
    totals = {actor: len(_distinct(found)) for actor, found in said.items()}
    if len(said) < 2:
        return None
    sizes = Counter(column for column, _ in named)
    ranked = sorted(sizes, key=lambda column: (-sizes[column], column))
    columns = tuple(ranked if len(ranked) <= most_columns else ranked[: most_columns - 1])
    actors = sorted(said, key=lambda actor: (-totals[actor], actor))
    rows = [_row(actor, said[actor], columns, totals[actor]) for actor in actors[: ROWS + FURTHER_ROWS]]
    return Matrix(
        columns=columns,
        more_columns=len(ranked) - len(columns),
        rows=tuple(rows[:ROWS]),
        further=tuple(rows[ROWS:]),
        left_out=len(actors) - len(rows),
        acts=frozenset(s.act for _, s in named),
    )


def _row(actor: str, pairs: Sequence[Pair], columns: Sequence[str], total: int) -> Row:
    found = grouped(pairs)
    beyond = [p for p in pairs if p[0] not in columns]
    slim = [p for p in pairs if p[0] not in columns[:SLIM_COLUMNS]]
    cells = tuple(_cell([(c, s) for s in found.get(c, ())]) for c in columns)
    return Row(actor, cells, _cell(beyond), _cell(slim), total)


def _cell(pairs: Sequence[Pair]) -> Cell | None:
    if not pairs:
        return None
    statements = _distinct(pairs).values()
    acts = Counter(s.act for s in statements)
    ordered = sorted(acts, key=lambda act: (-acts[act], list(ACTS).index(act)))
    return Cell(pairs[0][0], len(statements), tuple(ordered), pairs[0][1])


def _distinct(pairs: Iterable[Pair]) -> dict[tuple[str, str], Statement]:
    return {(s.sheet, s.id): s for _, s in pairs}

"""Long lists of statements: statements in; out, a few sentences in full, then a line each, then only their articles.

A page that grows with the corpus would be read by nobody; what is cut short here stands in full on the briefings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefwright.model.corpus import Corpus, Statement
from briefwright.model.order import grouped
from briefwright.pages.views import by_sentence, most

LINES = 120
"""So many statements get a line; the page of an actor who is in every article stays below 400 kB."""
OPEN_SIDES = 14
"""As many as a matrix has rows: the statement that a cell of these leads to stands there in full."""
IN_FULL = 2

Folded = tuple[str, tuple[Statement, ...]]
"""An article and its statements."""


class Listing(NamedTuple):
    """Statements in the order in which they came, nothing twice."""

    full: list[list[Statement]]
    """Sentences."""
    lines: list[Folded]
    articles: list[Folded]
    """Below the last line."""
    total: int


class Side(NamedTuple):
    """What one speaker says, None for all sources without a name."""

    actor: str | None
    said: Listing
    sheets: tuple[str, ...]
    """In which it does; none of them repeats another."""
    camp: str | None
    """The actor to whom it belongs, as others do who speak here; such sides stand together."""


class Sides(NamedTuple):
    """Camps and speakers with most statements first, sources without a name last; `further` say least, folded."""

    open: list[Side]
    further: list[Side]


class Turn(NamedTuple):
    """A statement in its place in time."""

    statement: Statement
    before: Statement | None
    """What its speaker said before and turns from with it."""
    again: tuple[Statement, ...] = ()
    """Those of other articles in which the speaker says the same, which have no turn of their own."""


def listing(statements: Sequence[Statement], full: int, lines: int = LINES) -> Listing:
    """The first sentences and the first of each act in full, `full` or more; the rest a line each, `lines` at most."""
    if not statements:
        return Listing([], [], [], 0)
    sentences = by_sentence(statements) if full else []
    acts = {s.act: n for n, group in reversed(list(enumerate(sentences))) for s in group}
    chosen = set(acts.values())
    chosen.update([n for n in range(len(sentences)) if n not in chosen][: max(0, full - len(chosen))])
    shown = [sentences[n] for n in sorted(chosen)]
    taken = {(s.sheet, s.id) for group in shown for s in group}
    rest = [s for s in statements if (s.sheet, s.id) not in taken]
    return Listing(shown, _by_sheet(rest[:lines]), _by_sheet(rest[lines:]), len(statements))


def first_words(statements: Sequence[Statement], full: int) -> Listing:
    """The same without the rest, which stands elsewhere."""
    return listing(statements, full)._replace(lines=[], articles=[])


def sides(corpus: Corpus, statements: Sequence[Statement], open_sides: int = OPEN_SIDES) -> Sides:
    """The statements of each speaker; those of the first `open_sides` partly in full."""
    said = grouped((s.actor, s) for s in statements)
    order = sorted(said, key=lambda actor: (actor is None, -len(said[actor]), actor or ""))
    found: list[Side] = []
    left = LINES
    for place, actor in enumerate(order):
        own = listing(said[actor], IN_FULL if place < open_sides else 0, left)
        found.append(Side(actor, own, tuple(dict.fromkeys(s.sheet for s in said[actor])), None))
        left -= sum(len(part) for _, part in own.lines)
    return Sides(_in_camps(corpus, found, open_sides), found[open_sides:])


def _in_camps(corpus: Corpus, found: Sequence[Side], first: int) -> list[Side]:
    """The first sides, those of one camp together, the largest camp first; who is alone in one among all has none."""
    heads = {side.actor: camp_head(corpus, side.actor) for side in found}
    speakers = Counter(heads.values())
    told: Counter[str | None] = Counter()
    for side in found:
        told[heads[side.actor]] += side.said.total
    of_several = {head for head, number in speakers.items() if number > 1}
    camps = [s._replace(camp=heads[s.actor] if heads[s.actor] in of_several else None) for s in found[:first]]
    return sorted(camps, key=lambda s: (s.camp is None, s.camp and (-told[s.camp], s.camp)))


def camp_head(corpus: Corpus, actor: str | None) -> str | None:
    """Where the affiliations that begin at an actor end; itself if it belongs to nobody."""
    passed: list[str] = []
    while actor and actor not in passed:
        passed.append(actor)
        actor = corpus.actors[actor].affiliation
    return min(passed) if actor else passed[-1] if passed else None


def spokes(statements: Iterable[Statement]) -> list[tuple[str, Statement, int]]:
    """Each speaker with the first of its statements and their number, most first."""
    said = grouped((s.actor, s) for s in statements if s.actor is not None)
    return [(actor, said[actor][0], n) for actor, n in most(a for a, own in said.items() for _ in own)]


def claims(corpus: Corpus, statements: Iterable[Statement]) -> list[tuple[Statement, ...]]:
    """The claims of several articles that these statements are part of or against: most origins first, then articles.

    What stands whole below another claim, as against it, has no place of its own.
    """
    said = [(s.sheet, s.id) for s in statements]
    against = ((s.sheet, s.id) for address in said for s in corpus.denials.get(address, ()))
    among = dict.fromkeys(corpus.claims[address] for address in (*said, *against) if address in corpus.claims)
    found: dict[tuple[Statement, ...], None] = {}
    below: set[Statement] = set()
    for claim in sorted(among, key=lambda claim: _carriers(corpus, claim)):
        if not below.issuperset(claim):
            found[claim] = None
            below.update(corpus.denials.get((claim[0].sheet, claim[0].id), ()))
    return list(found)


def _carriers(corpus: Corpus, claim: tuple[Statement, ...]) -> tuple[int, int]:
    """How a claim ranks: by its origins, then by its articles."""
    return -len({corpus.made_by[s.sheet, s.id] for s in claim}), -len({s.sheet for s in claim})


def changed(corpus: Corpus, statements: Iterable[Statement]) -> list[tuple[Statement | None, Statement]]:
    """Those of the statements with which their speaker turns, each behind what it turns from."""
    turned = ((s, (s.sheet, s.id)) for s in statements)
    return [(corpus.changes[address], s) for s, address in turned if address in corpus.changes]


def over_time(corpus: Corpus, statements: Iterable[Statement]) -> list[tuple[str, list[Turn]]]:
    """Topics on which an actor speaks in two articles or more, most statements first; these in the order of time."""
    said = grouped((topic, s) for s in statements for topic in s.topics)
    found = [(topic, own) for topic, own in said.items() if len({s.sheet for s in own}) > 1]
    found.sort(key=lambda each: (-len(each[1]), each[0]))
    return [(topic, _turns(corpus, own)) for topic, own in found]


def newest_first(corpus: Corpus, turns: Iterable[Turn]) -> list[Turn]:
    """The newest day first, undated last; what the speaker says alike in several articles is told once."""
    by_day = grouped((corpus.by_id[t.statement.sheet].day or "", t) for t in turns)
    left = {(t.statement.sheet, t.statement.id): t for day in sorted(by_day, reverse=True) for t in by_day[day]}
    found: list[Turn] = []
    for address in list(left):
        if turn := left.pop(address, None):
            alike = [left.pop((s.sheet, s.id), None) for s in corpus.claims.get(address, ())]
            found.append(turn._replace(again=tuple(t.statement for t in alike if t)))
    return found


def _turns(corpus: Corpus, statements: Iterable[Statement]) -> list[Turn]:
    by_day = grouped((corpus.by_id[s.sheet].day or "9999", s) for s in statements)
    return [Turn(s, corpus.changes.get((s.sheet, s.id))) for day in sorted(by_day) for s in by_day[day]]


def _by_sheet(statements: Iterable[Statement]) -> list[Folded]:
    return list(grouped((s.sheet, s) for s in statements).items())

"""What the parser got wrong on the invented articles in; ten mistakes to show, chosen by a fixed rule, out.

Five are wrong readings: positions that are not in the sheet, have the wrong actor, have the wrong act, in turn, each
time the one that the parser was surest of. Five are misses: main actors, open questions and positions of main actors
in turn. No article gives more than two of either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefwright.corpus.sentences import sentences
from briefwright.evaluation import Comparison, Mistake
from briefwright.model.factsheet import Actor, Event, FactSheet, Item, OpenQuestion, Position

Measured = tuple[FactSheet, str, Comparison]
"""A sheet, its text, and what came of it."""
EACH = 5
MOST_OF_ONE = 2
Candidate = tuple[float, int, int, Mistake]
"""What is shown first, the smallest first: minus the score, number of the article, place in it; and the mistake."""


def ten_errors(measured: list[Measured]) -> list[dict[str, str]]:
    """The mistakes as words: title of the article, sentence, what was read, what is right."""
    all_of_them = [
        (-(getattr(m.found, "score", None) or 0.0), n, _place(text, m.item), m)
        for n, (_, text, comparison) in enumerate(measured)
        for m in comparison.mistakes
    ]
    wrong = [
        [c for c in all_of_them if isinstance(c[3].found, Position) and c[3].fault == fault]
        for fault in ("false", "actor", "act")
    ]
    missed = [
        [c for c in all_of_them if c[3].fault == "missed" and isinstance(c[3].item, kind)]
        for kind in (Actor, OpenQuestion, Position)
    ]
    important = [[c for c in some if _important(measured[c[1]][0], c[3].item)] for some in missed]
    return [_told(measured[n], mistake) for _, n, _, mistake in (*_in_turn(wrong), *_in_turn(important))]


def _in_turn(kinds: list[list[Candidate]]) -> Iterator[Candidate]:
    """The first of each kind, then the second, as long as an article has not given its share."""
    given: Counter[int] = Counter()
    queues = [sorted(kind, key=lambda candidate: candidate[:3]) for kind in kinds]
    while given.total() < EACH and any(queues):
        for queue in queues:
            open_ones = [c for c in queue if given[c[1]] < MOST_OF_ONE]
            queue[:] = open_ones[1:]
            if open_ones and given.total() < EACH:
                given[open_ones[0][1]] += 1
                yield open_ones[0]


def _important(sheet: FactSheet, item: Item) -> bool:
    main = {actor.id for actor in sheet.actors if actor.salience == "main"}
    return isinstance(item, OpenQuestion) or (item.actor if isinstance(item, Position) else item.id) in main


def _place(text: str, item: Item) -> int:
    """Where the item stands: its evidence, or the first mention of an actor's name."""
    if isinstance(item, Actor):
        return min((at for name in (item.name, *item.aliases) if (at := text.find(name)) >= 0), default=0)
    return int(item.evidence[0].start) if isinstance(item, Position | OpenQuestion | Event) else 0


def _told(measured: Measured, mistake: Mistake) -> dict[str, str]:
    sheet, text, _ = measured
    at = _place(text, mistake.item)
    sentence = next(text[s.start : s.end] for s in sentences(text) if s.end > at)
    return {
        "article": sheet.article.title,
        "sentence": " ".join(sentence.split()),
        "read": _reading(mistake.found),
        "right": _reading(mistake.gold),
    }


def _reading(item: Item | None) -> str:
    match item:
        case Actor():
            return f"{item.name} is an actor ({item.kind})"
        case Position():
            score = f", score {item.score:.2f}" if item.score is not None else ""
            return f"{item.actor or 'nobody named'}, {item.act}: “{item.statement}”{score}"
        case OpenQuestion():
            return f"open, {item.kind}: {item.question}"
    return "nothing"

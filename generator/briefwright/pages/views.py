"""What templates are told beyond the corpus: statements grouped by sentence and by speaker, the matrix, the edition.

Corpus in, small named tuples out, in the order of display; no HTML.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from briefwright.model.corpus import Briefing, Corpus, Dispute, Statement
from briefwright.model.order import grouped
from briefwright.pages.labels import Labels

LEAD_STATEMENTS = 4
SURE = 0.8
"""Score from which a reading may stand on the front page though others are there."""
BY_CUE = 60
"""Letters that a claim's name may be longer if it does not begin with the verb of who says it."""


class Voice(NamedTuple):
    """An actor (None: nobody is named) and its statements, those of one sentence together."""

    actor: str | None
    sentences: list[list[Statement]]
    total: int


def by_sentence(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Statements of one speaker together that would show the same sentence, in the order of the first of each group."""
    order: list[list[Statement]] = []
    for by_speaker in grouped(((s.sheet, s.actor, s.via), s) for s in statements).values():
        groups: list[list[Statement]] = []
        for s in by_speaker:
            touched = [g for g in groups if any(_share_a_sentence(s, other) for other in g)]
            for group in touched[1:]:  # s stands on what parted them
                touched[0] += group
                groups.remove(group)
            if touched:
                touched[0].append(s)
            else:
                groups.append([s])
        order += groups
    place = {(s.sheet, s.id): i for i, s in enumerate(statements)}
    order.sort(key=lambda g: min(place[s.sheet, s.id] for s in g))
    return [sorted(g, key=lambda s: s.passage.evidence) for g in order]


def _share_a_sentence(one: Statement, other: Statement) -> bool:
    return any(a.overlaps(b) for a in one.passage.context for b in other.passage.context)


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
    if origins(briefings) == len(briefings):
        return labels.text("count.articles", n=len(briefings))
    return independent(labels, briefings)


def independent(labels: Labels, briefings: Collection[Briefing]) -> str:
    """“three articles, three origins”: of several that say the same the second number is what counts."""
    articles, number = labels.text("count.articles", n=len(briefings)), origins(briefings)
    if len(briefings) == 1:
        return articles
    return labels.text("count.articles_of_origins", n=number, articles=articles)


def anchor(dispute: Dispute) -> str:
    """The place of a dispute on the page of all."""
    first = dispute.earlier[0]
    return f"d-{first.sheet}.{first.id}"


def shortest(statements: Iterable[Statement]) -> Statement:
    """The one with the fewest letters, of equal ones the first: it names the claim that they all are.

    A wording that begins with its cue (“accused …”) says less by itself, and names it where others are so much longer.
    """
    return min(statements, key=lambda s: len(s.wording) + BY_CUE * _by_cue(s))


def _by_cue(statement: Statement) -> bool:
    return statement.cue is not None and statement.wording.lower().startswith(statement.cue.lower())


def lead_briefing(corpus: Corpus) -> Briefing | None:
    """The newest article; of several on one day the one with the most main actors."""
    originals = [b for b in corpus.briefings if b.origin is None]
    newest = [b for b in originals if b.day == originals[0].day]
    return max(newest, key=lambda b: sum(a.main for a in b.cast), default=None)


def different_acts(briefing: Briefing) -> list[Statement]:
    """A few statements for the front page: surely read, of different acts and speakers, main actors first.

    What the parser is less sure of comes only where there is nothing else.
    """
    main = {a.actor for a in briefing.cast if a.main}
    left = sorted(briefing.statements, key=lambda s: (s.actor is None, s.actor not in main, not s.passage.evidence))
    chosen: list[Statement] = []
    heard: Counter[str | None] = Counter({None: 1})  # a source without a name comes after those with one
    while left and len(chosen) < LEAD_STATEMENTS:
        following = min(left, key=lambda s: (not is_surely_read(s), 2 * heard[s.actor] + heard[s.act]))
        left.remove(following)
        chosen.append(following)
        heard.update((following.act, following.actor))
    return [s for s in briefing.statements if s in chosen]


def is_surely_read(statement: Statement) -> bool:
    """Whether a person read it, or the parser with so much certainty that it may stand where it is read first."""
    return statement.edited or statement.score is None or statement.score >= SURE


def named_after(corpus: Corpus) -> dict[str, str]:
    """By the id of a topic, the actor of the same name: a state rather than another."""
    by_name = {a.name.casefold(): a.id for a in sorted(corpus.actors.values(), key=lambda a: a.kind == "state")}
    names = {topic.id: topic.name.casefold() for topic in corpus.topics.values()}
    return {topic: by_name[name] for topic, name in names.items() if name in by_name}


def speakers(statements: Iterable[Statement]) -> list[tuple[str, int]]:
    """Actors with the number of their statements, most first."""
    return most(s.actor for s in statements if s.actor is not None)


def most(ids: Iterable[str]) -> list[tuple[str, int]]:
    """Each with how often it stands there, most first."""
    return sorted(Counter(ids).items(), key=lambda item: (-item[1], item[0]))

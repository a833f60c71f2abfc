"""The front page as an edition: a corpus in; out, what is new in the week up to its day, what lies ahead.

No clock: the edition before is the one of a week earlier, so that the same sheets always make the same edition.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from briefwright.model.corpus import Briefing, Corpus, Event, Question, Statement
from briefwright.model.order import grouped
from briefwright.pages import views
from briefwright.pages.pressing import is_late, is_quiet, once, weightiest

DAYS = 7
"""An edition tells what is dated in so many days up to its own."""
MORE_ARTICLES = 6
RAIL_AHEAD = 5
OPEN = 6
RAIL_LATE = 3
OPEN_OF_ONE = 2
"""Of them so many of one article."""
TOPICS = 8


class Edition(NamedTuple):
    """What the front page is told."""

    since: date | None
    """Day of the edition before; None where no article is dated."""
    fresh: list[Briefing]
    """Articles since then, but for copies, newest first; all where none is dated."""
    lead: Briefing | None
    picked: list[Statement]
    """A few statements of the lead article."""
    further: list[Briefing]
    """More of what is fresh."""
    earlier: list[Briefing]
    """What fills the page up where little is fresh."""
    said: int
    """Statements in what is fresh."""
    opened: int
    """Questions that it opened."""
    answered: list[Question]
    """Questions that it answered, as a person found."""
    came_due: int
    """Questions whose day passed since the edition before."""
    overdue: list[Question]
    """The weightiest first."""
    late: list[Question]
    """The first of them, each matter of a day once."""
    open: list[Question]
    """The weightiest, of many articles."""
    live: int
    """Open questions, overdue or not, on which an article has been lately."""
    quiet_ones: int
    """All other open ones."""
    ahead: list[Question | Event]
    """What is due or announced, the next first."""
    topics: list[tuple[str, int, int]]
    """A topic, its statements, those of them that are fresh; of most statements first."""


def edition(corpus: Corpus) -> Edition:
    """The edition of the corpus as of its day."""
    since = corpus.as_of - timedelta(days=DAYS) if corpus.as_of else None
    originals = [b for b in corpus.briefings if b.origin is None]
    fresh = [b for b in originals if since is None or (b.day and b.day > since.isoformat())]
    new = {b.id for b in fresh}
    lead = views.lead_briefing(corpus)
    others = [b for b in originals if b is not lead]
    further = [b for b in others if b.id in new][:MORE_ARTICLES]
    still_open = [q for q in corpus.questions if q.status == "open"]
    live = [q for q in still_open if not is_quiet(corpus, q)]
    overdue = weightiest(corpus, (q for q in live if is_late(corpus, q)))
    return Edition(
        since=since,
        fresh=fresh,
        lead=lead,
        picked=views.different_acts(lead) if lead else [],
        further=further,
        earlier=[b for b in others if b.id not in new][: MORE_ARTICLES - len(further)],
        said=sum(len(b.statements) for b in fresh),
        opened=sum(len(b.questions) for b in fresh),
        answered=[q for q in corpus.questions if _answered_in(q, new)],
        came_due=sum(1 for q in still_open if 0 < q.overdue <= DAYS),
        overdue=overdue,
        late=once(corpus, overdue)[:RAIL_LATE],
        open=_of_many_articles(weightiest(corpus, (q for q in live if not q.overdue and not q.due))),
        live=len(live),
        quiet_ones=len(still_open) - len(live),
        ahead=_ahead(corpus, live),
        topics=_topics(corpus, new),
    )


def _answered_in(question: Question, sheets: set[str]) -> bool:
    answer = question.answer
    return question.status == "answered" and bool(answer and answer.statement and answer.statement.sheet in sheets)


def _of_many_articles(questions: Iterable[Question]) -> list[Question]:
    """The first of them, but few of one article."""
    taken: Counter[str] = Counter()
    chosen = []
    for question in questions:
        taken[question.sheet] += 1
        if taken[question.sheet] <= OPEN_OF_ONE:
            chosen.append(question)
    return chosen[:OPEN]


def _ahead(corpus: Corpus, live: Sequence[Question]) -> list[Question | Event]:
    """What the next days bring, as far as the day or the month is known; of one day what newer articles say first."""
    newest = {b.id: i for i, b in enumerate(corpus.briefings)}
    dated: list[tuple[str, Question | Event]] = [
        (q.due, q) for q in live if q.due and q.left is not None and q.is_likely
    ]
    dated += [(e.date, e) for e, *_ in corpus.tellings if e.date and e.ahead]
    known = [(day, item) for day, item in dated if len(day) > len("2026")]
    known.sort(key=lambda d: (f"{d[0]}-99"[:10], newest[d[1].sheet]))  # in March: after its last day
    return once(corpus, (item for _, item in known))[:RAIL_AHEAD]


def _topics(corpus: Corpus, fresh: set[str]) -> list[tuple[str, int, int]]:
    """Half for what is fresh on them, the others for all that is said on them."""
    said = grouped((t, s) for s in corpus.statements for t in s.topics)
    counts = [(t, len(said[t]), sum(s.sheet in fresh for s in said[t])) for t in corpus.topics if t in said]
    counts.sort(key=lambda c: (-c[1], c[0]))
    chosen = sorted((c for c in counts if c[2]), key=lambda c: -c[2])[: TOPICS // 2]
    chosen += [c for c in counts if c not in chosen][: TOPICS - len(chosen)]
    return [c for c in counts if c in chosen]

"""The lists of all that there is: corpus in, drafts of their pages out, each with its filters.

Of what is too long for one page the newest, or the most named, stands there, and all on pages by date or by letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from briefwright.model.cast import Actor
from briefwright.model.corpus import Briefing, Corpus, Event, Question
from briefwright.model.order import filed_under, grouped
from briefwright.model.text import slug
from briefwright.pages import filters, matrix, views
from briefwright.pages.activity import activity
from briefwright.pages.actor import much_discussed
from briefwright.pages.board import board, by_state, by_topic
from briefwright.pages.draft import Draft, part_title
from briefwright.pages.gaps import GAPS_SHOWN, KINDS, LISTED, MOST_OF_A_KIND, STALE_DAYS, Gaps
from briefwright.pages.labels import Labels
from briefwright.pages.periods import UNDATED, by_period
from briefwright.pages.pressing import is_quiet

MOST_BRIEFINGS, MOST_EVENTS, MOST_QUESTIONS, MOST_ACTORS = 100, 160, 160, 200
"""What one page may hold of all there is, and what then stands on the first page: a first visit stays below 150 kB."""
SHOWN_QUESTIONS = {
    "overdue": 40, "due": 20, "open": 60, "unsure": 30, "since": 20, "quiet": 60, "answered": 20, "dropped": 10
}  # fmt: skip
BY_TOPIC = "questions/by-topic/"
MOST_HEARD = 16
AHEAD = "ahead"
"""What is announced, a section of its own."""
GAP_HEADINGS = {
    "not-heard": "gaps.not_heard",
    "declined": "briefing.declined",
    "one-side": "gaps.one_side",
    "one-origin": "gaps.one_origin",
    "one-source": "gaps.one_source",
    "unnamed": "gaps.unnamed",
    "names": "gaps.names",
    "pronouns": "gaps.pronouns",
    "unanswered": "gaps.unanswered",
    "stale": "gaps.stale",
    "incomplete": "gaps.incomplete",
    "unread": "gaps.unread",
}
"""The label of each kind of gap."""


def briefings(corpus: Corpus, labels: Labels) -> Iterator[Draft]:
    """All briefings, newest first."""
    by_date = by_period(corpus.briefings, lambda b: b.day, MOST_BRIEFINGS, "briefings/by-date/")
    over_time = activity(b.day for b in corpus.briefings)

    def draft(path: str, shown: Sequence[Briefing], period: str = "") -> Draft:
        found = filters.by_outlet_and_month(labels, shown, dated=bool(period) or not by_date.pages)
        told = {"shown": shown, "filters": found, "periods": by_date, "period": period, "activity": over_time}
        title = part_title(labels, labels.text("briefings.title"), period)
        return Draft("briefings", path, title, "briefings/", told)

    yield draft("briefings/", corpus.briefings[:MOST_BRIEFINGS])
    for period in by_date.pages:
        yield draft(by_date.path(period), period.items, period.key)


def actors(corpus: Corpus, labels: Labels) -> Iterator[Draft]:
    """All actors by name."""
    named = grouped((a.actor, b) for b in corpus.briefings for a in b.cast)
    everyone = tuple(corpus.actors.values())
    letters = grouped((_initial(a.name), a) for a in everyone) if len(everyone) > MOST_ACTORS else {}
    paths = {letter: f"actors/by-name/{slug(letter) if letter != '#' else 'other'}/" for letter in letters}
    about, known = matrix.spoken_about(corpus), corpus.known_actors(corpus.actors)
    everywhere = {
        "said": {a: n for a in corpus.actors if (n := len(corpus.said_by(a)))},
        "heard": views.speakers(corpus.by_known(corpus.statements))[:MOST_HEARD],
        "briefings_with": named,
        "matrix": matrix.by_subject(p for p in about if p[0] in known and (p[1].actor is None or p[1].actor in known)),
        "common": corpus.common_among(s for _, s in about),
        "much_discussed": much_discussed(corpus),
        "letters": [(letter, paths[letter], len(found)) for letter, found in letters.items()],
    }

    def draft(path: str, shown: Sequence[Actor], letter: str = "") -> Draft:
        speaking = [a for a in shown if corpus.said_by(a.id)]
        found = filters.by_actor_kind(labels, speaking)
        classes = {a.id: kind for a, kind in zip(speaking, found.classes, strict=True)}
        by_letter = grouped((_initial(a.name), a) for a in shown)
        told = {"by_letter": by_letter, "filters": found, "classes": classes, "letter": letter, **everywhere}
        title = part_title(labels, labels.text("actors.title"), letter)
        return Draft("actors", path, title, "actors/", told, description=labels.text("actors.note"))

    most_named = {a.id for a in sorted(everyone, key=lambda a: -len(named.get(a.id, ())))[:MOST_ACTORS]}
    yield draft("actors/", [a for a in everyone if a.id in most_named] if letters else everyone)
    for letter, found in letters.items():
        yield draft(paths[letter], found, letter)


def questions(corpus: Corpus, labels: Labels) -> Iterator[Draft]:
    """The board of questions by state, and what of it is live by topic."""
    by_date = by_period(corpus.questions, lambda q: corpus.by_id[q.sheet].day, MOST_QUESTIONS, "questions/")
    topics = by_topic(corpus, corpus.questions)
    quiet = sum(is_quiet(corpus, q) for q in corpus.questions)
    everywhere = {"periods": by_date, "quiet": quiet, "by_topic": BY_TOPIC if len(topics) > 1 else ""}

    def draft(path: str, shown: Sequence[Question], period: str = "") -> Draft:
        told = {**board(corpus, labels, shown)._asdict(), "total": len(shown), "period": period, **everywhere}
        title = part_title(labels, labels.text("questions.title"), period)
        return Draft("questions", path, title, "questions/", told, description=labels.text("questions.note"))

    first = [q for state, found in by_state(corpus, corpus.questions).items() for q in found[: SHOWN_QUESTIONS[state]]]
    yield draft("questions/", first if by_date.pages else corpus.questions)
    for period in by_date.pages:
        yield draft(by_date.path(period), period.items, period.key)
    if len(topics) > 1:
        yield _on_topics(corpus, labels, topics, everywhere)


def _on_topics(
    corpus: Corpus, labels: Labels, topics: Mapping[str, Sequence[Question]], told: Mapping[str, object]
) -> Draft:
    names = {t: corpus.topics[t].name if t else labels.text("questions.no_topic") for t in topics}
    sections = [(f"on-{t or 'none'}", name, True) for t, name in names.items()]
    title = labels.text("page.part", title=labels.text("questions.title"), part=labels.text("questions.by_topic"))
    told = {"topics": topics, "names": names, "period": "", **told}
    return Draft("questions_by_topic", BY_TOPIC, title, "questions/", told, sections)


def timeline(corpus: Corpus, labels: Labels) -> Iterator[Draft]:
    """All events, each once, earliest first; of too many the announced and then the newest stand on the first page."""
    by_date = by_period(corpus.tellings, lambda telling: telling[0].date, MOST_EVENTS, "timeline/")

    def draft(path: str, shown: Sequence[tuple[Event, ...]], period: str = "") -> Draft:
        found = filters.by_tense(labels, [telling[0] for telling in shown])
        pairs = zip(shown, found.classes, strict=True)

        def section(event: Event) -> str:
            return AHEAD if event.ahead and by_date.pages and not period else _year(event)

        years = grouped((section(telling[0]), (telling, classes)) for telling, classes in pairs)
        names = {year: labels.span(year) for year in years}
        told = {"years": years, "names": names, "filters": found, "periods": by_date, "period": period}
        title = part_title(labels, labels.text("timeline.title"), period)
        sections = [(f"y-{year}", name, True) for year, name in names.items()]
        return Draft("timeline", path, title, "timeline/", told, sections, description=labels.text("timeline.note"))

    past = [t for t in corpus.tellings if t[0].date and not t[0].ahead]
    past.sort(key=lambda t: t[0].date or "", reverse=True)  # here, too, what is only known to the year comes last
    newest = [*(t for t in corpus.tellings if t[0].ahead), *past[:MOST_EVENTS]]
    yield draft("timeline/", newest if by_date.pages else corpus.tellings)
    for period in by_date.pages:
        yield draft(by_date.path(period), period.items, period.key)


def gaps(found: Gaps, labels: Labels) -> Iterator[Draft]:
    """What the articles do not tell; a kind that is too long has a page of its own."""
    headings = {kind: labels.text(key) for kind, key in GAP_HEADINGS.items()}
    sizes = {kind: sum(len(getattr(found, field)) for field in KINDS[kind]) for kind in LISTED}
    apart = {kind: f"gaps/{kind}/" for kind, size in sizes.items() if size > MOST_OF_A_KIND}

    def draft(path: str, shown: Gaps, kind: str = "") -> Draft:
        often = [g for i, g in enumerate(shown.unnamed) if i < GAPS_SHOWN or len(g.statements) > 1]
        sections = [(k, headings[k], [g for field in KINDS[k] for g in getattr(shown, field)]) for k in KINDS]
        told = {
            **shown._asdict(),
            "unnamed": often,
            "unnamed_once": len(shown.unnamed) - len(often),
            "first": sizes[kind] if kind else GAPS_SHOWN,
            "apart": {} if kind else apart,
            "stale_days": STALE_DAYS,
            "none_found": [] if kind else [heading for _, heading, what in sections if not what],
        }
        title = labels.text("gaps.title")
        title = labels.text("page.part", title=title, part=headings[kind]) if kind else title
        about = labels.text("gaps.description")
        return Draft("gaps", path, title, "gaps/", told, sections, description=about)

    yield draft("gaps/", found)
    for kind, path in apart.items():
        yield draft(path, found.of(kind), kind)


def _year(event: Event) -> str:
    return event.date[:4] if event.date else UNDATED


def _initial(name: str) -> str:
    letter = unicodedata.normalize("NFKD", filed_under(name))[:1].upper()
    return letter if letter.isalpha() else "#"

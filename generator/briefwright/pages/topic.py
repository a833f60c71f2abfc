"""One topic across articles: corpus in; out, drafts of its page, and of a page for each section too long for that.

What stands apart is led to from its place; whoever binds pages into one file has all on one page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefwright.model.corpus import Briefing, Corpus, Event, Question, Statement, Topic
from briefwright.model.order import grouped
from briefwright.model.page import SearchRecord
from briefwright.pages import filters, matrix, views
from briefwright.pages.activity import activity
from briefwright.pages.board import board
from briefwright.pages.draft import Draft, Sections, numbered_title, part_title
from briefwright.pages.glance import glimpses
from briefwright.pages.labels import Labels
from briefwright.pages.listing import OPEN_SIDES, claims, sides
from briefwright.pages.periods import Periods, by_period
from briefwright.pages.search import section_records
from briefwright.pages.speakers import SpeakerPage, SpeakerPages, by_speaker
from briefwright.pages.voices import shares

MOST_SAID, MOST_EVENTS, MOST_QUESTIONS, MOST_VOICES, MOST_ARTICLES = 60, 60, 24, 40, 36
"""What a topic's page holds of each: a first visit to it stays below 150 kB."""
EVENTS_ON_A_PAGE = 160
"""Of a year; a year of more is divided into quarters or months."""
EVENTS_FIRST = 24
"""So many of the latest stand on the topic's page where all are elsewhere."""
SIDES_FIRST = 4
"""Speakers whose newest words stand there where all are elsewhere."""

Telling = Sequence[Event]


class Apart(NamedTuple):
    """The sections of a topic that have pages of their own; empty where they stand on its main page."""

    said: SpeakerPages
    events: Periods[Telling]
    questions: str
    voices: str
    articles: str


class TopicPages:
    """The pages of each topic of a corpus; with `whole` each has one page only, however long."""

    def __init__(self, corpus: Corpus, labels: Labels, *, whole: bool = False) -> None:
        self.corpus, self.labels, self.label, self._whole = corpus, labels, labels.text, whole
        self.asked_on = grouped((t, q) for q in corpus.questions for t in q.topics)
        self.said_on = grouped((t, s) for s in corpus.statements for t in s.topics)
        self._briefings_on = grouped((t, b) for b in corpus.briefings for t in b.topics)
        self._named_after = views.named_after(corpus)

    def drafts(self, topic: Topic) -> Iterator[Draft]:
        """The topic's page, and those of its sections that are apart."""
        events = self._events(topic)
        apart = self._apart(topic, events)
        yield self._main(topic, events, apart)
        for number, page in enumerate(apart.said.pages, 1):
            yield self._said(topic, apart.said, number, page)
        for period in apart.events.pages:
            told: dict[str, object] = {"events": period.items, "periods": apart.events, "period": period.key}
            yield self._part(topic, "history", apart.events.path(period), "topic.history", told, period.key)
        if apart.questions:
            asked: Sequence[Question] = self.asked_on[topic.id]
            told = {**board(self.corpus, self.labels, asked)._asdict(), "total": len(asked)}
            yield self._part(topic, "questions", apart.questions, "heading.open_questions", told)
        if apart.voices:
            heard = shares(self.corpus.by_known(self._said_on(topic)))
            yield self._part(topic, "voices", apart.voices, "voices.heading", {"shares": heard})
        if apart.articles:
            found = {"articles": self._briefings(topic)}
            yield self._part(topic, "articles", apart.articles, "heading.articles", found)

    def _said_on(self, topic: Topic) -> Sequence[Statement]:
        return self.said_on.get(topic.id, ())

    def _briefings(self, topic: Topic) -> Sequence[Briefing]:
        return self._briefings_on.get(topic.id, ())

    def _events(self, topic: Topic) -> list[Telling]:
        """The events of its articles, each with those of them that tell it."""
        on_it = {b.id for b in self._briefings(topic)}
        told_on_it = ([e for e in telling if e.sheet in on_it] for telling in self.corpus.tellings)
        return [telling for telling in told_on_it if telling]

    def _apart(self, topic: Topic, events: Sequence[Telling]) -> Apart:
        base = f"topics/{topic.id}/"

        def path(name: str, section: Collection[object], most: int) -> str:
            return "" if self._whole or len(section) <= most else f"{base}{name}/"

        most = len(events) if self._whole else MOST_EVENTS
        said = self._said_on(topic)
        return Apart(
            SpeakerPages((), {}) if self._whole else said_apart(topic.id, said),
            by_period(events, lambda telling: telling[0].date, most, f"{base}history/", EVENTS_ON_A_PAGE),
            path("questions", self.asked_on.get(topic.id, ()), MOST_QUESTIONS),
            path("voices", {s.actor for s in self.corpus.by_known(said)}, MOST_VOICES),
            path("articles", self._briefings(topic), MOST_ARTICLES),
        )

    def _main(self, topic: Topic, events: Sequence[Telling], apart: Apart) -> Draft:
        statements, questions, briefings = self._said_on(topic), self.asked_on.get(topic.id, ()), self._briefings(topic)
        here = () if self._whole or apart.said.pages else statements  # a file that stands alone has no filters
        found, known = filters.by_act(self.labels, here), self.corpus.by_known(statements)
        heard = shares(known)
        told = {
            "topic": topic,
            "apart": apart,
            "filters": found,
            "classes": _classes(here, found) if found.rows else None,
            "actor": self._named_after.get(topic.id),
            "disputes": self.corpus.disputes_on(topic.id),
            "claims": claims(self.corpus, statements),
            "statements": statements,
            "glimpses": glimpses(self.corpus, known),
            "sides": sides(self.corpus, statements, SIDES_FIRST if apart.said.pages else OPEN_SIDES),
            "matrix": matrix.by_act(known),
            "shares": heard,
            "common": self.corpus.common_among(statements),
            "speaking": len(views.speakers(statements)),
            "activity": activity(self.corpus.by_id[s.sheet].day for s in statements),
            "events": _latest(events) if apart.events.pages else events,
            "questions": questions,
            "briefings": briefings,
        }
        sections = self._sections(told, several=len(heard) > 1)
        about = self.label(
            "search.topic",
            statements=self.label("count.statements", n=len(statements)),
            questions=self.label("count.questions", n=len(questions)),
        )
        records = [SearchRecord("", topic.name, " · ".join(filter(None, (topic.description, *topic.forms, about))))]
        records += section_records(self.labels, topic.name, sections)
        path = f"topics/{topic.id}/"
        return Draft("topic", path, topic.name, "topics/", told, sections, records, newest=briefings)

    def _sections(self, told: Mapping[str, object], *, several: bool) -> Sections:
        """The sections of the main page; that of voices only where `several` are heard."""
        return [
            ("glance", self.label("topic.glance"), told["glimpses"]),
            ("disputed", self.label("heading.disputed"), told["disputes"]),
            ("claims", self.label("claim.heading"), told["claims"]),
            ("who-speaks-how", self.label("topic.who_speaks_how"), told["matrix"]),
            ("sides", self.label("topic.sides"), told["statements"]),
            ("history", self.label("topic.history"), told["events"]),
            ("open-questions", self.label("heading.open_questions"), told["questions"]),
            ("voices", self.label("voices.heading"), several),
            ("articles", self.label("heading.articles"), told["briefings"]),
        ]

    def _said(self, topic: Topic, all_: SpeakerPages, number: int, page: SpeakerPage) -> Draft:
        """What some of the speakers say."""
        found = filters.by_act(self.labels, page.statements)
        told = {
            "pages": all_.pages,
            "filters": found,
            "classes": _classes(page.statements, found) if found.rows else None,
            "shown": len(page.statements),
            "sides": sides(self.corpus, page.statements),
        }
        return self._part(topic, "said", page.path, "topic.sides", told, number=number if number > 1 else 0)

    def _part(
        self, topic: Topic, kind: str, path: str, heading: str, told: Mapping[str, object], period: str = "",
        number: int = 0,
    ) -> Draft:  # fmt: skip
        title = part_title(self.labels, self.label("page.part", title=topic.name, part=self.label(heading)), period)
        title = numbered_title(self.labels, title, number)
        told = {"topic": topic, "kind": kind, "title": title, **told}
        records = [SearchRecord("", title, "")]
        return Draft("topic_part", path, title, "topics/", told, (), records, newest=self._briefings(topic))


def said_apart(topic: str, statements: Sequence[Statement]) -> SpeakerPages:
    """Where the statements on a topic stand if they have no room on its page."""
    return by_speaker(statements, MOST_SAID, f"topics/{topic}/said/")


def places_on_topics(said_on: Mapping[str, Sequence[Statement]]) -> dict[str, Mapping[str | None, str]]:
    """By topic and speaker the path of the page on which the words stand, if that is not the topic's."""
    found = {topic: said_apart(topic, statements).places for topic, statements in said_on.items()}
    return {topic: places for topic, places in found.items() if places}


def _classes(statements: Sequence[Statement], found: filters.Filters) -> dict[tuple[str, str], str]:
    return {(s.sheet, s.id): classes for s, classes in zip(statements, found.classes, strict=True)}


def _latest(events: Sequence[Telling]) -> list[Telling]:
    """The last of those that have a date, or of all where none has."""
    return ([t for t in events if t[0].date] or list(events))[-EVENTS_FIRST:]

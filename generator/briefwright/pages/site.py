"""The story of the site: a function for each kind of page, with what its template is told and what search finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefwright.config import Project
from briefwright.model.corpus import Actor, Briefing, Corpus, Event, Question, Statement, Topic, filed_under, grouped
from briefwright.model.page import Heading, Page, SearchRecord, Site
from briefwright.model.text import Span
from briefwright.pages import matrix, views
from briefwright.pages.activity import activity
from briefwright.pages.choice import Choice
from briefwright.pages.labels import Labels, capital
from briefwright.pages.listing import listing, over_time, sides, spokes
from briefwright.pages.memo import Memo
from briefwright.pages.passages import stretch
from briefwright.pages.redirects import make_redirects
from briefwright.pages.render import Renderer
from briefwright.pages.voices import shares

FILTERED_ARTICLES = 12
"""The board of questions offers a filter for each article up to so many."""
MOST_HEARD = 8
RAIL_QUESTIONS = 5
FURTHER_ARTICLES = 6
SAID_IN_FULL = 12
SIDES_ABOUT = 8
EXCHANGES = 8
"""So many actors are named that an actor speaks about, and so many that speak about it."""

Sections = Sequence[tuple[str, str, object]]
"""Id, heading and content of a page's sections; one without content is left out, in the contents too."""


def make_site(corpus: Corpus, project: Project, labels: Labels, memo: Memo | None = None) -> Site:
    """All pages of the corpus, by the project's templates and settings; `memo` knows those of the last time."""
    pages = _Pages(corpus, project, labels, memo)
    made = [
        pages.home(),
        pages.briefings(),
        pages.actors(),
        pages.topics(),
        pages.questions(),
        pages.timeline(),
        *map(pages.briefing, corpus.briefings),
        *map(pages.actor, corpus.actors.values()),
        *map(pages.topic, corpus.topics.values()),
    ]
    if project.show_text == "all":
        made += [pages.text(b, b.text) for b in corpus.briefings if b.text]
    as_of = labels.long_day(corpus.as_of) if corpus.as_of else ""
    made.sort(key=lambda p: p.path)
    return Site(tuple(made), as_of, make_redirects(pages.renderer, made))


def some_pages(corpus: Corpus, project: Project, labels: Labels, choice: Choice) -> tuple[Page, ...]:
    """The pages of these topics, actors and briefings alone, in this order; each is the same as in the whole site."""
    pages = _Pages(corpus, project, labels, None)
    return (*map(pages.topic, choice.topics), *map(pages.actor, choice.actors), *map(pages.briefing, choice.briefings))


class _Pages:
    def __init__(self, corpus: Corpus, project: Project, labels: Labels, memo: Memo | None) -> None:
        self.corpus, self.project, self.label = corpus, project, labels.text
        self.labels = labels
        self.renderer = Renderer(corpus, project, labels, memo)
        self.live = [q for q in corpus.questions if q.status == "open"]
        self._questions_about = grouped((a, q) for q in corpus.questions for a in q.about)
        self._questions_on = grouped((t, q) for q in corpus.questions for t in q.topics)
        self._statements_on = grouped((t, s) for s in corpus.statements for t in s.topics)
        self._briefings_with = grouped((a.actor, b) for b in corpus.briefings for a in b.cast)
        self._belonging = grouped((a.affiliation, a.id) for a in corpus.actors.values() if a.affiliation)
        self._spoken_about = matrix.spoken_about(corpus)
        self._speaks_about = grouped((s.actor, actor) for actor, s in self._spoken_about)
        self._briefings_on = grouped((t, b) for b in corpus.briefings for t in b.topics)

    def home(self) -> Page:
        lead = views.lead_briefing(self.corpus)
        told = {
            "lead": lead,
            "picked": views.different_acts(lead) if lead else [],
            "overdue": [q for q in self.live if q.overdue],
            "open": [q for q in self.live if not q.overdue][:RAIL_QUESTIONS],
            "live": self.live,
            "heard": views.speakers(self.corpus.statements)[:MOST_HEARD],
            "unnamed": len(self.corpus.said_by(None)),
            "further": [b for b in self.corpus.briefings if b is not lead and not b.origin][:FURTHER_ARTICLES],
        }
        return self._page("home", "", self.label("home.title"), "", told, description=self.label("home.description"))

    def briefings(self) -> Page:
        told = {"activity": activity(b.day for b in self.corpus.briefings)}
        return self._page("briefings", "briefings/", self.label("briefings.title"), "briefings/", told)

    def actors(self) -> Page:
        said = {a: n for a in self.corpus.actors if (n := len(self.corpus.said_by(a)))}
        by_letter = grouped((_initial(a.name), a) for a in self.corpus.actors.values())
        heard = views.speakers(self.corpus.statements)[: 2 * MOST_HEARD]
        told = {
            "by_letter": by_letter,
            "said": said,
            "heard": heard,
            "briefings_with": self._briefings_with,
            "matrix": matrix.by_subject(self._spoken_about),
        }
        return self._page("actors", "actors/", self.label("actors.title"), "actors/", told)

    def topics(self) -> Page:
        table = matrix.by_topic(self.corpus.statements)
        told = {"on": self._statements_on, "asked": self._questions_on, "matrix": table}
        return self._page("topics", "topics/", self.label("topics.title"), "topics/", told)

    def timeline(self) -> Page:
        years = grouped((e.date[:4] if e.date else "undated", e) for e in self.corpus.events)
        undated = self.label("timeline.undated")
        sections = [(f"y-{y}", undated if y == "undated" else y, events) for y, events in years.items()]
        title = self.label("timeline.title")
        return self._page("timeline", "timeline/", title, "timeline/", {"years": years}, sections)

    def questions(self) -> Page:
        by_sheet = grouped((q.sheet, q) for q in self.corpus.questions)
        groups = {
            "overdue": [q for q in self.live if q.overdue],
            "open": [q for q in self.live if not q.overdue],
            "answered": [q for q in self.corpus.questions if q.status == "answered"],
            "dropped": [q for q in self.corpus.questions if q.status == "dropped"],
        }
        told = {
            "groups": groups,
            "kinds": grouped((q.kind, q) for q in sorted(self.corpus.questions, key=lambda q: q.kind)),
            "articles": by_sheet if 1 < len(by_sheet) <= FILTERED_ARTICLES else {},
        }
        return self._page("questions", "questions/", self.label("questions.title"), "questions/", told)

    def briefing(self, briefing: Briefing) -> Page:
        path = f"briefings/{briefing.id}/"
        heard = shares(briefing.statements)
        sections = [
            ("who-says-what", self.label("briefing.who_says_what"), briefing.statements),
            ("voices", self.label("voices.heading"), len(heard) > 1),
            ("open-questions", self.label("heading.open_questions"), briefing.questions),
            ("timeline", self.label("heading.timeline"), briefing.events),
            ("story", self.label("story.heading"), self.corpus.story_of(briefing.id)),
            ("who-is-who", self.label("briefing.who_is_who"), briefing.cast),
            ("notes", self.label("briefing.notes"), briefing.notes),
            ("source", self.label("briefing.source"), True),
        ]
        told = {
            "briefing": briefing,
            "voices": views.voices(briefing),
            "shares": heard,
            "copies": [self.corpus.by_id[c] for c in self.corpus.copies_of(briefing.id)],
            "uncertain": any(map(self.renderer.unsure, briefing.statements)),
            "overdue": sum(1 for q in briefing.questions if q.overdue),
            "events": sorted(briefing.events, key=lambda e: (e.date is None, e.date or "")),
        }
        lead = self.renderer.plain(briefing.id, briefing.lead)
        records = [
            SearchRecord("", briefing.title, briefing.bottom_line or lead),
            *map(self._statement_record, briefing.statements),
            *map(self._question_record, briefing.questions),
            *map(self._event_record, briefing.events),
        ]
        description = briefing.bottom_line or lead or self.label("briefing.description", title=briefing.title)
        return self._page(
            "briefing", path, briefing.title, "briefings/", told, sections, records, description, [briefing]
        )

    def text(self, briefing: Briefing, text: str) -> Page:
        evidence = [e for s in briefing.statements for e in s.passage.evidence]
        anchors: dict[int, list[str]] = {}
        for s in briefing.statements:
            if s.passage.evidence:
                here = anchors.setdefault(s.passage.evidence[0].start, [])
                here += [f"t-{i}" for i in (s.id, *s.formerly)]
        paragraphs = []
        start = 0
        for line in text.split("\n"):
            span = Span(start, start + len(line))
            here = [a for offset in sorted(anchors) if span.start <= offset < span.end for a in anchors[offset]]
            if line.strip():
                paragraphs.append((here, stretch(text, span, evidence, [], {})))
            start = span.end + 1
        told = {"briefing": briefing, "paragraphs": paragraphs}
        title = self.label("text.title", title=briefing.title)
        return self._page("text", f"briefings/{briefing.id}/text/", title, "briefings/", told, newest=[briefing])

    def actor(self, actor: Actor) -> Page:
        said_by, said_for = self.corpus.said_by(actor.id), self.corpus.said_for(actor.id)
        said_about = self.corpus.said_about(actor.id)
        questions = self._questions_about.get(actor.id, ())
        turns = over_time(self.corpus, said_by)
        appears = self._briefings_with.get(actor.id, ())
        speaks_about = views.most(self._speaks_about.get(actor.id, ()))[:EXCHANGES]
        heard_from = views.speakers(said_about)[:EXCHANGES]
        told = {
            "actor": actor,
            "said_by": len(said_by),
            "said_for": len(said_for),
            "said_about": len(said_about),
            "listed": listing(said_by, SAID_IN_FULL),
            "spokes": spokes(said_for),
            "belonging": self._belonging.get(actor.id, ()),
            "about": sides(self.corpus, said_about, SIDES_ABOUT),
            "speaks_about": speaks_about,
            "heard_from": heard_from,
            "activity": activity(self._days(said_by), self._days(said_about)),
            "over_time": turns,
            "questions": questions,
            "appears": appears,
        }
        sections = [
            ("over-time", self.label("actor.over_time"), turns),
            ("speaks-about", self.label("actor.speaks_about"), speaks_about),
            ("spoken-about-by", self.label("actor.spoken_about_by"), heard_from),
            ("said-by", self.label("actor.said_by", actor=actor.name), said_by),
            ("said-for", self.label("actor.said_for", actor=actor.name), said_for),
            ("said-about", self.label("actor.said_about", actor=actor.name), said_about),
            ("open-questions", self.label("heading.open_questions"), questions),
            ("articles", self.label("heading.articles"), appears),
        ]
        spoken = self.label("count.statements", n=len(said_by))
        about = self.label("search.actor", statements=spoken, articles=views.sources(self.labels, appears))
        records = [
            SearchRecord(
                "", actor.name, " · ".join((*(r.role for r in actor.dated_roles), *actor.roles, *actor.forms, about))
            )
        ]
        path = f"actors/{actor.id}/"
        return self._page("actor", path, actor.name, "actors/", told, sections, records, newest=appears)

    def topic(self, topic: Topic) -> Page:
        statements = self._statements_on.get(topic.id, ())
        questions = self._questions_on.get(topic.id, ())
        briefings = self._briefings_on.get(topic.id, ())
        table, heard = matrix.by_act(statements), shares(statements)
        on_it = {b.id for b in briefings}
        events = [e for e in self.corpus.events if e.sheet in on_it]
        told = {
            "topic": topic,
            "statements": statements,
            "sides": sides(self.corpus, statements),
            "matrix": table,
            "shares": heard,
            "speaking": len(views.speakers(statements)),
            "activity": activity(self._days(statements)),
            "events": events,
            "questions": questions,
            "briefings": briefings,
        }
        sections = [
            ("who-speaks-how", self.label("topic.who_speaks_how"), table),
            ("sides", self.label("topic.sides"), statements),
            ("history", self.label("topic.history"), events),
            ("open-questions", self.label("heading.open_questions"), questions),
            ("voices", self.label("voices.heading"), len(heard) > 1),
            ("articles", self.label("heading.articles"), briefings),
        ]
        about = self.label(
            "search.topic",
            statements=self.label("count.statements", n=len(statements)),
            questions=self.label("count.questions", n=len(questions)),
        )
        records = [SearchRecord("", topic.name, " · ".join(filter(None, (topic.description, about))))]
        path = f"topics/{topic.id}/"
        return self._page("topic", path, topic.name, "topics/", told, sections, records, newest=briefings)

    def _days(self, statements: Iterable[Statement]) -> list[str | None]:
        return [self.corpus.by_id[s.sheet].day for s in statements]

    def _page(
        self,
        template: str,
        path: str,
        title: str,
        section: str,
        told: Mapping[str, object],
        sections: Sections = (),
        records: Sequence[SearchRecord] = (),
        description: str = "",
        newest: Iterable[Briefing] | None = None,
    ) -> Page:
        headings = tuple(Heading(i, text) for i, text, content in sections if content)
        days = [b.day for b in (self.corpus.briefings if newest is None else newest) if b.day]
        return Page(
            path=path,
            title=title,
            description=" ".join(description.split())[:300],
            html=self.renderer.page(template, path, {**told, "headings": headings}),
            section=section,
            headings=headings,
            records=tuple(records) or (SearchRecord("", title, description),),
            updated=max(days, default=None),
        )

    def _statement_record(self, s: Statement) -> SearchRecord:
        if s.actor:
            who = self.corpus.actors[s.actor].name
        else:
            who = self.label("speaker.unnamed_source", source=s.source) if s.source else self.label("search.no_source")
        text = self.renderer.plain(s.sheet, s.passage) or s.wording
        return SearchRecord(
            f"s-{s.id}", self.label("search.statement", speaker=who, act=self.label(f"act.{s.act}")), text
        )

    def _question_record(self, q: Question) -> SearchRecord:
        return SearchRecord(f"q-{q.id}", q.question, self.renderer.plain(q.sheet, q.passage))

    def _event_record(self, e: Event) -> SearchRecord:
        when = capital(self.labels.day(e.date) or self.label("event.no_date"))
        title = self.label("search.event", day=when, event=e.event)
        return SearchRecord(f"e-{e.id}", title, self.renderer.plain(e.sheet, e.passage))


def _initial(name: str) -> str:
    letter = filed_under(name)[:1].upper()
    return letter if letter.isalpha() else "#"

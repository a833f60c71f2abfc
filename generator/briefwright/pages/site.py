"""The story of the site: a function for each kind of page, with what its template is told and what search finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefwright.config import Project
from briefwright.model.corpus import Briefing, Corpus
from briefwright.model.order import in_time
from briefwright.model.page import Heading, Page, SearchRecord, Site
from briefwright.model.text import Span
from briefwright.pages import matrix, views
from briefwright.pages.actor import ActorPages
from briefwright.pages.choice import Choice
from briefwright.pages.draft import Sections
from briefwright.pages.edition import edition
from briefwright.pages.gaps import find_gaps, not_quoted
from briefwright.pages.indexes import actors, briefings, gaps, questions, timeline
from briefwright.pages.labels import Labels
from briefwright.pages.listing import claims
from briefwright.pages.memo import Memo
from briefwright.pages.passages import stretch
from briefwright.pages.redirects import make_redirects
from briefwright.pages.render import Renderer
from briefwright.pages.search import (
    briefing_record,
    dispute_record,
    event_record,
    question_record,
    statement_record,
)
from briefwright.pages.topic import TopicPages, places_on_topics
from briefwright.pages.voices import shares

MOST_HEARD = 12
CONTESTED = 4
"""Open disputes on the front page."""


def make_site(corpus: Corpus, project: Project, labels: Labels, memo: Memo | None = None) -> Site:
    """All pages of the corpus, by the project's templates and settings; `memo` knows those of the last time."""
    pages = _Pages(corpus, project, labels, memo)
    indexes = (briefings, actors, questions, timeline)
    made = [
        pages.home(),
        pages.topics(),
        *(pages._page(*draft) for index in indexes for draft in index(corpus, labels)),
        *(pages._page(*draft) for draft in gaps(pages.found, labels)),
        *([pages.disputes()] if corpus.disputes else []),
        *([pages.claims()] if corpus.claims else []),
        *map(pages.briefing, corpus.briefings),
        *(pages._page(*draft) for actor in corpus.actors.values() for draft in pages.actors.drafts(actor)),
        *(pages._page(*draft) for topic in corpus.topics.values() for draft in pages.on_topics.drafts(topic)),
    ]
    if project.show_text == "all":
        made += [pages.text(b, b.text) for b in corpus.briefings if b.text]
    as_of = labels.long_day(corpus.as_of) if corpus.as_of else ""
    made.sort(key=lambda p: p.path)
    return Site(tuple(made), as_of, make_redirects(pages.renderer, made))


def some_pages(corpus: Corpus, project: Project, labels: Labels, choice: Choice) -> tuple[Page, ...]:
    """The pages of these topics, actors and briefings alone, in this order; what the site has apart is on them, too."""
    pages, of_actors = _Pages(corpus, project, labels, None), ActorPages(corpus, labels, whole=True)
    on_topics = TopicPages(corpus, labels, whole=True)
    drafts = [
        *(draft for topic in choice.topics for draft in on_topics.drafts(topic)),
        *(draft for actor in choice.actors for draft in of_actors.drafts(actor)),
    ]
    return (*(pages._page(*draft) for draft in drafts), *map(pages.briefing, choice.briefings))


class _Pages:
    def __init__(self, corpus: Corpus, project: Project, labels: Labels, memo: Memo | None) -> None:
        self.corpus, self.project, self.label = corpus, project, labels.text
        self.labels = labels
        self.memo = memo or Memo()
        self.renderer = Renderer(corpus, project, labels, memo)
        self.found = find_gaps(corpus)
        self.told_often = len(set(corpus.claims.values()))
        self.actors, self.on_topics = ActorPages(corpus, labels), TopicPages(corpus, labels)

    def home(self) -> Page:
        told = {
            **edition(self.corpus)._asdict(),
            "heard": views.speakers(self.corpus.by_known(self.corpus.statements))[:MOST_HEARD],
            "unnamed": len(self.corpus.said_by(None)),
            "gaps": self.found.numbers(),
            "disputes": [d for d in self.corpus.disputes if d.is_open][:CONTESTED],
            "disputes_in_all": len(self.corpus.disputes),
            "claims_in_all": self.told_often,
        }
        return self._page("home", "", self.label("home.title"), "", told, description=self.label("home.description"))

    def topics(self) -> Page:
        on_topics = [s for s in self.corpus.statements if s.topics]
        table, common = matrix.by_topic(self.corpus.by_known(on_topics)), self.corpus.common_among(on_topics)
        told = {
            "on": self.on_topics.said_on,
            "asked": self.on_topics.asked_on,
            "matrix": table,
            "common": common,
            "places": places_on_topics(self.on_topics.said_on),
            "claims_in_all": self.told_often,
        }
        return self._page("topics", "topics/", self.label("topics.title"), "topics/", told)

    def disputes(self) -> Page:
        told = {"disputes": self.corpus.disputes}
        title, about = self.label("heading.disputed"), self.label("dispute.note")
        records = [SearchRecord("", title, about)]
        records += [dispute_record(self.renderer, self.labels, d) for d in self.corpus.disputes]
        return self._page(
            "all_disputes", "disputes/", title, "topics/", told, records=records, description=about, newest=()
        )

    def claims(self) -> Page:
        told = {"claims": claims(self.corpus, self.corpus.statements)}
        title, about = self.label("claim.heading"), self.label("claim.note")
        return self._page("all_claims", "claims/", title, "topics/", told, description=about)

    def briefing(self, briefing: Briefing) -> Page:
        path = f"briefings/{briefing.id}/"
        silent, declined = not_quoted(self.corpus, briefing), [s for s in briefing.statements if s.act == "decline"]
        heard, disputes = shares(briefing.statements), self.corpus.disputes_in(briefing.id)
        told_elsewhere = claims(self.corpus, briefing.statements)
        names = [self.corpus.actors[s.actor].name for s in briefing.statements if s.actor]
        names += [self.corpus.topics[t].name for s in briefing.statements for t in s.topics]
        names += [self.corpus.actors[a.actor].name for a in briefing.cast if a.main]
        names += [self.corpus.topics[t].name for t in briefing.topics]
        voices, records = self.memo.made(path, (briefing, names), lambda: self._drawn(briefing))
        sections = [
            ("who-says-what", self.label("briefing.who_says_what"), briefing.statements),
            ("claims", self.label("claim.heading"), told_elsewhere),
            ("disputed", self.label("heading.disputed"), disputes),
            ("who-is-heard", self.label("briefing.heard"), len(heard) > 1 or silent or declined),
            ("open-questions", self.label("heading.open_questions"), briefing.questions),
            ("timeline", self.label("heading.timeline"), briefing.events),
            ("story", self.label("story.heading"), self.corpus.story_of(briefing.id)),
            ("who-is-who", self.label("briefing.who_is_who"), briefing.cast),
            ("notes", self.label("briefing.notes"), briefing.notes),
            ("source", self.label("briefing.source"), True),
        ]
        told = {
            "briefing": briefing,
            "disputes": disputes,
            "claims": told_elsewhere,
            "voices": voices,
            "not_quoted": silent,
            "declined": declined,
            "shares": heard,
            "copies": [self.corpus.by_id[c] for c in self.corpus.copies_of(briefing.id)],
            "uncertain": any(map(self.renderer.unsure, briefing.statements)),
            "overdue": sum(1 for q in briefing.questions if q.overdue),
            "events": [[e] for e in sorted(briefing.events, key=lambda e: in_time(e.date))],
        }
        lead = self.renderer.plain(briefing.id, briefing.lead)
        description = briefing.bottom_line or lead or self.label("briefing.description", title=briefing.title)
        return self._page(
            "briefing", path, briefing.title, "briefings/", told, sections, records, description, [briefing]
        )

    def _drawn(self, briefing: Briefing) -> tuple[list[views.Voice], list[SearchRecord]]:
        """What takes long to make of a briefing, and of the names of its speakers and topics."""
        records = [
            briefing_record(self.renderer, briefing),
            *(statement_record(self.renderer, self.labels, s) for s in briefing.statements),
            *(question_record(self.renderer, q) for q in briefing.questions),
            *(event_record(self.labels, e) for e in briefing.events),
        ]
        return views.voices(briefing), records

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

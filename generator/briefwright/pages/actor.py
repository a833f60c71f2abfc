"""One actor across articles: corpus in; out, drafts of its page, and of a page for each section too long for that.

What stands apart is led to from its place; whoever binds pages into one file has all on one page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import log10
from typing import NamedTuple

from briefwright.model.cast import Actor, Likeness
from briefwright.model.corpus import Briefing, Corpus, Question, Statement
from briefwright.model.order import grouped
from briefwright.model.page import SearchRecord
from briefwright.pages import filters, matrix, views
from briefwright.pages.activity import activity
from briefwright.pages.board import board
from briefwright.pages.draft import Draft, numbered_title, part_title
from briefwright.pages.glance import exchanges, subjects, then_and_now
from briefwright.pages.labels import Labels
from briefwright.pages.listing import (
    Listing,
    Turn,
    changed,
    claims,
    first_words,
    listing,
    newest_first,
    over_time,
    sides,
    spokes,
)
from briefwright.pages.periods import Periods, by_period
from briefwright.pages.search import pair_record, section_records
from briefwright.pages.speakers import SpeakerPage, SpeakerPages, by_speaker
from briefwright.pages.topic import places_on_topics

MOST_SAID, MOST_ABOUT, MOST_TURNS, MOST_QUESTIONS, MOST_ARTICLES = 60, 60, 60, 24, 36
"""What an actor's page holds of each: a first visit to it stays below 150 kB."""
SAID_ON_A_PAGE = 160
"""Lines of a year; a year of more is divided into months."""
SAID_IN_FULL = 12
SIDES_ABOUT, SIDES_FIRST = 8, 3
"""Speakers whose newest words stand in full: where all are, and where a link leads there."""
PERHAPS_SHOWN = 4
EXCHANGES = 8
"""So many actors are named that an actor speaks about, and so many that speak about it."""
UNHEARD_WEIGHT = 0.3
"""In search, of an actor that says nothing, so that what tells of it comes first; one that says much weighs some 3."""


Places = Mapping[str, Mapping[str | None, str]]
"""Paths by what is spoken about and by who speaks."""


class Apart(NamedTuple):
    """The pages of the sections of an actor that have some of their own; empty where they stand on its main page."""

    said: Periods[Statement]
    about: SpeakerPages
    turns: str
    """Under it lies a page a topic."""
    questions: str
    articles: str


def about_apart(corpus: Corpus, actor: str) -> SpeakerPages:
    """Where it stands what others say about an actor, if that has no room on its page."""
    return by_speaker(corpus.said_about(actor), MOST_ABOUT, f"actors/{actor}/about/")


def much_discussed(corpus: Corpus) -> Places:
    """By actor and speaker, where it stands what is said about the actors for whom that has pages of its own."""
    found = {actor: about_apart(corpus, actor).places for actor in corpus.actors}
    return {actor: places for actor, places in found.items() if places}


_OF_A_COMMON_WORD = {"activity": None, "on_what": (), "changed": ()}
"""What would tell of many as if they were one."""


class ActorPages:
    """The pages of each actor of a corpus; with `whole` each has one page only, however long."""

    def __init__(self, corpus: Corpus, labels: Labels, *, whole: bool = False) -> None:
        self.corpus, self.labels, self.label, self._whole = corpus, labels, labels.text, whole
        self._questions = grouped((a, q) for q in corpus.questions for a in q.about)
        self._articles = grouped((a.actor, b) for b in corpus.briefings for a in b.cast)
        self._belonging = grouped((a.affiliation, a.id) for a in corpus.actors.values() if a.affiliation)
        self._speaks_about = grouped((s.actor, (actor, s)) for actor, s in matrix.spoken_about(corpus))
        self._topics = {actor: topic for topic, actor in views.named_after(corpus).items()}
        self._much_discussed: Places = {} if whole else much_discussed(corpus)
        said_on = grouped((t, s) for s in corpus.statements for t in s.topics)
        self._on_topics_apart: Places = {} if whole else places_on_topics(said_on)

    def drafts(self, actor: Actor) -> Iterator[Draft]:
        """The actor's page, and those of its sections that are apart."""
        turns = [] if actor.is_common else over_time(self.corpus, self.corpus.said_by(actor.id))
        apart = self._apart(actor, turns)
        yield self._main(actor, turns, apart)
        for period in apart.said.pages:
            yield self._said(actor, apart.said, period.key, period.items)
        for number, page in enumerate(apart.about.pages, 1):
            yield self._about(actor, apart.about, number, page)
        if apart.turns:
            for topic, own in turns:
                yield self._on(actor, f"{apart.turns}{topic}/", topic, own)
        if apart.questions:
            yield self._asked(actor, apart.questions)
        if apart.articles:
            shown = self._articles[actor.id]
            title = self.label("actor.named_in", actor=actor.name)
            yield self._part(actor, "articles", apart.articles, title, {"articles": shown})

    def _too_long(self, section: Collection[object], most: int) -> bool:
        return not self._whole and len(section) > most

    def _apart(self, actor: Actor, turns: Sequence[tuple[str, Sequence[Turn]]]) -> Apart:
        base, said = f"actors/{actor.id}/", self.corpus.said_by(actor.id)
        most = len(said) if self._whole else MOST_SAID

        def path(name: str, section: Collection[object], most: int) -> str:
            return f"{base}{name}/" if self._too_long(section, most) else ""

        return Apart(
            by_period(said, lambda s: self.corpus.by_id[s.sheet].day, most, f"{base}said/", SAID_ON_A_PAGE),
            SpeakerPages((), {}) if self._whole else about_apart(self.corpus, actor.id),
            path("on", [turn for _, own in turns for turn in own], MOST_TURNS),
            path("questions", self._questions.get(actor.id, ()), MOST_QUESTIONS),
            path("articles", self._articles.get(actor.id, ()), MOST_ARTICLES),
        )

    def _main(self, actor: Actor, turns: Sequence[tuple[str, Sequence[Turn]]], apart: Apart) -> Draft:
        corpus = self.corpus
        said_by, said_for, about = corpus.said_by(actor.id), corpus.said_for(actor.id), corpus.said_about(actor.id)
        here = said_by if not apart.said.pages else ()
        found = filters.of_statements(corpus, self.labels, here if len(here) > SAID_IN_FULL else ())
        appears, dated = self._articles.get(actor.id, ()), not actor.is_common
        told = {
            "actor": actor,
            "topic": self._topics.get(actor.id),
            "apart": apart,
            "much_discussed": self._discussed_with(actor),
            "topic_places": {t: of[actor.id] for t, of in self._on_topics_apart.items() if actor.id in of},
            "filters": found,
            "classes": {(s.sheet, s.id): c for s, c in zip(said_by, found.classes, strict=False) if found.rows},
            "said_by": len(said_by),
            "said_for": len(said_for),
            "said_about": len(about),
            "listed": self._listed(actor, said_by, is_apart=bool(apart.said.pages)),
            "spokes": spokes(said_for),
            "belonging": self._belonging.get(actor.id, ()),
            "about": sides(corpus, about, SIDES_FIRST if apart.about.pages else SIDES_ABOUT),
            "speaks_about": exchanges(corpus, self._speaks_about.get(actor.id, ()), EXCHANGES, dated=dated),
            "heard_from": exchanges(corpus, ((s.actor, s) for s in about if s.actor), EXCHANGES, dated=dated),
            "activity": activity(self._days(said_by), self._days(about)),
            "on_what": subjects(corpus, said_by),
            "changed": changed(corpus, said_by),
            "claims": claims(corpus, said_by),
            "over_time": () if apart.turns else turns,
            "disputes": corpus.disputes_with(actor.id),
            "questions": self._questions.get(actor.id, ()),
            "appears": appears,
            "also_counted": [(each, [self.corpus.by_id[a] for a in each.articles]) for each in actor.namesakes],
            "perhaps": [(*each, self._articles.get(each[0], ())) for each in self._perhaps(actor)],
        }
        told |= _OF_A_COMMON_WORD if actor.is_common else {}
        records = [self._record(actor), *(() if apart.turns else self._on_topics(actor, turns))]
        records += () if apart.about.pages else self._speakers_on(actor, about)
        path = f"actors/{actor.id}/"
        sections = self._sections(actor, told)
        records += section_records(self.labels, actor.name, sections)
        return Draft("actor", path, actor.name, "actors/", told, sections, records, newest=appears)

    def _listed(self, actor: Actor, said: Sequence[Statement], *, is_apart: bool) -> Listing:
        """What it says: a few sentences in full and a line each, or of a common word article by article."""
        if actor.is_common:
            return listing(said[:SAID_IN_FULL] if is_apart else said, 0, len(said))
        return first_words(said, SAID_IN_FULL) if is_apart else listing(said, SAID_IN_FULL)

    def _sections(self, actor: Actor, told: Mapping[str, object]) -> list[tuple[str, str, object]]:
        return [
            ("on-what", self.label("actor.on_what"), told["on_what"]),
            ("changed", self.label("actor.changed"), told["changed"]),
            ("over-time", self.label("actor.over_time"), told["over_time"]),
            ("claims", self.label("claim.heading"), told["claims"]),
            ("speaks-about", self.label("actor.speaks_about"), told["speaks_about"]),
            ("spoken-about-by", self.label("actor.spoken_about_by"), told["heard_from"]),
            ("said-by", self.label("actor.said_by", actor=actor.name), told["said_by"]),
            ("said-for", self.label("actor.said_for", actor=actor.name), told["said_for"]),
            ("said-about", self.label("actor.said_about", actor=actor.name), told["said_about"]),
            ("disputed", self.label("heading.disputed"), told["disputes"]),
            ("open-questions", self.label("heading.open_questions"), told["questions"]),
            ("articles", self.label("heading.articles"), told["appears"]),
        ]

    def _said(self, actor: Actor, periods: Periods[Statement], key: str, said: Sequence[Statement]) -> Draft:
        """What the actor says in one period, a line each."""
        found = filters.of_statements(self.corpus, self.labels, said)
        classes = {(s.sheet, s.id): c for s, c in zip(said, found.classes, strict=True)}
        told = {
            "periods": periods,
            "period": key,
            "filters": found,
            "listed": listing(said, 0, len(said)),
            "classes": classes,
        }
        title = part_title(self.labels, self.label("actor.said_by", actor=actor.name), key)
        return self._part(actor, "said", f"{periods.base}{key}/", title, told)

    def _about(self, actor: Actor, all_: SpeakerPages, number: int, page: SpeakerPage) -> Draft:
        told = {
            "pages": all_.pages,
            "said_about": len(self.corpus.said_about(actor.id)),
            "about": sides(self.corpus, page.statements, SIDES_ABOUT),
        }
        title = self.label("actor.said_about", actor=actor.name)
        title = numbered_title(self.labels, title, number if number > 1 else 0)
        return self._part(actor, "about", page.path, title, told, self._speakers_on(actor, page.statements))

    def _on(self, actor: Actor, path: str, topic: str, turns: Sequence[Turn]) -> Draft:
        said = [t.statement for t in turns]
        found = filters.of_statements(self.corpus, self.labels, said, topic)
        classes = {(s.sheet, s.id): c for s, c in zip(said, found.classes, strict=True)}
        title = self.label("search.pair", speaker=actor.name, subject=self.corpus.topics[topic].name)
        told = {
            "topic": topic,
            "turns": newest_first(self.corpus, turns),
            "then_and_now": then_and_now(self.corpus, said),
            "said": len(said),
            "since": self.corpus.by_id[said[0].sheet].day,
            "carriers": views.sources(self.labels, self._repeated(said)),
            "filters": found,
            "classes": classes,
        }
        return self._part(actor, "on", path, title, told, self._on_topics(actor, [(topic, turns)]))

    def _repeated(self, said: Iterable[Statement]) -> list[Briefing]:
        """The articles in which these statements are made, and those that repeat these articles."""
        sheets = dict.fromkeys(s.sheet for s in said)
        return [self.corpus.by_id[i] for sheet in sheets for i in (sheet, *self.corpus.copies_of(sheet))]

    def _asked(self, actor: Actor, path: str) -> Draft:
        questions: Sequence[Question] = self._questions[actor.id]
        told = {**board(self.corpus, self.labels, questions)._asdict(), "total": len(questions)}
        return self._part(actor, "questions", path, self.label("actor.asked_about", actor=actor.name), told)

    def _part(
        self,
        actor: Actor,
        kind: str,
        path: str,
        title: str,
        told: Mapping[str, object],
        records: Sequence[SearchRecord] = (),
    ) -> Draft:
        about = next((r.text for r in records if r.title == title), "")
        own = SearchRecord("", title, about, weight=self._weight(actor))
        told = {"actor": actor, "kind": kind, "title": title, "much_discussed": self._discussed_with(actor), **told}
        newest = self._articles.get(actor.id, ())
        return Draft("actor_part", path, title, "actors/", told, (), [own, *records], newest=newest)

    def _record(self, actor: Actor) -> SearchRecord:
        """The actor itself: found by all its names, and by whom it may be."""
        spoken = self.label("count.statements", n=len(self.corpus.said_by(actor.id)))
        articles = views.sources(self.labels, self._articles.get(actor.id, ()))
        about = self.label("search.actor", statements=spoken, articles=articles)
        others = (self.label("search.perhaps", actor=self.corpus.actors[o].name) for o, _ in self._perhaps(actor))
        known = (self.label("actor.common"),) if actor.is_common else ()
        known = (*known, *(r.role for r in actor.dated_roles), *actor.roles, *actor.forms)
        return SearchRecord("", actor.name, " · ".join((*known, about, *others)), weight=self._weight(actor))

    def _on_topics(self, actor: Actor, turns: Iterable[tuple[str, Sequence[Turn]]]) -> list[SearchRecord]:
        """A record for each topic on which the actor speaks in several articles."""
        return [
            pair_record(
                self.corpus,
                self.labels,
                f"on-{topic}",
                actor.name,
                self.corpus.topics[topic].name,
                [t.statement for t in own],
            )
            for topic, own in turns
        ]

    def _speakers_on(self, actor: Actor, about: Iterable[Statement]) -> list[SearchRecord]:
        """A record for each speaker of whom several of these statements about the actor are."""
        said = grouped((s.actor, s) for s in about if s.actor)
        return [
            pair_record(self.corpus, self.labels, f"by-{who}", self.corpus.actors[str(who)].name, actor.name, own)
            for who, own in said.items()
            if len(own) > 1
        ]

    def _discussed_with(self, actor: Actor) -> Places:
        """Of all places those that this actor's page may lead to: of what is said about it, and by it about others."""
        return {
            about: of if about == actor.id else {actor.id: of[actor.id]}
            for about, of in self._much_discussed.items()
            if about == actor.id or actor.id in of
        }

    def _perhaps(self, actor: Actor) -> Sequence[tuple[str, Likeness]]:
        return self.corpus.perhaps_same(actor.id)[:PERHAPS_SHOWN]

    def _weight(self, actor: Actor) -> float:
        said = len(self.corpus.said_by(actor.id))
        return round(1 + log10(said), 1) if said else UNHEARD_WEIGHT

    def _days(self, statements: Iterable[Statement]) -> list[str | None]:
        return [self.corpus.by_id[s.sheet].day for s in statements]

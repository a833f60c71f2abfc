"""The story of the corpus: checked sheets and registers in, one `Corpus` out, the same for the same sheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple, Protocol

from briefwright.corpus.answers import said_since
from briefwright.corpus.askings import asked_once
from briefwright.corpus.belonging import with_belonging
from briefwright.corpus.census import Census
from briefwright.corpus.changes import find_changes
from briefwright.corpus.claims import find_claims
from briefwright.corpus.commonwords import find_common_words
from briefwright.corpus.dates import first_day, last_day
from briefwright.corpus.deeds import Deeds
from briefwright.corpus.disputes import find_disputes
from briefwright.corpus.entourage import join_entourages
from briefwright.corpus.identity import Joined, Register, join_actors
from briefwright.corpus.inturn import join_called_in_turn
from briefwright.corpus.known import Known
from briefwright.corpus.lately import silences
from briefwright.corpus.lookalikes import find_lookalikes
from briefwright.corpus.namesakes import join_equal_names
from briefwright.corpus.ofstates import join_bodies_of_states
from briefwright.corpus.origins import find_makers, find_origins
from briefwright.corpus.sentences import in_context, nearest
from briefwright.corpus.shortnames import read_short_names
from briefwright.corpus.stories import join_stories
from briefwright.corpus.tellings import tellings
from briefwright.corpus.topics import join_topics
from briefwright.corpus.utterances import Utterances
from briefwright.corpus.wordings import join_wordings
from briefwright.errors import Problem
from briefwright.model.cast import Actor, Appearance, Lookalikes
from briefwright.model.corpus import (
    Answer,
    Briefing,
    Corpus,
    Dispute,
    Event,
    Origin,
    Passage,
    Question,
    SaidSince,
    Statement,
)
from briefwright.model.factsheet import (
    ActorRegister,
    Anchored,
    Evidence,
    FactSheet,
    OpenQuestion,
    Position,
    PositionLink,
    TopicRegister,
)
from briefwright.model.factsheet import Event as SheetEvent
from briefwright.model.order import in_time
from briefwright.model.text import Span

STATE_ORDER = {"open": 0, "answered": 1, "dropped": 2}


class CheckedSheet(Protocol):
    """What the corpus needs of a loaded sheet."""

    @property
    def sheet(self) -> FactSheet:
        """The sheet, free of mistakes."""

    @property
    def text(self) -> str | None:
        """The article's normalised text, None where it is not kept."""

    @property
    def edited(self) -> frozenset[str]:
        """Ids of the items that a person changed or added."""


def build_corpus(
    sheets: Iterable[CheckedSheet],
    actors: ActorRegister,
    topics: TopicRegister,
    as_of: date | None = None,
    *,
    suggested: Set[str] = frozenset(),
    compared: bool = True,
    short_names: bool = True,
    unread: Iterable[Problem] = (),
    known: Known | None = None,
) -> Corpus:
    """Join all sheets that are published; `as_of` is by default the day of the newest article.

    `suggested` are the topics that the parser alone stands for; they have to earn their page. Unless `compared`, what
    takes long is not there: the context of passages, and what only comparing tells (stories, claims, disputes …).
    Without `short_names` an actor with a family name alone, or an abbreviation, is not read as another: for one who
    is to decide on that. `unread` stays as it is. What still holds of an earlier build is taken from `known`.
    """
    shelf = sorted((s for s in sheets if s.sheet.publish), key=lambda s: s.sheet.article.id)
    shelf.sort(key=lambda s: s.sheet.article.published or "", reverse=True)
    published = [s.sheet for s in shelf]
    today = as_of or _newest(published)
    origins = find_origins((s.sheet.article, s.text) for s in shelf)
    texts = {s.sheet.article.id: _told(s) for s in shelf}
    stories = join_stories((s.article for s in published), texts, origins) if compared else ()
    same = _by_names(published, actors, short_names)
    common = find_common_words(published, actors, same, texts, stories) if compared else frozenset()
    identity = Register(actors.actors, same.same)
    cast = with_belonging(join_actors(published, actors, same, common), _decided(shelf, identity, same))
    names, known = _Names(cast, identity, same), known or Known()
    known.begin((compared, today, actors.actors, same, {a.id: a.name for a in names.actors.values()}))
    briefings = [
        known.briefing(c, origins.get(c.sheet.article.id), _Reading(c, names, today, origins, compared).briefing)
        for c in shelf
    ]
    shown, touched = join_topics(briefings, cast, topics, suggested, texts)
    briefings = [known.read(b, touched[b.id]) for b in briefings]
    briefings = _with_answers(briefings, published)
    originals = [b for b in briefings if b.origin is None]
    events = sorted((e for b in originals for e in b.events), key=lambda e: in_time(e.date))
    outlets = (a for a in cast.values() if a.kind == "media" and not a.is_common)
    media = {form: a.id for a in outlets for form in (*a.forms, a.name)}
    joined = Corpus(
        as_of=today,
        briefings=tuple(briefings),
        actors=names.actors,
        topics=shown,
        statements=tuple(s for b in originals for s in b.statements),
        questions=tuple(sorted((q for b in originals for q in b.questions), key=_urgency)),
        events=tuple(events),
        made_by=find_makers(((s.sheet.article, s.text) for s in shelf), originals, media),
        stories=stories,
        unread=tuple(unread),
    )
    if not compared:
        return joined
    looked_at = [(b.id, b.day, b.text, b.origin, b.cast, b.statements, b.questions, b.events) for b in briefings]
    of = (today, names.actors, shown, actors.actors, stories, looked_at)
    found = known.compared(of, lambda: _compared(joined, actors))
    whole = replace(joined, **found._asdict())
    return replace(whole, silences=silences(whole))


def _decided(shelf: Iterable[CheckedSheet], identity: Register, same: Joined) -> frozenset[str]:
    """Ids of the actors of whom a person who edited or reviewed them left open to whom they belong."""
    left = ((s, a) for s in shelf for a in s.sheet.actors if (a.reviewed or a.id in s.edited) and not a.affiliation)
    return frozenset(identity.home(same.own(s.sheet.article.id, a.id)) for s, a in left)


class _Compared(NamedTuple):
    """Fields of the corpus that only comparing tells."""

    questions: tuple[Question, ...]
    tellings: tuple[tuple[Event, ...], ...]
    claims: Mapping[tuple[str, str], tuple[Statement, ...]]
    denials: Mapping[tuple[str, str], tuple[Statement, ...]]
    changes: Mapping[tuple[str, str], Statement | None]
    said_since: Mapping[tuple[str, str], tuple[SaidSince, ...]]
    disputes: tuple[Dispute, ...]
    lookalikes: tuple[Lookalikes, ...]


def _compared(corpus: Corpus, register: ActorRegister) -> _Compared:
    casts = {b.id: corpus.known_actors(a.actor for a in b.cast) for b in corpus.briefings}
    said = Utterances(corpus)
    once = asked_once(corpus.questions, {b.id: b.day for b in corpus.briefings})
    return _Compared(
        once,
        tellings(corpus.events, casts),
        claims := find_claims(said),
        Deeds(said).denials(claims),
        find_changes(said),
        said_since(replace(corpus, questions=once)),
        find_disputes(corpus),
        find_lookalikes(corpus, register.actors),
    )


def _by_names(sheets: list[FactSheet], register: ActorRegister, short_names: bool) -> Joined:
    """What is one actor by its names."""
    census = Census(sheets, register.actors)
    join_equal_names(census)
    join_wordings(census)
    join_bodies_of_states(census)
    join_called_in_turn(census)
    short = dict(read_short_names(census, sheets))
    led = join_entourages(census, sheets, short)
    groups = [g for g in census.groups() if len(g.members) > 1]
    same = {k.id: g.id for g in groups for k in g.members[1:]}
    read_as = {s.article.id: {**led.get(s.article.id, {}), **short.get(s.article.id, {})} for s in sheets}
    return Joined(same, {g.id: g.commonest for g in groups}, read_as if short_names else {})


def _told(checked: CheckedSheet) -> str:
    """What the article tells: its title and its text; where that is not kept, what is shown of it."""
    sheet = checked.sheet
    said = (
        *(p.statement for p in sheet.positions if p.publish),
        *(q.question for q in sheet.open_questions if q.publish),
    )
    return "\n".join((sheet.article.title, checked.text or "\n".join((*(e.quote for e in sheet.lead), *said))))


class _Names:
    """Actors that may be shown, and what ids mean."""

    def __init__(self, actors: Mapping[str, Actor], actor_ids: Register, joined: Joined) -> None:
        self.actors = actors
        self._actor_ids, self._joined = actor_ids, joined

    def actor(self, sheet: str, wanted: str | None) -> str | None:
        found = self.actors_of(sheet, (wanted,) if wanted else ())
        return found[0] if found else None

    def actors_of(self, sheet: str, wanted: Iterable[str]) -> tuple[str, ...]:
        own = (self._joined.own(sheet, i) for i in wanted)
        return self._actor_ids.canonicals(own, self.actors)


class _Reading:
    """One sheet while it is turned into a briefing, whose items have the topics that the sheet names."""

    def __init__(
        self,
        checked: CheckedSheet,
        names: _Names,
        today: date | None,
        origins: Mapping[str, Origin],
        with_context: bool,
    ) -> None:
        self.with_context = with_context
        self.sheet, self.text, self.edited = checked.sheet, checked.text, checked.edited
        self.names, self.today, self.origins = names, today, origins
        self.ids = {item.id for item in (*self.sheet.positions, *self.sheet.open_questions, *self.sheet.events)}
        self.hidden = {a.id for a in self.sheet.actors if not a.publish or self.actor(a.id) is None}

    def briefing(self) -> Briefing:
        article = self.sheet.article
        statements = tuple(self.statement(p) for p in self.sheet.positions if p.publish and p.actor not in self.hidden)
        questions = tuple(self.question(q) for q in self.sheet.open_questions if q.publish)
        return Briefing(
            id=article.id,
            title=article.title,
            outlet=article.outlet,
            author=article.author,
            url=article.url if article.url and article.url.lower().startswith(("https://", "http://")) else None,
            day=first_day(article.published).isoformat() if article.published else None,
            file=article.file,
            sha256=article.sha256,
            text=self.text,
            bottom_line=self.sheet.bottom_line,
            lead=self.passage(self.sheet.lead),
            cast=self.cast(),
            statements=statements,
            questions=questions,
            events=tuple(self.event(e) for e in self.sheet.events if e.publish),
            topics=(),
            notes=self.sheet.notes,
            edited=bool(self.edited or self.sheet.bottom_line or self.sheet.notes),
            edited_fields=tuple(
                sorted(key.removeprefix("article.") for key in self.edited if key.startswith("article."))
            ),
            origin=self.origins.get(article.id),
            formerly=article.formerly,
            language=article.language,
        )

    def cast(self) -> tuple[Appearance, ...]:
        """Each canonical actor once, main before minor, otherwise in the order of the sheet."""
        parts: dict[str, Appearance] = {}
        for actor in self.sheet.actors:
            if actor.id in self.hidden or (key := self.actor(actor.id)) is None:
                continue
            name = self.names.actors[key].name
            before = parts.get(key)
            forms = (*(before.forms if before else ()), actor.name, *actor.aliases)
            parts[key] = Appearance(
                actor=key,
                main=actor.salience == "main" or bool(before and before.main),
                role=(before.role if before else None) or actor.role,
                forms=tuple(dict.fromkeys(f for f in forms if f != name)),
                edited=actor.id in self.edited or bool(before and before.edited),
            )
        return tuple(sorted(parts.values(), key=lambda a: not a.main))

    def statement(self, position: Position) -> Statement:
        return Statement(
            sheet=self.sheet.article.id,
            id=position.id,
            actor=self.actor(position.actor),
            act=position.act,
            mode=position.mode,
            wording=position.statement,
            source=position.source,
            cue=position.cue,
            via=None if position.via in self.hidden else self.actor(position.via),
            about=self.about(position.about),
            topics=position.topics,
            score=None if position.reviewed else position.score,
            passage=self.passage(position.evidence, position.cue),
            edited=position.id in self.edited,
            formerly=self.former(position),
            disputes=frozenset((link.sheet, link.position) for link in position.disputes),
            not_disputed_by=frozenset((link.sheet, link.position) for link in position.not_disputed_by),
        )

    def question(self, question: OpenQuestion) -> Question:
        article = self.sheet.article
        asked = first_day(article.published) if article.published else None
        due = last_day(question.due) if question.due and question.status == "open" else None
        return Question(
            sheet=article.id,
            id=question.id,
            question=question.question,
            kind=question.kind,
            status=question.status,
            due=question.due,
            answer=Answer(text=question.answer) if isinstance(question.answer, str) else None,
            not_answered_by=frozenset((link.sheet, link.position) for link in question.not_answered_by),
            about=self.about(question.about),
            topics=question.topics,
            passage=self.passage(question.evidence),
            edited=question.id in self.edited,
            age=max(0, (self.today - asked).days) if self.today and asked else None,
            overdue=max(0, (self.today - due).days) if self.today and due else 0,
            left=(due - self.today).days if self.today and due and due >= self.today else None,
            formerly=self.former(question),
            score=None if question.reviewed or question.id in self.edited else question.score,
        )

    def event(self, event: SheetEvent) -> Event:
        return Event(
            sheet=self.sheet.article.id,
            id=event.id,
            event=event.event,
            date=event.date,
            when=event.when,
            passage=self.passage(event.evidence),
            edited=event.id in self.edited,
            ahead=bool(event.date and self.today and first_day(event.date) > self.today),
            formerly=self.former(event),
        )

    def actor(self, wanted: str | None) -> str | None:
        return self.names.actor(self.sheet.article.id, wanted)

    def about(self, ids: Iterable[str]) -> tuple[str, ...]:
        return self.names.actors_of(self.sheet.article.id, (i for i in ids if i not in self.hidden))

    def former(self, item: Anchored) -> tuple[str, ...]:
        """The ids that an item had, but for one that another has now."""
        return tuple(dict.fromkeys(i for i in item.formerly if i not in self.ids))

    def passage(self, evidence: tuple[Evidence, ...], cue: str | None = None) -> Passage:
        text = self.text or ""
        return _passage(text, evidence, cue) if self.with_context else _bare_passage(text, evidence)


@lru_cache(maxsize=100_000)
def _passage(text: str, evidence: tuple[Evidence, ...], cue: str | None) -> Passage:
    """Where the evidence stands; kept, since of a project that is edited live nearly all stays from build to build."""
    bare = _bare_passage(text, evidence)
    around = in_context(text, bare.evidence)
    return replace(bare, cue=nearest(text, cue, around, bare.evidence) if cue and around else (), context=around)


def _bare_passage(text: str, evidence: tuple[Evidence, ...]) -> Passage:
    """The evidence alone, with its places where there is a text that has them."""
    spans = tuple(sorted(Span(e.start, e.end) for e in evidence)) if text else ()
    return Passage(evidence=spans, quotes=tuple(e.quote for e in evidence))


def _newest(sheets: Iterable[FactSheet]) -> date | None:
    return max((first_day(s.article.published) for s in sheets if s.article.published), default=None)


def _with_answers(briefings: list[Briefing], sheets: list[FactSheet]) -> list[Briefing]:
    """The briefings with each link to an answer followed; one to a statement that is not published is dropped."""
    statements = {(s.sheet, s.id): s for b in briefings for s in b.statements}
    links = {
        (s.article.id, q.id): q.answer for s in sheets for q in s.open_questions if isinstance(q.answer, PositionLink)
    }

    def answered(question: Question) -> Question:
        link = links.get((question.sheet, question.id))
        statement = statements.get((link.sheet, link.position)) if link else None
        return replace(question, answer=Answer(statement=statement)) if statement else question

    linked = {sheet for sheet, _ in links}
    return [replace(b, questions=tuple(map(answered, b.questions))) if b.id in linked else b for b in briefings]


def _urgency(question: Question) -> tuple[int, int, int]:
    """Overdue first, the longest first; then by state, the youngest first."""
    return (STATE_ORDER[question.status], -question.overdue, question.age if question.age is not None else 10**6)

"""All published fact sheets joined: actors and topics across articles, statements, open questions, the timeline.

Plain data: nothing that is ``publish: false``, ids resolved, ages counted to `Corpus.as_of`, offsets of the kept text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from briefwright.errors import Problem
from briefwright.model.cast import Actor, Appearance, Likeness, Lookalikes
from briefwright.model.factsheet import Act, Mode, QuestionKind, Status
from briefwright.model.order import grouped
from briefwright.model.text import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Where in its article's normalised text an item stands: evidence, attributing words, the sentences around both."""

    evidence: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    context: tuple[Span, ...] = ()
    """Empty where the article's text is not kept; then only `quotes` can be shown."""
    quotes: tuple[str, ...] = ()
    """The evidence in words, as the sheet holds it. Empty for what a person added without evidence."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A published position. `sheet` and `id` together are its permanent address."""

    sheet: str
    id: str
    actor: str | None
    act: Act
    mode: Mode
    wording: str
    """The statement as the sheet words it, readable by itself."""
    source: str | None
    """The article's words that name who says it."""
    cue: str | None
    """The article's words that attribute it."""
    via: str | None
    about: tuple[str, ...]
    topics: tuple[str, ...]
    score: float | None
    """None, too, where a person found the reading right."""
    passage: Passage
    edited: bool
    formerly: tuple[str, ...] = ()
    """Ids that it had before, which links may still lead to; of the other items, actors and briefings, too."""
    disputes: frozenset[tuple[str, str]] = frozenset()
    """Sheet and id of statements that it contradicts, as a person found."""
    not_disputed_by: frozenset[tuple[str, str]] = frozenset()
    """The same of those that a person found not to contradict it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What closes a question: the editor's words, or a statement of a sheet that is published."""

    text: str | None = None
    statement: Statement | None = None


LIKELY = 0.5
"""Score of an open question from which on a reader more likely follows it up than not."""


@dataclass(frozen=True, slots=True)
class Question:
    """An open, answered or dropped question; ages in days, None where the article has no date."""

    sheet: str
    id: str
    question: str
    kind: QuestionKind
    status: Status
    due: str | None
    answer: Answer | None
    not_answered_by: frozenset[tuple[str, str]]
    """Sheet and id of statements that a person found to be no answer."""
    about: tuple[str, ...]
    topics: tuple[str, ...]
    passage: Passage
    edited: bool
    age: int | None
    overdue: int
    """Days since the last day of `due`; 0 where it is not over, not given, or the question is closed."""
    left: int | None = None
    """Days until the last day of `due`; None where it is over, not given, or the question is closed."""
    formerly: tuple[str, ...] = ()
    also: tuple[Question, ...] = ()
    """The same question in later articles, the earliest first; only in `Corpus.questions`."""
    score: float | None = None
    """How likely a reader follows it up, as the parser reads it; None where a person edited or reviewed it."""

    @property
    def is_likely(self) -> bool:
        """Whether it is likelier than not that a reader follows it up; what a person looked at always is."""
        return self.score is None or self.score >= LIKELY or any(q.is_likely for q in self.also)


@dataclass(frozen=True, slots=True)
class Dispute:
    """Statements that contradict each other, by two sides; neither is ever empty, and each in the order of time."""

    earlier: tuple[Statement, ...]
    """The side that spoke first."""
    against: tuple[Statement, ...]
    question: Question | None
    """The open question in which an article says that it is disputed, if one does."""
    confirmed: bool
    """Whether a person found every one of these contradictions; else they are read by the program."""
    day: str | None
    """ISO date from which on both sides are known; None where an article has no date."""
    age: int | None
    """Days since then."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Of both sides."""
        return self.earlier + self.against

    @property
    def is_open(self) -> bool:
        """Whether no editor has closed its question."""
        return self.question is None or self.question.status == "open"


@dataclass(frozen=True, slots=True)
class Event:
    """What happened or is announced; `ahead` where its date lies after `Corpus.as_of`."""

    sheet: str
    id: str
    event: str
    date: str | None
    when: str | None
    passage: Passage
    edited: bool
    ahead: bool
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic of the whole project."""

    id: str
    name: str
    description: str | None
    formerly: tuple[str, ...] = ()
    """Ids that were merged into it."""
    forms: tuple[str, ...] = ()
    """The names of these."""
    words: tuple[str, ...] = ()
    """Folded; an item that uses one is about it. None for a state, which items are about by themselves."""


@dataclass(frozen=True, slots=True)
class SaidSince:
    """A later statement or event on the matter of an open question, and the share of its words that this repeats."""

    told: Statement | Event
    likeness: float


@dataclass(frozen=True, slots=True)
class Origin:
    """The briefing whose text another repeats, never a copy itself; `compared` unless a person named it."""

    sheet: str
    compared: bool


@dataclass(frozen=True, slots=True)
class Briefing:
    """One article's published content."""

    id: str
    title: str
    outlet: str | None
    author: str | None
    url: str | None
    """Only ever an http or https address."""
    day: str | None
    """ISO date of publication, without a time; always a day of the calendar."""
    file: str | None
    sha256: str | None
    text: str | None
    bottom_line: str | None
    lead: Passage
    cast: tuple[Appearance, ...]
    statements: tuple[Statement, ...]
    questions: tuple[Question, ...]
    events: tuple[Event, ...]
    topics: tuple[str, ...]
    notes: str | None
    edited: bool
    """Whether a person edited anything, or wrote a bottom line or notes."""
    edited_fields: tuple[str, ...]
    """Which of title, outlet, author, url, published and lead a person changed, sorted."""
    origin: Origin | None
    """Whose text this one repeats; what a copy says counts once, in its origin."""
    formerly: tuple[str, ...] = ()
    language: str = "en"
    """Of the article, as the sheet has it: “en” or the like."""


@dataclass(frozen=True)
class Corpus:
    """The published sheets, joined. Sequences are in the order in which they are shown."""

    as_of: date | None
    """The day that ages count to; None where it is not set and no article has a date."""
    briefings: tuple[Briefing, ...]
    """Newest first; undated last."""
    actors: Mapping[str, Actor]
    """By id, in the order of their names."""
    topics: Mapping[str, Topic]
    """By id, in the order of their names."""
    statements: tuple[Statement, ...]
    """Of all articles but copies; newest article first, then in the order of the text."""
    questions: tuple[Question, ...]
    """Of all articles but copies: overdue (longest first), open, answered, dropped; once what several articles ask."""
    events: tuple[Event, ...]
    """Of all articles but copies, earliest first, undated last; as `in_time` sorts them."""
    stories: tuple[tuple[str, ...], ...] = ()
    """Ids of the briefings that tell one story, two or more, the earliest first, undated last."""
    tellings: tuple[tuple[Event, ...], ...] = ()
    """The same events, each once: first one telling of it, then those of others in nearly the same words."""
    claims: Mapping[tuple[str, str], tuple[Statement, ...]] = field(default_factory=dict)
    """By sheet and id of a statement that several articles report: all of its claim, earliest first, undated last."""
    denials: Mapping[tuple[str, str], tuple[Statement, ...]] = field(default_factory=dict)
    """By sheet and id of a statement of a claim, or against one: those who say the opposite, earliest first."""
    made_by: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By sheet and id of a statement where it comes from: a medium that is cited, or an agency, or an outlet."""
    changes: Mapping[tuple[str, str], Statement | None] = field(default_factory=dict)
    """By sheet and id of one with which its speaker turns: the earlier one; None where the article tells the turn."""
    said_since: Mapping[tuple[str, str], tuple[SaidSince, ...]] = field(default_factory=dict)
    """By sheet and id of an open question: later statements that may answer it, the likeliest first."""
    silences: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """By sheet and id of an open question: days from the last article on it to the newest of all."""
    disputes: tuple[Dispute, ...] = ()
    """Newest first, undated last."""
    lookalikes: tuple[Lookalikes, ...] = ()
    """The likeliest first; a person decides."""
    unread: tuple[Problem, ...] = ()
    """What is wrong with the articles that could not be read, by file."""

    @cached_property
    def by_id(self) -> Mapping[str, Briefing]:
        """The briefings by their ids."""
        return {b.id: b for b in self.briefings}

    def copies_of(self, sheet: str) -> tuple[str, ...]:
        """Ids of the briefings that repeat this one, in their order."""
        return self._copies.get(sheet, ())

    def story_of(self, sheet: str) -> tuple[str, ...]:
        """Ids of all briefings of this one's story, itself among them, in their order; none where it stands alone."""
        return self._stories.get(sheet, ())

    def said_by(self, actor: str | None) -> tuple[Statement, ...]:
        """What the actor says in its own name; for None what nobody is named for."""
        return self._by_actor.get(actor, ())

    def said_for(self, actor: str) -> tuple[Statement, ...]:
        """What actors say that belong to this one, directly or through others."""
        return tuple(s for member in sorted(self.members(actor)) for s in self.said_by(member))

    def said_about(self, actor: str) -> tuple[Statement, ...]:
        """What others say about the actor; not what it, or who belongs to it, says."""
        own = self.members(actor) | {actor}
        return tuple(s for s in self._about.get(actor, ()) if s.actor not in own)

    def common_among(self, statements: Iterable[Statement]) -> tuple[str, ...]:
        """Ids of the common words under which these statements of several stories are said, most statements first."""
        said = grouped((s.actor, s.sheet) for s in statements if s.actor and self.actors[s.actor].is_common)
        found = [a for a, sheets in said.items() if len({(*self.story_of(i), i)[0] for i in sheets}) > 1]
        return tuple(sorted(found, key=lambda a: (-len(said[a]), a)))

    def by_known(self, statements: Iterable[Statement]) -> list[Statement]:
        """These statements without those of such common words: whose together they are nobody knows."""
        statements = list(statements)
        common = self.common_among(statements)
        return [s for s in statements if s.actor not in common]

    def known_actors(self, actors: Iterable[str | None]) -> frozenset[str]:
        """Those of these actors that are no such common words, and so the same in whichever story."""
        return frozenset(a for a in actors if a and not self.actors[a].is_common)

    def members(self, actor: str) -> frozenset[str]:
        """Ids of the actors whose affiliation leads to this one."""
        found: set[str] = set()
        stack = [actor]
        while stack:
            new = self._affiliated.get(stack.pop(), frozenset()) - found - {actor}
            found |= new
            stack.extend(new)
        return frozenset(found)

    def perhaps_same(self, actor: str) -> tuple[tuple[str, Likeness], ...]:
        """Ids of the actors that may well be this one, the likeliest first, and what of their names makes them so."""
        return self._perhaps_same.get(actor, ())

    def disputes_in(self, sheet: str) -> tuple[Dispute, ...]:
        """Those with a statement of this briefing."""
        return self._disputes_in.get(sheet, ())

    def disputes_with(self, actor: str) -> tuple[Dispute, ...]:
        """Those in which the actor speaks for itself."""
        return self._disputes_with.get(actor, ())

    def disputes_on(self, topic: str) -> tuple[Dispute, ...]:
        """Those with a statement on this topic."""
        return self._disputes_on.get(topic, ())

    @cached_property
    def _perhaps_same(self) -> Mapping[str, tuple[tuple[str, Likeness], ...]]:
        shown = [p for p in self.lookalikes if p.is_shown]
        return grouped((a, (b, p.likeness)) for p in shown for a, b in ((p.one, p.other), (p.other, p.one)))

    @cached_property
    def _disputes_in(self) -> Mapping[str, tuple[Dispute, ...]]:
        return grouped((sheet, d) for d in self.disputes for sheet in dict.fromkeys(s.sheet for s in d.statements))

    @cached_property
    def _disputes_with(self) -> Mapping[str, tuple[Dispute, ...]]:
        return grouped((a, d) for d in self.disputes for a in dict.fromkeys(s.actor for s in d.statements) if a)

    @cached_property
    def _disputes_on(self) -> Mapping[str, tuple[Dispute, ...]]:
        return grouped((t, d) for d in self.disputes for t in dict.fromkeys(t for s in d.statements for t in s.topics))

    @cached_property
    def _copies(self) -> Mapping[str, tuple[str, ...]]:
        return grouped((b.origin.sheet, b.id) for b in self.briefings if b.origin)

    @cached_property
    def _stories(self) -> Mapping[str, tuple[str, ...]]:
        return {sheet: story for story in self.stories for sheet in story}

    @cached_property
    def _by_actor(self) -> Mapping[str | None, tuple[Statement, ...]]:
        return grouped((s.actor, s) for s in self.statements)

    @cached_property
    def _about(self) -> Mapping[str, tuple[Statement, ...]]:
        return grouped((actor, s) for s in self.statements for actor in s.about)

    @cached_property
    def _affiliated(self) -> Mapping[str, frozenset[str]]:
        pairs = grouped((a.affiliation, a.id) for a in self.actors.values() if a.affiliation)
        return {whole: frozenset(parts) for whole, parts in pairs.items()}

"""The fact sheet and the registers: the types behind the YAML that people edit, with field names that are public.

Items hold exactly what the YAML holds; `sheets` reads and writes them, `facts` makes them, `corpus` joins them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal["person", "organisation", "state", "group", "media"]
Act = Literal["assert", "deny", "demand", "support", "oppose", "warn", "commit", "ask", "decline"]
Mode = Literal["direct", "indirect", "mixed"]
QuestionKind = Literal["asked", "unknown", "unconfirmed", "disputed", "pending"]
Status = Literal["open", "answered", "dropped"]

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
Text = Annotated[str, Field(min_length=1, max_length=20_000)]
PartialDate = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
DateTime = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$")]
Score = Annotated[float, Field(ge=0, le=1)]
SameAs = Annotated[str, Field(pattern=r"^(Q[1-9][0-9]*|https?://[^\s/<>\"]+[^\s<>\"]*)$", max_length=2000)]


def is_one_kind(one: Kind, other: Kind) -> bool:
    """Whether one actor may be read as both kinds: a body passes for a group or a medium."""
    bodies = {"organisation", "group", "media"}
    return one == other or {one, other} <= bodies


class Part(BaseModel):
    """Base of all parts of a sheet: unknown keys are mistakes, nothing is coerced, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Evidence(Part):
    """Words of the normalised text: `quote` is exactly the text from `start` to `end` (end excluded)."""

    quote: Text = Field(description="The article's words, exactly as in the text")
    start: int = Field(ge=0, description="Offset of the first character in the normalised text")
    end: int = Field(ge=0, description="Offset after the last character")


class Item(Part):
    """What the parser finds and a person may correct; an id is made once and only carried on."""

    id: Id = Field(description="Permanent id; never change it, links point to it")
    publish: bool = Field(default=True, description="false keeps the item out of the site")
    reviewed: bool = Field(default=False, description="true: a person read it and found it right; it is kept as it is")


class Anchored(Item):
    """An item with a place of its own on the briefing's page, which links lead to."""

    formerly: tuple[Id, ...] = Field(default=(), description="Ids that it had before; links to them still lead here")


class Actor(Item):
    """Somebody who acts or speaks in the article."""

    name: Text = Field(description="The fullest name")
    kind: Kind = Field(description="person, organisation, state, group or media")
    role: str | None = Field(default=None, description="Role or title, in the words of the text")
    affiliation: Id | None = Field(default=None, description="Id of the actor it belongs to")
    aliases: tuple[Text, ...] = Field(default=(), description="Other forms that the text uses, no pronouns")
    salience: Literal["main", "minor"] = Field(default="minor", description="main or minor in this article")


class PositionLink(Part):
    """A position of another fact sheet, or of this one."""

    sheet: Id
    position: Id


class Position(Anchored):
    """What somebody says, wants or refuses, as the article attributes it."""

    actor: Id | None = Field(default=None, description="Id of who holds it; null where the text names nobody")
    act: Act = Field(description="What kind of act it is")
    mode: Mode = Field(default="indirect", description="direct, indirect or mixed speech")
    statement: Text = Field(description="What is said, readable by itself")
    source: str | None = Field(default=None, description="The words of the text that name the source")
    cue: str | None = Field(default=None, description="The words that attribute")
    via: Id | None = Field(default=None, description="Id of the actor that passes it on")
    about: tuple[Id, ...] = Field(default=(), description="Ids of the actors it is about")
    topics: tuple[Id, ...] = Field(default=(), description="Ids of topics")
    score: Score | None = Field(default=None, description="How sure the parser is of its reading; not of the truth")
    evidence: tuple[Evidence, ...] = Field(default=(), description="The words that carry it")
    disputes: tuple[PositionLink, ...] = Field(
        default=(), description="Positions {sheet: …, position: …} that it contradicts, as a person found"
    )
    not_disputed_by: tuple[PositionLink, ...] = Field(
        default=(), description="Positions {sheet: …, position: …} that do not contradict it; never offered again"
    )


class OpenQuestion(Anchored):
    """What the article leaves open."""

    question: Text = Field(description="Phrased as a person would ask it")
    kind: QuestionKind = Field(description="asked, unknown, unconfirmed, disputed or pending")
    status: Status = Field(default="open", description="open, answered or dropped; only a person changes it")
    due: PartialDate | None = Field(default=None, description="ISO date by which the text says it will be decided")
    answer: str | PositionLink | None = Field(default=None, description="Text, or {sheet: …, position: …}")
    not_answered_by: tuple[PositionLink, ...] = Field(
        default=(), description="Positions {sheet: …, position: …} that do not answer it; never offered again"
    )
    about: tuple[Id, ...] = Field(default=(), description="Ids of the actors it is about")
    topics: tuple[Id, ...] = Field(default=(), description="Ids of topics")
    score: Score | None = Field(default=None, description="How sure the parser is of its reading")
    evidence: tuple[Evidence, ...] = Field(default=(), description="The words that leave it open")


class Event(Anchored):
    """What happened or is announced."""

    event: Text = Field(description="What happens, in the words of the text")
    date: PartialDate | None = Field(default=None, description="ISO, as exact as known: 2023, 2023-03 or 2023-03-20")
    when: str | None = Field(default=None, description="The words that date it")
    evidence: tuple[Evidence, ...] = Field(default=(), description="The words that tell it")


class ArticleInfo(Part):
    """What is known about the article."""

    id: Id = Field(description="Stem of the sheet's file name")
    formerly: tuple[Id, ...] = Field(default=(), description="Ids that the sheet had before; their pages lead here")
    title: Text
    outlet: str | None = Field(default=None, description="Publisher")
    author: str | None = None
    url: str | None = None
    published: DateTime | None = Field(default=None, description="ISO date or date-time")
    language: str = "en"
    file: str | None = Field(default=None, description="The seed file, relative to the project")
    sha256: str | None = Field(default=None, description="Of the normalised text in texts/<id>.txt")
    origin: Id | None = Field(
        default=None, description="Id of the sheet whose text this one repeats; its own id if it is no copy"
    )
    story: Id | None = Field(
        default=None, description="Id of a sheet whose story this one belongs to; its own id if to no other's"
    )


class Generated(Part):
    """What the parser wrote, so that it can tell what a person edited since. Never edited by hand."""

    parser: str = Field(description="Name and version of the parser")
    source: str | None = Field(default=None, description="SHA-256 of the seed file that was read")
    items: dict[str, str] = Field(default={}, description="Fingerprint of each item as the parser wrote it")
    new_words: dict[str, tuple[Evidence, ...]] = Field(
        default={}, description="Other words from which the parser now reads an item that a person edited"
    )


class FactSheet(Part):
    """One article's fact sheet, the whole YAML file."""

    schema_version: Literal[1] = Field(alias="schema", description="Version of this format")
    publish: bool = Field(default=True, description="false keeps the whole sheet out of the site")
    article: ArticleInfo
    bottom_line: str | None = Field(default=None, description="The editor's judgement in one or two sentences")
    lead: tuple[Evidence, ...] = Field(default=(), description="The article's own sentences that carry the story")
    actors: tuple[Actor, ...] = ()
    positions: tuple[Position, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    events: tuple[Event, ...] = ()
    notes: str | None = Field(default=None, description="The editor's free text, Markdown; rendered on the page")
    generated: Generated | None = None


class RegisteredRole(Part):
    """An office that an actor holds or held, and when."""

    role: Text = Field(description="Role or title")
    since: PartialDate | None = Field(default=None, alias="from", description="ISO date on which it begins")
    until: PartialDate | None = Field(default=None, alias="to", description="ISO date on which it ends")


class RegisteredActor(Part):
    """One actor of the whole project."""

    id: Id
    name: Text = Field(description="Canonical name, shown everywhere")
    kind: Kind
    aliases: tuple[Text, ...] = ()
    description: str | None = None
    roles: tuple[RegisteredRole, ...] = Field(default=(), description="Offices with their dates, shown in this order")
    merge: tuple[Id, ...] = Field(default=(), description="Ids that are this same actor")
    distinct: tuple[Id, ...] = Field(default=(), alias="not", description="Ids that look alike and are someone else")
    same_as: SameAs | None = Field(default=None, description="Wikidata id or URL; never looked up")
    publish: bool = True


class RegisteredTopic(Part):
    """One topic of the whole project."""

    id: Id
    name: Text
    aliases: tuple[Text, ...] = ()
    description: str | None = None
    merge: tuple[Id, ...] = ()
    distinct: tuple[Id, ...] = Field(default=(), alias="not")
    publish: bool | None = Field(
        default=None, description="true shows it, false hides it; without, it is shown where several articles share it"
    )


class ActorRegister(Part):
    """`factsheets/_actors.yml`."""

    schema_version: Literal[1] = Field(alias="schema")
    actors: tuple[RegisteredActor, ...] = ()
    generated: Generated | None = None


class TopicRegister(Part):
    """`factsheets/_topics.yml`."""

    schema_version: Literal[1] = Field(alias="schema")
    topics: tuple[RegisteredTopic, ...] = ()
    generated: Generated | None = None


class Topic(Part):
    """A topic that the parser suggests for one article."""

    id: Id
    name: Text


class Findings(Part):
    """All that the parser found in one article; every item stands in the article's own words."""

    lead: tuple[Evidence, ...] = ()
    actors: tuple[Actor, ...] = ()
    positions: tuple[Position, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    events: tuple[Event, ...] = ()
    topics: tuple[Topic, ...] = ()

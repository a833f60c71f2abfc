"""The corpus and the shelf in; out all that waits for a person's decision, what matters most first. Pure.

What is decided stands in the sheets and the register (`reviewed`, `merge`, `not`, `not_answered_by`, `disputes`,
`not_disputed_by`, an item that is gone or changed), so that it is not found here again; nothing else is remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Literal, get_args

from briefwright.corpus import contradictions, find_lookalikes, in_context, said_since
from briefwright.desk.speakers import Names
from briefwright.desk.weight import Weights
from briefwright.model.cast import Lookalikes
from briefwright.model.corpus import Corpus, Passage, Question, Statement
from briefwright.model.factsheet import Evidence, Item
from briefwright.model.text import Span
from briefwright.sheets import LoadedSheet, Shelf
from briefwright.sheets.fingerprint import all_items, evidence_of

Kind = Literal["conflict", "reading", "lookalike", "speaker", "dispute", "answer", "overdue"]
KINDS: tuple[Kind, ...] = get_args(Kind)

UNSURE_BELOW = 0.7
"""A reading scored below it is worth a look: calibrated, three in ten of those just below are wrong."""
NEAR = 160
"""Characters shown at most on either side of an actor's name."""
RARE = 10
"""A name so many times as rare as another is not the one to keep."""
BLOCKS = 1.0
"""Added to what keeps the site from being built."""
COMPARED = 0.5
"""Part of its value that a decision keeps which only comparing statements finds; so none of them is worth more."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of an article, or of a sheet where the article lacks them, and which of them the finding rests on."""

    text: str
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be chosen: an actor by its id, with its sheet a statement, or new words for the item with this id.

    `words` tell a person which it is.
    """

    id: str
    words: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing for a person to decide.

    `id` is that of the item, or of the actor that `other` may be the same as. Of a dispute `other` is the sheet and the
    id of the position that the item may contradict, with a slash between.
    """

    kind: Kind
    id: str
    reason: str
    value: float
    """How much it matters, 0 to 1; `BLOCKS` more where the site cannot be built before."""
    sheet: str = ""
    item: Item | None = None
    other: str = ""
    finding: str = ""
    """What was read, in a sentence."""
    show: Callable[[], Iterable[Excerpt]] = tuple
    """Makes the `excerpts`, once somebody is to see them: of most decisions nobody does."""
    candidates: tuple[Candidate, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from all others."""
        return self.kind, self.sheet, self.id, self.other

    @property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """The passages that the finding rests on."""
        return tuple(self.show())


def decisions(corpus: Corpus, shelf: Shelf, unsure_below: float = UNSURE_BELOW) -> Iterator[Decision]:
    """All that waits, the most valuable first; at the same value in the order of the site.

    Statements are not compared before all that is worth more has been taken: a person need not wait for the rest.
    """
    finder = _Finder(corpus, shelf, max(unsure_below, UNSURE_BELOW))
    soon = _ordered(chain(finder.conflicts(), finder.readings(), finder.lookalikes(), finder.unsure_questions()))
    first = [d for d in soon if round(d.value, 4) > COMPARED]
    yield from first
    yield from _ordered(chain(soon[len(first) :], finder.questions(), finder.disputes()))


def _ordered(found: Iterable[Decision]) -> list[Decision]:
    return sorted(found, key=lambda d: (-round(d.value, 4), KINDS.index(d.kind)))


class _Finder:
    def __init__(self, corpus: Corpus, shelf: Shelf, unsure_below: float) -> None:
        self.corpus, self.shelf, self.unsure_below = corpus, shelf, unsure_below
        self.weights, self.names = Weights(corpus), Names(corpus)
        self.items = {key: {i.id: i for _, i in all_items(s.sheet)} for key, s in shelf.sheets.items()}

    def conflicts(self) -> Iterator[Decision]:
        """Items whose words are not in the article's text, as a change of the article leaves them."""
        for sheet_id, loaded in self.shelf.ungrounded.items():
            for _, item in all_items(loaded.sheet):
                if lost := lost_quotes(loaded, item):
                    reason = "the article does not have the words that this rests on, so the site cannot be built"
                    now = "”; “".join(e.quote for e in new_words(loaded, item))
                    candidates = (Candidate(item.id, f"The parser now reads “{now}”."),) if now else ()
                    yield Decision(
                        "conflict", item.id, reason, BLOCKS + 1, sheet_id, item, "", words_of(item),
                        partial(map, _quoted, lost), candidates,
                    )  # fmt: skip

    def readings(self) -> Iterator[Decision]:
        """Statements and questions that the parser was not sure to read right, and those whose speaker it missed."""
        for s in self.corpus.statements:
            item, seen = self.items[s.sheet][s.id], self.weights.of_statement(s)
            if self._is_own(s, item):
                continue
            source = s.source if s.actor is None else None
            if source and (known := self.names.in_source(source, self.shelf.sheets[s.sheet].sheet)):
                candidates = tuple(Candidate(i, name) for i, name in known.actors)
                reason = f"nobody is named as speaker, and the source is “{source}”"
                yield self._of(s, "speaker", item, reason, known.share * seen, candidates)
            if s.score is not None and s.score < self.unsure_below:
                reason = f"uncertain reading ({s.score:.2f}){self.weights.why(s)}"
                yield self._of(s, "reading", item, reason, (1 - s.score) * seen)

    def unsure_questions(self) -> Iterator[Decision]:
        """Questions that the parser was not sure to read right."""
        for q in self.corpus.questions:
            item = self.items[q.sheet][q.id]
            score = getattr(item, "score", None)
            if score is not None and score < self.unsure_below and not self._is_own(q, item):
                value = (1 - score) * self.weights.of_question(q)
                yield self._of(q, "reading", item, f"uncertain reading ({score:.2f})", value)

    def questions(self) -> Iterator[Decision]:
        """Open questions that something said since may answer, and the overdue."""
        offered = said_since(self.corpus)
        for q in self.corpus.questions:
            item, seen = self.items[q.sheet][q.id], self.weights.of_question(q)
            since = [(a.told, a.likeness) for a in offered.get((q.sheet, q.id), ()) if isinstance(a.told, Statement)]
            if since:
                candidates = tuple(Candidate(s.id, self._said(s), s.sheet) for s, _ in since)
                reason = f"said since, perhaps an answer{'; overdue' if q.overdue else ''}"
                yield self._of(q, "answer", item, reason, since[0][1] * seen * COMPARED, candidates)
            if q.overdue:
                reason = f"was due {q.due}, {q.overdue} {'day' if q.overdue == 1 else 'days'} ago"
                yield self._of(q, "overdue", item, reason, seen * COMPARED)

    def disputes(self) -> Iterator[Decision]:
        """Contradictions that the program reads and nobody has decided on."""
        for found in contradictions(self.corpus):
            said, against = found.said, found.against
            if is_decided(said, against) or is_decided(against, said):
                continue
            reason = f"read as a contradiction of what {self._speaker(said)} said"
            item, seen = self.items[against.sheet][against.id], self.weights.of_statement(against)
            yield Decision(
                "dispute", against.id, reason, seen * COMPARED, against.sheet, item, f"{said.sheet}/{said.id}",
                f"{self._said(said)}\n{self._said(against)}", partial(self._excerpts, said, against),
            )  # fmt: skip

    def lookalikes(self) -> Iterator[Decision]:
        """Actors that may be one and the same; none while the register that holds the decisions cannot be read."""
        if self.shelf.actor_ids is None:
            return
        for pair in find_lookalikes(self.corpus, self.shelf.actors.actors):
            yield self._pair(pair)

    def _pair(self, pair: Lookalikes) -> Decision:
        """A full name stays before a short one that is not much commoner; of two full names the one met more often."""
        actors = self.corpus.actors
        met = {a: len(self.weights.articles.get(a, ())) for a in (pair.one, pair.other)}
        rare = max(met.values()) // RARE
        order = sorted(met, key=lambda a: (met[a] < rare, " " not in actors[a].name, -met[a], -len(actors[a].name), a))
        keep, other = (actors[a] for a in order)
        finding = f"{self._told(keep.id)}\n{self._told(other.id)}"
        value = pair.score * self.weights.of_actors((keep.id, other.id))
        return Decision(
            "lookalike", keep.id, "; ".join(pair.reasons), value, other=other.id, finding=finding,
            show=lambda: (e for a in (keep.id, other.id) for e in self._met(a)),
        )  # fmt: skip

    def _told(self, actor_id: str) -> str:
        actor = self.corpus.actors[actor_id]
        articles = len(self.weights.articles.get(actor_id, ()))
        about = "; ".join((*actor.roles[:2], f"{articles} article{'' if articles == 1 else 's'}"))
        return f"{actor.name} ({actor.kind}; {about})"

    def _met(self, actor_id: str) -> Iterator[Excerpt]:
        """The first place where its newest article with a text names the actor."""
        actor = self.corpus.actors[actor_id]
        texts = (b.text for b in self.weights.articles.get(actor_id, ()) if b.text)
        for text in islice(texts, 1):
            for form in (actor.name, *actor.forms):
                if (place := text.find(form)) >= 0:
                    yield _around(text, Span(place, place + len(form)))
                    return

    def _of(
        self,
        found: Statement | Question,
        kind: Kind,
        item: Item,
        reason: str,
        value: float,
        candidates: Sequence[Candidate] = (),
    ) -> Decision:
        told = self._said(found, placed=False) if isinstance(found, Statement) else f"Question: {found.question}"
        return Decision(
            kind, found.id, reason, value, found.sheet, item, finding=told,
            show=partial(self._excerpts, found), candidates=tuple(candidates),
        )  # fmt: skip

    def _is_own(self, found: Statement | Question, item: Item) -> bool:
        """Whether a person changed it, found it right or commented it."""
        return item.reviewed or found.edited or found.id in self.shelf.sheets[found.sheet].held

    def _said(self, s: Statement, placed: bool = True) -> str:
        briefing = self.corpus.by_id[s.sheet]
        place = f" ({', '.join(filter(None, (briefing.outlet, briefing.day)))})" if placed else ""
        return f"{self._speaker(s)}, {s.act}: {s.wording}{place if place != ' ()' else ''}"

    def _speaker(self, s: Statement) -> str:
        return self.corpus.actors[s.actor].name if s.actor else f"“{s.source}”" if s.source else "Nobody named"

    def _excerpts(self, *found: Statement | Question) -> tuple[Excerpt, ...]:
        return tuple(self._excerpt(f.sheet, f.passage) for f in found)

    def _excerpt(self, sheet: str, passage: Passage) -> Excerpt:
        """The sentences around a finding with its evidence marked; without the article's text, the evidence alone."""
        text = self.corpus.by_id[sheet].text
        around = in_context(text, passage.evidence)
        if not text or not around:
            return _joined((e.text, e.marks) for e in map(_quoted, passage.quotes))
        return _joined(
            (
                text[c.start : c.end],
                tuple(Span(e.start - c.start, e.end - c.start) for e in passage.evidence if e.overlaps(c)),
            )
            for c in around
        )


def is_decided(one: Statement, other: Statement) -> bool:
    """Whether the one says of the other that it contradicts it, or that it does not."""
    return (other.sheet, other.id) in one.disputes | one.not_disputed_by


def lost_quotes(loaded: LoadedSheet, item: Item) -> tuple[str, ...]:
    """The quotations of an item that its article's text does not have at their places; none where the text is gone."""
    if loaded.text is None:
        return ()
    kept = still_grounded(loaded, item)
    return tuple(e.quote for e in evidence_of(item) if e not in kept)


def still_grounded(loaded: LoadedSheet, item: Item) -> tuple[Evidence, ...]:
    """The evidence of an item that its article's text has at its place."""
    text = loaded.text or ""
    return tuple(e for e in evidence_of(item) if text[e.start : e.end] == e.quote)


def new_words(loaded: LoadedSheet, item: Item) -> tuple[Evidence, ...]:
    """The words from which the parser now reads an item whose own are lost."""
    generated, text = loaded.sheet.generated, loaded.text or ""
    found = generated.new_words.get(item.id, ()) if generated else ()
    return found if all(text[e.start : e.end] == e.quote for e in found) else ()


def words_of(item: Item) -> str:
    """The words that an item is known by."""
    fields = ("statement", "question", "event", "name")
    return str(next(value for field in fields if (value := getattr(item, field, None))))


def _around(text: str, named: Span) -> Excerpt:
    """The paragraph around a name, as far as it is near, in whole words."""
    before = text[text.rfind("\n", 0, named.start) + 1 : named.start]
    behind = text[named.end :].split("\n", 1)[0]
    if len(before) > NEAR:
        before = f"… {before[-NEAR:].partition(' ')[2]}"
    if len(behind) > NEAR:
        behind = f"{behind[:NEAR].rpartition(' ')[0]} …"
    name = text[named.start : named.end]
    return Excerpt(before + name + behind, (Span(len(before), len(before) + len(name)),))


def _quoted(words: str) -> Excerpt:
    return Excerpt(words, (Span(0, len(words)),))


def _joined(pieces: Iterable[tuple[str, tuple[Span, ...]]]) -> Excerpt:
    """Pieces of text as one, with a mark for what is left out between them."""
    text, marks = "", list[Span]()
    for words, spans in pieces:
        text += " … " if text else ""
        marks += [Span(max(0, s.start) + len(text), min(len(words), s.end) + len(text)) for s in spans]
        text += words
    return Excerpt(text, tuple(marks))

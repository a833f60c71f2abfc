"""A Document with attributions and its Cast in, positions out: who says, wants or refuses what, in the article's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefwright.facts.acts import act_of
from briefwright.model.document import Attribution, Cast, Document, Token
from briefwright.model.factsheet import Act, Evidence, Mode, Position
from briefwright.model.text import Span, free_id, slug

_EDGE = " \t\n\u00a0,;:.–—-…[]()“”\"„«»'‘’`"
_MARKS = "“”\"„«»`"
_FIRST_AND_SECOND = frozenset({"i", "we", "you", "me", "us"})
_SPEAKING_FOR = frozenset({
    "spokesman", "spokeswoman", "spokesperson", "representative",
})  # fmt: skip
_BELONGING = frozenset({
    "account", "announcement", "campaign", "claim", "comment", "counsel", "data", "declaration", "figure", "filing", "letter",
    "message", "office", "post", "proposal", "remark", "report", "speech", "statement", "study", "survey", "team", "testimony", "tweet",
    "warning", "website", "word",
})  # fmt: skip
"""What speaks for its owner: "Poroshenko's office", "the ministry's website"."""


@dataclass(frozen=True, slots=True)
class _Stance:
    """An attribution with what is made of it before it gets its id."""

    attribution: Attribution
    actor: str | None
    act: Act
    evidence: tuple[Evidence, ...]


def find_positions(document: Document, cast: Cast) -> tuple[Position, ...]:
    """The positions of the story, in text order; the actor is null where the text does not let it be told."""
    stances = _distinct(list(_stances(document, cast)))
    taken = {actor.id for actor in cast.actors}
    positions = []
    for stance in stances:
        position = _position(document, cast, stance, stances, taken)
        taken.add(position.id)
        positions.append(position)
    return tuple(positions)


def _stances(document: Document, cast: Cast) -> Iterator[_Stance]:
    for attribution in document.attributions:
        if not all(document.sentence_at(span.start).story for span in (*attribution.content, *attribution.cue)):
            continue
        if _own_words(document, attribution):
            continue
        evidence = tuple(e for span in attribution.content if (e := _evidence(document.text, span)))
        act = act_of(document, attribution)
        words = sum(len(e.quote.split()) for e in evidence)
        if words >= 2 or (words == 1 and act != "assert"):
            yield _Stance(attribution, speaker(document, cast, attribution.source), act, evidence)


def _own_words(document: Document, attribution: Attribution) -> bool:
    """Whether somebody quoted speaks of himself ("I think that …"): the quotation already is his position."""
    words = [document.text[s.start : s.end].lower() for s in attribution.source]
    return words != [] and words[0] in _FIRST_AND_SECOND and any(document.quoted(*s) for s in attribution.cue)


def _evidence(text: str, span: Span) -> Evidence | None:
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return Evidence(quote=text[start:end], start=start, end=end) if start < end else None


def speaker(document: Document, cast: Cast, source: tuple[Span, ...]) -> str | None:
    """Id of the actor that the words of the source stand for.

    That is who the head of the noun phrase names ("Wang Wenbin, a spokesman for the ministry" is Wang); a nameless
    spokesperson stands for whom he speaks, an office or a statement for whose it is; anybody else without a name is null.
    """
    if not source:
        return None
    words = [t for span in source for t in document.tokens_in(*span)]
    inside = {t.i for t in words}
    head = next((t for t in words if t.head not in inside or t.head == t.i), None)
    if head is None:
        return None
    if found := _mentioned(cast, head):
        return found
    below = [document.tokens[i] for i in document.children[head.i] if document.tokens[i].i in inside]
    for token in below:
        if token.dep == "appos" and token.pos == "PROPN" and (found := _mentioned(cast, token)):
            return found
    name = head.lemma.lower()
    if name in _SPEAKING_FOR or name in _BELONGING:
        for token in below:
            if token.dep in ("poss", "compound", "nmod", "amod") and (found := _mentioned(cast, token)):
                return found
            if token.dep == "prep" and token.text.lower() in ("for", "of", "from", "by"):
                for i in document.children[token.i]:
                    if found := _mentioned(cast, document.tokens[i]):
                        return found
    return None


def _mentioned(cast: Cast, token: Token) -> str | None:
    """The actor of the longest mention that holds the token."""
    holding = [m for m in cast.mentions if m.start <= token.start and token.end <= m.end]
    return max(holding, key=lambda m: m.end - m.start).actor if holding else None


def _distinct(stances: list[_Stance]) -> list[_Stance]:
    """One of those that say the same by the same actor, the surest."""
    best: dict[tuple[str | None, tuple[tuple[int, int], ...]], _Stance] = {}
    for stance in stances:
        key = (stance.actor, tuple((e.start, e.end) for e in stance.evidence))
        if key not in best or stance.attribution.score > best[key].attribution.score:
            best[key] = stance
    return sorted(best.values(), key=lambda s: (s.attribution.cue, s.attribution.content))


def _position(document: Document, cast: Cast, stance: _Stance, stances: list[_Stance], taken: set[str]) -> Position:
    attribution = stance.attribution
    statement = _statement(stance.evidence)
    source = _text(document, attribution.source)
    holder = stance.actor or source or "unnamed"
    named = (a for e in stance.evidence for a in cast.named_in(e.start, e.end))
    return Position(
        id=free_id(slug(f"{holder} {' '.join(statement.split()[:6])}"), taken),
        actor=stance.actor,
        act=stance.act,
        mode=_mode(document, stance.evidence),
        statement=statement,
        source=source,
        cue=_text(document, attribution.cue),
        via=_carrier(cast, stance, stances),
        about=tuple(dict.fromkeys(a for a in named if a != stance.actor)),
        score=round(attribution.score, 2),
        evidence=stance.evidence,
    )


def _text(document: Document, spans: tuple[Span, ...]) -> str | None:
    return " … ".join(" ".join(document.text[s.start : s.end].split()) for s in spans) or None


def _statement(evidence: tuple[Evidence, ...]) -> str:
    words = " … ".join(" ".join(e.quote.split()) for e in evidence)
    return words[:1].upper() + words[1:]


def _mode(document: Document, evidence: tuple[Evidence, ...]) -> Mode:
    """direct where all words stand between quotation marks, indirect where none does, else mixed."""
    tokens = [t for e in evidence for t in document.tokens_in(e.start, e.end) if t.text[0].isalnum()]
    quoted = sum(document.quoted(t.start, t.end) for t in tokens)
    return "direct" if tokens and quoted == len(tokens) else "mixed" if quoted else "indirect"


def _carrier(cast: Cast, stance: _Stance, stances: list[_Stance]) -> str | None:
    """The medium in whose words this position is reported ("Politico reports that …, a diplomat said")."""
    media = {actor.id for actor in cast.actors if actor.kind == "media"}
    for other in stances:
        covered = all(any(Span(e.start, e.end).covers(c) for e in other.evidence) for c in stance.attribution.cue)
        if covered and other.actor in media and other.actor != stance.actor:
            return other.actor
    return None

"""All statements of a corpus in; out the pairs that are read as a contradiction, the surest first.

Precision goes before recall: a pair has to share more than a matter. Either the one answers the other ("denied that",
"called Lindvar's claim false"), or the one is for a thing that the other is against. What stands under the one's
negation and is what the other says is only offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple

from briefwright.corpus.backing import Thing, thing
from briefwright.corpus.comparing import NEAR, NEXT, Comparison, Said, distance, is_pronoun
from briefwright.corpus.replies import WANTING, Reply
from briefwright.corpus.retorts import may_retort, retort
from briefwright.corpus.stances import Clause, Refusal, rejects, stems
from briefwright.corpus.ways import SHOWN, Way
from briefwright.model.corpus import Corpus, Statement
from briefwright.model.factsheet import Act

MOST_HOLDERS = 0.05
"""Share of all statements that may hold a word by which two articles are compared; in any case `LEAST_HOLDERS`."""
LEAST_HOLDERS = 20
FOR_AND_AGAINST = 2.5
"""How sure it is that who supports a thing and who opposes it contradict each other."""
OFFERED = 2
"""What a statement that names its matter is read to answer, at most."""

_CLAIMING: frozenset[Act] = frozenset({"assert", "oppose", "warn", "commit", "deny"})
_WISHING: frozenset[Act] = WANTING | {"support"}
_SILENT: frozenset[Act] = frozenset({"ask", "decline"})
_INSISTS = re.compile(r"\binsist", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|never)\b|n[’']t\b", re.IGNORECASE)
_NAME = re.compile(r"(?!(?:A|An|He|It|She|That|The|They|This|Who)\b)(?:[A-Z][\w.’-]*\s?){1,4}")
_WHETHER = re.compile(r"\W*(?:how|if|whether|why)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:ask|determin|establish|examin|explor|find(?:ing)? out|investigat|inquir|look|prob|review|stud)\w*"
    r"(?: (?:at|into|to see))? (?:if|whether)\b",
    re.IGNORECASE,
)
"""What is not yet known, though somebody tells that it is asked: "auditors examine whether"."""


class Contradiction(NamedTuple):
    """`against` says no to what `said` says. `sure` orders pairs; it is no probability."""

    said: Statement
    against: Statement
    sure: float
    way: Way

    @property
    def is_shown(self) -> bool:
        """Whether readers see it unasked; the others, and what another passed on, are only offered to an editor."""
        return self.way in SHOWN and not (self.said.via or self.against.via)


def contradictions(corpus: Corpus) -> list[Contradiction]:
    """The surest first; of copies only what their origin says, nothing between an actor and who belongs to it."""
    reader = _Reader(corpus)
    found = {(c.said, c.against): c for c in sorted([*reader.within(), *reader.across()], key=attrgetter("sure"))}
    return sorted(found.values(), key=lambda c: (-c.sure, *_address(c.said), *_address(c.against)))


class _Reader:
    """Reads all statements against each other."""

    def __init__(self, corpus: Corpus) -> None:
        self.known = Comparison(corpus)

    def within(self) -> Iterator[Contradiction]:
        """The pairs of one article each."""
        for _, group in groupby(self.known.said, lambda said: said.statement.sheet):
            here = list(group)
            yield from self._for_and_against(here)
            yield from self._set_against(here)
            for against in filter(_says_no, here):
                others = [said for said in here if not _tells_of(said, against)]
                if refusal := against.stance.refusal:
                    yield from self._answered(against, refusal, others)
                if is_pronoun(against.statement.source):
                    continue
                for clause in against.stance.clauses:
                    if verbs := clause.negated - self.known.names:
                        yield from self._negated(against, clause, verbs, others)

    def _for_and_against(self, here: Sequence[Said]) -> Iterator[Contradiction]:
        """Who wants or supports a thing, and who is against it."""
        things = [
            (said, found)
            for said in here
            if not is_pronoun(said.statement.source)
            and (found := thing(said.statement.wording, said.statement.cue, said.statement.act))
            and not any(name <= found.words for name in self.known.persons)
        ]
        for one, wanted in things:
            for other, fought in things:
                acts = one.statement.act, other.statement.act
                is_against = acts[0] != "oppose" and acts[1] == "oppose"
                if is_against and self._is_one_thing(one, other, wanted, fought) and self._are_two(one, other):
                    yield Contradiction(one.statement, other.statement, FOR_AND_AGAINST, "thing")

    def _is_one_thing(self, one: Said, other: Said, wanted: Thing, fought: Thing) -> bool:
        """Whether it is one thing: “the deal” is not the pier deal if a dam deal is told of between them."""
        if wanted.words == fought.words or not wanted.is_of(fought):
            return wanted.is_of(fought)
        text = self.known.corpus.by_id[one.statement.sheet].text or ""
        between = text[min(one.end, other.end) : max(one.start, other.start)]
        named = wanted.words | fought.words
        before = re.findall(rf"\b([\w’'-]+)[ -]{re.escape(wanted.noun)}\w*", between, re.IGNORECASE)
        return not any(words and not words <= named for words in map(stems, before))

    def _are_two(self, one: Said, other: Said) -> bool:
        """Whether known actors of two sides say them."""
        named = one.statement.actor is not None and other.statement.actor is not None
        return named and not self.known.are_one_side(one.statement, other.statement)

    def _set_against(self, here: Sequence[Said]) -> Iterator[Contradiction]:
        """What the article tells as said against what was said just before."""
        for against in filter(may_retort, here):
            before = [(said, retort(self.known, said, against, here)) for said in here]
            found = [pair for pair in before if pair[1].sure]
            if found:
                said, read = max(found, key=lambda pair: (pair[0].start, pair[0].end))
                yield Contradiction(said.statement, against.statement, *read)

    def _answered(self, against: Said, refusal: Refusal, here: Sequence[Said]) -> Iterator[Contradiction]:
        """What a statement that says no as a whole says no to: the surest, or two of them where it names its matter."""
        found = []
        for said in here:
            if _may_be_answered(said, refusal) and not self.known.are_one_side(said.statement, against.statement):
                pair = Reply(self.known, said, against, refusal, here)
                if (read := pair.read()).sure:
                    found.append((read, -pair.distance, said))
        found.sort(key=lambda f: (f[0].sure, f[1]), reverse=True)
        for read, _, said in found[: OFFERED if refusal.object and not refusal.whose else 1]:
            yield Contradiction(said.statement, against.statement, *read)

    def _negated(
        self, against: Said, clause: Clause, verbs: frozenset[str], here: Sequence[Said]
    ) -> Iterator[Contradiction]:
        """Statements that say what stands under a negation."""
        for said in here:
            if verbs.isdisjoint(said.stance.words) or not self._may_be_negated(said, against):
                continue
            found = (self._alike(said, against, clause, other) for other in _saying(said, verbs))
            if sure := max(found, default=0.0):
                yield Contradiction(said.statement, against.statement, sure, "negated")

    def _may_be_negated(self, said: Said, against: Said) -> bool:
        one, other = said.statement, against.statement
        if (
            said.stance.tells
            or {one.act, other.act} & _SILENT
            or _leaves_open(one)
            or self.known.are_one_side(one, other)
        ):
            return False
        return (one.act == "demand") == (other.act == "demand") or bool(_INSISTS.search(other.cue or ""))

    def _alike(self, said: Said, against: Said, clause: Clause, other: Clause) -> float:
        """How sure it is that one sentence negates the other, 0 for not; near each other less has to be shared."""
        both = clause.words & other.words
        shared = self.known.weight(clause.denied & other.words)
        part = shared / self.known.weight(clause.denied)
        alike = self.known.weight(both) / self.known.weight(clause.words | other.words)
        gap = distance(said, against)
        follows = said.start <= against.start and gap <= NEXT
        near = gap <= NEAR and (
            (follows and part >= 0.4 and shared >= 0.8 and alike >= 0.14)
            or (part >= 0.4 and shared >= 1.35 and alike >= 0.12)
            or (part >= 0.9 and shared >= 0.6 and alike >= 0.25)
        )
        far = (
            part >= 0.6
            and len(both) >= 3
            and alike >= 0.5
            and self.known.weight(both) >= 1.35
            and not against.stance.tells
        )
        return part * min(1.0, shared / 1.35) + alike if len(both) > 1 and (near or far) else 0.0

    def across(self) -> Iterator[Contradiction]:
        """The pairs of two articles: only where a statement names what it denies, and the other says just that."""
        wanted = [
            (against, scope, verbs)
            for against in self.known.said
            if _says_no(against) and not is_pronoun(against.statement.source) and against.statement.act not in _SILENT
            for scope, verbs in _scopes(against, self.known.names)
        ]
        holders: dict[str, list[int]] = {w: [] for _, scope, verbs in wanted for w in verbs or scope}
        for i, said in enumerate(self.known.said):
            for word in holders.keys() & said.stance.words:
                holders[word].append(i)
        most = max(LEAST_HOLDERS, MOST_HOLDERS * len(self.known.said))
        for against, scope, verbs in wanted:
            near = set(chain.from_iterable(holders[w] for w in verbs or scope if len(holders[w]) <= most))
            for i in sorted(i for i in near if len(scope & self.known.said[i].stance.words) > 1):
                said = self.known.said[i]
                if said.statement.sheet != against.statement.sheet and self._may_meet(said, against):
                    sure = max((self._across(said, against, scope, c) for c in _saying(said, verbs)), default=0.0)
                    if sure:
                        yield Contradiction(said.statement, against.statement, sure, "articles")

    def _may_meet(self, said: Said, against: Said) -> bool:
        refusal = against.stance.refusal
        if refusal and (said.statement.act not in (_WISHING if refusal.target == "wish" else _CLAIMING)):
            return False
        return said.stance.refusal is None and self._may_be_negated(said, against)

    def _across(self, said: Said, against: Said, scope: frozenset[str], clause: Clause) -> float:
        shared = scope & clause.words
        if len(shared) < 2 or self.known.are_of_common_words(said.statement, against.statement):
            return 0.0
        weight = self.known.weight(shared)
        part, own = weight / self.known.weight(scope), weight / self.known.weight(clause.words)
        one, other = said.statement, against.statement
        tied = self.known.is_named(other.actor, said.stance.words) or not {
            other.actor,
            *other.about,
            *other.topics,
        }.isdisjoint({*one.about, *one.topics})
        close = tied and part >= 0.6 and weight >= 1.6 and own >= 0.3
        refusal = against.stance.refusal
        named = (
            refusal
            and refusal.target == "claim"
            and len(shared - self.known.names) >= 4
            and part >= 0.4
            and weight >= 1.6
        )
        return 1 + part * own if close or (named and own >= 0.2) else 0.0


def _says_no(said: Said) -> bool:
    """Whether somebody with a name says no: "a senior official" may be the other side itself."""
    statement = said.statement
    return said.stance.says_no and (statement.actor is not None or _NAME.fullmatch(statement.source or "") is not None)


def _tells_of(said: Said, against: Said) -> bool:
    """Whether its words are that the other says no: "Ashby rejected the claim, according to the agency"."""
    return 0 <= said.start <= against.start and against.end <= said.end


def _may_be_answered(said: Said, refusal: Refusal) -> bool:
    earlier = said.stance.refusal
    if (earlier and "denial" not in refusal.kinds) or said.statement.act in _SILENT or _leaves_open(said.statement):
        return False
    if earlier is None and rejects(said.statement.cue or ""):
        return False
    insists = _INSISTS.search(said.statement.cue or "") is not None  # the parser reads a demand, and it may be a claim
    if refusal.target == "claim":
        return said.statement.act in _CLAIMING or insists
    return (said.statement.act in _WISHING or said.statement.act in ("assert", "warn")) and not insists


def _leaves_open(statement: Statement) -> bool:
    """Whether it does not say that its words are so: "has not ruled out that", "is to see whether"."""
    wording = statement.wording
    return bool(_NEGATED.search(statement.cue or "") or _WHETHER.match(wording) or _ASKS.search(wording))


def _saying(said: Said, verbs: frozenset[str] | None) -> Iterator[Clause]:
    """The plain sentences with one of these words, not as what they speak of; None for any."""
    for clause in said.stance.clauses:
        if clause.plain and (verbs is None or (not verbs.isdisjoint(clause.words) and clause.opening not in verbs)):
            yield clause


def _scopes(against: Said, names: frozenset[str]) -> Iterator[tuple[frozenset[str], frozenset[str] | None]]:
    """The words for what a statement denies, and those of them that another has to share."""
    refusal = against.stance.refusal
    if refusal is None:
        for clause in against.stance.clauses:
            if len(clause.denied) > 1 and (verbs := clause.negated - names):
                yield clause.denied, verbs
    elif len(refusal.object) > 1 and not (refusal.whose or refusal.is_flat or refusal.speaks_against):
        yield refusal.object, None


def _address(statement: Statement) -> tuple[str, str]:
    return statement.sheet, statement.id

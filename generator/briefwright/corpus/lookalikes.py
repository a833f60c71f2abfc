"""Actors of the whole project and the registers' decisions in, pairs that may be one and the same out, with reasons.

Nothing is joined here: a person decides, and what a person decided is never suggested again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, combinations

from rapidfuzz import fuzz

from briefwright.corpus.spelling import body_name, person_name
from briefwright.firstnames import SPELLED, are_spellings, may_be_one
from briefwright.model.cast import Actor, Likeness, Lookalikes
from briefwright.model.corpus import Corpus
from briefwright.model.factsheet import Kind, RegisteredActor, is_one_kind
from briefwright.model.order import grouped

ALIKE = 88.0
"""Similarity of two spellings (0 to 100) from which on they may be one name."""
LEAST = 0.45
"""Score below which a pair is not worth a person's time."""
LEAST_SHOWN = 0.5
LIKELY = frozenset({"spelling", "surname", "shorter", "letters", "called", "alike", "kind"})
"""What makes a pair worth a reader's time, from that score on; father and son, or bodies that share words, do not."""
MOST_SHARING = 40
"""A word that more names hold than this ("ministry") makes no pairs: it would make thousands."""
BONUS_ROLE, BONUS_COMPANY, BONUS_TOPIC = 0.2, 0.1, 0.1
SLIPS = frozenset({"called", "letters"})
"""Likenesses of bodies that the parser sometimes takes for two in one article."""
MALUS_APART = 0.1
MALUS_RIVALS = 0.25
"""Taken off where a short name fits several long ones."""
RARER = 10
"""A long name in so many times fewer articles is no rival."""
_WORD = re.compile(r"[^\W_]+")
_HOLLOW = frozenset("a and for in jr mr mrs ms of on sr the to".split())
"""Words that tell no two names apart."""
Alike = tuple[float, Likeness, str]


def find_lookalikes(corpus: Corpus, entries: Sequence[RegisteredActor]) -> tuple[Lookalikes, ...]:
    """Pairs of actors that may be the same, the likeliest first.

    Two that one article tells apart are no pair, but for a body and its short form; two that the register tells apart
    (`not`) are none.
    """
    joined = {former: a.id for a in corpus.actors.values() for former in a.formerly if former not in corpus.actors}
    decided = {frozenset(joined.get(i, i) for i in (entry.id, other)) for entry in entries for other in entry.distinct}
    around = _Around(corpus)
    found = []
    for one, other in _blocks(a for a in corpus.actors.values() if not a.is_common):
        alike = _likeness(corpus.actors[one], corpus.actors[other])
        if not alike or frozenset((one, other)) in decided:
            continue
        score, likeness, reason = alike
        is_apart = around.are_told_apart(one, other)
        may_be_a_slip = likeness in SLIPS and corpus.actors[one].kind not in ("person", "state")
        if (is_apart and not may_be_a_slip) or around.is_qualified(corpus.actors[one], corpus.actors[other]):
            continue
        reasons, bonus = _context(around, corpus.actors[one], corpus.actors[other])
        if is_apart:
            reasons, bonus = [*reasons, "but one article has both"], bonus - MALUS_APART
        found.append(Lookalikes(one, other, min(1.0, score + bonus), (reason, *reasons), likeness))
    weighed = [p for p in _with_rivals(found, around) if p.score >= LEAST]
    shown = (replace(p, is_shown=_is_shown(p, corpus.actors[p.one].kind)) for p in weighed)
    return tuple(sorted(shown, key=lambda p: (-p.score, p.one, p.other)))


def _is_shown(pair: Lookalikes, kind: Kind) -> bool:
    return kind != "group" and pair.likeness in LIKELY and pair.score >= LEAST_SHOWN


@lru_cache(maxsize=100_000)
def _words(name: str) -> tuple[str, ...]:
    words = [w.casefold() for w in _WORD.findall(name)]
    return tuple([w for w in words if w not in _HOLLOW] or words)


def _blocks(actors: Iterable[Actor]) -> Iterator[tuple[str, str]]:
    """Pairs that share a word, or of which one may be the last name, the initials or a form of the other; each once."""
    actors = sorted(actors, key=lambda a: a.id)
    names = [(actor.id, words, actor.kind) for actor in actors if (words := _words(actor.name))]
    holders = grouped((word, actor) for actor, words, _ in names for word in sorted(set(words)))
    sharing = (combinations(there, 2) for there in holders.values() if len(there) <= MOST_SHARING)
    surnames = grouped((words[-1], actor) for actor, words, kind in names if kind == "person")
    initials = grouped((_initials(words), actor) for actor, words, _ in names if len(words) > 1)
    short = [(actor, words[0], {"person": surnames}.get(kind)) for actor, words, kind in names if len(words) == 1]
    called = (
        (actor, other)
        for actor, word, last in short
        for other in (*(last or {}).get(word, ()), *initials.get("".join(sorted(word)), ()))
    )
    named = grouped((actor.name, actor.id) for actor in actors)
    forms = ((actor.id, other) for actor in actors for form in actor.forms for other in named.get(form, ()))
    pairs = (sorted(pair) for pair in chain(*sharing, called, forms))
    return iter(dict.fromkeys((one, other) for one, other in pairs if one != other))


def _initials(words: Iterable[str]) -> str:
    return "".join(sorted(w[0] for w in words))


class _Around:
    """Where actors stand, with whom, and what they speak of."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._casts = [tuple(part.actor for part in briefing.cast) for briefing in corpus.briefings]
        articles = grouped((actor, n) for n, cast in enumerate(self._casts) for actor in cast)
        self._articles = {actor: frozenset(numbers) for actor, numbers in articles.items()}
        self.company = lru_cache(maxsize=None)(self._company)

    def articles(self, actor: str) -> int:
        """In how many it stands."""
        return len(self._articles.get(actor, ()))

    def is_qualified(self, one: Actor, other: Actor) -> bool:
        """Whether a word more makes another of it: “Auve voters” are some voters, a known body seldom gets longer."""
        few, many = sorted((one, other), key=lambda a: len(_words(a.name)))
        if "person" in (one.kind, other.kind) or not set(_words(few.name)) < set(_words(many.name)):
            return False
        return "group" in (one.kind, other.kind) or self.articles(few.id) > self.articles(many.id)

    def are_told_apart(self, one: str, other: str) -> bool:
        """Whether one article's cast has both."""
        return not self._articles.get(one, frozenset()).isdisjoint(self._articles.get(other, frozenset()))

    def beside(self, actor: str) -> list[str]:
        """Names of the other persons, in most of its articles, that hold its name."""
        casts = [[self.corpus.actors[a] for a in self._casts[n]] for n in sorted(self._articles[actor])]
        (word,) = _words(self.corpus.actors[actor].name)
        there = [
            {a.name for a in cast if a.kind == "person" and a.id != actor and word in _words(a.name)} for cast in casts
        ]
        return sorted(set[str]().union(*there)) if 2 * sum(map(bool, there)) > len(there) else []

    def _company(self, actor: str) -> frozenset[str]:
        """The persons, bodies and media that it appears with; states appear with everybody."""
        beside = {a for n in self._articles.get(actor, ()) for a in self._casts[n]} - {actor}
        return frozenset(a for a in beside if self.corpus.actors[a].kind != "state")

    def topics(self, actor: str) -> frozenset[str]:
        """What it speaks of."""
        return frozenset(t for s in self.corpus.said_by(actor) for t in s.topics)


def _likeness(one: Actor, other: Actor) -> Alike | None:
    """How alike the names are, 0 to 1, in which way, and the reason in words; None where they are not."""
    short, long = sorted((one, other), key=lambda a: (len(_words(a.name)), a.name))
    few, many = _words(short.name), _words(long.name)
    both = f"“{short.name}” and “{long.name}”"
    if not is_one_kind(one.kind, other.kind):
        if few == many and "state" not in (one.kind, other.kind):  # the parser takes a firm for its founder, too
            return 0.5, "kind", f"“{short.name}” is read as {short.kind} in one place, as {long.kind} in another"
        return None
    if one.kind == "person" and (parts := [person_name(a.name) for a in (short, long)]):
        if all(p.middle for p in parts) and parts[0].middle != parts[1].middle:
            return None
        if parts[0].suffix != parts[1].suffix and (few == many or _abbreviates(few, many)):
            return 0.5, "suffix", f"{both} differ in “Jr.”, “Sr.” or a number, as father and son do"
    if few == many:
        return 0.9, "spelling", f"{both} differ in spelling only"
    if short.kind == "person" and len(few) == 1 and few[0] == many[-1]:
        return 0.55, "surname", f"“{short.name}” is the last name of “{long.name}”"
    if short.kind == "person" and len(few) > 1 and few[-1] == many[-1] and _has_short_first_name(few, many):
        return 0.6, "shorter", f"{both} share the last name, and one first name may be short for the other"
    if short.kind == "person" and len(few) > 1 and few[-1] == many[-1] and few[0][0] == many[0][0]:
        if _abbreviates(few, many):
            return 0.8, "shorter", f"“{short.name}” is a shorter form of “{long.name}”"
        return (0.5, "initial", f"{both} share the last name and an initial") if _near(few, many) else None
    is_letters = len(few) == 1 and few[0] == "".join(w[0] for w in many)
    if is_letters and not {"person", "group"} & {one.kind, other.kind}:
        return 0.6, "letters", f"“{short.name}” is made of the initials of “{long.name}”"
    if short.name in long.forms or long.name in short.forms:
        return 0.6, "called", "one of them is also called by the other's name"
    if short.kind != "person" and (len(few) > 1 or few == many[:1]) and _is_row_in(short.name, long.name):
        return 0.4, "words", f"“{long.name}” holds all words of “{short.name}”"
    is_near = _near(few, many) if short.kind == "person" else one.kind == other.kind and _respelled(few, many)
    return (0.5, "alike", f"{both} are spelled almost alike") if is_near else None


def _has_short_first_name(few: Sequence[str], many: Sequence[str]) -> bool:
    return few[0] != many[0] and min(len(few[0]), len(many[0])) > 1 and may_be_one(few[0], many[0])


def _abbreviates(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether each word of the shorter name is one of the longer, or its first letter, in the same order."""
    remaining = iter(many)
    return all(any(w == o or (len(w) == 1 and o.startswith(w)) for o in remaining) for w in few)


def _is_row_in(short: str, long: str) -> bool:
    """Whether a body's name holds the words of a shorter one in their order, “Committee on” turned round."""
    remaining = iter(body_name(long))
    return body_name(short) != body_name(long) and all(word in remaining for word in body_name(short))


def _near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a person's words are alike and begin so, in their order or in another, as of a family name put first."""
    begin_so = [w[0] for w in one] == [w[0] for w in other]
    return _respelled(one, other) or (begin_so and fuzz.ratio(" ".join(one), " ".join(other)) >= ALIKE)


def _respelled(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether they are the same words in another order, or all but one of several, which is another spelling."""
    if sorted(one) == sorted(other):
        return True
    differing = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    return len(one) == len(other) > 1 and len(differing) == 1 and are_spellings(*differing[0], SPELLED)


def _context(around: _Around, one: Actor, other: Actor) -> tuple[list[str], float]:
    """What else speaks for the pair, in words, and what it adds."""
    reasons, bonus = [], 0.0
    theirs = {role.casefold() for role in other.roles}
    roles = [role for role in one.roles if role.casefold() in theirs]
    if roles:
        reasons.append(f"both are “{roles[0]}”")
        bonus += BONUS_ROLE
    shared = around.company(one.id) & around.company(other.id)
    if shared:
        seldom_first = sorted(shared, key=lambda a: (around.articles(a), a))
        reasons.append(f"both appear with {_some(around.corpus.actors[a].name for a in seldom_first)}")
        bonus += BONUS_COMPANY * min(2, len(shared))
    matters = around.topics(one.id) & around.topics(other.id)
    if matters:
        reasons.append(f"both speak of {_some(around.corpus.topics[t].name for t in sorted(matters))}")
        bonus += BONUS_TOPIC
    return reasons, bonus


def _some(names: Iterable[str]) -> str:
    first, *rest = names
    if not rest:
        return first
    return f"{first} and {rest[0]}" if len(rest) == 1 else f"{first}, {rest[0]} and {len(rest) - 1} more"


def _with_rivals(found: Sequence[Lookalikes], around: _Around) -> Iterator[Lookalikes]:
    """The pairs, those weakened whose shorter name fits another, too; none where that one is so much better known."""
    actors = around.corpus.actors
    fits = grouped((_shorter(pair, actors), pair) for pair in found)
    for pair in found:
        short = _shorter(pair, actors)
        own, *others = ({p.one, p.other} - {short} for p in (pair, *(p for p in fits[short] if p is not pair)))
        articles = max(map(around.articles, own))
        known = {a: around.articles(a) for other in others for a in other}
        if max(known.values(), default=0) >= RARER * articles:
            continue
        rivals = sorted(actors[a].name for a, number in known.items() if number > articles / RARER)
        rivals = rivals or around.beside(short) if pair.likeness == "surname" else rivals
        if not rivals:
            yield pair
            continue
        reason = f"but “{actors[short].name}” also fits {' and '.join(rivals[:2])}"
        yield replace(pair, score=pair.score - MALUS_RIVALS, reasons=(*pair.reasons, reason))


def _shorter(pair: Lookalikes, actors: Mapping[str, Actor]) -> str:
    return min((pair.one, pair.other), key=lambda a: (len(_words(actors[a].name)), len(actors[a].name), a))

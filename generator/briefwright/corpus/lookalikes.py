"""Actors of the whole project and the registers' decisions in, pairs that may be one and the same out, with reasons.

Nothing is joined here: a person decides, and what a person decided is never suggested again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from rapidfuzz import fuzz

from briefwright.corpus.identity import Register
from briefwright.model.corpus import Actor, Corpus, Lookalikes, grouped
from briefwright.model.factsheet import RegisteredActor, is_one_kind

ALIKE = 88.0
"""Similarity of two spellings (0 to 100) from which on they may be one name."""
LEAST = 0.45
"""Score below which a pair is not worth a person's time."""
MOST_SHARING = 40
"""A word that more names hold than this ("ministry") makes no pairs: it would make thousands."""
BONUS_ROLE, BONUS_COMPANY, BONUS_TOPIC = 0.2, 0.1, 0.1
MALUS_RIVALS = 0.25
"""Taken off where a short name fits several long ones."""
_WORD = re.compile(r"[^\W_]+")
_HOLLOW = frozenset("a and for in jr mr mrs ms of on sr the to".split())
"""Words that tell no two names apart."""
NO = (0.0, "")


def find_lookalikes(corpus: Corpus, entries: Sequence[RegisteredActor]) -> tuple[Lookalikes, ...]:
    """Pairs of actors that may be the same, the likeliest first.

    Two that one article tells apart, and two that the register tells apart (`not`), are no pair.
    """
    one_of = Register(entries).canonical
    decided = {frozenset((one_of(entry.id), one_of(other))) for entry in entries for other in entry.distinct}
    apart = _told_apart(corpus)
    company = _company(corpus, apart)
    topics = {a: frozenset(t for s in corpus.said_by(a) for t in s.topics) for a in corpus.actors}
    names = {a.id: _names(a) for a in corpus.actors.values()}
    found = []
    for one, other in _blocks(names):
        pair = corpus.actors[one], corpus.actors[other]
        if frozenset((one, other)) in decided or other in apart.get(one, frozenset()):
            continue
        likeness, reason = _likeness(*pair)
        if likeness:
            reasons, bonus = _context(corpus, *pair, company, topics)
            found.append(Lookalikes(one, other, min(1.0, likeness + bonus), (reason, *reasons)))
    weighed = _with_rivals(found, corpus.actors)
    return tuple(sorted((p for p in weighed if p.score >= LEAST), key=lambda p: (-p.score, p.one, p.other)))


def _names(actor: Actor) -> frozenset[str]:
    """The words of the actor's own name, folded."""
    return frozenset(_words(actor.name))


@cache
def _words(name: str) -> tuple[str, ...]:
    words = tuple(w.casefold() for w in _WORD.findall(name))
    return tuple(w for w in words if w not in _HOLLOW) or words


def _blocks(names: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Pairs that share a word, or of which one may abbreviate the other; each once, in order of ids."""
    holders = grouped((word, actor) for actor, words in sorted(names.items()) for word in sorted(words))
    seen = set()
    for actors in holders.values():
        if len(actors) > MOST_SHARING:
            continue
        for pair in combinations(actors, 2):
            if pair not in seen:
                seen.add(pair)
                yield pair
    initials = grouped((_initials(words), actor) for actor, words in sorted(names.items()) if len(words) > 1)
    for actor, words in sorted(names.items()):
        if len(words) == 1:
            for other in initials.get("".join(sorted(*words)), ()):
                pair = (min(actor, other), max(actor, other))
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _initials(words: Iterable[str]) -> str:
    return "".join(sorted(w[0] for w in words))


def _told_apart(corpus: Corpus) -> dict[str, frozenset[str]]:
    """For each actor those that stand beside it in one article's cast."""
    beside: dict[str, set[str]] = defaultdict(set)
    for briefing in corpus.briefings:
        cast = {part.actor for part in briefing.cast}
        for actor in cast:
            beside[actor] |= cast
    return {actor: frozenset(others - {actor}) for actor, others in beside.items()}


def _company(corpus: Corpus, beside: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """For each actor the persons, bodies and media that stand `beside` it; states appear with everybody."""
    told = {a.id for a in corpus.actors.values() if a.kind != "state"}
    return {actor: others & told for actor, others in beside.items()}


def _likeness(one: Actor, other: Actor) -> tuple[float, str]:
    """How alike the names are, 0 to 1, and the reason in words; 0 where they are not."""
    short, long = sorted((one, other), key=lambda a: (len(_words(a.name)), a.name))
    few, many = _words(short.name), _words(long.name)
    if not is_one_kind(one.kind, other.kind):
        if few == many and "state" not in (one.kind, other.kind):  # the parser takes a firm for its founder, too
            return 0.5, f"“{short.name}” is read as {short.kind} in one place, as {long.kind} in another"
        return NO
    if few == many:
        return 0.9, f"“{short.name}” and “{long.name}” differ in spelling only"
    if short.kind == "person" and len(few) == 1 and few[0] == many[-1]:
        return 0.55, f"“{short.name}” is the last name of “{long.name}”"
    if short.kind == "person" and len(few) > 1 and few[-1] == many[-1] and few[0][0] == many[0][0]:
        if _abbreviates(few, many):
            return 0.8, f"“{short.name}” is a shorter form of “{long.name}”"
        return (0.5, f"“{short.name}” and “{long.name}” share the last name and an initial") if _near(few, many) else NO
    if short.kind != "person" and len(few) == 1 and few[0] == "".join(w[0] for w in many):
        return 0.6, f"“{short.name}” is made of the initials of “{long.name}”"
    if short.name in long.forms or long.name in short.forms:
        return 0.6, "one of them is also called by the other's name"
    if short.kind != "person" and len(few) > 1 and set(few) < set(many):
        return 0.4, f"“{long.name}” holds all words of “{short.name}”"
    return (0.5, f"“{short.name}” and “{long.name}” are spelled almost alike") if _near(few, many) else NO


def _abbreviates(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether each word of the shorter name is one of the longer, or its first letter, in the same order."""
    remaining = iter(many)
    return all(any(w == o or (len(w) == 1 and o.startswith(w)) for o in remaining) for w in few)


def _near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether all words are alike, in the order that they have or in another, as of a family name put first."""
    return sorted(one) == sorted(other) or fuzz.ratio(" ".join(one), " ".join(other)) >= ALIKE


def _context(
    corpus: Corpus,
    one: Actor,
    other: Actor,
    company: Mapping[str, frozenset[str]],
    topics: Mapping[str, frozenset[str]],
) -> tuple[list[str], float]:
    """What else speaks for the pair, in words, and what it adds."""
    reasons, bonus = [], 0.0
    theirs = {role.casefold() for role in other.roles}
    roles = [role for role in one.roles if role.casefold() in theirs]
    if roles:
        reasons.append(f"both are “{roles[0]}”")
        bonus += BONUS_ROLE
    shared = company.get(one.id, frozenset()) & company.get(other.id, frozenset())
    if shared:
        reasons.append(f"both appear with {_some(corpus.actors[a].name for a in sorted(shared))}")
        bonus += BONUS_COMPANY * min(2, len(shared))
    matters = topics.get(one.id, frozenset()) & topics.get(other.id, frozenset())
    if matters:
        reasons.append(f"both speak of {_some(corpus.topics[t].name for t in sorted(matters))}")
        bonus += BONUS_TOPIC
    return reasons, bonus


def _some(names: Iterable[str]) -> str:
    first, *rest = names
    if not rest:
        return first
    return f"{first} and {rest[0]}" if len(rest) == 1 else f"{first}, {rest[0]} and {len(rest) - 1} more"


def _with_rivals(found: Sequence[Lookalikes], actors: Mapping[str, Actor]) -> Iterator[Lookalikes]:
    """The pairs, those weakened whose shorter name fits another long one as well."""
    fits = grouped((_shorter(pair, actors), pair) for pair in found)
    for pair in found:
        others = [p for p in fits[_shorter(pair, actors)] if p is not pair]
        if not others:
            yield pair
            continue
        short = _shorter(pair, actors)
        names = sorted(actors[p.other if p.one == short else p.one].name for p in others)
        reason = f"but “{actors[short].name}” also fits {' and '.join(names[:2])}"
        yield Lookalikes(pair.one, pair.other, pair.score - MALUS_RIVALS, (*pair.reasons, reason))


def _shorter(pair: Lookalikes, actors: Mapping[str, Actor]) -> str:
    return min((pair.one, pair.other), key=lambda a: (len(_words(actors[a].name)), len(actors[a].name), a))

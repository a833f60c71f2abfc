"""A census of actors in; out its bodies joined that newspapers call by two names in turn.

A firm goes by the first word of its name where an article uses both (“Tarnoil Chemicals”, “Tarnoil”), unless a further
body's name begins so; a department by the building that it sits in.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright import commonness
from briefwright.corpus.census import Census, Group
from briefwright.corpus.spelling import Words, body_name
from briefwright.model.order import grouped

SHORTEST = 3
"""Letters of a firm's first word."""
SEATS: dict[Words, Words] = {
    ("foggy", "bottom"): ("state", "department"),
    ("pentagon",): ("defense", "department"),
    ("scotland", "yard"): ("metropolitan", "police"),
}
"""Buildings, and the body that is meant."""

Pairs = Iterator[tuple[Group, Group]]


def join_called_in_turn(census: Census) -> None:
    """Join a firm and the first of the two words of its name, a department and its seat."""
    bodies = [g for g in census.groups() if g.kind in ("media", "organisation")]
    census.join(_first_words(census, bodies), in_one_article=True)
    census.join(_seats(bodies), in_one_article=True)


def _seats(bodies: list[Group]) -> Pairs:
    owners = grouped((body_name(n), g) for g in bodies for n in g.names)
    for seat, body in SEATS.items():
        yield from ((g, other) for g in owners.get(seat, ()) for other in owners.get(body, ()))


def _first_words(census: Census, bodies: list[Group]) -> Pairs:
    beginning_so = grouped((body_name(n)[:1], (n, g)) for g in bodies for n in g.names if len(body_name(n)) > 1)
    others = {body_name(n)[:1] for g in census.groups() if g not in bodies for n in g.names}
    for short in bodies:
        for word in sorted({body_name(n) for n in short.names if len(body_name(n)) == 1} - others):
            found = [(n, g) for n, g in beginning_so.get(word, ()) if g is not short]
            if len(found) == 1 and _may_begin_a_name(word[0], census) and _is_firm(*found[0], short):
                yield found[0][1], short


def _is_firm(name: str, full: Group, short: Group) -> bool:
    """Whether one article uses both, and the full name has two words with a capital: no “Tarnoil board”."""
    _, *rest = name.split()
    is_name = len(rest) == 1 and rest[0][0].isupper()
    return is_name and full.kind == short.kind and not full.articles.isdisjoint(short.articles)


def _may_begin_a_name(word: str, census: Census) -> bool:
    """Whether it is no common word and nobody's name."""
    is_common = commonness.share(commonness.fold(word)) > 0
    return len(word) >= SHORTEST and not is_common and word not in census.family_names

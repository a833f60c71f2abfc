"""A census of actors in; out its persons and bodies joined whose names are equal, or as good as equal.

Equal is what differs in writing only, in initials in the middle (among the same others), or in what an article itself
calls an actor by. As good as equal are a person's short first name, a family name spelled otherwise, “Jr.” left out,
where the office or the company is the same. Nobody is joined where something speaks against it: another kind, one
article that names both, `not`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise, product
from typing import NamedTuple

from briefwright.corpus.census import COMPANY, MANY, Census, Group
from briefwright.corpus.spelling import NUMBERS, PersonName, Words, body_name, person_name, words_of
from briefwright.firstnames import SPELLED as SPELLED_FIRST
from briefwright.firstnames import are_spellings, may_be_one
from briefwright.model.factsheet import Kind
from briefwright.model.order import grouped

SAME_WORD = {"american": "us", "gop": "republican"}
"""Words before a group without a name that newspapers use in turn: “GOP leaders” are Republican leaders."""
KNOWN = 3
"""Articles that have to tell of a person whose short first name a rare family name is enough to read."""
SPELLED = 6
"""Letters of a family name from which on one letter may be another: it is mostly written over from another script."""


def join_equal_names(census: Census) -> None:
    """Join what has equal names, the plainest cases first."""
    census.join(_spelled_alike(census, [g for g in census.groups() if g.kind == "person"]))
    census.join(_spelled_alike(census, [g for g in census.groups() if g.kind != "person"]), in_one_article=True)
    census.join(pair for pair in _but_for_initials(census) if _are_one_circle(census, *pair))
    census.join(_called_so(census))
    census.join(unrivalled(census, _as_good_as_equal(census)))
    census.join(unrivalled(census, _of_rare_name(census)))


def _are_one_circle(census: Census, one: Group, other: Group) -> bool:
    """Whether both stand beside the same others: by office, by one whom not everybody stands beside, or by many."""
    shared = len(census.shared(one.articles, other, [one.id]))
    telling = shared >= MANY or census.share_office(one, other) or census.are_close(one, other)
    return shared >= COMPANY and telling


def unrivalled(
    census: Census, found: Iterable[tuple[Group, Group]], *, in_one_article: bool = False
) -> Iterator[tuple[Group, Group]]:
    """The pairs, but for those of which one may as well be a third that is not the other."""
    are_apart = census.are_two if in_one_article else census.speaks_against
    pairs = tuple(dict.fromkeys((one, other) for one, other in found if one is not other))
    partners = grouped((one, other) for a, b in pairs for one, other in ((a, b), (b, a)))
    for pair in pairs:
        rivals = ((r, next(g for g in pair if g is not one)) for one in pair for r in partners[one] if r not in pair)
        if not any(are_apart(rival, other) for rival, other in rivals):
            yield pair


def _pairs(census: Census, found: Iterable[Group]) -> Iterator[tuple[Group, Group]]:
    """Neighbours among those of one name. Where a person tells two apart, nobody knows whom a third one means."""
    groups = tuple(dict.fromkeys(found))
    rivals = grouped((frozenset(o.id for o in groups if o is not g and census.are_told_apart(g, o)), g) for g in groups)
    for alike in rivals.values():
        yield from pairwise(alike)


def _spelled_alike(census: Census, actors: Iterable[Group]) -> Iterator[tuple[Group, Group]]:
    """Those whose names differ only in how they are written."""
    spelled = grouped((_spelling(n, g.kind), g) for g in actors for n in g.names)
    for spelling, found in spelled.items():
        if spelling:
            yield from _pairs(census, found)


def _spelling(name: str, kind: Kind) -> Words:
    """What has to be the same; a title, too, before a single word: “Mr. Vance” is not “Mrs. Vance”."""
    if kind == "group" or name.partition(" ")[2].islower():  # “U.S. forces”, no name of their own
        first, *rest = body_name(name) or ("",)
        return (SAME_WORD.get(first, first), *rest) if rest else body_name(name)
    if kind != "person":
        together = "".join(body_name(name))  # “Tarn-Mart” is “Tarnmart”
        return (together,) if together else ()
    words, initials, suffix = person_name(name)
    return (*words, initials, suffix) if len(words) > 1 else words_of(name)


def _but_for_initials(census: Census) -> Iterator[tuple[Group, Group]]:
    """Persons of one full name some of whom have initials in the middle, and all who have them the same."""
    names = ((person_name(n), g) for g in census.groups() if g.kind == "person" for n in g.names)
    alike = grouped(((n.words, n.suffix), (n.initials, g)) for n, g in names if len(n.words) > 1)
    for found in alike.values():
        if len({initials for initials, _ in found} - {""}) == 1:
            yield from _pairs(census, (g for _, g in found))


def _called_so(census: Census) -> Iterator[tuple[Group, Group]]:
    """Persons one of whom an article calls by the other's full name, though it leaves out a part of it."""
    people = [g for g in census.groups() if g.kind == "person"]
    owners = grouped((person_name(n), g) for g in people for n in g.names)
    called = grouped((person_name(alias), g) for g in people for alias in g.aliases)
    for name, bearers in called.items():
        if len(name.words) > 1 and len(bearers) == 1 and any(_is_part(name.words, n) for n in bearers[0].names):
            yield from _pairs(census, (bearers[0], *owners.get(name, ())))


def _is_part(words: Words, name: str) -> bool:
    """Whether the words are the full name but for some in the middle, or for a short first name."""
    theirs = person_name(name).words
    return len(theirs) > 1 and words[-1] == theirs[-1] and may_be_one(words[0], theirs[0])


class _Bearer(NamedTuple):
    name: PersonName
    group: Group


def _as_good_as_equal(census: Census) -> Iterator[tuple[Group, Group]]:
    """Persons whose full names are hardly two people's, as both hold one office or stand beside the same others."""
    people = [g for g in census.groups() if g.kind == "person"]
    named = [_Bearer(name, g) for g in people for n in g.names if len((name := person_name(n)).words) > 1]
    of_one_family = grouped((b.name.words[-1], b) for b in named)
    beginning_so = grouped(((b.name.words[0][0], b.name.words[-1][:2]), b) for b in named)
    for alike in (*of_one_family.values(), *beginning_so.values()):
        for one, other in combinations(alike, 2):
            if one.group is not other.group and _is_likely(census, one, other):
                yield one.group, other.group


def _is_likely(census: Census, one: _Bearer, other: _Bearer) -> bool:
    """Whether the names are nearly equal, and both have one office or, with a short first name, one circle."""
    first, second = one.name, other.name
    is_first_name, is_family_name = (a == b for a, b in zip(_ends(first.words), _ends(second.words), strict=True))
    if is_first_name and is_family_name:
        is_alike = first.words == second.words  # “Kim Su” and “Kim Tae-su” are two
    elif is_family_name:
        is_alike = may_be_one(first.words[0], second.words[0])
    else:
        spelled = are_spellings(first.words[-1], second.words[-1], SPELLED) and first.suffix == second.suffix
        is_alike = spelled and may_be_one(first.words[0], second.words[0])
    if not is_alike:
        return _adds_a_name(census, one, other)
    is_short = not is_first_name and is_family_name and first.suffix == second.suffix
    is_number_left_out = first.words == second.words and {first.suffix, second.suffix} <= NUMBERS | {""}
    one_circle = (is_short or is_number_left_out) and census.are_close(one.group, other.group)
    return one_circle or census.share_office(one.group, other.group)


def _adds_a_name(census: Census, one: _Bearer, other: _Bearer) -> bool:
    """Whether the one bears a name more between first and last, and both hold one office or stand beside many others.

    A family name may stand first, and what follows have a hyphen: then “Bok Tae-min” is not “Bok Min”.
    """
    short, long = sorted((one.name, other.name), key=lambda n: len(n.words))
    is_one = _ends(short.words) == _ends(long.words) and short.suffix == long.suffix and len(short.words) == 2
    is_hyphened = any("-" in n for group in (one.group, other.group) for n in group.names)
    shared = census.shared(one.group.articles, other.group, [one.group.id], outlets=False)
    is_circle = len(shared) >= MANY and census.is_circle(shared)
    return is_one and not is_hyphened and (is_circle or census.share_office(one.group, other.group))


def _of_rare_name(census: Census) -> Iterator[tuple[Group, Group]]:
    """Two persons alone with a family name, whose first name is spelled otherwise, or is short for a known one's."""
    people = [g for g in census.groups() if g.kind == "person"]
    named = [_Bearer(name, g) for g in people for n in g.names if len((name := person_name(n)).words) > 1]
    for bearers in grouped((b.name.words[-1], b) for b in named).values():
        groups = tuple(dict.fromkeys(b.group for b in bearers))
        if len(groups) == 2 and len({b.name.suffix for b in bearers}) == 1:
            shared = len(census.shared(groups[0].articles, groups[1], [groups[0].id], outlets=False))
            names = [[b.name.words for b in bearers if b.group is group] for group in groups]
            is_known = max(len(group.articles) for group in groups) >= KNOWN
            is_spelled = any(_differ_in_spelling(a, b) for a, b in product(*names))
            is_short = any(
                may_be_one(a[0], b[0]) and (is_known or a[0] == b[0]) and a[1:] == b[1:] for a, b in product(*names)
            )
            if shared >= (1 if is_spelled else COMPANY) and (is_spelled or is_short):
                yield groups


def _differ_in_spelling(one: Words, other: Words) -> bool:
    """Whether the names are the same but for the spelling of the first word."""
    return one[1:] == other[1:] and one[0] != other[0] and are_spellings(one[0], other[0], SPELLED_FIRST)


def _ends(words: Words) -> Words:
    return words[0], words[-1]

"""A census of actors in; out its bodies joined that go by a fuller and a shorter wording, or by letters, of one name.

Newspapers say “U.S. Harbour Board” once and “Harbour Board” from then on, “Tarn News” and “Tarn”, “Harbour League” and
“HL”. That this is one body is believed where the articles share company, and no third body goes by the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, permutations, product

from briefwright import commonness
from briefwright.corpus.census import COMPANY, MANY, Census, Group
from briefwright.corpus.namesakes import unrivalled
from briefwright.corpus.shortnames import COMMONER, LEAST_LETTERS
from briefwright.corpus.spelling import HOLLOW, TURNED, Words, body_name, initials_of, words_of
from briefwright.firstnames import SPELLED, are_spellings
from briefwright.model.order import grouped

UNITED_STATES = ("us",)
SHORTEST = 4
"""Letters of a word whose final s may be left out."""
LEAST_WORDS = 3
"""Of a name in which one word may be plural here and singular there."""
_FIRM = frozenset("co corp corporation gmbh inc incorporated limited llc llp ltd plc".split())
_PRESS = frozenset("agency channel news".split())
_PANELS = TURNED - {"department", "ministry"}
_OF_PANELS = frozenset("permanent select".split())
DEPARTMENT, UNIVERSITY = ("department",), ("university",)
_EMPTY_ENDS = frozenset({("corps",), DEPARTMENT, UNIVERSITY})
"""Last words without which a name is as well known as with them."""

Pairs = Iterator[tuple[Group, Group]]


def join_wordings(census: Census) -> None:
    """Join bodies with one name in several wordings."""
    census.join(unrivalled(census, _of_united_states(census)))
    census.join(unrivalled(census, _worded_alike(census), in_one_article=True), in_one_article=True)
    census.join(unrivalled(census, _spelled_otherwise(census)))
    census.join(unrivalled(census, _of_one_abbreviation(census), in_one_article=True), in_one_article=True)
    for find in (_called_short, _shortened):
        census.join(unrivalled(census, (pair for pair in find(census) if census.have_company(*pair))))
    census.join(unrivalled(census, (pair for pair in _turned_round(census) if census.are_close(*pair))))
    census.join(unrivalled(census, (pair for pair in _in_letters(census) if census.have_company(*pair))))


def _of_united_states(census: Census) -> Pairs:
    """“U.S. Senate” and “Senate”, where articles with the latter tell of no other state more often."""
    bodies = _bodies(census)
    owners = _owners(bodies)
    for full in bodies:
        for words in (body_name(name) for name in full.names if _is_proper(name)):
            shorts = owners.get(words[1:], ()) if words[:1] == UNITED_STATES else ()
            for short in shorts:
                is_theirs = body_name(census.state_of(short)) == UNITED_STATES or words[-1:] == DEPARTMENT
                if not _is_nameless(short) and (is_theirs or len(words) > LEAST_WORDS):
                    yield full, short


def _worded_alike(census: Census) -> Pairs:
    """Bodies whose names differ in hollow words, a plural, “Inc.” or, of media, “News”."""
    for words, found in grouped((_worded(n, g), g) for g in _bodies(census) for n in g.names).items():
        least = 1 if len(words) >= LEAST_WORDS else COMPANY
        pairs = combinations(dict.fromkeys(found), 2) if len(words) > 1 else ()
        yield from ((a, b) for a, b in pairs if len(census.shared(a.articles, b, [a.id])) >= least)


def _worded(name: str, group: Group) -> Words:
    """What is left of a name, and the kind where the words alone do not tell it."""
    words = [w for w in body_name(name) if w not in HOLLOW]
    while len(words) > 1 and words[-1] in (_PRESS if group.kind == "media" else _FIRM):
        words.pop()
    if words[-1:] and words[-1] in _PANELS:
        words = [w for w in words if w not in _OF_PANELS]
    if len(words) >= LEAST_WORDS:
        return tuple(w.removesuffix("s") if len(w) >= SHORTEST else w for w in words)
    return (*words, f"({group.kind})")


def _called_short(census: Census) -> Pairs:
    """A body that an article calls by a short form of its name, and who goes by that form alone."""
    owners = _owners(_bodies(census))
    everybody = (g for g in census.groups() if g.kind not in ("person", "state"))
    called = grouped((body_name(alias), g) for g in everybody for alias in g.aliases if _is_proper(alias))
    for form, bearers in called.items():
        shorts = [short for short in owners.get(form, ()) if not _is_nameless(short)]
        if full := _foremost(dict.fromkeys(g for g in bearers if g not in shorts)):
            yield from ((full, short) for short in shorts if _may_stand_for(form, full, short, owners))


def _of_one_abbreviation(census: Census) -> Pairs:
    """Bodies that articles call by letters which only the fuller name gives: a “Harbour Guard” that goes by “FHG”."""
    for letters, found in grouped((letters, g) for g in _bodies(census) for letters in _letters(g)).items():
        for full, short in permutations(dict.fromkeys(found), 2):
            names = [body_name(n) for n in full.names if letters in initials_of(n)]
            if any(_is_within(body_name(m), n) for n in names for m in short.names):
                yield full, short


def _is_within(short: Words, full: Words) -> bool:
    """Whether the words, two at least, are part of a longer row."""
    length = len(short)
    return 1 < length < len(full) and any(full[n : n + length] == short for n in range(len(full) - length + 1))


def _turned_round(census: Census) -> Pairs:
    """“Tarnwood University” and “University of Tarnwood”, which may be two."""
    owners = _owners(_bodies(census))
    for words, found in owners.items():
        if words[-1:] == UNIVERSITY:
            yield from product(found, owners.get((*UNIVERSITY, "of", *words[:-1]), ()))


def _spelled_otherwise(census: Census) -> Pairs:
    """Bodies of one name but for a word that is spelled otherwise: “Harbour Organisation”, “Harbour Organization”."""
    names = ((_without_united_states(n), g) for g in _bodies(census) for n in g.names if not n.split()[-1].islower())
    around = ((words[:n], words[n + 1 :], (word, g)) for words, g in names for n, word in enumerate(words))
    for (before, behind), found in grouped(((before, behind), held) for before, behind, held in around).items():
        length = len(before) + len(behind) + 1
        for (one, a), (other, b) in combinations(found, 2) if length > 1 else ():
            if a is not b and one != other and are_spellings(one, other, SPELLED):
                shared = len(census.shared(a.articles, b, [a.id]))
                if shared >= (1 if length >= LEAST_WORDS else MANY):
                    yield a, b


def _foremost(groups: Iterable[Group]) -> Group | None:
    """The one beside whom the others hardly count."""
    counted = sorted(groups, key=lambda g: len(g.articles), reverse=True)
    others = sum(len(g.articles) for g in counted[1:])
    return next((g for g in counted[:1] if len(g.articles) >= COMMONER * others), None)


def _may_stand_for(form: Words, full: Group, short: Group, bodies: Collection[Words]) -> bool:
    """Whether the form is as good as the full name: nothing without it, or its beginning and known by itself.

    The end of a name alone is not, but behind another body's name: two chambers have a “Tides Committee”, and each
    state its “Harbour Party”.
    """
    if len(short.articles) <= len(full.articles):
        before = [words[: -len(form)] for words in map(body_name, full.names) if words[-len(form) :] == form]
        return len(form) > 1 and all(
            words == UNITED_STATES or (words in bodies and form[-1] not in TURNED) for words in before
        )
    rests = [words[len(form) :] for words in map(body_name, full.names) if words[: len(form)] == form]
    return any(rest in _EMPTY_ENDS or rest[:1] == ("of",) for rest in rests)


def _shortened(census: Census) -> Pairs:
    """“Harbours and Canals” for the department of that name; or the beginning of one that goes by the same letters."""
    bodies = _bodies(census)
    owners = _owners(bodies)
    for full in bodies:
        for words in map(_without_united_states, full.names):
            for form, rest in ((words[:length], words[length:]) for length in range(1, len(words))):
                is_one = len(form) == 1
                alone = (*UNITED_STATES, *form) if is_one and rest == DEPARTMENT else form
                is_a_place = alone == form and form[0] not in census.family_names
                may_be = rest in _EMPTY_ENDS and (not is_one or alone != form or (rest == UNIVERSITY and is_a_place))
                for short in owners.get(alone, ()):
                    if may_be or (not is_one and _letters(full) & _letters(short)):
                        yield full, short


def _in_letters(census: Census) -> Pairs:
    """A body and who goes by its letters, more often than it by its name: articles say so, or they are an outlet's."""
    bodies = _bodies(census)
    told = ((letters, g) for g in bodies for letters in _letters(g) if _may_write(letters, g))
    untold = ((letters, g) for g in bodies if g.kind == "media" for n in g.names for letters in initials_of(n))
    meant = grouped((letters, g) for letters, g in (*told, *untold) if len(letters) >= LEAST_LETTERS)
    for short in bodies:
        letters = {words_of(name)[0] for name in short.names if _is_letters(name)}
        full = list(dict.fromkeys(g for word in letters for g in meant.get(word, ()) if g is not short))
        if len(full) == 1 and len(short.articles) > len(full[0].articles):
            yield full[0], short


def _bodies(census: Census) -> Sequence[Group]:
    return [g for g in census.groups() if g.kind in ("media", "organisation")]


def _owners(bodies: Sequence[Group]) -> Mapping[Words, Sequence[Group]]:
    return grouped((body_name(n), g) for g in bodies for n in g.names)


def _is_nameless(group: Group) -> bool:
    """Whether it goes by a common noun alone (“Police”), which every country has."""
    return all(len(words_of(name)) == 1 and commonness.share(commonness.fold(name)) > 0 for name in group.names)


def _is_proper(name: str) -> bool:
    """Whether all its words but the hollow ones begin with a capital: not “U.S. military”."""
    return all(word[0].isupper() or word in HOLLOW for word in name.split())


def _without_united_states(name: str) -> Words:
    words = body_name(name)
    return words[1:] if words[:1] == UNITED_STATES else words


def _letters(group: Group) -> frozenset[str]:
    """The abbreviations that articles explain."""
    return frozenset(words_of(alias)[0] for alias in group.aliases if _is_letters(alias))


def _is_letters(name: str) -> bool:
    return len(words_of(name)) == 1 and name.isupper()


def _may_write(letters: str, full: Group) -> bool:
    """Whether the letters stand in a name in their order, its first letter first."""
    return any(name[0] == letters[0] and _stand_in(letters, name) for name in map("".join, map(body_name, full.names)))


def _stand_in(letters: str, name: str) -> bool:
    remaining = iter(name)
    return all(letter in remaining for letter in letters)

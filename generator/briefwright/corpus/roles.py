"""The roles that articles give an actor in; out those to show of it, the one that most articles give first.

Of two roles it tells whether they are one office, too, which hardly two people of one name hold.
A role that one article alone has is often a cut phrase or a matter of that day. Where several agree on others, it is
not shown; the article's own page has it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import dropwhile

OTHER_OFFICE = frozenset(
    "acting assistant associate co deputy ex former interim late lieutenant onetime shadow under vice".split()
)
"""Words that make another office of a role: a vice president is no president."""
RELATING = frozenset("for of s to".split())
"""Words after which a role is somebody else's; “s” is what is left of a possessive."""
PAST = frozenset("ex former incoming late onetime then".split())
"""Words before a role that say when somebody has it, not which."""
OFFICES = frozenset(
    """
    ambassador chancellor congressman congresswoman governor justice king mayor premier president queen representative
    senator sheriff
    """.split()
)
"""Roles that by one word alone tell whom of a name one means; there are too many analysts and secretaries."""
AGREED = 2
"""Articles that have to give a role before others fall behind it."""
SELDOM = 5
"""So many times as seldom as the commonest, a role is not shown."""
_SPELLINGS = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "lt": "lieutenant",
    "amb": "ambassador",
}
_WORD = re.compile(r"[^\W_]+")


def shown_roles(given: Iterable[str]) -> tuple[str, ...]:
    """The roles, one for each article that gives one, as far as they are to be shown, each in its commonest wording."""
    roles = tuple(given)
    keys = {role: _key(role) for role in roles}
    exactly = Counter(keys[role] for role in roles)
    wordings = Counter(roles)
    agreed = [key for key, articles in exactly.items() if articles >= AGREED] or list(exactly)
    fit = [key for key in agreed if not any(_completes(other, key) for other in agreed)]
    # “Transport minister” counts for “minister”, too; so does what only one article makes of it.
    support = {key: sum(n for other, n in exactly.items() if other == key or _completes(other, key)) for key in fit}
    least = max(support.values(), default=0) / SELDOM
    order = sorted((key for key in fit if support[key] >= least), key=lambda key: -support[key])
    return tuple(max((r for r in wordings if keys[r] == key), key=lambda r: wordings[r]) for key in order)


def are_one_office(one: str, other: str) -> bool:
    """Whether the roles are one office, now or then, one of them perhaps in more words."""
    few, many = sorted((_office(one), _office(other)), key=len)
    telling = len(few) > 1 or bool(OFFICES.intersection(few))
    return telling and (few == many or _completes(many, few))


@lru_cache(maxsize=10_000)
def _office(role: str) -> tuple[str, ...]:
    return tuple(dropwhile(PAST.__contains__, _key(role)))


def _key(role: str) -> tuple[str, ...]:
    """The words of a role, folded, abbreviations written out."""
    words = _WORD.findall(re.sub(r"\bU\.S\.", "US", role).casefold())
    return tuple(_SPELLINGS.get(word, word) for word in words)


def _completes(longer: tuple[str, ...], role: tuple[str, ...]) -> bool:
    """Whether the longer one ends with the role and says more of the same office: no “aide to the president”."""
    before = longer[: len(longer) - len(role)]
    return bool(before) and longer[-len(role) :] == role and not (OTHER_OFFICE | RELATING) & set(before)

"""A reading of two statements in; out the way in which it was found, and whether what is found so is shown to readers.

Shown are the ways of which 85 of 100 judged pairs were right in articles that the rules had not met; the others are
offered to an editor. How many of each were right stands in tests/quality/disputes.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Way = Literal[
    "accused",  # who is accused, and denies "the allegation" or all fault
    "answered",  # who is accused, and says no in other words
    "articles",  # two articles share the words
    "asked",  # "refused to do so", right after somebody demanded it
    "countered",  # "Brill countered that"
    "few words",  # a denial that shares some words with the other
    "idea",  # "rejected the idea", right after something
    "inside",  # "denied Lindvar's claim that …"
    "named",  # "disagreed with the engineers", "disputed the report", of whom was just told
    "negated",  # what stands under a negation is what the other says
    "owner",  # "rejected Lindvar's argument", and something that Lindvar said
    "owner's words",  # the same in words of his
    "pointed",  # "dismissed it", right after something that need not be meant
    "repeated",  # a denial of the next words before it in the same words
    "that",  # "denied that", right after a claim
    "thing",  # for and against a thing of one name
    "told after",  # "denied …, after the paper reported …"
    "unnamed",  # whom the text calls "he" may be who says no
    "words",  # a denial nearly all of whose words are the other's
]
SHOWN: frozenset[Way] = frozenset({"accused", "asked", "inside", "owner's words", "that", "words"})


class Reading(NamedTuple):
    """How sure it is that one statement contradicts another, and in which way that is read."""

    sure: float
    way: Way

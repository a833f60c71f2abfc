"""The words of a question in, the question as it is printed out: spelled, spaced, and refused where it says nothing.

What the question is made of is for `phrasing` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefwright.facts.grammar import WH_TAGS
from briefwright.model.document import Document, Token

LONGEST_ABBREVIATION = 5
"""Letters; of longer words in capitals headlines are made."""
FEWEST_WORDS, MOST_WORDS = 3, 32
PERSONAL = frozenset("i me my mine myself our ours ourselves us we you your yours".split())
"""Pronouns of speaker and hearer: a question that holds one is somebody's own."""
NEUTRAL = frozenset("it its their them they".split())
"""Pronouns that may stand for any noun before them; "he" and "she" ask for a name."""
LOOSE_ENDS = frozenset({"CC", "DT", "IN", "PRP$", "TO"})
"""Tags of words that a question without a question word does not end with."""
CUT = frozenset("as just namely only other so than".split())
"""What a question does not end with: what it compares or points to is missing."""
COMMENT = re.compile(r"\b(?:for|without) comment\b|\bcomment on\b")
"""What a newspaper waits for, and no reader."""
CUT_TITLE = re.compile(r"\b(?:Gov|Gen|Lt|Rep|Sen|Sgt)\.(?! [A-Z])")
"""A title whose name went to the next sentence."""
UNNAMED = "\0"
"""Stands in a question for a pronoun that nobody's name can replace."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A question, and the tokens of the text that it is made of, for its evidence."""

    question: str
    tokens: tuple[Token, ...]
    head: int
    """The verb of the clause, or the noun that is asked about."""
    turned: bool = False
    """Whether it is a clause of the text turned round."""


def worded(
    document: Document, texts: Iterable[str], tokens: Iterable[Token], head: int, *, turned: bool = False
) -> Wording | None:
    """The texts as one question, None where it is too short or long, somebody's own, or names what nobody can."""
    question = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", "", " ".join(texts))
    question = re.sub(r"[“”\"„«»()\[\]]|(?<=\s)['‘’](?=\w)", "", question)
    question = re.sub(r" (?=[,.;:?!%’'])", "", " ".join(question.split())).strip(" ,.;:–—-?!")
    spoken = {w.strip("’',.").lower() for w in question.split() if not w.isupper() or len(w) == 1}
    count = len(question.split())
    used = sorted(tokens, key=lambda t: t.i)
    address = re.search(r"[@#]\w|://", question)
    headline = sum(w.isupper() and len(w) > LONGEST_ABBREVIATION for w in question.split()) > 1
    empty = (count < 4 and "it" in spoken) or (count < 5 and question.split()[-1].lower() in NEUTRAL)
    dangling = (used[-1].tag in LOOSE_ENDS or used[-1].lemma == "complain") and not any(t.tag in WH_TAGS for t in used)
    torn = question.split()[-1:] and question.split()[-1].lower() in CUT
    torn = torn or len(re.findall(r" (?:–|—|--) ", question)) % 2 == 1
    if (
        _is_cut(document, used)
        or _points_away(used)
        or not _names_anything(document, used, question)
        or torn
        or dangling
        or address
        or empty
        or headline
        or CUT_TITLE.search(question)
        or COMMENT.search(question)
        or UNNAMED in question
        or not FEWEST_WORDS <= count <= MOST_WORDS
        or spoken & PERSONAL
    ):
        return None
    return Wording(question[0].upper() + question[1:] + "?", tuple(used), head, turned)


def _is_cut(document: Document, used: Sequence[Token]) -> bool:
    """Whether a word that the parser cut at its hyphen lost what follows ("co" of "co-founder")."""
    kept = {t.start for t in used}
    return any(document.text[t.end : t.end + 1] == "-" and t.end not in kept for t in used)


def _points_away(used: Sequence[Token]) -> bool:
    """Whether it compares with what only the text tells ("as much time")."""
    places = [t.i for t in used if t.text.lower() == "as"]
    measured = [t for t in used if t.text.lower() == "as" and t.tag == "RB"]
    return any(t.i == places[-1] for t in measured)


def _names_anything(document: Document, used: Sequence[Token], question: str) -> bool:
    """Whether it says of whom or of what it is, beside a day ("What might have been found?")."""
    dated = {i for n in document.names if n.label in ("DATE", "TIME") for i in range(n.first, n.last)}
    named = any(word[0].isupper() for word in question.split()[1:])
    return (
        named
        or not question.lower().startswith("what ")
        or any(t.pos in ("NOUN", "NUM", "PROPN") and t.i not in dated for t in used)
    )

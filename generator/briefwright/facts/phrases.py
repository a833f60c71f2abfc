"""A Document and whose its names are in, the noun phrases out whose head may be a group or a body without a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefwright import commonness
from briefwright.facts.dates import WEEKDAYS
from briefwright.facts.figures import Figure, is_possessive
from briefwright.facts.lexicon import (
    COLLECTIVES,
    CROWDS,
    FIELD_BODIES,
    GOVERNMENTS,
    GROUP_NOUNS,
    INSTITUTIONS,
    LEADERSHIPS,
    ROLE_NOUNS,
    SELF_STANDING,
)
from briefwright.facts.roles import state_in
from briefwright.model.document import Document, Token
from briefwright.places import gazetteer

QUANTIFIERS = frozenset(
    {"all", "both", "least", "few", "many", "more", "most", "only", "other", "several", "some", "such"}
)
"""Words before a group that are no part of its name."""

PASSING = frozenset(
    """
    apparent dozen early entire estimated fellow key likely major multiple new numerous own potential prominent top
    various very whole wider
    """.split()
)
"""Adjectives in lower case that are no part of the name of a body or group ("the new Holm administration")."""

CREEDS = frozenset(
    """
    African Arab Asian Catholic Christian Conservative Democratic European Hindu Islamist Jewish Kurdish Labour Latin
    Muslim Republican Shiite Sunni Tory Western
    """.split()
)
"""Adjectives of parties, faiths and regions that tell which group is meant."""

DEVOTED = frozenset("ally attorney backer critic foe lawyer member opponent relative supporter".split())
"""Plurals that say little without whom they are for or against."""
_COUNTING = ("ADP", "ADV", "CCONJ", "DET", "NUM", "PART", "PRON", "PUNCT")
LONGEST_PHRASE = 8
"""Tokens of the longest phrase that is read."""
_FEW = 2
"""Words that may stand in quotation marks and not be said."""
_BREAKS = frozenset(',;:()"“”')
"""Marks that end a phrase."""
_DEEPEST = 5
"""Steps up the parse within which a modifier reaches its noun."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A common noun with what stands before it: whose it is (a figure, a state, a creed's word), if anybody's."""

    first: int
    noun: Token
    lemma: str
    owner: Figure | None
    state: str | None
    creed: str
    definite: bool
    possessed: bool
    """Whether a possessive says whose."""
    modifier: str
    """The lemma of the common noun right before the head ("veterans organizations"), if any."""
    modifiers: tuple[str, ...]
    """The lemmas of all the words that tell of whom it speaks."""
    leadership: str
    """The body around the owner that the noun belongs to ("Holm administration officials"), if any."""

    @property
    def whose(self) -> object:
        """To whom its words tie it, if to anybody."""
        return self.owner or self.state or self.creed


def find_phrases(document: Document, owner: Mapping[int, Figure]) -> Iterator[Phrase]:
    """The noun phrases of the story, outside quotations, whose head may be a group or a body."""
    singular = INSTITUTIONS | COLLECTIVES | FIELD_BODIES | GOVERNMENTS
    plural = GROUP_NOUNS | DEVOTED | CROWDS | singular | {"force", "justice", "media", "medium"}
    for token in document.tokens:
        lemma = token.lemma.lower()
        tag = "NN" if token.tag == "NNP" and token.text.islower() else token.tag  # as small models read "ministry"
        called = tag in ("NNS", "NNPS") and _is_called(document, token)
        if lemma not in {"NN": singular, "NNS": plural}.get(tag, ()) and not called:
            continue
        if token.dep in ("compound", "nmod") and not (lemma in LEADERSHIPS and token.i - 1 in owner):
            continue
        story = document.sentences[token.sentence].story and not _is_said(document, token)
        if story and token.i not in owner and not token.text.isupper():  # "MAYOR: …" labels who speaks
            yield _phrase(document, token, lemma, owner)


def _is_said(document: Document, token: Token) -> bool:
    """Whether it stands in a quotation that is more than a word in quotation marks (so-called “Shoremen”)."""
    around = (q for q in document.quotations if q.start <= token.start and token.end <= q.end)
    return any(len(document.text[q.start : q.end].split()) > _FEW for q in around)


def _is_called(document: Document, token: Token) -> bool:
    """Whether a capital makes it what people are called ("the Shoremen"), and of no state."""
    opens = token.i == document.sentences[token.sentence].first
    known = token.text in gazetteer().demonyms or commonness.share(commonness.fold(token.text))
    return token.text.istitle() and not opens and not known


def _phrase(document: Document, noun: Token, lemma: str, owner: Mapping[int, Figure]) -> Phrase:
    tokens = document.tokens
    first = noun.i
    while first > 0 and noun.i - first < LONGEST_PHRASE and _modifies(document, tokens[first - 1], noun):
        joined = tokens[first - 2]  # "lawmakers and rights groups"
        group = joined.tag == "NNS" and joined.lemma.lower() in GROUP_NOUNS
        if tokens[first - 1].pos == "CCONJ" and (group or _is_somebody(document, first - 2, owner)):
            break
        first -= 1
    definite = tokens[first].text.lower() in ("the", "these", "those")
    first = max([first, *(i + 1 for i in range(first, noun.i) if _is_anybodys(tokens, i, owner))])
    while first < noun.i and (
        tokens[first].pos in _COUNTING
        or tokens[first].tag in ("JJS", "RBS")
        or tokens[first].lemma.lower() in QUANTIFIERS
        or tokens[first].text in PASSING.union(WEEKDAYS)
    ):
        first += 1
    before = tokens[first : noun.i]
    whose = next((owner[t.i] for t in before if t.i in owner and owner[t.i].kind != "state"), None)
    state = state_in([t for t in before if t.text in gazetteer().demonyms or t.i in owner or t.tag == "NNP"])
    creed = next((t.text for t in before if t.text in CREEDS or t.text.lower().startswith(("pro-", "anti-"))), "")
    creed = creed or _province_in(before)
    if not creed and before and before[0].text.lower() in ("pro", "anti"):
        creed, state = "".join(t.text for t in before), None
    return Phrase(
        first,
        noun,
        lemma,
        owner=whose,
        state=None if whose else state,
        creed=creed,
        definite=definite,
        possessed=any(is_possessive(t) for t in before),
        modifier=before[-1].lemma.lower() if before and _qualifies(before[-1]) else "",
        modifiers=tuple(t.lemma.lower() for t in before),
        leadership=next((t.lemma.lower() for t in before if t.lemma.lower() in LEADERSHIPS), ""),
    )


def _is_anybodys(tokens: Sequence[Token], i: int, owner: Mapping[int, Figure]) -> bool:
    """Whether a possessive stands here that says nothing of whose the noun is ("the world's largest banks")."""
    whose = tokens[i - 1] if i else tokens[i]
    somebody = whose.i in owner or whose.lemma.lower() in ROLE_NOUNS
    return is_possessive(tokens[i]) and whose.tag in ("NN", "NNS") and not somebody


def _is_somebody(document: Document, i: int, owner: Mapping[int, Figure]) -> bool:
    """Whether a name ends here that is no adjective of a state, which "and" joins with the noun, not its adjective."""
    chamber = document.tokens[i].text.capitalize() in SELF_STANDING - {"Army", "Navy", "Police"}
    return i >= 0 and (chamber or i in owner) and document.tokens[i].text not in gazetteer().demonyms


def _qualifies(token: Token) -> bool:
    """Whether it is a noun that says of which kind the noun after it is."""
    return token.dep == "compound" or (token.dep in ("amod", "nmod") and token.tag == "NN")


def _province_in(before: Sequence[Token]) -> str:
    """The state or province of a federation that a group is of ("New Mexico lawmakers"), empty where there is none."""
    texts = [t.text for t in before]
    pairs = (f"{a} {b}" for a, b in pairwise(texts))
    return next((words for words in [*pairs, *texts] if words in gazetteer().provinces), "")


def _modifies(document: Document, token: Token, noun: Token) -> bool:
    """Whether the token, left of the noun, belongs to its phrase."""
    if token.sentence != noun.sentence or token.pos in ("AUX", "ADP", "SCONJ") or token.text in _BREAKS:
        return False
    if token.pos == "VERB" and token.tag != "VBN":
        return False
    if noun.dep == "compound" and token.i == noun.i - 1 and token.head == noun.head:
        return True  # "Holm administration plans"
    for _ in range(_DEEPEST):
        if token.head == noun.i:
            return True
        token = document.tokens[token.head]
    return False

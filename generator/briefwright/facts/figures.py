"""The working form of an actor while its mentions are being gathered, and what the grammar says about a mention.

Used by all steps of `find_actors`; the finished `Actor` is made of a `Figure` at the end.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from briefwright.facts.lexicon import DEPARTING, GIVING, GROUP_NOUNS, LOCATIVE_PREPOSITIONS, ROLE_NOUNS, SPEECH_VERBS
from briefwright.model.document import Document, Token
from briefwright.model.factsheet import Kind

Gender = Literal["female", "male"]

QUALIFYING = ("amod", "compound", "nmod")
"""Dependencies of a name that only says of which kind another thing is."""
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_OBJECTS = ("dobj", "dative", "iobj", "agent", "attr", "oprd")
_EXEMPLIFYING = frozenset({"as", "including", "like"})
"""Prepositions whose examples stand as the noun before them does ("through countries such as Chad")."""
_RANKING = frozenset("be have lead rank top".split())
_COUNTS = frozenset("many several some".split())
_LONGEST_CHAIN = 12
_LONGEST_COMPLEMENT = 6
"""Tokens of what a group is said to be of or for."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A mention of a figure: token indices, `last` excluded; `words` as the text has them, empty for a pronoun."""

    first: int
    last: int
    words: str
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is, in the words of the text; `noun` is the lemma that says it ("minister")."""

    words: str
    noun: str
    state: str | None
    """The state that the words name, by demonym or by name."""
    former: bool
    first: int
    last: int
    """Token indices, last excluded."""


@dataclass(eq=False, slots=True)
class Figure:
    """Somebody of the article, as far as is known by now."""

    kind: Kind
    name: str
    places: list[Place] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    roles: list[Role] = field(default_factory=list)
    state: str | None = None
    """The state it is, or whose it is."""
    gender: Gender | None = None
    crowd: bool = False
    """Whether it is a group under a common noun that its words tie to nobody."""

    def add(self, first: int, last: int, words: str, form: str = "") -> None:
        """Notes a mention in the tokens from `first` to `last`; `form` is the bare name, where the words hold more."""
        self.places.append(Place(first, last, words))
        self.forms[form or words] += 1


def source_tokens(document: Document) -> frozenset[int]:
    """The tokens that name who says something."""
    return frozenset(t.i for a in document.attributions for s in a.source for t in document.tokens_in(*s))


def note_forms(document: Document, figure: Figure, first: int, noun: Token) -> None:
    """Notes the forms of a group with the number before it, and with what it is of, for or against.

    So "two island banks", "opponents of the harbour toll".
    """
    start = first - (first > 1 and document.tokens[first - 1].dep == "amod")  # "five big banks"
    before = document.tokens[start - 1] if start else None
    if noun.tag == "NNS" and before and (before.tag == "CD" or before.lemma.lower() in _COUNTS):
        figure.forms[_words(document, before.i, noun.i)] += 1
    after = document.tokens[noun.i + 1 : noun.i + 2]
    if figure.kind == "group" and after and after[0].dep == "prep" and after[0].head == noun.i:
        last = max(t.i for t in document.subtree(after[0].i))
        if last - noun.i <= _LONGEST_COMPLEMENT:
            figure.forms[_words(document, first, last)] += 1


def _words(document: Document, first: int, last: int) -> str:
    return " ".join(document.text[document.tokens[first].start : document.tokens[last].end].split())


def is_possessive(token: Token) -> bool:
    """Whether this is the ending 's; the curly one is often tagged as something else, but its dependency tells."""
    curly = token.text == "’s" and token.tag in ("NNP", "''")
    return token.tag == "POS" or curly or (token.dep == "case" and token.text[0] in "'’")


def head_of(document: Document, first: int, last: int) -> Token:
    """The token among these that governs the others."""
    for token in document.tokens[first:last]:
        if not first <= token.head < last or token.head == token.i:
            return token
    return document.tokens[last - 1]


def governor(document: Document, token: Token) -> tuple[str, Token]:
    """The dependency of a noun phrase's head and the token it depends on, past coordination, apposition, "such as"."""
    for _ in range(_LONGEST_CHAIN):
        above = document.tokens[token.head]
        example = token.dep == "pobj" and above.text.lower() in _EXEMPLIFYING
        if example and document.tokens[above.head].pos == "NOUN":
            token = document.tokens[above.head]
        elif token.dep in ("conj", "appos") and token.head != token.i:
            token = above
        else:
            break
    return token.dep, document.tokens[token.head]


def is_subject(document: Document, token: Token) -> bool:
    """Whether the noun phrase under this head does something, as subject or as agent; what is ranked does nothing."""
    dep, above = governor(document, token)
    return dep in _SUBJECTS or (dep == "pobj" and above.dep == "agent" and not _lists(document, above))


def _lists(document: Document, agent: Token) -> bool:
    follow = document.tokens[agent.head]
    return follow.lemma == "follow" and document.tokens[follow.head].lemma in _RANKING


def speaks(document: Document, token: Token) -> bool:
    """Whether the noun phrase under this head is the subject of a verb of speaking or of taking a stance."""
    dep, above = governor(document, token)
    if dep == "pobj" and above.dep == "agent":
        above = document.tokens[above.head]
    return (dep in _SUBJECTS or dep == "pobj") and above.lemma in SPEECH_VERBS


def takes_part(document: Document, token: Token) -> bool:
    """Whether the noun phrase is a party to what is told: subject, object, or joined by "with", "against" and so on."""
    dep, above = governor(document, token)
    if dep == "pobj":
        sent = document.tokens[above.head]
        if above.text.lower() == "from" and sent.lemma in GROUP_NOUNS:
            return is_subject(document, sent)
        if above.text.lower() in ("for", "to") and sent.lemma in DEPARTING:
            return False
        if above.dep == "dative" or (above.text == "to" and sent.lemma in GIVING):
            return True
        aside = above.text.lower() in LOCATIVE_PREPOSITIONS | {"than"}  # "countries other than Chad"
        return not aside and not _lists(document, above)
    return dep in _SUBJECTS or dep in _OBJECTS


def is_place(document: Document, token: Token) -> bool:
    """Whether the noun phrase only says where something happens."""
    dep, above = governor(document, token)
    return (dep == "pobj" and above.text.lower() in LOCATIVE_PREPOSITIONS) or dep in ("npadvmod", "ROOT")


def apposed_role(document: Document, head: Token) -> Token | None:
    """The role noun that stands in apposition to this name, on either side."""
    above = document.tokens[head.head]
    if head.dep == "appos" and above.lemma.lower() in ROLE_NOUNS and above.tag in ("NN", "NNP"):
        return above
    for i in document.children[head.i]:
        child = document.tokens[i]
        if child.dep == "appos" and child.lemma.lower() in ROLE_NOUNS and child.tag in ("NN", "NNP"):
            return child
    return None

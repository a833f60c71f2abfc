"""A name's place in a Document in, the roles that its title, apposition or "is a" sentence gives it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefwright.facts.dates import NUMBERS
from briefwright.facts.figures import Gender, Role, apposed_role, head_of, is_possessive
from briefwright.facts.given_names import GIVEN_NAMES
from briefwright.facts.lexicon import (
    FEMALE_HONORIFICS,
    FEMALE_ROLES,
    FORMER,
    MALE_HONORIFICS,
    MALE_ROLES,
    ROLE_NOUNS,
    ROYAL_HONORIFICS,
    TITLE_PARTICIPLES,
)
from briefwright.facts.names import Naming
from briefwright.model.document import Document, Token
from briefwright.places import gazetteer

LOOSE_ROLES = frozenset(
    {"ally", "colleague", "critic", "head", "host", "lead", "leader", "member", "owner", "partner", "rival", "winner"}
)
"""Role nouns that stand before names of organisations as well ("rival Acme") and say little of a person."""

ABBREVIATED_ROLES = {
    "Adm.": "admiral",
    "Capt.": "captain",
    "Col.": "colonel",
    "Gen.": "general",
    "Gov.": "governor",
    "Lt.": "lieutenant",
    "Rep.": "representative",
    "Rev.": "reverend",
    "Sen.": "senator",
    "Sgt.": "sergeant",
}
"""What a shortened title stands for, so that "the general" is found by "Gen."."""

WEIGHING = frozenset(
    "bad bitter capable fierce formidable frequent good great harsh incompetent likely obvious perfect"
    " popular possible potential serious strong tough unlikely vocal weak worthy".split()
)
"""Adjectives that weigh somebody in a role."""

NO_TITLE = frozenset(
    "approve back elect everybody help impeach let like make nobody percent rate remove somebody see support"
    " trust view want".split()
)
"""Words of the sentence before a title, which the tagger takes for nouns ("voters rate President Holm")."""

_EMPTY_HONORIFICS = (MALE_HONORIFICS | FEMALE_HONORIFICS | {"Dr", "Dr."}) - ROYAL_HONORIFICS
_HYPHENS = frozenset("-‐–")
_OF_SEVERAL = frozenset({"another", "one", "only", "other", "such"})
"""Words by which a role only counts somebody among others."""
_MEASURES = frozenset("day days hour month months old percent week weeks year years".split())
"""What a number counts: the tail of "33-year-old" and no part of what somebody is."""
_NUMBER = re.compile(rf"(?:\d[\d.,]*|{'|'.join(NUMBERS)})\b", re.IGNORECASE)
_ROLE_ENDS = frozenset({"AUX", "PRON", "PUNCT", "SCONJ", "VERB"})
_LOOSE_ENDS = frozenset({"ADP", "ADV", "CCONJ", "DET", "PART"})
_LONGEST_ROLE = 18


def find_roles(document: Document, naming: Naming) -> Iterator[Role]:
    """What this place says that the named person is, its title first."""
    tokens = document.tokens
    title = [
        t
        for t in tokens[_opening(document, naming) : naming.first]
        if t.text not in _EMPTY_HONORIFICS and t.text not in "[]"
    ]
    while title and (title[0].text.lower() in _MEASURES or title[0].text in _HYPHENS):
        title = title[1:]  # "33-|year-old baker Ada Holm"
    noun = next((t for t in title if _opens_a_matter(document, t)), title[-1] if title else None)
    if noun and noun.tag not in ("NNPS", "NNS") and (title[-1].lemma.lower() not in LOOSE_ROLES or state_in(title)):
        owner = tokens[naming.title - 2 : naming.title] if naming.title > 1 else ()
        owned = owner[:1] if owner and is_possessive(owner[-1]) else ()
        owned += tokens[naming.title : title[0].i]
        role = _role(document, title[0].i, title[-1].i + 1, noun, context=owned)
        yield role if role.state else replace(role, state=_state_after(document, naming))
    head = head_of(document, naming.first, naming.last)
    apposed = apposed_role(document, head)
    nouns = [apposed] if apposed and not naming.title <= apposed.i < naming.first else []
    for noun in [*nouns, *_predicate(document, head)]:
        role = _phrase(document, noun, naming)
        if _says_little(document, role, noun):
            continue
        if not _is_judgement(tokens[role.first : noun.i + 1]) and not _names_another(document, noun, naming):
            yield role


def _opens_a_matter(document: Document, token: Token) -> bool:
    """Whether it is a role noun with what the role is of behind it ("Minister of Trade")."""
    return token.lemma.lower() in ROLE_NOUNS and document.text[token.end : token.end + 4] == " of "


def _state_after(document: Document, naming: Naming) -> str | None:
    """The state that a name with a title is said to be of ("Prime Minister Holm of Denmark")."""
    after = document.tokens[naming.last : naming.last + 4]
    of = after[:1] and after[0].text == "of" and after[0].sentence == document.tokens[naming.first].sentence
    if not of or (len(after) > 2 and is_possessive(after[2])):
        return None
    words = [t.text for t in after[1:] if t.tag.startswith("NNP")]
    return next((s for n in (2, 1) if (s := gazetteer().names.get(" ".join(words[:n])))), None)


def _opening(document: Document, naming: Naming) -> int:
    """Where the title begins, without a noun of the sentence before it ("the day Mayor Lind resigned")."""
    inside = range(naming.title, naming.last)
    for token in reversed(document.tokens[naming.title : max(naming.title, naming.first - 1)]):
        common = token.tag == "NN" and token.text.islower() and document.text[token.end].isspace()
        if (common and token.head not in inside and token.head != token.i) or token.text.lower() in NO_TITLE:
            return token.i + 1
    return naming.title


def is_of_somebody(tokens: Sequence[Token], first: int) -> bool:
    """Whether the full name of who belongs to it stands before a name ("Ada Holm of |Clean Harbours First")."""
    before = [t.text for t in tokens[max(0, first - 3) : first]]
    return len(before) == 3 and before[2] == "of" and before[0] in GIVEN_NAMES and before[1].istitle()


def gender_of(words: list[str]) -> Gender | None:
    """The gender that a title or role says, where it says one."""
    lower = {w.lower() for w in words}
    if set(words) & MALE_HONORIFICS or lower & MALE_ROLES:
        return "male"
    if set(words) & FEMALE_HONORIFICS or lower & FEMALE_ROLES:
        return "female"
    return None


def _predicate(document: Document, head: Token) -> list[Token]:
    """The role noun in "Name is a …", if any."""
    verb = document.tokens[head.head]
    if head.dep != "nsubj" or verb.lemma != "be":
        return []
    children = (document.tokens[i] for i in document.children[verb.i])
    one = [t for t in children if t.dep == "attr" and t.tag in ("NN", "NNP")]
    return [t for t in one if t.lemma.lower() in ROLE_NOUNS][:1]


def _is_judgement(words: Sequence[Token]) -> bool:
    """Whether the words to a role noun weigh somebody and do not say what they are ("a formidable candidate")."""
    other = any(t.text.lower() in _OF_SEVERAL and t.end < after.start for t, after in pairwise(words))  # not "one-eyed"
    return other or any(t.tag in ("JJR", "JJS", "RBS") or t.lemma.lower() in WEIGHING for t in words)


def _says_little(document: Document, role: Role, noun: Token) -> bool:
    """Whether a loose role lost what it is of ("an ally of hers")."""
    alone = role.last - role.first == 1 and noun.lemma.lower() in LOOSE_ROLES and noun.i + 1 < len(document.tokens)
    return alone and document.tokens[noun.i + 1].dep == "prep"


def _names_another(document: Document, noun: Token, naming: Naming) -> bool:
    """Whether the role noun is part of somebody else's name, or the title before it."""
    inside = range(naming.title, naming.last)
    own = {t.i for t in document.subtree(noun.i)}
    others = (n.first for n in document.names if n.label == "PERSON" and naming.last <= n.first < noun.i)
    if any(i not in own for i in others):  # "Holm named Ada Venn, the harbour master"
        return True
    around = [i for i in (noun.i, noun.i + 1) if i not in inside]
    if any(n.label == "PERSON" and n.first <= i < n.last for n in document.names for i in around):
        return True
    after = document.tokens[noun.i + 1 : noun.i + 2]  # "his mother Nadia", where the tagger saw no name
    return noun.tag == "NN" and bool(after) and after[0].tag == "NNP" and after[0].i not in inside


def _phrase(document: Document, noun: Token, naming: Naming) -> Role:
    """The noun phrase around a role noun: from its left edge to the first comma, relative clause or the name itself."""
    tokens = document.tokens
    first = noun.i
    while (
        first > 0
        and noun.i - first < _LONGEST_ROLE
        and _belongs(document, first - 1, noun)
        and first - 1 != naming.last - 1
    ):
        first -= 1
    while first < noun.i and (tokens[first].pos in ("ADV", "DET", "PRON", "PUNCT") or is_possessive(tokens[first])):
        first += 1
    first = _whole(document, first, noun)
    last, stop = noun.i + 1, naming.title if naming.title > noun.i else naming.first
    while (
        last < len(tokens)
        and last - first < _LONGEST_ROLE
        and last != stop
        and tokens[last].sentence == noun.sentence
        and not tokens[last].tag.startswith("W")
        and (tokens[last].pos not in _ROLE_ENDS or _is_glued(document, last) or is_possessive(tokens[last]))
    ):
        last += 1
    if last - first == _LONGEST_ROLE and tokens[last].sentence == noun.sentence and tokens[last].pos != "PUNCT":
        last = _without_cut_end(document, noun.i + 1, last)
    if last > noun.i + 1 and tokens[last - 1].end == tokens[last].start and tokens[last].text in _HYPHENS:
        last -= 1  # "and an ex|-banker"
    while last > noun.i + 1 and (tokens[last - 1].pos in _LOOSE_ENDS or tokens[last - 1].text in _HYPHENS):
        last -= 1 if tokens[last - 1].text not in _HYPHENS else 2
    last = max(last, noun.i + 1)
    return _role(document, first, _without_rest(document, last, noun), noun)


def _without_cut_end(document: Document, first: int, last: int) -> int:
    """Where a role ends that is longer than a role may be: after its last whole phrase with a noun at the end."""
    joints = (i for i in range(last - 1, first, -1) if document.tokens[i].pos in ("ADP", "CCONJ"))
    return next((i for i in joints if document.tokens[i - 1].pos in ("NOUN", "PROPN")), first)


def _is_glued(document: Document, i: int) -> bool:
    """Whether the token belongs to a compound with hyphens ("state-run")."""
    token, before = document.tokens[i], document.tokens[i - 1]
    return token.tag == "HYPH" or (before.text in _HYPHENS and before.end == token.start)


def _without_rest(document: Document, last: int, noun: Token) -> int:
    """Where a role ends, before a phrase that lost what it is of ("leader in the middle | of something delicate")."""
    tokens = document.tokens
    lost = tokens[last] if last + 1 < len(tokens) else noun
    if lost.dep != "prep" or tokens[last + 1].pos != "PRON" or not noun.i < lost.head < last:
        return last
    above = tokens[lost.head]
    while noun.i < above.head < last:
        above = tokens[above.head]
    return above.i if above.head == noun.i else last


def _whole(document: Document, first: int, noun: Token) -> int:
    """Where a role begins that would begin inside a compound: with all of it ("right-wing leader").

    What only counts is left out: a 33-year-old baker is a baker.
    """
    tokens = document.tokens
    begin = first
    while begin > 0 and tokens[begin - 1].end == tokens[begin].start and _HYPHENS & {
        tokens[begin - 1].text[-1], tokens[begin].text[0]
    }:  # fmt: skip
        begin -= 1
    counts = tokens[begin] if begin < first else tokens[max(0, first - 1)]
    if _NUMBER.fullmatch(counts.text) and tokens[first].text.lower() in _MEASURES:
        while first < noun.i and (tokens[first].text.lower() in _MEASURES or tokens[first].text in _HYPHENS):
            first += 1
        return first
    return begin


def _belongs(document: Document, i: int, noun: Token) -> bool:
    token = document.tokens[i]
    if token.sentence != noun.sentence or token.pos in ("PUNCT", "AUX", "ADP", "CCONJ"):
        return False
    if token.pos == "VERB" and token.text.lower() not in TITLE_PARTICIPLES:
        return False
    for _ in range(4):
        if token.head == noun.i:
            return True
        token = document.tokens[token.head]
    return False


def _role(document: Document, first: int, last: int, noun: Token, *, context: tuple[Token, ...] = ()) -> Role:
    tokens = document.tokens
    while first < noun.i and tokens[first].text.lower() in ("a", "an", "the"):
        first += 1
    words = " ".join(document.text[tokens[first].start : tokens[last - 1].end].split())
    near = [*context, *tokens[first : noun.i + 1]]
    lemma = ABBREVIATED_ROLES.get(noun.text, noun.lemma.lower())
    return Role(words, lemma, state_in(near), is_former(near), first, last)


def state_in(tokens: list[Token]) -> str | None:
    """The state that these words name, by demonym or by name."""
    places = gazetteer()
    texts = [t.text for t in tokens]
    for words in [*(f"{a} {b}" for a, b in pairwise(texts)), *texts]:
        if state := places.demonyms.get(words) or places.state(words):
            return state
    return None


def is_former(tokens: list[Token]) -> bool:
    """Whether these words put a role into the past."""
    return any(t.text.lower() in FORMER or t.text.lower().startswith("ex-") for t in tokens)

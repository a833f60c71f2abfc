"""The namings of a Document in; which names that no data package knows are countries, provinces and towns, out.

The article itself tells: by its dateline, by "in" before the name, by the adjective of it, by "province" beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from briefwright.facts.figures import QUALIFYING, head_of, source_tokens, speaks, takes_part
from briefwright.facts.lexicon import HONORIFICS, LEADERSHIPS, ORGANISATION_WORDS, OUTLETS
from briefwright.facts.names import Naming
from briefwright.model.document import Document, Token
from briefwright.places import gazetteer

WITHIN = frozenset("across in inside near neighboring neighbouring throughout within".split())
"""Words right before a name that make it a place's."""
REALMS = frozenset("capital city county country district kingdom province region republic state town village".split())
"""Nouns beside a name, or of it, that make it a place's."""
DOMAINS = frozenset("border capital coast embassy ministry navy parliament territory water".split())
"""What only a country has."""
_TOWN_WORDS = frozenset({"Bay", "Beach", "Island", "Islands", "Lake", "Valley"})
ENDINGS = ("an", "ese", "ian", "ish", "n")
"""Endings of the adjectives that are made of a country's name."""
_IDLE = frozenset("become deserve have lead lie rank remain see".split())
"""What a province does without doing anything."""
_DATELINE = re.compile(r"^[A-Z][A-Z .'’-]{2,40}, (\w+(?: \w+)?)\b", re.MULTILINE)


def find_lands(document: Document, namings: Sequence[Naming]) -> frozenset[str]:
    """The names of the article, none of them in the gazetteer, that are of countries, provinces and towns."""
    datelines = set(_DATELINE.findall(document.text))
    surnames = {n.parts[-1] for n in namings if n.label == "PERSON" and len(n.parts) > 1}
    capitals = {t.text for t in document.tokens if t.text[0].isupper()}
    by_name: dict[str, list[Naming]] = {}
    for naming in namings:
        if (
            len(naming.parts) < 3
            and naming.words not in surnames
            and naming.words.lower() not in REALMS
            and (not _is_known(naming) or _is_federal(document, naming))
        ):
            by_name.setdefault(naming.words, []).append(naming)
    return frozenset(
        words
        for words, places in by_name.items()
        if not any(_leads(document, n) for n in places)
        and (words in datelines or _has_adjective(words, capitals) or _stands_for_place(document, places))
    )


def find_speaking(document: Document, namings: Iterable[Naming]) -> frozenset[str]:
    """Of the names those that speak somewhere, be it with a noun beside them ("New York state reported")."""
    sources = source_tokens(document)
    found = set()
    for naming in namings:
        head = head_of(document, naming.first, naming.last)
        above = document.tokens[head.head]
        head = above if head.dep == "compound" and above.text.lower() in REALMS else head
        first = head
        while first.dep == "conj":
            first = document.tokens[first.head]
        governs = naming.words in gazetteer().provinces or naming.parts[-1] == "County"
        first = _relative(document, naming, first)
        decides = (
            governs and document.tokens[first.head].lemma not in _IDLE and not document.quoted(head.start, head.end)
        )
        if first.dep in ("nsubj", "nsubjpass") and (speaks(document, head) or head.i in sources or decides):
            found.add(naming.words)
    return frozenset(found)


def _relative(document: Document, naming: Naming, head: Token) -> Token:
    """The "which" that takes the name up in a clause of its own, if any; else the head of the name."""
    after = document.tokens[naming.last : naming.last + 2]
    taken_up = len(after) == 2 and (after[0].text, after[1].text) == (",", "which")
    return after[1] if taken_up else head


def is_adjective_of(word: str, lands: Iterable[str]) -> bool:
    """Whether the word is the adjective of one of the lands ("Karsian")."""
    return any(word in _adjectives(land) for land in lands)


def _is_known(naming: Naming) -> bool:
    words, places = naming.words, gazetteer()
    known = places.state(words) or words in places.demonyms or words in OUTLETS or words.isupper()
    return bool(known) or bool(set(naming.parts) & (ORGANISATION_WORDS | HONORIFICS))


def _is_federal(document: Document, naming: Naming) -> bool:
    """Whether it is a state with a seat of power's name ("Washington state")."""
    after = document.tokens[naming.last : naming.last + 1]
    return naming.words in gazetteer().provinces and bool(after) and after[0].text == "state"


def _adjectives(land: str) -> set[str]:
    return {f"{stem}{ending}" for stem in {land, land.rstrip("aeiou")} for ending in ENDINGS if len(stem) > 2}


def _has_adjective(words: str, capitals: Set[str]) -> bool:
    return len(words) > 3 and bool(_adjectives(words) & (capitals - gazetteer().demonyms.keys()))


def _stands_for_place(document: Document, places: Sequence[Naming]) -> bool:
    """Whether half of the places where it stands, or one that leaves no doubt, are a place's."""
    if any(n.title < n.first for n in places):
        return False
    located = sum(_is_located(document, n) for n in places)
    return 2 * located >= len(places) or any(_is_realm(document, n) for n in places)


def _leads(document: Document, naming: Naming) -> bool:
    """Whether an administration or a campaign is called after the name, or it has a title ("Mr. Holm")."""
    after = document.tokens[naming.last : naming.last + 1]
    return naming.title < naming.first or bool(after and after[0].text in LEADERSHIPS)


def _is_located(document: Document, naming: Naming) -> bool:
    before = document.tokens[naming.first - 1].text.lower() if naming.first else ""
    return before in WITHIN and head_of(document, naming.first, naming.last).dep == "pobj"


def _is_realm(document: Document, naming: Naming) -> bool:
    """Whether the noun after it says what it is ("Tarn province", "Tarn's waters")."""
    last = document.tokens[naming.last - 1]
    above = document.tokens[last.head]
    if last.dep == "poss":
        return above.lemma.lower() in DOMAINS
    return above.i == naming.last and above.text.lower() in REALMS


def is_a_people(document: Document, head: Token) -> bool:
    """Whether an adjective of a state is nobody's adjective here, and takes part ("with the Karsians").

    "The Karsian" is somebody, and "the Karsish said" may be.
    """
    if f"{head.text}s" in gazetteer().demonyms:
        return False
    after = document.tokens[head.i + 1 : head.i + 2]
    alone = not after or after[0].pos not in ("ADJ", "NOUN", "NUM", "PROPN")
    return alone and head.dep not in QUALIFYING and takes_part(document, head) and not speaks(document, head)


def is_town(naming: Naming) -> bool:
    """Whether the name ends like a town's, which may speak for those who govern it ("Hollin Bay")."""
    return len(naming.parts) > 1 and naming.parts[-1] in _TOWN_WORDS

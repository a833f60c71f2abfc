"""A Document's attributions and its figures in; the bodies and groups that speak under a common noun, as figures, out.

"The foreign ministry said", "residents described": whom the text gives as a source, and nobody so far is, is somebody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefwright.facts.figures import Figure, is_possessive, note_forms
from briefwright.facts.lexicon import (
    CROWDS,
    FIELD_BODIES,
    GROUP_NOUNS,
    INSTITUTIONS,
    KIN,
    ROLE_NOUNS,
    UNIQUE_BODIES,
    VAGUE_GROUPS,
)
from briefwright.facts.papers import SPEAKING_FOR
from briefwright.facts.phrases import PASSING, QUANTIFIERS
from briefwright.facts.roles import gender_of
from briefwright.facts.sources import source_head
from briefwright.facts.speakers import PARTITIVES
from briefwright.model.document import Document, Token
from briefwright.model.factsheet import Kind

BODIES = (FIELD_BODIES | INSTITUTIONS) - {"government"} | frozenset(
    """
    association charity chamber club consortium embassy federation guard hospital institute institution jury league
    operator party regulator school service society trust university watchdog
    """.split()
)
"""Common nouns that, with the words before them, are as good as a name ("the regional hospital")."""
ALONE = UNIQUE_BODIES | frozenset("administration cabinet coastguard council jury league ministry union".split())
"""Of these, those that need no word before them."""
PEOPLE = (GROUP_NOUNS - VAGUE_GROUPS) | frozenset(
    "agent authority commuter engineer family fisherman friend grower historian local miner neighbor neighbour"
    " organiser organizer relative supporter trader villager".split()
)
"""Plurals that say which people speak."""
UNTELLING = QUANTIFIERS | frozenset(
    "administration close current familiar former key leading local new old senior several top unnamed various".split()
)
"""Words before "officials" or "leaders" that leave them as unnamed as they were."""
_DOERS = ("caster", "dealer", "goer", "grapher", "holder", "ian", "iser", "ist", "izer", "maker", "worker")
"""How nouns end that say what people do."""
_QUALIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_LONGEST_PHRASE = 6


def with_voices(document: Document, figures: list[Figure]) -> list[Figure]:
    """The figures, and those that only a source names; a body or group that speaks twice is one figure."""
    taken = {i: f for f in figures for p in f.places for i in range(p.first, p.last)}
    found: dict[str, Figure] = dict(_relatives(document, figures, taken))
    for noun in _nouns(document):
        if noun.i in taken or noun.text.isupper() or not document.sentences[noun.sentence].story:
            continue
        first = _first(document, noun)
        kind = _kind(noun)
        names = (t.i in taken for t in document.tokens[first : noun.i + 2])  # "the opposition Civic Front"
        again = _spoken_of(document, noun, [*figures, *found.values()])
        if not (again or _is_somebody(document, noun, first)) or any(names):
            continue
        words = " ".join(document.text[document.tokens[first].start : noun.end].split())
        lemma = noun.lemma.lower()
        alike = [f for f in figures if f.kind == "organisation" and f.name.lower().endswith(f" {words.lower()}")]
        alike += [f for key, f in found.items() if words.lower() in (key, lemma) and key.split()[-1] == lemma]
        figure = (
            again
            or next(iter(alike), None)
            or found.setdefault(words.lower(), _figure(document, noun, words, kind, taken))
        )
        figure.add(first, noun.i + 1, words, figure.name)
        note_forms(document, figure, first, noun)
        taken.update(dict.fromkeys(range(first, noun.i + 1), figure))
    return list(dict.fromkeys([*figures, *found.values()]))


def _relatives(document: Document, figures: list[Figure], owner: dict[int, Figure]) -> Iterator[tuple[str, Figure]]:
    """Relatives of somebody who speak and have no name of their own ("Holm's father told the court", "the father")."""
    found: dict[str, Figure] = {}
    for noun in _nouns(document):
        lemma = noun.lemma.lower()
        if lemma not in KIN or noun.tag != "NN" or noun.i in owner:
            continue
        whose = next((document.tokens[i] for i in document.children[noun.i] if document.tokens[i].dep == "poss"), None)
        holder = owner.get(whose.i) if whose else None
        if lemma not in found and holder and holder.kind == "person" and not _is_named(document, noun, owner):
            mark = "’" if "’" in document.text else "'"
            found[lemma] = _kin_of(figures, holder, lemma) or Figure("person", f"{holder.name}{mark}s {lemma}")
        if lemma in found and (whose is None or holder or whose.tag == "PRP$"):
            first = next(document.subtree(whose.i)).i if whose else noun.i
            words = document.text[document.tokens[first].start : noun.end]
            found[lemma].add(first, noun.i + 1, words, "" if holder else f"the {lemma}")
            owner.update(dict.fromkeys(range(noun.i, noun.i + 1), found[lemma]))
    yield from found.items()


def _kin_of(figures: list[Figure], holder: Figure, lemma: str) -> Figure | None:
    """The one person whom the text calls by that kinship, with the surname of whose kin it is ("Ada Holm")."""
    surname = holder.name.split()[-1]
    same = [f for f in figures if f.kind == "person" and f is not holder and f.name.split()[-1] == surname]
    kin = [f for f in same if any(r.noun == lemma for r in f.roles) or (f.gender and f.gender == gender_of([lemma]))]
    if not kin:
        kin = [f for f in same if f.gender is None] if len(same) == 1 else []
    return kin[0] if len(kin) == 1 else None


def _is_named(document: Document, noun: Token, owner: Mapping[int, Figure]) -> bool:
    """Whether the name of a relative stands beside the noun ("Holm's wife, Ada Lind")."""
    beside = [i for i in document.children[noun.i] if document.tokens[i].dep in ("appos", "compound")]
    return noun.i + 1 in owner or any(i in owner for i in beside)


def _spoken_of(document: Document, noun: Token, figures: Iterable[Figure]) -> Figure | None:
    """The group spoken of last that "the senators" or "those experts" takes up again."""
    left = {document.tokens[i].text.lower() for i in document.children[noun.i] if document.tokens[i].i < noun.i}
    if noun.tag != "NNS" or not left or not left <= {"the", "these", "those"}:
        return None
    same = [f for f in figures if f.kind == "group" and f.name.split()[-1].lower() == noun.text.lower()]
    before = [(p.first, f) for f in same for p in f.places if p.first < noun.i]
    return max(before, key=lambda b: b[0])[1] if before else None


def _figure(document: Document, noun: Token, words: str, kind: Kind, owner: Mapping[int, Figure]) -> Figure:
    """A new figure, called after whose it is where the text says so ("Karsia's foreign ministry")."""
    whose = next((document.tokens[i] for i in document.children[noun.i] if document.tokens[i].dep == "poss"), None)
    name, state = words[0].upper() + words[1:], None
    if whose is None or (kind == "group" and not whose.tag.startswith("NNP")):
        return Figure(kind, name)
    if whose.text.lower() in ("its", "their"):
        before = document.tokens[document.sentences[noun.sentence].first : whose.i]
        named = dict.fromkeys(f for t in before if (f := owner.get(t.i)) and f.kind in ("organisation", "state"))
        if len(named) == 1:
            mark = "’" if "’" in document.text else "'"
            (possessor,) = named
            name, state = f"{possessor.name}{mark}s {words}", possessor.state
    elif whose.tag.startswith("NNP"):
        first = next(document.subtree(whose.i))
        name = " ".join(document.text[first.start : noun.end].split()).removeprefix("the ")
        state = owner[whose.i].state if whose.i in owner else None
    return Figure(kind, name, state=state)


def _kind(noun: Token) -> Kind:
    if noun.text.lower() == "media":
        return "media"
    return "group" if noun.tag == "NNS" and noun.text.lower() != "police" else "organisation"


def _nouns(document: Document) -> Iterator[Token]:
    """The common nouns at the head of the sources, and those that a spokesperson speaks for or a number is of."""
    seen: set[int] = set()
    for attribution in document.attributions:
        head = source_head(document, attribution.source)
        if head is None:
            continue
        spoken_for = _objects(document, head) if head.lemma.lower() in SPEAKING_FOR | PARTITIVES else ()
        for noun in (head, *spoken_for):
            if noun.i not in seen and (noun.tag in ("NN", "NNS") or (noun.tag == "NNP" and noun.text.islower())):
                seen.add(noun.i)
                yield noun


def _objects(document: Document, head: Token) -> Iterable[Token]:
    preps = (i for i in document.children[head.i] if document.tokens[i].text in ("for", "of"))
    return [document.tokens[j] for i in preps for j in document.children[i] if document.tokens[j].dep == "pobj"]


def _first(document: Document, noun: Token) -> int:
    """Where the words that qualify the noun begin: no article, number or possessor."""
    first = noun.i
    while first and noun.i - first < _LONGEST_PHRASE:
        token = document.tokens[first - 1]
        above = document.tokens[token.head]
        if token.dep not in _QUALIFIERS or is_possessive(token) or token.tag == "PRP$" or token.tag in ("JJR", "JJS"):
            break
        if (
            token.text in PASSING
            or token.dep == "poss"
            or noun.i not in (above.i, above.head)
            or token.lemma.lower() in QUANTIFIERS | {"same"}
        ):
            break
        first -= 1
    if first > 1 and is_possessive(document.tokens[first - 1]) and noun.lemma.lower() == "office":
        holder = document.tokens[first - 2]
        first = holder.i if holder.tag == "NN" and holder.lemma.lower() in ROLE_NOUNS else first  # "sheriff's office"
    while first > 1 and document.tokens[first - 1].text == "-":  # "home-schooling families"
        first -= 2
    return first


def _is_somebody(document: Document, noun: Token, first: int) -> bool:
    lemma = noun.lemma.lower()
    if noun.text.lower() == "media":
        return document.tokens[noun.i - 1].text.lower() == "state"
    if noun.text.lower() == "police":
        return True
    left = [document.tokens[i] for i in document.children[noun.i] if document.tokens[i].i < noun.i]
    if noun.tag == "NNS":
        told = any(
            t.dep in ("amod", "compound") and t.lemma.lower() not in UNTELLING and t.tag not in ("JJR", "JJS")
            for t in left
        )
        those = lemma in CROWDS and (told or any(t.text.lower() in ("the", "these", "those") for t in left))
        return those or lemma in PEOPLE or lemma.endswith(_DOERS) or (lemma in VAGUE_GROUPS and told)
    definite = any(t.text.lower() == "the" or t.dep == "poss" for t in left)
    return definite and (lemma in ALONE or (lemma in BODIES and first < noun.i))

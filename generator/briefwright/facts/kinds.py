"""The namings of a Document in, the kind of each out: person, organisation, media, or nobody at all.

Labels of the tagger are evidence, no more: agreement inside the article and the words around a name outvote them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Literal

from briefwright.facts.figures import apposed_role, head_of, is_possessive, speaks
from briefwright.facts.given_names import GIVEN_NAMES
from briefwright.facts.lands import REALMS, WITHIN
from briefwright.facts.lexicon import (
    BODY_CUES,
    FAMILIAR_ORGANISATIONS,
    HONORIFICS,
    LAWS,
    LEADERSHIPS,
    LOCATIVE_PREPOSITIONS,
    MEDIA_CUES,
    MEDIA_WORDS,
    NAME_PARTICLES,
    NO_ACTOR_WORDS,
    ORGANISATION_WORDS,
    OUTLETS,
    OUTLETS_WITH_ARTICLE,
    PARTY_PEOPLE,
    PLATFORMS,
    PRESS_WORDS,
    SEATS_OF_THEIR_OWN,
    THING_CUES,
)
from briefwright.facts.likeness import initials
from briefwright.facts.names import NAME_EXTENSIONS, Naming
from briefwright.facts.roles import LOOSE_ROLES, is_of_somebody
from briefwright.model.document import Document, Token
from briefwright.places import gazetteer

NameKind = Literal["person", "organisation", "media", "people", "place", "thing", "unknown"]
"""What a name may be; of these "people" are followers of a party or a nation, "thing" and "place" do not act."""

BY_LABEL: dict[str, NameKind] = {
    "": "unknown",
    "FAC": "thing",
    "GPE": "place",
    "LOC": "place",
    "NORP": "people",
    "ORG": "organisation",
    "PERSON": "person",
    "PRODUCT": "thing",
}

PREFERENCE: tuple[NameKind, ...] = ("person", "organisation", "place", "people", "thing", "unknown")
"""Which kind wins where as many places speak for one as for another."""

STORMS = frozenset({"Cyclone", "Hurricane", "Superstorm", "Typhoon"})
PLACE_OPENINGS = STORMS | frozenset({"Camp", "Cape", "County", "Fort", "Lake", "Mount", "Operation", "Statue"})
"""First words of names of places and storms."""
_EVENTS = frozenset({"Conference", "Convention", "Day", "Hearing", "Summit", "Treaty"})
"""What a name may hold before the words that say what it is about."""
_LINKS = frozenset({"against", "for", "of", "on", "to"})
"""Words in the name of an event after which it says what it is about."""
_CAPITOLS = frozenset({"Hill"})
"""Outlets that, with "the" in small letters, are a seat of power."""
_SURVEYS = frozenset({"analysis", "poll", "study", "survey"})
"""What is by or from those who asked."""
_MOVES = frozenset("climb close dip drop end fall finish gain jump lose plunge rise slide slip soar tumble".split())
"""What shares and their indexes do."""
_NEAR = 6
"""Tokens after such a verb among which the figure stands."""
_OPENING_QUOTES = frozenset("“\"'‘")
_INITIAL = re.compile(r"[A-Z]\.")
SITE = re.compile(r"(\w{2,40})\.(?:com|gov|net|org)")
"""A site that goes by its address ("HarbourNews.com")."""
_LEAST_SPELLED = 3
"""Words, and more, of the name of a body whose initials are spoken as a word."""
_LONGEST_ACRONYM = 6
_HE_OR_SHE = frozenset({"he", "her", "his", "she"})
_SURNAMES_TOO = frozenset({"Post", "Press", "Review", "Standard"})
"""Words of the press that people are called as well, or that end other names."""


class Kinds:
    """What each name of one document is, by all the places where it stands."""

    def __init__(self, document: Document, namings: Sequence[Naming]) -> None:
        self._document = document
        self._label_at = {i: n.label for n in namings for i in range(n.first, n.last)}
        self._cued: dict[str, set[NameKind]] = defaultdict(set)
        self._votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
        self.addressed = {n.words for n in namings if n.first and document.tokens[n.first - 1].text in HONORIFICS}
        full = (n for n in namings if n.label == "PERSON" and len(n.parts) > 1)
        self._namesakes = self.addressed | {n.parts[-1] for n in full}
        """Words that are somebody's surname here, whatever outlet they name elsewhere."""
        self._surnames = self.addressed | {n.words for n in namings if n.label == "PERSON" and len(n.parts) == 1}
        triple = (n for n in namings if len(n.parts) == 3 and (n.label == "PERSON" or n.parts[0] in GIVEN_NAMES))
        self._double = {" ".join(n.parts[-2:]) for n in triple if not set(n.parts) & ORGANISATION_WORDS}
        """Surnames of two words ("Ada Lind Holm": "Lind Holm"), which the tagger takes for bodies."""
        self._things = {initials(n.parts) for n in namings if len(n.parts) > 1 and _is_of_a_thing(n.parts)}
        """Initials of laws and the like that the text spells out."""
        bodies = (n.parts for n in namings if len(n.parts) > _LEAST_SPELLED and set(n.parts) & ORGANISATION_WORDS)
        self._spoken = {initials(parts) for parts in bodies}
        """Initials of bodies, which may be spoken as a word ("Tarca")."""
        self._storms = {n.parts[1] for n in namings if len(n.parts) == 2 and n.parts[0] in STORMS}
        self._agencies = {n.words for n in namings if self._is_agency(n)}
        for naming in namings:
            if cued := self._by_context(naming):
                self._cued[naming.words].add(cued)
                if len(naming.parts) == 1 and _has_age(document.tokens[naming.last : naming.last + 3]):
                    self._surnames.add(naming.words)
            else:
                self._votes[naming.words][self._by_itself(naming)] += 1

    def of(self, naming: Naming) -> NameKind:
        """The kind of a name."""
        words, parts, cued = naming.words, set(naming.parts), self._cued[naming.words]
        if words in PARTY_PEOPLE:
            return "people"
        if f"{words}s" in PARTY_PEOPLE:  # "a Democrat"
            return "thing"
        if words in FAMILIAR_ORGANISATIONS:
            return "organisation"
        if words.upper() in self._spoken:  # "Tarca"
            return "organisation"
        if words in LAWS | self._storms or (is_acronym(words) and words in self._things):
            return "thing"
        if initials(naming.parts) in LAWS and not parts & ORGANISATION_WORDS:
            return "thing"  # a programme that its own initials shorten
        somebody = words in self.addressed or ("person" in cued and len(naming.parts) == 1)
        if words in gazetteer().provinces and not somebody:
            return "place"
        is_media = words not in self._namesakes and self._is_media(naming)
        if is_media and (naming.label == "ORG" or words in OUTLETS):
            return "media"
        if "person" in cued and "thing" not in cued and not parts & ORGANISATION_WORDS:
            return "person"
        if is_media or words in self._agencies or ("media" in cued and not parts & ORGANISATION_WORDS):
            return "media"
        if site := SITE.fullmatch(words):
            return "media" if any(site[1].endswith(w) for w in MEDIA_WORDS) else "organisation"
        if words in SEATS_OF_THEIR_OWN:
            return "organisation"
        if _is_of_a_thing(naming.parts):
            return "thing"
        if "organisation" in cued or words in PLATFORMS or parts & (ORGANISATION_WORDS | NAME_EXTENSIONS):
            return "organisation"
        if "thing" in cued:
            return "thing"
        surname = naming.parts[-1]
        if _is_full_name(naming) and (surname in self._surnames or "person" in self._cued.get(surname, ())):
            return "person"
        if words in self._double:
            return "person"
        votes = self._votes[words]
        if words.isupper() and words.isalpha() and len(words) > _LONGEST_ACRONYM and votes.total() < 2:
            return "thing"  # a word that is shouted
        voted = [k for k in PREFERENCE if votes[k] and k != "unknown"]
        kind: NameKind = max(voted, key=lambda k: votes[k]) if voted else "unknown"
        if kind == "unknown":
            return "organisation" if words.isupper() and votes[kind] > 1 else "unknown"
        return kind

    def _by_context(self, naming: Naming) -> NameKind | None:
        """The kind that the words around this one place leave no doubt of."""
        document, tokens = self._document, self._document.tokens
        before = tokens[naming.first - 1] if naming.first else None
        if before and naming.title < naming.first and before.text.lower() not in LOOSE_ROLES:
            return "person"
        head = head_of(document, naming.first, naming.last)
        called = tokens[naming.first - 2] if naming.first > 1 and before and before.text in _OPENING_QUOTES else before
        if _is_named_thing(document, called, head) or _is_traded(document, head):
            return "thing"
        if len(naming.parts) == 1 and _is_named_body(document, before, head):
            return "organisation"
        if _is_told(document, before, head) and naming.label != "PERSON":
            return "media"
        if naming.label in ("", "NORP") and len(naming.parts) == 1 and _reports(document, head):
            return "media"
        if naming.label in ("", "GPE") and len(naming.parts) == 1 and _is_pollster(document, head):
            return "organisation"
        if naming.label == "" and len(naming.parts) > 1 and is_of_somebody(tokens, naming.first):
            return "organisation"
        if _is_national_leader(tokens[naming.title : naming.first]) or self._is_he_or_she(naming, head):
            return "person"
        following = [t.text for t in tokens[naming.last : naming.last + 2] if t.text != ","][:1]
        if following == ["which"] and naming.parts[0] not in GIVEN_NAMES:
            return "organisation"
        if len(naming.parts) == 1 and _leads(tokens, naming):
            return "person"
        role, acronym = apposed_role(document, head), is_acronym(naming.words)
        within = before and before.text.lower() in WITHIN | {"of"} and naming.label == "GPE"  # "a man of Tarn who"
        relative = following == ["who"] and naming.label != "NORP" and not within
        apposed = role and role.lemma not in LOOSE_ROLES and not acronym
        one_of_many = before and before.text.lower() in ("a", "an")  # "the governor, a Liberal who"
        if (relative or apposed) and not one_of_many:
            return "person"
        if _has_age(tokens[naming.last : naming.last + 3]):
            return "person"
        if _is_reporter(tokens, naming) or self._is_his_or_hers(naming, head):
            return "person"
        if naming.label in ("GPE", "PERSON") and is_acronym(naming.words):
            return "organisation" if (before and before.text.lower() == "the") or speaks(document, head) else None
        return None

    def _is_he_or_she(self, naming: Naming, head: Token) -> bool:
        """Whether a single word that speaks is taken up by "he" or "she", in its sentence or at the next one's head."""
        tokens = self._document.tokens
        if not self._may_be_a_surname(naming):
            return False
        if head.dep != "nsubj" or not speaks(self._document, head):
            return False
        after = self._document.sentences[head.sentence].last
        said = tokens[tokens[head.head].i + 1 : tokens[head.head].i + 3]
        return any(t.text.lower() in _HE_OR_SHE for t in [*said, *tokens[after : after + 1]])

    def _may_be_a_surname(self, naming: Naming) -> bool:
        words, places = naming.words, gazetteer()
        known = words in places.names or words in places.seats or words in ORGANISATION_WORDS | PLATFORMS
        return naming.label in ("", "GPE", "ORG") and len(naming.parts) == 1 and not known and not is_acronym(words)

    def _is_his_or_hers(self, naming: Naming, head: Token) -> bool:
        """Whether "his" or "her" takes up a single word that does something where no other person is named."""
        if not self._may_be_a_surname(naming) or head.dep != "nsubj":
            return False
        sentence = self._document.sentences[head.sentence]
        if any(self._label_at.get(i) == "PERSON" for i in range(sentence.first, sentence.last)):
            return False
        return any(t.text in ("her", "his") for t in self._document.tokens[naming.last : sentence.last])

    def _by_itself(self, naming: Naming) -> NameKind:
        """The kind that the form of the name speaks for, or else its label."""
        head = head_of(self._document, naming.first, naming.last)
        full = naming.label == "PERSON" and _is_full_name(naming)
        if head.dep == "conj" and self._label_at.get(head.head) == "GPE" and not full:
            return "place"
        if naming.label in ("GPE", "PERSON") and is_acronym(naming.words):
            return "organisation"
        if any(c.isdigit() for c in naming.words):
            return "thing"
        several = head.tag == "NNPS" and naming.words not in self._namesakes
        if naming.label == "PERSON" and len(naming.parts) == 1 and several:
            return "people"
        if naming.label == "ORG" and len(naming.parts) == 1 and head.tag == "NNS":
            return "thing"  # "Cabinets", "the Furies"
        if naming.label == "PERSON" and any(p.islower() and p not in NAME_PARTICLES for p in naming.parts):
            return "organisation"
        if 1 < len(naming.parts) < 5 and self._opens_like_a_person(naming):
            return "person"
        return BY_LABEL[naming.label]

    def _opens_like_a_person(self, naming: Naming) -> bool:
        """Whether a name that the tagger takes for something else begins with a first name or two initials."""
        first, second = naming.parts[:2]
        given = first in GIVEN_NAMES
        if naming.label == "GPE":
            before = self._document.tokens[naming.first - 1].text.lower() if naming.first else ""
            place = REALMS & {part.lower() for part in naming.parts}
            return given and not place and before not in LOCATIVE_PREPOSITIONS and _is_full_name(naming)
        return naming.label in ("", "ORG") and (given or all(_INITIAL.fullmatch(word) for word in (first, second)))

    def _is_media(self, naming: Naming) -> bool:
        words, parts, tokens = naming.words, naming.parts, self._document.tokens
        before = [t.text.lower() for t in tokens[max(0, naming.first - 2) : naming.first]]
        after = [t.text.lower() for t in tokens[naming.last : naming.last + 3]]
        if words in OUTLETS or (words.isupper() and len(words) > 3 and words.capitalize() in OUTLETS):
            article = tokens[naming.first - 1].text if naming.first else ""
            return words not in OUTLETS_WITH_ARTICLE or article == "The" or ("the" in before and words not in _CAPITOLS)
        if parts[0] in OUTLETS and parts[0].isupper() and not set(parts) & (ORGANISATION_WORDS | {"Photo"}):
            return True  # "CNN Newsroom"
        if {"News", "Agency"} <= set(parts):
            return True
        if parts[0] in ORGANISATION_WORDS and parts[1:2] == ("of",):
            return False  # "Office of Harbour Review"
        if parts[-1] in MEDIA_WORDS and (len(parts) > 1 or "the" in before):
            return not (parts[-1] in _SURNAMES_TOO and (naming.label == "PERSON" or "the" not in before))
        if set(parts) & ORGANISATION_WORDS:
            return False
        if len(parts) > 1 and set(parts) & PRESS_WORDS:
            return True
        if before and before[-1] in MEDIA_CUES and (before[-1] != "agency" or before[0] == "news"):
            return True
        return after[:1] in (["magazine"], ["newspaper"], ["radio"], ["television"])

    def _is_agency(self, naming: Naming) -> bool:
        """Whether "news agency" follows the name at this place."""
        after = self._document.tokens[naming.last : naming.last + 3]
        return "news agency" in " ".join(t.text.lower() for t in after)


def _is_of_a_thing(parts: Sequence[str]) -> bool:
    """Whether it is the name of a law, an event or a place ("Conference on Tides", "Fort Holm")."""
    link = next((i for i, p in enumerate(parts) if p in _LINKS), len(parts))
    return (
        parts[-1] in NO_ACTOR_WORDS
        or (parts[-1].endswith("ism") and not ORGANISATION_WORDS.intersection(parts))  # but the "Bureau of Tourism"
        or (len(parts) > 1 and (parts[0] in PLACE_OPENINGS or parts[link - 1] in _EVENTS))
    )


def _is_full_name(naming: Naming) -> bool:
    """Whether it looks like a first and a last name: two or three capitalised words."""
    words = [p for p in naming.parts if p not in NAME_PARTICLES]
    arabic = ("al-", "el-")
    return 1 < len(words) < 4 and all((p[0].isupper() or p.startswith(arabic)) and not p.isupper() for p in words)


def _leads(tokens: Sequence[Token], naming: Naming) -> bool:
    """Whether a campaign or an administration is called after the name, as none is after a body or a state."""
    words, after, places = naming.words, tokens[naming.last : naming.last + 1], gazetteer()
    if not after or after[0].text not in LEADERSHIPS or not words.istitle() or is_acronym(words):
        return False
    if places.state(words) or words in places.demonyms or words in places.provinces:
        return False
    return not any(words in names for names in (ORGANISATION_WORDS, SEATS_OF_THEIR_OWN, PARTY_PEOPLE, OUTLETS))


def _is_named_thing(document: Document, before: Token | None, head: Token) -> bool:
    """Whether the noun before the name, or in apposition to it, is a thing's ("the tanker Dawn", "Dawn, a tanker")."""
    beside = [document.tokens[c] for c in document.children[head.i] if document.tokens[c].dep == "appos"]
    beside += [before] if before else []
    beside += [document.tokens[head.head]] if head.dep == "appos" else []
    return any(t.tag == "NN" and t.lemma.lower() in THING_CUES for t in beside)


def _is_named_body(document: Document, before: Token | None, head: Token) -> bool:
    """Whether a body's noun is before the name, or in apposition ("the charity Tarnaid", "Tarnair, an airline")."""
    beside = [document.tokens[c] for c in document.children[head.i] if document.tokens[c].dep == "appos"]
    beside += [before] if before and (before.head == head.i or head.head == before.i) else []
    return any(t.tag == "NN" and t.lemma in BODY_CUES for t in beside)


def _is_told(document: Document, before: Token | None, head: Token) -> bool:
    """Whether an outlet is told something: "The" is part of its name ("told The Enquirer", "an interview with")."""
    if before is None or before.text != "The" or before.i == document.sentences[head.sentence].first:
        return False
    above = document.tokens[head.head]
    if head.dep == "pobj" and document.tokens[above.head].lemma == "accord":
        return head.i == before.i + 1
    if head.dep == "pobj":
        return above.text == "with" and document.tokens[above.head].lemma in ("interview", "speak")
    return head.dep in ("dative", "dobj") and above.lemma == "tell"


def _reports(document: Document, head: Token) -> bool:
    """Whether one thing whose name is no nation's reports something ("Tidemark first reported")."""
    verb = document.tokens[head.head]
    known = head.text in gazetteer().demonyms or head.text in ORGANISATION_WORDS
    return head.dep == "nsubj" and head.tag == "NNP" and verb.lemma == "report" and not known


def _is_pollster(document: Document, head: Token) -> bool:
    """Whether a poll or a study is by or from the bearer of the name."""
    link = document.tokens[head.head]
    return head.dep == "pobj" and link.text in ("by", "from") and document.tokens[link.head].lemma in _SURVEYS


def _is_traded(document: Document, head: Token) -> bool:
    """Whether it rises or falls by per cent, as shares and their indexes do."""
    verb = document.tokens[head.head]
    moved = head.dep == "nsubj" and verb.lemma in _MOVES
    after = document.tokens[verb.i + 1 : verb.i + _NEAR] if moved else ()
    return any(t.text == "%" or t.lemma in ("percent", "point") for t in after)


def _is_national_leader(title: Sequence[Token]) -> bool:
    """Whether the title before a name is like "North Korean leader", which no organisation bears."""
    texts = [t.text for t in title]
    owners = [*texts[:-1], " ".join(texts[-3:-1])]
    return texts[-1:] == ["leader"] and any(t in gazetteer().demonyms for t in owners)


def is_acronym(words: str) -> bool:
    """Whether the name is nothing but two to six capitals, or three or more with a point after each ("F.B.I.")."""
    letters = words.replace(".", "")
    dotted = len(words) == 2 * len(letters) and len(letters) > 2
    return (
        words.isupper() and letters.isalpha() and (dotted or letters == words) and 2 <= len(letters) <= _LONGEST_ACRONYM
    )


def _has_age(following: Sequence[Token]) -> bool:
    """Whether an age between commas follows the name ("Ada Holm, 61, a welder")."""
    texts = [t.text for t in following]
    return len(texts) == 3 and texts[0] == "," and texts[1].isdigit() and 10 < int(texts[1]) < 120 and texts[2] in ",."


def _is_reporter(tokens: Sequence[Token], naming: Naming) -> bool:
    """Whether an outlet's possessive stands before a name of two words ("the BBC's Lena Ostrow")."""
    if (
        naming.first < 2
        or not is_possessive(tokens[naming.first - 1])
        or len(naming.parts) != 2
        or not _is_full_name(naming)
    ):
        return False
    return tokens[naming.first - 2].text in OUTLETS and naming.parts[-1] not in ORGANISATION_WORDS

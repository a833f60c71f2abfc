"""The namings of a Document in, figures out: which names are the same person, organisation, outlet or state.

Labels of the tagger are evidence, no more: agreement inside the article and the words around a name outvote them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA, JaroWinkler

from briefwright.facts.figures import Figure, Gender, Place, apposed_role, governor, head_of, is_place, is_subject, speaks, takes_part
from briefwright.facts.given_names import FEMALE_NAMES, MALE_NAMES
from briefwright.facts.lexicon import (
    FAMILIAR_ORGANISATIONS,
    FEMALE_HONORIFICS,
    HONORIFICS,
    MALE_HONORIFICS,
    MEDIA_CUES,
    MEDIA_WORDS,
    NAME_PARTICLES,
    NO_ACTOR_WORDS,
    ORGANISATION_WORDS,
    OUTLETS,
    OUTLETS_WITH_ARTICLE,
    PARTY_PEOPLE,
    PLATFORMS,
    SELF_STANDING,
    SEATS_OF_THEIR_OWN,
)
from briefwright.facts.names import NAME_EXTENSIONS, Naming, is_possessive
from briefwright.facts.places import gazetteer
from briefwright.facts.roles import LOOSE_ROLES, find_roles, gender_of
from briefwright.model.document import Document, Token
from briefwright.model.factsheet import Kind

_UNITED_NATIONS = re.compile(r"^U\.?N\.? ")
_SAME_SPELLING = 0.9
_SUFFIXES = frozenset({"II", "III", "IV", "Jr", "Jr.", "Sr", "Sr."})


def identify(document: Document, namings: Sequence[Naming]) -> list[Figure]:
    """The figures that the names stand for, in order of appearance, each with its places."""
    return _Census(document, namings).figures()


class _Census:
    """Sorts the namings of one document into figures."""

    def __init__(self, document: Document, namings: Sequence[Naming]) -> None:
        self.document = document
        self.namings = namings
        self.labelled = {i: n.label for n in namings for i in range(n.first, n.last)}
        self.labels: dict[str, Counter[str]] = defaultdict(Counter)
        for naming in namings:
            self.labels[naming.words][self._evidence(naming)] += 1
        self.people: dict[str, list[Figure]] = defaultdict(list)
        self.short_people: dict[str, Figure] = {}
        self.first_names: dict[str, list[Figure]] = defaultdict(list)
        self.bodies: dict[str, Figure] = {}
        self.states: dict[str, Figure] = {}

    def figures(self) -> list[Figure]:
        full = [n for n in self.namings if len(n.parts) > 1 and self._kind(n) == "person"]
        owner = {n: self._person(n) for n in full}
        titles = {i for n in self.namings for i in range(n.title, n.first)}
        for naming in self.namings:
            figure = owner.get(naming) or self._figure(naming)
            if figure and not (naming.first in titles and figure.kind == "organisation" and not figure.places):
                self._note(figure, naming)
        found = [*self.people_found(), *self.bodies.values(), *self.states.values()]
        return sorted(dict.fromkeys(f for f in found if f.places), key=lambda f: f.places[0])

    def people_found(self) -> Iterable[Figure]:
        return dict.fromkeys([*(f for fs in self.people.values() for f in fs), *self.short_people.values()])

    def _note(self, figure: Figure, naming: Naming) -> None:
        tokens = self.document.tokens
        start, end = tokens[naming.title].start, tokens[naming.first].start + len(naming.words)
        last = naming.last
        if is_possessive(tokens[last - 1]):
            last -= 1
        words = " ".join(self.document.text[start : max(end, tokens[last - 1].end)].split())
        figure.places.append(Place(naming.title, last, words))
        figure.forms[naming.words] += 1
        if figure.kind == "person":
            figure.roles.extend(roles := list(find_roles(self.document, naming)))
            figure.state = figure.state or next((r.state for r in roles if r.state), None)
            said = [t.text for t in tokens[naming.title : naming.first]] + [r.noun for r in roles]
            figure.gender = figure.gender or gender_of(said) or _gender_of_name(naming.parts)

    # -- what kind of name it is -----------------------------------------------------------------------------------

    def _evidence(self, naming: Naming) -> str:
        """The kind that this one place speaks for: by the words around it, else by the tagger's label."""
        document, tokens = self.document, self.document.tokens
        before = tokens[naming.first - 1] if naming.first else None
        titled = naming.title < naming.first and before is not None
        if titled and before and (before.text in HONORIFICS or before.text.lower() not in LOOSE_ROLES):
            return "person!"
        head = head_of(document, naming.first, naming.last)
        after = tokens[naming.last : naming.last + 2]
        following = [t.text for t in after if t.text != ","]
        if following[:1] == ["which"]:
            return "organisation!"
        if following[:1] == ["who"] or (role := apposed_role(document, head)) and role.lemma not in LOOSE_ROLES:
            return "person!"
        if naming.first >= 2 and is_possessive(tokens[naming.first - 1]) and len(naming.parts) == 2:
            if tokens[naming.first - 2].text in OUTLETS and naming.parts[-1] not in ORGANISATION_WORDS:
                return "person!"
        if head.dep == "conj" and self.labelled.get(head.head) == "GPE":
            return "place"
        if naming.label in ("GPE", "PERSON") and _is_acronym(naming.words):
            return "organisation!" if (before and before.text.lower() == "the") or speaks(document, head) else "organisation"
        if any(c.isdigit() for c in naming.words):
            return "thing"
        if naming.words in PARTY_PEOPLE:
            return "people"
        if naming.label == "PERSON" and any(p.islower() and p not in NAME_PARTICLES for p in naming.parts):
            return "organisation"
        if naming.label == "ORG" and 1 < len(naming.parts) < 5 and naming.parts[0] in MALE_NAMES | FEMALE_NAMES:
            return "person"
        return {"PERSON": "person", "GPE": "place", "LOC": "place", "NORP": "people", "FAC": "thing", "PRODUCT": "thing"}.get(
            naming.label, "organisation" if naming.label else "unknown"
        )

    def _kind(self, naming: Naming) -> str:
        """The kind of a name by all its places in the article; "" where it is nobody."""
        words, parts = naming.words, naming.parts
        votes = self.labels[words]
        if votes["person!"] and not set(parts) & ORGANISATION_WORDS:
            return "person"
        if self._is_media(naming):
            return "media"
        if words in SEATS_OF_THEIR_OWN or words in FAMILIAR_ORGANISATIONS:
            return "organisation"
        if parts[-1] in NO_ACTOR_WORDS:
            return ""
        if words in PLATFORMS or set(parts) & ORGANISATION_WORDS or votes["organisation!"] or parts[-1] in NAME_EXTENSIONS:
            return "organisation"
        best = max(("person", "organisation", "place", "people", "thing", "unknown"), key=lambda k: votes[k])
        if best == "unknown":
            return "organisation" if words.isupper() and votes["unknown"] > 1 else ""
        return best

    def _is_media(self, naming: Naming) -> bool:
        tokens, words = self.document.tokens, naming.words
        before = [t.text.lower() for t in tokens[max(0, naming.first - 2) : naming.first]]
        if words in OUTLETS and (words not in OUTLETS_WITH_ARTICLE or "the" in before):
            return True
        if words.isupper() and len(words) > 3 and words.capitalize() in OUTLETS:
            return True
        if naming.label == "PERSON" and len(naming.parts) > 1 and naming.parts[-1] in ("Post", "Press", "Standard"):
            return False
        if "News" in naming.parts and "Agency" in naming.parts:
            return True
        if naming.parts[-1] in MEDIA_WORDS - {"Standard", "Review"} and ("the" in before or len(naming.parts) > 1):
            return True
        if set(naming.parts) & ORGANISATION_WORDS:
            return False
        if before and before[-1] in MEDIA_CUES and (before[-1] != "agency" or before[0] == "news"):
            return True
        after = [t.text.lower() for t in tokens[naming.last : naming.last + 3]]
        return bool(after) and (after[0] in {"newspaper", "magazine", "television", "radio"} or "news agency" in " ".join(after))

    # -- who it is -------------------------------------------------------------------------------------------------

    def _figure(self, naming: Naming) -> Figure | None:
        words = naming.words
        kind = self._kind(naming)
        state = gazetteer().state(words) or gazetteer().seats.get(words.capitalize() if words.islower() else "")
        if state and not self._surname_here(naming):
            return self._state(state, naming)
        if words in gazetteer().demonyms and not self._surname_here(naming):
            return self._people_of_state(naming)
        if len(naming.parts) == 1 and kind != "media" and (person := self._short_person(naming, kind)):
            return person
        if kind == "people":
            return self._party(naming)
        if kind in ("media", "organisation") and not self._is_ambiguous_surname(words):
            return self._body("media" if kind == "media" else "organisation", naming)
        return None

    def _surname_here(self, naming: Naming) -> bool:
        return bool(self.people.get(naming.words)) and naming.label in ("PERSON", "")

    def _is_ambiguous_surname(self, words: str) -> bool:
        return len(self.people.get(words, ())) > 1

    def _person(self, naming: Naming) -> Figure:
        """The person of this full name: same surname, and first names that agree."""
        parts = [p for p in naming.parts if p not in _SUFFIXES]
        suffix = [p.rstrip(".") for p in naming.parts if p in _SUFFIXES]
        surname = parts[-1] if parts else naming.words
        for figure in self.people[surname]:
            theirs = figure.name.split()
            if _first_names_agree(parts[0], theirs[0]) and suffix == [p.rstrip(".") for p in theirs if p in _SUFFIXES]:
                if len(naming.words) > len(figure.name):
                    figure.name = naming.words
                return figure
        figure = Figure("person", naming.words)
        self.people[surname].append(figure)
        self.first_names[parts[0] if parts else naming.words].append(figure)
        if len(parts) > 2 and parts[-2].lower() in ("al", "bin", "da", "de", "der", "el", "la", "van", "von"):
            self.people[" ".join(parts[-2:])].append(figure)
        return figure

    def _short_person(self, naming: Naming, kind: str) -> Figure | None:
        """The person that a single word names, new where it is nobody's surname; None where several people share it."""
        word = naming.words if not naming.words.isupper() or naming.words in self.people else naming.words.capitalize()
        same = self.people.get(word) or self.first_names.get(word) or []
        if len(same) == 1:
            return same[0]
        if same:
            return self._established(naming, same)
        if word in self.short_people:
            return self.short_people[word]
        if kind != "person":
            return None
        if alike := self._alike(word):
            return alike
        self.short_people[word] = Figure("person", word)
        return self.short_people[word]

    def _established(self, naming: Naming, same: list[Figure]) -> Figure | None:
        """Of several people with one surname the one that an honorific, or the text so far, lets it be."""
        title = {t.text for t in self.document.tokens[naming.title : naming.first]}
        gender = "male" if title & MALE_HONORIFICS else "female" if title & FEMALE_HONORIFICS else None
        if gender and len(fitting := [f for f in same if f.gender == gender]) == 1:
            return fitting[0]
        short = [f for f in same if f.forms[naming.words]]
        if len(short) == 1:
            return short[0]
        introduced = [f for f in same if f.places]
        return introduced[0] if len(introduced) == 1 else None

    def _alike(self, word: str) -> Figure | None:
        """The one person whose surname is another spelling of this word."""
        if len(word) < 6 or len(self.people) > 200:
            return None
        alike = [fs for surname, fs in self.people.items()
                 if surname[:2] == word[:2] and OSA.distance(surname, word, score_cutoff=1) <= 1]  # fmt: skip
        return alike[0][0] if len(alike) == 1 and len(alike[0]) == 1 else None

    def _party(self, naming: Naming) -> Figure | None:
        """Followers of a party or creed ("Democrats"): a group where they do something; peoples of states are not."""
        head = head_of(self.document, naming.first, naming.last)
        if not head.tag.endswith("S") or head.i != naming.last - 1:
            return None
        if head.dep in ("compound", "amod", "nmod"):
            return None
        return self._body("group", naming)

    def _people_of_state(self, naming: Naming) -> Figure | None:
        """A people that speaks is its state ("the Greeks say")."""
        head = head_of(self.document, naming.first, naming.last)
        if not head.tag.endswith("S") or not head.text.endswith("s") or not speaks(self.document, head):
            return None
        state = gazetteer().demonyms[naming.words]
        return self.states.setdefault(state, Figure("state", state, state=state))

    def _body(self, kind: Kind, naming: Naming) -> Figure | None:
        words = FAMILIAR_ORGANISATIONS.get(naming.words, _UNITED_NATIONS.sub("United Nations ", naming.words))
        key = words.casefold()
        if key in self.bodies:
            figure = self.bodies[key]
            if kind == "media":
                figure.kind = "media"
            return figure
        found = self._longer(naming) or self._spelled_out(naming)
        if not found and words in ORGANISATION_WORDS - SELF_STANDING:
            return None
        figure = found or Figure("group" if words == "Republicans" else kind, words)
        self.bodies[key] = figure
        return figure

    def _longer(self, naming: Naming) -> Figure | None:
        """The one organisation named before that this is a short form of: its last or first words, or its initials."""
        short = naming.parts
        known = list(dict.fromkeys(self.bodies.values()))[-100:]
        fits = [f for f in known if _is_short_form(short, f.name.split())]
        return fits[0] if len(fits) == 1 else None

    def _spelled_out(self, naming: Naming) -> Figure | None:
        """The organisation named before by the initials of this full name."""
        initials = "".join(w[0] for w in naming.parts if w[0].isupper()).casefold()
        figure = self.bodies.get(initials) if len(initials) > 1 else None
        if figure:
            figure.name = naming.words
        return figure

    def _state(self, state: str, naming: Naming) -> Figure | None:
        head = head_of(self.document, naming.first, naming.last)
        if naming.words not in gazetteer().names and (is_place(self.document, head) or head.dep in ("compound", "npadvmod")):
            return None
        return self.states.setdefault(state, Figure("state", state, state=state))


def _gender_of_name(parts: Sequence[str]) -> Gender | None:
    if len(parts) < 2:
        return None
    return "male" if parts[0] in MALE_NAMES else "female" if parts[0] in FEMALE_NAMES else None


def _is_acronym(words: str) -> bool:
    return words.isupper() and words.isalpha() and 2 <= len(words) <= 6


def _first_names_agree(one: str, other: str) -> bool:
    if len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1:
        return one[0] == other[0]
    return one == other or (one[0] == other[0] and JaroWinkler.similarity(one, other) >= _SAME_SPELLING)


def _is_short_form(short: Sequence[str], name: Sequence[str]) -> bool:
    if len(short) >= len(name):
        return False
    if len(short) == 1 and short[0].isupper() and len(short[0]) > 1:
        letters = short[0].replace(".", "")
        initials = "".join(w[0] for w in name if w[0].isupper())
        if letters == initials and len(letters) > 1:
            return True
    if tuple(name[-len(short) :]) == tuple(short):
        return " ".join(name) not in SEATS_OF_THEIR_OWN
    rest = name[len(short) :]
    return tuple(name[: len(short)]) == tuple(short) and all(w in ORGANISATION_WORDS | MEDIA_WORDS for w in rest) and (
        len(short) > 1 or short[0] not in ORGANISATION_WORDS | gazetteer().names.keys()
    )


_QUALIFYING = ("amod", "compound", "nmod")
"""Dependencies of a name that only says of which kind another thing is."""


def acting(document: Document, figures: Iterable[Figure]) -> list[Figure]:
    """The figures that act or are spoken of as actors: no state that is only a place, no name that only qualifies."""
    return [f for f in figures if _acts(document, f)]


def _has_spokesman(document: Document, head: Token) -> bool:
    """Whether somebody without a name speaks for it ("a Foreign Ministry spokesman said")."""
    return document.tokens[head.head].lemma.startswith("spokes") and speaks(document, document.tokens[head.head])


def _may_be_a_place(figure: Figure) -> bool:
    """Whether the name is one plain word, as those of towns that the tagger takes for organisations."""
    return all(f.isalpha() and not f.isupper() and f not in ORGANISATION_WORDS for f in figure.forms)


def _may_be_a_thing(figure: Figure) -> bool:
    """Whether nothing but an acronym is known, which may as well shorten a law, a loan or a time zone."""
    return all(_is_acronym(f) for f in figure.forms)


def _acts(document: Document, figure: Figure) -> bool:
    heads = [head_of(document, p.first, p.last) for p in figure.places]
    if figure.kind == "state":
        return any(takes_part(document, h) for h in heads)
    if figure.kind == "group":
        return any(takes_part(document, h) or h.dep in ("poss", "ROOT") for h in heads)
    if figure.kind == "person":
        return any(len(f.split()) > 1 for f in figure.forms) or any(h.dep not in _QUALIFYING for h in heads)
    if figure.kind == "media":
        return True
    if any(f in document.article.title for f in figure.forms):
        return True
    if figure.name in PLATFORMS:
        return any(is_subject(document, h) or h.dep == "poss" for h in heads)
    if figure.name in SEATS_OF_THEIR_OWN or _may_be_a_place(figure):
        return any(takes_part(document, h) or h.dep == "poss" for h in heads)
    if _may_be_a_thing(figure):
        articles = (document.tokens[p.first - 1].text.lower() == "the" for p in figure.places if p.first)
        return any(is_subject(document, h) or h.dep == "poss" for h in heads) or (
            any(articles) and any(h.dep not in _QUALIFYING for h in heads)
        )
    return any(h.dep not in _QUALIFYING or _has_spokesman(document, h) for h in heads)

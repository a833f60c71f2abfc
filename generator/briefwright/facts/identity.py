"""The namings of a Document in, figures out: which names are the same person, organisation, outlet or state.

A name that only looks alike is somebody else; a short form that several could own is nobody's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from briefwright.facts.figures import QUALIFYING, Figure, Place, head_of, is_place, is_possessive, speaks
from briefwright.facts.given_names import FEMALE_NAMES, GIVEN_NAMES, gender_of_name
from briefwright.facts.kinds import Kinds, NameKind, is_acronym
from briefwright.facts.lands import find_lands, find_speaking, is_a_people, is_adjective_of, is_town
from briefwright.facts.lexicon import (
    MEDIA_WORDS,
    ORGANISATION_WORDS,
    OUTLETS,
    PARTY_PEOPLE,
    ROYAL_HONORIFICS,
    SELF_STANDING,
)
from briefwright.facts.likeness import (
    FIRM_WORDS,
    OF_UNITED_STATES,
    acronyms,
    body_key,
    body_name,
    clipped,
    department_letters,
    first_names_agree,
    initials,
    is_nicknamed,
    is_short_form,
    middle_names_agree,
)
from briefwright.facts.names import Naming
from briefwright.facts.namesakes import bearer
from briefwright.facts.roles import find_roles, gender_of
from briefwright.firstnames import may_be_one
from briefwright.model.document import Document
from briefwright.model.factsheet import Kind
from briefwright.places import gazetteer

_POLL = re.compile(r"(?i)\b(?:polls?|polled|surveys?|surveyed|pollsters?)\b")
_PRESIDENT = "President"
_SUFFIXES = frozenset({"II", "III", "IV", "Jr", "Jr.", "Sr", "Sr."})


def identify(document: Document, namings: Sequence[Naming]) -> list[Figure]:
    """The figures that the names stand for, in order of appearance, each with its places."""
    return _Census(document, namings).figures()


class _Census:
    """Sorts the namings of one document into figures."""

    def __init__(self, document: Document, namings: Sequence[Naming]) -> None:
        self.document = document
        self.namings = namings
        self.kinds = Kinds(document, namings)
        self.lands = find_lands(document, namings)
        self.speaking = find_speaking(document, namings)
        self.people: dict[str, list[Figure]] = defaultdict(list)
        self.short_people: dict[str, Figure] = {}
        self.first_names: dict[str, list[Figure]] = defaultdict(list)
        self.bodies: dict[str, Figure] = {}
        self.short_bodies: dict[str, list[Figure]] = defaultdict(list)
        self.polled = _POLL.search(document.text) is not None
        """Whether a people that speaks is who was asked, and no state."""
        titled = (n for n in namings if len(n.parts) > 1 and n.title < n.first)
        self.presidents = {n.parts[-1] for n in titled if document.tokens[n.first - 1].text == _PRESIDENT}
        """Surnames of those whose full name follows that title."""
        self.previous: Naming | None = None
        self.states: dict[str, Figure] = {}

    def figures(self) -> list[Figure]:
        state = gazetteer().state
        full = [n for n in self.namings if len(n.parts) > 1 and not state(n.words) and self.kinds.of(n) == "person"]
        owner = {n: self._person(n) for n in full}
        titles = {i for n in self.namings for i in range(n.title, n.first)}
        for naming in self.namings:
            figure = owner.get(naming) or self._figure(naming)
            if figure and not (naming.first in titles and figure.kind == "organisation" and not figure.places):
                self._note(figure, naming)
            self.previous = naming
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
        if naming.words in PARTY_PEOPLE and (chamber := self._of_which(naming)):
            figure.forms[f"{chamber} {naming.words}"] += 1
        if figure.kind == "person":
            figure.roles.extend(roles := list(find_roles(self.document, naming)))
            figure.state = figure.state or next((r.state for r in roles if r.state), None)
            said = [t.text for t in tokens[naming.title : naming.first]] + [r.noun for r in roles]
            figure.gender = figure.gender or gender_of(said) or gender_of_name(naming.parts)

    def _of_which(self, naming: Naming) -> str:
        """The chamber or the country right before the people of a party ("Senate Democrats"), if any."""
        before = self.document.tokens[naming.first - 1] if naming.first else None
        tied = before and before.head == naming.last - 1 and before.dep in QUALIFYING and before.text.istitle()
        return before.text if before and tied and before.tag.startswith("NNP") else ""

    def _figure(self, naming: Naming) -> Figure | None:
        words = naming.words
        kind = self.kinds.of(naming)
        if naming.parts[-1] == "Government" and (governed := gazetteer().nation(" ".join(naming.parts[:-1]))):
            return self._state(governed, naming)
        state = gazetteer().state(words) or gazetteer().seats.get(words.capitalize() if words.islower() else "")
        if state and words not in self.lands and not self._surname_here(naming):
            return self._state(state, naming)
        if words in gazetteer().demonyms and not self._surname_here(naming):
            return self._people_of_state(naming)
        if kind not in ("media", "person") and (outlet := self._possessor(naming)):
            return outlet
        if kind not in ("media", "people") and is_adjective_of(words, self.lands):
            return None
        if kind != "people" and words in self.lands:
            return self._land(naming)
        if kind == "person" and (firm := self._firm(naming)):
            return firm
        if len(naming.parts) == 1 and kind != "media" and (person := self._short_person(naming, kind)):
            return person
        if kind == "people":
            return self._party(naming)
        if kind == "place" or (kind == "thing" and is_town(naming)):
            return self._land(naming)
        if kind in ("media", "organisation") and not self._is_ambiguous_surname(words):
            return self._by_initials(words) or self._body("media" if kind == "media" else "organisation", naming)
        return None

    def _firm(self, naming: Naming) -> Figure | None:
        """The one firm whose short form this is, though it might be a surname ("McKay & Company": "McKay")."""
        word = naming.words
        known = word in self.people or word in self.first_names or word in self.kinds.addressed
        if known or naming.title < naming.first:
            return None
        words = FIRM_WORDS | ORGANISATION_WORDS
        named_so = [f for f in self.short_bodies.get(word, ()) if set(f.name.split()[1:]) & words or "," in f.name]
        return named_so[0] if len(named_so) == 1 and named_so[0].name.split()[0].rstrip(",") == word else None

    def _by_initials(self, words: str) -> Figure | None:
        """The one person with these initials, three or more ("AHL": Ada Holm-Lind)."""
        if not is_acronym(words) or len(words) < 3:
            return None
        same = [f for f in self.people_found() if initials(f.name.replace("-", " ").split()) == words]
        return same[0] if len(same) == 1 else None

    def _surname_here(self, naming: Naming) -> bool:
        known = naming.label in ("PERSON", "") or naming.title < naming.first  # "Congressman Norway"
        return known and bool(self.people.get(naming.words))

    def _is_ambiguous_surname(self, words: str) -> bool:
        return len(self.people.get(words, ())) > 1

    def _person(self, naming: Naming) -> Figure:
        """The person of this full name: same surname, and first names that agree."""
        parts = [p for p in naming.parts if p not in _SUFFIXES]
        suffix = [p.rstrip(".") for p in naming.parts if p in _SUFFIXES]
        surname = parts[-1] if parts else naming.words
        if naming.parts[0].islower() and self.people[surname]:  # "de Blasio"
            return self.people[surname][0]
        for figure in self.people[surname]:
            theirs = figure.name.split()
            if is_nicknamed(parts, theirs) or is_nicknamed(theirs, parts):
                figure.name = min(figure.name, naming.words, key=len)
                return figure
            if suffix and theirs == parts and theirs[0] != surname:
                continue  # his father, of the same name, was named before
            if (
                len(parts) > 1
                and len(theirs) > 1
                and (parts[-len(theirs) :] == theirs or theirs[-len(parts) :] == parts)
            ):
                figure.name = max(figure.name, naming.words, key=len)
                return figure  # "Lind Holm" for "Ada Lind Holm"
            agree = first_names_agree(parts[0], theirs[0]) and middle_names_agree(parts, theirs)
            if agree and suffix == [p.rstrip(".") for p in theirs if p in _SUFFIXES]:
                if len(naming.words) > len(figure.name) and parts[0][0] == theirs[0][0]:
                    figure.name = naming.words
                return figure
        figure = Figure("person", naming.words)
        self.people[surname].append(figure)
        self.first_names[parts[0] if parts else naming.words].append(figure)
        if surname[:3].lower() in ("al-", "el-"):
            self.people[surname[3:]].append(figure)
        if len(parts) > 2 and parts[-2].lower() in ("al", "bin", "da", "de", "der", "el", "la", "van", "von"):
            self.people[" ".join(parts[-2:])].append(figure)
        return figure

    def _short_person(self, naming: Naming, kind: NameKind) -> Figure | None:
        """The person that a single word names, new where it is nobody's surname; None where several people share it."""
        word = self._as_spelled(naming.words)
        title = self.document.tokens[naming.first - 1].text if naming.title < naming.first else ""
        same = self.people.get(word) or self.first_names.get(word) or self._by_nickname(naming)
        if title in ROYAL_HONORIFICS:
            royal = self.short_people.setdefault(f"{title} {word}", Figure("person", f"{title} {word}"))
            if not same and not any(t.text == word.lower() for t in self.document.tokens):  # no "King Cotton"
                self.short_people.setdefault(word, royal)
            return royal
        bare = self.document.tokens[naming.title].text in (_PRESIDENT, "Former", "former")
        if len(same) == 1 and title == _PRESIDENT and bare and self._is_presidents_kin(same[0], word):
            same.append(Figure("person", word, gender="male"))
            return same[-1]
        said, borne = gender_of([title]), gender_of_name(same[0].name.split()) if len(same) == 1 else None
        if said and borne and said != borne:  # "Ms. Holm", beside Karl Holm
            return self.short_people.setdefault(f"{title} {word}", Figure("person", f"{title} {word}", gender=said))
        if len(same) == 1:
            return same[0]
        if same:
            return bearer(self.document, naming, same)
        if word in self.short_people:
            return self.short_people[word]
        if kind in ("organisation", "person", "unknown") and (alike := self._alike(word)):
            return alike
        if kind != "person":
            return None
        self.short_people[word] = Figure("person", word)
        return self.short_people[word]

    def _as_spelled(self, word: str) -> str:
        """The word as the surname of somebody has it, where the text sets it in capitals ("McELROY")."""
        if word in self.people or sum(map(str.isupper, word)) < len(word) - 1:
            return word
        folded = word.casefold()
        alike = (surname for surname, people in self.people.items() if people and surname.casefold() == folded)
        return next(alike, word.capitalize() if word.isupper() else word)

    def _by_nickname(self, naming: Naming) -> list[Figure]:
        """Those whose first name the single word is a short form of ("Tom": Thomas Lind)."""
        if naming.label != "PERSON" or naming.title < naming.first or naming.words not in GIVEN_NAMES:
            return []
        return [f for first, fs in self.first_names.items() if may_be_one(naming.words, first) for f in fs]

    def _is_presidents_kin(self, figure: Figure, surname: str) -> bool:
        """Whether the one full name with the surname is a woman's, or a junior's, whom the text calls no president."""
        name = figure.name.split()
        kin = name[0] in FEMALE_NAMES or bool(_SUFFIXES & set(name))
        return kin and name[0] != surname and surname not in self.presidents

    def _alike(self, word: str) -> Figure | None:
        """The one person whose surname is another spelling of this word."""
        if len(word) < 6 or len(self.people) > 200:
            return None
        alike = [fs for surname, fs in self.people.items()
                 if surname[:1] == word[:1] and OSA.distance(surname, word, score_cutoff=1) <= 1]  # fmt: skip
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
        """A people that speaks is its state ("the Greeks say"), and so is one with "the" that takes part."""
        head = head_of(self.document, naming.first, naming.last)
        definite = self.document.tokens[naming.first - 1].text.lower() == "the" and head.i == naming.last - 1
        plural = head.tag.endswith("S") and head.text.endswith("s")
        if not (definite and is_a_people(self.document, head)) and not (plural and speaks(self.document, head)):
            return self._body("group", naming, crowd=True) if plural and head.dep not in QUALIFYING else None
        if self.polled and self.document.tokens[head.i - 1].text.lower() != "the":
            return self._body("group", naming)
        state = gazetteer().demonyms[naming.words]
        return self.states.setdefault(state, Figure("state", state, state=state))

    def _body(self, kind: Kind, naming: Naming, *, crowd: bool = False) -> Figure | None:
        words = body_name(naming.words)
        if kind == "media" and (outlet := self._broadcaster(naming)):
            self.bodies.setdefault(body_key(words.removeprefix(f"{outlet.name} ")), outlet)
            return outlet
        key = body_key(words)
        if key in self.bodies:
            figure = self.bodies[key]
            if kind == "media":
                figure.kind = "media"
            return figure
        found = self._bracketed(naming) or self._longer(naming) or self._spelled_out(naming) or self._shorter(naming)
        if not found and words in ORGANISATION_WORDS - SELF_STANDING:
            return None
        figure = found or Figure("group" if words in PARTY_PEOPLE else kind, words, crowd=crowd)
        self.bodies[key] = figure
        if not found:
            parts = OF_UNITED_STATES.sub("", figure.name).split()
            shorts = {parts[0].rstrip(","), parts[-1], clipped(parts[0]), *department_letters(parts), *acronyms(parts)}
            for short in sorted(shorts - {""}):
                self.short_bodies[short].append(figure)
        return figure

    def _broadcaster(self, naming: Naming) -> Figure | None:
        """The outlet whose programme this is ("CNN Newsroom", "ABC’s Evening News")."""
        name, before = naming.parts[0], self.previous
        if naming.words in OUTLETS:
            return None
        if name in OUTLETS and name.isupper():
            sister = len(naming.parts) == 2 and naming.parts[-1] in MEDIA_WORDS  # "BBC Radio"
            return None if sister else self._body("media", replace(naming, words=name))
        adjacent = before is not None and before.last == naming.first and before.words in OUTLETS
        return self.bodies.get(body_key(before.words)) if before and adjacent else self._possessor(naming)

    def _possessor(self, naming: Naming) -> Figure | None:
        """The broadcaster whose something with this name is ("CNN’s State of the Harbour")."""
        before, tokens = self.previous, self.document.tokens
        if before is None or before.words not in OUTLETS or not before.words.isupper():
            return None
        ends = [i for i in (before.last - 1, before.last) if is_possessive(tokens[i]) and i + 1 == naming.first]
        return self.bodies.get(body_key(before.words)) if ends else None

    def _bracketed(self, naming: Naming) -> Figure | None:
        """The organisation that this acronym in brackets is defined for ("the Department of Coastal Affairs (DCA)")."""
        previous = self.previous
        if not previous or not is_acronym(naming.words) or previous.last + 1 != naming.first:
            return None
        brackets = [t.text for t in self.document.tokens[previous.last : naming.last + 1]]
        inside = (brackets[0], brackets[-1]) == ("(", ")")
        return self.bodies.get(body_key(body_name(previous.words))) if inside else None

    def _longer(self, naming: Naming) -> Figure | None:
        """The one organisation named before that this is a short form of: its last or first words, or its initials."""
        short = naming.parts
        known = dict.fromkeys(
            f
            for key in (short[0].replace(".", ""), short[0].upper(), short[-1])
            for f in self.short_bodies.get(key, ())
        )
        fits = [f for f in known if is_short_form(short, OF_UNITED_STATES.sub("", f.name).split())]
        return fits[0] if len(fits) == 1 else None

    def _shorter(self, naming: Naming) -> Figure | None:
        """The body named before by the first word of this name ("Tarnwood", "Tarnwood University"; "House of Laws")."""
        first, *rest = naming.parts
        begun = first in SELF_STANDING and rest[:1] == ["of"]
        if rest[:1] == ["of"] and first in ("Department", "Ministry"):
            first, rest = " ".join(rest[1:]), [first]  # "Coastal Affairs"
        first = first if rest else clipped(first)
        other = first in ORGANISATION_WORDS or set(rest) - ORGANISATION_WORDS - MEDIA_WORDS
        figure = self.bodies.get(body_key(first)) if begun or not other else None
        if figure:
            figure.name = naming.words
        return figure

    def _spelled_out(self, naming: Naming) -> Figure | None:
        """The organisation named before by the initials of this full name."""
        parts = OF_UNITED_STATES.sub("", naming.words).split()
        letters = (*sorted(acronyms(parts), key=lambda a: (-len(a), a)), *department_letters(parts))
        known = (self.bodies.get(a.casefold()) for a in letters if len(a) > 1)
        figure = next((f for f in known if f), None)
        if figure:
            figure.name = naming.words
        return figure

    def _land(self, naming: Naming) -> Figure | None:
        """A country that no data package knows; a town, province or mislabelled body only where it speaks."""
        words = naming.words
        if words not in self.lands | self.speaking:
            return None
        if words in self.lands or words in gazetteer().provinces or is_town(naming):
            return self.states.setdefault(words, Figure("state", words, state=words))
        return self._body("organisation", naming)

    def _state(self, state: str, naming: Naming) -> Figure | None:
        head = head_of(self.document, naming.first, naming.last)
        if naming.words not in gazetteer().names and (
            is_place(self.document, head) or head.dep in ("compound", "npadvmod")
        ):
            return None
        return self.states.setdefault(state, Figure("state", state, state=state))

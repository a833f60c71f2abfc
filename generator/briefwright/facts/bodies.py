"""Figures with proper names in, and out also those that a common noun names: "European leaders", "Ukraine's military".

A plural or an institution is somebody only where its words tie it to a state, a party or a figure of the article, or
where the article itself keeps speaking of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefwright.facts.crowds import find_crowds
from briefwright.facts.figures import Figure, governor, is_possessive, is_subject, note_forms, speaks, takes_part
from briefwright.facts.lexicon import (
    COLLECTIVES,
    FIELD_BODIES,
    GOVERNMENTS,
    GROUP_NOUNS,
    INSTITUTIONS,
    INSURGENTS,
    LEADERSHIPS,
    PANELS,
    ROLE_NOUNS,
    UNIQUE_BODIES,
)
from briefwright.facts.papers import FOLLOWERS
from briefwright.facts.phrases import DEVOTED, LONGEST_PHRASE, PASSING, Phrase, find_phrases
from briefwright.model.document import Document, Token
from briefwright.model.factsheet import Kind
from briefwright.places import gazetteer

REBELS = "rebel"
_DOING = frozenset({"force", "intelligence", "soldier", "troop"})
"""Nouns that are a body of a state where they do something, and not what is sent or known."""
_SEATS = {"justice": "Supreme Court", "senator": "Senate"}
"""Who, in the plural, sits where."""
_PARTISANS = frozenset("critic lawmaker legislator member politician".split())
"""Plurals that with the adjective of a party are its people."""
UNNAMED = frozenset(
    """
    adviser advisor aide ally critic executive leader minister officer official opponent representative supporter
    """.split()
)
"""Plurals that a common noun before them leaves as unnamed as they were ("customs officials", "party allies")."""

SAME_BODY = {
    "army": "military",
    "force": "military",
    "troop": "military",
    "attorney": "lawyer",
    "defence team": "lawyer",
    "defense team": "lawyer",
    "legal team": "lawyer",
    "staff": "office",
    "team": "office",
    "company": "business",
    "firm": "business",
    **dict.fromkeys(INSURGENTS, REBELS),
}
"""Nouns that newspapers use in turn for one body."""


def with_bodies(document: Document, figures: list[Figure]) -> list[Figure]:
    """The figures, and the groups and bodies that have no proper name."""
    owner = {i: f for f in figures for p in f.places for i in range(p.first, p.last)}
    phrases = list(find_phrases(document, owner))
    gathered = _Gathered(document, figures, owner, _speaking(document, phrases))
    for phrase in phrases:
        gathered.add(phrase)
    return [*figures, *gathered.found.values(), *find_crowds(document, gathered.left, gathered.found.values())]


class _Gathered:
    """What the phrases of one document name, as they are added in text order."""

    def __init__(
        self, document: Document, figures: list[Figure], owner: Mapping[int, Figure], speaking: set[tuple[str, str]]
    ) -> None:
        self._document = document
        self._owner = owner
        self._speaking = speaking
        self._named = [f for f in figures if f.kind == "organisation"]
        self._parties = {f.name: f for f in figures if f.kind == "group"}
        self._states = {f.state: f for f in figures if f.kind == "state" and f.state}
        self._latest: dict[str, Figure] = {}
        self.found: dict[tuple[str, object], Figure] = {}
        self.left: list[Phrase] = []
        """Plurals that mean nobody known."""

    def add(self, phrase: Phrase) -> None:
        """Notes whom the phrase means: a state, a figure, a body that it is the first to name, or nobody yet."""
        noun, body = phrase.noun, self._same(phrase)
        if state := _government_of(self._document, phrase):
            self._note(self._states.get(state), phrase)
        elif phrase.lemma in ("government", "regime") and phrase.definite and noun.i == phrase.first:
            if state_meant := self._governed(noun):
                self._note(state_meant, phrase, state_meant.name)
            elif phrase.lemma == "government" and is_subject(self._document, noun):
                self._latest[body] = self._new("Government", noun.i, noun.i + 1)
        elif phrase.lemma in INSURGENTS and phrase.owner and phrase.owner.kind == "organisation":
            self._note(phrase.owner, phrase, phrase.owner.name)  # "Northern Dawn fighters"
        elif phrase.lemma == "official" and (figure := self._employer(phrase)):
            self._note(figure, phrase, figure.name)
        elif chamber := self._sat_in(phrase):
            self._note(chamber, phrase, chamber.name)
        elif phrase.lemma in _PARTISANS and (party := self._party(phrase)):
            self._note(party, phrase)
        elif end := _devoted(self._document, noun, self._owner):
            self._note_whole(phrase, end)
        elif phrase.whose:
            self._tied(phrase, body)
        elif self._latest.get(REBELS) and phrase.modifier in INSURGENTS:
            self._note(self._latest[REBELS], phrase)
        elif phrase.modifier and noun.tag == "NNS" and phrase.lemma not in UNNAMED and speaks(self._document, noun):
            figure = self.found.setdefault((body, phrase.modifier), Figure("group", self._words(phrase)))
            self._note(figure, phrase)
        elif phrase.definite and phrase.modifier and (named := self._called_so(phrase)):
            self._note(named, phrase)
        elif phrase.definite and phrase.modifier and phrase.lemma in FIELD_BODIES:
            if _field(phrase) in self._speaking:
                words = self._words(phrase)
                figure = Figure("organisation", words[0].upper() + words[1:])
                figure = self._latest[body] = self.found.setdefault(_field(phrase), figure)
                self._note(figure, phrase, figure.name)
        elif complement := _complement(self._document, noun, self._owner):
            if takes_part(self._document, noun):
                self._new(self._document.text[noun.start : complement.end], noun.i, complement.i + 1)
        elif phrase.definite and body in self._latest and not self._is_another(phrase):
            self._note(self._latest[body], phrase)
        elif phrase.lemma in LEADERSHIPS and self._is_of_a_name(phrase):
            self._latest[body] = self._new(self._words(phrase), phrase.first, noun.i + 1)
        elif self._is_the_administration(phrase):
            self._latest[body] = self._led(phrase) or self._new("Administration", noun.i, noun.i + 1)
        elif phrase.lemma in UNIQUE_BODIES and noun.i == phrase.first and self._is_nameless(noun):
            self._latest[body] = self._new(noun.text.capitalize(), noun.i, noun.i + 1)
        else:
            self.left.append(phrase)

    def _sat_in(self, phrase: Phrase) -> Figure | None:
        """The one chamber or court whose members act as it does ("senators approved the bill")."""
        if phrase.modifiers or phrase.noun.tag != "NNS" or phrase.lemma not in _SEATS:
            return None
        bodies = [f for f in self._named if f.name.endswith(_SEATS[phrase.lemma])]
        return bodies[0] if len(bodies) == 1 else None

    def _party(self, phrase: Phrase) -> Figure | None:
        """The party's people whom its lawmakers stand for, where the text speaks of both ("Republicans")."""
        own = phrase.owner if phrase.owner in self._parties.values() else None
        return own or self._parties.get(FOLLOWERS.get(phrase.creed, ""))

    def _tied(self, phrase: Phrase, body: str) -> None:
        """A group or body that its words tie to somebody."""
        kind = _kind(phrase)
        if kind is None or (phrase.lemma == "office" and phrase.owner and phrase.owner.kind == "person"):
            return  # an official's office speaks in his name
        if phrase.lemma in PANELS and phrase.noun.tag == "NN" and (panel := self._panel(phrase)):
            self._note(panel, phrase)
            self._latest[body] = panel
            return
        field = _field_of_state(self._document, phrase)
        sided = phrase.lemma in INSURGENTS and phrase.creed.lower().startswith(("anti", "pro"))
        key = (" ".join([body, *field]), None if sided else self._party(phrase) or phrase.whose)
        several = kind == "group" or phrase.noun.tag == "NNS"
        if several and key not in self.found and not _takes_stage(self._document, phrase):
            self.left.append(phrase)
            return
        name = " ".join([self._words(phrase), *(field if "of" in field else ())])
        if phrase.lemma in LEADERSHIPS and phrase.owner and phrase.owner.kind == "person":
            name = f"{phrase.owner.name.split()[-1]} {phrase.lemma}"  # "President Ada Holm’s re-election campaign"
        if phrase.lemma in _DOING and key not in self.found and not is_subject(self._document, phrase.noun):
            return
        figure = self.found.setdefault(key, Figure(kind, name, state=phrase.state))
        self._note(figure, phrase, name if field else "")
        self._latest[body] = figure

    def _is_the_administration(self, phrase: Phrase) -> bool:
        """Whether it is that of whoever governs, and not the giving of something ("the administration of aid")."""
        given = any(self._document.tokens[i].text == "of" for i in self._document.children[phrase.noun.i])
        bare = phrase.definite and phrase.lemma == "administration" and phrase.noun.i == phrase.first
        return bare and not given and (phrase.noun.dep == "poss" or takes_part(self._document, phrase.noun))

    def _is_of_a_name(self, phrase: Phrase) -> bool:
        """Whether a name stands before it that several people share ("the Holm campaign")."""
        before = self._document.tokens[phrase.first : phrase.noun.i]
        return len(before) == 1 and before[0].tag == "NNP" and before[0].text.istitle()

    def _is_another(self, phrase: Phrase) -> bool:
        """Whether it is of a name that nobody bears here ("the Ada Lind administration"), or for something else."""
        about = phrase.lemma in LEADERSHIPS and phrase.modifier and "election" not in phrase.modifier
        return bool(about) or any(
            t.tag == "NNP" and t.i not in self._owner for t in self._document.tokens[phrase.first : phrase.noun.i]
        )

    def _led(self, phrase: Phrase) -> Figure | None:
        """The one administration that has a name, else the White House, with this place noted."""
        led = [f for f in self._named if f.name.split()[-1] == phrase.noun.text]
        named = led or [f for f in self._named if f.name == "White House"]
        if len(named) != 1:
            return None
        self._note(named[0], phrase)
        return named[0]

    def _governed(self, noun: Token) -> Figure | None:
        """The state that "the government" is: the only one before it in its sentence, else the only one at all."""
        first = self._document.sentences[noun.sentence].first
        near = dict.fromkeys(f for i in range(first, noun.i) if (f := self._owner.get(i)) and f.kind == "state")
        states = [f for f in near or self._states.values() if f.name not in gazetteer().provinces]
        return next(iter(states)) if len(states) == 1 else None

    def _panel(self, phrase: Phrase) -> Figure | None:
        """The one committee of its owner that has a name: "the Senate subcommittee" is that on Fisheries."""
        if phrase.owner is None or self._owner.get(phrase.noun.i - 1) is not phrase.owner:
            return None
        word, house = phrase.lemma.capitalize(), phrase.owner.name
        named = [f for f in self._named if f.name.startswith(f"{house} ") and word in f.name.split()]
        return named[0] if len(named) == 1 else None

    def _called_so(self, phrase: Phrase) -> Figure | None:
        """The one body whose name ends with these words ("the oversight board": the Tarn Harbour Oversight Board)."""
        words = f" {self._words(phrase).casefold()}"
        named = [f for f in self._named if f.name.casefold().endswith(words)]
        return named[0] if len(named) == 1 else None

    def _employer(self, phrase: Phrase) -> Figure | None:
        """Whom officials speak for: the body around a person, or the organisation itself ("White House officials")."""
        if phrase.leadership and phrase.owner is None:
            led = [f for (lemma, _), f in self.found.items() if lemma == phrase.leadership]
            return led[0] if len(led) == 1 else None
        if phrase.leadership:
            return self.found.get((phrase.leadership, phrase.owner))
        return phrase.owner if phrase.owner and phrase.owner.kind == "organisation" else None

    def _same(self, phrase: Phrase) -> str:
        before = self._document.tokens[phrase.noun.i - 1].text.lower() if phrase.noun.i else ""
        return SAME_BODY.get(f"{before} {phrase.lemma}") or SAME_BODY.get(phrase.lemma, phrase.lemma)

    def _words(self, phrase: Phrase) -> str:
        start = self._document.tokens[phrase.first].start
        return " ".join(self._document.text[start : phrase.noun.end].split())

    def _note(self, figure: Figure | None, phrase: Phrase, form: str = "") -> None:
        if figure:
            figure.add(phrase.first, phrase.noun.i + 1, self._words(phrase), form)
            note_forms(self._document, figure, phrase.first, phrase.noun)

    def _note_whole(self, phrase: Phrase, end: Token) -> None:
        """Notes a group that is called after whom it is for or against ("critics of Holm")."""
        words = " ".join(self._document.text[self._document.tokens[phrase.first].start : end.end].split())
        figure = self.found.setdefault((words.lower(), None), Figure("group", words[0].upper() + words[1:]))
        figure.add(phrase.first, phrase.noun.i + 1, words)

    def _is_nameless(self, noun: Token) -> bool:
        """Whether it is a party to what is told, no name follows ("the opposition Civic Front"), and not to what."""
        beside = [self._document.tokens[i] for i in self._document.children[noun.i]]
        if noun.lemma == "opposition" and any(t.dep == "poss" or t.text == "to" for t in beside):
            return False
        return takes_part(self._document, noun) and noun.i + 1 not in self._owner

    def _new(self, name: str, first: int, last: int) -> Figure:
        figure = self.found.setdefault((name, None), Figure("organisation", name))
        figure.add(first, last, name)
        return figure


def _field(phrase: Phrase) -> tuple[str, str]:
    """By what a body is known that only its field names ("the transport ministry")."""
    return phrase.lemma, phrase.modifier


def _speaking(document: Document, phrases: Sequence[Phrase]) -> set[tuple[str, str]]:
    """The fields of bodies that speak; "the board" is the one board there is, if no other is spoken of."""
    speaking = {_field(p) for p in phrases if speaks(document, p.noun)}
    fields: dict[str, set[str]] = {}
    for phrase in phrases:
        if phrase.modifier and phrase.definite:
            fields.setdefault(phrase.lemma, set()).add(phrase.modifier)
    alone = {(lemma, next(iter(names))) for lemma, names in fields.items() if len(names) == 1}
    return speaking | {field for field in alone if (field[0], "") in speaking}


def _field_of_state(document: Document, phrase: Phrase) -> tuple[str, ...]:
    """The words by which one ministry of a state is not another ("foreign", "of trade")."""
    if phrase.lemma not in ("department", "ministry"):
        return ()
    before, after = document.tokens[phrase.noun.i - 1], document.tokens[phrase.noun.i + 1 : phrase.noun.i + 3]
    if len(after) == 2 and after[0].text == "of" and after[1].tag.startswith("NN") and after[1].text.islower():
        return "of", after[1].text
    return (before.text,) if before.i >= phrase.first and before.text.islower() and before.text.isalpha() else ()


def _complement(document: Document, noun: Token, owner: Mapping[int, Figure]) -> Token | None:
    """The last token of "office of the president", "ministry of defence": an institution and whose or what it is."""
    tokens = document.tokens
    if noun.lemma.lower() not in ("ministry", "office") or noun.i + 2 >= len(tokens) or tokens[noun.i + 1].text != "of":
        return None
    whose = [t for t in document.subtree(noun.i + 1) if t.i < noun.i + LONGEST_PHRASE]
    last = next((t for t in whose if t.lemma.lower() in ROLE_NOUNS or t.i in owner), None)
    while last and owner.get(last.i + 1):
        last = tokens[last.i + 1]
    return last if last and last.sentence == noun.sentence else None


def _devoted(document: Document, noun: Token, owner: Mapping[int, Figure]) -> Token | None:
    """The last token of "critics of Holm", "lawyers for the former miners", where such a group speaks."""
    after = document.tokens[noun.i + 1 : noun.i + 2]
    if noun.tag != "NNS" or noun.lemma.lower() not in DEVOTED or not after or after[0].text not in ("for", "of"):
        return None
    whose = list(document.subtree(after[0].i))
    plain = whose[-1].i - after[0].i < LONGEST_PHRASE and all(t.text != "," and t.pos != "VERB" for t in whose)
    named = any(t.i in owner or t.tag.startswith("NNP") for t in whose)
    return whose[-1] if plain and named and is_subject(document, noun) and noun.dep != "appos" else None


def _government_of(document: Document, phrase: Phrase) -> str | None:
    """The state that "the Ukrainian government", "Iran's authorities" or "the Xi regime" is."""
    if phrase.lemma not in GOVERNMENTS or (phrase.lemma == "authority" and phrase.noun.tag == "NN"):
        return None
    before = [
        t for t in document.tokens[phrase.first : phrase.noun.i] if not is_possessive(t) and t.text not in PASSING
    ]
    words = " ".join(t.text for t in before)
    if phrase.owner and phrase.owner.kind == "person":
        return phrase.owner.state
    return gazetteer().nation(words)


def _kind(phrase: Phrase) -> Kind | None:
    if phrase.noun.tag.endswith("S") and phrase.lemma in GROUP_NOUNS:
        return "organisation" if SAME_BODY.get(phrase.lemma) == "military" and phrase.state else "group"
    if phrase.lemma == "office" and phrase.noun.tag == "NNS":
        return None
    if phrase.lemma in INSTITUTIONS | LEADERSHIPS or phrase.lemma == "force":
        named_bare = phrase.lemma in (PANELS if phrase.owner and phrase.owner.kind != "person" else LEADERSHIPS)
        return None if phrase.creed or (phrase.owner and not phrase.possessed and not named_bare) else "organisation"
    return "organisation" if phrase.lemma in COLLECTIVES and phrase.owner else None


def _takes_stage(document: Document, phrase: Phrase) -> bool:
    """Whether a group is a party to what is told, and not only a thing that things are said of."""
    if phrase.lemma in ("agency", "bank", "business", "company", "firm"):
        return is_subject(document, phrase.noun)
    return takes_part(document, phrase.noun) or governor(document, phrase.noun)[0] == "ROOT"

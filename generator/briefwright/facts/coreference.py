"""Figures with their names in, the same figures with descriptions and pronouns out: "the minister", "she", "the paper".

Careful by design: where several figures fit, or somebody unnamed stands nearer, the words stay nobody's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from briefwright.facts.figures import Figure, Gender, Place, Role, governor, is_subject, speaks
from briefwright.facts.lexicon import MEDIA_CUES, ROLE_NOUNS
from briefwright.facts.places import gazetteer
from briefwright.facts.roles import is_former, state_in
from briefwright.model.document import Document, Token

LEADERS = frozenset({"chancellor", "emir", "king", "leader", "monarch", "premier", "president", "queen", "sultan"})
"""Roles that "leader" may stand for."""

BODIES = frozenset(
    {
        "agency", "association", "authority", "bank", "board", "bureau", "commission", "committee", "company", "council",
        "court", "department", "firm", "foundation", "group", "institute", "league", "ministry", "organisation",
        "organization", "party", "school", "senate", "subcommittee", "team", "think", "union", "university", "watchdog",
    }
)  # fmt: skip
"""Nouns that stand for an organisation whose name holds them."""

PRONOUNS: dict[str, Gender | None] = {"he": "male", "him": "male", "she": "female", "her": "female", "it": None, "they": None}

_FAR_AHEAD = 2
"""How many times as many mentions make one of several people with a role the one that "the president" means."""

_REACH = 3
"""Sentences back in which a pronoun's antecedent is looked for."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A noun phrase that a later pronoun may mean; no figure where it is somebody unnamed."""

    at: int
    figure: Figure | None
    subject: bool
    speaker: bool


def resolve(document: Document, figures: list[Figure]) -> None:
    """Adds to the figures the places where descriptions and pronouns stand for them."""
    owner = {i: f for f in figures for p in f.places for i in range(p.first, p.last)}
    for place, figure in _descriptions(document, figures, owner):
        figure.places.append(place)
        owner.update(dict.fromkeys(range(place.first, place.last), figure))
    for place, figure in _pronouns(document, owner):
        figure.places.append(place)
    for figure in figures:
        figure.places.sort()


# -- descriptions ------------------------------------------------------------------------------------------------------


def _descriptions(document: Document, figures: list[Figure], owner: dict[int, Figure]) -> list[tuple[Place, Figure]]:
    people = _People([f for f in figures if f.kind == "person"])
    bodies = sorted((p.first, n, f) for n, f in enumerate(figures) if f.kind in ("organisation", "media") for p in f.places)
    found = []
    for token in document.tokens:
        if token.tag not in ("NN", "NNP") or token.i in owner or not document.sentences[token.sentence].story:
            continue
        phrase = _definite(document, token)
        if not phrase:
            continue
        figure = None
        lemma = token.lemma.lower()
        if lemma in ROLE_NOUNS:
            figure = people.described(token.i, lemma, phrase)
            if figure and not _complement_agrees(document, token, figure):
                figure = None
        elif lemma in BODIES | MEDIA_CUES and token.i - phrase[0].i == 1:
            figure = _body_before(token.i, lemma, [(at, f) for at, _, f in bodies[: bisect_left(bodies, (token.i,))][-30:]])
        if figure:
            first = phrase[0].i
            words = document.text[phrase[0].start : token.end]
            found.append((Place(first, token.i + 1, words, pronoun=True), figure))
    for token in document.tokens:
        if token.text in gazetteer().demonyms and token.i not in owner and (figure := _national(document, token, people)):
            found.append((Place(token.i - 1, token.i + 1, token.text, pronoun=True), figure))
    return found


def _definite(document: Document, noun: Token) -> list[Token]:
    """The tokens of a definite noun phrase up to its head noun; empty where it is indefinite or qualifies another word."""
    if noun.dep in ("compound", "nmod", "amod"):
        return []
    left = [document.tokens[i] for i in document.children[noun.i] if i < noun.i]
    opener = next((t for t in left if t.text.lower() == "the" or t.dep == "poss"), None)
    if opener is None or opener.tag == "PRP$":
        return []
    first = min([t.i for t in document.subtree(opener.i)], default=opener.i)
    if noun.i - first > 8:
        return []
    return list(document.tokens[first : noun.i + 1])


def _complement_agrees(document: Document, noun: Token, figure: Figure) -> bool:
    """Whether what the noun is "of" is also in the figure's roles ("the head of the port", "head of the port authority")."""
    after = document.tokens[noun.i + 1 : noun.i + 2]
    if not after or after[0].text != "of":
        return True
    wanted = {t.lemma for t in document.subtree(after[0].i) if t.pos in ("NOUN", "PROPN")}
    words = {w for r in figure.roles if r.noun == noun.lemma.lower() for w in r.words.split()}
    return bool(wanted & words)


def _rank(ranked: tuple[int, int, Figure]) -> tuple[int, int]:
    return ranked[:2]


class _People:
    """The persons of an article by their roles, in order of appearance."""

    def __init__(self, people: list[Figure]) -> None:
        self.people = people
        self.starts = [f.places[0].first for f in people]
        self.by_noun: dict[str, list[tuple[int, Figure, str | None, bool]]] = {}
        for figure in people:
            for role in figure.roles:
                self.by_noun.setdefault(role.noun, []).append((role.first, figure, role.state, role.former))
        for entries in self.by_noun.values():
            entries.sort(key=lambda e: e[0])

    def described(self, at: int, noun: str, phrase: list[Token]) -> Figure | None:
        """The person that a definite description at this token means."""
        state, former = state_in(phrase[:-1]), is_former(phrase[:-1])
        nouns = LEADERS if noun == "leader" and state else {noun}
        entries = [e for n in sorted(nouns) for e in self.by_noun.get(n, ())[-50:] if not former or e[3]]
        if state:
            same = dict.fromkeys(f for _, f, s, _ in entries if state in (s, f.state))
            if not same:
                same = dict.fromkeys(f for i, f, s, _ in entries if i < at and s is None and f.state is None)
            if len(same) == 1:
                return next(iter(same))
            plain = len(phrase) == 3 and phrase[1].text in gazetteer().demonyms
            return self._only_one(at, state, noun) if plain and not same else None
        return self._foremost(at, dict.fromkeys(f for i, f, _, _ in entries if i < at))

    def _foremost(self, at: int, figures: Iterable[Figure]) -> Figure | None:
        """The one with this role of whom the text has spoken most so far; None where two come near each other."""
        ranked = sorted(((sum(p.first < at for p in f.places), -n, f) for n, f in enumerate(figures)), reverse=True, key=_rank)
        if not ranked or (len(ranked) > 1 and ranked[0][0] < _FAR_AHEAD * ranked[1][0]):
            return None
        return ranked[0][2]

    def _only_one(self, at: int, state: str, noun: str) -> Figure | None:
        """The one person that the text has named so far, who then is the leader it speaks of."""
        before = bisect_left(self.starts, at)
        if before != 1 or noun not in LEADERS or self.people[0].state not in (None, state) or self.people[0].roles:
            return None
        figure = self.people[0]
        figure.state = state
        figure.roles.append(Role(noun, noun, state, False, at, at + 1))
        self.by_noun.setdefault(noun, []).append((at, figure, state, False))
        return figure

    def between(self, since: int, until: int) -> list[tuple[int, Figure]]:
        """The persons mentioned between these tokens, and where."""
        return [(p.last - 1, f) for f in self.people for p in f.places if since <= p.first < until]


def _national(document: Document, token: Token, people: _People) -> Figure | None:
    """The person whom "the Ukrainian" means: a demonym alone, singular, as subject."""
    if token.i == 0 or document.tokens[token.i - 1].text.lower() != "the" or not is_subject(document, token):
        return None
    if token.text.endswith("s") and token.tag.endswith("S"):
        return None
    state = gazetteer().demonyms[token.text]
    for sentence in reversed(document.sentences[max(0, token.sentence - 2) : token.sentence]):
        near = people.between(sentence.first, sentence.last)
        subjects = [(i, f) for i, f in near if is_subject(document, document.tokens[i])]
        for group in (subjects, near):
            fitting = [f for _, f in group if f.state == state] or [f for _, f in group if f.state is None]
            if len(set(map(id, fitting))) == 1:
                fitting[0].state = state
                return fitting[0]
        if near:
            return None
    return None


def _body_before(at: int, noun: str, before: list[tuple[int, Figure]]) -> Figure | None:
    """The organisation named last whose name, or nature, the noun repeats."""
    for _, figure in reversed(before):
        if noun in MEDIA_CUES - {"agency"} and figure.kind == "media":
            return figure
        if any(noun == part.lower() for form in figure.forms for part in form.split()):
            return figure
    return None


# -- pronouns ----------------------------------------------------------------------------------------------------------


def _pronouns(document: Document, owner: dict[int, Figure]) -> Iterator[tuple[Place, Figure]]:
    entries: list[list[_Entry]] = [[] for _ in document.sentences]
    for sentence in document.sentences:
        if not sentence.story:
            continue
        for token in document.tokens[sentence.first : sentence.last]:
            if document.quoted(token.start, token.end):
                continue
            figure = owner.get(token.i)
            if token.text.lower() in PRONOUNS and token.tag == "PRP":
                figure = _antecedent(document, token, entries)
                if figure is None:
                    continue
                yield Place(token.i, token.i + 1, "", pronoun=True), figure
            elif figure is None and not _unnamed_person(token):
                continue
            elif owner.get(token.head) is figure and figure and token.head != token.i:
                continue
            subject = governor(document, token)[0] in ("nsubj", "nsubjpass") or is_subject(document, token)
            entries[sentence.index].append(_Entry(token.i, figure, subject, speaks(document, token)))


def _unnamed_person(token: Token) -> bool:
    return token.tag == "NN" and token.lemma.lower() in ROLE_NOUNS and token.dep not in ("compound", "appos")


def _antecedent(document: Document, pronoun: Token, entries: list[list[_Entry]]) -> Figure | None:
    word = pronoun.text.lower()
    kinds = {"it": ("organisation", "state", "media"), "they": ("group",)}.get(word, ("person",))
    if word in ("it", "they") and not speaks(document, pronoun):
        return None
    story = (i for i in range(pronoun.sentence, -1, -1) if document.sentences[i].story)
    for back, index in enumerate(islice(story, _REACH)):
        fitting = [e for e in entries[index] if _fits(e, kinds, PRONOUNS[word])]
        if fitting:
            return _choose(fitting, same_sentence=back == 0, speaking=speaks(document, pronoun))
    return None


def _fits(entry: _Entry, kinds: Iterable[str], gender: Gender | None) -> bool:
    if entry.figure is None:
        return "person" in kinds
    return entry.figure.kind in kinds and (gender is None or entry.figure.gender in (None, gender))


def _choose(fitting: list[_Entry], *, same_sentence: bool, speaking: bool) -> Figure | None:
    """The speaker for "he said", else the one subject, else the only one there; None where it can't be told."""
    speakers = [e for e in fitting if e.speaker]
    subjects = [e for e in fitting if e.subject]
    if speaking and speakers:
        return speakers[-1].figure
    if same_sentence and subjects:
        return subjects[0].figure if len({e.figure for e in subjects}) == 1 or subjects[0].speaker else None
    if subjects:
        return subjects[0].figure
    return fitting[0].figure if len({e.figure for e in fitting}) == 1 else None


"""Figures with their names in, the same figures with descriptions and pronouns out: "the minister", "she", "it said".

Careful by design: where several figures fit, or somebody unnamed stands nearer, the words stay nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefwright.facts.descriptions import find_descriptions
from briefwright.facts.figures import Figure, Gender, Place, is_subject, speaks
from briefwright.facts.lexicon import ROLE_NOUNS
from briefwright.model.document import Document, Sentence, Token

HUMAN: dict[str, Gender] = {"he": "male", "her": "female", "him": "male", "she": "female"}
"""Pronouns of people, and their gender; "it" and "they" mean bodies and groups, where those speak."""

STRIVING = frozenset("aim intend plan seek strive try".split())
"""Verbs, beside those of speaking, by which "it" and "they" show that they mean somebody."""
_REACH = 3
"""Sentences back, its own included and quoted ones not counted, in which a pronoun's antecedent is looked for."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A noun phrase that a later pronoun may mean; no figure where it is somebody unnamed."""

    figure: Figure | None
    subject: bool
    speaker: bool


def resolve(document: Document, figures: list[Figure]) -> None:
    """Adds to the figures the places where descriptions and pronouns stand for them."""
    for figure in figures:
        figure.places.sort()
    owner = {i: f for f in figures for p in f.places for i in range(p.first, p.last)}
    described = list(find_descriptions(document, figures, owner))
    for place, figure in described:
        figure.places.append(place)
        owner.update(dict.fromkeys(range(place.first, place.last), figure))
    for place, figure in _pronouns(document, owner):
        figure.places.append(place)
    for figure in figures:
        figure.places.sort()


def _pronouns(document: Document, owner: Mapping[int, Figure]) -> Iterator[tuple[Place, Figure]]:
    """The places of pronouns outside quotations that can be told; what is found serves the pronouns after it."""
    entries: list[list[_Entry]] = [[] for _ in document.sentences]
    for token in document.tokens:
        if not document.sentences[token.sentence].story or document.quoted(token.start, token.end):
            continue
        figure = owner.get(token.i) or _apposed(document, token, owner)
        if token.tag == "PRP" and token.text.lower() in (*HUMAN, "it", "they"):
            figure = _antecedent(document, token, entries)
            if figure is None:
                continue
            yield Place(token.i, token.i + 1, "", pronoun=True), figure
        elif owner.get(token.i) and owner.get(token.head) is figure and token.head != token.i:
            continue  # not the head of the mention
        elif figure is None and not _unnamed_person(document, token):
            continue
        entries[token.sentence].append(_Entry(figure, is_subject(document, token), speaks(document, token)))


def _unnamed_person(document: Document, token: Token) -> bool:
    """Whether it is somebody without a name; not what somebody is said to be ("as majority leader")."""
    role = token.tag == "NN" and token.lemma.lower() in ROLE_NOUNS and token.dep not in ("compound", "appos")
    return role and document.tokens[token.head].text.lower() != "as"


def _apposed(document: Document, token: Token, owner: Mapping[int, Figure]) -> Figure | None:
    """Whose name stands in apposition to a role ("the author of the study, Ada Holm")."""
    if token.tag != "NN" or token.lemma.lower() not in ROLE_NOUNS:
        return None
    beside = (i for i in document.children[token.i] if document.tokens[i].dep == "appos")
    return next((owner[i] for i in beside if i in owner), None)


def _antecedent(document: Document, pronoun: Token, entries: list[list[_Entry]]) -> Figure | None:
    word, speaking = pronoun.text.lower(), speaks(document, pronoun)
    strives = is_subject(document, pronoun) and document.tokens[pronoun.head].lemma in STRIVING
    if word not in HUMAN and not (speaking or strives):
        return None
    told = 0
    for index in _sentences_back(document, pronoun.sentence):
        fitting = [e for e in entries[index] if _fits(e, word)]
        if fitting:
            return _choose(fitting, same_sentence=index == pronoun.sentence, speaking=speaking)
        told += not _is_quoted(document, document.sentences[index])
        if told == _REACH:
            break
    return None


def _sentences_back(document: Document, index: int) -> Iterator[int]:
    """The sentences of the story from this one back, to the opening of its paragraph if another sentence opens it.

    A paragraph that has turned to something else no longer means whom the one before it spoke of; only one that opens
    with the pronoun, or with a quotation, goes on from there.
    """
    paragraph, turned = document.sentences[index].paragraph, False
    for i in range(index, -1, -1):
        sentence = document.sentences[i]
        if sentence.paragraph != paragraph and turned:
            return
        if sentence.story:
            turned = turned or (i < index and not _opens_quoted(document, sentence))
            yield i


def _opens_quoted(document: Document, sentence: Sentence) -> bool:
    """Whether the sentence begins inside quotation marks, so that its words are the speaker's."""
    word = next((t for t in document.tokens[sentence.first : sentence.last] if t.text[0].isalnum()), None)
    return word is not None and document.quoted(word.start, word.end)


def _is_quoted(document: Document, sentence: Sentence) -> bool:
    """Whether the whole sentence stands inside quotation marks, so that it is part of what somebody says."""
    words = [t for t in document.tokens[sentence.first : sentence.last] if t.text[0].isalnum()]
    return bool(words) and document.quoted(words[0].start, words[-1].end)


def _fits(entry: _Entry, pronoun: str) -> bool:
    figure = entry.figure
    if pronoun in HUMAN:
        return figure is None or (figure.kind == "person" and figure.gender in (None, HUMAN[pronoun]))
    return figure is not None and figure.kind in (
        ("group",) if pronoun == "they" else ("organisation", "state", "media")
    )


def _choose(fitting: list[_Entry], *, same_sentence: bool, speaking: bool) -> Figure | None:
    """The speaker for "he said", else the subject, else the only one there; None where it can't be told."""
    speakers = [e for e in fitting if e.speaker]
    subjects = [e for e in fitting if e.subject]
    if speaking and speakers:
        return speakers[-1].figure
    alone = len({e.figure for e in fitting}) == 1
    if subjects and (alone or subjects[0].speaker or not same_sentence):
        return subjects[0].figure
    return fitting[0].figure if alone else None

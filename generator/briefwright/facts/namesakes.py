"""A surname by itself that several people of an article bear in, the one of them whom it means out.

A title, kinship, or the text so far tells; where they do not, it is nobody's.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.facts.figures import Figure, Place, head_of, speaks
from briefwright.facts.lexicon import FEMALE_HONORIFICS, KIN, MALE_HONORIFICS, ROLE_NOUNS
from briefwright.facts.names import Naming
from briefwright.model.document import Document

_NEAR = 2
"""Paragraphs after which a surname may still go on with who spoke last."""


def bearer(document: Document, naming: Naming, same: Sequence[Figure]) -> Figure | None:
    """The one of these that the surname means, as far as the text before lets it be told."""
    title = {t.text for t in document.tokens[naming.title : naming.first]}
    gender = "male" if title & MALE_HONORIFICS else "female" if title & FEMALE_HONORIFICS else None
    if gender:
        fitting = [f for f in same if f.gender == gender] or [f for f in same if f.gender is None]
        return fitting[0] if len(fitting) == 1 else None
    office = {t.lemma.lower() for t in document.tokens[naming.title : naming.first]} & ROLE_NOUNS
    holding = [f for f in same if any(r.noun in office for r in f.roles)]
    if len(holding) == 1:
        return holding[0]
    if speaking := _last_speaker(document, naming, same):
        return speaking
    heads = [f for f in same if not any(r.noun in KIN for r in f.roles) and not _is_junior(f, same)]
    if len(heads) == 1 and heads[0].places:
        return heads[0]
    short = [f for f in same if f.forms[naming.words]]
    if len(short) == 1:
        return short[0]
    introduced = [f for f in same if f.places]
    known = [f for f in introduced if f.roles] or introduced
    return known[0] if len(known) == 1 else None


def _is_junior(figure: Figure, same: Sequence[Figure]) -> bool:
    """Whether one of these is of the same full name but for a “Jr.”, who goes by it and not by the surname."""
    return any(other is not figure and figure.name.startswith(f"{other.name} ") for other in same)


def _last_speaker(document: Document, naming: Naming, same: Sequence[Figure]) -> Figure | None:
    """The one named last of them, where he spoke there, hardly a paragraph ago, and whom the surname names speaks."""
    before = [(place, figure) for figure in same for place in figure.places]
    if naming.title < naming.first or not before or not _speaks(document, naming):
        return None
    place, figure = max(before, key=lambda b: b[0])
    sentences = (document.sentences[document.tokens[i].sentence] for i in (place.first, naming.first))
    then, now = (s.paragraph for s in sentences)
    return figure if now - then <= _NEAR and _speaks(document, place) else None


def _speaks(document: Document, named: Naming | Place) -> bool:
    return speaks(document, head_of(document, named.first, named.last))

"""Plurals of a Document that mean nobody known in, the groups that they name out, and the chance that one is an actor.

Whether "lawmakers" or "young voters" are somebody here is weighed: readers agree on the clear ones only.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from itertools import islice

from briefwright import commonness
from briefwright.facts.figures import Figure, head_of, is_subject, note_forms
from briefwright.facts.lexicon import CROWDS, GROUP_NOUNS, VAGUE_GROUPS
from briefwright.facts.phrases import QUANTIFIERS, Phrase
from briefwright.facts.voices import UNTELLING
from briefwright.model.document import Document
from briefwright.model.factsheet import Kind

MEDIA = frozenset({"media", "medium"})
"""The press at large."""
SAME_CROWD = {"nation": "country", "protestor": "protester", "organisation": "organization"}
"""Nouns for one group."""
SAME_WORD = {"gop": "republican"}
"""Adjectives for one party."""

ONLOOKERS = frozenset(
    "american child citizen family man member parent patient people reporter state voter woman worker".split()
)
"""Those of whom stories speak more often than they make them somebody."""
EARLY = 3
"""Sentences of the story in which who is named is early."""
ENOUGH = 0.55
"""The chance from which a group is an actor."""

# Fitted by `training/calibrate_crowds.py`.
# fmt: off
OFFSET = -0.86
WEIGHTS = {
    "common": -0.14, "counted": -0.13, "does": 1.47, "early": 0.91, "onlookers": -1.69, "source": 1.19,
    "told": 0.49,
}
# fmt: on


def find_crowds(document: Document, phrases: Iterable[Phrase], groups: Iterable[Figure]) -> Iterator[Figure]:
    """The groups of these plurals; what another group is called by, or takes one up again, is that group."""
    known: dict[str, Figure] = {}
    by_noun: dict[str, list[Figure]] = defaultdict(list)
    for group in (f for f in groups if f.kind == "group"):
        known[group.name.lower()] = group
        by_noun[group.name.lower().split()[-1]].append(group)
    for _, alike in sorted(_gathered(phrases).items(), key=lambda item: -len(item[0])):
        spelled = [" ".join(document.text[document.tokens[p.first].start : p.noun.end].split()) for p in alike]
        same = by_noun[alike[0].noun.text.lower()]
        taken_up = None if alike[0].modifiers else _widest(same)  # "those experts"
        figure = known.get(spelled[0].lower()) or taken_up
        if figure is None:
            kind: Kind = "media" if alike[0].lemma in MEDIA else "group"
            figure = Figure(kind, spelled[0][0].upper() + spelled[0][1:], crowd=True)
            same.append(figure)
            yield figure
        for phrase, form in zip(alike, spelled, strict=True):
            figure.add(phrase.first, phrase.noun.i + 1, form)
            note_forms(document, figure, phrase.first, phrase.noun)
        figure.places.sort()
        if figure.crowd:
            told = Counter(f[0].upper() + f[1:] for f in figure.forms.elements())
            figure.name = max((figure.name, *told), key=lambda name: told[name])


def _widest(groups: Iterable[Figure]) -> Figure | None:
    """The one of these groups that all others are part of ("island nurses" of "young island nurses")."""
    told = [({SAME_WORD.get(w, w) for w in f.name.lower().split()}, f) for f in groups]
    return next((f for words, f in told if all(words <= others for others, _ in told)), None)


def _gathered(phrases: Iterable[Phrase]) -> dict[tuple[str, ...], list[Phrase]]:
    """The plurals that tell of whom they speak, by their words."""
    found: dict[tuple[str, ...], list[Phrase]] = {}
    for phrase in phrases:
        if phrase.noun.tag.endswith("S") and _tells(phrase):
            key = (*(SAME_WORD.get(m, m) for m in phrase.modifiers), SAME_CROWD.get(phrase.lemma, phrase.lemma))
            found.setdefault(key, []).append(phrase)
    return found


def _tells(phrase: Phrase) -> bool:
    """Whether the plural may be somebody, and not just anybody ("groups", "social media") or where people work."""
    if phrase.lemma == "office":
        return False
    if phrase.lemma in MEDIA:
        return phrase.definite or (bool(phrase.modifiers) and not {"digital", "social"} & {*phrase.modifiers})
    if phrase.lemma in VAGUE_GROUPS:
        return any(m not in UNTELLING for m in phrase.modifiers)
    return not phrase.modifiers or phrase.lemma in GROUP_NOUNS | CROWDS


def is_somebody(document: Document, figure: Figure, sources: Set[int]) -> bool:
    """Whether the group is likely an actor of the article; `sources` are the tokens that name who says something."""
    logit = OFFSET + sum(WEIGHTS[name] * told for name, told in traits(document, figure, sources).items())
    return 1 / (1 + math.exp(-logit)) >= ENOUGH


def traits(document: Document, figure: Figure, sources: Set[int]) -> dict[str, float]:
    """What tells whether the group is somebody here, each 0 to 1."""
    heads = [head_of(document, p.first, p.last) for p in figure.places]
    first = heads[0]
    before = islice((s for s in document.sentences[: first.sentence] if s.story), EARLY)
    left = [document.tokens[i] for i in document.children[first.i] if i < first.i]
    return {
        "common": commonness.share(commonness.fold(first.text)),
        "counted": float(any(t.tag == "CD" or t.lemma.lower() in QUANTIFIERS for t in left)),
        "does": min(2, sum(is_subject(document, h) for h in heads)) / 2,
        "early": float(len(list(before)) < EARLY),
        "onlookers": float(first.lemma.lower() in ONLOOKERS),
        "source": float(any(h.i in sources for h in heads)),
        "told": min(2, max(len(form.split()) for form in figure.forms) - 1) / 2,
    }

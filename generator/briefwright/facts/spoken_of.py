"""A Document's tokens, as they are read, in; out whom each sentence speaks of, named or not, for the pronouns after it.

Somebody unnamed is noted too, for he stands in the way: "he" may be him, and then it is nobody's.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.facts.figures import Figure, Gender, is_subject, speaks
from briefwright.facts.lexicon import GROUP_NOUNS, ROLE_NOUNS
from briefwright.facts.papers import PAPERS
from briefwright.facts.sources import source_head
from briefwright.model.document import Document, Token

HUMAN: dict[str, Gender] = {"he": "male", "her": "female", "him": "male", "his": "male", "she": "female"}
"""Pronouns of people, and their gender; "it" and "they" mean bodies and groups, where those speak."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SOMEBODY = ROLE_NOUNS | frozenset("boy girl guy man suspect victim woman".split())
"""Who may be "he" or "she" without a name."""
_ANYBODY = _SOMEBODY | frozenset("patient person user voter worker".split())
"""Who may be so, where he does something."""
_MANY = _ANYBODY | GROUP_NOUNS | {"people"}
"""Who may be "they"."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A noun phrase that a later pronoun may mean; no figure where it is somebody unnamed."""

    figure: Figure | None
    at: int
    """The token that heads it."""
    subject: bool
    speaker: bool
    depth: int
    """How far from the root of its sentence the verb stands by which it speaks."""
    joined: bool
    """Whether it is somebody together with others, who so are "they" ("Holm and Lind")."""
    pronoun: str
    """That by which it may be taken up, where it is a pronoun that nobody can tell, a paper, or many without a name."""

    def fits(self, pronoun: str) -> bool:
        """Whether the pronoun may mean it."""
        if self.pronoun:
            return HUMAN.get(self.pronoun, self.pronoun) == HUMAN.get(pronoun, pronoun)
        if pronoun in HUMAN:
            return self.figure is None or self.is_human(HUMAN[pronoun])
        if pronoun == "they":
            return self.figure is not None and (self.figure.kind == "group" or self.joined)
        return self.figure is not None and self.figure.kind in ("media", "organisation", "state")

    def is_human(self, gender: Gender | None) -> bool:
        """Whether it is a person with a name, and of this gender as far as both are known."""
        figure = self.figure
        return figure is not None and figure.kind == "person" and (gender is None or figure.gender in (None, gender))

    def may_be_called(self, role: str) -> bool:
        """Whether nothing is known of what the person is, or this is."""
        roles = self.figure.roles if self.figure else []
        return not roles or any(r.noun == role for r in roles)

    @property
    def is_of_people(self) -> bool:
        """Whether it is a person, with a name or without."""
        return self.figure.kind == "person" if self.figure else self.pronoun in ("", *HUMAN)


class SpokenOf:
    """Whom the text has spoken of so far, a list a sentence."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.entries: list[list[Entry]] = [[] for _ in document.sentences]
        heads = ((source_head(document, a.source), a) for a in document.attributions)
        own = ((h, a) for h, a in heads if h and a.source[0].start <= h.start < a.source[-1].end)
        self._cues: dict[int, int] = {}
        """For the head of each source the token of its cues, or itself, that governs the others."""
        for head, a in own:
            cue = (*document.tokens_in(*a.cue[0]), head)
            known = self._cues.get(head.i, head.i)
            self._cues[head.i] = min((known, *(t.i for t in cue)), key=self._depth)

    def voiced(self, token: Token) -> bool:
        """Whether it is a source, or the subject of a verb of speaking."""
        return token.i in self._cues or speaks(self._document, token)

    def note(self, token: Token, figure: Figure | None) -> None:
        """Takes down the token if it is somebody."""
        untold = figure is None and self._is_untold(token)
        paper = figure is None and token.lemma.lower() in PAPERS and token.dep in SUBJECTS and self.voiced(token)
        if token.tag == "PRP$" or not (figure or untold or paper or self._is_unnamed(token)):
            return
        document = self._document
        many = token.tag == "NNS" and figure is None
        joined = token.dep in SUBJECTS and any(document.tokens[i].dep == "conj" for i in document.children[token.i])
        joined = joined or token.tag == "NNS"  # "administration officials", who are the administration
        self.entries[token.sentence].append(
            Entry(
                figure,
                token.i,
                subject=is_subject(document, token),
                speaker=self.voiced(token),
                depth=self._depth(self._cues.get(token.i, token.head)),
                joined=joined,
                pronoun=token.text.lower() if untold else "they" if many else "it" if paper else "",
            )
        )

    def _is_untold(self, token: Token) -> bool:
        """Whether it is a pronoun that nobody can tell, and that means somebody."""
        return token.tag == "PRP" and token.dep in SUBJECTS and (token.text.lower() in HUMAN or self.voiced(token))

    def _is_unnamed(self, token: Token) -> bool:
        """Whether it is somebody without a name; not what somebody is said to be ("as leader", "being a member")."""
        tokens, lemma = self._document.tokens, token.lemma.lower()
        if token.tag == "NNS":
            return lemma in _MANY and token.dep in SUBJECTS
        below = [tokens[i] for i in self._document.children[token.i]]
        offices = (t for t in below if t.dep == "compound" and t.lemma.lower() in ROLE_NOUNS)
        titled = token.i in self._cues and next(offices, None) is not None  # "the director-general"
        if token.tag != "NN" and not titled and not any(t.text.lower() == "the" for t in below):
            return False
        first = token
        while first.dep == "conj" and first.head != first.i:
            first = tokens[first.head]
        somebody = lemma in _SOMEBODY or titled or (token.dep in SUBJECTS and lemma in _ANYBODY)
        said = (
            token.dep in ("attr", "compound")
            or "appos" in (token.dep, first.dep)
            or tokens[token.head].text.lower() == "as"
        )
        return somebody and not said

    def _depth(self, i: int) -> int:
        depth = 0
        while self._document.tokens[i].head != i:
            i, depth = self._document.tokens[i].head, depth + 1
        return depth

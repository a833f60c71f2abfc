"""Attributions in text order in, the actor of each out: also of a source that takes up the one before it.

"A spokesman for the port …", "he added"; "the board's report …", "the report found", "it said".
"""

from __future__ import annotations

from briefwright.facts.speakers import PAPERS, SPEAKING_FOR, TAKING_UP, is_new, source_head, speaker
from briefwright.model.document import Attribution, Cast, Document, Token

_OF_PEOPLE = frozenset({"he", "she"})
_NEAR = 3
"""Sentences back to which "he" or "it" takes up a source."""


class Recall:
    """Who spoke so far in one document."""

    def __init__(self, document: Document, cast: Cast) -> None:
        self._document = document
        self._cast = cast
        self._owners: dict[str, str] = {}
        """For whom the last spokesperson spoke, whose the last report was, by the noun."""
        self._seen: dict[str, int] = {}
        """The token where each of them stood last."""
        self._latest: Token | None = None
        """The last source that was such a noun; None once somebody else has spoken."""

    def speaker(self, attribution: Attribution) -> str | None:
        """The actor who speaks; each attribution is to be asked once, in order."""
        head = source_head(self._document, attribution.source)
        if head is None:
            return None
        lemma = head.lemma.lower()
        actor = speaker(self._document, self._cast, attribution.source) or self._taken_up(head, lemma)
        if lemma in SPEAKING_FOR | PAPERS:
            key = "spokesperson" if lemma in SPEAKING_FOR else lemma
            self._latest = head if actor else None
            if actor:
                self._owners[key], self._seen[key] = actor, head.i
        elif head.tag != "PRP":
            self._latest = None
        return actor

    def _taken_up(self, head: Token, lemma: str) -> str | None:
        left = {self._document.tokens[i].text.lower() for i in self._document.children[head.i] if i < head.i}
        if lemma in SPEAKING_FOR:
            return self._owners.get("spokesperson") if "the" in left else None
        if lemma in PAPERS:
            return self._owners.get(lemma) if left and left <= TAKING_UP and not self._replaced(head, lemma) else None
        if self._latest is None or head.sentence - self._latest.sentence > _NEAR:
            return None
        meant = self._latest.lemma.lower()
        if head.text.lower() in _OF_PEOPLE and meant in SPEAKING_FOR:
            return self._owners.get("spokesperson")
        return self._owners.get(meant) if head.text.lower() == "it" and meant in PAPERS else None

    def _replaced(self, head: Token, lemma: str) -> bool:
        """Whether the text has spoken of another such paper since ("Holm said in a statement")."""
        since = self._document.tokens[self._seen.get(lemma, head.i) + 1 : head.i]
        return any(t.lemma.lower() == lemma and is_new(self._document, t) for t in since)

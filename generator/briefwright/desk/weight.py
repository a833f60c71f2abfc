"""The corpus in; out how much of it a reader comes to see: the newest articles, their main actors, who is met often."""

from __future__ import annotations

from collections.abc import Iterable
from math import log1p

from briefwright.model.corpus import Briefing, Corpus, Passage, Question, Statement
from briefwright.model.order import grouped

FRONT_PAGE = 7
"""Articles that the first page of the site names."""
LEAST = 0.2
"""What is seen of anything that is published."""


class Weights:
    """How much is seen of a statement, a question or an actor, 0 to 1."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        originals = [b for b in corpus.briefings if b.origin is None]
        self._front = {b.id for b in originals[:FRONT_PAGE]}
        self._main = {(b.id, part.actor) for b in corpus.briefings for part in b.cast if part.main}
        self.articles: dict[str, tuple[Briefing, ...]] = grouped((p.actor, b) for b in originals for p in b.cast)
        self._most = max(map(len, self.articles.values()), default=1)

    def of_statement(self, s: Statement) -> float:
        """By its speaker and by its article."""
        main = (s.sheet, s.actor) in self._main
        return self._seen(main, self._leads(s.sheet, s.passage), s.sheet in self._front, self._known((s.actor or "",)))

    def of_question(self, q: Question) -> float:
        """By whom it is about and by its article; a question is seen on a board of its own."""
        return self._seen(True, self._leads(q.sheet, q.passage), q.sheet in self._front, self._known(q.about))

    def of_actors(self, actors: Iterable[str]) -> float:
        """By the one that is met more often."""
        return LEAST + (1 - LEAST) * self._known(actors)

    def why(self, s: Statement) -> str:
        """What makes a statement much seen, as the end of a sentence."""
        reasons = (
            ("a main actor", (s.sheet, s.actor) in self._main),
            ("in the lead", self._leads(s.sheet, s.passage)),
            ("on the first page", s.sheet in self._front),
        )
        return "".join(f", {word}" for word, true in reasons if true)

    def _seen(self, main: bool, lead: bool, front: bool, known: float) -> float:
        return LEAST + (1 - LEAST) * (main + lead + front + known) / 4

    def _leads(self, sheet: str, passage: Passage) -> bool:
        lead = self.corpus.by_id[sheet].lead.evidence
        return any(e.overlaps(part) for e in passage.evidence for part in lead)

    def _known(self, actors: Iterable[str]) -> float:
        """How often the best known of the actors is met, beside the best known of all."""
        return max((log1p(len(self.articles.get(a, ()))) for a in actors), default=0.0) / log1p(self._most)

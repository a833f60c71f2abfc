"""Attributions in text order in, the actor of each out: also of a source that takes up the one before it.

"A spokesman for the port …", "he added"; "the board's report …", "the report found", "it said".
"""

from __future__ import annotations

from dataclasses import replace

from briefwright.facts.attitudes import ASKING
from briefwright.facts.lexicon import SPEECH_VERBS
from briefwright.facts.papers import PAPERS, SEEING, SPEAKING_FOR, TAKING_UP, is_new
from briefwright.facts.sources import named_at, source_head
from briefwright.facts.speakers import speaker
from briefwright.model.document import Attribution, Cast, Document, Token

_OF_PEOPLE = frozenset({"he", "she"})
_NEAR = 3
"""Sentences back to which "he" or "it" takes up a source."""
PUT_TO_SOMEBODY = frozenset(
    """
    accusation allegation appeal call charge complaint criticism demand denunciation objection plea protest question
    request threat warning
    """.split()
)
"""What somebody says; those who have to hear it do not say it themselves."""
_BESET = frozenset("contend deal grapple have struggle wrestle".split())
"""What they do with it."""
_DRAWING = frozenset("attract draw encounter face invite meet prompt provoke spark trigger".split())
"""What they do to it."""
_QUOTING = frozenset({"cite", "quote"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SHARING = frozenset({"advcl", "conj", "pcomp"})
"""Relations of a verb whose subject is that of the verb above it."""


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
            return self._understood(attribution)
        lemma = head.lemma.lower()
        if told := self._told_through(attribution):
            actor = self._subject(told)
        elif quoted := self._quoted(attribution):
            actor = named_at(self._cast, quoted)
        else:
            actor = speaker(self._document, self._cast, attribution.source) or self._taken_up(head, lemma)
        if lemma in SPEAKING_FOR | PAPERS:
            key = "spokesperson" if lemma in SPEAKING_FOR else lemma
            self._latest = head if actor else None
            if actor:
                self._owners[key], self._seen[key] = actor, head.i
        elif head.tag != "PRP":
            self._latest = None
        return actor

    def _understood(self, attribution: Attribution) -> str | None:
        """Whose a saying without a subject of its own is ("Holm did not answer but said", "was blamed for saying")."""
        cue = (t for span in attribution.cue for t in self._document.tokens_in(*span))
        verb = next((t for t in cue if t.lemma in SPEECH_VERBS and t.pos == "VERB" and not self._is_undergone(t)), None)
        while verb and verb.pos in ("AUX", "VERB"):
            if any(t.dep in _SUBJECTS for t in self._below(verb.i)):
                return self._subject(verb)
            above = self._document.tokens[verb.head]
            above = self._document.tokens[above.head] if verb.dep == "pcomp" else above
            verb = above if verb.dep in _SHARING else None
        return None

    def as_told(self, attribution: Attribution) -> Attribution:
        """The attribution, without its source where others say it to that ("was barraged with demands")."""
        head = source_head(self._document, attribution.source)
        cue = [t for span in attribution.cue for t in self._document.tokens_in(*span)]
        undergoes = head and any(self._is_heard(t, head) for t in cue if t.lemma in PUT_TO_SOMEBODY and t.pos == "NOUN")
        asked = head and any(t.lemma in ASKING and t.i == head.head and head.dep == "nsubjpass" for t in cue)
        return replace(attribution, source=()) if undergoes or asked else attribution

    def _is_undergone(self, verb: Token) -> bool:
        """Whether it says what is done to its subject, as "asked whether he would go, Holm nodded", read as active."""
        alone = verb.dep in ("acl", "advcl") and not any(t.dep in _SUBJECTS for t in self._below(verb.i))
        return verb.tag == "VBN" or (verb.lemma in ASKING and verb.tag != "VBG" and alone)

    def _is_heard(self, noun: Token, head: Token) -> bool:
        above = self._document.tokens[noun.head]
        if noun.dep != "pobj" or above.text != "with":
            return noun.dep == "dobj" and above.lemma in _DRAWING and above.i == head.head
        verb = self._document.tokens[above.head]
        passive = any(t.dep == "auxpass" for t in self._below(verb.i))
        return verb.i == head.head and (passive or verb.lemma in _BESET)

    def _taken_up(self, head: Token, lemma: str) -> str | None:
        left = {self._document.tokens[i].text.lower() for i in self._document.children[head.i] if i < head.i}
        if lemma in SPEAKING_FOR:
            return self._owners.get("spokesperson") if "the" in left else None
        if lemma in PAPERS:
            again = bool(left) and left <= TAKING_UP and not self._replaced(head, lemma)
            return (self._owners.get(lemma) or self._only_author()) if again else self._cited(head)
        if self._latest is None or head.sentence - self._latest.sentence > _NEAR:
            return None
        meant = self._latest.lemma.lower()
        if head.text.lower() in _OF_PEOPLE and meant in SPEAKING_FOR:
            return self._owners.get("spokesperson")
        return self._owners.get(meant) if head.text.lower() == "it" and meant in PAPERS else None

    def _only_author(self) -> str | None:
        """Whose all papers were so far: "the report" may be what was called a document."""
        authors = {actor for noun, actor in self._owners.items() if noun in PAPERS}
        return next(iter(authors)) if len(authors) == 1 else None

    def _cited(self, paper: Token) -> str | None:
        """Whom the clause gives as its source for a paper ("according to the ministry, early data show")."""
        beside = (t for t in self._below(paper.head) if t.text.lower() == "according")
        names = (named for t in beside for to in self._below(t.i) for named in self._below(to.i))
        return next((a for t in names if (a := named_at(self._cast, t))), None)

    def _told_through(self, attribution: Attribution) -> Token | None:
        """The verb of speaking that a source only passes on ("Holm said, according to the agency").

        So does who saw the paper that it was said in ("told members, in a letter seen by the Courier").
        """
        tokens, cue = self._document.tokens, self._document.tokens_in(*attribution.cue[0])
        outer = next((t for t in cue if t.text.lower() == "according"), None)
        if outer is None:
            seen = any(t.lemma in SEEING and t.tag == "VBN" for t in cue) and cue[-1].text == "by"
            outer = next((t for t in cue if t.dep == "prep"), None) if seen else None
        verb = tokens[outer.head] if outer else None
        inside = verb and any(s.start <= verb.start < s.end for s in attribution.content)
        saying = verb and verb.lemma in SPEECH_VERBS and (not inside or outer is not cue[0])
        return verb if saying else None

    def _quoted(self, attribution: Attribution) -> Token | None:
        """Who is quoted as saying it by a source that only passes it on ("the Courier quoted Holm as saying")."""
        verbs = (t for span in attribution.cue for t in self._document.tokens_in(*span) if t.lemma in _QUOTING)
        below = [t for verb in verbs for t in self._below(verb.i)]
        passed_on = any(t.text == "as" and any(v.tag == "VBG" for v in self._below(t.i)) for t in below)
        return next((t for t in below if passed_on and t.dep == "dobj"), None)

    def _subject(self, verb: Token) -> str | None:
        subjects = (t for t in self._below(verb.i) if t.dep in _SUBJECTS)
        return next((a for t in subjects if (a := named_at(self._cast, t))), None)

    def _below(self, i: int) -> list[Token]:
        return [self._document.tokens[j] for j in self._document.children[i]]

    def _replaced(self, head: Token, lemma: str) -> bool:
        """Whether the text has spoken of another such paper since ("Holm said in a statement")."""
        since = self._document.tokens[self._seen.get(lemma, -1) + 1 : head.i]
        return any(t.lemma.lower() == lemma and is_new(self._document, t) for t in since)

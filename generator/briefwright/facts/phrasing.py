"""A clause of the Document in, the question that it leaves open out, phrased as a person would ask it.

Subject and auxiliary change places, "do" helps out where there is none, and tenses that only echo a report ("said that
it would", "denied that it had") go back to those of direct speech. What cannot be phrased well gives None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefwright.facts.grammar import AUXILIARIES, SUBJECTS, below, governor, is_verb, own_subjects
from briefwright.model.document import Cast, Document, Token

FEWEST_WORDS, MOST_WORDS = 4, 32
WH_TAGS = frozenset({"WP", "WP$", "WRB", "WDT"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
PERSONAL = frozenset(
    {"i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours", "myself", "ourselves"}
)
"""Pronouns of speaker and hearer: a question that holds one is somebody's own."""
ANYBODY = frozenset(["someone", "somebody", "anyone", "anybody", "everyone", "everybody", "one", "people"])
"""Subjects of whom nothing can be found out."""
CONTRACTED = {
    "'s": "is", "’s": "is", "'re": "are", "’re": "are", "'m": "am", "’m": "am", "'ve": "have", "’ve": "have",
    "'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "wo": "will", "ca": "can",
}  # fmt: skip
ECHOES = {"may": "will", "might": "will", "would": "will"}
"""What a modal of reported speech was before it was reported, as far as a question needs it."""
PAST_MODALS = frozenset({"may", "might", "could", "would", "must"})
"""Modals that before "have" tell of something past ("may have leaked")."""
LINKING_ADVERBS = frozenset(
    ["allegedly", "already", "also", "apparently", "consequently", "furthermore", "however", "indeed", "instead", "meanwhile", "moreover", "nevertheless", "nonetheless", "purportedly", "reportedly", "still", "supposedly", "then", "therefore", "though", "thus", "too", "yet"]
)
"""Adverbs that tie a clause to the one before, or that the question itself expresses."""
AIMS = frozenset(["about", "between", "into", "of", "on", "over", "with"])
"""Prepositions that tie talks or an inquiry to their matter."""
REASONS = frozenset(["to", "because", "if", "unless"])
"""First words of clauses that a statement does not stand without."""
PLACES = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE"})
"""Entity labels of what is no person; "he" may stand for any other singular name."""
NEUTRAL = frozenset(["it", "its", "they", "them", "their"])
"""Pronouns that may stand for any noun before them; "he" and "she" ask for somebody known."""
LOOSE = frozenset({"advcl", "conj", "cc", "parataxis", "punct", "mark", "preconj", "intj", "dep"})
"""What a verb governs without belonging to its core."""
ASIDES = frozenset({"relcl", "appos", "acl", "parataxis", "advcl", "prep"})
"""What stands between commas as an aside to a noun."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A question, and the tokens of the text that it is made of, for its evidence."""

    question: str
    tokens: tuple[Token, ...]


class Phrasing:
    """Phrases questions about one article, with pronouns replaced by the names of those they stand for."""

    def __init__(self, document: Document, cast: Cast) -> None:
        self.document = document
        names = {actor.id: actor.name for actor in cast.actors}
        self._stands_for = {m.start: names[m.actor] for m in cast.mentions if m.pronoun and m.actor in names}
        self._named_at = {m.start: names[m.actor] for m in cast.mentions if not m.pronoun and m.actor in names}
        self._name_starts = {name.first for name in document.names}

    def ask(self, verb: int, doer: int | None = None, modal: str | None = None) -> Wording | None:
        """The question whether, or as to what, the clause of `verb` says.

        `doer` heads the subject where the clause has none of its own; `modal` ("will", "should") makes it the question
        of something to come.
        """
        document = self.document
        head = document.tokens[verb]
        own = own_subjects(document, verb)
        subjects = [t for t in own if t.i < verb] or [t for t in own if head.lemma == "be"]
        subject = subjects[0] if subjects else (document.tokens[doer] if doer is not None else None)
        negated = modal is None and bool(below(document, verb, {"neg"}))
        if subject is None or negated or subject.dep in ("csubj", "csubjpass"):
            return None
        asked = self._question_words(verb, subject)
        if (asked and head.dep == "relcl") or (not asked and self._asks_aside(verb)):
            return None
        rest = [t for t in self._after(verb) if t not in asked]
        between = self._between(verb, subject)
        if asked and subject in asked:
            helpers = [t for t in below(document, verb, AUXILIARIES) if t.i < verb]
            return self._worded([*self._texts([*asked, *helpers, *between, head, *rest])], [*asked, head, *rest])
        if subject.tag in WH_TAGS or subject.text.lower() in ANYBODY:
            return None
        operator, verbs = self._operator(head, _is_plural(document, subject, head), modal)
        if operator is None:
            return None
        doers = [t for t in self._phrase(subject.i, without=verb) if t.i < verb or subject.i > verb]
        *helping, main = verbs or [""]
        texts = [
            *self._texts(asked), f" {operator}", *self._texts(doers, verb, definite=subject.i == doer),
            *(f" {v}" for v in helping), *self._texts(between), f" {main}", *self._texts(rest, verb, after=doers),
        ]  # fmt: skip
        return self._worded(texts, [*asked, *doers, head, *rest])

    def plain(self, before: str, noun: int, after: str, definite: bool = True) -> Wording | None:
        """A question made of a noun phrase between fixed words ("Are", NP, " true")."""
        tokens = [*self._phrase(noun), *self._aim(noun)]
        return self._worded([before, *self._texts(tokens, noun, definite=definite), after], tokens)

    def as_written(self, tokens: list[Token]) -> Wording | None:
        """A question that the text itself asks."""
        return self._worded([*self._texts(tokens, None)], tokens)

    def is_plural(self, noun: int) -> bool:
        """Whether the noun or pronoun takes a plural verb."""
        return _is_plural(self.document, self.document.tokens[noun], None)

    def _operator(self, verb: Token, plural: bool, modal: str | None) -> tuple[str | None, list[str]]:
        """The auxiliary that opens the question, and the verb forms that stay behind the subject."""
        helpers = [t for t in below(self.document, verb.i, AUXILIARIES) if t.i < verb.i]
        helpers = [t for t in helpers if t.tag != "TO"]
        texts = [CONTRACTED.get(t.text.lower(), t.text.lower()) for t in helpers]
        lemmas = [t.lemma for t in helpers]
        was, has = ("were", "have") if plural else ("was", "has")
        if texts and texts[0] in PAST_MODALS and "have" in texts[1:2]:
            texts, lemmas, helpers = texts[1:], lemmas[1:], helpers[1:]
            modal, finite = None, False
        else:
            finite = not texts or helpers[0].tag in ("VBZ", "VBP", "VBD", "MD")
        if modal in ("is", "are"):
            return modal, [verb.text]
        if modal:
            passive = any(t.dep == "auxpass" for t in helpers)
            return modal, ["be", verb.text] if passive else [_base(verb)]
        if texts and lemmas[0] == "have":
            return self._perfect(verb, texts, was, has, finite and helpers[0].tag != "VBD")
        if texts and helpers[0].tag == "MD":
            return ECHOES.get(texts[0], texts[0]), [*texts[1:], verb.text]
        if texts and lemmas[0] == "be":
            return texts[0] if finite else was, [*texts[1:], verb.text]
        if texts and lemmas[0] == "do":
            return texts[0], [_base(verb)]
        if texts:
            return None, []
        return self._alone(verb, was, plural)

    def _perfect(
        self, verb: Token, texts: list[str], was: str, has: str, present: bool
    ) -> tuple[str | None, list[str]]:
        if present or verb.tag == "VBG":
            return has, [*texts[1:], verb.text]
        if "been" in texts:
            return was, [verb.text]
        return (was, []) if verb.lemma == "be" else ("did", [_base(verb)])

    def _alone(self, verb: Token, was: str, plural: bool) -> tuple[str | None, list[str]]:
        """For a verb without auxiliaries: "be" opens by itself, others take a form of "do"."""
        if verb.lemma == "be":
            finite = verb.tag in ("VBZ", "VBP", "VBD")
            return (CONTRACTED.get(verb.text.lower(), verb.text.lower()) if finite else was), []
        if verb.pos == "ADJ":
            return "are" if plural else "is", [verb.text]
        if verb.tag == "VBN":
            return was, [verb.text]
        do = {"VBZ": "does", "VBP": "do", "VB": "will"}.get(verb.tag, "did")
        return do, [_base(verb)]

    def _question_words(self, verb: int, subject: Token) -> list[Token]:
        """The clause's own question phrase ("how long", "which party", "who"), empty for a question of yes or no."""
        for child in self.document.children[verb]:
            if child > max(verb, subject.i):
                break
            phrase = [t for t in self.document.subtree(child) if t.i <= max(verb, child)]
            opening = phrase[:1] if child == subject.i else phrase[:3]
            if any(t.tag in WH_TAGS for t in opening):
                return phrase
        return []

    def _asks_aside(self, verb: int) -> bool:
        """Whether the clause holds a question word that the parser put where it cannot be asked by."""
        before = (t for t in self.document.subtree(verb) if t.i < verb and t.tag in WH_TAGS)
        return any(governor(self.document, t.i) == verb for t in before)

    def _between(self, verb: int, subject: Token) -> list[Token]:
        """The adverbs between subject and verb."""
        found = [t for t in below(self.document, verb, {"advmod"}) if subject.i < t.i < verb]
        return [t for t in found if t.text.lower() not in LINKING_ADVERBS and t.tag not in WH_TAGS]

    def _aim(self, noun: int) -> list[Token]:
        """The phrase right after the noun that the parser gave to its verb ("conducts a probe into the ship")."""
        tokens = self.document.tokens
        after = max(t.i for t in self.document.subtree(noun)) + 1
        aimed = after < len(tokens) and tokens[after].dep == "prep" and tokens[after].head == tokens[noun].head
        return self._phrase(after) if aimed and tokens[after].text.lower() in AIMS else []

    def _after(self, verb: int) -> list[Token]:
        """What follows the verb and belongs to its core."""
        tokens: list[Token] = []
        children = self.document.children[verb]
        for position, child in enumerate(children):
            token = self.document.tokens[child]
            if (
                child < verb
                or token.dep in SUBJECTS
                or token.dep in AUXILIARIES
                or (token.dep == "advmod" and token.text.lower() in LINKING_ADVERBS)
            ):
                continue
            previous = self.document.tokens[children[position - 1]] if position else None
            if token.dep in LOOSE and not self._is_reason(token):
                if tokens and token.dep in ("conj", "parataxis", "cc"):
                    break
                continue
            if token.dep in ("ccomp", "prep", "npadvmod") and previous is not None and previous.text in (",", "–", "—"):
                continue
            tokens.extend(self._phrase(child))
        return tokens

    def _is_reason(self, clause: Token) -> bool:
        """Whether a clause of purpose, cause or condition follows without a comma and so belongs to what is said."""
        first = next(self.document.subtree(clause.i))
        return clause.dep == "advcl" and first.text.lower() in REASONS and self.document.tokens[first.i - 1].text != ","

    def _phrase(self, head: int, without: int | None = None) -> list[Token]:
        """The word and all it governs, without asides between commas and without the part that holds `without`."""
        document = self.document
        dropped: set[int] = set()
        for child in document.children[head]:
            below_child = {t.i for t in document.subtree(child)}
            if without in below_child:
                dropped |= below_child
        subtree = list(document.subtree(head))
        inside = {t.i for t in subtree}
        for token in subtree:
            before = document.tokens[token.i - 1] if token.i else token
            left = min(t.i for t in document.subtree(token.i))
            comma = left > 0 and document.tokens[left - 1].text in (",", "–", "—", "(", "--")
            if token.i != head and token.i not in dropped and comma and token.dep in ASIDES and before.i in inside:
                dropped.update(t.i for t in document.subtree(token.i))
                dropped.add(left - 1)
                after = max(t.i for t in document.subtree(token.i)) + 1
                if after in inside and document.tokens[after].text in (",", "–", "—", ")", "--"):
                    dropped.add(after)
            elif (
                token.i != head
                and token.dep == "conj"
                and token.tag in FINITE
                and document.tokens[token.head].dep != "relcl"
            ):
                dropped.update(range(left, max(inside) + 1))
        kept = [t for t in subtree if t.i not in dropped]
        while kept and kept[-1].pos in ("PUNCT", "CCONJ", "SPACE"):
            kept.pop()
        while kept and kept[0].pos in ("PUNCT", "SPACE"):
            kept.pop(0)
        return kept

    def _texts(
        self, tokens: Iterable[Token], clause: int | None = None, after: Iterable[Token] = (), definite: bool = False
    ) -> Iterator[str]:
        """The tokens' words with blanks before them, pronouns named where nothing before names their actor.

        Yields None-like mark ``\\0`` for a pronoun that cannot be named; `_worded` then gives the question up.
        """
        named = {self._named_at[t.start] for t in after if t.start in self._named_at}
        before = {t.pos for t in after}
        last: Token | None = None
        for token in tokens:
            glued = last is not None and token.i == last.i + 1 and token.start == last.end
            text = "\0" if token.tag == "DT" and token.pos == "PRON" else self._spelled(token)
            if (
                token.tag in ("PRP", "PRP$")
                and token.dep != "expl"
                and not token.text.lower().endswith(("self", "selves"))
            ):
                name = self._stands_for.get(token.start)
                if name and name not in named:
                    text = _possessive(name) if token.tag == "PRP$" else name
                    named.add(name)
                elif name is None and not before & ({"NOUN", "PROPN"} if text.lower() in NEUTRAL else {"PROPN"}):
                    text = self._antecedent(token, clause) or "\0"
            if definite and last is None and text in ("a", "an", "this", "that"):
                text = "the"
            if token.start in self._named_at:
                named.add(self._named_at[token.start])
            before.add(token.pos)
            yield text if glued else f" {text}"
            last = token

    def _antecedent(self, pronoun: Token, clause: int | None) -> str | None:
        """The subject of the clause above, where it fits the pronoun in number and kind."""
        if clause is None:
            return None
        document = self.document
        above = clause
        for _ in range(4):
            higher = governor(document, above)
            if higher == above or not is_verb(document.tokens[higher]):
                return None
            above = higher
            for candidate in below(document, above, {"nsubj", "nsubjpass"}):
                if candidate.pos in ("NOUN", "PROPN") and candidate.i < pronoun.i and self._fits(pronoun, candidate):
                    name = "".join(self._texts(self._phrase(candidate.i, without=clause))).strip()
                    return _possessive(name) if pronoun.tag == "PRP$" else name
        return None

    def _fits(self, pronoun: Token, noun: Token) -> bool:
        labels = {n.label for n in self.document.names if n.first <= noun.i < n.last}
        person = noun.tag == "NNP" and not labels & PLACES
        match pronoun.text.lower():
            case "they" | "them" | "their":
                return _is_plural(self.document, noun, None)
            case "he" | "she" | "him" | "her" | "his":
                return person
            case "it" | "its":
                return "PERSON" not in labels and not _is_plural(self.document, noun, None)
        return False

    def _spelled(self, token: Token) -> str:
        """The token's text, in lower case where only its place at the head of a sentence capitalised it."""
        sentence = self.document.sentences[token.sentence]
        opens = token.i == sentence.first or self.document.tokens[token.i - 1].text in ("“", '"', "‘", ":")
        if (
            opens
            and token.pos not in ("PROPN", "NUM")
            and token.i not in self._name_starts
            and token.text not in ("I",)
            and not token.text.isupper()
        ):
            return token.text.lower()
        if opens and token.pos == "DET":
            return token.text.lower()
        return token.text

    def _worded(self, texts: list[str], tokens: Iterable[Token]) -> Wording | None:
        question = "".join(texts)
        question = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", "", question)
        question = re.sub(r"[“”\"„«»()\[\]]|(?<=\s)['‘’](?=\w)", "", question)
        question = re.sub(r"\s+", " ", re.sub(r"\s+([,.;:?!%)])", r"\1", question)).strip(" ,.;:–—-?!")
        count = len(question.split())
        spoken = {w.strip("’',.").lower() for w in question.split() if not w.isupper() or len(w) == 1}
        if "\0" in question or not FEWEST_WORDS <= count <= MOST_WORDS or spoken & PERSONAL:
            return None
        return Wording(question[0].upper() + question[1:] + "?", tuple(sorted(tokens, key=lambda t: t.i)))


def _is_plural(document: Document, subject: Token, verb: Token | None) -> bool:
    if subject.dep == "expl" and verb is not None:
        shown = below(document, verb.i, {"attr", "dobj", "nsubj"})
        return bool(shown) and shown[-1].tag in PLURAL_TAGS
    joined = any(
        document.tokens[c].dep == "conj" and document.tokens[c].pos in ("NOUN", "PROPN")
        for c in document.children[subject.i]
    )
    return (
        joined
        or subject.tag in PLURAL_TAGS
        or subject.text.lower() in ("they", "these", "those", "many", "some", "both")
    )


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _base(verb: Token) -> str:
    """The verb's base form; mends lemmas that lost their "e" to another verb ("staged" is of "stage", not of "stag")."""
    lemma, text = verb.lemma.lower(), verb.text.lower()
    if text in (f"{lemma}ed", f"{lemma}ing") and re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprstvz]", lemma):
        return f"{lemma}e"
    return lemma

"""Words of the Document in, the same words as a question says them out: pronouns named, first capitals gone.

Who is meant by a pronoun the Cast says, else the clause above; where nobody can tell, `UNNAMED` stands for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from briefwright.facts.antecedents import MATTERS, VAGUE, fuller, is_vague, points_back
from briefwright.facts.grammar import DATELINE, SUBJECTS, WH_TAGS, below, governor, is_plural, is_verb, subject
from briefwright.facts.lexicon import ROLE_NOUNS, SPEECH_VERBS
from briefwright.facts.parts import DASHES, phrase
from briefwright.facts.wording import NEUTRAL, PERSONAL, UNNAMED
from briefwright.model.document import Cast, Document, Token
from briefwright.model.factsheet import Actor

ANYBODY = frozenset("everybody everyone few many nobody one other others people several somebody someone".split())
"""Subjects of whom nothing can be found out."""
PLACES = frozenset({"DATE", "FAC", "GPE", "LOC", "NORP"})
"""Entity labels of what is no person; "he" may stand for any other single name."""
ACCUSING = frozenset("allege charge suspect".split())
"""Verbs whose subject is not who did it ("prosecutors allege they stole the ship")."""
POSITIVE = {"no": "any", "nobody": "anybody", "nothing": "anything"}
"""What a question says for what the text denies."""
OFTEN = 3
"""Times that an article names somebody whom it also calls but "the mayor"."""


class Naming:
    """Says the words of one article so that they can stand alone."""

    def __init__(self, document: Document, cast: Cast) -> None:
        self._document = document
        names = {actor.id: _spelled_inside(document, cast, actor) for actor in cast.actors}
        self._stands_for = {m.start: names[m.actor] for m in cast.mentions if m.pronoun and m.actor in names}
        self._named_at = {m.start: names[m.actor] for m in cast.mentions if not m.pronoun and m.actor in names}
        people = {actor.id for actor in cast.actors if actor.kind == "person"}
        media = {actor.id for actor in cast.actors if actor.kind == "media"}
        self._media = {m.start for m in cast.mentions if m.actor in media}
        self._people_meant = {m.start for m in cast.mentions if m.pronoun and m.actor in people}
        self._people = {m.start: names[m.actor] for m in cast.mentions if not m.pronoun and m.actor in people}
        self._often = {name for name, count in Counter(self._people.values()).items() if count >= OFTEN}
        self._described = {(m.start, m.end): names[m.actor] for m in cast.mentions if m.pronoun and m.actor in names}
        self._name_starts = {name.first for name in document.names}

    def texts(
        self,
        tokens: list[Token],
        clause: int | None = None,
        after: Iterable[Token] = (),
        definite: bool = False,
        positive: bool = False,
        said: str = "",
        instead: Mapping[int, str] = MappingProxyType({}),
    ) -> Iterator[str]:
        """The tokens' words, pronouns replaced by a name where nothing before, or in `after`, says whose they are.

        Tokens that the text writes together come as one word. `clause` is the verb from which to look upwards for a
        name; `said` is the subject, whom no "him" or "them" after it means. `definite` makes "a" at the beginning
        "the", `positive` makes "no" "any"; `instead` has words, by token, to say for others.
        """
        meant = self._named_at | self._stands_for
        before = list(after)
        named = {meant[t.start] for t in before if t.start in meant}
        run = ""
        replaced = dict(instead)
        for position, token in enumerate(tokens):
            replaced |= self._instead_of_noun(tokens[position : position + 2], named, before)
            if positive and token.pos == "ADV" and [t.text for t in tokens[position + 1 : position + 2]] == ["no"]:
                continue  # "absolutely no effect"
            text = self._spelled(token)
            if definite and position == 0 and token.dep == "det" and text in ("a", "an", "this", "that"):
                text = "the"
            if positive and (position == 0 or self._is_of(clause, token)):
                text = POSITIVE.get(text, text)
            if token.i in replaced:
                text = replaced[token.i]
            elif self._is_untold(token, before) or (
                token.tag == "DT" and token.pos == "PRON" and not (clause is None and self._is_shown(token))
            ):
                text = UNNAMED
            elif token.tag in ("PRP", "PRP$") and not self._is_dummy(token) and not text.endswith(("self", "selves")):
                text = self._instead(token, clause, named, before, said)
            named.update([self._named_at[token.start]] if token.start in self._named_at else [])
            before.append(token)
            previous = tokens[position - 1]
            glued = position > 0 and token.i == previous.i + 1 and token.start == previous.end
            if not glued and run:
                yield run
            run = run + text if glued else text
        if run:
            yield run

    def _is_of(self, clause: int | None, token: Token) -> bool:
        """Whether the word, or the noun that it stands with, belongs right to the clause's verb."""
        noun = self._document.tokens[token.head] if token.dep == "det" else token
        return clause in (None, noun.head)

    def _instead(self, pronoun: Token, clause: int | None, named: set[str], before: list[Token], said: str) -> str:
        """What to say for a pronoun: a name, itself where it is clear, `UNNAMED` where nobody can tell."""
        name = self._named(pronoun, clause, named, before)
        if name is None and pronoun.tag == "PRP" and pronoun.text.lower() in ("it", "them"):
            name = self._antecedent(pronoun, clause) or UNNAMED if self._can_only_be_other(pronoun, clause) else None
        if name is None or _last_word(name) in {_last_word(t.text) for t in before if t.pos == "PROPN"}:
            return self._spelled(pronoun)
        if said and name == _case(said, pronoun):
            return self._spelled(pronoun) if pronoun.tag == "PRP$" else UNNAMED
        return name

    def _instead_of_noun(self, pair: list[Token], named: set[str], before: list[Token]) -> dict[int, str]:
        """What to say for an article and its noun that only point back, by token; nothing where they can stay.

        A name for "the mayor", fuller words for "the order".
        """
        if len(pair) < 2 or pair[0].head != pair[1].i or pair[0].tag not in ("DT", "JJ", "PDT"):
            return {}
        first, noun = pair
        name = self._described.get((first.start, noun.end))
        alone = first.text.lower() == "the" and not any(c > noun.i for c in self._document.children[noun.i])
        if name is not None and alone and _last_word(name) not in {_last_word(t.text) for t in before}:
            if name in named:
                return {}
            named.add(name)
            return {first.i: "", noun.i: name}
        words = fuller(self._document, noun)
        if words and not {t.lemma for t in words} & {t.lemma for t in before if t.pos in ("NOUN", "PROPN")}:
            owned = words[0].dep == "poss" or (words[0].dep == "compound" and self._is_owner(words))
            told = [*([] if owned else ["the"]), *self.texts(words)]
            return {first.i: "", noun.i: " ".join(told)}
        return {}

    def _is_owner(self, words: list[Token]) -> bool:
        """Whether a name with an "’s" opens the words ("Orla Venn’s plan")."""
        return any(t.tag == "POS" and self._document.tokens[t.head].i == words[0].head for t in words)

    def _can_only_be_other(self, pronoun: Token, clause: int | None) -> bool:
        """Whether it is an object of the clause with no noun but the subject's before it ("will the house pass it")."""
        verb = governor(self._document, pronoun.i)
        let = self._document.tokens[verb].dep == "ccomp" and pronoun.i == self._document.tokens[verb].head + 1
        if (
            clause is None
            or pronoun.i < clause
            or clause not in (verb, self._document.tokens[verb].head if let else verb)
        ):
            return False
        between = self._document.tokens[clause + 1 : pronoun.i]
        return not any(t.pos in ("NOUN", "PROPN") for t in between)

    def _may_stay(self, pronoun: Token, before: list[Token]) -> bool:
        """Whether something before it in the question says for whom or what it stands.

        No noun does that it only describes ("plans to use them").
        """
        over, i = {pronoun.i}, pronoun.i
        while self._document.tokens[i].head != i:
            i = self._document.tokens[i].head
            over.add(i)
        word = pronoun.text.lower()
        said = [t for t in before if (t.pos in ("NOUN", "PROPN") or t.tag == "PRP") and t.i not in over]
        if word not in NEUTRAL:
            return any(self._is_person(t) for t in said)
        if word == "them":
            return any(is_plural(self._document, t) for t in said)
        if word in ("their", "they"):
            return any(is_plural(self._document, t) or not self._is_person(t) for t in said)
        return any(not self._is_person(t) for t in said)

    def _is_untold(self, noun: Token, before: list[Token]) -> bool:
        """Whether it is "this order", or "the matter" with no other thing before it that may be meant."""
        if noun.pos != "NOUN" or points_back(self._document, noun):
            return noun.pos == "NOUN"
        things = (t for t in before if t.lemma.lower() in MATTERS | VAGUE)
        return is_vague(self._document, noun) and not any(noun not in self._document.subtree(t.i) for t in things)

    def _is_person(self, token: Token) -> bool:
        body = any(n.label == "ORG" and n.first <= token.i < n.last for n in self._document.names)
        if token.text.lower() in ROLE_NOUNS and not body:
            return True
        named = any(n.label == "PERSON" and n.first <= token.i < n.last for n in self._document.names)
        return named or token.start in self._people or token.start in self._people_meant

    def _is_shown(self, pronoun: Token) -> bool:
        """Whether the clause itself says what "this" or "that" is: "Is this the end of the quarrel?"."""
        return self._document.tokens[pronoun.head].lemma == "be" and bool(below(self._document, pronoun.head, {"attr"}))

    def _is_dummy(self, pronoun: Token) -> bool:
        """Whether "it" only announces an infinitive: "it is up to the council to"."""
        verb = self._document.tokens[pronoun.head]
        later = [t for t in below(self._document, verb.i, {"advcl", "ccomp", "xcomp"}) if t.i > verb.i]
        announced = verb.lemma == "be" and any(below(self._document, t.i, {"aux"}) for t in later)
        taken = (t for t in self._document.subtree(verb.i) if t.i > verb.i and t.text == "to" and t.dep == "aux")
        announced = announced or (verb.lemma in ("cost", "take") and any(taken))  # "it will take a court to"
        return pronoun.dep == "expl" or (announced and pronoun.text.lower() == "it")

    def _teller(self, pronoun: Token) -> str | None:
        """Who tells it of himself without being named, where the cast takes the pronoun for somebody else."""
        clause = self._document.tokens[pronoun.head]
        above = self._document.tokens[clause.head]
        teller = subject(self._document, above.i) if clause.dep == "ccomp" and pronoun.dep == "nsubj" else None
        if teller is None or pronoun.text.lower() not in ("he", "she") or teller.lemma.lower() not in ROLE_NOUNS:
            return None
        words = phrase(self._document, teller.i)
        known = {self._named_at[t.start] for t in words if t.start in self._named_at}
        if self._stands_for.get(pronoun.start) in known | self._often or words[0].text.lower() != "the":
            return None
        return " ".join(self.texts(words))

    def _described_owner(self, pronoun: Token) -> str | None:
        """Whose it is in a clause that describes its owner ("a union, which holds its own vote")."""
        clause = self._document.tokens[governor(self._document, pronoun.i)]
        doer = subject(self._document, clause.i) if clause.dep == "relcl" and pronoun.tag == "PRP$" else None
        if doer is None or doer.tag not in WH_TAGS or self._document.tokens[pronoun.i + 1].text != "own":
            return None
        words = phrase(self._document, clause.head, without=clause.i)
        return _case(" ".join(self.texts(words)), pronoun) if _precede(words, pronoun) else UNNAMED

    def _named(self, pronoun: Token, clause: int | None, named: set[str], before: list[Token]) -> str | None:
        """The name to put for a pronoun, None where it can stay, `UNNAMED` where it must not and there is none."""
        name = self._stands_for.get(pronoun.start)
        if pronoun.text.lower() in PERSONAL:
            return UNNAMED
        if (teller := self._teller(pronoun) or self._described_owner(pronoun)) is not None:
            return teller
        if pronoun.text.lower() in ("it", "its") and pronoun.start in self._people_meant:
            name = None
        if name:
            known = name in named
            named.add(name)
            return None if known else _case(name, pronoun)
        if self._may_stay(pronoun, before):
            return None
        return self._antecedent(pronoun, clause) or UNNAMED

    def _antecedent(self, pronoun: Token, clause: int | None) -> str | None:
        """The subject of a clause above, where it fits the pronoun in number and kind."""
        while clause is not None:
            above = governor(self._document, clause)
            if above == clause or not is_verb(self._document.tokens[above]):
                return None
            for noun in () if self._is_apart(pronoun, clause, above) else below(self._document, above, SUBJECTS):
                person = next(
                    (self._people[t.start] for t in self._document.subtree(noun.i) if t.start in self._people), ""
                )
                if person and noun.i < pronoun.i and pronoun.text.lower() not in NEUTRAL:
                    return _case(person, pronoun)
                stated = noun.pos in ("NOUN", "PROPN") and noun.text.lower() not in ANYBODY
                words = phrase(self._document, noun.i, without=clause)
                if stated and self._fits(pronoun, noun) and _precede(words, pronoun):
                    return _case(" ".join(self.texts(words)), pronoun)
            clause = above
        return self._only_subject(pronoun) if pronoun.text.lower() in NEUTRAL else None

    def _is_apart(self, pronoun: Token, clause: int, above: int) -> bool:
        """Whether the clause above speaks of somebody else: of who accuses it, or weighs what is to be done to it."""
        verb = self._document.tokens[above]
        suffers = pronoun.dep == "nsubjpass" and any(t.tag == "MD" for t in below(self._document, clause, {"aux"}))
        weighs = suffers and verb.lemma not in SPEECH_VERBS
        return pronoun.head == clause and (verb.lemma in ACCUSING or weighs)

    def _only_subject(self, pronoun: Token) -> str | None:
        """The one thing before it in the sentence that does something and fits ("the funding is in place but …")."""
        sentence = self._document.sentences[pronoun.sentence]
        dateline = DATELINE.match(self._document.text, sentence.start, pronoun.start)
        start = dateline.end() if dateline else sentence.start
        nouns = (
            t
            for t in self._document.tokens_in(start, pronoun.start)
            if t.dep in ("nsubj", "nsubjpass", "pobj")
            and t.pos in ("NOUN", "PROPN")
            and self._fits(pronoun, t)
            and (t.dep != "pobj" or self._is_of_subject(t))
        )
        found = [phrase(self._document, t.i) for t in nouns]
        alone = len(found) == 1 and _precede(found[0], pronoun)
        return _case(" ".join(self.texts(found[0])), pronoun) if alone else None

    def _is_of_subject(self, noun: Token) -> bool:
        """Whether the noun says what a subject is of: "the bill" in "supporters of the bill say it …"."""
        of = self._document.tokens[noun.head]
        return of.text == "of" and self._document.tokens[of.head].dep == "nsubj"

    def _fits(self, pronoun: Token, noun: Token) -> bool:
        labels = {n.label for n in self._document.names if n.first <= noun.i < n.last}
        match pronoun.text.lower():
            case "they" | "them" | "their":
                return is_plural(self._document, noun)
            case "it" | "its":
                tells = noun.lemma == "source" or any(t.start in self._media for t in self._document.subtree(noun.i))
                return not (tells or self._is_person(noun) or is_plural(self._document, noun))
            case _:
                return noun.tag == "NNP" and not labels & PLACES

    def _spelled(self, token: Token) -> str:
        """The token's text, in lower case where only its place at the head of a sentence capitalised it."""
        previous = self._document.tokens[max(0, token.i - 1)]
        before = previous.text
        opens = (
            previous.pos == "SPACE"
            or token.i == self._document.sentences[token.sentence].first
            or before in ("“", '"', "‘", ":", *DASHES)
        )
        named = (
            token.pos == "PROPN"
            or (token.pos == "NUM" and not token.text.isalpha())
            or token.i in self._name_starts
            or token.text.isupper()
        )
        named = named or token.start in self._people
        several = token.tag == "NNPS" and token.lemma.lower() in ROLE_NOUNS and token.i not in self._name_starts
        named = named and not several
        return token.text.lower() if opens and (token.pos == "DET" or not named) else token.text


def _spelled_inside(document: Document, cast: Cast, actor: Actor) -> str:
    """The actor's name as it stands inside a sentence: "lawmakers", where the sheet has "Lawmakers"."""
    places = (m for m in cast.mentions if m.actor == actor.id and not m.pronoun)
    forms = {document.text[m.start : m.end] for m in places} if actor.kind == "group" else set()
    plain = actor.name[0].lower() + actor.name[1:]
    return plain if plain in forms else actor.name


def _last_word(name: str) -> str:
    return name.removesuffix("’s").rsplit(" ", 1)[-1]


def _precede(words: list[Token], pronoun: Token) -> bool:
    """Whether they are all before it: no phrase says what a pronoun inside it means."""
    return bool(words) and words[-1].i < pronoun.i


def _case(name: str, pronoun: Token) -> str:
    """The name in the pronoun's case: "his" gives "Orla Venn’s"."""
    if pronoun.tag != "PRP$":
        return name
    return f"{name}’" if name.endswith("s") and pronoun.text.lower() == "their" else f"{name}’s"


def owned(name: str) -> str:
    """The name as that of an owner: "Orla Venn’s"."""
    return name if name.endswith(("'s", "’s")) else f"{name}’s"

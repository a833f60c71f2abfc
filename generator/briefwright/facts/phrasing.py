"""A clause of the Document in, the question that it leaves open out, phrased as a person would ask it.

Subject and auxiliary change places and pronouns give way to names; what cannot be phrased well gives None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefwright.facts.auxiliaries import question_forms
from briefwright.facts.grammar import (
    AUXILIARIES,
    FINITE_TAGS,
    SUBJECTS,
    WH_TAGS,
    below,
    governor,
    is_plural,
    is_verb,
    own_subjects,
    subject,
)
from briefwright.facts.lexicon import ROLE_NOUNS, SPEECH_VERBS
from briefwright.facts.wording import NEUTRAL, PERSONAL, UNNAMED, Wording, worded
from briefwright.model.document import Cast, Document, Token

ANYBODY = frozenset("everybody everyone nobody one other others people somebody someone".split())
"""Subjects of whom nothing can be found out."""
ANYONE = frozenset({"anybody", "anyone"})
NEITHER = frozenset("neither no none nor".split())
"""First words of a subject that denies what its clause says."""
QUANTITIES = frozenset("a additional an any few further many more much no other some specific such the".split())
"""What stands before a fact that is not told ("gave no further details of")."""
PAST = frozenset("did had was were".split())
"""Auxiliaries by which anyone is asked for to good purpose ("Was anyone hurt?")."""
PLACES = frozenset({"DATE", "FAC", "GPE", "LOC", "NORP"})
"""Entity labels of what is no person; "he" may stand for any other single name."""
LINKING_ADVERBS = frozenset(
    "allegedly already also apparently consequently furthermore however indeed instead meanwhile moreover nevertheless"
    " nonetheless purportedly reportedly still supposedly then therefore though thus too yet".split()
)
"""Adverbs that tie a clause to the one before, or that the question itself expresses."""
DOUBTING = frozenset("alleged possible potential purported supposed suspected".split())
"""Adjectives that the question itself expresses."""
AIMS = frozenset("about against between by into of on over with".split())
"""Prepositions that tie talks or an inquiry to their matter."""
REASONS = frozenset("because if to unless".split())
"""First words of clauses that a statement does not stand without."""
LOOSE = frozenset({"advcl", "cc", "conj", "dep", "intj", "mark", "parataxis", "preconj", "punct"})
"""What a verb governs without its belonging to what is said."""
ASIDES = frozenset({"acl", "advcl", "appos", "parataxis", "prep", "relcl"})
"""What stands between commas as an aside to a noun."""
UNFINISHED = frozenset("become choose do endorse fail have keep make read say tell try win write".split())
"""Verbs that ask nothing without what follows them ("denies that it does")."""
CONVEYING = frozenset("say tell think".split())
"""Verbs that ask for what the article tells ("What does the council say?")."""
DASHES = frozenset({"–", "—", "--"})
SHORTENED = re.compile(r"[A-Z][a-z]{1,4}\.")
"""A title that is written short ("Lt.", "Gov.")."""


class Phrasing:
    """Phrases questions about one article."""

    def __init__(self, document: Document, cast: Cast) -> None:
        self.document = document
        names = {actor.id: actor.name for actor in cast.actors}
        self._stands_for = {m.start: names[m.actor] for m in cast.mentions if m.pronoun and m.actor in names}
        self._named_at = {m.start: names[m.actor] for m in cast.mentions if not m.pronoun and m.actor in names}
        people = {actor.id for actor in cast.actors if actor.kind == "person"}
        self._people_meant = {m.start for m in cast.mentions if m.pronoun and m.actor in people}
        self._people = {m.start: names[m.actor] for m in cast.mentions if not m.pronoun and m.actor in people}
        self._name_starts = {name.first for name in document.names}

    def ask(self, verb: int, doer: int | None = None, modal: str | None = None, affirm: bool = False) -> Wording | None:
        """The question whether, or as to what, the clause of `verb` says.

        `doer` heads the subject where the clause has none of its own; `modal` is the auxiliary to ask with, where it
        is not the clause's. `affirm` asks whether what the clause denies is so.
        """
        document, head = self.document, self.document.tokens[verb]
        subject = self._subject(head, doer)
        if subject is None or subject.text.lower() == "that" or head.tag == "MD" or (modal is None and not affirm and below(document, verb, {"neg"})):
            return None
        asked = self._question_words(verb, subject)
        if asked and asked[-1].tag == "CC":  # "how or whether"
            asked = asked[:-1]
        if (asked and head.dep == "relcl") or (not asked and self._asks_aside(verb)):
            return None
        rest = [t for t in self._after(verb, until=not self._is_put_off(head)) if t not in asked and not ((affirm or modal) and t.dep == "neg" and t.head == verb)]
        if self._is_unfinished(head, asked, rest):
            return None
        spoken = {t.text.lower() for t in asked}
        adverbs = [t for t in self._adverbs(verb, subject) if t.text.lower() not in spoken]
        if subject in asked:
            helpers = [t for t in below(document, verb, AUXILIARIES) if t.i < verb]
            return worded(self.document, self._texts([*asked, *helpers, *adverbs, head, *rest]), [*asked, head, *rest], verb, turned=True)
        forms = question_forms(document, head, is_plural(document, subject, verb), modal)
        if forms is None or subject.tag in WH_TAGS or subject.text.lower() in ANYBODY:
            return None
        if subject.text.lower() in ANYONE and forms.operator not in PAST:
            return None
        doers = [t for t in self._phrase(subject.i, without=verb) if (t.i < verb or subject.i > verb) and t not in asked]
        doers = self._after_telling(doers)
        if any(t.tag in WH_TAGS or t.text.lower() in NEITHER for t in doers[:1]):
            return None
        *helping, main = forms.rest or ("",)
        texts = [
            *self._texts(asked), forms.operator,
            *self._texts(doers, clause=verb, definite=subject.i == doer, positive=affirm or modal is not None),
            *helping, *self._texts(adverbs), main, *self._texts(rest, clause=verb, after=doers, positive=affirm),
        ]  # fmt: skip
        return worded(self.document, texts, [*asked, *doers, head, *rest], verb, turned=True)

    def fill(
        self,
        before: str,
        noun: int,
        after: str,
        definite: bool = True,
        doer: int | None = None,
        opening: str = "What will",
    ) -> Wording | None:
        """A question made of a noun phrase, not of a bare common noun, between fixed words ("Are", …, "true").

        `doer` heads the phrase of whoever is asked of what they will do about it, put first after `opening`.
        """
        tokens = [t for t in [*self._phrase(noun), *self._aim(noun)] if t.text.lower() not in DOUBTING and (t.text.lower() != "no" or t.head != noun)]
        if len(tokens) == 1 and tokens[0].pos not in ("PRON", "PROPN"):
            return None
        doers = self._phrase(doer) if doer is not None else []
        asked = [opening, *self._texts(doers, clause=doer, definite=True)] if doers else []
        words = list(self._texts(tokens, clause=noun, after=doers, definite=definite))
        if definite and tokens[0].pos in ("ADJ", "NOUN") and self._is_one(noun):
            words.insert(0, "the")
        return worded(self.document, [*asked, before, *words, after], [*doers, *tokens], noun)

    def fill_bare(self, before: str, noun: int) -> Wording | None:
        """A question after a fact, without what counts it: of "no further details of the deal" the details."""
        tokens = [t for t in self._phrase(noun) if t.head != noun or t.i > noun or t.text.lower() not in QUANTITIES]
        if len(tokens) < 2:
            return None
        owned = tokens[0].pos in ("DET", "PRON", "PROPN") or below(self.document, noun, {"poss"})
        return worded(self.document, [before, *([] if owned else ["the"]), *self._texts(tokens, clause=noun)], tokens, noun)

    def _is_put_off(self, verb: Token) -> bool:
        """Whether it will not be done before some day ("not expected to vote until Thursday")."""
        return bool(below(self.document, verb.i, {"neg"}) or below(self.document, verb.head, {"neg"}))

    def _is_unfinished(self, verb: Token, asked: list[Token], rest: list[Token]) -> bool:
        """Whether the verb lost what it needs ("denies that it does"), or only asks what somebody says."""
        deed = any(t.head == verb.i and t.dep in ("attr", "ccomp", "dobj") for t in [*asked, *rest])
        if asked:
            return not rest and verb.lemma in CONVEYING
        return verb.lemma in UNFINISHED and (not rest or (verb.lemma == "do" and not deed))

    def _is_one(self, noun: int) -> bool:
        """Whether it is a single thing whose article newspapers left out ("ahead of subsequent meeting")."""
        before = (t for t in below(self.document, noun, {"det", "nummod", "poss"}) if t.text.lower() != "no")
        return self.document.tokens[noun].tag == "NN" and next(before, None) is None

    def as_written(self, tokens: list[Token]) -> Wording | None:
        """A question that the text itself asks."""
        return worded(self.document, self._texts(tokens), tokens, tokens[0].i)

    def _subject(self, verb: Token, doer: int | None) -> Token | None:
        own = own_subjects(self.document, verb.i)
        # "There" and other subjects may follow a "be", but what follows another verb is a parsing accident.
        fitting = [t for t in own if t.i < verb.i] or [t for t in own if verb.lemma == "be"]
        if not fitting:
            return self.document.tokens[doer] if doer is not None else None
        return fitting[0] if fitting[0].dep not in ("csubj", "csubjpass") else None

    def _question_words(self, verb: int, subject: Token) -> list[Token]:
        """The clause's own question phrase ("how long", "which party", "who"), empty for a question of yes or no."""
        for child in self.document.children[verb]:
            if child > max(verb, subject.i):
                break
            if self.document.tokens[child].dep in ("advcl", "ccomp"):  # a clause that asks for itself
                continue
            phrase = [t for t in self.document.subtree(child) if t.i <= max(verb, child)]
            while phrase and phrase[0].tag == "RB" and phrase[0].i < child:  # "exactly how many"
                phrase = phrase[1:]
            opening = phrase[:1] if child == subject.i else phrase[:3]
            if any(t.tag in WH_TAGS for t in opening):
                return self._without_subject(phrase, subject)
        before = (t for t in self.document.subtree(verb) if t.i < min(verb, subject.i) and t.tag in WH_TAGS)
        return [t for t in before if t.dep == "pobj" and t.head > verb]  # "where it comes from"

    def _without_subject(self, phrase: list[Token], subject: Token) -> list[Token]:
        """The question phrase alone, where the parser took it for a part of the name after it ("what place | Venn")."""
        asked = self.document.tokens[phrase[0].head]
        joined = subject in phrase and asked.i < subject.i and asked.dep == "compound"
        return [t for t in phrase if t.i <= asked.i] if joined else phrase

    def _after_telling(self, doers: list[Token]) -> list[Token]:
        """The subject, where the parser ran it into who told of it ("Venn said this week the ferry will …")."""
        told = [n for n, t in enumerate(doers) if t.tag == "VBD" and t.lemma in SPEECH_VERBS and t.dep != "relcl"]
        rest = doers[told[-1] + 1 :] if told else doers
        dated = {i for n in self.document.names if n.label == "DATE" for i in range(n.first, n.last)} if told else set()
        while rest and rest[0].i in dated:
            rest = rest[1:]
        return rest or doers

    def _asks_aside(self, verb: int) -> bool:
        """Whether the clause holds a question word that the parser put where it cannot be asked by."""
        before = (t for t in self.document.subtree(verb) if t.i < verb and t.tag in WH_TAGS)
        return any(governor(self.document, t.i) == verb for t in before)

    def _adverbs(self, verb: int, subject: Token) -> list[Token]:
        """The adverbs between subject and verb."""
        found = (t for t in below(self.document, verb, {"advmod"}) if subject.i < t.i < verb)
        return [t for t in found if t.text.lower() not in LINKING_ADVERBS and t.tag not in WH_TAGS]

    def _after(self, verb: int, *, until: bool = True) -> list[Token]:
        """What follows the verb and belongs to what it says, that until when only if asked for."""
        document = self.document
        kept: list[Token] = []
        previous = document.tokens[verb]
        for child in (document.tokens[c] for c in document.children[verb] if c > verb):
            loose = child.dep in LOOSE and not self._is_reason(child)
            if loose and kept and child.dep in ("conj", "parataxis", "cc"):
                break
            set_off = child.dep in ("ccomp", "prep", "npadvmod") and (previous.text == "," or previous.text in DASHES)
            linking = child.dep == "advmod" and child.text.lower() in LINKING_ADVERBS
            linking = linking or (child.text.lower() == "until" and not until)
            if self._shares_object(verb, child):
                kept.extend([document.tokens[child.i - 1], *self._phrase(child.i)])
            elif not (loose or set_off or linking or child.dep in SUBJECTS | AUXILIARIES):
                kept.extend(self._phrase(child.i))
            previous = child
        return kept

    def _shares_object(self, verb: int, joined: Token) -> bool:
        """Whether a verb right after it has the object of both ("will draft and sign a plan")."""
        document = self.document
        same = joined.dep == "conj" and joined.i == verb + 2 and joined.tag in ("VB", "VBG")
        return same and not below(document, verb, {"dobj"}) and bool(below(document, joined.i, {"dobj"}))

    def _is_reason(self, clause: Token) -> bool:
        """Whether a clause of purpose, cause or condition follows without a comma and so belongs to what is said."""
        first = next(self.document.subtree(clause.i))
        return clause.dep == "advcl" and first.text.lower() in REASONS and self.document.tokens[first.i - 1].text != ","

    def _aim(self, noun: int) -> list[Token]:
        """The phrase right after the noun that the parser gave to its verb ("conducts a probe into the ship")."""
        tokens = self.document.tokens
        after = max(t.i for t in self.document.subtree(noun)) + 1
        aimed = after < len(tokens) and tokens[after].dep == "prep" and tokens[after].head == tokens[noun].head
        return self._phrase(after) if aimed and tokens[after].text.lower() in AIMS else []

    def _phrase(self, head: int, without: int | None = None) -> list[Token]:
        """The word and all it governs, without asides between commas and without the part that holds `without`."""
        document = self.document
        subtree = list(document.subtree(head))
        inside = {t.i for t in subtree}
        dropped: set[int] = set()
        for token in subtree:
            if token.i == head or token.i in dropped:
                continue
            part = [t.i for t in document.subtree(token.i)]
            if (without in part and token.head == head) or self._begins_clause(token, part):
                dropped.update(part)
            elif token.dep == "conj" and token.tag in FINITE_TAGS and document.tokens[token.head].dep != "relcl":
                dropped.update(range(part[0], subtree[-1].i + 1))
            elif token.dep in ASIDES and part[0] - 1 in inside and self._is_mark(part[0] - 1, "("):
                dropped.update([part[0] - 1, *part])
                if part[-1] + 1 in inside and self._is_mark(part[-1] + 1, ")"):
                    dropped.add(part[-1] + 1)
        kept = [t for t in subtree if t.i not in dropped]
        while kept and kept[-1].pos in ("PUNCT", "CCONJ", "SPACE"):
            kept.pop()
        while kept and kept[0].pos in ("PUNCT", "SPACE"):
            kept.pop(0)
        return self._with_name(kept)

    def _begins_clause(self, joined: Token, part: list[int]) -> bool:
        """Whether a noun after "and" is the subject of what follows, which the parser saw too late."""
        following = self.document.tokens[min(part[-1] + 1, len(self.document.tokens) - 1)]
        if joined.dep != "conj" or joined.pos not in ("NOUN", "PROPN", "PRON"):
            return False
        if following.tag not in ("MD", "VBD", "VBZ") or following.sentence != joined.sentence:
            return False
        verb = following if is_verb(following) else self.document.tokens[following.head]
        return not own_subjects(self.document, verb.i)

    def _with_name(self, tokens: list[Token]) -> list[Token]:
        """The tokens, with the name after a shortened title at their end that the parser cut off ("Lt. | Ada Holm")."""
        everything = self.document.tokens
        if not tokens or not SHORTENED.fullmatch(tokens[-1].text) or tokens[-1].pos != "PROPN":
            return tokens
        last = tokens[-1].i + 1
        while (
            last < len(everything)
            and everything[last].pos == "PROPN"
            and everything[last].sentence == tokens[-1].sentence
        ):
            last += 1
        return [*tokens, *everything[tokens[-1].i + 1 : last]]

    def _is_mark(self, i: int, bracket: str) -> bool:
        text = self.document.tokens[i].text
        return text in (",", bracket) or text in DASHES

    def _texts(
        self,
        tokens: list[Token],
        clause: int | None = None,
        after: Iterable[Token] = (),
        definite: bool = False,
        positive: bool = False,
    ) -> Iterator[str]:
        """The tokens' words, pronouns replaced by a name where nothing before, or in `after`, says whose they are.

        Tokens that the text writes together come as one word. `clause` is the verb from which to look upwards for a
        name; `definite` makes "a" at the beginning "the", `positive` makes "no" there "any".
        """
        meant = self._named_at | self._stands_for
        named = {meant[t.start] for t in after if t.start in meant}
        seen = {t.pos for t in after}
        run = ""
        for position, token in enumerate(tokens):
            text = self._spelled(token)
            if definite and position == 0 and text in ("a", "an", "this", "that"):
                text = "the"
            if positive and position == 0 and text == "no":
                text = "any"
            if token.tag == "DT" and token.pos == "PRON" and not self._is_shown(token):
                text = UNNAMED
            elif token.tag in ("PRP", "PRP$") and not self._is_dummy(token) and not text.endswith(("self", "selves")):
                text = self._named(token, clause, named, seen) or text
                seen |= {"NOUN"} if token.tag == "PRP" else set()
            named.update([self._named_at[token.start]] if token.start in self._named_at else [])
            seen.add(token.pos)
            previous = tokens[position - 1]
            glued = position > 0 and token.i == previous.i + 1 and token.start == previous.end
            if not glued and run:
                yield run
            run = run + text if glued else text
        if run:
            yield run

    def _is_shown(self, pronoun: Token) -> bool:
        """Whether the clause itself says what "this" or "that" is: "Is this the end of the quarrel?"."""
        return self.document.tokens[pronoun.head].lemma == "be" and bool(below(self.document, pronoun.head, {"attr"}))

    def _is_dummy(self, pronoun: Token) -> bool:
        """Whether "it" only announces an infinitive: "it is up to the council to"."""
        verb = self.document.tokens[pronoun.head]
        later = [t for t in below(self.document, verb.i, {"advcl", "ccomp", "xcomp"}) if t.i > verb.i]
        announced = verb.lemma == "be" and pronoun.text.lower() == "it" and any(
            below(self.document, t.i, {"aux"}) for t in later
        )
        return pronoun.dep == "expl" or announced

    def _teller(self, pronoun: Token) -> str | None:
        """Who tells it of himself without being named, where the cast takes the pronoun for somebody else."""
        clause = self.document.tokens[pronoun.head]
        above = self.document.tokens[clause.head]
        teller = subject(self.document, above.i) if clause.dep == "ccomp" and pronoun.dep == "nsubj" else None
        if teller is None or pronoun.text.lower() not in ("he", "she") or teller.lemma.lower() not in ROLE_NOUNS:
            return None
        phrase = self._phrase(teller.i)
        known = {self._named_at[t.start] for t in phrase if t.start in self._named_at}
        if self._stands_for.get(pronoun.start) in known or phrase[0].text.lower() != "the":
            return None
        return " ".join(self._texts(phrase))

    def _named(self, pronoun: Token, clause: int | None, named: set[str], seen: set[str]) -> str | None:
        """The name to put for a pronoun, None where it can stay, `UNNAMED` where it must not and there is none."""
        name = self._stands_for.get(pronoun.start)
        if pronoun.text.lower() in PERSONAL:
            return UNNAMED
        if (teller := self._teller(pronoun)) is not None:
            return teller
        if pronoun.text.lower() in ("it", "its") and pronoun.start in self._people_meant:
            name = None
        if name:
            known = name in named
            named.add(name)
            return None if known else _case(name, pronoun)
        if seen & ({"NOUN", "PROPN"} if pronoun.text.lower() in NEUTRAL else {"PROPN"}):
            return None
        return self._antecedent(pronoun, clause) or UNNAMED

    def _antecedent(self, pronoun: Token, clause: int | None) -> str | None:
        """The subject of a clause above, where it fits the pronoun in number and kind."""
        while clause is not None:
            above = governor(self.document, clause)
            if above == clause or not is_verb(self.document.tokens[above]):
                return None
            for noun in below(self.document, above, {"nsubj", "nsubjpass"}):
                person = next(
                    (self._people[t.start] for t in self.document.subtree(noun.i) if t.start in self._people), ""
                )
                if person and noun.i < pronoun.i and pronoun.text.lower() not in NEUTRAL:
                    return _case(person, pronoun)
                stated = noun.pos in ("NOUN", "PROPN") and noun.text.lower() not in ANYBODY
                if stated and noun.i < pronoun.i and self._fits(pronoun, noun):
                    return _case(" ".join(self._texts(self._phrase(noun.i, without=clause))), pronoun)
            clause = above
        return self._only_subject(pronoun) if pronoun.text.lower() in NEUTRAL else None

    def _only_subject(self, pronoun: Token) -> str | None:
        """The one thing before it in the sentence that does something and fits ("the funding is in place but …")."""
        sentence = self.document.sentences[pronoun.sentence]
        nouns = (
            t
            for t in self.document.tokens[sentence.first : pronoun.i]
            if t.dep in ("nsubj", "nsubjpass", "pobj")
            and t.pos in ("NOUN", "PROPN")
            and self._fits(pronoun, t)
            and (t.dep != "pobj" or self._is_of_subject(t))
        )
        found = [" ".join(self._texts(self._phrase(t.i))) for t in nouns]
        return _case(found[0], pronoun) if len(found) == 1 else None

    def _is_of_subject(self, noun: Token) -> bool:
        """Whether the noun says what a subject is of: "the bill" in "supporters of the bill say it …"."""
        of = self.document.tokens[noun.head]
        return of.text == "of" and self.document.tokens[of.head].dep == "nsubj"

    def _fits(self, pronoun: Token, noun: Token) -> bool:
        labels = {n.label for n in self.document.names if n.first <= noun.i < n.last}
        match pronoun.text.lower():
            case "they" | "them" | "their":
                return is_plural(self.document, noun)
            case "it" | "its":
                return "PERSON" not in labels and not is_plural(self.document, noun)
            case _:
                return noun.tag == "NNP" and not labels & PLACES

    def _spelled(self, token: Token) -> str:
        """The token's text, in lower case where only its place at the head of a sentence capitalised it."""
        before = self.document.tokens[max(0, token.i - 1)].text
        opens = token.i == self.document.sentences[token.sentence].first or before in ("“", '"', "‘", ":")
        named = token.pos in ("PROPN", "NUM") or token.i in self._name_starts or token.text.isupper()
        named = named or token.start in self._people
        return token.text.lower() if opens and (token.pos == "DET" or not named) else token.text


def _case(name: str, pronoun: Token) -> str:
    """The name in the pronoun's case: "his" gives "Orla Venn’s"."""
    if pronoun.tag != "PRP$":
        return name
    return f"{name}’" if name.endswith("s") and pronoun.text.lower() == "their" else f"{name}’s"

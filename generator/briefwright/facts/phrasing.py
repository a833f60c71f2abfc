"""A clause of the Document in, the question that it leaves open out, phrased as a person would ask it.

Subject and auxiliary change places and pronouns give way to names; what cannot be phrased well gives None.
"""

from __future__ import annotations

from briefwright.facts.auxiliaries import Forms, present_forms, question_forms
from briefwright.facts.grammar import (
    AUXILIARIES,
    DATELINE,
    FINITE_TAGS,
    SUBJECTS,
    WH_TAGS,
    below,
    governor,
    is_plural,
    own_subjects,
)
from briefwright.facts.lexicon import SPEECH_VERBS
from briefwright.facts.naming import ANYBODY, Naming, owned
from briefwright.facts.parts import DASHES, aim, phrase, without_aside
from briefwright.facts.wording import Wording, worded
from briefwright.model.document import Cast, Document, Token

ANYONE = frozenset({"anybody", "anyone"})
ORDINALS = frozenset("first last latter other second third".split())
"""What alone says nothing of which one it is."""
NEITHER = frozenset("neither no none nor".split())
"""First words of a subject that denies what its clause says."""
COMPANIONS = frozenset("ally aide colleague counterpart friend member opponent partner party side".split())
"""Who is somebody's, whom the text names before; alone they are nobody."""
QUANTITIES = frozenset("a additional an any few further many more much no other some specific such the".split())
"""What stands before a fact that is not told ("gave no further details of")."""
PAST = frozenset("did had was were".split())
"""Auxiliaries by which anyone is asked for to good purpose ("Was anyone hurt?")."""
LINKING_ADVERBS = frozenset(
    "allegedly already also apparently consequently even first furthermore however indeed instead likely meanwhile"
    " moreover nevertheless nonetheless probably purportedly reportedly still supposedly then therefore though thus too"
    " well yet".split()
)
"""Adverbs that tie a clause to the one before, or that the question itself expresses."""
DOUBTING = frozenset("alleged possible potential purported supposed suspected".split())
"""Adjectives that the question itself expresses."""
REASONS = frozenset("because if to unless".split())
"""First words of clauses that a statement does not stand without."""
LOOSE = frozenset({"advcl", "cc", "conj", "dep", "intj", "mark", "parataxis", "preconj", "punct"})
"""What a verb governs without its belonging to what is said."""
UNFINISHED = frozenset(
    "agree become choose continue do endorse fail have keep lead make read say tell try win write".split()
)
"""Verbs that ask nothing without what follows them ("denies that it does")."""
ANYTHING = frozenset("anything dozens hundreds one something thousands".split())
"""Objects of which nothing can be found out."""
DAYS = frozenset("at in on".split())
"""Prepositions before a time or a place."""
COUNTED_ON = frozenset("following preceding previous same".split())
"""Adjectives of a day that count from another."""
NEEDING = frozenset("be end turn".split())
"""Of these, the verbs that ask nothing with a mere particle either ("may end up")."""
CONVEYING = frozenset("say tell think".split())
"""Verbs that ask for what the article tells ("What does the council say?")."""


class Phrasing:
    """Phrases questions about one article."""

    def __init__(self, document: Document, cast: Cast) -> None:
        self.document = document
        self._naming = Naming(document, cast)

    def ask(self, verb: int, doer: int | None = None, modal: str | None = None, affirm: bool = False) -> Wording | None:
        """The question whether, or as to what, the clause of `verb` says.

        `doer` heads the subject where the clause has none of its own; `modal` is the auxiliary to ask with, where it
        is not the clause's. `affirm` asks whether what the clause denies is so.
        """
        document, head = self.document, self.document.tokens[verb]
        doing = self._subject(head, doer)
        denied = modal is None and not affirm and below(document, verb, {"neg"})
        if doing is None or doing.text.lower() in ("that", "which") or head.tag == "MD" or denied:
            return None
        if _is_made(document, head) or (not self._question_words(verb, doing) and _hides_object(document, head)):
            return None
        asked = self._question_words(verb, doing)
        if asked and asked[-1].tag == "CC":  # "how or whether"
            asked = asked[:-1]
        if (asked and (head.dep == "relcl" or asked[0].text.lower() == "that")) or (
            not asked and self._asks_aside(verb)
        ):
            return None
        turned = affirm or modal is not None
        after = self._after(verb, until=not asked and not self._is_put_off(head))
        rest = [
            t
            for t in without_aside(document, after)
            if t not in asked and not (turned and t.dep == "neg" and t.head == verb)
        ]
        if self._is_unfinished(head, asked, rest):
            return None
        spoken = {t.text.lower() for t in asked}
        adverbs = [t for t in self._adverbs(verb, doing) if t.text.lower() not in spoken]
        if doing in asked:
            return self._ask_who(asked, head, adverbs, rest)
        forms = question_forms(document, head, is_plural(document, doing, verb), modal)
        doers = self._doers(head, doing, asked)
        if forms is None or not self._can_be_asked_of(doing, doers, forms):
            return None
        *helping, main = forms.rest or ("",)
        say = self._naming.texts
        who = list(say(doers, clause=verb, definite=doing.i == doer, positive=turned))
        told = self._echoes(rest) if forms.operator == "will" else {}
        positive = affirm or head.lemma == "be"
        what = say(rest, clause=verb, after=doers, said=" ".join(who), positive=positive, instead=told)
        if who == ["it"] and doing.i == doer:  # who or what is told of is not said
            return None
        texts = [*say(asked), forms.operator, *who, *helping, *say(adverbs), main, *what]
        return worded(document, texts, [*asked, *doers, head, *rest], verb, turned=True)

    def _echoes(self, words: list[Token]) -> dict[int, str]:
        """The present for the past of a condition: "close if the mayor left" was "will close if the mayor leaves"."""
        document = self.document
        inside = {t.i for t in words}
        marks = (t for t in words if t.dep == "mark" and t.text.lower() in ("if", "unless"))
        verbs = (document.tokens[t.head] for t in marks if t.head in inside)
        told = ((v, next(iter(own_subjects(document, v.i)), None)) for v in verbs)
        forms = (present_forms(document, v, is_plural(document, s, v.i)) for v, s in told if s is not None)
        return {i: text for form in forms for i, text in form.items()}

    def _ask_who(self, asked: list[Token], head: Token, adverbs: list[Token], rest: list[Token]) -> Wording | None:
        """The question that asks for the subject of the clause ("who will pay for the damage")."""
        if head.lemma == "be" and len(rest) < len(asked) + 1 and asked[-1].text.lower() == "what":
            return None  # "what is unclear"
        if any(t.text.lower() == "as" for t in below(self.document, head.i, {"prep"})):
            return None  # "what is known as the Reform Bill"
        if asked[1:] and (asked[1].tag == "CC" or (asked[0].tag == "WRB" and asked[1].tag == "RB")):
            return None  # "who or how many"; "how strictly rules will be kept", where the parser joined rule and "how"
        doing = next((t for t in asked if t.head == head.i and t.dep in SUBJECTS), asked[-1])
        if any(t.pos in ("DET", "PRON") and asked[0].i < t.i < doing.i for t in asked):
            return None  # "how high that mast is": the parser took the rest of the clause for a noun's
        helpers = [t for t in below(self.document, head.i, AUXILIARIES) if t.i < head.i]
        texts = self._naming.texts([*asked, *helpers, *adverbs, head, *rest])
        return worded(self.document, texts, [*asked, head, *rest], head.i, turned=True)

    def _doers(self, head: Token, doing: Token, asked: list[Token]) -> list[Token]:
        """The words of the subject, without the clause that is asked."""
        words = phrase(self.document, doing.i, without=head.i)
        return self._after_telling([t for t in words if (t.i < head.i or doing.i > head.i) and t not in asked])

    def _can_be_asked_of(self, doing: Token, doers: list[Token], forms: Forms) -> bool:
        """Whether the subject is somebody, or something, of whom it can be found out."""
        sentence = self.document.sentences[doing.sentence]
        dateline = DATELINE.match(self.document.text, sentence.start, sentence.end)
        if (
            (dateline and doing.start < dateline.end())
            or (len(doers) == 1 and doing.lemma in COMPANIONS)
            or doing.lemma == "former"
            or (doing.lemma in ORDINALS and all(t.pos in ("ADJ", "ADV", "DET") for t in doers))
            or doing.text.lower() in LINKING_ADVERBS  # "the first likely will be"
            or own_subjects(self.document, doing.i)  # "making Vell the next city to have"
        ):
            return False
        anyone = doing.text.lower() in ANYONE and forms.operator not in PAST
        unasked = any(t.tag in WH_TAGS or t.text.lower() in NEITHER for t in doers[:1])
        return not (anyone or unasked or doing.tag in WH_TAGS or doing.text.lower() in ANYBODY)

    def fill(
        self,
        before: str,
        noun: int,
        after: str,
        definite: bool = True,
        doer: int | None = None,
        opening: str = "What will",
        owner: int | None = None,
    ) -> Wording | None:
        """A question made of a noun phrase, not of a bare common noun, between fixed words ("Are", …, "true").

        `doer` heads the phrase of whoever is asked of what they will do about it, put first after `opening`; `owner`
        that of whose it is, where the phrase does not say so.
        """
        words = [*phrase(self.document, noun), *aim(self.document, noun)]
        tokens = [
            t
            for t in words
            if t.text.lower() not in DOUBTING and (t.text.lower() not in ("all", "no") or t.head != noun)
        ]
        while tokens and (tokens[0].pos in ("AUX", "PUNCT") or tokens[0].text.lower() == "only"):
            tokens.pop(0)
        if owner is not None and tokens and tokens[0].tag == "DT":
            tokens.pop(0)
        named = tokens[:1] and tokens[0].pos in ("PRON", "PROPN")
        if len(tokens) == 2 and tokens[0].text.lower() in ("a", "an") and definite and owner is None:
            return None  # "a case": nobody can tell which
        if self._swallows_verb(noun, tokens):
            return None
        if not tokens or (len(tokens) == 1 and not named and owner is None) or any(t.text == ":" for t in tokens):
            return None
        doers = phrase(self.document, doer) if doer is not None else []
        asked = [opening, *self._naming.texts(doers, clause=doer, definite=True)] if doers else []
        said = list(self._naming.texts(tokens, clause=noun, after=doers, definite=definite))
        if owner is not None:
            said.insert(0, owned(" ".join(self._naming.texts(phrase(self.document, owner)))))
        elif definite and tokens[0].pos in ("ADJ", "NOUN") and self._is_one(noun):
            said.insert(0, "the")
        return worded(self.document, [*asked, before, *said, after], [*doers, *tokens], noun)

    def _swallows_verb(self, noun: int, words: list[Token]) -> bool:
        """Whether the parser took the sentence's verb for a part of its subject ("talks to end the row are set")."""
        root = self.document.tokens[noun].dep == "ROOT"
        clauses = {t.head for t in words if t.tag in FINITE_TAGS and t.dep in AUXILIARIES}
        return root and any(self.document.tokens[c].dep == "ccomp" for c in clauses)

    def fill_bare(self, before: str, noun: int) -> Wording | None:
        """A question after a fact, without what counts it: of "no further details of the deal" the details."""
        words = phrase(self.document, noun)
        tokens = [t for t in words if t.head != noun or t.i > noun or t.text.lower() not in QUANTITIES]
        if len(tokens) == 1:
            return None
        owned = tokens[0].pos in ("DET", "PRON", "PROPN") or below(self.document, noun, {"poss"})
        texts = [before, *([] if owned else ["the"]), *self._naming.texts(tokens, clause=noun)]
        return worded(self.document, texts, tokens, noun)

    def _is_put_off(self, verb: Token) -> bool:
        """Whether it will not be done before some day ("not expected to be able to vote until Thursday")."""
        above = [verb, self.document.tokens[verb.head]]
        while above[-2].dep in ("acomp", "xcomp") and above[-1].head != above[-1].i:
            above.append(self.document.tokens[above[-1].head])
        return any(below(self.document, t.i, {"neg"}) for t in above)

    def _is_unfinished(self, verb: Token, asked: list[Token], rest: list[Token]) -> bool:
        """Whether the verb lost what it needs ("denies that it does"), or only asks what somebody says."""
        called = verb.lemma == "call" or any(t.text.lower() == "as" for t in below(self.document, verb.i, {"prep"}))
        taken = verb.lemma == "be" and verb.dep == "xcomp"  # "what he took to be a wreck"
        if (called or taken) and asked and asked[-1].text.lower() == "what":  # "in what he called a mistake"
            return True
        if verb.lemma == "vote" and not asked and all(t.dep in ("npadvmod", "pobj") or t.text in DAYS for t in rest):
            return True  # on what?
        if verb.lemma == "allege" and [t.text for t in rest[:1]] == ["to"]:  # "clerks alleged to be spies"
            return True
        following = self.document.tokens[verb.i + 1 : verb.i + 2]
        if any(t.tag in WH_TAGS and t not in rest for t in following):  # "verify when the gates were shut"
            return True
        if not asked and (verb.lemma == "comment" or self._lacks_object(verb)):
            return True
        objects = (t for t in rest if t.head == verb.i and t.dep in ("attr", "dobj"))
        bare = any(t.text.lower() in ANYTHING and len(rest) == 1 for t in objects)
        conveyed = verb.lemma in CONVEYING and any(t.tag == "WP" for t in asked)  # "what doctors say is a wave"
        missing = verb.lemma == "be" and not asked and bool(rest) and rest[0].dep == "mark"  # "may be if"
        if missing or bare or conveyed or (rest and rest[0].tag == "WDT" and rest[0].text.lower() in ("what", "which")):
            return True
        if not asked and verb.lemma in NEEDING and all(t.tag in ("IN", "RB", "RP") for t in rest):
            return True
        deed = any(t.head == verb.i and t.dep in ("attr", "ccomp", "dobj") for t in [*asked, *rest])
        if asked:
            ends_up = verb.lemma == "end" and all(t.tag == "RP" for t in rest)
            return ends_up or (not rest and verb.lemma in CONVEYING)
        return verb.lemma in UNFINISHED and (not rest or (verb.lemma == "do" and not deed))

    def _lacks_object(self, verb: Token) -> bool:
        """Whether only the verb joined right to it has the object of both ("broke or bent the rules")."""
        joined = [t for t in below(self.document, verb.i, {"conj"}) if t.i == verb.i + 2]
        shared = any(below(self.document, t.i, {"dobj"}) for t in joined)
        return shared and not self._shares_object(verb.i, joined[0]) and not below(self.document, verb.i, {"dobj"})

    def _is_one(self, noun: int) -> bool:
        """Whether it is a single thing whose article newspapers left out ("ahead of subsequent meeting")."""
        before = (t for t in below(self.document, noun, {"det", "nummod", "poss"}) if t.text.lower() != "no")
        return self.document.tokens[noun].tag == "NN" and next(before, None) is None

    def as_written(self, tokens: list[Token]) -> Wording | None:
        """A question that the text itself asks."""
        return worded(self.document, self._naming.texts(tokens), tokens, tokens[0].i)

    def _subject(self, verb: Token, doer: int | None) -> Token | None:
        own = own_subjects(self.document, verb.i)
        # "There" and other subjects may follow a "be", but what follows another verb is a parsing accident.
        fitting = [t for t in own if t.i < verb.i] or [t for t in own if verb.lemma == "be"]
        if not fitting:
            return self.document.tokens[doer] if doer is not None else None
        broken = [t for t in fitting[1:] if self._is_after_dash(fitting[0], t)]
        if broken:
            return broken[-1]
        first = self._own_part(fitting, verb)
        return first if first.dep not in ("csubj", "csubjpass") else None

    def _own_part(self, subjects: list[Token], verb: Token) -> Token:
        """Of joined ones the last, where the verb is of one ("said Holm, a clerk, and the port is …")."""
        first = subjects[0]
        helpers = below(self.document, verb.i, AUXILIARIES) or [verb]
        joined = [t for t in (*subjects[1:], *below(self.document, first.i, {"conj"})) if t.i < verb.i]
        breaks = [t for t in below(self.document, first.i, {"cc"}) if self.document.tokens[t.i - 1].text == ","]
        return joined[-1] if joined and breaks and helpers[0].tag == "VBZ" else first

    def _is_after_dash(self, one: Token, other: Token) -> bool:
        """Whether a dash parts two subjects: the first then is a bit of the clause before."""
        return any(t.text in DASHES for t in self.document.tokens[one.i : other.i])

    def _question_words(self, verb: int, subject: Token) -> list[Token]:
        """The clause's own question phrase ("how long", "which party", "who"), empty for a question of yes or no."""
        for child in self.document.children[verb]:
            if child > max(verb, subject.i):
                break
            if self.document.tokens[child].dep in ("advcl", "ccomp"):  # a clause that asks for itself
                continue
            words = [t for t in self.document.subtree(child) if t.i <= max(verb, child)]
            while words and words[0].tag == "RB" and words[0].i < child:  # "exactly how many"
                words = words[1:]
            opening = words[:1] if child == subject.i else words[:3]
            if any(t.tag in WH_TAGS for t in opening):
                return self._without_subject(words, subject)
        before = (t for t in self.document.subtree(verb) if t.i < min(verb, subject.i) and t.tag in WH_TAGS)
        return [t for t in before if t.dep == "pobj" and t.head > verb]  # "where it comes from"

    def _without_subject(self, words: list[Token], subject: Token) -> list[Token]:
        """The question phrase alone, where the parser took it for a part of the name after it ("what place | Venn")."""
        asked = self.document.tokens[words[0].head]
        joined = subject in words and asked.i < subject.i and asked.dep == "compound"
        return [t for t in words if t.i <= asked.i] if joined else words

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
        relative = self.document.tokens[verb].dep == "relcl"  # "a paper that it refused to give the council"
        return any(relative or governor(self.document, t.i) == verb for t in before)

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
            set_off = child.dep in ("ccomp", "prep", "npadvmod") and previous.text == ","
            set_off = set_off or previous.text in DASHES
            linking = child.dep == "advmod" and child.text.lower() in LINKING_ADVERBS
            if self._shares_object(verb, child):
                kept.extend([document.tokens[child.i - 1], *phrase(self.document, child.i)])
            elif not (loose or set_off or linking or child.dep in SUBJECTS | AUXILIARIES):
                kept.extend(phrase(self.document, child.i))
            previous = child
        ends = (t for t in kept if (t.text.lower() == "until" and not until) or self._is_counted_on(t))
        dropped = {t.i for end in ends for t in document.subtree(end.i)}
        return [t for t in kept if t.i not in dropped]

    def _is_counted_on(self, time: Token) -> bool:
        """Whether it is a time that only the day told before makes clear ("the following week")."""
        return time.dep == "npadvmod" and any(
            t.text.lower() in COUNTED_ON for t in below(self.document, time.i, {"amod"})
        )

    def _shares_object(self, verb: int, joined: Token) -> bool:
        """Whether a verb right after it has the object of both ("will draft and sign a plan")."""
        document = self.document
        same = joined.dep == "conj" and joined.i == verb + 2 and joined.tag in ("VB", "VBG")
        same = same and joined.tag == document.tokens[verb].tag  # "is not working and puts people off"
        return same and not below(document, verb, {"dobj"}) and bool(below(document, joined.i, {"dobj"}))

    def _is_reason(self, clause: Token) -> bool:
        """Whether a clause of purpose, cause or condition follows without a comma and so belongs to what is said."""
        first = next(self.document.subtree(clause.i))
        return clause.dep == "advcl" and first.text.lower() in REASONS and self.document.tokens[first.i - 1].text != ","


def _hides_object(document: Document, verb: Token) -> bool:
    """Whether what is done it to stands before, outside the clause ("a film that the group plans to release")."""
    return any(t.i < verb.i and t.text.lower() in ("that", "which") for t in below(document, verb.i, {"dobj"}))


def _is_made(document: Document, verb: Token) -> bool:
    """Whether somebody has it done ("gets migrants deported")."""
    bare = verb.tag in ("VBD", "VBN") and not below(document, verb.i, AUXILIARIES)
    return bare and document.tokens[verb.head].lemma in ("get", "have")

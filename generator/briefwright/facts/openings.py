"""A Document in, the places where it leaves something open out: which clause, of which kind, by which words.

Each rule reads one way of leaving something open off the dependency parse; its words stand in the tables below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from briefwright.facts.dates import find_dates
from briefwright.facts.grammar import AUXILIARIES, MAX_SENTENCE, below, governor, is_verb, subject
from briefwright.facts.phrasing import WH_TAGS
from briefwright.model.document import Document, Token
from briefwright.model.factsheet import QuestionKind

Form = Literal["clause", "there", "true", "find", "succeed", "outcome"]
"""How to phrase it: the clause turned round, or a fixed question about a noun ("Was there …?", "Are … true?", …)."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Something left open: the word that heads it, and the word that leaves it open."""

    kind: QuestionKind
    head: int
    cue: int
    score: float
    form: Form = "clause"
    doer: int | None = None
    """Head of the subject, where the clause has none of its own."""
    modal: str | None = None
    reply: int | None = None
    """The word of the other voice, where the sentence holds one."""


SAYING = frozenset(
    ["say", "specify", "explain", "disclose", "reveal", "confirm", "know", "indicate", "elaborate", "clarify", "comment", "detail", "provide", "give", "identify", "determine"]
)
"""Verbs that leave something open when negated, refused or left undone."""
REFUSING = frozenset(["decline", "refuse", "fail"])
OPEN_WORDS = frozenset(
    ["unclear", "unknown", "uncertain", "unsure", "unresolved", "undecided", "unanswered", "question", "doubt", "mystery", "clue", "speculation", "speculate", "wonder", "uncertainty", "puzzle", "investigate", "examine", "determine", "establish", "ascertain", "probe"]
)
"""Words over a question clause that say that nobody knows."""
ASKED_ABOUT = frozenset(["question", "doubt"])
"""Of these words, those that also stand in "no doubt" and "in reply to a question"."""
HARD = frozenset(["difficult", "hard", "impossible", "early", "clear", "known", "certain", "sure", "obvious"])
"""Adjectives that, negated or after "too", say that nobody knows; "difficult" and its like need neither."""
HARD_ALONE = frozenset(["difficult", "hard", "impossible"])
DECIDING = frozenset(
    ["decide", "decision", "vote", "rule", "ruling", "consider", "weigh", "negotiation", "negotiate", "talk", "mull", "choose", "deliberate", "deliberation", "review", "discuss", "discussion", "hear", "hearing", "referendum"]
)
"""Words over "whether" that say that somebody is to settle it."""
PARTED = frozenset(
    ["odds", "disagree", "disagreement", "dispute", "differ", "divided", "split", "conflicting", "argue", "argument", "debate", "clash", "conflict"]
)
"""Words over "whether" that say that views differ."""
INDIFFERENT = frozenset(["ask", "regardless", "matter", "care", "depend", "depending", "irrespective", "irrelevant"])
"""Words over a question clause that leave nothing open."""

DENYING = frozenset(["deny", "dismiss", "refute", "rebut", "dispute", "contradict", "challenge", "reject", "disavow", "contest"])
DENYING_CLAUSES = frozenset(["deny", "dismiss", "refute", "rebut", "dispute"])
"""Of these, the verbs that take the denied claim as a clause."""
CLAIMS = frozenset(
    ["claim", "report", "allegation", "accusation", "suggestion", "account", "charge", "rumor", "rumour", "idea", "notion", "assertion", "speculation", "accusation", "insinuation", "story"]
)
VIEWS = frozenset(["idea", "notion", "story"])
"""Of these claims, those that are rejected as bad more often than as untrue."""
ACCUSING = frozenset(["accuse", "suspect"])
DEEDS = frozenset(
    ["involvement", "wrongdoing", "role", "collusion", "knowledge", "responsibility", "interference", "link", "tie", "participation", "complicity"]
)
"""Nouns for what somebody denies to have had a part in."""
HEDGES = frozenset(["allegedly", "reportedly", "purportedly", "supposedly"])
BELIEVING = frozenset(["believe", "think", "say", "report", "allege", "suspect", "presume", "rumor", "understand"])
NAMELESS = frozenset(["source"])
CONFIRMING = frozenset(["confirm", "verify", "corroborate", "authenticate"])
CLAIMING = frozenset(["claim", "allege", "suggest", "report", "assert", "contend"])

AWAITED = frozenset(["expect", "schedule", "set", "slate", "due", "likely", "poise", "plan", "seek", "push", "prepare"])
"""Words before "to" that tell what somebody is still to do."""
SETTLING = frozenset(
    ["vote", "decide", "rule", "approve", "reject", "ratify", "consider", "determine", "choose", "elect", "appoint", "select", "sign", "appeal", "resign", "announce", "extend", "impose", "lift"]
)
"""Verbs whose outcome readers wait for."""
RULING = frozenset(["vote", "decide", "rule", "determine", "consider", "choose"])
REQUESTING = frozenset(["propose", "demand", "request", "recommend", "urge", "ask", "petition"])
JUDGES = frozenset(
    ["judge", "court", "panel", "commission", "parliament", "congress", "council", "senate", "committee", "tribunal", "regulator"]
)
UNDERWAY = frozenset(["continue", "underway", "ongoing", "remain", "proceed"])
CONDUCTING = frozenset(["conduct", "lead", "launch", "open", "begin", "carry", "start"])
UNFOUND = frozenset(["evidence", "proof", "sign", "indication", "study", "research"])
"""What, where there is none, leaves a claim open."""
INQUIRIES = frozenset(["investigation", "probe", "inquiry", "inquest", "search", "hunt", "review", "audit"])
ENDEAVOURS = frozenset(["talk", "negotiation", "mediation", "effort"])
AWAITING = frozenset(["await"])
OUTCOMES = frozenset(
    ["decision", "ruling", "verdict", "result", "outcome", "answer", "response", "reply", "approval", "judgment", "judgement", "sentence"]
)


def find_openings(document: Document) -> Iterator[Opening]:
    """All places of the story that leave something open, in text order, each clause perhaps more than once."""
    for sentence in document.sentences:
        if sentence.story and sentence.last - sentence.first <= MAX_SENTENCE:
            for token in document.tokens[sentence.first : sentence.last]:
                for rule in RULES:
                    yield from rule(document, token)


def _whether(document: Document, token: Token) -> Iterator[Opening]:
    """ "It is unclear whether …", "talks over whether …", "why …, the police would not say"."""
    if token.lemma.lower() != "whether" and token.tag not in WH_TAGS:
        return
    verb = _clause_of(document, token)
    if verb is None or verb.dep in ("relcl", "ROOT", "conj") or _is_relative(document, token):
        return
    whether = token.lemma.lower() == "whether"
    if verb.dep == "advcl" and not whether:
        return
    chain = _chain(document, verb)
    lemmas = [c.lemma.lower() for c in chain]
    if INDIFFERENT.intersection(lemmas[:2]):
        return
    kind = _kind_of_open_clause(document, chain, whether)
    if kind is None:
        return
    infinitive = any(t.tag == "TO" for t in below(document, verb.i, AUXILIARIES))
    cue = chain[0].i if chain else verb.i
    modal, doer = None, None
    if infinitive:
        above = _person_above(document, verb.i)
        if above is None:
            return
        modal, doer = "should", above.i
    yield Opening(kind, verb.i, cue, 0.9 if kind != "pending" else 0.8, doer=doer, modal=modal)


def _kind_of_open_clause(document: Document, chain: list[Token], whether: bool) -> QuestionKind | None:
    for word in chain:
        lemma = word.lemma.lower()
        if lemma in PARTED and whether:
            return "disputed"
        if lemma in OPEN_WORDS and (lemma not in ASKED_ABOUT or _is_raised(document, word)):
            return "unknown"
        if lemma in HARD_ALONE or (lemma in HARD and (_negated(document, word) or _too(document, word))):
            return "unknown"
        if lemma in SAYING and (_negated(document, word) or _refused(document, word)):
            return "unknown"
        if lemma == "see" and below(document, word.i, {"auxpass"}) and document.tokens[word.head].lemma == "remain":
            return "unknown"
        if lemma in DECIDING and whether and not _settled(document, word):
            return "pending"
    return None


def _denied(document: Document, token: Token) -> Iterator[Opening]:
    """ "Denied having …", "dismissed reports that …", "denied any …", "charges that the Kremlin denies"."""
    if token.lemma not in DENYING or token.pos != "VERB":
        return
    denier = subject(document, token.i)
    clauses = False
    for child in (document.tokens[c] for c in document.children[token.i]):
        if child.dep == "ccomp" and child.i > token.i and token.lemma in DENYING_CLAUSES:
            if subject(document, child.i) and below(document, child.i, {"nsubj", "nsubjpass", "expl"}):
                clauses = True
                yield Opening("disputed", child.i, token.i, 0.95)
            elif child.tag == "VBG" and denier is not None:
                yield Opening("disputed", child.i, token.i, 0.95, doer=denier.i)
        elif child.dep == "xcomp" and child.tag == "VBG" and denier is not None:
            yield Opening("disputed", child.i, token.i, 0.95, doer=denier.i)
    for child in below(document, token.i, {"dobj", "nsubjpass"}):
        if not clauses:
            yield from _denied_noun(document, token, child, denier)


def _denied_noun(document: Document, cue: Token, noun: Token, denier: Token | None) -> Iterator[Opening]:
    lemma = noun.lemma.lower()
    if lemma in CLAIMS:
        clauses = [t for t in below(document, noun.i, {"acl", "ccomp", "relcl", "appos"}) if is_verb(t)]
        whole = next(
            (c for c in clauses if below(document, c.i, {"nsubj", "nsubjpass", "expl"}) and not _gapped(document, c)),
            None,
        )
        gerund = _gerund_of(document, noun)
        if whole is not None:
            yield Opening("disputed", whole.i, cue.i, 0.9)
        elif gerund is not None and denier is not None and lemma not in VIEWS:
            yield Opening("disputed", gerund.i, cue.i, 0.85, doer=denier.i)
        elif lemma not in VIEWS and len(list(document.subtree(noun.i))) > 2 and noun.dep == "dobj":
            yield Opening("disputed", noun.i, cue.i, 0.6, form="true")
    elif (
        cue.lemma == "deny"
        and noun.dep == "dobj"
        and (lemma in DEEDS or any(t.text.lower() == "any" for t in below(document, noun.i, {"det"})))
    ):
        yield Opening("disputed", noun.i, cue.i, 0.75, form="there", doer=denier.i if denier else None)


def _accused(document: Document, token: Token) -> Iterator[Opening]:
    """ "Accuses Russia of backing …", "a ship suspected of carrying …"."""
    if token.lemma not in ACCUSING or token.pos not in ("VERB", "ADJ"):
        return
    gerund = _gerund_of(document, token)
    if gerund is None:
        return
    accused = next(iter(below(document, token.i, {"dobj"})), None)
    if accused is None:
        accused = next(iter(below(document, token.i, {"nsubjpass"})), None)
    if accused is None and token.dep in ("acl", "relcl"):
        accused = document.tokens[token.head]
    if accused is None or accused.pos not in ("NOUN", "PROPN", "PRON") or accused.tag in WH_TAGS:
        return
    sentence = document.sentences[token.sentence]
    denial = next((t for t in document.tokens[token.i : sentence.last] if t.lemma in DENYING and t.pos == "VERB"), None)
    now = token.tag in ("VBP", "VBZ")
    modal = ("are" if _is_many(document, accused) else "is") if now else None
    if denial is not None:
        yield Opening("disputed", gerund.i, token.i, 0.85, doer=accused.i, modal=modal, reply=denial.i)
    elif token.tag == "VBN":
        yield Opening("unconfirmed", gerund.i, token.i, 0.7, doer=accused.i, modal=modal)


def _hedged(document: Document, token: Token) -> Iterator[Opening]:
    """ "Reportedly rejected …"."""
    if token.lemma.lower() in HEDGES and token.dep == "advmod":
        verb = document.tokens[token.head]
        if is_verb(verb):
            doer = subject(document, verb.i) or (document.tokens[verb.head] if verb.dep == "acl" else None)
            if doer is not None:
                own = bool(below(document, verb.i, {"nsubj", "nsubjpass", "expl"}))
                yield Opening("unconfirmed", verb.i, token.i, 0.8, doer=None if own else doer.i)


def _believed(document: Document, token: Token) -> Iterator[Opening]:
    """ "Is believed to have fled"."""
    if token.lemma not in BELIEVING or token.tag != "VBN" or not below(document, token.i, {"auxpass"}):
        return
    doer = subject(document, token.i)
    for child in below(document, token.i, {"xcomp"}):
        if (
            doer is not None
            and doer.lemma not in ("it", "there")
            and any(t.tag == "TO" for t in below(document, child.i, AUXILIARIES))
        ):
            yield Opening("unconfirmed", child.i, token.i, 0.75, doer=doer.i)


def _nameless(document: Document, token: Token) -> Iterator[Opening]:
    """ "…, sources told Reuters"."""
    if token.lemma.lower() in NAMELESS and token.tag in ("NNS", "NN") and token.dep == "nsubj":
        verb = document.tokens[token.head]
        for child in below(document, verb.i, {"ccomp"}):
            yet = any(t.text.lower() == "yet" for t in below(document, child.i, {"advmod"}))
            if below(document, child.i, {"nsubj", "nsubjpass", "expl"}) and not yet:
                yield Opening("unconfirmed", child.i, token.i, 0.65)


def _unverified(document: Document, token: Token) -> Iterator[Opening]:
    """ "Could not confirm the reports", "the figures could not be verified"."""
    if (
        token.lemma not in CONFIRMING
        or token.pos != "VERB"
        or not (_negated(document, token) or _unable(document, token))
    ):
        return
    for child in below(document, token.i, {"dobj", "nsubjpass"}):
        if child.pos in ("NOUN", "PROPN"):
            clause = next(
                (
                    t
                    for t in below(document, child.i, {"acl", "ccomp", "relcl"})
                    if below(document, t.i, {"nsubj", "nsubjpass", "expl"}) and not _gapped(document, t)
                ),
                None,
            )
            if clause is not None:
                yield Opening("unconfirmed", clause.i, token.i, 0.85)
            elif len(list(document.subtree(child.i))) > 1:
                yield Opening("unconfirmed", child.i, token.i, 0.8, form="true")
    for child in below(document, token.i, {"ccomp"}):
        if not any(t.lemma == "whether" for t in below(document, child.i, {"mark"})) and below(
            document, child.i, {"nsubj", "nsubjpass", "expl"}
        ):
            yield Opening("unconfirmed", child.i, token.i, 0.85)


def _conditional(document: Document, token: Token) -> Iterator[Opening]:
    """ "Politico claims that companies would have sent …": the conditional that keeps its distance."""
    if token.tag == "VBN" and token.dep == "ccomp" and document.tokens[token.head].lemma in CLAIMING:
        helpers = [t.text.lower() for t in below(document, token.i, AUXILIARIES)]
        if helpers[:2] == ["would", "have"] and not any(t.lemma == "if" for t in document.subtree(token.i)):
            yield Opening("unconfirmed", token.i, token.head, 0.8)


def _awaited(document: Document, token: Token) -> Iterator[Opening]:
    """ "Is expected to rule", "has yet to decide", "will vote", "could call next week", "has not yet approved"."""
    if not is_verb(token) or (below(document, token.i, {"neg"}) and not _not_yet(document, token)):
        return
    if _asks(document, token):
        return
    helpers = [t.text.lower() for t in below(document, token.i, AUXILIARIES)]
    doer = subject(document, token.i)
    if helpers == ["to"] and token.dep in ("xcomp", "acl", "ccomp"):
        above = document.tokens[token.head]
        doer = subject(document, above.i)
        yet = above.lemma == "have" and any(t.text.lower() == "yet" for t in document.subtree(above.i) if t.i < token.i)
        if doer is not None and (
            yet or (above.lemma in AWAITED and token.lemma in SETTLING and _is_present(document, above))
        ):
            yield Opening("pending", token.i, above.i, 0.8 if yet else 0.6, doer=doer.i, modal="will")
    elif doer is not None and _not_yet(document, token):
        yield Opening("pending", token.i, token.i, 0.8, modal="will")
    elif helpers[:1] == ["will"] and token.lemma in RULING and token.dep in ("ROOT", "ccomp", "conj", "relcl"):
        own = below(document, token.i, {"nsubj", "nsubjpass"})
        if own and own[0].tag not in WH_TAGS:
            yield Opening("pending", token.i, token.i, 0.55, modal="will")


def _requested(document: Document, token: Token) -> Iterator[Opening]:
    """ "Has proposed that the council blacklist …", "will ask the judge to dismiss …"."""
    if token.lemma not in REQUESTING or token.pos != "VERB" or below(document, token.i, {"neg"}):
        return
    for child in below(document, token.i, {"ccomp"}):
        own = below(document, child.i, {"nsubj", "nsubjpass"})
        helpers = [t.text.lower() for t in below(document, child.i, AUXILIARIES)]
        if (own and child.tag == "VB" and not helpers and own[0].i > token.i) or (own and child.tag == "VB" and helpers == ["to"] and own[0].lemma.lower() in JUDGES):
            yield Opening("pending", child.i, token.i, 0.7, modal="will")
    asked = next(iter(below(document, token.i, {"dobj"})), None)
    for child in below(document, token.i, {"xcomp"}):
        if (
            asked is not None
            and asked.lemma.lower() in JUDGES
            and any(t.tag == "TO" for t in below(document, child.i, AUXILIARIES))
        ):
            yield Opening("pending", child.i, token.i, 0.7, doer=asked.i, modal="will")


def _underway(document: Document, token: Token) -> Iterator[Opening]:
    """ "The search continues", "talks are underway", "are conducting a joint probe"."""
    lemma = token.lemma.lower()
    if lemma not in INQUIRIES | ENDEAVOURS or token.pos != "NOUN":
        return
    form: Form = "succeed" if lemma in ENDEAVOURS else "find"
    verb = document.tokens[token.head]
    if token.dep in ("nsubj", "nsubjpass"):
        state = [verb, *below(document, verb.i, {"acomp", "advmod", "attr"})]
        if any(t.lemma.lower() in UNDERWAY for t in state) and not any(below(document, t.i, {"neg"}) for t in state):
            yield Opening("pending", token.i, verb.i, 0.65, form=form)
    elif (
        token.dep == "dobj"
        and verb.lemma in CONDUCTING
        and any(t.text.lower() in ("is", "are", "has", "have") for t in below(document, verb.i, AUXILIARIES))
    ):
        yield Opening("pending", token.i, verb.i, 0.6, form=form)


def _unfound(document: Document, token: Token) -> Iterator[Opening]:
    """ "No evidence that …", "no studies have found … safe"."""
    if (
        token.lemma.lower() not in UNFOUND
        or token.pos != "NOUN"
        or not any(t.text.lower() == "no" for t in below(document, token.i, {"det"}))
    ):
        return
    over = [token.i, *([token.head] if token.dep == "nsubj" else [])]
    for place in over:
        for child in below(document, place, {"acl", "ccomp"}):
            if below(document, child.i, {"nsubj", "nsubjpass", "expl"}):
                yield Opening("unknown", child.i, token.i, 0.8)


def _dated_ahead(document: Document, token: Token) -> Iterator[Opening]:
    """ "Could call next week", "will be made official in the next two weeks"."""
    if not is_verb(token) or token.lemma == "be" or below(document, token.i, {"neg"}) or _asks(document, token):
        return
    helpers = [t.text.lower() for t in below(document, token.i, AUXILIARIES)]
    own = below(document, token.i, {"nsubj", "nsubjpass"})
    if (
        not helpers
        or not own
        or own[0].tag in WH_TAGS
        or "have" in helpers
        or helpers[0] not in ("could", "may", "might", "will")
    ):
        return
    span = [t for t in document.subtree(token.i)]
    for words in find_dates(document.text, span[0].start, span[-1].end):
        vague = "ahead" in words.parts
        near = vague or words.parts.get("turn", "").lower() == "next" or "in" in words.parts
        if near and (vague or helpers[0] != "will"):
            yield Opening("pending", token.i, token.i, 0.65, modal="will")
            return


def _outcome(document: Document, token: Token) -> Iterator[Opening]:
    """ "Awaits a ruling"."""
    if token.lemma.lower() in AWAITING and token.pos == "VERB":
        for child in below(document, token.i, {"dobj"}):
            if child.lemma.lower() in OUTCOMES:
                yield Opening("pending", child.i, token.i, 0.6, form="outcome")


RULES: tuple[Callable[[Document, Token], Iterator[Opening]], ...] = (
    _whether, _denied, _accused, _hedged, _believed, _nameless, _unverified, _conditional, _awaited, _requested, _underway, _unfound, _dated_ahead, _outcome,
)  # fmt: skip


def _clause_of(document: Document, token: Token) -> Token | None:
    """The verb of the clause that a "whether" or a question word opens."""
    i = token.i
    for _ in range(4):
        i = document.tokens[i].head
        if is_verb(document.tokens[i]):
            return document.tokens[i] if i > token.i else None
    return None


def _chain(document: Document, verb: Token, most: int = 6) -> list[Token]:
    """The words above a clause, nearest first, each followed by what qualifies it."""
    chain: list[Token] = []
    i = verb.i
    for _ in range(most):
        above = document.tokens[i].head
        if above == i or document.tokens[i].dep in ("relcl", "conj"):
            break
        word = document.tokens[above]
        chain.append(word)
        chain.extend(below(document, above, {"acomp", "amod", "attr", "oprd", "nsubj", "dobj"}))
        chain.extend(
            t for prep in below(document, above, {"prep"}) for t in below(document, prep.i, {"pobj"}) if prep.i < verb.i
        )
        i = above
    return [c for c in chain if c.i < verb.i or c.dep == "ROOT"]


def _negated(document: Document, word: Token) -> bool:
    """Whether the word, or the "be" or "have" over it, is negated."""
    places = [word.i, *([word.head] if document.tokens[word.head].lemma in ("be", "have") else [])]
    return any(
        t.dep == "neg" or t.text.lower() in ("no", "nobody", "none", "neither")
        for place in places
        for t in (document.tokens[c] for c in document.children[place])
    )


def _too(document: Document, word: Token) -> bool:
    return any(t.text.lower() == "too" for t in below(document, word.i, {"advmod"}))


def _unable(document: Document, word: Token) -> bool:
    above = document.tokens[word.head]
    return above.lemma.lower() == "unable"


def _is_raised(document: Document, word: Token) -> bool:
    """Whether it says that there is a question, or a doubt."""
    return word.dep in ("nsubj", "attr", "dobj", "ROOT") and not _negated(document, word)


def _refused(document: Document, word: Token) -> bool:
    """ "Declined to say", "without saying"."""
    above = document.tokens[word.head]
    return above.lemma in REFUSING or above.lemma.lower() == "without"


def _asks(document: Document, verb: Token) -> bool:
    return any(document.tokens[c].tag in WH_TAGS for c in document.children[verb.i])


def _not_yet(document: Document, verb: Token) -> bool:
    yet = any(t.text.lower() == "yet" for t in below(document, verb.i, {"advmod"}))
    perfect = any(t.lemma == "have" and t.tag in ("VBZ", "VBP") for t in below(document, verb.i, {"aux"}))
    return yet and perfect and bool(below(document, verb.i, {"neg"}))


def _is_present(document: Document, word: Token) -> bool:
    """Whether the words "is expected", "plans", "are pushing" stand in the present."""
    helpers = below(document, word.i, AUXILIARIES)
    verb = word if is_verb(word) else document.tokens[word.head]
    return any(t.tag in ("VBZ", "VBP") for t in (helpers or [verb]))


def _settled(document: Document, word: Token) -> bool:
    """Whether the deciding lies in the past: "discussed whether"."""
    return word.tag == "VBD" or (
        word.tag == "VBN" and any(t.tag == "VBD" for t in below(document, word.i, AUXILIARIES))
    )


def _person_above(document: Document, verb: int) -> Token | None:
    """Who is to do what an infinitive says: the nearest subject above it."""
    for _ in range(5):
        higher = governor(document, verb)
        if higher == verb:
            return None
        found = subject(document, higher)
        if found is not None and found.pos in ("NOUN", "PROPN"):
            return found
        verb = higher
    return None


def _gerund_of(document: Document, word: Token) -> Token | None:
    """The deed in "of doing"."""
    for prep in below(document, word.i, {"prep"}):
        if prep.text.lower() in ("of", "about"):
            for deed in below(document, prep.i, {"pcomp"}):
                if deed.tag == "VBG":
                    return deed
    return None


def _gapped(document: Document, clause: Token) -> bool:
    """Whether it is a relative clause about the noun ("reports that he had read"), not what the noun claims."""
    return any(
        document.tokens[c].tag in ("WDT", "WP") and document.tokens[c].dep in ("nsubj", "nsubjpass", "dobj", "pobj")
        for c in document.children[clause.i]
    )


def _is_relative(document: Document, token: Token) -> bool:
    """Whether "which" or "who" opens a description of the noun before it."""
    before = document.tokens[token.i - 1] if token.i else token
    bare = token.tag in ("WDT", "WP", "WP$") and document.tokens[token.head].pos in ("VERB", "AUX", "ADP")
    noun = before.pos in ("NOUN", "PROPN") or (
        before.text == "," and token.i > 1 and document.tokens[token.i - 2].pos in ("NOUN", "PROPN")
    )
    return (
        (bare
        and noun
        and token.tag != "WP")
        or (token.tag == "WDT" and bare and document.tokens[token.head].dep != "ccomp")
    )


def _is_many(document: Document, noun: Token) -> bool:
    return noun.tag in ("NNS", "NNPS") or noun.text.lower() == "them" or bool(below(document, noun.i, {"conj"}))

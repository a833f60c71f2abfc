"""A Document's tokens in, what the text says is unknown or disputed about them out.

Each rule reads one way of leaving something open off the dependency parse; its words stand in `cues`.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.facts import cues
from briefwright.facts.grammar import (
    AUXILIARIES,
    FINITE_TAGS,
    PLURAL_TAGS,
    WH_TAGS,
    below,
    governor,
    is_verb,
    own_subjects,
    subject,
)
from briefwright.facts.openings import (
    Opening,
    Rule,
    claimed_by,
    deed_of,
    doer_above,
    has_word,
    helpers,
    is_gerund,
    is_infinitive,
    is_negated,
    is_purpose,
    is_statement,
    may_act,
    who_is_described,
)
from briefwright.model.document import Document, Token
from briefwright.model.factsheet import QuestionKind

NOUN_TAGS = PLURAL_TAGS | {"NN"}
REACH = 2000
"""Tokens back to where a claim may have been spelled out."""
FARTHEST = 6
"""Steps from a question clause up to the word that leaves it open."""


def open_clause(document: Document, token: Token) -> Iterator[Opening]:
    """As in "It is unclear whether …", "talks over whether …", "why …, the police would not say"."""
    whether = token.lemma.lower() == "whether" or _asks_if(document, token)
    verb = clause_of(document, token) if whether or token.tag in WH_TAGS else None
    parted = verb is not None and document.tokens[verb.head].lemma.lower() in cues.PARTED  # "a divide over how far"
    if verb is None or verb.dep in ("ROOT", "conj") or is_relative(document, token):
        return
    if verb.dep == "relcl" and not parted:
        return
    if verb.dep == "advcl" and not whether:
        return
    chain = words_above(document, verb)
    kind = _kind(document, chain, whether)
    if kind is None or _is_passing(document, chain[0]):
        return
    score = 0.8 if kind == "pending" else 0.9
    # Of "how it spread is still unknown" the words that say so come last.
    said = chain[-1].i if verb.dep in ("csubj", "csubjpass") else None
    if (split := _split_clause(document, verb)) is not None:
        yield Opening(kind, split.i, chain[0].i, score, doer=own_subjects(document, verb.i)[0].i)
    elif not is_infinitive(document, verb):
        modal = "will" if kind == "pending" and _is_present(document, verb) else None
        yield Opening(kind, verb.i, chain[0].i, score, modal=modal, reply=said)
    elif (doer := doer_above(document, verb)) is not None and verb not in document.subtree(doer.i):
        if is_purpose(doer):  # "one choice that the mayor has is whether to"
            choosers = [s for c in below(document, doer.i, {"relcl"}) for s in own_subjects(document, c.i)]
            doer = next((t for t in choosers if t.tag not in WH_TAGS), None)
        if doer is None or (_is_anothers(document, verb) and not may_act(doer)):
            return
        yield Opening(kind, verb.i, chain[0].i, score, doer=doer.i, modal="should")


def denied(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Denied having …", "dismissed reports that …", "denied any …"."""
    if token.lemma not in cues.DENYING or token.pos != "VERB" or is_negated(document, token):
        return
    if has_word(document, token.i, "advmod", *cues.AT_FIRST):
        return
    denier = subject(document, token.i)
    clauses = [t for t in below(document, token.i, {"ccomp", "xcomp"}) if t.i > token.i]
    if token.lemma not in cues.DENYING_CLAUSES:
        clauses = [t for t in clauses if t.dep == "xcomp"]
    statement = next((t for t in clauses if t.dep == "ccomp" and is_statement(document, t)), None)
    if statement is not None:
        yield Opening("disputed", statement.i, token.i, 0.95)
        return
    told = token.lemma in cues.DENYING_CLAUSES  # "rejected closing the port" denies nothing
    deed = next((t for t in clauses if is_gerund(document, t)), None) if told else None
    if deed is not None and denier is not None:
        yield Opening("disputed", deed.i, token.i, 0.95, doer=denier.i)
    if denier is not None and denier.lemma.lower() in cues.COURTS:  # which turns down, and quarrels with nobody
        return
    for noun in below(document, token.i, {"dobj", "nsubjpass"}):
        yield from denied_noun(document, token, noun, denier)


def denied_noun(document: Document, cue: Token, noun: Token, denier: Token | None) -> Iterator[Opening]:
    """What is left open where the cue denies a claim ("the report that …", "accusations of …") or a deed."""
    lemma = noun.lemma.lower()
    if lemma in cues.CLAIMS:
        statement = claimed_by(document, noun)
        deed = deed_of(document, noun)
        if statement is not None:
            yield Opening("disputed", statement.i, cue.i, 0.9)
        elif lemma in cues.VIEWS:
            return
        elif deed is not None and denier is not None:
            yield Opening("disputed", deed.i, cue.i, 0.85, doer=denier.i)
        elif noun.dep == "dobj" and (claim := _spelled_out(document, noun)) is not None:
            yield Opening("disputed", claim.i, cue.i, 0.6, form="true", reply=noun.i)
    elif (
        cue.lemma == "deny" and noun.dep == "dobj" and (lemma in cues.DEEDS or has_word(document, noun.i, "det", "any"))
    ):
        had = lemma in cues.HAD and denier is not None
        doer = who_is_described(document, denier).i if had and denier is not None else None
        yield Opening("disputed", noun.i, cue.i, 0.75, form="have" if had else "there", doer=doer)


def pleaded(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Pleaded not guilty"."""
    if token.lemma != "plead" or token.pos != "VERB":
        return
    accused_one = subject(document, token.i)
    for plea in below(document, token.i, {"acomp", "oprd", "dobj", "advmod"}):
        if plea.lemma == "guilty" and document.tokens[plea.i - 1].text.lower() == "not" and accused_one is not None:
            yield Opening("disputed", accused_one.i, token.i, 0.8, form="guilty", reply=plea.i)


def accused(document: Document, token: Token) -> Iterator[Opening]:
    """As in "a ship suspected of carrying …"; "accuses them of backing …" only where the sentence holds an answer."""
    if token.lemma not in cues.ACCUSING or token.pos not in ("VERB", "ADJ"):
        return
    suspect = _suspect(document, token)
    # The parser hangs "of doing" on the accused as often as on the verb.
    deed = deed_of(document, token) or (deed_of(document, suspect) if suspect else None)
    if deed is None or suspect is None:
        return
    modal = None
    if token.tag in ("VBP", "VBZ"):
        many = suspect.tag in PLURAL_TAGS or suspect.text.lower() == "them" or below(document, suspect.i, {"conj"})
        modal = "are" if many else "is"
    denial = _answer(document, token, deed, suspect)
    if denial is not None:
        yield Opening("disputed", deed.i, token.i, 0.85, doer=suspect.i, modal=modal, reply=denial.i)
    elif _denies_anything(document, suspect):
        yield Opening("disputed", deed.i, token.i, 0.75, doer=suspect.i, modal=modal)
    elif token.tag == "VBN":
        yield Opening("unconfirmed", deed.i, token.i, 0.7, doer=suspect.i, modal=modal)


def unfound(document: Document, token: Token) -> Iterator[Opening]:
    """As in "No evidence that …", "no studies have found … safe"."""
    if token.lemma.lower() not in cues.FINDINGS or token.pos != "NOUN" or not has_word(document, token.i, "det", "no"):
        return
    for place in [token.i, token.head] if token.dep == "nsubj" else [token.i]:
        for clause in below(document, place, {"acl", "ccomp"}):
            if is_statement(document, clause):
                yield Opening("unknown", clause.i, token.i, 0.8)


RULES: tuple[Rule, ...] = (
    open_clause, denied, pleaded, accused, unfound,
)  # fmt: skip


def _kind(document: Document, chain: list[Token], whether: bool) -> QuestionKind | None:
    """What the words above a question clause, nearest first, say of it; None where they leave nothing open."""
    if any(word.lemma.lower() in cues.INDIFFERENT for word in chain[:2]):
        return None
    if document.tokens[chain[0].i].text.lower() == "given" if chain else False:
        return None
    for word in chain:
        lemma = word.lemma.lower()
        if document.tokens[word.head].lemma in cues.ENDING and word.dep in ("nsubj", "dobj"):
            return None
        if lemma in cues.PARTED and (whether or has_word(document, word.i, "prep", "about", "over")):
            return "disputed"
        if whether and lemma == "determine" and helpers(document, word)[:1] not in ([], ["to"]):
            return "pending"
        if _nobody_knows(document, word, lemma):
            return "unknown"
        settles = lemma in cues.DECIDING if whether else _debates(document, word)
        if settles and not _is_past(document, word):
            return "pending"
    return None


def _debates(document: Document, word: Token) -> bool:
    """Whether two sides do ("lawmakers debate what"), and no debate is told of."""
    return word.lemma.lower() == "debate" and not below(document, word.i, {"det"})


def _is_anothers(document: Document, verb: Token) -> bool:
    """Whether somebody named by a pronoun is to choose ("will sway her decision about whether to run")."""
    above = document.tokens[document.tokens[verb.head].head]
    return verb.dep == "pcomp" and any(t.tag == "PRP$" for t in below(document, above.i, {"poss"}))


def _is_passing(document: Document, word: Token) -> bool:
    """Whether the deciding or wondering is only in passing ("in deciding whether", "would raise the question why")."""
    verb = word if is_verb(word) else document.tokens[governor(document, word.i)]
    aimed = document.tokens[verb.head].text.lower() == "at"  # "talks aimed at determining whether"
    in_passing = verb.tag == "VBG" and verb.dep in ("pcomp", "advcl") and not aimed
    imagined = helpers(document, verb)[:1] == ["would"] and verb.dep not in ("ccomp", "conj")
    return in_passing or (imagined and not is_negated(document, verb))


def _nobody_knows(document: Document, word: Token, lemma: str) -> bool:
    negated = is_negated(document, word)
    above = document.tokens[word.head]
    if lemma in cues.RAISED:
        return word.dep in ("nsubj", "attr", "dobj", "ROOT") and not negated
    if lemma in cues.UNKNOWN:
        return True
    if lemma in cues.HARD:
        return not negated
    if lemma in cues.CLEAR:
        return negated or has_word(document, word.i, "advmod", "less", "too")
    if lemma in cues.NO_WORD:
        return has_word(document, word.i, "det", "no") or has_word(document, word.i, "amod", "little")
    if (lemma, above.lemma) in (("know", "want"), ("open", "leave")):
        return True
    if lemma == "know" and "did" in helpers(document, word):  # what somebody did not know then may be known now
        return False
    if lemma in cues.SAYING:
        return negated or above.lemma.lower() in cues.REFUSING
    return lemma == "see" and above.lemma == "remain" and bool(below(document, word.i, {"auxpass"}))


def _is_past(document: Document, word: Token) -> bool:
    """Whether the deciding is over: "discussed whether", "had considered whether"."""
    passed = any(t.tag == "VBD" for t in below(document, word.i, AUXILIARIES))
    return word.tag == "VBD" or (word.tag == "VBN" and passed)


def _is_present(document: Document, verb: Token) -> bool:
    """Whether the verb stands in the present, "be" as the main verb aside ("whether the bridge is rebuilt")."""
    finite = below(document, verb.i, AUXILIARIES)[:1] or [verb]
    return finite[0].tag in ("VBP", "VBZ") and finite[0].lemma != "have" and verb.lemma != "be"


def clause_of(document: Document, token: Token) -> Token | None:
    """The verb of the clause that "whether" or a question word opens."""
    i = token.i
    for _ in range(4):
        i = document.tokens[i].head
        if is_verb(document.tokens[i]):
            return document.tokens[i] if i > token.i else None
    return None


def words_above(document: Document, clause: Token) -> list[Token]:
    """The words over a clause, nearest first, each followed by what qualifies it."""
    chain: list[Token] = []
    below_it = clause
    for _ in range(FARTHEST):
        above = document.tokens[below_it.head]
        if above.i == below_it.i or (below_it.dep in ("relcl", "conj") and below_it.i != clause.i):
            break
        chain.append(above)
        chain.extend(below(document, above.i, {"acomp", "amod", "attr", "oprd", "nsubj", "dobj"}))
        chain.extend(
            t for t in below(document, above.i, {"advcl"}) if t.lemma.lower() in cues.CLEAR
        )  # "Less clear is why"
        for prep in below(document, above.i, {"prep"}):
            chain.extend(below(document, prep.i, {"pobj"}) if prep.i < clause.i else [])
        below_it = above
    if clause.dep in ("csubj", "csubjpass"):  # "How it spread is still unknown"
        return chain
    return [word for word in chain if word.i < clause.i or word.dep == "ROOT"]


def _asks_if(document: Document, token: Token) -> bool:
    """Whether an "if" asks and sets no condition: right after "unclear", or as what somebody does not say or know."""
    if token.lemma.lower() != "if" or not token.i:
        return False
    clause = document.tokens[token.head]
    before, above = document.tokens[token.i - 1], document.tokens[clause.head]
    return clause.dep == "ccomp" or (before.lemma.lower() in cues.UNSURE | cues.CLEAR and above.i < token.i)


def _split_clause(document: Document, verb: Token) -> Token | None:
    """The finite verb of a clause whose relative clause the parser took for it ("if the ship he named was theirs")."""
    if len(own_subjects(document, verb.i)) < 2:
        return None
    following = (t for t in below(document, verb.i, {"ccomp", "xcomp"}) if t.i > verb.i and t.tag in FINITE_TAGS)
    return next((t for t in following if not own_subjects(document, t.i)), None)


def _spelled_out(document: Document, claim: Token) -> Token | None:
    """The claim, or where it is but "the allegations", the latest place before that says which."""
    nearby = document.tokens[max(0, claim.i - REACH) : claim.i + 1][::-1]
    same = (t for t in nearby if t.lemma == claim.lemma and t.tag in NOUN_TAGS)
    return next((t for t in same if sum(1 for _ in document.subtree(t.i)) > 2), None)


def _answer(document: Document, cue: Token, deed: Token, suspect: Token) -> Token | None:
    """The denial after an accusation in its sentence; inside the accusation only where it is the suspect's own."""
    charge = set(document.subtree(deed.i))
    for token in document.tokens[cue.i : document.sentences[cue.sentence].last]:
        if token.lemma in cues.DENYING and token.pos == "VERB":
            denier = subject(document, token.i)
            if token not in charge or (denier is not None and denier.lemma == suspect.lemma):
                return token
    return None


def _denies_anything(document: Document, suspect: Token) -> bool:
    """Whether somebody of the suspect's name denies something elsewhere in the article."""
    denials = (t for t in document.tokens if t.lemma in cues.DENYING and t.pos == "VERB")
    deniers = (subject(document, t.i) for t in denials)
    return any(d is not None and d.lemma == suspect.lemma for d in deniers)


def _suspect(document: Document, cue: Token) -> Token | None:
    """Who is accused: the object, the subject of the passive, or the noun that the participle describes."""
    found = [*below(document, cue.i, {"dobj"}), *below(document, cue.i, {"nsubjpass"})]
    if not found and cue.dep in ("acl", "relcl"):
        found = [document.tokens[cue.head]]
    return next((t for t in found if t.pos in ("NOUN", "PROPN", "PRON") and t.tag not in WH_TAGS), None)


def is_relative(document: Document, token: Token) -> bool:
    """Whether "which" or "whose" describes the noun before it and asks nothing."""
    above = document.tokens[token.head]
    if token.tag not in ("WDT", "WP$") or above.pos not in ("VERB", "AUX", "ADP"):
        return False
    before = [t for t in document.tokens[max(0, token.i - 2) : token.i] if t.text != ","]
    return above.dep != "ccomp" or (bool(before) and before[-1].pos in ("NOUN", "PROPN"))

"""A Document's tokens in, what one voice of the text says and another calls untrue out.

Each rule reads one way of contradicting off the dependency parse; its words stand in `cues`.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.facts import cues
from briefwright.facts.doubts import denied_noun
from briefwright.facts.grammar import below, subject
from briefwright.facts.openings import Opening, Rule, claimed_by, deed_of, has_word, is_negated, is_statement
from briefwright.model.document import Document, Token

BACK = 2
"""Sentences back to where what is called untrue may have been said."""
SHOWN = frozenset({"it", "so", "that", "this"})


def rebutted(document: Document, token: Token) -> Iterator[Opening]:
    """As in "…, a charge that the ministry called untrue", "…, charges the ministry denies"."""
    if token.lemma.lower() not in cues.CLAIMS or token.pos != "NOUN" or token.dep not in ("appos", "npadvmod", "dobj"):
        return
    sentence = document.sentences[token.sentence]
    apart = token.i > sentence.first and "," in [t.text for t in document.tokens[token.i - 2 : token.i]]
    for verb in below(document, token.i, {"relcl", "acl"}) if apart else ():
        called = _called_untrue(document, verb) if verb.lemma in ("call", "describe", "dismiss") else None
        if called is None and verb.lemma not in cues.DENYING:
            continue
        statement = _said_before(document, token.i, sentence.first)
        if statement is not None:
            yield Opening("disputed", statement.i, token.i, 0.85, reply=(called or verb).i)


def untrue(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Bluekeel says that is not true", "The ministry denied it", "Both deny the charge"."""
    if token.lemma in cues.DENYING_CLAUSES and token.pos == "VERB" and not is_negated(document, token):
        objects = below(document, token.i, {"dobj"})
        shown = any(t.text.lower() in SHOWN or (_is_bare(document, t) and t.lemma in cues.CLAIMS) for t in objects)
    elif token.lemma == "be" and token.tag in ("VBD", "VBZ", "VBP"):
        subjects = below(document, token.i, {"nsubj"})
        shown = _is_untrue(document, token) and any(t.text.lower() in SHOWN for t in subjects)
    else:
        return
    statement = _accused_before(document, token) if shown else None
    if statement is not None:
        yield statement


def called_false(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Called the allegations baseless", "the claim that … is false"."""
    false = _called_untrue(document, token) if token.lemma in ("be", "call", "describe") else None
    if false is None:
        return
    nouns = below(document, token.i, {"nsubj"} if token.lemma == "be" else {"dobj"})
    # Small clauses: the parser makes the claim the subject of what it is called.
    nouns += [n for c in below(document, token.i, {"ccomp", "oprd"}) for n in below(document, c.i, {"nsubj"})]
    for noun in nouns:
        if noun.lemma.lower() not in cues.CLAIMS - cues.VIEWS or is_negated(document, token):
            continue
        openings = list(denied_noun(document, token, noun, subject(document, token.i)))
        yield from openings
        if not openings and has_word(document, noun.i, "prep", "about", "against", "of"):
            yield Opening("disputed", noun.i, token.i, 0.7, form="true", reply=false.i)


def parted(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Supporters of the bill say it will bring jobs, but critics say it will not"."""
    speaker = subject(document, token.i) if token.lemma in cues.STATING and token.pos == "VERB" else None
    if speaker is None or speaker.lemma.lower() not in cues.BACKERS:
        return
    sentence = document.sentences[token.sentence]
    others = [t for t in document.tokens[token.i : sentence.last] if t.lemma.lower() in cues.OPPONENTS]
    against = [t for t in others if t.dep == "nsubj" and document.tokens[t.head].lemma in cues.STATING]
    for clause in below(document, token.i, {"ccomp"}) if against else ():
        if is_statement(document, clause):
            yield Opening("disputed", clause.i, token.i, 0.8, reply=against[0].head)


def defended(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Defended herself against allegations that …", "defends himself against claims of having …"."""
    denier = subject(document, token.i) if token.lemma == "defend" and token.pos == "VERB" else None
    if denier is None:
        return
    for prep in (t for t in document.tokens[token.i + 1 : token.i + 5] if t.text == "against"):
        for noun in below(document, prep.i, {"pobj"}):
            statement, deed = claimed_by(document, noun), deed_of(document, noun)
            if noun.lemma.lower() not in cues.CLAIMS:
                continue
            if statement is not None and is_statement(document, statement):
                yield Opening("disputed", statement.i, token.i, 0.75)
            elif deed is not None:
                yield Opening("disputed", deed.i, token.i, 0.75, doer=denier.i)
            elif has_word(document, noun.i, "prep", "about", "from", "of"):
                yield Opening("disputed", noun.i, token.i, 0.7, form="true")


def innocent(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Denies three counts of manslaughter", "maintains her innocence"."""
    if token.pos != "VERB" or token.lemma not in cues.MAINTAINING | {"deny"} or is_negated(document, token):
        return
    suspect = subject(document, token.i)
    for noun in below(document, token.i, {"dobj"}) if suspect is not None else ():
        counted = noun.lemma.lower() in ("charge", "count") and has_word(document, noun.i, "prep", "of")
        counts = token.lemma == "deny" and counted
        claims = token.lemma != "deny" and noun.lemma.lower() == "innocence"
        if (counts or claims) and suspect is not None:
            yield Opening("disputed", suspect.i, token.i, 0.8, form="guilty", reply=noun.i)


def doubted(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Disputed the figures of the ministry"."""
    if token.lemma in ("contest", "dispute") and token.pos == "VERB" and not is_negated(document, token):
        for noun in below(document, token.i, {"dobj", "nsubjpass"}):
            if noun.lemma.lower() in cues.ACCOUNTS:
                yield Opening("disputed", noun.i, token.i, 0.75, form="right")


RULES: tuple[Rule, ...] = (rebutted, untrue, called_false, parted, defended, innocent, doubted)


def _called_untrue(document: Document, verb: Token) -> Token | None:
    """The word for what is false that the verb calls something, wherever the parser hung it."""
    near = document.tokens[verb.i + 1 : verb.i + 8]
    return next((t for t in near if t.lemma.lower() in cues.FALSE and t.sentence == verb.sentence), None)


def _is_untrue(document: Document, verb: Token) -> bool:
    """Whether a form of "be" says that its subject is false, or not true."""
    said = below(document, verb.i, {"acomp", "attr", "advmod"})
    true = any(t.lemma.lower() in ("accurate", "case", "correct", "so", "true") for t in said)
    negated = any(t.dep == "neg" for t in below(document, verb.i, {"neg"}))
    return any(t.lemma.lower() in cues.FALSE for t in said) != (true and negated)


def _is_bare(document: Document, noun: Token) -> bool:
    """Whether nothing after it says which claim it is ("the charge", "the allegations")."""
    return not any(i > noun.i for i in document.children[noun.i])


def _said_before(document: Document, end: int, start: int) -> Token | None:
    """The last reported statement between the tokens."""
    for token in reversed(document.tokens[start:end]):
        said = token.dep == "ccomp" and document.tokens[token.head].lemma in cues.STATING
        if said and is_statement(document, token) and not document.quoted(token.start, token.end):
            return token
    return None


def _accused_before(document: Document, token: Token) -> Opening | None:
    """What the words before, of another speaker, say or charge: a statement, or whom somebody accuses of what."""
    index = token.sentence
    for sentence in reversed(document.sentences[max(0, index - BACK) : index + 1]):
        if sentence.paragraph < document.sentences[index].paragraph - 1:
            return None
        end = token.i - 1 if sentence.index == index else sentence.last
        for cue in reversed(document.tokens[sentence.first : end]):
            if cue.lemma == "accuse" and cue.pos == "VERB":
                suspects = below(document, cue.i, {"dobj", "nsubjpass"})
                deed = deed_of(document, cue) or next((d for s in suspects if (d := deed_of(document, s))), None)
                if deed is not None and suspects:
                    return Opening("disputed", deed.i, cue.i, 0.75, doer=suspects[0].i)
            if cue.lemma not in cues.STATING or cue.pos != "VERB":
                continue
            statement = next((t for t in below(document, cue.i, {"ccomp"}) if is_statement(document, t)), None)
            inside = statement is not None and token in document.subtree(statement.i)
            if statement is not None and not inside and not document.quoted(statement.start, statement.end):
                return Opening("disputed", statement.i, cue.i, 0.75)
    return None

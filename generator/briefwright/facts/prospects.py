"""A Document's tokens in, what the text puts ahead of somebody without a word that leaves it open, out.

Most of what lies ahead is nobody's question, so these openings are faint: `salience` chooses among them.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.facts import cues
from briefwright.facts.grammar import AUXILIARIES, WH_TAGS, below, governor, is_verb, own_subjects, subject
from briefwright.facts.openings import Opening, Rule, asks, has_word, helpers, is_negated
from briefwright.model.document import Document, Token

WILL = frozenset({"will", "'ll", "’ll"})
CLAUSES = frozenset({"ROOT", "advcl", "ccomp", "conj", "parataxis", "relcl"})
"""What a clause may be of its sentence, to be asked about."""
DEEDS = cues.SETTLING | cues.DEALING
MEANT = cues.AWAITED | cues.VOWING | cues.STRIVING
DECIDED = cues.DECISIONS | cues.STEPS


def announced(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The ministers will meet on Friday", "said it would block the bridge"."""
    if token.dep not in CLAUSES or token.lemma not in DEEDS:
        return
    opening = helpers(document, token)[:1]
    told = opening == ["would"] and token.dep == "ccomp" and document.tokens[token.head].tag in ("VBD", "VBN")
    if (told or WILL & set(opening)) and _acts(document, token):
        yield Opening("pending", token.i, token.i, 0.4, modal="will")


def intended(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Plans to leave", "is expected to sign", "hopes to win"."""
    above = document.tokens[token.head]
    if token.dep not in ("xcomp", "ccomp") or above.lemma not in MEANT or not _is_to_do(document, token):
        return
    if above.lemma not in cues.AWAITED and below(document, above.i, {"auxpass"}):  # "is intended to keep order"
        return
    doer = subject(document, above.i)
    if doer is not None and _is_now(document, above) and not asks(document, token) and not is_negated(document, above):
        yield Opening("pending", token.i, above.i, 0.22, doer=doer.i, modal="will")


def wished(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Urged him to reconsider", "called on the council to act", "wants the ferry to run"."""
    above = document.tokens[token.head]
    if above.lemma not in cues.WISHING or above.pos != "VERB" or not _is_to_do(document, token):
        return
    own = own_subjects(document, token.i)
    objects = [t for t in below(document, above.i, {"dobj", "dative"}) if t.i > above.i]
    objects += [t for p in below(document, above.i, {"prep"}) if p.text == "on" for t in below(document, p.i, {"pobj"})]
    doer = next(iter([*own, *objects]), None)
    if doer is not None and above.i < doer.i < token.i and not is_negated(document, above):
        yield Opening("pending", token.i, above.i, 0.22, doer=doer.i, modal="will")


def supposed(document: Document, token: Token) -> Iterator[Opening]:
    """As in "If Cruz can keep him from winning, …", "until the court revisits the case"."""
    if token.dep != "advcl" or not is_verb(token):
        return
    marks = {t.text.lower() for t in below(document, token.i, {"mark", "advmod"}) if t.i < token.i}
    can = "can" in helpers(document, token)
    doer = subject(document, token.i)
    present = (below(document, token.i, AUXILIARIES) or [token])[0].tag in ("VBZ", "VBP", "MD")
    if doer is not None and present and doer.pos in ("NOUN", "PROPN") and ("until" in marks or (can and "if" in marks)):
        yield Opening("pending", token.i, token.i, 0.35, modal="can" if can else "will")


def needed(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Still needs to be approved", "has three weeks to strike a deal"."""
    if token.tag not in ("VB", "VBN") or helpers(document, token)[:1] != ["to"]:
        return
    above = document.tokens[governor(document, token.i)]
    given = above.lemma in ("face", "have") and any(t.i < token.i for t in below(document, above.i, {"dobj"}))
    if not given and (above.lemma != "need" or above.i != token.head):
        return
    doer = subject(document, above.i)
    still = has_word(document, above.i, "advmod", "still") or token.lemma in DEEDS
    if doer is not None and still and _is_now(document, above) and not is_negated(document, above):
        yield Opening("pending", token.i, above.i, 0.45, doer=doer.i, modal="will")


def looming(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The planned tariffs", "a looming strike"."""
    noun = document.tokens[token.head]
    if token.text.lower() in cues.FUTURE and token.dep == "amod" and _is_decided(noun) and noun.dep != "compound":
        yield Opening("pending", noun.i, token.i, 0.3, form="come of")


def prepared(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Is preparing a vote on the plan", "weighing a run", "pushing for an extension"."""
    above = document.tokens[token.head]
    if token.dep == "pobj" and above.text.lower() in ("for", "on"):
        above = document.tokens[above.head]
    elif token.dep != "dobj":
        return
    going = above.tag == "VBG" or (above.tag in ("VBP", "VBZ") and not below(document, above.i, AUXILIARIES))
    if above.lemma in cues.PREPARING and going and _is_decided(token) and not is_negated(document, above):
        yield Opening("pending", token.i, above.i, 0.35, form="come of")


def filed(document: Document, token: Token) -> Iterator[Opening]:
    """As in "A lawsuit against the council", "was charged with murder"."""
    pending = document.tokens[token.head].lemma not in cues.ENDING
    if pending and token.lemma.lower() in ("lawsuit", "suit") and token.dep in ("dobj", "nsubj", "nsubjpass"):
        yield Opening("pending", token.i, token.i, 0.3, form="succeed")
    if token.lemma == "charge" and token.tag == "VBN" and has_word(document, token.i, "prep", "with"):
        accused = subject(document, token.i) if below(document, token.i, {"auxpass"}) else None
        crimes = [t for p in below(document, token.i, {"prep"}) for t in below(document, p.i, {"pobj"})]
        if accused is not None and crimes:
            yield Opening("pending", accused.i, token.i, 0.4, form="guilty", reply=crimes[0].i)


def nobody_yet(document: Document, token: Token) -> Iterator[Opening]:
    """As in "No instructors had been approved", "he has not decided whether to run"."""
    doer = subject(document, token.i) if token.lemma in cues.FINISHING | cues.SETTLING and is_verb(token) else None
    if doer is None or token.tag not in ("VBN", "VBD") or asks(document, token):
        return
    nobody = has_word(document, doer.i, "det", "no")
    perfect = any(t.lemma == "have" for t in below(document, token.i, AUXILIARIES))
    if perfect and (nobody or below(document, token.i, {"neg"})):
        yield Opening("pending", token.i, token.i, 0.55, modal="will")


def near(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Is closer to winning the nomination", "on the brink of leaving", "in hopes of winning"."""
    if token.tag != "VBG" or token.dep != "pcomp":
        return
    above = document.tokens[document.tokens[token.head].head]
    doer = subject(document, governor(document, above.i))
    if doer is not None and above.lemma.lower() in cues.NEAR and not is_negated(document, above):
        yield Opening("pending", token.i, above.i, 0.3, doer=doer.i, modal="will")


def hoped(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The prospects for an agreement", "the chance of a deal"."""
    prep = document.tokens[token.head]
    above = document.tokens[prep.head]
    aimed = token.dep == "pobj" and prep.text.lower() in ("for", "of")
    if aimed and _is_decided(token) and above.lemma.lower() in cues.PROSPECTS:
        yield Opening("pending", token.i, above.i, 0.3, form="come about")


RULES: tuple[Rule, ...] = (
    announced, intended, wished, supposed, needed, looming, prepared, filed, nobody_yet, near, hoped,
)  # fmt: skip


def _is_to_do(document: Document, verb: Token) -> bool:
    """Whether the verb stands with "to", not denied, and in no relative clause, which lacks what it is about."""
    whole = document.tokens[verb.head].dep != "relcl"
    return whole and helpers(document, verb)[:1] == ["to"] and not below(document, verb.i, {"neg"})


def _is_decided(noun: Token) -> bool:
    """Whether the noun names what somebody decides or takes part in."""
    return noun.pos == "NOUN" and noun.lemma.lower() in DECIDED


def _acts(document: Document, verb: Token) -> bool:
    own = own_subjects(document, verb.i)
    described = not own or own[0].tag in WH_TAGS or own[0].dep == "expl"
    return not described and not asks(document, verb) and not below(document, verb.i, {"neg"})


def _is_now(document: Document, verb: Token) -> bool:
    """Whether the verb stands in the present or the present perfect."""
    first = (below(document, verb.i, AUXILIARIES) or [verb])[0]
    return first.tag in ("VBZ", "VBP") or (first.text.lower() in WILL) or (verb.pos == "ADJ")

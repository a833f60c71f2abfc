"""A Document's tokens in, what its voices expect, fear, want or suppose without deciding it, out.

Each rule is as broad as English is, so most of what they yield is nobody's question: `salience` chooses among them.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.facts import cues
from briefwright.facts.doubts import clause_of, is_over, is_relative, words_above
from briefwright.facts.grammar import AUXILIARIES, WH_TAGS, below, governor, is_verb, own_subjects, subject, tense
from briefwright.facts.openings import (
    Form,
    Opening,
    Rule,
    asks,
    has_word,
    helpers,
    is_infinitive,
    is_negated,
    is_statement,
)
from briefwright.model.document import Document, Token
from briefwright.model.factsheet import QuestionKind

FAINT = 0.2
MAYBE = frozenset("could may might".split())
AHEAD = frozenset({"will", "would", "'ll", "’ll", "'d", "’d", "shall"})
IF_ONLY = AHEAD | MAYBE | {"can"}
OUGHT = frozenset("must should".split())
CLAUSES = frozenset("ROOT acl advcl ccomp conj parataxis relcl".split())
RACES = cues.CONTESTS | {"primary", "race"}
DEEDS = cues.SETTLING | cues.DEALING


def ventured(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The thaw could cause floods", "a drug that may help"."""
    if token.dep not in CLAUSES or not is_verb(token) or not MAYBE & set(helpers(document, token)[:1]):
        return
    doer, auxiliaries = _doer(document, token), helpers(document, token)
    if doer is None or (asks(document, token) and token.dep != "relcl") or below(document, token.i, {"neg"}):
        return
    if "have" in auxiliaries:
        yield Opening("unconfirmed", token.i, token.i, FAINT, doer=doer.i)
    else:
        kind = _kind(token, doer)
        yield Opening(kind, token.i, token.i, FAINT, doer=doer.i, modal="will" if kind == "pending" else "could")


def foretold(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Predicted that the sides would agree", "they will not let the police in"."""
    if token.dep not in CLAUSES or not is_verb(token) or token.lemma in DEEDS | cues.RULING:
        return
    auxiliaries = helpers(document, token)
    doer = _doer(document, token)
    if AHEAD & set(auxiliaries[:1]) and "have" not in auxiliaries and doer is not None and not asks(document, token):
        yield Opening(_kind(token, doer), token.i, token.i, FAINT, doer=doer.i, modal="will")


def supposing(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Will fine the port if it does not comply", "if the road is cut off, they could be moved"."""
    if token.dep != "advcl" or not is_verb(token) or not has_word(document, token.i, "mark", "if", "unless"):
        return
    doer = subject(document, token.i)
    finite = (below(document, token.i, AUXILIARIES) or [token])[0]
    open_yet = bool(IF_ONLY & set(helpers(document, document.tokens[token.head])[:1]))
    if doer is not None and open_yet and (finite.tag in ("VBZ", "VBP", "VBD") or finite.text.lower() == "can"):
        first = next(document.subtree(token.i)).i
        yield Opening("pending", token.i, first, FAINT, doer=doer.i, modal="will")


def ought(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The council should pass the bill", "the office needed to come up with a plan"."""
    if not is_verb(token) or token.dep not in CLAUSES | {"xcomp"} or asks(document, token):
        return
    above = document.tokens[token.head]
    told = OUGHT & set(helpers(document, token)[:1])
    needed = token.dep == "xcomp" and above.lemma in ("have", "need", "ought") and is_infinitive(document, token)
    doer = _doer(document, above if needed else token) if told or needed else None
    if doer is not None and not below(document, token.i, {"neg"}) and "have" not in helpers(document, token):
        yield Opening("pending", token.i, above.i if needed else token.i, FAINT, doer=doer.i, modal="will")


def feared(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Warned that floods could follow", "is concerned that the port will close", "fears of a strike"."""
    lemma = token.lemma.lower()
    clauses = below(document, token.i, {"acl", "ccomp", "relcl"}) if lemma in cues.FEARING | {"hope"} else []
    for clause in clauses if not asks(document, token) else ():
        open_yet = (AHEAD | MAYBE | {"can"}) & set(helpers(document, clause)[:1])
        if open_yet and is_statement(document, clause) and "have" not in helpers(document, clause):
            modal = "will" if open_yet & AHEAD else "could"
            yield Opening("unknown", clause.i, token.i, FAINT if lemma == "hope" else 0.55, modal=modal)


def inquiring(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The bureau investigated the fire", "an inquiry into the fire"."""
    doer = subject(document, token.i) if token.lemma in cues.EXAMINING and token.pos == "VERB" else None
    for noun in below(document, token.i, {"dobj"}) if doer is not None else ():
        yield Opening("pending", noun.i, token.i, FAINT, form="find about", doer=doer.i if doer else None)
    if token.lemma.lower() in cues.INQUIRIES - {"review"} and _is_before_us(document, token):
        yield Opening("pending", token.i, _cue(document, token), FAINT, form="find")


def still_not(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The ship is still not on its way"."""
    if not is_verb(token) or not has_word(document, token.i, "advmod", "still", "yet") or asks(document, token):
        return
    doer = subject(document, token.i)
    if doer is not None and below(document, token.i, {"neg"}):
        yield Opening("pending", token.i, token.i, 0.6, doer=doer.i, modal="will")


def wondered(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Focuses on which town will follow", "asked why the date was known", "could not discern how"."""
    verb = clause_of(document, token) if token.tag in WH_TAGS or token.lemma.lower() == "whether" else None
    if verb is None or verb.dep not in ("ccomp", "pcomp") or is_relative(document, token):
        return
    chain = words_above(document, verb)
    words = {t.lemma.lower() for t in chain}
    if "ask" in words:
        if any(t.lemma == "ask" and t.tag == "VBN" and t.dep == "advcl" for t in chain):
            yield Opening("asked", verb.i, chain[0].i, FAINT)
        return
    if any(is_over(document, t) for t in chain):
        return
    told = verb.dep == "pcomp" and document.tokens[verb.head].text.lower() not in ("about", "on", "over")
    known = words & cues.KNOWING and not any(is_negated(document, t) for t in chain)
    if told or known or not words & (cues.DECIDING | cues.CHOICES | cues.PARTED | cues.KNOWING | cues.PONDERABLE):
        return
    kind: QuestionKind = "unknown"
    if words & cues.PARTED:
        kind = "disputed"
    elif words & (cues.DECIDING | cues.CHOICES):
        kind = "pending"
    if not is_infinitive(document, verb):
        yield Opening(kind, verb.i, chain[0].i, FAINT)
    elif (doer := subject(document, governor(document, verb.i))) is not None:
        yield Opening(kind, verb.i, chain[0].i, FAINT, doer=doer.i, modal="should")


def scheduled(document: Document, token: Token) -> Iterator[Opening]:
    """As in "A vote is expected", "the case heads to trial": an occasion or a contest that is not told as past."""
    lemma = token.lemma.lower()
    form: Form | None = "bring" if lemma in cues.OCCASIONS - {"conference"} else "win" if lemma in RACES else None
    if form is not None and _is_before_us(document, token):
        yield Opening("pending", token.i, _cue(document, token), FAINT, form=form)


def left_to(document: Document, token: Token) -> Iterator[Opening]:
    """As in "It falls to the mayor to decide", "they have yet to start"."""
    above = document.tokens[governor(document, token.i)]
    if not is_verb(token) or not is_infinitive(document, token) or above.i > token.i:
        return
    yet = above.lemma in ("have", "remain") and any(t.text.lower() == "yet" for t in document.tokens[above.i : token.i])
    to = [t for t in document.tokens[above.i : token.i] if t.text.lower() == "to" and t.dep == "prep"]
    falls = above.lemma == "fall" or any(t.text.lower() == "up" for t in document.tokens[above.i : above.i + 3])
    doers = [n for t in to for n in below(document, t.i, {"pobj"})] if falls else []
    doer = doers[0] if doers else subject(document, above.i) if yet else None
    if doer is not None:
        yield Opening("pending", token.i, above.i, FAINT, doer=doer.i, modal="will")


def silent(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Did not respond to a request", "declined to comment", "had no comment"."""
    doer = subject(document, token.i) if is_verb(token) else None
    if doer is None or doer.pos == "PRON":
        return
    mute = token.lemma in ("respond", "reply", "comment") and is_negated(document, token)
    refused = token.lemma in ("decline", "refuse") and any(
        t.lemma in ("comment", "respond", "answer") for t in below(document, token.i, {"xcomp"})
    )
    none = any(
        t.lemma == "comment" and has_word(document, t.i, "det", "no") for t in below(document, token.i, {"dobj"})
    )
    if mute or refused or none:
        yield Opening("unknown", doer.i, token.i, FAINT, form="say")


def allowed(document: Document, token: Token) -> Iterator[Opening]:
    """As in "It may also force the judge to resign", "would let the towns vote"."""
    above = document.tokens[token.head]
    if token.dep not in ("ccomp", "xcomp") or above.lemma not in cues.CAUSING or not is_verb(token):
        return
    objects = [*own_subjects(document, token.i), *(t for t in below(document, above.i, {"dobj"}) if t.i < token.i)]
    if objects and IF_ONLY & set(helpers(document, above)[:1]):
        yield Opening("pending", token.i, above.i, FAINT, doer=objects[0].i, modal="will")


RULES: tuple[Rule, ...] = (
    ventured, foretold, supposing, ought, feared, inquiring, still_not, wondered,
    scheduled, left_to, silent, allowed,
)  # fmt: skip


def _doer(document: Document, verb: Token) -> Token | None:
    """The subject; of a relative clause the noun that it describes."""
    own = own_subjects(document, verb.i)
    if own and own[0].tag in WH_TAGS:
        return document.tokens[verb.head] if verb.dep == "relcl" else None
    return own[0] if own else subject(document, verb.i)


def _kind(verb: Token, doer: Token) -> QuestionKind:
    """Pending where it is for somebody to do, unknown where it happens."""
    acts = verb.lemma in DEEDS or doer.pos == "PROPN" or doer.text.lower() in ("he", "she", "they", "who")
    return "pending" if acts else "unknown"


def _is_before_us(document: Document, noun: Token) -> bool:
    """Whether the clause around a noun tells of what is or is to come."""
    if noun.pos != "NOUN" or noun.dep == "compound":
        return False
    return tense(document, governor(document, noun.i)) in ("present", "future")


def _cue(document: Document, noun: Token) -> int:
    """The verb over a noun, where it comes first in a sentence's order of telling; else the noun."""
    above = governor(document, noun.i)
    return above if is_verb(document.tokens[above]) else noun.i

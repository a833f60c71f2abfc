"""A Document's tokens in, what its voices expect, fear, want or suppose without deciding it, out.

Each rule is as broad as English is, so most of what they yield is nobody's question: `salience` chooses among them.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.facts import cues
from briefwright.facts.grammar import AUXILIARIES, WH_TAGS, below, governor, is_verb, own_subjects, subject
from briefwright.facts.openings import Opening, Rule, asks, has_word, helpers, is_infinitive, is_statement
from briefwright.model.document import Document, Token
from briefwright.model.factsheet import QuestionKind

FAINT = 0.2
MAYBE = frozenset("could may might".split())
AHEAD = frozenset({"will", "would", "'ll", "’ll", "'d", "’d", "shall"})
IF_ONLY = AHEAD | MAYBE | {"can"}
OUGHT = frozenset("must should".split())
CLAUSES = frozenset("ROOT acl advcl ccomp conj parataxis relcl".split())
DEEDS = cues.SETTLING | cues.DEALING


def ventured(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The thaw could cause floods", "a drug that may help"."""
    if token.dep not in CLAUSES or not is_verb(token) or not MAYBE & set(helpers(document, token)[:1]):
        return
    doer, auxiliaries = _doer(document, token), helpers(document, token)
    if doer is None or asks(document, token) and token.dep != "relcl" or below(document, token.i, {"neg"}):
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


def at_work(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Is trying to find a way", "threatened to impose fines", "are working to open the port"."""
    above = document.tokens[token.head]
    if token.dep not in ("xcomp", "advcl", "ccomp") or above.lemma not in cues.UNDERTAKING or above.i > token.i:
        return
    doer = subject(document, above.i)
    if doer is not None and is_infinitive(document, token) and not asks(document, token):
        yield Opening("pending", token.i, above.i, FAINT, doer=doer.i, modal="will")


def called_for(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Calls for an inquiry", "demanded a recount", "a decision on the dam"."""
    if token.pos not in ("NOUN", "PROPN") or token.dep not in ("dobj", "pobj"):
        return
    above = document.tokens[token.head]
    prep = above.text.lower() if token.dep == "pobj" else ""
    above = document.tokens[above.head] if prep else above
    wanted = above.lemma.lower() in cues.WANTING and prep in ("for", "")
    wanted = wanted or (above.pos == "NOUN" and above.lemma.lower() in cues.CHOICES and prep in ("on", "over", "about"))
    if wanted and not below(document, above.i, {"neg"}):
        yield Opening("pending", token.i, above.i, FAINT, form="come of")


def worried(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Fears that the dam breaks", "warned against opening too soon", "the possibility of a strike"."""
    if token.lemma.lower() not in cues.WORRIES:
        return
    for clause in below(document, token.i, {"acl", "ccomp"}):
        own = set(helpers(document, clause)[:1])
        if is_statement(document, clause) and not own & (AHEAD | MAYBE) and not asks(document, clause):
            yield Opening("unknown", clause.i, token.i, FAINT)
    for prep in below(document, token.i, {"prep"}) if token.pos == "NOUN" else ():
        for noun in below(document, prep.i, {"pobj"}) if prep.text.lower() in ("about", "of", "over") else ():
            yield Opening("unknown", noun.i, token.i, FAINT, form="come about")


def inquiring(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The bureau investigated the fire", "an inquiry into the fire"."""
    doer = subject(document, token.i) if token.lemma in cues.EXAMINING and token.pos == "VERB" else None
    for noun in below(document, token.i, {"dobj"}) if doer is not None else ():
        yield Opening("pending", noun.i, token.i, FAINT, form="find about", doer=doer.i if doer else None)
    if token.lemma.lower() in cues.INQUIRIES and token.pos == "NOUN" and token.dep != "compound":
        yield Opening("pending", token.i, token.i, FAINT, form="find")


def suing(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Sued the governor over the bridge"."""
    if token.lemma == "sue" and token.pos == "VERB":
        for noun in below(document, token.i, {"dobj"}):
            yield Opening("pending", noun.i, token.i, FAINT, form="suit")


def still_not(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The ship is still not on its way"."""
    if not is_verb(token) or not has_word(document, token.i, "advmod", "still", "yet") or asks(document, token):
        return
    doer = subject(document, token.i)
    if doer is not None and below(document, token.i, {"neg"}):
        yield Opening("pending", token.i, token.i, FAINT, doer=doer.i, modal="will")


def wondered(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Focuses on which town will follow", "asked why the date was known", "is a test of whether"."""
    if token.tag not in WH_TAGS and token.lemma.lower() != "whether":
        return
    verb = document.tokens[governor(document, token.i)]
    above = document.tokens[verb.head]
    inside = verb.dep in ("ccomp", "pcomp") and verb.i > token.i
    if not inside or (token.tag in ("WDT", "WP$") and document.tokens[token.i - 1].pos in ("NOUN", "PROPN")):
        return
    if above.lemma == "ask" or document.tokens[above.head].lemma == "ask":
        yield Opening("asked", verb.i, above.i, FAINT)
    elif is_infinitive(document, verb):
        doer = subject(document, governor(document, verb.i))
        if doer is not None:
            yield Opening("pending", verb.i, above.i, FAINT, doer=doer.i, modal="should")
    else:
        yield Opening("unknown", verb.i, above.i, FAINT)


def scheduled(document: Document, token: Token) -> Iterator[Opening]:
    """As in "A vote on the plan", "the case heads to court": an occasion or a contest in the present or ahead."""
    lemma = token.lemma.lower()
    if lemma not in cues.OCCASIONS | cues.CONTESTS | {"primary", "race"} or token.dep == "compound":
        return
    if token.pos == "NOUN":
        form = "bring" if lemma in cues.OCCASIONS else "win"
        yield Opening("pending", token.i, token.i, FAINT, form=form)  # type: ignore[arg-type]


def considered(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Debated a bill that …", "backs legislation on …": what a house has before it."""
    if token.pos == "NOUN" and token.lemma.lower() in cues.BILLS and token.dep in ("dobj", "pobj", "nsubj", "nsubjpass"):
        yield Opening("pending", token.i, token.i, FAINT, form="pass it")


RULES: tuple[Rule, ...] = (
    ventured, foretold, supposing, ought, at_work, called_for, worried, inquiring, suing, still_not, wondered,
    scheduled, considered,
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

"""A Document's tokens in, what somebody has yet to do or to decide out.

Each rule reads one way of leaving something open off the dependency parse; its words stand in `cues`.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.facts import cues
from briefwright.facts.dates import find_dates, resolve
from briefwright.facts.dating import reading
from briefwright.facts.grammar import (
    AUXILIARIES,
    SUBJECTS,
    WH_TAGS,
    below,
    governor,
    is_plural,
    is_verb,
    noun_phrase,
    own_subjects,
    subject,
    tense,
)
from briefwright.facts.openings import (
    Form,
    Opening,
    Rule,
    asks,
    helpers,
    is_infinitive,
    is_negated,
    is_not_yet,
)
from briefwright.model.document import Document, Token


def awaited(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Is expected to rule", "has yet to decide"."""
    if not is_verb(token) or token.dep not in ("xcomp", "acl", "ccomp") or helpers(document, token) != ["to"]:
        return
    above = document.tokens[token.head]
    doer = subject(document, above.i)
    yet = above.lemma == "have" and any(t.text.lower() == "yet" for t in document.tokens[above.i : token.i])
    due = above.lemma in cues.AWAITED and _is_present(document, above)
    settles = token.lemma in cues.SETTLING and not _asks_on(document, token)
    if doer is not None and settles and (yet or due) and not asks(document, token):
        yield Opening("pending", token.i, above.i, 0.8 if yet else 0.6, doer=doer.i, modal="will")


def pondered(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Is considering suing", "would not rule out suing"."""
    above = document.tokens[token.head]
    if token.tag != "VBG" or token.dep not in ("xcomp", "pcomp", "ccomp") or above.pos != "VERB":
        return
    ruled_out = above.lemma == "rule" and document.tokens[above.i + 1].text.lower() == "out"
    open_yet = is_negated(document, above) if ruled_out else above.lemma in cues.PONDERING and above.tag == "VBG"
    doer = subject(document, above.i)
    if open_yet and doer is not None:
        yield Opening("pending", token.i, above.i, 0.65, doer=doer.i, modal="will")


def occasion(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Ahead of Friday's summit with …", "the upcoming trial of …", "the election next week"."""
    lemma = token.lemma.lower()
    form: Form | None = "bring" if lemma in cues.OCCASIONS else "win" if lemma in cues.CONTESTS else None
    if form is None or token.tag not in ("NN", "NNS") or token.dep == "compound" or not _lies_ahead(document, token):
        return
    if form == "win" and any(t.tag == "PRP$" for t in below(document, token.i, {"poss"})):
        return  # whoever ran in "his runoff" is asked about, not who wins it
    if form == "win" and not (lemma in document.article.title.lower() or _is_next(document, token)):
        return  # an election in passing is nobody's question
    of = [t for prep in below(document, token.i, {"prep"}) for t in below(document, prep.i, {"pobj"})]
    if lemma == "round" and not any(t.lemma.lower() in cues.OCCASIONS for t in of):
        return
    # "Votes" and "trials" are counted or run by the dozen; what brings something about is one vote, one trial.
    several = token.tag == "NNS" and lemma in ("trial", "vote")
    if not several and not any(t.tag in WH_TAGS or t.tag == "CD" for t in noun_phrase(document, token.i)[:1]):
        yield Opening("pending", token.i, token.i, 0.55, form=form)


def undone(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Has not yet approved"."""
    if token.lemma in cues.REPLYING or not is_verb(token) or asks(document, token) or _asks_on(document, token):
        return
    if is_not_yet(document, token) and subject(document, token.i):
        yield Opening("pending", token.i, token.i, 0.8, modal="will")


def ruling(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Will vote", where it is the clause's own."""
    if token.lemma not in cues.RULING or token.dep not in ("ROOT", "ccomp", "conj", "relcl"):
        return
    if helpers(document, token)[:1] == ["will"] and _acts(document, token):
        yield Opening("pending", token.i, token.i, 0.55, modal="will")


def dated_ahead(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Could call next week", "will be made official in the next two weeks"."""
    auxiliaries = helpers(document, token) if is_verb(token) and token.lemma != "be" else []
    if auxiliaries[:1] not in (["could"], ["may"], ["might"], ["will"]) or "have" in auxiliaries:
        return
    if not _acts(document, token) or token.dep not in ("ROOT", "ccomp", "conj"):
        return
    clause = list(document.subtree(token.i))
    for words in find_dates(document.text, clause[0].start, clause[-1].end):
        vague = "ahead" in words.parts
        near = "in" in words.parts or words.parts.get("turn", "").lower() == "next"
        if vague or (near and auxiliaries[0] != "will"):
            yield Opening("pending", token.i, token.i, 0.65, modal="will")
            return


def requested(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Has proposed that the council ban …", "will ask the judge to dismiss …"."""
    if token.lemma not in cues.REQUESTING or token.pos != "VERB" or below(document, token.i, {"neg"}):
        return
    asked = next(iter(below(document, token.i, {"dobj"})), None)
    for clause in below(document, token.i, {"ccomp", "xcomp"}):
        own = own_subjects(document, clause.i)
        doer = own[0] if own else asked
        if clause.tag not in ("VB", "VBP") or doer is None or doer.i < token.i:
            continue
        bare = clause.tag == "VB" or not is_plural(document, doer)
        subjunctive = bool(own) and not helpers(document, clause) and bare
        if subjunctive or (is_infinitive(document, clause) and doer.lemma.lower() in cues.JUDGES):
            yield Opening("pending", clause.i, token.i, 0.7, doer=doer.i, modal="will")


def underway(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The search continues", "talks are underway", "are conducting a joint probe"."""
    lemma = token.lemma.lower()
    if token.pos != "NOUN" or lemma not in cues.INQUIRIES | cues.ENDEAVOURS:
        return
    verb = document.tokens[token.head]
    state = [verb, *below(document, verb.i, {"acomp", "advmod", "attr"})]
    goes_on = token.dep in ("nsubj", "nsubjpass") and any(t.lemma.lower() in cues.UNDERWAY for t in state)
    led = token.dep == "dobj" and verb.lemma in cues.CONDUCTING
    led = led and helpers(document, verb)[:1] in (["is"], ["are"], ["has"], ["have"])
    led = led or (token.dep == "dobj" and verb.lemma == "continue" and helpers(document, verb)[:1] == ["will"])
    if (goes_on or led) and not any(below(document, t.i, {"neg"}) for t in state):
        form: Form = "succeed" if lemma in cues.ENDEAVOURS else "find"
        yield Opening("pending", token.i, verb.i, 0.65 if goes_on else 0.6, form=form)


def unanswered(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Asked whether the army would be used, the minister said only that …"."""
    above = document.tokens[token.head]
    if token.lemma != "ask" or token.tag != "VBN" or token.dep != "advcl" or above.i < token.i:
        return
    evasive = [t.text.lower() for t in document.tokens[above.i : above.i + 2]]
    silent = (
        above.lemma in cues.REFUSING or below(document, above.i, {"neg"}) or evasive == [above.text.lower(), "only"]
    )
    for clause in below(document, token.i, {"ccomp"}) if silent else ():
        yield Opening("asked", clause.i, token.i, 0.85, reply=above.i)


def outcome(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Awaits a ruling"."""
    if token.lemma.lower() == "await" and token.pos == "VERB":
        for noun in below(document, token.i, {"dobj"}):
            if noun.lemma.lower() in cues.OUTCOMES:
                yield Opening("pending", noun.i, token.i, 0.6, form="outcome")


RULES: tuple[Rule, ...] = (
    awaited, pondered, undone, ruling, dated_ahead, requested, underway, unanswered, outcome, occasion,
)  # fmt: skip


def _lies_ahead(document: Document, occasion: Token) -> bool:
    """Whether the words around an occasion put it after the day of publication."""
    if any(t.lemma.lower() in cues.COMING for t in below(document, occasion.i, {"amod", "acl"})):
        return True
    if any(t.text.lower() in cues.FURTHER for t in below(document, occasion.i, {"amod"})):
        return tense(document, document.tokens[governor(document, occasion.i)].i) in ("future", "present")
    verbs = below(document, occasion.i, {"relcl"})
    verbs += [document.tokens[occasion.head]] if occasion.dep in SUBJECTS else []
    if any(_is_to_come(document, verb) for verb in verbs):
        return True
    published = document.article.published
    phrase = noun_phrase(document, occasion.i)
    above = document.tokens[occasion.head]
    if above.text.lower() in ("pending", "until") and above.dep == "prep":
        return tense(document, document.tokens[governor(document, above.i)].i) in ("future", "present")
    before = above.text.lower() == "before" or document.text.endswith("ahead of ", 0, phrase[0].start)
    last = phrase[-1].i
    end = document.tokens[min(last + 3, document.sentences[occasion.sentence].last - 1)].end
    for words in find_dates(document.text, phrase[0].start, end):
        if words.parts.get("turn", "").lower() == "next":
            return True
        date = resolve(words, published, "future" if before else reading(document, words))
        told = before or {"day", "month", "year", "iso"} & words.parts.keys()
        if date and published and told and date > published[: len(date)]:
            return True
    return False


def _asks_on(document: Document, verb: Token) -> bool:
    """Whether a question stands below the verb, which is what is open ("has yet to decide whether")."""
    clauses = below(document, verb.i, {"ccomp"})
    return any(asks(document, c) or any(t.lemma == "whether" for t in below(document, c.i, {"mark"})) for c in clauses)


def _is_next(document: Document, occasion: Token) -> bool:
    """Whether "next" stands right after its words ("the election next week")."""
    last = noun_phrase(document, occasion.i)[-1].i
    return any(t.text.lower() == "next" for t in document.tokens[last - 1 : last + 2] if t.i > occasion.i)


def _is_to_come(document: Document, verb: Token) -> bool:
    """Whether the verb says so of its subject: "will", "is scheduled", "is to", "opens"."""
    foreseen = verb.lemma in cues.FORESEEN and _is_present(document, verb)
    to_be = verb.lemma == "be" and any(is_infinitive(document, t) for t in below(document, verb.i, {"xcomp"}))
    opens = verb.lemma in cues.OPENING and verb.tag in ("VBP", "VBZ")
    return foreseen or to_be or opens or helpers(document, verb)[:1] == ["will"]


def _acts(document: Document, verb: Token) -> bool:
    """Whether the clause says of somebody named in it that they do something, and neither asks nor denies."""
    own = own_subjects(document, verb.i)
    described = not own or own[0].tag in WH_TAGS
    return not described and not asks(document, verb) and not below(document, verb.i, {"neg"})


def _is_present(document: Document, word: Token) -> bool:
    """Whether "is expected", "plans", "is due" stand in the present."""
    verb = word if is_verb(word) else document.tokens[word.head]
    return any(t.tag in ("VBZ", "VBP") for t in below(document, word.i, AUXILIARIES) or [verb])

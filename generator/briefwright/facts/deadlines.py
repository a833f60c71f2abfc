"""A Document's tokens in, what the text puts before somebody with a date, a vote or a court to come out.

Each rule reads one way of leaving it to the days ahead off the dependency parse; its words stand in `cues`.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.facts import cues
from briefwright.facts.dates import find_dates, resolve
from briefwright.facts.dating import reading
from briefwright.facts.grammar import below, is_verb, subject
from briefwright.facts.openings import Opening, Rule, asks, helpers, is_infinitive, is_negated, is_purpose
from briefwright.model.document import Document, Token

SOON = {"day", "in", "iso", "weekday"}
"""Parts of a date that say the day, or how far it is off."""


def sent(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Sending the measure to the Senate", "the bill now goes back to the Senate"."""
    if token.lemma not in cues.SENDING or token.pos != "VERB" or is_negated(document, token):
        return
    sent_on = token.lemma in ("send", "return") and below(document, token.i, {"dobj", "nsubjpass"})
    moves = sent_on or below(document, token.i, {"nsubj"})
    bill = next((t for t in moves if t.lemma.lower() in cues.BILLS), None)
    places = [token, *below(document, token.i, {"advmod"})] if bill is not None else []  # "goes back to"
    for prep in (p for place in places for p in below(document, place.i, {"dative", "prep"})):
        for house in below(document, prep.i, {"pobj"}) if prep.text.lower() in ("before", "to") else ():
            if bill is not None and house.lemma.lower() in cues.HOUSES and not asks(document, token):
                yield Opening("pending", bill.i, token.i, 0.7, form="pass", doer=house.i)


def dated_promise(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Promised to publish the plan on Thursday", "agreed to meet again in two weeks"."""
    above = document.tokens[token.head]
    if token.dep != "xcomp" or helpers(document, token) != ["to"] or above.lemma not in cues.VOWING | {"agree"}:
        return
    doer = subject(document, above.i)
    ahead = _is_dated_ahead(document, token, exact=True)
    described = above.dep == "relcl" or asks(document, above) or helpers(document, above)[:1] == ["had"]
    if doer is not None and ahead and above.pos == "VERB" and not (described or is_negated(document, above)):
        yield Opening("pending", token.i, above.i, 0.65, doer=doer.i, modal="will")


def reporting(document: Document, token: Token) -> Iterator[Opening]:
    """As in "An inquiry is to report by the end of the month"."""
    above = document.tokens[token.head]
    to_be = above.lemma == "be" and above.tag in ("VBZ", "VBP") and token.dep == "xcomp"
    doer = subject(document, above.i) if to_be and is_infinitive(document, token) else None
    if (
        doer is None
        or is_purpose(doer)
        or doer.pos not in ("NOUN", "PROPN")
        or asks(document, above)
        or token.lemma in cues.OPENING
    ):
        return
    if _is_dated_ahead(document, token):
        yield Opening("pending", token.i, above.i, 0.6, doer=doer.i, modal="will")


def expiring(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Funding expires at midnight unless …", "is set to expire at the end of May"."""
    if token.lemma not in ("expire", "lapse") or token.pos != "VERB":
        return
    above = document.tokens[token.head]
    auxiliaries = helpers(document, token)
    foreseen = auxiliaries == ["to"] and above.lemma in cues.FORESEEN
    doer = subject(document, above.i if foreseen else token.i)
    plain = token.tag in ("VBZ", "VBP") or auxiliaries == ["will"]
    if doer is not None and (foreseen or plain) and doer.pos in ("NOUN", "PROPN") and not asks(document, token):
        yield Opening("pending", token.i, above.i if foreseen else token.i, 0.6, doer=doer.i, modal="will")


def unfinished(document: Document, token: Token) -> Iterator[Opening]:
    """As in "The annex has not been published", "the party has not set a date"."""
    asked = [t for c in below(document, token.i, {"ccomp"}) for t in below(document, c.i, {"mark"})]
    if token.lemma not in cues.FINISHING or token.tag != "VBN" or asks(document, token):
        return
    if any(t.lemma == "whether" for t in asked):  # "has not decided whether": that is what is open
        return
    auxiliaries = below(document, token.i, {"aux", "auxpass"})
    perfect = any(t.lemma == "have" and t.tag in ("VBZ", "VBP") for t in auxiliaries)
    doer = subject(document, token.i)
    if perfect and doer is not None and doer.text.lower() not in ("it", "they") and below(document, token.i, {"neg"}):
        yield Opening("pending", token.i, token.i, 0.7, modal="will", doer=doer.i)


def conditional(document: Document, token: Token) -> Iterator[Opening]:
    """As in "If the council does not pass a budget, the ferry will stop", "will stop unless the sides agree"."""
    if token.dep != "advcl" or not is_verb(token):
        return
    opens = {t.text.lower() for t in below(document, token.i, {"mark"})}
    negated = bool(below(document, token.i, {"neg"}))
    above = helpers(document, document.tokens[token.head])[:1]
    doer = subject(document, token.i)
    if ("unless" in opens) == negated or not opens & {"if", "unless"} or above not in (["could"], ["will"], ["’ll"]):
        return
    if doer is not None and doer.pos in ("NOUN", "PROPN") and token.tag in ("VB", "VBP", "VBZ") and token.lemma != "be":
        first = next(document.subtree(token.i)).i
        yield Opening("pending", token.i, token.head, 0.7, modal="will", reply=first)


def sought(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Divers are searching for the boat"."""
    if token.lemma not in ("hunt", "search") or token.tag != "VBG" or is_negated(document, token):
        return
    going = {"are", "is", "been"} & set(helpers(document, token))
    for prep in below(document, token.i, {"prep"}) if going else ():
        for noun in below(document, prep.i, {"pobj"}) if prep.text == "for" else ():
            yield Opening("pending", noun.i, token.i, 0.65, form="found")


def undecided(document: Document, token: Token) -> Iterator[Opening]:
    """As in "No decision has been made on the bridge"."""
    if token.lemma.lower() not in ("decision", "ruling", "verdict") or token.dep != "nsubjpass":
        return
    verb = document.tokens[token.head]
    present = any(t.lemma == "have" and t.tag in ("VBZ", "VBP") for t in below(document, verb.i, {"aux"}))
    if present and any(t.text.lower() == "no" for t in below(document, token.i, {"det"})):
        yield Opening("pending", token.i, verb.i, 0.7, form="outcome")


def sued(document: Document, token: Token) -> Iterator[Opening]:
    """As in "Filed a lawsuit against the governor", where it is news and nothing of its end is told."""
    verb = document.tokens[token.head]
    filed = token.dep == "dobj" and verb.lemma in ("bring", "file", "launch")
    against = document.tokens[token.i + 1].text in ("against", "over") if token.i + 1 < len(document.tokens) else False
    if filed and token.lemma.lower() in cues.SUITS and against:
        yield Opening("pending", token.i, verb.i, 0.55, form="succeed")


RULES: tuple[Rule, ...] = (sent, dated_promise, reporting, expiring, unfinished, conditional, sought, undecided, sued)


def _is_dated_ahead(document: Document, verb: Token, *, exact: bool = False) -> bool:
    """Whether a date in what the verb governs lies after the day of publication; with `exact` a near one."""
    published = document.article.published
    clause = list(document.subtree(verb.i))
    for words in find_dates(document.text, verb.start, clause[-1].end):
        date = resolve(words, published, reading(document, words))
        told = not exact or bool(SOON & words.parts.keys()) or words.parts.get("turn", "").lower() == "next"
        if date and published and told and date >= published[: len(date)]:
            return True
    return False

"""What the words of a pending question ask after in, whether the article itself has it behind it out.

A day that the text puts into the past, or the same deed told as done, settles it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from briefwright.facts.auxiliaries import third_person
from briefwright.facts.dates import find_dates, resolve
from briefwright.facts.dating import dated_verb, noun_of, reading
from briefwright.facts.grammar import AUXILIARIES, SUBJECTS, below, governor, tense
from briefwright.facts.openings import who_is_to
from briefwright.facts.wording import Wording
from briefwright.model.document import Document, Token

LONG = 10
"""Months after which what was asked for is history."""
WORDS = re.compile(r"[^\W_]+")
LIMITS = frozenset("after before by until".split())
"""Prepositions between a deed and the occasion that limits it."""


def is_settled(document: Document, wording: Wording) -> bool:
    """Whether the article tells that it is over."""
    head = document.tokens[wording.head]
    if _is_dated_back(document, head) or _is_history(document, head):
        return True
    return wording.turned and (_is_told(document, head) or _is_headline(document, head))


def _is_dated_back(document: Document, head: Token) -> bool:
    """Whether a day of the clause, or of the thing asked about, lies before the day of publication."""
    published = document.article.published
    part = list(document.subtree(head.i))
    for words in find_dates(document.text, part[0].start, part[-1].end):
        noun = noun_of(document, words)
        own = _limited(document, noun) or noun if noun is not None else dated_verb(document, words)
        date = resolve(words, published, reading(document, words)) if own == head else None
        if date and published and date < published[: len(date)]:
            return True
    return False


def _limited(document: Document, noun: Token) -> Token | None:
    """The verb of what is done only up to or from the noun's day ("left before the May 6 vote")."""
    above = document.tokens[noun.head]
    return document.tokens[governor(document, above.i)] if above.text.lower() in LIMITS else None


def _is_history(document: Document, head: Token) -> bool:
    """Whether a clause above it tells of a day long past ("a brief filed in 2012 urged the court to")."""
    published = document.article.published
    if not published:
        return False
    sentence = document.sentences[head.sentence]
    above, verb = set[int](), head
    while verb.head != verb.i:
        verb = document.tokens[verb.head]
        above.add(verb.i)
    for words in find_dates(document.text, sentence.start, sentence.end):
        noun = noun_of(document, words)
        places = {t.i for t in (noun, dated_verb(document, words)) if t is not None}
        places |= {noun.head} if noun is not None and noun.dep in SUBJECTS else set()
        date = resolve(words, published, reading(document, words)) if places & above else None
        if date and _month(published) - _month(date) >= LONG:
            return True
    return False


def _month(date: str) -> int:
    """Which one it is, of a year the last."""
    return 12 * int(date[:4]) + int(date[5:7] or 12)


def _is_headline(document: Document, verb: Token) -> bool:
    """Whether the title tells it in the present, as done ("Mayor signs harbour bill")."""
    title = [word.lower() for word in WORDS.findall(document.article.title)]
    form, done_to, doer = third_person(verb), _done_to(document, verb), who_is_to(document, verb)
    if form not in title or done_to is None or doer is None:
        return False
    told = title[title.index(form) :]
    by = doer.pos != "PROPN" or doer.text.lower() in title[: title.index(form)]
    return by and any(word.startswith(done_to.lemma.lower()) for word in told)


def _is_told(document: Document, verb: Token) -> bool:
    """Whether another sentence has the same one doing the same to the same, in the past."""
    if _was_done_so(document, verb):
        return True
    done_to = _done_to(document, verb)
    doer = who_is_to(document, verb)
    if done_to is None:
        return False
    for other in document.tokens:
        if other.lemma != verb.lemma or other.i == verb.i or other.tag not in ("VBD", "VBN"):
            continue
        if not document.sentences[other.sentence].story or not _is_done(document, other):
            continue
        same = _done_to(document, other)
        if same is not None and _is_alike(document, same, done_to) and _may_be_by(document, other, doer):
            return True
    return False


def _was_done_so(document: Document, verb: Token) -> bool:
    """Whether its sentence goes on with "and did so"."""
    rest = document.tokens[verb.i : document.sentences[verb.sentence].last]
    return any(t.lemma == "do" and t.tag == "VBD" and after.text == "so" for t, after in pairwise(rest))


def _is_alike(document: Document, one: Token, other: Token) -> bool:
    """Whether two nouns name one thing by the same words."""
    names = [{t.lemma.lower() for t in below(document, n.i, {"amod", "compound"})} for n in (one, other)]
    return one.lemma == other.lemma and (names[0] <= names[1] or names[1] <= names[0])


def _may_be_by(document: Document, verb: Token, doer: Token | None) -> bool:
    """Whether the verb has that one for its doer, or says nothing of who did it."""
    by = next(iter(below(document, verb.i, {"nsubj"})), None)
    passive = bool(below(document, verb.i, {"nsubjpass"}))
    return passive if by is None else doer is not None and by.lemma == doer.lemma


def _done_to(document: Document, verb: Token) -> Token | None:
    return next((t for t in below(document, verb.i, {"dobj", "nsubjpass"}) if t.pos in ("NOUN", "PROPN")), None)


def _is_done(document: Document, verb: Token) -> bool:
    """Whether the verb tells of what was done, and neither denies nor supposes it."""
    helpers = below(document, verb.i, AUXILIARIES)
    modal = any(t.tag == "MD" for t in helpers)
    told = verb.tag == "VBD" or bool(helpers)
    supposed = any(t.text.lower() in ("if", "unless", "whether") for t in below(document, verb.i, {"mark"}))
    return (
        told
        and not modal
        and not supposed
        and not below(document, verb.i, {"neg"})
        and tense(document, verb.i) == "past"
    )

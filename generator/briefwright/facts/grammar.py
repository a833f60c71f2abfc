"""A Document's dependency parse in; the clauses, subjects, tenses and noun phrases that the other rules speak of, out.

The labels are those of spaCy's English models (ClearNLP style); token indices are those of the Document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefwright.facts import cues
from briefwright.facts.dates import Tense
from briefwright.model.document import Document, Token
from briefwright.model.factsheet import Evidence

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
AUXILIARIES = frozenset({"aux", "auxpass"})
WH_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
FINITE_TAGS = frozenset({"MD", "VBD", "VBP", "VBZ"})
PLURAL_TAGS = frozenset({"NNPS", "NNS"})
PLURAL_PRONOUNS = frozenset("both many some these they those".split())
MAX_SENTENCE = 250
"""Tokens; what is longer is a table or no prose at all, and its parse says nothing."""
DATELINE = re.compile(
    r"[A-Z][A-Z .,/’'-]{2,60}(?:\([^()\n]{1,30}\) ?)?(?:[—–]|--?) ?(?=\S)|\(?[A-Z]{2,10}\) (?:(?:[—–]|--?) ?)?(?=[A-Z])"
)
"""The place, and perhaps the agency, that a report begins with: "SEOUL (Agency) - ", "(CNN) "."""
FUTURE_WORDS = frozenset({"will", "wo", "'ll", "’ll", "shall", "would", "could", "may", "might", "should", "can"})
"""Auxiliaries after which a date lies ahead; "would" and its kin count since reports tell plans in the past tense."""
AHEAD = frozenset(
    "accept agree aim ask call decide demand due expect hope intend invite likely offer order plan pledge poise prepare"
    " promise propose push request schedule set slat slate tell threaten urge vow want warn".split()
)
"""Words whose infinitive lies ahead of them, even when they stand in the past."""


def is_verb(token: Token) -> bool:
    """Whether it heads a clause: a verb, or a form of "be" that is no auxiliary of another."""
    return token.pos in ("VERB", "AUX") and token.dep not in AUXILIARIES and token.dep != "prep"


def below(document: Document, i: int, deps: Iterable[str]) -> list[Token]:
    """The tokens that `i` governs directly by one of the relations, in text order."""
    return [document.tokens[c] for c in document.children[i] if document.tokens[c].dep in deps]


def own_subjects(document: Document, verb: int) -> list[Token]:
    """The verb's own subjects, those included that the parser hung on its auxiliary."""
    helpers = below(document, verb, AUXILIARIES)
    return [*below(document, verb, SUBJECTS), *(t for h in helpers for t in below(document, h.i, SUBJECTS))]


def subject(document: Document, verb: int) -> Token | None:
    """The verb's own subject, else that of the verb it is joined to ("came, saw and conquered")."""
    for _ in range(5):
        found = own_subjects(document, verb)
        if found:
            return found[0]
        if document.tokens[verb].dep != "conj":
            return None
        verb = document.tokens[verb].head
    return None


def tense(document: Document, verb: int) -> Tense:
    """Whether a dated clause tells of what was, is or is to come ("are meeting on Monday")."""
    token = document.tokens[verb]
    helpers = below(document, verb, AUXILIARIES)
    words = [h.text.lower() for h in helpers]
    if "have" in [h.lemma for h in helpers] or token.tag == "VBD":
        return "past"
    if words[:1] == ["to"]:
        return _infinitive_tense(document, token)
    if any(w in FUTURE_WORDS for w in words):
        return _modal_tense(document, token, words)
    fixed = token.lemma != "set" or any(p.text.lower() == "for" for p in below(document, verb, {"prep"}))
    described = token.dep == "acl" and token.lemma != "expect"  # "primaries scheduled for June"
    if (
        token.tag == "VBN" and token.lemma in cues.FORESEEN and (helpers or described) and fixed
    ):  # "is scheduled for June 3"
        return "future" if helpers and all(h.tag != "VBD" for h in helpers) else "foreseen"
    if any(h.tag == "VBD" for h in helpers):
        return "past"
    if "be" in [h.lemma for h in helpers] and token.tag == "VBG":
        return "future"
    if not helpers and token.tag == "VBN":
        return "past"
    if not helpers and token.tag == "VBG" and token.head != verb:
        return tense(document, governor(document, verb))
    if not helpers and token.tag == "VB" and token.dep != "ROOT":  # as a root it is more often a name than an order
        return "future"
    return "present"


def _modal_tense(document: Document, verb: Token, words: list[str]) -> Tense:
    """The past for "could not be reached", what was foreseen for "said it would open", else the future."""
    if {"would", "could", "might"}.isdisjoint(words):
        return "future"
    if below(document, verb.i, {"neg"}):
        return "past" if "could" in words else "present"
    above = governor(document, verb.i)
    told = verb.dep == "ccomp" and above != verb.i and tense(document, above) == "past"
    told = told or any(t.tag == "VBD" for t in below(document, verb.i, {"csubj"}))  # "projected hiring would rebound"
    return "foreseen" if told else "future"


def _infinitive_tense(document: Document, verb: Token) -> Tense:
    """The past for "was forced to march", what was foreseen for "asked them to march", either for "the first to"."""
    above = document.tokens[governor(document, verb.i)]
    if verb.dep in ("acl", "relcl"):
        return "past" if above.lemma == "be" and above.tag == "VBD" else "present"
    ahead = above.lemma in AHEAD or document.tokens[verb.head].lemma in AHEAD
    if above.i == verb.i or verb.dep not in ("xcomp", "advcl", "ccomp"):
        return "future"
    if tense(document, above.i) not in ("past", "foreseen"):
        return "future"
    if ahead and any(h.text.lower() == "had" for h in below(document, above.i, AUXILIARIES)):
        return "present"  # "had been expected to rule on Friday"
    to_be = above.lemma == "be" and verb.dep == "xcomp" and not below(document, above.i, {"acomp", "attr"})
    return "foreseen" if ahead or to_be else "past"


def governor(document: Document, i: int) -> int:
    """The nearest verb above `i`, or the sentence's root where there is none."""
    while document.tokens[i].head != i:
        i = document.tokens[i].head
        if is_verb(document.tokens[i]):
            break
    return i


def is_plural(document: Document, noun: Token, verb: int | None = None) -> bool:
    """Whether a subject takes a plural verb; after "there" it is what `verb` shows that counts."""
    if noun.dep == "expl" and verb is not None:
        shown = below(document, verb, {"attr", "dobj", "nsubj"})
        return bool(shown) and shown[-1].tag in PLURAL_TAGS
    joined = any(t.pos in ("NOUN", "PROPN") for t in below(document, noun.i, {"conj"}))
    return joined or noun.tag in PLURAL_TAGS or noun.text.lower() in PLURAL_PRONOUNS


def noun_phrase(document: Document, noun: int) -> list[Token]:
    """The noun with what stands before it and the prepositional phrases after it, without its relative clauses."""
    tokens = document.tokens
    dropped: set[int] = set()
    for t in document.subtree(noun):
        if t.i > noun and t.dep in ("relcl", "appos", "parataxis", "advcl", "conj", "cc", "ccomp") and t.head == noun:
            dropped.update(d.i for d in document.subtree(t.i))
    run = [noun]
    kept = {t.i for t in document.subtree(noun)} - dropped
    while run[0] - 1 in kept:
        run.insert(0, run[0] - 1)
    while run[-1] + 1 in kept:
        run.append(run[-1] + 1)
    while run[-1] > noun and tokens[run[-1]].pos in ("PUNCT", "CCONJ"):
        run.pop()
    return [tokens[i] for i in run]


def evidence(document: Document, start: int, end: int) -> Evidence:
    """The text between the offsets, without a dateline, blanks and stray marks at its edges."""
    text = document.text
    dateline = DATELINE.match(text, start, end)
    start = dateline.end() if dateline else start
    while start < end and (text[start].isspace() or text[start] in ",;:–—-)]”"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:–—-([“"):
        end -= 1
    if text.count("“", start, end) > text.count("”", start, end):
        closed = re.match(r"[.,!?…]{0,2}”", text[end : end + 3])
        end += closed.end() if closed else 0
    return Evidence(quote=text[start:end], start=start, end=end)

"""A Document and a token of it in, the stretches that belong to it in the dependency parse out.

Heads and labels are those of the CLEAR style that spaCy's English models use; indices are token indices.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator

from briefwright.language.cues import MISREAD_LEMMAS, RECORDS
from briefwright.language.quotations import touching
from briefwright.model.document import Document, Token
from briefwright.model.text import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
VERBAL = frozenset({"VERB", "AUX"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_DASHES = frozenset({"-", "–", "—", "--"})
_NOMINAL = ("NOUN", "PROPN", "PRON")
_CUE_PARTS = frozenset({"aux", "auxpass", "neg"})
_MAX_CLIMB = 12
"""How many heads a search for a subject goes up; real sentences need four or five."""
_EDGE = " \t\n\r\f\v\u00a0,;:—–-…"
"""What is no part of a content at its ends; marks of quotation are trimmed where the quotation begins or ends."""


def lemma(token: Token) -> str:
    """The lemma, lower case, mended where the model is known to misread it."""
    found = token.lemma.lower()
    return MISREAD_LEMMAS.get(found, found)


def children(document: Document, i: int, *deps: str) -> list[Token]:
    """The tokens that `i` governs by one of the labels, in text order."""
    return [document.tokens[j] for j in document.children[i] if document.tokens[j].dep in deps]


def governed(document: Document, i: int, without: Iterable[int] = ()) -> list[int]:
    """`i` and all that it governs, leaving out the tokens in `without` and what they govern."""
    found, stack, barred = {i}, [i], set(without)
    while stack:
        for child in document.children[stack.pop()]:
            if child not in found and child not in barred:
                found.add(child)
                stack.append(child)
    return sorted(found)


def spans(document: Document, indices: Collection[int]) -> tuple[Span, ...]:
    """The tokens as stretches of text: one for each run without a gap, trimmed at both ends."""
    runs: list[list[int]] = []
    for i in sorted(indices):
        if runs and i == runs[-1][1] + 1:
            runs[-1][1] = i
        else:
            runs.append([i, i])
    found = (trimmed(document.text, document.tokens[a].start, document.tokens[b].end) for a, b in runs)
    whole = [span for span in found if any(c.isalnum() for c in document.text[span.start : span.end])]
    while len(whole) > 1 and document.text[slice(*whole[0])].lower() in _RELATIVE:
        del whole[0]  # "the rule that he intends to change": the pronoun is no part of what he intends
    return tuple(whole)


def trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without blanks, commas and dashes at its ends."""
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)


def subject(document: Document, i: int) -> Token | None:
    """Who does what the verb `i` says: its subject, or the one that it shares with the verb above it."""
    for verb in _upward(document, i):
        for token in children(document, verb, "nsubj", "nsubjpass", "csubj"):
            if in_dateline(document, token):
                continue
            return _antecedent(document, verb) if token.text.lower() in _RELATIVE and token.i < verb else token
        head = document.tokens[document.tokens[verb].head]
        if document.tokens[verb].dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN", "PRON"):
            return _maker(document, head)
        if document.tokens[verb].dep == "pcomp" and lemma(document.tokens[head.head]) == "quote":
            objects = children(document, head.head, "dobj")
            return objects[0] if objects else next(iter(children(document, head.head, "nsubjpass")), None)
    return None


def stray_subject(document: Document, verb: Token) -> Token | None:
    """The noun phrase beside a finite verb whose subject the parser missed: the one before it, else the one after."""
    found = [t for t in children(document, verb.i, "nsubj", "nsubjpass", "aux") if not in_dateline(document, t)]
    if verb.tag not in ("VBD", "VBZ", "VBP") or found:
        return None
    sentence = document.sentences[verb.sentence]
    left = verb.i - 1
    while left > sentence.first and document.tokens[left].pos in ("ADV", "AUX"):
        left -= 1
    if left > sentence.first and document.tokens[left].tag == "POS":  # "his spokesman's remarks", read as a verb
        left -= 1
    if left >= sentence.first and document.tokens[left].pos in _NOMINAL:
        return _phrase_head(document, document.tokens[left], verb)
    if left >= sentence.first and document.tokens[left].text == ",":  # "Mr. Gray, now 81, said"
        quoted = touching(document.quotations, sentence.start, verb.start)
        start = max([sentence.start, *(q.end for q in quoted)])
        first = bisect_left(document.names, start, key=lambda n: n.start)
        for name in document.names[first:]:
            if name.end > verb.start:
                break
            if name.label == "PERSON":
                return document.tokens[name.last - 1]
    if verb.i + 1 < sentence.last and document.tokens[verb.i + 1].text[0].isupper():
        return _phrase_head(document, document.tokens[verb.i + 1], verb)
    return None


def in_dateline(document: Document, token: Token) -> bool:
    """Whether the token is the agency of a dateline: "WASHINGTON (AP) — The senator said …"."""
    around = document.tokens[max(0, token.i - 1) : token.i + 3]
    return (
        [t.text for t in around if t.i != token.i][:2] == ["(", ")"] and len(around) == 4 and around[3].text in _DASHES
    )


def _phrase_head(document: Document, token: Token, verb: Token) -> Token:
    found = token
    for _ in range(_MAX_CLIMB):
        head = document.tokens[token.head]
        if head.pos not in (*_NOMINAL, "ADP") or head.i == token.i or (head.i < verb.i) != (token.i < verb.i):
            break
        token = head
        found = token if token.pos in _NOMINAL else found
    return found


def _upward(document: Document, i: int) -> Iterator[int]:
    for _ in range(_MAX_CLIMB):
        yield i
        token = document.tokens[i]
        if (
            token.dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "acl", "relcl", "dep", "ccomp")
            or token.head == i
        ):
            return
        if token.dep == "ccomp" and token.tag not in ("VB", "VBG"):
            return
        i = token.head


def _antecedent(document: Document, verb: int) -> Token | None:
    head = document.tokens[document.tokens[verb].head]
    if document.tokens[verb].dep == "conj":  # "who came and said"
        head = document.tokens[head.head]
    return head if head.pos in ("NOUN", "PROPN", "PRON") else None


def _maker(document: Document, noun: Token) -> Token:
    """Whose words a record holds, where the text says so; else the noun itself."""
    if lemma(noun) not in RECORDS:
        return noun
    return owner(document, noun.i) or noun


def agent(document: Document, verb: Token) -> Token | None:
    """Who does it in the passive: what follows "by"."""
    for by in children(document, verb.i, "agent", "prep"):
        if by.text.lower() == "by":
            return next(iter(children(document, by.i, "pobj")), None)
    return None


def owner(document: Document, noun: int) -> Token | None:
    """Whose a noun is: its possessor, what follows "by", "from" or "of", or the subject of the verb it is object of."""
    possessor = next(iter(children(document, noun, "poss")), None)
    if possessor and possessor.tag != "PRP$":
        return possessor
    for preposition in children(document, noun, "prep", "agent"):
        if preposition.text.lower() in ("by", "from"):
            for token in children(document, preposition.i, "pobj"):
                return token
    token = document.tokens[noun]
    head = document.tokens[token.head]
    while token.dep in ("prep", "pobj", "conj") and head.pos not in VERBAL and head.i != token.i:
        token, head = head, document.tokens[head.head]
    if token.dep in ("dobj", "prep", "attr", "advcl", "pobj", "conj") and head.pos in VERBAL and head.i != token.i:
        holder = subject(document, head.i)
        if holder and holder.i != noun:
            return holder
    return possessor


def noun_phrase(document: Document, i: int) -> tuple[Span, ...]:
    """The noun phrase headed by `i` as the text gives it, with appositions, without relative clauses after a comma."""
    barred = [t.i for t in children(document, i, "relcl", "acl", "advcl", "ccomp") if t.i > i]
    barred += [t.i for t in children(document, i, "punct", "case", "cc", "preconj") if t.i == document.children[i][-1]]
    run = governed(document, i, barred)
    first, last = run.index(i), run.index(i)
    while first > 0 and run[first - 1] == run[first] - 1:
        first -= 1
    while last < len(run) - 1 and run[last + 1] == run[last] + 1:
        last += 1
    return spans(document, run[first : last + 1])


def cue_words(document: Document, i: int, *more: Token) -> Span:
    """The cue with the auxiliaries and negation right before it, and the particles in `more` right after it.

    "without" before an -ing form is a negation, too: "goes on without condemning the attack".
    """
    parts = {t.i for t in children(document, i, *_CUE_PARTS, "advmod", "prt")} | {t.i for t in more}
    first = last = i
    while first - 1 in parts:
        first -= 1
    while last + 1 in parts and document.tokens[last + 1].dep not in ("advmod",):
        last += 1
    denied = document.tokens[document.tokens[i].head]
    if denied.text.lower() == "without" and denied.i == first - 1:
        first -= 1
    while document.tokens[first].dep == "advmod" and first < i:
        first += 1
    return Span(document.tokens[first].start, document.tokens[last].end)


def without_asides(document: Document, i: int) -> list[int]:
    """`i` and what it governs, up to an apposition or relative clause that a comma or dash sets off."""
    asides = []
    for child in children(document, i, "appos", "relcl", "acl", "advcl", "parataxis"):
        first = governed(document, child.i)[0]
        if first > i and document.tokens[first - 1].pos == "PUNCT":
            asides.append(child.i)
    return governed(document, i, asides)

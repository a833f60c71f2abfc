"""A verb of saying or thinking in, what is said out: after the verb, before it, around it, or between quotation marks."""

from __future__ import annotations

from briefwright.language.clauses import VERBAL, children, governed, lemma, spans, trimmed
from briefwright.language.cues import BARE_SPEECH, SPEECH
from briefwright.model.document import Document, Token
from briefwright.model.text import Span

_BEFORE_CUE = frozenset(",–—-?!;") | {"”", '"', "''", "--"}
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_LEADING = frozenset({"that", "but", "and", "so", "yet"})


def said_after(document: Document, verb: Token) -> tuple[Span, ...]:
    """The clause that the verb governs and that follows it, without its "that"."""
    clauses = [t for t in children(document, verb.i, "ccomp") if t.i > verb.i]
    if not clauses:
        return ()
    words: set[int] = set()
    for clause in clauses:
        words |= {i for i in governed(document, clause.i) if i > verb.i}
    return spans(document, _without_leading(document, sorted(words), ("that",)))


def said_before(document: Document, verb: Token, source: Token | None) -> tuple[Span, ...]:
    """What stands before a cue that comes after it or cuts through it: "The deal, he said, is off"."""
    if source is None or source.i > verb.i and source.dep != "nsubj":
        return ()
    sentence = document.sentences[verb.sentence]
    clause = cue_clause(document, verb)
    left = clause[0]
    if left == sentence.first or document.tokens[left - 1].text not in _BEFORE_CUE:
        return ()
    above = document.tokens[verb.head]
    words = set(governed(document, above.i, (verb.i,))) if above.i != verb.i else set()
    if above.dep != "relcl":
        words |= set(range(sentence.first, left))
    for complement in children(document, verb.i, "ccomp"):
        if complement.i < verb.i:
            words |= set(governed(document, complement.i))
    words -= set(clause)
    return spans(document, _without_leading(document, sorted(words), _LEADING))


def cue_clause(document: Document, verb: Token) -> list[int]:
    """The words of "the minister said on Monday": the verb and what it governs except what is said."""
    barred = [t.i for t in children(document, verb.i, "ccomp", "parataxis", "dep") if t.i < verb.i or t.dep == "ccomp"]
    words = governed(document, verb.i, barred)
    first = words.index(verb.i)
    subjects = [t.i for t in children(document, verb.i, "nsubj", "nsubjpass")]
    while first > 0 and words[first - 1] == words[first] - 1 and document.tokens[words[first - 1]].pos != "PUNCT":
        first -= 1
    if subjects and subjects[0] < verb.i:
        phrase = governed(document, subjects[0])
        first = min(first, words.index(phrase[0]))
    return words[first:]


def quoted_beside(document: Document, verb: Token) -> tuple[Span, ...]:
    """Quotations that stand next to the cue's clause, on either side, with nothing but marks between."""
    clause = cue_clause(document, verb)
    text = document.text
    words = [document.tokens[i] for i in clause if document.tokens[i].pos not in ("PUNCT", "SPACE")]
    start, end = words[0].start, words[-1].end
    found = []
    for quotation in document.quotations:
        before = quotation.end <= start and not _words_between(text, quotation.end, start)
        after = quotation.start >= end and not _words_between(text, end, quotation.start)
        if before or after:
            found.append(quotation)
    return tuple(found)


def _words_between(text: str, start: int, end: int) -> bool:
    return end - start > 12 or any(c.isalnum() or c in ".\n" for c in text[start:end])


def _without_leading(document: Document, words: list[int], leading: frozenset[str] | tuple[str, ...]) -> list[int]:
    while words and (document.tokens[words[0]].text.lower() in leading or document.tokens[words[0]].pos == "PUNCT"):
        words = words[1:]
    return words


def takes_speech(verb: Token) -> bool:
    """Whether the verb may stand after or inside what is said."""
    return lemma(verb) in SPEECH


def takes_bare_speech(verb: Token) -> bool:
    """Whether it may do so with no quotation marks there."""
    return lemma(verb) in BARE_SPEECH


__all__ = ["cue_clause", "quoted_beside", "said_after", "said_before", "takes_bare_speech", "takes_speech", "trimmed"]

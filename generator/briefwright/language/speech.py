"""A verb of saying or thinking in, what is said out: after it, before it, around it, or between quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.language.clauses import VERBAL, children, governed, lemma, spans
from briefwright.language.cues import ADDRESSING, SPEECH
from briefwright.language.quotations import touching
from briefwright.model.document import Document, Token
from briefwright.model.text import Span

_BEFORE_CUE = frozenset(",–—-―?!;") | {"”", '"', "''", "--"}
"""What may stand between the words said and a cue that follows them."""
_INTRODUCING = (":", "-", "–", "—", "―")
_OPENING = " \u00a0“\"„«'`"
_LEADING = frozenset({"that", "but", "and", "so", "yet"})
_RELATIVE = frozenset({"who", "which", "that"})
_CONDITIONS = frozenset(
    {"after", "although", "because", "before", "if", "once", "since", "so", "though", "unless", "until"}
)
_GAP = 12
"""Characters at most between a quotation and its cue: a comma, a mark or two, blanks."""


def said_after(document: Document, verb: Token) -> tuple[Span, ...]:
    """The clause that the verb governs and that follows it, without its "that"."""
    clauses = [t for t in children(document, verb.i, "ccomp") if t.i > verb.i]
    if not clauses:
        return ()
    words: set[int] = set()
    if (
        lemma(verb) not in ADDRESSING
    ):  # "said the way they voted was wrong": what looks like an object begins the clause
        clauses += [t for t in children(document, verb.i, "dobj") if verb.i < t.i < clauses[0].i]
    for clause in (*clauses, *_hung_too_high(document, verb, clauses[0])):
        words |= {i for i in governed(document, clause.i) if i > verb.i}
    for mark in children(document, clauses[0].i, "mark"):
        if mark.text.lower() == "that":  # "claims, citing customs data, that …"
            words = {i for i in words if i > mark.i or i > clauses[0].i}
    return spans(document, _without_leading(document, sorted(words), {"that"}))


def _hung_too_high(document: Document, verb: Token, clause: Token) -> list[Token]:
    """Parts of what is said that the parser hung on the cue: "said that X and that Y", "said X because Y"."""
    found = []
    for child in children(document, verb.i, "conj", "advcl"):
        marks = {t.text.lower() for t in children(document, child.i, "mark")}
        subjects = children(document, child.i, "nsubj")
        if child.i < clause.i:
            continue
        if (child.dep == "advcl" and marks & _CONDITIONS) or (
            child.dep == "conj"
            and ("that" in marks or (subjects and lemma(child) not in SPEECH and not _after_comma(document, child)))
        ):
            found.append(child)
    return found


def _after_comma(document: Document, conjunct: Token) -> bool:
    first = governed(document, conjunct.i)[0]
    return "," in {t.text for t in document.tokens[max(0, first - 2) : first]}


def said_before(document: Document, verb: Token, source: Token, quotations: Sequence[Span]) -> tuple[Span, ...]:
    """What stands before a cue that comes after it or cuts through it: "The deal, he said, is off"."""
    if any(t.text.lower() in _RELATIVE for t in children(document, verb.i, "nsubj")):
        return ()
    sentence = document.sentences[verb.sentence]
    clause = cue_clause(document, verb, source)
    left = clause[0]
    if left == sentence.first or document.tokens[left - 1].text not in _BEFORE_CUE:
        return ()
    if quotations and _introduced(document, quotations[0]):
        return tuple(quotations)
    above = document.tokens[verb.head]
    words = set(governed(document, above.i, (verb.i,))) if above.i != verb.i else set()
    if above.dep != "relcl":
        words |= set(range(sentence.first, left))
    for complement in children(document, verb.i, "ccomp"):
        if complement.i < verb.i:
            words |= set(governed(document, complement.i))
    return spans(document, _without_leading(document, sorted(words - set(clause)), _LEADING))


def said_with_as(document: Document, verb: Token) -> tuple[Span, ...]:
    """The main clause after a cue that stands before it: "As the mayor said on Monday, the dam is unsafe"."""
    above = document.tokens[verb.head]
    marks = {t.text.lower() for t in children(document, verb.i, "mark", "advmod")}
    doers = children(document, above.i, "nsubj", "nsubjpass", "expl")
    own = [t for t in children(document, verb.i, "ccomp", "xcomp", "dobj") if t.tag != "DT"]  # "said this Friday"
    if verb.dep != "advcl" or "as" not in marks or "even" in marks or not verb.i < above.i or own or not doers:
        return ()
    first = governed(document, doers[0].i)[0]
    before = [t.text for t in document.tokens[max(verb.i, first - 2) : first]]
    if first < verb.i or "," not in before:
        return ()
    return spans(document, [i for i in governed(document, above.i, (verb.i,)) if i >= first])


def said_to_the_end(document: Document, verb: Token) -> tuple[Span, ...]:
    """The rest of the sentence, where the parser saw no clause in it though it holds a verb (headlines, mostly)."""
    sentence = document.sentences[verb.sentence]
    words = _without_leading(document, list(range(verb.i + 1, sentence.last)), {"that"})
    if not words or words[0] > verb.i + 2 or document.tokens[words[0]].pos in ("ADP", "ADV", "SCONJ"):
        return ()
    verbal = any(document.tokens[i].pos in VERBAL for i in words)
    return spans(document, words) if verbal else ()


def cue_clause(document: Document, verb: Token, source: Token | None) -> list[int]:
    """The words of "the minister said on Monday": the verb, its subject and what it governs, except what is said."""
    barred = [t.i for t in children(document, verb.i, "ccomp", "parataxis", "dep") if t.i < verb.i or t.dep == "ccomp"]
    words = governed(document, verb.i, barred)
    first = words.index(verb.i)
    while first > 0 and words[first - 1] == words[first] - 1 and document.tokens[words[first - 1]].pos != "PUNCT":
        first -= 1
    words = words[first:]
    if source is not None and source.i < verb.i:
        start = next(i for i in governed(document, source.i) if i <= source.i)
        words = [*range(min(start, words[0]), verb.i), *(i for i in words if i >= verb.i)]
    return words


def quoted_beside(document: Document, verb: Token, source: Token | None) -> tuple[Span, ...]:
    """Quotations that stand next to the cue's clause, on either side, with nothing but marks between."""
    words = [t for i in cue_clause(document, verb, source) if (t := document.tokens[i]).pos not in ("PUNCT", "SPACE")]
    start, end = words[0].start, words[-1].end
    found = []
    for quotation in touching(document.quotations, start - _GAP, document.sentences[verb.sentence].end + _GAP):
        if verb.end <= quotation.start < end and _set_off(document, quotation):
            end = max(t.end for t in words if t.end <= quotation.start)  # the parser took the quotation into the clause
        ended = document.text[quotation.end - 1] == "."  # what a cue is to follow ends in a comma or a question mark
        before = quotation.end <= start and not ended and not _parted(document.text, quotation.end, start)
        if before or (quotation.start >= end and not _parted(document.text, end, quotation.start)):
            found.append(quotation)
    return tuple(found)


def _parted(text: str, start: int, end: int) -> bool:
    return end - start > _GAP or any(c.isalnum() or c in ".\n" for c in text[start:end])


def _set_off(document: Document, quotation: Span) -> bool:
    return document.text[max(0, quotation.start - 4) : quotation.start].rstrip(_OPENING)[-1:] in (",", ":")


def _introduced(document: Document, quotation: Span) -> bool:
    return document.text[max(0, quotation.start - 4) : quotation.start].rstrip(_OPENING)[-1:] in _INTRODUCING


def _without_leading(
    document: Document, words: list[int], leading: Sequence[str] | set[str] | frozenset[str]
) -> list[int]:
    while words and (document.tokens[words[0]].text.lower() in leading or document.tokens[words[0]].pos == "PUNCT"):
        words = words[1:]
    return words

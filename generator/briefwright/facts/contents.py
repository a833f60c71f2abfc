"""A Document in, the same out with the contents of its attributions ending where the grammar ends them.

A network that tags words stops at a comma inside the clause that is reported, or runs on into what the text tells of
the saying: when, after what and in which paper it was said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefwright.facts.papers import PAPERS
from briefwright.model.document import Attribution, Document, Token
from briefwright.model.text import Span

_CIRCUMSTANCES = frozenset({"after", "amid", "following"})
"""Prepositions before what the text tells of the saying."""
_OCCASIONS = PAPERS | {"interview", "warning"}
_CONDITIONS = frozenset("although because if since though unless until when while".split())
"""Words that open a clause which belongs to the reported one."""
_TO_SOMEBODY = frozenset("advise ask instruct order remind tell urge warn".split())
"""Verbs whose object hears what is said and is no part of it: "told her to go"."""
_HEARERS = frozenset({"dative", "dobj", "nsubj"})
_LEAST = 2
"""Words that a clause must have more than the network saw of it."""


def with_whole_contents(document: Document) -> Document:
    """The document with each attribution's content whole and without what is not said."""
    cues = {t.i for a in document.attributions for cue in a.cue for t in document.tokens_in(*cue)}
    attributions = (_shortened(document, _unheard(document, _near(document, a))) for a in document.attributions)
    return replace(document, attributions=tuple(_lengthened(document, a, cues) for a in attributions))


def _near(document: Document, attribution: Attribution) -> Attribution:
    """Without unquoted words behind the first stretch after the cue that no word ties to it or to the cue.

    What stands in other lines, like the points of a list, is left alone.
    """
    end = attribution.cue[-1].end
    after = [s for s in attribution.content if s.start >= end and "\n" not in document.text[end : s.start]]
    far = [s for s in after[1:] if not _is_tied(document, s, (*attribution.cue, *after[:1]))]
    return replace(attribution, content=tuple(s for s in attribution.content if s not in far))


def _is_tied(document: Document, span: Span, spans: Sequence[Span]) -> bool:
    """Whether the span holds quoted words, or one governed by a word of the spans, or one that governs such a word."""
    words = document.tokens_in(*span)
    near = [t for s in spans for t in document.tokens_in(*s)]
    inside, there = {t.i for t in words}, {t.i for t in near}
    quoted = any(document.quoted(t.start, t.end) for t in words)
    return quoted or any(t.head in there for t in words) or any(t.head in inside for t in near)


def _unheard(document: Document, attribution: Attribution) -> Attribution:
    """Without those at its head who are told to do something: "told jurors to ignore it"."""
    first, *others = attribution.content
    words = document.tokens_in(*first)
    verb = next((v for v in _verbs(document, attribution) if v.lemma in _TO_SOMEBODY), None)
    if verb is None or not words or words[0].i != verb.i + 1:
        return attribution
    to = next((t for t in words[1:] if t.tag == "TO"), None)
    hearer = next((t for t in words if to and t.i < to.i and t.dep in _HEARERS and t.head in (verb.i, to.head)), None)
    if to is None or hearer is None or [t.i for t in document.subtree(hearer.i)] != [*range(words[0].i, to.i)]:
        return attribution
    return replace(attribution, content=(Span(to.start, first.end), *others))


def _shortened(document: Document, attribution: Attribution) -> Attribution:
    """Without the circumstances of the saying at its end: "denied the charge in a statement"."""
    last = attribution.content[-1]
    words = document.tokens_in(*last)
    for child in (t for verb in _verbs(document, attribution) for t in _below(document, verb)):
        phrase = list(document.subtree(child.i))
        inside = words and words[0].i < phrase[0].i and words[-1].i - 1 <= phrase[-1].i <= words[-1].i
        if inside and _is_circumstance(document, child) and not document.quoted(child.start, child.end):
            own = Span(last.start, document.tokens[phrase[0].i - 1].end)
            return replace(attribution, content=(*attribution.content[:-1], own))
    return attribution


def _is_circumstance(document: Document, child: Token) -> bool:
    if child.dep != "prep":
        return False
    paper = child.text.lower() == "in" and any(t.lemma.lower() in _OCCASIONS for t in _below(document, child))
    return paper or child.text.lower() in _CIRCUMSTANCES


def _lengthened(document: Document, attribution: Attribution, cues: set[int]) -> Attribution:
    """With all of the reported clause, where the network stopped before its adverbial: "…, even though it rained"."""
    last = attribution.content[-1]
    words = document.tokens_in(*last)
    clauses = (t for verb in _verbs(document, attribution) for t in _below(document, verb) if t.dep == "ccomp")
    for clause in clauses:
        phrase = list(document.subtree(clause.i))
        rest = [t for t in phrase if words and t.i > words[-1].i]
        begins = words and phrase[0].i <= words[0].i <= phrase[0].i + 1 and clause.i <= words[-1].i
        if begins and _is_adverbial(document, rest, words[-1]) and not cues & {t.i for t in rest}:
            return replace(attribution, content=(*attribution.content[:-1], Span(last.start, rest[-1].end)))
    return attribution


def _is_adverbial(document: Document, rest: list[Token], last: Token) -> bool:
    """Whether the tokens, right after the last one, are an adverbial of what stands before, in the same line."""
    if sum(t.text[0].isalnum() for t in rest) < _LEAST or rest[-1].i - last.i != len(rest):
        return False
    if "\n" in document.text[last.start : rest[-1].end] or document.quoted(last.start, last.end):
        return False
    opening = rest[1] if rest[0].text == "," else rest[0]
    heads = (t for t in rest if t.head <= last.i and t.dep in ("advcl", "prep"))
    head = next(heads, None)
    if head is None:
        return False
    marks = {t.text.lower() for t in _below(document, head) if t.dep in ("advmod", "mark")}
    return head is opening if head.dep == "prep" else bool(marks & _CONDITIONS)


def _verbs(document: Document, attribution: Attribution) -> Iterator[Token]:
    return (t for cue in attribution.cue for t in document.tokens_in(*cue) if t.pos == "VERB")


def _below(document: Document, token: Token) -> list[Token]:
    return [document.tokens[i] for i in document.children[token.i]]

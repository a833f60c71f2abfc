"""A Document with attributions and its Cast in, positions out: who says or wants what, in the article's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from briefwright.facts.acts import act_of, is_question, lemma
from briefwright.facts.attitudes import DENYING, DISMISSING, FINITE, OPPOSING, REPORTING
from briefwright.facts.grammar import DATELINE
from briefwright.facts.recall import PUT_TO_SOMEBODY, Recall
from briefwright.facts.scoring import position_score
from briefwright.facts.sources import source_head
from briefwright.facts.unsaid import is_supposed, is_taken_back
from briefwright.model.document import Attribution, Cast, Document, Token
from briefwright.model.factsheet import Act, Evidence, Mode, Position
from briefwright.model.text import Span, free_id, slug

MAX_ATTRIBUTIONS = 2_000
MAX_POSITIONS = 400
"""More than any article holds; a text made of quotation marks must neither fill the sheet nor take for ever."""
_LEAST_SURE = 0.55
"""Readings below this score are more often somebody's doings, or the writer's words, than a position."""
NO_STANCE = frozenset("contain feature identify include invoke list mention name refer reference".split())
"""Cues that point at something without taking a position on it."""
TELLING_OF = frozenset(
    """
    accord acknowledge add admit allege announce announcement apologise apologize believe blame call cite claim
    confirm confirmation convey declare describe detail disclose echo estimate expect express find forecast
    indicate label outline portray predict project put rank rate report reveal say see show signal suggest tell
    think view voice
    """.split()
)
"""Cues by which a bare thing is said ("reported two deaths"); of others it tells what was done ("repaid the loan")."""
_ANONYMITY = re.compile(r"(?:not )?(?:to )?be (?:identified|named|quoted)|anonymity|that (?:s?he|they) not be")
"""How a source that is not named asks for it, which is no position."""
_FIRST_WORD = re.compile(r"\w+")
_EDGE = " \t\n\u00a0,;:.–—-…[]()“”\"„«»'‘’`"
_MARKS = frozenset("‘'“\"`")
"""What opens a quotation inside another."""
_FIRST_AND_SECOND = frozenset({"i", "me", "my", "our", "us", "we", "you", "your"})
_TELLING = frozenset({"ADJ", "ADV", "INTJ", "NOUN", "NUM", "PROPN", "VERB"})
_ANYTHING = frozenset({"anything", "everything", "something", "things"})
_LAWS = ("constitution", "law", "laws", "statute", "treaty")
"""What things are done under, without saying anything."""
_SUBORDINATE = frozenset({"acl", "advcl", "relcl"})
_ATTITUDES = frozenset(
    "accept agree approve believe care consider expect hope know like support think trust want wish".split()
)
"""What somebody who does not do it takes a stance by."""
_NESTED = 0.5
"""Share of somebody's words from which on a wish inside them is those words over again: "said he hopes to …"."""


@dataclass(frozen=True, slots=True)
class _Stance:
    """An attribution with what is made of it before it gets its id."""

    attribution: Attribution
    actor: str | None
    act: Act
    evidence: tuple[Evidence, ...]

    @property
    def length(self) -> int:
        """Characters of evidence."""
        return sum(e.end - e.start for e in self.evidence)

    def holds(self, spans: Sequence[Span]) -> bool:
        """Whether the evidence covers all the spans."""
        return all(any(e.start <= s.start and s.end <= e.end for e in self.evidence) for s in spans)

    def is_quoted_in(self, quotation: Span) -> bool:
        """Whether the quotation holds evidence of it, and not the cue: its actor says what is between these marks."""
        outside = all(s.end <= quotation.start or quotation.end <= s.start for s in self.attribution.cue)
        return outside and any(quotation.start <= e.start and e.end <= quotation.end for e in self.evidence)


def find_positions(document: Document, cast: Cast) -> tuple[Position, ...]:
    """The positions of the story, in text order; the actor is null where the text does not let it be told."""
    stances = _without_echoes(document, _distinct(islice(_stances(document, cast), MAX_POSITIONS)))
    taken = {actor.id for actor in cast.actors}
    positions = []
    for stance in stances:
        position = _position(document, cast, stance, stances, taken)
        taken.add(position.id)
        positions.append(position)
    return tuple(positions)


def _stances(document: Document, cast: Cast) -> Iterator[_Stance]:
    recall = Recall(document, cast)
    for told in map(recall.as_told, document.attributions[:MAX_ATTRIBUTIONS]):
        if not all(document.sentence_at(span.start).story for span in (*told.content, *told.cue)):
            continue
        if is_taken_back(document, told) or position_score(told.score) < _LEAST_SURE:
            continue
        actor, attribution = recall.speaker(told), _with_negation(document, told)
        if attribution is None:
            continue
        head = source_head(document, attribution.source)
        evidence = _grounds(document, attribution.content)
        named = actor is not None or (head is not None and (head.tag == "NNS" or _is_body(document, head)))
        act = act_of(document, attribution, named and _is_about(cast, actor, evidence))
        # The questions of an interview, or of nobody ("asked about the trial, …"), are no position.
        nobody = actor is None and not (head and head.pos == "NOUN")
        asks = act == "ask" and nobody and not _is_asked(document, attribution)
        if evidence and not asks and _is_position(document, attribution, act, evidence):
            yield _Stance(attribution, actor, act, evidence)


def _with_negation(document: Document, attribution: Attribution) -> Attribution | None:
    """The attribution whose cue holds its "not" or "never", too; none where it tells of a saying that never was."""
    cue = [t for s in attribution.cue for t in document.tokens_in(*s)]
    for word in (t for t in cue if t.pos == "VERB" or t.dep == "acomp"):
        copula = document.tokens[word.head] if word.dep == "acomp" else None
        governing = copula or word
        before = [document.tokens[i] for i in document.children[governing.i] if i < cue[0].i]
        if not any(t.dep == "neg" and t.text != "No" for t in before):
            continue
        if copula is None and lemma(word) not in _ATTITUDES:
            return None
        own = (copula,) if copula else ()
        start = min(t.start for t in (*own, *before) if t in own or t.dep in ("aux", "neg"))
        return replace(attribution, cue=(Span(start, attribution.cue[0].end), *attribution.cue[1:]))
    return attribution


def _is_asked(document: Document, attribution: Attribution) -> bool:
    """Whether the text tells that somebody was asked something, if not by whom: "she was asked whether …"."""
    cue = [t for s in attribution.cue for t in document.tokens_in(*s)]
    below = (document.tokens[i] for t in cue if t.tag == "VBN" for i in document.children[t.i])
    return any(t.dep == "auxpass" for t in below) and any(is_question(document.text, s) for s in attribution.content)


def _is_about(cast: Cast, actor: str | None, evidence: tuple[Evidence, ...]) -> bool:
    """Whether what is said begins with whoever says it: by name, or by the "it" and "they" of bodies and groups."""
    if any(m.start == e.start and m.actor == actor for m in cast.mentions for e in evidence[:1]):
        return True
    kind = next((a.kind for a in cast.actors if a.id == actor), None)
    pronouns = {"person": (), "group": ("they",)}.get(kind or "", ("it", "they"))
    return any(_FIRST_WORD.findall(e.quote.lower())[:1] == [p] for e in evidence[:1] for p in pronouns)


def _is_body(document: Document, head: Token) -> bool:
    """Whether a name that no actor goes by is one of a body or a state."""
    return any(n.first <= head.i < n.last and n.label in ("GPE", "ORG") for n in document.names)


def _is_position(document: Document, attribution: Attribution, act: Act, evidence: tuple[Evidence, ...]) -> bool:
    """Whether it is a named party's position and more than a word; not "I think", which is who speaks or writes."""
    cue = [t for s in attribution.cue for t in document.tokens_in(*s)]
    source = [document.text[s.start : s.end].lower() for s in attribution.source]
    if source and source[-1].endswith(_LAWS) and any(t.text.lower() == "under" for t in cue):
        return False
    if source and source[0] in _FIRST_AND_SECOND:
        return False
    if any(lemma(t) in NO_STANCE for t in cue) or _ANONYMITY.match(evidence[0].quote):
        return False
    if act != "decline" and is_supposed(document, attribution):
        return False
    reported = act == "ask" or any(lemma(t) in PUT_TO_SOMEBODY for t in cue) or any(lemma(t) in REPORTING for t in cue)
    if not source and not reported and _mode(document, evidence) != "direct":
        return False
    words = [t for e in evidence for t in document.tokens_in(e.start, e.end) if any(c.isalnum() for c in t.text)]
    if act == "assert" and _mode(document, evidence) != "direct" and _tells_of_deeds(document, cue, words):
        return False
    claimed = source or act != "assert" or _is_sentence(document, words) or any(t.tag == "TO" for t in words)
    if not claimed and _mode(document, evidence) == "indirect":  # "the results were announced" tells what happened
        return False
    told = act != "assert" or any(lemma(t) in TELLING_OF or t.pos == "ADJ" for t in cue)
    if not told and _mode(document, evidence) == "indirect" and not _is_sentence(document, words):
        return False
    return len(words) > 1 or (act not in ("assert", "decline") and [t.pos for t in words] != ["PRON"])


def _tells_of_deeds(document: Document, cue: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether nothing is said: "sought to sell the mill" tells what was tried, "says something rude" not what it is."""
    if words and words[0].text.lower() in _ANYTHING and not _is_sentence(document, words):
        return True
    tried = any(t.pos == "VERB" for t in cue) and not any(lemma(t) in TELLING_OF for t in cue)
    return tried and bool(words) and words[0].tag == "TO"


def _is_sentence(document: Document, words: Sequence[Token]) -> bool:
    """Whether the words hold a clause of their own, or the verb of one ("to open", "having seen")."""
    verbal = bool(words) and words[0].tag in ("TO", "VB", "VBG")
    inside = {t.i for t in words}
    clauses = [_clause_of(document, t) for t in words if t.tag in FINITE]
    return verbal or any(c.dep not in _SUBORDINATE or c.head not in inside for c in clauses)


def _grounds(document: Document, content: Sequence[Span]) -> tuple[Evidence, ...]:
    """The content's spans as evidence, without one that holds a function word alone ("which", beside the clause)."""
    evidence = [e for span in content if (e := _evidence(document, span))]
    telling = [e for e in evidence if any(t.pos in _TELLING for t in document.tokens_in(e.start, e.end))]
    return tuple(telling or evidence)


def _evidence(document: Document, span: Span) -> Evidence | None:
    """The words without a dateline, marks at their edges, and the "that" that only ties them to the cue."""
    text, (start, end) = document.text, span
    if start == document.sentence_at(start).start and (dateline := DATELINE.match(text, start, end)):
        start = dateline.end()
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    first = document.tokens_in(start, min(start + 1, end))
    if first and first[0].text == "that" and first[0].dep == "mark":
        start = first[0].end + 1
    return Evidence(quote=text[start:end], start=start, end=end) if start < end else None


def _distinct(stances: Iterator[_Stance]) -> list[_Stance]:
    """One of those that say the same by the same actor, the surest; in text order of the cues."""
    best: dict[tuple[str | None, tuple[tuple[int, int], ...]], _Stance] = {}
    for stance in stances:
        key = (stance.actor, tuple((e.start, e.end) for e in stance.evidence))
        if key not in best or stance.attribution.score > best[key].attribution.score:
            best[key] = stance
    return sorted(best.values(), key=lambda s: (s.attribution.cue, s.attribution.content))


def _without_echoes(document: Document, stances: list[_Stance]) -> list[_Stance]:
    """Without the wishes that are most of what the same actor is reported to say; their act goes to the report."""
    kept: list[_Stance] = []
    for stance in stances:
        for at, outer in enumerate(kept[-3:], max(0, len(kept) - 3)):
            inside = outer.holds([*stance.attribution.cue, *(Span(e.start, e.end) for e in stance.evidence)])
            own = stance.actor == outer.actor if stance.actor else not _is_named(document, stance.attribution)
            if inside and own and stance.length > _NESTED * outer.length:
                if stance.actor is None and stance.act == "assert":
                    continue
                kept[at] = replace(outer, act=stance.act) if outer.act == "assert" else outer
                break
        else:
            kept.append(stance)
    return kept


def _is_named(document: Document, attribution: Attribution) -> bool:
    """Whether the source is a noun, and not "he" or "who"."""
    return any(t.pos in ("NOUN", "PROPN") for s in attribution.source for t in document.tokens_in(*s))


def _position(document: Document, cast: Cast, stance: _Stance, stances: list[_Stance], taken: set[str]) -> Position:
    attribution = stance.attribution
    statement = _statement(document, stance)
    source = _text(document, attribution.source)
    holder = stance.actor or source or "unnamed"
    named = (a for e in stance.evidence for a in cast.named_in(e.start, e.end))
    return Position(
        id=free_id(slug(f"{holder} {' '.join(statement.split()[:6])}"), taken),
        actor=stance.actor,
        act=stance.act,
        mode=_mode_told(document, stance),
        statement=statement,
        source=source,
        cue=_text(document, attribution.cue),
        via=_carrier(document, stance, stances),
        about=tuple(dict.fromkeys(a for a in named if a != stance.actor)),
        score=round(position_score(attribution.score), 2),
        evidence=stance.evidence,
    )


def _text(document: Document, spans: tuple[Span, ...]) -> str | None:
    return " … ".join(_tidy(document.text[s.start : s.end]).strip(" ,;") for s in spans) or None


def _tidy(words: str) -> str:
    """The words with one blank between two, and none before a mark that stood after furniture."""
    return re.sub(r"\s+(?=[,;.]\s)", "", f"{' '.join(words.split())} ").strip()


def _statement(document: Document, stance: _Stance) -> str:
    """What is said, readable by itself: the content, after its cue where that carries the sense ("denied …")."""
    words = " … ".join(_tidy(e.quote) for e in stance.evidence)
    cue = _text(document, stance.attribution.cue)
    if cue and not _stands_alone(document, stance):
        words = f"{cue} {words}"
    return words[:1].upper() + words[1:] + _missing_mark(words)


def _missing_mark(words: str) -> str:
    """The closing mark of a quotation that runs to the end: the evidence leaves it off."""
    if words.count("“") > words.count("”"):
        return "”"
    return '"' if words.count('"') % 2 else ""


def _stands_alone(document: Document, stance: _Stance) -> bool:
    """Whether the content is a sentence of its own, and says by itself what the act is."""
    cue = {lemma(t) for span in stance.attribution.cue for t in document.tokens_in(*span)}
    if stance.act == "decline" or (stance.act in ("deny", "oppose") and cue & (DENYING | DISMISSING | OPPOSING)):
        return False
    words = [t for e in stance.evidence for t in document.tokens_in(e.start, e.end)]
    return any(t.tag in FINITE and _clause_of(document, t).dep not in _SUBORDINATE for t in words)


def _clause_of(document: Document, verb: Token) -> Token:
    """The verb that heads the clause of a finite one, the first of those that "and" joins."""
    verb = document.tokens[verb.head] if verb.dep in ("aux", "auxpass") else verb
    while verb.dep == "conj" and document.tokens[verb.head].pos in ("AUX", "VERB"):
        verb = document.tokens[verb.head]
    return verb


def _mode(document: Document, evidence: tuple[Evidence, ...]) -> Mode:
    """Direct where all words stand between quotation marks, indirect where none does, else mixed."""
    tokens = [t for e in evidence for t in document.tokens_in(e.start, e.end) if t.text[0].isalnum()]
    quoted = sum(document.quoted(t.start, t.end) for t in tokens)
    return "direct" if tokens and quoted == len(tokens) else "mixed" if quoted else "indirect"


def _mode_told(document: Document, stance: _Stance) -> Mode:
    """The mode; marks around the cue, too, are those of somebody who tells of it: only marks inside them count."""
    cue, first = stance.attribution.cue[0], stance.evidence[0]
    around = Span(min(cue.start, first.start), max(cue.end, first.end))
    signed = not any(c.isalnum() for c in document.text[cue.start : cue.end])  # “… — Ada Holm”, quoted whole
    if signed or not document.quoted(*around):
        return _mode(document, stance.evidence)
    return "direct" if document.text[first.start - 1] in _MARKS else "indirect"


def _carrier(document: Document, stance: _Stance, stances: list[_Stance]) -> str | None:
    """In whose words this stance is told, the nearest first ("Politico reports that …, a diplomat said")."""
    cue = stance.attribution.cue
    quotation = next((q for q in document.quotations if q.start <= cue[0].start and cue[0].end <= q.end), None)
    others = [o for o in stances if o.actor not in (None, stance.actor)]
    if quotation:
        around = [o for o in others if o.holds(cue) or o.is_quoted_in(quotation)]
    else:
        around = [o for o in others if o.holds(cue) and _tells(document, o, cue)]
    return min(around, key=lambda o: o.length).actor if around else None


def _tells(document: Document, carrier: _Stance, cue: Sequence[Span]) -> bool:
    """Whether a reported clause says the cue, and not the article in passing ("the law, which critics call …")."""
    verb = next((t for s in cue for t in document.tokens_in(*s) if t.pos in ("AUX", "VERB")), None)
    while verb and verb.head != verb.i and carrier.holds([Span(verb.start, verb.end)]):
        if verb.dep in ("acl", "relcl"):
            return False
        verb = document.tokens[verb.head]
    return verb is not None

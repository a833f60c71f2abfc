"""A Document and the tagger's attributions in, attributions put right out: what a network that reads words cannot know.

Each step is a rule about the grammar or the form of a text: a name is whole, the subject of "was quoted as saying" is
the speaker, a second cue has its own content, and a turn of a transcript or a signed quotation is its speaker's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefwright.language.closing import with_closings
from briefwright.language.signatures import find_posts, find_signed
from briefwright.language.subjects import SAYING, find_possessor, find_subject
from briefwright.language.transcripts import find_turns
from briefwright.model.document import Attribution, Document, Name, Token
from briefwright.model.text import Span

REFUSED = frozenset("comment disclose elaborate reveal say specify".split())
"""Verbs of what somebody will not do who gives no answer."""
PASSING_ON = frozenset("cite hear quote record report".split())
"""Verbs in whose passive the subject is the speaker: "she was quoted as saying"."""
NESTED_SCORE = 0.9
"""How sure the tagger must be of an attribution inside somebody's turn."""
_SELF = frozenset("i me my our us we you".split())
_PARTICLES = frozenset({"at", "for", "on", "out", "upon"})
"""What belongs to a verb of saying: "called for", "urged on"."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BEFORE_NOUN = frozenset({"amod", "compound", "det", "nummod", "poss"})
_BACKSHIFTED = frozenset({"aux", "auxpass"})
_RELATIVE = ("which ", "who ", "whom ", "whose ")
_EDGE = " \t\n\xa0,;:–—-"


def with_attributions(document: Document, found: Iterable[Attribution]) -> Document:
    """The document with its attributions, in the order of their cues; turns and signed words are quotations too."""
    people = {i: n for n in document.names if n.label == "PERSON" for i in range(n.first, n.last)}
    mended = [
        each
        for attribution in found
        for each in _by_cue(
            document,
            _to_own_clause(document, _with_speaker(document, _of_subject(document, attribution, people))),
            people,
        )
    ]
    mended = [a for a in with_closings(document, mended) if not _is_passed_on(document, a, mended)]
    turns = find_turns(document.text)
    talk = [_whole(turn) for turn in turns]
    signed = find_signed(document.text)
    held = [_whole(each) for each in signed]
    posts = (each for each in find_posts(document.article.text) if not _touched(held, _whole(each)))
    apart = (each for each in (*signed, *posts) if not _touched(talk, _whole(each)))
    turns = tuple(sorted((*turns, *apart), key=_whole))
    said = [_whole(turn) for turn in turns]
    kept = [_in_paragraph(document, _without_aside(document, a)) for a in mended if _apart(document, a, turns, said)]
    marked = [q for q in document.quotations if not _touched(said, q)]
    return replace(
        document,
        quotations=tuple(sorted([*marked, *(span for turn in turns for span in turn.content)])),
        attributions=tuple(sorted([*kept, *turns], key=lambda a: a.cue)),
    )


def _with_whole_name(document: Document, attribution: Attribution, people: Mapping[int, Name]) -> Attribution:
    """The attribution with all of a person's name in its source, where the tagger cut through it."""
    source = []
    for start, end in attribution.source:
        first = document.tokens_in(start, min(start + 1, end))
        if first and first[0].text == "that" and first[0].dep == "mark":  # of what is read once more by itself
            start = min(first[0].end + 1, end - 1)
        names = [people[t.i] for t in document.tokens_in(start, end) if t.i in people]
        whole = Span(min([start, *(n.start for n in names)]), max([end, *(n.end for n in names)]))
        source.append(Span(start, end) if "\n" in document.text[slice(*whole)] else whole)
    if tuple(source) == attribution.source or any(s.overlaps(c) for s in source for c in attribution.cue):
        return attribution
    return _less(document, replace(attribution, source=tuple(source)))


def _of_subject(document: Document, attribution: Attribution, people: Mapping[int, Name]) -> Attribution:
    """The attribution with whole names, and whose cue it is by the grammar where the tagger found nobody or another."""
    words = [t for span in attribution.cue for t in document.tokens_in(*span)]
    if attribution.source and "\n" in document.text[attribution.cue[-1].end : attribution.source[0].start]:
        attribution = replace(attribution, source=())  # who opens the next paragraph speaks there
    if len(words) == 1 and words[0].dep == "prep":
        return _of_object(document, attribution, words[0])
    verb = next((t for t in words if t.pos == "VERB"), None)
    subject = find_subject(document, verb, attribution) if verb else find_possessor(document, words)
    if subject is None:
        return _with_whole_name(document, attribution, people)
    before = (i for i in document.children[subject.i] if document.tokens[i].dep in _BEFORE_NOUN)
    first = min([subject.i, *(next(document.subtree(i)).i for i in before)])
    source = (Span(document.tokens[first].start, subject.end),)
    return _less(document, replace(attribution, source=source))


def _of_object(document: Document, attribution: Attribution, preposition: Token) -> Attribution:
    """The attribution with what the preposition governs as its source, and no more ("In a poll, half of them said")."""
    noun = next((t for t in _below(document, preposition) if t.dep == "pobj"), None)
    if noun is None or not any(s.start <= noun.start < s.end for s in attribution.source):
        return attribution
    phrase = list(document.subtree(noun.i))
    whole = Span(phrase[0].start, phrase[-1].end)
    source = tuple(
        Span(max(s.start, whole.start), min(s.end, whole.end)) for s in attribution.source if s.overlaps(whole)
    )
    return replace(attribution, source=source)


def _with_speaker(document: Document, attribution: Attribution) -> Attribution:
    """The attribution with the subject as its source in "Holm was reported as having said", "Holm is quoted as saying".

    Whoever passes it on ("was quoted by the Courier as saying") is neither source nor cue.
    """
    for verb in (t for span in attribution.cue for t in document.tokens_in(*span)):
        spoken = _passed_on(document, verb) if verb.lemma in PASSING_ON and verb.tag == "VBN" else None
        subject = next((t for t in _below(document, verb) if t.dep == "nsubjpass"), None)
        if spoken and subject:
            helpers = [t for t in _below(document, verb) if t.dep == "auxpass"]
            opening = next(t for t in document.tokens[verb.i + 1 : spoken.i + 1] if t.text in ("as", "to"))
            cue = (Span(min(t.start for t in (*helpers, verb)), verb.end), Span(opening.start, spoken.end))
            source = list(document.subtree(subject.i))
            whose = Span(source[0].start, min(source[-1].end, cue[0].start))
            joined = (Span(cue[0].start, cue[1].end),) if opening.i == verb.i + 1 else cue
            content = attribution.content
            clause = next((t for t in _below(document, spoken) if t.dep == "ccomp"), None)
            if clause and all(whose.start <= s.start and s.end <= whose.end for s in content):
                said = list(document.subtree(clause.i))  # the tagger took the speaker for what is said
                content = (Span(said[0].start, said[-1].end),)
            return _less(document, replace(attribution, source=(whose,), cue=joined, content=content))
    return attribution


def _is_passed_on(document: Document, attribution: Attribution, others: Iterable[Attribution]) -> bool:
    """Whether it only says who passes another one on ("the Courier quoted Holm as saying": Holm's)."""
    cue = [t.lemma for span in attribution.cue for t in document.tokens_in(*span)]
    held = attribution.content[0]
    return not PASSING_ON.isdisjoint(cue) and any(
        a is not attribution and a.source and a.source[0].start == held.start and held.overlaps(a.content[0])
        for a in others
    )


def _passed_on(document: Document, verb: Token) -> Token | None:
    """The verb of saying in "as saying", "as having said", "to have said" below the passive."""
    for child in _below(document, verb):
        inner = _below(document, child) if child.text == "as" else [child] if child.dep == "xcomp" else []
        spoken = next((t for t in inner if t.lemma in SAYING and t.dep in ("pcomp", "xcomp")), None)
        if spoken and any(t.text in ("as", "to") for t in document.tokens[verb.i + 1 : spoken.i]):
            return spoken
    return None


def _in_paragraph(document: Document, attribution: Attribution) -> Attribution:
    """The attribution without unquoted words of other paragraphs, as of a heading; but a colon announces a list."""
    home = attribution.cue[0]
    between = {s: document.text[min(s.start, home.start) : max(s.end, home.end)] for s in attribution.content}
    content = [span for span in attribution.content if "\n" not in between[span]]
    if not content or ":" in document.text[content[-1].end - 1 : content[-1].end + 2]:
        return attribution
    away = (span for span in attribution.content if span not in content)
    quoted = [span for span in away if any(document.quoted(t.start, t.end) for t in document.tokens_in(*span))]
    return replace(attribution, content=tuple(sorted([*content, *quoted])))


def _by_cue(document: Document, attribution: Attribution, people: Mapping[int, Name]) -> Iterator[Attribution]:
    """The attribution, divided where its content runs into what the source did next: "said … and denied …"."""
    *others, last = attribution.content
    if others and not _touched(attribution.cue, Span(others[-1].end, last.start)):
        last = Span(others.pop().start, last.end)  # what the source did next may stand between two parts
    second = _second_cue(document, attribution, last, people)
    refusal = _refusal(document, attribution, last) if second is None else None
    if refusal and last.start < refusal[0].start - 5 and refusal[1].end < last.end:
        said = Span(last.start, document.tokens[refusal[0].i - 1].start)
        cue, refused = Span(refusal[0].start, refusal[1].end), Span(refusal[1].end, last.end)
        yield _less(document, replace(attribution, content=(*others, said)))
        yield _less(document, replace(attribution, cue=(cue,), content=(refused,)))
        return
    if second is None:
        yield attribution
        return
    joint = _joint(document, second) or second
    end = document.tokens[second.i + 1]
    cue = Span(second.start, end.end if end.text in _PARTICLES and end.head == second.i else second.end)
    first, rest = Span(last.start, joint.start), Span(cue.end, last.end)
    yield _less(document, replace(attribution, content=(*others, first)))
    yield _less(document, replace(attribution, cue=(cue,), content=(rest,)))


def _second_cue(document: Document, attribution: Attribution, span: Span, people: Mapping[int, Name]) -> Token | None:
    """The verb after "and" or "but" that goes with the first cue, whatever the parser hung it on.

    What was said in the past is told one step further back ("said it was safe", "said it had failed"); a verb of saying
    in the plain past that follows is therefore no part of it, unless a person in there could be its subject.
    """
    cues = [t for s in attribution.cue for t in document.tokens_in(*s) if t.tag == "VBD"]
    words = document.tokens_in(*span)
    for token in words[2:-1] if cues and attribution.source else ():
        above = _finite(document, document.tokens[token.head])
        if token.lemma not in SAYING or token.tag != "VBD" or token.dep != "conj" or above.tag not in ("VBD", "VBN"):
            continue
        if _joint(document, token) is None or document.quoted(token.start, token.end):
            continue
        if any(t.dep in _SUBJECTS or t.dep in _BACKSHIFTED for t in _below(document, token)):
            continue
        said = any(t.i in people or t.text in ("who", "they") for t in words if t.i < token.i)
        if above.i in {t.i for t in cues} or (above.dep == "ccomp" and _is_backshifted(document, above) and not said):
            return token
    return None


def _to_own_clause(document: Document, attribution: Attribution) -> Attribution:
    """The attribution without a clause that the text tells after its own: "vowed to stay, and it rained"."""
    last = attribution.content[-1]
    words = [t for span in attribution.cue for t in document.tokens_in(*span)]
    # After a reported clause it may be reported too: "said it was safe, and it would stay so".
    reports = any(t.dep == "ccomp" for word in words for t in _below(document, word))
    cues = set() if reports else {t.i for t in words}
    for token in document.tokens_in(*last):
        if token.dep != "conj" or token.head not in cues or document.quoted(token.start, token.end):
            continue
        subject = next((t for t in _below(document, token) if t.dep in _SUBJECTS), None)
        first = min((t.i for t in document.subtree(subject.i)), default=0) if subject else 0
        joint = document.tokens[first - 1] if first else token
        comma = document.tokens[joint.i - 1]
        if joint.tag == "CC" and comma.text == "," and last.start < comma.start < joint.end <= token.start:
            own = Span(last.start, comma.start)
            return replace(attribution, content=(*attribution.content[:-1], own))
    return attribution


def _joint(document: Document, verb: Token) -> Token | None:
    """The "and" or "but" before the verb, or before its adverb ("and later denied")."""
    before = document.tokens[verb.i - 1]
    if before.tag == "RB":
        before = document.tokens[before.i - 1]
    return before if before.tag == "CC" else None


def _finite(document: Document, verb: Token) -> Token:
    """The verb that an infinitive hangs on: of "were to blame and called" it is "were" that "called" goes with."""
    while verb.tag == "VB" and verb.dep == "xcomp":
        verb = document.tokens[verb.head]
    return verb


def _refusal(document: Document, attribution: Attribution, span: Span) -> tuple[Token, Token] | None:
    """The first auxiliary and the verb of "… but will not say where", which refuses and is no part of what was said."""
    words = document.tokens_in(*span)
    for token in words[2:] if attribution.source else ():
        helpers = [t for t in _below(document, token) if t.dep in ("aux", "neg")]
        refuses = token.lemma in REFUSED and token.dep == "conj" and any(t.dep == "neg" for t in helpers)
        if not refuses or any(t.dep in _SUBJECTS for t in _below(document, token)):
            continue
        first = helpers[0]
        if document.tokens[first.i - 1].tag == "CC" and not document.quoted(first.start, token.end):
            return first, token
    return None


def _is_backshifted(document: Document, verb: Token) -> bool:
    return verb.lemma == "be" or any(t.dep in _BACKSHIFTED for t in _below(document, verb))


def _without_aside(document: Document, attribution: Attribution) -> Attribution:
    """The attribution without what the text says of its source: "according to the report, which we have seen, …"."""
    ends = {span.end for span in attribution.source}
    content = []
    for start, end in attribution.content:
        if document.text.startswith(_RELATIVE, start) and len(document.text[:start].rstrip(_EDGE)) in ends:
            comma = document.text.find(", ", start, end)
            start = comma + 2 if comma > 0 else end
        if start < end:
            content.append(Span(start, end))
    return replace(attribution, content=tuple(content)) if content else attribution


def _less(document: Document, attribution: Attribution) -> Attribution:
    """The attribution whose content has no words of its source or cue; as it was where nothing would be left."""
    content = [
        Span(start + len(piece) - len(piece.lstrip(_EDGE)), start + len(piece.rstrip(_EDGE)))
        for span in attribution.content
        for start, end in _outside(span, sorted([*attribution.source, *attribution.cue]))
        if (piece := document.text[start:end]).strip(_EDGE)
    ]
    return replace(attribution, content=tuple(content) or attribution.content)


def _outside(span: Span, taken: Sequence[Span]) -> Iterator[Span]:
    start = span.start
    for each in taken:
        if span.overlaps(each):
            yield Span(start, max(start, each.start))
            start = max(start, each.end)
    yield Span(start, max(start, span.end))


def _apart(document: Document, attribution: Attribution, turns: Sequence[Attribution], said: Sequence[Span]) -> bool:
    """Whether an attribution stands apart from the turns, or is one that a speaker surely reports of others."""
    whole = _whole(attribution)
    if not _touched(said, whole):
        return True
    turn = turns[max(0, bisect_left(said, Span(whole.start, whole.start)) - 1)]
    inside = turn.content[0].start <= whole.start and whole.end <= turn.content[-1].end
    source = [document.text[s.start : s.end].lower() for s in attribution.source]
    return inside and attribution.score >= NESTED_SCORE and bool(source) and source[0] not in _SELF


def _whole(attribution: Attribution) -> Span:
    """From its first word to its last."""
    spans = sorted([*attribution.source, *attribution.cue, *attribution.content])
    return Span(spans[0].start, max(span.end for span in spans))


def _touched(spans: Sequence[Span], span: Span) -> bool:
    """Whether one of the spans, which are in order and disjoint, shares a character with this one."""
    at = bisect_left(spans, Span(span.start, span.start))
    return any(span.overlaps(other) for other in spans[max(0, at - 1) : at + 1])


def _below(document: Document, token: Token) -> list[Token]:
    return [document.tokens[i] for i in document.children[token.i]]

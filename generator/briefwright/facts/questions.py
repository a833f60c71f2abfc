"""A Document and its Cast in, open questions out: what the article leaves open, phrased as a person would ask it.

Rules and a network propose, `salience` tells how likely a reader follows it up; what cannot be phrased well, or says
again what another question asks, is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from briefwright.facts import contested, cues, deadlines, doubts, pending, salience, things, unconfirmed, unsolved
from briefwright.facts.due import due
from briefwright.facts.grammar import (
    MAX_SENTENCE,
    WH_TAGS,
    below,
    evidence,
    governor,
    is_plural,
    is_verb,
    noun_phrase,
    subject,
)
from briefwright.facts.grounds import Ground, find_grounds
from briefwright.facts.openings import Opening
from briefwright.facts.phrasing import Phrasing
from briefwright.facts.plainly import ask_plainly, top_word
from briefwright.facts.salience import Traits
from briefwright.facts.settled import is_settled
from briefwright.facts.wording import PERSONAL, Wording
from briefwright.model.document import Cast, Document, Sentence, Token
from briefwright.model.factsheet import Evidence, OpenQuestion, QuestionKind
from briefwright.model.text import Span, free_id, slug

MOST = 6
"""Questions of an article: an editor follows up a handful."""
MOST_CANDIDATES = 200
"""More than any article gives; merging compares each with each."""
ALIKE = 0.5
"""Share of common content words that makes two questions one."""
FEWEST, WITHIN = 4, 0.75
"""Content words of a question, and the share of them within another's, that make it the same, but shorter."""
OPERATORS = frozenset("are can could did do does has have is may might must should was were will would".split())
REPLIES = frozenset("absolutely certainly definitely hardly no nobody none nope not nothing probably sure yes".split())
"""First words of what answers a question at once."""
BARE = OPERATORS | {"be", "been", "have", ",", "?"}
"""What never comes right after the auxiliary of a question."""
SAYING_NOTHING = frozenset("bring come happen mean".split())
"""Verbs that, at the end of a "what", ask nothing of their own ("What will the talks bring?")."""
HAPPENING = frozenset("can did had has have was were will would".split())
"""Auxiliaries of questions that what happens can answer."""
EMPTY = frozenset(
    "a an and any are at be been by can could did do does for from has have in is it its"
    " of on or should that the there to was were will with would".split()
)
"""Words that say nothing about what a question is about."""
RULES = (
    *doubts.RULES,
    *contested.RULES,
    *unsolved.RULES,
    *unconfirmed.RULES,
    *pending.RULES,
    *deadlines.RULES,
)
DUMB = frozenset({"CCONJ", "NUM", "PART", "PUNCT", "SPACE", "SYM"})
"""Parts of speech that no rule begins with."""
Found = tuple[str, Opening, Wording, Evidence]
"""The rule that found it, how it leaves something open, the question and its grounds."""
CLAUSE_MARKS = frozenset({",", ";", ":", "–", "—", "(", "“", '"', "or", "and", "but", "so"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question with its grounds, before the best are chosen."""

    family: str
    """The rule that found it; "asked" for the text's own questions, "read" for what the network found."""
    kind: QuestionKind
    question: str
    evidence: Evidence
    traits: Traits
    due: str | None
    """The day by which it should be answered."""


def find_questions(document: Document, cast: Cast) -> tuple[OpenQuestion, ...]:
    """What the article leaves open, in text order."""
    scored = ((salience.chance(c.family, c.traits), c) for c in find_candidates(document, cast))
    likely = [(score, c) for score, c in scored if score >= salience.LEAST]
    questions, ids = [], set[str]()
    for score, c in sorted(_chosen(likely), key=lambda pair: (pair[1].evidence.start, pair[1].evidence.end)):
        question_id = free_id(slug(c.question, words=8), ids)
        ids.add(question_id)
        about = cast.named_in(c.evidence.start, c.evidence.end)
        questions.append(
            OpenQuestion(
                id=question_id,
                question=c.question,
                kind=c.kind,
                due=c.due,
                about=about,
                score=score,
                evidence=(c.evidence,),
            )
        )
    return tuple(questions)


def find_candidates(document: Document, cast: Cast) -> list[Candidate]:
    """All that can be asked of what the article leaves open, the same matter perhaps several times."""
    phrasing = Phrasing(document, cast)
    by_rule = list(islice(chain(_asked(document, phrasing), _left_open(document, phrasing)), MOST_CANDIDATES))
    worded = [span for *_, span in by_rule]
    read = islice(_read(document, phrasing, worded), MOST_CANDIDATES)
    return [
        Candidate(family, opening.kind, wording.question, span,
                  salience.traits(document, cast, opening, wording.question, span),
                  due(document, opening, wording, span))
        for family, opening, wording, span in (*by_rule, *read)
    ]  # fmt: skip


def _chosen(likely: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """The likeliest few, one for one matter."""
    kept: list[tuple[float, Candidate]] = []
    for score, c in sorted(likely, key=lambda pair: (-pair[0], pair[1].evidence.start, pair[1].evidence.end)):
        if len(kept) < MOST and not any(_same_matter(c, other) for _, other in kept):
            kept.append((score, c))
    return kept


def meet(one: Ground | Evidence, other: Evidence | Span) -> bool:
    """Whether the shorter of the two lies at least half in the other."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return 2 * common >= min(one.end - one.start, other.end - other.start)


def _same_matter(one: Candidate, other: Candidate) -> bool:
    if one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end:
        return True
    a, b = sorted((_gist(one.question), _gist(other.question)), key=len)
    return len(a & b) > ALIKE * len(b) or (len(a) >= FEWEST and len(a & b) >= WITHIN * len(a))


def _gist(question: str) -> set[str]:
    return {w.strip("’'s,.?") for w in question.lower().split()} - EMPTY


def _asked(document: Document, phrasing: Phrasing) -> Iterator[Found]:
    """Questions that the story itself asks, from the clause that asks on."""
    for sentence in document.sentences:
        if (
            not sentence.story
            or sentence.last - sentence.first > MAX_SENTENCE
            or not document.text[sentence.start : sentence.end].endswith("?")
        ):
            continue
        if any(sentence.start < q.end and q.start < sentence.end for q in document.quotations):
            continue
        if _is_answered(document, sentence):
            continue
        tokens = _asking_clause(document, sentence)
        wording = phrasing.as_written(tokens) if tokens and _is_answerable(tokens) else None
        if wording:
            opening = Opening("asked", tokens[0].i, tokens[0].i, 0.9)
            yield "asked", opening, wording, evidence(document, tokens[0].start, sentence.end)


def _is_answered(document: Document, asking: Sentence) -> bool:
    """Whether the next sentence begins with a reply ("Will fares rise? Not this year.")."""
    following = document.sentences[asking.index + 1 : asking.index + 2]
    first = next((t.text.lower() for s in following for t in document.tokens[s.first : s.last] if t.pos != "SPACE"), "")
    return first in REPLIES


def _read(document: Document, phrasing: Phrasing, worded: list[Evidence]) -> Iterator[Found]:
    """What the network takes for open and no rule, which words it better."""
    for ground in find_grounds(document):
        if any(meet(ground, span) for span in worded):
            continue
        wording = ask_plainly(document, phrasing, ground)
        if wording is not None and not (ground.kind == "pending" and is_settled(document, wording)):
            span = evidence(document, ground.start, ground.end)
            top = top_word(document, ground.start, ground.end)
            yield "read", Opening(ground.kind, top.i, top.i, 0.0), wording, span


def _is_answerable(tokens: list[Token]) -> bool:
    """Whether what happens, or happened, can answer it; not "what is", "why do they", which the article answers."""
    words = [t.text.lower() for t in tokens]
    operators = [w for w in words if w in OPERATORS]
    happens = operators[:1] and (operators[0] in HAPPENING or words[0] == "could")
    shown = words[0] in ("are", "is") and words[1] in ("it", "that", "there", "this")
    leads = words[0] == "who" and tokens[1].pos == "VERB"
    said = [t for t in tokens if t.text[0].isalnum()]
    if words[0] == "what" and said[-1].lemma in SAYING_NOTHING:
        return False
    return bool(happens) or shown or leads or "will" in operators


def _asking_clause(document: Document, sentence: Sentence) -> list[Token]:
    """The tokens from the first word that opens a question: an auxiliary, or a question word with one close by."""
    tokens = list(document.tokens[sentence.first : sentence.last])
    for position, token in enumerate(tokens):
        if position and tokens[position - 1].text.lower() not in CLAUSE_MARKS:
            continue
        followed = position + 1 < len(tokens) and tokens[position + 1].text.lower() not in BARE
        opens = token.text.lower() in OPERATORS and followed and not (token.text.isupper() and len(token.text) > 1)
        if opens or (token.tag in WH_TAGS and _asks_on(tokens[position + 1 : position + 5])):
            return tokens[position:]
    return []


def _asks_on(tokens: list[Token]) -> bool:
    """Whether a verb comes before any subject after a question word: "how long will it", not "when the war began"."""
    for token in tokens:
        if token.pos in ("VERB", "AUX") or token.text.lower() in OPERATORS:
            return True
        if token.pos in ("DET", "PRON", "PROPN"):
            return False
    return False


def _left_open(document: Document, phrasing: Phrasing) -> Iterator[Found]:
    """What can be phrased of all that rules take for open."""
    for family, opening in _openings(document):
        wording = _wording(document, phrasing, opening)
        teller = _teller(document, opening.cue) if opening.cue != opening.head else None
        if wording is None or (opening.kind == "pending" and is_settled(document, wording)):
            continue
        if teller is None or teller.text.lower() not in PERSONAL:
            yield family, opening, wording, _evidence(document, opening, wording, teller)


def _openings(document: Document) -> Iterator[tuple[str, Opening]]:
    """All places of the story that leave something open, with the rule that says so; a clause perhaps twice."""
    for sentence in document.sentences:
        asks = document.text[sentence.start : sentence.end].endswith("?")
        if sentence.story and not asks and sentence.last - sentence.first <= MAX_SENTENCE:
            for token in document.tokens[sentence.first : sentence.last]:
                for rule in RULES if token.pos not in DUMB else ():
                    yield from ((rule.__name__, opening) for opening in rule(document, token))


def _wording(document: Document, phrasing: Phrasing, opening: Opening) -> Wording | None:
    head = opening.head
    plural = is_plural(document, document.tokens[head])
    match opening.form:
        case "clause":
            return phrasing.ask(head, opening.doer, opening.modal, affirm=opening.kind == "disputed")
        case "there":
            return phrasing.fill("Were there" if plural else "Was there", head, "", definite=False)
        case "have":
            bare = all(t.text.lower() == "all" for t in below(document, head, {"det"}))
            return phrasing.fill(
                "have any" if bare else "have", head, "", definite=False, doer=opening.doer, opening="Did"
            )
        case "happen":
            return phrasing.fill("Did", head, "take place")
        case "true":
            return phrasing.fill("Are" if plural else "Is", head, "true")
        case "guilty":
            return phrasing.fill("Are" if plural else "Is", head, "guilty")
        case "find":
            return phrasing.fill("What will", head, "find")
        case "find about":
            return phrasing.fill("find about", head, "", doer=opening.doer)
        case "identify":
            return phrasing.fill("What are" if plural else "What is", head, "")
        case "where":
            return phrasing.fill("Where are" if plural else "Where is", head, "")
        case "who":
            return phrasing.fill("Who is behind", head, "")
        case "succeed" if document.tokens[head].lemma.lower() in cues.OCCASIONS:
            return things.ask_of_occasion(document, phrasing, document.tokens[head], "succeed")
        case "succeed":
            return phrasing.fill("Will", head, "succeed")
        case "outcome":
            return phrasing.fill("What will", head, "be")
        case "bring":
            return things.ask_of_occasion(document, phrasing, document.tokens[head], "bring")
        case "pass":
            return phrasing.fill("pass", head, "", doer=opening.doer, opening="Will")
        case "found":
            return phrasing.fill("Will", head, "be found")
        case "right":
            return phrasing.fill("Are" if plural else "Is", head, "right")
        case "win":
            return phrasing.fill("Who will win", head, "")


def _evidence(document: Document, opening: Opening, wording: Wording, teller: Token | None) -> Evidence:
    """From the words that leave it open, with their subject, to the end of what is left open."""
    reply = opening.cue if opening.reply is None else opening.reply
    asked = [t.i for t in wording.tokens]
    if document.tokens[opening.head].dep in ("csubj", "csubjpass"):  # "…, though how to pay for it is unclear"
        asked = [i for i in asked if i >= next(document.subtree(opening.head)).i]
    places = {opening.cue, reply, *asked}
    if teller is not None:
        places |= {teller.head, *(t.i for t in noun_phrase(document, teller.i))}
    if teller is not None and teller.i == opening.cue:
        hearers = below(document, teller.head, {"dobj", "dative"})
        places |= {t.i for hearer in hearers for t in document.subtree(hearer.i)}
    sentence = document.sentences[document.tokens[opening.cue].sentence]
    inside = [document.tokens[i] for i in sorted(places) if sentence.first <= i < sentence.last]
    return evidence(document, inside[0].start, inside[-1].end)


def _teller(document: Document, cue: int) -> Token | None:
    """The subject over the words that leave it open: of "declined" in "declined to say whether"."""
    verb = cue if is_verb(document.tokens[cue]) else governor(document, cue)
    while (found := subject(document, verb)) is None and document.tokens[verb].dep in ("xcomp", "ccomp", "acomp"):
        verb = governor(document, verb)
    return found

"""A Document in, the same out with the stances that its grammar gives where the network saw none.

A network that learned from verbs of saying passes over "the union celebrated the ruling" or "the board, which wants the
pier closed"; a verb of stance with somebody as its subject, and an object, is an attribution all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefwright.facts.acts import NAMING, lemma
from briefwright.facts.lexicon import CROWDS, GROUP_NOUNS, ROLE_NOUNS
from briefwright.facts.speakers import PAPERS, PARTITIVES
from briefwright.facts.voices import BODIES
from briefwright.model.document import Attribution, Document, Token
from briefwright.model.text import Span

SCORE = 0.6
"""How sure an attribution is that the grammar alone gives."""
STANCES = frozenset(
    """
    accuse advise applaud ask blame blast celebrate commend condemn criticise criticize decry defend demand denounce deplore disagree disavow dismiss encourage endorse fear favor favour hail hope lambaste laud lobby
    mock object oppose pledge praise promise propose protest push recommend refuse reject
    request resist ridicule slam support threaten trash urge vow want warn welcome
    """.split()
)
"""Verbs of stance that nobody but a person or a body is the subject of."""
TELLING = frozenset(
    """
    acknowledge admit agree allege announce argue assert believe claim conclude confirm contend declare deny describe estimate
    forecast imply insist maintain predict project recall report say state suggest tell think
    """.split()
)
"""Verbs of saying and thinking."""
FEELING = frozenset(
    """
    adamant afraid alarmed angry anxious certain concerned confident convinced critical determined doubtful eager
    fearful furious hopeful opposed optimistic outraged pessimistic reluctant sceptical skeptical supportive sure
    uneasy unhappy unwilling upset wary willing worried
    """.split()
)
"""Adjectives of stance."""
_VIEWS = frozenset(
    """
    accusation allegation appeal assertion belief call claim complaint concern criticism demand denial insistence
    objection opposition plea pledge promise proposal refusal request resistance suggestion support threat vow warning
    """.split()
)
"""Nouns of stance, whose owner holds it: "the union's demand that", "Karsian resistance to"."""
_TOWARDS = frozenset({"objection", "opposition", "resistance"})
"""Of these, the nouns after which "to" says what it is about, not whom it is put to."""
_FORESEEING = frozenset("estimate forecast predict project".split())
"""Of the verbs of saying those whose object is what is said: "forecast a dry winter"."""
_FINDING = frozenset("argue conclude find predict project recommend say show suggest warn".split())
"""What papers do."""
_RAISING = frozenset("appear begin continue seem start try".split())
_PEOPLE = GROUP_NOUNS | CROWDS | ROLE_NOUNS
_SUBJECTS = frozenset({"nsubj"})
_CLAUSES = frozenset({"ccomp", "xcomp", "oprd"})
_OBJECTS = frozenset({"dobj", "dative"}) | _CLAUSES
_PARTICLES = frozenset({"against", "for", "of", "on", "out", "to", "with", "about"})
_NAMED = frozenset({"GPE", "NORP", "ORG", "PERSON"})


def with_unread(document: Document) -> Document:
    """The document with the stances that no attribution of it holds, in the order of their cues."""
    read = {t.i for a in document.attributions for cue in a.cue for t in document.tokens_in(*cue)}
    kept = list(document.attributions)
    for word in document.tokens:
        if word.i in read or not document.sentences[word.sentence].story:
            continue
        if holder := _joined_to(document, word, kept):
            if deed := _joined(document, word, kept[holder - 1]):
                kept[holder - 1], new = deed
                kept.append(new)
        elif (new := _attribution(document, word) or _of_noun(document, word)) and not _is_known(document, new):
            kept.append(new)
    return replace(document, attributions=tuple(sorted(kept, key=lambda a: a.cue)))


def _joined_to(document: Document, word: Token, found: Sequence[Attribution]) -> int:
    """One more than the place of the attribution beside whose cue the word stands, though the parser hung it on what
    is said; 0 for none ("said the pier had closed and urged the board to pay")."""
    verb = document.tokens[word.head] if word.dep == "acomp" else word
    if not _is_cue(document, word) or verb.dep != "conj" or document.quoted(word.start, word.end):
        return 0
    helpers = [t for t in _below(document, verb) if t.dep in ("aux", "auxpass", "nsubj", "nsubjpass", "neg")]
    if any(t.dep in ("nsubj", "nsubjpass") for t in helpers):
        return 0
    first = min([verb.i, *(t.i for t in helpers)])
    joint = document.tokens[first - 1]
    joint = document.tokens[joint.i - 1] if joint.tag == "RB" else joint
    subject = _subject(document, word)
    if joint.tag != "CC" or (subject and _is_somebody(document, subject, lemma(word))):
        return 0
    finite = document.tokens[first].tag if helpers else verb.tag
    for at, each in enumerate(found):
        cue = [t for c in each.cue for t in document.tokens_in(*c)]
        same = cue and cue[0].sentence == verb.sentence and any(t.tag == finite for t in cue)
        near = each.content[-1].start < joint.start and joint.start <= each.content[-1].end + 3
        if each.source and same and near and cue[0].i < verb.i:
            return at + 1
    return 0


def _joined(document: Document, word: Token, holder: Attribution) -> tuple[Attribution, Attribution] | None:
    """The attribution without what the word governs, and that as one of its own."""
    verb = document.tokens[word.head] if word.dep == "acomp" else word
    cue, content = _parts(document, word)
    if content is None:
        return None
    helpers = [t.i for t in _below(document, verb) if t.dep in ("aux", "auxpass", "neg")]
    joint = document.tokens[min([verb.i, *helpers]) - 1]
    joint = document.tokens[joint.i - 1] if joint.tag == "RB" else joint
    last = holder.content[-1]
    words = document.text[last.start : min(last.end, joint.start)].rstrip(" ,")
    own = Span(last.start, last.start + len(words))
    return replace(holder, content=(*holder.content[:-1], own)), Attribution(holder.source, (cue,), (content,), SCORE)


def _of_noun(document: Document, noun: Token) -> Attribution | None:
    """The stance that a noun names together with whose it is: "the union's demand that the pier be closed"."""
    if noun.lemma.lower() not in _VIEWS or noun.pos != "NOUN":
        return None
    owner = next((t for t in _below(document, noun) if t.dep == "poss" or _is_people(document, t)), None)
    if owner is None or owner.text.lower() in ("my", "our", "your"):
        return None
    if owner.tag == "PRP$" and document.quoted(noun.start, noun.end):
        return None
    for child in (t for t in _below(document, noun) if t.i > noun.i):
        phrase = list(document.subtree(child.i))
        clause = child.dep in ("acl", "ccomp") and phrase[0].text in ("to", "that")
        against = child.text in ("about", "against", "for", "of") or (child.text == "to" and noun.lemma in _TOWARDS)
        if clause or (child.dep == "prep" and against and phrase[1:]):
            own = phrase if clause else phrase[1:]
            first = next(document.subtree(owner.i))
            return Attribution(
                (Span(first.start, owner.end),),
                (Span(noun.start, noun.end if clause else child.end),),
                (Span(own[0].start, own[-1].end),),
                SCORE,
            )
    return None


def _is_people(document: Document, word: Token) -> bool:
    if word.dep not in ("amod", "compound"):
        return False
    return any(n.first <= word.i < n.last and n.label == "NORP" for n in document.names)


def _attribution(document: Document, verb: Token) -> Attribution | None:
    name = lemma(verb)
    if not _is_cue(document, verb) or not _is_told(document, verb):
        return None
    subject = _subject(document, verb)
    if subject is None or subject.i > verb.i or not _is_somebody(document, subject, name):
        return None
    if _speaks_there(document, subject):
        return None
    inside = any(c.start <= verb.start < c.end for a in document.attributions for c in a.content)
    if subject.pos == "PRON" and (inside or document.quoted(verb.start, verb.end)):
        return None
    vague = ("every", "any", "some", "no", "a", "this")
    if document.quoted(verb.start, verb.end) and any(t.text.lower() in vague for t in _below(document, subject)):
        return None
    cue, content = _parts(document, verb)
    if content is None:
        return None
    first = next(document.subtree(subject.i)).i
    return Attribution((Span(document.tokens[first].start, subject.end),), (cue,), (content,), SCORE)


def _is_cue(document: Document, word: Token) -> bool:
    if word.text.lower() in FEELING:
        return word.dep in ("acomp", "acl") or word.pos == "VERB"
    return word.pos == "VERB" and lemma(word) in STANCES | TELLING | NAMING


def _is_told(document: Document, verb: Token) -> bool:
    """Whether the text says that it is or was done: no participle, no infinitive but after "seemed to"."""
    if not document.sentences[verb.sentence].story:
        return False
    if verb.text.lower() in FEELING:
        return verb.dep != "acomp" or document.tokens[verb.head].tag in ("VBD", "VBP", "VBZ", "VBN")
    if verb.tag == "VBG" and verb.dep == "advcl":
        return not any(t.dep in ("mark", "nsubj") for t in _below(document, verb))
    helpers = [t for t in _below(document, verb) if t.dep in ("aux", "auxpass")]
    if any(t.dep == "auxpass" for t in helpers):
        return False
    if verb.tag in ("VBD", "VBP", "VBZ"):
        return True
    if any(t.lemma in ("have", "be", "do") for t in helpers):
        return True
    above = document.tokens[verb.head]
    return verb.dep == "xcomp" and above.lemma in _RAISING and above.tag in ("VBD", "VBP", "VBZ")


def _subject(document: Document, verb: Token) -> Token | None:
    if verb.dep == "acl":
        return document.tokens[verb.head]
    for _ in range(4):
        own = next((t for t in _below(document, verb) if t.dep == "nsubj"), None)
        if (
            own
            or verb.dep not in ("conj", "xcomp", "acomp", "advcl")
            or any(t.dep == "nsubjpass" for t in _below(document, verb))
        ):
            break
        verb = document.tokens[verb.head]
    if own and own.lemma.lower() in PARTITIVES:
        of = (i for i in document.children[own.i] if document.tokens[i].text == "of")
        own = next((document.tokens[j] for i in of for j in document.children[i]), own)
    if own and own.tag in ("WP", "WDT"):
        noun = document.tokens[verb.head]
        vague = noun.lemma.lower() in ("man", "people", "person", "woman")
        return noun if verb.dep == "relcl" and noun.i < own.i and not vague else None
    return own


def _is_somebody(document: Document, noun: Token, name: str) -> bool:
    if noun.pos == "PRON":
        return noun.text.lower() in ("he", "she", "they") or (name in _FORESEEING and noun.text.lower() == "it")
    if any(n.first <= noun.i < n.last and n.label in _NAMED for n in document.names):
        return True
    word = noun.lemma.lower()
    return word in _PEOPLE or word in BODIES or (name in _FINDING and word in PAPERS)


def _speaks_there(document: Document, subject: Token) -> bool:
    """Whether the words are the subject's own ("the club strongly objects", the club said)."""
    holding = (a for a in document.attributions if any(c.start <= subject.start < c.end for c in a.content))
    return any(subject.text in document.text[s.start : s.end] for a in holding for s in a.source)


def _parts(document: Document, verb: Token) -> tuple[Span, Span | None]:
    """The cue, with its particle, and what it governs."""
    after = [t for t in _below(document, verb) if t.i > verb.i]
    cue = Span(verb.start, verb.end)
    particle = next((t for t in after if t.i == verb.i + 1 and t.dep in ("prt", "prep")), None)
    if particle and particle.text.lower() not in _PARTICLES:
        return cue, None
    clause = next((t for t in after if t.dep == "ccomp"), None)
    if clause:
        if lemma(verb) in NAMING:
            return cue, None
        phrase = list(document.subtree(clause.i))
        while phrase[-1].pos in ("CCONJ", "PUNCT", "SPACE") and len(phrase) > 1:
            phrase.pop()
        return cue, Span(phrase[0].start, phrase[-1].end)
    if lemma(verb) in (TELLING | NAMING) - _FORESEEING and not _names(document, verb, after):
        return cue, None
    spans: list[Token] = []
    for child in after:
        phrase = list(document.subtree(child.i))
        if child is particle:
            cue = Span(verb.start, child.end)
            spans += phrase[1:]
        elif child.dep in _OBJECTS or (spans and _goes_on(document, child)):
            spans += phrase
        elif child.dep != "advmod" or spans:
            break
    return cue, Span(spans[0].start, spans[-1].end) if spans else None


def _names(document: Document, verb: Token, after: Sequence[Token]) -> bool:
    """Whether somebody or something is called a name, or a paper finds a thing."""
    if lemma(verb) in NAMING:
        return any(t.dep == "oprd" or (t.dep == "prep" and t.text == "as") for t in after)
    subject = _subject(document, verb)
    return lemma(verb) == "find" and subject is not None and subject.lemma.lower() in PAPERS


def _goes_on(document: Document, child: Token) -> bool:
    purpose = child.dep == "advcl" and any(t.text == "to" for t in _below(document, child))
    return purpose or (child.dep == "prep" and child.text in ("as", "for", "of", "to"))


def _is_known(document: Document, attribution: Attribution) -> bool:
    """Whether another attribution has most of the same words as its content."""
    new = attribution.content[0]
    for other in document.attributions:
        shared = sum(max(0, min(new.end, c.end) - max(new.start, c.start)) for c in other.content)
        whole = sum(c.end - c.start for c in other.content)
        if 2 * shared >= whole + (new.end - new.start) - shared:
            return True
    return False


def _below(document: Document, token: Token) -> list[Token]:
    return [document.tokens[i] for i in document.children[token.i]]

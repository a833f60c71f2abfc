"""A Document in, the same out with the stances that its grammar gives where the network saw none.

A network that learned from verbs of saying passes over "the union celebrated the ruling", "the board's demand that …"
and "said the pier had closed and urged the council to pay"; whoever is somebody and governs such a cue holds a stance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefwright.facts.acts import lemma
from briefwright.facts.attitudes import DENYING, NAMING, WARNING
from briefwright.facts.lexicon import CROWDS, GROUP_NOUNS, ROLE_NOUNS
from briefwright.facts.papers import PAPERS
from briefwright.facts.speakers import PARTITIVES
from briefwright.facts.voices import BODIES
from briefwright.model.document import Attribution, Document, Token
from briefwright.model.text import Span

SCORE = 0.5
"""How sure an attribution is that the grammar alone gives: of two in labelled articles one is a position."""
STANCES = frozenset(
    """
    accuse advise applaud ask assail bash bemoan berate beseech blame blast celebrate champion chide commend condemn
    congratulate criticise criticize decry defend demand denounce deplore deride disagree disavow dismiss encourage
    endorse favor favour fear hail herald hope implore lambaste lament lampoon laud lobby mock object oppose
    plead pledge praise promise propose protest push question rebuff rebuke recommend refuse reject
    renounce repudiate request resist ridicule rip salute savage scold skewer slam support threaten trash urge vow
    want warn welcome
    """.split()
)
"""Verbs of stance that nobody but a person or a body is the subject of."""
TELLING = frozenset(
    """
    acknowledge admit agree allege announce argue assert believe claim conclude confirm contend declare deny describe
    estimate find forecast imply insist maintain predict project recall report say state suggest tell think
    """.split()
)
"""Verbs of saying and thinking, which are cues before a clause only."""
FORESEEING = frozenset("estimate forecast predict project".split())
"""Of these, the verbs before a bare thing too: "forecast a dry winter"."""
FEELINGS = frozenset(
    """
    adamant afraid alarmed angry anxious certain concerned confident convinced critical doubtful eager
    fearful furious hopeful opposed optimistic outraged pessimistic reluctant sceptical skeptical supportive sure
    uneasy unhappy unwilling upset wary willing worried
    """.split()
)
"""Adjectives of stance."""
VIEWS = frozenset(
    """
    accusation allegation anger appeal assertion belief call claim complaint concern condemnation criticism demand
    denial denunciation determination disapproval dismay displeasure doubt endorsement fear frustration hope
    hostility insistence objection opposition outrage plea pledge praise promise proposal refusal reluctance request
    resistance suggestion support threat unwillingness vow warning willingness
    """.split()
)
"""Nouns of stance, whose owner holds it: "the union's demand that", "Karsian resistance to"."""
_TOWARDS = frozenset({"objection", "opposition", "resistance"})
"""Of these, the nouns after which "to" says what it is about, not whom it is put to."""
_BY_PAPERS = frozenset("argue ask conclude find predict project recommend say show suggest warn".split())
"""What papers do."""
_RAISING = frozenset("appear begin continue seem start try".split())
"""Verbs whose subject is that of the infinitive: "seemed to defend"."""
_PEOPLE = GROUP_NOUNS | CROWDS | ROLE_NOUNS | {"witness"}
_NAMED = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_NOBODY = frozenset({"a", "any", "every", "no", "some", "this"})
"""Determiners of a subject that, in a quotation, is more often a figure of speech."""
_ANY = frozenset({"any", "every", "no"})
_SOME = frozenset({"both", "many", "others", "some", "those"})
_ANYBODY = frozenset({"man", "people", "person", "woman"})
_SPEAKERS = frozenset({"my", "our", "your"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_HELPERS = frozenset({"aux", "auxpass", "neg"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SHARING = frozenset({"acomp", "advcl", "conj", "xcomp"})
"""Relations of a verb whose subject may be that of the verb above it."""
_OBJECTS = frozenset({"dative", "dobj", "oprd", "xcomp"})
_PARTICLES = frozenset({"about", "against", "for", "of", "on", "out", "to", "with"})
_BEFORE_QUOTATION = frozenset(' \n\u00a0“"„«')
_FAR = 4
"""Verbs up which a subject is looked for."""


def with_unread(document: Document) -> Document:
    """The document with the stances that no attribution of it holds, in the order of their cues."""
    read = {t.i for a in document.attributions for cue in a.cue for t in document.tokens_in(*cue)}
    kept = list(document.attributions)
    near = _by_sentence(document)
    for word in document.tokens:
        if word.i in read or not document.sentences[word.sentence].story:
            continue
        beside = near[word.sentence]
        if joined := _joined(document, word, beside):
            holder, shorter, new = joined
            kept[kept.index(holder)] = shorter
            beside[beside.index(holder)] = shorter
            kept.append(new)
        elif (own := _of_verb(document, word, beside) or _of_noun(document, word)) and not _is_known(own, beside):
            kept.append(own)
    kept += _announced(document, near)
    return replace(document, attributions=tuple(sorted(kept, key=lambda a: a.cue)))


def _announced(document: Document, near: Mapping[int, Sequence[Attribution]]) -> Iterator[Attribution]:
    """Quotations that nobody has yet, after a sentence that ends with a colon: "Holm hit back:", and then “…”."""
    for quotation in document.quotations:
        start = quotation.start
        while start and document.text[start - 1] in _BEFORE_QUOTATION:
            start -= 1
        sentence = document.sentence_at(quotation.start)
        taken = any(c.overlaps(quotation) for a in near.get(sentence.index, ()) for c in a.content)
        if taken or not sentence.story or document.text[start - 1 : start] != ":":
            continue
        before = document.sentence_at(start - 1)
        verb = next((t for t in document.tokens[before.first : before.last] if t.head == t.i), None)
        subject = _subject(document, verb) if verb and verb.tag in _FINITE else None
        if verb and subject and subject.i < verb.i and _is_somebody(document, subject, lemma(verb)):
            source = Span(next(document.subtree(subject.i)).start, subject.end)
            yield Attribution((source,), (Span(verb.start, verb.end),), (quotation,), SCORE)


def _by_sentence(document: Document) -> defaultdict[int, list[Attribution]]:
    """The attributions whose cue or content touches each sentence."""
    near: defaultdict[int, list[Attribution]] = defaultdict(list)
    for attribution in document.attributions:
        spans = (*attribution.cue, *attribution.content)
        for i in sorted({t.sentence for span in spans for t in document.tokens_in(*span)}):
            near[i].append(attribution)
    return near


def _is_cue(word: Token) -> bool:
    """Whether it may be a verb or an adjective of stance."""
    if word.text.lower() in FEELINGS:
        return word.dep in ("acl", "acomp") or word.pos == "VERB"
    return word.pos == "VERB" and lemma(word) in STANCES | TELLING | NAMING


def _of_verb(document: Document, word: Token, near: Sequence[Attribution]) -> Attribution | None:
    """The stance of a verb or an adjective whose subject is somebody: "she trashed the plan", "he is wary of it"."""
    if not _is_cue(word) or not _is_told(document, word):
        return None
    subject = _subject(document, word)
    if subject is None or subject.i > word.i or not _is_somebody(document, subject, lemma(word)):
        return None
    quoted = document.quoted(word.start, word.end)
    holding = [a for a in near if any(c.start <= word.start < c.end for c in a.content)]
    if subject.pos == "PRON" and (holding or quoted):  # most often it is whoever says the rest
        return None
    if subject.tag == "NNS" and quoted:  # "people think that …" is how somebody else sees them
        return None
    if _foresees(document, word) or any(_is_feared(document, a) for a in holding):
        return None
    determiners = {t.text.lower() for t in _below(document, subject)}
    nobody = determiners & _ANY or (quoted and determiners & _NOBODY)
    if nobody or any(subject.text in _words(document, a.source) for a in holding):
        return None
    cue, content = _parts(document, word)
    first = next(document.subtree(subject.i))
    return Attribution((Span(first.start, subject.end),), (cue,), (content,), SCORE) if content else None


def _is_feared(document: Document, attribution: Attribution) -> bool:
    """Whether what it holds may not be so: somebody only fears or denies it."""
    return any(lemma(t) in WARNING | DENYING for cue in attribution.cue for t in document.tokens_in(*cue))


def _foresees(document: Document, word: Token) -> bool:
    """Whether the writer is sure of what will come: "Holm is sure to face questions"."""
    return word.text.lower() in ("certain", "sure") and any(t.dep == "xcomp" for t in _below(document, word))


def _words(document: Document, spans: Sequence[Span]) -> list[str]:
    return [t.text for span in spans for t in document.tokens_in(*span)]


def _is_told(document: Document, word: Token) -> bool:
    """Whether the text says that it is or was done: no passive, and no infinitive but after "seemed to"."""
    above, helpers = document.tokens[word.head], [t for t in _below(document, word) if t.dep in _HELPERS]
    if word.text.lower() == "opposed" and document.tokens[word.i - 1].text.lower() == "as":
        return False  # "a bridge, as opposed to a ferry"
    if word.text.lower() in FEELINGS:
        return word.dep != "acomp" or above.tag in _FINITE | {"VBN"}
    if word.tag == "VBG" and word.dep == "advcl":
        return not any(t.dep in ("mark", "nsubj") for t in _below(document, word))
    if word.dep == "acl" or any(t.dep == "auxpass" for t in helpers):
        return False
    raised = word.dep == "xcomp" and above.lemma in _RAISING and above.tag in _FINITE
    return word.tag in _FINITE or raised or any(t.lemma in ("be", "do", "have") for t in helpers)


def _subject(document: Document, word: Token) -> Token | None:
    """Whose stance it is by the grammar: of "who" whom it describes, of "a majority of voters" the voters."""
    if word.dep == "acl":
        return document.tokens[word.head]
    own: Token | None = None
    for _ in range(_FAR):
        below = _below(document, word)
        own = next((t for t in below if t.dep == "nsubj"), None)
        if own or word.dep not in _SHARING or any(t.dep == "nsubjpass" for t in below):
            break
        word = document.tokens[word.head]
    if own and own.tag in ("WDT", "WP"):
        noun = document.tokens[word.head]
        return noun if word.dep == "relcl" and noun.i < own.i and noun.lemma.lower() not in _ANYBODY else None
    if own and own.lemma.lower() in PARTITIVES:
        of = (t for t in _below(document, own) if t.text == "of")
        return next((t for preposition in of for t in _below(document, preposition)), own)
    return own


def _is_somebody(document: Document, noun: Token, verb: str) -> bool:
    """Whether the noun is a person, people or a body, or a paper that says such a thing."""
    if noun.pos == "PRON":
        return noun.text.lower() in ("he", "she", "they") or (verb in FORESEEING and noun.text.lower() == "it")
    if noun.pos == "PROPN" or noun.text.lower() in _SOME:
        return True
    if any(n.first <= noun.i < n.last and n.label in _NAMED for n in document.names):
        return True
    word = noun.lemma.lower()
    return word in _PEOPLE or word in BODIES or (verb in _BY_PAPERS and word in PAPERS)


def _parts(document: Document, word: Token) -> tuple[Span, Span | None]:
    """The cue, with its particle, and what it governs: a clause, or its objects and what goes with them."""
    after = [t for t in _below(document, word) if t.i > word.i]
    cue = Span(word.start, word.end)
    particle = next((t for t in after if t.i == word.i + 1 and t.dep in ("prep", "prt")), None)
    if particle and particle.text.lower() not in _PARTICLES:
        return cue, None
    if lemma(word) == "push" and not (particle and particle.text == "for") and not any(t.dep == "xcomp" for t in after):
        return cue, None  # "pushed the cart out of the ditch"
    clause = next((t for t in after if t.dep == "ccomp"), None)
    if clause:
        return cue, None if lemma(word) in NAMING and not particle else _whole(document, clause)
    called = lemma(word) == "call" and particle is not None
    if not called and lemma(word) in TELLING | NAMING and not _takes_object(document, word, after):
        return cue, None
    governed: list[Token] = []
    for child in after:
        if child is particle:
            cue = Span(word.start, child.end)
            governed += list(document.subtree(child.i))[1:]
        elif child.dep in _OBJECTS or (governed and _goes_on(document, child)):
            governed += document.subtree(child.i)
        elif child.dep != "advmod" or governed:
            break
    return cue, Span(governed[0].start, governed[-1].end) if governed else None


def _whole(document: Document, head: Token) -> Span:
    """The phrase of a token without the "and" and the marks at its end."""
    phrase = list(document.subtree(head.i))
    while phrase[-1].pos in ("CCONJ", "PUNCT", "SPACE") and len(phrase) > 1:
        phrase.pop()
    return Span(phrase[0].start, phrase[-1].end)


def _takes_object(document: Document, verb: Token, after: Sequence[Token]) -> bool:
    """Whether a bare thing is what is said: it is foreseen, called a name, or found by a paper."""
    if lemma(verb) in NAMING:
        return any(t.dep == "oprd" or (t.dep == "prep" and t.text == "as") for t in after)
    subject = _subject(document, verb)
    found = lemma(verb) == "find" and subject is not None and subject.lemma.lower() in PAPERS
    return found or lemma(verb) in FORESEEING


def _goes_on(document: Document, child: Token) -> bool:
    """Whether it goes with the object: a purpose, or "as", "for", "of" or "to" whom or what."""
    purpose = child.dep == "advcl" and any(t.text == "to" for t in _below(document, child))
    return purpose or (child.dep == "prep" and child.text in ("as", "for", "of", "to"))


def _of_noun(document: Document, noun: Token) -> Attribution | None:
    """The stance that a noun names together with whose it is: "the union's demand that the pier be closed"."""
    if noun.lemma.lower() not in VIEWS or noun.pos != "NOUN":
        return None
    owner = next((t for t in _below(document, noun) if t.dep == "poss" or _is_people(document, t)), None)
    if owner is None or owner.text.lower() in _SPEAKERS:
        return None
    if owner.tag == "PRP$" and document.quoted(noun.start, noun.end):
        return None
    source = Span(next(document.subtree(owner.i)).start, owner.end)
    for child in (t for t in _below(document, noun) if t.i > noun.i):
        phrase = list(document.subtree(child.i))
        if child.dep in ("acl", "ccomp") and phrase[0].text in ("that", "to"):
            return Attribution((source,), (Span(noun.start, noun.end),), (_whole(document, child),), SCORE)
        about = child.text in ("about", "against", "for", "of") or (child.text == "to" and noun.lemma in _TOWARDS)
        if child.dep == "prep" and about and phrase[1:]:
            content = Span(phrase[1].start, phrase[-1].end)
            return Attribution((source,), (Span(noun.start, child.end),), (content,), SCORE)
    return None


def _is_people(document: Document, word: Token) -> bool:
    """Whether the word before a noun names a people or a party."""
    named = any(n.first <= word.i < n.last and n.label == "NORP" for n in document.names)
    return named and word.dep in ("amod", "compound")


def _joined(
    document: Document, word: Token, near: Sequence[Attribution]
) -> tuple[Attribution, Attribution, Attribution] | None:
    """The attribution whose source does a second thing, that one without it, and the second thing.

    The parser hangs it on what is said, whose subject is nobody: "said the pier had closed and urged the board to pay".
    """
    if not _is_cue(word) or document.quoted(word.start, word.end):
        return None
    verb = document.tokens[word.head] if word.dep == "acomp" else word
    joint = _joint(document, verb)
    subject = _subject(document, word) if joint else None
    if joint is None or (subject and _is_somebody(document, subject, lemma(word))):
        return None
    holder = next((a for a in near if _is_beside(document, a, verb, joint)), None)
    cue, content = _parts(document, word)
    if holder is None or content is None:
        return None
    last = holder.content[-1]
    said = document.text[last.start : min(last.end, joint.start)].rstrip(" ,")
    shorter = (*holder.content[:-1], Span(last.start, last.start + len(said)))
    return holder, replace(holder, content=shorter), Attribution(holder.source, (cue,), (content,), SCORE)


def _joint(document: Document, verb: Token) -> Token | None:
    """The "and" or "but" before a joined verb that has no subject of its own."""
    below = _below(document, verb)
    if verb.dep != "conj" or any(t.dep in _SUBJECTS for t in below):
        return None
    before = document.tokens[min([verb.i, *(t.i for t in below if t.dep in _HELPERS)]) - 1]
    before = document.tokens[before.i - 1] if before.tag == "RB" else before
    return before if before.tag == "CC" else None


def _is_beside(document: Document, attribution: Attribution, verb: Token, joint: Token) -> bool:
    """Whether the verb stands in the tense of the attribution's cue, behind it, where its content ends or runs on."""
    cue = [t for c in attribution.cue for t in document.tokens_in(*c)]
    helpers = [t for t in _below(document, verb) if t.dep in _HELPERS]
    tense = helpers[0].tag if helpers else verb.tag
    same = cue[0].sentence == verb.sentence and cue[0].i < verb.i and any(t.tag == tense for t in cue)
    last = attribution.content[-1]
    return bool(attribution.source) and same and last.start < joint.start <= last.end + len(", ") + 1


def _is_known(attribution: Attribution, near: Sequence[Attribution]) -> bool:
    """Whether another attribution has most of the same words as its content."""
    new = attribution.content[0]
    for other in near:
        shared = sum(max(0, min(new.end, c.end) - max(new.start, c.start)) for c in other.content)
        whole = sum(c.end - c.start for c in other.content)
        if 2 * shared >= whole + new.end - new.start - shared:
            return True
    return False


def _below(document: Document, token: Token) -> list[Token]:
    return [document.tokens[i] for i in document.children[token.i]]

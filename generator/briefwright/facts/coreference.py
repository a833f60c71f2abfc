"""Figures with their names in, the same figures with descriptions and pronouns out: "the minister", "she", "it said".

Careful by design: where several figures fit, or somebody unnamed stands nearer, the words stay nobody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from briefwright.facts.attitudes import ASKING
from briefwright.facts.descriptions import find_descriptions
from briefwright.facts.figures import Figure, Gender, Place, is_subject, speaks
from briefwright.facts.lexicon import FEMALE_ROLES, MALE_ROLES, ROLE_NOUNS
from briefwright.facts.papers import BELONGING, SPEAKING_FOR
from briefwright.facts.spoken_of import HUMAN, SUBJECTS, Entry, SpokenOf
from briefwright.model.document import Document, Sentence, Token

STRIVING = frozenset("aim intend plan seek strive try".split())
"""Verbs, beside those of speaking, by which "it" and "they" show that they mean somebody."""
EPITHETS = frozenset(
    """
    author banker billionaire businessman businesswoman candidate challenger congressman congresswoman contender
    democrat economist entrepreneur frontrunner governor hopeful incumbent independent investor lawmaker manager mogul
    native newcomer nominee politician republican senator singer socialist star tycoon veteran
    """.split()
)
"""What newspapers call somebody again, with a word on him before it: "the two-term incumbent"."""
_BARE_EPITHETS = frozenset({"candidate", "democrat", "hopeful", "incumbent", "nominee", "republican"})
"""Those that need no such word."""
_SOME_OF_THEM = frozenset("many most several some".split())
"""Words that, alone, say how many of those speak whom "they" would mean."""
_ENDS = frozenset(".!?:;,…”\"’'")
_RANKING = frozenset("another first last next only other same".split())
"""Words that tell one of several apart, and so mean none spoken of."""
_SPOKEN_THROUGH = SPEAKING_FOR | BELONGING
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_SUBJECTLESS = frozenset({"JJ", "VBG", "VBN"})
_REACH = 3
"""Sentences back, its own included and quoted ones not counted, in which a pronoun's antecedent is looked for."""
_FARTHEST = 12
"""Sentences back to which somebody may have spoken last."""
_LONG_REACH = 6
"""The same for pronouns of people, whom a text may speak of for long without naming anybody else."""


def describe(document: Document, figures: list[Figure]) -> None:
    """Adds to the figures the places where descriptions stand for them."""
    _sort(figures)
    for place, figure in list(find_descriptions(document, figures, _owner(figures))):
        figure.places.append(place)
    _sort(figures)


def resolve(document: Document, figures: list[Figure]) -> None:
    """Adds to the figures the places where pronouns, or epithets like "the incumbent", stand for them."""
    for place, figure in _pronouns(document, _owner(figures)):
        figure.places.append(place)
    _sort(figures)


def _owner(figures: Iterable[Figure]) -> dict[int, Figure]:
    """For the tokens of all places whose they are; a description's before a name's inside it."""
    places = sorted(((p, f) for f in figures for p in f.places), key=lambda found: found[0].pronoun)
    return {i: f for p, f in places for i in range(p.first, p.last)}


def _sort(figures: Iterable[Figure]) -> None:
    for figure in figures:
        figure.places.sort()


def _pronouns(document: Document, owner: Mapping[int, Figure]) -> Iterator[tuple[Place, Figure]]:
    """The places of pronouns outside quotations that can be told; what is found serves the pronouns after it."""
    spoken_of = SpokenOf(document)
    sources = {s.start for a in document.attributions for s in a.source}
    called: dict[str, Figure] = {}
    """By which epithets somebody has been called, and so is again."""
    for token in document.tokens:
        if not document.sentences[token.sentence].story or document.quoted(token.start, token.end):
            continue
        figure = owner.get(token.i) or _apposed(document, token, owner)
        first = token.i
        if _may_be_meant(document, token) or (token.text.lower() in (*HUMAN, "their") and token.start in sources):
            meant = _announced(document, token, owner) or _antecedent(document, token, spoken_of)
            figure = meant = meant or _named_next(document, token, owner)
        elif figure is None and token.lemma.lower() in ROLE_NOUNS | EPITHETS:
            first = min([token.i, *document.children[token.i]])
            figure = meant = _called(document, token, first, spoken_of, called)
        elif owner.get(token.i) and owner.get(token.head) is figure and token.head != token.i:
            continue  # not the head of the mention
        else:
            meant = None
        if meant:
            meant.gender = meant.gender or (HUMAN.get(token.text.lower()) if meant.kind == "person" else None)
            yield Place(first, token.i + 1, "", pronoun=True), meant
        spoken_of.note(token, figure)


def _called(
    document: Document, noun: Token, first: int, spoken_of: SpokenOf, called: dict[str, Figure]
) -> Figure | None:
    """Whom an epithet means: whom it did before, else whoever may bear it."""
    words = document.text[document.tokens[first].start : noun.end].lower()
    if words not in called and _is_epithet(document, noun) and (bearer := _bearer(document, noun, spoken_of.entries)):
        called[words] = bearer
    return called.get(words)


def _may_be_meant(document: Document, token: Token) -> bool:
    """Whether it is a pronoun to be told: of somebody, or of whom somebody or something speaks for ("his office")."""
    if token.tag == "PRP":
        return token.text.lower() in (*HUMAN, "it", "they")
    if token.text.lower() in _SOME_OF_THEM:
        return token.dep in SUBJECTS and not document.children[token.i]
    return token.text.lower() in ("her", "his") and document.tokens[token.head].lemma.lower() in _SPOKEN_THROUGH


def _is_epithet(document: Document, token: Token) -> bool:
    """Whether it is a definite phrase like "the two-term incumbent" that speaks or does something.

    So is an office that "also" does, as whoever did something just before ("The deputy mayor also criticised").
    """
    also = any(document.tokens[i].text.lower() == "also" for i in document.children[token.head])
    if (
        token.lemma.lower() not in (ROLE_NOUNS if also else EPITHETS)
        or token.tag not in ("NN", "NNP")
        or token.dep == "appos"  # who stands before it is called so
        or not is_subject(document, token)
    ):
        return False
    before = [document.tokens[i] for i in document.children[token.i] if i < token.i]
    if any(t.lemma.lower() in _RANKING for t in before):
        return False
    told = any(t.dep in _MODIFIERS for t in before) or token.lemma.lower() in _BARE_EPITHETS
    return told and any(t.text.lower() == "the" for t in before)


def _bearer(document: Document, epithet: Token, entries: list[list[Entry]]) -> Figure | None:
    """The one person whom the clause or sentence before puts first, who speaks or does something there."""
    lemma = epithet.lemma.lower()
    gender: Gender | None = "male" if lemma in MALE_ROLES else "female" if lemma in FEMALE_ROLES else None
    aside = [e for e in entries[epithet.sentence] if _is_aside(document, document.tokens[e.at])]
    earlier = [aside, *(entries[i] for i in _sentences_back(document, epithet.sentence) if i < epithet.sentence)]
    people = next((p for told in earlier if (p := [e for e in told if e.is_human(gender)])), [])
    people = [e for e in people if e.may_be_called(lemma)] or people
    speaking = min((e.depth for e in people if e.speaker), default=None)
    leading = [e for e in people if e.speaker and e.depth == speaking] or [e for e in people if e.subject] or people
    return leading[0].figure if len({e.figure for e in leading}) == 1 else None


def _is_aside(document: Document, subject: Token) -> bool:
    """Whether it is the subject of a clause beside the main one ("Though Holm leads, the former mayor …")."""
    return subject.dep in SUBJECTS and document.tokens[subject.head].dep == "advcl"


def _apposed(document: Document, token: Token, owner: Mapping[int, Figure]) -> Figure | None:
    """Whose name a role is given ("the author of the study, Ada Holm", "the author was Ada Holm")."""
    if token.tag != "NN" or token.lemma.lower() not in ROLE_NOUNS:
        return None
    beside = [i for i in document.children[token.i] if document.tokens[i].dep == "appos"]
    if token.dep in SUBJECTS and document.tokens[token.head].lemma == "be":
        beside += [i for i in document.children[token.head] if document.tokens[i].dep == "attr"]
    return next((owner[i] for i in beside if i in owner and owner[i].kind == "person"), None)


def _announced(document: Document, pronoun: Token, owner: Mapping[int, Figure]) -> Figure | None:
    """The person whose name follows, where a clause with the pronoun opens the sentence ("When he came, Holm said")."""
    word, clause = pronoun.text.lower(), document.tokens[pronoun.head]
    if word not in HUMAN or pronoun.dep not in (*SUBJECTS, "poss"):
        return None
    while clause.dep not in ("advcl", "ROOT") and clause.head != clause.i:
        clause = document.tokens[clause.head]
    main = document.tokens[clause.head]
    if main.i < pronoun.i or (clause.dep != "advcl" and pronoun.dep != "poss"):
        return None
    named = (i for i in document.children[main.i] if document.tokens[i].dep in SUBJECTS and pronoun.i < i < main.i)
    figure = next((owner[i] for i in named if i in owner), None)
    return figure if figure and figure.kind == "person" and figure.gender in (None, HUMAN[word]) else None


def _named_next(document: Document, pronoun: Token, owner: Mapping[int, Figure]) -> Figure | None:
    """Whom the second sentence names, of the pronoun's gender, where the opening has left him or her without a name."""
    story = list(islice((s for s in document.sentences if s.story), 2))
    if pronoun.text.lower() not in HUMAN or len(story) < 2 or pronoun.sentence != story[0].index:
        return None
    opening, second = ({owner[i] for i in range(s.first, s.last) if i in owner} for s in story)
    named = [f for f in second - opening if f.kind == "person" and f.gender == HUMAN[pronoun.text.lower()]]
    return named[0] if len(named) == 1 else None


def _antecedent(document: Document, pronoun: Token, spoken_of: SpokenOf) -> Figure | None:
    word, entries = pronoun.text.lower(), spoken_of.entries
    some = word in _SOME_OF_THEM
    word = "they" if some or word == "their" else word
    speaking = spoken_of.voiced(pronoun) if word != "it" else speaks(document, pronoun)
    strives = is_subject(document, pronoun) and document.tokens[pronoun.head].lemma in STRIVING
    if word not in HUMAN and not (speaking or strives):
        return None
    told, words = 0, _words_told(document, pronoun) if speaking else range(0)
    others = _others(document, pronoun)
    for index in _sentences_back(document, pronoun.sentence):
        same = index == pronoun.sentence
        if some and (_is_elsewhere(document, pronoun, index) or index < pronoun.sentence - 1):
            return None
        fitting = [e for e in entries[index] if e.fits(word) and e.at not in words and e.at not in others]
        if not same and _is_whose(document, pronoun):
            if _is_elsewhere(document, pronoun, index) and pronoun.start > document.sentences[pronoun.sentence].start:
                return None
            fitting = [e for e in fitting if e.subject]
        if fitting:
            owner = _owner_above(document, pronoun, fitting) if same else None
            return (
                owner
                or _choose(_asked(document, fitting), same_sentence=same, speaking=speaking)
                or (_governing(document, pronoun, fitting) if same else None)
            )
        told += not _is_quoted(document, document.sentences[index])
        if told == (_LONG_REACH if word in HUMAN else _REACH):
            break
    own = next((e.figure for e in entries[pronoun.sentence] if words and e.fits(word)), None)
    return own or (_last_speaker(pronoun, entries) if speaking and word in HUMAN else None)


def _is_whose(document: Document, pronoun: Token) -> bool:
    """Whether it only says whose a stance is ("his pledge"), and nobody speaks for him."""
    return pronoun.tag == "PRP$" and not _may_be_meant(document, pronoun)


def _is_elsewhere(document: Document, pronoun: Token, index: int) -> bool:
    """Whether the sentence is of another paragraph than the pronoun."""
    return document.sentences[index].paragraph != document.sentences[pronoun.sentence].paragraph


def _last_speaker(pronoun: Token, entries: list[list[Entry]]) -> Figure | None:
    """Who spoke last, however the text went on, if it has spoken of nobody else since."""
    for told in reversed(entries[max(0, pronoun.sentence - _FARTHEST) : pronoun.sentence]):
        if people := [e for e in told if e.is_of_people]:
            alone = len({e.figure for e in people}) == 1 and any(e.speaker for e in people)
            return people[0].figure if alone and people[0].is_human(HUMAN[pronoun.text.lower()]) else None
    return None


def _words_told(document: Document, pronoun: Token) -> range:
    """The tokens of what is told before "…, he said": whom they name is as a rule somebody else.

    Where quotation marks say what is told, what stands before them is not.
    """
    verb = document.tokens[pronoun.head]
    told = next((i for i in document.children[verb.i] if i < pronoun.i and document.tokens[i].dep == "ccomp"), None)
    if told is None or document.tokens[pronoun.i - 1].text != ",":
        return range(0)
    return range(document.sentences[pronoun.sentence].first, pronoun.i)


def _others(document: Document, pronoun: Token) -> set[int]:
    """The tokens that grammar tells apart from the pronoun, which is a subject.

    Those of a clause before it that has the same subject, unsaid ("Referring to Holm's plan, he said"), and the noun
    that its own clause describes ("Holm, whom she met").
    """
    verb = document.tokens[pronoun.head]
    if pronoun.dep not in SUBJECTS:
        return set()
    found = {verb.head} if verb.dep == "relcl" else set()
    before = [document.tokens[i] for i in document.children[verb.i] if i < pronoun.i]
    clauses = [t for t in before if t.dep == "advcl"]
    clauses += [document.tokens[i] for t in before if t.dep == "prep" for i in document.children[t.i]]
    for clause in (c for c in clauses if c.dep in ("advcl", "pcomp") and c.tag in _SUBJECTLESS):
        if all(document.tokens[i].dep not in SUBJECTS for i in document.children[clause.i]):
            found |= {t.i for t in document.subtree(clause.i)}
    return found


def _owner_above(document: Document, pronoun: Token, fitting: list[Entry]) -> Figure | None:
    """Whose the thing is that "his" is told beside ("Holm's plan, including his promise")."""
    if pronoun.tag != "PRP$":
        return None
    whose = {e.at: e.figure for e in fitting if document.tokens[e.at].dep == "poss"}
    noun = document.tokens[document.tokens[pronoun.head].head]
    if noun.text.lower() == "including":
        above = document.tokens[noun.head]
        objects = (document.tokens[i] for i in document.children[above.i] if document.tokens[i].dep == "dobj")
        noun = next(objects, above) if above.pos == "VERB" else above
    return next((whose[i] for i in document.children[noun.i] if i in whose and noun.pos == "NOUN"), None)


def _asked(document: Document, fitting: list[Entry]) -> list[Entry]:
    """These without who asked another of them, for whoever is asked speaks next."""
    verbs = {e.at: document.tokens[document.tokens[e.at].head] for e in fitting}
    asked = {verbs[e.at].i for e in fitting if document.tokens[e.at].dep in ("dobj", "dative")}
    return [e for e in fitting if not (e.subject and verbs[e.at].lemma in ASKING and verbs[e.at].i in asked)]


def _governing(document: Document, pronoun: Token, fitting: list[Entry]) -> Figure | None:
    """The one of these who is subject of the nearest clause above the pronoun's ("Holm gave a talk in which he …")."""
    subjects = {e.at: e.figure for e in fitting if e.subject}
    above = document.tokens[pronoun.head]
    while above.head != above.i:
        above = document.tokens[above.head]
        if found := next((i for i in document.children[above.i] if i in subjects), None):
            return subjects[found]
    return None


def _sentences_back(document: Document, index: int) -> Iterator[int]:
    """The sentences of the story from this one back, to the opening of its paragraph if another sentence opens it.

    A paragraph that has turned to something else no longer means whom the one before it spoke of; only one that opens
    with the pronoun, or with a quotation, goes on from there.
    """
    paragraph = document.sentences[index].paragraph
    last: int | None = None
    for i in range(index, -1, -1):
        sentence = document.sentences[i]
        if last is not None and sentence.paragraph not in (paragraph, last):
            return
        if sentence.story:
            if last is None and i < index and _tells(document, sentence):
                last = sentence.paragraph
            yield i


def _tells(document: Document, sentence: Sentence) -> bool:
    """Whether it tells something itself: it begins outside quotation marks, and is no heading nor a stray mark."""
    tokens = document.tokens[sentence.first : sentence.last]
    word = next((t for t in tokens if t.text[0].isalnum()), None)
    if word is None or document.quoted(word.start, word.end):
        return False
    end = next((t.text for t in reversed(tokens) if not t.text.isspace()), "")
    return end[-1:] in _ENDS


def _is_quoted(document: Document, sentence: Sentence) -> bool:
    """Whether the whole sentence stands inside quotation marks, so that it is part of what somebody says."""
    words = [t for t in document.tokens[sentence.first : sentence.last] if t.text[0].isalnum()]
    return bool(words) and document.quoted(words[0].start, words[-1].end)


def _choose(fitting: list[Entry], *, same_sentence: bool, speaking: bool) -> Figure | None:
    """The speaker for "he said", else the subject, else the only one there; None where it can't be told."""
    speakers = [e for e in fitting if e.speaker]
    subjects = sorted((e for e in fitting if e.subject), key=lambda e: e.depth)
    if speaking and speakers:
        return min(reversed(speakers), key=lambda e: (e.depth, not e.subject)).figure
    alone = len({e.figure for e in fitting}) == 1
    if subjects and (alone or subjects[0].speaker or not same_sentence):
        return subjects[0].figure
    return fitting[0].figure if alone else None

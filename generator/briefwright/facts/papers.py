"""A noun for something said or written, or for who speaks for somebody, and the Cast in; whose it is out."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.facts.lexicon import SPEECH_VERBS
from briefwright.facts.sources import named_at
from briefwright.model.document import Cast, Document, Token

SPEAKING_FOR = frozenset({"representative", "spokesman", "spokespeople", "spokesperson", "spokeswoman"})
"""Who speaks for somebody else, and where no name is given counts as him."""
PAPERS = frozenset(
    """
    account ad advert advertisement analysis announcement article assessment audit blog book brief bulletin
    claim column comment commentary complaint count data datum decision declaration document editorial email estimate
    figure filing finding forecast guidance guideline information interview investigation lawsuit letter memo memorandum
    message model notice op-ed opinion order paper poll post projection proposal query question recording regulation
    release remark report research resolution result review rule ruling speech statement statistic statistics study suit
    survey tally testimony tracker transcript tweet version video view warning website word
    """.split()
)
"""What its owner says or writes: "the ministry's website"."""
_PARTS = frozenset("batch chapter copy excerpt page part portion section summary".split())
"""What, with "of" and a paper after it, stands for the paper."""
BELONGING = (
    PAPERS
    | _PARTS
    | frozenset("administration campaign counsel government office province regime staff state team".split())
)
"""What speaks for its owner: papers, their parts, and bodies like "the president's office"."""
FOLLOWERS = {
    "Conservative": "Conservatives",
    "Democratic": "Democrats",
    "GOP": "Republicans",
    "Republican": "Republicans",
}
"""Whom the adjective of a party, before what they say, stands for."""
SEEING = frozenset({"cite", "examine", "obtain", "quote", "report", "review", "see", "view"})
"""What somebody does to a paper that is not his: "documents seen by the Courier"."""
_PUBLISHING = frozenset("circulate file issue post publish release send share sign write".split())
"""What somebody does to a paper of his."""
TAKING_UP = frozenset("latest new same that the these this those".split())
"""Words before a paper that the text has spoken of."""
_SINGLING = frozenset({"another", "one"})
"""Words before one of several papers."""
_TEAMS = frozenset({"group", "panel", "team"})
_SHORTEST_STEM = 4
_FAR = 400
"""Tokens back to which a paper is remembered."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BEFORE = frozenset({"amod", "compound", "nmod"})
_OWNERS = _BEFORE | {"poss"}
_OF = frozenset({"as", "by", "for", "from", "including", "like", "of"})
"""Prepositions after which the owner or an example is named: "a spokesman for the ministry", "media such as"."""

_AT = SPEAKING_FOR | {"staff"}
"""Who, "at" a body, speaks for it."""


def owners(document: Document, cast: Cast, head: Token) -> Iterator[str]:
    """Whose the paper is, or for whom the spokesman speaks, as the words around the noun say it."""
    for i in document.children[head.i]:
        token = document.tokens[i]
        if token.dep in _OWNERS and (found := named_at(cast, token) or followers(cast, token)):
            yield found
        elif token.dep in ("prep", "agent") and token.text.lower() in (_OF | {"at"} if head.lemma in _AT else _OF):
            for noun in (document.tokens[j] for j in document.children[i]):
                if named := _named(document, cast, noun):
                    yield named
                elif noun.lemma.lower() in BELONGING:  # "the results of a Harbour Institute poll"
                    yield from owners(document, cast, noun)
                elif head.lemma.lower() in PAPERS:  # "a tally of wrecks kept by the institute"
                    yield from (a for j in document.children[noun.i] for a in _makers(document, cast, j))
        elif token.dep == "punct":  # "the report, by the institute", where the parser hangs "by" on the comma
            yield from owners(document, cast, token)
        else:
            yield from _makers(document, cast, i)


def _makers(document: Document, cast: Cast, i: int) -> Iterator[str]:
    """By whom it is that a participle tells of: "a statement published by the ministry"."""
    token = document.tokens[i]
    if token.dep == "acl" and token.tag == "VBN" and token.lemma not in SEEING and not _has_subject(document, i):
        yield from owners(document, cast, token)


def _has_subject(document: Document, verb: int) -> bool:
    """Whether the verb makes a sentence of its own ("a statement that Holm was paid by Lind")."""
    return any(document.tokens[j].dep in _SUBJECTS for j in document.children[verb])


def followers(cast: Cast, adjective: Token) -> str | None:
    """The group that the adjective of a party stands for ("Republican claims")."""
    name = FOLLOWERS.get(adjective.text)
    return next((a.id for a in cast.actors if a.kind == "group" and a.name == name), None)


def author(document: Document, cast: Cast, head: Token) -> str | None:
    """Whose the paper was where the text spoke of one of its kind before ("the Front released a memo … the memo")."""
    left = {document.tokens[i].text.lower() for i in document.children[head.i] if document.tokens[i].i < head.i}
    one_of_them = left <= _SINGLING
    if head.lemma.lower() not in PAPERS or not left or not (one_of_them or left <= TAKING_UP):
        return None
    earlier = document.tokens[max(0, head.i - _FAR) : head.i]
    same = [t for t in reversed(earlier) if t.lemma.lower() == head.lemma.lower() or _is_act_of(t, head)]
    same = [t for t in same if t.tag == "NNS" or not one_of_them]
    found = ((t, _publisher(document, cast, t) if t.pos == "NOUN" else _subject(document, cast, t)) for t in same)
    return next((a for t, a in found if a or is_new(document, t)), None)


def _is_act_of(verb: Token, paper: Token) -> bool:
    """Whether the verb is what its author does with the paper ("ordered … the order", "announced … announcement")."""
    stem = verb.lemma.removesuffix("e")
    return verb.pos == "VERB" and len(stem) >= _SHORTEST_STEM and paper.lemma.lower().startswith(stem)


def is_new(document: Document, noun: Token) -> bool:
    """Whether the text speaks of it for the first time: "a report"."""
    return any(document.tokens[i].text.lower() in ("a", "an", "another") for i in document.children[noun.i])


def _publisher(document: Document, cast: Cast, paper: Token) -> str | None:
    """Whose a paper is: its owner, or the subject of the verb that brings it out."""
    if owner := next(owners(document, cast, paper), None) or _asker(document, cast, paper):
        return owner
    paper = document.tokens[paper.head] if paper.dep == "compound" else paper
    of = document.tokens[paper.head]
    results = of.text == "of" and document.tokens[of.head].lemma in PAPERS | _PARTS  # "released the results of a study"
    paper = document.tokens[of.head] if results and paper.dep == "pobj" else paper
    verb = document.tokens[paper.head]
    spoken = paper.dep == "pobj" and verb.text.lower() == "in" and document.tokens[verb.head].lemma in SPEECH_VERBS
    verb = document.tokens[verb.head] if spoken else verb  # "Holm said in a statement"
    if not spoken and (paper.dep != "dobj" or verb.lemma not in _PUBLISHING):
        return None
    return _subject(document, cast, verb)


def _asker(document: Document, cast: Cast, paper: Token) -> str | None:
    """Who asks questions that the rest of the sentence tells of ("questions that the judge wants to ask")."""
    if paper.lemma not in ("query", "question"):
        return None
    rest = document.tokens[paper.i + 1 : document.sentences[paper.sentence].last]
    verb = next((t for t in rest if t.lemma == "ask" and t.tag != "VBN"), None)
    while verb and verb.dep == "xcomp":
        verb = document.tokens[verb.head]
    return _subject(document, cast, verb) if verb else None


def _subject(document: Document, cast: Cast, verb: Token) -> str | None:
    subjects = (document.tokens[i] for i in document.children[verb.i] if document.tokens[i].dep == "nsubj")
    return next((a for t in subjects if (a := named_at(cast, t) or _members(document, cast, t))), None)


def _members(document: Document, cast: Cast, team: Token) -> str | None:
    """Who are a team ("a team of French scientists")."""
    of = (i for i in document.children[team.i] if document.tokens[i].text == "of" and team.lemma in _TEAMS)
    return next((a for i in of for j in document.children[i] if (a := named_at(cast, document.tokens[j]))), None)


def _named(document: Document, cast: Cast, noun: Token) -> str | None:
    """The actor of a noun, or of the name beside it ("the blog Harbour Notes"), not of some ("two Democrats")."""
    beside = [document.tokens[i] for i in document.children[noun.i] if document.tokens[i].dep == "appos"]
    beside = [t for t in beside if all(document.tokens[i].dep != "nummod" for i in document.children[t.i])]
    return named_at(cast, noun) or next((a for t in beside if (a := named_at(cast, t))), None)

"""The words that name a source and the Cast in, the actor they stand for out; None where it would be a guess."""

from __future__ import annotations

import re
from itertools import islice

from briefwright.facts.figures import speaks
from briefwright.facts.lexicon import FORMER, GROUP_NOUNS, MEDIA_CUES, ROLE_NOUNS
from briefwright.facts.papers import BELONGING, FOLLOWERS, SPEAKING_FOR, author, followers, is_new, owners
from briefwright.facts.roles import ABBREVIATED_ROLES
from briefwright.facts.sources import named_at, source_head
from briefwright.model.document import Cast, Document, Mention, Token
from briefwright.model.factsheet import Actor
from briefwright.model.text import Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INNER = frozenset({"appos", "pobj", "prep"})
_BEFORE = frozenset({"amod", "compound", "nmod"})
_BODIES = frozenset("company firm group organisation organization".split())
_HEADS = frozenset("chairman chairwoman chief director head leader president".split())
"""Who, with "the" and the name of a body, is the one who speaks for it."""
_LEADING = _HEADS | {"director-general", "secretary-general"}
"""What a title calls those who are at the head of a body."""
_OFFICES = frozenset(
    "commissioner congressman congresswoman coroner governor judge lawmaker magistrate mayor minister prosecutor"
    " senator sheriff".split()
)
"""Offices whose holder an opening leaves unnamed, to name him a sentence or two later."""
_SET_OFF = (", ", *(f", {party} " for party in FOLLOWERS))
"""What stands before a name that is set off: a comma, and perhaps a party."""
_NAMELESS = frozenset("adviser aide diplomat executive official officer representative staffer".split())
"""Who often speaks without a name."""
_SOON = 800
"""Characters within which that is done."""
PARTITIVES = frozenset(
    "% dozen few half handful hundred majority many most number percent plenty quarter score several share some"
    " third thousand".split()
)
"""What, with "of" and a group after it, stands for the group."""
_PARTICIPLES = frozenset({"VBG", "VBN"})
MOST_BEFORE = 7
"""Tokens that may stand before the name in a source whose head is none of its own words."""
_TITLE_TAGS = frozenset({"CC", "HYPH", "IN", "JJ", "NN", "NNP"})
_STANDING = _SUBJECTS | {"conj", "dobj"}
"""Relations of a name that is whoever does something, not whom somebody is of or for."""
_SINGLED_OUT = frozenset({"begin", "lead", "start"})
"""Participles that name the first of a vague many: "voices in the region, starting with the fishermen's union"."""


def speaker(document: Document, cast: Cast, source: tuple[Span, ...]) -> str | None:
    """Id of the actor that the words of the source stand for.

    That is whom the head of the noun phrase names ("Ada Holm, a spokeswoman for the ministry" is Holm) or the name set
    beside it; a nameless spokesperson stands for whom he speaks, an office or a statement for whose it is.
    """
    head = source_head(document, source)
    if head is None:
        return None
    found = (
        _shortened(document, cast, source)
        or _person_meant(document, cast, source, head)
        or _officer(cast, head)
        or named_at(cast, head)
        or _apposed(document, cast, source, head)
    )
    if found is None and (head.lemma.lower() in SPEAKING_FOR or head.lemma.lower() in BELONGING):
        return next(owners(document, cast, head), None) or author(document, cast, head)
    return (
        _thing_meant(document, cast, source, found)
        or _called(document, cast, head)
        or (followers(cast, head) if source == (Span(head.start, head.end),) else None)
        or _named_after(cast, head)
        or _officeholder(document, cast, head)
        or _introduced(document, cast, head)
        or _of_opening(document, cast, head)
        or _headed(document, cast, head)
        or _part_of(document, cast, head)
        or _example(document, cast, head)
        or _labelled(document, cast, source)
        or _misplaced(document, cast, source, head)
        or _joined(document, cast, head)
    )


def _person_meant(document: Document, cast: Cast, source: tuple[Span, ...], head: Token) -> str | None:
    """Whom "who" stands for, where the parser hung it on the place or body that the person is from or of."""
    beings = {a.id for a in cast.actors if a.kind in ("group", "person")}
    if document.text[source[0].start : source[-1].end].lower() != "who":
        return None
    while head.dep in _INNER and head.lemma.lower() not in ROLE_NOUNS | GROUP_NOUNS:
        if (found := named_at(cast, head)) in beings:
            return found
        head = document.tokens[head.head]
    found = named_at(cast, head)
    return found if found in beings else None


def _officer(cast: Cast, head: Token) -> str | None:
    """Whose title a body's name runs into ("Tarn House of Deputies Member Ada Holm")."""
    people = {a.id for a in cast.actors if a.kind == "person"}
    bodies = [m for m in cast.mentions if m.start <= head.start and head.end <= m.end and m.actor not in people]
    titled = (m for b in bodies for m in cast.mentions if m.actor in people and b.start < m.start < b.end < m.end)
    return next((m.actor for m in titled), None)


def _shortened(document: Document, cast: Cast, source: tuple[Span, ...]) -> str | None:
    """The body whose short form in brackets ends the source ("the Harbour Commissioner (HC)" is no person)."""
    if not re.fullmatch(r"[^,]+\([A-Z]{2,6}\)", document.text[source[0].start : source[-1].end]):
        return None
    bodies = {a.id for a in cast.actors if a.kind == "organisation"}
    inside = (m for m in cast.mentions if m.end == source[-1].end - 1 and m.actor in bodies)
    return next((m.actor for m in inside), None)


def _apposed(document: Document, cast: Cast, source: tuple[Span, ...], head: Token) -> str | None:
    """The name set beside a description by commas, inside the source or next to it: "Dawn, the youth group, said"."""
    for i in document.children[head.i]:
        token = document.tokens[i]
        if token.dep == "appos" and token.pos == "PROPN" and (found := named_at(cast, token)):
            return found
    start, end = source[0].start, source[-1].end
    if head.tag in ("CD", "DT", "NN", "NNP") and (found := _set_off(document, cast, source, head)):
        return found
    if head.pos != "NOUN":
        return None
    beside = (m for m in cast.mentions if _touches(document.text, m, start, end) and not m.pronoun)
    return next((m.actor for m in beside), None)


def _set_off(document: Document, cast: Cast, source: tuple[Span, ...], head: Token) -> str | None:
    """The one person in the source, set off by a comma ("the head of the board, Ada Holm")."""
    people = {a.id for a in cast.actors if a.kind == "person"}
    text, end = document.text, source[-1].end
    inside = [m for m in cast.mentions if head.end < m.start and m.end <= end and not m.pronoun and m.actor in people]
    apart = [m for m in inside if text.endswith(_SET_OFF, 0, m.start)]
    apart = apart if len({m.actor for m in apart}) == 1 else []
    ends = (m for m in apart if m.end >= end - 1 or text.startswith((",", " (", " of "), m.end))
    return next((m.actor for m in ends), None)


def _touches(text: str, mention: Mention, start: int, end: int) -> bool:
    if mention.end <= start:
        return text[mention.end : start] == ", " and text[end : end + 1] == ","
    return text[end : mention.start] in (", ", ", the ") and text[mention.end : mention.end + 1] == ","


def _thing_meant(document: Document, cast: Cast, source: tuple[Span, ...], found: str | None) -> str | None:
    """What "which" stands for, where the parser hung it on a person: the last one named before it that is none."""
    if found is None or document.text[source[0].start : source[0].end].lower() != "which":
        return found
    people = {a.id for a in cast.actors if a.kind == "person"}
    if found not in people:
        return found
    before = [m for m in cast.mentions if m.end <= source[0].start and m.actor not in people]
    beside = [m for m in before if not any(c.isalnum() for c in document.text[m.end : source[0].start])]
    return beside[-1].actor if beside else found


def _called(document: Document, cast: Cast, head: Token) -> str | None:
    """The body or outlet whose name stands before what it is ("the Lantern news agency")."""
    if head.tag != "NN" or head.lemma.lower() not in MEDIA_CUES | _BODIES:
        return None
    bodies = {a.id for a in cast.actors if a.kind in ("media", "organisation")}
    before = (document.tokens[i] for i in document.children[head.i] if document.tokens[i].dep in _BEFORE)
    return next((a for t in before if t.i < head.i and (a := named_at(cast, t)) in bodies), None)


def _named_after(cast: Cast, head: Token) -> str | None:
    """The name right after a description: "the opposition Civic Front said"."""
    found = (m.actor for m in cast.mentions if m.start == head.end + 1 and not m.pronoun)
    return next(found, None) if head.pos == "NOUN" else None


def _officeholder(document: Document, cast: Cast, head: Token) -> str | None:
    """The one person with the office of "its interior minister", who is named at another place."""
    owned = any(document.tokens[i].tag == "PRP$" for i in document.children[head.i])
    if not owned or head.lemma.lower() not in ROLE_NOUNS:
        return None
    held = [a.id for a in cast.actors if a.kind == "person" and _office(a) == head.lemma.lower()]
    return held[0] if len(held) == 1 else None


def _introduced(document: Document, cast: Cast, head: Token) -> str | None:
    """The one person who soon after "a federal judge" or "one expert" is named as such, as in an opening."""
    left = {document.tokens[i].text.lower() for i in document.children[head.i] if document.tokens[i].i < head.i}
    lemma = head.lemma.lower()
    if lemma not in ROLE_NOUNS or not left & {"a", "an", "one"}:
        return None
    people = {a.id: a for a in cast.actors if a.kind == "person"}
    soon = [m for m in cast.mentions if m.actor in people and head.end < m.start < head.end + _SOON]
    again = f"the {lemma}, "  # "a deputy to the minister wrote … The deputy, Ada Holm, said"
    told = next((m.actor for m in soon if document.text[m.start - len(again) : m.start].lower() == again), None)
    if told or ("one" not in left and lemma not in _OFFICES):
        return told
    kinds = {t.text.lower() for t in document.subtree(head.i) if t.i < head.i and t.tag == "NN"}
    offices = {a: _offices(people[a]) for a in people if lemma in _offices(people[a])}
    held = {a for a, words in offices.items() if len(words) == 1 or kinds <= words}  # no superior for a county judge
    first = next((m for m in cast.mentions if m.actor in held), None)
    return first.actor if first in soon and first and len(held) == 1 else None


def _of_opening(document: Document, cast: Cast, head: Token) -> str | None:
    """Whom the second sentence begins with, who goes on speaking, after an opening on "a harbour regulator"."""
    story = list(islice((s for s in document.sentences if s.story), 2))
    if len(story) < 2 or head.sentence != story[0].index or not is_new(document, head):
        return None
    if head.tag != "NN" or head.lemma.lower() not in ROLE_NOUNS | GROUP_NOUNS or head.lemma.lower() in _NAMELESS:
        return None
    people = {a.id for a in cast.actors if a.kind == "person"}
    named = [m for m in cast.mentions if m.actor in people and not m.pronoun and m.start < story[1].end]
    if not named or named[0].start != story[1].start:
        return None
    return named[0].actor if speaks(document, document.tokens_in(named[0].start, named[0].end)[-1]) else None


def _headed(document: Document, cast: Cast, head: Token) -> str | None:
    """The one person named as such, or else the body that "the director of the institute" speaks for."""
    left = [document.tokens[i].text.lower() for i in document.children[head.i] if document.tokens[i].i < head.i]
    several = head.tag == "NNS" and not left  # "Leaders of the Harbour Committee"
    if head.lemma.lower() not in _HEADS or not (several or left == ["the"]):
        return None
    bodies = {a.id for a in cast.actors if a.kind == "organisation"}
    body = next((a for a in owners(document, cast, head) if a in bodies), None)
    members = [a for a in cast.actors if body and a.kind == "person" and a.affiliation == body]
    leading = [a.id for a in members if _office(a) in _LEADING and not _offices(a) & FORMER]
    return leading[0] if len(leading) == 1 and not several else body


def _offices(actor: Actor) -> set[str]:
    """The words of the actor's role, written out where they are short for an office ("Sen.")."""
    words = (actor.role or "").split()
    return {ABBREVIATED_ROLES.get(word, word.lower()) for word in words}


def _office(actor: Actor) -> str:
    """The noun of the actor's role: of "spokesman for the ministry" the spokesman."""
    words = re.split(r" (?:at|for|from|in|of|to) ", actor.role or "")[0].split()
    return words[-1].casefold() if words else ""


def _part_of(document: Document, cast: Cast, head: Token) -> str | None:
    """The group that a vague number is of: "plenty of liberals", "most of the miners"."""
    if head.lemma.lower() not in PARTITIVES:
        return None
    of = (i for i in document.children[head.i] if document.tokens[i].text == "of")
    return next((a for i in of for j in document.children[i] if (a := named_at(cast, document.tokens[j]))), None)


def _example(document: Document, cast: Cast, head: Token) -> str | None:
    """The first that is named of those meant: "media such as", "many, starting with"."""
    below = document.children[head.i]
    named = [j for i in below if document.tokens[i].lemma == "identify" for j in document.children[i]]
    for i in (*below, *named):  # also "the suspect, identified as Holm"
        if document.tokens[i].text.lower() in ("as", "like", "including"):
            return _first_below(document, cast, i)
    beside = document.tokens[head.i + 1 : head.i + 3]
    if len(beside) == 2 and beside[0].text == "," and beside[1].lemma in _SINGLED_OUT and beside[1].tag in _PARTICIPLES:
        return next((a for j in document.children[beside[1].i] if (a := _first_below(document, cast, j))), None)
    return None


def _first_below(document: Document, cast: Cast, i: int) -> str | None:
    return next((a for j in document.children[i] if (a := named_at(cast, document.tokens[j]))), None)


def _joined(document: Document, cast: Cast, head: Token) -> str | None:
    """The first that is named of several who speak together ("a lawyer and Captain Holm")."""
    for i in document.children[head.i]:
        other = document.tokens[i]
        if other.dep == "conj" and (found := named_at(cast, other) or _joined(document, cast, other)):
            return found
    return None


def _misplaced(document: Document, cast: Cast, source: tuple[Span, ...], head: Token) -> str | None:
    """The first name of the source where the parser took the words before it for its head ("Utah Sen. Mike Orr")."""
    inside = [m for m in cast.mentions if source[0].start <= m.start and m.end <= source[-1].end and not m.pronoun]
    if not inside:
        return None
    before = document.tokens_in(source[0].start, inside[0].start) if inside[0].start > source[0].start else ()
    several = head.tag in ("NNPS", "NNS")
    of_somebody = several and any(t.dep == "prep" and t.head == head.i for t in before)  # "Opponents of Holm's plan"
    if of_somebody or len(before) > MOST_BEFORE or any(t.text == "," for t in before):
        return None
    place = head.pos == "PROPN" or head.dep == "prep" or head.text.lower() in ("reps", "sens")
    return (
        inside[0].actor if (place and before) or _is_title(document, cast, inside[0], before, source[-1].end) else None
    )


def _is_title(document: Document, cast: Cast, name: Mention, before: tuple[Token, ...], end: int) -> bool:
    """Whether what stands before a person's name, in a source that ends here, only says what he is ("author Holm")."""
    people = {a.id for a in cast.actors if a.kind == "person"}
    last = document.tokens_in(name.start, name.end)[-1]
    plain = all(t.tag in _TITLE_TAGS or t.dep == "parataxis" for t in before)
    whole = name.end >= end - 1 or document.text.startswith((",", " (", " of "), name.end)
    return name.actor in people and plain and whole and last.dep in _STANDING


def _labelled(document: Document, cast: Cast, source: tuple[Span, ...]) -> str | None:
    """The one person whose surname, or else office, is the last word of a label in capitals ("MAYOR HOLM: …").

    One capital does for a surname that is the whole source; an account's name holds the whole name ("@AdaHolmOslo").
    """
    words = re.split(r" \(|,", document.text[source[0].start : source[-1].end])[0].split()
    if not words or len(words[-1]) < 2:
        return None
    people = [a for a in cast.actors if a.kind == "person"]
    label, loud = words[-1].casefold(), words[-1].isupper()
    surnamed = loud or (len(words) == 1 and words[0].istitle())
    same = [a.id for a in people if surnamed and a.name.split()[-1].casefold() == label]
    same = same or [a.id for a in people if loud and label == _office(a)]
    same = same or [a.id for a in people if " " in a.name and a.name.replace(" ", "").casefold() in label]
    return same[0] if len(same) == 1 else None

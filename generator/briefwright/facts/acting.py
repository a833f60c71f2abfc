"""Figures in, those that act or are spoken of as actors out: no mere place, no name that only qualifies another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from briefwright import commonness
from briefwright.facts.crowds import is_somebody
from briefwright.facts.figures import (
    QUALIFYING,
    Figure,
    governor,
    head_of,
    is_subject,
    source_tokens,
    speaks,
    takes_part,
)
from briefwright.facts.given_names import GIVEN_NAMES
from briefwright.facts.kinds import SITE, is_acronym
from briefwright.facts.lands import REALMS, WITHIN
from briefwright.facts.lexicon import (
    FAMILIAR_ORGANISATIONS,
    GROUP_NOUNS,
    INSURGENTS,
    LEADERSHIPS,
    ORGANISATION_WORDS,
    PARTY_PEOPLE,
    PLATFORMS,
    ROLE_NOUNS,
    SEATS_OF_THEIR_OWN,
    SELF_STANDING,
    SPEECH_VERBS,
)
from briefwright.facts.likeness import OF_UNITED_STATES
from briefwright.facts.papers import PAPERS
from briefwright.facts.sources import source_head
from briefwright.model.document import Document, Token

_TELLING = frozenset({"find", "indicate", "show", "suggest"})
"""What papers do."""
_SORTS = frozenset("faction group militia movement organisation organization party union".split())
"""Nouns after a name that say which sort of body it is ("the Northern Dawn militia")."""
_ARMED = INSURGENTS | {"soldier", "spy", "troop"}
"""Nouns after the name of a body for those who do what it does ("Northern Dawn fighters shelled the pier")."""
_HELD = frozenset("chamber control leadership majority member race seat side".split())
"""What a chamber has without doing anything."""
_WORKING = ROLE_NOUNS - {"student"} | GROUP_NOUNS | SPEECH_VERBS | {"staff", "team", "work"}
"""Before "at" and the name of a body, who belongs to it."""
_MEMORIALS = frozenset("bust honor honour memorial memory monument portrait statue".split())
"""What shows or recalls somebody."""
_FACING = frozenset({"against", "between", "with"})
"""Prepositions before somebody and not something."""
_OFTEN = 3
"""Mentions of a state that make it an actor by what it has; a single "Karsia’s capital" does not."""


def acting(document: Document, figures: Iterable[Figure]) -> list[Figure]:
    """The figures that are actors, in the order given."""
    sources = source_tokens(document)
    heads = {h.i for a in document.attributions if (h := source_head(document, a.source))}
    return [f for f in figures if (is_somebody(document, f, sources) if f.crowd else _acts(document, f, heads))]


def in_title(document: Document, figure: Figure) -> bool:
    """Whether the article's title names the figure, by any of its forms as whole words."""
    title = document.article.title.casefold()
    return any(re.search(rf"(?<!\w){re.escape(form.casefold())}(?!\w)", title) for form in figure.forms)


def _acts(document: Document, figure: Figure, sources: Set[int]) -> bool:
    """Whether it does something; `sources` are the tokens at the head of who says something."""
    heads = [head_of(document, p.first, p.last) for p in figure.places]
    match figure.kind:
        case "state":
            heads = [_realm(document, h) for h in heads]
            owns = len(heads) >= _OFTEN and any(h.dep == "poss" for h in heads)
            return owns or any(takes_part(document, h) for h in heads)
        case "group":
            return any(h.dep not in QUALIFYING for h in heads)
        case "person":
            stands_alone = any(" " in f for f in figure.forms) or any(h.dep not in QUALIFYING for h in heads)
            unknown = not any(" " in p.words for p in figure.places) and not figure.roles
            passing = unknown and all(_is_somewhere(document, h) for h in heads)
            shown = all(_is_portrayed(document, h) for h in heads)
            stands_alone = stands_alone or any(h.i in sources for h in heads)
            return stands_alone and not passing and not shown and not _is_plain_words(document, figure, heads)
        case "organisation":
            if any(h.i in sources for h in heads):
                return True
            named = in_title(document, figure) or _body_acts(document, figure, heads)
            return named and not _only_qualifies(document, figure, heads)
        case _:
            return True


def _realm(document: Document, head: Token) -> Token:
    """The noun that says what a state or province is, where the name stands before it ("Tarn province")."""
    above = document.tokens[head.head]
    return above if head.dep == "compound" and above.lemma in REALMS else head


def _is_somewhere(document: Document, head: Token) -> bool:
    """Whether the words before a single name make it a place's, or a time's ("fled out of Tarn", "since Lind")."""
    while head.dep == "conj":
        head = document.tokens[head.head]
    before = document.tokens[head.head]
    above = document.tokens[before.head]
    out = before.text.lower() == "of" and above.text.lower() == "out"
    towns = before.text.lower() in ("as", "like") and above.lemma in REALMS
    return head.dep == "pobj" and (before.text.lower() in WITHIN | {"since"} or out or towns)


def _is_portrayed(document: Document, head: Token) -> bool:
    """Whether it is only whom something is a likeness or in honour of ("the statues of Holm and Lind")."""
    dep, above = governor(document, head)
    above = document.tokens[above.head] if dep == "pobj" and above.text == "of" else above
    return dep in ("pobj", *QUALIFYING) and above.lemma.lower() in _MEMORIALS


def _is_plain_words(document: Document, figure: Figure, heads: list[Token]) -> bool:
    """Whether nothing but a capital makes it a person: ordinary words, and no title, office or speech."""
    words = {word for form in figure.forms for word in form.split()}
    titled = any(p.words not in figure.forms for p in figure.places) or figure.roles
    small = {t.text for t in document.tokens}
    plain = not words & GIVEN_NAMES
    plain = plain and all(commonness.share(commonness.fold(word)) > 0 or word.lower() in small for word in words)
    return plain and not titled and not any(speaks(document, head) for head in heads)


def _body_acts(document: Document, figure: Figure, heads: list[Token]) -> bool:
    """Whether an organisation acts; the less its name says that it is one, the more the grammar has to.

    What surely is a body acts where it is named twice, if only to say whose somebody is ("the Senate's chaplain").
    """
    if figure.name.istitle() and all(_is_one_of_many(document, h) for h in heads):
        return False
    if all(h.dep == "appos" and document.tokens[h.head].lemma in PAPERS for h in heads):
        return False  # "the report, the Third Coastal Survey, said"
    if figure.name in PLATFORMS or SITE.fullmatch(figure.name):
        return any(is_subject(document, h) or h.dep == "poss" or _is_spoken_for(document, h) for h in heads)
    chamber = OF_UNITED_STATES.sub("", figure.name) in SELF_STANDING | {"House of Representatives"}
    if chamber and all(_is_seat(document, h) for h in heads):
        return False
    if "Court" not in figure.name.split() and all(_is_venue(document, h) for h in heads):
        return False
    if len(heads) > 1 and _is_surely_a_body(figure) and not chamber:
        return True
    if figure.name in FAMILIAR_ORGANISATIONS.values() or _is_of_a_person(figure):
        return True
    if len(figure.name.split()) > 2 and _is_surely_a_body(figure):  # "a Harbour Safety Council meeting"
        return any(document.tokens[h.head].lemma.lower() not in ROLE_NOUNS for h in heads)
    if any(_is_cited(document, h) or _is_consulted(document, h) for h in heads):
        return True
    if figure.name in SEATS_OF_THEIR_OWN or _may_be_a_place(figure):
        return any(takes_part(document, h) or h.dep == "poss" or _is_spoken_for(document, h) for h in heads)
    stands_alone = any(h.dep not in QUALIFYING or _is_spoken_for(document, h) for h in heads)
    if _may_be_a_thing(figure):
        with_article = any(document.tokens[p.first - 1].text.lower() == "the" for p in figure.places if p.first)
        faced = any(h.dep == "pobj" and document.tokens[h.head].text in _FACING for h in heads)
        return (
            faced or any(is_subject(document, h) or h.dep == "poss" for h in heads) or (with_article and stands_alone)
        )
    return stands_alone


def _only_qualifies(document: Document, figure: Figure, heads: Sequence[Token]) -> bool:
    """Whether what is too well known, or an adjective, only says of which kind others are ("a Senate counsel")."""
    if any(h.dep not in QUALIFYING or _is_spoken_for(document, h) or _is_cited(document, h) for h in heads):
        return False
    adjective = figure.name.isalpha() and any(h.dep == "amod" for h in heads)  # "Shoreman"
    return adjective or figure.name in {*FAMILIAR_ORGANISATIONS.values(), *SEATS_OF_THEIR_OWN}


def _is_surely_a_body(figure: Figure) -> bool:
    """Whether a form leaves no doubt that it is one: a name that says so, a seat of power, a word like "Senate"."""
    known = SEATS_OF_THEIR_OWN | SELF_STANDING
    return any(f in known or (" " in f and set(f.split()) & ORGANISATION_WORDS) for f in figure.forms)


def _is_of_a_person(figure: Figure) -> bool:
    """Whether it is the campaign or the administration of somebody, whatever its name qualifies."""
    words = figure.name.split()
    return len(words) > 1 and words[-1] in LEADERSHIPS


def _is_one_of_many(document: Document, head: Token) -> bool:
    """Whether the name is what several may be ("a Tarnlander", "no Tarnlander")."""
    return any(document.tokens[i].text.lower() in ("a", "an", "any", "every", "no") for i in document.children[head.i])


def _is_seat(document: Document, head: Token) -> bool:
    """Whether a chamber is only what somebody is in, or would be ("in Congress", "House members", "a Senate seat")."""
    above = document.tokens[head.head]
    if head.dep in QUALIFYING:
        return above.lemma.lower() in _HELD | ROLE_NOUNS | GROUP_NOUNS or above.text in PARTY_PEOPLE
    held = above.text.lower() == "of" and document.tokens[above.head].lemma in _HELD
    return head.dep == "pobj" and (held or above.text.lower() in ("for", "in"))


def _is_venue(document: Document, head: Token) -> bool:
    """Whether it is where something is said or done ("a speech at Tarn College"), and not where somebody works."""
    at = document.tokens[head.head]
    there = document.tokens[at.head].lemma.lower()
    located = head.dep == "pobj" and at.text.lower() in ("at", "near", "outside")
    return located and there not in _WORKING


def _is_spoken_for(document: Document, head: Token) -> bool:
    """Whether somebody without a name, or a paper of its own, speaks ("a Foreign Ministry spokesman said")."""
    above = document.tokens[head.head]
    above = document.tokens[above.head] if above.text in ("for", "of") else above
    paper = above.lemma in PAPERS or above.text.lower() == "data"
    if paper and document.tokens[above.head].lemma in _TELLING:
        return True
    who = paper or above.lemma.startswith("spokes") or above.lemma == "official"
    armed = above.lemma in _ARMED and is_subject(document, above)
    return armed or (who and speaks(document, above)) or above.lemma in _SORTS


def _is_cited(document: Document, head: Token) -> bool:
    """Whether a paper of its own is a source ("according to a Harbour Board report")."""
    above = document.tokens[head.head]
    if head.dep == "pobj" and above.text in ("by", "from"):  # "a poll by the Harbour Institute"
        above = document.tokens[above.head]
    if above.lemma.lower() not in PAPERS or above.i == head.i:
        return False
    return any(s.start <= head.start and above.end <= s.end for a in document.attributions for s in a.source)


def _is_consulted(document: Document, head: Token) -> bool:
    """Whether something is so according to it."""
    above = document.tokens[head.head]
    return head.dep == "pobj" and above.text == "to" and document.tokens[above.head].text.lower() == "according"


def _may_be_a_place(figure: Figure) -> bool:
    """Whether the name is one plain word, as those of towns that the tagger takes for organisations."""
    return all(f.isalpha() and not f.isupper() and f not in ORGANISATION_WORDS for f in figure.forms)


def _may_be_a_thing(figure: Figure) -> bool:
    """Whether nothing but an acronym is known, which may as well shorten a law, a loan or a time zone."""
    return all(is_acronym(f) for f in figure.forms)

"""Figures in, those that act or are spoken of as actors out: no mere place, no name that only qualifies another."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefwright import commonness
from briefwright.facts.figures import Figure, head_of, is_subject, speaks, takes_part
from briefwright.facts.kinds import SITE, is_acronym
from briefwright.facts.lexicon import ORGANISATION_WORDS, PLATFORMS, SEATS_OF_THEIR_OWN, SELF_STANDING
from briefwright.facts.names import GIVEN_NAMES
from briefwright.facts.places import gazetteer
from briefwright.facts.speakers import PAPERS
from briefwright.model.document import Document, Token

QUALIFYING = ("amod", "compound", "nmod")
"""Dependencies of a name that only says of which kind another thing is."""
_OFTEN = 3
"""Mentions that make a country of the world an actor, wherever they stand."""


def acting(document: Document, figures: Iterable[Figure]) -> list[Figure]:
    """The figures that are actors, in the order given."""
    return [f for f in figures if _acts(document, f)]


def in_title(document: Document, figure: Figure) -> bool:
    """Whether the article's title names the figure, by any of its forms as whole words."""
    title = document.article.title.casefold()
    return any(re.search(rf"(?<!\w){re.escape(form.casefold())}(?!\w)", title) for form in figure.forms)


def _acts(document: Document, figure: Figure) -> bool:
    heads = [head_of(document, p.first, p.last) for p in figure.places]
    match figure.kind:
        case "state":
            often = len(heads) >= _OFTEN and figure.name in gazetteer().names.values()
            return often or any(takes_part(document, h) or h.dep == "poss" for h in heads)
        case "group":
            return any(takes_part(document, h) or h.dep in ("poss", "ROOT") for h in heads)
        case "person":
            stands_alone = any(" " in f for f in figure.forms) or any(h.dep not in QUALIFYING for h in heads)
            return stands_alone and not _is_plain_words(document, figure, heads)
        case "organisation":
            return in_title(document, figure) or _body_acts(document, figure, heads)
        case _:
            return True


def _is_plain_words(document: Document, figure: Figure, heads: list[Token]) -> bool:
    """Whether nothing but a capital makes it a person: ordinary words, and no title, office or speech."""
    words = {word for form in figure.forms for word in form.split()}
    titled = any(p.words not in figure.forms for p in figure.places) or figure.roles
    plain = all(commonness.share(commonness.fold(word)) > 0 for word in words) and not words & GIVEN_NAMES
    return plain and not titled and not any(speaks(document, head) for head in heads)


def _body_acts(document: Document, figure: Figure, heads: list[Token]) -> bool:
    """Whether an organisation acts; the less its name says that it is one, the more the grammar has to.

    What surely is a body acts where it is named twice, if only to say whose somebody is ("the Senate's chaplain").
    """
    if figure.name in PLATFORMS or SITE.fullmatch(figure.name):
        return any(is_subject(document, h) or h.dep == "poss" for h in heads)
    if len(heads) > 1 and _is_surely_a_body(figure):
        return True
    if any(_is_cited(document, h) for h in heads):
        return True
    if figure.name in SEATS_OF_THEIR_OWN or _may_be_a_place(figure):
        return any(takes_part(document, h) or h.dep == "poss" for h in heads)
    stands_alone = any(h.dep not in QUALIFYING or _is_spoken_for(document, h) for h in heads)
    if _may_be_a_thing(figure):
        with_article = any(document.tokens[p.first - 1].text.lower() == "the" for p in figure.places if p.first)
        return any(is_subject(document, h) or h.dep == "poss" for h in heads) or (with_article and stands_alone)
    return stands_alone


def _is_surely_a_body(figure: Figure) -> bool:
    """Whether a form leaves no doubt that it is one: a name that says so, a seat of power, a word like "Senate"."""
    known = SEATS_OF_THEIR_OWN | SELF_STANDING
    return any(f in known or (" " in f and set(f.split()) & ORGANISATION_WORDS) for f in figure.forms)


def _is_spoken_for(document: Document, head: Token) -> bool:
    """Whether somebody without a name, or a paper of its own, speaks ("a Foreign Ministry spokesman said")."""
    above = document.tokens[head.head]
    return (above.lemma.startswith("spokes") or above.lemma in PAPERS) and speaks(document, above)


def _is_cited(document: Document, head: Token) -> bool:
    """Whether a paper of its own is a source ("according to a Harbour Board report")."""
    above = document.tokens[head.head]
    if above.lemma.lower() not in PAPERS or above.i == head.i:
        return False
    return any(s.start <= head.start and above.end <= s.end for a in document.attributions for s in a.source)


def _may_be_a_place(figure: Figure) -> bool:
    """Whether the name is one plain word, as those of towns that the tagger takes for organisations."""
    return all(f.isalpha() and not f.isupper() and f not in ORGANISATION_WORDS for f in figure.forms)


def _may_be_a_thing(figure: Figure) -> bool:
    """Whether nothing but an acronym is known, which may as well shorten a law, a loan or a time zone."""
    return all(is_acronym(f) for f in figure.forms)

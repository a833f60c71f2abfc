"""A verb of the Document in, the auxiliary that a question about it opens with and the forms left behind it, out.

Tenses that only echo a report ("said that it would", "denied that it had") go back to those of direct speech.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefwright.facts import cues
from briefwright.facts.grammar import AUXILIARIES, FINITE_TAGS, below
from briefwright.model.document import Document, Token

CONTRACTED = {
    "'s": "is", "’s": "is", "'re": "are", "’re": "are", "'m": "am", "’m": "am", "'ve": "have", "’ve": "have",
    "'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "wo": "will", "ca": "can",
}  # fmt: skip
ECHOES = {"may": "will", "might": "will", "would": "will"}
"""What a modal of reported speech was before it was reported, as far as a question needs it."""
HAVE = frozenset("had has have having".split())
BE = frozenset("am are be been being is was were".split())
PAST_MODALS = frozenset("could may might must would".split())
"""Modals that before "have" tell of something past ("may have leaked")."""


class Forms(NamedTuple):
    """The opening auxiliary in lower case, and the verb forms that follow the subject, the main one last."""

    operator: str
    rest: tuple[str, ...]


def question_forms(document: Document, verb: Token, plural: bool, modal: str | None) -> Forms | None:
    """The verb's forms in a question, with a subject of that number; None where the parse makes no sense.

    `modal` is the auxiliary to ask with, where it is not the clause's own: "will", "should", or "is" and "are" for
    what is said to go on.
    """
    helpers = [t for t in below(document, verb.i, AUXILIARIES) if t.i < verb.i and t.text.lower() != "to"]
    texts = [CONTRACTED.get(t.text.lower(), t.text.lower()) for t in helpers]
    if modal in ("is", "are"):
        return Forms(modal, (verb.text,))
    finite = not helpers or helpers[0].tag in FINITE_TAGS
    if texts[1:2] == ["have"] and texts[0] in PAST_MODALS:
        helpers, texts, finite = helpers[1:], texts[1:], False
    elif modal:
        passive = any(t.dep == "auxpass" for t in helpers)
        return Forms(modal, ("be", verb.text) if passive else (base_form(verb),))
    if texts[:1] == ["been"]:  # its "has" was taken for a possessive
        return None
    if not helpers and (verb.lemma == "poise" or (verb.tag == "VBN" and verb.lemma in cues.FORESEEN | {"prepare"})):
        return None  # "with the mayor poised to"
    if not helpers and verb.tag == "VBN" and below(document, verb.i, {"nsubj"}):  # a past tense taken for a participle
        return Forms("did", (base_form(verb),))
    if not helpers:
        return _alone(verb, plural)
    first, later = helpers[0], tuple(texts[1:])
    if texts[0] in HAVE:
        present = finite and first.tag != "VBD"
        return _perfect(verb, later, texts[0] == "have" if present else plural, present)
    if first.tag == "MD":
        return Forms(ECHOES.get(texts[0], texts[0]), (*later, verb.text))
    if texts[0] in BE:
        return Forms(texts[0] if finite else _was(plural), (*later, verb.text))
    return Forms(texts[0], (base_form(verb),)) if first.lemma == "do" else None


def present_forms(document: Document, verb: Token, plural: bool) -> dict[int, str]:
    """What to say, by token, for a past that only echoes a report ("said that it would close if the mayor left")."""
    finite = next(iter(below(document, verb.i, AUXILIARIES)), verb)
    if finite.tag != "VBD":
        return {}
    match finite.lemma:
        case "be":
            return {finite.i: "are" if plural else "is"}
        case "have":
            return {finite.i: "have" if plural else "has"}
        case "do" if finite != verb:
            return {finite.i: "do" if plural else "does"}
    return {finite.i: base_form(finite) if plural else third_person(finite)}


def third_person(verb: Token) -> str:
    """The verb's form after "she" in the present."""
    base = base_form(verb)
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ies"
    return base + ("es" if base.endswith(("ch", "o", "s", "sh", "x", "z")) else "s")


def base_form(verb: Token) -> str:
    """The verb's base form, mending lemmas that lost an "e" to another verb ("staged": "stage", not "stag")."""
    lemma, text = verb.lemma.lower(), verb.text.lower()
    if text in (f"{lemma}ed", f"{lemma}ing") and re.fullmatch(r"[^aeiou]{0,3}[aeiou][bdgklmnprstvz]", lemma):
        return f"{lemma}e"
    return lemma


def _perfect(verb: Token, later: tuple[str, ...], plural: bool, present: bool) -> Forms:
    """Keep "has sold"; make "has been selling" of "had been selling", and "did sell" of "had sold"."""
    if present or verb.tag == "VBG":
        return Forms("have" if plural else "has", (*later, verb.text))
    if "been" in later:
        return Forms(_was(plural), (verb.text,))
    return Forms(_was(plural), ()) if verb.lemma == "be" else Forms("did", (base_form(verb),))


def _alone(verb: Token, plural: bool) -> Forms:
    """For a verb without auxiliaries: "be" opens by itself, others take a form of "do"."""
    if verb.lemma == "be" or verb.text.lower() in CONTRACTED:
        form = CONTRACTED.get(verb.text.lower(), verb.text.lower())
        return Forms(form if verb.tag in FINITE_TAGS else _was(plural), ())
    if verb.pos == "ADJ":
        return Forms("are" if plural else "is", (verb.text,))
    if verb.tag == "VBN":
        return Forms(_was(plural), (verb.text,))
    operator = {"VBZ": "does", "VBP": "do", "VB": "will"}.get(verb.tag, "did")
    return Forms(operator, (base_form(verb),))


def _was(plural: bool) -> str:
    return "were" if plural else "was"

"""The words that name a source, and the Cast, in; the token that stands for the source, and whom it names, out."""

from __future__ import annotations

from briefwright.model.document import Cast, Document, Token
from briefwright.model.text import Span

_RELATIVE = frozenset({"WDT", "WP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NO_HEADS = frozenset({"ADJ", "ADV", "AUX", "VERB"})


def source_head(document: Document, source: tuple[Span, ...]) -> Token | None:
    """The token of the source that governs the others; of "who leads the party" the noun that this describes.

    Of "after the vote Holm" it is the subject after the phrase.
    """
    words = [t for span in source for t in document.tokens_in(*span) if t.dep != "mark"]
    words = [t for t in words if t.sentence == words[-1].sentence]  # "U.S. | Commissioner Holm", cut at the mark
    inside = {t.i for t in words}
    outer = [t for t in words if t.head not in inside or t.head == t.i]
    head = _first_joined(words) or next(iter(outer), None)
    if head and head.pos in ("AUX", "VERB") and head.dep != "relcl":  # "a poll taken in May", read as a sentence
        own = (document.tokens[i] for i in document.children[head.i] if document.tokens[i].dep in _SUBJECTS)
        head = next((t for t in own if t.i in inside and t.tag not in _RELATIVE), head)
    if head and (head.dep == "pobj" or head.pos in _NO_HEADS):
        head = next((t for t in outer if t.dep in _SUBJECTS and t.i > head.i), head)
    if head and (head.dep == "appos" or (head.dep in _SUBJECTS and head.tag == "NN")):  # "a former mate, Captain Holm"
        own = (t for t in outer if t.dep in _SUBJECTS and t.tag == "NNP" and not _is_of(document, head, t))
        head = next((t for t in own if head.dep == "appos" or t.head == head.head), head)
    if head and head.dep == "relcl" and words[0].tag in _RELATIVE:
        return document.tokens[head.head]
    return _antecedent(document, head) if head and head.tag in _RELATIVE else head


def _is_of(document: Document, name: Token, other: Token) -> bool:
    """Whether the other token is in what a name is of ("Ada Holm of Coastal Rights First", read as two)."""
    of = (i for i in document.children[name.i] if document.tokens[i].text == "of")
    return name.tag == "NNP" and any(name.i < i < other.i for i in of)


def _first_joined(words: list[Token]) -> Token | None:
    """The name that opens the source where others are joined to it ("Holm and several members of the board")."""
    at = next((i for i, t in enumerate(words[:-1]) if t.tag == "CC"), 0)
    if at and words[at + 1].text.islower() and all(t.text[0].isupper() and t.tag in ("NN", "NNP") for t in words[:at]):
        return words[at - 1]
    return None


def _antecedent(document: Document, pronoun: Token) -> Token:
    """What "who" or "which" stands for: the noun that its clause describes."""
    verb = document.tokens[pronoun.head]
    while verb.dep in ("aux", "auxpass", "conj", "ccomp", "xcomp") and verb.head != verb.i:
        verb = document.tokens[verb.head]
    if verb.dep not in ("relcl", "acl"):
        return pronoun
    noun = document.tokens[verb.head]
    described = noun.dep == "appos" and noun.tag == "NN"  # "the Harbour Institute, a think tank, which"
    return document.tokens[noun.head] if described else noun


def named_at(cast: Cast, token: Token) -> str | None:
    """The actor of the longest mention that holds the token."""
    holding = [m for m in cast.mentions if m.start <= token.start and token.end <= m.end]
    return max(holding, key=lambda m: m.end - m.start).actor if holding else None

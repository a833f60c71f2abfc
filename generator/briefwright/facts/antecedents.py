"""A noun of the Document that only points back ("the order", "this plan") in, the fuller words before for it out.

A question stands alone: whoever reads it has not read what "the order" was called when it was first told of.
"""

from __future__ import annotations

from briefwright.facts import cues
from briefwright.facts.grammar import PLURAL_TAGS, WH_TAGS, below, noun_phrase
from briefwright.model.document import Document, Token

MATTERS = cues.BILLS | cues.INQUIRIES | cues.SUITS | cues.CONTESTS | cues.RULINGS | cues.CLAIMS | cues.OCCASIONS
MATTERS |= frozenset(
    "agreement ban contract deal fund law order pact policy program programme project scheme strike summit tax treaty"
    " truce".split()
)
"""What a text tells of by its full name once, and by the bare noun from then on."""
VAGUE = frozenset(
    "accusation allegation arrangement assessment behavior behaviour change claim comment complaint concern condition"
    " criticism delay demand development difference event failure figure finding goal group idea incident initiative"
    " issue matter method move number objection option outcome possibility practice problem proposal purpose"
    " question reason remark requirement scenario situation statement step suggestion task thing threat topic"
    " transaction warning".split()
)
"""What says nothing without what it was told of before: "the matter"."""
SHOWING = frozenset("such that these this those".split())
TELLING = frozenset({"compound", "poss", "prep"})
"""What says of which kind a thing is, unlike "the new plan"."""
AFTER = frozenset({"acl", "advcl", "ccomp", "prep", "relcl"})
MOMENTS = frozenset("moment point stage".split())
LONGEST = 8
"""Words of a description that a question has room for."""
WHERE = frozenset("at by during in on".split())
"""Prepositions that say more of what is done than of the noun they follow."""
REACH = 1500
"""Tokens back to where it may have been told."""


def points_back(document: Document, noun: Token) -> bool:
    """Whether "this" or "such" stands before a noun that neither it nor anything after describes; "this year" does."""
    shown = any(t.text.lower() in SHOWING and t.i < noun.i for t in below(document, noun.i, {"det", "amod", "predet"}))
    return shown and not is_timed(document, noun) and not _is_described_after(document, noun)


def fuller(document: Document, noun: Token) -> list[Token]:
    """The last description before of what a bare "the order" or "this order" means, without its article; or nothing."""
    before = [document.tokens[c] for c in document.children[noun.i] if c < noun.i]
    bare = len(before) == 1 and before[0].text.lower() in SHOWING | {"the"}
    if not bare or noun.lemma.lower() not in MATTERS or _is_described_after(document, noun):
        return []
    for other in reversed(document.tokens[max(0, noun.i - REACH) : before[0].i]):
        same = other.lemma.lower() == noun.lemma.lower() and other.pos in ("NOUN", "PROPN")
        if same and (other.tag in PLURAL_TAGS) == (noun.tag in PLURAL_TAGS) and other.dep != "compound":
            words = _description(document, other)
            if words:
                return words
    return []


def is_vague(document: Document, noun: Token) -> bool:
    """Whether it is "the matter", "the two groups", with nothing before it that says which."""
    before = [document.tokens[c] for c in document.children[noun.i] if c < noun.i]
    bare = bool(before) and before[0].text.lower() == "the" and all(t.tag in ("CD", "DT") for t in before)
    return bare and noun.lemma.lower() in VAGUE and not _is_described_after(document, noun)


def is_timed(document: Document, noun: Token) -> bool:
    """Whether the noun belongs to words that tell a time."""
    dated = any(n.label in ("DATE", "TIME") and n.first <= noun.i < n.last for n in document.names)
    return dated or noun.lemma.lower() in MOMENTS


def _description(document: Document, noun: Token) -> list[Token]:
    words = noun_phrase(document, noun.i)
    while words and (
        words[0].tag in ("CD", "DT", "PDT", "PRP$") or words[0].lemma == "own" or words[0].pos in ("PUNCT", "SPACE")
    ):
        words = words[1:]
    telling = any(t.dep in TELLING and t.tag != "PRP$" for t in words if t.head == noun.i)
    unsaid = any(
        t.tag in WH_TAGS | {"PRP", "PRP$", "SYM"}
        or t.pos in ("PUNCT", "SPACE")
        or (t.text.lower() in SHOWING | {"such"} and t.tag in ("DT", "JJ", "PDT"))
        for t in words
    )
    told = document.sentences[noun.sentence].story
    return words if told and telling and not unsaid and len(words) <= LONGEST else []


def _is_described_after(document: Document, noun: Token) -> bool:
    after = (t for t in below(document, noun.i, AFTER) if t.i > noun.i)
    return any(t.dep != "prep" or t.text.lower() not in WHERE for t in after)

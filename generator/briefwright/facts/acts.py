"""An attribution in, the kind of act out: does it assert, deny, demand, support, oppose, warn, commit, ask or decline?

First the cue decides, with its negation; where the cue only says that something was said, the words said decide.
"""

from __future__ import annotations

import re

from briefwright.model.document import Attribution, Document, Token
from briefwright.model.factsheet import Act
from briefwright.model.text import Span


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DENYING = _words("backtrack contradict deny disavow dispute rebut refute repudiate walk denial rebuttal")
OPPOSING = _words("""
    accusation accuse assail attack balk blame blast block bemoan boycott challenge chide condemn condemnation criticise criticism criticize
    decry denounce denunciation deride disagree fault lament mock object objection oppose opposition pan protest rail
    rebuff rebuke refuse refusal reject rejection renounce resist ridicule slam sue unhappy
    """)
DISMISSING = _words("challenge denounce dismiss question reject")
"""Against a claim they deny, against anything else they oppose."""
CLAIMS = _words("account accusation allegation argument assertion assumption charge claim idea notion report rumor rumour story suggestion")
DEMANDING = _words("""
    advise advocate appeal ask beg call demand direct encourage implore insist invite order plea plead press pressure propose proposal
    push recommend request seek urge want wish forbid hope
    """)
SUPPORTING = _words("""
    applaud approve back champion commend congratulate defend defense embrace endorse endorsement favor favour hail
    laud pitch praise promote salute side support supportive thank tout vouch welcome
    """)
WARNING = _words("afraid alarm caution concern concerned danger fear threat threaten warn warning worried worry anxiety")
COMMITTING = _words("aim agree commit decide intend intention offer plan pledge promise swear volunteer vow willing willingness ready")
ASKING = _words("ask inquire question wonder")
DECLINING = _words("comment answer discuss elaborate respond say disclose reply provide specify confirm")
"""What somebody declines to do who refuses an answer."""

REVERSED: dict[Act, Act] = {"support": "oppose", "deny": "assert", "demand": "assert", "commit": "deny", "oppose": "assert"}
"""The act that a negated cue makes: who does not support opposes, but who does not deny only says so."""

_NEGATION = _words("not n't n’t never no nor neither without cannot")
_DEMAND = re.compile(
    r"\b(should|must|ought to|needs? to|ha(s|ve) to|had better|hopes?( that)?\b.*\b(will|would|can)|let[’']s|we (call|urge|demand|ask)|(calls?|called) (on|for))\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(never|untrue|false|baseless|unfounded|groundless|fabricat\w+|nonsense|hoax|fake|no (truth|basis|evidence|such|collusion|plans?|intention)|nothing (to do|wrong)|ha(s|ve) not|had not|(did|do|does|was|were|is|are|could|would|will)(n[’']t| not|\snot))\b",
    re.IGNORECASE,
)
_WARNING = re.compile(
    r"\b((could|might|may|would) (\w+ )?(escalate|spiral|destroy|threaten|collapse|lead to|bump|harm|hurt|worsen|trigger|spark|cost|limit|kill)|very concerned|risks?|dangerous|catastroph\w+|consequences|will only|only way)\b",
    re.IGNORECASE,
)
_OPPOSITION = re.compile(
    r"\b(disagrees?|oppos(e|es|ed|ing)|unacceptable|disgrace(ful)?|unhappy|outrageous|bad deal|unfair|wrong|should(n[’']t| not)? have been|mistake|condemns?|shameful|reckless|irresponsible|illegal|illegitimate)\b",
    re.IGNORECASE,
)
_SUPPORT = re.compile(r"\b(welcomes?|supports?|praises?|proud of|applauds?|endorses?|backs|in favou?r of)\b", re.IGNORECASE)
_COMMITMENT = re.compile(
    r"^(that )?(I|we|he|she|it|they|[\w’' ]{0,40}?(government|administration|country|party|company|department|ministry))(’ll|'ll| (will|would|plans? to|planned to|intends? to|(is|are|was|were) (going|willing|ready|prepared|determined) to|shall|decided))\b(?! not)",
    re.IGNORECASE,
)


def act_of(document: Document, attribution: Attribution) -> Act:
    """What kind of act the attribution is."""
    cue = [t for span in attribution.cue for t in document.tokens_in(*span)]
    content = " ".join(document.text[s.start : s.end] for s in attribution.content).strip(" “”\"«»'")
    negated = any(t.text.lower() in _NEGATION for t in cue)
    lemmas = [_lemma(t) for t in cue]
    by_cue = _by_cue(document, attribution, lemmas, content, negated)
    if by_cue:
        return REVERSED.get(by_cue, by_cue) if negated and by_cue != "decline" else by_cue
    if negated and any(name in DECLINING for name in lemmas):
        return "decline"
    return _by_content(content)


def _lemma(token: Token) -> str:
    return {"hop": "hope"}.get(token.lemma.lower(), token.lemma.lower())


def _by_cue(document: Document, attribution: Attribution, lemmas: list[str], content: str, negated: bool) -> Act | None:
    first = content.split(" ", 2)[:2]
    for name in lemmas:
        if name in ("decline", "refuse") and first[:1] == ["to"] and first[-1].lower() in DECLINING:
            return "decline"
        if name in ASKING and (content.endswith("?") or re.match(r"(if|whether|what|who|why|how|when|where)\b", content, re.IGNORECASE)):
            return "ask"
        if name in DISMISSING:
            return "deny" if _about_claim(document, attribution.content) else "oppose"
        if name in DENYING:
            return "deny"
        if name in OPPOSING:
            return "oppose"
        if name in WARNING:
            return "warn"
        if name in COMMITTING and not negated:
            return "commit"
        if name in SUPPORTING:
            return "support"
        if name in DEMANDING:
            return "demand"
    return None


def _about_claim(document: Document, content: tuple[Span, ...]) -> bool:
    """Whether the first noun of the content is a claim: "the report that …", "as false"."""
    words = document.tokens_in(*content[0])
    noun = next((t for t in words if t.pos == "NOUN"), None)
    return noun is not None and _lemma(noun) in CLAIMS


def _by_content(content: str) -> Act:
    if content.endswith("?"):
        return "ask"
    if _COMMITMENT.search(content[:200]):
        return "commit"
    if _OPPOSITION.search(content):
        return "oppose"
    if _DEMAND.search(content):
        return "demand"
    if _WARNING.search(content):
        return "warn"
    if _DENIAL.search(content):
        return "deny"
    if _SUPPORT.search(content):
        return "support"
    return "assert"

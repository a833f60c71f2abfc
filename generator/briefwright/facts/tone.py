"""The words of what is said in, the kind of act that they make of a cue that only says ("said", "told", "wrote") out.

Denial, blame, demand, danger and praise are told by words and short patterns, tried in this order.
"""

from __future__ import annotations

import re

from briefwright.model.factsheet import Act


def _any(*lines: str) -> str:
    """One pattern out of those that semicolons divide."""
    return "(?:" + "|".join(p.strip() for line in lines for p in line.split(";")) + ")"


_MAY = r"(?:could|might|may|would|will)"
_NOT = r"(?: not|n[’']t)"
_OWNER = r"(?:^|\b(?:I|we|he|she|they|it)(?: \w+){0,2} )"
"""Before verbs of what the speaker thinks; of others they tell a fact ("said that the allies welcome …")."""
_QUOTED_OWNER = r"(?:^|\b(?:I|we)(?: \w+){0,2} )"
"""The same between quotation marks, where "he" is another."""
_NAMED_OWNER = r"^(?:\S+ ){1,6}?"
"""The same where the speaker comes first, by whatever name ("The Harbour Workers' Union condemns …")."""

DENIAL = _any(
    r"untrue; baseless; unfounded; groundless; fabricated; nonsense; (?:false|fake)(?! \w); no such; no plans?",
    r"(?:falsely|wrongly) \w+ed; nothing (?:to do|wrong); not (?:do(?:ing|ne)? )?anything (?:illegal|improper|wrong)",
    r"(?<!ensure )(?<!sure )there will be no",
    r"no (?:truth|basis|evidence|intention)",
    r"w(?:as|ere) not .{3,80} but",
    rf"would (?:never|not) have; (?:is|are|was|were){_NOT} (?:true|so(?! \w)|accurate|correct|the case)",
)
BLAME = _any(
    r"unacceptable; disgrace(?:ful)?; unhappy(?= (?:about|at|over|that|with)\b|[^\w ]|$); outrag(?:e|eous); unfair",
    r"(?<!go )(?<!goes )wrong; hoax; rigged; phony; disappoint(?:ed|ing); travesty; sabotag\w+; inhumane",
    r"inappropriate; not appropriate; vile; unfit; liar; corrupt; incompeten\w+; hypocri\w+; betray\w*; stupid",
    r"clueless; pathetic; ridiculous; absurd; sham; stunt",
    r"(?<!in )extrem(?:e|ist)(?! (?:cases?|weather|heat|cold|poverty)\b); kangaroo court; witch hunt; playing games",
    r"tak(?:es?|ing) advantage; not helpful; unpopular; overstep\w*; shame on; no thanks",
    r"(?:horrible|terrible)(?! (?:accident|crash|disease|illness|injur|loss|news|pain|storm|tragedy|wound))",
    r"(?:colossal|costly|grave|grievous|huge|serious) error",
    r"dangerous (?:\w+ )?(?:step|precedent|policy|decision|idea|move)",
    r"(?<!could be a )(?<!would be a )(?<!might be a )(?<!will be a )(?<!natural )disaster; insult(?:s|ed|ing)?",
    r"bull(?:y|ies|ying); power grab; does not deserve; unconstitutional; dysfunctional; death to",
    r"(?:is|are|was|were) lying; lied; (?:a|an \w+|total|massive) fraud; stifl\w+; out of touch; nightmare; unworkable",
    r"trivializ\w+; alienat\w+; in hell; (?:a|has|have) failed; egregious; makes? no sense; too restrictive; misguided",
    r"inconsistent; ironic; disagrees; (?<!as )opposed[”\"]? to; despicable; deplorable; disgusting; appalling",
    r"inexcusable; indefensible; reprehensible; abhorrent; barbaric; blunder; callous; cowardly; cruel; debacle",
    r"draconian; farce; farcical; fiasco; foolish; heartless; heinous; immoral; unjust; unjustified; unwarranted",
    rf"mistake; should{_NOT}? have been; shameful; reckless; irresponsible; illegal(?! \w); illegitimate; affront",
    r"crooked",
)
DENYING = r"\W*(?:\w+ly\W+(?:and \w+ly\W+)?)?den(?:y|ies|ied)"
_DENIED_BLAME = rf"{_NOT} (?:an? )?{BLAME}"
"""What is said to be no fault: "That is not illegal"."""
_UNDENIED = r"(?<!not )(?<!n[’']t )(?<!not an )(?<!n[’']t an )(?<!not a )(?<!n[’']t a )"
_DOUBTING = r"\b(?:I|we) (?:do not|don[’']t) (?:believe|think)\b[^,.;]{0,60} (?:should|must|needs? to|ha(?:s|ve) to)\b"
"""As in "I don't think the ferry should run"."""
REJECTING = (
    rf"(?:disagreed?|oppos(?:e|es|ed|ing)|condemns?|(?:is |was |were )?(?:pull|withdr[ae]w)\w*\b.{{0,20}}? support"
    rf"|(?:(?:ca|can|could|did|do|does|wo|would|will){_NOT}|cannot)"
    r" (?:(?:be able|intend|plan|want) to )?(?:accept|agree|back|endorse|support|tolerate))"
)
MODAL = r"(?:will|would|should|must|can|cannot|could|may|might|to|\S+n[’']t|\S+[’'](?:d|ll))\b"
"""Words before which, or after which, "be" is no subjunctive."""
_SUBJUNCTIVE = rf"^(?:(?!{MODAL})[^ ,.]+ ){{2,7}}(?:not )?be \w+(?:ed|en|wn)"
"""As in "that the ferry be cancelled"."""
DEMAND = _any(
    r"should(?! have|\W*$|[.,!]| be (?:able|available|easy|enough|fine|pleas\w+|possible|ready)\b)",
    r"must(?! be \w+ing\b| have\b); ought to; gotta; had better; please",
    r"(?<!the )(?<!as (?:he|we) )(?<!may )(?<!might )(?<!not )(?<!n[’']t )needs? to; (?<!s )needed to",
    r"(?<!not )(?<!n[’']t )(?:has|have|[’']ve) (?:got )?to (?!do\b|say\b|see\b); [’']s got to; best thing to do",
    r"(?:is|[’']s|high) (?:\w+ )?time (?:for|to|that)",
    r"(?<![\w,] [“\"‘'])let[’']s(?! (?:just )?(?:be|call|face|look|put|say|see)\b)",
    r"would (?:like to see|rather)",
    r"(?<!their )(?<!his )(?<!her )(?<!the )hopes(?: that)?\b.{0,120}?\b(?:will|would|can)",
    rf"we (?:call|urge|demand|ask|need)(?! to); {_SUBJUNCTIVE}",
)
WANTING = _any(
    r"want(?:s|ed)? (?!to\b)\w+ .{0,60}?\bto; calls? (?:on|for); urges?",
    r"hopes?(?: that)?\b.{0,120}?\b(?:will|would|can)",
)
_SUBORDINATE_NEED = re.compile(
    r"\b(?:how|if|what|when|where|whether|which)\b[^,.;]{0,60}?\b(?:should|must|(?:has|have|needs?|needed) to)\b"
    r"|\b(?:that|who) (?:has|have|needs?|needed) to\b"
    r"|(?:\b(?:could|may|might|would)|[’']d) (?:(?:just|still) )?(?:have|need) to\b",
    re.I,
)
"""What is only spoken of as needed, not demanded: "what needs to be agreed", "they would have to pay"."""
_THREAT = (
    r"if\b[^.]{0,100}(?:not|n[’']t|fails?|refuses?|ignores?)\b[^.]{0,100}?, (?:then )?"
    r"(?:I|we|they|it|he|she|you)\b[^,.]{0,20}(?:will|[’']ll|won[’']t)"
)
"""What will follow if somebody does not do something."""
DANGER = _any(
    r"(?<!nothing to be )(?:concerned|worried); (?<!most )at risk",
    r"(?:a|the|at|real|serious|grave|high) risk (?:of|that); dangerous; life[- ]threatening; brace",
    r"threatens (?:our|the|us)",
    r"catastroph\w+; consequences; beware; real harm; in danger; harsh reality",
    rf"{_MAY} (?:\w+ )?(?:escalate|spiral|destroy|devastate|threaten|collapse|harm|hurt); (?:could|might|may) lead to",
    rf"{_MAY} .{{0,20}}devastating",
    rf"{_MAY} (?:(?!not\b)\w+ )?(?:damage|worsen|trigger|spark|cost|kill|die|get sick|backfire)",
    rf"(?:won[’']t|will not) \w+ .{{0,60}}\bunless; (?<!no )danger (?:of|that); {_MAY} be (?:a )?disast(?:er|rous)",
    rf"will be held (?:accountable|responsible); {_THREAT}",
)
_NO_DANGER = re.compile(
    rf"\b(?:(?:less|never|no|nothing)\b[^.,;]{{0,80}}?|(?:not|\w+n[’']t)\b(?! only)[^.,;]{{0,20}}?)\b{DANGER}\b", re.I
)
"""What is told not to be dangerous."""
PRAISE = _any(
    r"in favou?r of; proud; grateful; remarkabl[ey]; great job; good job",
    r"(?:fantastic|incredible|tremendous|wonderful)(?! (?:amount|burden|challenge|cost|damage|harm|loss|pain|pressure"
    r"|risk|strain|stress))",
    r"pleased; first choice; important (?:first )?step; right (?:path|track|decision)",
    r"(?:did|is|was|[’']s) the right thing",
    r"admirable; courageous; delighted; (?:is|was|[’']s) (?:good|great|welcome) news; heroic",
    r"(?<!, )thank you; thrilled; glad (?:that|to)",
)
BACKING = r"(?:(?:fully|really|strongly|truly) )?" + _any(
    r"admires?; applauds?; appreciates?; backs; commends?; congratulates?; endorses?; favou?rs?; praises?; salutes?",
    r"support(?:s|ed)?(?! f(?:or|rom)\b); thank; (?<!can )trust(?:s|ed)?; welcomes?; agree[sd]? with",
    r"(?:stands?|stood) (?:behind|by|with)",
)
BAD_NAME = _any(
    r"absurd; attack; bad; biased; bigot\w*; burden; chaos; coward\w*; criminal; crooked; dangerous; dictator",
    r"disast\w+; disgrac\w+; dishonest; embarrass\w+; enem(?:y|ies); extrem\w+; fail\w+; fake; fals\w+; fraud\w*",
    r"infidels?; joke; lawless; lie; mess; monster; nasty; nonsense; puppet; racist; radical; sad; shame\w*; doomed",
    r"hopeless; lost cause; terrorists?; threat; thugs?; tragedy; unfavou?rabl[ey]; unjust\w*; weak; worst",
)
GOOD_NAME = _any(
    r"beautiful; best; brave; breakthrough; brilliant; courageous; favou?rabl[ey]; good; great; her(?:o|oes|oic)",
    r"historic; honest; landmark; milestone; outstanding; patriots?; progress; right; smart; success\w*; very big",
    r"victory; win; building block; together",
)
_NAMES: tuple[tuple[Act, re.Pattern[str]], ...] = (
    ("oppose", re.compile(rf"\b(?:{BAD_NAME}|{BLAME})\b", re.I)),
    ("support", re.compile(rf"\b(?:{GOOD_NAME}|{PRAISE})\b", re.I)),
)
"""What somebody is called, not what is said about him."""
_NAMED = re.compile(r"^(?:the|this|that|his|her|its|our|their) \w+ ", re.I)
"""Who or what is given the name: "(called) the win a disgrace"."""


def _tones(owner: str) -> tuple[tuple[Act, re.Pattern[str]], ...]:
    """The patterns in the order in which they are tried, attitudes after what `owner` says of their subject."""
    return (
        ("deny", re.compile(rf"^.{{0,60}}(?:\b{DENIAL}|{_DENIED_BLAME})\b|{owner}{DENYING}\b", re.I)),
        ("oppose", re.compile(rf"{_UNDENIED}\b{BLAME}\b|{_DOUBTING}|{owner}{REJECTING}\b", re.I)),
        ("demand", re.compile(rf"^.{{0,150}}?\b{DEMAND}\b|{owner}{WANTING}\b", re.I)),
        ("warn", re.compile(rf"\b{DANGER}\b", re.I)),
        ("support", re.compile(rf"\b{PRAISE}\b|{owner}{BACKING}\b", re.I)),
    )


_TONES, _TONES_QUOTED = _tones(_OWNER), _tones(_QUOTED_OWNER)
_TONES_OF_SELF = _tones(rf"(?:{_OWNER}|{_NAMED_OWNER})")
"""Bounded, so that no text makes them slow."""

_NEAR = 120
"""Characters in which what is said is called false; further on it is what somebody else says."""
_FALSE = re.compile(
    r"\b(completely|totally|absolutely|entirely|simply|is|are|was) "
    r"(false|untrue|wrong|baseless|an? (?:fabrication|fake|hoax|lie))\b",
    re.I,
)
_PLAN = re.compile(
    r"^(?:\S+ ){0,3}?(?:\S+(?:’ll|'ll|(?:’d|'d)(?! \w+ed\b| (?:been|call|describe|just|like|love|rather)\b))|will"
    r"|would(?! argue| call| describe| expect| guess| hope| imagine| like| love| need| rather| say| think| want)"
    r"|plans? to|planned to|intends? to|shall|decided"
    r"|would be (?:happy|open|prepared|ready|willing) to"
    r"|(?:\S+[’'](?:re|m|s)|is|are|was|were|am) (?:going|willing|ready|prepared|determined|committed) to)\b"
    r"(?! not| be\b| have\b| (?:define|lose|respectfully|see|win)\b"
    r"| (?:likely|often|probably|sometimes|soon be|usually)\b"
    r"| (?:certainly |just )?(?:admit|say|tell)\b)", re.I)  # fmt: skip
_WILL_NOT = re.compile(
    r"^(?:\S+ )?(?:(?:will|would) (?:not|never)|(?:won|wouldn)[’']t|(?:am|are|is|[’']m|[’']re) not going to)\b"
    r"(?! (?:mind|be|call|have|know|say|support|want|wish))", re.I)  # fmt: skip
_PROMISE = re.compile(
    r"\b(?:I|we) (?:promise|pledge|vow|guarantee)\b|\bmy word\b"
    r"|(?:^|[.!?…] |^[^,.]{2,45}, )(?:I|We|we)(?:[’']ll| will| won[’']t| (?:am|are) (?:not )?going to)\b"
    r"(?! (?:be(?! \w+ing\b)|certainly|have|know|lose|need|say|see|tell|win)\b)"
)
"""What somebody promises in any sentence of their own words."""
_DID_NOT = re.compile(
    r"^\S+ (?:\S+ )?(?:did not|didn[’']t|never|(?:had|has|have|was|were) (?:not|never)|(?:hadn|wasn|weren)[’']t)"
    r" (?!been able|(?:\w+ )?(?:aware|certain|sure)|believe|even|expect"
    r"|feel|have to|hear|imagin|know|like|mind|need|read|remember|satisf|see|set|sure"
    r"|take into|think|understand)(?!until|want)",
    re.I)  # fmt: skip
"""What somebody says not to have done: a denial, unless it only tells what was not thought or known."""
_NEVER_SO = re.compile(rf"\w+ (?:ha[ds]|have|did|does|do|was|were|is|are|would|will){_NOT}", re.I)
_HOPE = re.compile(r"^\S+ (hopes?|hoped|expect(?:s|ed)?|believe[sd]?|thinks?|thought)\b", re.I)
_NO_COMMENT = re.compile(
    r"^(?:\S+ ){0,6}?(?:(?:ca|could|did|do|does|wo|would|will)(?: not|n[’']t)|can(?:not|[’']t)|won[’']t"
    r"|not going to|no) (?:comment|disclose|discuss|elaborate|speculate)\b",
    re.I,
)
"""Words that give no answer ("The bank does not comment on rumours")."""
_STATES_FIRST = re.compile(r"^[^?]*[.!][”\"]? [^?]*\w[^?]*\?$")
"""Statements that end with a question."""
_SUBORDINATE = re.compile(r"^(while|if|although|though|because|since|as)\b", re.I)


def is_called_false(content: str) -> bool:
    """Whether the words begin by calling something false."""
    return _FALSE.search(content[:_NEAR]) is not None


def act_by_tone(content: str, about_self: bool, quoted: bool = False, names: bool = False) -> Act:
    """What the words do.

    `about_self` says that they begin with their own speaker, `quoted` that they are the speaker's very own, `names`
    that they call somebody or something by a name.
    """
    if content.lower().startswith("whether "):
        return "assert"
    if content.endswith("?") and not _STATES_FIRST.match(content):
        return "ask"
    if _NO_COMMENT.match(content):
        return "decline"
    if names and not is_called_false(content):
        given = _NAMED.sub("", content)
        return next((act for act, pattern in _NAMES if pattern.search(given)), "assert")
    if _PROMISE.search(content):
        return "commit"
    unquoted = re.sub('[“”"]', "", content)
    if about_self and (_PLAN.match(unquoted) or _WILL_NOT.match(unquoted)) and not _HOPE.match(content):
        return "commit"
    if about_self and (_DID_NOT.match(unquoted) or _NEVER_SO.fullmatch(content)):
        return "deny"
    if is_called_false(content) and not about_self:
        return "deny"
    for act, pattern in _TONES_OF_SELF if about_self else _TONES_QUOTED if quoted else _TONES:
        spared = {"demand": _SUBORDINATE_NEED, "warn": _NO_DANGER}.get(act)
        text = spared.sub("", content) if spared else content
        if pattern.search(text) and not (act == "deny" and _SUBORDINATE.match(content)):
            return act
    return "assert"

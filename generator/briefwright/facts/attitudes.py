"""Words, as lemmas, by which `acts` tells what kind of act an attribution is, and `positions` whether it is one.

No input and no output: tables only. They are general news English, sorted; nothing in them is there for one article.
"""

from __future__ import annotations

from briefwright.model.factsheet import Act


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


REPORTING = _words("""
    accord accuse allege announce believe claim confirm describe estimate report rumor rumour say tell think
    """)
"""Cues that report what nobody is named for: "it was announced that …"."""
DENYING = _words("""
    backtrack contradict debunk denial deny disavow discredit disown dispel dispute doubt rebut rebuttal recant refute
    repudiate retract walk
    """)
OPPOSING = _words("""
    abhor abhorrence accusation accuse against aggrieved anger angry appalled assail attack balk bash begrudge belittle
    bemoan berate blame blast block boo boycott bristle castigate censure chastise chide complain complaint condemn
    condemnation contempt critical criticise criticism criticize decry denigrate denunciation deplore deprecate deride
    despise detest disagree disappointment disapproval disapprove discontent disdain disgust disillusioned dislike
    dismay disparage displeasure dissatisfaction dissatisfied distaste distrust enraged excoriate fault frustrated
    frustration fume furious fuss gripe grouse grumble hate hostility impugn indignant indignation infuriated insult
    irritated jeer lambast lambaste lament lash loathe loathing malign mistrust mock object objection oppose opposition
    outrage overturn pan perturb pillory protest rail rebuff rebuke refusal refuse rejection reluctance reluctant
    renounce reprimand reproach resent resentment resist revile ridicule rip savage sceptical scepticism scoff scold
    scorn seethe skeptical skepticism slam sneer snub spurn sue taunt trash unhappiness unhappy unmoved unwilling
    unwillingness upbraid upset vilify whine yell
    """)
DISMISSING = _words("challenge denounce dismiss question reject")
"""Against a claim they deny, against anything else they oppose."""
CLAIMS = _words("""
    account accusation allegation argument assertion assumption charge claim conspiracy estimate fear figure finding
    hint idea implication insinuation myth notion report rumor rumour speculation story study suggestion theory
    """)
WISHING = _words("hope want wish")
"""Cues that before "to" tell what somebody means, or in the past meant, to do themselves ("wants to buy the mill")."""
INTENDING = WISHING | _words("look mean prepare seek try")
"""Cues that before "to" tell what somebody means to do themselves."""
CHARGES = _words("allegation allege assertion claim")
"""What is said to have been done, against whomever."""
DEMANDING = _words("""
    admonish admonition advise advocate appeal ask beg beseech call campaign clamor clamour command crave demand direct
    eager encourage entreat exhort forbid hope implore instruct invite lobby mandate order persuade petition plea plead
    pressure prod proposal propose recommend recommendation request require seek subpoena urge want wish
    """)
SUPPORTING = _words("""
    acclaim admiration admire adore applaud approval approve back bless celebrate champion cheer cherish commend
    compliment congratulate congratulation defend defense delighted embrace endorse endorsement extol favor favour glad
    grateful gratitude hail happy herald honor honour laud pitch pleased praise promote proud respect revere salute
    satisfied side support supportive thank thankful thrilled tout uphold vouch welcome
    """)
WARNING = _words("""
    afraid alarm alert anxiety anxious apprehension apprehensive caution concern concerned dread fear nervous threat
    threaten unease uneasy warn warning worried worry
    """)
COMMITTING = _words("""
    agree aim ambition aspiration aspire commit commitment decide decision determination determined elect goal guarantee
    intend intention opt plan pledge prepared promise readiness ready resolve strive swear undertake volunteer vow
    willing willingness
    """)
INCLINED = _words("eager inclined prepared ready willing willingness")
"""Who is not so opposes."""
LEARNING = _words("discover find know learn notice realise realize recognise recognize remember understand")
"""Cues of what somebody comes to know, whatever it is."""
OFFERED = _words("""
    aid amnesty assistance asylum cash compromise concession cooperation deal exchange funding guarantee help incentive
    job loan money package pardon peace plan proposal refuge relief reward talk truce
    """)
"""What an offer commits to; "offers a view" only says something."""
EXPECTING = _words("believe estimate expect fear forecast guess imagine predict project suspect think")
"""Cues that tell what somebody thinks will be, be it about themselves."""
REQUESTS = _words(
    "access appeal application asylum bail bid entry funding motion permission permit petition request visa"
)
"""What is denied to somebody, and not denied to be so."""
ASKING = _words("ask grill inquire press question quiz wonder")
CONVEYING = _words("announce convey declare express offer reaffirm reiterate repeat show signal underscore voice")
"""Cues whose object says what stance it is: "voiced his support for", "reiterated their opposition to"."""
NAMING = _words("brand call characterise characterize consider deem describe dub label portray regard see term view")
"""Cues that give somebody or something a name."""
AIMED = _words("aim dig jab shot swipe")
"""What somebody takes at an opponent."""
RHETORICAL = _words("be compare imagine listen look remember suppose thank")
"""Verbs whose imperative orders nothing."""
BILLS = _words("amendment bill legislation measure resolution")
"""What somebody who wants a law introduces."""
TABLING = _words("file introduce offer sponsor submit table unveil")
INQUIRING = _words("consider debate discuss examine explore investigate ponder probe study weigh")
"""Cues that leave open what follows "whether"."""
REFUSING = _words("decline refusal refuse")
REFRAINING = REFUSING | _words("avoid hesitate refrain reluctance reluctant stop unwilling unwillingness")
"""Cues before what somebody does not do: who is reluctant to criticise does not oppose."""
EVADING = _words("avoid deflect dodge duck evade ignore sidestep")
SILENT = _words("mum silent tight-lipped")
PLAIN = _words("add continue post remark say speak state tell tweet write")
"""Cues that only say; what follows them tells where or by which means ("said at a press conference")."""
DECLINING = _words("""
    answer comment confirm disclose discuss elaborate estimate identify provide reply respond reveal say specify
    speculate
    """)
"""What somebody does not do who gives no answer."""
TELLING = DECLINING | _words("clarify describe detail explain predict talk")
"""What somebody refuses to do who gives no answer; who cannot explain it may not know."""

REVERSED: dict[Act, Act] = {
    "commit": "deny", "demand": "oppose", "deny": "assert", "oppose": "assert", "support": "oppose", "warn": "assert",
}  # fmt: skip
"""The act that a negated cue makes: who does not support opposes, but who does not deny only says so."""

NEGATIONS = _words("cannot n't neither never no nor not n’t without")
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
"""Tags of verbs that make a sentence."""

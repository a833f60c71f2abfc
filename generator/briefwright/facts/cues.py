"""The words, as lemmas, by which a text leaves something open; `doubts` and `pending` read the sentences around them.

No input and no output: tables only. They are general news English, sorted; nothing in them is there for one article.
"""

from __future__ import annotations

# Nobody knows

SAYING = frozenset(
    "address answer clarify comment confirm detail determine disclose discuss elaborate estimate explain give identify"
    " indicate know predict provide reveal say specify".split()
)
"""Verbs that leave something open when they are negated or refused."""
REFUSING = frozenset("decline fail refuse without".split())
UNKNOWN = frozenset(
    "ascertain clue determine doubt establish examine inquiry investigate investigation mystery probe puzzle"
    " question speculate speculation unanswered uncertain uncertainty unclear undecided unknown unresolved unsure"
    " wonder".split()
)
"""Words over a question clause that say that nobody knows."""
RAISED = frozenset("concern doubt issue obstacle question".split())
"""Of these, the words that also stand in "no doubt" and "in reply to a question"."""
HARD = frozenset("difficult hard impossible".split())
"""Adjectives over a question clause that say that nobody knows."""
CLEAR = frozenset("certain clear early known obvious sure".split())
"""Adjectives that say so when they are negated, or after "too"."""
PARTED = frozenset(
    "argue argument bicker clash conflict conflicting contention controversy debate differ disagree disagreement"
    " dispute divide divided odd odds quarrel split squabble wrangle".split()
)
"""Words over "whether" that say that views differ."""
DECIDING = frozenset(
    "assess choose consider decide decision deliberate deliberation discuss discussion hear hearing mull"
    " negotiate negotiation referendum review rule ruling talk vote weigh".split()
)
"""Words over "whether" that say that somebody is to settle it."""
UNSURE = frozenset("uncertain unclear unknown unsure".split())
"""Adjectives over an "if" that is no condition but asks ("it is unclear if …")."""
INDIFFERENT = frozenset("ask care depend depending irrelevant irrespective matter regardless".split())
"""Words over a question clause that leave nothing open."""
FINDINGS = frozenset("evidence indication proof research sign study".split())
"""What, where there is none, leaves a claim open."""

MATTERS = frozenset(
    "cause condition extent fate identity motive nature number origin purpose reason source status whereabouts".split()
)
"""What an inquiry looks for, and what stays unknown when it finds nothing."""
DISCLOSING = frozenset("disclose give provide release reveal specify".split())
"""Verbs for telling what others want to know."""
FACTS = MATTERS | frozenset("amount cost count date figure location name price size sum total toll value".split())
"""What is told, or not, in a word."""
INQUIRING = frozenset("ascertain determine establish examine identify investigate probe".split())
"""Verbs for looking for it."""
EXAMINING = frozenset("examine investigate probe review".split())
"""Of these and their kin, the verbs whose findings readers wait for."""

# Somebody denies it

DENYING = frozenset("challenge contest contradict deny disavow dismiss dispute rebut refute reject".split())
DENYING_CLAUSES = frozenset("deny dismiss dispute rebut refute".split())
"""Of these, the verbs that take what is denied as a clause."""
REPLYING = frozenset("answer comment reply respond return".split())
"""Verbs of what a newspaper waits for, and no reader."""
AT_FIRST = ("first", "initially", "originally")
"""Adverbs of a denial that was taken back."""
ENDING = frozenset("disappear end evaporate fade resolve settle vanish".split())
"""Verbs by which nothing stays unknown ("the uncertainty ended")."""
CLAIMS = frozenset(
    "accusation account allegation assertion charge claim idea insinuation notion report rumor rumour speculation story"
    " suggestion".split()
)
VIEWS = frozenset("idea notion story".split())
"""Of these, the claims that are rejected as bad more often than as untrue."""
DEEDS = frozenset(
    "collusion complicity interference involvement knowledge link participation responsibility role tie"
    " wrongdoing".split()
)
"""Nouns for what somebody denies to have had a part in."""

HAD = frozenset("involvement knowledge link part participation responsibility role tie".split())
"""Of these, the nouns for what somebody has."""

CHARGES = frozenset(
    "abuse assault attack bribery collusion corruption crime fraud harassment interference leak meddling misconduct"
    " plot theft violation".split()
)
"""Nouns for what somebody may have done, as after "alleged"."""

FALSE = frozenset(
    "absurd baseless bogus fabricated fake false groundless incorrect lie nonsense unfounded untrue wrong".split()
)
"""What somebody calls a claim that is denied."""
STATING = frozenset(
    "acknowledge add allege argue assert charge claim complain contend declare insist maintain report reveal say state"
    " tell write".split()
)
"""Verbs over a reported statement that another voice may call untrue."""
MAINTAINING = frozenset("assert insist maintain proclaim profess protest".split())
"""Verbs before somebody's innocence."""
BACKERS = frozenset("advocate backer champion proponent supporter".split())
OPPONENTS = frozenset("critic detractor opponent sceptic skeptic".split())
"""Who speaks for a plan, and who against it."""
ACCOUNTS = frozenset(
    "account assessment characterization estimate figure finding number result statistic toll version".split()
)
"""What is right or wrong, and disputed as such."""

# It is not confirmed

ACCUSING = frozenset("accuse suspect".split())
HEDGES = frozenset("allegedly purportedly reportedly supposedly".split())
BELIEVING = frozenset("allege believe presume report rumor say suspect think understand".split())
"""Verbs that, in the passive, pass on what others hold ("is believed to have fled")."""
ACCUSERS = frozenset("indictment investigator lawsuit police prosecutor".split())
"""Who alleges what a court has yet to find."""
CLAIMING = frozenset("allege assert claim contend report suggest".split())
"""Verbs over a conditional that keeps its distance ("claims that they would have sent arms")."""
CONFIRMING = frozenset("authenticate confirm corroborate verify".split())

# Somebody has yet to act

PURPOSES = frozenset(
    "aim ambition answer challenge choice decision goal hope idea intent intention issue job mission objective option"
    " plan point priority purpose question solution task way".split()
)
"""Nouns that an infinitive explains ("the goal is to end the strike")."""
SENDING = frozenset("advance go head move proceed return send".split())
"""Verbs with which a bill goes to the next house."""
BILLS = frozenset("bill budget legislation measure nomination package plan proposal resolution treaty".split())
HOUSES = frozenset("assembly chamber committee congress council house parliament senate".split())
"""Who passes bills."""
FINISHING = frozenset(
    "announce appoint approve complete decide disclose finalise finalize name publish release resolve schedule set"
    " settle sign".split()
)
"""Verbs of what readers still wait for, where it has not been done."""
SUITS = frozenset("appeal challenge lawsuit petition suit".split())
"""What is filed in court against somebody."""
NO_WORD = frozenset("clue detail estimate explanation idea indication information sign word".split())
"""What, where there is none over a question clause, says that nobody knows."""

AWAITED = frozenset("due expect likely plan poise prepare push schedule seek set slate".split())
"""Words before "to" that tell what somebody is still to do."""
SETTLING = frozenset(
    "announce appeal appoint approve block choose consider decide determine elect extend impose lift pass ratify"
    " reject repeal resign rule select sign testify vote".split()
)
"""Verbs whose outcome readers wait for."""
RULING = frozenset("choose consider decide determine rule vote".split())
"""Of these, the verbs that leave the outcome open even after a plain "will"."""
REQUESTING = frozenset("ask demand petition propose recommend request urge".split())
COURTS = frozenset("court judge jury justice magistrate panel tribunal".split())
"""Who turns down what others claim before them."""
JUDGES = frozenset(
    "commission committee congress council court judge panel parliament regulator senate tribunal".split()
)
"""Who grants or refuses what is asked."""
FORESEEN = frozenset(
    "due expect poise schedule set slat slate".split()
)  # "slat": what the lemmatizer makes of "slated"
"""Of the words before "to", those after which anything that is to be done is news."""
VOWING = frozenset("intend plan pledge promise threaten vow".split())
"""Verbs by which somebody says what they will do."""
PONDERING = frozenset("consider contemplate mull ponder weigh".split())
"""Verbs before a gerund for what somebody may yet do."""
COMING = frozenset("coming forthcoming imminent looming next planned scheduled upcoming".split())
"""Adjectives that put an occasion ahead."""
FURTHER = frozenset("fresh further more new renewed".split())
"""Adjectives that do so beside a verb of the present or the future."""
OPENING = frozenset("begin convene open reconvene resume start".split())
"""Verbs whose present puts an occasion ahead ("when the trial resumes")."""
OCCASIONS = frozenset(
    "conference hearing meeting negotiation referendum round sentencing summit talk trial vote".split()
)
"""Occasions that bring something about."""
CONTESTS = frozenset("election runoff".split())
"""Occasions that somebody wins."""
UNDERWAY = frozenset("continue ongoing proceed remain underway".split())
CONDUCTING = frozenset("begin carry conduct launch lead open start".split())
INQUIRIES = frozenset("audit hunt inquest inquiry investigation probe review search".split())
"""What ends in findings."""
ENDEAVOURS = frozenset("effort mediation negotiation talk".split())
"""What succeeds or fails."""
OUTCOMES = frozenset(
    "answer approval decision judgement judgment outcome reply response result ruling sentence verdict".split()
)

# It lies ahead, or is quarrelled about, without a word that leaves it open

STRIVING = frozenset("aim expect fight hope near prepare ready try want".split())
NEAR = frozenset("brink chance close closer edge hope nearer path risk verge".split())

# What a thing that lies ahead, or that nobody knows, is asked about

GATHERINGS = frozenset("convention debate gathering".split())
"""Further occasions that something is awaited of."""
RULINGS = frozenset("decision judgement judgment outcome result ruling sentence verdict".split())
MAKING = frozenset("announce await deliver expect issue make reach render".split())
"""Verbs of what is decided."""
RACES = frozenset("contest primary race rematch".split())
"""What is won like an election."""
PAPERS = frozenset("assessment memo report study survey update".split())
"""What readers wait for to read."""
PLANS = frozenset(
    "agreement attempt bid chance commitment decision effort intention move offer option plan pledge promise proposal"
    " push threat vow way".split()
)
"""Nouns whose infinitive says what somebody is to do."""
ASKING = frozenset(
    "appeal ask beg call convince direct encourage expect implore instruct invite lobby order persuade press"
    " pressure prod push recommend request tell urge want warn".split()
)
"""Verbs whose object is to do what their infinitive says."""
WANTING = frozenset("await demand need request seek want".split())
"""Verbs of what somebody has yet to get."""
CONSIDERING = PONDERING | frozenset("debate demand discuss draft eye explore plan prepare promise propose seek".split())
"""Verbs over what may yet come."""
POSSIBILITIES = frozenset("chance concern doubt fear possibility question risk suspicion".split())
"""Nouns whose clause may be so or not."""
DETAILS = frozenset("concern consequence detail donor effect outcome plan result term timing".split())
NAMING = frozenset("identify name".split())

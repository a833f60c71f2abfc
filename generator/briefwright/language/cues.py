"""No input; the words that attribute, as named tables of lemmas by the frame they need around them.

The lemmas were chosen by frequency on the training part of PolNeAR (Newell, Margolin and Ruths 2018): a word stands
here when about a third or more of its uses in that frame, outside quotations, attribute something there; a few rarer
words of the same sense were added.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    return frozenset((first, second) for first, second in (pair.split("+") for pair in text.split()))


MISREAD_LEMMAS = {"hop": "hope", "retweete": "retweet", "tweete": "tweet"}
"""What the small English model makes of "hopes", "hoping" and the like."""

SPEECH = _words("""
    accept acknowledge add admit advise affirm allege announce answer argue ask assert assure blog boast caution
    chant charge cite claim clarify comment complain concede conclude confess confirm contend continue counter
    cry declare defend demand deny describe disclose emphasize exclaim explain hint imply indicate inform insist
    interject joke lament maintain mention muse mutter note notify observe opine point post predict proclaim
    profess promise propose protest quip quote reaffirm reassert recall recommend recount reiterate remark
    remind repeat reply report respond retort reveal rule say shout signal speculate state stress suggest swear
    tell testify threaten thunder tweet urge vow warn whisper wonder write yell
    """)
"""Verbs of saying: they take a finite clause or a quotation, before or after them."""

THOUGHT = _words("""
    agree anticipate assume believe consider decide demonstrate determine discuss doubt estimate expect fear
    feel find guess hope imagine learn notice pledge read realize recognize remember show speculate suspect
    think worry
    """)
"""Verbs of thinking and finding out: they take a finite clause, but no free-standing quotation."""

BARE_SPEECH = _words("""
    add announce answer argue claim conclude explain note recall reply report respond say tell tweet write
    """)
"""Verbs of saying that may come after or inside what is said ("The deal is off, he said") with no quotation there."""

ADDRESSING = _words("""
    advise ask assure challenge convince inform notify persuade promise remind show tell threaten warn
    """)
"""Verbs of saying whose plain object is the one spoken to."""

INFINITIVE = _words("""
    agree aim ask claim decide decline demand hope intend like offer plan pledge prefer promise propose refuse
    request seek swear threaten volunteer vote vow want wish
    """)
"""Attitudes and intentions: the infinitive after them is what is wanted."""

PROMPTING = _words("""
    advise ask beg challenge convince direct encourage expect forbid implore invite order persuade press push
    request tell urge want warn
    """)
"""Verbs that press somebody: object and infinitive together are what is wanted."""

GERUND = _words("""
    admit consider deny discuss mention oppose propose recommend reject report suggest support
    """)
"""Attitudes whose object is an -ing form."""

OBJECT = _words("""
    acknowledge admit advocate announce applaud assail attack back bemoan blame blast boo champion cheer chide
    cite claim concede condemn confirm congratulate criticise criticize decry defend demand denounce deny deride
    detail disavow disclose dismiss disown dispute downplay echo embrace emphasise emphasize endorse explain
    expose express fault favor favour hail herald highlight ignore lament laud mention mock note oppose order
    outline pan pitch pledge praise predict prefer promise promote propose protest question rebuff rebuke rebut
    recite recount reference refute reiterate reject renounce repeat repudiate resist ridicule salute seek
    signal slam stress support threaten tout tweet underline underscore urge voice vow welcome
    """)
"""Stances and speech acts whose plain object is what they are about."""

JUDGEMENT = _pairs("""
    accuse+of assail+for attack+for attribute+to blame+for blame+on blast+for cast+as characterise+as
    characterize+as charge+with chide+for cite+as compare+to condemn+for congratulate+for credit+with
    criticise+for criticize+for defend+as denounce+as describe+as dismiss+as distance+from fault+for frame+as
    hail+as hit+for identify+as liken+to mock+for name+as paint+as pitch+as portray+as praise+for present+as
    quote+as rebuke+for regard+as see+as slam+for suspect+of thank+for tout+as view+as
    """)
"""Verb and preposition that judge somebody: "accused X of Y", "described X as Y"; object and phrase together."""

PREPOSITIONAL = _pairs("""
    advocate+for agree+on agree+to agree+with apologise+for apologize+for argue+against argue+for ask+about
    ask+for back+down balk+at boast+about boast+of brag+about call+for call+on campaign+against campaign+for
    caution+against comment+on complain+about demand+from elaborate+on hint+at hope+for insist+on lash+at
    object+to plead+for point+to press+for protest+against push+for rail+against refer+to side+with speak+about
    speak+against speak+of talk+about talk+of vote+against vouch+for vow+to warn+about warn+against warn+of
    worry+about write+about
    """)
"""Verb and preposition whose object is what is said, wanted or refused: "called for X", "warned of X"."""

CALLING = _words("""
    brand call consider declare deem dub label name term
    """)
"""Verbs that give something a name: "called it a crisis"; both complements together."""

CITED = _words("""
    accuse allege announce believe claim confirm estimate expect fear know report rumor rumour say suspect think
    """)
"""Verbs whose passive attributes without naming anybody: "is expected to", "is said to"."""

NOUN_CLAUSE = _words("""
    accusation admission agreement allegation announcement argument assertion assessment assurance belief claim
    comment complaint concern conclusion confidence confirmation denial doubt fear finding hope indication
    insistence notion opinion pledge prediction promise remark report revelation rumor rumour sense speculation
    statement suggestion suspicion threat view vow warning
    """)
"""Nouns of saying and thinking that take a that-clause."""

NOUN_INFINITIVE = _words("""
    call demand desire inclination intention offer plea pledge promise proposal refusal reluctance request
    threat vow willingness
    """)
"""Nouns of wanting that take an infinitive."""

NOUN_PHRASE = _pairs("""
    accusation+of allegation+of announcement+of anxiety+about attack+against call+for chant+of claim+of
    comment+about complaint+about concern+about concern+over condemnation+of confidence+in confirmation+of
    criticism+of defense+of demand+for denial+of denunciation+of disclosure+of doubt+about embrace+of
    endorsement+of enthusiasm+for fear+of hope+of mention+of message+of objection+to opinion+of opposition+to
    pledge+of praise+for prediction+of promise+of proposal+for question+about reference+to rejection+of
    remark+about suspicion+of talk+about talk+of threat+of warning+about warning+of
    """)
"""Noun and preposition whose object is what is said, wanted or feared."""

NOUN_COLON = _words("""
    announcement answer appeal assessment claim comment conclusion declaration demand letter message note order
    post question quote remark reply request response speech statement testimony tweet verdict view warning word
    """)
"""Nouns that announce a quotation after a colon: "spokesman Wang's remarks: …"."""

ADJECTIVES = _words("""
    adamant afraid angry anxious concerned confident convinced critical doubtful fearful grateful hopeful
    inclined keen nervous optimistic pessimistic reluctant sceptical skeptical supportive unhappy unwilling wary
    willing worried
    """)
"""States of mind that take a clause, an infinitive or a prepositional object."""

ADJECTIVE_PREPOSITIONS = _words("about at in of over with")

RECORDS = _words("""
    account analysis article book column data document email essay filing interview letter memo message note
    op-ed paper poll post record release report research review speech statement study survey testimony
    transcript tweet
    """)
"""What carries words: whoever makes a statement "saying …" is the source, where the text says who."""

REALISING = _words("""
    begin continue go move proceed quick rush start swift
    """)
"""Words after which an infinitive tells of something done: "was quick to condemn", "went on to say"."""

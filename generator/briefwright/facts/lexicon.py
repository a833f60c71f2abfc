"""The words by which actors are told apart, as named, sorted tables; no document goes in or out.

They hold what no data package gives: roles, honorifics, the heads of organisations' and groups' names, news outlets.
"""

from __future__ import annotations


def _table(words: str) -> frozenset[str]:
    """The words or names that commas divide."""
    return frozenset(" ".join(word.split()) for word in words.split(","))


MALE_HONORIFICS = _table("Count, Father, King, Lord, Mr, Mr., Pope, Prince, Sheikh, Sir")
"""Addresses and offices of men."""

FEMALE_HONORIFICS = _table("Countess, Dame, Lady, Miss, Mrs, Mrs., Ms, Ms., Princess, Queen, Sister")
"""Addresses and offices of women."""

OTHER_HONORIFICS = _table(
    """
    Adm., Amb., Ambassador, Archbishop, Ayatollah, Bishop, Brig., Capt., Captain, Cardinal, Cmdr., Col., Colonel,
    Congressman, Congresswoman, Constable, Corporal, Cpl., Det., Detective, Dr, Dr., Drs, Drs., Gen., General, Gov.,
    Hon., Insp., Inspector, Judge, Justice, Lieutenant, Lt., Maj., Major, Officer, Pfc., Prof., Professor, Rabbi, Rep,
    Rep., Reps., Rev., Reverend, Sen, Sen., Sens., Sgt., Sheriff, Superintendent, Supt., Trooper
    """
)
"""Ranks and offices, mostly shortened, of anybody."""

ROYAL_HONORIFICS = _table("Emperor, Empress, King, Pope, Prince, Princess, Queen, Sultan")
"""Honorifics that stand before a given name."""

TITLE_OPENINGS = _table(
    """
    Acting, Adjutant, Attorney, Brig., Chief, Crown, Deputy, First, Grand, Inspector, Lieutenant, Lt, Lt., Maj., Major,
    Press, Prime, Rear, Solicitor, Surgeon, Vice
    """
)
"""Words that a title may begin with before its honorific or role ("Crown Prince", "Vice President")."""

HONORIFICS = ROYAL_HONORIFICS | MALE_HONORIFICS | FEMALE_HONORIFICS | OTHER_HONORIFICS
"""Words before a name that make it a person's."""

MALE_ROLES = _table("businessman, chairman, congressman, husband, king, policeman, prince, son, spokesman")
"""Roles whose word says that a man has them."""

FEMALE_ROLES = _table(
    """
    actress, businesswoman, chairwoman, congresswoman, daughter, mother, policewoman, princess, queen, spokeswoman,
    wife
    """
)
"""Roles whose word says that a woman has them."""

ROLE_NOUNS = (
    MALE_ROLES
    | FEMALE_ROLES
    | _table(
        """
    activist, actor, administrator, admiral, adviser, advisor, aide, ally, ambassador, analyst, archbishop, artist,
    assistant, athlete, attorney, author, banker, billionaire, bishop, blogger, boss, candidate, captain, cardinal,
    cartoonist, ceo, chair, chairperson, chancellor, chief, cleric, clerk, coach, colleague, colonel, columnist,
    comedian, commander, commissioner, consultant, coordinator, correspondent, councillor, councilman, counsel,
    counterpart, critic, defendant, defender, delegate, deputy, designer, detective, developer, dictator, diplomat,
    director, doctor, driver, economist, editor, engineer, envoy, executive, expert, father, fellow, filmmaker,
    founder, general, goalkeeper, governor, head, historian, host, inspector, investigator, investor, journalist,
    judge, justice, laureate, lawmaker, lawyer, lead, leader, lecturer, legislator, lieutenant, lobbyist,
    magistrate, major, manager, mayor, member, midfielder, midshipman, minister, monarch, musician, negotiator,
    nominee, novelist, officer, official, operative, organizer, owner, partner, pastor, philosopher, photographer,
    physician, physicist, plaintiff, player, playwright, poet, politician, pollster, pope, premier, presidency,
    president, priest, principal, producer, professor, prosecutor, psychologist, publisher, rabbi, rapper, reporter,
    representative, researcher, resident, rival, ruler, scholar, scientist, secretary, senator, sheriff, singer,
    sociologist, speaker, spokesperson, strategist, striker, student, superintendent, supervisor, surgeon, teacher,
    technician, treasurer, undersecretary, veteran, volunteer, whip, winner, writer
    """
    )
)
"""Heads of titles and appositions that say what a person does."""

KIN = _table("brother, daughter, father, husband, mother, sister, son, widow, wife")
"""Who is somebody by being somebody's."""

FORMER = _table("ex, former, late, onetime, ousted, then")
"""Words before a role that put it into the past."""

TITLE_PARTICIPLES = _table("acting, commanding, deputising, governing, managing, presiding, supervising")
"""Participles that are part of a role ("managing director")."""

ORGANISATION_WORDS = _table(
    """
    Academy, Administration, Agency, Airlines, Airways, Alliance, Army, Assembly, Associates, Association,
    Authority, Bancorp, Bank, Bioscience, Biosciences, Board, Brotherhood, Bundestag, Bureau, Cabinet, Campaign,
    Caucus, Center, Centre, Chamber, Church, Cinemas, Circuit, Club, Co, Co., Coalition, College, Commission,
    Committee, Community, Company, Confederation, Congress, Consortium, Corp, Corp., Corporation, Corps, Council,
    Court, Department, Dept, Dept., Division, Duma, Electric, Entertainment, Federation, Foods, Force, Forces,
    Forum, Foundation, Front, Fund, GmbH, Group, Guard, Holdings, Hospital, House, Images, Inc, Inc., Industries,
    Initiative, Institute, Institution, Knesset, LLC, LLP, Laboratories, League, Legion, Library, Limited, Ltd,
    Ltd., Marines, Ministry, Mission, Motors, Movement, Nations, Navy, Network, Office, Organisation, Organization,
    PAC, PLC, Parliament, Partners, Party, Patrol, Pharma, Pharmaceuticals, Police, Politburo, Registry, Reserve,
    Resorts, Roundtable, School, Secretariat, Senate, Service, Services, Society, Studios, Subcommittee, Taskforce,
    Team, Technologies, Therapeutics, Treasury, Tribunal, Trust, Union, United, University, Watch
    """
)
"""Words in a name that make it an organisation's."""

NO_ACTOR_WORDS = _table(
    """
    Accord, Accords, Act, Agreement, Airbus, Airport, Amendment, Arena, Assessment, Avenue, Award, Awards, Bay,
    Beach, Bible, Bill, Boulevard, Bridge, Building, Cemetery, Championship, Championships, Clause, Code,
    Conference, Constitution, Convention, Courthouse, Covid-19, COVID-19, Credit, Cup, Cuts, Day, Deal, Deals,
    Declaration, Desert, Earth, Election, Elections, Entry, Era, Festival, Games, Grail, Gulf, Hall, Hearing,
    Hearings, Hill, Hotel, Hub, Index, Island, Islands, Koran, Lake, Law, Line, Mall, Mechanism, Memorial,
    Mount, Mountain, Mountains, Museum, Ocean, Olympics, Pact, Palace, Park, Peninsula, Plan, Plaza, Poll, Prison,
    Prize, Program, Programme, Protocol, Quran, Radio 4, Report, Resolution, River, Road, Room, Rules, Sea, Show,
    Square, Stadium, Strait, Street, Strip, Summit, Survey, Tower, Treaty, Trial, Trophy, Valley, War, Week, Year
    """
)
"""Last words of names of laws, events, places and things, which do not act."""

NO_ACTORS = _table(
    """
    Advertisement, Africa, AIDS, Air Force One, AM, America, Android, Applause, Asia, BC, Bitcoin, Brexit, BST, CEO,
    CEST, CET, Christmas, Congressional, Coronavirus, Covid, COVID, Covid-19, COVID-19, DNA, Earth, Easter, Ebola,
    EDT, English, EST, Europe, Federal Register, GDP, GMT, God, Halloween, HIV, ID, Inc., Internet, Islam, Laughs,
    Laughter, LLC, Medicaid, Medicare, Middle East, NAFTA, Obamacare, Olympics, Order, Oval Office, PM, PST, Q&A,
    Ramadan, Sars-CoV-2, State, State of the Union, Thanksgiving, TV, Uncle Sam, UTC, West Bank, Zika
    """
)
"""Names that the tagger often takes for organisations or people."""

LAWS = _table(
    """
    ACA, AHCA, Affordable Care Act, CAFTA, Citizens United, DACA, EITC, FISA, GATT, HIPAA, INF, JCPOA, NAFTA, Nafta,
    ObamaCare, START, Social Security, TANF, TARP, TPP, TTIP, USMCA
    """
)
"""Laws, pacts and programmes known by names that do not say so."""

THING_CUES = _table(
    """
    agreement, aircraft, album, app, bill, boat, book, bridge, brig, carrier, deal, documentary, drug, ferry, film,
    freighter, helicopter, hurricane, jet, medication, missile, movie, musical, novel, operation, plane, play,
    program, programme, project, report, rocket, satellite, series, ship, show, song, storm, street, study, submarine,
    survey, tanker, trawler, treaty, vaccine, vessel, virus, yacht
    """
)
"""Common nouns whose name, right after them, is a thing's ("the tanker Northern Dawn")."""

BODY_CUES = _table(
    """
    airline, automaker, bank, brand, carrier, chain, charity, company, conglomerate, contractor, firm, group, insurer,
    lender, maker, manufacturer, militia, nonprofit, organisation, organization, party, retailer, startup, subsidiary,
    supplier, union, watchdog
    """
)
"""Common nouns whose name, right after them or before a comma, is a body's ("the airline Northern Dawn")."""

SELF_STANDING = _table(
    """
    Army, Bundestag, Cabinet, Congress, Duma, House, Knesset, Navy, Parliament, Police, Politburo, Senate, Treasury
    """
)
"""Words of organisations' names that are a name by themselves; the others need more."""

PARTY_PEOPLE = _table(
    "Conservatives, Democrats, Dems, Hispanics, Islamists, Latinos, Liberals, Republicans, Socialists, Tories"
)
"""Followers of parties and creeds whom the tagger may take for people or organisations."""

NAME_PARTICLES = _table(
    """
    abu, al, bin, da, de, del, della, den, der, di, do, dos, du, el, ibn, la, le, of, ten, ter, the, van, von, y, zu
    """
)
"""Words in lower case that stand inside people's names."""

OUTLETS = _table(
    """
    ABC, ABC News, AFP, ANSA, AP, Agence France-Presse, Al Arabiya, Al Jazeera, Al-Jazeera, Associated Press, Atlantic,
    Axios, BBC, BBC News, Bild, Bloomberg, Bloomberg Businessweek, Bloomberg News, Breitbart, Business Insider,
    Businessweek, BuzzFeed, BuzzFeed News, C-SPAN, CBC, CBS, CBS News, CBS This Morning, CNBC, CNN, Channel 4, Charlie
    Hebdo, Corriere della Sera, Daily Beast, Daily Caller, Daily Kos, Daily Mail, Der Spiegel, Die Welt, Die Zeit,
    Drudge Report, EFE, Economist, El Mundo, El País, Face the Nation, Financial Times, FiveThirtyEight, Forbes, Fox,
    Fox & Friends, Fox News, Fox News Channel, Fox News Sunday, Fox and Friends, Good Morning America, Guardian, HBO,
    Haaretz, Hill, HuffPost, Huffington Post, IRNA, ITV, Independent, Intercept, Interfax, KCNA, Kyodo, La Repubblica,
    Le Figaro, Le Monde, MSNBC, MarketWatch, Mediaite, Meet the Press, Morning Joe, Mother Jones, NBC, NBC News, NHK,
    NPR, National Public Radio, National Review, New Republic, New York Post, New Yorker, Newsmax, Newsweek, PBS,
    PolitiFact, Politico, Press Association, ProPublica, RIA, RIA Novosti, RT, RealClearPolitics, Reuters, Ria Novosti,
    Roll Call, Rolling Stone, SANA, STAT News, Sky News, Slate, Sputnik, Süddeutsche Zeitung, TASS, Talking Points Memo,
    Tass, Telemundo, The Atlantic, The Economist, The Guardian, The Hill, The Independent, The Intercept, TheBlaze,
    Think Progress, ThinkProgress, Townhall, USA Today, Univision, Vanity Fair, Vox, WSJ, Washington Post, Xinhua,
    Yonhap, dpa
    """
)
"""The best-known outlets and agencies whose names hold no word of the press; checked without a leading article."""

OUTLETS_WITH_ARTICLE = _table(
    "Atlantic, Economist, Guardian, Hill, Independent, Intercept, New Yorker, Post, Sun, Times"
)
"""Outlets that are words or other names unless "the" stands before them."""

MEDIA_WORDS = _table(
    """
    Broadcasting, Chronicle, Courant, Courier, Daily, Dispatch, Enquirer, Examiner, Gazette, Globe, Herald, Inquirer,
    Journal, Magazine, Media, Monitor, News, Newspaper, Observer, Post, Press, Radio, Register, Review, Sentinel,
    Standard, Star-Ledger, TV, Telegraph, Television, Times, Tribune, Weekly, Zeitung
    """
)
"""Last words (or, for Radio, any word) of the names of news outlets."""

PRESS_WORDS = _table("Daily, Radio, Television, Weekly")
"""Words that make a name an outlet's wherever they stand in it."""

MEDIA_CUES = _table(
    """
    agency, blog, broadcaster, channel, daily, magazine, media, network, newspaper, newswire, outlet, paper, radio,
    station, tabloid, television, tv, website, weekly
    """
)
"""Common nouns beside a name, or standing for it, that make it a news outlet's ("agency" only after "news")."""

GROUP_NOUNS = _table(
    """
    accuser, activist, adviser, advisor, advocate, agency, aide, ally, analyst, attorney, authority, bank, business,
    campaigner, candidate, charity, citizen, civilian, commander, company, conservative, consumer, country,
    creditor, critic, customer, defender, delegate, demonstrator, diplomat, doctor, donor, economist, employee,
    employer, executive, expert, farmer, fighter, firm, governor, group, gunman, immigrant, instructor, insurgent,
    investigator, investor, jihadist, journalist, judge, lawmaker, lawyer, leader, legislator, lender, liberal,
    marcher, mayor, migrant, militant, militia, minister, mourner, nation, negotiator, nonprofit, nurse, officer,
    official, opponent, organisation, organization, owner, parent, party, patient, plaintiff, politician, proponent,
    prosecutor, protester, protestor, rebel, refugee, regulator, reporter, representative, researcher, resident,
    scientist, senator, separatist, settler, shareholder, soldier, staffer, student, supporter, survivor, teacher,
    tenant, tourist, troop, union, veteran, victim, voter, worker
    """
)
"""Plural heads of noun phrases that may be a group of actors."""

CROWDS = _table(
    """
    administrator, american, applicant, audience, caller, celebrity, child, colleague, contractor, corporation,
    detainee, driver, elite, family, fan, follower, friend, hacker, hawk, holder, inmate, insider, jurist, jury,
    listener, local, man, manufacturer, marine, member, millennial, moderate, neighbor, neighbour, network,
    newcomer, observer, outsider, participant, partner, passenger, patron, people, person, pilot, player, prisoner,
    professional, progressive, pundit, reader, recipient, ringleader, rival, scholar, seller, smuggler, specialist,
    spectator, suspect, taxpayer, technician, trader, trafficker, user, viewer, villager, volunteer, watchdog,
    whistleblower, woman, youth
    """
)
"""Plural heads of noun phrases that are a group of actors where much speaks for it."""

COLLECTIVES = _table("campaign, delegation, team")
"""Singular heads that, tied to a name, are a body of people."""

INSURGENTS = _table("fighter, insurgent, militant, rebel, separatist")
"""Words that name the same armed group in turn."""

VAGUE_GROUPS = _table(
    """
    adviser, advisor, agency, aide, ally, authority, bank, company, country, critic, executive, firm, group, leader,
    member, minister, nation, officer, official, opponent, organisation, organization, party, representative, senator,
    side, supporter
    """
)
"""Groups that are nobody identifiable until a name or nationality stands beside them."""

INSTITUTIONS = _table(
    """
    administration, army, authority, cabinet, commission, committee, congress, council, court, department,
    federation, force, government, intelligence, judiciary, legislature, military, ministry, navy, office,
    opposition, panel, parliament, police, senate, subcommittee, treasury
    """
)
"""Common nouns that, tied to a state or a name, are an organisation ("Ukraine's military")."""

FIELD_BODIES = _table(
    """
    agency, authority, board, bureau, commission, committee, council, court, delegation, department, ministry,
    tribunal, union
    """
)
"""Bodies that, with "the" and the noun of their field or place before them, are known by it ("the harbour board")."""

UNIQUE_BODIES = _table("army, military, navy, opposition, parliament, police")
"""Institutions of which a country has one, so that the text need not say whose."""

PANELS = _table("commission, committee, panel, subcommittee")
"""Institutions that may stand after their parent's bare name ("a House appropriations subcommittee")."""

LEADERSHIPS = _table("administration, campaign")
"""Bodies around one person, named by the bare name ("the Holm campaign")."""

GOVERNMENTS = _table("authority, government, leadership, regime, side")
"""Heads that, tied to a state, mean the state itself."""

SEATS_OF_THEIR_OWN = _table(
    """
    Capitol, Downing Street, Elysee, Elysee Palace, Elysée, Elysée Palace, Kremlin, No. 10, Pentagon, Vatican,
    White House, Élysée, Élysée Palace
    """
)
"""Buildings that stand for an organisation of their own, whatever their last word."""

FAMILIAR_ORGANISATIONS = {
    "Dems": "Democrats",
    "EU": "European Union",
    "G20": "G20",
    "G7": "G7",
    "European Union": "European Union",
    "Fed": "Federal Reserve",
    "G.O.P.": "Republicans",
    "GOP": "Republicans",
    "NATO": "NATO",
    "Nato": "NATO",
    "U.N.": "United Nations",
    "UN": "United Nations",
    "United Nations": "United Nations",
}
"""Short forms that newspapers never spell out."""

PLATFORMS = _table("Facebook, Google, Instagram, TikTok, Twitter, WhatsApp, YouTube")
"""Companies named mostly as the place where something was said."""

ON_THEIR_OWN = _table(
    """
    activist, actor, analyst, athlete, author, businessman, businesswoman, captain, citizen, correspondent, counsel,
    critic, daughter, dissident, doctor, economist, engineer, expert, filmmaker, historian, immigrant, investigator,
    journalist, lawyer, national, native, novelist, physician, player, poet, professor, refugee, reporter, researcher,
    resident, scholar, scientist, singer, son, specialist, student, teacher, tourist, watcher, writer
    """
)
"""Those who do not speak for the state that is named with them."""
SPEECH_VERBS = _table(
    """
    accuse, acknowledge, add, admit, agree, allege, announce, answer, argue, ask, assert, believe, blame, call,
    cite, claim, comment, complain, concede, conclude, condemn, confirm, contend, criticise, criticize, declare,
    decline, demand, denounce, deny, describe, dismiss, estimate, expect, explain, fear, hope, insist, maintain,
    mention, note, object, oppose, order, pledge, point, praise, predict, promise, propose, quote, recall, refuse,
    reject, reply, report, respond, reveal, say, state, stress, suggest, support, tell, think, threaten, tweet,
    urge, vow, want, warn, welcome, worry, write
    """
)
"""Lemmas whose subject speaks or takes a stance."""

LOCATIVE_PREPOSITIONS = _table(
    """
    above, across, along, around, at, beyond, from, in, inside, into, near, of, off, onto, out, outside, over, through,
    throughout, to, toward, towards, via, within
    """
)
"""Before a place they say where, not who."""

GIVING = _table("allocate, award, give, grant, hand, offer, pay, provide, sell")
"""Verbs after which "to" says whom, not where."""

DEPARTING = _table("bind, depart, destine, embark, head, leave, sail, send, travel")
"""Verbs after which "for" says where to ("left for Geneva")."""

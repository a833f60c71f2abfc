"""Figures with their names in, and out the places where a description stands for one: "the minister", "the paper".

Where several figures fit, the words stay nobody's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter

from briefwright.facts.figures import Figure, Place, Role, is_subject
from briefwright.facts.lexicon import MEDIA_CUES, ORGANISATION_WORDS, ROLE_NOUNS
from briefwright.facts.papers import FOLLOWERS, is_new
from briefwright.facts.roles import is_former, state_in
from briefwright.model.document import Document, Token
from briefwright.places import gazetteer

LEADERS = frozenset({"chancellor", "emir", "king", "leader", "monarch", "premier", "president", "queen", "sultan"})
"""Roles that "leader" may stand for."""

HEADS = frozenset({"boss", "chief", "head", "leader"})
"""Words for whoever leads a body, whatever the office is called there."""
LEADING = HEADS | frozenset(
    "administrator ceo chair chairman chairwoman commissioner director executive general president secretary".split()
)
"""Nouns of such offices."""

UNDER = frozenset({"assistant", "associate", "deputy", "lieutenant", "lt", "vice"})
"""What makes of an office the one below it."""

EPITHETS = frozenset({"country", "giant", "nation", "power", "state"})
"""Nouns that with the adjective of a region mean a state ("the Asian giant")."""

BODIES = frozenset(
    """
    agency alliance association authority bank board bureau caucus center centre church club coalition college
    commission committee company corporation council court department federation firm foundation fund group hospital
    institute league ministry movement organisation organization party project school senate society subcommittee team
    tribunal trust union university watchdog
    """.split()
)
"""Nouns that stand for an organisation whose name holds them."""

FIRMS = frozenset({"company", "firm"})
GROUPS = frozenset({"association", "group", "organisation", "organization"})
JOINED = frozenset(
    "Alliance Association Campaign Center Centre Citizens Club Coalition Federation Foundation Front Fund Institute"
    " League Movement Network Project Society Union".split()
)
"""Words of the names of bodies that "the group" may stand for."""
TOWNS = frozenset({"city", "town", "village"})
"""Nouns that stand for a place which speaks or acts as a body."""
HIGHEST = frozenset({"Constitutional", "High", "Supreme"})
"""Words of the names of courts that are "the high court"."""
AGENCIES = frozenset(
    "Administration Agency Bureau Center Centers Commission Department Institutes Office Patrol Service".split()
)
"""Words of the names of bodies that "the agency" may stand for, if no name holds that word."""
PANELS = frozenset({"board", "commission", "committee", "council", "subcommittee"})
"""Nouns in whose stead a text says "the panel"."""
PUBLIC = ORGANISATION_WORDS - frozenset(
    "Airlines Airways Associates Bank Co Co. Corp Corp. Corporation Group Holdings Inc Inc. Industries LLC Limited Ltd"
    " Ltd. PLC Partners".split()
)
"""Words of the names of bodies that are no companies."""
_ANONYMOUS = re.compile(r"not (?:to )?be (?:named|identified|quoted)|anonym|requested not|not authori[sz]ed")
_FAR_AHEAD = 2
"""How many times as many mentions make one of several people with a role the one that "the president" means."""
_LONGEST_PHRASE = 8
_GENERIC = frozenset("diplomat envoy lawmaker negotiator politician".split())
"""What holders of several offices are called again."""
_SOON = 40
"""Tokens within which an opening names whom it has told by his office."""
_NEAR = 50
"""Earlier mentions that are looked at; it keeps the work on one description bounded."""


def find_descriptions(
    document: Document, figures: Iterable[Figure], owner: Mapping[int, Figure]
) -> Iterator[tuple[Place, Figure]]:
    """The places where a definite noun phrase means one of the figures; `owner` says whose name a token is part of."""
    described = _Described(document, figures, owner)
    for token in document.tokens:
        if token.i in owner or not document.sentences[token.sentence].story:
            continue
        if token.text in gazetteer().demonyms:
            if figure := described.by_nation(token):
                yield Place(token.i - 1, token.i + 1, token.text, pronoun=True), figure
        elif (
            token.tag in ("NN", "NNP")
            and not _is_anonymous(document, token)
            and not _is_named_beside(document, token, owner)
            and (phrase := _definite(document, token))
        ):
            words = document.text[phrase[0].start : token.end]
            if figure := described.by_noun(token, phrase):
                yield Place(phrase[0].i, token.i + 1, words, pronoun=True), figure


class _Described:
    """The figures of one document by what may be said instead of their names."""

    def __init__(self, document: Document, figures: Iterable[Figure], owner: Mapping[int, Figure]) -> None:
        self._document = document
        self._owner = owner
        figures = list(figures)
        self._people = [f for f in figures if f.kind == "person"]
        self._starts = [f.places[0].first for f in self._people]
        self._parties = [f for f in figures if f.kind == "group" and f.name in FOLLOWERS.values()]
        self._states = [f for f in figures if f.kind == "state"]
        bodies = [(p.first, f) for f in figures if f.kind in ("organisation", "media") for p in f.places]
        self._bodies = sorted(bodies, key=lambda b: b[0])
        self._roles: dict[str, list[tuple[Role, Figure]]] = {}
        for role, figure in sorted(((r, f) for f in self._people for r in f.roles), key=lambda r: r[0].first):
            self._roles.setdefault(role.noun, []).append((role, figure))

    def by_noun(self, noun: Token, phrase: list[Token]) -> Figure | None:
        """Whom a definite phrase with this head noun means."""
        lemma = noun.lemma.lower()
        if lemma in ROLE_NOUNS:
            figure = self._by_role(noun.i, lemma, phrase)
            if figure and _complement_agrees(self._document, noun, figure):
                return figure
            later = self._named_later(noun, lemma, phrase) or self._head_of_body(noun, phrase)
            return later or self._well_known(noun.i, lemma, phrase)
        if lemma in EPITHETS and len(phrase) == 3:
            region = phrase[1].text
            return _foremost(noun.i, [f for f in self._states if gazetteer().regions.get(f.name) == region])
        if lemma in BODIES | MEDIA_CUES | {"panel"} and len(phrase) == 2:
            return self._body_before(noun.i, lemma)
        if lemma == "court" and phrase[-2].text in ("high", "highest"):
            return self._highest_court(noun.i)
        return self._town(noun.i) if lemma in TOWNS and len(phrase) == 2 else None

    def _highest_court(self, at: int) -> Figure | None:
        """The court named last, where its name makes it a land's highest."""
        court = self._body_before(at, "court")
        return court if court and HIGHEST & set(court.name.split()) else None

    def by_nation(self, demonym: Token) -> Figure | None:
        """The person whom "the Ukrainian" means, as a subject: of that nation, or of none that is known, and near."""
        tokens, sentences = self._document.tokens, self._document.sentences
        if demonym.i == 0 or tokens[demonym.i - 1].text.lower() != "the" or not is_subject(self._document, demonym):
            return None
        if demonym.text.endswith("s") and demonym.tag.endswith("S"):
            return None
        state = gazetteer().demonyms[demonym.text]
        for sentence in reversed(sentences[max(0, demonym.sentence - 2) : demonym.sentence]):
            there = [(i, f) for i in range(sentence.first, sentence.last) if (f := self._owner.get(i))]
            near = dict.fromkeys(f for _, f in there if f.kind == "person")
            subjects = dict.fromkeys(
                f for i, f in there if f.kind == "person" and is_subject(self._document, tokens[i])
            )
            for group in (subjects, near):
                fitting = [f for f in group if f.state == state] or [f for f in group if f.state is None]
                if len(fitting) == 1:
                    fitting[0].state = state
                    return fitting[0]
            if near:
                return None
        return None

    def _by_role(self, at: int, noun: str, phrase: list[Token]) -> Figure | None:
        state, former = state_in(phrase[:-1]), is_former(phrase[:-1])
        leading = noun == "leader" and state
        nouns = [*sorted(LEADERS), "minister"] if leading else [noun]
        held = [(r, f) for n in nouns for r, f in self._roles.get(n, ())[-_NEAR:] if r.former or not former]
        held = [(r, f) for r, f in held if not leading or r.noun in LEADERS or "prime" in _role_words(r)]
        if not state:
            earlier = self._roles.get(noun, [])[: bisect_left(self._roles.get(noun, []), at, key=lambda r: r[0].first)]
            known = [(r, f) for r, f in earlier[-_NEAR:] if r.former == former or (r.former and noun not in LEADERS)]
            if noun in LEADERS and len(phrase) == 2:  # "the president" is no firm's
                known = [(r, f) for r, f in known if not self._leads_a_firm(r)]
            fitting = self._fitting(known, phrase)
            holders = dict.fromkeys(f for _, f in fitting)
            return self._just_introduced(at, fitting) or _foremost(at, holders) or self._nearest(at, holders)
        same = dict.fromkeys(f for r, f in held if state in (r.state, f.state))
        same = same or dict.fromkeys(f for r, f in held if r.first < at and r.state is None and f.state is None)
        if len(same) == 1:
            return next(iter(same))
        plain = len(phrase) == 3 and phrase[1].text in gazetteer().demonyms
        if same:
            return None
        if noun in _GENERIC:
            return self._compatriot(at, state)
        return (self._only_one(at, state, noun) if plain else None) or self._soon(at, held, phrase)

    def _compatriot(self, at: int, state: str) -> Figure | None:
        """The one person of that state who is named in this sentence or the two before it ("the Karsian diplomat")."""
        since = self._document.sentences[max(0, self._document.tokens[at].sentence - 2)].first
        near = dict.fromkeys(f for i in range(since, at) if (f := self._owner.get(i)) and f.kind == "person")
        there = [f for f in near if state in (f.state, *(r.state for r in f.roles))]
        return there[0] if len(there) == 1 else None

    def _just_introduced(self, at: int, held: list[tuple[Role, Figure]]) -> Figure | None:
        """The one of these whom the sentence before, of the same paragraph, has named with the office."""
        here = self._document.sentences[self._document.tokens[at].sentence]
        before = self._document.sentences[max(0, here.index - 1)]
        named = dict.fromkeys(f for r, f in held if before.first <= r.first < before.last)
        return next(iter(named)) if len(named) == 1 and before.paragraph == here.paragraph else None

    def _soon(self, at: int, held: list[tuple[Role, Figure]], phrase: list[Token]) -> Figure | None:
        """The one person of no known state who right after is named with the office ("Prime Minister Holm")."""
        after = [(r, f) for r, f in held if at < r.first < at + _SOON and r.state is None and f.state is None]
        named = dict.fromkeys(f for _, f in self._fitting(after, phrase))
        return next(iter(named)) if len(named) == 1 else None

    def _fitting(self, held: list[tuple[Role, Figure]], phrase: list[Token]) -> list[tuple[Role, Figure]]:
        """Those whose role repeats the phrase's nouns ("the attorney general"), else those whose role has none."""
        words = {t.text.lower() for t in phrase[1:-1]}
        held = [(r, f) for r, f in held if _role_words(r) & UNDER <= words]
        nouns = {t.text.lower() for t in phrase[1:-1] if t.dep in ("compound", "nmod")}
        same = [(r, f) for r, f in held if all(any(w.startswith(n) for w in _role_words(r)) for n in nouns)]
        return same or [(r, f) for r, f in held if not self._is_compound(r)]

    def _leads_a_firm(self, role: Role) -> bool:
        words = self._document.tokens[role.first : role.last]
        return any(t.text in ("at", "for", "of") for t in words) and state_in(list(words)) is None

    def _is_compound(self, role: Role) -> bool:
        tokens = self._document.tokens[role.first : role.last]
        head = next((t.i for t in tokens if t.lemma.lower() == role.noun), role.first)
        return any(t.pos in ("NOUN", "PROPN") for t in tokens if t.i < head)

    def _nearest(self, at: int, figures: Iterable[Figure]) -> Figure | None:
        """The only one of these who was named in this sentence or the two before it, else who does something in it."""
        tokens, here = self._document.tokens, self._document.sentences[self._document.tokens[at].sentence]
        since = self._document.sentences[max(0, here.index - 2)].first
        places = {f: [p for p in f.places if since <= p.first < at] for f in figures}
        near = [f for f, there in places.items() if there]
        if len(near) > 1:
            heads = {f: [tokens[p.last - 1] for p in places[f] if p.first >= here.first] for f in near}
            near = [f for f in near if any(is_subject(self._document, head) for head in heads[f])]
        return near[0] if len(near) == 1 else None

    def _named_later(self, noun: Token, lemma: str, phrase: list[Token]) -> Figure | None:
        """The one person whose role is all that the phrase says ("the head of the port authority"), wherever named."""
        named = any(t.tag == "NNP" for t in phrase[:-1])  # "the Tarnwood attorney general"
        wanted = _complement(self._document, noun) or {t.text.lower() for t in phrase[1:-1] if named}
        held = [(r, f) for r, f in self._roles.get(lemma, ())[:_NEAR] if wanted and wanted <= _role_words(r)]
        same = dict.fromkeys(f for r, f in held if not r.former)
        return next(iter(same)) if len(same) == 1 else None

    def _head_of_body(self, noun: Token, phrase: list[Token]) -> Figure | None:
        """The one person with a leading office of the body that the phrase names ("the U.N. chief")."""
        after = self._document.tokens[noun.i + 1 : noun.i + 2]
        named = [*phrase[:-1], *(self._document.subtree(noun.i + 1) if after and after[0].text == "of" else ())]
        bodies = {f for t in named if (f := self._owner.get(t.i)) and f.kind == "organisation"}
        if noun.lemma.lower() not in HEADS or len(bodies) != 1:
            return None
        forms = [f" {form} " for body in bodies for form in (body.name, *body.forms)]
        roles = [(r, f) for lead in sorted(LEADING) for r, f in self._roles.get(lead, ())[-_NEAR:]]
        roles = [(r, f) for r, f in roles if not r.former and not _role_words(r) & UNDER]
        held = dict.fromkeys(f for r, f in roles if any(form in f" {r.words} " for form in forms))
        return next(iter(held)) if len(held) == 1 else None

    def _well_known(self, at: int, lemma: str, phrase: list[Token]) -> Figure | None:
        """The one person without a role told of near "the president", where the text says of nobody that he is one."""
        held = any(not r.former and not self._leads_a_firm(r) for r, _ in self._roles.get(lemma, ()))
        if lemma not in LEADERS or len(phrase) > 2 or held:
            return None
        return self._nearest(at, [f for f in self._people if not f.roles])

    def _only_one(self, at: int, state: str, noun: str) -> Figure | None:
        """The one person that the text has named so far, who then is the leader it speaks of."""
        figure = self._people[0] if bisect_left(self._starts, at) == 1 else None
        if figure is None or noun not in LEADERS or figure.state not in (None, state) or figure.roles:
            return None
        figure.state = state
        figure.roles.append(Role(noun, noun, state, former=False, first=at, last=at + 1))
        self._roles.setdefault(noun, []).append((figure.roles[0], figure))
        return figure

    def _body_before(self, at: int, noun: str) -> Figure | None:
        """The organisation named last whose name, or nature, the noun repeats."""
        before = self._bodies[: bisect_left(self._bodies, at, key=lambda b: b[0])]
        near = list(dict.fromkeys(f for _, f in reversed(before[-_NEAR:])))
        if called := next((f for f in near if self._is_called(f, noun)), None):
            return called
        for figure in near:
            if noun in MEDIA_CUES - {"agency", "blog"} and figure.kind == "media":
                return figure
            parts = {part.lower() for form in figure.forms for part in form.split()}
            if noun in parts or (noun == "panel" and parts & PANELS):
                return figure
        if noun == "party":
            return self._party(at)
        if noun == "agency":
            return self._near_body(at, _is_agency)
        if noun in GROUPS:
            return self._near_body(at, lambda body: bool(_form_words(body) & JOINED))
        return self._near_body(at, lambda body: not _form_words(body) & PUBLIC) if noun in FIRMS else None

    def _party(self, at: int) -> Figure | None:
        """The only party of whose people or bodies this sentence or the two before it have told."""
        since = self._document.sentences[max(0, self._document.tokens[at].sentence - 2)].first
        told = {f for i in range(since, at) if (f := self._owner.get(i))}
        parties = {p for f in told for adjective, p in FOLLOWERS.items() if {adjective, p} & set(f.name.split())}
        return next((f for f in self._parties if parties == {f.name}), None)

    def _town(self, at: int) -> Figure | None:
        """The only town that the text has spoken of as somebody so far."""
        places = {n.first for n in self._document.names if n.label == "GPE"}
        lands = {*gazetteer().names, *gazetteer().provinces}
        towns = [f for f in self._states if f.name not in lands and f.places[0].first < at]
        towns += [f for i, f in self._bodies if i < at and i in places]
        return towns[0] if len(set(towns)) == 1 else None

    def _near_body(self, at: int, fits: Callable[[Figure], bool]) -> Figure | None:
        """The only organisation told of in this sentence or the two before it, if its name is of the right sort."""
        sentences, tokens = self._document.sentences, self._document.tokens
        since = sentences[max(0, tokens[at].sentence - 2)].first
        told = [(i, f) for i, f in self._bodies if since <= i < at and f.kind == "organisation"]
        told = [(i, f) for i, f in told if not self._document.quoted(tokens[i].start, tokens[i].end)]
        told = [(i, f) for i, f in told if fits(f)]
        fitting = dict.fromkeys(f for _, f in told)
        if len(fitting) > 1:
            spelled = ((i, f) for i, f in told if not f.name.isupper())  # not "NIH", which may be a programme
            here = dict.fromkeys(f for i, f in spelled if tokens[i].sentence == tokens[at].sentence)
            fitting = here or dict.fromkeys(f for i, f in told if is_subject(self._document, tokens[i]))
        return next(iter(fitting)) if len(fitting) == 1 else None

    def _is_called(self, figure: Figure, noun: str) -> bool:
        """Whether the noun stands beside a name of the figure ("the Lantern news agency")."""
        tokens = self._document.tokens
        beside = (
            t for p in figure.places for t in (*tokens[max(0, p.first - 2) : p.first], *tokens[p.last : p.last + 2])
        )
        same = (t for t in beside if t.lemma.lower() == noun)
        if any(self._owner.get(i) is figure for t in same for i in (t.head, *self._document.children[t.i])):
            return True
        apposed = (tokens[i] for p in figure.places for i in self._document.children[p.last - 1])
        return any(t.dep == "appos" and t.lemma.lower() == noun for t in apposed)


def _form_words(figure: Figure) -> set[str]:
    return {word for form in figure.forms for word in form.split()}


def _is_agency(body: Figure) -> bool:
    """Whether its name is one of an agency, or letters alone."""
    return bool(_form_words(body) & AGENCIES) or body.name.isupper()


def _definite(document: Document, noun: Token) -> list[Token]:
    """The tokens of a definite noun phrase up to its head noun; none where it is indefinite or qualifies a word."""
    if noun.dep in ("compound", "nmod", "amod"):
        return []
    left = [document.tokens[i] for i in document.children[noun.i] if noun.i - _LONGEST_PHRASE <= i < noun.i]
    opener = next((t for t in left if t.text.lower() == "the" or t.dep == "poss"), None)
    if opener is None or opener.tag == "PRP$":
        return []
    first = min([opener.i, *document.children[opener.i]])
    return list(document.tokens[first : noun.i + 1]) if noun.i - first <= _LONGEST_PHRASE else []


def _is_anonymous(document: Document, noun: Token) -> bool:
    """Whether it is somebody who will not be named ("the lawyer, who asked not to be named", "on condition of …")."""
    clauses = (i for i in document.children[noun.i] if document.tokens[i].dep == "relcl")
    words = " ".join(t.text for i in clauses for t in document.subtree(i))
    return _ANONYMOUS.search(words) is not None


def _is_named_beside(document: Document, noun: Token, owner: Mapping[int, Figure]) -> bool:
    """Whether the name of whom it describes follows ("Holm's attorney, Ada Lind", "the website 38 Degrees")."""
    beside = [document.tokens[i] for i in document.children[noun.i] if document.tokens[i].dep == "appos"]
    unknown = any(t.pos == "PROPN" and next(document.subtree(t.i)).i == noun.i + 1 and t.i not in owner for t in beside)
    return unknown or any(t.i in owner and owner[t.i].kind == "person" and not is_new(document, t) for t in beside)


def _complement_agrees(document: Document, noun: Token, figure: Figure) -> bool:
    """Whether what the noun is "of" is also in the figure's roles ("head of the port authority")."""
    wanted = _complement(document, noun)
    words = {w for r in figure.roles if r.noun == noun.lemma.lower() for w in _role_words(r)}
    return not wanted or bool(wanted & words)


def _complement(document: Document, noun: Token) -> set[str]:
    """The nouns that the phrase is "of", in small letters and without a possessor; empty where it is "of" nothing."""
    after = document.tokens[noun.i + 1 : noun.i + 2]
    if not after or after[0].text != "of":
        return set()
    return {t.text.lower() for t in document.subtree(after[0].i) if t.pos in ("NOUN", "PROPN") and t.dep != "poss"}


def _role_words(role: Role) -> set[str]:
    return set(re.findall(r"\w+", role.words.lower()))


def _foremost(at: int, figures: Iterable[Figure]) -> Figure | None:
    """The one of these of whom the text has spoken most before this token; None where another comes near."""
    counts = [(bisect_left(f.places, at, key=attrgetter("first")), f) for f in figures]
    best, second, *_ = [*sorted((count for count, _ in counts), reverse=True), 0, 0]
    if best == 0 or best < _FAR_AHEAD * second:
        return None
    return next(f for count, f in counts if count == best)

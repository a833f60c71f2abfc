"""A Document in, the places where its text names somebody out: the tagger's names, mended, and those that it missed.

Who is who, and which of them act, is for `identity` to say; here a name is words, a label and the title before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from briefwright.facts.edges import (
    is_before_a_place,
    is_case,
    is_ordinary,
    is_party_place,
    text_at,
    without_weekdays,
)
from briefwright.facts.figures import is_possessive
from briefwright.facts.given_names import GIVEN_NAMES
from briefwright.facts.joining import CLUBS, is_nickname, joined
from briefwright.facts.lexicon import (
    FORMER,
    HONORIFICS,
    INSTITUTIONS,
    MEDIA_CUES,
    MEDIA_WORDS,
    NO_ACTOR_WORDS,
    NO_ACTORS,
    ORGANISATION_WORDS,
    OUTLETS,
    PARTY_PEOPLE,
    PLATFORMS,
    ROLE_NOUNS,
    TITLE_OPENINGS,
)
from briefwright.facts.storied import find_headings, story_tokens
from briefwright.facts.titles import is_title, is_title_of_several, opens_with_title, title_start
from briefwright.model.document import Document, Token
from briefwright.places import gazetteer

LABELS = frozenset({"FAC", "GPE", "LOC", "NORP", "ORG", "PERSON", "PRODUCT"})
"""Of the tagger's labels those that its mistakes may hide an actor under."""

UNTRUSTED = frozenset({"EVENT", "LANGUAGE", "WORK_OF_ART"})
"""Labels that it gives to rare names of people and outlets as readily as to what they are meant for."""

NAME_EXTENSIONS = frozenset({"alliance", "coalition", "movement", "party"})
"""Common nouns that belong to the name before them ("the Green Dawn party")."""

_IRISH = re.compile(r"O[’'][A-Z][a-z]+")
"""Surnames that the tagger takes for common nouns ("O’Donnell")."""
_ABBREVIATION = re.compile(r"[A-Z][a-z]{0,5}\.|(?!U\.|E\.U)[A-Z]\.[A-Z]\.")
"""Of a province, a party, a suffix: "Ala.", "N.Y.", "D.", "Jr."."""
_SEPARATORS = frozenset({"/", "(", ")", "[", "]", '"', "“", "”", "″", "–", "—", "'", "’"})
_NUMBERED = frozenset({"Brigade", "Circuit", "Division", "Fleet", "Regiment"})
"""Bodies that are told apart by their numbers."""
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_NO_FIRST_TAG = frozenset({"IN", "MD", "PRP$", "TO", "UH", "WP", "WRB"})
"""Tags of words that open a sentence, or a heading, and no name ("Will Ada Holm run?")."""
_PREFIXES = frozenset({"anti", "non", "post", "pre", "pro"})
_NO_FIRST_WORD = frozenset({"Both", "Either", "Neither"})
_NO_LAST_WORD = frozenset({"ADP", "CCONJ", "DET", "PART"})


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where somebody is named: token indices, `last` excluded; `title` is where its title run begins."""

    first: int
    last: int
    label: str
    """The tagger's label, empty where it saw no name."""
    title: int
    words: str
    """The bare name: no title, article, possessive or line break."""

    @property
    def parts(self) -> tuple[str, ...]:
        """Its words, one by one."""
        return tuple(self.words.split())


def find_namings(document: Document) -> tuple[Naming, ...]:
    """The names of the story, in text order, none inside another."""
    free = story_tokens(document)
    taken = [False] * len(document.tokens)
    for name in document.names:
        words = document.tokens[name.first : name.last]
        if name.label not in UNTRUSTED or not (_is_bare(words) or _is_somebody_of(words)):
            for word in words:
                taken[word.i] = True
    headings = find_headings(document)
    runs = [*_tagged(document, free, taken), *_missed(document, free, taken, headings)]
    found = [n for run in joined(document, sorted(runs), taken) if (n := _naming(document, *run))]
    found = [_without_next_name(n, found) for n in found]
    body = {n.words for n in found if n.first not in headings}
    found = [_without_first_words(document, n, found) for n in found if n.first not in headings or n.words in body]
    return _with_repeats(document, free, found)


def _is_bare(words: Sequence[Token]) -> bool:
    return all(t.tag in ("DT", "NNP", "NNPS", "POS") for t in words)


def _is_somebody_of(words: Sequence[Token]) -> bool:
    """Whether a full name and a body are taken for the title of a work ("Ada Holm of Clean Harbours")."""
    texts = [t.text for t in words]
    return texts[0] in GIVEN_NAMES and texts[2:3] == ["of"] and _is_bare([*words[:2], *words[3:]])


def _without_next_name(naming: Naming, found: Sequence[Naming]) -> Naming:
    """The outlet without the one of whom it was told ("told Tarn News |Holm had left")."""
    outlet, last = naming.words.rpartition(" ")[::2]
    is_glued = outlet in OUTLETS and naming.words not in OUTLETS
    if is_glued and any(n.label == "PERSON" and n.parts[-1] == last for n in found):
        return replace(naming, last=naming.last - 1, words=outlet)
    return naming


def _without_first_words(document: Document, naming: Naming, found: Sequence[Naming]) -> Naming:
    """The name without ordinary words that the tagger takes for its first ("Echoing Holm", "Wealthy Ada Holm")."""
    parts = naming.parts
    number = next((n for n, word in enumerate(parts) if not is_ordinary(word)), 0)
    rest = parts[number:]
    is_person = naming.label in ("", "PERSON") or (naming.label == "ORG" and f"{parts[0]}s" in PARTY_PEOPLE)
    if not is_person or not number or document.tokens[naming.first].text != parts[0]:
        return naming
    known = any(
        n.parts[-len(rest) :] == rest
        and n.words != naming.words
        and n.label in ("", "PERSON", naming.label)
        and (len(n.parts) > len(rest) or n.title < n.first)
        for n in found
    )
    if not known and not (len(rest) > 1 and rest[0] in GIVEN_NAMES):
        return naming
    first = naming.first + number
    return replace(naming, first=first, title=first, label="PERSON", words=" ".join(rest))


def _tagged(document: Document, free: list[bool], taken: list[bool]) -> Iterator[tuple[int, int, str]]:
    """Token runs of the tagger's names, cut at line ends, slashes and the like, and grown over parts left out."""
    for name in document.names:
        if name.label not in LABELS:
            continue
        inside = range(name.first, name.last)
        separators = (
            _SEPARATORS | {"with"} | ({",", "of"} if name.label == "PERSON" else {","} if len(inside) <= 3 else set())
        )
        run: list[int] = []
        for i in [*inside, None]:
            if i is not None and free[i] and _is_inside(document, i, separators):
                run.append(i)
            elif run:
                yield run[0], _grown(document, run, name.label, free, taken), name.label
                run = []


def _is_inside(document: Document, i: int, separators: Set[str]) -> bool:
    """Whether the token is part of a name, and not the mark or the possessive that ends one."""
    token = document.tokens[i]
    if token.text == "-" and document.text[token.start - 1].isspace():  # set between a label and a name
        return False
    if is_nickname(document, i) or is_nickname(document, i - 2):
        return True
    return _is_of_members(document, i) if is_possessive(token) else token.text not in separators


def _is_of_members(document: Document, i: int) -> bool:
    """Whether a possessive stands inside the name of a body after its members ("the Growers' League")."""
    members, body = document.tokens[i - 1], document.tokens[i + 1 : i + 3]
    plural = members.tag in ("NNPS", "NNS") or members.text in ("Children", "Men", "People", "Women")
    plural = plural or members.text.lower() in ROLE_NOUNS  # "the Tarn County Sheriff's Office"
    known = members.text in gazetteer().names or members.text in PARTY_PEOPLE
    return plural and members.text[0].isupper() and not known and _ends_in_body(body)


def _ends_in_body(tokens: Sequence[Token]) -> bool:
    for token in tokens:
        if token.text in ORGANISATION_WORDS | MEDIA_WORDS:
            return True
        if not token.text[0].isupper():
            return False
    return False


def _grown(document: Document, run: Sequence[int], label: str, free: list[bool], taken: list[bool]) -> int:
    tokens, last = document.tokens, run[-1] + 1
    if label in ("ORG", "PERSON"):
        while last < len(tokens) and free[last] and not taken[last] and _is_name_word(tokens[last]):
            last += 1
        if last < len(tokens) and tokens[last].text in NAME_EXTENSIONS and tokens[last].dep != "pobj":
            last += 1
    if label == "ORG" and last + 1 < len(tokens) and tokens[last].text in ("of", "in"):
        joined = tokens[last].text == "of" or any(t.text == "for" for t in tokens[run[0] : last])
        if (
            joined
            and tokens[last + 1].tag == "NNP"
            and free[last + 1]
            and tokens[last + 1].text not in gazetteer().seats
        ):
            last += 2
            while last < len(tokens) and free[last] and not taken[last] and _is_name_word(tokens[last]):
                last += 1
    if label == "PERSON" and last + 1 < len(tokens) and tokens[last].text == "-" and tokens[last + 1].text == "in":
        last += 2  # Korean given names that the tokenizer takes apart ("Moon Jae-in")
    return _programme(document, run[0], last)


def _programme(document: Document, first: int, last: int) -> int:
    """Where a broadcaster's name ends that goes on as a programme's ("Tarn News Sunday")."""
    for end in range(min(last + 2, len(document.tokens)), last, -1):
        if document.text[document.tokens[first].start : document.tokens[end - 1].end] in OUTLETS:
            return end
    return last


def _is_name_word(token: Token) -> bool:
    return (
        token.tag in ("NNP", "NNPS")
        and (
            token.text[:1].isupper() or token.text[:3] in ("al-", "el-") or token.text.capitalize() in gazetteer().seats
        )
        and len(token.text) > 1
        and token.text.lower() not in ROLE_NOUNS
        and token.text not in HONORIFICS
    ) or _IRISH.match(token.text) is not None


def _missed(
    document: Document, free: list[bool], taken: list[bool], headings: set[int]
) -> Iterator[tuple[int, int, str]]:
    """Runs of capitalised proper nouns that the tagger passed over, except where a sentence's first word is alone."""
    tokens = document.tokens
    candidates = (
        i
        for i, t in enumerate(tokens)
        if free[i] and not taken[i] and (_is_name_word(t) or _is_name_inside(document, i))
    )
    run: list[int] = []
    for i in [*candidates, len(tokens) + 1]:
        if run and i != run[-1] + 1:
            sentence = document.sentences[tokens[run[0]].sentence]
            alone = len(run) == 1 and run[0] == sentence.first
            known = tokens[run[0]].text in OUTLETS | PLATFORMS
            if (known or not alone) and run[0] not in headings:
                yield run[0], run[-1] + 1, ""
            run = []
        run.append(i)


def _is_name_inside(document: Document, i: int) -> bool:
    """Whether words beside the token make it part of a name ("the Growers’ League", "Küstenfunk radio")."""
    token = document.tokens[i]
    if is_possessive(token):
        return _is_of_members(document, i)
    if token.text == "-" and 0 < i < len(document.tokens) - 1:  # "Anna-Lena Holm", which nobody saw
        before, after = document.tokens[i - 1], document.tokens[i + 1]
        return _is_name_word(before) and _is_name_word(after) and before.end == token.start == after.start - 1
    if token.tag == "NN" and token.text.istitle() and i and document.tokens[i - 1].text in GIVEN_NAMES:
        return document.tokens[i - 1].head == i  # "Ada Silver"
    cued = token.tag == "NN" and token.text.istitle() and token.dep == "compound" and token.head == i + 1
    return cued and document.tokens[i + 1].text in MEDIA_CUES


def _naming(document: Document, first: int, last: int, label: str) -> Naming | None:
    """The name in these tokens without article, title and possessive; None where nothing like a name is left."""
    tokens = document.tokens
    while first < last and (tokens[first].pos == "DET" or not tokens[first].text[0].isalnum()):
        first += 1
    while (
        last - first > 1
        and (tokens[first].tag in _NO_FIRST_TAG or tokens[first].text in _NO_FIRST_WORD)
        and tokens[first].text not in GIVEN_NAMES | {"Our"}
    ):
        first += 1
    while first < last and (
        (tokens[last - 1].pos in _NO_LAST_WORD and tokens[last - 2].text != "-")
        or not any(c.isalnum() for c in tokens[last - 1].text)
    ):
        last -= 1
    while label == "PERSON" and last - first > 1 and tokens[last - 1].text.islower():
        if tokens[last - 2].text == "-" or tokens[last - 1].text in NAME_EXTENSIONS:
            break
        last -= 1
    first, last = _without_clause(tokens, *without_weekdays(document, first, last))
    numbered = any(t.text in _NUMBERED for t in tokens[first:last])
    while last - first > 1 and tokens[first].text.islower() and tokens[first].tag in ("JJ", "JJR"):
        if numbered and _ORDINAL.fullmatch(tokens[first].text):
            break
        first += 1  # "earlier Circuit Court"
    if numbered and _ORDINAL.fullmatch(text_at(tokens, first - 1)):
        first -= 1  # "the 12th U.S. Circuit Court of Appeals"
    while last - first > 1 and opens_with_title(tokens[first], tokens[first + 1]) and tokens[first + 1].text != "&":
        if last - first == 2 and tokens[first + 1].text in ORGANISATION_WORDS | NO_ACTOR_WORDS:
            break  # "Justice Department", "General Motors", "King Street"
        first += 3 if tokens[first + 1].text == "of" and last - first > 4 else 1  # "Secretary of State Ada Holm"
    if last - first == 2 and label in ("", "PERSON") and is_before_a_place(document, first):
        first += 1  # "Valid Norway"
    if last - first == 2 and tokens[last - 1].text in PARTY_PEOPLE and tokens[first].text not in CLUBS:
        first += 1  # "Congressional Liberals"
    while last - first > 1 and _is_abbreviated_title(tokens[last - 1]):  # "State Police Cpl"
        last -= 1
    while last - first > 1 and tokens[last - 1].text in (MEDIA_CUES | {"Poll", "news", "state"}):
        last -= 1
    if first >= last:
        return None
    if label in ("ORG", "") and tokens[last - 1].text.lower() in INSTITUTIONS:
        first = _possessor(document, first)
    words = re.sub(r"[’']s?$", "", " ".join(document.text[tokens[first].start : tokens[last - 1].end].split()))
    named = any(c.isupper() for c in words) or words.capitalize() in gazetteer().seats
    opens = label in ("ORG", "PERSON") and first == document.sentences[tokens[first].sentence].first
    if not named or len(words) < 2 or words in NO_ACTORS or words.lower().startswith(("anti-", "pro-")):
        return None
    office = words.split()[-1].lower() in ROLE_NOUNS and words.split()[-2:-1] != ["of"]  # "Department of Justice"
    if office and not (label == "PERSON" and words.split()[0] in GIVEN_NAMES):
        return None
    if is_party_place(tokens, first) or is_case(tokens, first, last):
        return None
    if last - first == 1 and _is_abbreviated_title(tokens[first]) and label != "":
        return None
    if last - first == 1 and is_title_of_several(tokens[first]) and text_at(tokens, last) == "of":
        return None  # "Deputy Secretaries of State Ada Holm and …"
    if last - first == 1 and words in TITLE_OPENINGS and is_title(tokens[min(last, len(tokens) - 1)]):
        return None  # "Rear Adm. Lind"
    if last - first == 1 and (_ABBREVIATION.fullmatch(words) or (opens and not _is_proper(tokens[first]))):
        return None
    return Naming(first, last, label, title_start(document, first), words)


def _without_clause(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Where the name begins and ends without other words of its clause, or of a headline.

    "Cartoonist Ada Holm", "onetime Holm aides", "Ada Holm Should Go".
    """
    is_after_prefix = text_at(tokens, first - 1) == "-" and text_at(tokens, first - 2).lower() in _PREFIXES
    if last - first > 1 and (is_after_prefix or "—" in tokens[first].text):
        first += 1  # "the pre-Holm |Lind administration", "TARNWOOD—Mayor |Holm"
    while last - first > 1 and tokens[first].text.lower() in FORMER and tokens[first].end < tokens[first + 1].start:
        first += 1
    if last - first > 2 and tokens[first].tag == "NN" and tokens[first + 1].text in GIVEN_NAMES:
        first += 1
    verb = next((i for i in range(first + 1, last - 1) if tokens[i].tag == "MD"), last)
    return first, verb


def _is_abbreviated_title(token: Token) -> bool:
    return f"{token.text.rstrip('.')}." in HONORIFICS


def _is_proper(token: Token) -> bool:
    return token.tag in ("NNP", "NNPS") or token.text.isupper()


def _possessor(document: Document, first: int) -> int:
    """Where the state whose institution it is begins ("China's Foreign Ministry"); `first` where none is named."""
    tokens, places = document.tokens, gazetteer()
    before = tokens[first - 1] if first else None
    if before and before.text in places.demonyms:
        return first - 1
    if before and is_possessive(before):
        for start in range(max(0, first - 4), first - 1):
            if places.state(document.text[tokens[start].start : tokens[first - 2].end]):
                return start
    return first


def _with_repeats(document: Document, free: list[bool], found: list[Naming]) -> tuple[Naming, ...]:
    """The namings, and further places where a last word of a person's full name, or a whole one-word name, stands."""
    known = {n.parts[-1] for n in found if n.label == "PERSON" and len(n.parts) < 5 and len(n.parts[-1]) > 1}
    known |= {n.words for n in found if len(n.parts) == 1}
    used = {i for n in found for i in range(n.first, n.last)}
    repeats = [
        Naming(t.i, t.i + 1, "", title_start(document, t.i), t.text)
        for t in document.tokens
        if free[t.i] and t.i not in used and t.text in known and t.tag.startswith("NN")
    ]
    repeats = [n for n in repeats if not is_case(document.tokens, n.first, n.last)]
    return tuple(sorted([*found, *repeats], key=lambda n: n.first))

"""The runs of tokens that may be names in, the same runs out, joined where the tagger cut one name into several.

"Zine El" and "Abidine Ben Ali" are one person, "Center" and "Good Government" with "for" between them one body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from briefwright.facts.figures import is_possessive
from briefwright.facts.given_names import GIVEN_NAMES
from briefwright.facts.lexicon import MEDIA_WORDS, ORGANISATION_WORDS, PARTY_PEOPLE, ROLE_NOUNS
from briefwright.facts.titles import CALENDAR, is_title
from briefwright.model.document import Document, Token
from briefwright.places import gazetteer

Run = tuple[int, int, str]
"""First token, the one after the last, and the tagger's label, empty where it saw no name."""

PARTICLES = frozenset("al bin da de del della den der di dos du el ibn la ten ter van von".split())
"""Words in lower case that may open a surname ("de Blasio")."""
_DEVOTED = frozenset(
    """
    Agency Alliance Association Bureau Campaign Center Centre Citizens Coalition Commission Committee Council
    Department Foundation Fund Institute Initiative League Ministry Mission Office PAC Partnership Project Society
    Subcommittee
    """.split()
)
"""Words of bodies after which "for" or "on" says what they are for."""
_NO_FIRST_NAMES = (CALENDAR, ORGANISATION_WORDS, MEDIA_WORDS, PARTY_PEOPLE)
_CHAMBERS = frozenset({"Assembly", "House", "Senate"})
_PANELS = frozenset({"Committee", "Subcommittee"})
CLUBS = frozenset({"College", "Young"})
"""Words before a party's people that make them a club with a name of its own."""
_LONGEST_LIST = 12
_LONGEST_PERSON = 5


def joined(document: Document, runs: Sequence[Run], taken: Sequence[bool]) -> list[Run]:
    """The runs, in order and apart; `taken` says of each token whether it is part of a name of the tagger's."""
    found: list[Run] = []
    for first, last, label in _apart(document, runs):
        if found and first < found[-1][1]:
            continue
        if found and _continues(document, found[-1], first, last, label):
            found[-1] = (found[-1][0], last, label)
        elif found and found[-1][2] == "PERSON" and _particles_before(document, found[-1], first):
            found[-1] = (found[-1][0], last, "PERSON")  # "Ada von der" and "Tarn", which is a place's
        elif label == "" and last - first == 1 and _at(document, first - 1) in PARTICLES and not taken[first - 1]:
            found.append((first - 1, last, "PERSON"))
        elif label == "PERSON" and (start := _first_name(document, first, last, taken)) < first:
            if found and found[-1][1] == first:  # "Harbour Rights" and "Zeno" in one run, "Ibn Holm" in the next
                before = found.pop()
                found += [(before[0], start, before[2])] if before[0] < start else []
            found.append((start, last, label))
        elif label == "PERSON" and last - first == 1:
            found.append((first, _given_name(document, last), label))
        elif _is_club(document, first, last):
            while found and found[-1][1] == first and found[-1][2] != "PERSON":
                first = found.pop()[0]  # "Tarn", "Young"
            found.append((first, last, "ORG"))
        elif label == "NORP" and _text(document, first, last) == "Islamic" and _at(document, last) == "State":
            found.append((first, last + 1, "ORG"))
        else:
            end = _purpose(document, first, _fields(document, first, last, label), label)
            first -= _opens_with_our(document, first, last) or _is_panel_of_chamber(document, first, end)
            found.append((first, end, "ORG" if end > last else label))
    return found


def _apart(document: Document, runs: Sequence[Run]) -> Iterator[Run]:
    """The runs, where one holds several names cut into these: "Ada Holm Ada Holm", "Holm and Lind"."""
    tokens = document.tokens
    full = (r for r in runs if r[2] == "PERSON" and r[1] - r[0] > 1)
    surnames = {tokens[last - 1].text for _, last, _ in full}
    places = {tokens[first].text for first, last, label in runs if label == "GPE" and last - first == 1}
    for first, last, label in runs:
        words = [t.text for t in tokens[first:last]]
        if label == "ORG" and words[-2:-1] == ["for"] and words[-1] in places:  # "against the Front for Tarn"
            yield first, last - 2, label
            yield last - 1, last, "GPE"
            continue
        if label in ("", "ORG", "PERSON") and (title := _title_inside(tokens[first:last])):
            yield first, first + title - 1, "ORG"
            yield first + title, last, "PERSON"
            continue
        if label in ("ORG", "PERSON") and (place := _before_name(words)):
            if words[0] != "State":
                yield first, first + place, "ORG" if words[place - 1] in _CHAMBERS else "GPE"
            yield first + place, last, "PERSON"
            continue
        cut = first + _cut(words, surnames, label)
        if first < cut < last:
            yield first, cut, "PERSON"
            start = cut + (tokens[cut].text in ("and", ","))
            yield from _apart(document, [(start, last, "PERSON")])
        else:
            yield first, last, label


def _title_inside(tokens: Sequence[Token]) -> int:
    """After how many words the title of a full name ends, if it stands behind a body or an outlet; 0 for none."""
    for i in range(len(tokens) - 1, 1, -1):
        opens = tokens[i].text in GIVEN_NAMES or re.fullmatch(r"[A-Z]\.", tokens[i].text)
        titled = tokens[i - 1].text.lower() in ROLE_NOUNS or is_possessive(tokens[i - 1])
        if titled and opens and 1 < len(tokens) - i < _LONGEST_PERSON:
            return i
    return 0


def _before_name(words: Sequence[str]) -> int:
    """How many words of a title's end stand before a full name ("ambassador to |Karsia |Ada Holm"); 0 for none."""
    if words[:2] in (["State", "of"], ["the", "House"], ["the", "Senate"]):
        place = 2
    else:
        place = 1 if gazetteer().state(words[0]) or words[0] in _CHAMBERS else 0
    name = words[place:]
    return place if len(name) in (2, 3) and name[0] in GIVEN_NAMES else 0


def _cut(words: Sequence[str], surnames: Set[str], label: str) -> int:
    """After how many of the words another name begins; 0 where none does."""
    if label in ("ORG", "PERSON") and len(words) == 3 and words[1] == "and" and {words[0], words[2]} & surnames:
        return 1
    if label != "PERSON":
        return 0
    again = next((n for n in range(2, len(words) // 2 + 1) if words[:n] == words[n : 2 * n]), 0)
    stuttered = next((n for n in range(2, len(words)) if words[n - 1] == words[n]), 0)  # "Ada Holm Holm"
    return again or stuttered


def _continues(document: Document, before: Run, first: int, last: int, label: str) -> bool:
    """Whether a person's name goes on in the run right after it."""
    people = {label, before[2]} <= {"", "PERSON"}
    if people and first == before[1] + 3 and is_nickname(document, before[1]):
        return True
    same = before[2] == label == "PERSON" and before[1] == first and last - before[0] <= _LONGEST_PERSON
    same = same and not document.tokens[before[0]].text.isupper()  # "AP Photo", a credit
    return same and not is_title(document.tokens[first]) and document.text[document.tokens[first].start - 1] == " "


def _particles_before(document: Document, before: Run, first: int) -> bool:
    """Whether nothing but particles stands between a first name and the run that begins here."""
    last = before[1]
    while last - before[0] > 1 and _at(document, last - 1) in PARTICLES:
        last -= 1
    return last < first and all(_at(document, i) in PARTICLES for i in range(last, first))


def is_nickname(document: Document, first: int) -> bool:
    """Whether the three tokens from here are one name in quotation marks, inside another ("Ada “Lucky” Holm")."""
    tokens = document.tokens[max(0, first) : first + 4]
    if len(tokens) < 4 or tokens[0].sentence != tokens[3].sentence:
        return False
    marks = f"{tokens[0].text}{tokens[2].text}"
    return marks in ("“”", '""', "‘’") and tokens[1].text.istitle() and tokens[3].tag == "NNP"


def _first_name(document: Document, first: int, last: int, taken: Sequence[bool]) -> int:
    """Where a person's name begins, with the first name or the particle that the tagger left out."""
    tokens = document.tokens
    before = tokens[first - 1] if first else None
    if before is None or taken[before.i] or before.sentence != tokens[first].sentence or is_title(before):
        return first
    if last - first == 1 and before.text in PARTICLES:
        return before.i
    places = gazetteer()
    known = places.state(before.text) or before.text in places.demonyms or before.text in places.provinces
    other = known or any(before.text in w for w in _NO_FIRST_NAMES)
    name = before.tag == "NNP" and before.text.istitle() and before.text.isalpha() and len(before.text) > 2
    belongs = before.dep == "compound" and before.head == last - 1
    return before.i if name and not other and belongs else first


def _is_club(document: Document, first: int, last: int) -> bool:
    """Whether the people of a party are a club with a name of its own ("the Tarn Young Democrats")."""
    return last - first == 1 and _at(document, first) in PARTY_PEOPLE and _at(document, first - 1) in CLUBS


def _given_name(document: Document, last: int) -> int:
    """Where a surname ends that stands before a given name which looks like a pronoun ("Liu He")."""
    return last + 1 if _at(document, last) == "He" else last


def _opens_with_our(document: Document, first: int, last: int) -> bool:
    """Whether "Our" belongs to the name: the text writes it large where no sentence begins ("said Our Coast Group")."""
    if last - first < 2 or _at(document, first - 1) != "Our":
        return False
    return re.search(rf"[a-z,;] Our {re.escape(_text(document, first, last))}\b", document.text) is not None


def _is_panel_of_chamber(document: Document, first: int, last: int) -> bool:
    """Whether the chamber whose committee it is stands right before ("House |Ways and Harbours Committee")."""
    return _at(document, first - 1) in _CHAMBERS and last - first > 1 and _at(document, last - 1) in _PANELS


def _fields(document: Document, first: int, last: int, label: str) -> int:
    """Where the name of a body ends that lists its fields: "Senate Health, Housing and Harbours Committee"."""
    end = last
    while label == "ORG" and end - first < _LONGEST_LIST:
        if _at(document, end) == "," and _is_name(document, end + 1):
            end = _capitals(document, end + 1)
        elif _at(document, end) in ("and", "&") and _is_name(document, end + 1):
            end = _capitals(document, end + 1)
            return end if _at(document, end - 1) in _PANELS and _at(document, first) in _CHAMBERS else last
        else:
            return last
    return last


def _purpose(document: Document, first: int, last: int, label: str) -> int:
    """Where the name of a body ends, with what it is for: "Subcommittee on Investigations"."""
    tokens = document.tokens
    word = tokens[last - 1]
    if label == "ORG" and any(t.text == "for" for t in tokens[first:last]) and _at(document, last) == "and":
        return _capitals(document, last + 1) if _is_name(document, last + 1) else last
    named = label in ("ORG", "") and word.text in _DEVOTED
    people = label == "" and word.tag in ("NNPS", "NNS") and word.text not in PARTY_PEOPLE  # "Mayors Against Noise"
    link = _at(document, last)
    if not (named and link in ("for", "on")) and not (people and link in ("for", "Against", "against")):
        return last
    start = last + 2 if _at(document, last + 1) == "the" else last + 1
    if not _is_name(document, start) or gazetteer().state(tokens[start].text) or tokens[start].text in CALENDAR:
        return last
    end = _capitals(document, start)
    if _at(document, end) in ("and", "of") and _is_name(document, end + 1):
        end = _capitals(document, end + 1)
    return end


def _capitals(document: Document, i: int) -> int:
    while _is_name(document, i):
        i += 1
    return i


def _is_name(document: Document, i: int) -> bool:
    token: Token | None = document.tokens[i] if i < len(document.tokens) else None
    return token is not None and token.tag in ("NNP", "NNPS") and token.text[0].isupper()


def _at(document: Document, i: int) -> str:
    return document.tokens[i].text if 0 <= i < len(document.tokens) else ""


def _text(document: Document, first: int, last: int) -> str:
    return document.text[document.tokens[first].start : document.tokens[last - 1].end]

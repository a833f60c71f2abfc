"""Two names in, out whether they may be one's: first names that agree, nicknames, initials and short forms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import JaroWinkler

from briefwright.facts.given_names import GIVEN_NAMES
from briefwright.facts.lexicon import (
    FAMILIAR_ORGANISATIONS,
    MEDIA_WORDS,
    ORGANISATION_WORDS,
    SEATS_OF_THEIR_OWN,
    SELF_STANDING,
)
from briefwright.firstnames import may_be_one
from briefwright.places import gazetteer

OF_UNITED_STATES = re.compile(r"^(?:U\.S\.|US|United States) ")
"""What may stand before a body of theirs or not: the "U.S. Senate" is the Senate."""
FIRM_WORDS = frozenset(
    """
    & Airlines Bank Brothers Capital Company Corp. Corporation Energy Group Holdings Inc Inc. Industries LLC Ltd Ltd.
    Minerals Mining Motors Oil Partners Shipping Steel Technologies Wind
    """.split()
)
"""Words of the names of companies."""
_UNITED_NATIONS = re.compile(r"^U\.?N\.? ")
_PARTIES = {"democratic party": "democrats", "republican party": "republicans"}
_RUN_TOGETHER = re.compile(r"([A-Z][a-z]{3,20})[A-Z][a-z]{3}")
_SAME_SPELLING = 0.9
_SPOKEN = 4
"""Letters from which initials may be spoken, and written, as a word."""
_COMMITTEES = frozenset({"Commission", "Committee", "Subcommittee"})
_COMPANY = frozenset(
    {"Co", "Co.", "Company", "Corp.", "Corporation", "Group", "Holdings", "Inc", "Inc.", "LLC", "Ltd."}
)
"""Last words of companies' names, which short forms leave out with what stands before them."""
_DEPARTMENT = ("Department",)


def initials(words: Sequence[str]) -> str:
    """The first letters of the words that begin with a capital."""
    return "".join(w[0] for w in words if w[0].isupper())


def acronyms(words: Sequence[str]) -> frozenset[str]:
    """The initials, and those without one of the words ("CDC": the Centers for Disease Control and Prevention)."""
    whole = initials(words)
    less = {whole[:i] + whole[i + 1 :] for i in range(len(whole))} if len(whole) >= _SPOKEN else set()
    return frozenset({whole, *less} - {""})


def department_letters(name: Sequence[str]) -> tuple[str, ...]:
    """The initials of a department by what it is for: "DOH", "HHS" for one "of Harbours and Human Services".

    For what is called by its matter alone, "Harbour Safety", with the D of the word left out: "DHS".
    """
    if name[-1:] == ["Department"]:
        return (f"DO{initials(name[:-1])}", f"D{initials(name[:-1])}")
    if name[0] in ("Department", "Ministry"):
        return (initials(name[1:]),)
    return (f"D{initials(name)}",) if len(name) > 1 and not ORGANISATION_WORDS.intersection(name) else ()


def clipped(word: str) -> str:
    """The word that a firm's name of two run together begins with ("TarnOil": "Tarn"); empty where it is one."""
    found = _RUN_TOGETHER.match(word)
    return found[1] if found else ""


def first_names_agree(one: str, other: str) -> bool:
    """Whether one person may bear both: spelled alike, one short for the other, or one of them a first letter."""
    if len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1:
        return one[0] == other[0]
    alike = one[0] == other[0] and JaroWinkler.similarity(one, other) >= _SAME_SPELLING
    return alike or may_be_one(one, other)


def middle_names_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether no first letters, or further first names, tell the two people apart ("Ada H. L. Holm")."""
    letters = [re.findall(r"\b[A-Z](?=\.)", " ".join(name[1:-1])) for name in (one, other)]
    second = [name[1] for name in (one, other) if len(name) > 2 and name[1].isalpha()]  # "Ada Rosa Holm"
    if len(second) == 2 and GIVEN_NAMES.intersection(second) and not first_names_agree(*second):
        return False
    return not all(letters) or letters[0][: len(letters[1])] == letters[1][: len(letters[0])]


def is_nicknamed(longer: Sequence[str], name: Sequence[str]) -> bool:
    """Whether it is the other's full name after a word that is no name ("Lucky Ada Holm")."""
    first_names = GIVEN_NAMES
    full = len(name) > 1 and name[0] in first_names and longer[0] not in first_names
    return full and len(longer) > len(name) and tuple(longer[-len(name) :]) == tuple(name)


def is_short_form(short: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the words are a body's initials, or its last or first words."""
    name = OF_UNITED_STATES.sub("", " ".join(name)).split()
    if len(short) == len(name) == 1:
        return clipped(name[0]) == short[0]
    if len(short) >= len(name):
        return False
    written = short[0].upper() if len(short[0]) >= _SPOKEN else short[0]  # "Nato", "Unicef"
    if len(short) == 1 and len(short[0]) > 1 and short[0].replace(".", "") in department_letters(name):
        return True
    if len(short) == 1 and written.isupper() and len(short[0]) > 1 and written.replace(".", "") in acronyms(name):
        return True
    if tuple(short) == tuple(name[:1]) and name[1] == "of" and short[0] in SELF_STANDING:
        return True  # the "House" of Representatives
    if len(short) > 1 and {*short, *name} & _COMMITTEES and set(short) < set(name):
        return True  # "House Intelligence Committee" for "House Permanent Select Committee on Intelligence"
    if short[0][0].isdigit() and short[0] == name[0] and set(short) < set(name):
        return True  # "12th Circuit" for the "12th U.S. Circuit Court of Appeals"
    if name[0] in ("Department", "Ministry") and tuple(name[2:]) == tuple(short):
        return True  # "Coastal Affairs" for the department of them
    if tuple(name[-len(short) :]) == tuple(short):
        return " ".join(name) not in SEATS_OF_THEIR_OWN
    if len(short) > 2 and tuple(name[: len(short)]) == tuple(short):
        return True
    rest = tuple(name[len(short) :])
    return (
        tuple(name[: len(short)]) == tuple(short)
        and (rest[-1] in _COMPANY or all(w in ORGANISATION_WORDS | MEDIA_WORDS for w in rest))
        and (len(short) > 1 or rest == _DEPARTMENT or short[0] not in ORGANISATION_WORDS | gazetteer().names.keys())
    )


def body_key(words: str) -> str:
    """What two spellings of a body's name share: "Department of Harbours", "U.S. Harbours Department"."""
    plain = OF_UNITED_STATES.sub("", words).casefold()
    plain = _PARTIES.get(plain, plain)
    plain = re.sub(r"^(department|ministry) of (?:the )?(.+)$", r"\2 \1", plain)
    return re.sub(r",? (?:and|&) |, ", " ", plain)


def body_name(words: str) -> str:
    """The name that a body goes by: the familiar one of a short form."""
    return FAMILIAR_ORGANISATIONS.get(words, _UNITED_NATIONS.sub("United Nations ", words))

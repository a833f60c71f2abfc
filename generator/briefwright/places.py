"""Country data of the `countryinfo` package in, a gazetteer of states out: by name, by seat of power, by demonym.

It is read once, when the first article asks; where two states share a form, the one with more people has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from countryinfo import CountryInfo

FAMILIAR_NAMES = {
    "America": "United States",
    "Britain": "United Kingdom",
    "DPRK": "North Korea",
    "England": "United Kingdom",
    "Holland": "Netherlands",
    "Palestinian Authority": "Palestine",
    "U.A.E.": "United Arab Emirates",
    "U.K.": "United Kingdom",
    "U.S": "United States",
    "U.S.": "United States",
    "U.S.A": "United States",
    "U.S.A.": "United States",
    "UAE": "United Arab Emirates",
    "UK": "United Kingdom",
    "US": "United States",
    "USA": "United States",
}
"""Names that newspapers prefer and the data package lacks, or too short for the rule of three letters."""

FAMILIAR_SEATS = {
    "Astana": "Kazakhstan",
    "Kiev": "Ukraine",
    "Washington": "United States",
    "Whitehall": "United Kingdom",
}
"""Seats of government that are no capital in the data, or were spelled otherwise when the article was written."""

FAMILIAR_DEMONYMS = {
    "Argentine": "Argentina",
    "Briton": "United Kingdom",
    "Dane": "Denmark",
    "Finn": "Finland",
    "Icelandic": "Iceland",
    "Kazakh": "Kazakhstan",
    "Kyrgyz": "Kyrgyzstan",
    "Pole": "Poland",
    "Saudi": "Saudi Arabia",
    "Scot": "Scotland",
    "Slovenian": "Slovenia",
    "Spaniard": "Spain",
    "Swede": "Sweden",
    "Tajik": "Tajikistan",
    "Turk": "Turkey",
    "Uzbek": "Uzbekistan",
}
"""Words for people and things of a state beside the one form that the data package gives."""

REGION_ADJECTIVES = {"Africa": "African", "Americas": "American", "Asia": "Asian", "Europe": "European"}

AMBIGUOUS_SEATS = frozenset({"Brussels", "Georgetown", "Kingston", "Luxembourg", "Monaco", "San José", "Victoria"})
"""Seats that mostly mean something else in the news: the European Union, another town, a person, the state itself."""

MISLEADING_NAMES = frozenset({"Dominique", "Island", "Lao", "Mann", "Mannin", "Montenegrin", "Portuguesa"})
"""Alternative spellings in the data that in an English text mean something else."""

_FEWEST_PEOPLE = 200_000
"""Smaller territories share their capitals' names with too many people and towns (Stanley, Douglas, Hamilton)."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Maps from the words of a text to a state's English name."""

    names: Mapping[str, str]
    seats: Mapping[str, str]
    demonyms: Mapping[str, str]
    provinces: frozenset[str]
    """States, provinces and departments, which the tagger takes for people and companies."""
    shared: frozenset[str]
    """Names of states that a province of another one has, too."""
    regions: Mapping[str, str]
    """From a state to the adjective of its part of the world."""

    def state(self, words: str) -> str | None:
        """The state that these words name, by its own name or by its seat of power."""
        return self.names.get(words) or self.seats.get(words)

    def nation(self, words: str) -> str | None:
        """The state of these words, its name or its demonym."""
        return self.demonyms.get(words) or self.state(words)


@cache
def gazetteer() -> Gazetteer:
    """The states of the world."""
    names: dict[str, str] = {}
    seats: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    regions: dict[str, str] = {}
    provinces: set[str] = set()
    shared: set[str] = set()
    for country in sorted(_countries(), key=lambda c: (-(c.get("population") or 0), c["name"])):
        state = re.sub(r"^The ", "", country["name"])
        provinces.update(country.get("provinces") or ())
        shared.update(set(country.get("provinces") or ()) - {state, *_names(country)})
        regions.setdefault(state, REGION_ADJECTIVES.get(country.get("region") or "", ""))
        for form in _names(country):
            names.setdefault(form, state)
        if (country.get("population") or 0) >= _FEWEST_PEOPLE:
            for seat in _seats(country):
                seats.setdefault(seat, state)
            for demonym in _demonyms(country):
                demonyms.setdefault(demonym, state)
    for demonym, state in FAMILIAR_DEMONYMS.items():
        demonyms.setdefault(demonym, state)
        demonyms.setdefault(f"{demonym}s", state)
    return Gazetteer(
        {**names, **FAMILIAR_NAMES},
        {s: c for s, c in {**seats, **FAMILIAR_SEATS}.items() if s not in names and s not in AMBIGUOUS_SEATS},
        demonyms,
        frozenset(provinces - names.keys()),
        frozenset(shared & names.keys()),
        regions,
    )


def _countries() -> Iterable[Mapping[str, Any]]:
    return [c for c in CountryInfo.all().values() if c.get("name")]


def _names(country: Mapping[str, Any]) -> Iterable[str]:
    """Name and alternative spellings; codes of two or three capitals are left out, they are words in headings."""
    iso = country.get("ISO") or {}
    codes = {iso.get("alpha2"), iso.get("alpha3")}
    name = re.sub(r"^The ", "", country["name"])
    others = (a for a in country.get("altSpellings") or () if len(a) >= 3 and a not in codes and a[0].isupper())
    return [name, *(a for a in others if a not in MISLEADING_NAMES)]


def _seats(country: Mapping[str, Any]) -> Iterable[str]:
    capital = country.get("capital")
    return [capital] if isinstance(capital, str) and capital else []


def _demonyms(country: Mapping[str, Any]) -> Iterable[str]:
    for demonym in re.split(r"[,/]", country.get("demonym") or ""):
        if demonym:
            yield demonym
            if not demonym.endswith(("ese", "ish", "ch", "ss", "s")):
                yield f"{demonym}s"

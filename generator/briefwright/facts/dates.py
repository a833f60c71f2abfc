"""The words of a text that date something in; an ISO date, as exact as they are, out.

Words that only make sense from a day ("yesterday", "on Monday", "Sept. 11") are read from the day of publication, which
is passed in: the clock is never asked. What cannot be told is None, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal

from dateparser.date import DateDataParser

Tense = Literal["past", "present", "future", "foreseen", "recalled"]
"""Of a clause; "foreseen" was ahead when it was told ("said it would open in June") and may be over by now; what a past
tense speaks of ("told them of the June 3 meeting") is "recalled", and ahead only where that day is near."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MONTH_LEADS = frozenset(
    "after before by during early for from in last late mid next of since this through till to until".split()
)
AHEAD_WEIGHT: dict[Tense, float] = {"foreseen": 1 / 3, "recalled": 3}
"""How far off a day ahead counts, against one as far back; news tells more of what was, a plan of what is to be."""
USUAL_WEIGHT = 1.3
SOME = 4
"""How many "the coming weeks" are at most."""
DAYS_IN = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14, "month": 30, "year": 365}

_MONTH = (
    r"(?:Jan(?:uary\b|\b\.?)|Feb(?:ruary\b|\b\.?)|March\b|Mar\.|Apr(?:il\b|\b\.?)|May\b|June?\b|July?\b|Aug(?:ust\b|\b\.?)"
    r"|Sept?(?:ember\b|\b\.?)|Oct(?:ober\b|\b\.?)|Nov(?:ember\b|\b\.?)|Dec(?:ember\b|\b\.?))"
)
_YEAR = r"(?:1[89]|20)\d\d\b"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b(?![.:,]?\d)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
_FEW = r"(?:a\ few|several|a\ couple\ of|many|some|recent|the)"

_DATE_WORDS = re.compile(
    rf"""(?<![\w$€£-])(?:
      (?P<iso>{_YEAR}-\d\d-\d\d)\b
    | (?P<range>(?:[Bb]etween|[Ff]rom)\ (?:{_MONTH}(?:\ {_DAY})?|{_YEAR})(?:,?\ {_YEAR})?\ (?:and|to|until|through)
        \ (?:{_MONTH}(?:\ {_DAY})?)?(?:,?\ ?(?P<range_year>{_YEAR}))?)
    | (?:{_WEEKDAY},?\ )?(?P<day>{_MONTH}\ {_DAY}(?:,?\ {_YEAR})?|{_DAY}\ (?:of\ )?{_MONTH}(?:,?\ {_YEAR})?)
    | (?:(?:[Ll]ate|[Ee]arly|[Mm]id)[ -])?(?P<month>{_MONTH}(?:,?\ (?:of\ )?{_YEAR})?)(?!\ \d)
    | (?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Ll]ate|[Ee]arly|[Ee]arlier|[Ll]ater)\ (?:on\ )?)?
        (?P<weekday>{_WEEKDAY})(?!\ (?:morning|afternoon|evening|night)s)(?:\ (?:morning|afternoon|evening|night))?
    | (?:[Oo]ver|[Dd]uring|[Aa]t)\ the\ (?P<weekend>weekend)\b
    | (?P<near>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Oo]vernight)\b
    | (?:(?:[Bb]y|[Aa]t|[Bb]efore)\ )?(?P<close>the\ end\ of\ (?:the|this))\ (?P<close_unit>week|month|year)\b
    | (?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\ )?(?P<turn>[Ll]ast|[Tt]his|[Nn]ext)
        \ (?P<unit>week|weekend|month|year|spring|summer|autumn|fall|winter)\b
    | (?:a\ )?(?P<ago>{_NUMBER}|{_FEW})\ (?P<ago_unit>day|week|month|year)s?\ ago\b
    | (?:(?P<ahead>[Ii]n\ the\ next|[Ii]n\ the\ coming|[Ww]ithin\ the\ next|[Ww]ithin|[Oo]ver\ the\ next)
        |(?P<back>[Ii]n\ the\ last|[Ii]n\ the\ past|[Oo]ver\ the\ last|[Oo]ver\ the\ past))
        \ (?:(?P<span>{_NUMBER}|few|couple\ of|several)\ )?(?P<span_unit>day|week|month|year)s?\b
    | (?<=[Ii]n\ )(?P<in>{_NUMBER}|an?|a\ few|several)\ (?P<in_unit>day|week|month|year)s?(?:’|'|\ time)?(?=[\s.,;)])
    | (?P<year>(?:(?<=[Ii]n\ )|(?<=[Ss]ince\ )|(?<=[Bb]y\ )|(?<=[Uu]ntil\ )|(?<=[Dd]uring\ )
        |(?<=[Ff]rom\ )|(?<=[Oo]f\ )|(?<=[Bb]efore\ )|(?<=[Aa]fter\ )|(?<=[Tt]he\ )|(?<=[Ff]or\ )
        |(?<=[Ll]ate\ )|(?<=[Ee]arly\ )){_YEAR})
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words that date something, and how they were read: the named parts of the pattern."""

    start: int
    end: int
    text: str
    parts: dict[str, str]


def find_dates(text: str, start: int, end: int) -> Iterator[DateWords]:
    """The words between the offsets that date something, in text order."""
    for match in _DATE_WORDS.finditer(text, start, end):
        parts = {name: value for name, value in match.groupdict().items() if value}
        if parts and not _is_other_word(text, match.start(), parts):
            yield DateWords(match.start(), match.end(), match.group(), parts)


def _is_other_word(text: str, start: int, parts: dict[str, str]) -> bool:
    """Whether "May" or "March" is a name or another word: alone, it is a month only after a word that leads to one."""
    if parts.get("month") not in ("May", "March") or (start and text[start - 1] == "-"):
        return False
    before = text[max(0, start - 12) : start].split()
    return not before or before[-1].lower() not in MONTH_LEADS


def resolve(words: DateWords, published: str | None, tense: Tense) -> str | None:
    """The ISO date (``2023``, ``2023-03`` or ``2023-03-20``) of the words in a clause of that tense.

    `published` is an ISO date or date-time; without it only words that say their own year can be told.
    """
    day = _valid(published[:10]) if published else None
    today = date.fromisoformat(day) if day else None
    parts = words.parts
    if "iso" in parts:
        return _valid(parts["iso"])
    if "range" in parts:
        return parts.get("range_year")
    if "year" in parts:
        return parts["year"]
    if "day" in parts or "month" in parts:
        return _calendar(parts.get("day") or parts["month"], today, tense)
    return _relative(parts, today, tense) if today else None


def last_day(words: DateWords, published: str | None, tense: Tense) -> str | None:
    """The date by which something is due: of "within ten days" the tenth day, of "next week" its last.

    Of "in the coming weeks" the month; else as `resolve` reads the words.
    """
    day = _valid(published[:10]) if published else None
    parts = words.parts
    if day is None:
        return resolve(words, published, tense)
    today = date.fromisoformat(day)
    if "ahead" in parts:
        unit = parts["span_unit"]
        vague = "span" not in parts and words.text.endswith("s")
        count = None if vague else _number(parts.get("span", "one"))
        reached = _shifted(today, (count or SOME) * DAYS_IN[unit])
        return reached if count else reached and reached[: 7 if unit in ("day", "week") else 4]
    if parts.get("unit", parts.get("close_unit")) in ("week", "weekend"):
        turn = 7 * {"last": -1, "next": 1}.get(parts.get("turn", "this").lower(), 0)
        return _shifted(today, turn + 6 - today.weekday())
    return resolve(words, published, tense)


def _calendar(words: str, today: date | None, tense: Tense) -> str | None:
    """A day or month by name; where it names no year, the nearest one that fits the tense."""
    words = re.sub(r"\b(\d+)(?:st|nd|rd|th)\b|\bof\b", r"\1", words).replace(".", "")
    if re.search(_YEAR, words):
        return _read(words)
    if today is None:
        return None
    readings = [r for year in (today.year - 1, today.year, today.year + 1) if (r := _read(f"{words} {year}"))]
    if not readings:
        return None
    now = today.isoformat()
    fitting = [
        r for r in readings
        if tense not in ("past", "future") or (r <= now[: len(r)] if tense == "past" else r >= now[: len(r)])
    ]  # fmt: skip
    ahead = AHEAD_WEIGHT.get(tense, USUAL_WEIGHT)
    return min(fitting or readings, key=lambda r: _distance(today, date.fromisoformat(f"{r}-15"[:10]), ahead))


def _distance(today: date, day: date, ahead: float) -> float:
    """Days between them, those ahead with their weight."""
    days = (day - today).days
    return days * ahead if days > 0 else -days


@lru_cache(maxsize=4096)
def _read(words: str) -> str | None:
    found = _parser().get_date_data(words)
    if found.date_obj is None or found.period not in ("day", "month"):
        return None
    return str(found.date_obj.date().isoformat())[: 10 if found.period == "day" else 7]


@lru_cache(maxsize=1)
def _parser() -> DateDataParser:
    """Reads dates that are whole: base, zone and parsers are fixed so that no clock and no locale has a say."""
    settings = {"RELATIVE_BASE": datetime(2000, 1, 1), "TIMEZONE": "UTC", "PARSERS": ["absolute-time"]}
    return DateDataParser(languages=["en"], settings=settings)


def _relative(parts: dict[str, str], today: date, tense: Tense) -> str | None:
    if "weekday" in parts:
        return _weekday(parts, today, tense)
    if "near" in parts:
        days = {"yesterday": -1, "tomorrow": 1}.get(parts["near"].lower(), 0)
        return _shifted(today, days)
    if "weekend" in parts:
        since = (today.weekday() - WEEKDAYS.index("Saturday")) % 7
        return (_shifted(today, 7 - since if tense in ("future", "foreseen") else -since) or "")[:7] or None
    if "close" in parts:
        return _turn("this", parts["close_unit"], today)
    if "turn" in parts:
        return _turn(parts["turn"].lower(), parts["unit"], today)
    if "ago" in parts:
        return _counted(parts["ago"], parts["ago_unit"], today, -1)
    if "in" in parts:
        return _counted(parts["in"], parts["in_unit"], today, 1)
    unit, number = parts["span_unit"], _number(parts.get("span", "one")) or 3
    reach = number * DAYS_IN[unit] * (1 if "ahead" in parts else -1)
    return _common(today.isoformat(), _shifted(today, reach))


def _weekday(parts: dict[str, str], today: date, tense: Tense) -> str | None:
    """The nearest such day, past or ahead as the tense says; today counts unless it says "last" or "next"."""
    which = parts.get("which", "").lower()
    ahead = (WEEKDAYS.index(parts["weekday"]) - today.weekday()) % 7
    if which == "last":
        return _shifted(today, ahead - 7)
    if which == "next":
        return _shifted(today, ahead or 7)
    if which == "earlier":
        tense = "past"
    if (tense == "past" and ahead) or (tense == "present" and ahead > 3):
        return _shifted(today, ahead - 7)
    return _shifted(today, ahead)


def _turn(which: str, unit: str, today: date) -> str | None:
    step = {"last": -1, "this": 0, "next": 1}[which]
    if unit in ("week", "weekend"):
        return (_shifted(today, 7 * step) or "")[:7] or None
    if unit == "month":
        months = today.year * 12 + today.month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if unit == "year":
        return f"{today.year + step:04}"
    return f"{today.year:04}" if step == 0 else None


def _counted(number: str, unit: str, today: date, sign: int) -> str | None:
    """A day for "three days ago", a month for "two weeks ago", a year for "five years ago", none for "a few"."""
    count = _number(number)
    if count is None:
        return None
    shifted = _shifted(today, sign * count * DAYS_IN[unit])
    return shifted and shifted[: {"day": 10, "week": 7, "month": 7, "year": 4}[unit]]


def _number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    if word in ("a", "an"):
        return 1
    return NUMBERS.index(word) + 1 if word in NUMBERS else None


def _shifted(day: date, days: int) -> str | None:
    """Some days on, None where the calendar ends."""
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _common(one: str, other: str | None) -> str | None:
    """What two ISO dates agree on: a month, a year or nothing."""
    for length in (7, 4):
        if other and one[:length] == other[:length]:
            return one[:length]
    return None


def _valid(iso: str) -> str | None:
    try:
        return date.fromisoformat(iso).isoformat()
    except ValueError:
        return None

"""A date as people and mail programs write it comes in, an ISO date goes out, or None where it is not clear.

Nothing here knows today, the locale or the time zone, and nothing guesses: 03/04/2023 is two different days.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
WRITTEN = (
    re.compile(rf"{_WEEKDAY}{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})", re.IGNORECASE),
)
"""17 March 2023; March 17, 2023; each with a weekday before it or not."""

ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?")


def iso_date(words: str) -> str | None:
    """`words` as ``YYYY-MM-DD`` or ``YYYY-MM-DDTHH:MM:SS`` with its offset; None where they name no single day."""
    words = " ".join(words.split())[:60]
    return _iso(words) or _written(words) or _mail(words)


def _iso(words: str) -> str | None:
    if not ISO.fullmatch(words):
        return None
    try:
        return date.fromisoformat(words).isoformat() if len(words) == 10 else datetime.fromisoformat(words).isoformat()
    except ValueError:
        return None


def _written(words: str) -> str | None:
    for pattern in WRITTEN:
        if found := pattern.fullmatch(words):
            month = MONTHS.index(found["month"][:3].lower()) + 1
            try:
                return date(int(found["year"]), month, int(found["day"])).isoformat()
            except ValueError:
                return None
    return None


def _mail(words: str) -> str | None:
    """RFC 2822, as in feeds: Fri, 17 Mar 2023 09:30:00 +0100."""
    if not re.search(r"\d:\d\d", words):  # without a time of day the mail parser would fill one in
        return None
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None

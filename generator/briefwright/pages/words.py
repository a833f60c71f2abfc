"""Numbers, dates and ages in plain English, the same whatever locale the machine has."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
DAYS_A_YEAR = 365.25
DAYS_SHOWN = 90
"""Up to so many days an age is told in days; beyond, months and years say more."""


def number(value: int) -> str:
    """`value` as running text has it: one to nine in words, 0 as “no”."""
    return SMALL[value] if 0 <= value < len(SMALL) else f"{value:,}"


def count(value: int, one: str, many: str | None = None) -> str:
    """“one statement”, “12 statements”, “no statements”."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def day(iso: str | None) -> str:
    """“17 Mar 2023”, “March 2023”, “2023”; a time of day is left out. Empty where there is no date."""
    parts = [int(p) for p in iso[:10].split("-")] if iso else []
    match parts:
        case [year, month, day_] if 1 <= month <= 12:
            return f"{day_} {MONTHS[month - 1][:3]} {year}"
        case [year, month] if 1 <= month <= 12:
            return f"{MONTHS[month - 1]} {year}"
        case [year, *_]:
            return str(year)
        case _:
            return ""


def long_day(when: date) -> str:
    """“27 March 2023”."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def weekday(when: date) -> str:
    """“Monday”."""
    return WEEKDAYS[when.weekday()]


def age(days: int) -> str:
    """“10 days”, “4 months”, “5 years 2 months”; “less than a day” for none."""
    if days == 0:
        return "less than a day"
    if days <= DAYS_SHOWN:
        return f"{days} day{'' if days == 1 else 's'}"
    months = int(days / (DAYS_A_YEAR / 12))
    years, months = divmod(months, 12)
    parts = [(years, "year"), (months, "month")]
    return " ".join(f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in parts if n)


def capital(text: str) -> str:
    """`text` with its first letter as a capital, the others as they are."""
    return text[:1].upper() + text[1:]

"""The catalogues of labels in; the site's texts in one language out, with plurals, numbers and dates as it has them.

Labels are text: all that is not `Markup` is escaped where HTML is wanted. Whoever words a page asks here and nowhere
else, so that a sentence is never glued of pieces in an order that another language cannot have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple

import yaml
from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal
from jinja2 import TemplateRuntimeError
from markupsafe import Markup, escape

from briefwright.errors import ConfigError, Problem
from briefwright.shipped import shipped

NUMBER = frozenset({"n", "figures"})
"""The names by which a label shows the number that chooses its form."""
CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
DAYS_A_YEAR = 365.25
DAYS_SHOWN = 90
"""Up to so many days an age is told in days; beyond, months and years say more."""
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")


class Label(NamedTuple):
    """One text: its forms by plural category, `other` always among them, and the language whose rules they follow."""

    forms: Mapping[str, str]
    locale: Locale

    def form(self, n: int | None) -> str:
        """The form for the number `n`."""
        if n == 0 and "zero" in self.forms:
            return self.forms["zero"]
        category = "other" if n is None else self.locale.plural_form(n)
        return self.forms.get(category, self.forms["other"])

    @property
    def names(self) -> frozenset[str]:
        """What may be filled in; both ways to show the number where there is one."""
        found = {name for form in self.forms.values() for _, name, _, _ in Formatter().parse(form) if name is not None}
        return frozenset(found | NUMBER if found & NUMBER or len(self.forms) > 1 else found)


class Labels:
    """The texts of one site. `text` gives plain words, `html` the same escaped; both raise for a key that is none."""

    def __init__(self, language: str, labels: Mapping[str, Label]) -> None:
        self.language, self.locale, self._labels = language, _locale(language), labels
        self._from_the_right = self.locale.text_direction == "rtl"
        self._worded = lru_cache(maxsize=20_000)(self._word)  # a page says “two statements” a hundred times
        self.foreign = lru_cache(maxsize=100)(self._foreign)
        """The attributes of an element that holds words in a language; none where the site is in it, too."""

    def __iter__(self) -> Iterator[str]:
        return iter(self._labels)

    def __getitem__(self, key: str) -> Label:
        return self._labels[key]

    @property
    def missing(self) -> list[str]:
        """Keys that the language has no text for, so that English stands in."""
        return [k for k, label in self._labels.items() if label.locale.language != self.locale.language]

    def text(self, key: str, /, n: int | None = None, **values: object) -> str:
        """The label in plain words; `n` chooses the plural form, `values` fill in the names in braces."""
        return self._filled(key, self._worded(key, n), values)

    def html(self, key: str, /, n: int | None = None, **values: object) -> Markup:
        """The label as HTML: values that are `Markup`, such as a link, stay what they are, all else is escaped."""
        return Markup(self._filled(key, escape(self._worded(key, n)), values))  # noqa: S704 - Markup already

    def _foreign(self, language: str) -> Markup:
        try:
            theirs = Locale.parse(language, sep="-")
        except (ValueError, UnknownLocaleError):
            return Markup(' dir="auto"')
        if theirs.language == self.locale.language:
            return Markup()
        turned = theirs.text_direction != self.locale.text_direction
        side = Markup(' dir="{}"').format(theirs.text_direction) if turned else Markup()
        return Markup(' lang="{}"').format(language) + side

    def forms(self, key: str) -> Mapping[str, str]:
        """The label's forms as they are, for a script that counts in the reader's browser."""
        return self._labels[key].forms

    def numbers(self) -> Mapping[int, str]:
        """The numbers that have words here."""
        return {n: self.number(n) for n in range(10) if f"number.{n}" in self._labels}

    def number(self, n: int) -> str:
        """The number as running text has it: small ones in words, where the language has words for them here."""
        key = f"number.{n}"
        return self._form(key, None) if key in self._labels else self.figures(n)

    def figures(self, n: int) -> str:
        """“1,200”."""
        return _figures(n, self.locale)

    def day(self, iso: str | None) -> str:
        """“17 Mar 2023”, “March 2023”, “2023”; a time of day is left out. Empty where there is no date."""
        if not iso:
            return ""
        year, *rest = (int(p) for p in iso[:10].split("-"))
        try:
            first = date(year, *[*rest, 1, 1][:2])
        except ValueError:  # no calendar has it
            return str(year)
        return self._dated(first, ("year", "month", "day")[len(rest)])

    def span(self, key: str) -> str:
        """“2023”, “Q1 2023”, “March 2023”, “Earlier”: a part of a list by date, by its key (periods.py)."""
        if key.isalpha():
            return self.text(f"period.{key}")
        year, _, quarter = key.partition("-q")
        return self._dated(date(int(year), 3 * int(quarter), 1), "quarter") if quarter else self.day(key)

    def long_day(self, when: date) -> str:
        """“27 March 2023”."""
        return self._dated(when, "long_day")

    def weekday(self, when: date) -> str:
        """“Monday, 27 March 2023”."""
        return self._dated(when, "weekday")

    def period(self, start: str, unit: str) -> str:
        """“4 Mar”, “Mar 2024”, “2024”, “2020s”: the week, month, year, decade or century that begins there."""
        year, *rest = (int(p) for p in start.split("-"))
        return self._dated(date(max(year, 1), *[*rest, 1, 1][:2]), f"by_{unit}")

    def age(self, days: int) -> str:
        """“10 days”, “4 months”, “5 years 2 months”; “less than a day” for none."""
        if days <= DAYS_SHOWN:
            return self.text("age.days", n=days)
        years, months = divmod(int(days / (DAYS_A_YEAR / 12)), 12)
        in_years, in_months = self.text("age.years", n=years), self.text("age.months", n=months)
        if years and months:
            return self.text("age.years_and_months", years=in_years, months=in_months)
        return in_years if years else in_months

    def _dated(self, when: date, length: str) -> str:
        return _formatted(when, self._form(f"date.{length}", None), self.locale)

    def _form(self, key: str, n: int | None) -> str:
        if key not in self._labels:
            raise TemplateRuntimeError(f"No label is called {key}")
        return self._labels[key].form(n)

    def _word(self, key: str, n: int | None) -> str:
        """The label's form for `n` with the number in it, its other names not filled in yet."""
        form = self._form(key, n)
        return form if n is None else form.replace("{n}", self.number(n)).replace("{figures}", self.figures(n))

    def _filled(self, key: str, form: str, values: Mapping[str, object]) -> str:
        try:
            return form.format(**{name: self._apart(value) for name, value in values.items()})
        except KeyError as missing:
            raise TemplateRuntimeError(f"The label {key} is not told its {missing.args[0]}") from None

    def _apart(self, value: object) -> object:
        """A name that may run the other way, set apart from the label's text, so that neither turns the other round."""
        if not isinstance(value, str) or isinstance(value, Markup):
            return value
        return f"\u2068{value}\u2069" if self._from_the_right or _FROM_THE_RIGHT.search(value) else value


def load_labels(language: str, own: Path) -> Labels:
    """The labels of `language`: what the folder `own` of a project says before what came with the program.

    A language as exact as “pt-BR” rests on “pt”, and every language on English, key by key.

    Raises:
        ConfigError: the language is none, or a catalogue has a mistake.

    """
    labels: dict[str, Label] = {}
    for tag in dict.fromkeys(("en", _locale(language).language, language)):
        for folder in (shipped("templates") / "labels", own):
            file = folder / f"{tag}.yml"
            if file.is_file():
                labels |= _catalogue(file, _locale(tag), labels)
    return Labels(language, labels)


def capital(text: str) -> str:
    """`text` with its first letter as a capital, the others as they are."""
    return text[:1].upper() + text[1:]


def _catalogue(file: Path, locale: Locale, known: Mapping[str, Label]) -> dict[str, Label]:
    """The labels of one file by “group.name”; only the first of all files, the shipped English, may bring new ones."""
    found = {key: Label(forms, locale) for key, forms in _entries(file)}
    for key, label in found.items():
        if known and key not in known:
            raise _mistake(file, f"{key} is no label.", "The shipped en.yml lists them all.")
        try:
            strange = label.names - known[key].names if known else frozenset()
        except ValueError as error:
            raise _mistake(file, f"{key}: {error}.", "A brace that is text is written twice: {{.") from None
        if strange:
            raise _mistake(file, f"{key} names {{{min(strange)}}}, which the English label does not.")
    return found


def _entries(file: Path) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        groups = yaml.safe_load(file.read_text("utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        raise _mistake(file, "is no YAML in UTF-8.", line=mark.line + 1 if mark else 0) from None
    for group, labels in _mapping(file, "it", groups).items():
        for name, text in _mapping(file, group, labels).items():
            forms: dict[str, str] = text if isinstance(text, dict) else {"other": text}
            words = all(isinstance(form, str) for form in forms.values())
            if not words or "other" not in forms or not CATEGORIES.issuperset(forms):
                raise _mistake(file, f"{group}.{name} is neither a text nor the forms of a plural with `other`.")
            yield f"{group}.{name}", forms


def _mapping(file: Path, name: object, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _mistake(file, f"{name} has to hold `name: text` lines.")
    return value


def _mistake(file: Path, message: str, hint: str = "", line: int = 0) -> ConfigError:
    return ConfigError(Problem("/".join(file.parts[-3:]), line, 1 if line else 0, message, hint))


def _locale(language: str) -> Locale:
    try:
        if not re.fullmatch(r"[A-Za-z0-9-]+", language):  # it becomes the name of a file
            raise ValueError(language)
        return Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        problem = Problem("mkdocs.yml", 0, 0, f"theme, language: {language} is no language that we know.")
        raise ConfigError(problem) from None


@lru_cache(maxsize=20_000)
def _figures(n: int, locale: Locale) -> str:
    return str(format_decimal(n, locale=locale))


@lru_cache(maxsize=20_000)
def _formatted(when: date, pattern: str, locale: Locale) -> str:
    return format_date(when, pattern, locale)

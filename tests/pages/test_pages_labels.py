"""The catalogues: complete in each language, used in full, and worded by the rules of the language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

import pytest
from jinja2 import TemplateRuntimeError
from markupsafe import Markup

from briefwright.corpus.lookalikes import LIKELY
from briefwright.errors import ConfigError
from briefwright.model.factsheet import Act, Kind, Mode, QuestionKind, Status
from briefwright.pages.activity import Unit
from briefwright.pages.board import STATES
from briefwright.pages.filters import AGES
from briefwright.pages.labels import Labels, load_labels
from briefwright.pages.search import MARKS
from briefwright.shipped import shipped

NOWHERE = Path("/nowhere")
ENGLISH = load_labels("en", NOWHERE)
SHIPPED = sorted(file.stem for file in (shipped("templates") / "labels").glob("*.yml"))
SOURCES = [
    file.read_text("utf-8")
    for folder, kind in ((shipped("templates"), "*.jinja"), (shipped("templates"), "*.html"))
    for file in folder.rglob(kind)
] + [
    file.read_text("utf-8")
    for package in [Path(load_labels.__code__.co_filename).parents[1]]
    for file in (*package.glob("pages/*.py"), package / "plugin.py")
]

FILTERS = ("state", "topic", "kind", "age", "article", "outlet", "date", "tense", "about", "act")

CHOSEN: dict[str, Iterable[str]] = {
    "act": get_args(Act),
    "mode": get_args(Mode),
    "actor_kind": get_args(Kind),
    "question_kind": get_args(QuestionKind),
    "likeness": LIKELY,
    "search_words": MARKS,
    "state": get_args(Status),
    "states": STATES,
    "question_age": AGES,
    "gap": [
        "not-heard",
        "declined",
        "one-side",
        "one-origin",
        "one-source",
        "unnamed",
        "unanswered",
        "stale",
        "incomplete",
        "unread",
    ],
    "lacking": ["date", "outlet", "text", "reading"],
    "filter": FILTERS,
    "filter_by": FILTERS,
    "period": ["earlier", "later", "undated", "ahead"],
    "number": map(str, range(2, 10)),
    "date": ["year", "quarter", "month", "day", "long_day", "weekday", *(f"by_{unit}" for unit in get_args(Unit))],
    "project": ["name", "description"],
    "unit": get_args(Unit),
    "hand": [what for source in SOURCES for what in re.findall(r'\bhand\("(\w+)"', source)],
}
"""Groups from which a page chooses by what it shows, with all that it may choose."""


def own(folder: Path, language: str, text: str) -> Labels:
    (folder / f"{language}.yml").write_text(text, "utf-8")
    return load_labels(language, folder)


def refusal(folder: Path, language: str, text: str) -> str:
    with pytest.raises(ConfigError) as refused:
        own(folder, language, text)
    return str(refused.value)


@pytest.mark.parametrize("language", SHIPPED)
def test_each_language_words_every_label_with_the_same_names(language: str) -> None:
    labels = load_labels(language, NOWHERE)
    assert labels.missing == []
    for key in ENGLISH:
        assert labels[key].names == ENGLISH[key].names, key
        wanted = {labels.locale.plural_form(n) for n in range(2, 200)}
        for n in range(200):
            assert len(labels[key].forms) == 1 or labels.locale.plural_form(n) in labels[key].forms, (key, n)
        assert wanted


@pytest.mark.parametrize("language", [each for each in SHIPPED if each != "en"])
def test_no_label_was_left_in_english(language: str) -> None:
    labels = load_labels(language, NOWHERE)
    words = re.compile(r"(?<!\{)\b[^\W\d_]+\b(?!\})")
    same = [(k, form) for k in labels for form in labels.forms(k).values() if form in ENGLISH.forms(k).values()]
    assert [key for key, form in same if not key.startswith("date.") and len(words.findall(form)) > 1] == []


def test_every_label_is_used_and_every_one_that_is_used_is_there() -> None:
    named = {key for source in SOURCES for key in re.findall(r'"([a-z_]+\.[a-z_]+)"', source)}
    asked = {key for source in SOURCES for key in re.findall(r'\b(?:label|text|html)\(\s*"([a-z_.]+)"[,)]', source)}
    chosen = {f"{group}.{name}" for group, names in CHOSEN.items() for name in names}
    assert asked - set(ENGLISH) == set()
    assert chosen - set(ENGLISH) == set()
    assert set(ENGLISH) - named - chosen == set()


@pytest.mark.parametrize(
    ("language", "n", "words"),
    [
        ("en", 0, "no statements"),
        ("en", 1, "one statement"),
        ("en", 9, "nine statements"),
        ("en", 1200, "1,200 statements"),
        ("es", 0, "ninguna declaración"),
        ("es", 1, "una declaración"),
        ("es", 3, "tres declaraciones"),
        ("es", 12000, "12.000 declaraciones"),
    ],
)
def test_counts_are_words_up_to_nine(language: str, n: int, words: str) -> None:
    assert load_labels(language, NOWHERE).text("count.statements", n=n) == words


@pytest.mark.parametrize(
    ("iso", "english", "spanish"),
    [
        ("2023-03-17", "17 Mar 2023", "17 mar 2023"),
        ("2023-09-07T10:00:00Z", "7 Sep 2023", "7 sept 2023"),
        ("2023-03", "March 2023", "marzo de 2023"),
        ("2023", "2023", "2023"),
        ("2023-13", "2023", "2023"),
        (None, "", ""),
    ],
)
def test_days(iso: str | None, english: str, spanish: str) -> None:
    assert ENGLISH.day(iso) == english
    assert load_labels("es", NOWHERE).day(iso) == spanish


@pytest.mark.parametrize(
    ("days", "english", "spanish"),
    [
        (0, "less than a day", "menos de un día"),
        (1, "1 day", "1 día"),
        (90, "90 days", "90 días"),
        (100, "3 months", "3 meses"),
        (365, "11 months", "11 meses"),
        (366, "1 year", "1 año"),
        (1900, "5 years 2 months", "5 años y 2 meses"),
    ],
)
def test_ages(days: int, english: str, spanish: str) -> None:
    assert ENGLISH.age(days) == english
    assert load_labels("es", NOWHERE).age(days) == spanish


def test_what_fills_a_label_is_escaped_unless_it_is_markup() -> None:
    link = Markup('<a href="x">{}</a>').format("A & B")
    told = ENGLISH.html("statement.told", speaker=link, act="says", statement="<b>{no}</b>")
    assert told == '<a href="x">A &amp; B</a> says: &lt;b&gt;{no}&lt;/b&gt;'
    assert ENGLISH.text("glue.quoted", words="<b>") == "“<b>”"


def test_a_key_that_is_none_and_a_value_that_is_missing_are_mistakes() -> None:
    with pytest.raises(TemplateRuntimeError, match=r"No label is called home\.titel"):
        ENGLISH.html("home.titel")
    with pytest.raises(TemplateRuntimeError, match=r"question\.due is not told its day"):
        ENGLISH.html("question.due")


def test_a_project_words_labels_anew_and_english_stands_in_for_the_rest(tmp_path: Path) -> None:
    labels = own(tmp_path, "fr", 'count: {statements: {zero: aucune, one: une <déclaration>, other: "{n}"}}')
    assert labels.html("count.statements", n=1) == "une &lt;déclaration&gt;"
    assert labels.text("count.statements", n=0) == "aucune"
    assert labels.text("count.articles", n=0) == "no articles"
    assert labels.text("count.events", n=1) == "one event"
    assert len(labels.missing) == len(list(ENGLISH)) - 1


def test_plurals_follow_the_language(tmp_path: Path) -> None:
    forms = "{zero: z, one: o, two: t, few: f, many: m, other: x}"
    labels = own(tmp_path, "ar", f"count: {{statements: {forms}}}")
    assert "".join(labels.text("count.statements", n=n) for n in (0, 1, 2, 3, 11, 100)) == "zotfmx"


def test_a_language_of_a_country_rests_on_the_language(tmp_path: Path) -> None:
    labels = own(tmp_path, "es-MX", "home: {title: Portada}")
    assert (labels.text("home.title"), labels.text("home.newest")) == ("Portada", "El artículo más reciente")
    assert labels.missing == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("home: {titel: Mine}", "home.titel is no label. The shipped en.yml lists them all."),
        ("home: {heading: 'What {who} said'}", "home.heading names {who}, which the English label does not."),
        ("home: {heading: 'What { said'}", "home.heading: "),
        ("home: {title: [Mine]}", "home.title is neither a text nor the forms of a plural"),
        ("count: {events: {one: x}}", "count.events is neither"),
        ("- home", "it has to hold"),
        ("home: Mine", "home has to hold"),
        ("a: b\n  c: [", "labels/en.yml:2:1: is no YAML"),
    ],
)
def test_a_catalogue_with_a_mistake_is_refused(tmp_path: Path, text: str, words: str) -> None:
    folder = tmp_path / "labels"
    folder.mkdir()
    assert words in refusal(folder, "en", text)


@pytest.mark.parametrize("language", ["", "../en", "xx", "english please"])
def test_a_language_that_is_none_is_refused(language: str) -> None:
    with pytest.raises(ConfigError, match="is no language that we know"):
        load_labels(language, NOWHERE)

"""The path of a seed file comes in, an `Article` goes out; this is the story of reading one, told in order.

What the file says about itself goes before what is found out: a title of the front matter before a heading, a heading
before the first sentence.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from briefwright.articles.dates import iso_date
from briefwright.articles.decoding import decode, read_bytes
from briefwright.articles.frontmatter import Value, split_front_matter
from briefwright.articles.furniture import find_furniture
from briefwright.articles.languages import NAMES, foreign_language
from briefwright.articles.markdown import plain_text
from briefwright.articles.normalising import normalise
from briefwright.articles.refusal import RefusedError
from briefwright.articles.seeds import HTML_SUFFIXES, MARKDOWN_SUFFIXES, SUFFIXES, inside
from briefwright.articles.titles import title_of
from briefwright.articles.webpage import read_page, web_address
from briefwright.articles.wrapping import unwrap
from briefwright.errors import InputError, Problem
from briefwright.model.article import Article

TEXT_LIMIT = 2_000_000
HTML_LIMIT = 10_000_000
"""Bytes. A long magazine article has 100,000; pages carry scripts and styles besides."""
MARKS = re.compile(r"[^\w\s]{200,}")
"""No article has such a run, and the tokenizer takes quadratic time over one."""
LONGEST = 1_000_000
SHORTEST = 30
"""Characters of text: language models take no more than the one, and less than the other is a headline at most."""
LONGEST_VALUE = 300
"""Characters of a title, an outlet, an author."""
ONLY_ENGLISH = "Only English can be read; move the file out of the seeds."


@dataclass(frozen=True, slots=True)
class _Source:
    """What a file gives, whatever its format, not yet normalised."""

    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None


def read_article(path: Path, root: Path) -> Article:
    """Read the article in the file at `path`, named relative to the project's folder `root`.

    Raises:
        InputError: It cannot be read as an English article; its one problem says why, where, and what to do.

    """
    file = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    try:
        if not inside(path, root):
            raise RefusedError("the file lies outside the project.", "Copy it into the seeds.")
        return _read(path, file)
    except RefusedError as refusal:
        problem = Problem(file, refusal.line, refusal.column, refusal.message, refusal.hint)
        raise InputError(problem) from refusal


def read_words(path: Path) -> str:
    """The normalised text of a plain text file, wherever it lies: an interview or a press call, line by line.

    Raises:
        InputError: It is no text, or none of a size that can be read.

    """
    try:
        text = normalise(decode(read_bytes(path, TEXT_LIMIT), web=False))
        if not 0 < len(text) <= LONGEST:
            raise RefusedError("the file holds no words." if not text else f"it has more than {LONGEST:,} characters.")
    except RefusedError as refusal:
        problem = Problem(str(path), refusal.line, refusal.column, refusal.message, refusal.hint)
        raise InputError(problem) from refusal
    return text


def _read(path: Path, file: str) -> Article:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise RefusedError(
            f"files of kind {suffix or '(no suffix)'} are not read.", f"Use one of {', '.join(sorted(SUFFIXES))}."
        )
    web = suffix in HTML_SUFFIXES
    data = read_bytes(path, HTML_LIMIT if web else TEXT_LIMIT)
    source = _source(decode(data, web=web), suffix)
    text = unwrap(normalise(source.text))
    _check(text)
    furniture = find_furniture(text, source.title or "")
    return Article(
        file=file,
        title=source.title or title_of(text, furniture),
        text=text,
        language="en",
        source_sha256=hashlib.sha256(data).hexdigest(),
        outlet=source.outlet,
        author=source.author,
        url=source.url,
        published=source.published,
        furniture=furniture,
    )


def _source(text: str, suffix: str) -> _Source:
    if suffix in HTML_SUFFIXES:
        page = read_page(text)
        return _Source(
            page.text, _given(page.title), _given(page.outlet), _given(page.author), page.url, page.published
        )
    if suffix in MARKDOWN_SUFFIXES:
        return _markdown(text)
    return _Source(text)


def _markdown(text: str) -> _Source:
    values, body = split_front_matter(text.replace("\r\n", "\n").replace("\r", "\n"))
    if language := values.get("language"):
        _check_language(language)
    words = {key: _given(value.text) for key, value in values.items()}
    plain, heading = plain_text(body)
    return _Source(
        text=plain,
        title=words.get("title") or _given(heading),
        outlet=words.get("outlet"),
        author=words.get("author"),
        url=_url(values.get("url")),
        published=_published(values.get("published")),
    )


def _check_language(value: Value) -> None:
    code = value.text.lower().split("-")[0].split("_")[0]
    if code not in {"", "en", "english"}:
        raise RefusedError(f"the article is in {NAMES.get(code, value.text)}.", ONLY_ENGLISH, value.line, value.column)


def _url(value: Value | None) -> str | None:
    if value is None or not value.text:
        return None
    if not (url := web_address(value.text)):
        raise RefusedError("the url is no web address.", "Write it with https:// in front.", value.line, value.column)
    return url


def _published(value: Value | None) -> str | None:
    """Give the date of publication; one that is not clear is refused: it would spoil every date in the article."""
    if value is None or not value.text:
        return None
    if not (published := iso_date(value.text)):
        message = f"the date {value.text[:40]} of published is not clear."
        raise RefusedError(message, "Write it as year-month-day, for example 2023-03-17.", value.line, value.column)
    return published


def _check(text: str) -> None:
    if run := MARKS.search(text):
        before = text[: run.start()]
        line, column = before.count("\n") + 1, run.start() - before.rfind("\n")
        message = f"{len(run[0]):,} marks stand together without a word (line {line}, column {column} of the text)."
        raise RefusedError(message, "Take them out.")
    if len(text) > LONGEST:
        raise RefusedError(f"the text has more than {LONGEST:,} characters.", "An article is shorter: split the file.")
    if len(text) < SHORTEST:
        raise RefusedError("the text is too short to be an article.", f"It has {len(text)} characters.")
    if language := foreign_language(text):
        raise RefusedError(f"the article is in {language}.", ONLY_ENGLISH)


def _given(words: str | None) -> str | None:
    """Keep what a source says about itself, on one line of bearable length; None for nothing."""
    return " ".join(normalise(words or "").split())[:LONGEST_VALUE].rstrip() or None

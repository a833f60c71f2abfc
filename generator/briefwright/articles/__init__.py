"""Seed files come in, `Article`s go out: decoded, normalised, titled, dated, with what is not the story marked.

An article that cannot be read is one `InputError` with one line for a person; nothing else is ever raised.
"""

from briefwright.articles.dates import iso_date
from briefwright.articles.furniture import find_furniture
from briefwright.articles.normalising import normalise
from briefwright.articles.reader import read_article, read_words
from briefwright.articles.seeds import find_seeds, find_strays
from briefwright.articles.webpage import web_address

__all__ = [
    "find_furniture",
    "find_seeds",
    "find_strays",
    "iso_date",
    "normalise",
    "read_article",
    "read_words",
    "web_address",
]

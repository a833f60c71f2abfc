"""Seed files come in, `Article`s go out: decoded, normalised, titled, dated, with what is not the story marked.

An article that cannot be read is one `InputError` with one line for a person; nothing else is ever raised.
"""

from briefwright.articles.furniture import find_furniture
from briefwright.articles.normalising import normalise
from briefwright.articles.reader import read_article
from briefwright.articles.seeds import find_seeds, find_strays

__all__ = ["find_furniture", "find_seeds", "find_strays", "normalise", "read_article"]

"""briefwright: news articles in, checkable fact sheets and a searchable static briefing site out.

The left half (``articles``, ``language``, ``facts``) reads articles and guesses; the right half (``corpus``, ``pages``,
``plugin``) renders what the fact sheets say and guesses nothing. They meet only in the fact sheets (``sheets``).
"""

__version__ = "0.1.0"

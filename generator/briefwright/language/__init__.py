"""Article in, Document out: tokens, sentences, names, quotations and attributions.

The only stage that loads a language model; what later stages need of it is plain data in the `Document`.
"""

from briefwright.language.reader import Reader

__all__ = ["Reader"]

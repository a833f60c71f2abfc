"""`Corpus` to `Site`: which pages there are, what each is told, what search can find on it. Knows no MkDocs."""

from __future__ import annotations

from briefwright.pages.labels import load_labels
from briefwright.pages.memo import Memo
from briefwright.pages.site import make_site

__all__ = ["Memo", "load_labels", "make_site"]

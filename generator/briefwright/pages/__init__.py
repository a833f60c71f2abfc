"""`Corpus` to `Site`: which pages there are, what each is told, what search can find on it. Knows no MkDocs."""

from __future__ import annotations

from briefwright.pages.choice import Choice, choose
from briefwright.pages.labels import Labels, load_labels
from briefwright.pages.memo import Memo
from briefwright.pages.pack import make_pack
from briefwright.pages.search import SAID, make_index, to_json
from briefwright.pages.site import make_site
from briefwright.pages.styles import css_string, joined

__all__ = [
    "SAID",
    "Choice",
    "Labels",
    "Memo",
    "choose",
    "css_string",
    "joined",
    "load_labels",
    "make_index",
    "make_pack",
    "make_site",
    "to_json",
]

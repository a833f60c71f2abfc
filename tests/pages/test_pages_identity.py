"""What the pages say of an actor's several names: counted as one, perhaps the same, and where an address went."""

from __future__ import annotations

from pathlib import Path

from briefwright.model.page import Site
from briefwright.pages import load_labels, make_site
from briefwright.shipped import shipped
from corpus.test_corpus_namesakes import actor, article, corpus_of

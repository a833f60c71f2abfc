"""A page before it is rendered: what a function that knows the corpus tells, and the site makes a page of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from briefwright.model.corpus import Briefing
from briefwright.model.page import SearchRecord
from briefwright.pages.labels import Labels

Sections = Sequence[tuple[str, str, object]]
"""Id, heading and content of a page's sections; one without content is left out, in the contents too."""


class Draft(NamedTuple):
    """Its template, path, title, section, what the template is told; and what only the page itself has."""

    template: str
    path: str
    title: str
    section: str
    told: Mapping[str, object]
    sections: Sections = ()
    """Those that its contents list."""
    records: Sequence[SearchRecord] = ()
    description: str = ""
    newest: Iterable[Briefing] | None = None
    """The articles on it; None for all."""


def part_title(labels: Labels, title: str, part: str) -> str:
    """The title of a page that holds one part of a list, a period or a letter; `title` itself for no part."""
    return labels.text("page.part", title=title, part=part if len(part) == 1 else labels.span(part)) if part else title


def numbered_title(labels: Labels, title: str, number: int) -> str:
    """The title of one of several pages that have numbers; `title` itself for number 0."""
    return labels.text("page.numbered", title=title, figures=number) if number else title

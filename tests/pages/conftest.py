"""Fixtures of the tests of pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from briefs import Brief, example, invented

from briefwright.pages import actor, indexes, speakers, topic

NARROW = {
    *("MOST_SAID", "MOST_ABOUT", "MOST_TURNS", "MOST_QUESTIONS", "MOST_ARTICLES", "SAID_ON_A_PAGE"),
    *("MOST_EVENTS", "MOST_VOICES", "EVENTS_ON_A_PAGE", "EVENTS_FIRST"),
}


@pytest.fixture(scope="session", params=["the example", "invented", "divided"])
def brief(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Brief:
    """Two corpora, and the second one where next to nothing has room on one page."""
    if request.param == "the example":
        return example(root)
    with pytest.MonkeyPatch.context() as small:
        if request.param == "divided":
            for pages in (actor, topic):
                for name in vars(pages).keys() & NARROW:
                    small.setattr(pages, name, 7)
            small.setattr(speakers, "ROOM", 20)
            small.setattr(indexes, "MOST_OF_A_KIND", 3)
        return invented(tmp_path_factory.mktemp("sheets"))

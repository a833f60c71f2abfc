"""How long nothing has been told of a question: articles that ask it again, tell of it, are of its story or matter."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefwright.corpus.lately import silences
from corpus.test_corpus_join import Loaded, actor, joined, loaded, says

ASKED = {
    "id": "q",
    "question": "Will the harbour board raise the ferry fares in spring?",
    "kind": "pending",
    "about": ["board"],
    "topics": ["fares"],
}
OLD = "2026-01-01"
NEW = "2026-06-30"
TOPICS = [{"id": "fares", "name": "Fares", "publish": True}]


def asks(name: str, day: str | None, **more: Any) -> Loaded:
    return loaded(name, day, actors=[actor("board", salience="main")], open_questions=[{**ASKED, **more}])


def tells(name: str, day: str, topic: str = "fares", **board: str) -> Loaded:
    cast = [actor("board", **{"salience": "main", **board}), actor("vance")]
    return loaded(name, day, actors=cast, positions=[says("s", "vance", topics=[topic])])


def silence(*sheets: Loaded, topics: Any = TOPICS) -> int | None:
    return joined(*sheets, loaded("newest", NEW), topics=topics).silences.get(("asks", "q"))


def test_days_count_from_its_own_article_to_the_newest() -> None:
    assert silence(asks("asks", OLD)) == 180
    assert silence(asks("asks", NEW)) == 0


def test_of_an_undated_or_closed_question_nothing_is_told() -> None:
    assert silence(asks("asks", None)) is None
    assert silence(asks("asks", OLD, status="dropped")) is None


def test_who_asks_again_ends_the_silence() -> None:
    assert silence(asks("asks", OLD), asks("again", "2026-02-20")) == 130


@pytest.mark.parametrize(
    ("article", "days"),
    [
        (tells("later", "2026-06-20"), 10),
        (tells("later", "2026-06-20", topic="harbour"), 180),
        (tells("later", "2026-06-20", salience="minor"), 180),
    ],
)
def test_an_article_on_its_topic_with_its_actor_ends_it(article: Loaded, days: int) -> None:
    assert silence(asks("asks", OLD), article) == days


def test_a_state_is_no_matter() -> None:
    corpus = joined(asks("asks", OLD), tells("later", "2026-06-20"), loaded("newest", NEW), topics=TOPICS)
    state = replace(corpus, topics={"fares": replace(corpus.topics["fares"], words=())})
    assert silences(corpus)["asks", "q"] == 10
    assert silences(state)["asks", "q"] == 180


def test_an_article_of_its_story_ends_it() -> None:
    later = loaded("later", "2026-06-20")
    about = later.sheet.article.model_copy(update={"story": "asks"})
    assert silence(asks("asks", OLD), Loaded(later.sheet.model_copy(update={"article": about}))) == 10

"""Articles that somebody gave a topic each in; out, how well the stories that the build finds agree with these topics.

The file is JSON Lines, gzipped: `title`, `text`, `published`, `outlet` and `topic` of each article. A topic holds many
stories, so that the agreement is a hint and no more; adjusted for chance it lacks what small groups give by themselves.
"""

from __future__ import annotations

import gzip
import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from briefwright.corpus.origins import find_origins
from briefwright.corpus.stories import join_stories
from briefwright.model.factsheet import ArticleInfo

Pairs = Sequence[tuple[str, str]]
"""Of each text the story that was found, and the topic that was given."""


def measure_stories(file: Path) -> dict[str, Any]:
    """How many stories there are, of how many texts, and how these agree with the topics; a copy is no other text."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows: dict[str, dict[str, Any]] = {f"a{n}": json.loads(line) for n, line in enumerate(lines)}
    articles = [_article(key, row) for key, row in rows.items()]
    texts = {key: str(row["text"]) for key, row in rows.items()}
    origins = find_origins((article, texts[article.id]) for article in articles)
    found = (
        [key for key in story if key not in origins]  # a text that is printed again agrees with itself
        for story in join_stories(articles, texts, origins)
    )
    stories = [story for story in found if len(story) > 1]
    story_of = {key: story[0] for story in stories for key in story}
    pairs = {key: (story_of.get(key, key), row["topic"]) for key, row in rows.items() if key not in origins}
    return {
        "articles": len(rows),
        "origins": len(pairs),
        "topics": len({topic for _, topic in pairs.values()}),
        "stories": len(stories),
        "grouped": len(story_of),
        "largest": max(map(len, stories), default=0),
        "all": _agreement([*pairs.values()]),
        "those grouped": _agreement([pairs[key] for key in story_of]),
    }


def _article(key: str, row: Mapping[str, Any]) -> ArticleInfo:
    known = {name: row[name] or None for name in ("title", "outlet", "author", "published")}
    return ArticleInfo.model_validate_json(json.dumps({"id": key, **known}))


def _agreement(pairs: Pairs) -> dict[str, float]:
    """Normalised mutual information, the same adjusted for chance, and how much of a story is of one topic."""
    found, given = (Counter(side) for side in zip(*pairs, strict=True))
    topics, most = _entropy(given.values()), (_entropy(found.values()) + _entropy(given.values())) / 2
    shared = _entropy(found.values()) + topics - _entropy(Counter(pairs).values())
    chance = _by_chance(Counter(found.values()), Counter(given.values()), len(pairs))
    figures = {"NMI": shared / most, "AMI": (shared - chance) / (most - chance), "homogeneity": shared / topics}
    return {name: round(figure, 3) for name, figure in figures.items()}


def _entropy(sizes: Iterable[int]) -> float:
    sizes = list(sizes)
    return -sum(n / sum(sizes) * math.log(n / sum(sizes)) for n in sizes)


def _by_chance(found: Mapping[int, int], given: Mapping[int, int], number: int) -> float:
    """The mutual information to expect of groups of these sizes by chance (Vinh, Epps, Bailey 2010)."""
    expected = 0.0
    for a, of_a in found.items():
        for b, of_b in given.items():
            for both in range(max(1, a + b - number), min(a, b) + 1):
                likely = math.comb(b, both) * math.comb(number - b, a - both) / math.comb(number, a)
                expected += of_a * of_b * likely * both / number * math.log(number * both / (a * b))
    return expected

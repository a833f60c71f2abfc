"""Several articles that quote the same words of one speaker are one source, and say so."""

from __future__ import annotations

from typing import Any

from briefwright.corpus.echoes import echoes
from briefwright.model.corpus import Corpus
from corpus.test_corpus_join import Loaded, actor, joined, loaded

QUOTE = "the gates of the dam stay shut until the last of the ice has gone"


def paper(name: str, quote: str, who: str | None = "vance", **article: Any) -> Loaded:
    said = {
        "id": "said",
        "actor": who,
        "act": "assert",
        "statement": quote,
        "evidence": [{"quote": quote, "start": 0, "end": len(quote)}],
    }
    return loaded(name, actors=[actor("vance"), actor("brandt")], positions=[said], **article)


def pairs(corpus: Corpus) -> dict[str, list[str]]:
    return {sheet: [s.sheet for s in others] for (sheet, _), others in echoes(corpus.statements).items()}


def test_the_same_words_in_several_articles_are_told_with_each() -> None:
    shorter = QUOTE.partition(" until")[0] + " until the last"
    assert pairs(joined(paper("wire", QUOTE), paper("post", f"Now {QUOTE.title()}."), paper("radio", shorter))) == {
        "wire": ["post", "radio"],
        "post": ["radio", "wire"],
        "radio": ["post", "wire"],
    }


def test_few_words_in_common_are_chance() -> None:
    assert pairs(joined(paper("wire", QUOTE), paper("post", "the gates of the dam stay shut, said all"))) == {}


def test_another_speaker_or_none_is_no_echo() -> None:
    assert pairs(joined(paper("wire", QUOTE), paper("post", QUOTE, "brandt"), paper("radio", QUOTE, None))) == {}


def test_a_copy_of_the_whole_article_is_told_as_such_and_not_here() -> None:
    assert pairs(joined(paper("wire", QUOTE), paper("post", QUOTE, origin="wire"))) == {}

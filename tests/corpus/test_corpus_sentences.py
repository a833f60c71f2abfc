"""Which sentences stand around evidence."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.corpus.sentences import REACH, context, in_context, nearest, sentences
from briefwright.model.text import Span

WORDS = st.text(alphabet="aB.!? \n“”'Mr", min_size=1, max_size=120)


def around(text: str, quote: str) -> list[str]:
    start = text.index(quote)
    return [text[s.start : s.end] for s in context(text, sentences(text), [Span(start, start + len(quote))])]


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("It rained. Mr. Holm said delay costs money. It stopped.", "delay costs", "Mr. Holm said delay costs money."),
        ("The U.S. Senate met. It sat on Nov. 3 in Lorn.", "sat on", "It sat on Nov. 3 in Lorn."),
        ("“Is it over?” he asked. Nobody knew.", "over", "“Is it over?” he asked."),
        ("He left. “We stay. We wait,” she said. He came.", "We stay. We wait", "“We stay. We wait,” she said."),
        ("A headline without a stop\nThe story begins. It ends.", "headline", "A headline without a stop"),
        ("It cost 3.5 million. He paid.", "3.5", "It cost 3.5 million."),
    ],
)
def test_context_is_the_whole_sentence(text: str, quote: str, expected: str) -> None:
    assert around(text, quote) == [expected]


def test_distant_pieces_of_evidence_keep_a_sentence_each() -> None:
    text = "One is here. Two is here. Three is here."
    spans = [Span(text.index(w), text.index(w) + 3) for w in ("One", "Thr")]
    assert [text[s.start : s.end] for s in context(text, sentences(text), spans)] == ["One is here.", "Three is here."]


def test_a_text_without_stops_gives_a_bounded_context() -> None:
    text = "word " * 2000 + "the evidence " + "word " * 2000
    (found,) = around(text.strip(), "the evidence")
    assert len(found) <= 2 * REACH + len("the evidence")
    assert not found.startswith("ord")


CARD = "Ada Maria Holm" + "Council votes on bridge? No. Ferry fares to rise " * 12 + "MORE"


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        (f"Mayor Ada Holm {CARD} said it would hold. It did.", "it would", ["Mayor Ada Holm", "said it would hold."]),
        (f"It will hold, said Ada Holm {CARD}. It did.", "It will", ["It will hold, said Ada Holm"]),
        (f"It rained. Ada Holm {CARD}, who left, is back.", "is back", ["Ada Holm", ", who left, is back."]),
        (f"Ada Holm {CARD} left.", CARD, [f"Ada Holm {CARD} left."]),
    ],
)
def test_a_list_of_links_in_a_sentence_is_left_out_of_it(text: str, quote: str, expected: list[str]) -> None:
    start = text.index(quote)
    found = in_context(text, [Span(start, start + len(quote))])
    assert [text[s.start : s.end] for s in found] == expected


@given(WORDS, st.integers(0, 119), st.integers(1, 40))
def test_context_holds_all_of_the_evidence(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text) - 1), min(start + length, len(text)))
    found = context(text, sentences(text), [span])
    assert len(found) == 1
    words = text[span.start : span.end]
    if words == words.strip():
        assert found[0].start <= span.start
        assert span.end <= found[0].end


@given(WORDS)
def test_sentences_hold_every_letter_once(text: str) -> None:
    found = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(text[s.start : s.end].split()) for s in found) == "".join(text.split())


def test_the_cue_is_the_one_beside_the_evidence() -> None:
    text = "He said no, she said the dam would hold, they said."
    evidence = [Span(text.index("the dam"), text.index(", they"))]
    (cue,) = nearest(text, "said", [Span(0, len(text))], evidence)
    assert text[cue.start - 4 : cue.end] == "she said"
    assert nearest(text, "aid", [Span(0, len(text))], evidence) == ()

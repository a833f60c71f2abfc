import time
from dataclasses import replace

import pytest

from briefwright.language.mending import with_attributions
from briefwright.language.transcripts import find_turns
from briefwright.model.article import Article
from briefwright.model.document import Attribution, Document
from briefwright.model.text import Span

TALK = """Mayor Ada Holm spoke on the radio about the harbour.

TOM GREY, HOST: Will it reopen in May?

MAYOR ADA HOLM (IND): I think we can make it. The cranes are there.

We have the money too.

(LAUGHTER)

GREY: The builders say you are late.

HOLM: They should come and look. I told them so.

And I will tell them again.

The interview was broadcast on Sunday."""


def turns(text: str) -> list[tuple[str, str, list[str]]]:
    """Label, cue and paragraphs of each turn."""

    def words(spans: tuple[Span, ...]) -> list[str]:
        return [text[s.start : s.end] for s in spans]

    return [(words(t.source)[0], words(t.cue)[0], words(t.content)) for t in find_turns(text)]


def test_a_turn_runs_to_the_next_speaker_without_asides() -> None:
    assert turns(TALK) == [
        ("TOM GREY, HOST", ":", ["Will it reopen in May?"]),
        ("MAYOR ADA HOLM (IND)", ":", ["I think we can make it. The cranes are there.", "We have the money too."]),
        ("GREY", ":", ["The builders say you are late."]),
        ("HOLM", ":", ["They should come and look. I told them so.", "And I will tell them again."]),
    ]


def test_a_transcript_that_is_quoted_whole_is_one_too() -> None:
    quoted = "\n\n".join(f"“{paragraph}" for paragraph in TALK.split("\n\n"))
    assert [(label, len(words)) for label, _, words in turns(quoted)] == [
        (label, len(w)) for label, _, w in turns(TALK)
    ]


def test_a_reporters_words_between_two_turns_are_nobodys() -> None:
    text = TALK.replace("(LAUGHTER)", "Later Holm was asked about the delay.")
    assert turns(text)[1][2] == ["I think we can make it. The cranes are there.", "We have the money too."]


@pytest.mark.parametrize("labels", [("Q:", "A:"), ("Q.", "A."), ("Reporter:", "President Grey:"), ("Jo Lee:", "Grey:")])
def test_knows_labels_of_all_kinds(labels: tuple[str, str]) -> None:
    one, other = labels
    text = f"{one} Will you sign it?\n\n{other} We shall see.\n\n{one} But when?\n\n{other} When I have read it."
    assert [label for label, _, _ in turns(text)] == [one[:-1], other[:-1]] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Location: The old customs house.\n\nTime: From 9 to 6.\n\nLocation: The pier.\n\nTime: From 7 to 9.",
        "Update: The fair was moved.\n\nUpdate: It was moved again.\n\nUpdate: You can go on Sunday.\n\nUpdate: Stop.",
        "Holm: We will see.\n\nThe council met later.\n\nGrey: I do not know.",
        "By Jo Lee\n\nHARBOUR: We have questions\n\nBRIDGE: We have answers\n\nFERRY: Your guide\n\nTRAIN: Our guide",
        "Holm had this to say: We will see. Grey said: You will not. Holm said: I will. Grey said: No.",
    ],
)
def test_headings_lists_and_single_quotations_are_no_transcript(text: str) -> None:
    assert turns(text) == []


def test_turns_replace_what_the_tagger_makes_of_them() -> None:
    document = Document(Article("seeds/x.txt", "x", TALK, "en", ""), (), (), (), ())

    def found(source: str, cue: str, content: str, score: float) -> Attribution:
        spans = [(Span(TALK.index(w), TALK.index(w) + len(w)),) for w in (source, cue, content)]
        return Attribution(*spans, score)

    told = found("Mayor Ada Holm", "spoke", "about the harbour", 0.6)
    nested = found("The builders", "say", "you are late", 0.95)
    unsure = replace(nested, score=0.5)
    thought = found("I", "think", "we can make it", 0.99)
    across = found("GREY", ":", "late.\n\nHOLM: They", 0.99)
    mended = with_attributions(document, [told, nested, unsure, thought, across])
    assert mended.attributions == tuple(sorted((told, nested, *find_turns(TALK)), key=lambda a: a.cue))
    assert mended.quoted(*nested.content[0])


def test_takes_time_in_proportion_to_the_text() -> None:
    begin = time.perf_counter()
    find_turns("A: Why, I ask?\nQ: You.\n(x)\n" * 20_000)
    find_turns("A " * 100_000 + ":")
    assert time.perf_counter() - begin < 5

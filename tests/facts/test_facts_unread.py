from dataclasses import replace

import pytest
from facts_reading import read

from briefwright.facts.unread import with_unread
from briefwright.model.document import Attribution, Document
from briefwright.model.text import Span

Told = tuple[str, str, str]


def told(text: str, *read_before: Told) -> list[Told]:
    """Source, cue and content of each attribution, where the network found those given and no others."""
    document = replace(read(text), attributions=tuple(attribution(text, *words) for words in read_before))
    return [spoken(document, a) for a in with_unread(document).attributions]


def attribution(text: str, source: str, cue: str, content: str) -> Attribution:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Attribution((span(source),), (span(cue),), (span(content),))


def spoken(document: Document, found: Attribution) -> Told:
    source, cue, content = (document.text[s[0].start : s[0].end] for s in (found.source, found.cue, found.content))
    return source, cue, content


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union celebrated the ruling.", ("The union", "celebrated", "the ruling")),
        ("Mayor Holm wanted the pier closed.", ("Mayor Holm", "wanted", "the pier closed")),
        ("The mayor asked the builders to repair it.", ("The mayor", "asked", "the builders to repair it")),
        ("Ada Holm has proposed a toll for the bridge.", ("Ada Holm", "proposed", "a toll for the bridge")),
        ("Holm told reporters that the pier was safe.", ("Holm", "told", "that the pier was safe")),
        ("Ada Holm seemed to defend the toll.", ("Ada Holm", "defend", "the toll")),
        ("Residents warned of a flood.", ("Residents", "warned of", "a flood")),
        ("The engineers were worried about the pillars.", ("The engineers", "worried about", "the pillars")),
        ("The institute forecast a dry winter.", ("The institute", "forecast", "a dry winter")),
        ("The report found three cracks in the pillars.", ("The report", "found", "three cracks in the pillars")),
        ("Others fear a flood.", ("Others", "fear", "a flood")),
        ("Most of the residents oppose the toll.", ("the residents", "oppose", "the toll")),
    ],
)
def test_a_stance_with_somebody_as_its_subject_is_told(text: str, expected: Told) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The storm threatened the harbour.",  # nobody holds it
        "The ruling was celebrated.",
        "To oppose the toll is easy.",
        "I want the pier closed.",
        "“They want the pier closed,” said somebody.",
        "“Every driver wants a bridge,” said somebody.",
        "The fund, called the Harbour Trust, paid for it.",
        "Holm described the storm.",  # told of, not said
        "The people who want a bridge are few.",
        "“Engineers believe that the pier is safe,” said somebody.",
        "Mayor Holm is sure to face questions.",  # the writer is
        "The union pushed the crane into the harbour.",
        "Any candidate who wants a bridge has to pay.",
        "The mayor runs the ferry, as opposed to the union.",
    ],
)
def test_what_nobody_holds_is_no_stance(text: str) -> None:
    assert told(text) == []


def test_who_says_the_rest_holds_no_second_stance_there() -> None:
    said = ("Holm", "said", "she wants the pier closed and that Holm opposes the toll")
    assert told(f"{' '.join(said)}.", said) == [said]


def test_what_somebody_only_fears_of_others_is_not_theirs() -> None:
    said = ("Residents", "feared", "Mayor Holm opposed the bridge")
    assert told(f"{' '.join(said)}.", said) == [said]


def test_what_others_hold_in_somebodys_words_is_told() -> None:
    said = ("Holm", "said", "it was odd that the union opposed the toll")
    assert told(f"{' '.join(said)}.", said) == [said, ("the union", "opposed", "the toll")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ended the union's demand that the pier be closed.", ("union", "demand", "that the pier be closed")),
        ("Nobody believed Holm's threat to close the pier.", ("Holm", "threat", "to close the pier")),
        ("They waited for Holm's request for a hearing.", ("Holm", "request for", "a hearing")),
    ],
)
def test_a_noun_of_stance_is_its_owners(text: str, expected: Told) -> None:
    (found,) = told(text)
    assert found[0].endswith(expected[0])
    assert found[1:] == expected[1:]


@pytest.mark.parametrize("text", ["It ended our demand for a pier.", "Holm's complaint to the board was heard."])
def test_a_noun_of_nobody_or_to_somebody_is_no_stance(text: str) -> None:
    assert told(text) == []


def test_a_second_thing_that_the_source_does_is_its_own() -> None:
    text = "Holm said the pier had closed and urged the board to pay."
    said = ("Holm", "said", "the pier had closed and urged the board to pay")
    assert told(text, said) == [("Holm", "said", "the pier had closed"), ("Holm", "urged", "the board to pay")]


def test_what_somebody_said_to_have_done_stays_in_his_words() -> None:
    text = "Holm said the board had closed the pier and urged drivers to wait."
    said = ("Holm", "said", "the board had closed the pier and urged drivers to wait")
    assert ("Holm", "urged", "drivers to wait") not in told(text, said)


def test_a_quotation_behind_a_colon_is_whose_sentence_announces_it() -> None:
    text = "Mayor Holm hit back on Coast Radio:\n\n“The bridge was safe, and it is safe today.”"
    assert told(text) == [("Mayor Holm", "hit", "The bridge was safe, and it is safe today.")]
    assert told(text.replace("Radio:", "Radio.")) == []
    assert told(text.replace("Mayor Holm", "The storm")) == []


def test_no_paper_at_all_finds_nothing() -> None:
    assert told("No study found that the bridge was safe.") == []


def test_furniture_holds_no_stance() -> None:
    caption = "The union celebrated the ruling."
    document = replace(read(f"The pier is closed.\n\n{caption}", furniture=(caption,)), attributions=())
    assert with_unread(document).attributions == ()

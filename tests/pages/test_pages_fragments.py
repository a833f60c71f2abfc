"""Text fragments: shortest, leading to the evidence and to nothing else, by the rules that browsers follow."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from briefwright.model.text import Span
from briefwright.pages.fragments import Directive, at_source, directive, resolve

URL = "https://wire.example/tarn-dam"
TITLE = "Karsovia to fill Tarn dam"


def span(text: str, words: str, begin: int = 0) -> Span:
    start = text.index(words, begin)
    return Span(start, start + len(words))


def found(text: str, words: str, begin: int = 0) -> str:
    """What of the page the directive leads to, and that it is the evidence where it stands."""
    evidence = span(text, words, begin)
    terms = directive(TITLE, text, evidence)
    assert terms is not None
    page = f"{TITLE}\n{text}"
    hit = resolve(terms, page)
    assert hit is not None
    assert evidence.start <= hit.start - len(TITLE) - 1 < hit.end - len(TITLE) - 1 <= evidence.end
    assert resolve(terms, page, hit.start + 1) is None
    return page[hit.start : hit.end]


def test_short_evidence_is_written_out_without_the_marks_at_its_edges() -> None:
    text = "The minister spoke on Monday.\n“The gates close in April,” Varga said."
    assert at_source(URL, TITLE, text, [span(text, "“The gates close in April,”")]) == (
        f"{URL}#:~:text=The%20gates%20close%20in%20April"
    )


def test_long_evidence_is_its_first_and_last_words() -> None:
    text = (
        "Varga said the gates would close in April, that no farmer would lose a drop, and that tolls stay as they are."
    )
    address = at_source(URL, TITLE, text, [span(text, text[11:-1])])
    assert unquote(address) == f"{URL}#:~:text=the gates would close,as they are"
    assert found(text, text[11:-1]) == text[11:-1]


def test_a_quotation_over_paragraphs_begins_in_one_and_ends_in_the_other() -> None:
    text = "“The river is ours to use.\n\n“It was ours before there was a treaty,” Varga said."
    words = text[: text.index(",”")]
    assert found(text, words) == words.lstrip("“")
    terms = directive(TITLE, text, span(text, words))
    assert terms is not None
    assert "\n" not in terms.start + terms.end
    assert terms.end == "was a treaty"


def test_a_sentence_that_is_said_twice_is_told_apart_by_its_surroundings() -> None:
    text = "Brandt said: We will not sign. Hours later Varga said: We will not sign."
    first, second = span(text, "We will not sign"), span(text, "We will not sign", 40)
    one, two = directive(TITLE, text, first), directive(TITLE, text, second)
    assert one is not None
    assert two is not None
    assert one.prefix or one.suffix
    assert two.prefix or two.suffix
    assert found(text, "We will not sign") == found(text, "We will not sign", 40) == "We will not sign"


def test_a_paragraph_that_stands_twice_is_told_apart_by_its_neighbours() -> None:
    text = "Was the dam discussed?\nNo comment.\nAnd the envoy?\nNo comment.\nThe briefing ended."
    assert found(text, "No comment") == found(text, "No comment", 50) == "No comment"
    assert directive(TITLE, text, span(text, "No comment", 50)) == Directive("No comment", prefix="envoy?")


def test_words_of_the_headline_are_not_taken_for_the_passage() -> None:
    text = "Minister Varga spoke.\nKarsovia to fill Tarn dam, she said, whatever Delmere wants."
    terms = directive(TITLE, text, span(text, "Karsovia to fill Tarn dam"))
    assert terms == Directive("Karsovia to fill Tarn dam", suffix=", she")


def test_hyphens_commas_and_ampersands_are_no_part_of_the_syntax() -> None:
    text = "He named Holm & Sons, a well-known builder, and then the mayor’s brother-in-law."
    words = "Holm & Sons, a well-known builder"
    address = at_source(URL, TITLE, text, [span(text, words)])
    assert address == (f"{URL}#:~:text=Holm%20%26%20Sons%2C%20a%20well%2Dknown%20builder")
    assert found(text, words) == words


def test_several_stretches_are_several_directives_and_a_place_of_the_address_stays() -> None:
    text = "“The gates close in April,” Varga said on Monday, “and they stay closed.”"
    evidence = [span(text, "The gates close in April"), span(text, "and they stay closed")]
    assert at_source(f"{URL}#story", TITLE, text, evidence) == (
        f"{URL}#story:~:text=The%20gates%20close%20in%20April&text=and%20they%20stay%20closed"
    )
    assert at_source(f"{URL}#:~:text=old", TITLE, text, evidence[:1]).count("text=") == 1


def test_half_a_word_is_found_by_its_other_half() -> None:
    assert found("A pro-Delmere mayor, an unbelievable plan.", "Delmere mayor") == "Delmere mayor"
    assert directive("", "An unbelievable plan", Span(5, 11)) == Directive("believ", prefix="un", suffix="able")


@pytest.mark.parametrize("words", ["Łukasz Çelik", "čeká na déšť", "naïve", "Ünal’s"])
def test_words_beyond_ascii(words: str) -> None:
    text = f"The mayor met {words} in the harbour."
    assert found(text, words) == words
    assert at_source(URL, TITLE, text, [span(text, words)]).isascii()


def test_evidence_that_cannot_be_told_apart_or_is_no_word_gives_the_bare_address() -> None:
    line = "No, no, no."
    text = "\n".join([line] * 40)
    assert at_source(URL, TITLE, text, [Span(20 * len(line) + 20, 21 * len(line) + 20)]) == URL
    assert at_source(URL, TITLE, "He said: “…”", [Span(9, 12)]) == URL


@pytest.mark.parametrize(
    ("terms", "text", "words"),
    [
        (Directive("farm"), "Farmers wait. The farm waits.", "farm"),  # a word, and not its beginning
        (Directive("Don"), "Don’t ask. Don asked.", "Don"),
        (Directive("ASKED MULLER"), "Nobody asked Müller.", "asked Müller"),  # neither case nor accent counts
        (Directive("“we go”"), 'They said "we go" again.', '"we go"'),  # nor the form of quotation marks
        (Directive("no  water"), "There is no\twater, no water.", "no water"),
        (Directive("the dam", "the river"), "the dam and\n\nthen the river rose", "the dam and\n\nthen the river"),
        (Directive("No", prefix="dam?"), "No.\nThe dam?\n\nNo.", "No"),  # what stands before may end a paragraph
        (Directive("a", "b", suffix="c"), "a b d b c", "a b d b"),
        (Directive("wat", suffix="er"), "water", "wat"),  # before a suffix a word need not end
    ],
)
def test_the_rules(terms: Directive, text: str, words: str) -> None:
    hit = resolve(terms, text)
    assert hit is not None
    assert text[hit.start : hit.end] == words


@pytest.mark.parametrize(
    ("terms", "text"),
    [
        (Directive("one two"), "one\ntwo"),  # a term stands in one paragraph
        (Directive("one", prefix="nought"), "nought and one"),
        (Directive("one", suffix="three"), "one two three"),
        (Directive("two", "one"), "one two"),
    ],
)
def test_what_the_rules_do_not_find(terms: Directive, text: str) -> None:
    assert resolve(terms, text) is None

from collections.abc import Callable

import pytest

from briefwright.language import Reader
from briefwright.language.mending import with_attributions
from briefwright.model.article import Article
from briefwright.model.document import Attribution, Document
from briefwright.model.text import Span

Read = Callable[[str], Document]


@pytest.fixture(scope="module")
def read() -> Read:
    reader = Reader()

    def document(text: str) -> Document:
        return next(iter(reader.read([Article("seeds/x.txt", "x", text, "en", "")])))

    return document


def found(document: Document) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution, spans joined by a bar."""
    text = document.text
    return [
        (
            "|".join(text[s.start : s.end] for s in a.source),
            "|".join(text[s.start : s.end] for s in a.cue),
            "|".join(text[s.start : s.end].strip('“”".,') for s in a.content),
        )
        for a in document.attributions
    ]


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        # the cue before, after and inside
        ("Mayor Ada Holm said that the bridge is safe.", ("Mayor Ada Holm", "said", "that the bridge is safe")),
        ("The bridge is safe, Mayor Ada Holm said.", ("Mayor Ada Holm", "said", "The bridge is safe")),
        ("“The bridge is safe,” Mayor Ada Holm said.", ("Mayor Ada Holm", "said", "The bridge is safe")),
        ("“The bridge is safe,” said Mayor Ada Holm.", ("Mayor Ada Holm", "said", "The bridge is safe")),
        ("“The bridge,” Holm said, “is safe.”", ("Holm", "said", "The bridge|is safe")),
        ("The bridge, Mayor Holm said, is safe.", ("Mayor Holm", "said", "The bridge|is safe")),
        ("Holm told reporters on Monday that the bridge is safe.", ("Holm", "told", "that the bridge is safe")),
        # mixed
        ("Holm said the bridge was “perfectly safe” to cross.",
         ("Holm", "said", "the bridge was “perfectly safe” to cross")),
        # according to, as … said
        ("The bridge is safe, according to the ministry.", ("the ministry", "according to", "The bridge is safe")),
        (
            "According to the inspection report, which the Courier has seen, two cracks are longer than a metre.",
            ("the inspection report", "According to", "two cracks are longer than a metre"),
        ),
        ("According to the ministry, the bridge is safe.", ("the ministry", "According to", "the bridge is safe")),
        # passive
        ("“The bridge is safe,” Mayor Ada Holm was quoted as saying by The Courier.",
         ("Mayor Ada Holm", "was quoted as saying", "The bridge is safe")),
        ("“The bridge is safe,” Ada Holm was quoted as saying by The Courier on Monday.",
         ("Ada Holm", "was quoted as saying", "The bridge is safe")),
        ("Mayor Ada Holm was reported as having said that the bridge would be closed.",
         ("Mayor Ada Holm", "was reported as having said", "that the bridge would be closed")),
        ("Mayor Ada Holm was reported to have said the bridge was unsafe.",
         ("Mayor Ada Holm", "was reported to have said", "the bridge was unsafe")),
        ("Ada Holm was quoted by the Courier as saying that the bridge is unsafe.",
         ("Ada Holm", "was quoted|as saying", "that the bridge is unsafe")),
        # a second cue
        ("Ada Holm said the bridge was safe and denied that money had been lost.",
         ("Ada Holm", "denied", "that money had been lost")),
        ("Holm told the council that the plan was dead and called on the builders to leave.",
         ("Holm", "called on", "the builders to leave")),
        # nouns and colons
        ("The ministry issued a statement saying the bridge was safe.",
         ("The ministry", "issued a statement saying", "the bridge was safe")),
        ("Holm made a promise to repair the bridge.", ("Holm", "made a promise", "to repair the bridge")),
        ("Holm had a short answer: “The bridge is perfectly safe.”",
         ("Holm", "had a short answer:", "The bridge is perfectly safe")),
        # relative clauses, participles
        ("The report comes from The Courier, which claims that the bridge is unsafe.",
         ("which", "claims", "that the bridge is unsafe")),
        ("Holm defended the plan, saying the bridge was safe.", ("Holm", "saying", "the bridge was safe")),
        # attitudes without a verb of saying
        ("Holm wants to close the bridge.", ("Holm", "wants", "to close the bridge")),
        ("Holm refused to close the bridge.", ("Holm", "refused", "to close the bridge")),
        ("Holm urged the council to close the bridge.", ("Holm", "urged", "the council to close the bridge")),
        ("Holm called for a new inquiry.", ("Holm", "called for", "a new inquiry")),
        ("Holm accused the builders of negligence.", ("Holm", "accused", "the builders of negligence")),
        ("Holm condemned the attack.", ("Holm", "condemned", "the attack")),
        ("Holm did not deny the report.", ("Holm", "did not deny", "the report")),
        ("Holm called the plan a mistake.", ("Holm", "called", "the plan a mistake")),
        ("WESTPORT (AP) — Mayor Ada Holm said the bridge was safe.",
         ("Mayor Ada Holm", "said", "the bridge was safe")),
    ],
)  # fmt: skip
def test_reads_who_says_what(read: Read, text: str, attribution: tuple[str, str, str]) -> None:
    assert attribution in found(read(text))


def test_each_coordinated_cue_is_an_attribution(read: Read) -> None:
    cues = [cue for _, cue, _ in found(read("Holm denied the report, saying the bridge was safe."))]
    assert cues == ["denied", "saying"]


def test_what_is_not_told_is_no_part_of_what_is_said(read: Read) -> None:
    text = "The mayor said the harbour trust had agreed to the sale but would not say who had paid for the survey."
    assert [(cue, content) for _, cue, content in found(read(text))] == [
        ("said", "the harbour trust had agreed to the sale"),
        ("would not say", "who had paid for the survey"),
    ]


def test_what_the_text_tells_after_a_wish_is_no_part_of_it(read: Read) -> None:
    text = "Holm vowed to keep the bridge open until May, and more money could give her a longer season."
    assert [(cue, content) for _, cue, content in found(read(text))] == [("vowed", "to keep the bridge open until May")]


def test_a_heading_is_no_part_of_what_is_said_below_it() -> None:
    text = "Tolls and fares\nThe toll will rise in May, the council said."
    head, body = Span(0, 15), Span(16, 41)
    document = Document(Article("seeds/x.txt", "x", text, "en", ""), (), (), (), ())
    given = Attribution((Span(43, 54),), (Span(55, 59),), (head, body))
    (mended,) = with_attributions(document, [given]).attributions
    assert mended.content == (body,)


def test_a_second_cue_after_an_infinitive_has_its_own_content(read: Read) -> None:
    text = "The ministry in Halvik said smugglers were to blame and called for a joint inquiry."
    assert [(cue, content) for _, cue, content in found(read(text))] == [
        ("said", "smugglers were to blame"),
        ("called for", "a joint inquiry"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said Tom Grey was angry and denied that he had been paid.",
        "Holm said the builders were late and that the council had asked them to hurry.",
    ],
)
def test_what_somebody_in_the_content_did_stays_in_it(read: Read, text: str) -> None:
    assert found(read(text))[0][2] == text.split(" said ")[1].rstrip(".")


def test_who_passes_words_on_says_nothing_himself(read: Read) -> None:
    assert found(read("Paul Norring quoted Ada Holm as saying that the pier was unsafe.")) == [
        ("Ada Holm", "as saying", "that the pier was unsafe")
    ]


def test_nested_attributions_are_both_found(read: Read) -> None:
    text = "The Courier reported that Mayor Ada Holm said on Monday that the bridge would be closed for a month."
    attributions = [(source, cue.split()[0]) for source, cue, _ in found(read(text))]
    assert attributions == [("The Courier", "reported"), ("Mayor Ada Holm", "said")]


@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_a_quotation_that_goes_on_belongs_to_the_last_speaker(read: Read, between: str) -> None:
    text = f"“The bridge is safe,” Holm said.{between}“We checked every bolt of it.”"
    assert found(read(text)) == [("Holm", "said", "The bridge is safe|We checked every bolt of it")]


def test_a_quotation_over_several_sentences_is_one_content(read: Read) -> None:
    text = "“The bridge is safe. We checked it. Nobody should worry,” Holm said."
    assert found(read(text))[0] == ("Holm", "said", text.split("”")[0].strip("“,"))


def test_a_block_quotation_follows_its_colon(read: Read) -> None:
    text = (
        "Holm wrote in a letter to the council:\n\nThe bridge has been checked and is safe.\n\nThe council met later."
    )
    assert any(content == "The bridge has been checked and is safe" for _, _, content in found(read(text)))


def test_what_the_speaker_thinks_inside_a_quotation_is_no_second_attribution(read: Read) -> None:
    assert [cue for _, cue, _ in found(read("“I think the bridge is safe,” Holm said."))] == ["said"]


@pytest.mark.parametrize("text", ["", "The bridge spans the river.", "Close the bridge.", "“”"])
def test_says_nothing_where_nobody_speaks(read: Read, text: str) -> None:
    assert found(read(text)) == []


def test_scores_say_how_sure_a_reading_is(read: Read) -> None:
    quoted, wish = read("“It is safe,” Holm said. Critics want to close the bridge.").attributions
    assert 0 < wish.score < quoted.score <= 1


def test_spans_are_in_order_and_inside_the_text(read: Read) -> None:
    document = read("Lee said: “No.” “The deal,” Lee added, “is off,” and called it “a mess.”\n\nANN: Hi.\nANN: Yes.")
    for attribution in document.attributions:
        for spans in (attribution.source, attribution.cue, attribution.content):
            assert list(spans) == sorted(spans)
            assert all(0 <= s.start < s.end <= len(document.text) for s in spans)


def test_a_sentence_ends_with_its_paragraph(read: Read) -> None:
    document = read("Bridge reopens after repair\n\nMayor Holm said it was safe")
    first = document.sentences[0]
    assert document.text[first.start : first.end] == "Bridge reopens after repair"

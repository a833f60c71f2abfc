"""Whose a position is where the sentence is more than "Holm said": titles, clauses, groups, and what nobody said."""

from __future__ import annotations

import pytest
from facts_reading import holder, speakers_of

from briefwright.facts.sources import source_head
from briefwright.model.article import Article
from briefwright.model.document import Document, Token
from briefwright.model.text import Span


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (  # a name set off by a comma
            "The head of the board's finance office, Ada Holm, told reporters that the pier would stay open.",
            "the pier would stay open",
            "Ada Holm",
        ),
        (  # the subject after what only says when
            "A day after Victor Lind's speech, Capt. Paul Norring, a spokesman for the Coast Guard, said that the pier "
            "was safe.",
            "the pier was safe",
            "Paul Norring",
        ),
        (  # "who" is no town
            "Laura Holt, a grocer from the outskirts of Bergen, Norway, who calls herself a sceptic, said that "
            "the pier was too dear.",
            "the pier was too dear",
            "Laura Holt",
        ),
        (
            "Vice President Ada Lind and her son Karl Lind came to Oslo. Lind said that the pier would stay open.",
            "the pier would stay open",
            "Ada Lind",
        ),
        (
            "Norway's state-run Lantern news agency reported that the pier was closed.",
            "the pier was closed",
            "Lantern",
        ),
        (
            "The Harbour Workers Union met on Monday. “The pier must stay open,” the group said in a statement.",
            "The pier must stay open",
            "Harbour Workers Union",
        ),
        (
            "A review by the Harbour Commission found that the pier was unsafe. It said that the beams were rotten.",
            "the beams were rotten",
            "Harbour Commission",
        ),
        (
            "A spokesman for Ada Holm said that the pier was safe. “Nobody has to worry,” he said.",
            "Nobody has to worry",
            "Ada Holm",
        ),
        (
            "Deputy Attorney General Ada Holm met Inspector General Karl Lind on Monday. The deputy attorney general "
            "said that the pier was safe.",
            "the pier was safe",
            "Ada Holm",
        ),
        (
            "Ada Holm, who is running for mayor, spoke first. The candidate said that the pier was safe.",
            "the pier was safe",
            "Ada Holm",
        ),
        (  # nobody else was spoken of since
            "Paul Norring said that the pier was safe.\n\nThat said, the beams are old and the paint is gone.\n\n"
            "“It is only wood,” he said.",
            "It is only wood",
            "Paul Norring",
        ),
        (
            "Finance Minister Ada Holm and Mayor Paul Norring walked along the pier. They said that it would stay "
            "open.",
            "it would stay open",
            "Ada Holm",
        ),
        (
            "With his pledge to keep the pier open, Paul Norring surprised his own party.",
            "to keep the pier open",
            "Paul Norring",
        ),
        (  # who stands before the comma has nothing to do with it
            "The talks will be drowned out by friends and foes of Ada Holm, several fishermen said on Monday.",
            "drowned out",
            "Fishermen",
        ),
        ("Historian and novelist Ada Holm said that the pier was older.", "the pier was older", "Ada Holm"),
        (  # a paper by another of its names
            "A document from the Harbour Institute, seen by the Harbour Courier, says that the pier is old. "
            "Boats moor there every day. The report warns that the pier may sink.",
            "the pier may sink",
            "Harbour Institute",
        ),
        (  # a statement that is a clause, not somebody's
            "Ada Holm alleged in a statement that the crew was paid by Paul Norring. “The crew kept the letters,” the "
            "statement reads.",
            "The crew kept the letters",
            "Ada Holm",
        ),
        (  # who only passes it on
            "Ada Holm came to Oslo. The aim of the council is to save the boats, Holm said, according to the Harbour "
            "Courier.",
            "to save the boats",
            "Ada Holm",
        ),
        (  # whose data they are
            "The pier was closed, but according to the Harbour Institute, early data show that boats are safe.",
            "boats are safe",
            "Harbour Institute",
        ),
        (  # a relative of the same surname
            "Ada Holm spoke in Oslo. “The pier is safe,” Karl Holm's daughter told reporters.",
            "The pier is safe",
            "Ada Holm",
        ),
        (  # an opening that names the office first
            "Norway's prime minister said that the pier was safe. Prime Minister Ada Holm spoke in Bergen.",
            "the pier was safe",
            "Ada Holm",
        ),
        (
            "One expert said that the pier was old. Harbour expert Ada Holm spoke in Bergen.",
            "the pier was old",
            "Ada Holm",
        ),
        (
            "Paul Norring told reporters that he was out. While denying that he was a member of the crew, "
            "he said that the pier was safe.",
            "the pier was safe",
            "Paul Norring",
        ),
        (  # "also", by whoever spoke just before
            "“The pier is safe,” Ada Holm told reporters. The deputy harbour leader also criticised the board for its "
            "haste.",
            "the board for its haste",
            "Ada Holm",
        ),
        (
            "The pier was closed on Monday. The broadcasters argued that the pier was safe.",
            "the pier was safe",
            "Broadcasters",
        ),
        (
            "Leaders of the Harbour Safety Committee said that the pier was safe.",
            "the pier was safe",
            "Harbour Safety Committee",
        ),
    ],
)
def test_the_speaker_is_found(text: str, words: str, name: str) -> None:
    assert holder(text, words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Ada Holm's lawyer Karl Lind came late. “Nobody told me,” said the lawyer, who asked not to be named.",
            "Nobody told me",
        ),
        (  # somebody else may be meant by an unnamed office
            "Former Vice President Ada Holm visited Oslo. Perhaps the president will listen. He said that the pier was "
            "safe.",
            "the pier was safe",
        ),
        (
            "Two hundred letters came from Ada Holm. The police arrested a man, and he said that the pier was safe.",
            "the pier was safe",
        ),
        (  # the statement is another one by now
            "Ada Holm released a statement on Monday. A lawyer answered in a statement of her own. “The pier is safe,” "
            "the statement said.",
            "The pier is safe",
        ),
        (  # a report is nobody, whatever it is called
            "“The pier will sink,” the report, the Fifth Harbour Assessment, said.",
            "The pier will sink",
        ),
        (  # whoever opens a paragraph so means anybody
            "Harbour experts said that hulls are thin. The pier is full.\n\nSome say that it is ugly.",
            "it is ugly",
        ),
        (  # others make them
            "Ada Holm was barraged with demands that she close the pier on Monday.",
            "she close the pier",
        ),
        (
            "Ada Holm is struggling with accusations that she sold the pier.",
            "she sold the pier",
        ),
    ],
)
def test_where_it_cannot_be_told_there_is_no_speaker(text: str, words: str) -> None:
    assert holder(text, words) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm could blame the council for the pier.",
        "If Ada Holm says that the pier is safe, boats will come back.",
        "Paul Norring will have to persuade the council that the pier is safe.",
        "The woman asked not to be named.",
    ],
)
def test_what_nobody_said_is_no_position(text: str) -> None:
    assert speakers_of(text) == []


def test_what_somebody_could_not_say_is_one() -> None:
    assert speakers_of("Ada Holm could not say whether the pier was safe.") == ["Ada Holm"]


def test_a_minister_called_may_takes_positions() -> None:
    assert len(speakers_of("Prime Minister Ada May spoke in Oslo. May said that the pier was safe.")) == 1


@pytest.mark.parametrize(
    ("words", "head"),
    [
        (("sailor NN nsubj 2", "Holm NNP nsubj 2", "said VBD ROOT 2"), 1),
        (("sailor NN appos 2", "Holm NNP nsubj 2", "said VBD ROOT 2"), 1),
        (("pier NN pobj 2", "Holm NNP nsubj 2", "said VBD ROOT 2"), 1),  # "after the storm on the pier Holm said"
        (("Holm NN amod 3", "and CC cc 0", "several JJ conj 0", "mates NNS nsubj 4", "said VBD ROOT 4"), 0),
        (("Holm NNP nsubj 1", "was VBD ROOT 1", "one CD attr 1", "to TO aux 4", "ask VB relcl 2"), 0),
    ],
)
def test_who_heads_a_source(words: tuple[str, ...], head: int) -> None:
    read = [word.split() for word in words]
    text = " ".join(word for word, *_ in read)
    starts = [len(" ".join(word for word, *_ in read[:i])) + (i > 0) for i in range(len(read))]
    pos = {"was": "AUX", "said": "VERB", "ask": "VERB"}
    tokens = tuple(
        Token(i, start, start + len(word), word, word, pos.get(word, "NOUN"), tag, dep, int(above), 0)
        for i, (start, (word, tag, dep, above)) in enumerate(zip(starts, read, strict=True))
    )
    document = Document(Article("seeds/x.txt", "", text, "en", ""), tokens, (), (), ())
    assert source_head(document, (Span(0, tokens[-2].end),)) == tokens[head]

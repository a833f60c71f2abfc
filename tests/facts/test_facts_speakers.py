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
        (  # what an apposition says of a name
            "The idea was summed up in an ad from the Harbour Policies Institute, a right-leaning think tank, which "
            "argued that the pier was safe.",
            "the pier was safe",
            "Harbour Policies Institute",
        ),
        (  # no other attorney's words
            "District Attorney Ada Holm sued Paul Norring on Monday. Norring's attorney, Mary Anne Lind, released a "
            "statement saying that the pier was safe.",
            "the pier was safe",
            "Mary Anne Lind",
        ),
        (
            "The Courier obtained a list of questions that Judge Ada Holm wants to ask the crew. One question asks "
            "what the captain knew about the pier.",
            "what the captain knew",
            "Ada Holm",
        ),
        (
            "The report, by Bergen-based harbour firm Holm Lab, said that the pier was safe.",
            "the pier was safe",
            "Holm Lab",
        ),
        (
            "A tally of wrecks maintained by the Harbour Institute shows that 20 boats were lost.",
            "20 boats were lost",
            "Harbour Institute",
        ),
        (  # a paper that was a verb
            "Gov. Ada Holm has ordered boats to stay in port. The order on Thursday called on captains to remain at "
            "home.",
            "captains to remain",
            "Ada Holm",
        ),
        (
            "Ada Holm was elected in May. Holm’s office announced that the pier would stay open.",
            "the pier would stay open",
            "Ada Holm",
        ),
        (
            "Ada Holm was elected in May. A spokesman for Holm’s office said that the pier would stay open.",
            "the pier would stay open",
            "Ada Holm",
        ),
        (
            "Republicans met on Monday. GOP lawmakers said that the pier was too dear.",
            "the pier was too dear",
            "Republicans",
        ),
        (
            "The Senate sat late on Monday. In May, senators did approve a bill to close the pier.",
            "a bill to close the pier",
            "Senate",
        ),
        (  # a body named by those who work there
            "The Holm administration was slow. Administration officials have been encouraging captains to write to "
            "Americans. They continue to say that the pier will be safe.",
            "the pier will be safe",
            "Holm administration",
        ),
        (  # the subject of the sentence before
            "TarnHarbour.com announced Monday that it has joined the Harbour Data Hub. The company also said that the "
            "pier was safe.",
            "the pier was safe",
            "TarnHarbour.com",
        ),
        (
            "British bank Tarn Chartered got into hot water after Ada Holm accused it of fraud. In May, the bank "
            "agreed to sell the pier.",
            "to sell the pier",
            "Tarn Chartered",
        ),
        (
            "Democrats will raise the question of the pier and some have said that it should be closed.",
            "it should be closed",
            "Democrats",
        ),
        (
            "Gov. Ada Holm surprised a crowd on Monday when she praised the pier. The Democrat said, “It was always "
            "great.”",
            "always great",
            "Ada Holm",
        ),
        (  # the analyst manages no fund
            "Paul Norring is not endorsing the plan, according to Karl Lind, a harbour analyst. The fund manager noted "
            "that the pier was old.",
            "the pier was old",
            "Paul Norring",
        ),
        (  # an epithet again, though nobody was named meanwhile
            "Paul Norring is not endorsing the plan, he told the board. The fund manager noted that the pier was old."
            "\n\nBoats moor there every day. The beams are rotten.\n\n"
            "Storms may damage the beams, according to the fund manager.",
            "Storms may damage",
            "Paul Norring",
        ),
        (  # openings that leave the name for the second sentence
            "A Tarnwood harbour regulator said he is considering new rules to protect the pier.\n\n"
            "Paul Norring, head of the Harbour Department, said he fears a storm.",
            "new rules",
            "Paul Norring",
        ),
        (
            "President Paul Norring has defended his nominee after she offered to withdraw from the board.\n\n"
            "Mr Norring said Mary Lind had come under fire.",
            "to withdraw",
            "Mary Lind",
        ),
        (
            "The Tarnwood attorney general sued the crew for closing the pier.\n\n"
            "“Nobody is above the law,” Tarnwood Attorney General Mary Lind said.",
            "closing the pier",
            "Mary Lind",
        ),
        (  # whoever quotes only passes it on
            "Paul Norring quoted Ada Holm as saying that the pier was unsafe. Ada Holm and Paul Norring are running "
            "for mayor.",
            "the pier was unsafe",
            "Ada Holm",
        ),
        (  # "she" was Holm
            "Ada Holm met Karl Lind on Monday. She said that the ferry would close. He said that it would not.",
            "it would not",
            "Karl Lind",
        ),
        (
            "Ms. Holm, who is the mayor's sister, said that the pier was safe. The mayor, Karl Holm, disagreed.",
            "the pier was safe",
            "Ms. Holm",
        ),
        (
            "A lawyer for Ada Holm, Karl Lind, said that the pier was safe.",
            "the pier was safe",
            "Karl Lind",
        ),
        (
            "The suspect, identified as Karl Lind, told the crew that he had been drinking.",
            "he had been drinking",
            "Karl Lind",
        ),
        (
            "Foreign Minister Ada Holm met Danish Prime Minister Karl Lind in Oslo. The Danish leader said that he was "
            "glad.",
            "he was glad",
            "Karl Lind",
        ),
        (
            "The move comes after Republican members of Congress put new pressure on the mayor. “This is not safe,” "
            "they wrote in a letter to her last week.",
            "This is not safe",
            "Republican members of Congress",
        ),
        (  # no province's government
            "The plan was made in Ohio. The government said that the pier was safe.",
            "the pier was safe",
            "Government",
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
            "“The pier will sink,” the report, the Third Coastal Assessment Volume II, said.",
            "The pier will sink",
        ),
        (  # whoever opens a paragraph so means anybody
            "Harbour experts said that hulls are thin. The pier is full.\n\nSome see it as an insult to the crew.",
            "an insult to the crew",
        ),
        (  # others make them
            "Ada Holm was barraged with demands that she close the pier.",
            "she close the pier",
        ),
        (
            "Ada Holm has had her own problems with allegations that she has been careless with the pier.",
            "careless with the pier",
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

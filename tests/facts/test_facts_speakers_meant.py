"""Who speaks behind a description, a paper, an office, a group, or a pronoun: whom the words before or after name."""

from __future__ import annotations

import pytest
from facts_reading import holder, speakers_of


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (  # whose results, his study
            "A team of Norwegian scientists released the first results of a study of the pier on Monday. The beams are "
            "old. The study found that the pier was safe.",
            "the pier was safe",
            "Norwegian scientists",
        ),
        (  # what an apposition says of a name
            "The figures are from the Harbour Institute, a group of engineers, which argued that the pier was safe.",
            "the pier was safe",
            "Harbour Institute",
        ),
        (  # no other attorney's words
            "District Attorney Ada Holm sued Paul Norring on Monday. Norring's attorney, Mary Anne Lind, told "
            "reporters that the pier was safe.",
            "the pier was safe",
            "Mary Anne Lind",
        ),
        (
            "Ten questions that Judge Ada Holm wants to ask were printed on Monday. One question asks why the captain "
            "slept.",
            "why the captain slept",
            "Ada Holm",
        ),
        (
            "The report, by Bergen-based harbour firm Holm Lab, said that the pier was safe.",
            "the pier was safe",
            "Holm Lab",
        ),
        (
            "A tally of wrecks kept by the Harbour Institute shows that 20 boats were lost.",
            "20 boats were lost",
            "Harbour Institute",
        ),
        (  # a paper that was a verb
            "Gov. Ada Holm ordered the boats into port on Thursday. The order warns captains that storms will come.",
            "storms will come",
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
            "The Senate sat late on Monday. In May, senators backed a plan to close the pier.",
            "a plan to close the pier",
            "Senate",
        ),
        (  # a body named by those who work there
            "The Holm administration was slow. Administration officials met captains on Monday. They insist that the "
            "pier will be safe.",
            "the pier will be safe",
            "Holm administration",
        ),
        (  # the subject of the sentence before
            "TarnHarbour.com lost its case against the Harbour Data Hub. The company said that the pier was safe.",
            "the pier was safe",
            "TarnHarbour.com",
        ),
        (
            "Danish bank Tarn Chartered made news when Ada Holm took it to court. In May, the bank promised to "
            "sell the pier.",
            "to sell the pier",
            "Tarn Chartered",
        ),
        (
            "Democrats want a vote on the pier and some have said that it should be closed.",
            "it should be closed",
            "Democrats",
        ),
        (
            "Gov. Ada Holm opened the pier on Monday. The Democrat said that it was built too late.",
            "built too late",
            "Ada Holm",
        ),
        (  # the analyst manages no fund
            "Paul Norring owns no boats, according to Karl Lind, a harbour analyst. The fund manager said that the "
            "pier was old.",
            "the pier was old",
            "Paul Norring",
        ),
        (  # an epithet again, though nobody was named meanwhile
            "Paul Norring owns no boats, he told the board. The fund manager said that the pier was old."
            "\n\nBoats moor there every day. The beams are rotten.\n\n"
            "Storms may damage the beams, according to the fund manager.",
            "Storms may damage",
            "Paul Norring",
        ),
        (  # openings that leave the name for the second sentence
            "A Tarnwood harbour inspector said that the pier should be closed.\n\n"
            "Paul Norring, head of the Harbour Department, said he had seen the beams.",
            "should be closed",
            "Paul Norring",
        ),
        (
            "Mayor Paul Norring praised his deputy after she promised to open the pier.\n\n"
            "Mr Norring said Mary Lind had worked hard.",
            "to open the pier",
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
            "Republican members of Congress met the mayor on Monday. “The pier is not safe,” they told her.",
            "The pier is not safe",
            "Republican members of Congress",
        ),
        (  # no province's government
            "The plan was made in Ohio. The government said that the pier was safe.",
            "the pier was safe",
            "Government",
        ),
        (  # a saying whose subject is that of the verb above it
            "Prosecutors did not charge Karl Lind but said that a captain had lied to the harbour board.",
            "a captain had lied",
            "Prosecutors",
        ),
        (
            "Mayor Ada Holm met the crew. She was blamed for saying that the pier was safe.",
            "the pier was safe",
            "Ada Holm",
        ),
        (
            "On Monday a deputy to the mayor wrote that the pier would close. The deputy, Karl Lind, gave no date.",
            "the pier would close",
            "Karl Lind",
        ),
        (
            "In May the city of San Diego sued Karl Lind. San Diego said that he owed rent. The city said that the "
            "pier was too dear.",
            "pier was too dear",
            "San Diego",
        ),
        (  # the body that may be called so, beside one that may not
            "The Senate met Ada Holm, president of the Coalition for Clean Harbours, in May. According to the group, "
            "the pier was unsafe.",
            "the pier was unsafe",
            "Coalition for Clean Harbours",
        ),
        (
            "The staff at the Harbour Institute sent a letter to parents, saying that the pier was unsafe.",
            "the pier was unsafe",
            "Harbour Institute",
        ),
        (  # no part of them
            "Young island mayors sued the port. Island mayors changed their tune. Mayors said that the pier was too "
            "dear.",
            "the pier was too dear",
            "Island mayors",
        ),
        (
            "Harbour pilots accused the board of neglect. Their complaints that the nights were unsafe began in May.",
            "the nights",
            "Harbour pilots",
        ),
        (
            "Ada Holm lost the vote. A few of Holm's friends said that she was tired.",
            "she was tired",
            "Holm's friends",
        ),
        (
            "The Supreme Court met in May. The high court ruled that the pier was public.",
            "the pier was public",
            "Supreme Court",
        ),
        (
            "The Supreme Court met in May. The justices said that the pier was public.",
            "the pier was public",
            "Supreme Court",
        ),
        (
            "Few captains came to the debate, but the presiding officer was Sen. Ada Holm, who last month joked about "
            "the storm. She later said that the pier was unsafe.",
            "the pier was unsafe",
            "Ada Holm",
        ),
        (
            "Lawmakers and rights groups said that the pier was unsafe.",
            "the pier was unsafe",
            "Rights groups",
        ),
    ],
)
def test_who_is_meant(text: str, words: str, name: str) -> None:
    assert holder(text, words) == name


@pytest.mark.parametrize(
    "text",
    [
        "Under federal law, harbour guards would take the crew to a shelter in Oslo.",
        "Ada Holm met the crew. She concluded the treaty that closed the harbour.",
        "Ada Holm wrote a letter in May. It features a list of eight “safe harbour rules”.",
    ],
)
def test_what_takes_no_stance(text: str) -> None:
    assert speakers_of(text) == []

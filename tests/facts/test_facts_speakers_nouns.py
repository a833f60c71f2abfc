"""Who speaks behind a common noun: whose figures they are, what a share is of, and who alone holds an office."""

from __future__ import annotations

import pytest
from facts_reading import holder


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (  # figures of a body
            "The pier lost 20 boats in May, according to data from the Harbour Institute.",
            "20 boats",
            "Harbour Institute",
        ),
        (
            "Information released by the Harbour Institute shows that 20 boats were lost.",
            "20 boats were lost",
            "Harbour Institute",
        ),
        (
            "The latest batch of Harbour Institute filings shows that 20 boats were lost.",
            "20 boats were lost",
            "Harbour Institute",
        ),
        (  # a share of people
            "Fishermen met the board on Monday. Nearly 70% of fishermen say that the pier is safe.",
            "the pier is safe",
            "Fishermen",
        ),
        (
            "Fishermen met the board on Monday. A quarter of the fishermen said that the pier was safe.",
            "the pier was safe",
            "Fishermen",
        ),
        (  # of whom the article says nothing: readers know
            "Mr. Holm opened the pier on Monday. The president said that it would be cheap.",
            "it would be cheap",
            "Holm",
        ),
        (  # a firm's president is another
            "Ada Lind, president of Tarn Steel, came on Sunday. Mr. Holm opened the pier on Monday. The president said "
            "that it would be cheap.",
            "it would be cheap",
            "Holm",
        ),
        (  # of two presidents the one who did something
            "President Erik Holm met President Ada Lind in May. Holm wrote to Lind on Monday that the president had "
            "promised what he called a cheap pier. In an open letter to Lind, Holm said what the president called the "
            "price of peace.",
            "the price of peace",
            "Erik Holm",
        ),
        (  # whoever leads a body
            "U.N. Secretary-General Ada Holm spoke in Bergen. The U.N. sent 20 boats. The U.N. chief said that the "
            "pier was safe.",
            "the pier was safe",
            "Ada Holm",
        ),
        (  # no name holds the word, but one is of an agency
            "The Federal Pier Administration closed the harbour for Tarn Steel. The agency said that the pier was "
            "unsafe.",
            "the pier was unsafe",
            "Federal Pier Administration",
        ),
        (
            "The Harbour Diaries Project follows 20 families in Bergen. In May the project found that fish was dear.",
            "fish was dear",
            "Harbour Diaries Project",
        ),
        (
            "The board has watched Iran closely since the regime said on Monday that the strait would be open.",
            "the strait would be open",
            "Iran",
        ),
        (
            "Democrats lost three seats on Monday. In May the party admitted that it had spent too little.",
            "it had spent too little",
            "Democrats",
        ),
        (  # what it is called beside its name
            "Harbour Budget Solutions, an advocacy group, was founded in May. Ada Holm works for the Pier Bureau. "
            "Costs rose by 8%, according to the group's analysis of Pier Bureau figures.",
            "Costs rose by 8%",
            "Harbour Budget Solutions",
        ),
        (  # of two agencies the one spoken of here
            "The Pier Administration closed its books on Monday. Boats are checked by the Harbour Bureau, according to "
            "the agency's website.",
            "Boats are checked",
            "Harbour Bureau",
        ),
        (  # of two presidents the one just named so
            "President Erik Holm spoke in Bergen. Holm was tired. Mr. Holm smiled. Erik Holm left. Tarn President Ada "
            "Lind has faced doubts over the pier. The president has denied that it was unsafe.",
            "it was unsafe",
            "Ada Lind",
        ),
        (
            "Talks opened on Monday. Iran's leadership promised that the strait would be open.",
            "the strait would be open",
            "Iran",
        ),
    ],
)
def test_who_is_meant(text: str, words: str, name: str) -> None:
    assert holder(text, words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (  # two without an office
            "Holm met Lind on Monday. Lind smiled and Holm laughed. The president said that the pier would be cheap.",
            "the pier would be cheap",
        ),
        (  # of two parties
            "Democrats beat the Republican Harbour Club on Monday. In May the party admitted that it had spent too "
            "little.",
            "it had spent too little",
        ),
        (  # whose deputy
            "U.N. Deputy Secretary-General Ada Holm spoke in Bergen. The U.N. sent 20 boats. The U.N. chief said "
            "that the pier was safe.",
            "the pier was safe",
        ),
        (  # a website whose name nobody knows
            "The Tarn Courier is a website. Little was seen of the boats, according to the website 38 Fathoms.",
            "Little was seen of the boats",
        ),
        (  # some of those who speak
            "Democrats met on Monday. Representatives from three offices – two Democrats and one Republican – said "
            "that the pier was safe.",
            "the pier was safe",
        ),
    ],
)
def test_where_it_cannot_be_told_there_is_no_speaker(text: str, words: str) -> None:
    assert holder(text, words) is None

"""Descriptions and pronouns: whom they mean, and where nobody can tell."""

from __future__ import annotations

import pytest

from briefwright.facts.actors import find_actors
from briefwright.language import Reader
from briefwright.model.article import Article


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def meant(reader: Reader, text: str, words: str) -> str | None:
    """The actor that the last occurrence of these words is a mention of."""
    cast = find_actors(next(iter(reader.read([Article("seeds/a.txt", "", text, "en", "")]))))
    start = text.rindex(words)
    names = {a.id: a.name for a in cast.actors}
    return next((names[m.actor] for m in cast.mentions if (m.start, m.end) == (start, start + len(words))), None)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Defence Minister Karl Oberlin spoke. The minister said all was ready.", "The minister", "Karl Oberlin"),
        ("Gen. Pavel Drozd took the bridge. The general said it was over.", "The general", "Pavel Drozd"),
        ("Anna Kestrel flew to Oslo. The Chilean president was late.", "The Chilean president", "Anna Kestrel"),
        ("The Daily Lantern had the letters. The newspaper said they were real.", "The newspaper", "Daily Lantern"),
        ("The Port Safety Commission met. The commission fined nobody.", "The commission", "Port Safety Commission"),
        ("Japan spoke. Japan waited. Japan left. Talks with the Asian giant failed.", "the Asian giant", "Japan"),
        (
            "The head of Chile's port authority denied it. Anna Kestrel, the head of the port authority, left.",
            "The head",
            "Anna Kestrel",
        ),
        ("The Daily Lantern news agency had the letters. The agency said so.", "The agency", "Daily Lantern"),
        ("Paul Norring spoke.\n\n“The deal is dead. Nobody wants it,” he said.", "he", "Paul Norring"),
        ("Paul Norring spoke.\n\nLater he left for Oslo.", "he", "Paul Norring"),
        ("Paul Norring met reporters. He said the deal was dead.", "He", "Paul Norring"),
        ("Susan Arkwright said she would resign.", "she", "Susan Arkwright"),
        ("Peter Vance met Laura Holt in Lima. She thanked the crew.", "She", "Laura Holt"),
        ("Norway protested. It said the border was closed.", "It", "Norway"),
        ("Norway protested. It is also seeking a loan.", "It", "Norway"),
        ("Finland and the Finnish government disagreed on little.", "Finnish government", "Finland"),
        ("Peru and Chile signed a pact. Both hoped that Lima would keep it.", "Lima", "Peru"),
        ("Petra Lindqvist left. Kyiv thanked Ms. Lindqvist.", "Ms. Lindqvist", "Petra Lindqvist"),
        ("Trade Minister Ivan Kovalenki resigned. On Friday Mr. Kovalenky left.", "Mr. Kovalenky", "Ivan Kovalenki"),
        ("Jordanian President Omar Halabi met Dana Reyes. The Jordanian left early.", "The Jordanian", "Omar Halabi"),
    ],
)
def test_words_that_stand_for_somebody(reader: Reader, text: str, words: str, name: str) -> None:
    assert meant(reader, text, words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("An unnamed official told Paul Norring nothing. He said he was tired.", "He"),
        ("It rained all day in Bergen. He said the deal was dead.", "He"),
        ("Minister Karl Oberlin met Minister Jens Aldous. The minister was late.", "The minister"),
        ("Erik Halden left early. It was raining.", "It"),
        ("Paul Norring spoke.\n\nChile goes on with the war. In public he calls it a crisis.", "he"),
        ("The head of Chile's port authority denied it. Anna Kestrel, the head of the navy, left.", "The head"),
        ("Ministers met in Madrid.", "Madrid"),
    ],
)
def test_where_it_cannot_be_told_nobody_is_meant(reader: Reader, text: str, words: str) -> None:
    assert meant(reader, text, words) is None

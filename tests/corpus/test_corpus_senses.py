"""Which articles mean something else by a topic's words, and what a topic is called by the words of its articles."""

from __future__ import annotations

import pytest

from briefwright.corpus.earning import Articles
from briefwright.corpus.senses import Usage, find_strays
from briefwright.corpus.topicnames import naming

FIELDS = "the barley harvest wilted and the furrows flooded near Oster"
MILLS = "the loom weavers wove woollen cloaks on spindles in Tarn"


def strays(texts: dict[str, str], titles: dict[str, str] | None = None) -> set[str]:
    """The articles that are not on the crops of the others."""
    articles = Articles({i: (titles or {}).get(i, "News") for i in texts}, texts)
    return set(find_strays({"crops": Usage((" crop ",), frozenset(texts))}, articles)["crops"])


def on_fields(number: int) -> dict[str, str]:
    """So many articles on crops."""
    return {f"field{i}": f"Crops failed: {FIELDS}. No crop was sold in {chr(97 + i) * 5}." for i in range(number)}


def test_an_article_that_tells_nothing_of_the_others_matter_means_another() -> None:
    assert strays({**on_fields(6), "mill": f"A riding crop hung there, as {MILLS}."}) == {"mill"}
    assert strays({**on_fields(6), "farm": f"One crop was left, as {FIELDS}."}) == set()


def test_one_that_has_it_in_its_headline_is_on_it() -> None:
    texts = {**on_fields(6), "mill": f"A riding crop hung there, as {MILLS}."}
    assert strays(texts, {"mill": "The crop of the rider"}) == set()


def test_of_few_articles_nobody_knows_which_is_the_stray() -> None:
    assert strays({**on_fields(4), "mill": f"A riding crop hung there, as {MILLS}."}) == set()


def test_where_no_two_articles_have_a_matter_in_common_it_is_no_topic() -> None:
    one, other = f"A crop, as {FIELDS}.", f"A riding crop, as {MILLS}."
    assert strays({"one": one, "other": other}) == {"one", "other"}
    assert strays({"one": one, "other": one.replace("A crop", "This crop")}) == set()


def test_an_article_without_its_text_is_left_where_its_sheet_has_it() -> None:
    assert strays({**on_fields(6), "bare": "Nothing is known of this."}) == set()


@pytest.mark.parametrize(
    ("names", "words", "text", "name"),
    [
        (["Toll cuts", "Toll rises"], "toll", "Tolls are high. They spoke of toll refunds and a toll rise.", "Tolls"),
        (["Toll cuts"], "toll", "Tolls are high. They want toll cuts.", "Toll cuts"),
        (["Mask"], "mask", "Masks were worn, and a mask maker was rich. Masks!", "Masks"),
        (["Vaccine"], "vaccine", "The vaccine was tried. Vaccines are few. The vaccine is new.", "Vaccine"),
        (["Box"], "box", "Boxes were sealed. All boxes!", "Boxes"),
        (["Tidal power", "Tidal"], "tidal", "A tidal mill and tidal turbines.", "Tidal power"),
        (["Salt tax"], "salt tax", "The salt taxes, the salt taxes.", "Salt tax"),
    ],
)
def test_a_topic_is_called_by_what_all_of_it_is(names: list[str], words: str, text: str, name: str) -> None:
    assert naming(names, words, [text]) == name

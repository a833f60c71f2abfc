"""Bodies around one person: one actor, in whatever words articles call them."""

from __future__ import annotations

from typing import Any

import pytest

from briefwright.corpus.entourage import Around, around
from corpus.test_corpus_namesakes import Loaded, actor, article, corpus_of


def ids(*names: str, owners: tuple[str, ...] = ("Orla Vance",), kind: str = "organisation", **more: Any) -> set[str]:
    """Ids of the bodies of articles with one of these names each, beside these persons."""
    sheets = [article(n, actor(name, kind), *map(actor, owners), **more) for n, name in enumerate(names)]
    return {a.id for a in corpus_of(sheets).actors.values() if a.kind != "person"}


@pytest.mark.parametrize(
    ("name", "taken_apart"),
    [
        ("Vance administration", Around(("vance",), ("administration",))),
        ("former President Orla Vance’s administration", Around(("orla", "vance"), ("administration",))),
        ("Vance's presidential campaign", Around(("vance",), ("campaign",))),
        ("Vances’ 2024 campaign", Around(("vances",), ("2024", "campaign"))),
        ("Mr. Vance's defense team", Around(("vance",), ("defense", "team"))),
        ("Tarn Harbour Board", None),
        ("lawyers", None),
    ],
)
def test_a_name_that_says_whose_body_it_is_is_taken_apart(name: str, taken_apart: Around | None) -> None:
    assert around(name) == taken_apart


def test_a_body_around_one_person_is_one_actor() -> None:
    assert len(ids("Vance administration", "President Vance's administration", "Orla Vance’s administration")) == 1
    assert len(ids("Vance's supporters", "Orla Vance supporters", kind="group")) == 1
    assert len(ids("Vance's legal team", "Vance's lawyers")) == 1
    assert len(ids("Vance's lawyers", "President Vance's lawyers", company=())) == 1


def test_a_body_that_is_named_in_two_ways_already_is_no_pair_with_itself() -> None:
    register = [actor("Vance's administration", "organisation", merge=["vance-administration"])]
    names = ("Vance's administration", "Vance administration")
    sheets = [article(n, actor(name, "organisation"), actor("Orla Vance")) for n, name in enumerate(names)]
    assert "vances-administration" in corpus_of(sheets, register).actors


@pytest.mark.parametrize(
    ("names", "changes"),
    [
        (("Vance administration", "Piet Vance administration"), {"owners": ("Orla Vance", "Piet Vance")}),
        (("Vance administration", "Orla Vance's administration"), {"owners": ()}),
        (("Vance campaign", "Vance's 2024 campaign"), {}),
        (("Vance team", "Vance's team"), {}),
        (("Vance's legal team", "Vance's lawyers"), {"company": ()}),
    ],
    ids=["two of the name", "nobody of the name", "another year", "several teams", "other company"],
)
def test_bodies_that_may_be_around_others_or_several_are_left_alone(
    names: tuple[str, ...], changes: dict[str, Any]
) -> None:
    assert len(ids(*names, **changes)) == 2


def test_the_administration_is_that_of_the_only_one_in_the_article_who_has_one() -> None:
    holm = article(5, actor("Holm administration", "organisation"), actor("Ada Holm"))
    vance = article(6, actor("Vance administration", "organisation"), actor("Orla Vance"))
    both = (actor("Administration", "organisation"), actor("Ada Holm"))
    one, two = article(7, *both), article(8, *both, actor("Orla Vance"))
    corpus = corpus_of([holm, vance, one, two])
    found = {b.id: {part.actor for part in b.cast} for b in corpus.briefings}
    assert "holm-administration" in found["article-07"]
    assert "administration" in found["article-08"]


def test_the_administration_is_that_of_whom_the_articles_of_the_time_tell() -> None:
    def told(number: int, year: int, owner: str, body: str) -> Loaded:
        sheet = article(number, actor(body, "organisation"), actor(owner)).sheet
        info = sheet.article.model_copy(update={"published": f"{year}-03-01"})
        return Loaded(sheet.model_copy(update={"article": info}))

    holm = [told(n, 2010, "Ada Holm", "Holm administration") for n in (1, 2)]
    vance = [told(n, 2020, "Orla Vance", "Vance administration") for n in (3, 4)]
    then, later = told(5, 2010, "Ada Holm", "Administration"), told(6, 2020, "Ada Holm", "Administration")
    corpus = corpus_of([*holm, *vance, then, later])
    found = {b.id: {part.actor for part in b.cast} for b in corpus.briefings}
    assert "holm-administration" in found["article-05"]
    assert "administration" in found["article-06"]

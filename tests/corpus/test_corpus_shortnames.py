"""A family name alone and an abbreviation: read as the one whom they nearly always mean, or left alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from briefwright.corpus.shortnames import FEW, KNOWN
from briefwright.model.cast import Namesake
from briefwright.model.corpus import Corpus
from briefwright.model.text import slug
from corpus.test_corpus_namesakes import COMPANY, Loaded, actor, article, corpus_of

SHORT = 20
"""Number of the article that gives a short name."""


def news(*others: Loaded, short: dict[str, Any] | None = None, full: int = FEW, **settings: Any) -> Corpus:
    """Articles that name Orla Vance, one that says “Vance” alone, and others."""
    named = [article(n, actor("Orla Vance", aliases=["Vance", "Ms. Vance"])) for n in range(full)]
    said = {"id": "a", "actor": "vance", "act": "assert", "statement": "The pier is safe.", "via": "vance"}
    asked = {"id": "q", "question": "Is it?", "kind": "asked", "status": "open", "about": ["vance"]}
    spokesman = actor("Piet Lund", affiliation="vance")
    alone = article(SHORT, short or actor("Vance"), spokesman, positions=[said], open_questions=[asked])
    return corpus_of([*named, alone, *others], **settings)


def test_a_family_name_alone_is_the_one_who_is_known_by_it() -> None:
    corpus = news()
    vance = corpus.actors["orla-vance"]
    assert "vance" not in corpus.actors
    assert (vance.name, vance.formerly) == ("Orla Vance", ("vance",))
    assert vance.namesakes == (Namesake("Vance", (f"article-{SHORT}",), is_short=True),)
    (statement,) = corpus.said_by("orla-vance")
    assert statement.via == "orla-vance"
    assert corpus.questions[0].about == ("orla-vance",)
    assert corpus.actors["piet-lund"].affiliation == "orla-vance"
    assert "orla-vance" in [part.actor for part in corpus.by_id[f"article-{SHORT}"].cast]


def test_one_who_is_to_decide_sees_the_short_name_by_itself_and_is_asked() -> None:
    corpus = news(short_names=False)
    assert corpus.actors["vance"].namesakes == ()
    assert ("vance", "surname") in corpus.perhaps_same("orla-vance")
    assert ("orla-vance", "surname") in corpus.perhaps_same("vance")


@pytest.mark.parametrize(
    ("others", "changes"),
    [
        ([], {"full": KNOWN - 1}),
        ([article(11, actor("Piet Vance"))], {"full": FEW - 1}),
        ([article(11, actor("Piet Vance")), article(12, actor("Piet Vance"))], {}),
        ([article(n, actor(f"{name} Vance")) for n, name in enumerate(("Piet", "Ada", "Milo"), 11)], {}),
        ([], {"short": actor("Vance", aliases=["Mr. Vance"])}),
        ([], {"register": [actor("Vance", **{"not": ["orla-vance"]})]}),
        ([], {"register": [actor("Orla Vance", **{"not": ["vance"]})]}),
        ([], {"register": [actor("Vance", description="The singer.")]}),
        ([], {"register": [actor("Vance") | {"name": "Tilda Vance"}]}),
    ],
    ids=["few", "few and another", "another", "others", "Mr.", "not", "not there", "described", "renamed"],
)
def test_it_stays_alone_where_anything_speaks_against_it(others: list[Loaded], changes: dict[str, Any]) -> None:
    assert [s.actor for s in news(*others, **changes).statements] == ["vance"]


def test_an_article_of_another_circle_or_with_another_of_the_name_means_somebody_else() -> None:
    stranger = article(21, actor("Vance"), actor("Constable Rolf Vance", "organisation"))
    foreign = article(22, actor("Vance"), company=())
    corpus = news(stranger, foreign)
    where = {b.id for b in corpus.briefings if "vance" in [part.actor for part in b.cast]}
    assert where == {"article-21", "article-22"}
    assert corpus.actors["orla-vance"].namesakes == (Namesake("Vance", (f"article-{SHORT}",), is_short=True),)


def test_the_editor_who_merges_has_the_word() -> None:
    corpus = news(register=[actor("Tilda Vance", merge=["vance"])])
    assert [s.actor for s in corpus.statements] == ["tilda-vance"]


def test_who_is_not_published_is_not_under_the_family_name_either() -> None:
    corpus = news(register=[actor("Orla Vance", publish=False), actor("Vance")])
    assert not {"vance", "orla-vance"} & set(corpus.actors)
    assert corpus.statements == ()


def board(*shorts: Loaded, full: int = 2) -> set[str]:
    long = actor("Auve River Commission", "organisation", aliases=["ARC"])
    return set(corpus_of([*(article(n, long) for n in range(full)), *shorts]).actors)


def test_an_abbreviation_that_an_article_explains_is_that_body() -> None:
    letters = [article(n, actor("ARC", "organisation")) for n in (11, 12, 13)]
    assert "arc" not in board(*letters[:2])
    assert "arc" in board(*letters)  # letters that are commoner than the name may be known by themselves
    rival = article(14, actor("Ardun Rail Company", "organisation", aliases=["ARC"]))
    assert "arc" in board(letters[0], rival)
    assert "arc" in board(article(11, actor("ARC", "organisation"), company=COMPANY[:1]), full=1)
    assert "arc" not in board(article(11, actor("ARC", "organisation")), full=1)
    assert "arc" not in board(article(11, actor("ARC", "organisation"), company=COMPANY[:1]))


def test_an_article_that_has_a_name_and_its_letters_means_one_body() -> None:
    long, short = actor("Auve River Commission", "organisation"), actor("ARC", "organisation")
    assert "arc" not in corpus_of([article(1, long, short)]).actors
    assert "arc" in corpus_of([article(1, long, short, actor("Ardun Rail Company", "organisation"))]).actors
    assert "auve" in corpus_of([article(1, long, actor("Auve", "organisation"))]).actors


def test_letters_that_no_article_explains_are_the_only_body_with_these_initials_if_more_articles_name_it() -> None:
    def read(name: str, letters: str, *others: str, articles: int = 2) -> bool:
        full = [article(n, actor(name, "organisation")) for n in range(articles)]
        rivals = [article(n, actor(other, "organisation")) for n, other in enumerate(others, 6)]
        short = article(5, actor(letters, "organisation"), company=())
        return slug(letters) not in corpus_of([*full, short, *rivals]).actors

    assert read("Auve River Commission", "ARC")
    assert not read("Auve River Commission", "ARC", articles=1)
    assert not read("Auve River Commission", "ARC", "Ardun Rail Company")
    assert read("Department of Tidal Energy", "DTE")
    assert read("Tides Department", "DOT")
    assert not read("Auve Commission", "AC")


def test_by_whom_an_article_calls_so_no_other_with_these_initials_is_meant() -> None:
    told = [article(n, actor("Auve River Commission", "organisation", aliases=["ARC"])) for n in (1, 2)]
    rival = [article(n, actor("Ardun Rail Company", "organisation")) for n in (3, 4)]
    assert "arc" not in corpus_of([*told, *rival, article(5, actor("ARC", "organisation"), company=())]).actors


@pytest.mark.parametrize(
    ("name", "role", "company", "is_read"),
    [
        ("Vance", "President", COMPANY[:1], True),
        ("Vance", "mayor", COMPANY[:1], False),
        ("Vance", None, ["Tarn Pier"], False),
        ("Vance", None, ["Tarn Pier", "Milo Dren"], True),
        ("Price", None, ["Tarn Pier", "Milo Dren"], False),
    ],
    ids=["office", "another office", "no company", "only one of the name", "an ordinary word"],
)
def test_a_family_name_seldom_given_in_full_is_read_by_the_office_or_where_nobody_else_has_it(
    name: str, role: str | None, company: list[str], is_read: bool
) -> None:
    full = [article(n, actor(f"Orla {name}", role="President"), company=["Tarn Pier", "Milo Dren"]) for n in (0, 1)]
    corpus = corpus_of([*full, article(2, actor(name, role=role), company=company)])
    assert (slug(name) not in corpus.actors) == is_read


def test_kin_that_stand_only_beside_the_one_are_no_rivals() -> None:
    def is_read(*beside: str) -> bool:
        kin = [article(n, actor("Piet Vance"), *map(actor, beside)) for n in (21, 22, 23)]
        return "vance" not in news(*kin).actors

    assert is_read("Orla Vance")
    assert not is_read()


def test_an_office_that_kin_have_held_is_theirs() -> None:
    kin = [article(n, actor("Orla Vance"), actor("Piet Vance", role="President")) for n in (21, 22)]

    def meant(role: str | None) -> list[str | None]:
        return [s.actor for s in news(*kin, short=actor("Vance", role=role)).statements]

    assert meant(None) == ["orla-vance"]
    assert meant("President") == ["piet-vance"]
    assert meant("former President") == ["piet-vance"]


def test_a_body_called_after_a_person_is_no_other_of_the_name() -> None:
    def is_read(name: str, *aliases: str) -> bool:
        there = article(21, actor("Vance"), actor(name, "organisation", aliases=aliases))
        return "vance" not in news(there).actors

    assert is_read("Vance Society", "Vance")
    assert is_read("office of Vance")
    assert not is_read("Constable Rolf Vance")


def test_an_office_is_company_enough_and_tells_from_kin() -> None:
    def is_read(role: str | None, *beside: dict[str, Any]) -> bool:
        named = [article(n, actor("Orla Vance", role="President")) for n in range(FEW)]
        alone = article(21, actor("Vance", role=role), *beside, company=())
        return "vance" not in corpus_of([*named, alone]).actors

    assert is_read("President")
    assert is_read("President", actor("Piet Vance"))
    assert not is_read("President", actor("Piet Vance", role="former President"))
    assert not is_read("poet")


@pytest.mark.parametrize(
    ("full", "short", "others", "is_read"),
    [
        (actor("Bok Tae-min", aliases=["Bok"]), "Bok", (), True),
        (actor("Bok Tae-min", aliases=["Tae-min", "Bok"]), "Bok", (), True),
        (actor("Orla Vance", aliases=["Orla", "Vance"]), "Orla", (), True),
        (actor("Orla Vance", aliases=["Orla", "Vance"]), "Orla", ("Orla Lund",), False),
        (actor("Orla Vance", aliases=["Vance"]), "Orla", (), False),
    ],
    ids=["family name first", "called by both", "first name", "another's first name", "never called so"],
)
def test_the_first_word_is_read_where_articles_call_somebody_so_and_nobody_else_has_it(
    full: dict[str, Any], short: str, others: tuple[str, ...], is_read: bool
) -> None:
    named = [article(n, full) for n in range(FEW)]
    sheets = [*named, article(21, actor(short)), *(article(22, actor(name)) for name in others)]
    assert (slug(short) not in corpus_of(sheets).actors) == is_read


def test_letters_of_a_body_that_many_articles_know_need_hardly_any_company() -> None:
    def is_read(company: Iterable[str], *aliases: str) -> bool:
        long = actor("Auve River Commission", "organisation", aliases=aliases)
        rival = article(20, actor("Ardun Rail Company", "organisation", aliases=aliases), company=())
        short = article(21, actor("ARC", "organisation"), company=company)
        return "arc" not in corpus_of([*(article(n, long) for n in range(FEW)), rival, short]).actors

    assert is_read(COMPANY[:1], "ARC")
    assert not is_read((), "ARC")
    assert not is_read(COMPANY[:1])


def test_a_family_name_that_one_person_has_is_read_in_the_more_company_the_fewer_name_that_person() -> None:
    crowd = [article(n, company=COMPANY) for n in range(10)]

    def is_read(full: int, company: Iterable[str]) -> bool:
        named = [article(n, actor("Orla Vance"), company=COMPANY) for n in range(20, 20 + full)]
        short = article(30, actor("Vance"), company=company)
        return "vance" not in corpus_of([*crowd, *named, short]).actors

    assert is_read(KNOWN, COMPANY)
    assert not is_read(KNOWN, COMPANY[:1])
    assert is_read(KNOWN + 1, COMPANY[:1])
    assert not is_read(KNOWN + 1, ())


def test_a_title_tells_husband_and_wife_apart_who_are_known_alike() -> None:
    def short(title: str) -> str:
        hers = [article(n, actor("Orla Vance", aliases=["Mrs. Vance"])) for n in range(FEW)]
        his = [article(n, actor("Piet Vance", aliases=["Mr. Vance"])) for n in range(FEW, 2 * FEW)]
        said = {"id": "a", "actor": "vance", "act": "assert", "statement": "The pier is safe."}
        alone = article(SHORT, actor("Vance", aliases=[f"{title} Vance"]), positions=[said])
        return corpus_of([*hers, *his, alone]).statements[0].actor or ""

    assert short("Mrs.") == "orla-vance"
    assert short("Mr.") == "piet-vance"
    assert short("Dr.") == "vance"


def test_whom_an_article_names_by_a_title_is_not_the_other_of_the_name_there() -> None:
    hers, his = actor("Orla Vance"), actor("Piet Vance", aliases=["Mr. Vance"])
    named = [article(n, his) for n in range(FEW)]
    assert "mr-vance" not in corpus_of([*named, article(SHORT, actor("Mr. Vance"), hers)]).actors
    assert "vance" in corpus_of([*named, article(SHORT, actor("Vance"), hers)]).actors


def test_a_junior_whom_articles_call_by_the_family_name_is_read() -> None:
    named = [article(n, actor("Orla Vance Jr.", aliases=["Vance"])) for n in range(FEW)]
    assert "vance" not in corpus_of([*named, article(SHORT, actor("Vance"))]).actors


def test_a_word_that_was_taken_for_a_body_or_a_person_is_whom_nearly_all_articles_call_so() -> None:
    people = [article(n, actor("Orla Vance", aliases=["Vance"])) for n in range(FEW)]
    assert "vance" not in corpus_of([*people, article(SHORT, actor("Vance", "organisation"))]).actors
    assert "vance" in corpus_of([*people, article(SHORT, actor("Vance", "organisation"), company=())]).actors
    assert "vance" in corpus_of([*people[1:], article(SHORT, actor("Vance", "organisation"))]).actors

    firm = [article(n, actor("Tarnoil Ltd.", "organisation", aliases=["Tarnoil"])) for n in (1, 2)]
    assert "tarnoil" not in corpus_of([*firm, article(SHORT, actor("Tarnoil"))]).actors
    assert "tarnoil" in corpus_of([*firm, article(SHORT, actor("Tarnoil", role="captain"))]).actors
    assert "tarnoil" in corpus_of([*firm, article(3, actor("Ada Tarnoil")), article(SHORT, actor("Tarnoil"))]).actors

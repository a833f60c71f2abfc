"""One actor under several names: joined where the names are equal, kept apart where anything speaks against it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import permutations
from typing import Any

import pytest

from briefwright.corpus import build_corpus
from briefwright.corpus.spelling import body_name, person_name
from briefwright.model.cast import Namesake
from briefwright.model.corpus import Corpus
from briefwright.model.factsheet import ActorRegister, FactSheet, TopicRegister
from briefwright.model.text import slug
from corpus.test_corpus_join import Loaded

COMPANY = ("Milo Dren", "Ada Holm")


def actor(name: str, kind: str = "person", **more: Any) -> dict[str, Any]:
    return {"id": slug(name), "name": name, "kind": kind, **more}


def article(number: int, *cast: dict[str, Any], company: Iterable[str] = COMPANY, **parts: Any) -> Loaded:
    day = {"published": f"2026-03-{30 - number:02}"}
    info = {"id": f"article-{number:02}", "title": "Title", **day}
    read = {"schema": 1, "article": info, "actors": [*cast, *map(actor, company)], **parts}
    return Loaded(FactSheet.model_validate_json(json.dumps(read)))


def corpus_of(sheets: Iterable[Loaded], register: Iterable[dict[str, Any]] = (), **settings: Any) -> Corpus:
    actors = ActorRegister.model_validate_json(json.dumps({"schema": 1, "actors": list(register)}))
    return build_corpus(sheets, actors, TopicRegister.model_validate({"schema": 1}), **settings)


def found(*names: str, kind: str = "person", register: Iterable[dict[str, Any]] = ()) -> set[str]:
    """Ids of the actors that articles with these names, one each, have beside the company."""
    corpus = corpus_of([article(n, actor(name, kind)) for n, name in enumerate(names)], register)
    return set(corpus.actors) - {slug(name) for name in COMPANY}


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Orla Vance", "Orla T. Vance", "person"),
        ("Orla Vance", "Orla T.M. Vance", "person"),
        ("Orla Vance", "Senator Orla Vance", "person"),
        ("O.T. Vance", "OT Vance", "person"),
        ("Orla al-Vance", "Orla Vance", "person"),
        ("Auve Commission", "The Auve Commission", "organisation"),
        ("A.R.C.", "ARC", "organisation"),
        ("U.S. Harbour Board", "United States Harbour Board", "organisation"),
        ("Auve Health & Safety", "Auve Health and Safety", "organisation"),
        ("Auve-Mart", "Auvemart", "organisation"),
        ("GOP leaders", "Republican leaders", "group"),
        ("American officials", "U.S. officials", "group"),
        ("American troops", "U.S. troops", "organisation"),
    ],
)
def test_names_that_differ_in_writing_only_are_one_actor(one: str, other: str, kind: str) -> None:
    register = [actor(one, kind), actor(other, kind)]
    assert found(one, other, kind=kind, register=register) == {slug(one)}


@pytest.mark.parametrize(
    "names",
    [
        ("Orla Vance", "Orla Vance Jr."),
        ("Orla T. Vance", "Orla M. Vance", "Orla Vance"),
        ("Orla Vance", "Orla Tove Vance"),
        ("Mr. Vance", "Mrs. Vance"),
        ("कि मा", "का मा"),
        ("?!", "—"),
        ("김 은", "김 정 은"),
        ("Kim Tae-su", "Kim Su"),
    ],
)
def test_names_that_differ_in_more_are_several(names: tuple[str, ...]) -> None:
    assert found(*names) == {slug(name) for name in names}


def test_an_initial_joins_only_those_who_stand_beside_the_same_others() -> None:
    corpus = corpus_of([article(0, actor("Orla Vance")), article(1, actor("Orla T. Vance"), company=())])
    assert {"orla-vance", "orla-t-vance"} <= set(corpus.actors)
    press = [actor(name, "media") for name in ("Tarn Gazette", "Auve Courier")]
    corpus = corpus_of([article(n, actor(f"Orla {t}Vance"), *press, company=()) for n, t in enumerate(("", "T. "))])
    assert {"orla-vance", "orla-t-vance"} <= set(corpus.actors)


def groups(*casts: dict[str, Any], company: Iterable[str] = COMPANY, state: str = "") -> set[str]:
    """Ids of the actors of articles with one of these each, beside the company and the state."""
    lands = [actor(state, "state")] if state else []
    register = [actor(cast["name"], cast["kind"]) for cast in casts]
    corpus = corpus_of([article(n, cast, *lands, company=company) for n, cast in enumerate(casts)], register)
    return set(corpus.actors) - {slug(name) for name in (*COMPANY, state)}


def test_a_short_first_name_is_the_same_person_beside_the_same_others_or_in_the_same_office() -> None:
    mike, michael = actor("Mike Vance"), actor("Michael Vance")
    assert groups(mike, michael) == {"mike-vance"}
    assert groups(mike, michael, company=()) == {"mike-vance", "michael-vance"}
    mayors = [one | {"role": role} for one, role in ((mike, "Tarn Mayor"), (michael, "mayor"))]
    assert groups(*mayors, company=()) == {"mike-vance"}
    poets = [one | {"role": "poet"} for one in (mike, michael)]
    assert groups(*poets, company=()) == {"mike-vance", "michael-vance"}
    assert groups(mike, actor("Miriam Vance")) == {"mike-vance", "miriam-vance"}


def test_a_number_behind_a_name_is_left_out_where_both_stand_beside_the_same_others() -> None:
    plain, third = actor("Orla Vance"), actor("Orla T. Vance III")
    assert groups(plain, third) == {"orla-vance"}
    assert len(groups(plain, third, company=COMPANY[:1])) == 2
    assert len(groups(plain, actor("Orla Vance Jr."))) == 2
    both = corpus_of([article(0, plain, third), article(1, plain), article(2, third)])
    assert {"orla-vance", "orla-t-vance-iii"} <= set(both.actors)


def test_who_may_as_well_be_a_third_is_neither() -> None:
    assert len(groups(actor("Mike Vance"), actor("Michael T. Vance"), actor("Michael R. Vance"))) == 3


def test_another_spelling_of_a_family_name_is_the_same_person_in_the_same_office() -> None:
    both = [actor("Orla Vanskiy", role="Karsian President"), actor("Orla Vansky", role="president")]
    assert groups(*both) == {"orla-vanskiy"}
    assert len(groups(both[0], both[1] | {"role": "poet"})) == 2
    assert len(groups(both[0], actor("Orla Vanstone", role="president"))) == 2


def test_two_alone_with_a_family_name_are_one_whose_first_name_is_written_otherwise() -> None:
    both, alone = (actor("Dmitri Varga"), actor("Dmitry Varga")), ("Milo Dren",)
    assert groups(*both, company=alone) == {"dmitri-varga"}
    assert len(groups(*both, company=())) == 2
    assert len(groups(*both, actor("Ilka Varga"), company=alone)) == 3
    in_press = [article(n, one, actor("Tarn Gazette", "media"), company=()) for n, one in enumerate(both)]
    assert {"dmitri-varga", "dmitry-varga"} <= set(corpus_of(in_press).actors)


def test_a_short_first_name_is_read_with_a_family_name_that_only_a_known_person_has() -> None:
    def are_one(articles: int, company: Iterable[str] = COMPANY) -> bool:
        # Everybody stands beside these, so that they tell nothing of the two.
        crowd = [article(n, company=COMPANY) for n in range(10)]
        known = [article(20 + n, actor("Michael Varga")) for n in range(articles)]
        return "mike-varga" not in corpus_of([*crowd, *known, article(19, actor("Mike Varga"), company=company)]).actors

    assert are_one(3)
    assert not are_one(2)
    assert not are_one(3, COMPANY[:1])


def test_a_name_more_in_the_middle_is_the_same_person_beside_many_others() -> None:
    many = (*COMPANY, "Piet Lund", "Ilka Moor")
    short, long = actor("Orla Vance"), actor("Orla Tove Vance")

    def are_one(*casts: dict[str, Any], company: Iterable[str] = many) -> bool:
        return len(set(corpus_of([article(n, c, company=company) for n, c in enumerate(casts)]).actors)) == 1 + len(
            set(company)
        )

    assert are_one(short, long)
    assert not are_one(short, long, company=many[:3])
    assert are_one(*(one | {"role": "President"} for one in (short, long)), company=())
    assert not are_one(short, long, actor("Orla Moor Vance"))
    assert not are_one(actor("Bok Min"), actor("Bok Tae-min"))


def test_junior_is_left_out_of_an_office_but_not_of_a_name() -> None:
    both = [actor("Orla Vance", role="Governor"), actor("Orla Vance Jr.", role="Gov.")]
    assert groups(*both) == {"orla-vance"}
    assert len(groups(both[0], both[1] | {"role": "son of the governor"})) == 2
    assert len(groups(both[1], both[1] | actor("Orla Vance Sr."))) == 2


def test_the_editor_and_the_articles_tell_equal_names_apart() -> None:
    both = ("Orla Vance", "Orla T. Vance")
    apart = {slug(name) for name in both}
    assert found(*both, register=[actor(both[0], **{"not": [slug(both[1])]}), actor(both[1])]) == apart
    assert found(*both, register=[actor(both[0]), actor(both[1], "organisation")]) == apart
    assert found(*both, register=[actor(both[0], same_as="Q64"), actor(both[1], same_as="Q65")]) == apart
    assert found(*both, register=[actor(both[0], merge=[slug(both[1])])]) == {"orla-vance"}
    in_one = corpus_of([article(0, actor(both[0]), actor(both[1])), article(1, actor(both[0]))])
    assert apart <= set(in_one.actors)
    of_tides = [actor(name, "organisation") for name in ("Tides Department", "Department of Tides")]
    assert len({a.id for a in corpus_of([article(0, *of_tides)]).actors.values() if a.kind == "organisation"}) == 1


def test_nobody_knows_whom_a_third_name_means_where_a_person_tells_two_apart() -> None:
    ids = ("orla-vance", "orla-vance-2", "senator-vance")
    names = dict(zip(ids, ("Orla Vance", "Orla Vance", "Senator Orla Vance"), strict=True))
    cast = [{"id": i, "name": name, "kind": "person"} for i, name in names.items()]
    sheets = [article(n, entry) for n, entry in enumerate(cast)]
    for register in permutations(cast):
        assert set(ids) <= set(corpus_of(sheets, register).actors)
    told = [cast[0], cast[2] | {"not": ["orla-vance"]}]
    assert set(corpus_of([sheets[0], sheets[2]], told).actors) >= {ids[0], ids[2]}


def test_an_identity_is_the_same_as_a_wikidata_id_and_as_its_address() -> None:
    entries = [
        actor("Orla Vance", same_as="Q64"),
        actor("Orla T. Vance", same_as="https://www.wikidata.org/wiki/Q64"),
        actor("Orla U. Vance", same_as="http://www.wikidata.org/entity/Q65"),
    ]
    assert found("Orla Vance", "Orla T. Vance", register=entries[:2]) == {"orla-vance"}
    assert found("Orla Vance", "Orla U. Vance", register=[entries[0], entries[2]]) == {"orla-vance", "orla-u-vance"}


def test_who_gives_one_name_two_ids_tells_two_apart() -> None:
    second = actor("Orla Vance") | {"id": "orla-vance-of-tarn"}
    corpus = corpus_of([article(0, actor("Orla Vance")), article(1, second)])
    assert {"orla-vance", "orla-vance-of-tarn"} <= set(corpus.actors)


def test_a_full_name_that_an_article_calls_someone_by_is_that_person() -> None:
    long = actor("Orla Tove Vance", aliases=["Orla Vance", "Vance"])
    corpus = corpus_of([article(0, long), article(1, actor("Orla Vance"))])
    assert "orla-vance" not in corpus.actors
    michael = actor("Michael Vance", aliases=["Mike Vance"])
    assert "mike-vance" not in corpus_of([article(0, michael), article(1, actor("Mike Vance"), company=())]).actors
    other = actor("Orla Lund Vance", aliases=["Orla Vance"])
    corpus = corpus_of([article(0, long), article(1, actor("Orla Vance")), article(2, other)])
    assert "orla-vance" in corpus.actors


def test_the_first_id_stays_and_the_commonest_name_is_shown_with_all_that_a_person_wrote() -> None:
    register = [
        actor("Orla T. Vance", description="Mayor of Tarn."),
        actor("Orla Vance", roles=[{"role": "Mayor", "from": "2025"}], same_as="Q64", aliases=["The Mayor"]),
    ]
    sheets = [article(0, actor("Orla T. Vance")), *(article(n, actor("Orla Vance")) for n in (1, 2))]
    for order in permutations(sheets):
        vance = corpus_of(order, register).actors["orla-t-vance"]
        assert (vance.name, vance.formerly) == ("Orla Vance", ("orla-vance",))
        assert (vance.description, vance.dated_roles[0].role) == ("Mayor of Tarn.", "Mayor")
        assert vance.same_as is not None
        assert vance.forms == ("Orla T. Vance", "The Mayor")
        assert vance.namesakes == (Namesake("Orla T. Vance", ("article-00",), is_short=False),)


def test_who_is_not_to_be_published_is_not_under_an_equal_name_either() -> None:
    register = [actor("Orla Vance"), actor("Orla T. Vance", publish=False)]
    assert found("Orla Vance", "Orla T. Vance", register=register) == set()


def test_names_are_taken_apart() -> None:
    assert person_name("Senator Orla T. Vance Jr.") == (("orla", "vance"), "t", "jr")
    assert person_name("President Vance") == (("vance",), "", "")
    assert person_name("Zoë d’Ys-Lund").words == ("zoe", "dys", "lund")
    assert body_name("The U.S. Harbour Board") == ("us", "harbour", "board")
    assert person_name("").words == ()


def test_a_long_row_of_letters_is_read_in_no_time() -> None:
    assert len(person_name("a. " * 20_000 + "bc").words) <= 2

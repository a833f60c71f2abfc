"""Groups that a common noun names and nobody is tied to, and the names of bodies that only the words around tell."""

from __future__ import annotations

import pytest
from facts_reading import cast, read

from briefwright.facts.bodies import with_bodies
from briefwright.facts.crowds import WEIGHTS, traits
from briefwright.facts.identity import identify
from briefwright.facts.names import find_namings


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Young doctors turned out in Tarn on Sunday. Mayor Ada Holm thanked the doctors.", "Young doctors"),
        ("Dairy farmers have blocked the road since Monday. The farmers want lower tolls.", "Dairy farmers"),
        ("Pilots worked all night. Mayor Ada Holm thanked the pilots.", "Pilots"),
        ("The networks carried the speech. The networks cut it short after an hour.", "Networks"),
    ],
)
def test_a_group_that_does_something_is_an_actor(text: str, name: str) -> None:
    found = cast(text)
    assert found[name].kind == "group"
    assert sum(name.split()[-1].lower() in other.lower() for other in found) == 1


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Mayor Ada Holm spoke to reporters. She then left for Lima.", "reporters"),
        ("Ada Holm keeps a shop. She sells to two hundred customers in Tarn.", "customers"),
        ("Ada Holm posted it on social media.", "media"),
        ("Three local officials were at the table with Ada Holm.", "officials"),
    ],
)
def test_a_group_that_is_only_mentioned_is_nobody(text: str, word: str) -> None:
    assert not any(word in name.lower() for name in cast(text))


def test_a_group_goes_by_what_it_is_mostly_called() -> None:
    found = cast("Pilots worked all night. The pilots were tired. Mayor Ada Holm thanked the brave young pilots.")
    assert "Pilots" in found
    assert not any("brave" in name.lower() for name in found)


def test_two_groups_that_a_conjunction_joins_are_two() -> None:
    found = cast("Lawmakers and harbour groups have criticised the decision. The lawmakers want a vote.")
    assert "harbour groups" in {name.lower() for name in found}
    assert not any(" and " in name for name in found)


def test_one_group_under_both_adjectives_of_a_party() -> None:
    found = cast("GOP governors blamed the mayor on Monday. Republican governors said they would sue.")
    assert sum("governors" in name for name in found) == 1


def test_each_trait_of_a_group_has_a_weight() -> None:
    document = read("Pilots worked all night.")
    figures = with_bodies(document, identify(document, find_namings(document)))
    (pilots,) = [f for f in figures if f.crowd]
    told = traits(document, pilots, frozenset())
    assert told.keys() == WEIGHTS.keys()
    assert all(0 <= value <= 1 for value in told.values())


def test_the_press_at_large_is_media() -> None:
    found = cast("The national media reported the flood at once. The national media were right.")
    assert found["National media"].kind == "media"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # An outlet is who is told something, or reports.
        ("“It was late,” the mayor told The Enquirist on Friday.", "Enquirist", "media"),
        ("“It was late,” the mayor said in an interview with The Tarn File.", "Tarn File", "media"),
        # Whose poll it is.
        ("A February poll from Tarnwood showed the mayor ahead of Ada Holm.", "Tarnwood", "organisation"),
        # Clubs of a party's people have a name of their own.
        ("Ada Holm, vice president of the Tarn Young Democrats, said no.", "Tarn Young Democrats", "organisation"),
        # A meeting's or a paper's name says that there is such a body.
        ("A Harbour Safety Council meeting was put off, Ada Holm said.", "Harbour Safety Council", "organisation"),
        ("Harbour Board data showed that traffic fell, Ada Holm said.", "Harbour Board", "organisation"),
        ("He is a member of the al-Dawra group, Ada Holm said.", "al-Dawra", "organisation"),
        # A people that takes part is its state.
        ("The mayor met with the Chileans on Friday.", "Chile", "state"),
        # What a province or a county decides.
        ("Ohio is expected to ratify the pact this year.", "Ohio", "state"),
        ("Orrin County will give parents a choice.", "Orrin County", "organisation"),
        # Ministries of one state are told apart.
        ("Chile’s ministry of trade said no. Chile’s foreign ministry said yes.", "Chile’s ministry of trade",
         "organisation"),
        ("The rules apply to Tarn. Opponents of the plan spoke of the Holm campaign’s debts.", "Holm campaign",
         "organisation"),
    ],
)  # fmt: skip
def test_is_somebody_by_the_words_around(text: str, name: str, kind: str) -> None:
    assert cast(text)[name].kind == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Department of Harbours sued. The Harbours Department won.", "Department of Harbours"),
        ("Tarnwood has new numbers. Tarnwood University asked 900 people.", "Tarnwood University"),
        ("CNN’s State of the Harbour had him on. CNN said he was late.", "CNN"),
        ("The Harbour Safety Department is old. DHS said so.", "Harbour Safety Department"),
        ("The law firm Marsh, Olsen & Brand said it was paid. Marsh was hired in May.", "Marsh, Olsen & Brand"),
        ("The Republican Party is split. Republicans voted no.", "Republican Party"),
        ("The Harbour Workers Alliance of Lower Tarn struck. Hwalt said so.", "Harbour Workers Alliance of Lower Tarn"),
    ],
)
def test_one_body_under_two_names(text: str, name: str) -> None:
    assert list(cast(text)) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Tarn 100 fell 2 percent. Ada Holm said so.", "Tarn 100"),
        ("The Orrin Index fell 2 percent after Ada Holm spoke.", "Orrin Index"),
        ("The ministers met for the Harbour Conference on Tides, Ada Holm said.", "Harbour Conference on Tides"),
        ("Ada Holm ran for the Senate.", "Senate"),
        ("The Equal Tides Amendment is old. The ETA would not change that, Ada Holm said.", "ETA"),
        ("His opposition to the dam is well known, Ada Holm said.", "Opposition"),
        ("The capital of Norway’s neighbour is small. Ada Holm said so.", "Norway"),
    ],
)
def test_what_does_not_act_is_nobody(text: str, name: str) -> None:
    assert name not in cast(text)

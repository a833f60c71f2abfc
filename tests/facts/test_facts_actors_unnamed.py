"""Actors that no name list knows: invented countries, towns that speak, bodies and groups under a common noun."""

from __future__ import annotations

import pytest
from facts_reading import cast, speakers_of


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # The dateline, the adjective made of a name, and "in" before it tell a country.
        ("PORT ILSE, Velmora — Velmora closed the bridge on Monday.", "Velmora", "state"),
        ("Karsia denied that its guards had fired. Karsian soldiers stayed in their camp.", "Karsia", "state"),
        ("Tarn province wants more water. The dam stands above Tarn.", "Tarn", "state"),
        ("Michigan reported forty new cases of the fever.", "Michigan", "state"),
        # A body's name is whole.
        ("The Kell Seafarers’ Union called for a strike on Friday.", "Kell Seafarers’ Union", "organisation"),
        ("The Justice Department said the mayor had lied.", "Justice Department", "organisation"),
        ("Jim Justice said the bridge was safe.", "Jim Justice", "person"),
        ("The F.B.I. said it had arrested two men.", "F.B.I.", "organisation"),
        ("The Lantern news agency quoted the mayor. Lantern is close to the army.", "Lantern", "media"),
        # Bodies and groups under a common noun, where they speak.
        ("The foreign ministry in Halvik said the bridge would stay shut.", "Foreign ministry", "organisation"),
        ("The coast guard said the trawler had sunk.", "Coast guard", "organisation"),
        ("One of the men was badly hurt, the regional hospital said.", "Regional hospital", "organisation"),
        ("Hydrologists doubt that the lake is deep enough.", "Hydrologists", "group"),
        ("Residents of Lower Tarn described a burst of gunfire.", "Residents", "group"),
    ],
)
def test_is_an_actor(text: str, name: str, kind: str) -> None:
    assert cast(text)[name].kind == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ines Halloran keeps her tools. “They will call,” says Halloran, 61, a former welder.", "Ines Halloran"),
        ("“Lucky Ada Holm is a liar,” he wrote. Ada Holm said she was calm.", "Ada Holm"),
        ("The Bureau of Harbour Safety and Prevention warned of ice. The BHS said the ice was thin.",
         "Bureau of Harbour Safety and Prevention"),
    ],
)  # fmt: skip
def test_one_actor_under_several_forms(text: str, name: str) -> None:
    found = cast(text)
    assert name in found
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "name", "kind", "alias"),
    [
        # Of whoever governs, or of somebody with a name.
        ("The administration's plan for the harbour failed.", "Administration", "organisation", None),
        ("The White House said no. Then the administration sent a lawyer.", "White House", "organisation",
         "administration"),
        ("The government closed the bridge.", "Government", "organisation", None),
        ("Mayor Ada Holm spoke. Mayor Ada Holm’s re-election campaign thanked her voters.", "Holm campaign",
         "organisation", "Mayor Ada Holm’s re-election campaign"),
        ("Ada Holm and Jon Holm met. They were accused of paying the Holm campaign.", "Holm campaign", "organisation",
         None),
        ("The Danish Government closed the strait.", "Denmark", "state", "Danish Government"),
        # Committees of one house are none of its committees.
        ("The House Fisheries Committee met. Three House committees asked for the papers.", "House committees",
         "organisation", "Three House committees"),
        # Whose, and of whom.
        ("Ada Holm lived in Port Ilse. Holm's neighbors said that she was a liar.", "Holm's neighbors", "group", None),
        ("The young owners of the bakery refused to sell bread.", "Young owners", "group",
         "young owners of the bakery"),
        ("The law firm Harwick, Lind & Norring agreed to pay $4 million to the port. Harwick said that it was glad.",
         "Harwick, Lind & Norring", "organisation", "Harwick"),
        # One party under two words.
        ("GOP mayors sued the port. Republican mayors with eyes on Oslo changed their tune.", "GOP mayors", "group",
         "Republican mayors"),
        # A surname of two words; a daughter who has a name.
        ("Ada Lind Holm spoke in Port Ilse. Later Lind Holm left.", "Ada Lind Holm", "person", "Lind Holm"),
    ],
)  # fmt: skip
def test_is_called(text: str, name: str, kind: str, alias: str | None) -> None:
    found = cast(text)
    assert found[name].kind == kind
    assert alias is None or alias in found[name].aliases


def test_a_daughter_who_is_named_is_nobody_else() -> None:
    text = "Anna Holm owns the ferry. Jon Holm owns the pier. “It is safe,” Jon Holm’s daughter said."
    assert "Jon Holm’s daughter" not in cast(text)


def test_a_campaign_for_something_else_is_not_the_candidate_s() -> None:
    found = cast("Ada Holm’s campaign said it was late. The lobbying campaign began in May.")
    assert not any("lobbying" in alias for actor in found.values() for alias in actor.aliases)


def test_those_who_fight_for_a_body_are_it() -> None:
    found = cast("Northern Dawn Front fighters shelled the pier in May. The Northern Dawn Front is 20 years old.")
    assert found["Northern Dawn Front"].kind == "organisation"
    assert not any("fighters" in name for name in found)


def test_spies_do_what_their_seat_of_power_does() -> None:
    assert "Kremlin" in cast("The pages were made by Kremlin spies, Mayor Ada Holm said.")


def test_a_republic_without_a_name_is_no_state() -> None:
    assert "Republic" not in cast("Ada Holm, a Republican, promoted her book, “A Republic, If You Will,” on Monday.")


def test_the_giving_of_something_is_no_administration() -> None:
    assert "Administration" not in cast("The administration of aid took weeks. The harbour stayed shut.")


@pytest.mark.parametrize("name", ["Harbour", "Company", "Semi", "Laughs", "Lake Orrin", "Critics"])
def test_is_nobody(name: str) -> None:
    text = (
        "“The lake is full,” the mayor said. (Laughs.) Lake Orrin is the town’s only lake. The company said it would"
        " wait. Critics said the semi-official plan for the harbour was late."
    )
    assert name not in cast(text)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The fee was too high, according to a Courier tally. The Courier is read in Halvik.", ["Courier"]),
        ("The opposition Civic Front said the government had ignored warnings.", ["Civic Front"]),
        ("Its interior minister accused the guards of shooting. “They shot first,” the minister, Dalia Renko, said.",
         ["Dalia Renko", "Dalia Renko"]),
        ("Norrland Shipping bought the yard. The company said it would build ships.", ["Norrland Shipping"]),
        ("Ada Holm spoke on Monday. “The dam is safe. It has stood for years. It will stand. Do not fear,” she said.",
         ["Ada Holm"]),
        ("The author of the study, Ada Holm, left. “Rates will rise,” she said.", ["Ada Holm"]),
        ("Halvia sent a note, and its foreign ministry said the crew must be freed. Halvia’s waters are rich in fish.",
         ["Halvia’s foreign ministry"]),
        ("Most of the miners said the pump had failed. Miners had demanded a new one.", ["Miners", "Miners"]),
    ],
)  # fmt: skip
def test_who_speaks_behind_a_description(text: str, speakers: list[str]) -> None:
    assert speakers_of(text) == speakers


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The world’s largest fishing companies said they would wait.", {"fishing companies"}),
        ("The mayor closed “essential” businesses on Monday, and the businesses sued.", {"Businesses"}),
        ("The mayor said both sides agreed, and the sides said so.", set()),
        ("Kurdish separatists fought Tarn Front fighters.", {"Kurdish separatists", "Tarn Front"}),
    ],
)
def test_words_that_do_not_name_a_group(text: str, names: set[str]) -> None:
    assert set(cast(text)) == names


def test_the_government_is_no_province_s() -> None:
    found = cast("Ohio reported forty new cases. The government said it would pay.")
    assert "Government" in found

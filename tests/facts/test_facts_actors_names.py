"""Names whole and clean: what glues itself to them, cuts them, or makes one of two people."""

from __future__ import annotations

import pytest
from facts_reading import cast, read, speakers_of

from briefwright.facts.actors import find_actors
from briefwright.facts.joining import joined


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("John “Lucky” Lovell said the bridge was safe.", "John “Lucky” Lovell", "person"),
        ("Will Ada Lovell run for mayor again? Lovell said no.", "Ada Lovell", "person"),
        ("Rear Adm. John Lovell said the ships had left.", "John Lovell", "person"),
        ("The former ambassador to Norway Marie Lovell said she had been removed.", "Marie Lovell", "person"),
        ("The Fourth Circuit said the order was lawful.", "Fourth Circuit", "organisation"),
        (
            "The House passed the bill. The House of Representatives said so.",
            "House of Representatives",
            "organisation",
        ),
        ("Lawyers for Ada Lovell said the order was unlawful.", "Lawyers for Ada Lovell", "group"),
        ("The mayor told the HarbourNews.com that the bridge was safe.", "HarbourNews.com", "media"),
        ("The poll found that most Norwegians think the bridge is safe.", "Norwegians", "group"),
        ("The trial is over, according to a recent Pentagon report.", "Pentagon", "organisation"),
        ("His son, John Lovell, agreed, the New York Times reported.", "New York Times", "media"),
        ("The Harbour Post’s E. J. Lovell wrote that the bridge was safe.", "E. J. Lovell", "person"),
        ("The budget airline Avelto said the flight was late.", "Avelto", "organisation"),
        ("“We met,” he told “CBS This Morning” on Monday.", "CBS This Morning", "media"),
        ("Cartoonist Ada Lovell said the bridge was safe.", "Ada Lovell", "person"),
        ("His law firm, King & Ostrow, has represented the port.", "King & Ostrow", "organisation"),
        ("In the letter Karl Lovell Should Resign was the demand. Karl Lovell said no.", "Karl Lovell", "person"),
        ("Ford and General Motors said the plants would close.", "General Motors", "organisation"),
        ("The Department of Justice said the order was lawful.", "Department of Justice", "organisation"),
        ("The Office of Harbour Review said the bridge was safe.", "Office of Harbour Review", "organisation"),
        ("The court fined the owner, Velto Minerals, which denied it.", "Velto Minerals", "organisation"),
        ("Lovell was sentenced at Marrow Crown Court on Monday.", "Marrow Crown Court", "organisation"),
        ("The bridge was controlled by Karl Lovell, which is why he left.", "Karl Lovell", "person"),
        ("He agreed with Ursula von der Ostrow on the bridge.", "Ursula von der Ostrow", "person"),
        ("Two men were held by the Harbour Patrol on Monday.", "Harbour Patrol", "organisation"),
        ("“It is late,” Maria Lovell of Clean Harbours First told the Herald.", "Clean Harbours First", "organisation"),
        ("It joins meetings of the Ostrow PAC for Piers.", "Ostrow PAC for Piers", "organisation"),
        (
            "A House Ways and Harbours Committee hearing lasted all day.",
            "House Ways and Harbours Committee",
            "organisation",
        ),
    ],
)
def test_who_is_named(text: str, name: str, kind: str) -> None:
    found = cast(text)
    assert found[name].kind == kind, list(found)


def test_a_junior_is_not_his_father_whom_the_surname_means() -> None:
    found = cast("Karl Lovell closed the bridge. His son, Karl Lovell Jr., was there. Lovell said it was unsafe.")
    assert {"Karl Lovell", "Karl Lovell Jr."} <= set(found)
    assert found["Karl Lovell"].aliases == ("Lovell",)


def test_a_storm_is_nobody_by_its_first_name_either() -> None:
    assert "Ada" not in cast("Superstorm Ada hit the harbour. Mayor Karl Lovell said that Ada had cost millions.")


def test_where_somebody_is_of_is_nobody() -> None:
    assert "Nevada" not in cast("Senator Ada Lovell of Nevada, who saw the bridge, said that it was safe.")


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Lt. Gov. Ada Lovell", "Lt. Gov."),
        ("Solicitor General Ada Lovell", "Solicitor General"),
        ("District Judge Ada Lovell", "District Judge"),
        ("the former Gov. Ada Lovell", "former Gov."),
        ("38-year-old painter and activist Ada Lovell", "activist"),
        ("Ada Lovell, one candidate of several,", None),
        ("Ada Lovell, a one-eyed captain,", "one-eyed captain"),
    ],
)
def test_a_title_is_whole_and_says_what_somebody_is(words: str, role: str | None) -> None:
    assert cast(f"On Monday {words} said that the bridge was safe.")["Ada Lovell"].role == role


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Ada Brand (D-MA) introduced the bill.",
        "The captain, a Republican, said that the pier was safe.",
        "In Lovell v. Ostrow the judges dissented.",
        "He said that it was IMPOSSIBLE to stay.",
    ],
)
def test_places_of_members_cases_and_shouts_are_nobody(text: str) -> None:
    assert not {"MA", "Lovell", "Ostrow", "IMPOSSIBLE", "Republican"} & set(cast(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Ada Lovell gave a speech at Ostrow University on Monday.", "Ostrow University"),
        ("Ada Lovell won a Senate seat after her years in the Senate.", "Senate"),
        ("Ada Lovell met members of Congress.", "Congress"),
        ("Mayor Ada Lovell said it was the largest win since Jonathan.", "Jonathan"),
        ("The governor, a Democrat who took office in May, agreed with Ada Lovell.", "Democrat"),
        ("Mayor Ada Lovell praised the Harbour Assessment.", "Harbour Assessment"),
        ("Mayor Ada Lovell said that Big Harbour Socialism had won.", "Big Harbour Socialism"),
        ("Deputy Secretaries of State Ada Lovell and Piet Lund left.", "Secretaries"),
        ("Mayor Ada Lovell was White House counsel for two years.", "White House"),
        ("Mayor Ada Lovell told a UN briefing that the bridge was safe.", "United Nations"),
        ("They came from countries other than Canada, Mayor Ada Lovell said.", "Canada"),
        ("A crowd cheered as the statue of John Lovell came down.", "John Lovell"),
        ("Mayor Ada Lovell drove to the Ostrow Port of Entry.", "Ostrow Port of Entry"),
    ],
)
def test_who_only_stands_there_is_nobody(text: str, name: str) -> None:
    assert name not in cast(text)


def test_a_president_and_his_daughter_are_two() -> None:
    found = cast("Maria Lovell called for calm on Monday. President Lovell said he agreed. Maria Lovell left.")
    assert {"Maria Lovell", "Lovell"} <= set(found)


def test_further_first_names_tell_two_brothers_apart() -> None:
    found = cast("President Juan Carlos Lovell left on Monday. Juan Antonio Lovell stayed. Lovell said he was ill.")
    assert "Lovell" in found["Juan Carlos Lovell"].aliases
    assert not found["Juan Antonio Lovell"].aliases


def test_what_is_fought_for_is_no_part_of_who_is_fought() -> None:
    document = read("The army fought the Harbour Front for Aleppo. Soldiers reached Aleppo.")
    at = {t.text: t.i for t in document.tokens}
    front, town = (at["Front"] - 1, at["for"] + 2, "ORG"), (at["Aleppo"], at["Aleppo"] + 1, "GPE")
    found = joined(document, [front, town], [False] * len(document.tokens))
    assert found == [(front[0], at["for"], "ORG"), (at["for"] + 1, at["for"] + 2, "GPE"), town]


def test_an_official_speaks_for_a_seat_of_power() -> None:
    assert "White House" in cast("“It is fair,” a White House official said on Monday.")


def test_a_man_and_his_wife_are_two() -> None:
    found = cast("Peter Lovell left on Monday. Mrs. Lovell said that she was glad. Lovell is 60.")
    assert set(found) == {"Peter Lovell", "Mrs. Lovell"}


def test_first_letters_between_the_names_tell_two_people_apart() -> None:
    found = cast("George H.W. Lovell opened the bridge. George W. Lovell closed it in May.")
    assert {"George H.W. Lovell", "George W. Lovell"} <= set(found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Michael Lovell opened the bridge. Later Mike Lovell said he was glad.", {"Michael Lovell"}),
        ("Maria Lovell opened the bridge. Anna Lovell said she was glad.", {"Maria Lovell", "Anna Lovell"}),
        ("The Harbours Department sued on Monday. The DOH said the pier was unsafe.", {"Harbours Department"}),
        (
            "The Department of Harbours and Coastal Safety sued on Monday. The HCS said the pier was unsafe.",
            {"Department of Harbours and Coastal Safety"},
        ),
        (
            "The U.S. Centers for Harbour Control and Prevention closed the pier. The CHC said it was unsafe.",
            {"U.S. Centers for Harbour Control and Prevention"},
        ),
        (
            "Ada Holm was briefed by Harbour Safety officials. The DHS said the pier was unsafe.",
            {"Ada Holm", "Harbour Safety"},
        ),
        (
            "The CHC closed the pier. The U.S. Centers for Harbour Control and Prevention said it was unsafe.",
            {"U.S. Centers for Harbour Control and Prevention"},
        ),
        (
            "The House voted on Monday. The House of Representatives said the pier was safe.",
            {"House of Representatives"},
        ),
        ("The Federal Reserve met on Monday. The Fed said rates would rise.", {"Federal Reserve"}),
        ("Omar al-Tarni left on Monday. Tarni said he was glad.", {"Omar al-Tarni"}),
        ("Dems said they would vote. Democrats called the bill unsafe.", {"Democrats"}),
        ("Ada Holm left on Monday. Echoing Holm, Mayor Piet Lund said he was glad.", {"Ada Holm", "Piet Lund"}),
        ("Leadership offered a vote. Ada Holm said she was glad.", {"Ada Holm"}),
        ("Later President Holm met Mayor Piet Lund. Strong Quiet Holm said no.", {"Holm", "Piet Lund"}),
        (
            "Ada Holm met the workers. Milo Dren said his meeting with the Republican Holm on Wednesday went well.",
            {"Ada Holm", "Milo Dren"},
        ),
        ("President Holm left on Monday. Echoing Holm, Mayor Piet Lund said he was glad.", {"Holm", "Piet Lund"}),
        (  # a doubled letter once
            "The Centers for Ports and Pilots Safety met on Monday. CPS said that the plan was new.",
            {"Centers for Ports and Pilots Safety"},
        ),
        ("Democratic members said the bridge was safe. Democrats want to sell it.", {"Democrats"}),
        ("Maria Lovell-Ostrow toured the pier. MLO said it was unsafe.", {"Maria Lovell-Ostrow"}),
        (
            "The Centers for Tide and Harbour Services met. CTS said the pier was safe.",
            {"Centers for Tide and Harbour Services"},
        ),
        ("Velto denied the claims. Later VeltoMarine said the pier was safe.", {"VeltoMarine"}),
        ("Velto Marine & Co. said it would pay. Later Velto denied the claims.", {"Velto Marine & Co."}),
        ("Maria Ostrowskij left on Monday. Ostrowski said she was glad.", {"Maria Ostrowskij"}),
        ("Lind Holm said he agreed. Mayor Enrique Lind Holm left on Monday.", {"Enrique Lind Holm"}),
        ("Thomas Lovell and Ada Ostrow left. Ostrow said Tom was ill.", {"Thomas Lovell", "Ada Ostrow"}),
        ("Republicans met on Monday. Republican lawmakers said they would vote.", {"Republicans"}),
        ("The Harbour Oversight Board met. The oversight board said the pier was safe.", {"Harbour Oversight Board"}),
    ],
)
def test_one_name_in_two_forms_is_one_actor(text: str, names: set[str]) -> None:
    assert set(cast(text)) == names


def test_the_day_before_or_behind_a_name_is_no_part_of_it() -> None:
    campaign = cast("On Friday Holm's campaign sent the Courier a list of experts. Ada Holm left.")["Holm campaign"]
    assert "Holm's campaign" in campaign.aliases
    assert not any("Friday" in form for form in (campaign.name, *campaign.aliases))
    assert "Ada Holm" in cast("Ada Holm Thursday said she was glad.")


def test_two_figures_of_one_name_are_one_actor() -> None:
    text = "Conservatives welcomed the bill. But some conservatives said it was weak. The conservatives of Tarn left."
    assert [a.id for a in find_actors(read(text)).actors] == ["conservatives"]
    shouted = "ADA MARIA HOLM: No. Ada Maria Holm said so on Monday. ADA MARIA HOLM left."
    assert set(cast(shouted)) == {"Ada Maria Holm"}


def test_a_new_administration_is_the_administration() -> None:
    assert "Lovell administration" in cast("Ada Lovell won. The new Lovell administration said it would wait.")


def test_whose_father_somebody_is_needs_saying() -> None:
    assert cast("He thanked his father, John Lovell, who said nothing.")["John Lovell"].role is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A federal judge said the order was unlawful.\n\nJudge Ada Lovell ruled on Monday.", "Ada Lovell"),
        ("Two in three agree, according to the results of a Lovell University poll.", "Lovell University"),
        ("Ada Lovell said so. The speech was long.\n\nShe called the bridge unsafe.", "Ada Lovell"),
    ],
)
def test_who_speaks(text: str, who: str) -> None:
    assert who in speakers_of(text)


def test_a_person_whose_surname_an_outlet_bears_stays_a_person() -> None:
    text = "Ada Bloomberg opened the bridge. Bloomberg said it was safe. “It will stand,” Bloomberg added."
    assert set(cast(text)) == {"Ada Bloomberg"}
    assert set(speakers_of(text)) == {"Ada Bloomberg"}


def test_an_outlet_may_end_the_text() -> None:
    assert "Ada Holm" in cast("Mayor Ada Holm said that the pier was safe, and told so to Business Insider")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The toll had doubled, according to the Bureau of Harbour Journalism, a research group.",
            "Bureau of Harbour Journalism",
        ),
        ("The staff at the Lind Harbour School told parents that the pier was safe.", "Lind Harbour School"),
    ],
)
def test_bodies_that_say_something_are_actors(text: str, name: str) -> None:
    assert name in cast(text)


def test_a_surname_may_be_that_of_a_state() -> None:
    text = "Abraham Norway, a former official, said that the talks had failed. Mr. Norway left."
    assert set(cast(text)) == {"Abraham Norway"}


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ada McElroy misread it. Reporters asked McELROY about it on Monday, and McELROY said the pier was safe.",
        "Mayor Ada DeLind misread the report. On Monday Mr. DeLIND said the pier was safe.",
    ],
)
def test_a_surname_in_capitals_is_that_of_the_person(text: str) -> None:
    assert len([name for name in cast(text) if name.casefold().endswith(("mcelroy", "delind"))]) == 1

"""The cast of short articles: who is found, as what, and what is rightly left out."""

from __future__ import annotations

import pytest

from briefwright.facts.actors import find_actors
from briefwright.language import Reader
from briefwright.model.article import Article
from briefwright.model.document import Cast, Document
from briefwright.model.factsheet import Actor
from briefwright.model.text import Span

HARBOUR = """\
PORT VELLA (Reuters) - Norway said on Tuesday that it would close the harbour of Port Vella to Russian trawlers.

Foreign Minister Ingrid Solheim told parliament that talks with Moscow had failed. "We have waited long enough," Ms. \
Solheim said. She added that Denmark backed the decision.

The Kremlin denied the charge. Russian officials said the trawlers had broken no law, the Vella Gazette reported.

Oskar Brandvik, a spokesman for the Arctic Fisheries Board, said the board would meet on Friday. Brandvik declined to \
name the ships. Mr. Brandvik's office did not answer further questions.
"""

TOWN = """\
Mayor Thomas Velgrin accused the Laskovia Water Company of hiding a leak, and Governor Hannah Velgrin called for an \
inquiry. Mr. Velgrin said residents had been told nothing. Ms. Velgrin said she would wait for the report.

The company rejected the charge. Doctors warned that the water was unsafe in Laskovia and in Paris.
"""

AGENCY = """\
The Department of Coastal Affairs (DCA) fined three shipyards on Monday. The DCA said the yards had ignored two \
warnings. The Department of Coastal Affairs was founded in 1974.

Democrats welcomed the fines, but Republicans said the Clean Harbours Act went too far. European leaders have urged \
Washington to wait. Lena Ostrow of the BBC reported that the White House was divided.
"""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def read(reader: Reader, text: str, title: str = "", furniture: tuple[Span, ...] = ()) -> Document:
    return next(iter(reader.read([Article("seeds/a.txt", title, text, "en", "", furniture=furniture)])))


def by_name(cast: Cast) -> dict[str, Actor]:
    return {a.name: a for a in cast.actors}


@pytest.fixture(scope="module")
def harbour(reader: Reader) -> Cast:
    return find_actors(read(reader, HARBOUR, "Norway closes harbour"))


@pytest.fixture(scope="module")
def agency(reader: Reader) -> Cast:
    return find_actors(read(reader, AGENCY))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Norway", "state"),
        ("Ingrid Solheim", "person"),
        ("Russia", "state"),
        ("Denmark", "state"),
        ("Kremlin", "organisation"),
        ("Russian officials", "group"),
        ("Vella Gazette", "media"),
        ("Oskar Brandvik", "person"),
        ("Arctic Fisheries Board", "organisation"),
    ],
)
def test_who_acts_or_speaks_is_in_the_cast(harbour: Cast, name: str, kind: str) -> None:
    assert by_name(harbour)[name].kind == kind


def test_a_dateline_and_a_mere_place_are_nobody(harbour: Cast) -> None:
    assert not {"Reuters", "Port Vella", "Vella", "Port"} & by_name(harbour).keys()


def test_days_and_laws_are_nobody(agency: Cast) -> None:
    assert not {"Monday", "Clean Harbours Act"} & by_name(agency).keys()


def test_short_forms_are_aliases(harbour: Cast) -> None:
    assert {"Brandvik", "Mr. Brandvik"} <= set(by_name(harbour)["Oskar Brandvik"].aliases)
    assert by_name(harbour)["Russia"].aliases == ("Moscow",)


def test_roles_are_in_the_words_of_the_text(harbour: Cast) -> None:
    assert by_name(harbour)["Ingrid Solheim"].role == "Foreign Minister"
    assert by_name(harbour)["Oskar Brandvik"].role == "spokesman for the Arctic Fisheries Board"


def test_a_role_that_names_an_actor_gives_the_affiliation(harbour: Cast) -> None:
    assert by_name(harbour)["Oskar Brandvik"].affiliation == "arctic-fisheries-board"


def test_title_and_frequency_make_an_actor_a_main_one(harbour: Cast) -> None:
    assert by_name(harbour)["Norway"].salience == "main"
    assert by_name(harbour)["Denmark"].salience == "minor"


def test_an_acronym_is_its_organisation(agency: Cast) -> None:
    assert by_name(agency)["Department of Coastal Affairs"].aliases == ("DCA",)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Democrats", "group"),
        ("Republicans", "group"),
        ("European leaders", "group"),
        ("United States", "state"),
        ("BBC", "media"),
        ("White House", "organisation"),
        ("Lena Ostrow", "person"),
    ],
)
def test_groups_media_and_seats_of_power(agency: Cast, name: str, kind: str) -> None:
    assert by_name(agency)[name].kind == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Major farmers groups urged the minister to resign.", "Major farmers groups", "group"),
        ("Lawmakers said on Sunday that talks went on.", "Lawmakers", "group"),
        ("Chile's military denied the report.", "Chile's military", "organisation"),
        ("The office of the president denied the report.", "office of the president", "organisation"),
        ("China's Foreign Ministry denied the report.", "China's Foreign Ministry", "organisation"),
        ("Velgrin spoke. Mr. Velgrin's lawyers denied the report.", "Mr. Velgrin's lawyers", "group"),
        ("King Osric spoke after Prince Aldo Osric had left.", "King Osric", "person"),
        ("The state news agency Tarna said rain had fallen.", "Tarna", "media"),
        ("The United Nations Security Council met. The U.N. Security Council voted.", "United Nations Security Council",
         "organisation"),
    ],
)  # fmt: skip
def test_names_and_descriptions_of_bodies(reader: Reader, text: str, name: str, kind: str) -> None:
    found = {n: a.kind for a in find_actors(read(reader, text)).actors for n in (a.name, *a.aliases)}
    assert found.get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Officials said nothing.",
        "Three local officials said nothing.",
        "The ship left for Ohio and Texas on Friday.",
        "The North Sea Fisheries Act was read at 3 p.m. GMT.",
        "Advertisement",
    ],
)
def test_nobody_identifiable_is_nobody(reader: Reader, text: str) -> None:
    assert find_actors(read(reader, text)).actors == ()


def test_two_people_with_one_surname_stay_two(reader: Reader) -> None:
    document = read(reader, TOWN)
    cast = find_actors(document)
    people = {a.id: a.name for a in cast.actors if a.kind == "person"}
    assert sorted(people.values()) == ["Hannah Velgrin", "Thomas Velgrin"]
    spoken = [
        people[m.actor] for m in cast.mentions if document.text[m.start : m.end] in ("Mr. Velgrin", "Ms. Velgrin")
    ]
    assert spoken == ["Thomas Velgrin", "Hannah Velgrin"]


def test_a_place_that_does_nothing_is_nobody(reader: Reader) -> None:
    assert not {"Laskovia", "France", "Paris"} & by_name(find_actors(read(reader, TOWN))).keys()


def test_furniture_names_nobody(reader: Reader) -> None:
    text = "Chile sent a team to the coast.\n\nMarta Lindqvist contributed to this report."
    start = text.index("Marta")
    kept = find_actors(read(reader, text))
    dropped = find_actors(read(reader, text, furniture=(Span(start, len(text)),)))
    assert "Marta Lindqvist" in by_name(kept)
    assert [a.name for a in dropped.actors] == ["Chile"]


def test_ids_are_unique_and_every_mention_points_to_an_actor(harbour: Cast) -> None:
    ids = [a.id for a in harbour.actors]
    assert len(ids) == len(set(ids))
    assert {m.actor for m in harbour.mentions} == set(ids)
    assert list(harbour.mentions) == sorted(harbour.mentions, key=lambda m: (m.start, m.end))


@pytest.mark.parametrize("text", ["", "Chile", "said", "\n\n", "((((((((", "Ω ≈ ç √"])
def test_next_to_nothing_is_no_trouble(reader: Reader, text: str) -> None:
    assert find_actors(read(reader, text)).actors == ()


@pytest.mark.parametrize(
    ("text", "name", "kind", "role"),
    [
        ("On Monday the envoys met Crown Prince Hamid bin Tarek.", "Hamid bin Tarek", "person", "Crown Prince"),
        ("Late on Monday, Tarvo denied the charge. He told reporters that he would appeal.", "Tarvo", "person", None),
        ("The mayor praised Carla Fenwick Group. Dana Holt, head of the group, said so.", "Dana Holt", "person",
         "head of the group"),
        ("Experts said they feared the North Korean leader Ri Sang Ho.", "Ri Sang Ho", "person", "North Korean leader"),
        ("On Monday the lawmakers of Halvik met, and New Mexico officials said no.", "New Mexico officials", "group",
         None),
        ("It was Ada Stroud who said that Ada Stroud is now a law professor.", "Ada Stroud", "person", "law professor"),
        ("Many voters think that Orla Venn is a formidable candidate.", "Orla Venn", "person", None),
        ("A new United Nations resolution calls on the dockers to stop.", "United Nations", "organisation", None),
    ],
)  # fmt: skip
def test_one_name(reader: Reader, text: str, name: str, kind: str, role: str | None) -> None:
    actor = by_name(find_actors(read(reader, text)))[name]
    assert (actor.kind, actor.role) == (kind, role)


@pytest.mark.parametrize(
    "text",
    [
        "The crew left the tanker Northern Dawn on Monday.",
        "They travelled through countries such as Norway and Denmark.",
        "The minister departed for Norway on Monday.",
        "“It is over,” he wrote under #StopTheHarbour.",
        "The senate has never replaced DACA.",
    ],
)
def test_what_is_nobody(reader: Reader, text: str) -> None:
    assert [a.name for a in find_actors(read(reader, text)).actors if a.name not in ("Senate",)] == []


def test_bodies_known_by_their_field_are_actors_where_they_speak(reader: Reader) -> None:
    text = (
        "The transport ministry said on Monday that the bridge would be closed. The harbour board met on Tuesday. "
        "The board said it had not been asked. The chess board was broken. Workers passed the school council."
    )
    cast = by_name(find_actors(read(reader, text.replace("chess board", "chess table"))))
    assert {name: actor.kind for name, actor in cast.items()} == {
        "Transport ministry": "organisation",
        "Harbour board": "organisation",
    }
    assert cast["Harbour board"].aliases == ("board",)
    assert "Chess board" not in by_name(find_actors(read(reader, text)))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ann Venn, a 33-year-old research psychologist in Lind, said so.", "research psychologist in Lind"),
        ("For Ann Venn, a 20-year old Calder College student, it was a first. Venn left.", "Calder College student"),
        ("Ann Venn, a one-day mayor of Lind, said so.", "mayor of Lind"),
        ("Ann Venn, a right-wing senator from Calder, said so.", "right-wing senator from Calder"),
        ("Ann Venn, a two-time mayor of Lind, said so.", "two-time mayor of Lind"),
        ("Ann Venn, co-founder of the Harbour Group, said so.", "co-founder of the Harbour Group"),
        ("May 24 was the day Governor Ann Venn announced an inquiry.", "Governor"),
        ("They backed the 15 percent rate Governor Ann Venn has promised.", "Governor"),
        ("The reporter said that Ann Venn is the leader in the middle of something delicate.", None),
    ],
)
def test_no_role_begins_or_ends_inside_a_phrase(reader: Reader, text: str, role: str | None) -> None:
    assert by_name(find_actors(read(reader, text)))["Ann Venn"].role == role


def test_participles_are_part_of_a_role(reader: Reader) -> None:
    text = "Managing director Tom Grey left. Ada Lee, deputy managing director of Port Holding, said the port was open."
    cast = by_name(find_actors(read(reader, text)))
    assert (cast["Tom Grey"].role, cast["Ada Lee"].role) == (
        "Managing director",
        "deputy managing director of Port Holding",
    )


@pytest.mark.parametrize(
    ("who", "affiliation"),
    [
        ("Germany’s foreign minister, Ada Holm,", "germany"),
        ("Germany scholar Ada Holm", None),
        ("Ada Holm, a Germany analyst with the Harbour Institute,", "harbour-institute"),
        ("German novelist Ada Holm", None),
        ("German Foreign Minister Ada Holm", "germany"),
        ("Ada Holm, the German government’s chief scientist,", "germany"),
    ],
)
def test_who_studies_a_state_or_comes_from_it_does_not_belong_to_it(
    reader: Reader, who: str, affiliation: str | None
) -> None:
    found = find_actors(
        read(reader, f"Germany closed the ports. {who} said on Monday that the ports of Germany were safe.")
    )
    assert by_name(found)["Ada Holm"].affiliation == affiliation


@pytest.mark.parametrize(
    ("who", "role"),
    [
        (
            "German Minister of Trade and Harbour Affairs Ada Lena Holm",
            "German Minister of Trade and Harbour Affairs",
        ),
        ("German Ambassador Ada Holm", "German Ambassador"),
        ("Ada Holm, the head of Germany’s of Harbour Works Organisation,", "head of Germany’s of Harbour Works"),
        ("Prime Minister Ada Holm of Germany", "Prime Minister"),
    ],
)
def test_a_title_that_names_a_state_is_whole(reader: Reader, who: str, role: str) -> None:
    cast = find_actors(read(reader, f"Germany closed the ports on Monday. {who} said that the ports were safe."))
    (found,) = (a for a in cast.actors if a.name.startswith("Ada"))
    assert (found.role or "").startswith(role)
    assert found.affiliation == "germany"

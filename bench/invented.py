"""Invented articles and fact sheets for measuring: any number, the same on every run, about places that are not."""

from __future__ import annotations

from pathlib import Path

from briefwright import sheets
from briefwright.config import load_project
from briefwright.model.factsheet import (
    Actor,
    ArticleInfo,
    Event,
    Evidence,
    FactSheet,
    Generated,
    OpenQuestion,
    Position,
)
from briefwright.model.text import slug
from briefwright.starter import write_starter

PEOPLE = ("Anna Ode", "Ole Brand", "Mira Solm", "Tarek Vane", "Ines Calder", "Jon Hask", "Lea Norring", "Pavel Oster")
ROLES = ("mayor", "harbour master", "finance minister", "union leader", "prosecutor", "governor", "spokesman", "judge")
BODIES = ("Aven Port Authority", "Norland Ministry of Transport", "Solm Trade Union", "Bay Fishermen’s League")
PLACES = ("Aven", "Solm", "Norland", "Calderport", "Hask Bay", "Osterfield")
MATTERS = (
    "the tanker spill",
    "the bridge tolls",
    "the ferry strike",
    "the new quay",
    "the fishing quota",
    "the budget",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
SENTENCES = (
    "{person}, the {role} of {place}, said on {day} that {matter} would cost the city more than was planned.",
    "“We will not pay for {matter} alone,” {surname} told the council in {place}.",
    "The {body} denied that it had known of {matter} before {day}.",
    "According to the {body}, the talks on {matter} will go on next week.",
    "{person2} called on the {body} to publish its report by {day}.",
    "It is not known who will pay for {matter}, and the {body} declined to comment.",
    "The council of {place} will vote on {matter} on {day}, after three weeks of hearings.",
    "{person2} warned that {place} could lose a third of its jobs if the talks failed.",
    "Can {place} settle {matter} before the summer?",
    "Ships waited outside the port for two days, and shops near the quay stayed closed.",
)


def article(number: int, sentences: int = 30) -> str:
    """The text of invented article `number`; each sentence ends a paragraph or not, by turns."""
    parts: list[str] = []
    for i in range(sentences):
        words = {
            "person": PEOPLE[(number + i) % len(PEOPLE)],
            "person2": PEOPLE[(number + 3 * i + 1) % len(PEOPLE)],
            "surname": PEOPLE[(number + i) % len(PEOPLE)].split()[1],
            "role": ROLES[(number + 2 * i) % len(ROLES)],
            "body": BODIES[(number + i // 2) % len(BODIES)],
            "place": PLACES[(2 * number + i) % len(PLACES)],
            "matter": MATTERS[(number + i // 5) % len(MATTERS)],
            "day": DAYS[(number + i) % len(DAYS)],
        }
        parts.append(SENTENCES[(number + i) % len(SENTENCES)].format(**words) + ("\n\n" if i % 3 == 2 else " "))
    return "".join(parts).strip().replace(" \n", "\n")


def fact_sheet(number: int) -> tuple[FactSheet, str]:
    """A sheet of the usual size on invented article `number`, grounded in its text, and the text."""
    text = article(number)
    title = f"{MATTERS[number % len(MATTERS)].capitalize()} divides {PLACES[number % len(PLACES)]}, day {number}"
    spans = [_evidence(text, sentence) for part in text.split("\n\n") for sentence in part.split(". ")][:24]
    people = [PEOPLE[(number + i) % len(PEOPLE)] for i in range(6)]
    actors = tuple(Actor(id=slug(name), name=name, kind="person", salience="main") for name in people)
    positions = tuple(
        Position(
            id=f"statement-{i}", actor=actors[i % 6].id, act="assert", statement=span.quote, source=actors[i % 6].name,
            cue="said", topics=(slug(MATTERS[number % len(MATTERS)]),), score=0.9, evidence=(span,),
        )
        for i, span in enumerate(spans[:14])
    )  # fmt: skip
    questions = tuple(
        OpenQuestion(
            id=f"question-{i}", question=f"What follows from day {number}, point {i}?", kind="unknown", evidence=(span,)
        )
        for i, span in enumerate(spans[14:18])
    )
    day = f"20{10 + number // 336 % 20}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
    events = tuple(Event(id=f"event-{i}", event=s.quote, date=day, evidence=(s,)) for i, s in enumerate(spans[18:24]))
    key = f"day-{number}"
    return (
        FactSheet(
            schema=1,
            article=ArticleInfo(
                id=key, title=title, outlet="Aven Herald", published=day, file=f"seeds/{key}.txt", origin=key
            ),  # made in one mould, they would be taken for copies
            lead=tuple(spans[:2]),
            actors=actors,
            positions=positions,
            open_questions=questions,
            events=events,
            generated=Generated(parser="invented 1"),
        ),
        text,
    )


def _evidence(text: str, sentence: str) -> Evidence:
    start = text.index(sentence)
    return Evidence(quote=sentence, start=start, end=start + len(sentence))


def make_project(root: Path, number: int) -> None:
    """A project of `number` invented sheets."""
    write_starter(root)
    project = load_project(root / "mkdocs.yml")
    made = [fact_sheet(i) for i in range(number)]
    shelf = sheets.load(root, project.sheets)
    shelf = sheets.save_registers(shelf, [actor for sheet, _ in made for actor in sheet.actors], [], "invented 1")
    for sheet, text in made:
        sheets.save_parsed(shelf, sheet, text)

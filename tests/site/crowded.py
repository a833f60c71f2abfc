"""A project whose lists are long: many speak on one topic and about one body, in hundreds of questions and events."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from site_project import write_project, write_sheet

ARTICLES = 90
FIRST = ("Ada", "Bruno", "Celia", "Dag", "Elif", "Falk", "Greta", "Hamo", "Ilse", "Jorun")
FAMILY = ("Ahlgren", "Boscato", "Cerny", "Dovrak", "Ekwall")
KINDS = "deny demand oppose warn support commit ask assert assert assert assert".split()
NOUNS = (
    "aqueduct barrage basin canal ceiling charter chimney contract council culvert deadline embankment engineer "
    "estuary fishery footbridge forecast gauge granary harbour hatchery inquiry inspector ledger levee licence lock "
    "meadow millrace orchard outlet permit pipeline pump quarry ratepayer reed reservoir salary silt sluice spillway "
    "spring subsidy surveyor tariff tenant tunnel turbine valley verdict warden weir willow"
).split()
VERBS = "blocks closes doubles drains empties endangers feeds floods funds mends outlasts ruins saves shields".split()
ADJECTIVES = "ancient brittle costly disputed empty flooded hasty leaking muddy northern private rusty shallow".split()
BODY = {"id": "water-board", "name": "Water Board", "kind": "organisation", "salience": "main"}
TOPIC = "  - id: the-weir\n    name: The weir\n"


def write_crowd(root: Path) -> Path:
    """Write the project, the same each time; give its root."""
    write_project(root)
    with (root / "factsheets/_topics.yml").open("a", encoding="utf-8") as topics:
        topics.write(TOPIC)
    dice = random.Random(11)  # noqa: S311 - the same articles each time, and no secret
    for number in range(ARTICLES):
        write_sheet(root, *_article(dice, number))
    return root


def _article(dice: random.Random, number: int) -> tuple[dict[str, Any], str]:
    lines = [_sentence(dice, number) for _ in range(18)]
    day = date(2024, 1, 3) + timedelta(days=5 * number)
    people = [f"{first} {family}" for first in FIRST for family in FAMILY]
    cast = dict.fromkeys([people[number % 3], *dice.sample(people, 5)])
    actors = [{"id": n.lower().replace(" ", "-"), "name": n, "kind": "person", "salience": "main"} for n in cast]
    ids = [a["id"] for a in actors]
    positions = [
        {"id": f"p{i}", "actor": ids[i % len(ids) if i % 2 else 0], "act": dice.choice(KINDS), "statement": line,
         "source": "they", "cue": "said", "about": ["water-board"] if i % 2 else [], "topics": ["the-weir"],
         "evidence": [{"quote": line}]}
        for i, line in enumerate(lines[:10])
    ]  # fmt: skip
    questions = [
        {"id": f"q{i}", "question": f"{line[:-1]}?", "kind": "unknown",
         "topics": ["the-weir"], "about": ["water-board"],
         "due": (day + timedelta(days=400)).isoformat() if i == 0 else None, "evidence": [{"quote": line}]}
        for i, line in enumerate(lines[10:14])
    ]  # fmt: skip
    events = [
        {"id": f"e{i}", "event": line[:-1], "date": (day - timedelta(days=40 * i)).isoformat(),
         "evidence": [{"quote": line}]}
        for i, line in enumerate(lines[14:])
    ]  # fmt: skip
    article = {
        "id": f"weir-{number}", "title": _sentence(dice, number)[:-1], "outlet": f"{FAMILY[number % 5]} Courier",
        "published": day.isoformat(), "origin": f"weir-{number}",
    }  # fmt: skip
    sheet = {"schema": 1, "article": article, "lead": [{"quote": lines[0]}], "actors": [BODY, *actors]}
    return sheet | {"positions": positions, "open_questions": questions, "events": events}, "\n".join(lines)


def _sentence(dice: random.Random, number: int) -> str:
    one, other, third = dice.sample(NOUNS, 3)
    how, why = dice.sample(ADJECTIVES, 2)
    where = f"near the {why} {third} of {dice.choice(FAMILY)}"
    return f"The {how} {one} {dice.choice(VERBS)} the {other} of lot {number} {where}."

"""A register in; out the decisions in it that cannot stand together, each at its line and in plain words.

Merges may form chains (`b` into `a`, `c` into `b`: all three are `a`), and an id that no sheet uses yet may be merged
or told apart already. What cannot be: two homes of one id, a circle, and a pair that is one and is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.errors import Problem
from briefwright.model.factsheet import ActorRegister, PartialDate, TopicRegister
from briefwright.sheets.registers import entries_of
from briefwright.sheets.yaml_source import Source


def decision_problems(source: Source, register: ActorRegister | TopicRegister) -> Iterator[Problem]:
    """All contradictions of a register that has no other mistake."""
    section = "actors" if isinstance(register, ActorRegister) else "topics"
    into: dict[str, str] = {}
    merged_at: dict[str, int] = {}
    for i, entry in enumerate(entries_of(register)):
        for j, other in enumerate(entry.merge):
            at = source.find((section, i, "merge", j))[0].start
            if other in entry.distinct:
                yield source.problem(at, f'"{other}" stands under "merge" and under "not".', "Delete one.")
            elif other in into:
                yield source.problem(at, f'"{other}" is already merged into "{into[other]}".', "Delete one.")
            elif other == _end_of(entry.id, into):
                yield source.problem(at, f'merging "{other}" here goes in a circle.', "Delete one of the merges.")
            else:
                into[other], merged_at[other] = entry.id, at
    for i, entry in enumerate(entries_of(register)):
        for j, other in enumerate(entry.distinct):
            if other not in entry.merge and _end_of(entry.id, into) == _end_of(other, into):
                at = source.find((section, i, "not", j))[0].start
                yield source.problem(at, *_words(source, entry.id, other, merged_at))
    if isinstance(register, ActorRegister):
        yield from _role_problems(source, register)


def _end_of(entry_id: str, into: dict[str, str]) -> str:
    while entry_id in into:
        entry_id = into[entry_id]
    return entry_id


def _words(source: Source, one: str, other: str, merged_at: dict[str, int]) -> tuple[str, str]:
    """Message and hint for a pair that is told apart here and merged elsewhere."""
    if one == other:
        return f'"{other}" cannot be told apart from itself.', "Delete it."
    line = source.place(max(merged_at.get(one, 0), merged_at.get(other, 0)))[0]
    message = f'"{one}" and "{other}" are told apart here, and are one actor or topic by the merge in line {line}.'
    return message, 'Delete it here, or there under "merge".'


def _role_problems(source: Source, register: ActorRegister) -> Iterator[Problem]:
    """Offices that end before they begin."""
    for i, entry in enumerate(register.actors):
        for j, role in enumerate(entry.roles):
            if role.since and role.until and _is_before(role.until, role.since):
                at = source.find(("actors", i, "roles", j, "to"))[0].start
                message = f'"{role.role}" ends {role.until}, before it begins {role.since}.'
                yield source.problem(at, message, 'Exchange "from" and "to", or correct one.')


def _is_before(one: PartialDate, other: PartialDate) -> bool:
    """Whether one date lies before the other, as far as both are known: May 2021 is not before 2021."""
    known = min(len(one), len(other))
    return one[:known] < other[:known]

"""A read YAML file in; out the model it spells, or every mistake in it, each at its line and column and in plain words.

Nothing stops at the first mistake: what the types say (`schema` of the model) and what no type can say (references,
dates of the calendar, quotations that must be the text's own) are looked at separately and reported together.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from difflib import get_close_matches
from itertools import islice
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from briefwright.errors import Problem
from briefwright.model.factsheet import ActorRegister, FactSheet, Part, TopicRegister
from briefwright.model.text import slug
from briefwright.sheets.decisions import decision_problems
from briefwright.sheets.files import is_id
from briefwright.sheets.fingerprint import SECTIONS
from briefwright.sheets.versions import other_version
from briefwright.sheets.yaml_source import MAX_PROBLEMS, Node, Path, Source

_ACTOR_KEYS = ("actor", "via", "affiliation", "about")
_DATE_KEYS = ("date", "due")
_UNION_BRANCHES = frozenset({"str", "PositionLink"})
"""Pydantic names the branch of `OpenQuestion.answer` in the place of an error; the file has no such level."""

_MANY, _MAX_ID = 1000, 120

P = TypeVar("P", bound=Part)


def read_part(source: Source, model: type[P]) -> tuple[P | None, list[Problem]]:
    """The file as `model`, or None and all that is wrong with it, the YAML's own mistakes included."""
    problems = list(source.problems)
    if source.root is None:
        return None, problems
    if source.root.kind != "mapping":
        hint = 'A fact sheet is made of lines "key: value".'
        return None, [*problems, source.problem(source.root.start, "the file holds no keys.", hint)]
    part, errors = _validate(source, source.root, model)
    problems += _type_problems(source, model, errors[:MAX_PROBLEMS])
    return (part if not problems else None), problems


def check_sheet(
    source: Source, stem: str, actors: Collection[str] | None, topics: Collection[str] | None
) -> tuple[FactSheet | None, list[Problem]]:
    """A fact sheet, or None and all its mistakes but those of its quotations.

    `actors` and `topics` are the ids of the registers; None where there is no register to hold the sheet against.
    """
    if other := other_version(source):
        return None, [*source.problems, other]
    sheet, problems = read_part(source, FactSheet)
    if source.root is not None:
        problems += islice(_id_problems(source, SECTIONS), MAX_PROBLEMS)
        problems += islice(_date_problems(source), MAX_PROBLEMS)
        problems += islice(_reference_problems(source, actors, topics), MAX_PROBLEMS)
        problems += _name_problems(source, stem)
    problems = sorted(set(problems))
    return (sheet if not problems else None), problems


def check_register(source: Source, model: type[P]) -> tuple[P | None, list[Problem]]:
    """A register, or None and all its mistakes."""
    if other := other_version(source):
        return None, [*source.problems, other]
    register, problems = read_part(source, model)
    if source.root is not None:
        problems += islice(_id_problems(source, ("actors", "topics")), MAX_PROBLEMS)
        problems += islice(_role_date_problems(source), MAX_PROBLEMS)
    if isinstance(register, ActorRegister | TopicRegister):
        problems += decision_problems(source, register)
    return (register if not problems else None), sorted(set(problems))


def _nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most likely meant; among very many only those with the same first letter are tried."""
    words = sorted(known)
    if len(words) > _MANY:
        words = [w for w in words if w[:1] == word[:1]][:_MANY]
    return next(iter(get_close_matches(word.lower()[:_MAX_ID], words, n=1)), None)


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, empty where none is near."""
    near = _nearest(word, known)
    return f'Did you mean "{near}"?' if near else ""


def _validate(source: Source, root: Node, model: type[P]) -> tuple[P | None, list[ErrorDetails]]:
    try:
        return model.model_validate(root.plain()), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
    amended = [_read_as_meant(source, error) for error in errors]
    if not any(amended):
        return None, errors
    try:
        return model.model_validate(root.plain()), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def _read_as_meant(source: Source, error: ErrorDetails) -> bool:
    """Take ``date: 2023`` for a text, and a list whose entries were all deleted for an empty one."""
    node, exact = source.find(_path(error))
    if not exact or node.kind != "scalar":
        return False
    if error["type"] == "string_type" and node.value is not None:
        node.value = node.raw
        return True
    if error["type"] in ("tuple_type", "dict_type") and node.value is None and not node.raw:
        node.kind = "list" if error["type"] == "tuple_type" else "mapping"
        return True
    return False


def _path(error: ErrorDetails) -> Path:
    return tuple(step for step in error["loc"] if step not in _UNION_BRANCHES)


def _type_problems(source: Source, model: type[BaseModel], errors: list[ErrorDetails]) -> Iterator[Problem]:
    misspelt: set[Path] = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            path = _path(error)
            key, pairs, allowed = str(path[-1]), source.find(path[:-1])[0].pairs, _keys_at(model, path[:-1])
            near = _nearest(key, [k for k in allowed if k not in pairs])
            misspelt.add((*path[:-1], near or ""))
            hint = f'Did you mean "{near}"?' if near else f"Known here: {', '.join(allowed)}."
            yield source.problem(pairs[key][0].start, f"unknown key {_said(key)}.", hint)
    for error in errors:
        path = _path(error)
        node = source.find(path)[0]
        if error["type"] == "missing":
            if path not in misspelt and not source.broken:
                yield source.problem(node.start, f'"{path[-1]}" is missing here.', f'Add "{path[-1]}: …".')
        elif error["type"] != "extra_forbidden" and _is_for(error, node):
            yield source.problem(node.start, *_words(error, node, str(path[-1]) if path else "the file"))


def _is_for(error: ErrorDetails, node: Node) -> bool:
    """Of the errors of both branches of a union only those of the branch that the file means."""
    branch = next((step for step in error["loc"] if step in _UNION_BRANCHES), None)
    is_link = node.kind == "mapping" or error["loc"][-1] not in _UNION_BRANCHES
    return branch is None or (branch == "PositionLink") == is_link


def _words(error: ErrorDetails, node: Node, key: str) -> tuple[str, str]:
    """Message and hint for a value of the wrong type or form."""
    kind, limits = error["type"], error.get("ctx", {})
    here = _said(node.raw) if node.kind == "scalar" else f"a {node.kind}"
    if kind == "literal_error":
        allowed = re.findall(r"'([^']+)'", limits["expected"]) or [limits["expected"]]
        return f'"{key}" cannot be {here}; it is one of: {", ".join(allowed)}.', _did_you_mean(node.raw, allowed)
    if kind == "string_pattern_mismatch":
        return _form_words(limits["pattern"], node.raw, here)
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = f"at least {limits['ge']:g}" if "ge" in limits else f"at most {limits['le']:g}"
        return f'"{key}" cannot be {here}.', f"It must be {bound}."
    if kind == "string_too_short":
        return f'"{key}" is empty.', "Write something, or delete the line."
    if kind == "string_too_long":
        return f'"{key}" is too long.', f"It may have {limits['max_length']} characters."
    wanted = _WANTED.get(kind, "something else")
    what = "an entry here" if key.isdigit() else f'"{key}"'
    if node.kind == "scalar" and node.value is None:
        return f"{what} has no value.", f"It must be {wanted}."
    return f"{what} must be {wanted}, not {here}.", _TYPE_HINTS.get(kind, "")


_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "made of keys and values",
    "model_type": "made of keys and values",
}
_TYPE_HINTS = {
    "string_type": "Put quotes around text that begins with [ or {.",
    "int_type": "Count the characters of the text, from 0.",
    "float_type": "Write one from 0 to 1, such as 0.8, or delete the line.",
    "tuple_type": 'Write "[one, two]", or one "- " line for each.',
    "model_type": 'Write lines "key: value", indented below.',
}


def _form_words(pattern: str, word: str, here: str) -> tuple[str, str]:
    if pattern.startswith("^[a-z0-9]"):
        message = f"{here} cannot be an id: ids hold lower-case letters, digits and single hyphens."
        return message, f'For instance "{slug(word)}".'
    if pattern.startswith("^(Q"):
        message = f"{here} is neither a Wikidata id nor an address."
        return message, "Write an id such as Q64, or an address with https:// in front."
    if "T" in pattern:
        return f"{here} is no date.", "Write 2023-03-20 or 2023-03-20T08:30:00Z."
    return f"{here} is no date.", "Write 2023, 2023-03 or 2023-03-20."


def _keys_at(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that the file may have at `path`."""
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            inner = _model_in(model.model_fields[step].annotation)
            model = inner or model
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def items_in(source: Source, sections: Collection[str]) -> Iterator[tuple[str, Node]]:
    """Every item of these sections that is a mapping, with its section's name."""
    for section in sections:
        node, exact = source.find((section,))
        if exact:
            yield from ((section, item) for item in node.items if item.kind == "mapping")


def texts_at(item: Node, key: str) -> list[Node]:
    """The text at `key`, or the texts of the list there."""
    if key not in item.pairs:
        return []
    node = item.pairs[key][1]
    return [n for n in node.items or [node] if isinstance(n.value, str)]


def _id_problems(source: Source, sections: Collection[str]) -> Iterator[Problem]:
    seen: dict[str, Node] = {}
    for _, item in items_in(source, sections):
        for node in texts_at(item, "id"):
            if node.raw in seen:
                line = source.place(seen[node.raw].start)[0]
                message = f'the id "{node.raw}" is already taken by the item in line {line}.'
                yield source.problem(node.start, message, "Every item needs an id of its own.")
            seen.setdefault(node.raw, node)


def _name_problems(source: Source, stem: str) -> Iterator[Problem]:
    """The article's id is the file's name: links to the sheet are made of it."""
    if not is_id(stem):
        yield Problem(source.file, 0, 0, "the file's name cannot be an id.", f"Name it {slug(stem)}.yml.")
        return
    node, exact = source.find(("article", "id"))
    if exact and node.raw != stem and is_id(node.raw):
        hint = f'Write "id: {stem}", or name the file {node.raw}.yml.'
        yield source.problem(node.start, f'the id "{node.raw}" is not the file\'s name.', hint)


def _date_problems(source: Source) -> Iterator[Problem]:
    """Dates in the right form that no calendar has."""
    nodes = [n for _, item in items_in(source, SECTIONS) for key in _DATE_KEYS for n in texts_at(item, key)]
    published, exact = source.find(("article", "published"))
    yield from _calendar_problems(source, [*nodes, *([published] if exact else [])])


def _role_date_problems(source: Source) -> Iterator[Problem]:
    roles = (
        role
        for _, item in items_in(source, ("actors",))
        if "roles" in item.pairs
        for role in item.pairs["roles"][1].items
    )
    yield from _calendar_problems(source, [n for role in roles for key in ("from", "to") for n in texts_at(role, key)])


def _calendar_problems(source: Source, nodes: Iterable[Node]) -> Iterator[Problem]:
    for node in nodes:
        if re.match(r"\d{4}(-\d{2}(-\d{2})?)?($|[T ]\d{2}:\d{2})", node.raw) and not _in_calendar(node.raw):
            yield source.problem(node.start, f'"{node.raw}" is no date.', "No calendar has it.")


def _in_calendar(word: str) -> bool:
    try:
        date.fromisoformat((word + "-01-01"[len(word) - 4 :])[:10] if len(word) < 10 else word[:10])
        if len(word) > 10:
            datetime.fromisoformat(word)
    except ValueError:
        return False
    return True


def _reference_problems(
    source: Source, actors: Collection[str] | None, topics: Collection[str] | None
) -> Iterator[Problem]:
    # Of the lines that a syntax error took out only the ids are still known: they excuse references to them.
    lost = set(re.findall(r"\bid: *([a-z0-9-]+)", source.text)) if source.broken else set()
    own = {node.raw for _, item in items_in(source, ("actors",)) for node in texts_at(item, "id")} | lost
    for _, item in items_in(source, SECTIONS):
        for key in _ACTOR_KEYS:
            for node in texts_at(item, key):
                if actors is not None and node.raw not in own and node.raw not in actors:
                    message = f"no actor has the id {_said(node.raw)}."
                    hint = _did_you_mean(node.raw, own) or _did_you_mean(node.raw, actors)
                    yield source.problem(node.start, message, hint or "Add it to the actors of this sheet.")
        for node in texts_at(item, "topics"):
            if topics is not None and node.raw not in topics and node.raw not in lost:
                hint = _did_you_mean(node.raw, topics) or "Add it to _topics.yml, or delete it here."
                yield source.problem(node.start, f"no topic has the id {_said(node.raw)}.", hint)


def _said(word: str) -> str:
    return f'"{_short(word)}"'


def _short(words: str) -> str:
    flat = " ".join(words[:200].split())
    return flat if len(flat) <= 60 else flat[:57] + "…"

"""Problems in; out the forms in which GitHub and code scanners show them beside the lines that they are about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from briefwright import __version__
from briefwright.errors import Problem

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
RULE = "fact-sheet-mistake"

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})
"""What GitHub's workflow commands want escaped, in a message and in a property."""


def github_annotations(problems: Iterable[Problem], folder: str = "") -> list[str]:
    """A line ``::error file=…,line=…,col=…::…`` for each problem; `folder` leads from the repository to the project."""
    lines = []
    for problem in problems:
        place = {"file": _within(folder, problem.file)}
        if problem.line:
            place |= {"line": str(problem.line), "col": str(problem.column)}
        properties = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in place.items())
        lines.append(f"::error {properties}::{_words(problem).translate(_DATA)}")
    return lines


def sarif_log(problems: Iterable[Problem], folder: str = "") -> dict[str, Any]:
    """The problems as a log in SARIF 2.1.0, the format of code scanners (OASIS standard of 2020)."""
    driver = {
        "name": "briefwright",
        "version": __version__,
        "rules": [{"id": RULE, "shortDescription": {"text": "A fact sheet or register has a mistake."}}],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, folder) for problem in problems],
    }
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(problem: Problem, folder: str) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(_within(folder, problem.file))}}
    # GitHub wants a region for every result; of a problem with the whole file it is the first line.
    place["region"] = {"startLine": problem.line or 1} | ({"startColumn": problem.column} if problem.line else {})
    return {
        "ruleId": RULE,
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": _words(problem)},
        "locations": [{"physicalLocation": place}],
    }


def _within(folder: str, file: str) -> str:
    return f"{folder}/{file}" if folder else file


def _words(problem: Problem) -> str:
    return " ".join(filter(None, (problem.message, problem.hint)))

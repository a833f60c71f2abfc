"""A comparison in; the same as plain data for tools, and as lines of text for a person, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from briefwright.evaluation.calibration import bins, calibration_error
from briefwright.evaluation.comparison import Comparison, Mistake
from briefwright.model.factsheet import Actor, Event, Item, OpenQuestion, Position

LABELS = {
    "actors": "Actors",
    "main actors": "  main ones",
    "positions": "Positions",
    "positions + actor": "  with the right actor",
    "positions + actor + act": "  and the right act",
    "open questions": "Open questions",
    "open questions + kind": "  of the right kind",
    "events": "Events",
    "events + date": "  with the right date",
}


def as_data(comparison: Comparison) -> dict[str, Any]:
    """Figures as shares from 0 to 1, rounded to four digits; `error` is the expected calibration error."""
    filled = bins(comparison.scored)
    return {
        "figures": {
            row: {"precision": round(c.precision, 4), "recall": round(c.recall, 4), "f1": round(c.f1, 4), **asdict(c)}
            for row, c in comparison.counts.items()
        },
        "kinds": round(comparison.kinds.precision, 4),
        "calibration": {
            "error": round(calibration_error(filled), 4),
            "positions": len(comparison.scored),
            "bins": [asdict(b) | {"score": round(b.score, 4), "right": round(b.right, 4)} for b in filled],
        },
        "left_out": comparison.left_out,
    }


def table(comparison: Comparison) -> Iterator[str]:
    """The figures on one screen, in per cent."""
    yield f"{'':24}{'precision':>10}{'recall':>8}{'F1':>7}{'right':>7}{'found':>7}{'in sheets':>11}"
    for row, label in LABELS.items():
        c = comparison.counts[row]
        if row == "main actors":
            yield f"{label:24}{'':10}{c.recall:8.1%}{'':7}{c.right:7}{'':7}{c.gold:11}"
        else:
            yield f"{label:24}{c.precision:10.1%}{c.recall:8.1%}{c.f1:7.1%}{c.right:7}{c.found:7}{c.gold:11}"
    yield f"Kinds of actors right: {comparison.kinds.precision:.1%}"
    if filled := bins(comparison.scored):
        yield f"Scores of {len(comparison.scored)} positions, calibration error {calibration_error(filled):.3f}:"
        for b in filled:
            yield f"  scored {b.low:.1f} to {b.high:.1f}: {b.right:4.0%} of {b.count} right, {b.score:.0%} expected"
    if comparison.left_out:
        yield f"Left out, having no evidence: {comparison.left_out}"


def mistake_as_data(mistake: Mistake) -> dict[str, Any]:
    """What is wrong, and both sides as the sheet would hold them; None for the side that is not there."""
    gold, found = (
        item.model_dump(mode="json", exclude_defaults=True) if item else None for item in (mistake.gold, mistake.found)
    )
    return {"section": _named(mistake.item)[0], "fault": mistake.fault, "gold": gold, "found": found}


def explained(mistake: Mistake) -> str:
    """A mistake on one line, such as ``position, act deny read as assert: He did not pay``."""
    section, words = _named(mistake.item)
    if mistake.fault == "missed":
        return f"{section} missed: {words}"
    if mistake.fault == "false":
        return f"{section} not in the sheet: {words}"
    wanted, read = (getattr(item, mistake.fault) or "none" for item in (mistake.gold, mistake.found))
    return f"{section}, {mistake.fault} {wanted} read as {read}: {words}"


def _named(item: Item) -> tuple[str, str]:
    """What the item is, and the words that a person knows it by."""
    match item:
        case Actor():
            section, words = "actor", item.name
        case Position():
            section, words = "position", item.statement
        case OpenQuestion():
            section, words = "open question", item.question
        case Event():
            section, words = "event", item.event
        case _:
            raise TypeError(type(item))
    return section, " ".join(words.split())

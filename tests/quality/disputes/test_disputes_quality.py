"""How well contradictions are read in invented reports, never worse than it was; and what was judged of real news."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from briefwright.corpus.contradictions import contradictions
from corpus.test_corpus_disputes import Line, sheet
from corpus.test_corpus_join import joined

HERE = Path(__file__).parent
FIGURES: dict[str, Any] = json.loads((HERE / "figures.json").read_text("utf-8"))
JUDGED: list[dict[str, Any]] = [json.loads(line) for line in (HERE / "judged.jsonl").read_text("utf-8").splitlines()]


def measured() -> dict[str, float]:
    """Precision and recall in per cent of what is shown, over all reports, each read by itself."""
    wanted, found = set(), set()
    for n, report in enumerate(yaml.safe_load((HERE / "reports.yml").read_text("utf-8"))):
        lines: list[Line] = [(who.split()[-1].casefold(), act, cue, words) for who, act, cue, words in report["said"]]
        wanted |= {(n, a, b) for a, b in report["disputes"]}
        pairs = contradictions(joined(sheet("report", *lines, day=str(report["day"]))))
        found |= {(n, _line(pair.said.id), _line(pair.against.id)) for pair in pairs if pair.is_shown}
    right = len(wanted & found)
    return {"precision": round(100 * right / len(found), 1), "recall": round(100 * right / len(wanted), 1)}


def _line(position: str) -> int:
    return int(position.rpartition("-")[2]) + 1


def test_invented_reports_are_read_as_well_as_they_were() -> None:
    figures = measured()
    assert {name: value for name, value in figures.items() if value < FIGURES["invented"][name]} == {}


def test_the_figures_of_real_news_are_those_of_the_pairs_that_were_judged() -> None:
    kept = {kind: [p["right"] for p in JUDGED if p.get("now") == kind] for kind in ("shown", "offered")}
    told = {
        "judged": len(JUDGED),
        "shown": len(kept["shown"]),
        "right": sum(kept["shown"]),
        "offered": len(kept["offered"]),
        "offered_right": sum(kept["offered"]),
    }
    assert told == {key: FIGURES["news"][key] for key in told}


def test_no_pair_is_judged_twice() -> None:
    keys = [json.dumps([p[k] for k in ("text", "said", "against")]) for p in JUDGED]
    assert len(set(keys)) == len(keys) >= 100

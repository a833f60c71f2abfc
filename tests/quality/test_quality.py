"""No figure of the parser's quality may fall below what is stored, less a margin; and the page shows what is stored."""

from __future__ import annotations

import json
from typing import Any

import pytest

from quality.measure import BENCH, MARGIN, PAGE, STORED, inputs_hash, measure_attributions, measure_sheets, page

STORED_FIGURES: dict[str, Any] = json.loads(STORED.read_text("utf-8"))

beside = pytest.mark.skipif(BENCH is None, reason="the bench of other people's texts does not lie beside the project")


def test_the_page_shows_the_stored_figures() -> None:
    assert PAGE.read_text("utf-8") == page(STORED_FIGURES)


@beside
def test_the_figures_were_measured_on_these_inputs() -> None:
    assert BENCH
    assert STORED_FIGURES["inputs"] == inputs_hash(BENCH), "run tests/quality/measure.py and look at what changed"


@beside
def test_fact_sheets_are_as_good_as_they_were() -> None:
    assert BENCH
    figures = measure_sheets(BENCH)
    assert figures["ungrounded"] == 0
    fallen = {k: (f, v) for k, v in figures.items() if v < (f := STORED_FIGURES["sheets"][k]) - MARGIN}
    assert fallen == {}


@beside
def test_attributions_are_as_good_as_they_were() -> None:
    assert BENCH
    figures = measure_attributions(BENCH)
    stored = STORED_FIGURES["attributions"]
    fallen = {(kind, k): v for kind, row in figures.items() for k, v in row.items() if v < stored[kind][k] - MARGIN}
    assert fallen == {}

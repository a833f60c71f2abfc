"""Fixtures of the tests of pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from briefs import Brief, example, invented


@pytest.fixture(scope="session", params=["the example", "invented"])
def brief(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Brief:
    return example(root) if request.param == "the example" else invented(tmp_path_factory.mktemp("sheets"))

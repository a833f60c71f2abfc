"""Fixtures that several folders of tests use."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support import Run

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout that the tests run in."""
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def _caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is kept from one command to the next is not left among the caches of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("caches")))
        yield


@pytest.fixture(scope="session")
def run_cli() -> Run:
    """Run `briefwright` as a user does: in a process of its own, in the folder `cwd`."""
    command = shutil.which("briefwright", path=str(Path(sys.executable).parent))
    assert command, "the command briefwright is not installed; run: make setup"

    def run(*arguments: str, cwd: Path, input: str | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [command, *arguments], cwd=cwd, input=input, capture_output=True, text=True, timeout=120, check=False
        )

    return run

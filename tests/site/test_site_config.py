"""The settings in mkdocs.yml: read, checked, and refused with their place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefwright.config import load_project
from briefwright.errors import ConfigError

HEAD = "site_name: Brief\nplugins:\n  - search\n  - briefwright"


def written(folder: Path, text: str) -> Path:
    path = folder / "mkdocs.yml"
    path.write_text(text, "utf-8")
    return path


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(ConfigError) as refused:
        load_project(written(folder, text))
    return str(refused.value)


def test_what_is_not_set_has_its_default(tmp_path: Path) -> None:
    project = load_project(written(tmp_path, HEAD))
    root = tmp_path.resolve()
    assert (project.seeds, project.sheets, project.templates) == (
        root / "seeds", root / "factsheets", root / "templates",
    )  # fmt: skip
    assert (project.site_name, project.as_of, project.show_text, project.unsure_below) == (
        "Brief",
        None,
        "context",
        0.6,
    )
    assert project.directory_urls


def test_settings_are_read_whether_the_day_is_quoted_or_not(tmp_path: Path) -> None:
    for day in ("2026-03-27", '"2026-03-27"'):
        project = load_project(written(tmp_path, f"{HEAD}:\n      as_of: {day}\n      unsure_below: 0\n"))
        assert (project.as_of, project.unsure_below) == (date(2026, 3, 27), 0.0)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("show_text: some", "show_text"),
        ("unsure_below: 2", "not a number from 0 to 1"),
        ("as_of: tomorrow", "not a day such as"),
        ("factsheet: x", "Unrecognised configuration name: factsheet"),
        ("seeds: ../other", "seeds: ../other lies outside of the project. Name a folder inside the project."),
        ("seeds: [a]", "seeds"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, settings: str, words: str) -> None:
    message = refusal(tmp_path, f"{HEAD}:\n      {settings}\n")
    assert words in message
    assert message.startswith("mkdocs.yml: plugin briefwright")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: [\n", "mkdocs.yml:2:1: cannot be read"),
        ("", "is not switched on"),
        ("- a\n", "holds no settings"),
        ("site_name: Brief\nplugins: [search]\n", "is not switched on. Add it"),
        ("site_name: Brief\nplugins:\n  - briefwright: yes please\n", "`name: value`"),
    ],
)
def test_a_file_that_is_none_says_what_is_missing(tmp_path: Path, text: str, words: str) -> None:
    assert words in refusal(tmp_path, text)


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="briefwright init"):
        load_project(tmp_path / "mkdocs.yml")

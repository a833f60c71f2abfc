"""What is kept of sheets from one command to the next: never believed of a file that changed, and nothing breaks it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from sheet_desk import Desk

from briefwright import sheets
from briefwright.sheets import Shelf, kept
from briefwright.sheets.store import _load_sheet


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    desk = Desk(tmp_path)
    desk.parse()
    return desk


def cached(desk: Desk) -> Shelf:
    return sheets.load_cached(desk.root, desk.folder)


def file_of(desk: Desk) -> Path:
    (file,) = (desk.root / "caches" / "briefwright").iterdir()
    return file


def test_what_is_kept_is_what_is_read(desk: Desk) -> None:
    first, second = cached(desk), cached(desk)
    assert first == second == desk.shelf()
    assert [s.sheet.model_fields_set for s in second.sheets.values()]
    assert second.suggested == desk.shelf().suggested


def test_only_what_changed_is_read_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.folder.joinpath("other.yml").write_text("schema: 1\narticle: {id: other, title: One}\n")
    cached(desk)
    read: list[str] = []
    monkeypatch.setattr("briefwright.sheets.store.read_source", noting(read))
    cached(desk)
    assert read == []
    desk.folder.joinpath("other.yml").write_text("schema: 1\narticle: {id: other, title: Two}\n")
    assert cached(desk).sheets["other"].sheet.article.title == "Two"
    assert read == ["factsheets/other.yml"]


def noting(read: list[str]):  # noqa: ANN201 - a stand-in for read_source
    from briefwright.sheets.yaml_source import read_source

    def noted(data: bytes, file: str):  # noqa: ANN202 - as above
        read.append(file)
        return read_source(data, file)

    return noted

"""Files that are no sheets: empty, of another kind, endless, or made to take the reader down."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from sheet_desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


EMPTY = "Delete it and run `briefwright parse`, or bring back what it held."


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", f"1:1: the file is empty. {EMPTY}"),
        (b"# only a comment\n", f"1:1: the file is empty. {EMPTY}"),
        (b"- a\n", '1:1: the file holds no keys. A fact sheet is made of lines "key: value".'),
        (b"a\xe9: 1\n", "1:2: the file is not UTF-8 here. Save the file as UTF-8."),
        (b"a: x\x00y\n", "1:5: an invisible character (U+0000) stands here. Delete it."),
        ("a: x\u2028y\n".encode(), "1:5: an invisible character (U+2028) stands here. Delete it."),
        (b"[" * 30, "1:22: the values are nested more than 20 deep."),
    ],
)
def test_what_is_no_sheet_at_all_is_one_clear_line(desk: Desk, data: bytes, told: str) -> None:
    desk.path.write_bytes(data)
    assert [str(p) for p in desk.shelf().problems] == [f"factsheets/lorne.yml:{told}"]


def test_a_second_document_is_a_mistake(desk: Desk) -> None:
    desk.edit(("notes: null\n", "notes: null\n---\n"))
    assert 'a second YAML document begins here. Delete the line "---".' in str(desk.shelf().problems[0])


@pytest.mark.parametrize(
    "data", [b"[" * 10**6, b"a: [" * 10**5, b"- *a\n" * 10**5, b"a:\n" * 10**5, b'a: "' + b"\\" * 10**6]
)
def test_a_hostile_file_ends_soon_in_a_few_lines(desk: Desk, data: bytes) -> None:
    desk.path.write_bytes(data)
    assert 1 <= len(desk.shelf().problems) <= 102


def test_a_file_beyond_the_bound_is_not_read(desk: Desk) -> None:
    desk.path.write_bytes(b"#" * 5_000_001)
    assert [str(p) for p in desk.shelf().problems] == ["factsheets/lorne.yml: the file is larger than 5 MB."]


@pytest.mark.parametrize("inner", ["x, x, x", "[], [], []"])
def test_a_bomb_of_aliases_is_never_expanded(desk: Desk, inner: str) -> None:
    lines = [f"a: &a [{inner}]", *(f"{b}: &{b} [*{a}, *{a}, *{a}]" for a, b in pairwise("abcdefghijkl"))]
    desk.path.write_text("\n".join(lines))
    assert any("the file holds more than 200000 values." in str(p) for p in desk.shelf().problems)


def test_a_ladder_of_aliases_is_not_climbed(desk: Desk) -> None:
    desk.path.write_text("\n".join(["0: &a0 []", *(f"{n + 1}: &a{n + 1} [*a{n}]" for n in range(2000))]))
    assert any("the values are nested more than 20 deep." in str(p) for p in desk.shelf().problems)

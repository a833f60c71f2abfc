"""The JSON Schema that editors complete and check by."""

from __future__ import annotations

import json
from pathlib import Path

from sheet_desk import Desk

from briefwright import sheets
from briefwright.model.factsheet import FactSheet, Position


def test_the_schemas_are_written_once(tmp_path: Path) -> None:
    sheets.write_schemas(tmp_path)
    names = ["actors.schema.json", "factsheet.schema.json", "topics.schema.json"]
    assert sorted(p.name for p in tmp_path.iterdir()) == names
    before = [(p.stat().st_ino, p.stat().st_mtime_ns) for p in sorted(tmp_path.iterdir())]
    sheets.write_schemas(tmp_path)
    assert [(p.stat().st_ino, p.stat().st_mtime_ns) for p in sorted(tmp_path.iterdir())] == before


def test_a_sheet_names_the_schema_that_lies_beside_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert desk.yaml.splitlines()[0].partition("$schema=")[2] in sheets.schemas()


def test_it_is_draft_7_with_every_field_and_its_description() -> None:
    schema = json.loads(sheets.schemas()["factsheet.schema.json"])
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert list(schema["properties"]) == [field.alias or name for name, field in FactSheet.model_fields.items()]
    position = schema["definitions"]["Position"]
    assert position["additionalProperties"] is False
    assert {k: v["description"] for k, v in position["properties"].items()} == {
        name: field.description for name, field in Position.model_fields.items()
    }
    assert position["properties"]["act"]["enum"][:3] == ["assert", "deny", "demand"]
    assert "$defs" not in json.dumps(schema)


def test_it_is_as_kind_as_the_check() -> None:
    schema = json.loads(sheets.schemas()["factsheet.schema.json"])
    assert schema["properties"]["positions"]["type"] == ["array", "null"]
    assert {"type": "integer", "minimum": 1000, "maximum": 9999} in [
        option
        for branch in schema["definitions"]["Event"]["properties"]["date"]["anyOf"]
        for option in branch.get("anyOf", ())
    ]

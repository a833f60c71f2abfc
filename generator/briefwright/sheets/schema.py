"""The models in, JSON Schema out: what editors complete and check fact sheets and registers by while one types.

Draft 7, because that is what YAML language servers read. It is a little kinder than strict: what `check` reads as
meant (a year without quotes, a list whose entries were all deleted) is no mistake here either.
"""

from __future__ import annotations

import json
from typing import Any

from briefwright.model.factsheet import ActorRegister, FactSheet, Part, TopicRegister

SHEET_SCHEMA = "factsheet.schema.json"
ACTORS_SCHEMA = "actors.schema.json"
TOPICS_SCHEMA = "topics.schema.json"
_MODELS: dict[str, tuple[type[Part], str]] = {
    SHEET_SCHEMA: (FactSheet, "Fact sheet"),
    ACTORS_SCHEMA: (ActorRegister, "Register of actors"),
    TOPICS_SCHEMA: (TopicRegister, "Register of topics"),
}


def schemas() -> dict[str, str]:
    """The text of each schema file, by its name."""
    return {name: schema_of(model, title) for name, (model, title) in _MODELS.items()}


def schema_of(model: type[Part], title: str) -> str:
    """The JSON Schema of a model as text."""
    schema = _adapted(model.model_json_schema())
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": title}
    return json.dumps(head | schema, indent=2, ensure_ascii=False) + "\n"


def _adapted(node: Any) -> Any:  # JSON is what it is
    """A schema of Pydantic's dialect in draft 7, without the titles that only repeat the key."""
    if isinstance(node, list):
        return [_adapted(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    out = {
        {"$defs": "definitions"}.get(key, key): _adapted(value)
        for key, value in node.items()
        if not (key == "title" and isinstance(value, str))
    }
    if "$ref" in out:
        out["$ref"] = out["$ref"].replace("#/$defs/", "#/definitions/")
    if out.get("type") == "array":
        out["type"] = ["array", "null"]
    if str(out.get("pattern", "")).startswith(r"^\d{4}(-"):
        return {"anyOf": [out, {"type": "integer", "minimum": 1000, "maximum": 9999}]}
    return out

"""Each YAML file beside this one holds a short article and what the parser must find in it; a bug report is one more.

title, published   of the article; `published` may be left out
text               the article
expect             sections of the findings (lead, actors, positions, open_questions, events, topics): all items of a
                   section that is named, in order, each with the fields that matter. `evidence` and the items of
                   `lead` are the quotes alone.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefwright.articles.furniture import find_furniture
from briefwright.facts import find_facts
from briefwright.language import Reader
from briefwright.model.article import Article

FILES = sorted(Path(__file__).parent.glob("*.yml"))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_golden(path: Path, reader: Reader) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    text = case["text"].strip()
    article = Article(
        file=f"seeds/{path.stem}.md", title=case["title"], text=text, language="en", source_sha256="",
        published=str(case["published"]) if "published" in case else None, furniture=find_furniture(text),
    )  # fmt: skip
    found = find_facts(next(reader.read([article]))).model_dump(mode="json")
    for section, wanted in case["expect"].items():
        items = [_quotes(item, section) for item in found[section]]
        fields = [set(w) for w in wanted if isinstance(w, dict)] or [set()]
        keys = set.union(*fields)
        assert [_only(item, keys) for item in items] == wanted, section


def test_golden_files_are_found() -> None:
    assert FILES


def _quotes(item: dict[str, Any], section: str) -> Any:
    if section == "lead":
        return item["quote"]
    return item | {"evidence": " … ".join(e["quote"] for e in item.get("evidence", ()))}


def _only(item: Any, keys: set[str]) -> Any:
    return {k: v for k, v in item.items() if k in keys} if isinstance(item, dict) else item

"""What the documentation must say: every command, option, field and setting; and that its links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from markdown.extensions.toc import slugify

from briefwright.cli import main
from briefwright.cli.keys import EVERYWHERE, KEYS, READ_QUESTION
from briefwright.config import Settings
from briefwright.model import factsheet
from briefwright.starter import languages

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = (ROOT / "docs/commands.md").read_text("utf-8")
FIELDS = (ROOT / "docs/fact-sheets.md").read_text("utf-8")
PARTS = [
    factsheet.FactSheet, factsheet.ArticleInfo, factsheet.Actor, factsheet.Position, factsheet.OpenQuestion,
    factsheet.Event, factsheet.Evidence, factsheet.RegisteredActor, factsheet.RegisteredRole, factsheet.RegisteredTopic,
]  # fmt: skip


def documented_options(command: click.Command) -> list[str]:
    return [max(p.opts, key=len) for p in command.params if isinstance(p, click.Option)]


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_and_option_is_documented_and_has_help(name: str) -> None:
    command = main.commands[name]
    assert f"`briefwright {name}" in COMMANDS
    assert command.help
    for option in documented_options(command):
        assert f"`{option}" in COMMANDS, option


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_field_is_documented(part: type[factsheet.Part]) -> None:
    for name, field in part.model_fields.items():
        assert f"`{field.alias or name}`" in FIELDS, name


def test_every_setting_is_documented() -> None:
    for name, _ in Settings._schema:
        assert f"`{name}`" in COMMANDS, name


def test_the_table_of_review_keys_is_that_of_the_program() -> None:
    tables = {f"`{kind}`": keys for kind, keys in KEYS.items()}
    tables |= {"`reading` of a question": READ_QUESTION, "any": EVERYWHERE}
    rows = {
        f"| {of} | `{key}` | {name} | {does} |" for of, keys in tables.items() for key, (name, does) in keys.items()
    }
    assert set(re.findall(r"^\| (?:`[a-z]+`(?: of a question)?|any) \| `.` \|.*$", COMMANDS, re.M)) == rows


@pytest.mark.parametrize("page", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_between_files_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    targets = [t for t in re.findall(r"\]\(([^)#]+)|src=\"([^\"]+)", text) for t in t if t]
    for target in targets:
        assert target.startswith("https://") or (ROOT / target).exists(), target


def outline(page: Path) -> list[tuple[str, str, int, int]]:
    """Of each section of a guide its rank, its anchor, and how many rows of a table and points it has."""
    parts = re.split(r"^(#+) (.+?)(?: \{#(.+)\})?$", page.read_text("utf-8"), flags=re.M)[1:]
    return [
        (rank, anchor or slugify(heading, "-"), *(len(re.findall(sign, text, re.M)) for sign in (r"^\|", "^- ")))
        for rank, heading, anchor, text in zip(*(parts[i::4] for i in range(4)), strict=True)
    ]


@pytest.mark.parametrize("language", [each for each in languages() if each != "en"])
def test_how_to_read_has_the_same_sections_tables_and_points_in_each_language(language: str) -> None:
    english = outline(ROOT / "docs/how-to-read.md")
    assert len(english) > 10
    assert outline(ROOT / f"docs/how-to-read.{language}.md") == english

"""`pack` and `pages`: the file or the folder is there whole, what is wrong is said, and nothing else is touched."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefwright import printing
from briefwright.cli import main

SHEETS = {
    "quay": """schema: 1
article: {id: quay, title: The quay is shut, published: 2024-05-02, url: "https://courier.example/quay"}
actors:
  - {id: ruiz, name: Ana Ruiz, kind: person, aliases: [Ruiz]}
positions:
  - {id: shut, actor: ruiz, act: assert, statement: The quay stays shut., topics: [quay]}
open_questions:
  - {id: who-pays, question: Who pays?, kind: unknown, topics: [quay]}
""",
    "union": """schema: 1
article: {id: union, title: Union denies a walkout, published: 2024-05-09}
actors:
  - {id: union, name: Dockers' Union, kind: organisation}
positions:
  - {id: no-walkout, actor: union, act: deny, statement: There was no walkout., topics: [quay]}
""",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: Brief\nplugins: [briefwright]\n")
    (tmp_path / "factsheets").mkdir()
    for name, text in SHEETS.items():
        (tmp_path / f"factsheets/{name}.yml").write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_a_topic_is_packed_with_its_articles_as_sources(project: Path) -> None:
    result = run("pack", "--topic", "Quay", "--to", "brief.html")
    assert result.exit_code == 0, result.output
    assert re.fullmatch(r"Wrote brief\.html, \d+ kB, in \d+\.\d s\.\n", result.output)
    html = (project / "brief.html").read_text("utf-8")
    assert "<title>Quay · Brief</title>" in html
    assert "The quay stays shut." in html
    assert "https://courier.example/quay" in html
    assert 'id="briefings/union"' in html
    assert 'id="briefings/union/who-says-what"' not in html
    assert [p.name for p in project.iterdir() if p.name.startswith(".")] == []


def test_full_adds_the_briefings_and_standard_output_takes_html(project: Path) -> None:
    result = run("pack", "--topic", "quay", "--full", "--to", "-")
    assert result.output.startswith("<!doctype html>")
    assert result.output.endswith("</html>")
    assert 'id="briefings/union/who-says-what"' in result.output


def test_since_leaves_older_articles_out_but_not_a_sheet_that_is_named(project: Path) -> None:
    later = run("pack", "--since", "2024-05-03", "--to", "-").output
    assert "There was no walkout." in later
    assert "The quay stays shut." not in later
    assert "articles since 3 May 2024" in later
    both = run("pack", "--since", "2024-05-03", "--sheet", "quay", "--topic", "quay", "--to", "-").output
    assert "There was no walkout." in both
    assert "The quay stays shut." in both


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "say what to pack"),
        (("--topic", "quay", "--to", "brief.doc"), "name a file that ends in .html or .pdf"),
        (("--topic", "quai"), 'topic "quai": is not published here. Did you mean "Quay"?'),
        (("--actor", "Ruis"), 'actor "Ruis": is not published here. Did you mean "Ruiz"?'),
        (("--sheet", "zzz"), 'sheet "zzz": is not published here.'),
        (("--since", "2025-01-01"), "there is no article since 2025-01-01. The newest article is of 2024-05-09."),
        (
            ("--since", "2024-05-03", "--actor", "Ruiz"),
            "no article since 2024-05-03 has Ana Ruiz. Take an earlier day.",
        ),
        (("--since", "May"), "write it as 2024-03-05"),
    ],
)
def test_what_cannot_be_packed_is_said_and_nothing_is_written(
    project: Path, arguments: tuple[str, ...], message: str
) -> None:
    (project / "brief.html").write_text("the last one")
    result = run("pack", "--to", "brief.html", *arguments)
    assert result.exit_code == 2
    assert message in result.output
    assert (project / "brief.html").read_text() == "the last one"


def test_a_sheet_with_a_mistake_stops_it(project: Path) -> None:
    (project / "factsheets/quay.yml").write_text("schema: 1\narticle: {id: quay}\n")
    for command in (["pack", "--topic", "quay"], ["pages"]):
        result = run(*command, "--to", "out.html")
        assert result.exit_code == 1
        assert "factsheets/quay.yml:2" in result.output
        assert not (project / "out.html").exists()


def test_a_folder_that_is_not_there_is_named(project: Path) -> None:
    result = run("pack", "--topic", "quay", "--to", "nowhere/brief.html")
    assert result.exit_code == 1
    assert "nowhere/.brief.html.part: cannot be used: No such file or directory." in result.output


def test_without_a_browser_a_pdf_is_refused_with_what_to_do(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_browsers", lambda: iter([None]))
    result = run("pack", "--topic", "quay", "--to", "brief.pdf")
    assert result.exit_code == 2
    assert "Install Chromium, Chrome or Edge; or write --to brief.html and print that" in result.output
    assert not (project / "brief.pdf").exists()


def test_a_browser_that_fails_is_named_with_what_it_said(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = project / "browser"
    browser.write_text("#!/bin/sh\necho no display >&2\nexit 3\n")
    browser.chmod(0o755)
    monkeypatch.setattr(printing, "_browsers", lambda: iter([str(browser)]))
    result = run("pack", "--topic", "quay", "--to", "brief.pdf")
    assert result.exit_code == 2
    assert "browser: does not print: no display." in result.output


def test_pages_are_written_for_another_renderer(project: Path) -> None:
    result = run("pages", "--to", "out/pages")
    assert result.exit_code == 0, result.output
    out = project / "out/pages"
    about = json.loads((out / "pages.json").read_text("utf-8"))
    assert (about["site_name"], about["as_of"]) == ("Brief", "9 May 2024")
    paths = {page["path"]: page for page in about["pages"]}
    assert {"", "briefings/quay/", "actors/ruiz/", "topics/quay/", "questions/", "timeline/"} <= set(paths)
    for path, page in paths.items():
        html = (out / page["file"]).read_text("utf-8")
        assert page["file"] == f"{path}index.html"
        assert "<html" not in html
        assert all(f'id="{h["id"]}"' in html for h in page["headings"])
        assert all(f'id="{r["anchor"]}"' in html for r in page["records"] if r["anchor"])
    assert "html" not in paths["briefings/quay/"]
    assert (out / "assets/briefwright/theme.css").is_file()
    assert f"Wrote {len(paths)} pages and pages.json to out/pages/." in result.output


def test_pages_replace_what_they_wrote_and_nothing_else(project: Path) -> None:
    assert run("pages", "--to", "out").exit_code == 0
    (project / "factsheets/union.yml").unlink()
    assert run("pages", "--to", "out").exit_code == 0
    assert not (project / "out/briefings/union").exists()
    (project / "papers").mkdir()
    (project / "papers/contract.txt").write_text("mine")
    result = run("pages", "--to", "papers")
    assert result.exit_code == 2
    assert "papers: holds something else, which would be lost. Name a new or an empty folder." in result.output
    assert (project / "papers/contract.txt").read_text() == "mine"

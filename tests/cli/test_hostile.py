"""Articles and sheets from anywhere: what looks like markup, a template or a path ends as text or as an error."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support import Run

HOSTILE = [
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "[x](javascript:alert(1))",
    "| a | b |",
    "</mark><b>",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, run_cli: Run) -> Path:
    """The site of an article whose title, outlet, names and quotations are hostile."""
    project = tmp_path_factory.mktemp("hostile") / "brief"
    assert run_cli("init", "-q", str(project), cwd=project.parent).returncode == 0
    (project / "seeds/ferry-line.md").unlink()
    nasty = " ".join(HOSTILE)
    (project / "seeds/nasty.md").write_text(
        f"---\ntitle: '{nasty}'\noutlet: '{nasty}'\npublished: 2024-03-05\nurl: https://example.org/dam\n---\n"
        f"Mira Solheim, the mayor of Orsund, said on Monday that “the dam {nasty} will be closed.” "
        f"She denied that {nasty} had been paid. Will the county of {nasty} pay for the dam?\n",
        "utf-8",
    )
    done = run_cli("build", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    sheet = next(p for p in (project / "factsheets").glob("*.yml") if not p.name.startswith("_"))
    text = sheet.read_text("utf-8").replace("notes: null", f"notes: |\n  {nasty}", 1)
    text = text.replace("bottom_line: null", f"bottom_line: '{nasty}'", 1)
    sheet.write_text(text, "utf-8")
    done = run_cli("build", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    return project / "site"


def test_nothing_of_theirs_is_markup(site: Path) -> None:
    pages = {p: p.read_text("utf-8") for p in site.rglob("*.html")}
    briefing = next(text for p, text in pages.items() if p.parent.parent.name == "briefings")
    for words in HOSTILE:
        escaped = words.replace("<", "&lt;").replace(">", "&gt;")
        assert escaped in briefing, words
    for path, text in pages.items():
        assert "<script>alert" not in text, path
        assert not re.search(r"""(href|src)=["']?\s*javascript:""", text, re.I), path
        assert ">49<" not in text, path


def test_the_search_index_holds_no_markup_of_theirs(site: Path) -> None:
    for name in ("search_index.json", "said.json"):
        index = (site / "search" / name).read_text("utf-8")
        assert "script>alert" in index
        assert "<" not in index


@pytest.mark.parametrize("id", ["../../etc/passwd", "a/b", "Mit Leerzeichen", "<script>"])
def test_an_id_is_no_path(id: str, site: Path, run_cli: Run) -> None:
    project = site.parent
    sheet = next(p for p in (project / "factsheets").glob("*.yml") if not p.name.startswith("_"))
    text = sheet.read_text("utf-8")
    try:
        sheet.write_text(re.sub(r"^  id: .*$", f"  id: '{id}'", text, count=1, flags=re.M), "utf-8")
        done = run_cli("build", cwd=project)
    finally:
        sheet.write_text(text, "utf-8")
    assert done.returncode == 1
    assert re.search(rf"factsheets/{sheet.name}:\d+:\d+: ", done.stderr)


def test_a_seed_outside_of_the_project_is_not_read(tmp_path: Path, run_cli: Run) -> None:
    assert run_cli("init", "-q", str(tmp_path / "brief"), cwd=tmp_path).returncode == 0
    secret = tmp_path / "secret.txt"
    secret.write_text("The password of the harbour board is written on the wall of the office.\n", "utf-8")
    (tmp_path / "brief/seeds/link.txt").symlink_to(secret)
    done = run_cli("parse", cwd=tmp_path / "brief")
    assert "link" not in done.stdout
    assert not any("password" in p.read_text("utf-8") for p in (tmp_path / "brief/factsheets").rglob("*.txt"))

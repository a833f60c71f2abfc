"""The commands as a user runs them, each in a process of its own: what they print, write and end with."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from support import Run

ARTICLE = "seeds/ferry-line.md"


@pytest.fixture(scope="module")
def parsed(tmp_path_factory: pytest.TempPathFactory, run_cli: Run) -> Path:
    """A new project whose example article was parsed."""
    project = tmp_path_factory.mktemp("parsed") / "brief"
    assert run_cli("init", str(project), cwd=project.parent).returncode == 0
    done = run_cli("parse", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 article read, 0 unchanged." in done.stdout
    return project


@pytest.fixture
def project(parsed: Path, tmp_path: Path) -> Path:
    """A copy of the parsed project that a test may change."""
    for source in parsed.rglob("*"):
        target = tmp_path / source.relative_to(parsed)
        if source.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    return tmp_path


def sheet_of(project: Path) -> Path:
    (path,) = (p for p in (project / "factsheets").glob("*.yml") if not p.name.startswith("_"))
    return path


def data_of(project: Path) -> dict[str, list[dict[str, object]]]:
    data = yaml.safe_load(sheet_of(project).read_text("utf-8"))
    assert isinstance(data, dict)
    return data


def test_parse_reads_who_says_what(parsed: Path) -> None:
    data = data_of(parsed)
    names = {actor["name"] for actor in data["actors"]}
    assert {"Mira Solheim", "Tomas Ek", "Jonas Brandt", "Brightwater Lines"} <= names
    said = {position["actor"]: position for position in data["positions"]}
    assert {"mira-solheim", "tomas-ek", "jonas-brandt", "brightwater-lines"} <= set(said)
    assert any(p["act"] == "deny" for p in data["positions"] if p["actor"] == "brightwater-lines")
    assert any("pay it back" in str(q["question"]) for q in data["open_questions"])


def test_the_readme_shows_what_the_parser_makes_of_its_example(parsed: Path, root: Path) -> None:
    readme = (root / "README.md").read_text("utf-8")
    excerpt = re.search(r"```yaml\n(.*?)\n```", readme, re.S)
    added = re.search(r"\((\d+) added\)", readme)
    assert excerpt
    assert added
    for piece in excerpt[1].split("\n# …\n"):
        assert piece in sheet_of(parsed).read_text("utf-8")
    items = sum(len(data_of(parsed)[section]) for section in ("actors", "positions", "open_questions", "events"))
    assert int(added[1]) == items


def test_a_second_parse_changes_no_byte_and_no_time(project: Path, run_cli: Run) -> None:
    files = sorted((project / "factsheets").rglob("*"))
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in files if p.is_file()}
    for arguments in (["parse"], ["parse", "--all"]):
        assert run_cli(*arguments, cwd=project).returncode == 0
        assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in before} == before, arguments


def test_every_edit_survives_a_changed_article(project: Path, run_cli: Run) -> None:
    path = sheet_of(project)
    data = data_of(project)
    changed, deleted = data["positions"][0], data["positions"][1]
    text = path.read_text("utf-8")
    text = text.replace(f"statement: {changed['statement']}", "statement: Said in the editor's own words", 1)
    assert "editor's own words" in text
    item = re.search(rf"^ *- id: {deleted['id']}\n(?: {{4}}.*\n)+", text, re.M)
    assert item
    text = text.replace(item.group(), "  # the editor knows why\n", 1)
    added = "  - id: who-pays-the-inspectors\n    question: Who pays the inspectors?\n    kind: unknown\n"
    text = text.replace("open_questions:\n", f"open_questions:\n{added}", 1)
    path.write_text(text, "utf-8")
    article = project / ARTICLE
    article.write_text(
        article.read_text("utf-8").replace(
            "The harbour board will decide next Monday",
            "“The ship is safe,” said Lena Arvid, a naval architect. The harbour board will decide next Monday",
        ),
        "utf-8",
    )

    done = run_cli("parse", cwd=project)

    assert (done.returncode, done.stderr) == (0, "")
    after = path.read_text("utf-8")
    assert "# the editor knows why" in after
    ids = {p["id"]: p for p in data_of(project)["positions"]}
    assert ids[changed["id"]]["statement"] == "Said in the editor's own words"
    assert deleted["id"] not in ids
    assert any(q["id"] == "who-pays-the-inspectors" for q in data_of(project)["open_questions"])
    assert any(p["actor"] == "lena-arvid" for p in ids.values())
    assert run_cli("check", cwd=project).returncode == 0


def test_a_lost_quotation_is_a_conflict_and_the_edit_stays(project: Path, run_cli: Run) -> None:
    path, article = sheet_of(project), project / ARTICLE
    denial = next(p for p in data_of(project)["positions"] if p["actor"] == "brightwater-lines")
    text = path.read_text("utf-8").replace(f"statement: {denial['statement']}", "statement: As the editor has it", 1)
    path.write_text(text, "utf-8")
    quote = denial["evidence"][0]["quote"]  # type: ignore[index] # plain YAML data
    article.write_text(article.read_text("utf-8").replace(quote, "everything"), "utf-8")

    done = run_cli("parse", cwd=project)

    assert done.returncode == 3
    assert re.search(rf"{path.name}:\d+:\d+: ", done.stderr), done.stderr
    assert "As the editor has it" in path.read_text("utf-8")


def test_five_mistakes_are_five_lines_with_their_places(project: Path, run_cli: Run) -> None:
    path = sheet_of(project)
    text = path.read_text("utf-8")
    text = text.replace("    act: deny", "    act: denies", 1)
    text = text.replace("kind: person", "kind: human", 1)
    text = re.sub(r"published: .*", "published: last Tuesday", text, count=1)
    text = text.replace("bottom_line:", "botom_line:", 1)
    text = re.sub(r"quote: .{12}", "quote: Not in the text", text, count=1)
    path.write_text(text, "utf-8")

    done = run_cli("check", cwd=project)

    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert len(lines) == 5, done.stderr
    assert all(re.match(rf"factsheets/{path.name}:\d+:\d+: ", line) for line in lines)
    assert "bottom_line" in done.stderr
    assert run_cli("build", cwd=project).returncode == 1


def test_unreadable_articles_are_named_and_the_rest_goes_on(project: Path, run_cli: Run) -> None:
    (project / "seeds/empty.txt").write_bytes(b"")
    (project / "seeds/latin.txt").write_bytes("Die Fähre fährt nicht mehr über den Fluss.\n".encode("latin-1") * 5)
    (project / "seeds/dam.txt").write_text(
        "The dam at Torvik will be closed.\n\nThe county said on Monday that it had no money for repairs.\n", "utf-8"
    )

    done = run_cli("parse", cwd=project)

    assert done.returncode == 4
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["seeds/empty.txt", "seeds/latin.txt"]
    assert "dam-at-torvik" in done.stdout
    assert run_cli("build", cwd=project).returncode == 4, "the site is there nevertheless"
    gaps = (project / "site/gaps/index.html").read_text("utf-8")
    assert "<bdi>seeds/empty.txt</bdi>" in gaps
    assert "<bdi>seeds/latin.txt</bdi>" in gaps

    for name in ("empty", "latin"):
        (project / f"seeds/{name}.txt").unlink()
    assert run_cli("build", cwd=project).returncode == 0
    assert "seeds/empty.txt" not in (project / "site/gaps/index.html").read_text("utf-8")


@pytest.mark.parametrize("command", ["parse", "check", "status"])
def test_json_is_one_document_on_standard_output(command: str, project: Path, run_cli: Run) -> None:
    done = run_cli(command, "--json", cwd=project)
    assert done.returncode == 0
    assert isinstance(json.loads(done.stdout), dict)


def test_status_names_what_was_edited_and_what_is_new(project: Path, run_cli: Run) -> None:
    path = sheet_of(project)
    position = data_of(project)["positions"][0]
    text = path.read_text("utf-8").replace(f"statement: {position['statement']}", "statement: Edited", 1)
    path.write_text(text, "utf-8")
    (project / "seeds/other.txt").write_text("Another article that nobody has parsed so far.\n", "utf-8")

    state = json.loads(run_cli("status", "--json", cwd=project).stdout)

    assert state["new"] == ["seeds/other.txt"]
    assert state["edited"] == {f"factsheets/{path.name}": [position["id"]]}
    assert (state["changed"], state["conflicts"], state["mistakes"]) == ([], [], [])


def test_status_names_conflicts_and_what_no_parser_writes(project: Path, run_cli: Run) -> None:
    path = sheet_of(project)
    position = data_of(project)["positions"][0]
    quote = position["evidence"][0]["quote"]
    text = path.read_text("utf-8").replace(f"- id: {position['id']}\n", f"- id: {position['id']}  # heard it\n", 1)
    text = text.replace("bottom_line: null", "bottom_line: Wait.").replace("publish: true", "publish: false", 1)
    path.write_text(text, "utf-8")
    done = run_cli("status", cwd=project)
    assert done.returncode == 0
    told = re.search(rf"edited: 1, kept at every parse\n  factsheets/{re.escape(path.name)} \((.*)\)", done.stdout)
    assert told
    assert set(told[1].split(", ")) == {position["id"], "bottom_line", "publish"}

    seed = project / ARTICLE
    seed.write_text(seed.read_text("utf-8").replace(quote, "The moon is full tonight"), "utf-8")
    parsed = run_cli("parse", cwd=project)
    assert (parsed.returncode, f'"{position["id"]}" is kept as a person left it' in parsed.stderr) == (3, True)
    done = run_cli("status", cwd=project)
    assert done.returncode == 3
    assert done.stdout.startswith("1 fact sheet\n")
    assert (
        f"in conflict: 1, their words are not in the article; run: briefwright review\n  factsheets/{path.name} "
        in (done.stdout)
    )
    assert f"({position['id']})" in done.stdout
    assert "edited: 1" in done.stdout
    state = run_cli("status", "--json", cwd=project)
    assert state.returncode == 3
    assert json.loads(state.stdout)["undecided"] == {f"factsheets/{path.name}": [position["id"]]}


def test_build_writes_a_site_and_mkdocs_alone_does_too(project: Path, run_cli: Run) -> None:
    done = run_cli("build", "--as-of", "2024-03-20", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    assert "site/" in done.stdout
    home = (project / "site/index.html").read_text("utf-8")
    assert "Ferry line between Orsund and Lowmark" in home
    assert "20 March 2024" in home


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["parse"], 2, "mkdocs.yml"),
        (["build", "--as-of", "tomorrow"], 2, "2024-03-05"),
        (["prase"], 2, "No such command"),
    ],
)
def test_usage_errors_end_with_2(arguments: list[str], status: int, words: str, tmp_path: Path, run_cli: Run) -> None:
    done = run_cli(*arguments, cwd=tmp_path)
    assert done.returncode == status
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_init_never_overwrites(project: Path, run_cli: Run) -> None:
    before = (project / "mkdocs.yml").read_bytes()
    done = run_cli("init", str(project), cwd=project)
    assert done.returncode == 2
    assert "is there already" in done.stderr
    assert (project / "mkdocs.yml").read_bytes() == before


def test_a_new_project_is_in_the_language_that_is_asked_for(tmp_path: Path, run_cli: Run) -> None:
    assert run_cli("init", "--language", "es", "brief", cwd=tmp_path).returncode == 0
    settings = (tmp_path / "brief/mkdocs.yml").read_text("utf-8")
    assert "  language: es\n" in settings
    assert "site_name: Mi resumen de noticias\n" in settings
    done = run_cli("init", "--language", "tlh", "other", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "other").exists()) == (2, False)
    assert "choose one of en, es" in done.stderr


def test_attributions_reads_and_writes_json_lines(tmp_path: Path, run_cli: Run) -> None:
    text = "“The bridge is safe,” Mayor Ada Holm said."
    done = run_cli("attributions", cwd=tmp_path, input=json.dumps({"doc": "a", "text": text}) + "\n")
    assert (done.returncode, done.stderr) == (0, "")
    (row,) = map(json.loads, done.stdout.splitlines())
    (found,) = row["attributions"]
    assert row["doc"] == "a"
    assert [text[start:end] for start, end in found["source"]] == ["Mayor Ada Holm"]
    assert [text[start:end] for start, end in found["cue"]] == ["said"]
    assert "The bridge is safe" in text[slice(*found["content"][0])]


def test_attributions_of_anything_else_is_one_line(tmp_path: Path, run_cli: Run) -> None:
    done = run_cli("attributions", cwd=tmp_path, input="no JSON")
    assert done.returncode == 4
    assert done.stderr.startswith("standard input: ")
    assert len(done.stderr.splitlines()) == 1

"""`rename`: an id changes everywhere and nothing else does, whenever it is killed, and links to the old one lead on."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefwright import sheets
from briefwright.cli import main
from briefwright.config import load_project
from briefwright.corpus import build_corpus
from briefwright.desk import rename as desk_rename
from briefwright.desk.steps import Step
from briefwright.model.factsheet import (
    Actor,
    ArticleInfo,
    Event,
    Evidence,
    FactSheet,
    Generated,
    OpenQuestion,
    Position,
    Topic,
)
from briefwright.model.page import Site
from briefwright.pages import load_labels, make_site
from briefwright.sheets.files import Folder

PARSER = "briefwright 0.1.0"
TEXT = "The quay stays shut, Ana Ruiz said. Who pays is open. The union met the council on Monday.\n"


def evidence(quote: str) -> tuple[Evidence, ...]:
    return (Evidence(quote=quote, start=TEXT.index(quote), end=TEXT.index(quote) + len(quote)),)


def parsed(name: str) -> FactSheet:
    """What a parser makes of the text; the topic and the actor are spelt alike."""
    article = ArticleInfo(
        id=name, title=name, file=f"seeds/{name}.txt", sha256=hashlib.sha256(TEXT.encode()).hexdigest()
    )
    return FactSheet(
        schema=1,
        article=article,
        actors=(
            Actor(id="ruiz", name="Ana Ruiz", kind="person", affiliation="council"),
            Actor(id="council", name="council", kind="organisation"),
        ),
        positions=(
            Position(
                id="shut", actor="ruiz", via="council", about=("council",), act="assert", topics=("council", "quay"),
                statement="The quay stays shut.", evidence=evidence("The quay stays shut"),
            ),
        ),
        open_questions=(
            OpenQuestion(
                id="who-pays", question="Who pays?", kind="unknown", about=("ruiz", "council"), topics=("quay",),
                evidence=evidence("Who pays is open"),
            ),
        ),
        events=(Event(id="met", event="the union met the council", evidence=evidence("The union met the council")),),
        generated=Generated(parser=PARSER),
    )  # fmt: skip


def parse_again(project: Path) -> None:
    """What `parse --all` does with findings that are what they were."""
    shelf = sheets.load(project, project / "factsheets")
    first = parsed("pier")
    topics = [Topic(id="quay", name="The quay"), Topic(id="council", name="The council's money")]
    shelf = sheets.save_registers(shelf, first.actors, topics, PARSER)
    by_file = {s.sheet.article.file: s.sheet.article.id for s in shelf.sheets.values()}
    for name in ("pier", "quay"):
        sheet = parsed(name)
        id = by_file.get(sheet.article.file, name)
        sheets.save_parsed(
            shelf, sheet.model_copy(update={"article": sheet.article.model_copy(update={"id": id})}), TEXT
        )


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sheets that a parser wrote and a person edited: of `pier` a question, of `quay` the layout and comments."""
    project = tmp_path_factory.mktemp("desk")
    (project / "mkdocs.yml").write_text("site_name: Brief\nplugins: [briefwright]\n")
    parse_again(project)
    folder = project / "factsheets"
    edit(
        folder / "pier.yml",
        ("question: Who pays?", "question: Who pays for it?"),
        (
            "status: open",
            "status: answered\n    answer: {sheet: quay, position: shut}\n"
            "    not_answered_by: [{sheet: quay, position: shut}]",
        ),
    )
    edit(
        folder / "quay.yml",
        ("  - id: ruiz\n", "  # the mayor\n  - id: 'ruiz'   # ruiz of the council\n"),
        ("    about: [council]\n", "    about:\n      - council  # the body\n"),
        ("notes: null", "notes: council and ruiz, quay and pier"),
    )
    edit(folder / "pier.yml", ("language: en\n", "language: en\n  origin: quay\n  story: quay\n"))
    assert sheets.load(project, folder).problems == ()
    return project


@pytest.fixture
def project(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(desk, tmp_path / "desk")
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


def rename(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["rename", *arguments])


def files(project: Path) -> dict[str, str]:
    folder = project / "factsheets"
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in sorted(folder.rglob("*.[yt]*"))}


def edited(project: Path) -> dict[str, frozenset[str]]:
    return {name: s.edited for name, s in sheets.load(project, project / "factsheets").sheets.items()}


def site(project: Path) -> Site:
    shelf = sheets.load(project, project / "factsheets")
    assert shelf.problems == ()
    settings = load_project()
    labels = load_labels("en", settings.templates / "labels")
    return make_site(build_corpus(shelf.sheets.values(), shelf.actors, shelf.topics), settings, labels)


RENAMINGS = {
    "actor": ("ruiz", "ana-ruiz"),
    "actor that is an affiliation": ("council", "town-council", "--kind", "actor"),
    "topic": ("council", "money", "--kind", "topic"),
    "sheet": ("quay", "old-quay", "--kind", "sheet"),
    "position": ("quay/shut", "quay-stays-shut"),
    "question": ("pier/who-pays", "pier/costs"),
    "event": ("quay/met", "meeting"),
}


def test_what_is_read_in_an_items_place_takes_its_new_id(project: Path) -> None:
    path = project / "factsheets/quay.yml"
    edit(path, ("generated:\n", "generated:\n  new_words: {shut: [{quote: The quay, start: 0, end: 8}]}\n"))
    assert rename("quay/shut", "quay-stays-shut").exit_code == 0
    assert "  new_words: {quay-stays-shut: [{quote: The quay, start: 0, end: 8}]}\n" in path.read_text("utf-8")


@pytest.mark.parametrize("name", RENAMINGS)
def test_nothing_counts_as_edited_and_the_next_parse_changes_nothing(project: Path, name: str) -> None:
    old, new = (word.rpartition("/")[2] for word in RENAMINGS[name][:2])
    before = edited(project)
    done = rename(*RENAMINGS[name])
    assert done.exit_code == 0, done.output
    assert sheets.load(project, project / "factsheets").problems == ()
    after = {n: frozenset(new if i == old else i for i in ids) for n, ids in before.items()}
    if name == "sheet":
        after["old-quay"] = after.pop("quay")
    assert edited(project) == after
    standing = files(project)
    parse_again(project)
    assert files(project) == standing


@pytest.mark.parametrize("name", RENAMINGS)
def test_killed_after_any_step_the_same_command_does_the_rest(
    project: Path, desk: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert rename(*RENAMINGS[name]).exit_code == 0
    wanted = files(project)
    took = desk_rename.carry_out
    for alive in range(10):
        shutil.rmtree(project / "factsheets")
        shutil.copytree(desk / "factsheets", project / "factsheets")
        count = []

        def killed(folder: Folder, steps: list[Step], alive: int = alive, count: list[int] = count) -> None:
            count.append(len(steps))
            took(folder, steps[:alive])

        monkeypatch.setattr(desk_rename, "carry_out", killed)
        rename(*RENAMINGS[name])
        monkeypatch.setattr(desk_rename, "carry_out", took)
        done = rename(*RENAMINGS[name])
        assert done.exit_code == 0, done.output
        assert files(project) == wanted, alive
        if alive > count[0]:
            break
    else:
        pytest.fail("more steps than were tried")
    assert "nothing left to change" in rename(*RENAMINGS[name]).stdout


def test_only_the_ids_change_in_a_sheet_of_ones_own_style(project: Path) -> None:
    before = files(project)["quay.yml"]
    assert rename("ruiz", "ana-ruiz").exit_code == 0
    after = files(project)["quay.yml"]
    changed = [(a, b) for a, b in zip(before.splitlines(), after.splitlines(), strict=True) if a != b]
    assert changed[0] == ("  - id: 'ruiz'   # ruiz of the council", "  - id: 'ana-ruiz'   # ruiz of the council")
    assert "notes: council and ruiz, quay and pier" in after
    items, prints = changed[:3], changed[3:]
    assert all(a.replace("ruiz", "ana-ruiz", 1) == b for a, b in items)
    assert all(re.fullmatch(r"    [a-z-]+: [0-9a-f]{8}\.[0-9a-f]{8}", line) for pair in prints for line in pair)


def test_a_topic_spelt_like_an_actor_is_left_alone(project: Path) -> None:
    assert rename("council", "town-council", "--kind", "actor").exit_code == 0
    sheet = sheets.load(project, project / "factsheets").sheets["pier"].sheet
    assert (sheet.positions[0].topics, sheet.positions[0].about) == (("council", "quay"), ("town-council",))
    assert sheet.actors[0].affiliation == "town-council"
    assert "council: " in files(project)["_topics.yml"]


def test_a_sheet_takes_its_text_and_what_refers_to_it_along(project: Path) -> None:
    assert rename("quay", "old-quay", "--kind", "sheet").exit_code == 0
    after = files(project)
    assert {"old-quay.yml", "texts/old-quay.txt"} <= after.keys()
    assert not {"quay.yml", "texts/quay.txt"} & after.keys()
    assert "  id: old-quay\n  formerly: [quay]\n" in after["old-quay.yml"]
    assert "answer: {sheet: old-quay, position: shut}" in after["pier.yml"]
    assert "not_answered_by: [{sheet: old-quay, position: shut}]" in after["pier.yml"]
    assert "origin: old-quay\n  story: old-quay" in after["pier.yml"]


def test_an_answer_follows_the_position_that_gives_it(project: Path) -> None:
    assert rename("quay/shut", "quay-stays-shut").exit_code == 0
    after = files(project)
    assert "answer: {sheet: quay, position: quay-stays-shut}" in after["pier.yml"]
    assert "not_answered_by: [{sheet: quay, position: quay-stays-shut}]" in after["pier.yml"]
    assert "  - id: shut\n" in after["pier.yml"]  # the item of another sheet with the same id


def test_a_renaming_can_be_taken_back(project: Path) -> None:
    before = files(project)
    for old, new in (("ruiz", "ana-ruiz"), ("ana-ruiz", "ruiz")):
        assert rename(old, new).exit_code == 0
    after = files(project)
    assert "    merge: [ana-ruiz]\n" in after["_actors.yml"]
    assert {n: t for n, t in after.items() if n != "_actors.yml"} == {
        n: t for n, t in before.items() if n != "_actors.yml"
    }
    assert sheets.load(project, project / "factsheets").problems == ()


def test_a_dry_run_tells_the_files_and_writes_nothing(project: Path) -> None:
    before = files(project)
    done = rename("quay", "old-quay", "--kind", "sheet", "--dry-run")
    assert done.exit_code == 0
    assert "factsheets/quay.yml → factsheets/old-quay.yml" in done.stdout
    assert "factsheets/pier.yml: 4 places" in done.stdout
    assert files(project) == before


REFUSED = {
    (
        "ruiz",
        "council",
    ): '"council": is already the id of another actor. If both are the same one, write ',
    ("ruiz", "Ana Ruiz"): "cannot be an id",
    ("ruiz", "../out"): "cannot be an id",
    ("ruiz", "ruiz"): "has already",
    ("riuz", "ana"): 'Did you mean "ruiz"?',
    ("council", "money"): "Say which with --kind",
    ("quay", "pier", "--kind", "sheet"): "is already the id of another sheet",
    ("nowhere/shut", "open"): "is not the id of a sheet",
    ("quay/shot", "open"): 'Did you mean "quay/shut"?',
    ("quay/ruiz", "ana"): "briefwright rename ruiz ana",
    ("quay/shut", "met"): "is or was already the id of another item",
}


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_what_cannot_be_done_is_told_and_nothing_changed(project: Path, arguments: tuple[str, ...]) -> None:
    before = files(project)
    done = rename(*arguments)
    assert (done.exit_code, REFUSED[arguments] in done.stderr) == (2, True), done.output
    assert files(project) == before


def test_a_new_id_that_an_item_of_a_sheet_has_is_refused_before_anything_is_written(project: Path) -> None:
    before = files(project)
    done = rename("ruiz", "met")
    assert done.exit_code == 1
    assert '"met" is an id in this file already' in done.stderr
    assert files(project) == before


def test_a_sheet_with_mistakes_stops_it_only_where_it_holds_the_id(project: Path) -> None:
    broken = project / "factsheets/broken.yml"
    broken.write_text("schema: 1\narticle: {id: broken, title: [\n# ruiz\n")
    done = rename("ruiz", "ana-ruiz")
    assert done.exit_code == 1
    assert "factsheets/broken.yml:" in done.stderr
    broken.write_text("schema: 1\narticle: {id: broken, title: [\n")
    assert rename("ruiz", "ana-ruiz").exit_code == 0


def test_an_actor_of_a_sheet_by_hand_gets_an_entry_that_remembers(project: Path) -> None:
    sheet = "schema: 1\narticle: {id: call, title: Call}\nactors: [{id: lo, name: Lo, kind: person}]\n"
    (project / "factsheets/call.yml").write_text(sheet)
    assert rename("lo", "li-lo").exit_code == 0
    assert "  - id: li-lo\n    name: Lo\n    kind: person\n    merge: [lo]\n" in files(project)["_actors.yml"]
    assert "actors: [{id: li-lo, name: Lo" in files(project)["call.yml"]


def test_what_a_person_saves_meanwhile_is_not_lost(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    took = desk_rename.carry_out

    def late(folder: Folder, steps: list[Step]) -> None:
        edit(project / "factsheets/quay.yml", ("bottom_line: null", "bottom_line: Saved just now."))
        took(folder, steps)

    monkeypatch.setattr(desk_rename, "carry_out", late)
    done = rename("ruiz", "ana-ruiz")
    assert done.exit_code == 1
    assert "was changed meanwhile" in done.stderr
    monkeypatch.undo()
    monkeypatch.chdir(project)
    assert rename("ruiz", "ana-ruiz").exit_code == 0
    assert "bottom_line: Saved just now." in files(project)["quay.yml"]
    assert not re.search(r"\bactor: ruiz\b", files(project)["quay.yml"])


def links(html: str) -> Iterator[str]:
    yield from re.findall(r'(?:href="|url=)([^"]+)"', html)


@pytest.mark.parametrize(
    ("arguments", "old", "new"),
    [
        (("ruiz", "ana-ruiz"), "actors/ruiz/", "../../actors/ana-ruiz/"),
        (("quay", "harbour", "--kind", "topic"), "topics/quay/", "../../topics/harbour/"),
        (("quay", "old-quay", "--kind", "sheet"), "briefings/quay/", "../../briefings/old-quay/"),
    ],
)
def test_the_old_page_leads_to_the_new_one(project: Path, arguments: tuple[str, ...], old: str, new: str) -> None:
    assert old in {page.path for page in site(project).pages}
    assert rename(*arguments).exit_code == 0
    after = site(project)
    assert old not in {page.path for page in after.pages}
    (redirect,) = after.redirects
    assert redirect.path == old
    assert list(links(redirect.html)) == [new, new, new]  # canonical, refresh, and the plain link
    assert '<link rel="canonical"' in redirect.html


def test_old_places_on_a_page_are_still_there(project: Path) -> None:
    for old, new in (("quay/shut", "closed"), ("quay/who-pays", "costs"), ("quay/met", "meeting")):
        assert rename(old, new).exit_code == 0
    html = next(page.html for page in site(project).pages if page.path == "briefings/quay/")
    for id in ("s-shut", "s-closed", "q-who-pays", "q-costs", "e-met", "e-meeting"):
        assert html.count(f'id="{id}"') == 1, id


def test_an_id_that_is_private_or_a_page_again_has_no_redirect(project: Path) -> None:
    register = project / "factsheets/_actors.yml"
    edit(register, ("    kind: person\n", "    kind: person\n    merge: [secret]\n"))
    assert [r.path for r in site(project).redirects] == ["actors/secret/"]
    edit(register, ("actors:\n", "actors:\n  - {id: secret, name: Secret, kind: person, publish: false}\n"))
    assert site(project).redirects == ()


def test_a_new_article_is_not_named_like_a_sheet_that_was_renamed(project: Path) -> None:
    from briefwright.pipeline import _Desk

    assert rename("quay", "old-quay", "--kind", "sheet").exit_code == 0
    taken = _Desk(load_project(), sheets.load(project, project / "factsheets"))._taken
    assert {"quay", "old-quay", "pier"} <= taken

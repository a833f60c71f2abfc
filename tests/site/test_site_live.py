"""`serve`: what is shown after a save is what a whole build would show, soon, and mistakes do not take it away."""

from __future__ import annotations

import logging
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from briefwright import sheets
from briefwright.config import load_project
from briefwright.live import POLL, watch_quickly
from briefwright.model.factsheet import (
    Actor,
    ArticleInfo,
    Evidence,
    FactSheet,
    Generated,
    OpenQuestion,
    Position,
    Topic,
)
from briefwright.starter import write_starter

URL = "http://127.0.0.1:8000/"
PEOPLE = {"ana-ruiz": "Ana Ruiz", "ole-brand": "Ole Brand", "mira-solm": "Mira Solm"}


def add_sheet(root: Path, name: str, day: str, *speakers: str) -> Path:
    """A sheet as the parser leaves it, on an article in which each of the speakers says one sentence."""
    project = load_project(root / "mkdocs.yml")
    said = {s: f"The quay of {name} needs {i} new cranes" for i, s in enumerate(speakers, 2)}
    text = "\n".join(f"{words}, said {PEOPLE[s]}." for s, words in said.items())
    starts = {s: text.index(words) for s, words in said.items()}
    spans = {s: Evidence(quote=w, start=starts[s], end=starts[s] + len(w)) for s, w in said.items()}
    sheet = FactSheet(
        schema=1,
        article=ArticleInfo(id=name, title=f"Cranes for {name.title()}", published=day, file=f"seeds/{name}.txt"),
        actors=tuple(Actor(id=s, name=PEOPLE[s], kind="person", salience="main") for s in speakers),
        positions=tuple(
            Position(id=f"cranes-{s}", actor=s, act="demand", statement=w, topics=("cranes",), evidence=(spans[s],))
            for s, w in said.items()
        ),
        open_questions=(OpenQuestion(id="who", question="Who pays for cranes that the quay needs?", kind="unknown"),),
        generated=Generated(parser="test"),
    )
    shelf = sheets.load(root, project.sheets)
    shelf = sheets.save_registers(shelf, sheet.actors, [Topic(id="cranes", name="Cranes")], "test")
    return sheets.save_parsed(shelf, sheet, text).path


def change(path: Path, *replacements: tuple[str, str]) -> None:
    """Save a file with other words in it, as most editors do: a new file takes the old one's place."""
    text = path.read_text("utf-8")
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new)
    part = path.with_name(f"{path.name}.tmp")
    part.write_text(text, "utf-8")
    part.replace(path)


def contents(site: Path) -> dict[str, bytes]:
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    write_starter(root)
    (root / "docs" / "note.md").write_text("# A note\n\nSee [Lorne](briefings/lorne/index.md).\n")
    add_sheet(root, "lorne", "2024-03-01", "ana-ruiz", "ole-brand")
    add_sheet(root, "aven", "2024-03-04", "ana-ruiz")
    add_sheet(root, "solm", "2024-03-05", "mira-solm")
    return root


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """MkDocs without its own lines, and without the plugins that it keeps over the builds of a process."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "true")
    kept = dict(MkDocsConfig._schema)["plugins"].plugin_cache
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    kept.clear()
    yield
    kept.clear()
    logging.getLogger("mkdocs").setLevel(logging.NOTSET)


class Served:
    """The site of `serve`, without the waiting."""

    def __init__(self, root: Path, site: Path) -> None:
        self.root, self.site = root, site
        config = self._config()
        config.plugins.on_startup(command="serve", dirty=False)
        self.whole_builds = 0
        self._build(config)
        self.server = LiveReloadServer(lambda: self._build(self._config()), "127.0.0.1", 0, str(site))
        self.server.watch(config.docs_dir)
        self.server.watch(config.config_file_path)
        config.plugins.on_serve(self.server, config=config, builder=self.server.builder)

    def refresh(self) -> None:
        self.server.builder()

    def get(self, path: str) -> str:
        """The page as the server answers it."""
        application = self.server.get_app()
        assert application
        status: list[str] = []
        body = application({"PATH_INFO": path}, lambda s, headers: status.append(s))
        return b"".join(body).decode()

    def _config(self) -> MkDocsConfig:
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.site))
        config.site_url = URL
        return config

    def _build(self, config: MkDocsConfig) -> None:
        self.whole_builds += 1
        build(config, serve_url=URL)


def whole(root: Path, site: Path) -> dict[str, bytes]:
    """What a build of the project from nothing writes."""
    script = (
        "import sys; from mkdocs.config import load_config; from mkdocs.commands.build import build\n"
        f"c = load_config(sys.argv[1], site_dir=sys.argv[2]); c.site_url = {URL!r}\n"
        f"c.plugins.on_startup(command='serve', dirty=False); build(c, serve_url={URL!r})"
    )
    subprocess.run([sys.executable, "-c", script, str(root / "mkdocs.yml"), str(site)], check=True, timeout=120)
    return contents(site)


def test_what_is_patched_is_what_a_whole_build_writes(root: Path, tmp_path: Path) -> None:
    served = Served(root, tmp_path / "served")
    lorne, aven, registers = (root / "factsheets" / f"{n}.yml" for n in ("lorne", "aven", "_actors"))

    assert "Said since" in served.get("/briefings/lorne/")
    steps: dict[str, Callable[[], object]] = {
        "a line of the editor's": lambda: change(lorne, ("bottom_line: null", "bottom_line: <Cranes> & money.")),
        "an act": lambda: change(lorne, ("act: demand", "act: deny")),
        "an alias": lambda: change(aven, ("name: Ana Ruiz", "name: Ana Ruiz\n    aliases: [Ruiz]")),
        "a new sheet with a new actor": lambda: add_sheet(root, "osterfield", "2024-03-02", "ole-brand", "mira-solm"),
        "a name in the register": lambda: change(registers, ("name: Mira Solm", "name: Mira Solm-Vane")),
        "a title": lambda: change(root / "factsheets" / "osterfield.yml", ("Cranes for", "No cranes for")),
        "an older day": lambda: change(aven, ("published: 2024-03-04", "published: 2024-02-01")),
        "the day of the site": lambda: (root / "factsheets" / "solm.yml").unlink(),
        "two actors made one": lambda: change(registers, ("id: ole-brand\n", "id: ole-brand\n    merge: [ana-ruiz]\n")),
        "and two again": lambda: change(registers, ("    merge: [ana-ruiz]\n", "")),
        "nothing": lambda: None,
        "not published": lambda: change(root / "factsheets" / "osterfield.yml", ("publish: true", "publish: false")),
    }
    for name, step in steps.items():
        step()
        served.refresh()
        if name in ("a new sheet with a new actor", "two actors made one", "and two again", "not published"):
            assert contents(served.site) == whole(root, tmp_path / "whole"), name
            shutil.rmtree(tmp_path / "whole")
    before = contents(served.site)
    change(lorne, ("act: deny", "act: shout"))
    served.refresh()
    assert contents(served.site) == before
    change(lorne, ("act: shout", "act: warn"))
    lorne.with_name("lorne.yml").rename(tmp_path / "lorne.yml")
    served.refresh()
    assert not (served.site / "briefings" / "lorne").exists()
    shutil.copy(tmp_path / "lorne.yml", lorne)
    served.refresh()
    assert contents(served.site) == whole(root, tmp_path / "whole")
    assert served.whole_builds == 1


def test_only_pages_that_a_save_concerns_are_written(root: Path, tmp_path: Path) -> None:
    served = Served(root, tmp_path / "served")
    pages = {p: p.stat().st_mtime_ns for p in served.site.rglob("*.html")}
    change(root / "factsheets" / "lorne.yml", ("bottom_line: null", "bottom_line: Money."))
    served.refresh()
    written = {p.parent.relative_to(served.site).as_posix() for p, t in pages.items() if p.stat().st_mtime_ns != t}
    assert "briefings/lorne" in written
    assert not written & {"briefings/aven", "briefings/solm", "actors/mira-solm", "actors", "questions", "note"}


def test_a_mistake_is_shown_where_it_is_and_the_last_good_version_stays(root: Path, tmp_path: Path) -> None:
    served = Served(root, tmp_path / "served")
    lorne = root / "factsheets" / "lorne.yml"
    line = lorne.read_text("utf-8").split("\n").index("    act: demand") + 1
    change(lorne, ("act: demand", "act: <shout>"))
    served.refresh()
    for page in ("/", "/briefings/lorne/", "/note/"):
        shown = served.get(page)
        assert f"factsheets/lorne.yml:{line}:10: " in shown
        assert "&lt;shout&gt;" in shown
        assert "<shout>" not in shown
    assert "The quay of lorne needs 2 new cranes" in served.get("/briefings/lorne/")
    served.refresh()
    assert "The quay of lorne needs 2 new cranes" in served.get("/briefings/lorne/")
    change(lorne, ("act: <shout>", "act: demand"))
    served.refresh()
    assert "to mend" not in served.get("/")


def test_a_sheet_stays_mistaken_that_lost_its_actor_to_the_register(root: Path, tmp_path: Path) -> None:
    served = Served(root, tmp_path / "served")
    topics = root / "factsheets" / "_topics.yml"
    change(topics, ("id: cranes", "id: derricks"))
    for _ in range(2):
        served.refresh()
        assert 'no topic has the id "cranes"' in served.get("/").replace("&#34;", '"')
    change(topics, ("id: derricks", "id: cranes"))
    served.refresh()
    assert "to mend" not in served.get("/")


def test_a_template_with_a_mistake_leaves_the_site_and_is_told(root: Path, tmp_path: Path) -> None:
    served = Served(root, tmp_path / "served")
    before = contents(served.site)
    own = root / "templates" / "pages" / "topics.html.jinja"
    own.parent.mkdir(parents=True)
    own.write_text("<h1>Matters</h1>\n{% if %}")
    served.refresh()
    assert contents(served.site) == before
    assert "templates/pages/topics.html.jinja:2:1: " in served.get("/")
    own.write_text("<h1>Matters</h1>")
    served.refresh()
    assert "<h1>Matters</h1>" in served.get("/topics/")
    assert "to mend" not in served.get("/")


def test_a_save_is_seen_soon_and_many_files_are_one_rebuild(root: Path, tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = tmp_path / "log"
    command = [str(Path(sys.executable).with_name("briefwright")), "serve", "--dev-addr", address]
    with log.open("w") as lines, subprocess.Popen(command, cwd=root, stderr=lines, stdout=lines) as process:
        try:
            shows(f"http://{address}/briefings/lorne/", "Cranes for Lorne")
            (root / "factsheets" / ".lorne.yml.swp").write_text("an editor's")
            for path in sorted((root / "factsheets").glob("[!_]*.yml")):
                change(path, ("bottom_line: null", "bottom_line: All at once."))
                time.sleep(0.05)
            shows(f"http://{address}/briefings/solm/", "All at once.")
            assert log.read_text().count("Detected file changes") == 1
        finally:
            process.terminate()


def test_folders_that_are_away_for_a_while_are_watched_again(root: Path, tmp_path: Path) -> None:
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    folder, away = root / "factsheets", root / "away"
    watch_quickly(server, (), [folder])
    server.observer.start()
    try:
        for turn in (1, 2):
            folder.rename(away)
            time.sleep(4 * POLL)
            away.rename(folder)
            time.sleep(4 * POLL)
            with server._rebuild_cond:
                server._want_rebuild = False
            change(folder / "lorne.yml", ("schema: 1", f"schema: 1 # {turn}") if turn == 1 else ("# 1", "# 2"))
            end = time.monotonic() + 20
            while not server._want_rebuild and time.monotonic() < end:
                time.sleep(POLL)
            assert server._want_rebuild
    finally:
        server.observer.stop()
        server.server_close()


def shows(address: str, words: str) -> None:
    """Wait until the page has these words."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 - the server that this test started
                if words in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.05)
    pytest.fail(f"{address} does not show {words!r}")

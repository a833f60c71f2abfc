"""Crashes and company: at every single call that changes the disk a parse dies, is refused, or a person saves.

Whatever happens, each file is whole, an edit stands, and the next parse leaves what an undisturbed one would have left.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from briefwright import pipeline, sheets
from briefwright.config import Project, load_project
from briefwright.errors import SheetError
from briefwright.model.article import Article
from briefwright.model.factsheet import Actor, Evidence, Findings, Position, Topic
from briefwright.replacing import replaced
from briefwright.starter import write_starter

CHANGING = ("open", "write", "fsync", "ftruncate", "replace", "rename", "unlink", "mkdir", "rmdir")
Files = dict[str, bytes]
Disturb = Callable[[], object]


class KilledError(BaseException):
    """What a kill looks like from inside."""


class Disk:
    """Counts the calls that change the disk; at one of them something happens, before it, after it or halfway."""

    def __init__(self, patch: pytest.MonkeyPatch, at: int = -1, what: str = "", disturb: Disturb | None = None) -> None:
        self.calls: list[str] = []
        self.at, self.what, self.disturb, self.dead = at, what, disturb, False
        self._open: set[int] = set()
        self._close = os.close
        patch.setattr(os, "close", lambda file: None if self.dead else self._close(file))
        for name in CHANGING:
            patch.setattr(os, name, self._wrapped(name, getattr(os, name)))

    def die(self) -> None:
        """End as a process ends: nothing is written any more, and what is open closes, locks with it."""
        self.dead = True
        for file in self._open:
            with suppress(OSError):
                self._close(file)
        raise KilledError

    def _wrapped(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*arguments: Any, **keywords: Any) -> Any:
            if name == "open" and not arguments[1] & os.O_CREAT:
                return call(*arguments, **keywords)
            if self.dead:
                raise KilledError
            self.calls.append(name)
            if len(self.calls) - 1 != self.at:
                result = call(*arguments, **keywords)
                if name == "open":
                    self._open.add(result)
                return result
            if self.disturb:
                self.disturb()
            elif self.what.isupper():
                raise OSError(getattr(errno, self.what), os.strerror(getattr(errno, self.what)), str(arguments[0]))
            elif self.what == "before":
                self.die()
            elif self.what == "halfway" and name == "write":
                call(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
            elif self.what in ("after", "halfway"):
                with suppress(OSError):  # a folder that is there already, a file that is not
                    result = call(*arguments, **keywords)
                    self._open |= {result} if name == "open" else set()
            if self.what:
                self.die()
            return call(*arguments, **keywords)

        return wrapped


def finding(project: Project, articles: Iterable[Article]) -> Iterator[tuple[Article, Findings]]:
    """In the place of the language model: who says the first sentence."""
    for article in articles:
        words = article.text.partition(" said ")[0]
        name = words.split()[0]
        evidence = Evidence(quote=words, start=0, end=len(words))
        topics = ("quay",)
        position = Position(
            id=f"says-{name.lower()}", actor=name.lower(), act="assert", statement=words, topics=topics,
            evidence=(evidence,),
        )  # fmt: skip
        actor = Actor(id=name.lower(), name=name, kind="person")
        yield article, Findings(actors=(actor,), positions=(position,), topics=(Topic(id="quay", name="Quay"),))


def contents(folder: Path) -> Files:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a parsed article, whose sheet is edited and whose text has changed, and a new one."""
    monkeypatch.setattr(pipeline, "_read", finding)
    root = tmp_path / "before"
    write_starter(root)
    shutil.rmtree(root / "seeds")
    (root / "seeds").mkdir()
    seeds = {name: root / "seeds" / f"{name.lower()}.txt" for name in ("Ruiz", "Solm")}
    filler = "The council of Lorne met on Monday and spoke for three hours about the money for the old quay. " * 4
    seeds["Ruiz"].write_text(f"The quay of Lorne\n\nRuiz wants a new quay said Ruiz. {filler}")
    pipeline.parse(load_project(root / "mkdocs.yml"))
    ruiz = next(p for p in (root / "factsheets").glob("*.yml") if "Ruiz wants" in p.read_text())
    edit(ruiz, "bottom_line: null", "bottom_line: Money. # ask again")
    for name, seed in seeds.items():
        seed.write_text(f"The quay of Lorne\n\n{name} wants a new quay said {name}. Later {name} left. {filler}")
    return root


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def desk(before: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(before, tmp_path, monkeypatch)


class Desk:
    """Parses copies of the project, one disturbed at each of its calls."""

    def __init__(self, before: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.before, self.folder, self.monkeypatch = before, folder, monkeypatch
        self.old = contents(before / "factsheets")
        root = self.copy()
        with monkeypatch.context() as patch:
            disk = Disk(patch)
            pipeline.parse(load_project(root / "mkdocs.yml"))
        self.calls, self.new = disk.calls, contents(root / "factsheets")
        assert {"write", "fsync", "replace", "unlink"} <= {*self.calls}
        assert len(self.new) > len(self.old)

    def copy(self) -> Path:
        root = self.folder / "copy"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self.before, root)
        return root

    def whole(self, root: Path) -> None:
        """Every file is the old one or the new one, and together they make sense."""
        for name, data in contents(root / "factsheets").items():
            if not name.endswith(".part"):
                place = name.removesuffix(".new")
                assert data in (self.old.get(place), self.new.get(place)), name
        shelf = sheets.load(root, root / "factsheets")
        assert shelf.problems == ()
        assert {name for name in self.old if not (root / "factsheets" / name).exists()} == set()

    def healed(self, root: Path) -> None:
        """The next parse does the rest."""
        assert pipeline.parse(load_project(root / "mkdocs.yml")).exit_code == 0
        assert contents(root / "factsheets") == self.new
        assert not (root / ".briefwright.lock").exists()


@pytest.mark.parametrize("moment", ["before", "halfway", "after"])
def test_a_kill_at_any_call_leaves_whole_files_and_the_next_parse_ends_the_work(desk: Desk, moment: str) -> None:
    for call, name in enumerate(desk.calls):
        if moment == "halfway" and name != "write":
            continue
        root = desk.copy()
        with desk.monkeypatch.context() as patch:
            Disk(patch, call, moment)
            with pytest.raises(KilledError):
                pipeline.parse(load_project(root / "mkdocs.yml"))
        desk.whole(root)
        desk.healed(root)


@pytest.mark.parametrize("error", ["ENOSPC", "EROFS"])
def test_a_disk_that_refuses_any_call_is_told_and_the_next_parse_ends_the_work(desk: Desk, error: str) -> None:
    told = 0
    for call in range(len(desk.calls)):
        root = desk.copy()
        with desk.monkeypatch.context() as patch:
            Disk(patch, call, error)
            told += refused(load_project(root / "mkdocs.yml"), os.strerror(getattr(errno, error)))
        desk.whole(root)
        desk.healed(root)
    assert told > len(desk.calls) / 2  # the others are at clearing up, and at the lock


def refused(project: Project, reason: str) -> bool:
    """Whether the parse ends with an error, which then gives the reason."""
    try:
        pipeline.parse(project)
    except SheetError as error:
        return reason in str(error) or pytest.fail(str(error))
    return False


def test_a_person_who_saves_at_any_call_is_not_overwritten(desk: Desk) -> None:
    ruiz = next(name for name, data in desk.old.items() if b"# ask again" in data)
    for call, name in enumerate(desk.calls):
        if name == "replace":  # between the last look and this one call nobody is noticed
            continue
        root = desk.copy()
        path = root / "factsheets" / ruiz

        def save(path: Path = path) -> None:
            path.write_bytes(path.read_bytes().replace(b"bottom_line: Money.", b"bottom_line: No money."))

        with desk.monkeypatch.context() as patch:
            Disk(patch, call, disturb=save)
            pipeline.parse(load_project(root / "mkdocs.yml"))
        assert b"bottom_line: No money. # ask again" in path.read_bytes(), call
        assert pipeline.parse(load_project(root / "mkdocs.yml")).exit_code == 0
        save()
        expected = desk.new | {ruiz: desk.new[ruiz].replace(b"bottom_line: Money.", b"bottom_line: No money.")}
        assert contents(root / "factsheets") == expected


def test_a_mistake_saved_during_a_parse_keeps_no_other_article_from_its_sheet(desk: Desk) -> None:
    root = desk.copy()
    ruiz = next(root / "factsheets" / name for name, data in desk.old.items() if b"# ask again" in data)

    def reading(project: Project, articles: Iterable[Article]) -> Iterator[tuple[Article, Findings]]:
        edit(ruiz, "act: assert", "act: shout")
        yield from finding(project, articles)

    desk.monkeypatch.setattr(pipeline, "_read", reading)
    report = pipeline.parse(load_project(root / "mkdocs.yml"))
    assert (report.exit_code, len(report.parsed)) == (1, 1)
    assert [p.file for p in report.mistakes] == [f"factsheets/{ruiz.name}"]


def test_a_second_program_waits_or_says_who_is_at_work(tmp_path: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from briefwright import sheets\n"
        "with sheets.locked(Path(sys.argv[1])): print('locked', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        holder.stdout.readline()
        with pytest.raises(SheetError, match=rf"process {holder.pid} on .* is at work"), sheets.locked(tmp_path, 0.1):
            pass
        holder.kill()
        holder.wait()
        with sheets.locked(tmp_path, 0):  # no lock outlives a kill
            assert (tmp_path / ".briefwright.lock").exists()
    assert list(tmp_path.iterdir()) == []


def test_a_site_stands_until_the_new_one_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def build(site: Path) -> None:
        with replaced(site) as folder:
            (folder / "a").mkdir(parents=True)
            os.replace(tmp_path / "page", folder / "a" / "page")

    calls, whole = 20, 0
    for call in range(calls):
        for moment in ("before", "after"):
            shutil.rmtree(tmp_path)
            site = tmp_path / "site"
            (site / "a").mkdir(parents=True)
            (site / "a" / "page").write_text("old")
            (tmp_path / "page").write_text("new")
            with monkeypatch.context() as patch:
                disk = Disk(patch, call, moment)
                try:
                    build(site)
                except KilledError:
                    disk.dead = True
            if not site.exists():  # between the two steps of the change; the next build begins with the old one
                with pytest.raises(KeyError), replaced(site):
                    raise KeyError
            assert (site / "a" / "page").read_text() in ("old", "new")
            whole += (site / "a" / "page").read_text() == "new"
            (tmp_path / "page").write_text("newer")
            build(site)
            assert (site / "a" / "page").read_text() == "newer"
            assert [p.name for p in tmp_path.iterdir()] == ["site"]
    assert 0 < whole < 2 * calls


def test_a_failed_build_leaves_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    with pytest.raises(ZeroDivisionError), replaced(site) as folder:
        folder.joinpath(str(1 // 0)).mkdir()
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_a_site_folder_that_holds_a_repository_is_built_into(tmp_path: Path) -> None:
    (tmp_path / "site" / ".git").mkdir(parents=True)
    with replaced(tmp_path / "site") as folder:
        assert folder == tmp_path / "site"

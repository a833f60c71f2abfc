"""Kills parses and builds at random moments and looks at what is left: `python bench/kills.py [KILLS [SEED]]`.

A child process parses changed articles into edited sheets, or builds the site; `kill -9` comes after a random time.
Then each file must be the one from before or the one that an undisturbed run writes, no edit may be gone, the site must
be whole, and another run must leave exactly what the undisturbed run left. What the language model would say of the
articles is known beforehand, so that kills fall on the writing and not on the reading.
"""

from __future__ import annotations

import logging
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from invented import fact_sheet

from briefwright import pipeline, sheets
from briefwright.cli import showing
from briefwright.config import Project, load_project
from briefwright.model.article import Article
from briefwright.model.factsheet import Findings
from briefwright.starter import write_starter

ARTICLES = 6
Files = dict[str, bytes]


def main() -> None:
    """Kill, look, and print what was found."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    dice = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 0)  # noqa: S311 - moments, no secrets
    pipeline._read = known_findings
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        before = project_before(Path(folder, "before"))
        whole = copy(before)
        seconds = {stage: run(whole, stage) for stage in ("parse", "build")}
        old, new = contents(before), contents(whole)
        tally = {"before the end": 0, "after it": 0}
        for kill in range(kills):
            root, stage = copy(before), ("parse", "build")[kill % 2]
            if stage == "build":
                run(root, "parse")
            ended = run(root, stage, dice.uniform(0, seconds[stage])) < 0
            tally["before the end" if ended else "after it"] += 1
            look(root, old, new, f"kill {kill} ({stage})")
            run(root, stage)
            expected = new if stage == "build" else without_site(new) | site_of(old)
            if contents(root) != expected:
                raise SystemExit(f"Kill {kill} ({stage}): the next run leaves something else than an undisturbed one.")
    click.echo(f"{kills} kills, {tally}: no file torn or lost, no edit gone, each next run ended the work")


def project_before(root: Path) -> Path:
    """A project whose articles have changed since they were parsed, with an edit in each sheet, and a site."""
    write_starter(root)
    shutil.rmtree(root / "seeds")
    (root / "seeds").mkdir()
    write_seeds(root, range(ARTICLES // 2), "")
    run(root, "parse")
    for path in (root / "factsheets").glob("[!_]*.yml"):
        path.write_text(path.read_text("utf-8").replace("bottom_line: null", "bottom_line: Mine. # and this"), "utf-8")
    run(root, "build")
    write_seeds(root, range(ARTICLES), "It rained in Aven. ")
    return root


def write_seeds(root: Path, numbers: Iterable[int], first: str) -> None:
    """Articles that open with these words."""
    for number in numbers:
        sheet, text = fact_sheet(number)
        (root / "seeds" / f"{number}.txt").write_text(f"{sheet.article.title}\n\n{first}{text}", "utf-8")


def known_findings(project: Project, articles: Iterable[Article]) -> Iterator[tuple[Article, Findings]]:
    """What is in the articles, their evidence found again in the text as it is read now."""
    for article in articles:
        sheet, _ = fact_sheet(int(Path(article.file).stem))
        parts = {}
        for name in ("positions", "open_questions", "events"):
            kept = []
            for item in getattr(sheet, name):
                quote = item.evidence[0].quote
                start = article.text.find(quote)
                if start >= 0:
                    at = {"start": start, "end": start + len(quote)}
                    kept.append(item.model_copy(update={"evidence": (item.evidence[0].model_copy(update=at),)}))
            parts[name] = tuple(kept)
        yield article, Findings(actors=sheet.actors, **parts)


def run(root: Path, stage: str, killed_after: float | None = None) -> float:
    """Parse or build in a process of its own; the seconds that it took, -1 where it was killed before its end."""
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        try:
            project = load_project(root / "mkdocs.yml")
            if stage == "build":
                showing.build_site(project, None, None, False)
            os._exit(pipeline.parse(project).exit_code if stage == "parse" else 0)
        finally:
            os._exit(99)
    if killed_after is not None:
        time.sleep(killed_after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return -1
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"{stage} ended with {os.waitstatus_to_exitcode(status)}.")
    return time.monotonic() - started


def look(root: Path, old: Files, new: Files, when: str) -> None:
    """End where anything is torn, lost or mixed."""
    found = contents(root)
    for name, data in found.items():
        place = name.removesuffix(".new")
        if not name.endswith(".part") and not name.startswith(".") and data not in (old.get(place), new.get(place)):
            raise SystemExit(f"{when}: {name} is torn.")
    if lost := without_site(old).keys() - found.keys():
        raise SystemExit(f"{when}: {lost} is lost.")
    sites = [site_of(files) for files in (found, old, new)]
    if sites[0] not in sites[1:] and (sites[0] or not (root / ".site.old").is_dir()):
        raise SystemExit(f"{when}: the site is half old, half new.")
    if problems := sheets.load(root, root / "factsheets").problems:
        raise SystemExit(f"{when}: {problems[0]}")
    if sum(b"Mine. # and this" in d for n, d in found.items() if n.endswith(".yml")) != ARTICLES // 2:
        raise SystemExit(f"{when}: an edit is gone.")


def contents(root: Path) -> Files:
    """Every file of the project and its bytes."""
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def site_of(files: Files) -> Files:
    """The files of the site."""
    return {name: data for name, data in files.items() if name.startswith("site/")}


def without_site(files: Files) -> Files:
    """The other files."""
    return {name: data for name, data in files.items() if not name.startswith("site/")}


def copy(root: Path) -> Path:
    """A fresh copy of the project."""
    shutil.rmtree(root.with_name("copy"), ignore_errors=True)
    return Path(shutil.copytree(root, root.with_name("copy")))


if __name__ == "__main__":
    main()

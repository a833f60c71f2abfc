"""How soon `briefwright review` asks its first question: `python bench/review_start.py [SHEETS]`.

On N invented fact sheets, each with a reading that is not sure: from the start of the command to its first line, when
nothing is kept of an earlier command and when all is. Beside it stands what PyYAML alone takes to read the same sheets,
started anew as well: how many times that tells more than seconds of a machine that does something else, too.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click
from invented import make_project

SHEETS, RUNS = 300, 3
PROMISED = 2.0
"""Seconds to the first question, at `SHEETS` sheets."""

YAML_ALONE = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).glob("*.yml")):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
print("read", flush=True)
"""


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else SHEETS
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_project(root, number)
        for path in (root / "factsheets").glob("[!_]*.yml"):
            path.write_text(path.read_text("utf-8").replace("score: 0.9", "score: 0.2", 1), "utf-8")
        alone = [sys.executable, "-c", YAML_ALONE, str(root / "factsheets")]
        review = [str(Path(sys.executable).with_name("briefwright")), "review"]
        yaml = min(seconds_to_line(alone, root, "yaml") for _ in range(RUNS))
        first = min(seconds_to_line(review, root, f"caches-{run}") for run in range(RUNS))
        again = min(seconds_to_line(review, root, "caches-0") for _ in range(RUNS))
    click.echo(f"{number} sheets: PyYAML alone {yaml:.2f} s; promised at {SHEETS}: {PROMISED:.0f} s")
    click.echo(f"first question, nothing kept: {first:.2f} s, {first / yaml:.2f} times PyYAML alone")
    click.echo(f"first question, all kept:     {again:.2f} s, {again / yaml:.2f} times PyYAML alone")


def seconds_to_line(command: list[str], root: Path, caches: str) -> float:
    """Seconds from the start of a command to the first line with anything on it, with this folder of caches."""
    environment = os.environ | {"XDG_CACHE_HOME": str(root / caches)}
    start = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=root, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    ) as process:
        shown = process.stdout is not None and any(line.strip() for line in process.stdout)
        took = time.perf_counter() - start
        rest, _ = process.communicate()
    if not shown or process.returncode:
        raise SystemExit(f"{' '.join(command[:2])} shows nothing, or failed: {rest}")
    return took


if __name__ == "__main__":
    main()

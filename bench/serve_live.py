"""How long after a save the changed page is served: `python bench/serve_live.py [SHEETS]`.

Runs `briefwright serve` on N invented fact sheets and saves as an editor does (a new file renamed over the old), each
time a statement of one sheet, then a burst of sheets as `git checkout` does. The seconds run from the rename to the
first answer of the server that holds the new words.
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from invented import make_project

SAVES, BURST = 10, 100
PATIENCE = 60
"""Seconds after which a change that does not show is given up."""


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_project(root, number)
        with serving(root) as (address, log):
            times = [seconds_to_page(root, address, 7 * i % number) for i in range(SAVES)]
            before = log.read_text("utf-8").count("Detected file changes")
            burst = seconds_of_burst(root, address, min(BURST, number))
            rebuilds = log.read_text("utf-8").count("Detected file changes") - before
    click.echo(f"{number} sheets, one saved: median {statistics.median(times):.2f} s, slowest {max(times):.2f} s")
    click.echo(f"{min(BURST, number)} sheets saved at once: {burst:.2f} s, {rebuilds} rebuild(s)")


@contextmanager
def serving(root: Path) -> Iterator[tuple[str, Path]]:
    """`briefwright serve` while it runs: its address, and the file that its lines go to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address, log = f"http://127.0.0.1:{port}/", root / "serve.log"
    command = [str(Path(sys.executable).with_name("briefwright")), "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("w") as lines, subprocess.Popen(command, cwd=root, stderr=lines, env=os.environ) as process:  # noqa: S603 - our own command
        try:
            wait_for(address, "")
            yield address, log
        finally:
            process.terminate()


def seconds_to_page(root: Path, address: str, sheet: int) -> float:
    """Seconds from saving a changed bottom line until it is served."""
    words = f"What sheet {sheet} says."
    started = rename_over(root / "factsheets" / f"day-{sheet}.yml", words)
    return wait_for(f"{address}briefings/day-{sheet}/", words) - started


def seconds_of_burst(root: Path, address: str, number: int) -> float:
    """Seconds from saving `number` sheets, one after the other, until the last is served."""
    words = "What all say."
    saved = [rename_over(root / "factsheets" / f"day-{i}.yml", words) for i in range(number)]
    return wait_for(f"{address}briefings/day-{number - 1}/", words) - min(saved)


def rename_over(path: Path, words: str) -> float:
    """Save the sheet with another bottom line; the moment at which it was in place."""
    head, _, rest = path.read_text("utf-8").partition("bottom_line: ")
    part = path.with_suffix(".tmp")
    part.write_text(f"{head}bottom_line: {words}\n{rest.partition(chr(10))[2]}", "utf-8")
    part.replace(path)
    return time.perf_counter()


def wait_for(address: str, words: str) -> float:
    """The moment at which the page answers with these words in it."""
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 - the local server that we started
                if words in answer.read().decode("utf-8"):
                    return time.perf_counter()
        except OSError:
            pass
        time.sleep(0.02)
    raise SystemExit(f"{address} does not show {words!r} after {PATIENCE} s.")


if __name__ == "__main__":
    main()

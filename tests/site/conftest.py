"""One site of the newsroom's project for all browser tests, built strictly by MkDocs and served under a sub-path."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from site_project import mkdocs, write_hostile, write_project

SUB_PATH = "news/brief/"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newsroom's four articles and a hostile one."""
    root = write_project(tmp_path_factory.mktemp("newsroom"))
    write_hostile(root)
    config = root / "mkdocs.yml"
    config.write_text(f"site_url: https://brief.example/{SUB_PATH}\n" + config.read_text("utf-8"), "utf-8")
    return root


@pytest.fixture(scope="session")
def built(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the project's site."""
    site = tmp_path_factory.mktemp("web") / SUB_PATH
    run = mkdocs(project, "build", "--strict", "--site-dir", str(site))
    assert run.returncode == 0, run.stderr
    return site


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves a folder; gives its address."""
    servers: list[http.server.ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        handler = functools.partial(_Quiet, directory=str(folder))
        servers.append(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def served(built: Path, serve: Callable[[Path], str]) -> str:
    """The address at which the project's site is served."""
    return serve(built.parents[SUB_PATH.count("/") - 1]) + SUB_PATH


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium that asks nobody for anything by itself: this machine's, else Playwright's own build."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    path = next(filter(None, map(shutil.which, names)), None)
    quiet = ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
    with sync_playwright() as playwright:
        if path is None and not Path(playwright.chromium.executable_path).exists():
            pytest.fail("there is no Chromium; `make test` installs one")
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu", *quiet])
        yield chromium
        chromium.close()

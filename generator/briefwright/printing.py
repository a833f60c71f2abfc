"""An HTML file in, a PDF out: printed by the Chromium, Chrome or Edge of this machine, which is let nowhere else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from briefwright.errors import ConfigError, Problem

COMMANDS = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    "microsoft-edge-stable", "msedge",
)  # fmt: skip
FOLDERS = {
    "darwin": ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
               "/Applications/Chromium.app/Contents/MacOS/Chromium",
               "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
    "win32": (r"C:\Program Files\Google\Chrome\Application\chrome.exe",
              r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe"),
}  # fmt: skip
"""Where browsers are that no command names, by platform."""
LONGEST = 300
"""Seconds that a browser may take over a file."""
UNDATED = date(1970, 1, 1)
"""The day of a briefing without one: that of printing would make each file another."""
_TIME_OF_PRINTING = re.compile(rb"(/(?:CreationDate|ModDate) )\(D:\d{14}[+-]\d\d'\d\d'\)")


def print_pdf(html: str, day: date | None) -> bytes:
    """The file as the browser prints it, by the file's own rules for paper, dated `day`.

    Raises:
        ConfigError: there is no browser, or it fails.

    """
    browser = next(filter(None, _browsers()), None)
    if browser is None:
        hint = "Install Chromium, Chrome or Edge; or write --to brief.html and print that from any browser."
        raise ConfigError(Problem("pack", 0, 0, "there is no browser on this machine to print a PDF with.", hint))
    with tempfile.TemporaryDirectory(prefix="briefwright-", ignore_cleanup_errors=True) as folder:
        source, printed = Path(folder, "pack.html"), Path(folder, "pack.pdf")
        source.write_text(html, "utf-8")
        _run([browser, *_options(Path(folder, "profile")), f"--print-to-pdf={printed}", source.as_uri()], printed)
        return _dated(printed.read_bytes(), day)


def _run(command: list[str], printed: Path) -> None:
    hint = "Write --to brief.html and print that from a browser."
    try:
        run = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=LONGEST, check=False)  # noqa: S603 - a browser that we found, no words of the project
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ConfigError(Problem(command[0], 0, 0, f"does not print: {type(error).__name__}.", hint)) from None
    if run.returncode or not printed.is_file():
        said = run.stderr.strip().rpartition("\n")[2][:200]
        raise ConfigError(Problem(command[0], 0, 0, f"does not print: {said or 'it gave no reason'}.", hint))


def _options(profile: Path) -> list[str]:
    """Headless, with a profile of its own, and unable to find any host."""
    options = [
        "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-pdf-header-footer",
        "--generate-pdf-document-outline",
        "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={profile}",
    ]  # fmt: skip
    # The browser refuses to start its sandbox as root. The file runs no script and loads nothing, by its own policy.
    return [*options, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else options


def _browsers() -> Iterator[str | None]:
    """The browsers of this machine, then the one that Playwright has installed."""
    yield from map(shutil.which, COMMANDS)
    yield from (path for path in FOLDERS.get(sys.platform, ()) if Path(path).is_file())
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    yield path if Path(path).is_file() else None


def _dated(pdf: bytes, day: date | None) -> bytes:
    """The same PDF with the briefing's day for the time of printing; no byte moves, so that its table stays right."""
    stamp = f"(D:{day or UNDATED:%Y%m%d}000000+00'00')".encode()
    return _TIME_OF_PRINTING.sub(lambda found: found[1] + stamp, pdf)

"""How often a browser marks the right words: `python bench/fragments.py [PROJECT] [LINKS]`.

Opens links to the source, drawn from all sheets of a project, in a headless Chromium, each on a page made of its
article's text; right is a link that marks the letters of the evidence and no others. Prints each that does not.
"""

from __future__ import annotations

import functools
import http.server
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from playwright.sync_api import sync_playwright

from briefwright import sheets
from briefwright.model.text import Span
from briefwright.pages.fragments import at_source

sys.path.append(str(Path(__file__).parents[1] / "tests/site"))  # the browser tests' own eye for what is marked
from target_text import Marks, as_page

LINKS = 100
PROMISED = 0.99

Link = tuple[sheets.LoadedSheet, list[Span]]


def main() -> None:
    """Measure and print."""
    root, number = Path(sys.argv[1] if len(sys.argv) > 1 else "."), int(sys.argv[2]) if len(sys.argv) > 2 else LINKS
    every = [link for loaded in sheets.load(root, root / "factsheets").sheets.values() for link in links_of(loaded)]
    drawn = every[:: max(1, len(every) // number)][:number]  # from all sheets alike, and the same ones each time
    with served([loaded for loaded, _ in drawn]) as home, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        marks = Marks(chromium.new_context(viewport={"width": 900, "height": 300}))
        found = [is_right(marks, home, loaded, evidence) for loaded, evidence in drawn]
    told = [right for right in found if right is not None]
    share = sum(told) / len(told)
    click.echo(f"{len(told)} links of {len(every)}: {share:.1%} right in Chromium, promised {PROMISED:.0%}")
    click.echo(f"{len(found) - len(told)} passages cannot be told apart and lead to the article alone")
    sys.exit(share < PROMISED)


def links_of(loaded: sheets.LoadedSheet) -> Iterator[Link]:
    """What the pages lead to in the text of a sheet; characters beyond the BMP are not looked at."""
    if loaded.text and max(loaded.text) <= "\uffff":
        for item in (*loaded.sheet.positions, *loaded.sheet.open_questions):
            if item.evidence:
                yield loaded, [Span(e.start, e.end) for e in item.evidence]


def is_right(marks: Marks, home: str, loaded: sheets.LoadedSheet, evidence: list[Span]) -> bool | None:
    """Whether the link marks the evidence and nothing else; None where it names no words."""
    article, text = loaded.sheet.article, loaded.text or ""
    address = at_source(f"{home}/{article.id}.html", article.title, text, evidence)
    if ":~:" not in address:
        return None
    wanted = {i for span in evidence for i in range(*span)}
    right = letters(text, marks.of(address, text)) == letters(text, wanted)
    if not right:
        click.echo(f"wrong: {address}")
    return right


def letters(text: str, offsets: set[int]) -> str:
    """The letters and figures at these offsets; marks at the edge of a passage make no difference."""
    return "".join(text[i] for i in sorted(offsets) if text[i].isalnum())


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(articles: Iterable[sheets.LoadedSheet]) -> Iterator[str]:
    """The address at which each article's page stands."""
    with tempfile.TemporaryDirectory() as folder:
        for loaded in articles:
            page = as_page(loaded.sheet.article.title, loaded.text or "")
            Path(folder, f"{loaded.sheet.article.id}.html").write_text(page, "utf-8")
        handler = functools.partial(_Quiet, directory=folder)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}"
            server.shutdown()


if __name__ == "__main__":
    main()

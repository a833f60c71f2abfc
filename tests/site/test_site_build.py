"""Real builds by MkDocs: strict, reproducible, stopped by a mistake; and `serve` going on in spite of one."""

from __future__ import annotations

import gzip
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from site_project import mkdocs, write_project


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_two_builds_are_the_same_to_the_byte(project: Path, built: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "--site-dir", str(tmp_path)]
    subprocess.run(command, cwd=project, env=environment, check=True, timeout=120, capture_output=True)
    one, two = files(built), files(tmp_path)
    assert one == two
    assert b"<lastmod>2026-03-24</lastmod>" in gzip.decompress(one["sitemap.xml.gz"])


def test_search_finds_statements_questions_events_and_each_once(built: Path) -> None:
    index = json.loads((built / "search/search_index.json").read_text("utf-8"))["docs"]
    pages, names = index["found"], index["names"]
    said = json.loads((built / "search/said.json").read_text("utf-8"))
    found = {(path, anchor): words for path, *_, day in [p[:5] for p in pages] for anchor, words in [("", day)]}
    assert len(found) == len(pages)
    sections = [(path, s) for path, _, _, _, _, _, *early in pages for s in early]
    sections += [(pages[place][0], s) for place, *later in said for s in later]
    places = [(path, s[1].replace(" ", "-")) for path, s in sections]
    assert len(places) == len(set(places))
    by_place = {place: s for place, (_, s) in zip(places, sections, strict=True)}
    kind, _, title, text, topic = by_place[
        "briefings/delmere-recalls-envoy-over-dam/", "s-brandt-a-river-does-not-wait"
    ]
    assert (kind, title, names[topic]) == ("statement warn", "Hanne Brandt", "Filling of the Tarn dam")
    assert "a river does not wait for protocol" in text
    question = by_place["briefings/commission-calls-both-sides-to-lorn/", "q-will-lindqvist-come"]
    assert question[0] == "question pending open overdue"
    assert {s[0].split()[0] for _, s in sections} == {
        "section", "pair", "question", "statement", "unnamed", "event", "dispute",
    }  # fmt: skip
    assert any(path == "how-to-read/" for path, _ in places)
    for path, anchor in places:
        assert f'id="{anchor}"' in (built / path / "index.html").read_text("utf-8")


def test_an_address_that_leads_nowhere_names_the_ways_on(built: Path) -> None:
    html = (built / "404.html").read_text("utf-8")
    article = html.partition('class="missing"')[2].partition("</article>")[0]
    assert "<h1>Page not found</h1>" in article
    assert re.search(r'<li><a href="/[^"]*">[^<]+</a></li>', article)


def test_a_mistake_stops_the_build_with_its_place_and_leaves_the_last_site(tmp_path: Path) -> None:
    root = write_project(tmp_path / "news")
    last = root / "site/index.html"
    last.parent.mkdir()
    last.write_text("the last site", "utf-8")
    sheet = root / "factsheets/what-the-lower-valley-fears.yml"
    change(sheet, "act: warn", "act: wern")
    built = mkdocs(root, "build", "-q")
    assert built.returncode == 1
    assert re.search(r"factsheets/what-the-lower-valley-fears\.yml:\d+:\d+: .*wern", built.stderr)
    assert "Traceback" not in built.stderr
    assert last.read_text("utf-8") == "the last site"


def change(file: Path, old: str, new: str) -> None:
    before = file.read_text("utf-8")
    assert old in before
    file.write_text(before.replace(old, new), "utf-8")


def build_here(root: Path, today: date | None = None) -> None:
    """Build in this process, which is quicker; the logged lines are in `caplog`."""
    config = load_config(str(root / "mkdocs.yml"), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    config.plugins["briefwright"].today = today
    build(config)


def test_a_file_in_the_way_of_a_page_is_named(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    root = write_project(tmp_path)
    (root / "docs/index.md").write_text("# Mine", "utf-8")
    with pytest.raises(Abort):
        build_here(root)
    assert "docs/index.md: cannot be shown. This page is generated" in caplog.text


def test_a_folder_outside_of_the_project_is_refused(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    root = write_project(tmp_path)
    change(root / "mkdocs.yml", "factsheets: factsheets", "factsheets: ../elsewhere")
    with pytest.raises(Abort):
        build_here(root)
    assert "factsheets: ../elsewhere lies outside of the project" in caplog.text


def test_ages_count_to_a_given_day_and_addresses_name_files_where_no_server_does(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    change(root / "mkdocs.yml", "site_dir: site", "site_dir: site\nuse_directory_urls: false")
    build_here(root, today=date(2026, 5, 1))
    home = (root / "site/index.html").read_text("utf-8")
    assert "as of Friday, 1 May 2026" in home
    assert "39 days overdue" in home
    assert 'href="briefings/commission-calls-both-sides-to-lorn/index.html"' in home
    assert (root / "site/assets/briefwright/parts.css").is_file()


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """`mkdocs serve` in a process of its own, and the address of its home page."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    process = subprocess.Popen([sys.executable, "-m", "mkdocs", "serve", "-q", "-a", address], cwd=root)
    try:
        yield f"http://{address}/"
    finally:
        process.terminate()
        process.wait(timeout=20)


def eventually(address: str, wanted: Callable[[str], bool]) -> str:
    """The page at `address` as soon as it is as `wanted`; its last state after half a minute."""
    html = ""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
                html = answer.read().decode()
        except OSError:
            html = ""
        if wanted(html):
            break
        time.sleep(0.3)
    return html


def test_serve_shows_the_mistake_and_goes_on_with_the_last_good_sheet(tmp_path: Path) -> None:
    root = write_project(tmp_path / "news")
    sheet = root / "factsheets/commission-calls-both-sides-to-lorn.yml"
    good = sheet.read_text("utf-8")
    with serving(root) as home:
        assert "River commission calls" in eventually(home, lambda html: "River commission calls" in html)
        sheet.write_text(good.replace("act: deny", "act: denny"), "utf-8")
        broken = eventually(home, lambda html: "mistake" in html)
        assert "factsheets/commission-calls-both-sides-to-lorn.yml:" in broken
        assert "denny" in broken
        assert "River commission calls both sides to Lorn" in broken
        sheet.write_text(good.replace("calls both sides to Lorn", "calls everybody to Lorn"), "utf-8")
        mended = eventually(home, lambda html: "calls everybody" in html)
        assert "calls everybody to Lorn" in mended
        assert 'class="mistakes"' not in mended

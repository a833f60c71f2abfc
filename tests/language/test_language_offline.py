"""Reading an article tells nobody: no library of ours may leave an identifier, or reports to be sent, behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

READ = """
from briefwright.language import Reader
from briefwright.model.article import Article

article = Article("a.txt", "", "The mayor said that the ferry would sail.", "en", "")
print(sum(len(document.attributions) for document in Reader().read([article])))
"""


def test_reading_leaves_nothing_in_the_home_folder(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    kept = {k: v for k, v in os.environ.items() if k not in ("CI", "ORT_DISABLE_TELEMETRY")}
    done = subprocess.run([sys.executable, "-c", READ], env=kept | home, capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []

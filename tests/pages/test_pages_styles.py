"""The style sheets of the site in one: nothing but comments and blanks is lost, and a project's own come first."""

from __future__ import annotations

import re
from pathlib import Path

from briefwright.pages import joined
from briefwright.pages.styles import SITE
from briefwright.shipped import shipped

OURS = shipped("templates") / "theme/assets/briefwright"


def test_a_comment_and_indents_go_and_strings_and_selectors_stay(tmp_path: Path) -> None:
    for name in SITE:
        (tmp_path / name).write_text("", "utf-8")
    rules = """/* A dam; { of } clay. */
    .dam > a , .dam  a:is(.dry) {
      content: "a  /* b */ ; c";
      width: calc(1px + 2em); /* wide */
    }
    """
    (tmp_path / SITE[1]).write_text(rules, "utf-8")
    wanted = """.dam > a,.dam a:is(.dry){content: "a  /* b */ ; c";width: calc(1px + 2em);}"""
    assert joined([tmp_path]).strip() == wanted


def test_the_projects_own_sheet_goes_before_ours_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "parts.css").write_text(".mine { color: red; }", "utf-8")
    style = joined([tmp_path, OURS])
    assert ".mine{color: red;}" in style
    assert re.sub(r"\s", "", style).count("@font-face") == 4
    assert len(style) < 0.9 * sum(len((OURS / name).read_text("utf-8")) for name in SITE if name != "parts.css")

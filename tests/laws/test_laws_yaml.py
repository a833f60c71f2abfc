"""Whatever text stands in a sheet, what is written reads back the same, by our rules and by YAML 1.1's."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.model.factsheet import ArticleInfo, Evidence, FactSheet, Position
from briefwright.sheets.check import check_sheet, read_part
from briefwright.sheets.edit import edit
from briefwright.sheets.render import render_file
from briefwright.sheets.yaml_source import read_source

LAW = settings(max_examples=150, deadline=None, derandomize=True)
AWKWARD = (
    *(
        "no",
        "yes",
        "on",
        "y",
        "null",
        "~",
        "true",
        "TRUE",
        "1e3",
        "0x1f",
        "0o7",
        "1_000",
        "12:30",
        ".5",
        ".inf",
        ".nan",
    ),
    *("2023", "2023-01-01", "2023-01-01T10:00:00Z", "1.", "+1", "-0", "<<", "=", "...", "---", "...\n---\n"),
    *(
        "#",
        "# x",
        "a # b",
        "a#b",
        "a: b",
        "a:b",
        "a:",
        ": a",
        "- a",
        "-a",
        "-",
        "? a",
        "?",
        "a, b",
        "a ]",
        "[a]",
        "{a}",
    ),
    *(
        "{{ x }}",
        "{% x %}",
        "[x](javascript:y)",
        "| a | b |",
        "<script>alert(1)</script>",
        "../../etc",
        "%x",
        "@x",
        "`x`",
    ),
    *("!x", "&x", "*x", ">", "|", "'", '"', "it's", 'say "hi"', "both ' and \"", "\\", "a\\nb", "http://x.y/?q=1#f"),
    *(
        "\ta",
        "a\tb",
        " a",
        "a ",
        "a  b",
        "\n",
        "\n\n",
        "a\n",
        "a\nb",
        "a\nb\n",
        " a\nb\n",
        "a\n b\n\n",
        "a\n#b\n",
        "a\n\tb\n",
    ),
    *(
        "a\r\nb",
        "a\rb\n",
        "\x85",
        "a\x85b\n",
        "a\u2028b",
        "\u2029\n",
        "\ufeffa",
        "\u200b",
        "\u202e",
        "\xad",
        "\xa0x",
        "\x00",
    ),
    *("\x07", "\x7f", "\ufffe", "😀", "é", "e\u0301", "漢字", "…"),
)
texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40) | st.sampled_from(AWKWARD)
texts |= st.lists(st.sampled_from(AWKWARD), min_size=1, max_size=3).map("\n".join)


def sheet_of(title: str, statement: str, quote: str, notes: str) -> FactSheet:
    evidence = Evidence(quote=quote, start=0, end=1)
    position = Position(id="p", act="deny", statement=statement, evidence=(evidence, evidence))
    info = ArticleInfo(id="x", title=title)
    return FactSheet(schema=1, article=info, lead=(evidence,), positions=(position,), notes=notes)


def holds(sheet: FactSheet) -> None:
    text = render_file(sheet, "factsheet.schema.json")
    read, problems = read_part(read_source(text.encode(), "x.yml"), FactSheet)
    assert problems == []
    assert read == sheet
    others = yaml.safe_load(text)
    assert others["positions"][0]["evidence"][1]["quote"] == sheet.lead[0].quote
    assert others["notes"] == sheet.notes
    for found, wanted in (
        (others["article"]["title"], sheet.article.title),
        (others["lead"][0]["quote"], sheet.lead[0].quote),
    ):
        assert found == wanted or hasattr(found, "year")


@pytest.mark.parametrize("text", AWKWARD)
def test_an_awkward_text_reads_back_the_same(text: str) -> None:
    if "2023-" not in text:  # YAML 1.1 takes a bare date for one, which is how a sheet shall look
        holds(sheet_of(text, text, text, text))


@LAW
@given(texts, texts, texts, texts)
def test_any_text_reads_back_the_same(title: str, statement: str, quote: str, notes: str) -> None:
    text = render_file(sheet := sheet_of(title, statement, quote, notes), "factsheet.schema.json")
    assert read_part(read_source(text.encode(), "x.yml"), FactSheet)[0] == sheet
    yaml.safe_load(text)


@LAW
@given(texts, texts, texts, st.sampled_from(["\n", "\r\n"]))
def test_any_text_is_put_in_the_place_of_any_other(old: str, new: str, notes: str, newline: str) -> None:
    before, after = sheet_of(old, old, old, notes), sheet_of(new, new, new, notes)
    data = render_file(before, "s").replace("\n", newline).encode()
    source = read_source(data, "x.yml")
    result = read_source(edit(source, before, after).encode(), "x.yml")
    assert check_sheet(result, "x", None, None) == (after, [])


@LAW
@given(
    st.binary(max_size=200)
    | st.text(st.sampled_from("ab:-#{}[],'\"\n \t&*!|>?%@\\\u2028é"), max_size=60).map(str.encode)
)
def test_no_bytes_make_the_reader_fail(data: bytes) -> None:
    source = read_source(data, "x.yml")
    sheet, problems = check_sheet(source, "x", frozenset(), frozenset())
    assert (sheet is None) == bool(problems)
    assert all(p.line >= 1 and p.column >= 1 for p in problems)

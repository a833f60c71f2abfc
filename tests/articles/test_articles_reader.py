"""Seed files of every kind become articles, or one clear line each."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefwright.articles import find_seeds, find_strays, read_article
from briefwright.errors import InputError

STORY = (
    "The port of Aven was closed on Monday after a spill, the harbour master said.\n"
    "“We will open it again on Friday,” she told the council.\n"
    "The mayor said that the owners of the tanker would have to pay for the damage."
)
PARAGRAPHS = "".join(
    f"<p>{line} It was the third spill in the bay since the spring.</p>" for line in STORY.split("\n") * 2
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Aven port closed - Aven Herald</title>
<meta property="og:title" content="Aven port closed after spill"><meta property="og:site_name" content="Aven Herald">
<meta name="author" content="Anna Brand"><meta property="article:published_time" content="2021-03-02T08:00:00Z">
<link rel="canonical" href="https://herald.example/port"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Aven port closed after spill</h1>{PARAGRAPHS}</article><footer>Contact us</footer></body></html>"""
FRONT = (
    "---\ntitle: Port closed\noutlet: Aven Herald\nauthor: [Anna Brand, Ole Ode]\nurl: https://herald.example/port\n"
)


@pytest.fixture
def seed(tmp_path):
    def write(name, content):
        path = tmp_path / "seeds" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_article(path, tmp_path)

    return write


def refusal(seed, name, content):
    with pytest.raises(InputError) as caught:
        seed(name, content)
    (problem,) = caught.value.problems
    assert problem.file == f"seeds/{name}"
    return problem


def test_text(seed):
    article = seed("port.txt", STORY)
    assert article.text == STORY
    assert article.file == "seeds/port.txt"
    assert article.title == "The port of Aven was closed on Monday after a spill, the harbour master said"
    assert (article.language, article.published, article.outlet, article.furniture) == ("en", None, None, ())
    assert len(article.source_sha256) == 64


def test_markdown_with_front_matter(seed):
    article = seed("port.md", FRONT + f"published: 2 March 2021\nmood: grey\n---\n\n# Another heading\n\n{STORY}\n")
    assert (article.title, article.outlet, article.author) == ("Port closed", "Aven Herald", "Anna Brand, Ole Ode")
    assert (article.url, article.published) == ("https://herald.example/port", "2021-03-02")
    assert article.text == f"Another heading\n\n{STORY}"


def test_markdown_takes_its_title_from_its_first_heading(seed):
    assert seed("port.markdown", f"Port *closed*\n===\n\n{STORY}").title == "Port closed"


def test_values_of_the_front_matter_stay_words(seed):
    article = seed("port.md", f"---\ntitle: no\noutlet: 2021-03-02\nauthor: ~\n---\n{STORY}")
    assert (article.title, article.outlet, article.author) == ("no", "2021-03-02", None)


def test_web_page(seed):
    article = seed("port.html", PAGE)
    assert "“We will open it again on Friday,” she told the council." in article.text
    assert "Home" not in article.text
    assert "Contact us" not in article.text
    assert (article.title, article.outlet) == ("Aven port closed after spill", "Aven Herald")
    assert (article.author, article.url, article.published) == (
        "Anna Brand",
        "https://herald.example/port",
        "2021-03-02",
    )


def test_a_page_links_to_nothing_but_the_web(seed):
    assert seed("port.html", PAGE.replace("https://herald.example/port", "javascript:alert(1)")).url is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(seed, encoding):
    assert seed("port.txt", STORY.encode(encoding)).text == STORY


def test_a_page_may_declare_its_encoding(seed):
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">')
    assert "“We will open" in seed("port.html", page.encode("cp1252")).text


@pytest.mark.parametrize(
    ("name", "content", "message", "hint"),
    [
        ("a.txt", b"", "empty", "delete"),
        ("a.txt", b" \n\n", "empty", "delete"),
        ("a.txt", STORY.encode("cp1252"), "not UTF-8: byte 0x93", "iconv -f WINDOWS-1252 -t UTF-8"),
        ("a.txt", b"\xff\xfe\x00", "UTF-16", "UTF-8"),
        ("a.txt", b"%PDF-1.4 ...", "a PDF", "plain text"),
        ("a.txt", b"abc\0\0\1def" * 9, "binary", "UTF-8 text"),
        ("a.txt", "Too short.", "too short", "10 characters"),
        ("a.txt", "a " * 1_100_000, "larger than 2 MB", "split"),
        ("a.docx", STORY, "kind .docx", ".html, .markdown"),
        ("a.html", "<html><body></body></html>", "no article text", ".txt"),
        (
            "a.txt",
            "Der Hafen von Aven ist nach einem Unfall mit einem Tanker am Montag geschlossen worden.",
            "German",
            "English",
        ),
        ("a.txt", "Порт Авен был закрыт в понедельник после аварии танкера у берега.", "Latin letters", "English"),
        ("a.txt", "qwx zrt plk mnb vcx " * 9, "another language", "English"),
        ("a.md", f"---\ntitle: a\n{STORY}", "not closed", "---"),
    ],
)
def test_refusals(seed, name, content, message, hint):
    problem = refusal(seed, name, content)
    assert message in problem.message
    assert hint in problem.hint


def test_a_wrong_byte_is_placed(seed):
    problem = refusal(seed, "a.txt", "Two lines.\nThe café ".encode() + b"\xe9 is shut.")
    assert (problem.line, problem.column) == (2, 10)


@pytest.mark.parametrize(
    ("line", "message", "place"),
    [
        ("published: 03/04/2023", "03/04/2023", (3, 12)),
        ("published: yesterday", "not clear", (3, 12)),
        ("url: javascript:alert(1)", "no web address", (3, 6)),
        ("language: de", "German", (3, 11)),
        ("outlet: [a", "not valid YAML", (4, 1)),
        ("title: b", "second time", (3, 1)),
        ("outlet: a: b", "not valid YAML", (3, 10)),
        ("outlet: the P\x9dst", "U+009D (a control character)", (3, 14)),
        ("outlet: Café\uffff", "U+FFFF (a control character)", (3, 13)),
    ],
)
def test_mistakes_in_front_matter_are_placed(seed, line, message, place):
    problem = refusal(seed, "a.md", f"---\ntitle: a\n{line}\n---\n{STORY}")
    assert message in problem.message
    assert (problem.line, problem.column) == place


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    path.chmod(0)
    with pytest.raises(InputError, match="Permission denied"):
        read_article(path, tmp_path)


def test_what_is_no_file(tmp_path):
    (tmp_path / "a.txt").mkdir()
    os.mkfifo(tmp_path / "b.txt")
    for name, reason in [("a.txt", "directory"), ("b.txt", "not a regular file"), ("c.txt", "No such file")]:
        with pytest.raises(InputError, match=reason):
            read_article(tmp_path / name, tmp_path)


def test_deep_and_crowded_pages_are_refused_at_once(seed):
    assert "too many elements" in refusal(seed, "a.html", PAGE.replace("<article>", "<div>" * 220)).message
    assert "too many elements" in refusal(seed, "b.html", PAGE.replace("<article>", "<p>x</p>" * 30_000)).message


def test_entities_of_a_page_do_not_grow(seed):
    bomb = PAGE.replace("html>", 'html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>', 1)
    assert "aaaaaaaaaa" * 2 not in seed("a.html", bomb.replace("It was", "&b;")).text


def test_seeds_are_found_in_order_and_only_in_the_project(tmp_path):
    seeds = tmp_path / "project" / "seeds"
    (seeds / "more").mkdir(parents=True)
    (seeds / ".hidden").mkdir()
    for name in ["b.txt", "a.md", "more/c.HTML", "README.md", ".d.txt", ".hidden/e.txt", "f.pdf"]:
        (seeds / name).write_text(STORY)
    (tmp_path / "secret.txt").write_text(STORY)
    (seeds / "g.txt").symlink_to(tmp_path / "secret.txt")
    (seeds / "h.txt").symlink_to("h.txt")

    found = find_seeds(seeds, tmp_path / "project")
    assert [path.relative_to(seeds).as_posix() for path in found] == ["a.md", "b.txt", "more/c.HTML"]
    assert [path.name for path in find_strays(seeds, tmp_path / "project")] == ["f.pdf"]
    assert find_seeds(tmp_path / "nowhere", tmp_path) == []
    with pytest.raises(InputError, match="outside the project"):
        read_article(seeds / "g.txt", tmp_path / "project")


def fuzz(content):
    pieces = st.sampled_from(
        [
            b"---\n",
            b"title: a\n",
            b"<p>",
            b"</p>",
            b"<div",
            b"&#xD800;",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
            b"[x](y)",
            b"\r\n",
        ]
    )
    return st.lists(pieces | content | st.sampled_from([STORY.encode(), PAGE.encode()]), max_size=12).map(b"".join)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@settings(max_examples=60, deadline=5000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=fuzz(st.binary(max_size=40)))
def test_any_bytes_give_an_article_or_one_problem(tmp_path: Path, suffix, content):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    try:
        article = read_article(path, tmp_path)
    except InputError as error:
        (problem,) = error.problems
        assert "\n" not in str(problem)
    else:
        assert article.title
        assert all(article.text[start:end].strip() for start, end in article.furniture)

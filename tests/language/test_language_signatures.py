import time

import pytest

from briefwright.language.mending import with_attributions
from briefwright.language.signatures import find_posts, find_signed
from briefwright.model.article import Article
from briefwright.model.document import Attribution, Document
from briefwright.model.text import Span

LETTER = "“The harbour must not close again. My brother works there.” ― Ada Holm, Westport"
ROUND_UP = """What the papers of Norrland say about the bridge.

“The bridge is too dear for so small a town.”
— Ivo Brandt on Coast Radio, 4 May.

“Without the bridge the island dies, and the town with it.”
— Editorial, Harbour Post
"""


def signed(text: str) -> list[tuple[str, str, str]]:
    """Signature, dash and words of each."""
    return [
        tuple(text[spans[0].start : spans[0].end] for spans in (a.source, a.cue, a.content)) for a in find_signed(text)
    ]


def test_a_paragraph_quoted_whole_is_signed_behind_its_dash() -> None:
    assert signed(f"Readers wrote to us.\n{LETTER}\nMore letters next week.") == [
        ("Ada Holm, Westport", "―", "The harbour must not close again. My brother works there.")
    ]


def test_signatures_on_lines_of_their_own_leave_out_where_it_was_said() -> None:
    assert [(who, words[:10]) for who, _, words in signed(ROUND_UP)] == [
        ("Ivo Brandt", "The bridge"),
        ("Editorial, Harbour Post", "Without th"),
    ]


def test_a_single_name_below_the_last_quotation_may_be_the_authors() -> None:
    assert signed("“We shall rebuild it, whatever they say.”\n– Tom Grey") == []


@pytest.mark.parametrize(
    "text",
    [
        "“The ball is in their court now.” — Tom Grey contributed to this report.",
        "“The bridge is too dear,” said Holm. “We wait” - hoping for a better offer.",
        "“It was, as Holm said, “a long night” for us all.” — but not the last.",
        "Holm said: “The bridge is too dear for us.” — Ada Holm",
    ],
)
def test_what_only_looks_like_a_signature_is_none(text: str) -> None:
    assert signed(text) == []


POST = (
    "The ferry stays in port, the mayor wrote.\n"
    "We were told it was the storm.\n"
    "It was not the storm. It was “a strike”. https://t.co/abc123 — Ada Holm (@adaholm) May 4, 2021\n"
    "The strike goes on."
)


def posted(text: str) -> list[tuple[str, list[str]]]:
    """Who posts what, a stretch a line."""
    return [
        (text[a.source[0].start : a.source[0].end], [text[s.start : s.end] for s in a.content])
        for a in find_posts(text)
    ]


def test_a_post_is_its_signers_with_the_lines_that_speak_of_us() -> None:
    lines = ["We were told it was the storm.", "It was not the storm. It was “a strike”."]
    assert posted(POST) == [("Ada Holm", lines)]


@pytest.mark.parametrize(
    "text",
    [
        POST.replace("wrote.", "wrote: “It was not the storm. It was a strike.”"),  # quoted before
        POST.replace(
            "It was not the storm. It was “a strike”.", "“We go home, and the storm has nothing to do with it.”"
        ),
        POST.replace("(@adaholm) ", ""),
        POST.replace("— Ada", "by Ada"),
    ],
)
def test_words_quoted_elsewhere_or_without_an_account_are_no_post(text: str) -> None:
    assert posted(text) == []


def test_long_texts_of_posts_take_no_time() -> None:
    started = time.perf_counter()
    find_posts((" " * 50 + "https://t.co/a — A (@a) May 4, 2021\n") * 2_000)
    find_posts("we\n" * 20_000 + "x — Ada (@a) May 4, 2021")
    find_posts("— " * 50_000)
    assert time.perf_counter() - started < 2


def test_what_the_tagger_made_of_a_signed_quotation_gives_way_to_it() -> None:
    article = Article(file="a.md", title="", text=LETTER, language="en", source_sha256="")
    document = Document(article, (), (), (), (Span(1, 59),))
    wrong = Attribution((Span(5, 12),), (Span(13, 17),), (Span(18, 40),), 0.5)
    mended = with_attributions(document, (wrong,))
    assert mended.attributions == find_signed(LETTER)
    assert mended.quotations == find_signed(LETTER)[0].content


def test_hostile_text_takes_no_time() -> None:
    began = time.process_time()
    find_signed("“aaaaaaaaaaaaaa”" + " " * 100_000)
    find_signed("“" + "a" * 100_000)
    find_signed(("“aaaaaaaaaaaaaa”\n" + " " * 19 + "—A" + "b" * 80 + "\n") * 5_000)
    assert time.process_time() - began < 5

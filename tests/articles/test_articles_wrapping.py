"""Texts wrapped at a fixed width get their paragraphs back; other texts are left alone."""

import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.articles.wrapping import unwrap

PARAGRAPH = (
    "The port of Aven was closed on Monday after a spill, the harbour master said. Ships waited outside, and nobody "
    "knew for how long. “We will open it again on Friday,” she told the council, which had asked for a report."
)


def test_a_wrapped_text_gets_its_paragraphs_back():
    text = f"{PARAGRAPH}\n\n{PARAGRAPH}"
    assert unwrap("\n\n".join(textwrap.fill(p, 72) for p in text.split("\n\n"))) == text


def test_list_items_stay_apart():
    wrapped = textwrap.fill(f"{PARAGRAPH} {PARAGRAPH}", 60) + "\n- a first demand of the council\n- a second one"
    assert unwrap(wrapped) == f"{PARAGRAPH} {PARAGRAPH}" + "\n- a first demand of the council\n- a second one"


def test_paragraphs_of_one_line_each_stay_apart():
    text = "\n".join(
        ["The port was closed on Monday, the master said.", "Nobody was hurt in the spill, police told us."] * 4
    )
    assert unwrap(text) == text


def test_long_lines_stay_apart():
    text = "\n".join([PARAGRAPH] * 6)
    assert unwrap(text) == text


@settings(deadline=None)  # busy machines are slow, not wrong
@given(st.text(alphabet="ab \n.-", max_size=400))
def test_offsets_never_move(text):
    assert len(unwrap(text)) == len(text)

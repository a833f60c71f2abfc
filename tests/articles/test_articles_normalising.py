"""What the normalised text promises: one form for each text, nothing invisible, quotation marks untouched."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.articles import normalise

AWKWARD = (
    "ae\u0301\u0308\u200b\u00ad \u00a0\u2003\t\r\n\v\f\x85\u2028\u2029\ufeff\x00\x1b"
    "“”’‘\"'—–-\U0001f600\u0915\u094d\ud7b0"
)


@settings(deadline=None)  # busy machines are slow, not wrong
@given(st.text(alphabet=AWKWARD) | st.text())
def test_twice_is_once(text):
    once = normalise(text)
    assert normalise(once) == once


@settings(deadline=None)  # busy machines are slow, not wrong
@given(st.text(alphabet=AWKWARD) | st.text())
def test_what_it_promises(text):
    result = normalise(text)
    assert unicodedata.is_normalized("NFC", result)
    assert "\n\n\n" not in result
    assert not any(line.startswith(" ") or line.endswith(" ") for line in result.split("\n"))
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for c in result if c != "\n")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("One.\r\nTwo.\rThree.", "One.\nTwo.\nThree."),
        ("a\u00a0b\u2009c\td", "a b c d"),
        ("co\u00adoper\u200bate\ufeff", "cooperate"),
        ("cafe\u0301", "café"),
        ("\n\n  One.  \n \n\n\nTwo.\n", "One.\n\nTwo."),
        ("“So,” she said — ‘no’ – it's", "“So,” she said — ‘no’ – it's"),
    ],
)
def test_examples(raw, expected):
    assert normalise(raw) == expected


def test_an_accent_kept_apart_by_an_invisible_character_joins_its_letter():
    assert normalise("e\u200b\u0301") == "é"

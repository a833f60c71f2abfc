"""An error of the YAML parser in, a place and plain words out: what is wrong there and what to do about it.

The parser names the place where it gave up; the mistake is often where the quotation mark or bracket was opened.
"""

from __future__ import annotations

from typing import Any

import yaml

_IN_QUOTES = "Put quotes around text that holds such marks."

# What the parser says -> (what it means, what to do). The first part that the parser's sentence holds counts.
_WORDS = (
    ("mapping values are not allowed", 'a ": " stands where no key can be.', f"{_IN_QUOTES} Check the indentation."),
    ("could not find expected ':'", "this line has no colon after its key.", 'Write "key: value".'),
    ("unexpected end of stream", "a quotation mark is opened here and never closed.", "Close it."),
    ("document indicator", "a quotation mark is opened here and never closed.", "Close it."),
    ("expected ',' or ']'", 'the "[" here is not closed.', 'Add "]", or quotes around the text.'),
    ("expected ',' or '}'", 'the "{" here is not closed.', 'Add "}", or quotes around the text.'),
    ("expected '-' indicator", 'a list entry was expected here, beginning with "- ".', "Check the indentation."),
    ("expected key", "this does not fit what stands before it.", f"{_IN_QUOTES} Check the indentation."),
    ("unknown escape", "this backslash means nothing between double quotes.", "Use single quotes."),
    ("hexdecimal", "this backslash means nothing between double quotes.", "Use single quotes."),
    ("node content", "a value was expected here.", _IN_QUOTES),
    ("<document start>", "this line is indented otherwise than the lines above it.", "Check the indentation."),
    ("block sequence entries", 'a "- " stands where no list entry can be.', "Begin the list on a new line."),
    ("character that cannot start", "no value can begin with this character.", _IN_QUOTES),
)
_AT_THE_OPENING = (
    "could not find expected ':'",
    "unexpected end of stream",
    "document indicator",
    "expected ',' or ']'",
    "expected ',' or '}'",
)


def describe_syntax_error(error: yaml.MarkedYAMLError, text: str, last: Any) -> tuple[int, str, str]:
    """The offset, the message and the hint for an error; `last` is the last thing that could be read before it."""
    said = error.problem or ""
    mark = error.problem_mark or error.context_mark
    offset = mark.index if mark else 0
    if text[offset : offset + 1] == "\t":
        return offset, "a tab stands where only blanks may be.", "Indent with blanks."
    if "expected key" in said and last and _is_quote_over_lines(last):
        return last.start_mark.index, "a quotation mark is opened here and closed in a later line.", "Close it here."
    if error.context_mark and any(words in said for words in _AT_THE_OPENING):
        offset = error.context_mark.index
    for words, message, hint in _WORDS:
        if words in said:
            return offset, message, hint
    return offset, f"this is not YAML ({said}).", _IN_QUOTES


def _is_quote_over_lines(event: Any) -> bool:
    return getattr(event, "style", None) in ("'", '"') and bool(event.start_mark.line != event.end_mark.line)

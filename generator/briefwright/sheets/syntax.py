"""An error of the YAML parser in, a place and plain words out: what is wrong there and what to do about it.

The parser names the place where it gave up; the mistake is often where the quotation mark or bracket was opened.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

_IN_QUOTES = "Put quotes around text that holds such marks."
_NO_FIT = "this does not fit what stands before it."
_NO_ENTRY = 'a list entry was expected here, beginning with "- ".'
_STRAY_ENTRY = 'this "- " does not stand below another one.'
_INDENTED = "this line is indented otherwise than the lines above it."
FOLLOWED = frozenset({_NO_FIT, _NO_ENTRY, _STRAY_ENTRY, _INDENTED})
"""Messages that many lines below give cause for, once one is indented otherwise; only the first tells anything."""

# What the parser says -> (what it means, what to do). The first part that the parser's sentence holds counts.
_WORDS = (
    ("mapping values are not allowed", 'a ": " stands where no key can be.', f"{_IN_QUOTES} Check the indentation."),
    ("could not find expected ':'", "this line has no colon after its key.", 'Write "key: value".'),
    ("unexpected end of stream", "a quotation mark is opened here and never closed.", "Close it."),
    ("document indicator", "a quotation mark is opened here and never closed.", "Close it."),
    ("expected ',' or ']'", 'the "[" here is not closed.', 'Add "]", or quotes around the text.'),
    ("expected ',' or '}'", 'the "{" here is not closed.', 'Add "}", or quotes around the text.'),
    ("expected '-' indicator", _NO_ENTRY, "Check the indentation."),
    ("expected key", _NO_FIT, f"{_IN_QUOTES} Check the indentation."),
    ("unknown escape", "this backslash means nothing between double quotes.", "Use single quotes."),
    ("hexdecimal", "this backslash means nothing between double quotes.", "Use single quotes."),
    ("node content", "a value was expected here.", _IN_QUOTES),
    ("<document start>", _INDENTED, "Check the indentation."),
    ("block sequence entries", 'a "- " stands where no list entry can be.', "Begin the list on a new line."),
    ("character that cannot start", "no value can begin with this character.", _IN_QUOTES),
    ("alphabetic or numeric character", "no value can begin with this character.", _IN_QUOTES),
)
_AT_THE_OPENING = (
    "could not find expected ':'",
    "unexpected end of stream",
    "document indicator",
    "expected ',' or ']'",
    "expected ',' or '}'",
    "alphabetic or numeric character",
)

_CONFLICT = re.compile(r"^<{7} .*?(?:^>{7} |\Z)", re.MULTILINE | re.DOTALL)
_NO_BLANK_AFTER_COLON = re.compile(r"[ ]*(?:- )?([\w-]+):([^\s:][^\r\n]*)")
_KEY = re.compile(r"( *)((?:- +)*)([\w-]+):(?=\s)")
_NO_BLOCK = ("expected '-' indicator", "expected key", "mapping values are not allowed")
_FOREIGN_BLANK = re.compile(r"^(?:[ -]*|[ ]*(?:- )?[\w-]+:)([\xa0\u2000-\u200b\u202f\u3000])", re.MULTILINE)


def conflicts_in(text: str) -> list[tuple[int, int]]:
    """Start and end of each place where git left two versions, from its first mark to its last."""
    return [m.span() for m in _CONFLICT.finditer(text)]


def describe_syntax_error(error: yaml.MarkedYAMLError, text: str, last: Any) -> tuple[int, str, str]:
    """The offset, the message and the hint for an error; `last` is the last thing that could be read before it."""
    said = error.problem or ""
    mark = error.problem_mark or error.context_mark
    offset = mark.index if mark else 0
    if text[offset : offset + 1] == "\t":
        return offset, "a tab stands where only blanks may be.", "Indent with blanks."
    if foreign := _FOREIGN_BLANK.search(text, _two_lines_up(text, offset), _line_end(text, offset)):
        message = f"a blank that YAML takes for a letter (U+{ord(foreign[1]):04X}) stands here."
        return foreign.start(1), message, "Write an ordinary blank."
    if "expected key" in said:
        if last and _is_quoted(last):
            return _behind_quotes(last, offset)
        if text[offset : offset + 2] == "- ":
            hint = 'Indent it like the entries above; each of them needs a "- ".'
            return offset, _STRAY_ENTRY, hint
    if any(words in said for words in _NO_BLOCK) and (hint := _like_which(text, offset, "mapping" in said)):
        start = text.rfind("\n", 0, offset) + 1
        return start + len(text[start:offset]) - len(text[start:offset].lstrip(" ")), _INDENTED, hint
    if error.context_mark and any(words in said for words in _AT_THE_OPENING):
        offset = error.context_mark.index
    if "expected ':'" in said and (line := _NO_BLANK_AFTER_COLON.match(text, text.rfind("\n", 0, offset) + 1)):
        return offset, "no blank stands behind the colon.", f'Write "{line[1]}: {line[2][:30].strip()}".'
    for words, message, hint in _WORDS:
        if words in said:
            return offset, message, hint
    return offset, f"this is not YAML ({said}).", _IN_QUOTES


def _behind_quotes(quoted: Any, offset: int) -> tuple[int, str, str]:
    """What is wrong where something follows a text in quotation marks."""
    if quoted.start_mark.line != quoted.end_mark.line:
        return quoted.start_mark.index, "a quotation mark is opened here and closed in a later line.", "Close it here."
    hint = "Put single quotes around all of it, and write each single quote in it twice."
    return offset, "the value goes on behind its closing quotation mark.", hint


def _like_which(text: str, offset: int, by_one: bool) -> str:
    """What to do with a line that begins under no key or dash above it; `by_one` only if one blank is at fault."""
    *above, line = text[: _line_end(text, offset)].split("\n")
    if not (key := _KEY.match(f"{line}\n")):
        return ""
    part, known = 1 if key[2] else 2, dict[int, str]()
    for other in reversed(above):
        if (found := _KEY.match(f"{other}\n")) and (part == 2 or found[2]):
            known.setdefault(found.end(part), f"{found[2]}{found[3]}" if part == 1 else found[3])
        if found and not found.end(2):
            break
    column = key.end(part)
    nearest = min(known, key=lambda there: abs(there - column), default=column)
    if nearest == column or (by_one and abs(nearest - column) > 1):
        return ""
    where = (
        f"Indent it by {nearest} blank{'' if nearest == 1 else 's'}" if nearest else "Begin it where the line begins"
    )
    return f'{where}, like "{known[nearest]}".'


def _is_quoted(event: Any) -> bool:
    return getattr(event, "style", None) in ("'", '"')


def _two_lines_up(text: str, offset: int) -> int:
    """Where the line above the one at `offset` begins."""
    return text.rfind("\n", 0, max(0, text.rfind("\n", 0, offset))) + 1


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end

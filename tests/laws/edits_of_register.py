"""What a person decides in the register of actors: text of `_actors.yml`, as the parser began it, in; the text out.

Each decision stays on the lines that it is written on: the parser only ever adds to a register.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Decision = Callable[[str, Random], str]

_ENTRY = re.compile(r"^  - id: '?([a-z0-9-]+)'?\r?\n(?:    .*\r?\n)*", re.MULTILINE)


def rename(text: str, random: Random) -> str:
    return _with_line(text, random, "name", random.choice(("By hand", "'it''s: #1'", '"{x}"')))


def change_the_kind(text: str, random: Random) -> str:
    return _with_line(text, random, "kind", random.choice(("state", "media")))


def describe(text: str, random: Random) -> str:
    return _with_line(text, random, "description", random.choice(("A: 'b'", "&d same", ">-\n      two\n      lines")))


def merge(text: str, random: Random) -> str:
    """One entry is another; its own entry goes, or stays."""
    entries = list(_ENTRY.finditer(text))
    if len(entries) < 2:
        return text
    one, other = random.sample(entries, k=2)
    merged = _with_line(text, random, "merge", f"[{_word(other[1])}]", at=one)
    return merged.replace(other[0], "", 1) if random.random() < 0.7 else merged


def keep_apart(text: str, random: Random) -> str:
    return _with_line(text, random, "not", random.choice(("[port]", "[quill-council, council]")))


def delete(text: str, random: Random) -> str:
    entries = list(_ENTRY.finditer(text))
    return text.replace(random.choice(entries)[0], "", 1) if len(entries) > 1 else text


def comment_out(text: str, random: Random) -> str:
    entries = list(_ENTRY.finditer(text))
    lines = random.choice(entries)[0] if len(entries) > 1 else ""
    return text.replace(lines, re.sub(r"^(?=[^\r\n])", "# ", lines, flags=re.MULTILINE), 1)


def comment(text: str, random: Random) -> str:
    ends = [m.start() for m in re.finditer(r"\r?\n", text)]
    at, mark = random.choice(ends), random.choice(("  # it's mine", "\n  # above: {[", "\n\n# far"))
    return text[:at] + mark.replace("\n", _newline(text)) + text[at:]


def reorder(text: str, random: Random) -> str:
    entries = [m[0] for m in _ENTRY.finditer(text)]
    if len(entries) < 2:
        return text
    one, other = random.sample(entries, k=2)
    return text.replace(one, "\0", 1).replace(other, one, 1).replace("\0", other, 1)


def braces(text: str, random: Random) -> str:
    """Write an entry of plain lines in braces."""
    entries = [m for m in _ENTRY.finditer(text) if "#" not in m[0] and ">" not in m[0] and "&" not in m[0]]
    if not entries:
        return text
    lines = random.choice(entries)[0]
    inner = ", ".join(re.sub(r"^ *(- )?", "", line) for line in lines.splitlines())
    return text.replace(lines, f"  - {{{inner}}}{_newline(text)}", 1)


def line_ends(text: str, random: Random) -> str:
    return text.replace("\r\n", "\n") if "\r\n" in text else text.replace("\n", "\r\n")


def _with_line(text: str, random: Random, key: str, value: str, at: re.Match[str] | None = None) -> str:
    """The text with a line of one entry changed or added."""
    entries = list(_ENTRY.finditer(text))
    if not entries:
        return text
    entry = at or random.choice(entries)
    head, _, lines = entry[0].partition("\n")
    lines = re.sub(rf"^    {key}:.*\n(?:     .*\n)*", "", lines, flags=re.MULTILINE)
    line = f"    {key}: {value}\n".replace("\n", _newline(text))
    return text[: entry.start()] + f"{head}\n{line}{lines}" + text[entry.end() :]


def _word(id: str) -> str:
    return f"'{id}'" if id == "no" else id


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


DECISIONS: tuple[Decision, ...] = (
    rename,
    change_the_kind,
    describe,
    merge,
    keep_apart,
    delete,
    comment_out,
    comment,
    reorder,
    braces,
    line_ends,
)

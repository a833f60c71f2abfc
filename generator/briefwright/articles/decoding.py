"""A seed file's path comes in, its bytes and its characters go out; what is no text is turned down with the reason.

UTF-8 is the rule; UTF-16 is told by its byte order mark, and a web page may declare another encoding.
"""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

from briefwright.articles.refusal import RefusedError

MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP or Office file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"{\\rtf": "an RTF file",
}
"""How files begin that people take for text."""

UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)

WEB_ENCODINGS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}
"""Browsers read pages that declare these as Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels)."""

DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{1,40})""", re.IGNORECASE)
DECLARED_WITHIN = 4096
"""Bytes of a page in which it must declare its encoding; the standard says 1024, real pages are slacker."""

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
CONTROL_SHARE = 0.01
"""Text holds hardly any control characters; more of them than this share means that it is none."""


def read_bytes(path: Path, limit: int) -> bytes:
    """Read the file's bytes, at most `limit` of them."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a named pipe would wait for ever
            kind = "a directory" if path.is_dir() else "not a regular file"
            raise RefusedError(f"this is {kind}, not an article.")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        reason = error.strerror or "unknown error"
        raise RefusedError(
            f"the file cannot be read: {reason}.", "Check that it exists and its permissions."
        ) from error
    if len(data) > limit:
        raise RefusedError(
            f"the file is larger than {limit // 1_000_000} MB.", "An article is shorter: split the file."
        )
    if not data.strip():
        raise RefusedError("the file is empty.", "Put the article's text in it, or delete it.")
    return data


def decode(data: bytes, *, web: bool = False) -> str:
    """Decode `data`; `web` lets a page declare its encoding in a meta element."""
    _refuse_binary(data)
    for mark, encoding in UTF16.items():
        if data.startswith(mark):
            return _decode_utf16(data[len(mark) :], encoding)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        declared = _decode_declared(data) if web else None
        if declared is None:
            raise _not_utf8(data, error) from error
        text = declared
    if len(CONTROL.findall(text)) > CONTROL_SHARE * len(text):
        raise RefusedError("the file is binary, not text.", "Save the article as UTF-8 text.")
    return text


def _refuse_binary(data: bytes) -> None:
    for magic, kind in MAGIC.items():
        if data.startswith(magic):
            raise RefusedError(f"the file is {kind}, not text.", "Save the article as plain text, Markdown or HTML.")
    if data.startswith(UTF32):
        raise RefusedError("the text is encoded as UTF-32.", "Convert it, for example: iconv -f UTF-32 -t UTF-8")
    if b"\0" in data and not data.startswith(tuple(UTF16)):
        raise RefusedError("the file is binary, not text.", "Save the article as UTF-8 text.")


def _decode_utf16(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"the text is not the UTF-16 that its first bytes announce: byte {error.start + 2} does not fit."
        raise RefusedError(message, "Save it again as UTF-8.") from error


def _decode_declared(data: bytes) -> str | None:
    """Decode a page by the encoding it declares, None where it declares none that is known and fits."""
    found = DECLARED.search(data[:DECLARED_WITHIN])
    if not found:
        return None
    name = found.group(1).decode("ascii").lower()
    try:
        return data.decode(WEB_ENCODINGS.get(name, name))
    except (LookupError, UnicodeError):
        return None


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> RefusedError:
    before = data[: error.start]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    return RefusedError(
        f"the text is not UTF-8: byte {data[error.start]:#04x} at offset {error.start} does not fit.",
        "Convert it, for example: iconv -f WINDOWS-1252 -t UTF-8",
        line=before.count(b"\n") + 1,
        column=column,
    )
